-- SPDX-License-Identifier: GPL-3.0-or-later
-- Words of notes and plan items, kept in step by triggers; 'secure-delete' leaves no trace of a word that was taken out.

CREATE VIRTUAL TABLE check_in_words USING fts5 (note, content = 'check_ins', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO check_in_words (check_in_words, rank) VALUES ('secure-delete', 1);
INSERT INTO check_in_words (check_in_words) VALUES ('rebuild');

CREATE TRIGGER check_in_words_insert AFTER INSERT ON check_ins BEGIN
  INSERT INTO check_in_words (rowid, note) VALUES (new.id, new.note);
END;
CREATE TRIGGER check_in_words_delete AFTER DELETE ON check_ins BEGIN
  INSERT INTO check_in_words (check_in_words, rowid, note) VALUES ('delete', old.id, old.note);
END;
CREATE TRIGGER check_in_words_update AFTER UPDATE OF note ON check_ins WHEN old.note <> new.note BEGIN
  INSERT INTO check_in_words (check_in_words, rowid, note) VALUES ('delete', old.id, old.note);
  INSERT INTO check_in_words (rowid, note) VALUES (new.id, new.note);
END;

CREATE VIRTUAL TABLE plan_item_words USING fts5 (text, content = 'plan_items', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO plan_item_words (plan_item_words, rank) VALUES ('secure-delete', 1);
INSERT INTO plan_item_words (plan_item_words) VALUES ('rebuild');

CREATE TRIGGER plan_item_words_insert AFTER INSERT ON plan_items BEGIN
  INSERT INTO plan_item_words (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER plan_item_words_delete AFTER DELETE ON plan_items BEGIN
  INSERT INTO plan_item_words (plan_item_words, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER plan_item_words_update AFTER UPDATE OF text ON plan_items WHEN old.text <> new.text BEGIN
  INSERT INTO plan_item_words (plan_item_words, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO plan_item_words (rowid, text) VALUES (new.id, new.text);
END;
