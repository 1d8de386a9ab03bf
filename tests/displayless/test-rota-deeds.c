/* test-rota-deeds.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is worked out before something is done with a rota: copying thirteen weeks, what would speak against a swap, gaps week by week.
 */

#include "ff-rota-copying.h"
#include "ff-rota-rows.h"
#include "ff-rota-what-if.h"
#include "ff-test-rota.h"

/* Ladner meets on Tuesdays and Thursdays at 18:00; thirteen weeks of the summer, and thirteen from 23 November. */
static FfTestRota *
make (void)
{
  FfTestRota *self = ff_test_rota_new ("2026-08-24T00:00", 26);

  ff_test_rota_add_meeting (self, "ladner", "tuesday", "2026-08-25T18:00");
  ff_test_rota_add_meeting (self, "ladner", "thursday", "2026-08-27T18:00");
  return self;
}

/* Copies the summer, as of @now. */
static GPtrArray *
copy (FfTestRota *self, const char *now)
{
  g_autoptr (GDateTime) from = ff_test_rota_instant ("2026-11-23T00:00");
  g_autoptr (GDateTime) time = ff_test_rota_instant (now);
  FfRotaSource source;

  ff_test_rota_lay_out (self, NULL);
  source = (FfRotaSource) { .roster = self->roster,
                            .groups = self->groups,
                            .occurrences = self->occurrences,
                            .assignments = self->assignments };
  return ff_rota_copying_find (&source, NULL, from, self->until, time);
}

/* @date: of the place, as the rule gave it; @why: part of the reason; %NULL where they get it */
static void
assert_copy (GPtrArray *copies, guint position, const char *name, const char *date, const char *why)
{
  FfRotaCopy *one;
  const FfWallTime time = ff_test_rota_wall (date);

  g_assert_cmpuint (position, <, copies->len);
  one = g_ptr_array_index (copies, position);
  g_assert_cmpstr (ff_volunteer_get_name (one->volunteer), ==, name);
  g_assert_cmpint (ff_wall_time_compare (
                       ff_occurrence_get_rule_time (ff_slot_get_occurrence (one->slot)), &time),
                   ==, 0);
  if (why == NULL)
    g_assert_cmpstr (one->why, ==, NULL);
  else if (one->why == NULL || strstr (one->why, why) == NULL)
    g_error ("“%s” is not in “%s”", why, one->why);
}

