/* test-sessions.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions, check-ins and plans: stored, found again, taken away and put back.
 */

#include "ff-group-repository.h"
#include "ff-session-repository.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GAsyncResult *result;
} Fixture;

static const FfWallTime week_1 = { 2026, 11, 10, 19, 0 };
static const FfWallTime week_2 = { 2026, 11, 17, 19, 0 };
static const FfWallTime week_3 = { 2026, 11, 24, 19, 0 };

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_group_new ("g");
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("m");

  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  ff_group_set_name (group, "Harbour");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_meeting_set_start (meeting, &week_1);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_group_repository_save_async (f->store, group, meeting, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
}

static FfSession *
make_session (const char *uid, const FfWallTime *start)
{
  static const char *const handouts[] = { "urge-log", "seven-day-plan", NULL };
  FfSession *session = ff_session_new (uid);

  ff_session_set_group (session, "g");
  ff_session_set_meeting (session, "m");
  ff_session_set_rule_time (session, start);
  ff_session_set_start (session, start);
  ff_session_set_unnamed (session, 6);
  ff_session_set_unnamed_newcomers (session, 2);
  ff_session_set_handouts (session, handouts);
  return session;
}

static FfParticipant *
make_participant (const char *uid, const char *alias)
{
  FfParticipant *participant = ff_participant_new (uid);

  ff_participant_set_group (participant, "g");
  ff_participant_set_alias (participant, alias);
  return participant;
}

static FfCheckIn *
make_check_in (const char *uid, const char *session, const char *participant, const char *note)
{
  FfCheckIn *check_in = ff_check_in_new (uid);

  ff_check_in_set_session (check_in, session);
  ff_check_in_set_participant (check_in, participant);
  ff_check_in_set_note (check_in, note);
  ff_check_in_set_urge (check_in, 4);
  return check_in;
}

