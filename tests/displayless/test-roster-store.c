/* test-roster-store.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The roster and the rota in the store: every column there and back, places that two want, taking back, and dates that move.
 */

#include "ff-test-roster.h"

/* A value of its own in every field. */
static void
fill_in (Fixture *f, FfVolunteer *volunteer)
{
  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Text %u “é”", i);

      if (i != FF_VOLUNTEER_ZONE)
        ff_volunteer_set_text (volunteer, (FfVolunteerText) i, text);
    }
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_LANGUAGES,
                        (const char *const[]) { "fr-CA", "en", NULL });
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_PROGRAMMES,
                        (const char *const[]) { "inside-out", "four-points", NULL });
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_ROLES,
                        (const char *const[]) { FF_ROLE_UID_HOST, FF_ROLE_UID_GREETER, NULL });
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_GROUPS, (const char *const[]) { f->group, NULL });
  ff_volunteer_set_serving (volunteer, FF_SERVING_IN_TRAINING);
  for (guint i = 0; i < FF_N_CAPS; i++)
    ff_volunteer_set_cap (volunteer, (FfCap) i, 3 + i);
  ff_volunteer_set_only_groups (volunteer, TRUE);
  ff_volunteer_set_online_only (volunteer, TRUE);
  ff_volunteer_set_reach (volunteer, 45);
  ff_volunteer_set_position (volunteer, 49.25, -123.125);
  ff_volunteer_set_sample (volunteer, TRUE);
  g_array_append_vals (ff_volunteer_get_availability (volunteer),
                       ((const FfAvailability[]) { { 2, 1080, 1320, FF_WISH_LIKES },
                                                   { 7, 1380, 1560, FF_WISH_RATHER_NOT } }),
                       2);
  g_ptr_array_add (ff_volunteer_get_absences (volunteer),
                   ff_absence_new ("2026-12-20", "2027-01-03", "Away"));
  g_ptr_array_add (ff_volunteer_get_absences (volunteer),
                   ff_absence_new ("2027-02-01", "2027-02-01", NULL));
  g_ptr_array_add (ff_volunteer_get_trainings (volunteer),
                   ff_training_new ("training", "2026-01-31", "2027-01-31", "Seen, in the binder"));
  g_ptr_array_add (ff_volunteer_get_trainings (volunteer),
                   ff_training_new ("training", "2025-01-31", NULL, NULL));
  g_ptr_array_add (ff_volunteer_get_steps (volunteer), ff_step_new ("Sat in", "2026-05-01"));
  g_ptr_array_add (ff_volunteer_get_steps (volunteer), ff_step_new ("Leads", NULL));
}

static void
assert_same_parts (FfVolunteer *a, FfVolunteer *b)
{
  GArray *hours = ff_volunteer_get_availability (a);
  GPtrArray *absences = ff_volunteer_get_absences (a);
  GPtrArray *trainings = ff_volunteer_get_trainings (a);
  GPtrArray *steps = ff_volunteer_get_steps (a);

  g_assert_cmpmem (hours->data, hours->len * sizeof (FfAvailability),
                   ff_volunteer_get_availability (b)->data,
                   ff_volunteer_get_availability (b)->len * sizeof (FfAvailability));
  g_assert_cmpuint (absences->len, ==, ff_volunteer_get_absences (b)->len);
  for (guint i = 0; i < absences->len; i++)
    {
      const FfAbsence *one = absences->pdata[i], *other = ff_volunteer_get_absences (b)->pdata[i];

      g_assert_cmpstr (one->from, ==, other->from);
      g_assert_cmpstr (one->until, ==, other->until);
      g_assert_cmpstr (one->reason, ==, other->reason);
    }
  g_assert_cmpuint (trainings->len, ==, ff_volunteer_get_trainings (b)->len);
  for (guint i = 0; i < trainings->len; i++)
    {
      const FfTraining *one = trainings->pdata[i];
      const FfTraining *other = ff_volunteer_get_trainings (b)->pdata[i];

      g_assert_cmpstr (one->requirement, ==, other->requirement);
      g_assert_cmpstr (one->done, ==, other->done);
      g_assert_cmpstr (one->until, ==, other->until);
      g_assert_cmpstr (one->document, ==, other->document);
    }
  g_assert_cmpuint (steps->len, ==, ff_volunteer_get_steps (b)->len);
  for (guint i = 0; i < steps->len; i++)
    {
      const FfStep *one = steps->pdata[i], *other = ff_volunteer_get_steps (b)->pdata[i];

      g_assert_cmpstr (one->title, ==, other->title);
      g_assert_cmpstr (one->date, ==, other->date);
    }
}

