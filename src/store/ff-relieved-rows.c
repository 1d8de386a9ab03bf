/* ff-relieved-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is to be told that a duty is not theirs any more.
 */

#include "ff-relieved-rows.h"

#include "ff-roster-rows.h"
#include "ff-rows.h"

#define VOLUNTEER "(SELECT id FROM volunteers WHERE uid = ?2)"

/* Whoever was asked knows of it; whoever declined knows that it is not theirs. */
static const char note[]
    = "INSERT INTO relieved_duties (uid, volunteer_id, meeting_id, rule_time, role_id)"
      " SELECT uid, volunteer_id, meeting_id, rule_time, role_id FROM assignments"
      " WHERE uid = ?1 AND status <> 4 AND (status > 0 OR asked IS NOT NULL)"
      " AND volunteer_id IS NOT NULL AND volunteer_id IS NOT " VOLUNTEER " ON CONFLICT DO NOTHING";

static const char forget[]
    = "DELETE FROM relieved_duties WHERE uid = ?1 AND volunteer_id = " VOLUNTEER;

static const char clear[]
    = "DELETE FROM relieved_duties WHERE rule_time <"
      " (SELECT strftime ('%Y-%m-%dT%H:%M', max (rule_time), '-1 year') FROM relieved_duties)";

static gboolean
run (FfConnection *connection,
     const char *sql,
     const char *uid,
     const char *volunteer,
     GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_text (statement, 1, uid);
  ff_statement_bind_text (statement, 2, volunteer);
  return ff_statement_run (statement, error);
}

gboolean
ff_relieved_rows_note (FfConnection *connection,
                       const char *uid,
                       const char *volunteer,
                       GError **error)
{
  return run (connection, note, uid, volunteer, error);
}

gboolean
ff_relieved_rows_forget (FfConnection *connection,
                         const char *uid,
                         const char *volunteer,
                         GError **error)
{
  return run (connection, forget, uid, volunteer, error);
}

gboolean
ff_relieved_rows_clear (FfConnection *connection, GError **error)
{
  return ff_connection_execute (connection, clear, error);
}

GPtrArray *
ff_relieved_rows_list (FfConnection *connection,
                       const FfWallTime *from,
                       const FfWallTime *until,
                       GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "SELECT " FF_RELIEVED_COLUMNS " FROM " FF_RELIEVED_TABLES
                  " WHERE d.rule_time >= ?1 AND d.rule_time < ?2 ORDER BY d.rule_time, d.id");

  ff_statement_bind_time (statement, 1, from);
  ff_statement_bind_time (statement, 2, until);
  return ff_rows_list (statement, (FfRowReader) ff_assignment_row_read, error);
}
