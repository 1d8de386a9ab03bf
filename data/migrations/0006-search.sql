-- SPDX-License-Identifier: GPL-3.0-or-later
-- One index over notes, what helped, goals and plan items, from which the latest matches are read without looking at the rest.

DROP TRIGGER check_in_words_insert;
DROP TRIGGER check_in_words_delete;
DROP TRIGGER check_in_words_update;
DROP TABLE check_in_words;
DROP TRIGGER plan_item_words_insert;
DROP TRIGGER plan_item_words_delete;
DROP TRIGGER plan_item_words_update;
DROP TABLE plan_item_words;

-- id: the minute since 1900 at which the session started × 2^33 + the row's own id × 2 + 0 for a check-in, 1 for a plan item. So the
-- session that started latest comes last, whenever it was put in, and FTS5 hands out its rows from either end.
-- facets: words that begin with U+E0F0, which counts as a letter and which nobody types; in a text it becomes a space.
-- c a check-in, i a plan item, g its group, p its person, b a point that was brought up, o a plan item that nobody reviewed.
CREATE VIEW check_in_texts (id, text, facets, check_in_id, session_id) AS
  SELECT max (0, coalesce (unixepoch (s.start) / 60 + 36816480, 0)) * 8589934592 + c.id * 2,
         replace (c.note || CASE WHEN c.helped = '' THEN '' ELSE char (10) || c.helped END
                         || CASE WHEN c.goal = '' THEN '' ELSE char (10) || c.goal END, char (57584), ' '),
         replace ('#c #g' || s.group_id || ' #p' || c.participant_id
                  || CASE WHEN c.points & 1 THEN ' #b1' ELSE '' END || CASE WHEN c.points & 2 THEN ' #b2' ELSE '' END
                  || CASE WHEN c.points & 4 THEN ' #b3' ELSE '' END || CASE WHEN c.points & 8 THEN ' #b4' ELSE '' END
                  || CASE WHEN c.points & 16 THEN ' #b5' ELSE '' END || CASE WHEN c.points & 32 THEN ' #b6' ELSE '' END
                  || CASE WHEN c.points & 64 THEN ' #b7' ELSE '' END || CASE WHEN c.points & 128 THEN ' #b8' ELSE '' END,
                  '#', char (57584)),
         c.id, s.id
    FROM check_ins AS c JOIN sessions AS s ON s.id = c.session_id;
CREATE VIEW plan_item_texts (id, text, facets, plan_item_id, session_id) AS
  SELECT max (0, coalesce (unixepoch (s.start) / 60 + 36816480, 0)) * 8589934592 + i.id * 2 + 1,
         replace (i.text, char (57584), ' '),
         replace ('#i #g' || s.group_id || ' #p' || i.participant_id || CASE WHEN i.outcome = 0 THEN ' #o' ELSE '' END,
                  '#', char (57584)),
         i.id, s.id
    FROM plan_items AS i JOIN sessions AS s ON s.id = i.session_id;
-- In the index's own order, or FTS5 begins anew with each row when it is rebuilt; only the ids are sorted, as the texts are large.
CREATE VIEW search_texts (id, text, facets) AS
  SELECT id,
         CASE id % 2 WHEN 0 THEN (SELECT text FROM check_in_texts WHERE check_in_id = id_of_row)
                     ELSE (SELECT text FROM plan_item_texts WHERE plan_item_id = id_of_row) END,
         CASE id % 2 WHEN 0 THEN (SELECT facets FROM check_in_texts WHERE check_in_id = id_of_row)
                     ELSE (SELECT facets FROM plan_item_texts WHERE plan_item_id = id_of_row) END
    FROM (SELECT id, id % 8589934592 / 2 AS id_of_row FROM (SELECT id FROM check_in_texts UNION ALL SELECT id FROM plan_item_texts)
           ORDER BY id);

-- Positions and lengths are not kept: what stands beside what is looked up in the text. Short beginnings of words have lists of their
-- own; the words that a longer one begins are looked up in the vocabulary. Which column a word is in is kept although nobody asks:
-- SQLite 3.46 leaves a malformed index when 'secure-delete' takes rows out of one with 'detail = none'.
CREATE VIRTUAL TABLE search_words USING fts5 (text, facets, content = 'search_texts', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = column, columnsize = 0);
INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1);
INSERT INTO search_words (search_words) VALUES ('rebuild');
INSERT INTO search_words (search_words) VALUES ('optimize');
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_words, instance);

-- While this has a row, the index is left alone, and it has to be rebuilt before the row goes: for whoever changes a great many notes.
CREATE TABLE search_pauses (
  id INTEGER PRIMARY KEY
) STRICT;

-- What is taken out of the index must be given as it was put in: before a row changes or goes, and while its session is there.
CREATE TRIGGER search_check_in_insert AFTER INSERT ON check_ins WHEN NOT EXISTS (SELECT 1 FROM search_pauses) BEGIN
  INSERT INTO search_words (rowid, text, facets) SELECT id, text, facets FROM check_in_texts WHERE check_in_id = new.id;
END;
CREATE TRIGGER search_check_in_delete BEFORE DELETE ON check_ins WHEN NOT EXISTS (SELECT 1 FROM search_pauses) BEGIN
  INSERT INTO search_words (search_words, rowid, text, facets)
    SELECT 'delete', id, text, facets FROM check_in_texts WHERE check_in_id = old.id;