/* The participant's uid is "p-" and the alias; the check-in's is "session/alias". */
static void
check_in (Fixture *f, const char *session_uid, const FfWallTime *start, const char *alias)
{
  g_autofree char *uid = g_strconcat (session_uid, "/", alias, NULL);
  g_autofree char *participant_uid = g_strconcat ("p-", alias, NULL);
  g_autoptr (FfSession) session = make_session (session_uid, start);
  g_autoptr (FfParticipant) participant = make_participant (participant_uid, alias);
  g_autoptr (FfCheckIn) made = make_check_in (uid, session_uid, participant_uid, "A steady week.");

  ff_session_repository_save_check_in_async (f->store, made, session, participant,
                                             ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static void
save_item (Fixture *f, FfPlanItem *item)
{
  ff_session_repository_save_plan_item_async (f->store, item, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static FfPlanItem *
plan (Fixture *f, const char *uid, const char *session, const char *alias, guint position)
{
  g_autofree char *participant = g_strconcat ("p-", alias, NULL);
  FfPlanItem *item = ff_plan_item_new (uid);

  ff_plan_item_set_set_at (item, session);
  ff_plan_item_set_participant (item, participant);
  ff_plan_item_set_text (item, "Walk on Monday");
  ff_plan_item_set_position (item, position);
  save_item (f, item);
  return item;
}

/* The uids of what comes back, in order. */
static char *
to_review (Fixture *f, const FfWallTime *before, const char *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items
      = ff_session_repository_list_items_to_review (f->store, "g", before, session, &error);
  GString *uids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (uids, "%s%s", i > 0 ? " " : "", ff_plan_item_get_uid (items->pdata[i]));
  return g_string_free_and_steal (uids);
}

#define assert_to_review(f, before, session, expected)                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *review_uids = to_review (f, before, session);                                 \
    g_assert_cmpstr (review_uids, ==, expected);                                                   \
  }                                                                                                \
  G_STMT_END

static void
test_session (Fixture *f, gconstpointer data)
{
  g_autoptr (FfSession) session = make_session ("s1", &week_1);
  g_autoptr (FfSession) twin = make_session ("s2", &week_1);
  g_autoptr (FfSession) read = NULL;
  g_autoptr (FfSession) none = NULL;
  g_autoptr (GError) error = NULL;

  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  read = ff_session_repository_find (f->store, "m", &week_1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ff_session_get_uid (read), ==, "s1");
  g_assert_cmpstr (ff_session_get_group (read), ==, "g");
  g_assert_cmpstr (ff_session_get_meeting (read), ==, "m");
  g_assert_cmpint (ff_wall_time_compare (ff_session_get_rule_time (read), &week_1), ==, 0);
  g_assert_cmpint (ff_wall_time_compare (ff_session_get_start (read), &week_1), ==, 0);
  g_assert_cmpint (ff_session_get_unnamed (read), ==, 6);
  g_assert_cmpint (ff_session_get_unnamed_newcomers (read), ==, 2);
  g_assert_cmpstrv (ff_session_get_handouts (read),
                    ((const char *const[]) { "urge-log", "seven-day-plan", NULL }));

  ff_session_set_unnamed (read, 0);
  ff_session_set_unnamed_newcomers (read, 0);
  ff_session_set_handouts (read, NULL);
  ff_session_repository_save_async (f->store, read, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_clear_object (&read);
  read = ff_session_repository_get (f->store, "s1", &error);
  g_assert_cmpint (ff_session_get_unnamed (read), ==, 0);
  g_assert_cmpint (ff_session_get_unnamed_newcomers (read), ==, 0);
  g_assert_cmpstrv (ff_session_get_handouts (read), ((const char *const[]) { NULL }));

  /* One date has one session. */
  ff_session_repository_save_async (f->store, twin, ff_test_on_result, &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "has its notes already"));
  g_clear_error (&error);
  none = ff_session_repository_find (f->store, "m", &week_2, &error);
  g_assert_no_error (error);
  g_assert_null (none);
}

static void
test_list (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GHashTable) counts = NULL;

  check_in (f, "s2", &week_2, "Ana");
  check_in (f, "s1", &week_1, "Ana");
  check_in (f, "s3", &week_3, "Ana");
  check_in (f, "s3", &week_3, "Ben");
  all = ff_session_repository_list (f->store, NULL, 10, 0, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (ff_session_get_uid (all->pdata[0]), ==, "s3");
  g_assert_cmpstr (ff_session_get_uid (all->pdata[2]), ==, "s1");
  page = ff_session_repository_list (f->store, "g", 1, 1, NULL);
  g_assert_cmpuint (page->len, ==, 1);
  g_assert_cmpstr (ff_session_get_uid (page->pdata[0]), ==, "s2");
  other = ff_session_repository_list (f->store, "elsewhere", 10, 0, NULL);
  g_assert_cmpuint (other->len, ==, 0);
  counts = ff_session_repository_count_check_ins (f->store, all, NULL);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "s3")), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "s1")), ==, 1);
}

