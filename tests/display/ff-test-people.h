/* ff-test-people.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People with their check-ins and plans, written into a store for tests.
 */

#pragma once

#include "ff-group-repository.h"
#include "ff-session-repository.h"
#include "ff-test-shell.h"

/* (transfer full): the group's session of @date, "2026-11-17" */
static inline FfSession *
ff_test_make_session (FfGroup *group, const char *date)
{
  g_autofree char *uid = g_strconcat (ff_group_get_uid (group), "-", date, NULL);
  g_autofree char *text = g_strconcat (date, "T19:00", NULL);
  FfSession *session = ff_session_new (uid);
  FfWallTime start;

  g_assert_true (ff_wall_time_parse (text, &start, NULL));
  ff_session_set_group (session, ff_group_get_uid (group));
  ff_session_set_rule_time (session, &start);
  ff_session_set_start (session, &start);
  return session;
}

/* (transfer full): the person's check-in there, by an uid of "UID-DATE" */
static inline FfCheckIn *
ff_test_make_check_in (FfSession *session, const char *person)
{
  g_autofree char *uid = g_strconcat (person, "@", ff_session_get_uid (session), NULL);
  FfCheckIn *check_in = ff_check_in_new (uid);

  ff_check_in_set_session (check_in, ff_session_get_uid (session));
  ff_check_in_set_participant (check_in, person);
  return check_in;
}

static inline void
ff_test_save_check_in (FfTestShell *shell,
                       FfSession *session,
                       FfCheckIn *check_in,
                       const char *alias)
{
  g_autoptr (FfParticipant) participant
      = ff_participant_new (ff_check_in_get_participant (check_in));
  gboolean is_saved = FALSE;

  ff_participant_set_group (participant, ff_session_get_group (session));
  ff_participant_set_alias (participant, alias);
  ff_session_repository_save_check_in_async (shell->store, check_in, session, participant,
                                             ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}

/* The person @alias (their uid, too) was there, with an urge (-1 = unsaid) and a note. */
static inline void
ff_test_check_in (FfTestShell *shell,
                  FfGroup *group,
                  const char *date,
                  const char *alias,
                  int urge,
                  const char *note)
{
  g_autoptr (FfSession) session = ff_test_make_session (group, date);
  g_autoptr (FfCheckIn) check_in = ff_test_make_check_in (session, alias);

  ff_check_in_set_urge (check_in, urge);
  ff_check_in_set_note (check_in, note);
  ff_test_save_check_in (shell, session, check_in, alias);
}

/* What they set themselves at the session of @date. */
static inline void
ff_test_plan (FfTestShell *shell,
              FfGroup *group,
              const char *date,
              const char *alias,
              const char *text,
              FfOutcome outcome)
{
  g_autoptr (FfSession) session = ff_test_make_session (group, date);
  g_autoptr (FfPlanItem) item = ff_plan_item_new (NULL);
  gboolean is_saved = FALSE;

  ff_plan_item_set_participant (item, alias);
  ff_plan_item_set_set_at (item, ff_session_get_uid (session));
  ff_plan_item_set_text (item, text);
  ff_plan_item_review (item, outcome,
                       outcome == FF_OUTCOME_OPEN ? NULL : ff_session_get_uid (session));
  ff_session_repository_save_plan_item_async (shell->store, item, ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}
