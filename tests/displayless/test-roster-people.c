/* test-roster-people.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers in lists, their trainings and hours, two who are one, and one of whom nothing stays.
 */

#include <json-glib/json-glib.h>
#include <string.h>

#include "ff-hours-repository.h"
#include "ff-test-roster.h"
#include "ff-volunteer-repository.h"

static GDateTime *
make_now (void)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find ("America/Vancouver", NULL);

  return g_date_time_new (zone, 2026, 12, 2, 12, 0, 0);
}

static void
save (Fixture *f, FfVolunteer *volunteer)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_save_volunteer (edit, volunteer);
  assert_applied (f, edit);
}

static FfVolunteer *
get (Fixture *f, const char *uid)
{
  g_autoptr (GError) error = NULL;
  FfVolunteer *volunteer = ff_roster_repository_get_volunteer (f->store, uid, &error);

  g_assert_no_error (error);
  return volunteer;
}

/* Ann hosts in the group and her training lapsed; Béa hosts and never did it; Cy greets, is away, and resting. */
static void
fill (Fixture *f)
{
  g_autoptr (FfVolunteer) ann = get (f, "ann");
  g_autoptr (FfVolunteer) bea = get (f, "bea");
  g_autoptr (FfVolunteer) cy = make_volunteer ("cy", "Cy Cyr");

  ff_volunteer_set_text (ann, FF_VOLUNTEER_PHONE, "+1 604 555-0123");
  ff_volunteer_set_set (ann, FF_VOLUNTEER_ROLES, (const char *const[]) { FF_ROLE_UID_HOST, NULL });
  ff_volunteer_set_set (ann, FF_VOLUNTEER_GROUPS, (const char *const[]) { f->group, NULL });
  ff_volunteer_set_set (ann, FF_VOLUNTEER_PROGRAMMES, (const char *const[]) { "own", NULL });
  g_ptr_array_add (ff_volunteer_get_trainings (ann),
                   ff_training_new ("training", "2025-01-01", "2026-11-30", NULL));
  g_ptr_array_add (ff_volunteer_get_trainings (ann),
                   ff_training_new ("training", "2024-01-01", "2025-11-30", NULL));
  save (f, ann);
  ff_volunteer_set_text (bea, FF_VOLUNTEER_MAIL, "Bea@example.org");
  ff_volunteer_set_set (bea, FF_VOLUNTEER_ROLES,
                        (const char *const[]) { FF_ROLE_UID_HOST, FF_ROLE_UID_GREETER, NULL });
  save (f, bea);
  ff_volunteer_set_serving (cy, FF_SERVING_RESTING);
  ff_volunteer_set_set (cy, FF_VOLUNTEER_ROLES,
                        (const char *const[]) { FF_ROLE_UID_GREETER, NULL });
  g_ptr_array_add (ff_volunteer_get_absences (cy),
                   ff_absence_new ("2026-11-20", "2026-12-02", NULL));
  g_ptr_array_add (ff_volunteer_get_absences (cy),
                   ff_absence_new ("2026-12-20", "2026-12-24", NULL));
  save (f, cy);
}

