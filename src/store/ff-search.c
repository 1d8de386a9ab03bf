/* ff-search.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-search.h"

#include "ff-search-words.h"
#include "ff-statement.h"
#include "ff-store-private.h"

/* The index hands out its rows from the latest on, so that asking for a few of a million is quick: the number of a row is the
 * minute at which its session started, then the number of the check-in or plan item. See the migration that makes it. */
#define PER_MINUTE G_GINT64_CONSTANT (8589934592)
#define MINUTES_PER_DAY 1440
#define JULIAN_OF_1900 693596 /* as ff_wall_time_get_julian() counts */

#define ROWS                                                                                       \
  "SELECT rowid FROM search_words WHERE search_words MATCH ?1 AND rowid >= ?2 AND rowid < ?3 "     \
  "ORDER BY rowid DESC"

#define ABOUT "s.uid, g.uid, g.name, s.start, p.uid, p.alias"
#define AROUND                                                                                     \
  " JOIN sessions AS s ON s.id = t.session_id JOIN groups AS g ON g.id = s.group_id"               \
  " JOIN participants AS p ON p.id = t.participant_id WHERE t.id = ?1"

static const char check_in_sql[]
    = "SELECT t.uid, x.text, 0, " ABOUT " FROM check_ins AS t JOIN check_in_texts AS x"
      " ON x.check_in_id = t.id" AROUND;
static const char plan_item_sql[]
    = "SELECT t.uid, t.text, t.outcome = 0, " ABOUT " FROM plan_items AS t" AROUND;

FfSearchQuery *
ff_search_query_copy (const FfSearchQuery *query)
{
  FfSearchQuery *copy = g_memdup2 (query, sizeof (FfSearchQuery));

  copy->words = g_strdup (query->words);
  copy->group = g_strdup (query->group);
  copy->person = g_strdup (query->person);
  return copy;
}

void
ff_search_query_free (FfSearchQuery *query)
{
  g_free (query->words);
  g_free (query->group);
  g_free (query->person);
  g_free (query);
}

/**
 * ff_search_query_has_words:
 *
 * Returns: whether there is a letter or a digit to look for
 */
