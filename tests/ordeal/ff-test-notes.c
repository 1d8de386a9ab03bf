/* ff-test-notes.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-test-notes.h"

#include <stdio.h>

#include "ff-group-repository.h"
#include "ff-session-repository.h"
#include "ff-test-store.h"

#define SESSIONS 4
#define FIRST_NOTES 16

static const FfWallTime first_week = { 2026, 11, 3, 19, 0 };

/* Sessions a week apart; the note's number says which. */
static FfWallTime
get_start (guint session)
{
  FfWallTime start = first_week;

  start.day += (session % SESSIONS) * 7;
  start.minute = (session / SESSIONS) % 60;
  start.hour = 1 + session / SESSIONS / 60 % 23;
  return start;
}

/* Some are longer than a page of the database. */
char *
ff_test_note_text (guint number, guint version)
{
  GString *text = g_string_new (NULL);
  guint words = 4 + (number * 7 + version * 131) % 40 * (number % 5 == 0 ? 30 : 1);

  g_string_append_printf (text, "%u %u%s%s", number, version,
                          number % 5 == 2 ? " " FF_TEST_OF_PERSON : "",
                          number / 5 == 0 ? " " FF_TEST_OF_FIRST_WEEK : "");
  for (guint i = 0; i < words; i++)
    g_string_append_printf (text, " %s%u", i % 8 == 0 ? FF_TEST_MARKER : "word",
                            number * 100 + version + i);
  return g_string_free_and_steal (text);
}

static FfSession *
make_session (guint number)
{
  g_autofree char *uid = g_strdup_printf ("s-%u", number / 5);
  FfSession *session = ff_session_new (uid);
  FfWallTime start = get_start (number / 5);

  ff_session_set_group (session, "g");
  ff_session_set_meeting (session, "m");
  ff_session_set_rule_time (session, &start);
  ff_session_set_start (session, &start);
  return session;
}

static FfParticipant *
make_participant (guint number)
{
  g_autofree char *uid = g_strdup_printf ("p-%u", number % 5);
  g_autofree char *alias = g_strdup_printf ("%s %u%s", FF_TEST_MARKER, number % 5,
                                            number % 5 == 2 ? " " FF_TEST_OF_PERSON : "");
  FfParticipant *participant = ff_participant_new (uid);

  ff_participant_set_group (participant, "g");
  ff_participant_set_alias (participant, alias);
  return participant;
}

void
ff_test_note_save_async (FfStore *store,
                         guint number,
                         guint version,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (FfSession) session = make_session (number);
  g_autoptr (FfParticipant) participant = make_participant (number);
  g_autofree char *uid = g_strdup_printf ("c-%u", number);
  g_autofree char *text = ff_test_note_text (number, version);
  g_autoptr (FfCheckIn) check_in = ff_check_in_new (uid);

  ff_check_in_set_session (check_in, ff_session_get_uid (session));
  ff_check_in_set_participant (check_in, ff_participant_get_uid (participant));
  ff_check_in_set_note (check_in, text);
  ff_check_in_set_urge (check_in, number % 11);
  ff_session_repository_save_check_in_async (store, check_in, session, participant, callback,
                                             user_data);
}

gboolean
ff_test_note_save (FfStore *store, guint number, guint version, GError **error)
{
  GAsyncResult *result = NULL;

  ff_test_note_save_async (store, number, version, ff_test_on_result, &result);
  return ff_test_written (store, &result, error);
}

gboolean
ff_test_plan_save (FfStore *store, guint number, GError **error)
{
  g_autofree char *uid = g_strdup_printf ("i-%u", number);
  g_autofree char *participant = g_strdup_printf ("p-%u", number % 5);
  g_autofree char *session = g_strdup_printf ("s-%u", number / 5);
  g_autofree char *text = ff_test_note_text (number, 1);
  g_autoptr (FfPlanItem) item = ff_plan_item_new (uid);
  GAsyncResult *result = NULL;

  ff_plan_item_set_participant (item, participant);
  ff_plan_item_set_set_at (item, session);
  ff_plan_item_set_text (item, text);
  ff_session_repository_save_plan_item_async (store, item, ff_test_on_result, &result);
  return ff_test_written (store, &result, error);
}

gboolean
ff_test_note_delete (FfStore *store, guint number, GError **error)
{
  g_autofree char *uid = g_strdup_printf ("c-%u", number);
  GAsyncResult *result = NULL;

  ff_session_repository_delete_check_in_async (store, uid, ff_test_on_result, &result);
  return ff_test_written (store, &result, error);
}

gboolean
ff_test_note_restore (FfStore *store, guint number, GError **error)
{
  g_autofree char *uid = g_strdup_printf ("c-%u", number);
  GAsyncResult *result = NULL;

  ff_session_repository_restore_check_in_async (store, uid, ff_test_on_result, &result);
  return ff_test_written (store, &result, error);
}

void
ff_test_notes_fill (FfStore *store)
{
  g_autoptr (FfGroup) group = ff_group_new ("g");
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("m");
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ff_group_set_name (group, "Harbour");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_meeting_set_start (meeting, &first_week);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_group_repository_save_async (store, group, meeting, ff_test_on_result, &result);
  ff_test_assert_written (store, &result);
  for (guint number = 0; number < FIRST_NOTES; number++)
    {
      g_assert_true (ff_test_note_save (store, number, 1, &error));
      g_assert_true (ff_test_plan_save (store, number, &error));
    }
}

static guint
read_version (const char *note)
{
  guint number, version;

  return note != NULL && sscanf (note, "%u %u ", &number, &version) == 2 ? version : 0;
}

static char *
check_session (FfSession *session, GHashTable *versions, FfStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) check_ins
      = ff_session_repository_list_check_ins (store, ff_session_get_uid (session), &error);

  if (check_ins == NULL)
    return g_strdup (error->message);
  for (guint i = 0; i < check_ins->len; i++)
    {
      const char *uid = ff_check_in_get_uid (check_ins->pdata[i]);
      const char *note = ff_check_in_get_note (check_ins->pdata[i]);
      guint number = (guint) g_ascii_strtoull (uid + strlen ("c-"), NULL, 10);
      guint version = read_version (note);
      g_autofree char *wanted = ff_test_note_text (number, version);

      /* Those of other data are told by the digest. */
      if (!g_str_has_prefix (uid, "c-"))
        continue;
      if (g_strcmp0 (note, wanted) != 0)
        return g_strdup_printf ("%s is not whole", uid);
      g_hash_table_insert (versions, GUINT_TO_POINTER (number), GUINT_TO_POINTER (version));
    }
  return NULL;
}

char *
ff_test_notes_check (FfStore *store, const guint *acknowledged, guint n_acknowledged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) versions = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) sessions = ff_session_repository_list (store, NULL, G_MAXINT, 0, &error);

  if (sessions == NULL)
    return g_strdup (error->message);
  for (guint i = 0; i < sessions->len; i++)
    {
      char *problem = check_session (sessions->pdata[i], versions, store);

      if (problem != NULL)
        return problem;
    }
  for (guint number = 0; number < n_acknowledged; number++)
    {
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (versions, GUINT_TO_POINTER (number)));

      if (found < acknowledged[number])
        return g_strdup_printf ("c-%u was saved as version %u and is there as %u", number,
                                acknowledged[number], found);
    }
  return NULL;
}