static void
assert_same (FfVolunteer *a, FfVolunteer *b)
{
  double positions[4];

  g_assert_cmpstr (ff_volunteer_get_uid (a), ==, ff_volunteer_get_uid (b));
  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    g_assert_cmpstr (ff_volunteer_get_text (a, (FfVolunteerText) i), ==,
                     ff_volunteer_get_text (b, (FfVolunteerText) i));
  for (guint i = 0; i < FF_N_VOLUNTEER_SETS; i++)
    g_assert_cmpstrv (ff_volunteer_get_set (a, (FfVolunteerSet) i),
                      ff_volunteer_get_set (b, (FfVolunteerSet) i));
  for (guint i = 0; i < FF_N_CAPS; i++)
    g_assert_cmpuint (ff_volunteer_get_cap (a, (FfCap) i), ==, ff_volunteer_get_cap (b, (FfCap) i));
  g_assert_cmpint (ff_volunteer_get_serving (a), ==, ff_volunteer_get_serving (b));
  g_assert_cmpint (ff_volunteer_get_only_groups (a), ==, ff_volunteer_get_only_groups (b));
  g_assert_cmpint (ff_volunteer_get_online_only (a), ==, ff_volunteer_get_online_only (b));
  g_assert_cmpint (ff_volunteer_get_sample (a), ==, ff_volunteer_get_sample (b));
  g_assert_cmpuint (ff_volunteer_get_reach (a), ==, ff_volunteer_get_reach (b));
  g_assert_cmpint (ff_volunteer_get_position (a, &positions[0], &positions[1]), ==,
                   ff_volunteer_get_position (b, &positions[2], &positions[3]));
  g_assert_cmpfloat_with_epsilon (positions[0], positions[2], 1e-9);
  g_assert_cmpfloat_with_epsilon (positions[1], positions[3], 1e-9);
  assert_same_parts (a, b);
}

static FfVolunteer *
get_volunteer (Fixture *f, const char *uid)
{
  g_autoptr (GError) error = NULL;
  FfVolunteer *volunteer = ff_roster_repository_get_volunteer (f->store, uid, &error);

  g_assert_no_error (error);
  return volunteer;
}

static guint64
save_volunteer (Fixture *f, FfVolunteer *volunteer)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_save_volunteer (edit, volunteer);
  return assert_applied (f, edit);
}

static void
test_volunteer (Fixture *f, gconstpointer data)
{
  g_autoptr (FfVolunteer) volunteer = make_volunteer ("cy", "Cy");
  g_autoptr (FfVolunteer) copy = NULL;
  g_autoptr (FfVolunteer) stored = NULL;
  g_autoptr (FfVolunteer) again = NULL;
  g_autoptr (FfRoster) roster = NULL;

  fill_in (f, volunteer);
  copy = ff_volunteer_copy (volunteer);
  assert_same (volunteer, copy);
  save_volunteer (f, volunteer);
  g_assert_cmpstr (f->changes->str, ==, "6:cy ");
  stored = get_volunteer (f, "cy");
  assert_same (volunteer, stored);
  g_assert_cmpuint (ff_volunteer_get_sequence (stored), ==, 0);
  g_assert_cmpint (ff_volunteer_get_modified (stored), >, 0);

  /* Saved as it is, nothing is new; a part alone counts as a change. */
  save_volunteer (f, stored);
  g_ptr_array_set_size (ff_volunteer_get_steps (stored), 1);
  ff_volunteer_clear_position (stored);
  save_volunteer (f, stored);
  g_ptr_array_set_size (ff_volunteer_get_absences (stored), 0);
  save_volunteer (f, stored);
  roster = ff_roster_repository_load (f->store, NULL);
  again = g_object_ref (ff_roster_find_volunteer (roster, "cy"));
  assert_same (stored, again);
  g_assert_cmpuint (ff_volunteer_get_sequence (again), ==, 2);
  g_assert_null (get_volunteer (f, "nobody"));
  g_assert_cmpuint (ff_roster_get_volunteers (roster)->len, ==, 3);
  g_assert_cmpstr (ff_volunteer_get_name (ff_roster_get_volunteers (roster)->pdata[0]), ==, "Ann");
}

