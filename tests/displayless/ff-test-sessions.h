/* ff-test-sessions.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group that meets on Tuesdays, and its sessions, check-ins and plans put into a store.
 */

#pragma once

#include "ff-group-repository.h"
#include "ff-session-repository.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GAsyncResult *result;
} FfTestSessions;

static const FfWallTime ff_test_week_1 = { 2026, 11, 10, 19, 0 };
static const FfWallTime ff_test_week_2 = { 2026, 11, 17, 19, 0 };
static const FfWallTime ff_test_week_3 = { 2026, 11, 24, 19, 0 };

static inline void
ff_test_sessions_set_up (FfTestSessions *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_group_new ("g");
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("m");

  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  ff_group_set_name (group, "Harbour");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_meeting_set_start (meeting, &ff_test_week_1);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_group_repository_save_async (f->store, group, meeting, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static inline void
ff_test_sessions_tear_down (FfTestSessions *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
}

static inline FfSession *
ff_test_sessions_make_session (const char *uid, const FfWallTime *start)
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

static inline FfParticipant *
ff_test_sessions_make_participant (const char *uid, const char *alias)
{
  FfParticipant *participant = ff_participant_new (uid);

  ff_participant_set_group (participant, "g");
  ff_participant_set_alias (participant, alias);
  return participant;
}

static inline FfCheckIn *
ff_test_sessions_make_check_in (const char *uid,
                                const char *session,
                                const char *participant,
                                const char *note)
{
  FfCheckIn *check_in = ff_check_in_new (uid);

  ff_check_in_set_session (check_in, session);
  ff_check_in_set_participant (check_in, participant);
  ff_check_in_set_note (check_in, note);
  ff_check_in_set_urge (check_in, 4);
  return check_in;
}

/* The participant's uid is "p-" and the alias; the check-in's is "session/alias". */
static inline void
ff_test_sessions_add (FfTestSessions *f,
                      const char *session_uid,
                      const FfWallTime *start,
                      const char *alias)
{
  g_autofree char *uid = g_strconcat (session_uid, "/", alias, NULL);
  g_autofree char *participant_uid = g_strconcat ("p-", alias, NULL);
  g_autoptr (FfSession) session = ff_test_sessions_make_session (session_uid, start);
  g_autoptr (FfParticipant) participant
      = ff_test_sessions_make_participant (participant_uid, alias);
  g_autoptr (FfCheckIn) made
      = ff_test_sessions_make_check_in (uid, session_uid, participant_uid, "A steady week.");

  ff_session_repository_save_check_in_async (f->store, made, session, participant,
                                             ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static inline void
ff_test_sessions_save_item (FfTestSessions *f, FfPlanItem *item)
{
  ff_session_repository_save_plan_item_async (f->store, item, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static inline FfPlanItem *
ff_test_sessions_add_item (FfTestSessions *f,
                           const char *uid,
                           const char *session,
                           const char *alias,
                           guint position)
{
  g_autofree char *participant = g_strconcat ("p-", alias, NULL);
  FfPlanItem *item = ff_plan_item_new (uid);

  ff_plan_item_set_set_at (item, session);
  ff_plan_item_set_participant (item, participant);
  ff_plan_item_set_text (item, "Walk on Monday");
  ff_plan_item_set_position (item, position);
  ff_test_sessions_save_item (f, item);
  return item;
}