static GPtrArray *
list (Fixture *f, const FfVolunteerFilter *filter)
{
  g_autoptr (GDateTime) now = make_now ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  ff_volunteer_repository_list_async (f->store, filter, now, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  rows = ff_volunteer_repository_list_finish (f->store, done, &error);
  g_assert_no_error (error);
  return rows;
}

static void
assert_listed (Fixture *f, const FfVolunteerFilter *filter, const char *expected)
{
  g_autoptr (GPtrArray) rows = list (f, filter);
  g_autoptr (GString) uids = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (uids, "%s ", ff_volunteer_row_get_uid (rows->pdata[i]));
  g_assert_cmpstr (uids->str, ==, expected);
}

#define FILTER(...)                                                                                \
  &(const FfVolunteerFilter)                                                                       \
  {                                                                                                \
    .serving = FF_SERVING_ANY, __VA_ARGS__                                                         \
  }

static void
test_filter (Fixture *f, gconstpointer data)
{
  fill (f);
  assert_listed (f, FILTER (.order = FF_VOLUNTEERS_BY_NAME), "ann bea cy ");
  assert_listed (f, FILTER (.words = "BEA"), "bea ");
  assert_listed (f, FILTER (.words = "béa  EXAMPLE"), "bea ");
  assert_listed (f, FILTER (.words = "6045550123"), "ann ");
  assert_listed (f, FILTER (.words = "555-01"), "ann ");
  assert_listed (f, FILTER (.words = "ann bea"), "");
  assert_listed (f, FILTER (.group = f->group), "ann ");
  assert_listed (f, FILTER (.role = FF_ROLE_UID_GREETER), "bea cy ");
  assert_listed (f, FILTER (.programme = "own"), "ann bea cy ");
  assert_listed (f, FILTER (.programme = "four-points"), "bea cy ");
  assert_listed (f, &(const FfVolunteerFilter) { .serving = FF_SERVING_RESTING }, "cy ");
  assert_listed (f, FILTER (.order = FF_VOLUNTEERS_BY_TRAINING), "bea ann cy ");
}

static void
save_duty (Fixture *f, const char *volunteer, int weeks, FfDutyStatus status, gint64 asked)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfAssignment) duty = make_duty (f, NULL, volunteer, weeks, 0);

  ff_assignment_set_status (duty, status);
  ff_assignment_set_asked (duty, asked);
  ff_assignment_set_reason (duty, "Zephyrkatze");
  ff_roster_edit_save_assignment (edit, duty);
  assert_applied (f, edit);
}

static void
test_row (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  FfVolunteerRow *row;
  const FfWallTime later = ff_wall_time_add_days (&tuesday, 14);

  fill (f);
  save_duty (f, "ann", -1, FF_DUTY_CONFIRMED, 20);
  save_duty (f, "ann", 0, FF_DUTY_SWAPPED, 30);
  save_duty (f, "ann", 1, FF_DUTY_DECLINED, 40);
  save_duty (f, "ann", 2, FF_DUTY_ASKED, 0);
  save_duty (f, "bea", 3, FF_DUTY_DECLINED, 10);
  assert_listed (f, FILTER (.order = FF_VOLUNTEERS_BY_ASKED), "cy bea ann ");
  rows = list (f, FILTER (.words = NULL));
  row = rows->pdata[0];
  g_assert_cmpstr (ff_volunteer_row_get_name (row), ==, "Ann");
  g_assert_cmpstr (ff_volunteer_row_get_zone (row), ==, "America/Vancouver");
  g_assert_cmpint (ff_volunteer_row_get_serving (row), ==, FF_SERVING_ACTIVE);
  g_assert_cmpstrv (ff_volunteer_row_get_roles (row), ((const char *[]) { "host", NULL }));
  g_assert_cmpstrv (ff_volunteer_row_get_groups (row), ((const char *[]) { f->group, NULL }));
  g_assert_cmpstr (ff_volunteer_row_get_training (row), ==, "2026-11-30");
  g_assert_null (ff_volunteer_row_get_away_until (row));
  g_assert_cmpint (ff_wall_time_compare (ff_volunteer_row_get_last_duty (row), &tuesday), ==, 0);
  g_assert_cmpint (ff_wall_time_compare (ff_volunteer_row_get_next_duty (row), &later), ==, 0);
  g_assert_cmpint (ff_volunteer_row_get_last_asked (row), ==, 40);
  row = rows->pdata[1];
  g_assert_cmpstr (ff_volunteer_row_get_training (row), ==, "");
  g_assert_null (ff_volunteer_row_get_last_duty (row));
  g_assert_null (ff_volunteer_row_get_next_duty (row));
  row = rows->pdata[2];
  g_assert_null (ff_volunteer_row_get_training (row));
  g_assert_cmpstr (ff_volunteer_row_get_away_until (row), ==, "2026-12-02");
}