static void
test_check_in (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  FfCheckIn *first;

  check_in (f, "s1", &week_1, "Zoë");
  check_in (f, "s1", &week_1, "Ana");
  list = ff_session_repository_list_check_ins (f->store, "s1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  first = list->pdata[0];
  g_assert_cmpstr (ff_check_in_get_alias (first), ==, "Zoë");
  g_assert_cmpstr (ff_check_in_get_participant (first), ==, "p-Zoë");
  g_assert_cmpstr (ff_check_in_get_session (first), ==, "s1");
  g_assert_cmpstr (ff_check_in_get_note (first), ==, "A steady week.");
  g_assert_cmpint (ff_check_in_get_urge (first), ==, 4);

  ff_check_in_set_note (first, "");
  ff_check_in_set_urge (first, FF_CHECK_IN_UNSAID);
  ff_session_repository_save_check_in_async (f->store, first, NULL, NULL, ff_test_on_result,
                                             &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ff_session_repository_list_check_ins (f->store, "s1", &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (ff_check_in_get_note (list->pdata[0]), ==, "");
  g_assert_cmpint (ff_check_in_get_urge (list->pdata[0]), ==, FF_CHECK_IN_UNSAID);
}

static FfCheckIn *
find_check_in (Fixture *f, const char *session, const char *uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ff_session_repository_list_check_ins (f->store, session, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (ff_check_in_get_uid (list->pdata[i]), uid))
      return g_object_ref (list->pdata[i]);
  return NULL;
}

static void
assert_all_said (FfCheckIn *check_in)
{
  g_assert_true (ff_check_in_get_newcomer (check_in));
  g_assert_cmpuint (ff_check_in_get_points (check_in), ==, 130);
  g_assert_cmpint (ff_check_in_get_balance (check_in), ==, 0);
  g_assert_cmpint (ff_check_in_get_stage (check_in), ==, FF_STAGE_STARTING_AGAIN);
  g_assert_cmpint (ff_check_in_get_aim (check_in), ==, FF_AIM_ABSTINENCE);
  g_assert_cmpstr (ff_check_in_get_goal (check_in), ==, "Not at all, for a year");
  g_assert_cmpstr (ff_check_in_get_helped (check_in), ==, "Walking");
  g_assert_cmpint (ff_check_in_get_capital (check_in, FF_CAPITAL_SOCIAL), ==, 0);
  g_assert_cmpint (ff_check_in_get_capital (check_in, FF_CAPITAL_PHYSICAL), ==, 10);
  g_assert_cmpint (ff_check_in_get_capital (check_in, FF_CAPITAL_HUMAN), ==, FF_CHECK_IN_UNSAID);
  g_assert_cmpint (ff_check_in_get_capital (check_in, FF_CAPITAL_CULTURAL), ==, 7);
}

/* All that can be said comes back, also after it was deleted; and it can be unsaid. */
static void
test_all_said (Fixture *f, gconstpointer data)
{
  g_autoptr (FfCheckIn) made = make_check_in ("all", "s1", "p-Ana", "Much");
  g_autoptr (FfParticipant) ana = make_participant ("p-Ana", "Ana");
  g_autoptr (FfSession) session = make_session ("s1", &week_1);
  g_autoptr (FfSession) counted = NULL;
  g_autoptr (FfCheckIn) plain = make_check_in ("all", "s1", "p-Ana", "");
  g_autoptr (FfCheckIn) read = NULL;
  g_autoptr (FfPlanItem) item = NULL;
  g_autoptr (GPtrArray) items = NULL;

  ff_check_in_set_newcomer (made, TRUE);
  ff_check_in_set_points (made, 130);
  ff_check_in_set_balance (made, 0);
  ff_check_in_set_stage (made, FF_STAGE_STARTING_AGAIN);
  ff_check_in_set_aim (made, FF_AIM_ABSTINENCE);
  ff_check_in_set_goal (made, "Not at all, for a year");
  ff_check_in_set_helped (made, "Walking");
  ff_check_in_set_capital (made, FF_CAPITAL_SOCIAL, 0);
  ff_check_in_set_capital (made, FF_CAPITAL_PHYSICAL, 10);
  ff_check_in_set_capital (made, FF_CAPITAL_CULTURAL, 7);
  ff_session_repository_save_check_in_async (f->store, made, session, ana, ff_test_on_result,
                                             &f->result);
  ff_test_assert_written (f->store, &f->result);
  read = find_check_in (f, "s1", "all");
  assert_all_said (read);
  counted = ff_session_repository_get (f->store, "s1", NULL);
  g_assert_cmpuint (ff_session_get_attendance (counted), ==, 7);
  g_assert_cmpuint (ff_session_get_newcomers (counted), ==, 3);

  item = plan (f, "i", "s1", "Ana", 0);
  ff_plan_item_set_day (item, 7);
  save_item (f, item);
  ff_session_repository_delete_check_in_async (f->store, "all", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_clear_object (&read);
  g_assert_null (find_check_in (f, "s1", "all"));
  ff_session_repository_restore_check_in_async (f->store, "all", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  read = find_check_in (f, "s1", "all");
  assert_all_said (read);
  items = ff_session_repository_list_plan_items (f->store, "s1", NULL);
  g_assert_cmpuint (ff_plan_item_get_day (items->pdata[0]), ==, 7);

  ff_session_repository_save_check_in_async (f->store, plain, NULL, NULL, ff_test_on_result,
                                             &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_clear_object (&read);
  read = find_check_in (f, "s1", "all");
  g_assert_false (ff_check_in_get_newcomer (read));
  g_assert_cmpuint (ff_check_in_get_points (read), ==, 0);
  g_assert_cmpint (ff_check_in_get_stage (read), ==, FF_CHECK_IN_UNSAID);
  g_assert_cmpint (ff_check_in_get_capital (read, FF_CAPITAL_SOCIAL), ==, FF_CHECK_IN_UNSAID);
  g_assert_cmpstr (ff_check_in_get_goal (read), ==, "");
}

static void
test_check_in_twice (Fixture *f, gconstpointer data)
{
  g_autoptr (FfCheckIn) second = make_check_in ("again", "s1", "p-Ana", "");
  g_autoptr (GError) error = NULL;

  check_in (f, "s1", &week_1, "Ana");
  ff_session_repository_save_check_in_async (f->store, second, NULL, NULL, ff_test_on_result,
                                             &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "has a check-in at this session already"));
}

/* Written as another participant, but the alias says that it is the same person. */
static void
test_same_alias (Fixture *f, gconstpointer data)
{
  g_autoptr (FfSession) session = make_session ("s2", &week_2);
  g_autoptr (FfParticipant) again = make_participant ("another", "STRAẞE");
  g_autoptr (FfCheckIn) made = make_check_in ("c2", "s2", "another", "");
  g_autoptr (GPtrArray) list = NULL;

  check_in (f, "s1", &week_1, "straße");
  ff_session_repository_save_check_in_async (f->store, made, session, again, ff_test_on_result,
                                             &f->result);
  ff_test_assert_written (f->store, &f->result);
  list = ff_session_repository_list_check_ins (f->store, "s2", NULL);
  g_assert_cmpstr (ff_check_in_get_participant (list->pdata[0]), ==, "p-straße");
}

static char *
complete (Fixture *f, const char *prefix, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found
      = ff_session_repository_complete_alias (f->store, "g", prefix, limit, &error);
  GString *aliases = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (aliases, "%s;", ff_participant_get_alias (found->pdata[i]));
  return g_string_free_and_steal (aliases);
}

#define assert_completes(f, prefix, limit, expected)                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *aliases = complete (f, prefix, limit);                                        \
    g_assert_cmpstr (aliases, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

static void
test_aliases (Fixture *f, gconstpointer data)
{
  g_autoptr (FfParticipant) found = NULL;
  g_autoptr (FfParticipant) none = NULL;

  check_in (f, "s1", &week_1, "René");
  check_in (f, "s1", &week_1, "renate");
  check_in (f, "s2", &week_2, "Rena");
  check_in (f, "s1", &week_1, "ليلى 🌱");
  check_in (f, "s1", &week_1, "100%_sure");

  assert_completes (f, "ren", 10, "Rena;renate;René;");
  assert_completes (f, "Rene", 10, "René;");
  assert_completes (f, "rénÁ", 10, "Rena;renate;");
  assert_completes (f, "REN", 2, "Rena;renate;");
  assert_completes (f, "renat", 10, "renate;");
  assert_completes (f, "لي", 10, "ليلى 🌱;");
  assert_completes (f, "%", 10, "");
  assert_completes (f, "100%", 10, "100%_sure;");
  assert_completes (f, "", 1, "Rena;");

  found = ff_session_repository_find_participant (f->store, "g", "  RENÉ ", NULL);
  g_assert_cmpstr (ff_participant_get_uid (found), ==, "p-René");
  g_assert_cmpstr (ff_participant_get_group (found), ==, "g");
  none = ff_session_repository_find_participant (f->store, "g", "Rene", NULL);
  g_assert_null (none);
}

static void
test_alias_length (Fixture *f, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (200, 'x');
  g_autofree char *too_long = g_strnfill (201, 'x');
  const char *const refused[] = { too_long, "", "   " };

  check_in (f, "s1", &week_1, longest);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (FfParticipant) participant = make_participant ("p", refused[i]);
      g_autoptr (FfCheckIn) made = make_check_in ("c", "s1", "p", "");
      g_autoptr (GError) error = NULL;

      ff_session_repository_save_check_in_async (f->store, made, NULL, participant,
                                                 ff_test_on_result, &f->result);
      g_assert_false (ff_test_written (f->store, &f->result, &error));
      g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, "1 to 200 characters"));
    }
}

static void
test_long_note (Fixture *f, gconstpointer data)
{
  static const struct
  {
    gsize characters;
    gboolean taken;
  } notes[] = { { 100000, TRUE }, { 1000000, TRUE }, { 1000001, FALSE } };

  check_in (f, "s1", &week_1, "Ana");
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (FfCheckIn) made = NULL;
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize c = 0; c < notes[i].characters; c++)
        g_string_append (text, c % 7 == 0 ? "ü" : c % 11 == 0 ? " " : "a");
      made = make_check_in ("s1/Ana", "s1", "p-Ana", text->str);
      ff_session_repository_save_check_in_async (f->store, made, NULL, NULL, ff_test_on_result,
                                                 &f->result);
      g_assert_true (ff_test_written (f->store, &f->result, &error) == notes[i].taken);
      list = ff_session_repository_list_check_ins (f->store, "s1", NULL);
      if (notes[i].taken)
        g_assert_cmpstr (ff_check_in_get_note (list->pdata[0]), ==, text->str);
      else
        {
          g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
          g_assert_cmpint (g_utf8_strlen (ff_check_in_get_note (list->pdata[0]), -1), ==, 1000000);
        }
    }
}

static void
test_plan (Fixture *f, gconstpointer data)
{
  g_autoptr (FfPlanItem) item = NULL;
  g_autoptr (GPtrArray) list = NULL;

  check_in (f, "s1", &week_1, "Ana");
  check_in (f, "s2", &week_2, "Ana");
  item = plan (f, "i1", "s1", "Ana", 3);
  ff_plan_item_review (item, FF_OUTCOME_PARTLY, "s2");
  save_item (f, item);
  list = ff_session_repository_list_plan_items (f->store, "s1", NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (ff_plan_item_get_participant (list->pdata[0]), ==, "p-Ana");
  g_assert_cmpstr (ff_plan_item_get_alias (list->pdata[0]), ==, "Ana");
  g_assert_cmpstr (ff_plan_item_get_set_at (list->pdata[0]), ==, "s1");
  g_assert_cmpstr (ff_plan_item_get_text (list->pdata[0]), ==, "Walk on Monday");
  g_assert_cmpuint (ff_plan_item_get_position (list->pdata[0]), ==, 3);
  g_assert_cmpint (ff_plan_item_get_outcome (list->pdata[0]), ==, FF_OUTCOME_PARTLY);
  g_assert_cmpstr (ff_plan_item_get_reviewed_at (list->pdata[0]), ==, "s2");

  ff_session_repository_delete_plan_item_async (f->store, "i1", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ff_session_repository_list_plan_items (f->store, "s1", NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_to_review (Fixture *f, gconstpointer data)
{
  g_autoptr (FfPlanItem) old = NULL;
  g_autoptr (FfPlanItem) first = NULL;
  g_autoptr (FfPlanItem) second = NULL;
  g_autoptr (FfPlanItem) other = NULL;
  g_autoptr (FfPlanItem) now = NULL;

  check_in (f, "s1", &week_1, "Ben");
  check_in (f, "s1", &week_1, "Ana");
  check_in (f, "s2", &week_2, "Ana");
  check_in (f, "s3", &week_3, "Ana");
  old = plan (f, "old", "s1", "Ana", 0);
  second = plan (f, "second", "s2", "Ana", 1);
  first = plan (f, "first", "s2", "Ana", 0);
  other = plan (f, "other", "s1", "Ben", 0);
  now = plan (f, "now", "s3", "Ana", 0);

  assert_to_review (f, &week_3, NULL, "old first second other");
  assert_to_review (f, &week_2, NULL, "old other");
  assert_to_review (f, &week_1, NULL, "");

  /* Marked at this session it stays to be seen there, and is not seen from the next. */
  ff_plan_item_review (first, FF_OUTCOME_DONE, "s3");
  save_item (f, first);
  assert_to_review (f, &week_3, "s3", "old first second other");
  assert_to_review (f, &week_3, NULL, "old second other");
  /* Marked elsewhere it does not come back. */
  ff_plan_item_review (old, FF_OUTCOME_NOT, "s2");
  save_item (f, old);
  assert_to_review (f, &week_3, "s3", "first second other");
  /* The mark taken back. */
  ff_plan_item_review (old, FF_OUTCOME_OPEN, NULL);
  save_item (f, old);
  assert_to_review (f, &week_3, "s3", "old first second other");
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  g_autoptr (FfPlanItem) before = NULL;
  g_autoptr (FfPlanItem) there = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (FfParticipant) forgotten = NULL;
  g_autoptr (GError) error = NULL;

  check_in (f, "s1", &week_1, "Ana");
  check_in (f, "s2", &week_2, "Ana");
  check_in (f, "s2", &week_2, "Ben");
  before = plan (f, "before", "s1", "Ana", 0);
  there = plan (f, "there", "s2", "Ana", 0);
  ff_plan_item_review (before, FF_OUTCOME_CHANGED, "s2");
  save_item (f, before);

  ff_session_repository_delete_check_in_async (f->store, "s2/Ana", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  gone = ff_session_repository_list_check_ins (f->store, "s2", NULL);
  g_assert_cmpuint (gone->len, ==, 1);
  assert_to_review (f, &week_3, NULL, "before");

  ff_session_repository_restore_check_in_async (f->store, "s2/Ana", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  back = ff_session_repository_list_check_ins (f->store, "s2", NULL);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_cmpstr (ff_check_in_get_uid (back->pdata[0]), ==, "s2/Ana");
  g_assert_cmpstr (ff_check_in_get_note (back->pdata[0]), ==, "A steady week.");
  assert_to_review (f, &week_3, NULL, "there");
  assert_to_review (f, &week_3, "s2", "before there");

  /* Ben has nothing else, so he goes; written anew meanwhile, he is still the same person. */
  ff_session_repository_delete_check_in_async (f->store, "s2/Ben", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  forgotten = ff_session_repository_find_participant (f->store, "g", "Ben", NULL);
  g_assert_null (forgotten);
  {
    g_autoptr (FfSession) session = make_session ("s3", &week_3);
    g_autoptr (FfParticipant) again = make_participant ("new-ben", "ben");
    g_autoptr (FfCheckIn) made = make_check_in ("c3", "s3", "new-ben", "");

    ff_session_repository_save_check_in_async (f->store, made, session, again, ff_test_on_result,
                                               &f->result);
    ff_test_assert_written (f->store, &f->result);
  }
  ff_session_repository_restore_check_in_async (f->store, "s2/Ben", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_clear_pointer (&back, g_ptr_array_unref);
  back = ff_session_repository_list_check_ins (f->store, "s2", NULL);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_cmpstr (ff_check_in_get_participant (back->pdata[1]), ==, "new-ben");

  ff_session_repository_restore_check_in_async (f->store, "s2/Ben", ff_test_on_result, &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
}

#define ADD(name, func) g_test_add ("/sessions/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("session", test_session);
  ADD ("list", test_list);
  ADD ("check-in", test_check_in);
  ADD ("all-said", test_all_said);
  ADD ("check-in-twice", test_check_in_twice);
  ADD ("same-alias", test_same_alias);
  ADD ("aliases", test_aliases);
  ADD ("alias-length", test_alias_length);
  ADD ("long-note", test_long_note);
  ADD ("plan", test_plan);
  ADD ("to-review", test_to_review);
  ADD ("undo", test_undo);

  return g_test_run ();
}
