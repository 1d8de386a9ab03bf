/* test-search-oracle.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searches at random, beside a plain look through everything there is.
 */

#include <string.h>

#include "ff-search.h"
#include "ff-test-search.h"

#define QUERIES 150

/* --- The plain look --- */

static char *
plain (const char *text)
{
  g_autofree char *parts = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString *plain = g_string_new (NULL);

  for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isalnum (letter))
        g_string_append_unichar (plain, g_unichar_tolower (letter));
      else if (g_unichar_type (letter) != G_UNICODE_NON_SPACING_MARK)
        g_string_append_c (plain, ' ');
    }
  return g_string_free_and_steal (plain);
}

static GStrv
split (const char *text)
{
  g_autofree char *letters = plain (text);
  g_auto (GStrv) parts = g_strsplit (letters, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

static gboolean
has_phrase (char **words, char **phrase)
{
  guint n = g_strv_length (phrase);

  for (guint at = 0; at + n <= g_strv_length (words); at++)
    {
      guint i = 0;

      while (i < n
             && (i + 1 < n ? g_str_equal (words[at + i], phrase[i])
                           : g_str_has_prefix (words[at + i], phrase[i])))
        i++;
      if (i == n)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_all (const char *text, const char *asked)
{
  g_auto (GStrv) words = split (text);
  g_auto (GStrv) typed = g_strsplit_set (asked, " \n", -1);

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_auto (GStrv) phrase = split (typed[i]);

      if (phrase[0] != NULL && !has_phrase (words, phrase))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  char *start;
  gint64 order;
  char *uid;
} Entry;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Entry *left = *(Entry *const *) a;
  const Entry *right = *(Entry *const *) b;
  int starts = g_strcmp0 (right->start, left->start);

  return starts != 0 ? starts : (right->order > left->order) - (right->order < left->order);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->start);
  g_free (entry->uid);
  g_free (entry);
}

static const char everything[]
    = "SELECT c.uid, s.start, c.id * 2, 'g' || s.group_id, 'p' || c.participant_id, c.points, 0,"
      " c.note || char (10) || c.helped || char (10) || c.goal FROM check_ins AS c"
      " JOIN sessions AS s ON s.id = c.session_id"
      " UNION ALL SELECT i.uid, s.start, i.id * 2 + 1, 'g' || s.group_id,"
      " 'p' || i.participant_id, 0, i.outcome = 0, i.text FROM plan_items AS i"
      " JOIN sessions AS s ON s.id = i.session_id";

static gboolean
is_wanted (sqlite3_stmt *row, const FfSearchQuery *query)
{
  const char *start = (const char *) sqlite3_column_text (row, 1);
  gboolean is_item = sqlite3_column_int64 (row, 2) % 2 == 1;
  int year = atoi (start), month = atoi (start + 5), day = atoi (start + 8);
  int date = (year * 100 + month) * 100 + day;
  int from = (query->from.year * 100 + query->from.month) * 100 + query->from.day;
  int to = (query->to.year * 100 + query->to.month) * 100 + query->to.day;

  return (query->group == NULL
          || g_str_equal (query->group, (const char *) sqlite3_column_text (row, 3)))
         && (query->person == NULL
             || g_str_equal (query->person, (const char *) sqlite3_column_text (row, 4)))
         && (query->point == 0 || (sqlite3_column_int (row, 5) >> (query->point - 1) & 1) == 1)
         && (!query->open_plans || sqlite3_column_int (row, 6) == 1)
         && (query->kinds == 0
             || (query->kinds & (is_item ? FF_SEARCH_PLAN_ITEM : FF_SEARCH_CHECK_IN)))
         && (from == 0 || date >= from) && (to == 0 || date <= to)
         && (query->words == NULL
             || has_all ((const char *) sqlite3_column_text (row, 7), query->words));
}

static char *
look_plainly (sqlite3 *database, const FfSearchQuery *query)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  GString *found = g_string_new (NULL);
  sqlite3_stmt *row;

  if (ff_search_query_asks (query))
    {
      g_assert_cmpint (sqlite3_prepare_v2 (database, everything, -1, &row, NULL), ==, SQLITE_OK);
      while (sqlite3_step (row) == SQLITE_ROW)
        if (is_wanted (row, query))
          {
            Entry *entry = g_new0 (Entry, 1);

            entry->uid = g_strdup ((const char *) sqlite3_column_text (row, 0));
            entry->start = g_strdup ((const char *) sqlite3_column_text (row, 1));
            entry->order = sqlite3_column_int64 (row, 2);
            g_ptr_array_add (entries, entry);
          }
      sqlite3_finalize (row);
    }
  g_ptr_array_sort (entries, compare);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (found, "%s ", ((Entry *) entries->pdata[i])->uid);
  return g_string_free_and_steal (found);
}

/* --- The search --- */

static GPtrArray *
search (FfStore *store, const FfSearchQuery *query, guint limit, guint offset, guint *count)
{
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  ff_search_async (store, query, limit, offset, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  found = ff_search_finish (store, done, count, &error);
  g_assert_no_error (error);
  return found;
}

/* Every place is one of the words, and none is said where none was asked for. */
static void
assert_places (const FfSearchResult *result, const FfSearchQuery *query)
{
  guint after = 0;

  g_assert_true ((result->matches->len > 0) == ff_search_query_has_words (query));
  for (guint i = 0; i < result->matches->len; i++)
    {
      FfSearchMatch match = g_array_index (result->matches, FfSearchMatch, i);
      g_autofree char *there = g_strndup (result->text + match.start, match.end - match.start);
      g_auto (GStrv) word = split (there);
      g_auto (GStrv) asked = split (query->words);
      gboolean is_asked = FALSE;

      g_assert_cmpuint (match.start, >=, after);
      g_assert_cmpuint (match.end, >, match.start);
      g_assert_cmpuint (g_strv_length (word), ==, 1);
      for (guint j = 0; asked[j] != NULL; j++)
        is_asked = is_asked || g_str_has_prefix (word[0], asked[j]);
      g_assert_true (is_asked);
      after = match.end;
    }
}

static char *
look_up (FfTestSearch *f, FfStore *store, const FfSearchQuery *query)
{
  guint page = (guint) g_rand_int_range (f->random, 1, 400);
  GString *found = g_string_new (NULL);
  guint known = 0, count, counted = 0;

  do
    {
      g_autoptr (GPtrArray) results = search (store, query, page, known, &count);

      g_assert_true (known == 0 || count == counted);
      counted = count;
      for (guint i = 0; i < results->len; i++)
        {
          assert_places (results->pdata[i], query);
          g_string_append_printf (found, "%s ", ((FfSearchResult *) results->pdata[i])->uid);
        }
      known += results->len;
      if (results->len < page)
        break;
    }
  while (TRUE);
  g_assert_cmpuint (MIN (known, FF_SEARCH_MOST_COUNTED + 1), ==, counted);
  return g_string_free_and_steal (found);
}

static FfWallTime
make_day (FfTestSearch *f)
{
  return (FfWallTime) { .year = (gint16) g_rand_int_range (f->random, 1999, 2028),
                        .month = (guint8) g_rand_int_range (f->random, 1, 3),
                        .day = (guint8) g_rand_int_range (f->random, 1, 4) };
}

static char *
make_words (FfTestSearch *f)
{
  g_autofree char *text = ff_test_search_make_text (f, 4);
  glong letters = g_utf8_strlen (text, -1);

  /* As far as somebody has typed. */
  return g_utf8_substring (text, 0,
                           letters > 0 ? g_rand_int_range (f->random, 1, (int) letters + 1) : 0);
}

static FfSearchQuery *
make_query (FfTestSearch *f)
{
  FfSearchQuery *query = g_new0 (FfSearchQuery, 1);

  if (g_rand_int_range (f->random, 0, 5) > 0)
    query->words = make_words (f);
  if (g_rand_int_range (f->random, 0, 3) == 0)
    query->group = g_strdup_printf ("g%d", g_rand_int_range (f->random, 1, FF_TEST_GROUPS + 2));
  if (g_rand_int_range (f->random, 0, 4) == 0)
    query->person = g_strdup_printf ("p%d", g_rand_int_range (f->random, 1, FF_TEST_PEOPLE + 2));
  if (g_rand_int_range (f->random, 0, 5) == 0)
    query->point = (guint) g_rand_int_range (f->random, 1, 9);
  if (g_rand_int_range (f->random, 0, 4) == 0)
    query->from = make_day (f);
  if (g_rand_int_range (f->random, 0, 4) == 0)
    query->to = make_day (f);
  query->open_plans = g_rand_int_range (f->random, 0, 5) == 0;
  query->kinds = (FfSearchKinds) g_rand_int_range (f->random, 0, 4);
  return query;
}

static guint
compare_searches (FfTestSearch *f)
{
  FfStore *store = ff_test_open (f->folder);
  sqlite3 *database = ff_test_search_open_database (f);
  guint found = 0;

  for (int i = 0; i < QUERIES; i++)
    {
      g_autoptr (FfSearchQuery) query = make_query (f);
      g_autofree char *expected = look_plainly (database, query);
      g_autofree char *results = look_up (f, store, query);

      g_test_message ("“%s” %s %s %u %d %d %d %u", query->words, query->group, query->person,
                      query->point, query->from.year, query->to.year, query->open_plans,
                      query->kinds);
      g_assert_cmpstr (results, ==, expected);
      found += *results != '\0';
    }
  sqlite3_close (database);
  ff_test_close (store);
  return found;
}

static void
test_at_random (FfTestSearch *f, gconstpointer data)
{
  guint found;

  ff_test_search_fill (f);
  found = compare_searches (f);
  for (int i = 0; i < 3; i++)
    {
      ff_test_search_change (f);
      found += compare_searches (f);
    }
  g_assert_cmpuint (found, >, QUERIES);
}

/* What was taken out of a note is in no byte of the database, in no form in which the index had it. */
static void
test_forgotten (FfTestSearch *f, gconstpointer data)
{
  static const char *const words[]
      = { "Glockenspielunterricht", "glockenspielunterricht", "glock",
          "xylophonquartett",       "Xylophonquartett",       "pikkolofl" };
  sqlite3 *database;
  g_autofree char *bytes = NULL;
  gsize length;

  ff_test_search_fill (f);
  database = ff_test_search_open_database (f);
  ff_test_search_run (
      database,
      "PRAGMA secure_delete = ON;"
      "UPDATE check_ins SET note = note || ' Glockenspielunterricht', helped = 'Xylophonquartett'"
      " WHERE id % 3 = 0;"
      "UPDATE plan_items SET text = text || ' Pikkoloflöte' WHERE id % 2 = 0;"
      "DELETE FROM check_ins WHERE id % 3 = 0 AND id % 2 = 0;"
      "UPDATE check_ins SET note = 'Something else', helped = '' WHERE id % 3 = 0;"
      "UPDATE plan_items SET text = 'Nothing' WHERE id % 2 = 0 AND id % 4 <> 0;"
      "DELETE FROM plan_items WHERE id % 4 = 0;"
      "PRAGMA wal_checkpoint (TRUNCATE)");
  sqlite3_close (database);
  g_assert_true (g_file_get_contents (f->path, &bytes, &length, NULL));
  g_assert_nonnull (memmem (bytes, length, "Something else", 14));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (memmem (bytes, length, words[i], strlen (words[i])));
}

#define ADD(name, seed, func)                                                                      \
  g_test_add ("/search-oracle/" name, FfTestSearch, GUINT_TO_POINTER (seed),                       \
              ff_test_search_set_up, func, ff_test_search_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("at-random/1", 1, test_at_random);
  ADD ("at-random/2", 2, test_at_random);
  ADD ("at-random/3", 3, test_at_random);
  ADD ("forgotten", 4, test_forgotten);

  return g_test_run ();
}
