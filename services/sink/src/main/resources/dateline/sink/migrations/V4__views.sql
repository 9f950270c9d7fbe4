-- For people with SQL.

CREATE VIEW v_article AS
SELECT a.*,
       COALESCE((SELECT array_agg(DISTINCT r.code ORDER BY r.code)
                   FROM region_tag r WHERE r.article_id = a.article_id AND r.role = 'ABOUT'), '{}') AS about,
       COALESCE((SELECT array_agg(DISTINCT r.code ORDER BY r.code)
                   FROM region_tag r WHERE r.article_id = a.article_id), '{}')                      AS regions,
       COALESCE((SELECT array_agg(t.code ORDER BY t.score DESC, t.code)
                   FROM theme_tag t WHERE t.article_id = a.article_id), '{}')                       AS themes,
       (SELECT count(*) FROM duplicate d WHERE d.story_id = a.article_id)                           AS copies
  FROM article a;
COMMENT ON VIEW v_article IS 'Originals with their regions (about: those in the role ABOUT), themes (best first) and number of copies';

CREATE VIEW v_surviving_copy AS
SELECT DISTINCT ON (d.story_id)
       d.story_id, a.url AS withdrawn_url, a.withdrawn_at, a.withdrawn_reason,
       d.article_id, d.url, d.outlet, d.title, d.text, d.authors, d.published, d.fetched_at, d.event_time, d.language,
       d.kind, d.similarity
  FROM duplicate d
  JOIN article a ON a.article_id = d.story_id
 WHERE a.status = 'WITHDRAWN' AND d.status = 'LIVE'
 ORDER BY d.story_id, d.fetched_at, d.article_id;
COMMENT ON VIEW v_surviving_copy IS 'For each withdrawn original, the earliest copy that is still there';

CREATE VIEW v_readable AS
SELECT article_id, story_id, NULL::text AS withdrawn_original, url, outlet, title, text, authors, published, fetched_at,
       event_time, language
  FROM article
 WHERE status = 'LIVE'
 UNION ALL
SELECT article_id, story_id, story_id, url, outlet, title, text, authors, published, fetched_at, event_time, language
  FROM v_surviving_copy;
COMMENT ON VIEW v_readable IS 'Every text once: live originals, and in the place of a withdrawn one its earliest surviving copy';

CREATE VIEW v_stage_outcome AS
SELECT stage, outcome, reason, count(*) AS records, min(at) AS earliest, max(at) AS latest
  FROM disposition
 GROUP BY stage, outcome, reason;
COMMENT ON VIEW v_stage_outcome IS 'How many records each stage kept, dropped or dead-lettered, and why, within the retention of dispositions';
