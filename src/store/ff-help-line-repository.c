/* ff-help-line-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-help-line-repository.h"

#include <glib/gi18n-lib.h>

#include "ff-rows.h"
#include "ff-store-error.h"
#include "ff-store-private.h"

typedef struct
{
  char *group;
  GPtrArray *help_lines; /* (element-type FfHelpLine): the writer's own */
  gboolean at_foot;
} FfHelpLinesSaving;

static void
ff_help_lines_saving_free (FfHelpLinesSaving *saving)
{
  g_free (saving->group);
  g_ptr_array_unref (saving->help_lines);
  g_free (saving);
}

static FfHelpLine *
read_help_line (FfStatement *row)
{
  return ff_help_line_new (ff_statement_get_text (row, 0), ff_statement_get_text (row, 1),
                           ff_statement_get_text (row, 2), ff_statement_get_text (row, 3));
}

/**
 * ff_help_line_repository_list:
 * @group: the uid of a group
 *
 * Returns: (transfer full) (element-type FfHelpLine): in the group's order, the one to try first at the top; %NULL with an error
 */
GPtrArray *
ff_help_line_repository_list (FfStore *store, const char *group, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (FfStatement) statement = NULL;

  if (connection == NULL)
    return NULL;
  statement
      = ff_statement_new (connection, "SELECT name, contact, hours, area FROM help_lines"
                                      " WHERE group_id = (SELECT id FROM groups WHERE uid = ?1)"
                                      " ORDER BY position");
  ff_statement_bind_text (statement, 1, group);
  return ff_rows_list (statement, (FfRowReader) read_help_line, error);
}

/**
 * ff_help_line_repository_get_at_foot:
 * @group: the uid of a group
 *
 * Returns: whether its help lines stand at the foot of every handout; %FALSE, too, with an error
 */
gboolean
ff_help_line_repository_get_at_foot (FfStore *store, const char *group, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (FfStatement) statement = NULL;
  gboolean at_foot;

  if (connection == NULL)
    return FALSE;
  statement = ff_statement_new (connection, "SELECT help_at_foot FROM groups WHERE uid = ?1");
  ff_statement_bind_text (statement, 1, group);
  at_foot = ff_statement_next (statement) && ff_statement_get_int (statement, 0) != 0;
  return ff_statement_finish (statement, error) && at_foot;
}

static gboolean
save_at_foot (FfConnection *connection, FfHelpLinesSaving *saving, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "UPDATE groups SET help_at_foot = ?2,"
                                      " sequence = sequence + 1, modified = ?3 WHERE uid = ?1");

  ff_statement_bind_text (statement, 1, saving->group);
  ff_statement_bind_int (statement, 2, saving->at_foot ? 1 : 0);
  ff_statement_bind_int (statement, 3, g_get_real_time ());
  if (!ff_statement_run (statement, error))
    return FALSE;
  if (ff_statement_get_changes (statement) > 0)
    return TRUE;
  g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                       _ ("The group of these help lines is not there any more."));
  return FALSE;
}

static gboolean
save_lines (FfConnection *connection, FfHelpLinesSaving *saving, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection,
                          "INSERT INTO help_lines (group_id, position, name, contact, hours, area)"
                          " VALUES ((SELECT id FROM groups WHERE uid = ?1), ?2, ?3, ?4, ?5, ?6)");

  for (guint i = 0; i < saving->help_lines->len; i++)
    {
      FfHelpLine *line = g_ptr_array_index (saving->help_lines, i);

      ff_statement_bind_text (statement, 1, saving->group);
      ff_statement_bind_int (statement, 2, i);
      ff_statement_bind_text (statement, 3, ff_help_line_get_name (line));
      ff_statement_bind_text (statement, 4, ff_help_line_get_contact (line));
      ff_statement_bind_text (statement, 5, ff_help_line_get_hours (line));
      ff_statement_bind_text (statement, 6, ff_help_line_get_area (line));
      if (!ff_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  FfHelpLinesSaving *saving = data;
  g_autoptr (FfStatement) delete
      = ff_statement_new (connection, "DELETE FROM help_lines"
                                      " WHERE group_id = (SELECT id FROM groups WHERE uid = ?1)");

  ff_statement_bind_text (delete, 1, saving->group);
  ff_change_add (change, FF_AGGREGATE_GROUP, saving->group);
  return save_at_foot (connection, saving, error) && ff_statement_run (delete, error)
         && save_lines (connection, saving, error);
}

static gpointer
copy_line (gconstpointer source, gpointer user_data)
{
  FfHelpLine *line = FF_HELP_LINE ((gpointer) source);

  return ff_help_line_new (ff_help_line_get_name (line), ff_help_line_get_contact (line),
                           ff_help_line_get_hours (line), ff_help_line_get_area (line));
}

/**
 * ff_help_line_repository_save_async:
 * @group: the uid of a group
 * @help_lines: (element-type FfHelpLine): at most %FF_N_HELP_LINES, in place of all that it had
 * @at_foot: whether they stand at the foot of every handout
 */
void
ff_help_line_repository_save_async (FfStore *store,
                                    const char *group,
                                    GPtrArray *help_lines,
                                    gboolean at_foot,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  FfHelpLinesSaving *saving;

  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (group != NULL && help_lines != NULL);

  saving = g_new0 (FfHelpLinesSaving, 1);
  saving->group = g_strdup (group);
  saving->help_lines = g_ptr_array_copy (help_lines, copy_line, NULL);
  g_ptr_array_set_free_func (saving->help_lines, g_object_unref);
  saving->at_foot = at_foot;
  ff_store_write_async (store, save, saving, (GDestroyNotify) ff_help_lines_saving_free, callback,
                        user_data);
}
