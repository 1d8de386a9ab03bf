/* ff-command.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What several commands do alike: opening the data, finding a group, minding where they write.
 */

#include "ff-command.h"

#include "ff-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ff-await.h"
#include "ff-group-repository.h"
#include "ff-passphrase-file.h"
#include "ff-passphrase.h"

#define DATABASE "fourfold.db"

/**
 * ff_command_refuse_arguments:
 * @invocation: this start of the program
 * @error: return location for a #GError
 *
 * For commands that take options only.
 *
 * Returns: %FALSE with %G_OPTION_ERROR_BAD_VALUE where there is anything else
 */
gboolean
ff_command_refuse_arguments (FfInvocation *invocation, GError **error)
{
  if (invocation->arguments[0] == NULL)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is one word too many. Add --help to see what the command takes."),
               invocation->arguments[0]);
  return FALSE;
}

/**
 * ff_command_check_data:
 * @invocation: this start of the program
 * @error: return location for a #GError
 *
 * Returns: whether there are data, so that a folder mistyped is not made
 */
gboolean
ff_command_check_data (FfInvocation *invocation, GError **error)
{
  g_autofree char *database = g_build_filename (invocation->folder, DATABASE, NULL);
  GStatBuf status;

  /* Looks also whether something is to be finished that left no database for the moment. */
  ff_passphrase_is_set (invocation->folder);
  /* Anything but its absence is the store's to explain. */
  if (g_lstat (database, &status) == 0 || errno != ENOENT)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("There is no Fourfold data in “%s”. Say with --data-dir where it is, or make "
                  "some up with “fourfoldctl sample”."),
               invocation->folder);
  return FALSE;
}

/**
 * ff_command_unlock:
 * @invocation: this start of the program
 * @secret: (out) (nullable): the key of the data; %NULL where no passphrase protects them
 * @error: return location for a #GError
 *
 * Returns: %FALSE where the passphrase is wrong, or none was given and one is needed
 */
gboolean
ff_command_unlock (FfInvocation *invocation, FfSecret **secret, GError **error)
{
  char *passphrase;

  *secret = NULL;
  if (!ff_passphrase_is_set (invocation->folder))
    return TRUE;
  if (invocation->passphrase_file == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   _ ("A passphrase protects the data in “%s”. Say with --passphrase-file which "
                      "file holds it."),
                   invocation->folder);
      return FALSE;
    }
  passphrase = ff_passphrase_file_read (invocation->passphrase_file, error);
  if (passphrase != NULL)
    *secret = ff_passphrase_unlock (invocation->folder, passphrase, error);
  ff_passphrase_file_wipe (passphrase);
  return *secret != NULL;
}

/**
 * ff_command_open_any_store:
 * @invocation: this start of the program
 * @error: return location for a #GError
 *
 * Opens the data folder, and makes it where there is none.
 *
 * Returns: (transfer full): the store, to be given back with ff_command_close_store()
 */
FfStore *
ff_command_open_any_store (FfInvocation *invocation, GError **error)
{
  g_autoptr (FfSecret) secret = NULL;

  if (!ff_command_unlock (invocation, &secret, error))
    return NULL;
  return ff_store_open (invocation->folder, secret, error);
}

/**
 * ff_command_open_store:
 * @invocation: this start of the program
 * @error: return location for a #GError
 *
 * Opens the data folder, which must hold data: a folder mistyped is not made.
 *
 * Returns: (transfer full): the store, to be given back with ff_command_close_store()
 */
FfStore *
ff_command_open_store (FfInvocation *invocation, GError **error)
{
  return ff_command_check_data (invocation, error) ? ff_command_open_any_store (invocation, error)
                                                   : NULL;
}

/**
 * ff_command_try_store:
 * @invocation: this start of the program
 * @reason: (out): why the data there are cannot be read now
 *
 * For commands that do most of their work without data, also while another Fourfold has them.
 *
 * Returns: (transfer full) (nullable): the store, to be given back with ff_command_close_store(); %NULL, without a reason where there are no
 *   data at all
 */
