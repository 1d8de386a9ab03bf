/* ff-session-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-session-repository.h"

#include "ff-rows.h"
#include "ff-store-private.h"

#define FROM_SESSIONS                                                                              \
  " FROM sessions AS s JOIN groups AS g ON g.id = s.group_id"                                      \
  " LEFT JOIN meetings AS m ON m.id = s.meeting_id"
#define FROM_PARTICIPANTS " FROM participants AS p JOIN groups AS g ON g.id = p.group_id"
#define FROM_PLAN_ITEMS                                                                            \
  " FROM plan_items AS i JOIN sessions AS s ON s.id = i.session_id"                                \
  " JOIN participants AS p ON p.id = i.participant_id"                                             \
  " LEFT JOIN sessions AS r ON r.id = i.reviewed_id"

/* Opens the connection's statement; NULL with an error once the store is closing. */
static FfStatement *
prepare (FfStore *store, const char *sql, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);

  return connection != NULL ? ff_statement_new (connection, sql) : NULL;
}

/**
 * ff_session_repository_list:
 * @group: (nullable): the uid of a group; of all groups where it is %NULL
 * @limit: how many at most
 * @offset: how many to leave out, counted from the latest
 *
 * Returns: (transfer full) (element-type FfSession): latest first
 */
GPtrArray *
ff_session_repository_list (FfStore *store,
                            const char *group,
                            guint limit,
                            guint offset,
                            GError **error)
{
  static const char all[] = "SELECT " FF_SESSION_COLUMNS FROM_SESSIONS
                            " ORDER BY s.start DESC, s.id DESC LIMIT ?1 OFFSET ?2";
  static const char of_group[] = "SELECT " FF_SESSION_COLUMNS FROM_SESSIONS
                                 " WHERE s.group_id = (SELECT id FROM groups WHERE uid = ?3)"
                                 " ORDER BY s.start DESC, s.id DESC LIMIT ?1 OFFSET ?2";
  g_autoptr (FfStatement) statement = prepare (store, group != NULL ? of_group : all, error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, 1, limit);
  ff_statement_bind_int (statement, 2, offset);
  if (group != NULL)
    ff_statement_bind_text (statement, 3, group);
  return ff_rows_list (statement, (FfRowReader) ff_session_row_read, error);
}

/**
 * ff_session_repository_has_before:
 * @time: a wall time
 *
 * Returns: whether a session of a group that is no sample began before @time
 */
gboolean
ff_session_repository_has_before (FfStore *store, const FfWallTime *time, GError **error)
{
  g_autoptr (FfStatement) statement
      = prepare (store, "SELECT 1" FROM_SESSIONS " WHERE s.start < ?1 AND g.sample = 0 LIMIT 1",
                 error);
  gboolean has_one;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_time (statement, 1, time);
  has_one = ff_statement_next (statement);
  return ff_statement_finish (statement, error) && has_one;
}

/**
 * ff_session_repository_get:
 *
 * Returns: (transfer full) (nullable): %NULL without error where there is none
 */
FfSession *
ff_session_repository_get (FfStore *store, const char *uid, GError **error)
{
  g_autoptr (FfStatement) statement
      = prepare (store, "SELECT " FF_SESSION_COLUMNS FROM_SESSIONS " WHERE s.uid = ?1", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, 1, uid);
  return ff_rows_get (statement, (FfRowReader) ff_session_row_read, error);
}

/**
 * ff_session_repository_find:
 * @meeting: the uid of a meeting
 * @rule_time: the start that its rule gave
 *
 * Returns: (transfer full) (nullable): what happened on that date; %NULL without error where nothing was written yet
 */
FfSession *
ff_session_repository_find (FfStore *store,
                            const char *meeting,
                            const FfWallTime *rule_time,
                            GError **error)
{
  g_autoptr (FfStatement) statement
      = prepare (store,
                 "SELECT " FF_SESSION_COLUMNS FROM_SESSIONS
                 " WHERE s.meeting_id = (SELECT id FROM meetings WHERE uid = ?1)"
                 " AND s.rule_time = ?2",
                 error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, 1, meeting);
  ff_statement_bind_time (statement, 2, rule_time);
  return ff_rows_get (statement, (FfRowReader) ff_session_row_read, error);
}

/* Only the number of the parameters depends on what is asked for. */
static char *
write_count_query (guint sessions)
{
  GString *sql = g_string_new ("SELECT s.uid, count (*) FROM sessions AS s"
                               " JOIN check_ins AS c ON c.session_id = s.id WHERE s.uid IN (");

  for (guint i = 0; i < sessions; i++)
    g_string_append (sql, i == 0 ? "?" : ", ?");
  return g_string_free_and_steal (g_string_append (sql, ") GROUP BY s.id"));
}

/**
 * ff_session_repository_count_check_ins:
 * @sessions: (element-type FfSession): at most 10,000
 *
 * Returns: (transfer full) (element-type utf8 guint): session uid → how many check-ins it has, those without any left out
 */
GHashTable *
ff_session_repository_count_check_ins (FfStore *store, GPtrArray *sessions, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *sql = write_count_query (sessions->len);
  g_autoptr (FfStatement) statement = prepare (store, sql, error);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < sessions->len; i++)
    ff_statement_bind_text (statement, (int) i + 1, ff_session_get_uid (sessions->pdata[i]));
  while (ff_statement_next (statement))
    g_hash_table_insert (counts, g_strdup (ff_statement_get_text (statement, 0)),
                         GUINT_TO_POINTER ((guint) ff_statement_get_int (statement, 1)));
  if (!ff_statement_finish (statement, error))
    return NULL;
  return g_steal_pointer (&counts);
}

