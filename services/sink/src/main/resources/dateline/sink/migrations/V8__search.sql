-- Search: the words of each original in its language, its tags by time, and titles by three letters in a row.
--
-- The words are a generated column, so they are never other than those of the row: a withdrawal that empties the text empties
-- them too. Adding it writes the table anew, some minutes for a million articles, during which nobody reads it.

-- PostgreSQL knows how some languages inflect, newer versions more of them; in all others words are searched as they are written.
-- Functions are written so that they name their parts once and for all: a dump is restored with an empty search path.
DO $$
DECLARE
    cases text;
BEGIN
    SELECT string_agg(format('WHEN %L THEN %L::regconfig', known.language, 'pg_catalog.' || known.configuration), ' ')
      INTO cases
      FROM (VALUES ('ar', 'arabic'), ('ca', 'catalan'), ('da', 'danish'), ('de', 'german'), ('el', 'greek'), ('en', 'english'),
                   ('es', 'spanish'), ('et', 'estonian'), ('eu', 'basque'), ('fi', 'finnish'), ('fr', 'french'), ('ga', 'irish'),
                   ('hi', 'hindi'), ('hu', 'hungarian'), ('hy', 'armenian'), ('id', 'indonesian'), ('it', 'italian'),
                   ('lt', 'lithuanian'), ('nb', 'norwegian'), ('ne', 'nepali'), ('nl', 'dutch'), ('nn', 'norwegian'),
                   ('no', 'norwegian'), ('pt', 'portuguese'), ('ro', 'romanian'), ('ru', 'russian'), ('sr', 'serbian'),
                   ('sv', 'swedish'), ('ta', 'tamil'), ('tr', 'turkish'), ('yi', 'yiddish')) known (language, configuration)
      JOIN pg_ts_config shipped ON shipped.cfgname = known.configuration AND shipped.cfgnamespace = 'pg_catalog'::regnamespace;
    EXECUTE 'CREATE FUNCTION search_configuration(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN '
         || 'CASE split_part(language, ''-'', 1) ' || cases || ' ELSE ''pg_catalog.simple''::regconfig END';
END
$$;
COMMENT ON FUNCTION search_configuration(text) IS 'How the words of a language (BCP 47) are brought to their stems; simple where nothing is known';

-- Chinese and Japanese have no spaces: each character is a word, and what is searched is a phrase of them.
CREATE FUNCTION search_text(language text, written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN split_part(language, '-', 1) IN ('zh', 'ja')
                THEN regexp_replace(written, '([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])', ' \1 ', 'g')
                ELSE written END;
COMMENT ON FUNCTION search_text(text, text) IS 'A text with spaces between its words';

-- The index of one text may have a megabyte; a text of so many letters stays below.
CREATE FUNCTION search_words(language text, title text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector(search_configuration(language), search_text(language, title || E'\n' || left(body, 100000)));
COMMENT ON FUNCTION search_words(text, text, text) IS 'What the full text search of an article finds';

ALTER TABLE article ADD COLUMN words tsvector GENERATED ALWAYS AS (search_words(language, title, text)) STORED;
COMMENT ON COLUMN article.words IS 'The stems of title and text, for search; none once withdrawn';
-- How common a word is decides how it is best searched, and there are many words.
ALTER TABLE article ALTER COLUMN words SET STATISTICS 1000;
CREATE INDEX article_words ON article USING gin (words);

CREATE INDEX article_language ON article (split_part(language, '-', 1), event_time DESC, article_id);
CREATE INDEX article_outlet ON article (lower(outlet), event_time DESC, article_id);
DROP INDEX article_source;
CREATE INDEX article_source ON article (source_id, event_time DESC, article_id);

-- The newest articles of a region or theme are read from an index, in order, however many there are.
ALTER TABLE region_tag ADD COLUMN event_time timestamptz;
UPDATE region_tag t SET event_time = a.event_time FROM article a WHERE a.article_id = t.article_id;
ALTER TABLE region_tag ALTER COLUMN event_time SET NOT NULL;
DROP INDEX region_tag_code;
CREATE INDEX region_tag_code ON region_tag (code, role, event_time DESC, article_id);
COMMENT ON COLUMN region_tag.event_time IS 'That of the article';

ALTER TABLE theme_tag ADD COLUMN event_time timestamptz;
UPDATE theme_tag t SET event_time = a.event_time FROM article a WHERE a.article_id = t.article_id;
ALTER TABLE theme_tag ALTER COLUMN event_time SET NOT NULL;
DROP INDEX theme_tag_code;
CREATE INDEX theme_tag_code ON theme_tag (code, event_time DESC, article_id);
COMMENT ON COLUMN theme_tag.event_time IS 'That of the article';

-- A sink of the version before does not know the column, and goes on while the others are replaced.
CREATE FUNCTION tag_event_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT event_time INTO NEW.event_time FROM article WHERE article_id = NEW.article_id;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION tag_event_time() IS 'Fills the event time of a tag that was written without one';
CREATE TRIGGER region_tag_event_time BEFORE INSERT ON region_tag
    FOR EACH ROW WHEN (NEW.event_time IS NULL) EXECUTE FUNCTION tag_event_time();
CREATE TRIGGER theme_tag_event_time BEFORE INSERT ON theme_tag
    FOR EACH ROW WHEN (NEW.event_time IS NULL) EXECUTE FUNCTION tag_event_time();

-- Titles that are nearly the words asked for. pg_trgm comes with PostgreSQL, and an owner of the database may add it; where it is
-- missing, the sink works without it, and docs/api.md says how to add extension and index later.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX article_title ON article USING gin (title gin_trgm_ops);
EXCEPTION
    WHEN insufficient_privilege OR undefined_file OR undefined_object OR feature_not_supported THEN
        RAISE WARNING 'titles cannot be searched: %', SQLERRM;
END
$$;
