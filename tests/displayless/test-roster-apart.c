/* test-roster-apart.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two volunteers who are alike and not the same: remembered as long as both are there, in whatever becomes of them.
 */

#include <string.h>

#include "ff-backup.h"
#include "ff-test-roster.h"
#include "ff-volunteer-repository.h"

static guint64
keep_apart (Fixture *f, const char *uid, const char *other)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_keep_apart (edit, uid, other);
  return assert_applied (f, edit);
}

static guint64
merge (Fixture *f, const char *kept, const char *gone)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_merge_volunteers (edit, kept, gone);
  return assert_applied (f, edit);
}

static void
save_somebody (Fixture *f, const char *uid)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) volunteer = make_volunteer (uid, uid);

  ff_roster_edit_save_volunteer (edit, volunteer);
  assert_applied (f, edit);
}

static void
take_back (Fixture *f, guint64 step)
{
  g_autoptr (GError) error = NULL;

  undo (f, step, &error);
  g_assert_no_error (error);
}

static gint64
count_pairs (const char *listed)
{
  gint64 n = 0;

  for (const char *c = listed; *c != '\0'; c++)
    n += *c == ' ';
  return n;
}

/* Who are known not to be the same, as “ann-bea ”; in the store each pair is there once. */
static char *
list_apart (FfStore *store)
{
  static const char *const uids[] = { "ann", "bea", "cy", "di", "eve" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRoster) roster = ff_roster_repository_load (store, &error);
  g_autoptr (GString) all = g_string_new (NULL);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (uids); j++)
      {
        const gboolean are_apart = ff_roster_are_apart (roster, uids[i], uids[j]);

        g_assert_cmpint (ff_roster_are_apart (roster, uids[j], uids[i]), ==, are_apart);
        if (are_apart)
          g_string_append_printf (all, "%s-%s ", uids[i], uids[j]);
        n += are_apart ? 1 : 0;
      }
  g_assert_cmpuint (ff_roster_count_apart (roster), ==, n);
  return g_string_free_and_steal (g_steal_pointer (&all));
}

#define assert_apart(f, expected)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *apart = list_apart ((f)->store);                                              \
    g_assert_cmpstr (apart, ==, expected);                                                         \
    g_assert_cmpint (ask (f, "SELECT count (*) FROM volunteers_apart"), ==,                        \
                     count_pairs (expected));                                                      \
  }                                                                                                \
  G_STMT_END

/* Whichever way round it is said, and however often; with one step back. */
static void
test_said (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  guint64 step, again;

  assert_apart (f, "");
  step = keep_apart (f, "bea", "ann");
  g_assert_nonnull (strstr (f->changes->str, ":ann"));
  g_assert_nonnull (strstr (f->changes->str, ":bea"));
  assert_apart (f, "ann-bea ");
  again = keep_apart (f, "ann", "bea");
  assert_apart (f, "ann-bea ");
  take_back (f, again);
  assert_apart (f, "ann-bea ");
  take_back (f, step);
  g_assert_nonnull (strstr (f->changes->str, ":ann"));
  assert_apart (f, "");

  ff_roster_edit_keep_apart (edit, "ann", "ann");
  assert_refused (f, edit, "one already");
  edit = ff_roster_edit_new ();
  ff_roster_edit_keep_apart (edit, "ann", "nobody");
  assert_refused (f, edit, "not there any more");
}

/* Taken back, whichever way round; with one step back it is said again. Of those who were not said to be two nothing changes. */
static void
test_forgotten (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  guint64 step;

  save_somebody (f, "cy");
  keep_apart (f, "ann", "bea");
  keep_apart (f, "cy", "bea");
  ff_roster_edit_forget_apart (edit, "bea", "ann");
  step = assert_applied (f, edit);
  g_assert_nonnull (strstr (f->changes->str, ":ann"));
  assert_apart (f, "bea-cy ");
  take_back (f, step);
  assert_apart (f, "ann-bea bea-cy ");
  edit = ff_roster_edit_new ();
  ff_roster_edit_forget_apart (edit, "ann", "cy");
  assert_applied (f, edit);
  assert_apart (f, "ann-bea bea-cy ");

  edit = ff_roster_edit_new ();
  ff_roster_edit_forget_apart (edit, "ann", "nobody");
  assert_refused (f, edit, "not there any more");
}

