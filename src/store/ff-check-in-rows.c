/* ff-check-in-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-rows.h"

/* By the check-in's own participant, else by the alias in the group: the same person may have been stored meanwhile. */
#define PERSON                                                                                     \
  "coalesce ((SELECT id FROM participants WHERE uid = ?2),"                                        \
  " (SELECT p.id FROM participants AS p JOIN groups AS g ON g.id = p.group_id"                     \
  " WHERE g.uid = ?5 AND p.folded = ?6))"

static const char update_check_in[]
    = "UPDATE check_ins SET participant_id = coalesce (" PERSON ", participant_id),"
      " note = ?3, urge = ?4 WHERE uid = ?1";

static const char insert_check_in[]
    = "INSERT INTO check_ins (uid, participant_id, note, urge, session_id)"
      " VALUES (?1, " PERSON ", ?3, ?4, (SELECT id FROM sessions WHERE uid = ?7))";

static void
bind_check_in (FfStatement *statement, FfCheckIn *check_in, FfParticipant *participant)
{
  g_autofree char *folded = NULL;

  ff_statement_bind_text (statement, 1, ff_check_in_get_uid (check_in));
  ff_statement_bind_text (statement, 2, ff_check_in_get_participant (check_in));
  ff_statement_bind_text (statement, 3,
                          ff_check_in_get_note (check_in) != NULL ? ff_check_in_get_note (check_in)
                                                                  : "");
  ff_statement_bind_count (statement, 4, ff_check_in_get_urge (check_in));
  if (participant == NULL)
    return;
  folded = ff_alias_fold (ff_participant_get_alias (participant));
  ff_statement_bind_text (statement, 5, ff_participant_get_group (participant));
  ff_statement_bind_text (statement, 6, folded);
}

gboolean
ff_check_in_row_save (FfConnection *connection,
                      FfCheckIn *check_in,
                      FfParticipant *participant,
                      GError **error)
{
  g_autoptr (FfStatement) update = ff_statement_new (connection, update_check_in);
  g_autoptr (FfStatement) insert = NULL;

  bind_check_in (update, check_in, participant);
  if (!ff_statement_run (update, error))
    return FALSE;
  if (ff_statement_get_changes (update) > 0)
    return TRUE;
  insert = ff_statement_new (connection, insert_check_in);
  bind_check_in (insert, check_in, participant);
  ff_statement_bind_text (insert, 7, ff_check_in_get_session (check_in));
  return ff_statement_run (insert, error);
}

FfCheckIn *
ff_check_in_row_read (FfStatement *row)
{
  FfCheckIn *check_in = ff_check_in_new (ff_statement_get_text (row, 0));

  ff_check_in_set_session (check_in, ff_statement_get_text (row, 1));
  ff_check_in_set_participant (check_in, ff_statement_get_text (row, 2));
  ff_check_in_set_alias (check_in, ff_statement_get_text (row, 3));
  ff_check_in_set_note (check_in, ff_statement_get_text (row, 4));
  ff_check_in_set_urge (check_in, ff_statement_is_null (row, 5)
                                      ? FF_CHECK_IN_NO_URGE
                                      : (int) ff_statement_get_int (row, 5));
  return check_in;
}

static const char save_plan_item[]
    = "INSERT INTO plan_items (uid, session_id, participant_id, position, text, outcome,"
      " reviewed_id)"
      " VALUES (?1, (SELECT id FROM sessions WHERE uid = ?2),"
      " (SELECT id FROM participants WHERE uid = ?3), ?4, ?5, ?6,"
      " (SELECT id FROM sessions WHERE uid = ?7))"
      " ON CONFLICT (uid) DO UPDATE SET session_id = excluded.session_id,"
      " participant_id = excluded.participant_id, position = excluded.position,"
      " text = excluded.text, outcome = excluded.outcome, reviewed_id = excluded.reviewed_id";

gboolean
ff_plan_item_row_save (FfConnection *connection, FfPlanItem *item, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, save_plan_item);
  FfOutcome outcome = ff_plan_item_get_outcome (item);

  ff_statement_bind_text (statement, 1, ff_plan_item_get_uid (item));
  ff_statement_bind_text (statement, 2, ff_plan_item_get_set_at (item));
  ff_statement_bind_text (statement, 3, ff_plan_item_get_participant (item));
  ff_statement_bind_int (statement, 4, ff_plan_item_get_position (item));
  ff_statement_bind_text (statement, 5,
                          ff_plan_item_get_text (item) != NULL ? ff_plan_item_get_text (item) : "");
  ff_statement_bind_int (statement, 6, outcome);
  ff_statement_bind_text (statement, 7, ff_plan_item_get_reviewed_at (item));
  return ff_statement_run (statement, error);
}

FfPlanItem *
ff_plan_item_row_read (FfStatement *row)
{
  FfPlanItem *item = ff_plan_item_new (ff_statement_get_text (row, 0));

  ff_plan_item_set_participant (item, ff_statement_get_text (row, 1));
  ff_plan_item_set_alias (item, ff_statement_get_text (row, 2));
  ff_plan_item_set_set_at (item, ff_statement_get_text (row, 3));
  ff_plan_item_set_text (item, ff_statement_get_text (row, 4));
  ff_plan_item_set_position (item, (guint) ff_statement_get_int (row, 5));
  /* What was reviewed at a session that is not there any more stays reviewed. */
  if (ff_statement_get_int (row, 6) != FF_OUTCOME_OPEN)
    ff_plan_item_review (item, (FfOutcome) ff_statement_get_int (row, 6),
                         ff_statement_is_null (row, 7) ? "" : ff_statement_get_text (row, 7));
  return item;
}
