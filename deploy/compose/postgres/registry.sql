-- The registry's own database; run once, when the volume of PostgreSQL is empty.
CREATE DATABASE registry;
