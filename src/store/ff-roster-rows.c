/* ff-roster-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Roles, what they require, needs, duties and hours to rows and back.
 */

#include "ff-config.h"

#include "ff-roster-rows.h"

#include <glib/gi18n-lib.h>

#include "ff-store-error.h"

gboolean
ff_requirement_row_save (FfConnection *connection,
                         FfRequirement *requirement,
                         gint64 modified,
                         GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "INSERT INTO requirements (uid, name, kind, valid_months, note, sequence,"
                  " modified) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6) ON CONFLICT (uid) DO UPDATE SET"
                  " name = excluded.name, kind = excluded.kind,"
                  " valid_months = excluded.valid_months, note = excluded.note,"
                  " sequence = sequence + 1, modified = excluded.modified"
                  " WHERE (name, kind, valid_months, note) IS NOT"
                  " (excluded.name, excluded.kind, excluded.valid_months, excluded.note)");

  ff_statement_bind_text (statement, 1, ff_requirement_get_uid (requirement));
  ff_statement_bind_text (statement, 2, ff_requirement_get_name (requirement));
  ff_statement_bind_int (statement, 3, ff_requirement_get_kind (requirement));
  ff_statement_bind_int (statement, 4, ff_requirement_get_valid_months (requirement));
  ff_statement_bind_text (statement, 5, ff_requirement_get_note (requirement));
  ff_statement_bind_int (statement, 6, modified);
  return ff_statement_run (statement, error);
}

FfRequirement *
ff_requirement_row_read (FfStatement *row)
{
  FfRequirement *requirement = ff_requirement_new (ff_statement_get_text (row, 0));

  ff_requirement_set_name (requirement, ff_statement_get_text (row, 1));
  ff_requirement_set_kind (requirement, (FfRequirementKind) ff_statement_get_int (row, 2));
  ff_requirement_set_valid_months (requirement, (guint) ff_statement_get_int (row, 3));
  ff_requirement_set_note (requirement, ff_statement_get_text (row, 4));
  return requirement;
}

static gboolean
read_requirements (FfConnection *connection, const char *role, char **joined, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "SELECT group_concat (q.uid, char (10) ORDER BY n.position)"
                  " FROM role_requirements AS n JOIN requirements AS q ON q.id = n.requirement_id"
                  " WHERE n.role_id = (SELECT id FROM roles WHERE uid = ?1)");

  ff_statement_bind_text (statement, 1, role);
  if (ff_statement_next (statement))
    *joined = g_strdup (ff_statement_get_text (statement, 0));
  return ff_statement_finish (statement, error);
}

static gboolean
replace_requirements (FfConnection *connection, FfRole *role, gint64 modified, GError **error)
{
  static const char *const prepare[] = {
    "DELETE FROM role_requirements WHERE role_id = (SELECT id FROM roles WHERE uid = ?1)",
    "UPDATE roles SET sequence = sequence + 1, modified = ?2 WHERE uid = ?1",
  };
  const char *const *uids = ff_role_get_requirements (role);
  g_autoptr (FfStatement) insert
      = ff_statement_new (connection,
                          "INSERT INTO role_requirements (role_id, position, requirement_id) VALUES"
                          " ((SELECT id FROM roles WHERE uid = ?1), ?2,"
                          " (SELECT id FROM requirements WHERE uid = ?3))");

  for (guint i = 0; i < G_N_ELEMENTS (prepare); i++)
    {
      g_autoptr (FfStatement) statement = ff_statement_new (connection, prepare[i]);

      ff_statement_bind_text (statement, 1, ff_role_get_uid (role));
      if (i == 1)
        ff_statement_bind_int (statement, 2, modified);
      if (!ff_statement_run (statement, error))
        return FALSE;
    }
  for (guint i = 0; uids[i] != NULL; i++)
    {
      ff_statement_bind_text (insert, 1, ff_role_get_uid (role));
      ff_statement_bind_int (insert, 2, i);
      ff_statement_bind_text (insert, 3, uids[i]);
      if (!ff_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_role_row_save (FfConnection *connection, FfRole *role, gint64 modified, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "INSERT INTO roles (uid, kind, name, position, retired, sequence, modified)"
                  " VALUES (?1, ?2, ?3, (SELECT max (position) + 1 FROM roles), ?4, 0, ?5)"
                  " ON CONFLICT (uid) DO UPDATE SET name = excluded.name,"
                  " retired = excluded.retired, sequence = sequence + 1,"
                  " modified = excluded.modified"
                  " WHERE (name, retired) IS NOT (excluded.name, excluded.retired)");
  g_autofree char *before = NULL;
  g_autofree char *after = g_strjoinv ("\n", (GStrv) ff_role_get_requirements (role));

  ff_statement_bind_text (statement, 1, ff_role_get_uid (role));
  ff_statement_bind_int (statement, 2, ff_role_get_kind (role));
  ff_statement_bind_text (statement, 3, ff_role_get_name (role));
  ff_statement_bind_int (statement, 4, ff_role_get_retired (role) ? 1 : 0);
  ff_statement_bind_int (statement, 5, modified);
  if (!ff_statement_run (statement, error)
      || !read_requirements (connection, ff_role_get_uid (role), &before, error))
    return FALSE;
  return g_str_equal (before != NULL ? before : "", after)
         || replace_requirements (connection, role, modified, error);
}

FfRole *
ff_role_row_read (FfStatement *row)
{
  FfRole *role = ff_role_new (ff_statement_get_text (row, 0));
  const char *joined;

  ff_role_set_name (role, ff_statement_get_text (row, 1));
  ff_role_set_retired (role, ff_statement_get_int (row, 3) != 0);
  joined = ff_statement_get_text (row, 2);
  if (joined != NULL)
    {
      g_auto (GStrv) requirements = g_strsplit (joined, "\n", -1);

      ff_role_set_requirements (role, (const char *const *) requirements);
    }
  return role;
}

#define OF_PLACE                                                                                   \
  " group_id = (SELECT id FROM groups WHERE uid = ?1)"                                             \
  " AND meeting_id IS (SELECT id FROM meetings WHERE uid = ?2)"

static gboolean
check_meeting (FfConnection *connection, const char *group, const char *meeting, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection,
                          "SELECT 1 FROM meetings AS m JOIN groups AS g ON g.id = m.group_id"
                          " WHERE m.uid = ?1 AND g.uid = ?2");
  gboolean is_there;

  ff_statement_bind_text (statement, 1, meeting);
  ff_statement_bind_text (statement, 2, group);
  is_there = ff_statement_next (statement);
  if (!ff_statement_finish (statement, error))
    return FALSE;
  if (!is_there)
    g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                         _ ("The meeting that these roles are needed at is not there any more."));
  return is_there;
}

