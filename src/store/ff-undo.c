/* ff-undo.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-undo.h"

#include <glib/gi18n-lib.h>

#include "ff-statement.h"
#include "ff-store-error.h"

/* Rows keep their ids (AUTOINCREMENT never gives one out again), so putting back is inserting as they were. */
static const char tables[]
    = "CREATE TEMP TABLE undo_meetings AS SELECT * FROM meetings WHERE 0;"
      "CREATE TEMP TABLE undo_overrides AS SELECT * FROM overrides WHERE 0;"
      "CREATE TEMP TABLE undo_meeting_sessions (meeting_id INTEGER, session_id INTEGER);"
      "CREATE TEMP TABLE undo_participants AS SELECT * FROM participants WHERE 0;"
      "CREATE TEMP TABLE undo_check_ins AS SELECT * FROM check_ins WHERE 0;"
      "CREATE TEMP TABLE undo_plan_items AS"
      " SELECT 0 AS check_in_id, plan_items.* FROM plan_items WHERE 0;"
      "CREATE TEMP TABLE undo_reviews (check_in_id INTEGER, item_id INTEGER, outcome INTEGER,"
      " reviewed_id INTEGER);";

static const char *const keep_meeting[] = {
  "DELETE FROM temp.undo_meetings WHERE uid = ?1",
  "INSERT INTO temp.undo_meetings SELECT * FROM meetings WHERE uid = ?1",
  "INSERT INTO temp.undo_overrides SELECT * FROM overrides"
  " WHERE meeting_id = (SELECT id FROM meetings WHERE uid = ?1)",
  "INSERT INTO temp.undo_meeting_sessions SELECT meeting_id, id FROM sessions"
  " WHERE meeting_id = (SELECT id FROM meetings WHERE uid = ?1)",
  NULL,
};

static const char *const restore_meeting[] = {
  "INSERT INTO meetings SELECT * FROM temp.undo_meetings WHERE uid = ?1",
  "INSERT INTO overrides SELECT * FROM temp.undo_overrides"
  " WHERE meeting_id = (SELECT id FROM meetings WHERE uid = ?1)",
  "UPDATE sessions SET meeting_id = (SELECT id FROM meetings WHERE uid = ?1)"
  " WHERE id IN (SELECT session_id FROM temp.undo_meeting_sessions"
  " WHERE meeting_id = (SELECT id FROM meetings WHERE uid = ?1))",
  "DELETE FROM temp.undo_overrides WHERE meeting_id = (SELECT id FROM meetings WHERE uid = ?1)",
  "DELETE FROM temp.undo_meeting_sessions"
  " WHERE meeting_id = (SELECT id FROM meetings WHERE uid = ?1)",
  "DELETE FROM temp.undo_meetings WHERE uid = ?1",
  NULL,
};

static const char *const keep_check_in[] = {
  "DELETE FROM temp.undo_plan_items"
  " WHERE check_in_id = (SELECT id FROM temp.undo_check_ins WHERE uid = ?1)",
  "DELETE FROM temp.undo_reviews"
  " WHERE check_in_id = (SELECT id FROM temp.undo_check_ins WHERE uid = ?1)",
  "DELETE FROM temp.undo_check_ins WHERE uid = ?1",
  "DELETE FROM temp.undo_participants"
  " WHERE id = (SELECT participant_id FROM check_ins WHERE uid = ?1)",
  "INSERT INTO temp.undo_check_ins SELECT * FROM check_ins WHERE uid = ?1",
  "INSERT INTO temp.undo_participants SELECT * FROM participants"
  " WHERE id = (SELECT participant_id FROM check_ins WHERE uid = ?1)",
  "INSERT INTO temp.undo_plan_items SELECT c.id, i.* FROM main.check_ins AS c JOIN plan_items AS i"
  " ON i.session_id = c.session_id AND i.participant_id = c.participant_id WHERE c.uid = ?1",
  "INSERT INTO temp.undo_reviews SELECT c.id, i.id, i.outcome, i.reviewed_id"
  " FROM main.check_ins AS c JOIN plan_items AS i"
  " ON i.reviewed_id = c.session_id AND i.participant_id = c.participant_id WHERE c.uid = ?1",
  NULL,
};

