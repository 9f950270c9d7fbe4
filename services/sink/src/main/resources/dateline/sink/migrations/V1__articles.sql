-- Originals: the newest version of each, every version, and the tags of the newest.
--
-- Columns record_partition and record_offset, here and in the other tables, say which record a row is from. A record of one
-- key always comes from one partition, so among records of one version the later offset is the newer one.

CREATE TABLE article (
    article_id         text PRIMARY KEY,
    version            integer          NOT NULL CHECK (version > 0),
    event              text             NOT NULL,
    status             text             NOT NULL CHECK (status IN ('LIVE', 'WITHDRAWN')),
    withdrawn_reason   text,
    withdrawn_at       timestamptz,
    url                text             NOT NULL,
    story_id           text             NOT NULL,
    source_id          text             NOT NULL,
    outlet             text,
    outlet_country     text,
    title              text             NOT NULL,
    text               text             NOT NULL,
    authors            text[]           NOT NULL,
    published          timestamptz,
    published_text     text,
    modified           timestamptz,
    fetched_at         timestamptz      NOT NULL,
    event_time         timestamptz      NOT NULL,
    language           text             NOT NULL,
    provenance         jsonb            NOT NULL,
    changes            jsonb,
    lead_image         text,
    section            text,
    keywords           text[]           NOT NULL,
    paywalled          boolean          NOT NULL,
    content_hash       text             NOT NULL,
    extractor_version  text             NOT NULL,
    taxonomy_version   text COLLATE "C" NOT NULL,
    ingested_at        timestamptz      NOT NULL,
    record_partition   integer          NOT NULL,
    record_offset      bigint           NOT NULL,
    stored_at          timestamptz      NOT NULL DEFAULT now()
);
CREATE INDEX article_event_time ON article (event_time DESC, article_id);
CREATE INDEX article_story ON article (story_id);
CREATE INDEX article_source ON article (source_id, event_time DESC);

COMMENT ON TABLE article IS 'The newest version of each original. A withdrawn one keeps its row, without what was written in it.';
COMMENT ON COLUMN article.article_id IS 'First 16 bytes of SHA-256 over the canonical URL, lower-case hex';
COMMENT ON COLUMN article.version IS 'Counts from 1 in the order of fetched_at';
COMMENT ON COLUMN article.event IS 'Why this version was published: CREATED, UPDATED, RETAGGED, CORRECTED or WITHDRAWN';
COMMENT ON COLUMN article.withdrawn_at IS 'When the withdrawal was noticed; null while the article is live';
COMMENT ON COLUMN article.story_id IS 'article_id of the story''s root; the same as article_id for a root';
COMMENT ON COLUMN article.outlet_country IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN article.text IS 'Main content, one blank line between blocks; empty once withdrawn';
COMMENT ON COLUMN article.published_text IS 'ISO 8601 as precise as the page gives it, with the page''s own offset';
COMMENT ON COLUMN article.event_time IS 'published when it is known and not after fetched_at, else fetched_at';
COMMENT ON COLUMN article.language IS 'BCP 47; und when it is not sure';
COMMENT ON COLUMN article.provenance IS 'Where the text says it comes from: url, outlet, author, date, agency, lines';
COMMENT ON COLUMN article.changes IS 'What this version changed: titleChanged, wordsAdded, wordsRemoved; null for a first version';
COMMENT ON COLUMN article.taxonomy_version IS 'Versions sort as text; an older one never replaces the tags of a newer one';
COMMENT ON COLUMN article.ingested_at IS 'Time of the Kafka record';
COMMENT ON COLUMN article.stored_at IS 'When this row was written last';

CREATE TABLE article_version (
    article_id         text             NOT NULL REFERENCES article ON DELETE CASCADE,
    version            integer          NOT NULL CHECK (version > 0),
    event              text             NOT NULL,
    status             text             NOT NULL CHECK (status IN ('LIVE', 'WITHDRAWN')),
    title              text             NOT NULL,
    text               text             NOT NULL,
    authors            text[]           NOT NULL,
    modified           timestamptz,
    fetched_at         timestamptz      NOT NULL,
    provenance         jsonb            NOT NULL,
    changes            jsonb,
    content_hash       text             NOT NULL,
    taxonomy_version   text COLLATE "C" NOT NULL,
    record_partition   integer          NOT NULL,
    record_offset      bigint           NOT NULL,
    stored_at          timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (article_id, version)
);
COMMENT ON TABLE article_version IS 'Every version of every original. A withdrawal empties all versions before it.';

CREATE TABLE region_tag (
    article_id  text             NOT NULL REFERENCES article ON DELETE CASCADE,
    code        text             NOT NULL,
    role        text             NOT NULL,
    score       double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
    evidence    jsonb            NOT NULL,
    PRIMARY KEY (article_id, code, role)
);
CREATE INDEX region_tag_code ON region_tag (code, role, score);
COMMENT ON TABLE region_tag IS 'Regions of the newest version of each original';
COMMENT ON COLUMN region_tag.code IS 'ISO 3166-1 alpha-2, three-digit UN M49 code, or a custom region';
COMMENT ON COLUMN region_tag.role IS 'ABOUT, MENTIONED, DATELINE or PUBLISHER';
COMMENT ON COLUMN region_tag.evidence IS 'Array of {field, start, end, text}; positions count UTF-16 code units from 0';

CREATE TABLE theme_tag (
    article_id  text             NOT NULL REFERENCES article ON DELETE CASCADE,
    code        text             NOT NULL,
    score       double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
    evidence    jsonb            NOT NULL,
    PRIMARY KEY (article_id, code)
);
CREATE INDEX theme_tag_code ON theme_tag (code, score);
COMMENT ON TABLE theme_tag IS 'Themes of the newest version of each original';
COMMENT ON COLUMN theme_tag.code IS 'IPTC Media Topic such as medtop:20000640, or a custom theme';
COMMENT ON COLUMN theme_tag.evidence IS 'As region_tag.evidence';
