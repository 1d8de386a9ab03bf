/* ff-test-search.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notes made up at random, in several scripts, and things that happen to them.
 */

#pragma once

#include <sqlite3.h>

#include "ff-test-store.h"

#define FF_TEST_GROUPS 3
#define FF_TEST_PEOPLE 6
#define FF_TEST_SESSIONS 30
#define FF_TEST_CHANGES 150

typedef struct
{
  char *folder;
  char *path;
  GRand *random;
} FfTestSearch;

/* With accents and without, in several scripts, some of which begin alike; and what is no letter. */
static const char *const ff_test_vocabulary[] = { "walk",
                                                  "Walked",
                                                  "wälk",
                                                  "meet",
                                                  "meeting",
                                                  "MEETINGS",
                                                  "me",
                                                  "café",
                                                  "CAFE",
                                                  "don't",
                                                  "do",
                                                  "well-being",
                                                  "to",
                                                  "today",
                                                  "Tödi",
                                                  "Ελλαδα",
                                                  "Ελλ",
                                                  "Москва",
                                                  "моск",
                                                  "مساء",
                                                  "الخير",
                                                  "12",
                                                  "128",
                                                  "été",
                                                  "et",
                                                  "\"gare\"",
                                                  "(gare",
                                                  "a",
                                                  "b1",
                                                  "g2",
                                                  "p3",
                                                  "o",
                                                  "c",
                                                  "i",
                                                  "\xee\x83\xb0o",
                                                  "\xee\x83\xb0g1",
                                                  "x\xee\x83\xb0y",
                                                  "AND",
                                                  "OR",
                                                  "NOT",
                                                  "—",
                                                  "*" };

static const char *
ff_test_search_choose_word (FfTestSearch *f)
{
  return ff_test_vocabulary[g_rand_int_range (f->random, 0, G_N_ELEMENTS (ff_test_vocabulary))];
}

static inline char *
ff_test_search_make_text (FfTestSearch *f, int most)
{
  GString *text = g_string_new (NULL);
  int words = g_rand_int_range (f->random, 0, most);

  for (int i = 0; i < words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? g_rand_boolean (f->random) ? " " : "\n" : "",
                            ff_test_search_choose_word (f));
  return g_string_free_and_steal (text);
}

/* Some minutes are those of several sessions, some sessions are put in late. */
static inline char *
ff_test_search_make_start (FfTestSearch *f)
{
  return g_strdup_printf ("%d-%02d-%02dT%02d:%02d", g_rand_int_range (f->random, 1999, 2028),
                          g_rand_int_range (f->random, 1, 3), g_rand_int_range (f->random, 1, 4),
                          g_rand_int_range (f->random, 0, 24), g_rand_int_range (f->random, 0, 2));
}

static inline void
ff_test_search_run (sqlite3 *database, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (database, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

/* %Q is a text as SQL has it. */
static inline void
ff_test_search_run_printf (sqlite3 *database, const char *format, ...)
{
  va_list arguments;
  char *sql;

  va_start (arguments, format);
  sql = sqlite3_vmprintf (format, arguments);
  va_end (arguments);
  ff_test_search_run (database, sql);
  sqlite3_free (sql);
}

static inline sqlite3 *
ff_test_search_open_database (FfTestSearch *f)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (f->path, &database), ==, SQLITE_OK);
  ff_test_search_run (database, "PRAGMA foreign_keys = ON");
  return database;
}

static inline void
ff_test_search_set_up (FfTestSearch *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->path = g_build_filename (f->folder, "fourfold.db", NULL);
  f->random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  ff_test_close (ff_test_open (f->folder));
}

static inline void
ff_test_search_tear_down (FfTestSearch *f, gconstpointer data)
{
  ff_test_remove_folder (f->folder);
  g_rand_free (f->random);
  g_free (f->path);
  g_free (f->folder);
}

/* --- Things that happen --- */

static inline void
ff_test_search_add_session (FfTestSearch *f, sqlite3 *database, int id)
{
  g_autofree char *start = ff_test_search_make_start (f);

  ff_test_search_run_printf (database,
                             "INSERT INTO sessions (id, uid, group_id, rule_time, start)"
                             " VALUES (%d, 's%d', %d, '%s', '%s')",
                             id, id, g_rand_int_range (f->random, 1, FF_TEST_GROUPS + 1), start,
                             start);
}

static inline void
ff_test_search_add_check_in (FfTestSearch *f, sqlite3 *database)
{
  g_autofree char *note = ff_test_search_make_text (f, 12);
  g_autofree char *helped = ff_test_search_make_text (f, 4);
  g_autofree char *goal = ff_test_search_make_text (f, 3);
  int number = g_rand_int (f->random) & 0xffffff;

  ff_test_search_run_printf (
      database,
      "INSERT OR IGNORE INTO check_ins (uid, session_id, participant_id, note, helped,"
      " goal, points) SELECT 'c%d', id, %d, %Q, %Q, %Q, %d FROM sessions WHERE id = %d",
      number, g_rand_int_range (f->random, 1, FF_TEST_PEOPLE + 1), note, helped, goal,
      g_rand_int_range (f->random, 0, 256), g_rand_int_range (f->random, 1, FF_TEST_SESSIONS + 1));
}

