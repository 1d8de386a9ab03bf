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
      " note = ?3, urge = ?4, newcomer = ?8, points = ?9, balance = ?10, stage = ?11, aim = ?12,"
      " goal = ?13, helped = ?14, social = ?15, physical = ?16, human = ?17, cultural = ?18"
      " WHERE uid = ?1";

static const char insert_check_in[]
    = "INSERT INTO check_ins (uid, participant_id, note, urge, session_id, newcomer, points,"
      " balance, stage, aim, goal, helped, social, physical, human, cultural)"
      " VALUES (?1, " PERSON ", ?3, ?4, (SELECT id FROM sessions WHERE uid = ?7), ?8, ?9, ?10, ?11,"
      " ?12, ?13, ?14, ?15, ?16, ?17, ?18)";

static void
bind_check_in (FfStatement *statement, FfCheckIn *check_in, FfParticipant *participant)
{
  g_autofree char *folded = NULL;

  ff_statement_bind_text (statement, 1, ff_check_in_get_uid (check_in));
  ff_statement_bind_text (statement, 2, ff_check_in_get_participant (check_in));
  ff_statement_bind_text (statement, 3, ff_check_in_get_note (check_in));
  ff_statement_bind_count (statement, 4, ff_check_in_get_urge (check_in));
  ff_statement_bind_int (statement, 8, ff_check_in_get_newcomer (check_in) ? 1 : 0);
  ff_statement_bind_int (statement, 9, ff_check_in_get_points (check_in));
  ff_statement_bind_count (statement, 10, ff_check_in_get_balance (check_in));
  ff_statement_bind_count (statement, 11, ff_check_in_get_stage (check_in));
  ff_statement_bind_count (statement, 12, ff_check_in_get_aim (check_in));
  ff_statement_bind_text (statement, 13, ff_check_in_get_goal (check_in));
  ff_statement_bind_text (statement, 14, ff_check_in_get_helped (check_in));
  for (guint i = 0; i < FF_N_CAPITALS; i++)
    ff_statement_bind_count (statement, 15 + (int) i,
                             ff_check_in_get_capital (check_in, (FfCapital) i));
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

/* Another program may have written what no form takes: what is out of range is as good as not said. */
static int
read_number (FfStatement *row, int column, int highest)
{
  gint64 number = ff_statement_is_null (row, column) ? -1 : ff_statement_get_int (row, column);

  return number < 0 || number > highest ? FF_CHECK_IN_UNSAID : (int) number;
}

FfCheckIn *
ff_check_in_row_read (FfStatement *row)
{
  FfCheckIn *check_in = ff_check_in_new (ff_statement_get_text (row, 0));

  ff_check_in_set_session (check_in, ff_statement_get_text (row, 1));
  ff_check_in_set_participant (check_in, ff_statement_get_text (row, 2));
  ff_check_in_set_alias (check_in, ff_statement_get_text (row, 3));
  ff_check_in_set_note (check_in, ff_statement_get_text (row, 4));
  ff_check_in_set_urge (check_in, read_number (row, 5, 10));
  ff_check_in_set_newcomer (check_in, ff_statement_get_int (row, 6) != 0);
  ff_check_in_set_points (check_in,
                          (guint) ff_statement_get_int (row, 7) & FF_CHECK_IN_MOST_POINTS);
  ff_check_in_set_balance (check_in, read_number (row, 8, 10));
  ff_check_in_set_stage (check_in, read_number (row, 9, FF_STAGE_STARTING_AGAIN));
  ff_check_in_set_aim (check_in, read_number (row, 10, FF_AIM_OTHER));
  ff_check_in_set_goal (check_in, ff_statement_get_text (row, 11));
  ff_check_in_set_helped (check_in, ff_statement_get_text (row, 12));
  for (guint i = 0; i < FF_N_CAPITALS; i++)
    ff_check_in_set_capital (check_in, (FfCapital) i, read_number (row, 13 + (int) i, 10));
  return check_in;
}

static const char save_plan_item[]
    = "INSERT INTO plan_items (uid, session_id, participant_id, position, text, outcome,"
      " reviewed_id, day)"
      " VALUES (?1, (SELECT id FROM sessions WHERE uid = ?2),"
      " (SELECT id FROM participants WHERE uid = ?3), ?4, ?5, ?6,"
      " (SELECT id FROM sessions WHERE uid = ?7), nullif (?8, 0))"
      " ON CONFLICT (uid) DO UPDATE SET session_id = excluded.session_id,"
      " participant_id = excluded.participant_id, position = excluded.position,"
      " text = excluded.text, outcome = excluded.outcome, reviewed_id = excluded.reviewed_id,"
      " day = excluded.day";

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
  ff_statement_bind_int (statement, 8, ff_plan_item_get_day (item));
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
  ff_plan_item_set_day (item, (guint) CLAMP (ff_statement_get_int (row, 8), 0, 7));
  /* What was reviewed at a session that is not there any more stays reviewed. */
  if (ff_statement_get_int (row, 6) != FF_OUTCOME_OPEN)
    ff_plan_item_review (item, (FfOutcome) ff_statement_get_int (row, 6),
                         ff_statement_is_null (row, 7) ? "" : ff_statement_get_text (row, 7));
  return item;
}
