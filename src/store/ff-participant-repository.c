/* ff-participant-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-participant-repository.h"

#include <glib/gi18n-lib.h>

#include "ff-rows.h"
#include "ff-store-error.h"
#include "ff-store-private.h"

/* The unary plus keeps the prefix from choosing the index: what is asked for is the latest, page by page. */
#define PERSON_COLUMNS                                                                             \
  "p.uid, (SELECT uid FROM groups WHERE id = p.group_id), p.alias, p.last_seen,"                   \
  " (SELECT count (*) FROM check_ins AS c WHERE c.participant_id = p.id),"                         \
  " (SELECT count (*) FROM plan_items AS i"                                                        \
  " WHERE i.participant_id = p.id AND i.outcome = 0 AND i.text <> ''),"                            \
  " coalesce ((SELECT c.goal FROM check_ins AS c JOIN sessions AS s ON s.id = c.session_id"        \
  " WHERE c.participant_id = p.id AND c.goal <> '' ORDER BY s.start DESC, s.id DESC LIMIT 1), '')"
#define BEGINS_WITH " +p.plain >= ?3 AND +p.plain < ?3 || char (0x10ffff)"
#define A_PAGE " ORDER BY p.last_seen DESC, p.id DESC LIMIT ?1 OFFSET ?2"

static const char all_people[]
    = "SELECT " PERSON_COLUMNS " FROM participants AS p WHERE" BEGINS_WITH A_PAGE;
static const char people_of_group[]
    = "SELECT " PERSON_COLUMNS " FROM participants AS p"
      " WHERE p.group_id = (SELECT id FROM groups WHERE uid = ?4) AND" BEGINS_WITH A_PAGE;

typedef struct
{
  char *group;
  char *plain;
  guint limit;
  guint offset;
} FfPeopleWanted;

static void
ff_people_wanted_free (FfPeopleWanted *wanted)
{
  g_free (wanted->group);
  g_free (wanted->plain);
  g_free (wanted);
}

static FfPerson *
read_person (FfStatement *row)
{
  FfWallTime last_seen;
  gboolean was_seen = ff_statement_get_time (row, 3, &last_seen);

  return g_object_new (FF_TYPE_PERSON, "uid", ff_statement_get_text (row, 0), "group",
                       ff_statement_get_text (row, 1), "alias", ff_statement_get_text (row, 2),
                       "last-seen", was_seen ? &last_seen : NULL, "check-ins",
                       (guint) ff_statement_get_int (row, 4), "open-items",
                       (guint) ff_statement_get_int (row, 5), "last-goal",
                       ff_statement_get_text (row, 6), NULL);
}

static gpointer
list_people (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  FfPeopleWanted *wanted = data;
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, wanted->group != NULL ? people_of_group : all_people);

  ff_statement_bind_int (statement, 1, wanted->limit);
  ff_statement_bind_int (statement, 2, wanted->offset);
  ff_statement_bind_text (statement, 3, wanted->plain);
  if (wanted->group != NULL)
    ff_statement_bind_text (statement, 4, wanted->group);
  return ff_rows_list (statement, (FfRowReader) read_person, error);
}

/**
 * ff_participant_repository_list_async:
 * @group: (nullable): the uid of a group; of all groups where it is %NULL
 * @prefix: how the alias begins, case and accents aside; "" for everybody
 * @limit: how many at most
 * @offset: how many to leave out, counted from who was seen last
 */
