/* test-roster-relieved.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Duties that somebody knew of and does not have any more: kept until they are told, and no longer than who they are kept of.
 */

#include <string.h>

#include "ff-rota-source.h"
#include "ff-test-roster.h"
#include "ff-volunteer-repository.h"

#define ASKED (G_GINT64_CONSTANT (1795161600) * G_USEC_PER_SEC)

static guint64
save_duty (Fixture *f,
           const char *uid,
           const char *volunteer,
           int weeks,
           FfDutyStatus status,
           gint64 asked)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfAssignment) duty = make_duty (f, uid, volunteer, weeks, 0);

  ff_assignment_set_status (duty, status);
  ff_assignment_set_asked (duty, asked);
  ff_roster_edit_save_assignment (edit, duty);
  return assert_applied (f, edit);
}

static guint64
delete_duty (Fixture *f, const char *uid)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_delete_assignment (edit, uid);
  return assert_applied (f, edit);
}

static guint64
forget (Fixture *f, const char *uid, const char *volunteer)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_forget_relieved (edit, uid, volunteer);
  return assert_applied (f, edit);
}

static void
take_back (Fixture *f, guint64 step)
{
  g_autoptr (GError) error = NULL;

  undo (f, step, &error);
  g_assert_no_error (error);
}

static FfRotaSource *
read_source (Fixture *f, int weeks)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find ("America/Vancouver", NULL);
  g_autoptr (GDateTime) from = ff_wall_time_to_instant (&tuesday, zone);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, weeks);
  g_autoptr (GError) error = NULL;
  FfRotaSource *source = ff_rota_source_read (f->store, from, until, &error);

  g_assert_no_error (error);
  return source;
}