/* It outlasts the program, and what either is called. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) ann = make_volunteer ("ann", "Anna");

  keep_apart (f, "ann", "bea");
  ff_roster_edit_save_volunteer (edit, ann);
  assert_applied (f, edit);
  ff_test_close (f->store);
  f->store = ff_test_open (f->folder);
  assert_apart (f, "ann-bea ");
}

/* Who is not the same as Béa is not the same as Ann once she is Béa, too; that they were said to be two is past. */
static void
test_merged (Fixture *f, gconstpointer data)
{
  guint64 step;

  save_somebody (f, "cy");
  save_somebody (f, "di");
  save_somebody (f, "eve");
  keep_apart (f, "ann", "bea");
  keep_apart (f, "ann", "cy");
  keep_apart (f, "bea", "cy");
  keep_apart (f, "bea", "di");
  keep_apart (f, "di", "eve");
  step = merge (f, "ann", "bea");
  assert_apart (f, "ann-cy ann-di di-eve ");
  take_back (f, step);
  assert_apart (f, "ann-bea ann-cy bea-cy bea-di di-eve ");

  /* The one who stays came after those whom the other is apart from. */
  step = merge (f, "eve", "bea");
  assert_apart (f, "ann-cy ann-eve cy-eve di-eve ");
  take_back (f, step);
  assert_apart (f, "ann-bea ann-cy bea-cy bea-di di-eve ");

  step = merge (f, "di", "eve");
  assert_apart (f, "ann-bea ann-cy bea-cy bea-di ");
  merge (f, "bea", "di");
  assert_apart (f, "ann-bea ann-cy bea-cy ");
}

/* Nothing tells afterwards that there was somebody who is not Ann. */
static void
test_erased (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint64 step;

  save_somebody (f, "cy");
  keep_apart (f, "ann", "bea");
  keep_apart (f, "ann", "cy");
  step = keep_apart (f, "bea", "cy");
  ff_roster_erase_volunteer_async (f->store, "bea", TRUE, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  assert_apart (f, "ann-cy ");
  g_assert_false (undo (f, step, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  assert_apart (f, "ann-cy ");
  g_assert_cmpint (ask (f, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
}

/* What Ann is given of hers tells nothing of Béa. */
static void
test_record (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  keep_apart (f, "ann", "bea");
  ff_volunteer_repository_get_record_async (f->store, "ann", NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  json = ff_volunteer_repository_get_record_finish (f->store, done, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (json, "Ann"));
  g_assert_null (strstr (json, "Béa"));
  g_assert_null (strstr (json, "bea"));
  g_assert_null (strstr (json, "apart"));
}

static void
test_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "backup.tar.gz", NULL);
  g_autofree char *folder = g_build_filename (f->folder, "new", NULL);
  g_autofree char *apart = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *restored;

  keep_apart (f, "ann", "bea");
  ff_backup_write_async (f->store, path, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  ff_backup_write_finish (f->store, done, &error);
  g_assert_no_error (error);
  ff_backup_restore (folder, path, NULL, NULL, &error);
  g_assert_no_error (error);
  restored = ff_test_open (folder);
  apart = list_apart (restored);
  g_assert_cmpstr (apart, ==, "ann-bea ");
  ff_test_close (restored);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/roster-apart/%s", name);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("said", test_said);
  add ("forgotten", test_forgotten);
  add ("kept", test_kept);
  add ("merged", test_merged);
  add ("erased", test_erased);
  add ("record", test_record);
  add ("backup", test_backup);
  return g_test_run ();
}
