/* ff-test-notes.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of people and their notes share: two groups, short ways to write, and what is in the data folder's bytes.
 */

#pragma once

#include <sqlite3.h>
#include <string.h>

#include "ff-group-repository.h"
#include "ff-session-repository.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GAsyncResult *result;
  GHashTable *changes; /* "aggregate:id" of all that was told */
} Notes;

static void
on_notes_changed (FfStore *store, int aggregate, char **ids, gpointer data)
{
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (data, g_strdup_printf ("%d:%s", aggregate, ids[i]));
}

static inline gboolean
was_told (Notes *f, FfAggregate aggregate, const char *id)
{
  g_autofree char *change = g_strdup_printf ("%d:%s", (int) aggregate, id);

  return g_hash_table_remove (f->changes, change);
}

#define assert_written(f) ff_test_assert_written ((f)->store, &(f)->result)

#define assert_refused(f, words)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) refusal = NULL;                                                             \
    g_assert_false (ff_test_written ((f)->store, &(f)->result, &refusal));                         \
    g_assert_error (refusal, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);                              \
    if (strstr (refusal->message, words) == NULL)                                                  \
      g_error ("“%s” does not say “%s”", refusal->message, words);                                 \
  }                                                                                                \
  G_STMT_END

static inline void
save_group (Notes *f, const char *uid, const char *name, guint keep_months)
{
  g_autoptr (FfGroup) group = ff_group_new (uid);

  ff_group_set_name (group, name);
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_group_set_keep_months (group, keep_months);
  ff_group_repository_save_async (f->store, group, NULL, ff_test_on_result, &f->result);
  assert_written (f);
}

static inline void
open_notes (Notes *f)
{
  f->store = ff_test_open (f->folder);
  g_signal_connect (f->store, "changed", G_CALLBACK (on_notes_changed), f->changes);
}

static inline void
set_up_notes (Notes *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  open_notes (f);
  save_group (f, "g", "Harbour", 0);
  save_group (f, "h", "Hillside", 0);
}

static inline void
tear_down_notes (Notes *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_hash_table_unref (f->changes);
  g_free (f->folder);
}

/* Of group @group: session "GROUP-DATE", start 19:00. */
static inline FfSession *
make_session_on (const char *group, const char *date)
{
  g_autofree char *uid = g_strconcat (group, "-", date, NULL);
  g_autofree char *text = g_strconcat (date, "T19:00", NULL);
  FfSession *session = ff_session_new (uid);
  FfWallTime start;

  g_assert_true (ff_wall_time_parse (text, &start, NULL));
  ff_session_set_group (session, group);
  ff_session_set_rule_time (session, &start);
  ff_session_set_start (session, &start);
  return session;
}

/* Participant "p-ALIAS", check-in "GROUP-DATE/ALIAS"; nothing is stored yet. */
static inline FfCheckIn *
make_check_in_on (const char *group, const char *date, const char *alias, const char *note)
{
  g_autofree char *uid = g_strconcat (group, "-", date, "/", alias, NULL);
  g_autofree char *session = g_strconcat (group, "-", date, NULL);
  g_autofree char *participant = g_strconcat ("p-", alias, NULL);
  FfCheckIn *check_in = ff_check_in_new (uid);

  ff_check_in_set_session (check_in, session);
  ff_check_in_set_participant (check_in, participant);
  ff_check_in_set_note (check_in, note);
  return check_in;
}

/* Queues it: whoever calls waits for the last. */
static inline void
queue_check_in (Notes *f,
                const char *group,
                const char *date,
                const char *alias,
                FfCheckIn *made,
                GAsyncReadyCallback callback,
                gpointer data)
{
  g_autofree char *participant_uid = g_strconcat ("p-", alias, NULL);
  g_autoptr (FfSession) session = make_session_on (group, date);
  g_autoptr (FfParticipant) participant = ff_participant_new (participant_uid);

  ff_participant_set_group (participant, group);
  ff_participant_set_alias (participant, alias);
  ff_session_repository_save_check_in_async (f->store, made, session, participant, callback, data);
}