gboolean
ff_need_rows_save (FfConnection *connection,
                   const char *group,
                   const char *meeting,
                   GPtrArray *needs,
                   GError **error)
{
  g_autoptr (FfStatement) clear = ff_statement_new (connection, "DELETE FROM needs WHERE" OF_PLACE);
  g_autoptr (FfStatement) insert = ff_statement_new (
      connection, "INSERT INTO needs (group_id, meeting_id, role_id, places, required) VALUES"
                  " ((SELECT id FROM groups WHERE uid = ?1),"
                  " (SELECT id FROM meetings WHERE uid = ?2),"
                  " (SELECT id FROM roles WHERE uid = ?3), ?4, ?5)");

  if (meeting != NULL && !check_meeting (connection, group, meeting, error))
    return FALSE;
  ff_statement_bind_text (clear, 1, group);
  ff_statement_bind_text (clear, 2, meeting);
  if (!ff_statement_run (clear, error))
    return FALSE;
  for (guint i = 0; i < needs->len; i++)
    {
      const FfNeed *need = needs->pdata[i];

      ff_statement_bind_text (insert, 1, group);
      ff_statement_bind_text (insert, 2, meeting);
      ff_statement_bind_text (insert, 3, need->role);
      ff_statement_bind_int (insert, 4, need->places);
      ff_statement_bind_int (insert, 5, need->required ? 1 : 0);
      if (!ff_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

FfNeed *
ff_need_row_read (FfStatement *row)
{
  g_autofree char *group = g_strdup (ff_statement_get_text (row, 0));

  return ff_need_new (group, ff_statement_get_text (row, 1), ff_statement_get_text (row, 2),
                      (guint) ff_statement_get_int (row, 3), ff_statement_get_int (row, 4) != 0);
}

static const char save_assignment[]
    = "INSERT INTO assignments (uid, volunteer_id, meeting_id, rule_time, role_id, place, status,"
      " pinned, reason, asked, instead_id, sequence, modified) VALUES (?1,"
      " (SELECT id FROM volunteers WHERE uid = ?2), (SELECT id FROM meetings WHERE uid = ?3), ?4,"
      " (SELECT id FROM roles WHERE uid = ?5), ?6, ?7, ?8, ?9, nullif (?10, 0),"
      " (SELECT id FROM volunteers WHERE uid = ?11), 0, ?12) ON CONFLICT (uid) DO UPDATE SET"
      " volunteer_id = excluded.volunteer_id, meeting_id = excluded.meeting_id,"
      " rule_time = excluded.rule_time, role_id = excluded.role_id, place = excluded.place,"
      " status = excluded.status, pinned = excluded.pinned, reason = excluded.reason,"
      " asked = excluded.asked, instead_id = excluded.instead_id, sequence = sequence + 1,"
      " modified = excluded.modified WHERE (volunteer_id, meeting_id, rule_time, role_id, place,"
      " status, pinned, reason, asked, instead_id) IS NOT (excluded.volunteer_id,"
      " excluded.meeting_id, excluded.rule_time, excluded.role_id, excluded.place,"
      " excluded.status, excluded.pinned, excluded.reason, excluded.asked, excluded.instead_id)";

/* A duty of somebody who was erased is saved as nobody’s; one of somebody who is gone since is not saved. */
static gboolean
check_volunteer (FfConnection *connection, const char *uid, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;
  gboolean is_there;

  if (*uid == '\0')
    return TRUE;
  statement = ff_statement_new (connection, "SELECT 1 FROM volunteers WHERE uid = ?1");
  ff_statement_bind_text (statement, 1, uid);
  is_there = ff_statement_next (statement);
  if (!ff_statement_finish (statement, error))
    return FALSE;
  if (!is_there)
    g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                         _ ("This volunteer is not there any more. Choose somebody else."));
  return is_there;
}

gboolean
ff_assignment_row_save (FfConnection *connection,
                        FfAssignment *assignment,
                        gint64 modified,
                        GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, save_assignment);

  if (!check_volunteer (connection, ff_assignment_get_volunteer (assignment), error))
    return FALSE;
  ff_statement_bind_text (statement, 1, ff_assignment_get_uid (assignment));
  ff_statement_bind_text (statement, 2, ff_assignment_get_volunteer (assignment));
  ff_statement_bind_text (statement, 3, ff_assignment_get_meeting (assignment));
  ff_statement_bind_time (statement, 4, ff_assignment_get_rule_time (assignment));
  ff_statement_bind_text (statement, 5, ff_assignment_get_role (assignment));
  ff_statement_bind_int (statement, 6, ff_assignment_get_place (assignment));
  ff_statement_bind_int (statement, 7, ff_assignment_get_status (assignment));
  ff_statement_bind_int (statement, 8, ff_assignment_get_pinned (assignment) ? 1 : 0);
  ff_statement_bind_text (statement, 9, ff_assignment_get_reason (assignment));
  ff_statement_bind_int (statement, 10, ff_assignment_get_asked (assignment));
  ff_statement_bind_text (statement, 11, ff_assignment_get_instead (assignment));
  ff_statement_bind_int (statement, 12, modified);
  return ff_statement_run (statement, error);
}

FfAssignment *
ff_assignment_row_read (FfStatement *row)
{
  FfAssignment *assignment;
  g_autofree char *meeting = NULL;
  FfWallTime rule_time;

  if (!ff_statement_get_time (row, 3, &rule_time))
    return NULL;
  assignment = ff_assignment_new (ff_statement_get_text (row, 0));
  ff_assignment_set_volunteer (assignment, ff_statement_get_text (row, 1));
  meeting = g_strdup (ff_statement_get_text (row, 2));
  ff_assignment_set_place (assignment, meeting, &rule_time, ff_statement_get_text (row, 4),
                           (guint) ff_statement_get_int (row, 5));
  ff_assignment_set_status (assignment, (FfDutyStatus) ff_statement_get_int (row, 6));
  ff_assignment_set_pinned (assignment, ff_statement_get_int (row, 7) != 0);
  ff_assignment_set_reason (assignment, ff_statement_get_text (row, 8));
  ff_assignment_set_asked (assignment, ff_statement_get_int (row, 9));
  ff_assignment_set_instead (assignment, ff_statement_get_text (row, 10));
  return assignment;
}

gboolean
ff_hours_row_save (FfConnection *connection, const FfHoursEntry *entry, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "INSERT INTO hours (uid, volunteer_id, date, minutes, what) VALUES (?1,"
                  " (SELECT id FROM volunteers WHERE uid = ?2), ?3, ?4, ?5)"
                  " ON CONFLICT (uid) DO UPDATE SET volunteer_id = excluded.volunteer_id,"
                  " date = excluded.date, minutes = excluded.minutes, what = excluded.what");

  ff_statement_bind_text (statement, 1, entry->uid);
  ff_statement_bind_text (statement, 2, entry->volunteer);
  ff_statement_bind_text (statement, 3, entry->date);
  ff_statement_bind_int (statement, 4, entry->minutes);
  ff_statement_bind_text (statement, 5, entry->what);
  return ff_statement_run (statement, error);
}

FfHoursEntry *
ff_hours_row_read (FfStatement *row)
{
  FfHoursEntry *entry = g_new0 (FfHoursEntry, 1);

  entry->uid = g_strdup (ff_statement_get_text (row, 0));
  entry->volunteer = g_strdup (ff_statement_get_text (row, 1));
  entry->date = g_strdup (ff_statement_get_text (row, 2));
  entry->minutes = (guint) ff_statement_get_int (row, 3);
  entry->what = g_strdup (ff_statement_get_text (row, 4));
  return entry;
}
