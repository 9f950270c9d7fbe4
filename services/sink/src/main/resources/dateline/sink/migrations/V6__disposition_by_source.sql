-- "Where did the articles of this source go?" is asked while something is wrong: it must not read the whole table.
CREATE INDEX disposition_source ON disposition (source_id, at DESC);
