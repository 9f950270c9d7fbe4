-- What only grows, versions and dispositions, in a table for each month (UTC), so that what is too old goes with a DROP of its month: at
-- once, and without the dead rows that a DELETE leaves. Months are those of ingest, which never changes for a version or a record;
-- fetched_at is years ago for what comes from an archive.
--
-- Rows are written anew, some minutes for millions. Sinks of the version before stand still from here on, and say so, until they are
-- replaced: they do not know the longer key.

-- In the order in which sinks write them, or the two would lock one another.
DO $$
BEGIN
    LOCK TABLE article, article_version, disposition IN ACCESS EXCLUSIVE MODE;
END
$$;

CREATE FUNCTION add_month(whole text, moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    first  timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
    house  text      := (SELECT relnamespace::regnamespace FROM pg_class WHERE oid = whole::regclass);
    part   text      := format('%s.%I', house, whole || to_char(first, '_YYYY_MM'));
BEGIN
    IF to_regclass(part) IS NULL THEN
        -- the lock that attaching needs; it keeps out others who do so, and nobody who reads or writes
        EXECUTE format('LOCK TABLE ONLY %I IN SHARE UPDATE EXCLUSIVE MODE', whole);
        -- another sink may have made it while this one waited
        IF to_regclass(part) IS NULL THEN
            -- a table that is attached later locks out neither readers nor writers of the whole; one that is made as a part would
            EXECUTE format('CREATE TABLE %s (LIKE %I INCLUDING ALL)', part, whole);
            EXECUTE format('ALTER TABLE %I ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%L)',
                           whole, part, first AT TIME ZONE 'UTC', (first + interval '1 month') AT TIME ZONE 'UTC');
        END IF;
    END IF;
END
$$;
COMMENT ON FUNCTION add_month(text, timestamptz) IS 'Makes the part of a table that holds the month of a moment, when it is not there';

-- Versions. When those before the newest came in is not known; no later than they were written.
ALTER TABLE article_version RENAME TO version_unsplit;
CREATE TABLE article_version (LIKE version_unsplit INCLUDING DEFAULTS INCLUDING COMMENTS INCLUDING CONSTRAINTS INCLUDING STORAGE,
                              ingested_at timestamptz NOT NULL DEFAULT now())
    PARTITION BY RANGE (ingested_at);
COMMENT ON TABLE article_version IS
    'Every version of every original, by month; a month is dropped after sink.version-retention. A withdrawal empties all versions before it.';
COMMENT ON COLUMN article_version.ingested_at IS 'Time of the Kafka record that the version came with first';
SELECT add_month('article_version', month)
  FROM (SELECT DISTINCT date_trunc('month', LEAST(v.stored_at, a.ingested_at), 'UTC') AS month
          FROM version_unsplit v JOIN article a USING (article_id)
         UNION SELECT now() UNION SELECT now() + interval '1 month') months;
INSERT INTO article_version (article_id, version, event, status, title, text, authors, modified, fetched_at, provenance, changes,
                             content_hash, taxonomy_version, record_partition, record_offset, stored_at, ingested_at)
SELECT v.article_id, v.version, v.event, v.status, v.title, v.text, v.authors, v.modified, v.fetched_at, v.provenance, v.changes,
       v.content_hash, v.taxonomy_version, v.record_partition, v.record_offset, v.stored_at, LEAST(v.stored_at, a.ingested_at)
  FROM version_unsplit v JOIN article a USING (article_id);
ALTER INDEX article_version_pkey RENAME TO version_unsplit_pkey;
ALTER TABLE article_version ADD PRIMARY KEY (article_id, version, ingested_at);

-- A foreign key would lock the articles whenever a month is made or dropped, and cost a look at the article for each version.
CREATE FUNCTION delete_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM article_version WHERE article_id = OLD.article_id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION delete_versions() IS 'Versions go with their article';
CREATE TRIGGER article_versions AFTER DELETE ON article FOR EACH ROW EXECUTE FUNCTION delete_versions();

-- Dispositions.
ALTER TABLE disposition RENAME TO disposition_unsplit;
CREATE TABLE disposition (LIKE disposition_unsplit INCLUDING DEFAULTS INCLUDING COMMENTS INCLUDING STORAGE) PARTITION BY RANGE (at);
COMMENT ON TABLE disposition IS
    'What became of each record at each stage, and why, by month; a month is dropped after sink.disposition-retention';
SELECT add_month('disposition', month)
  FROM (SELECT DISTINCT date_trunc('month', at, 'UTC') AS month FROM disposition_unsplit
         UNION SELECT now() UNION SELECT now() + interval '1 month') months;
INSERT INTO disposition SELECT * FROM disposition_unsplit;
DROP INDEX disposition_article, disposition_source, disposition_at;
ALTER INDEX disposition_pkey RENAME TO disposition_unsplit_pkey;
ALTER TABLE disposition ADD PRIMARY KEY (stage, topic, topic_partition, topic_offset, at);
CREATE INDEX disposition_article ON disposition (article_id, at);
CREATE INDEX disposition_source ON disposition (source_id, at DESC);
-- Rows come in the order of this time, and nobody looks for single ones by it.
CREATE INDEX disposition_at ON disposition USING brin (at);

-- The view is turned to the new table, and keeps its readers.
CREATE OR REPLACE VIEW v_stage_outcome AS
SELECT stage, outcome, reason, count(*) AS records, min(at) AS earliest, max(at) AS latest
  FROM disposition
 GROUP BY stage, outcome, reason;

-- Who was allowed to read the old tables may read the new ones.
DO $$
DECLARE
    held record;
BEGIN
    FOR held IN SELECT CASE old.relname WHEN 'version_unsplit' THEN 'article_version' ELSE 'disposition' END AS whole,
                       CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END AS grantee,
                       acl.privilege_type, CASE WHEN acl.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS further
                  FROM pg_class old, aclexplode(old.relacl) acl
                 WHERE old.oid IN ('version_unsplit'::regclass, 'disposition_unsplit'::regclass) AND acl.grantee <> old.relowner
    LOOP
        EXECUTE format('GRANT %s ON %I TO %s%s', held.privilege_type, held.whole, held.grantee, held.further);
    END LOOP;
END
$$;
DROP TABLE version_unsplit, disposition_unsplit;

-- A sink of the version before deletes by the place of a row, which is no longer one row's alone.
CREATE FUNCTION refuse_older_sink() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('application_name') = 'dateline-sink' THEN
        RAISE EXCEPTION 'this sink is older than the tables, which are split by months: replace it' USING ERRCODE = '0A000';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION refuse_older_sink() IS 'Keeps a sink of the version before from deleting traces; people may';
CREATE TRIGGER disposition_delete BEFORE DELETE ON disposition FOR EACH STATEMENT EXECUTE FUNCTION refuse_older_sink();

-- What is too old is found without reading the table.
CREATE INDEX article_ingested ON article (ingested_at);
CREATE INDEX duplicate_ingested ON duplicate (ingested_at);