void
ff_participant_repository_list_async (FfStore *store,
                                      const char *group,
                                      const char *prefix,
                                      guint limit,
                                      guint offset,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  FfPeopleWanted *wanted = g_new0 (FfPeopleWanted, 1);

  wanted->group = g_strdup (group);
  wanted->plain = ff_alias_make_plain (prefix);
  wanted->limit = limit;
  wanted->offset = offset;
  ff_store_read_async (store, list_people, wanted, (GDestroyNotify) ff_people_wanted_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * ff_participant_repository_list_finish:
 *
 * Returns: (transfer full) (element-type FfPerson): those last seen first; %NULL with an error
 */
GPtrArray *
ff_participant_repository_list_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}

static gpointer
read_one (FfConnection *connection,
          const char *sql,
          const char *uid,
          FfRowReader reader,
          GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_text (statement, 1, uid);
  return ff_rows_get (statement, reader, error);
}

static GPtrArray *
read_all (FfConnection *connection,
          const char *sql,
          const char *uid,
          FfRowReader reader,
          GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_text (statement, 1, uid);
  return ff_rows_list (statement, reader, error);
}

#define SELECT_PARTICIPANT                                                                         \
  "SELECT " FF_PARTICIPANT_COLUMNS                                                                 \
  " FROM participants AS p JOIN groups AS g ON g.id = p.group_id WHERE p.uid = ?1"
#define PERSON "(SELECT id FROM participants WHERE uid = ?1)"

static const char select_group[]
    = "SELECT " FF_GROUP_COLUMNS " FROM participants AS p JOIN groups AS g ON g.id = p.group_id"
      " WHERE p.uid = ?1";
static const char select_sessions[]
    = "SELECT " FF_SESSION_COLUMNS " FROM sessions AS s JOIN groups AS g ON g.id = s.group_id"
      " LEFT JOIN meetings AS m ON m.id = s.meeting_id WHERE s.id IN ("
      " SELECT session_id FROM check_ins WHERE participant_id = " PERSON
      " UNION SELECT session_id FROM plan_items WHERE participant_id = " PERSON
      " UNION SELECT reviewed_id FROM plan_items WHERE participant_id = " PERSON ")"
      " ORDER BY s.start DESC, s.id DESC";
static const char select_check_ins[]
    = "SELECT " FF_CHECK_IN_COLUMNS " FROM participants AS p"
      " JOIN check_ins AS c ON c.participant_id = p.id JOIN sessions AS s ON s.id = c.session_id"
      " WHERE p.uid = ?1";
static const char select_items[]
    = "SELECT " FF_PLAN_ITEM_COLUMNS " FROM participants AS p"
      " JOIN plan_items AS i ON i.participant_id = p.id JOIN sessions AS s ON s.id = i.session_id"
      " LEFT JOIN sessions AS r ON r.id = i.reviewed_id"
      " WHERE p.uid = ?1 ORDER BY s.start, s.id, i.position, i.id";

typedef struct
{
  GPtrArray *sessions;
  GPtrArray *check_ins;
  GPtrArray *items;
} FfPersonRows;

static void
clear_rows (FfPersonRows *rows)
{
  g_clear_pointer (&rows->sessions, g_ptr_array_unref);
  g_clear_pointer (&rows->check_ins, g_ptr_array_unref);
  g_clear_pointer (&rows->items, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfPersonRows, clear_rows)

/* (element-type FfPersonEntry) (transfer full) */
static GPtrArray *
make_entries (const FfPersonRows *rows)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_person_entry_free);
  g_autoptr (GHashTable) by_session = g_hash_table_new (g_str_hash, g_str_equal);
  FfPersonEntry *entry;

  for (guint i = 0; i < rows->sessions->len; i++)
    {
      entry = ff_person_entry_new (rows->sessions->pdata[i]);
      g_ptr_array_add (entries, entry);
      g_hash_table_insert (by_session, (gpointer) ff_session_get_uid (entry->session), entry);
    }
  for (guint i = 0; i < rows->check_ins->len; i++)
    {
      FfCheckIn *check_in = rows->check_ins->pdata[i];

      entry = g_hash_table_lookup (by_session, ff_check_in_get_session (check_in));
      g_set_object (&entry->check_in, check_in);
    }
  for (guint i = 0; i < rows->items->len; i++)
    {
      FfPlanItem *item = rows->items->pdata[i];
      const char *reviewed_at = ff_plan_item_get_reviewed_at (item);

      entry = g_hash_table_lookup (by_session, ff_plan_item_get_set_at (item));
      g_ptr_array_add (entry->plan, g_object_ref (item));
      entry = reviewed_at != NULL ? g_hash_table_lookup (by_session, reviewed_at) : NULL;
      if (entry != NULL)
        g_ptr_array_add (entry->reviewed, g_object_ref (item));
    }
  return entries;
}

static void
set_gone (GError **error)
{
  g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                       _ ("This person is not there any more."));
}

static FfPersonRecord *
read_rows (FfConnection *connection, const char *uid, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (FfParticipant) participant
      = read_one (connection, SELECT_PARTICIPANT, uid, (FfRowReader) ff_participant_row_read,
                  &problem);
  g_autoptr (FfGroup) group = NULL;
  g_auto (FfPersonRows) rows = { NULL };

  if (problem == NULL && participant != NULL)
    group = read_one (connection, select_group, uid, (FfRowReader) ff_group_row_read, &problem);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (group == NULL)
    set_gone (error);
  else if ((rows.sessions
            = read_all (connection, select_sessions, uid, (FfRowReader) ff_session_row_read, error))
               != NULL
           && (rows.check_ins = read_all (connection, select_check_ins, uid,
                                          (FfRowReader) ff_check_in_row_read, error))
                  != NULL
           && (rows.items = read_all (connection, select_items, uid,
                                      (FfRowReader) ff_plan_item_row_read, error))
                  != NULL)
    return ff_person_record_new (participant, group, make_entries (&rows));
  return NULL;
}

/* One moment's state in all its statements: the writer goes on meanwhile. */
static gpointer
read_record (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FfPersonRecord) record = NULL;
  g_autoptr (GError) problem = NULL;

  if (!ff_connection_execute (connection, "BEGIN", error))
    return NULL;
  record = read_rows (connection, data, error);
  if (!ff_connection_rollback (connection, &problem))
    g_warning ("A transaction could not be ended: %s", problem->message);
  return g_steal_pointer (&record);
}

/**
 * ff_participant_repository_get:
 *
 * Returns: (transfer full) (nullable): %NULL without error where there is none
 */
FfParticipant *
ff_participant_repository_get (FfStore *store, const char *uid, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);

  if (connection == NULL)
    return NULL;
  return read_one (connection, SELECT_PARTICIPANT, uid, (FfRowReader) ff_participant_row_read,
                   error);
}

/**
 * ff_participant_repository_get_record:
 * @uid: of the participant
 *
 * Reads it on the calling thread: for who waits for it anyway.
 *
 * Returns: (transfer full): %NULL with an error, %FF_STORE_ERROR_REFUSED where there is no such participant
 */
FfPersonRecord *
ff_participant_repository_get_record (FfStore *store, const char *uid, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);

  return connection != NULL ? read_record (connection, (gpointer) uid, NULL, error) : NULL;
}

/**
 * ff_participant_repository_get_record_async:
 * @uid: of the participant
 */
void
ff_participant_repository_get_record_async (FfStore *store,
                                            const char *uid,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  ff_store_read_async (store, read_record, g_strdup (uid), g_free, g_object_unref, cancellable,
                       callback, user_data);
}

/**
 * ff_participant_repository_get_record_finish:
 *
 * Returns: (transfer full): %NULL with an error
 */
FfPersonRecord *
ff_participant_repository_get_record_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}
