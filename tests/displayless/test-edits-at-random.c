/* test-edits-at-random.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any changes of the schedule and of the rota, one after the other and taken back in any order: nothing is ever lost.
 */

#include "ff-assignment-repository.h"
#include "ff-roster-edit.h"
#include "ff-series.h"
#include "ff-test-edits.h"

#define RUNS (g_test_thorough () ? 200 : 8)
#define CHANGES 14

static const char *const rules[] = { "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=DAILY;COUNT=40",
                                     "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" };

static FfWallTime
choose_time (GRand *rand)
{
  FfWallTime time = ff_wall_time_add_days (&tuesday, g_rand_int_range (rand, -2, 12));

  time.hour = (guint8) g_rand_int_range (rand, 18, 21);
  return time;
}

/* (nullable): one of those that there are */
static FfMeeting *
choose_meeting (Fixture *f, GRand *rand)
{
  g_autoptr (GPtrArray) meetings = ff_meeting_repository_list (f->store, NULL, NULL);

  if (meetings->len == 0)
    return NULL;
  return g_object_ref (meetings->pdata[g_rand_int_range (rand, 0, (gint32) meetings->len)]);
}

static void
add_save (FfScheduleEdit *edit, FfMeeting *meeting, GRand *rand)
{
  g_autofree char *title = g_strdup_printf ("Title %d", g_rand_int_range (rand, 0, 5));

  ff_meeting_set_title (meeting, title);
  ff_meeting_set_rule (meeting, rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))]);
  ff_schedule_edit_save_meeting (edit, meeting);
}

static void
add_split (FfScheduleEdit *edit, FfMeeting *meeting, GRand *rand)
{
  const FfWallTime at
      = ff_wall_time_add_days (ff_meeting_get_start (meeting), 7 * g_rand_int_range (rand, 0, 3));
  g_autoptr (FfMeeting) before = NULL;
  g_autoptr (FfMeeting) after = NULL;

  if (!ff_series_split (meeting, &at, &before, &after, NULL))
    return;
  if (before != NULL)
    ff_schedule_edit_save_meeting (edit, before);
  ff_schedule_edit_save_meeting (edit, after);
  ff_schedule_edit_move_dates (edit, ff_meeting_get_uid (meeting), ff_meeting_get_uid (after), &at,
                               0, 0);
}

static void
add_change (Fixture *f, FfScheduleEdit *edit, GRand *rand)
{
  g_autoptr (FfMeeting) meeting = choose_meeting (f, rand);
  g_autoptr (FfGroup) group = make_group ("g");
  const FfWallTime time = choose_time (rand);
  const char *uid = meeting != NULL ? ff_meeting_get_uid (meeting) : NULL;
  g_autoptr (FfMeeting) new = make_meeting (NULL, "g", rules[g_rand_int_range (rand, 0, 4)]);
  const int which = g_rand_int_range (rand, 0, 16);

  /* The group may have gone. */
  ff_schedule_edit_save_group (edit, group);
  if (meeting == NULL || which == 0)
    ff_schedule_edit_save_meeting (edit, new);
  else if (which <= 3)
    add_save (edit, meeting, rand);
  else if (which <= 6)
    add_override (edit, uid, &time, which == 4 ? "Bring a cup" : "By the other door");
  else if (which <= 8)
    ff_schedule_edit_delete_override (edit, uid, &time);
  else if (which <= 10)
    add_split (edit, meeting, rand);
  else if (which <= 12)
    ff_schedule_edit_move_dates (edit, uid, uid, &time, g_rand_int_range (rand, -3, 4),
                                 g_rand_int_range (rand, -90, 90));
  else if (which <= 14)
    ff_schedule_edit_delete_meeting (edit, uid);
  else
    ff_schedule_edit_delete_group (edit, "g");
}

static gint64
ask (Fixture *f, const char *sql)
{
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  sqlite3 *database;
  sqlite3_stmt *row;
  gint64 answer;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (database);
  return answer;
}

