/* bench-search.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long one waits for what a search finds, among a great many notes.
 *
 * bench-search FOLDER CHECK-INS   fills the empty folder with that many check-ins and half as many plan items again, as an older
 *                                 Fourfold left them; opens it; and prints a line for each kind of query: what it is called, the
 *                                 median and the slowest in microseconds, and how many were found. First come “opening”,
 *                                 which makes the index, and “bytes”. A folder filled before is only asked.
 */

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>

#include "ff-connection.h"
#include "ff-migration.h"
#include "ff-search.h"
#include "ff-statement.h"

#define GROUPS 400
#define PEOPLE 40000
#define PER_SESSION 10
#define WORDS 24000
#define TIMES 21
#define SCHEMA 5 /* the last one without this index */

typedef struct
{
  FfConnection *connection;
  GRand *random;
  char **words;
  guint check_ins;
} Filling;

static char *
make_word (GRand *random)
{
  static const char consonants[] = "bcdfghklmnprstvw", vowels[] = "aeiou", ends[] = " nsrt";
  GString *word = g_string_new (NULL);
  int syllables = g_rand_int_range (random, 1, 5);
  char end;

  for (int i = 0; i < syllables; i++)
    {
      g_string_append_c (word, consonants[g_rand_int_range (random, 0, sizeof consonants - 1)]);
      g_string_append_c (word, vowels[g_rand_int_range (random, 0, sizeof vowels - 1)]);
    }
  end = ends[g_rand_int_range (random, 0, sizeof ends - 1)];
  if (end != ' ')
    g_string_append_c (word, end);
  return g_string_free_and_steal (word);
}

/* As often as in speech: the second half as often as the first, the third a third as often. */
static const char *
choose_word (Filling *f)
{
  double part = g_rand_double (f->random);
  guint index = (guint) (pow (WORDS, part)) -1;

  return f->words[MIN (index, WORDS - 1)];
}

static char *
make_text (Filling *f, int least, int most)
{
  GString *text = g_string_new (g_rand_boolean (f->random) ? "Today" : "Also");
  int words = g_rand_int_range (f->random, least, most);

  for (int i = 0; i < words; i++)
    {
      g_string_append_c (text, ' ');
      if (i == words / 2 && g_rand_boolean (f->random))
        g_string_append (text, "meeting");
      else if (i == words / 3 && g_rand_int_range (f->random, 0, 10) == 0)
        g_string_append (text, "don’t");
      else
        g_string_append (text, choose_word (f));
    }
  return g_string_free_and_steal (text);
}

static gboolean
add_groups_and_people (Filling *f, GError **error)
{
  g_autoptr (FfStatement) group = ff_statement_new (
      f->connection, "INSERT INTO groups (id, uid, name, programme, zone, language, open, sample,"
                     " sequence, modified) VALUES (?1, 'g' || ?1, 'Group ' || ?1, 'four-points',"
                     " 'UTC', 'en', 1, 0, 0, 0)");
  g_autoptr (FfStatement) person = ff_statement_new (
      f->connection,
      "INSERT INTO participants (id, uid, group_id, alias, folded, plain)"
      " VALUES (?1, 'p' || ?1, ?1 % " G_STRINGIFY (GROUPS) " + 1, 'Alias ' || ?1,"
                                                           " 'alias ' || ?1, 'alias ' || ?1)");

  for (int i = 1; i <= GROUPS; i++)
    {
      ff_statement_bind_int (group, 1, i);
      if (!ff_statement_run (group, error))
        return FALSE;
    }
  for (int i = 1; i <= PEOPLE; i++)
    {
      ff_statement_bind_int (person, 1, i);
      if (!ff_statement_run (person, error))
        return FALSE;
    }
  return TRUE;
}

/* Five years of meetings, ten people at each. */
static gboolean
add_sessions (Filling *f, GError **error)
{
  const guint sessions = f->check_ins / PER_SESSION;
  g_autoptr (FfStatement) session = ff_statement_new (
      f->connection,
      "INSERT INTO sessions (id, uid, group_id, rule_time, start) VALUES (?1, 's' || ?1,"
      " ?1 % " G_STRINGIFY (GROUPS) " + 1, ?2, ?2)");
  FfWallTime first = { 2021, 11, 22, 0, 0 };

  for (guint i = 1; i <= sessions; i++)
    {
      FfWallTime start = ff_wall_time_add_days (&first, (int) ((guint64) i * 1826 / sessions));

      start.hour = (guint8) (17 + i % 5);
      ff_statement_bind_int (session, 1, i);
      ff_statement_bind_time (session, 2, &start);
      if (!ff_statement_run (session, error))
        return FALSE;
    }
  return TRUE;
}

