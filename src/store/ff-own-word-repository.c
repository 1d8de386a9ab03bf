/* ff-own-word-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-own-word-repository.h"

#include "ff-rows.h"
#include "ff-store-private.h"

static FfOwnWord *
read_word (FfStatement *row)
{
  return ff_own_word_new (ff_statement_get_text (row, 0), ff_statement_get_text (row, 1),
                          ff_statement_get_text (row, 2), ff_statement_get_text (row, 3));
}

/**
 * ff_own_word_repository_list:
 * @language: (nullable): such as `fr`; words of all languages where it is %NULL
 *
 * Returns: (transfer full) (element-type FfOwnWord): by language and word; %NULL with an error
 */
GPtrArray *
ff_own_word_repository_list (FfStore *store, const char *language, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (FfStatement) statement = NULL;

  if (connection == NULL)
    return NULL;
  statement = ff_statement_new (connection, "SELECT uid, language, word, instead FROM own_words"
                                            " WHERE ?1 IS NULL OR language = ?1"
                                            " ORDER BY language, folded LIMIT 10000");
  ff_statement_bind_text (statement, 1, language);
  return ff_rows_list (statement, (FfRowReader) read_word, error);
}

static gboolean
save (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  g_autofree char *folded = ff_alias_fold (ff_own_word_get_word (data));
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "INSERT OR REPLACE INTO own_words"
                  " (uid, language, word, folded, instead, sequence, modified)"
                  " VALUES (?1, ?2, ?3, ?4, ?5,"
                  " coalesce ((SELECT sequence + 1 FROM own_words WHERE uid = ?1), 0), ?6)");

  ff_statement_bind_text (statement, 1, ff_own_word_get_uid (data));
  ff_statement_bind_text (statement, 2, ff_own_word_get_language (data));
  ff_statement_bind_text (statement, 3, ff_own_word_get_word (data));
  ff_statement_bind_text (statement, 4, folded);
  ff_statement_bind_text (statement, 5, ff_own_word_get_instead (data));
  ff_statement_bind_int (statement, 6, g_get_real_time ());
  ff_change_add (change, FF_AGGREGATE_WORD, ff_own_word_get_uid (data));
  return ff_statement_run (statement, error);
}

/**
 * ff_own_word_repository_save_async:
 * @word: inserted or updated; it takes the place of one that its language has already
 */
void
ff_own_word_repository_save_async (FfStore *store,
                                   FfOwnWord *word,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  /* It never changes, so the writer may have the same one. */
  ff_store_write_async (store, save, g_object_ref (word), g_object_unref, callback, user_data);
}

static gboolean delete (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "DELETE FROM own_words WHERE uid = ?1");

  ff_statement_bind_text (statement, 1, data);
  ff_change_add (change, FF_AGGREGATE_WORD, data);
  return ff_statement_run (statement, error);
}

/**
 * ff_own_word_repository_delete_async:
 * @uid: of a word; saving the object again puts it back
 */
void
ff_own_word_repository_delete_async (FfStore *store,
                                     const char *uid,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  ff_store_write_async (store, delete, g_strdup (uid), g_free, callback, user_data);
}
