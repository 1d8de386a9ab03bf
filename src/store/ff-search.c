/* ff-search.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-search.h"

#include "ff-statement.h"
#include "ff-store-private.h"

/* Latest first, as the ids of sessions grow with time almost everywhere, and their starts decide. */
static const char search_sql[]
    = "SELECT 0, s.uid, g.name, s.start, p.alias, c.note, c.id"
      " FROM check_in_words AS w JOIN check_ins AS c ON c.id = w.rowid"
      " JOIN sessions AS s ON s.id = c.session_id JOIN groups AS g ON g.id = s.group_id"
      " JOIN participants AS p ON p.id = c.participant_id"
      " WHERE check_in_words MATCH ?1"
      " UNION ALL SELECT 1, s.uid, g.name, s.start, p.alias, i.text, i.id"
      " FROM plan_item_words AS w JOIN plan_items AS i ON i.id = w.rowid"
      " JOIN sessions AS s ON s.id = i.session_id JOIN groups AS g ON g.id = s.group_id"
      " JOIN participants AS p ON p.id = i.participant_id"
      " WHERE plan_item_words MATCH ?1"
      " ORDER BY 4 DESC, 1, 7 LIMIT ?2";

typedef struct
{
  char *expression;
  guint limit;
} FfSearch;

static void
ff_search_free (FfSearch *search)
{
  g_free (search->expression);
  g_free (search);
}

void
ff_search_result_free (FfSearchResult *result)
{
  g_free (result->session);
  g_free (result->group_name);
  g_free (result->alias);
  g_free (result->text);
  g_free (result);
}

static gboolean
has_letter (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Each word quoted, so that nothing a person types is FTS5's query language, and as a prefix:
 * https://www.sqlite.org/fts5.html#full_text_query_syntax
 * (nullable): NULL where there is no word to look for */
static char *
write_expression (const char *words)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+", valid, G_REGEX_DEFAULT, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GString) word = g_string_new (parts[i]);

      if (!has_letter (word->str))
        continue;
      g_string_replace (word, "\"", " ", 0);
      g_string_append_printf (expression, "%s\"%s\" *", expression->len > 0 ? " " : "", word->str);
    }
  return expression->len > 0 ? g_string_free_and_steal (g_steal_pointer (&expression)) : NULL;
}

static FfSearchResult *
read_result (FfStatement *row)
{
  FfSearchResult *result = g_new0 (FfSearchResult, 1);

  result->kind = ff_statement_get_int (row, 0) == 0 ? FF_SEARCH_CHECK_IN : FF_SEARCH_PLAN_ITEM;
  result->session = g_strdup (ff_statement_get_text (row, 1));
  result->group_name = g_strdup (ff_statement_get_text (row, 2));
  ff_statement_get_time (row, 3, &result->start);
  result->alias = g_strdup (ff_statement_get_text (row, 4));
  result->text = g_strdup (ff_statement_get_text (row, 5));
  return result;
}

static gpointer
search (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  FfSearch *wanted = data;
  g_autoptr (GPtrArray) results
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_search_result_free);
  g_autoptr (FfStatement) statement = NULL;

  if (wanted->expression == NULL)
    return g_steal_pointer (&results);
  statement = ff_statement_new (connection, search_sql);
  ff_statement_bind_text (statement, 1, wanted->expression);
  ff_statement_bind_int (statement, 2, wanted->limit);
  while (ff_statement_next (statement))
    g_ptr_array_add (results, read_result (statement));
  if (!ff_statement_finish (statement, error))
    return NULL;
  return g_steal_pointer (&results);
}

/**
 * ff_search_async:
 * @words: what to look for: every word must occur, as the beginning of a word, case and accents aside; where there is none,
 *   nothing is found
 * @limit: how many results at most
 */
void
ff_search_async (FfStore *store,
                 const char *words,
                 guint limit,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  FfSearch *wanted = g_new0 (FfSearch, 1);

  wanted->expression = write_expression (words);
  wanted->limit = limit;
  ff_store_read_async (store, search, wanted, (GDestroyNotify) ff_search_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * ff_search_finish:
 *
 * Returns: (transfer full) (element-type FfSearchResult): latest first; %NULL with an error
 */
GPtrArray *
ff_search_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}