gboolean
ff_search_query_has_words (const FfSearchQuery *query)
{
  g_autofree char *valid = g_utf8_make_valid (query->words != NULL ? query->words : "", -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
has_filter (const FfSearchQuery *query)
{
  return query->group != NULL || query->person != NULL || query->point != 0 || query->from.year != 0
         || query->to.year != 0 || query->open_plans || query->kinds != 0;
}

gboolean
ff_search_query_asks (const FfSearchQuery *query)
{
  return has_filter (query) || ff_search_query_has_words (query);
}

void
ff_search_result_free (FfSearchResult *result)
{
  g_free (result->uid);
  g_free (result->session);
  g_free (result->group);
  g_free (result->group_name);
  g_free (result->participant);
  g_free (result->alias);
  g_free (result->text);
  g_clear_pointer (&result->matches, g_array_unref);
  g_free (result);
}

typedef struct
{
  FfSearchQuery *query;
  guint limit;
  guint offset;
} FfSearch;

static void
ff_search_free (FfSearch *search)
{
  ff_search_query_free (search->query);
  g_free (search);
}

typedef struct
{
  GPtrArray *results;
  guint count;
  gboolean look; /* the texts say more than the index: none counts unread */
} FfFound;

static void
ff_found_free (FfFound *found)
{
  g_clear_pointer (&found->results, g_ptr_array_unref);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfFound, ff_found_free)

/* --- What the index is asked --- */

static void
add_facet (GString *expression, const char *facet)
{
  g_string_append_printf (expression, "%s\"" FF_SEARCH_MARK "%s\"",
                          expression->len > 0 ? " AND " : "", facet);
}

static void
add_number (GString *expression, char kind, gint64 number)
{
  g_autofree char *facet = g_strdup_printf ("%c%" G_GINT64_FORMAT, kind, number);

  add_facet (expression, facet);
}

/* @id: (out): 0, which no row has, where there is none with that uid */
static gboolean
find_id (FfConnection *connection, const char *sql, const char *uid, gint64 *id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_text (statement, 1, uid);
  *id = ff_statement_next (statement) ? ff_statement_get_int (statement, 0) : 0;
  return ff_statement_finish (statement, error);
}

static gboolean
add_filters (FfConnection *connection,
             const FfSearchQuery *query,
             GString *expression,
             GError **error)
{
  gint64 id;

  if (query->group != NULL)
    {
      if (!find_id (connection, "SELECT id FROM groups WHERE uid = ?1", query->group, &id, error))
        return FALSE;
      add_number (expression, 'g', id);
    }
  if (query->person != NULL)
    {
      if (!find_id (connection, "SELECT id FROM participants WHERE uid = ?1", query->person, &id,
                    error))
        return FALSE;
      add_number (expression, 'p', id);
    }
  if (query->point != 0)
    add_number (expression, 'b', query->point);
  if (query->open_plans)
    add_facet (expression, "o");
  if (query->kinds == FF_SEARCH_CHECK_IN)
    add_facet (expression, "c");
  else if (query->kinds == FF_SEARCH_PLAN_ITEM)
    add_facet (expression, "i");
  /* Dates alone: FTS5 walks its index only with something to match. */
  if (expression->len == 0)
    g_string_append (expression, "\"" FF_SEARCH_MARK "c\" OR \"" FF_SEARCH_MARK "i\"");
  return TRUE;
}

static gint64
first_row_of (const FfWallTime *day, int days_later)
{
  gint64 days = (gint64) ff_wall_time_get_julian (day) - JULIAN_OF_1900 + days_later;

  return MAX (days, 0) * MINUTES_PER_DAY * PER_MINUTE;
}

/* --- What is found --- */

static FfStatement *
find_row (FfConnection *connection, gint64 row)
{
  FfStatement *statement
      = ff_statement_new (connection, row % 2 == 0 ? check_in_sql : plan_item_sql);

  ff_statement_bind_int (statement, 1, row % PER_MINUTE / 2);
  return statement;
}

static FfSearchResult *
read_result (FfStatement *row, FfSearchKinds kind)
{
  FfSearchResult *result = g_new0 (FfSearchResult, 1);

  result->kind = kind;
  result->uid = g_strdup (ff_statement_get_text (row, 0));
  result->text = g_strdup (ff_statement_get_text (row, 1));
  result->open = ff_statement_get_int (row, 2) != 0;
  result->session = g_strdup (ff_statement_get_text (row, 3));
  result->group = g_strdup (ff_statement_get_text (row, 4));
  result->group_name = g_strdup (ff_statement_get_text (row, 5));
  ff_statement_get_time (row, 6, &result->start);
  result->participant = g_strdup (ff_statement_get_text (row, 7));
  result->alias = g_strdup (ff_statement_get_text (row, 8));
  result->matches = g_array_new (FALSE, FALSE, sizeof (FfSearchMatch));
  return result;
}

/* @found: (out) (nullable): NULL where the words do not stand there as they were typed */
static gboolean
read_row (FfConnection *connection,
          gint64 row,
          FfSearchWords *words,
          FfSearchResult **found,
          GError **error)
{
  g_autoptr (FfStatement) statement = find_row (connection, row);

  *found = NULL;
  if (ff_statement_next (statement))
    {
      g_autoptr (FfSearchResult) result
          = read_result (statement, row % 2 == 0 ? FF_SEARCH_CHECK_IN : FF_SEARCH_PLAN_ITEM);

      if (words == NULL || ff_search_words_find (words, result->text, result->matches))
        *found = g_steal_pointer (&result);
    }
  return ff_statement_finish (statement, error);
}

/* Rows that are only counted are not read where the index is right without looking. */
static gboolean
take_row (FfConnection *connection,
          gint64 row,
          const FfSearch *search,
          FfSearchWords *words,
          FfFound *found,
          GError **error)
{
  gboolean wanted = found->count >= search->offset && found->results->len < search->limit;
  g_autoptr (FfSearchResult) result = NULL;

  if (!wanted && !found->look)
    {
      found->count++;
      return TRUE;
    }
  if (!read_row (connection, row, words, &result, error))
    return FALSE;
  if (result == NULL)
    return TRUE;
  found->count++;
  if (wanted)
    g_ptr_array_add (found->results, g_steal_pointer (&result));
  return TRUE;
}

static gboolean
is_enough (const FfSearch *search, const FfFound *found)
{
  return found->results->len >= search->limit && found->count > FF_SEARCH_MOST_COUNTED;
}

static FfStatement *
ask (FfConnection *connection, const char *expression, const FfSearchQuery *query)
{
  FfStatement *rows = ff_statement_new (connection, ROWS);

  ff_statement_bind_text (rows, 1, expression);
  ff_statement_bind_int (rows, 2, query->from.year != 0 ? first_row_of (&query->from, 0) : 0);
  ff_statement_bind_int (rows, 3, query->to.year != 0 ? first_row_of (&query->to, 1) : G_MAXINT64);
  return rows;
}

static gboolean
walk (FfConnection *connection,
      const char *expression,
      const FfSearch *search,
      FfSearchWords *words,
      FfFound *found,
      GError **error)
{
  g_autoptr (FfStatement) rows = ask (connection, expression, search->query);

  while (!is_enough (search, found) && ff_statement_next (rows))
    if (!take_row (connection, ff_statement_get_int (rows, 0), search, words, found, error))
      return FALSE;
  return ff_statement_finish (rows, error);
}

/* A beginning of a letter or two is in so many places that going through them takes longer than reading what few texts a person,
 * or a group's open plans, leave over. */
#define FEW 250

static gboolean
are_few (FfConnection *connection,
         const char *filters,
         const FfSearchQuery *query,
         gboolean *few,
         GError **error)
{
  g_autoptr (FfStatement) rows = ask (connection, filters, query);
  guint count = 0;

  while (count <= FEW && ff_statement_next (rows))
    count++;
  *few = count <= FEW;
  return ff_statement_finish (rows, error);
}

/* @expression: what the words ask of the index, to which the filters are added, or which gives way to them */
static gboolean
narrow_down (FfConnection *connection,
             const FfSearchQuery *query,
             FfSearchWords *words,
             GString *expression,
             gboolean *look,
             GError **error)
{
  g_autoptr (GString) filters = g_string_new (NULL);
  gboolean few = FALSE;

  *look = words != NULL && !ff_search_words_exact (words);
  if (words == NULL || !ff_search_words_short (words)
      || (query->person == NULL && (query->group == NULL || !query->open_plans)))
    return add_filters (connection, query, expression, error);
  if (!add_filters (connection, query, filters, error)
      || !are_few (connection, filters->str, query, &few, error))
    return FALSE;
  if (few)
    g_string_assign (expression, filters->str);
  *look = *look || few;
  return few || add_filters (connection, query, expression, error);
}

static gpointer
search (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  FfSearch *wanted = data;
  g_autoptr (FfFound) found = g_new0 (FfFound, 1);
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autoptr (FfSearchWords) words = NULL;

  found->results = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_search_result_free);
  if (!ff_search_query_asks (wanted->query))
    return g_steal_pointer (&found);
  if (ff_search_query_has_words (wanted->query))
    {
      words = ff_search_words_new (connection, wanted->query->words, error);
      if (words == NULL || !ff_search_words_write (words, connection, expression, error))
        return NULL;
    }
  if (!narrow_down (connection, wanted->query, words, expression, &found->look, error)
      || !walk (connection, expression->str, wanted, words, found, error))
    return NULL;
  found->count = MIN (found->count, FF_SEARCH_MOST_COUNTED + 1);
  return g_steal_pointer (&found);
}

/**
 * ff_search_async:
 * @query: what to look for; every word must occur, as the beginning of a word, case and accents aside. Without a word, all that
 *   the filters let through; without either, nothing
 * @limit: how many results at most
 * @offset: how many of the latest to leave out
 * @cancellable: (nullable): a newer search cancels the one before it by this
 *
 * Looks on the reader's thread; what is there once the search begins is what is found.
 */
void
ff_search_async (FfStore *store,
                 const FfSearchQuery *query,
                 guint limit,
                 guint offset,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  FfSearch *wanted;

  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (query != NULL);
  g_return_if_fail (query->point <= 8);

  wanted = g_new0 (FfSearch, 1);
  wanted->query = ff_search_query_copy (query);
  wanted->limit = limit;
  wanted->offset = offset;
  ff_store_read_async (store, search, wanted, (GDestroyNotify) ff_search_free,
                       (GDestroyNotify) ff_found_free, cancellable, callback, user_data);
}

/**
 * ff_search_finish:
 * @count: (out) (optional): how many there are in all; %FF_SEARCH_MOST_COUNTED + 1 where there are more than
 *   %FF_SEARCH_MOST_COUNTED
 *
 * Returns: (transfer full) (element-type FfSearchResult): the session that started latest first; of sessions that started in the same minute, what was
 *   written later first, whenever the session itself was put in; %NULL with an error
 */
GPtrArray *
ff_search_finish (FfStore *store, GAsyncResult *result, guint *count, GError **error)
{
  g_autoptr (FfFound) found = ff_store_read_finish (store, result, error);

  if (count != NULL)
    *count = found != NULL ? found->count : 0;
  return found != NULL ? g_steal_pointer (&found->results) : NULL;
}