static void
test_duty (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfAssignment) duty = make_duty (f, "duty", "ann", 1, 1);
  g_autoptr (GPtrArray) duties = NULL;
  g_autoptr (GPtrArray) of_bea = NULL;
  g_autofree char *told = g_strdup_printf ("7:%s ", f->meeting);
  const FfWallTime from = ff_wall_time_add_days (&tuesday, 7);
  const FfWallTime until = ff_wall_time_add_days (&tuesday, 8);
  FfAssignment *stored;

  ff_assignment_set_status (duty, FF_DUTY_SWAPPED);
  ff_assignment_set_pinned (duty, TRUE);
  ff_assignment_set_reason (duty, "Nobody else");
  ff_assignment_set_asked (duty, 1234567890);
  ff_assignment_set_instead (duty, "bea");
  ff_roster_edit_save_assignment (edit, duty);
  assert_applied (f, edit);
  g_assert_cmpstr (f->changes->str, ==, told);
  duties = ff_assignment_repository_list (f->store, f->meeting, "ann", &from, &until, NULL);
  g_assert_cmpuint (duties->len, ==, 1);
  stored = duties->pdata[0];
  g_assert_cmpstr (ff_assignment_get_uid (stored), ==, "duty");
  g_assert_cmpstr (ff_assignment_get_volunteer (stored), ==, "ann");
  g_assert_cmpstr (ff_assignment_get_meeting (stored), ==, f->meeting);
  g_assert_cmpint (ff_wall_time_compare (ff_assignment_get_rule_time (stored), &from), ==, 0);
  g_assert_cmpstr (ff_assignment_get_role (stored), ==, FF_ROLE_UID_HOST);
  g_assert_cmpuint (ff_assignment_get_place (stored), ==, 1);
  g_assert_cmpint (ff_assignment_get_status (stored), ==, FF_DUTY_SWAPPED);
  g_assert_true (ff_assignment_get_pinned (stored));
  g_assert_cmpstr (ff_assignment_get_reason (stored), ==, "Nobody else");
  g_assert_cmpint (ff_assignment_get_asked (stored), ==, 1234567890);
  g_assert_cmpstr (ff_assignment_get_instead (stored), ==, "bea");
  of_bea = ff_assignment_repository_list (f->store, NULL, "bea", &from, &until, NULL);
  g_assert_cmpuint (of_bea->len, ==, 0);
}

/* Whoever comes second is told, and nothing of their change is done. */
static void
test_two_want_one_place (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfAssignment) first = make_duty (f, "first", "ann", 0, 0);
  g_autoptr (FfAssignment) free_one = make_duty (f, "free", "bea", 1, 0);
  g_autoptr (FfAssignment) second = make_duty (f, "second", "bea", 0, 0);

  ff_roster_edit_save_assignment (edit, first);
  assert_applied (f, edit);
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_assignment (edit, free_one);
  ff_roster_edit_save_assignment (edit, second);
  assert_refused (f, edit, "Somebody else has this place by now");
  g_assert_cmpint (ask (f, "SELECT count (*) FROM assignments"), ==, 1);

  /* In one step the first declines and the second steps in, in whatever order they are said. */
  edit = ff_roster_edit_new ();
  ff_assignment_set_status (first, FF_DUTY_DECLINED);
  ff_roster_edit_save_assignment (edit, second);
  ff_roster_edit_save_assignment (edit, first);
  assert_applied (f, edit);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM assignments"), ==, 2);
}