static GPtrArray *
list_due (Fixture *f, const char *before)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *due;

  ff_volunteer_repository_list_training_async (f->store, before, NULL, ff_test_on_result,
                                               &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  due = ff_volunteer_repository_list_training_finish (f->store, done, &error);
  g_assert_no_error (error);
  return due;
}

static void
retire_host (Fixture *f)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (FfRole) host = ff_role_new (FF_ROLE_UID_HOST);

  ff_roster_edit_save_needs (edit, f->group, NULL, none);
  assert_applied (f, edit);
  ff_role_set_requirements (host, (const char *const[]) { "training", NULL });
  ff_role_set_retired (host, TRUE);
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_role (edit, host);
  assert_applied (f, edit);
}

/* What holds on the day is not in the list; what was never done always is, but of who rests; nor what only a retired role
 * requires. */
static void
test_training (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) on_last_day = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (FfVolunteer) cy = NULL;

  fill (f);
  cy = get (f, "cy");
  ff_volunteer_set_set (cy, FF_VOLUNTEER_ROLES, (const char *const[]) { FF_ROLE_UID_HOST, NULL });
  save (f, cy);
  on_last_day = list_due (f, "2026-11-30");
  g_assert_cmpuint (on_last_day->len, ==, 1);
  g_assert_cmpstr (ff_training_due_get_volunteer (on_last_day->pdata[0]), ==, "bea");
  g_assert_null (ff_training_due_get_until (on_last_day->pdata[0]));
  after = list_due (f, "2026-12-01");
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpstr (ff_training_due_get_name (after->pdata[1]), ==, "Ann");
  g_assert_cmpstr (ff_training_due_get_requirement (after->pdata[1]), ==, "training");
  g_assert_cmpstr (ff_training_due_get_title (after->pdata[1]), ==, "Opening the room");
  g_assert_cmpstr (ff_training_due_get_until (after->pdata[1]), ==, "2026-11-30");

  retire_host (f);
  none = list_due (f, "2026-12-01");
  g_assert_cmpuint (none->len, ==, 0);
  rows = list (f, FILTER (.role = FF_ROLE_UID_HOST));
  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 0; i < rows->len; i++)
    g_assert_null (ff_volunteer_row_get_training (rows->pdata[i]));
}

static void
cancel_date (Fixture *f, int weeks)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  const FfWallTime time = ff_wall_time_add_days (&tuesday, 7 * weeks);
  g_autoptr (FfOverride) override = ff_override_new (f->meeting, &time);
  g_autoptr (GAsyncResult) done = NULL;

  ff_override_set_cancelled (override, TRUE);
  ff_schedule_edit_save_override (edit, override);
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  g_assert_cmpuint (ff_schedule_edit_apply_finish (f->store, done, NULL), >, 0);
}

static void
save_entry (Fixture *f, const char *date, guint minutes)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfHoursEntry) entry = ff_hours_entry_new (NULL, "ann", date, minutes, "Letters");

  ff_roster_edit_save_hours (edit, entry);
  assert_applied (f, edit);
  g_assert_cmpstr (f->changes->str, ==, "6:ann ");
}

/* In two roles at one date, as somebody agreed to. */
static void
save_second_role (Fixture *f, const char *volunteer, int weeks)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfAssignment) duty = make_duty (f, NULL, volunteer, weeks, 1);

  ff_assignment_set_status (duty, FF_DUTY_CONFIRMED);
  ff_roster_edit_save_assignment (edit, duty);
  assert_applied (f, edit);
}

