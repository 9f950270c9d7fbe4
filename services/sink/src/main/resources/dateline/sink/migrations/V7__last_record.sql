-- An offset alone cannot tell a log that lost its tail and has grown again since: at the same place stands another record.
ALTER TABLE sink_offset
    ADD COLUMN last_offset bigint,
    ADD COLUMN last_ingested_at timestamptz;
COMMENT ON COLUMN sink_offset.last_offset IS 'The last record that was read; null before the first';
COMMENT ON COLUMN sink_offset.last_ingested_at IS 'Time of that record. At the start of the sink Kafka must have a record of this time there, unless it was deleted or compacted away';