static void
test_copying (void)
{
  g_autoptr (FfTestRota) rota = make ();
  FfVolunteer *kim = ff_test_rota_add_volunteer (rota, "Kim");
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) later = NULL;

  ff_test_rota_add_volunteer (rota, "Robin");
  ff_test_rota_add_volunteer (rota, "Sam");
  ff_test_rota_be_away (kim, "2026-12-07", "2026-12-09");
  ff_test_rota_give (rota, "Robin", "tuesday", "2026-09-01T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_give (rota, "Kim", "tuesday", "2026-09-08T18:00", FF_DUTY_CONFIRMED);
  /* Somebody has it by now; somebody said no; nobody knows them any more. */
  ff_test_rota_give (rota, "Sam", "tuesday", "2026-09-15T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_give (rota, "Robin", "tuesday", "2026-12-15T18:00", FF_DUTY_PROPOSED);
  ff_test_rota_give (rota, "Sam", "tuesday", "2026-09-22T18:00", FF_DUTY_DECLINED);
  ff_test_rota_give (rota, NULL, "tuesday", "2026-09-29T18:00", FF_DUTY_CONFIRMED);
  copies = copy (rota, "2026-11-23T12:00");
  g_assert_cmpuint (copies->len, ==, 2);
  assert_copy (copies, 0, "Robin", "2026-12-01T18:00", NULL);
  assert_copy (copies, 1, "Kim", "2026-12-08T18:00", "way");
  /* What has begun is not filled any more. */
  later = copy (rota, "2026-12-01T18:00");
  g_assert_cmpuint (later->len, ==, 1);
  assert_copy (later, 0, "Kim", "2026-12-08T18:00", "way");
}

/* Each for itself would do; together the later one breaks what they agreed to. */
static void
test_copying_together (void)
{
  g_autoptr (FfTestRota) rota = make ();
  FfVolunteer *robin = ff_test_rota_add_volunteer (rota, "Robin");
  g_autoptr (GPtrArray) copies = NULL;

  ff_test_rota_give (rota, "Robin", "tuesday", "2026-09-01T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_give (rota, "Robin", "thursday", "2026-09-03T18:00", FF_DUTY_CONFIRMED);
  ff_volunteer_set_cap (robin, FF_CAP_WEEK, 1);
  copies = copy (rota, "2026-11-23T12:00");
  g_assert_cmpuint (copies->len, ==, 2);
  assert_copy (copies, 0, "Robin", "2026-12-01T18:00", NULL);
  assert_copy (copies, 1, "Robin", "2026-12-03T18:00", "week");
}

static void
test_copying_no_date (void)
{
  g_autoptr (FfTestRota) rota = make ();
  g_autoptr (GPtrArray) copies = NULL;

  ff_test_rota_add_volunteer (rota, "Robin");
  ff_meeting_set_rule (g_ptr_array_index (rota->meetings, 0), "FREQ=WEEKLY;COUNT=4");
  ff_test_rota_give (rota, "Robin", "tuesday", "2026-09-01T18:00", FF_DUTY_CONFIRMED);
  copies = copy (rota, "2026-11-23T12:00");
  g_assert_cmpuint (copies->len, ==, 1);
  assert_copy (copies, 0, "Robin", "2026-09-01T18:00", "no such place");
}

/* What speaks against it once they are rid of what they swap. */
static void
test_what_if (void)
{
  g_autoptr (FfTestRota) rota = make ();
  FfVolunteer *robin = ff_test_rota_add_volunteer (rota, "Robin");
  FfSlot *tuesday;
  FfSlot *thursday;
  FfRotaSource source;
  g_autofree char *why = NULL;
  g_autofree char *nothing = NULL;

  ff_test_rota_give (rota, "Robin", "tuesday", "2026-12-01T18:00", FF_DUTY_CONFIRMED);
  ff_volunteer_set_cap (robin, FF_CAP_WEEK, 1);
  ff_test_rota_lay_out (rota, NULL);
  source = (FfRotaSource) { .roster = rota->roster,
                            .groups = rota->groups,
                            .occurrences = rota->occurrences,
                            .assignments = rota->assignments };
  tuesday = ff_test_rota_slot (rota, "tuesday", "2026-12-01T18:00");
  thursday = ff_test_rota_slot (rota, "thursday", "2026-12-03T18:00");
  g_assert_cmphex (ff_rota_what_if (rota->rota, &source, robin, thursday,
                                    (FfSlot *const[]) { thursday, NULL }, &why),
                   ==, FF_HINDRANCE_WEEK);
  g_assert_cmpstr (why, !=, "");
  g_assert_cmphex (ff_rota_what_if (rota->rota, &source, robin, thursday,
                                    (FfSlot *const[]) { tuesday, thursday, NULL }, &nothing),
                   ==, 0);
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_gaps (void)
{
  g_autoptr (FfTestRota) rota = ff_test_rota_new ("2026-11-23T00:00", 3);
  g_autoptr (GPtrArray) programmes = g_ptr_array_new ();
  g_autoptr (FfRotaRows) rows = NULL;
  const FfWallTime first = { 2026, 11, 23, 0, 0 };
  FfVolunteer *kim = ff_test_rota_add_volunteer (rota, "Kim");
  g_autoptr (GDateTime) now = ff_test_rota_instant ("2026-11-23T12:00");
  const FfRotaWeek *week;

  ff_test_rota_add_meeting (rota, "ladner", "tuesday", "2026-11-24T18:00");
  ff_roster_take_need (rota->roster, ff_need_new ("ladner", NULL, FF_ROLE_UID_GREETER, 1, FALSE));
  ff_test_rota_add_role (rota, FF_ROLE_UID_GREETER);
  ff_test_rota_be_away (kim, "2026-12-01", "2026-12-01");
  ff_test_rota_give (rota, "Kim", "tuesday", "2026-11-24T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_give (rota, "Kim", "tuesday", "2026-12-01T18:00", FF_DUTY_CONFIRMED);
  rows = ff_rota_rows_new (ff_test_rota_lay_out (rota, NULL), &first, 3, programmes, now);
  g_assert_cmpuint (ff_rota_rows_count (rows), ==, 2);
  week = ff_rota_rows_get_week (rows, 0);
  g_assert_cmpuint (week->places, ==, 2);
  g_assert_cmpuint (week->required, ==, 0);
  g_assert_cmpuint (week->optional, ==, 1);
  g_assert_cmpuint (week->against, ==, 0);
  week = ff_rota_rows_get_week (rows, 1);
  g_assert_cmpuint (week->required, ==, 0);
  g_assert_cmpuint (week->against, ==, 1);
  week = ff_rota_rows_get_week (rows, 2);
  g_assert_cmpuint (week->required, ==, 1);
  g_assert_cmpuint (week->against, ==, 0);
}

static void
assert_looks (FfRotaRows *rows, guint row, guint week, FfRotaState state, const char *words)
{
  FfRotaRow *line = ff_rota_rows_get_row (rows, row);
  FfSlot *slot = ff_rota_row_get_slot (line, week);
  g_autofree char *label
      = ff_rota_place_label (ff_rota_rows_get_rota (rows), slot, ff_rota_row_get_state (line, week),
                             "Role", ff_rota_row_get_against (line, week));

  g_assert_cmpint (ff_rota_row_get_state (line, week), ==, state);
  if (!g_str_has_suffix (label, words))
    g_error ("“%s” does not end with “%s”", label, words);
}

/* On Wednesday Tuesday's places that nobody had are no gaps any more, whether somebody declined or not; Thursday's are. */
static void
test_missed (void)
{
  g_autoptr (FfTestRota) rota = ff_test_rota_new ("2026-11-23T00:00", 2);
  g_autoptr (GPtrArray) programmes = g_ptr_array_new ();
  g_autoptr (GDateTime) now = ff_test_rota_instant ("2026-11-25T12:00");
  g_autoptr (GDateTime) just_before = ff_test_rota_instant ("2026-11-24T17:00");
  g_autoptr (GDateTime) at_its_start = ff_test_rota_instant ("2026-11-24T18:00");
  g_autoptr (FfRotaRows) rows = NULL;
  const FfWallTime first = { 2026, 11, 23, 0, 0 };
  const FfRotaWeek *week;
  FfSlot *slot;

  ff_test_rota_add_volunteer (rota, "Robin");
  ff_test_rota_add_meeting (rota, "ladner", "tuesday", "2026-11-24T18:00");
  ff_test_rota_add_meeting (rota, "ladner", "thursday", "2026-11-26T18:00");
  ff_roster_take_need (rota->roster, ff_need_new ("ladner", NULL, FF_ROLE_UID_GREETER, 1, FALSE));
  ff_test_rota_add_role (rota, FF_ROLE_UID_GREETER);
  ff_test_rota_give (rota, "Robin", "tuesday", "2026-12-01T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_give (rota, "Robin", "tuesday", "2026-11-24T18:00", FF_DUTY_DECLINED);
  rows = ff_rota_rows_new (ff_test_rota_lay_out (rota, NULL), &first, 2, programmes, now);
  g_assert_cmpuint (ff_rota_rows_count (rows), ==, 4);
  week = ff_rota_rows_get_week (rows, 0);
  g_assert_cmpuint (week->places, ==, 4);
  g_assert_cmpuint (week->missed, ==, 2);
  g_assert_cmpuint (week->required, ==, 1);
  g_assert_cmpuint (week->optional, ==, 1);
  week = ff_rota_rows_get_week (rows, 1);
  g_assert_cmpuint (week->missed, ==, 0);
  g_assert_cmpuint (week->required, ==, 1);
  g_assert_cmpuint (week->optional, ==, 2);
  assert_looks (rows, 0, 0, FF_ROTA_MISSED, ": nobody");
  assert_looks (rows, 1, 0, FF_ROTA_MISSED, ": nobody");
  assert_looks (rows, 0, 1, FF_ROTA_CONFIRMED, ": Robin, confirmed");
  assert_looks (rows, 2, 0, FF_ROTA_EMPTY, ": empty");
  assert_looks (rows, 3, 0, FF_ROTA_OPTIONAL, ": empty, good to have");
  slot = ff_rota_row_get_slot (ff_rota_rows_get_row (rows, 1), 0);
  g_assert_cmpint (ff_rota_place_state (slot, just_before), ==, FF_ROTA_OPTIONAL);
  g_assert_cmpint (ff_rota_place_state (slot, at_its_start), ==, FF_ROTA_MISSED);
}

/* Kim was away and had the place all the same: that is to be seen to until it begins, and what is to come stays. */
static void
test_looked_at (void)
{
  static const struct
  {
    const char *now;
    guint against;
  } times[] = { { "2026-11-24T17:59", 2 }, { "2026-11-24T18:00", 1 }, { "2026-11-27T12:00", 0 } };
  const FfWallTime first = { 2026, 11, 23, 0, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (FfTestRota) rota = ff_test_rota_new ("2026-11-23T00:00", 1);
      g_autoptr (GPtrArray) programmes = g_ptr_array_new ();
      g_autoptr (GDateTime) now = ff_test_rota_instant (times[i].now);
      g_autoptr (FfRotaRows) rows = NULL;

      ff_test_rota_be_away (ff_test_rota_add_volunteer (rota, "Kim"), "2026-11-24", "2026-11-26");
      ff_test_rota_add_meeting (rota, "ladner", "tuesday", "2026-11-24T18:00");
      ff_test_rota_add_meeting (rota, "ladner", "thursday", "2026-11-26T18:00");
      ff_test_rota_give (rota, "Kim", "tuesday", "2026-11-24T18:00", FF_DUTY_CONFIRMED);
      ff_test_rota_give (rota, "Kim", "thursday", "2026-11-26T18:00", FF_DUTY_CONFIRMED);
      rows = ff_rota_rows_new (ff_test_rota_lay_out (rota, NULL), &first, 1, programmes, now);
      g_assert_cmpuint (ff_rota_rows_get_week (rows, 0)->against, ==, times[i].against);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rota-deeds/copying", test_copying);
  g_test_add_func ("/rota-deeds/copying/together", test_copying_together);
  g_test_add_func ("/rota-deeds/copying/no-date", test_copying_no_date);
  g_test_add_func ("/rota-deeds/what-if", test_what_if);
  g_test_add_func ("/rota-deeds/gaps", test_gaps);
  g_test_add_func ("/rota-deeds/missed", test_missed);
  g_test_add_func ("/rota-deeds/looked-at", test_looked_at);

  return g_test_run ();
}