static void
assert_sound (Fixture *f)
{
  g_assert_cmpint (ask (f, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
  /* What is said at a session stays, wherever its meeting goes. */
  if (ask (f, "SELECT count (*) FROM groups") > 0)
    {
      g_assert_cmpint (ask (f, "SELECT count (*) FROM sessions"), ==, 3);
      g_assert_cmpint (ask (f, "SELECT count (*) FROM check_ins"), ==, 3);
      g_assert_cmpint (ask (f, "SELECT count (*) FROM plan_items"), ==, 3);
    }
}

static guint64
apply_roster (Fixture *f, FfRosterEdit *edit)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  guint64 step;

  ff_roster_edit_apply_async (edit, f->store, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  step = ff_roster_edit_apply_finish (f->store, done, &error);
  g_assert_no_error (error);
  return step;
}

static void
save_volunteer (FfRosterEdit *edit, const char *uid)
{
  g_autoptr (FfVolunteer) volunteer = ff_volunteer_new (uid);

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, uid);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "America/Vancouver");
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_GROUPS, (const char *const[]) { "g", NULL });
  ff_roster_edit_save_volunteer (edit, volunteer);
}

/* On each of four days two who host, the second for the other, and one who declined. */
static void
save_duties (Fixture *f)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);

  save_volunteer (edit, "ann");
  save_volunteer (edit, "ben");
  g_ptr_array_add (needs, ff_need_new ("g", "m", FF_ROLE_UID_HOST, 2, TRUE));
  ff_roster_edit_save_needs (edit, "g", "m", needs);
  for (guint i = 0; i < 12; i++)
    {
      const FfWallTime time = ff_wall_time_add_days (&tuesday, (int) i / 3);
      g_autoptr (FfAssignment) duty = ff_assignment_new (NULL);

      ff_assignment_set_volunteer (duty, i % 2 == 0 ? "ann" : "ben");
      ff_assignment_set_place (duty, "m", &time, FF_ROLE_UID_HOST, i % 3 == 2 ? 0 : i % 3);
      ff_assignment_set_status (duty, i % 3 == 2   ? FF_DUTY_DECLINED
                                      : i % 3 == 1 ? FF_DUTY_SWAPPED
                                                   : FF_DUTY_CONFIRMED);
      if (i % 3 == 1)
        ff_assignment_set_instead (duty, i % 2 == 0 ? "ben" : "ann");
      ff_roster_edit_save_assignment (edit, duty);
    }
  apply_roster (f, edit);
}

/* (transfer full) (nullable): of a duty that there is: gone, somebody else's, or declined */
static FfRosterEdit *
make_rota_change (Fixture *f, GRand *rand)
{
  const FfWallTime from = ff_wall_time_add_days (&tuesday, -400);
  const FfWallTime until = ff_wall_time_add_days (&tuesday, 400);
  g_autoptr (GPtrArray) duties
      = ff_assignment_repository_list (f->store, NULL, NULL, &from, &until, NULL);
  FfRosterEdit *edit;
  FfAssignment *duty;

  if (duties->len == 0)
    return NULL;
  edit = ff_roster_edit_new ();
  duty = duties->pdata[g_rand_int_range (rand, 0, (gint32) duties->len)];
  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      ff_roster_edit_delete_assignment (edit, ff_assignment_get_uid (duty));
      return edit;
    case 1:
      ff_assignment_set_volunteer (duty, g_rand_boolean (rand) ? "ann" : "ben");
      break;
    default:
      ff_assignment_set_status (duty, FF_DUTY_DECLINED);
      break;
    }
  ff_roster_edit_save_assignment (edit, duty);
  return edit;
}

static guint64
change_something (Fixture *f, GRand *rand, int most)
{
  FfRosterEdit *rota = g_rand_int_range (rand, 0, 3) == 0 ? make_rota_change (f, rand) : NULL;
  FfScheduleEdit *edit;

  if (rota != NULL)
    return apply_roster (f, rota);
  edit = ff_schedule_edit_new ();
  for (int changes = most > 1 ? g_rand_int_range (rand, 1, most + 1) : 1; changes > 0; changes--)
    add_change (f, edit, rand);
  return apply_well (f, edit);
}