static inline void
ff_test_search_add_plan_item (FfTestSearch *f, sqlite3 *database)
{
  g_autofree char *text = ff_test_search_make_text (f, 6);
  int number = g_rand_int (f->random) & 0xffffff;

  ff_test_search_run_printf (
      database,
      "INSERT OR IGNORE INTO plan_items (uid, session_id, participant_id, position, text,"
      " outcome) SELECT 'i%d', id, %d, 0, %Q, %d FROM sessions WHERE id = %d",
      number, g_rand_int_range (f->random, 1, FF_TEST_PEOPLE + 1), text,
      g_rand_int_range (f->random, 0, 3), g_rand_int_range (f->random, 1, FF_TEST_SESSIONS + 1));
}

static inline void
ff_test_search_change_something (FfTestSearch *f, sqlite3 *database)
{
  int session = g_rand_int_range (f->random, 1, FF_TEST_SESSIONS + 1);
  int row = g_rand_int_range (f->random, 1, FF_TEST_CHANGES);
  int person = g_rand_int_range (f->random, 1, FF_TEST_PEOPLE + 1);
  g_autofree char *text = ff_test_search_make_text (f, 8);
  g_autofree char *start = ff_test_search_make_start (f);

  switch (g_rand_int_range (f->random, 0, 14))
    {
    case 0:
      ff_test_search_run_printf (database, "UPDATE check_ins SET note = %Q WHERE id = %d", text,
                                 row);
      break;
    case 1:
      ff_test_search_run_printf (database,
                                 "UPDATE check_ins SET helped = %Q, points = %d WHERE id = %d",
                                 text, row & 255, row);
      break;
    case 2:
      ff_test_search_run_printf (database, "UPDATE plan_items SET text = %Q WHERE id = %d", text,
                                 row);
      break;
    case 3:
      ff_test_search_run_printf (database,
                                 "UPDATE plan_items SET outcome = outcome %% 3 + 1 WHERE id = %d",
                                 row);
      break;
    case 4:
      ff_test_search_run_printf (
          database, "UPDATE plan_items SET outcome = 0, reviewed_id = NULL WHERE id = %d", row);
      break;
    case 5:
      ff_test_search_run_printf (database, "UPDATE sessions SET start = '%s' WHERE id = %d", start,
                                 session);
      break;
    case 6:
      ff_test_search_run_printf (database, "UPDATE sessions SET group_id = %d WHERE id = %d",
                                 row % FF_TEST_GROUPS + 1, session);
      break;
    case 7:
      ff_test_search_run_printf (database, "DELETE FROM check_ins WHERE id = %d", row);
      break;
    case 8:
      ff_test_search_run_printf (database, "DELETE FROM plan_items WHERE id = %d", row);
      break;
    case 9:
      ff_test_search_run_printf (database, "DELETE FROM sessions WHERE id = %d", session);
      ff_test_search_add_session (f, database, session);
      break;
    case 10:
      /* As two people become one. */
      ff_test_search_run_printf (
          database, "UPDATE plan_items SET participant_id = %d WHERE participant_id = %d", person,
          person % FF_TEST_PEOPLE + 1);
      break;
    case 11:
      ff_test_search_run_printf (
          database,
          "UPDATE check_ins SET participant_id = %d WHERE participant_id = %d AND session_id"
          " NOT IN (SELECT session_id FROM check_ins WHERE participant_id = %d)",
          person, person % FF_TEST_PEOPLE + 1, person);
      break;
    case 12:
      ff_test_search_add_check_in (f, database);
      break;
    case 13:
      ff_test_search_add_plan_item (f, database);
      break;
    default:
      g_assert_not_reached ();
    }
}

static inline void
ff_test_search_fill (FfTestSearch *f)
{
  sqlite3 *database = ff_test_search_open_database (f);

  ff_test_search_run (database, "BEGIN");
  for (int i = 1; i <= FF_TEST_GROUPS; i++)
    ff_test_search_run_printf (
        database,
        "INSERT INTO groups (id, uid, name, programme, zone, language, open, sample,"
        " sequence, modified) VALUES (%d, 'g%d', 'G', 'own', 'UTC', '', 0, 0, 0, 0)",
        i, i);
  for (int i = 1; i <= FF_TEST_PEOPLE; i++)
    ff_test_search_run_printf (database,
                               "INSERT INTO participants (id, uid, group_id, alias, folded, plain)"
                               " VALUES (%d, 'p%d', 1, 'P%d', 'p%d', 'p%d')",
                               i, i, i, i, i);
  for (int i = 1; i <= FF_TEST_SESSIONS; i++)
    ff_test_search_add_session (f, database, i);
  for (int i = 0; i < FF_TEST_CHANGES; i++)
    {
      ff_test_search_add_check_in (f, database);
      ff_test_search_add_plan_item (f, database);
    }
  ff_test_search_run (database, "COMMIT");
  sqlite3_close (database);
}

static inline void
ff_test_search_change (FfTestSearch *f)
{
  sqlite3 *database = ff_test_search_open_database (f);

  for (int i = 0; i < FF_TEST_CHANGES; i++)
    ff_test_search_change_something (f, database);
  ff_test_search_run (
      database, "INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 1)");
  sqlite3_close (database);
}
