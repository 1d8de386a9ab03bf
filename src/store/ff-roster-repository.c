/* ff-roster-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers, roles, what these require and where they are needed, in the store.
 */

#include "ff-roster-repository.h"

#include "ff-roster-rows.h"
#include "ff-rows.h"
#include "ff-store-private.h"

static const char select_requirements[]
    = "SELECT " FF_REQUIREMENT_COLUMNS " FROM requirements AS q ORDER BY q.uid";
static const char select_roles[] = "SELECT " FF_ROLE_COLUMNS " FROM roles AS r ORDER BY r.position";

#define SELECT_NEEDS                                                                               \
  "SELECT " FF_NEED_COLUMNS " FROM needs AS n JOIN groups AS g ON g.id = n.group_id"               \
  " JOIN roles AS r ON r.id = n.role_id LEFT JOIN meetings AS m ON m.id = n.meeting_id"
#define IN_ORDER " ORDER BY n.group_id, n.meeting_id, n.required DESC, r.position"

static GPtrArray *
list (FfConnection *connection, const char *sql, FfRowReader reader, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  return ff_rows_list (statement, reader, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  FfRequirement *first = *(FfRequirement *const *) a, *second = *(FfRequirement *const *) b;
  int order = g_utf8_collate (ff_requirement_get_name (first), ff_requirement_get_name (second));

  return order != 0 ? order
                    : g_strcmp0 (ff_requirement_get_uid (first), ff_requirement_get_uid (second));
}

static GPtrArray *
list_requirements (FfConnection *connection, GError **error)
{
  GPtrArray *requirements
      = list (connection, select_requirements, (FfRowReader) ff_requirement_row_read, error);

  if (requirements != NULL)
    g_ptr_array_sort (requirements, compare_names);
  return requirements;
}

/* Boxed, so not by ff_rows_list(). @group: (nullable) */
static GPtrArray *
list_needs (FfConnection *connection, const char *group, GError **error)
{
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, group != NULL ? SELECT_NEEDS " WHERE g.uid = ?1" IN_ORDER
                                                    : SELECT_NEEDS IN_ORDER);

  if (group != NULL)
    ff_statement_bind_text (statement, 1, group);
  while (ff_statement_next (statement))
    g_ptr_array_add (needs, ff_need_row_read (statement));
  return ff_statement_finish (statement, error) ? g_steal_pointer (&needs) : NULL;
}

gboolean
ff_roster_rows_load_names (FfConnection *connection, FfRoster *roster, GError **error)
{
  g_autoptr (GPtrArray) requirements = list_requirements (connection, error);
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (GPtrArray) needs = NULL;

  if (requirements == NULL)
    return FALSE;
  roles = list (connection, select_roles, (FfRowReader) ff_role_row_read, error);
  if (roles == NULL)
    return FALSE;
  needs = list_needs (connection, NULL, error);
  if (needs == NULL)
    return FALSE;
  for (guint i = 0; i < requirements->len; i++)
    ff_roster_take_requirement (roster, g_object_ref (requirements->pdata[i]));
  for (guint i = 0; i < roles->len; i++)
    ff_roster_take_role (roster, g_object_ref (roles->pdata[i]));
  for (guint i = 0; i < needs->len; i++)
    ff_roster_take_need (roster, ff_need_copy (needs->pdata[i]));
  return TRUE;
}

FfRoster *
ff_roster_rows_load (FfConnection *connection, GError **error)
{
  g_autoptr (FfRoster) roster = ff_roster_new ();

  if (!ff_roster_rows_load_names (connection, roster, error)
      || !ff_volunteer_rows_load (connection, roster, error)
      || !ff_volunteer_rows_load_apart (connection, roster, error))
    return NULL;
  return g_steal_pointer (&roster);
}