/* What was held counts, an hour in two roles once: not what was asked, declined or cancelled, nor what is to come or before the stretch. */
static void
test_hours (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) now = make_now ();
  g_autoptr (GDateTime) from = g_date_time_add_months (now, -1);
  g_autoptr (GDateTime) until = g_date_time_add_months (now, 1);
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) hours = NULL;
  g_autoptr (GError) error = NULL;
  FfVolunteerHours *anns;
  const FfHoursEntry *entry;

  fill (f);
  save_duty (f, "ann", 0, FF_DUTY_CONFIRMED, 0);
  save_duty (f, "ann", 1, FF_DUTY_SWAPPED, 0);
  save_duty (f, "ann", 2, FF_DUTY_CONFIRMED, 0);
  save_duty (f, "bea", 3, FF_DUTY_DECLINED, 0);
  save_second_role (f, "ann", 0);
  save_entry (f, "2026-11-15", 45);
  save_entry (f, "2026-11-01", 15);
  ff_hours_repository_list_async (f->store, from, until, now, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  hours = ff_hours_repository_list_finish (f->store, done, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hours->len, ==, 1);
  anns = hours->pdata[0];
  g_assert_cmpstr (ff_volunteer_hours_get_volunteer (anns), ==, "ann");
  g_assert_cmpstr (ff_volunteer_hours_get_name (anns), ==, "Ann");
  g_assert_cmpuint (ff_volunteer_hours_get_duties (anns), ==, 3);
  g_assert_cmpuint (ff_volunteer_hours_get_meetings (anns), ==, 2);
  g_assert_cmpuint (ff_volunteer_hours_get_duty_minutes (anns), ==, 2 * 90);
  g_assert_cmpuint (ff_volunteer_hours_get_own_minutes (anns), ==, 45);
  g_assert_cmpuint (ff_volunteer_hours_get_entries (anns)->len, ==, 1);
  entry = ff_volunteer_hours_get_entries (anns)->pdata[0];
  g_assert_cmpstr (entry->date, ==, "2026-11-15");
  g_assert_cmpstr (entry->what, ==, "Letters");

  cancel_date (f, 1);
  g_clear_object (&done);
  g_clear_pointer (&hours, g_ptr_array_unref);
  ff_hours_repository_list_async (f->store, from, until, now, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  hours = ff_hours_repository_list_finish (f->store, done, NULL);
  g_assert_cmpuint (ff_volunteer_hours_get_duties (hours->pdata[0]), ==, 2);
}

static char *
read_record (Fixture *f, const char *uid, GError **error)
{
  g_autoptr (GAsyncResult) done = NULL;

  ff_volunteer_repository_get_record_async (f->store, uid, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  return ff_volunteer_repository_get_record_finish (f->store, done, error);
}

/* All of Ann, and nothing of anybody else. */
static void
test_record (Fixture *f, gconstpointer data)
{
  static const char *const said[]
      = { "fourfold-volunteer", "Ann", "+1 604 555-0123", "America/Vancouver", "Harbour",
          "Opening the room",   "own", "2026-11-30",      "2026-11-24T19:00",  "confirmed",
          "Zephyrkatze",        "45",  "Letters" };
  g_autofree char *json = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  fill (f);
  save_duty (f, "ann", 0, FF_DUTY_CONFIRMED, 0);
  save_duty (f, "bea", 1, FF_DUTY_CONFIRMED, 0);
  save_entry (f, "2026-11-15", 45);
  json = read_record (f, "ann", &error);
  g_assert_no_error (error);
  g_assert_true (json_parser_load_from_data (parser, json, -1, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (json, said[i]) == NULL)
      g_error ("“%s” is not in %s", said[i], json);
  g_assert_null (strstr (json, "Bea"));
  g_assert_null (strstr (json, "bea"));
  g_assert_null (strstr (json, "2026-12-01T19:00"));

  g_assert_null (read_record (f, "nobody", &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
}

static void
save_stand_in (Fixture *f, const char *volunteer, const char *instead, int weeks)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfAssignment) duty = make_duty (f, NULL, volunteer, weeks, 0);

  ff_assignment_set_status (duty, FF_DUTY_SWAPPED);
  ff_assignment_set_instead (duty, instead);
  ff_assignment_set_reason (duty, "Of whoever stepped in");
  ff_roster_edit_save_assignment (edit, duty);
  assert_applied (f, edit);
}

static void
move_duty (Fixture *f, int weeks, const char *to)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  const FfWallTime from = ff_wall_time_add_days (&tuesday, 7 * weeks);
  g_autoptr (FfOverride) moved = ff_override_new (f->meeting, &from);
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  FfWallTime start;

  g_assert_true (ff_wall_time_parse (to, &start, NULL));
  ff_override_set_start (moved, &start);
  ff_schedule_edit_save_override (edit, moved);
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  g_assert_cmpuint (ff_schedule_edit_apply_finish (f->store, done, &error), >, 0);
  g_assert_no_error (error);
}

/* When they were asked, where a date was moved, and what they gave up are theirs; who stepped in, and why, is not. */
static void
test_record_of_duties (Fixture *f, gconstpointer data)
{
  static const char *const said[] = { "\"number\" : \"ann\"",
                                      "\"changed\" : \"2",
                                      "\"asked\" : \"2026-11-20T08:00:00Z\"",
                                      "\"moved_to\" : \"2026-12-02T10:00\"",
                                      "\"status\" : \"given up\"",
                                      "Zephyrkatze" };
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  fill (f);
  save_duty (f, "ann", 0, FF_DUTY_ASKED, G_GINT64_CONSTANT (1795161600) * G_USEC_PER_SEC);
  save_duty (f, "ann", 1, FF_DUTY_CONFIRMED, 0);
  move_duty (f, 1, "2026-12-02T10:00");
  save_stand_in (f, "bea", "ann", 2);
  json = read_record (f, "ann", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (json, said[i]) == NULL)
      g_error ("“%s” is not in %s", said[i], json);
  g_assert_null (strstr (json, "bea"));
  g_assert_null (strstr (json, "Of whoever"));
}

/* Béa’s is Ann’s then; taken back, each has their own. */
static void
test_merge (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) merged = NULL;
  g_autoptr (FfVolunteer) again = NULL;
  g_autoptr (GError) error = NULL;
  guint64 step;

  fill (f);
  save_duty (f, "bea", 0, FF_DUTY_CONFIRMED, 0);
  save_stand_in (f, "ann", "bea", 1);
  save_stand_in (f, "bea", "ann", 2);
  save_stand_in (f, "cy", "bea", 3);
  ff_roster_edit_merge_volunteers (edit, "ann", "bea");
  step = assert_applied (f, edit);
  merged = get (f, "ann");
  g_assert_null (get (f, "bea"));
  g_assert_cmpstr (ff_volunteer_get_name (merged), ==, "Ann");
  g_assert_cmpstr (ff_volunteer_get_text (merged, FF_VOLUNTEER_MAIL), ==, "Bea@example.org");
  g_assert_true (ff_volunteer_has (merged, FF_VOLUNTEER_ROLES, FF_ROLE_UID_GREETER));
  /* What Ann says of herself stays. */
  g_assert_cmpstr (ff_volunteer_get_set (merged, FF_VOLUNTEER_PROGRAMMES)[0], ==, "own");
  g_assert_cmpint (ask (f, "SELECT count (*) FROM assignments AS a JOIN volunteers AS v"
                           " ON v.id = a.volunteer_id WHERE v.uid = 'ann'"),
                   ==, 3);
  /* She stands in for nobody, and Cy for her. */
  g_assert_cmpint (ask (f, "SELECT count (*) FROM assignments WHERE instead_id = volunteer_id"), ==,
                   0);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM assignments AS a JOIN volunteers AS v"
                           " ON v.id = a.instead_id WHERE v.uid = 'ann'"),
                   ==, 1);
  g_assert_true (undo (f, step, &error));
  g_assert_no_error (error);
  again = get (f, "bea");
  g_assert_cmpstr (ff_volunteer_get_text (again, FF_VOLUNTEER_MAIL), ==, "Bea@example.org");
  g_assert_cmpint (ask (f, "SELECT count (*) FROM assignments AS a JOIN volunteers AS v"
                           " ON v.id = a.volunteer_id WHERE v.uid = 'bea'"),
                   ==, 2);

  edit = ff_roster_edit_new ();
  ff_roster_edit_merge_volunteers (edit, "ann", "nobody");
  assert_refused (f, edit, "not there any more");
  edit = ff_roster_edit_new ();
  ff_roster_edit_merge_volunteers (edit, "ann", "ann");
  assert_refused (f, edit, "one already");
}