static inline void
save_check_in (Notes *f, const char *group, const char *date, const char *alias, FfCheckIn *made)
{
  queue_check_in (f, group, date, alias, made, ff_test_on_result, &f->result);
  assert_written (f);
}

static inline void
check_in (Notes *f, const char *group, const char *date, const char *alias, const char *note)
{
  g_autoptr (FfCheckIn) made = make_check_in_on (group, date, alias, note);

  save_check_in (f, group, date, alias, made);
}

/* Item "GROUP-DATE/ALIAS/POSITION" */
static inline FfPlanItem *
make_item (const char *group, const char *date, const char *alias, guint position, const char *text)
{
  g_autofree char *uid = g_strdup_printf ("%s-%s/%s/%u", group, date, alias, position);
  g_autofree char *session = g_strconcat (group, "-", date, NULL);
  g_autofree char *participant = g_strconcat ("p-", alias, NULL);
  FfPlanItem *item = ff_plan_item_new (uid);

  ff_plan_item_set_set_at (item, session);
  ff_plan_item_set_participant (item, participant);
  ff_plan_item_set_position (item, position);
  ff_plan_item_set_text (item, text);
  return item;
}

static inline void
save_item (Notes *f, FfPlanItem *item)
{
  ff_session_repository_save_plan_item_async (f->store, item, ff_test_on_result, &f->result);
  assert_written (f);
}

static inline void
plan (Notes *f,
      const char *group,
      const char *date,
      const char *alias,
      guint position,
      const char *text)
{
  g_autoptr (FfPlanItem) item = make_item (group, date, alias, position, text);

  save_item (f, item);
}

/* On a connection of its own, as the sqlite3 shell would. */
static inline char *
ask (Notes *f, const char *sql)
{
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  GString *answer = g_string_new (NULL);
  sqlite3 *database;
  sqlite3_stmt *rows;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &rows, NULL), ==, SQLITE_OK);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      for (int column = 0; column < sqlite3_column_count (rows); column++)
        g_string_append_printf (answer, "%s|", (const char *) sqlite3_column_text (rows, column));
      g_string_append_c (answer, '\n');
    }
  sqlite3_finalize (rows);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  return g_string_free_and_steal (answer);
}

#define assert_answer(f, sql, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *answer = ask (f, sql);                                                        \
    g_assert_cmpstr (answer, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

/* All that is kept of people, whatever it is called. */
static inline char *
dump_people (Notes *f)
{
  static const char *const selects[] = {
    "SELECT * FROM sessions ORDER BY id",
    "SELECT * FROM participants ORDER BY id",
    "SELECT * FROM check_ins ORDER BY id",
    "SELECT * FROM plan_items ORDER BY id",
  };
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      g_autofree char *rows = ask (f, selects[i]);

      g_string_append (all, rows);
    }
  return g_string_free_and_steal (all);
}

/* How often any @n_letters of @word, in upper or lower case, stand in a file of @folder. */
static inline guint
count_letters (const char *folder, const char *word, gsize n_letters)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint found = 0;

  g_assert_cmpuint (strlen (word), >, n_letters);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found += count_letters (path, word, n_letters);
      else if (g_file_get_contents (path, &bytes, &length, NULL))
        for (gsize at = 0; at + n_letters <= length; at++)
          for (gsize i = 0; i + n_letters <= strlen (word); i++)
            if ((bytes[at] | 0x20) == (word[i] | 0x20)
                && g_ascii_strncasecmp (bytes + at, word + i, n_letters) == 0)
              found++;
    }
  return found;
}

/* How often five letters of it stand there: what is left of a word may be a part of it. */
static inline guint
count_traces (const char *folder, const char *word)
{
  return count_letters (folder, word, 5);
}