/* Ten of the hundred people of the session's group. */
static guint
choose_person (guint session, guint place)
{
  guint group = session % GROUPS;
  guint of_group = (session / GROUPS * 7 + place * 10) % (PEOPLE / GROUPS);

  return of_group * GROUPS + (group == 0 ? GROUPS : group);
}

static gboolean
add_check_ins (Filling *f, GError **error)
{
  g_autoptr (FfStatement) check_in
      = ff_statement_new (f->connection,
                          "INSERT INTO check_ins (id, uid, session_id, participant_id, note, urge,"
                          " points, helped) VALUES (?1, 'c' || ?1, ?2, ?3, ?4, ?1 % 11, ?5, ?6)");

  for (guint i = 0; i < f->check_ins; i++)
    {
      g_autofree char *said = make_text (f, 8, 40);
      g_autofree char *note = g_strconcat (said, i % 20000 == 7 ? " zzyzx" : NULL, NULL);
      g_autofree char *helped
          = g_rand_int_range (f->random, 0, 3) == 0 ? make_text (f, 3, 8) : g_strdup ("");

      ff_statement_bind_int (check_in, 1, i + 1);
      ff_statement_bind_int (check_in, 2, i / PER_SESSION + 1);
      ff_statement_bind_int (check_in, 3, choose_person (i / PER_SESSION + 1, i % PER_SESSION));
      ff_statement_bind_text (check_in, 4, note);
      ff_statement_bind_int (check_in, 5, g_rand_int_range (f->random, 0, 16));
      ff_statement_bind_text (check_in, 6, helped);
      if (!ff_statement_run (check_in, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_plan_items (Filling *f, GError **error)
{
  const guint per_session = PER_SESSION * 3 / 2;
  g_autoptr (FfStatement) item = ff_statement_new (
      f->connection, "INSERT INTO plan_items (id, uid, session_id, participant_id, position, text,"
                     " outcome) VALUES (?1, 'i' || ?1, ?2, ?3, ?4, ?5, ?6)");

  for (guint i = 0; i < f->check_ins * 3 / 2; i++)
    {
      g_autofree char *text = make_text (f, 2, 8);
      guint session = i / per_session + 1;

      ff_statement_bind_int (item, 1, i + 1);
      ff_statement_bind_int (item, 2, session);
      ff_statement_bind_int (item, 3, choose_person (session, i % PER_SESSION));
      ff_statement_bind_int (item, 4, i % per_session / PER_SESSION);
      ff_statement_bind_text (item, 5, text);
      ff_statement_bind_int (item, 6, g_rand_int_range (f->random, 0, 10) == 0 ? 0 : 1);
      if (!ff_statement_run (item, error))
        return FALSE;
    }
  return TRUE;
}

/* The old index would be made for nothing: its triggers rest, and the migration drops them. */
static gboolean
fill (const char *path, guint check_ins, GError **error)
{
  static const char *const before[] = { "DROP TRIGGER check_in_words_insert",
                                        "CREATE TRIGGER check_in_words_insert AFTER INSERT ON"
                                        " check_ins WHEN 0 BEGIN SELECT 0; END",
                                        "DROP TRIGGER plan_item_words_insert",
                                        "CREATE TRIGGER plan_item_words_insert AFTER INSERT ON"
                                        " plan_items WHEN 0 BEGIN SELECT 0; END",
                                        "BEGIN" };
  g_autoptr (FfConnection) connection = ff_connection_open (path, FF_CONNECTION_COPY, NULL, error);
  Filling f = { .connection = connection, .check_ins = check_ins };
  gboolean filled;

  if (connection == NULL
      || !ff_connection_execute (connection,
                                 "PRAGMA application_id = 1179012940; PRAGMA journal_mode = OFF;"
                                 " PRAGMA synchronous = OFF",
                                 error)
      || !ff_migration_run (connection, SCHEMA, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (!ff_connection_execute (connection, before[i], error))
      return FALSE;
  f.random = g_rand_new_with_seed (5);
  f.words = g_new0 (char *, WORDS + 1);
  for (guint i = 0; i < WORDS; i++)
    f.words[i] = make_word (f.random);
  filled = add_groups_and_people (&f, error) && add_sessions (&f, error)
           && add_check_ins (&f, error) && add_plan_items (&f, error)
           && ff_connection_execute (connection, "COMMIT; PRAGMA journal_mode = WAL", error);
  g_rand_free (f.random);
  g_strfreev (f.words);
  return filled;
}

/* --- Asking --- */

static const struct
{
  const char *name;
  FfSearchQuery query;
} queries[] = {
  { "common-word", { .words = (char *) "meeting" } },
  { "beginning-of-common-word", { .words = (char *) "meeti" } },
  { "rare-word", { .words = (char *) "zzyzx" } },
  { "one-letter", { .words = (char *) "m" } },
  { "two-letters", { .words = (char *) "me" } },
  { "three-letters", { .words = (char *) "mee" } },
  { "four-letters", { .words = (char *) "bado" } },
  { "two-words", { .words = (char *) "meeting today" } },
  { "word-with-apostrophe", { .words = (char *) "don’t" } },
  { "common-word-group", { .words = (char *) "meeting", .group = (char *) "g7" } },
  { "common-word-person", { .words = (char *) "meeting", .person = (char *) "p77" } },
  { "common-word-point", { .words = (char *) "meeting", .point = 2 } },
  { "common-word-open", { .words = (char *) "meeting", .open_plans = TRUE } },
  { "common-word-plans", { .words = (char *) "meeting", .kinds = FF_SEARCH_PLAN_ITEM } },
  { "common-word-dates",
    { .words = (char *) "meeting", .from = { 2023, 1, 1, 0, 0 }, .to = { 2023, 6, 30, 0, 0 } } },
  { "all-filters",
    { .words = (char *) "me",
      .group = (char *) "g7",
      .open_plans = TRUE,
      .from = { 2022, 1, 1, 0, 0 },
      .to = { 2024, 6, 30, 0, 0 } } },
  { "group", { .group = (char *) "g7" } },
  { "person", { .person = (char *) "p77" } },
  { "open-plans", { .open_plans = TRUE } },
  { "dates", { .from = { 2022, 1, 1, 0, 0 }, .to = { 2022, 1, 31, 0, 0 } } },
};

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} Asking;

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;

  asking->result = g_object_ref (result);
  g_main_loop_quit (asking->loop);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static gboolean
ask (FfStore *store, GMainLoop *loop, const char *name, const FfSearchQuery *query, GError **error)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint count = 0;

  for (guint i = 0; i < TIMES; i++)
    {
      Asking asking = { loop, NULL };
      gint64 began = g_get_monotonic_time (), took;
      g_autoptr (GPtrArray) found = NULL;

      ff_search_async (store, query, 50, 0, NULL, ready_cb, &asking);
      g_main_loop_run (loop);
      took = g_get_monotonic_time () - began;
      found = ff_search_finish (store, asking.result, &count, error);
      g_clear_object (&asking.result);
      if (found == NULL)
        return FALSE;
      g_array_append_val (times, took);
    }
  g_array_sort (times, compare);
  printf ("%s %d %d %u\n", name, (int) g_array_index (times, gint64, TIMES / 2),
          (int) g_array_index (times, gint64, TIMES - 1), count);
  return TRUE;
}

static gboolean
measure (const char *folder, const char *path, GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (FfStore) store = NULL;
  Asking closing = { loop, NULL };
  gint64 began = g_get_monotonic_time ();
  GStatBuf file;

  store = ff_store_open (folder, NULL, error);
  if (store == NULL)
    return FALSE;
  printf ("opening %d 0 0\n", (int) (g_get_monotonic_time () - began));
  printf ("bytes %" G_GINT64_FORMAT " 0 0\n",
          g_stat (path, &file) == 0 ? (gint64) file.st_size : 0);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!ask (store, loop, queries[i].name, &queries[i].query, error))
      return FALSE;
  ff_store_close_async (store, ready_cb, &closing);
  g_main_loop_run (loop);
  g_clear_object (&closing.result);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  guint check_ins = argc == 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (check_ins < PER_SESSION)
    {
      g_printerr ("bench-search FOLDER CHECK-INS\n");
      return 2;
    }
  g_mkdir_with_parents (argv[1], 0700);
  path = g_build_filename (argv[1], "fourfold.db", NULL);
  if ((g_file_test (path, G_FILE_TEST_EXISTS) || fill (path, check_ins, &error))
      && measure (argv[1], path, &error))
    return 0;
  g_printerr ("bench-search: %s\n", error->message);
  return 1;
}