static void
start (Fixture *f)
{
  static const int days[] = { 0, 1, 2 };

  make_schedule (f);
  save_duties (f);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const FfWallTime time = ff_wall_time_add_days (&tuesday, days[i]);
      g_autofree char *uid = g_strdup_printf ("s%u", i);

      save_session (f, uid, &time, (int) i);
      save_check_in (f, uid);
    }
}

/* Back to the beginning, step by step, through every state that there was. */
static void
test_all_back (Fixture *f, gconstpointer data)
{
  g_autofree char *first = NULL;

  start (f);
  first = dump (f);
  for (int run = 0; run < RUNS; run++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) run);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      guint64 steps[CHANGES];

      g_test_message ("run %d", run);
      for (guint i = 0; i < CHANGES; i++)
        {
          g_ptr_array_add (states, dump (f));
          steps[i] = change_something (f, rand, 3);
        }
      for (guint i = CHANGES; i-- > 0;)
        assert_undone (f, steps[i], states->pdata[i]);
    }
}

/* In any order: a step is taken back, or refused and nothing is done. */
static void
test_any_order (Fixture *f, gconstpointer data)
{
  guint n_refused = 0, n_undone = 0;

  start (f);
  for (int run = 0; run < RUNS; run++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) run + 1000);
      guint64 steps[CHANGES] = { 0 };
      guint n_steps = 0;

      g_test_message ("run %d", run);
      while (n_steps < CHANGES)
        {
          g_autofree char *before = dump (f);
          g_autofree char *after = NULL;
          g_autoptr (GError) error = NULL;

          if (n_steps == 0 || g_rand_int_range (rand, 0, 3) > 0)
            {
              steps[n_steps++] = change_something (f, rand, 1);
              if (ask (f, "SELECT count (*) FROM check_ins") == 0)
                g_assert_true (undo (f, steps[n_steps - 1], NULL));
              assert_sound (f);
              continue;
            }
          if (undo (f, steps[g_rand_int_range (rand, 0, (gint32) n_steps)], &error))
            {
              n_undone++;
              assert_sound (f);
              continue;
            }
          g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
          after = dump (f);
          g_assert_cmpstr (after, ==, before);
          n_refused++;
        }
    }
  g_test_message ("%u undone, %u refused", n_undone, n_refused);
  g_assert_cmpuint (n_undone, >, 0);
  g_assert_cmpuint (n_refused, >, 0);
}

static void
assert_session (Fixture *f, const char *meeting, const FfWallTime *time, const char *uid)
{
  g_autoptr (FfSession) session = ff_session_repository_find (f->store, meeting, time, NULL);

  g_assert_cmpstr (session != NULL ? ff_session_get_uid (session) : NULL, ==, uid);
}

/* A series divided at each of its dates keeps what was said at all of them, under the new keys. */
static void
test_split (Fixture *f, gconstpointer data)
{
  g_autofree char *whole = NULL;

  start (f);
  whole = dump (f);
  for (int day = 0; day < 4; day++)
    {
      FfScheduleEdit *edit = ff_schedule_edit_new ();
      const FfWallTime at = ff_wall_time_add_days (&tuesday, day);
      g_autoptr (FfMeeting) meeting = ff_meeting_repository_get (f->store, "m", NULL);
      g_autoptr (FfMeeting) before = NULL;
      g_autoptr (FfMeeting) after = NULL;
      guint64 step;

      g_assert_true (ff_series_split (meeting, &at, &before, &after, NULL));
      if (before != NULL)
        ff_schedule_edit_save_meeting (edit, before);
      ff_schedule_edit_save_meeting (edit, after);
      ff_schedule_edit_move_dates (edit, "m", ff_meeting_get_uid (after), &at, 0, 0);
      step = apply_well (f, edit);
      assert_sound (f);
      for (int i = 0; i < 3; i++)
        {
          const FfWallTime time = ff_wall_time_add_days (&tuesday, i);
          g_autofree char *uid = g_strdup_printf ("s%d", i);

          assert_session (f, i < day ? "m" : ff_meeting_get_uid (after), &time, uid);
        }
      assert_undone (f, step, whole);
    }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/edits-at-random/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("all-back", test_all_back);
  ADD ("any-order", test_any_order);
  ADD ("split", test_split);
  return g_test_run ();
}
