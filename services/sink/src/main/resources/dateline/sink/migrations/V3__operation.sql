-- How the pipeline is doing, and how far the sink has read.

CREATE TABLE disposition (
    stage             text        NOT NULL,
    topic             text        NOT NULL,
    topic_partition   integer     NOT NULL,
    topic_offset      bigint      NOT NULL,
    article_id        text        NOT NULL,
    url               text,
    source_id         text,
    outcome           text        NOT NULL,
    reason            text,
    detail            text,
    at                timestamptz NOT NULL,
    PRIMARY KEY (stage, topic, topic_partition, topic_offset)
);
CREATE INDEX disposition_article ON disposition (article_id, at);
CREATE INDEX disposition_at ON disposition (at);
COMMENT ON TABLE disposition IS 'What became of each record at each stage, and why; rows are deleted after sink.disposition-retention';
COMMENT ON COLUMN disposition.topic IS 'Where the stage read the record; topic_partition and topic_offset likewise';
COMMENT ON COLUMN disposition.outcome IS 'KEPT, DROPPED or DEAD_LETTERED';
COMMENT ON COLUMN disposition.at IS 'Ingest time of the record';

CREATE TABLE source_status (
    source_id             text PRIMARY KEY,
    name                  text        NOT NULL,
    url                   text        NOT NULL,
    state                 text        NOT NULL,
    last_attempt          timestamptz NOT NULL,
    last_success          timestamptz,
    next_attempt          timestamptz NOT NULL,
    http_status           integer,
    consecutive_failures  integer     NOT NULL,
    items                 integer     NOT NULL,
    articles              bigint      NOT NULL,
    problem               text,
    record_partition      integer     NOT NULL,
    record_offset         bigint      NOT NULL,
    stored_at             timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE source_status IS 'How each source is doing, as of its latest poll';
COMMENT ON COLUMN source_status.state IS 'NEW, OK, FAILING or PAUSED';

CREATE TABLE sink_offset (
    consumer_group   text        NOT NULL,
    topic            text        NOT NULL,
    topic_partition  integer     NOT NULL,
    next_offset      bigint      NOT NULL CHECK (next_offset >= 0),
    cluster_id       text        NOT NULL,
    topic_id         text        NOT NULL,
    updated_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer_group, topic, topic_partition)
);
COMMENT ON TABLE sink_offset IS 'How far each partition is stored; written in the transaction of the rows, so both hold or neither';
COMMENT ON COLUMN sink_offset.next_offset IS 'The record to read next. Moved from the expected value only: who finds another one is a zombie';
COMMENT ON COLUMN sink_offset.topic_id IS 'A topic of the same name that was made anew has another id, and other records at the same offsets';

CREATE FUNCTION sink_start_over() RETURNS void LANGUAGE sql AS $$
    DELETE FROM sink_offset;
    UPDATE article SET record_offset = -1;
    UPDATE article_version SET record_offset = -1;
    UPDATE duplicate SET record_offset = -1;
    UPDATE story SET record_offset = -1;
    UPDATE source_status SET record_offset = -1;
$$;
COMMENT ON FUNCTION sink_start_over() IS 'Makes the sink read every topic from its beginning, as after a change of cluster. No rows are lost.';
