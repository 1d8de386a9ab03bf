/* ff-undo-change.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-undo-change.h"

#include "ff-statement.h"

/* Beyond this a list of what changed helps nobody. */
#define MANY 300

#define OF_VOLUNTEER(table)                                                                        \
  { FF_AGGREGATE_ROSTER, "SELECT v.uid FROM temp.undo_" table                                      \
                         " AS u JOIN main.volunteers AS v ON v.id = u.key_volunteer_id"            \
                         " WHERE u.step = ?1" }

static const struct
{
  FfAggregate aggregate;
  const char *sql;
} mentions[] = {
  { FF_AGGREGATE_GROUP,
    "SELECT coalesce (new_uid, old_uid) FROM temp.undo_groups WHERE step = ?1" },
  { FF_AGGREGATE_GROUP,
    "SELECT g.uid FROM temp.undo_holiday_calendars AS u"
    " LEFT JOIN main.groups AS g ON g.holidays_id = u.key_id WHERE u.step = ?1" },
  { FF_AGGREGATE_GROUP, "SELECT g.uid FROM temp.undo_help_lines AS u"
                        " JOIN main.groups AS g ON g.id = u.key_group_id WHERE u.step = ?1" },
  { FF_AGGREGATE_MEETING,
    "SELECT coalesce (new_uid, old_uid) FROM temp.undo_meetings WHERE step = ?1" },
  { FF_AGGREGATE_MEETING, "SELECT m.uid FROM temp.undo_overrides AS u"
                          " JOIN main.meetings AS m ON m.id IN (u.old_meeting_id, u.new_meeting_id)"
                          " WHERE u.step = ?1" },
  { FF_AGGREGATE_SESSION,
    "SELECT coalesce (new_uid, old_uid) FROM temp.undo_sessions WHERE step = ?1" },
  { FF_AGGREGATE_SESSION, "SELECT s.uid FROM temp.undo_session_handouts AS u"
                          " JOIN main.sessions AS s ON s.id = u.key_session_id WHERE u.step = ?1" },
  { FF_AGGREGATE_SESSION,
    "SELECT s.uid FROM temp.undo_check_ins AS u"
    " JOIN main.sessions AS s ON s.id IN (u.old_session_id, u.new_session_id) WHERE u.step = ?1" },
  { FF_AGGREGATE_SESSION, "SELECT s.uid FROM temp.undo_plan_items AS u JOIN main.sessions AS s"
                          " ON s.id IN (u.old_session_id, u.new_session_id, u.old_reviewed_id,"
                          " u.new_reviewed_id) WHERE u.step = ?1" },
  { FF_AGGREGATE_PARTICIPANT,
    "SELECT coalesce (new_uid, old_uid) FROM temp.undo_participants WHERE step = ?1" },
  /* Where their alias is shown. */
  { FF_AGGREGATE_SESSION,
    "SELECT s.uid FROM temp.undo_participants AS u"
    " JOIN main.check_ins AS c ON c.participant_id = u.key_id"
    " JOIN main.sessions AS s ON s.id = c.session_id"
    " WHERE u.step = ?1 AND u.existed = 1 AND u.old_alias IS NOT u.new_alias" },
  { FF_AGGREGATE_HANDOUT, "SELECT 'own-' || coalesce (new_uid, old_uid)"
                          " FROM temp.undo_own_handouts WHERE step = ?1" },
  { FF_AGGREGATE_HANDOUT, "SELECT coalesce (new_handout, old_handout)"
                          " FROM temp.undo_handout_marks WHERE step = ?1" },
  { FF_AGGREGATE_ROSTER, "SELECT '' FROM temp.undo_requirements WHERE step = ?1 LIMIT 1" },
  { FF_AGGREGATE_ROSTER, "SELECT '' FROM temp.undo_roles WHERE step = ?1 LIMIT 1" },
  { FF_AGGREGATE_ROSTER, "SELECT '' FROM temp.undo_role_requirements WHERE step = ?1 LIMIT 1" },
  { FF_AGGREGATE_ROSTER, "SELECT '' FROM temp.undo_needs WHERE step = ?1 LIMIT 1" },
  { FF_AGGREGATE_ROSTER,
    "SELECT coalesce (new_uid, old_uid) FROM temp.undo_volunteers WHERE step = ?1" },
  OF_VOLUNTEER ("volunteer_languages"),
  OF_VOLUNTEER ("volunteer_programmes"),
  OF_VOLUNTEER ("volunteer_roles"),
  OF_VOLUNTEER ("volunteer_groups"),
  OF_VOLUNTEER ("availabilities"),
  OF_VOLUNTEER ("absences"),
  OF_VOLUNTEER ("trainings"),
  OF_VOLUNTEER ("volunteer_steps"),
  { FF_AGGREGATE_ROSTER, "SELECT v.uid FROM temp.undo_hours AS u JOIN main.volunteers AS v"
                         " ON v.id IN (u.old_volunteer_id, u.new_volunteer_id)"
                         " WHERE u.step = ?1" },
  { FF_AGGREGATE_ROSTER,
    "SELECT v.uid FROM temp.undo_volunteers_apart AS u JOIN main.volunteers AS v"
    " ON v.id IN (u.old_first_id, u.new_first_id, u.old_second_id, u.new_second_id)"
    " WHERE u.step = ?1" },
  { FF_AGGREGATE_ROTA, "SELECT m.uid FROM temp.undo_assignments AS u JOIN main.meetings AS m"
                       " ON m.id IN (u.old_meeting_id, u.new_meeting_id) WHERE u.step = ?1" },
  { FF_AGGREGATE_ROTA, "SELECT m.uid FROM temp.undo_relieved_duties AS u JOIN main.meetings AS m"
                       " ON m.id IN (u.old_meeting_id, u.new_meeting_id) WHERE u.step = ?1" },
};