static void
assert_no_byte (Fixture *f, const char *word)
{
  static const char *const names[] = { "fourfold.db", "fourfold.db-wal", "fourfold.db-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, names[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_get_contents (path, &bytes, &length, NULL)
          && memmem (bytes, length, word, strlen (word)) != NULL)
        g_error ("“%s” is in %s", word, names[i]);
    }
}

static gboolean
has_byte (Fixture *f, const char *word)
{
  g_autofree char *path = make_path (f);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *more = NULL;
  gsize length, log_length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return memmem (bytes, length, word, strlen (word)) != NULL
         || (g_file_get_contents (log, &more, &log_length, NULL)
             && memmem (more, log_length, word, strlen (word)) != NULL);
}

/* A word in each text that there is of somebody; afterwards it is in no byte of the folder's files. */
static void
test_erase (Fixture *f, gconstpointer data)
{
  static const char word[] = "Zephyrkatze";
  g_autoptr (FfVolunteer) cat = make_volunteer ("cat", word);
  g_autoptr (GPtrArray) duties = NULL;
  g_autoptr (GError) error = NULL;
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfHoursEntry) entry = ff_hours_entry_new (NULL, "cat", "2026-01-01", 60, word);
  guint64 step;

  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    if (i != FF_VOLUNTEER_ZONE && i != FF_VOLUNTEER_LANGUAGE)
      ff_volunteer_set_text (cat, (FfVolunteerText) i, word);
  g_ptr_array_add (ff_volunteer_get_absences (cat),
                   ff_absence_new ("2026-12-20", "2026-12-24", word));
  g_ptr_array_add (ff_volunteer_get_trainings (cat),
                   ff_training_new ("training", "2026-01-01", NULL, word));
  g_ptr_array_add (ff_volunteer_get_steps (cat), ff_step_new (word, NULL));
  ff_volunteer_set_set (cat, FF_VOLUNTEER_ROLES, (const char *const[]) { FF_ROLE_UID_HOST, NULL });
  ff_roster_edit_save_volunteer (edit, cat);
  ff_roster_edit_save_hours (edit, entry);
  step = assert_applied (f, edit);
  save_duty (f, "cat", -300, FF_DUTY_CONFIRMED, 12);
  save_duty (f, "cat", -299, FF_DUTY_DECLINED, 12);
  save_duty (f, "cat", 1000, FF_DUTY_CONFIRMED, 12);
  g_assert_true (has_byte (f, word));

  ff_roster_erase_volunteer_async (f->store, "cat", TRUE, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_assert_null (get (f, "cat"));
  assert_no_byte (f, word);
  assert_no_byte (f, "zephyrkatze");
  g_assert_cmpint (ask (f, "SELECT count (*) FROM assignments"), ==, 1);
  g_assert_cmpint (
      ask (f, "SELECT count (*) FROM assignments WHERE volunteer_id IS NULL AND reason = ''"), ==,
      1);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM hours"), ==, 0);
  g_assert_false (undo (f, step, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  /* Nobody is there twice to be erased. */
  ff_roster_erase_volunteer_async (f->store, "cat", FALSE, ff_test_on_result, &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/roster-people/%s", name);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("filter", test_filter);
  add ("row", test_row);
  add ("training", test_training);
  add ("hours", test_hours);
  add ("record", test_record);
  add ("record-of-duties", test_record_of_duties);
  add ("merge", test_merge);
  add ("erase", test_erase);
  return g_test_run ();
}