/* Two that change places, and back. */
static void
test_swap (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfAssignment) a = make_duty (f, "a", "ann", 0, 0);
  g_autoptr (FfAssignment) b = make_duty (f, "b", "bea", 0, 1);
  g_autoptr (GError) error = NULL;
  guint64 step;

  ff_roster_edit_save_assignment (edit, a);
  ff_roster_edit_save_assignment (edit, b);
  assert_applied (f, edit);
  edit = ff_roster_edit_new ();
  ff_assignment_set_place (a, f->meeting, &tuesday, FF_ROLE_UID_HOST, 1);
  ff_assignment_set_place (b, f->meeting, &tuesday, FF_ROLE_UID_HOST, 0);
  ff_roster_edit_save_assignment (edit, a);
  ff_roster_edit_save_assignment (edit, b);
  step = assert_applied (f, edit);
  g_assert_cmpint (ask (f, "SELECT place FROM assignments WHERE uid = 'a' AND status = 0"), ==, 1);
  g_assert_true (undo (f, step, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (f, "SELECT place FROM assignments WHERE uid = 'a' AND status = 0"), ==, 0);
  g_assert_cmpint (ask (f, "SELECT place FROM assignments WHERE uid = 'b' AND status = 0"), ==, 1);
}

static char *
dump (Fixture *f)
{
  static const char *const tables[]
      = { "requirements",         "roles",           "role_requirements", "needs",
          "volunteers",           "volunteer_roles", "volunteer_groups",  "volunteer_languages",
          "volunteer_programmes", "availabilities",  "absences",          "trainings",
          "volunteer_steps",      "assignments",     "relieved_duties",   "hours" };
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *path = make_path (f);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", tables[i]);
      sqlite3_stmt *rows;

      g_string_append_printf (all, "%s\n", tables[i]);
      g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &rows, NULL), ==, SQLITE_OK);
      while (sqlite3_step (rows) == SQLITE_ROW)
        for (int j = 0; j < sqlite3_column_count (rows); j++)
          {
            const char *name = sqlite3_column_name (rows, j);

            /* Put back is a later revision. */
            if (!g_str_equal (name, "sequence") && !g_str_equal (name, "modified"))
              g_string_append_printf (all, "%s%s", (const char *) sqlite3_column_text (rows, j),
                                      j + 1 < sqlite3_column_count (rows) ? "|" : "\n");
          }
      sqlite3_finalize (rows);
    }
  sqlite3_close (database);
  return g_string_free_and_steal (g_steal_pointer (&all));
}

static void
assert_put_back (Fixture *f, guint64 step, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_true (undo (f, step, &error));
  g_assert_no_error (error);
  after = dump (f);
  g_assert_cmpstr (after, ==, before);
}

/* All at once: something new, changed and gone of each kind, taken back in one step. */
static void
test_undo (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) ann = make_volunteer ("ann", "Ann");
  g_autoptr (FfVolunteer) dee = make_volunteer ("dee", "Dee");
  g_autoptr (FfAssignment) duty = make_duty (f, "duty", "ann", 0, 0);
  g_autoptr (FfAssignment) other = make_duty (f, "other", "dee", 0, 1);
  g_autoptr (FfRole) host = ff_role_new (FF_ROLE_UID_HOST);
  g_autoptr (GPtrArray) needs = g_ptr_array_new ();
  g_autoptr (FfHoursEntry) entry = ff_hours_entry_new (NULL, "ann", "2026-11-01", 30, "Letters");
  g_autofree char *before = NULL;
  guint64 step;

  fill_in (f, ann);
  ff_roster_edit_save_volunteer (edit, ann);
  ff_roster_edit_save_assignment (edit, duty);
  ff_roster_edit_save_hours (edit, entry);
  assert_applied (f, edit);
  before = dump (f);

  edit = ff_roster_edit_new ();
  fill_in (f, dee);
  g_ptr_array_remove_index (ff_volunteer_get_trainings (ann), 0);
  g_array_remove_index (ff_volunteer_get_availability (ann), 0);
  ff_volunteer_set_set (ann, FF_VOLUNTEER_GROUPS, NULL);
  ff_volunteer_set_set (ann, FF_VOLUNTEER_LANGUAGES, (const char *const[]) { "de", NULL });
  ff_roster_edit_save_volunteer (edit, ann);
  ff_roster_edit_save_volunteer (edit, dee);
  ff_roster_edit_delete_assignment (edit, "duty");
  ff_roster_edit_save_assignment (edit, other);
  ff_role_set_name (host, "Door");
  ff_roster_edit_save_role (edit, host);
  ff_roster_edit_save_needs (edit, f->group, NULL, needs);
  ff_roster_edit_delete_hours (edit, entry->uid);
  ff_roster_edit_delete_requirement (edit, "training");
  step = assert_applied (f, edit);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM trainings"), ==, 0);
  assert_put_back (f, step, before);
}

