#!/usr/bin/env bash
# The registry's own user and database; run once, when the volume of PostgreSQL is empty.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --set=password="$REGISTRY_PASSWORD" --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
CREATE USER registry PASSWORD :'password';
CREATE DATABASE registry OWNER registry;
SQL