/* In one transaction, so that no write of another thread comes between two of the lists. */
static FfRoster *
load_at_once (FfConnection *connection, GError **error)
{
  g_autoptr (FfRoster) roster = NULL;

  if (!ff_connection_execute (connection, "BEGIN", error))
    return NULL;
  roster = ff_roster_rows_load (connection, error);
  if (!ff_connection_rollback (connection, roster != NULL ? error : NULL))
    return NULL;
  return g_steal_pointer (&roster);
}

/**
 * ff_roster_repository_load:
 *
 * With thousands of volunteers this takes longer than the main thread may: see ff_roster_repository_load_async().
 *
 * Returns: (transfer full): everybody and everything; %NULL with an error
 */
FfRoster *
ff_roster_repository_load (FfStore *store, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);

  return connection != NULL ? load_at_once (connection, error) : NULL;
}

static gpointer
load_in_thread (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FfRoster) roster = load_at_once (connection, error);

  /* What ends a read that is cancelled may come too late for it. */
  if (roster == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&roster);
}

/**
 * ff_roster_repository_load_async:
 *
 * Reads on the reader's thread, after the reads that were asked for before.
 */
void
ff_roster_repository_load_async (FfStore *store,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (FF_IS_STORE (store));

  ff_store_read_async (store, load_in_thread, NULL, NULL, g_object_unref, cancellable, callback,
                       user_data);
}

/**
 * ff_roster_repository_load_finish:
 *
 * Returns: (transfer full): %NULL with an error
 */
FfRoster *
ff_roster_repository_load_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}

/**
 * ff_roster_repository_get_volunteer:
 *
 * Returns: (transfer full) (nullable): with all they have; %NULL without an error where there is none
 */
FfVolunteer *
ff_roster_repository_get_volunteer (FfStore *store, const char *uid, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);

  return connection != NULL ? ff_volunteer_row_get (connection, uid, error) : NULL;
}

/**
 * ff_roster_repository_list_roles:
 *
 * Returns: (transfer full) (element-type FfRole): built-in ones first; %NULL with an error
 */
GPtrArray *
ff_roster_repository_list_roles (FfStore *store, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);

  if (connection == NULL)
    return NULL;
  return list (connection, select_roles, (FfRowReader) ff_role_row_read, error);
}

/**
 * ff_roster_repository_get_role_use:
 * @role: uid
 * @needs: (out): how many groups and meetings say that they need it
 * @volunteers: (out): how many take it
 *
 * Returns: %FALSE with an error
 */
gboolean
ff_roster_repository_get_role_use (FfStore *store,
                                   const char *role,
                                   guint *needs,
                                   guint *volunteers,
                                   GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (FfStatement) statement = NULL;

  if (connection == NULL)
    return FALSE;
  statement = ff_statement_new (connection,
                                "SELECT (SELECT count (*) FROM needs WHERE role_id = r.id),"
                                " (SELECT count (*) FROM volunteer_roles WHERE role_id = r.id)"
                                " FROM roles AS r WHERE r.uid = ?1");
  *needs = *volunteers = 0;
  ff_statement_bind_text (statement, 1, role);
  if (ff_statement_next (statement))
    {
      *needs = (guint) ff_statement_get_int (statement, 0);
      *volunteers = (guint) ff_statement_get_int (statement, 1);
    }
  return ff_statement_finish (statement, error);
}

/**
 * ff_roster_repository_list_requirements:
 *
 * Returns: (transfer full) (element-type FfRequirement): by name in the person's language; %NULL with an error
 */
GPtrArray *
ff_roster_repository_list_requirements (FfStore *store, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);

  return connection != NULL ? list_requirements (connection, error) : NULL;
}

/**
 * ff_roster_repository_list_needs:
 * @group: (nullable): the uid of a group; %NULL: of all
 *
 * Returns: (transfer full) (element-type FfNeed): %NULL with an error
 */
GPtrArray *
ff_roster_repository_list_needs (FfStore *store, const char *group, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);

  return connection != NULL ? list_needs (connection, group, error) : NULL;
}