/* What was changed since is not overwritten by taking back what was before. */
static void
test_undo_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (FfVolunteer) ann = get_volunteer (f, "ann");
  g_autoptr (GError) error = NULL;
  guint64 step;

  ff_volunteer_set_reach (ann, 10);
  step = save_volunteer (f, ann);
  ff_volunteer_set_reach (ann, 20);
  save_volunteer (f, ann);
  g_assert_false (undo (f, step, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_cmpint (ask (f, "SELECT reach FROM volunteers WHERE uid = 'ann'"), ==, 20);
}

static void
save_duties (Fixture *f)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *uid = g_strdup_printf ("duty-%d", i);
      g_autoptr (FfAssignment) duty = make_duty (f, uid, i == 1 ? "bea" : "ann", i, 0);

      ff_roster_edit_save_assignment (edit, duty);
    }
  assert_applied (f, edit);
}

/* The later dates move by a day, then are taken back; then the group goes with everything, and comes back. */
static void
test_dates_move (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  const FfWallTime from = ff_wall_time_add_days (&tuesday, 7);
  g_autofree char *before = NULL;
  guint64 step;

  save_duties (f);
  before = dump (f);
  ff_schedule_edit_move_dates (edit, f->meeting, f->meeting, &from, 1, 30);
  step = apply_schedule (f, edit);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM assignments WHERE rule_time IN"
                           " ('2026-11-24T19:00', '2026-12-02T19:30', '2026-12-09T19:30')"),
                   ==, 3);
  assert_put_back (f, step, before);

  edit = ff_schedule_edit_new ();
  ff_schedule_edit_delete_meeting (edit, f->meeting);
  step = apply_schedule (f, edit);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM assignments"), ==, 0);
  assert_put_back (f, step, before);

  edit = ff_schedule_edit_new ();
  ff_schedule_edit_delete_group (edit, f->group);
  step = apply_schedule (f, edit);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM needs"), ==, 0);
  assert_put_back (f, step, before);
}

/* A series that is divided in two needs as many people in its second half as in its first. */
static void
test_needs_go_along (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  FfScheduleEdit *division = ff_schedule_edit_new ();
  const FfWallTime from = ff_wall_time_add_days (&tuesday, 7);
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);
  g_autoptr (FfMeeting) second = ff_meeting_new ("second-half");
  g_autofree char *before = NULL;
  guint64 step;

  g_ptr_array_add (needs, ff_need_new (f->group, f->meeting, FF_ROLE_UID_GREETER, 3, TRUE));
  g_ptr_array_add (needs, ff_need_new (f->group, f->meeting, FF_ROLE_UID_HOST, 1, FALSE));
  ff_roster_edit_save_needs (edit, f->group, f->meeting, needs);
  assert_applied (f, edit);
  before = dump (f);

  ff_meeting_set_group (second, f->group);
  ff_meeting_set_start (second, &from);
  ff_meeting_set_rule (second, "FREQ=WEEKLY");
  ff_meeting_set_zone (second, "America/Vancouver");
  ff_schedule_edit_save_meeting (division, second);
  ff_schedule_edit_move_dates (division, f->meeting, "second-half", &from, 0, 0);
  step = apply_schedule (f, division);
  g_assert_cmpint (ask (f, "SELECT sum (n.places * 10 + n.required) FROM needs AS n"
                           " JOIN meetings AS m ON m.id = n.meeting_id AND m.group_id = n.group_id"
                           " WHERE m.uid = 'second-half'"),
                   ==, 41);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM needs"), ==, 5);
  assert_put_back (f, step, before);
}