FfStore *
ff_command_try_store (FfInvocation *invocation, GError **reason)
{
  g_autoptr (GError) error = NULL;
  FfStore *store = ff_command_open_store (invocation, &error);

  if (store == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_propagate_error (reason, g_steal_pointer (&error));
  return store;
}

/**
 * ff_command_close_store:
 * @store: (transfer full): an open store
 * @error: return location for a #GError
 *
 * Waits until everything is written, and gives the folder back.
 *
 * Returns: whether all of it was
 */
gboolean
ff_command_close_store (FfStore *store, GError **error)
{
  g_autoptr (FfStore) closing = store;
  g_autoptr (GAsyncResult) result = NULL;

  ff_store_close_async (closing, ff_await_ready, &result);
  return ff_store_close_finish (closing, ff_await (&result), error);
}

/**
 * ff_command_use_store:
 * @store: (transfer full) (nullable): what ff_command_open_store() gave
 * @work: what is done with it
 * @data: for @work
 * @error: return location for a #GError
 *
 * Gives the folder back afterwards, whether @work succeeded or not.
 *
 * Returns: whether @work did, and everything is written; %FALSE with @error as it is where there is no @store
 */
gboolean
ff_command_use_store (FfStore *store, FfCommandWork work, gpointer data, GError **error)
{
  gboolean done;

  if (store == NULL)
    return FALSE;
  done = work (store, data, error);
  return ff_command_close_store (store, done ? error : NULL) && done;
}

static void
set_unknown_group (GPtrArray *groups, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const guint shown = MIN (groups->len, 10);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                            ff_group_get_name (g_ptr_array_index (groups, i)));
  if (shown < groups->len)
    g_string_append (names, ", …");
  if (groups->len == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("There is no group “%s”, nor any other group yet."), name);
  else
    /* Translators: the second value is a list of names in quotes */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("There is no group “%s”. There are: %s."), name, names->str);
}

/**
 * ff_command_find_group:
 * @store: the open store
 * @name: a group's name, upper and lower case alike, or its uid
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the group; %NULL with %G_IO_ERROR_NOT_FOUND and a sentence that names
 *   those there are, or says that two share the name
 */
FfGroup *
ff_command_find_group (FfStore *store, const char *name, GError **error)
{
  g_autoptr (GPtrArray) groups = ff_group_repository_list (store, error);
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  FfGroup *found = NULL;

  if (groups == NULL)
    return NULL;
  for (guint i = 0; i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *folded = g_utf8_casefold (ff_group_get_name (group), -1);

      if (g_str_equal (ff_group_get_uid (group), name))
        return g_object_ref (group);
      if (!g_str_equal (folded, wanted))
        continue;
      if (found != NULL)
        {
          g_set_error (
              error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
              _ ("Two groups are called “%s”. Give the uid of the one you mean: %s or %s."), name,
              ff_group_get_uid (found), ff_group_get_uid (group));
          return NULL;
        }
      found = group;
    }
  if (found == NULL)
    set_unknown_group (groups, name, error);
  return found != NULL ? g_object_ref (found) : NULL;
}

/* The database, its key, and what SQLite keeps beside it. */
static gboolean
is_own_file (FfInvocation *invocation, const char *path)
{
  const char *const names[]
      = { DATABASE, DATABASE "-wal", DATABASE "-shm", "fourfold.lock", "fourfold.key" };
  GStatBuf target, own;

  if (g_stat (path, &target) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_build_filename (invocation->folder, names[i], NULL);

      if (g_stat (file, &own) == 0 && own.st_dev == target.st_dev && own.st_ino == target.st_ino)
        return TRUE;
    }
  return FALSE;
}

/**
 * ff_command_check_output:
 * @invocation: this start of the program
 * @path: where a command is about to write
 * @error: return location for a #GError
 *
 * Refuses, before any work, what could not be written or would write over the database.
 *
 * Returns: whether @path may be written
 */
gboolean
ff_command_check_output (FfInvocation *invocation, const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 _ ("“%s” is a folder. Give the name of a file in it."), path);
  else if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    /* What is written takes the place of what is there, and a device would be gone. */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _ ("“%s” is a device or a pipe. Give the name of a file."), path);
  else if (!g_file_test (parent, G_FILE_TEST_IS_DIR))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("There is no folder “%s”. Make it first, or choose another."), parent);
  else if (is_own_file (invocation, path))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _ ("“%s” is the database itself. Choose another name."), path);
  else
    return TRUE;
  return FALSE;
}