/* A group that goes takes its participants' names and their notes with it. */
static const char groups_gone[]
    = "SELECT count (*) FROM temp.undo_groups WHERE step = ?1 AND existed = 1 AND exists_now = 0";
static const char groups_come_or_gone[]
    = "SELECT count (*) FROM temp.undo_groups WHERE step = ?1 AND existed <> exists_now";

static gboolean
run (FfConnection *connection, const char *sql, gint64 step, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_int (statement, 1, step);
  return ff_statement_run (statement, error);
}

static gboolean
count (FfConnection *connection, const char *sql, gint64 step, gint64 *number, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_int (statement, 1, step);
  *number = ff_statement_next (statement) ? ff_statement_get_int (statement, 0) : 0;
  return ff_statement_finish (statement, error);
}

static gboolean
tell_one_by_one (FfConnection *connection, gint64 step, FfChange *change, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (mentions); i++)
    {
      g_autoptr (FfStatement) statement = ff_statement_new (connection, mentions[i].sql);

      ff_statement_bind_int (statement, 1, step);
      while (ff_statement_next (statement))
        ff_change_add (change, mentions[i].aggregate, ff_statement_get_text (statement, 0));
      if (!ff_statement_finish (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_undo_change_tell (FfConnection *connection,
                     gint64 step,
                     gint64 touched,
                     gboolean is_back,
                     FfChange *change,
                     GError **error)
{
  gint64 groups;

  if (!count (connection, is_back ? groups_come_or_gone : groups_gone, step, &groups, error))
    return FALSE;
  if (groups == 0 && touched <= MANY)
    return tell_one_by_one (connection, step, change, error);
  ff_change_add (change, FF_AGGREGATE_ALL, NULL);
  return TRUE;
}

#define CAME_BACK                                                                                  \
  " FROM temp.undo_participants AS u JOIN main.participants AS p"                                  \
  " ON p.group_id = u.old_group_id AND p.folded = u.old_folded"                                    \
  " WHERE u.step = ?1 AND u.existed = 1 AND u.exists_now = 0"

static const char *const follow_people[] = {
  "UPDATE temp.undo_check_ins AS t SET old_participant_id = p.id" CAME_BACK
  " AND t.step = ?1 AND t.old_participant_id = u.key_id",
  "UPDATE temp.undo_plan_items AS t SET old_participant_id = p.id" CAME_BACK
  " AND t.step = ?1 AND (t.exists_now = 0 OR t.old_participant_id IS NOT t.new_participant_id)"
  " AND t.old_participant_id = u.key_id",
  "DELETE FROM temp.undo_participants WHERE step = ?1 AND key_id IN (SELECT u.key_id" CAME_BACK ")",
};

gboolean
ff_undo_change_follow_people (FfConnection *connection, gint64 step, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (follow_people); i++)
    if (!run (connection, follow_people[i], step, error))
      return FALSE;
  return TRUE;
}