/* What a rota is made from, in one go. */
static void
test_source (Fixture *f, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find ("America/Vancouver", NULL);
  g_autoptr (GDateTime) from = ff_wall_time_to_instant (&tuesday, zone);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, 2);
  g_autoptr (FfRotaSource) source = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  save_duties (f);
  ff_rota_source_read_async (f->store, from, until, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  source = ff_rota_source_read_finish (f->store, done, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (source->groups->len, ==, 1);
  g_assert_cmpuint (source->occurrences->len, ==, 2);
  g_assert_cmpuint (ff_roster_get_volunteers (source->roster)->len, ==, 2);
  g_assert_cmpuint (source->assignments->len, >=, 2);
  g_assert_cmpstr (ff_assignment_get_uid (source->assignments->pdata[0]), ==, "duty-0");
}

static FfRotaSource *
read_source (Fixture *f, int weeks)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find ("America/Vancouver", NULL);
  g_autoptr (GDateTime) first = ff_wall_time_to_instant (&tuesday, zone);
  g_autoptr (GDateTime) from = g_date_time_add_weeks (first, weeks);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, 2);
  g_autoptr (GError) error = NULL;
  FfRotaSource *source = ff_rota_source_read (f->store, from, until, &error);

  g_assert_no_error (error);
  return source;
}

/* Whoever serves up to twelve weeks in a row may have begun long before the margin of a rota. */
static void
test_source_of_long_rows (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) bea = make_volunteer ("bea", "Béa");
  g_autoptr (FfAssignment) duty = make_duty (f, "duty", "bea", 4, 0);
  g_autoptr (FfRotaSource) before = NULL;
  g_autoptr (FfRotaSource) after = NULL;

  ff_volunteer_set_cap (bea, FF_CAP_IN_ROW, 8);
  ff_roster_edit_save_volunteer (edit, bea);
  ff_roster_edit_save_assignment (edit, duty);
  assert_applied (f, edit);
  before = read_source (f, 8);
  g_assert_cmpuint (before->occurrences->len, ==, 2);
  g_assert_cmpuint (before->assignments->len, ==, 0);

  edit = ff_roster_edit_new ();
  ff_volunteer_set_cap (bea, FF_CAP_IN_ROW, 12);
  ff_roster_edit_save_volunteer (edit, bea);
  assert_applied (f, edit);
  after = read_source (f, 8);
  g_assert_cmpuint (after->occurrences->len, ==, 4 + 2 + 4);
  g_assert_cmpuint (after->assignments->len, ==, 1);
}

/* When each was asked last is known however long ago that was, or how far ahead the date is. */
static void
test_source_of_asked (Fixture *f, gconstpointer data)
{
  static const int weeks[] = { 0, 2, 90, 100 };
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfRotaSource) source = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      g_autofree char *uid = g_strdup_printf ("duty-%u", i);
      g_autoptr (FfAssignment) duty = make_duty (f, uid, i < 2 ? "ann" : "bea", weeks[i], 0);

      ff_assignment_set_asked (duty, i == 1 || i == 3 ? 2000 : 1000);
      ff_roster_edit_save_assignment (edit, duty);
    }
  assert_applied (f, edit);
  source = read_source (f, 40);
  g_assert_cmpuint (source->assignments->len, ==, 2);
  g_assert_cmpstr (ff_assignment_get_uid (source->assignments->pdata[0]), ==, "duty-1");
  g_assert_cmpstr (ff_assignment_get_uid (source->assignments->pdata[1]), ==, "duty-3");
  g_clear_pointer (&source, ff_rota_source_free);
  source = read_source (f, 2);
  g_assert_cmpuint (source->assignments->len, ==, 2);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/roster-store/%s", name);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("volunteer", test_volunteer);
  add ("duty", test_duty);
  add ("two-want-one-place", test_two_want_one_place);
  add ("swap", test_swap);
  add ("undo", test_undo);
  add ("undo-refused", test_undo_refused);
  add ("dates-move", test_dates_move);
  add ("needs-go-along", test_needs_go_along);
  add ("source", test_source);
  add ("source-of-long-rows", test_source_of_long_rows);
  add ("source-of-asked", test_source_of_asked);
  return g_test_run ();
}