/**
 * ff_session_repository_list_check_ins:
 * @session: the uid of a session
 *
 * Returns: (transfer full) (element-type FfCheckIn): in the order they were written
 */
GPtrArray *
ff_session_repository_list_check_ins (FfStore *store, const char *session, GError **error)
{
  g_autoptr (FfStatement) statement
      = prepare (store,
                 "SELECT " FF_CHECK_IN_COLUMNS
                 " FROM sessions AS s JOIN check_ins AS c ON c.session_id = s.id"
                 " JOIN participants AS p ON p.id = c.participant_id"
                 " WHERE s.uid = ?1 ORDER BY c.id",
                 error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, 1, session);
  return ff_rows_list (statement, (FfRowReader) ff_check_in_row_read, error);
}

/**
 * ff_session_repository_complete_alias:
 * @group: the uid of a group
 * @prefix: how the alias begins, case and accents aside; "" for everybody
 *
 * Returns: (transfer full) (element-type FfParticipant): those last seen first
 */
GPtrArray *
ff_session_repository_complete_alias (FfStore *store,
                                      const char *group,
                                      const char *prefix,
                                      guint limit,
                                      GError **error)
{
  g_autofree char *plain = ff_alias_make_plain (prefix);
  g_autoptr (FfStatement) statement
      = prepare (store,
                 "SELECT " FF_PARTICIPANT_COLUMNS FROM_PARTICIPANTS
                 " WHERE p.group_id = (SELECT id FROM groups WHERE uid = ?1)"
                 " AND p.plain >= ?2 AND p.plain < ?2 || char (0x10ffff)"
                 " ORDER BY p.last_seen DESC, p.plain LIMIT ?3",
                 error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, 1, group);
  ff_statement_bind_text (statement, 2, plain);
  ff_statement_bind_int (statement, 3, limit);
  return ff_rows_list (statement, (FfRowReader) ff_participant_row_read, error);
}

/**
 * ff_session_repository_find_participant:
 * @group: the uid of a group
 *
 * Returns: (transfer full) (nullable): the one with exactly this alias, case aside; %NULL without error where there is none
 */
FfParticipant *
ff_session_repository_find_participant (FfStore *store,
                                        const char *group,
                                        const char *alias,
                                        GError **error)
{
  /* The participant's own setter takes white space off the ends. */
  g_autoptr (FfParticipant) wanted = ff_participant_new (NULL);
  g_autofree char *folded = NULL;
  g_autoptr (FfStatement) statement
      = prepare (store,
                 "SELECT " FF_PARTICIPANT_COLUMNS FROM_PARTICIPANTS
                 " WHERE p.group_id = (SELECT id FROM groups WHERE uid = ?1) AND p.folded = ?2",
                 error);

  if (statement == NULL)
    return NULL;
  ff_participant_set_alias (wanted, alias);
  folded = ff_alias_fold (ff_participant_get_alias (wanted));
  ff_statement_bind_text (statement, 1, group);
  ff_statement_bind_text (statement, 2, folded);
  return ff_rows_get (statement, (FfRowReader) ff_participant_row_read, error);
}

/**
 * ff_session_repository_list_plan_items:
 * @session: the uid of a session
 *
 * Returns: (transfer full) (element-type FfPlanItem): those set there, by person and position
 */
GPtrArray *
ff_session_repository_list_plan_items (FfStore *store, const char *session, GError **error)
{
  g_autoptr (FfStatement) statement
      = prepare (store,
                 "SELECT " FF_PLAN_ITEM_COLUMNS FROM_PLAN_ITEMS
                 " WHERE s.uid = ?1 ORDER BY i.participant_id, i.position, i.id",
                 error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, 1, session);
  return ff_rows_list (statement, (FfRowReader) ff_plan_item_row_read, error);
}

/**
 * ff_session_repository_list_items_to_review:
 * @group: the uid of a group
 * @before: the start of the session at which they are reviewed, in wall time
 * @session: (nullable): the uid of that session, where there is one already
 *
 * What comes back: every item that was set before @before and is open or was reviewed at @session, so that a mark can be
 * seen, and taken back, where it was made. Items without any text are left out.
 *
 * Returns: (transfer full) (element-type FfPlanItem): by alias, then from the oldest session on, then by position
 */
GPtrArray *
ff_session_repository_list_items_to_review (FfStore *store,
                                            const char *group,
                                            const FfWallTime *before,
                                            const char *session,
                                            GError **error)
{
  static const char sql[]
      = "SELECT " FF_PLAN_ITEM_COLUMNS FROM_PLAN_ITEMS " WHERE i.id IN ("
        " SELECT o.id FROM participants AS q JOIN plan_items AS o ON o.participant_id = q.id"
        " WHERE q.group_id = (SELECT id FROM groups WHERE uid = ?1) AND o.outcome = 0"
        " UNION ALL SELECT e.id FROM plan_items AS e"
        " WHERE e.reviewed_id = (SELECT id FROM sessions WHERE uid = ?3))"
        " AND s.start < ?2 AND i.text <> ''"
        " ORDER BY p.plain, p.id, s.start, i.position, i.id";
  g_autoptr (FfStatement) statement = prepare (store, sql, error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, 1, group);
  ff_statement_bind_time (statement, 2, before);
  ff_statement_bind_text (statement, 3, session);
  return ff_rows_list (statement, (FfRowReader) ff_plan_item_row_read, error);
}