/* What is still to be told in the next weeks, as “duty:ann@2026-11-24T19:00 ”; as if it had been declined. */
static void
assert_relieved (Fixture *f, const char *expected)
{
  g_autoptr (FfRotaSource) source = read_source (f, 12);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < source->relieved->len; i++)
    {
      FfAssignment *duty = source->relieved->pdata[i];
      g_autofree char *time = ff_wall_time_to_string (ff_assignment_get_rule_time (duty));

      g_assert_false (ff_assignment_is_live (duty));
      g_assert_cmpstr (ff_assignment_get_role (duty), ==, FF_ROLE_UID_HOST);
      g_string_append_printf (all, "%s:%s@%s ", ff_assignment_get_uid (duty),
                              ff_assignment_get_volunteer (duty), time);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

#define COUNT "SELECT count (*) FROM relieved_duties"

/* Whoever was asked in any way, and did not decline. */
static void
test_who_knows (Fixture *f, gconstpointer data)
{
  static const struct
  {
    FfDutyStatus status;
    gint64 asked;
    gboolean knows;
  } ways[] = {
    { FF_DUTY_PROPOSED, 0, FALSE },     { FF_DUTY_PROPOSED, ASKED, TRUE },
    { FF_DUTY_ASKED, ASKED, TRUE },     { FF_DUTY_CONFIRMED, 0, TRUE },
    { FF_DUTY_SWAPPED, 0, TRUE },       { FF_DUTY_DECLINED, 0, FALSE },
    { FF_DUTY_DECLINED, ASKED, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *uid = g_strdup_printf ("duty-%u", i);
      guint64 step;

      save_duty (f, uid, "ann", 0, ways[i].status, ways[i].asked);
      g_assert_cmpint (ask (f, COUNT), ==, 0);
      step = delete_duty (f, uid);
      g_assert_cmpint (ask (f, COUNT), ==, ways[i].knows ? 1 : 0);
      take_back (f, step);
      g_assert_cmpint (ask (f, COUNT), ==, 0);
      save_duty (f, uid, "ann", (int) i + 20, FF_DUTY_DECLINED, 0);
    }
}

/* Told once, and if that is taken back, to be told still; nobody is told of it twice over. */
static void
test_told (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint64 gone, told;

  save_duty (f, "duty", "ann", 0, FF_DUTY_ASKED, ASKED);
  gone = delete_duty (f, "duty");
  assert_relieved (f, "duty:ann@2026-11-24T19:00 ");
  forget (f, "duty", "bea");
  forget (f, "other", "ann");
  assert_relieved (f, "duty:ann@2026-11-24T19:00 ");
  told = forget (f, "duty", "ann");
  g_assert_nonnull (strstr (f->changes->str, f->meeting));
  assert_relieved (f, "");
  /* They were told that they do not have it. */
  g_assert_false (undo (f, gone, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  take_back (f, told);
  assert_relieved (f, "duty:ann@2026-11-24T19:00 ");
  take_back (f, gone);
  assert_relieved (f, "");
}

/* A duty that becomes somebody else's as it is, and theirs again. */
static void
test_given (Fixture *f, gconstpointer data)
{
  guint64 step;

  save_duty (f, "duty", "ann", 0, FF_DUTY_CONFIRMED, 0);
  save_duty (f, "duty", "ann", 1, FF_DUTY_CONFIRMED, 0);
  assert_relieved (f, "");
  step = save_duty (f, "duty", "bea", 2, FF_DUTY_CONFIRMED, 0);
  assert_relieved (f, "duty:ann@2026-12-01T19:00 ");
  take_back (f, step);
  assert_relieved (f, "");
  save_duty (f, "duty", "bea", 2, FF_DUTY_CONFIRMED, 0);
  save_duty (f, "duty", "ann", 2, FF_DUTY_CONFIRMED, 0);
  assert_relieved (f, "duty:bea@2026-12-08T19:00 ");
}

/* Two who swap, each in a new duty: both are told of the old ones. */
static void
test_swapped (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfAssignment) anns = make_duty (f, "anns", "ann", 1, 0);
  g_autoptr (FfAssignment) beas = make_duty (f, "beas", "bea", 0, 0);
  guint64 step;

  save_duty (f, "first", "ann", 0, FF_DUTY_CONFIRMED, 0);
  save_duty (f, "second", "bea", 1, FF_DUTY_CONFIRMED, 0);
  ff_roster_edit_delete_assignment (edit, "first");
  ff_roster_edit_delete_assignment (edit, "second");
  ff_roster_edit_save_assignment (edit, anns);
  ff_roster_edit_save_assignment (edit, beas);
  step = assert_applied (f, edit);
  assert_relieved (f, "first:ann@2026-11-24T19:00 second:bea@2026-12-01T19:00 ");
  take_back (f, step);
  assert_relieved (f, "");
}

/* Who becomes part of Ann is told as Ann; nothing is told twice. */
static void
test_merged (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  guint64 step;

  save_duty (f, "duty", "bea", 0, FF_DUTY_CONFIRMED, 0);
  save_duty (f, "duty", "ann", 0, FF_DUTY_CONFIRMED, 0);
  delete_duty (f, "duty");
  save_duty (f, "other", "bea", 1, FF_DUTY_CONFIRMED, 0);
  delete_duty (f, "other");
  g_assert_cmpint (ask (f, COUNT), ==, 3);
  ff_roster_edit_merge_volunteers (edit, "ann", "bea");
  step = assert_applied (f, edit);
  assert_relieved (f, "duty:ann@2026-11-24T19:00 other:ann@2026-12-01T19:00 ");
  take_back (f, step);
  g_assert_cmpint (ask (f, COUNT), ==, 3);
}

/* It is of its date wherever that goes, and goes with its meeting. */
static void
test_dates_move (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  const FfWallTime from = ff_wall_time_add_days (&tuesday, 7);
  guint64 step;

  save_duty (f, "first", "ann", 0, FF_DUTY_CONFIRMED, 0);
  save_duty (f, "second", "ann", 1, FF_DUTY_CONFIRMED, 0);
  delete_duty (f, "first");
  delete_duty (f, "second");
  ff_schedule_edit_move_dates (edit, f->meeting, f->meeting, &from, 1, 30);
  step = apply_schedule (f, edit);
  assert_relieved (f, "first:ann@2026-11-24T19:00 second:ann@2026-12-02T19:30 ");
  take_back (f, step);
  assert_relieved (f, "first:ann@2026-11-24T19:00 second:ann@2026-12-01T19:00 ");
  edit = ff_schedule_edit_new ();
  ff_schedule_edit_delete_meeting (edit, f->meeting);
  step = apply_schedule (f, edit);
  g_assert_cmpint (ask (f, COUNT), ==, 0);
  take_back (f, step);
  g_assert_cmpint (ask (f, COUNT), ==, 2);
}

/* What nobody was told of for a year is not kept. */
static void
test_cleared (Fixture *f, gconstpointer data)
{
  guint64 step;

  save_duty (f, "old", "ann", 0, FF_DUTY_CONFIRMED, 0);
  save_duty (f, "later", "ann", 52, FF_DUTY_CONFIRMED, 0);
  save_duty (f, "last", "ann", 53, FF_DUTY_CONFIRMED, 0);
  delete_duty (f, "old");
  delete_duty (f, "later");
  g_assert_cmpint (ask (f, COUNT), ==, 2);
  step = delete_duty (f, "last");
  g_assert_cmpint (ask (f, COUNT " WHERE uid IN ('later', 'last')"), ==, 2);
  g_assert_cmpint (ask (f, COUNT), ==, 2);
  take_back (f, step);
  g_assert_cmpint (ask (f, COUNT " WHERE uid IN ('old', 'later')"), ==, 2);
}

/* It is among what is kept of them, and nothing of it stays once they are erased. */
static void
test_record_and_erase (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  guint64 step;

  save_duty (f, "anns", "ann", 0, FF_DUTY_ASKED, ASKED);
  save_duty (f, "beas", "bea", 1, FF_DUTY_ASKED, ASKED);
  step = delete_duty (f, "anns");
  delete_duty (f, "beas");
  ff_volunteer_repository_get_record_async (f->store, "ann", NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  json = ff_volunteer_repository_get_record_finish (f->store, done, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (json, "\"status\" : \"relieved\""));
  g_assert_nonnull (strstr (json, "\"start\" : \"2026-11-24T19:00\""));
  g_assert_null (strstr (json, "2026-12-01T19:00"));

  ff_roster_erase_volunteer_async (f->store, "ann", FALSE, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  assert_relieved (f, "beas:bea@2026-12-01T19:00 ");
  g_assert_cmpint (ask (f, COUNT), ==, 1);
  g_assert_false (undo (f, step, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
}

/* The store is damaged while it is open: neither half of a change is made, and what is read says so. */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autofree char *path = make_path (f);
  g_autoptr (GTimeZone) zone = ff_time_zone_find ("America/Vancouver", NULL);
  g_autoptr (GDateTime) from = ff_wall_time_to_instant (&tuesday, zone);
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  save_duty (f, "duty", "ann", 0, FF_DUTY_CONFIRMED, 0);
  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "ALTER TABLE relieved_duties RENAME TO gone", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  ff_roster_edit_delete_assignment (edit, "duty");
  g_assert_cmpuint (apply (f, edit, &error), ==, 0);
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM assignments"), ==, 1);
  g_assert_null (ff_rota_source_read (f->store, from, from, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/roster-relieved/%s", name);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("who-knows", test_who_knows);
  add ("told", test_told);
  add ("given", test_given);
  add ("swapped", test_swapped);
  add ("merged", test_merged);
  add ("dates-move", test_dates_move);
  add ("cleared", test_cleared);
  add ("record-and-erase", test_record_and_erase);
  add ("damaged", test_damaged);
  return g_test_run ();
}