/* The person may have come back meanwhile as another participant with the same alias: then it is theirs. */
#define PERSON                                                                                     \
  "(SELECT p.id FROM main.participants AS p JOIN temp.undo_participants AS u"                      \
  " ON p.group_id = u.group_id AND p.folded = u.folded"                                            \
  " WHERE u.id = (SELECT participant_id FROM temp.undo_check_ins WHERE uid = ?1))"

static const char *const restore_check_in[] = {
  "INSERT INTO participants SELECT * FROM temp.undo_participants AS u"
  " WHERE u.id = (SELECT participant_id FROM temp.undo_check_ins WHERE uid = ?1)"
  " AND NOT EXISTS (SELECT 1 FROM main.participants AS p"
  " WHERE p.group_id = u.group_id AND p.folded = u.folded)",
  "INSERT INTO check_ins (id, uid, session_id, participant_id, note, urge)"
  " SELECT id, uid, session_id, " PERSON ", note, urge FROM temp.undo_check_ins WHERE uid = ?1",
  "INSERT INTO plan_items (id, uid, session_id, participant_id, position, text, outcome, "
  "reviewed_id)"
  " SELECT id, uid, session_id, " PERSON ", position, text, outcome, reviewed_id"
  " FROM temp.undo_plan_items WHERE check_in_id = (SELECT id FROM check_ins WHERE uid = ?1)",
  "UPDATE plan_items SET outcome = r.outcome, reviewed_id = r.reviewed_id"
  " FROM temp.undo_reviews AS r WHERE r.item_id = plan_items.id AND plan_items.outcome = 0"
  " AND r.check_in_id = (SELECT id FROM check_ins WHERE uid = ?1)",
  "DELETE FROM temp.undo_plan_items WHERE check_in_id = (SELECT id FROM check_ins WHERE uid = ?1)",
  "DELETE FROM temp.undo_reviews WHERE check_in_id = (SELECT id FROM check_ins WHERE uid = ?1)",
  "DELETE FROM temp.undo_check_ins WHERE uid = ?1",
  NULL,
};

static gboolean
run_all (FfConnection *connection, const char *const *sql, const char *uid, GError **error)
{
  for (guint i = 0; sql[i] != NULL; i++)
    {
      g_autoptr (FfStatement) statement = ff_statement_new (connection, sql[i]);

      ff_statement_bind_text (statement, 1, uid);
      if (!ff_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_kept (FfConnection *connection, const char *sql, const char *uid, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);
  gboolean found;

  ff_statement_bind_text (statement, 1, uid);
  found = ff_statement_next (statement);
  if (!ff_statement_finish (statement, error))
    return FALSE;
  if (!found)
    g_set_error_literal (
        error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
        _ ("This cannot be put back: it was not deleted since Fourfold was started, "
           "or it is back already."));
  return found;
}

gboolean
ff_undo_prepare (FfConnection *connection, GError **error)
{
  return ff_connection_execute (connection, tables, error);
}

gboolean
ff_undo_keep_meeting (FfConnection *connection, const char *uid, GError **error)
{
  return run_all (connection, keep_meeting, uid, error);
}

gboolean
ff_undo_keep_check_in (FfConnection *connection, const char *uid, GError **error)
{
  return run_all (connection, keep_check_in, uid, error);
}

gboolean
ff_undo_restore_meeting (FfConnection *connection, const char *uid, GError **error)
{
  return is_kept (connection, "SELECT 1 FROM temp.undo_meetings WHERE uid = ?1", uid, error)
         && run_all (connection, restore_meeting, uid, error);
}

gboolean
ff_undo_restore_check_in (FfConnection *connection, const char *uid, GError **error)
{
  return is_kept (connection, "SELECT 1 FROM temp.undo_check_ins WHERE uid = ?1", uid, error)
         && run_all (connection, restore_check_in, uid, error);
}
