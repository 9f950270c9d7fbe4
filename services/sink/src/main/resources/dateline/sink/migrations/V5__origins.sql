-- A story counts all its copies and lists the first of them; one of them may be what the others credit.
ALTER TABLE story
    ADD COLUMN copy_count integer NOT NULL DEFAULT 0,
    ADD COLUMN origin     text;
COMMENT ON COLUMN story.copy_count IS 'All copies, listed in story_copy or not';
COMMENT ON COLUMN story.origin IS 'article_id of the copy that others credit as their origin, when it came later than the original; else null';
