/* test-sessions.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions and check-ins: stored, listed and found again, with whoever was there.
 */

#include "ff-store-error.h"
#include "ff-test-sessions.h"

static void
test_session (FfTestSessions *f, gconstpointer data)
{
  g_autoptr (FfSession) session = ff_test_sessions_make_session ("s1", &ff_test_week_1);
  g_autoptr (FfSession) twin = ff_test_sessions_make_session ("s2", &ff_test_week_1);
  g_autoptr (FfSession) read = NULL;
  g_autoptr (FfSession) none = NULL;
  g_autoptr (GError) error = NULL;

  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  read = ff_session_repository_find (f->store, "m", &ff_test_week_1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ff_session_get_uid (read), ==, "s1");
  g_assert_cmpstr (ff_session_get_group (read), ==, "g");
  g_assert_cmpstr (ff_session_get_meeting (read), ==, "m");
  g_assert_cmpint (ff_wall_time_compare (ff_session_get_rule_time (read), &ff_test_week_1), ==, 0);
  g_assert_cmpint (ff_wall_time_compare (ff_session_get_start (read), &ff_test_week_1), ==, 0);
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
  none = ff_session_repository_find (f->store, "m", &ff_test_week_2, &error);
  g_assert_no_error (error);
  g_assert_null (none);
}

static void
test_list (FfTestSessions *f, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GHashTable) counts = NULL;

  ff_test_sessions_add (f, "s2", &ff_test_week_2, "Ana");
  ff_test_sessions_add (f, "s1", &ff_test_week_1, "Ana");
  ff_test_sessions_add (f, "s3", &ff_test_week_3, "Ana");
  ff_test_sessions_add (f, "s3", &ff_test_week_3, "Ben");
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
test_check_in (FfTestSessions *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  FfCheckIn *first;

  ff_test_sessions_add (f, "s1", &ff_test_week_1, "Zoë");
  ff_test_sessions_add (f, "s1", &ff_test_week_1, "Ana");
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
find_check_in (FfTestSessions *f, const char *session, const char *uid)
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
test_all_said (FfTestSessions *f, gconstpointer data)
{
  g_autoptr (FfCheckIn) made = ff_test_sessions_make_check_in ("all", "s1", "p-Ana", "Much");
  g_autoptr (FfParticipant) ana = ff_test_sessions_make_participant ("p-Ana", "Ana");
  g_autoptr (FfSession) session = ff_test_sessions_make_session ("s1", &ff_test_week_1);
  g_autoptr (FfSession) counted = NULL;
  g_autoptr (FfCheckIn) plain = ff_test_sessions_make_check_in ("all", "s1", "p-Ana", "");
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

  item = ff_test_sessions_add_item (f, "i", "s1", "Ana", 0);
  ff_plan_item_set_day (item, 7);
  ff_test_sessions_save_item (f, item);
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
test_check_in_twice (FfTestSessions *f, gconstpointer data)
{
  g_autoptr (FfCheckIn) second = ff_test_sessions_make_check_in ("again", "s1", "p-Ana", "");
  g_autoptr (GError) error = NULL;

  ff_test_sessions_add (f, "s1", &ff_test_week_1, "Ana");
  ff_session_repository_save_check_in_async (f->store, second, NULL, NULL, ff_test_on_result,
                                             &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "has a check-in at this session already"));
}

/* Written as another participant, but the alias says that it is the same person. */
static void
test_same_alias (FfTestSessions *f, gconstpointer data)
{
  g_autoptr (FfSession) session = ff_test_sessions_make_session ("s2", &ff_test_week_2);
  g_autoptr (FfParticipant) again = ff_test_sessions_make_participant ("another", "STRAẞE");
  g_autoptr (FfCheckIn) made = ff_test_sessions_make_check_in ("c2", "s2", "another", "");
  g_autoptr (GPtrArray) list = NULL;

  ff_test_sessions_add (f, "s1", &ff_test_week_1, "straße");
  ff_session_repository_save_check_in_async (f->store, made, session, again, ff_test_on_result,
                                             &f->result);
  ff_test_assert_written (f->store, &f->result);
  list = ff_session_repository_list_check_ins (f->store, "s2", NULL);
  g_assert_cmpstr (ff_check_in_get_participant (list->pdata[0]), ==, "p-straße");
}

static char *
complete (FfTestSessions *f, const char *prefix, guint limit)
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
test_aliases (FfTestSessions *f, gconstpointer data)
{
  g_autoptr (FfParticipant) found = NULL;
  g_autoptr (FfParticipant) none = NULL;

  ff_test_sessions_add (f, "s1", &ff_test_week_1, "René");
  ff_test_sessions_add (f, "s1", &ff_test_week_1, "renate");
  ff_test_sessions_add (f, "s2", &ff_test_week_2, "Rena");
  ff_test_sessions_add (f, "s1", &ff_test_week_1, "ليلى 🌱");
  ff_test_sessions_add (f, "s1", &ff_test_week_1, "100%_sure");

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
test_alias_length (FfTestSessions *f, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (200, 'x');
  g_autofree char *too_long = g_strnfill (201, 'x');
  const char *const refused[] = { too_long, "", "   " };

  ff_test_sessions_add (f, "s1", &ff_test_week_1, longest);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (FfParticipant) participant = ff_test_sessions_make_participant ("p", refused[i]);
      g_autoptr (FfCheckIn) made = ff_test_sessions_make_check_in ("c", "s1", "p", "");
      g_autoptr (GError) error = NULL;

      ff_session_repository_save_check_in_async (f->store, made, NULL, participant,
                                                 ff_test_on_result, &f->result);
      g_assert_false (ff_test_written (f->store, &f->result, &error));
      g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, "1 to 200 characters"));
    }
}

static void
test_long_note (FfTestSessions *f, gconstpointer data)
{
  static const struct
  {
    gsize characters;
    gboolean taken;
  } notes[] = { { 100000, TRUE }, { 1000000, TRUE }, { 1000001, FALSE } };

  ff_test_sessions_add (f, "s1", &ff_test_week_1, "Ana");
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (FfCheckIn) made = NULL;
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize c = 0; c < notes[i].characters; c++)
        g_string_append (text, c % 7 == 0 ? "ü" : c % 11 == 0 ? " " : "a");
      made = ff_test_sessions_make_check_in ("s1/Ana", "s1", "p-Ana", text->str);
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

#define ADD(name, func)                                                                            \
  g_test_add ("/sessions/" name, FfTestSessions, NULL, ff_test_sessions_set_up, func,              \
              ff_test_sessions_tear_down)

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

  return g_test_run ();
}
