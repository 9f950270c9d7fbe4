-- Copies, and who carried a text. Nothing here refers to article by a foreign key: the topics are read side by side, and a
-- copy may be stored before its original.

CREATE TABLE duplicate (
    article_id        text PRIMARY KEY,
    version           integer          NOT NULL CHECK (version > 0),
    event             text             NOT NULL,
    status            text             NOT NULL CHECK (status IN ('LIVE', 'WITHDRAWN')),
    withdrawn_reason  text,
    withdrawn_at      timestamptz,
    duplicate_of      text             NOT NULL,
    story_id          text             NOT NULL,
    kind              text             NOT NULL,
    similarity        double precision NOT NULL,
    containment       double precision NOT NULL,
    url               text             NOT NULL,
    source_id         text             NOT NULL,
    outlet            text,
    outlet_country    text,
    title             text             NOT NULL,
    text              text             NOT NULL,
    authors           text[]           NOT NULL,
    published         timestamptz,
    fetched_at        timestamptz      NOT NULL,
    event_time        timestamptz      NOT NULL,
    language          text             NOT NULL,
    provenance        jsonb            NOT NULL,
    content_hash      text             NOT NULL,
    ingested_at       timestamptz      NOT NULL,
    record_partition  integer          NOT NULL,
    record_offset     bigint           NOT NULL,
    stored_at         timestamptz      NOT NULL DEFAULT now()
);
CREATE INDEX duplicate_story ON duplicate (story_id, fetched_at);
CREATE INDEX duplicate_of ON duplicate (duplicate_of);
COMMENT ON TABLE duplicate IS 'The newest version of each copy. A copy that became an original of its own moves to article.';
COMMENT ON COLUMN duplicate.duplicate_of IS 'article_id of the best verified match among the articles that came earlier';
COMMENT ON COLUMN duplicate.kind IS 'EXACT_COPY, WIRE_COPY, ABRIDGED, EXTENDED, RETITLED, SPUN or NEAR_COPY';
COMMENT ON COLUMN duplicate.similarity IS 'Jaccard similarity of the two sets of shingles, 0 to 1';
COMMENT ON COLUMN duplicate.containment IS 'Share of the smaller set that is in the larger one, 0 to 1';

CREATE TABLE story (
    story_id          text PRIMARY KEY,
    title             text        NOT NULL,
    url               text        NOT NULL,
    outlet            text,
    status            text        NOT NULL CHECK (status IN ('LIVE', 'WITHDRAWN')),
    first_seen        timestamptz NOT NULL,
    last_seen         timestamptz NOT NULL,
    record_partition  integer     NOT NULL,
    record_offset     bigint      NOT NULL,
    stored_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX story_last_seen ON story (last_seen DESC);
COMMENT ON TABLE story IS 'Who carried a text: its original, with the copies in story_copy. Exists from the first copy on.';
COMMENT ON COLUMN story.status IS 'That of the original';

CREATE TABLE story_copy (
    story_id    text             NOT NULL REFERENCES story ON DELETE CASCADE,
    article_id  text             NOT NULL,
    place       integer          NOT NULL,
    url         text             NOT NULL,
    outlet      text,
    seen_at     timestamptz      NOT NULL,
    similarity  double precision NOT NULL,
    kind        text             NOT NULL,
    status      text             NOT NULL CHECK (status IN ('LIVE', 'WITHDRAWN')),
    PRIMARY KEY (story_id, article_id)
);
CREATE INDEX story_copy_article ON story_copy (article_id);
COMMENT ON COLUMN story_copy.place IS 'Order of arrival, from 1';