END;
CREATE TRIGGER search_check_in_before BEFORE UPDATE OF id, session_id, participant_id, note, helped, goal, points ON check_ins
WHEN (old.id, old.session_id, old.participant_id, old.note, old.helped, old.goal, old.points)
  IS NOT (new.id, new.session_id, new.participant_id, new.note, new.helped, new.goal, new.points)
  AND NOT EXISTS (SELECT 1 FROM search_pauses)
BEGIN
  INSERT INTO search_words (search_words, rowid, text, facets)
    SELECT 'delete', id, text, facets FROM check_in_texts WHERE check_in_id = old.id;
END;
CREATE TRIGGER search_check_in_after AFTER UPDATE OF id, session_id, participant_id, note, helped, goal, points ON check_ins
WHEN (old.id, old.session_id, old.participant_id, old.note, old.helped, old.goal, old.points)
  IS NOT (new.id, new.session_id, new.participant_id, new.note, new.helped, new.goal, new.points)
  AND NOT EXISTS (SELECT 1 FROM search_pauses)
BEGIN
  INSERT INTO search_words (rowid, text, facets) SELECT id, text, facets FROM check_in_texts WHERE check_in_id = new.id;
END;

CREATE TRIGGER search_plan_item_insert AFTER INSERT ON plan_items WHEN NOT EXISTS (SELECT 1 FROM search_pauses) BEGIN
  INSERT INTO search_words (rowid, text, facets) SELECT id, text, facets FROM plan_item_texts WHERE plan_item_id = new.id;
END;
CREATE TRIGGER search_plan_item_delete BEFORE DELETE ON plan_items WHEN NOT EXISTS (SELECT 1 FROM search_pauses) BEGIN
  INSERT INTO search_words (search_words, rowid, text, facets)
    SELECT 'delete', id, text, facets FROM plan_item_texts WHERE plan_item_id = old.id;
END;
CREATE TRIGGER search_plan_item_before BEFORE UPDATE OF id, session_id, participant_id, text, outcome ON plan_items
WHEN (old.id, old.session_id, old.participant_id, old.text, old.outcome = 0)
  IS NOT (new.id, new.session_id, new.participant_id, new.text, new.outcome = 0)
  AND NOT EXISTS (SELECT 1 FROM search_pauses)
BEGIN
  INSERT INTO search_words (search_words, rowid, text, facets)
    SELECT 'delete', id, text, facets FROM plan_item_texts WHERE plan_item_id = old.id;
END;
CREATE TRIGGER search_plan_item_after AFTER UPDATE OF id, session_id, participant_id, text, outcome ON plan_items
WHEN (old.id, old.session_id, old.participant_id, old.text, old.outcome = 0)
  IS NOT (new.id, new.session_id, new.participant_id, new.text, new.outcome = 0)
  AND NOT EXISTS (SELECT 1 FROM search_pauses)
BEGIN
  INSERT INTO search_words (rowid, text, facets) SELECT id, text, facets FROM plan_item_texts WHERE plan_item_id = new.id;
END;

-- A session may come after its check-ins, and goes before them, when a step is taken back or a group goes.
CREATE TRIGGER search_session_insert AFTER INSERT ON sessions WHEN NOT EXISTS (SELECT 1 FROM search_pauses) BEGIN
  INSERT INTO search_words (rowid, text, facets) SELECT id, text, facets FROM check_in_texts WHERE session_id = new.id;
  INSERT INTO search_words (rowid, text, facets) SELECT id, text, facets FROM plan_item_texts WHERE session_id = new.id;
END;
CREATE TRIGGER search_session_delete BEFORE DELETE ON sessions WHEN NOT EXISTS (SELECT 1 FROM search_pauses) BEGIN
  INSERT INTO search_words (search_words, rowid, text, facets)
    SELECT 'delete', id, text, facets FROM check_in_texts WHERE session_id = old.id;
  INSERT INTO search_words (search_words, rowid, text, facets)
    SELECT 'delete', id, text, facets FROM plan_item_texts WHERE session_id = old.id;
END;
CREATE TRIGGER search_session_before BEFORE UPDATE OF id, start, group_id ON sessions
WHEN (old.id, old.start, old.group_id) IS NOT (new.id, new.start, new.group_id)
  AND NOT EXISTS (SELECT 1 FROM search_pauses)
BEGIN
  INSERT INTO search_words (search_words, rowid, text, facets)
    SELECT 'delete', id, text, facets FROM check_in_texts WHERE session_id = old.id;
  INSERT INTO search_words (search_words, rowid, text, facets)
    SELECT 'delete', id, text, facets FROM plan_item_texts WHERE session_id = old.id;
END;
CREATE TRIGGER search_session_after AFTER UPDATE OF id, start, group_id ON sessions
WHEN (old.id, old.start, old.group_id) IS NOT (new.id, new.start, new.group_id)
  AND NOT EXISTS (SELECT 1 FROM search_pauses)
BEGIN
  INSERT INTO search_words (rowid, text, facets) SELECT id, text, facets FROM check_in_texts WHERE session_id = new.id;
  INSERT INTO search_words (rowid, text, facets) SELECT id, text, facets FROM plan_item_texts WHERE session_id = new.id;
END;
