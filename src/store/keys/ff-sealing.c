/* ff-sealing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-sealing.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ff-leftovers.h"
#include "ff-store-error-private.h"

/* This file says that the database is about to be replaced, or that what follows from it is not all done. Which of the two, the
 * database's first bytes say; the file's name says for what. */
#define ENCRYPTING "fourfold.encrypting"
#define DECRYPTING "fourfold.decrypting"

static const char plain_beginning[] = "SQLite format 3";

gboolean
ff_sealing_is_plain (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  char beginning[sizeof plain_beginning] = { 0 };
  gssize length = fd >= 0 ? pread (fd, beginning, sizeof beginning, 0) : 0;

  if (fd >= 0)
    close (fd);
  return length == sizeof beginning && memcmp (beginning, plain_beginning, sizeof beginning) == 0;
}

static char *
name_file (FfDataFolder *folder, const char *name)
{
  return g_build_filename (ff_data_folder_get_path (folder), name, NULL);
}

static gboolean
mark (FfDataFolder *folder, const char *name, GError **error)
{
  g_autofree char *path = name_file (folder, name);
  g_autoptr (FfTemporary) file = ff_temporary_new (ff_data_folder_get_path (folder), error);

  return file != NULL && ff_temporary_keep_as (file, path, error);
}

static gboolean
remove_file (FfDataFolder *folder, const char *name, GError **error)
{
  g_autofree char *path = name_file (folder, name);

  if (g_unlink (path) == 0)
    return ff_data_folder_synchronize (ff_data_folder_get_path (folder), error);
  if (errno == ENOENT)
    return TRUE;
  ff_store_error_set_system (error, errno, path);
  return FALSE;
}

/* SQLite would take a log for that of the database it finds beside it. */
static gboolean
check_no_log (FfDataFolder *folder, GError **error)
{
  static const char *const endings[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (ff_data_folder_get_database (folder), endings[i], NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_IN_USE,
                   _ ("Another program is using “%s”. Close it, then try again."),
                   ff_data_folder_get_database (folder));
      return FALSE;
    }
  return TRUE;
}

/* The moment of truth is the one rename in here. */
static gboolean
replace_database (FfDataFolder *folder, FfTemporary *copy, GError **error)
{
  if (!check_no_log (folder, error)
      || !ff_temporary_keep_as (copy, ff_data_folder_get_database (folder), error))
    return FALSE;
  ff_data_folder_mark_closed (folder);
  return TRUE;
}

/* A key that nothing here asked to be removed may be somebody's only one. */
static gboolean
set_key_aside (FfDataFolder *folder, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "fourfold-set-aside-%Y-%m-%d-%H%M%S.key");
  const char *from = ff_data_folder_get_key (folder);
  g_autofree char *to = name_file (folder, name);

  if (g_file_test (to, G_FILE_TEST_EXISTS))
    {
      ff_store_error_set_system (error, EEXIST, to);
      return FALSE;
    }
  if (g_rename (from, to) == 0)
    return ff_data_folder_synchronize (ff_data_folder_get_path (folder), error);
  ff_store_error_set_system (error, errno, from);
  return FALSE;
}

static gboolean
has_file (FfDataFolder *folder, const char *name)
{
  g_autofree char *path = name_file (folder, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What cannot be removed keeps nobody from the data; it is tried again at each start. */
static gboolean
remove_leftovers (FfDataFolder *folder)
{
  g_autoptr (GError) error = NULL;

  if (ff_leftovers_remove (folder, &error))
    return TRUE;
  g_message ("A plain copy is left for the next start: %s", error->message);
  return FALSE;
}

gboolean
ff_sealing_finish (FfDataFolder *folder, GError **error)
{
  const gboolean encrypting = has_file (folder, ENCRYPTING);
  const gboolean decrypting = has_file (folder, DECRYPTING);
  const gboolean is_plain = ff_sealing_is_plain (ff_data_folder_get_database (folder));
  const gboolean has_key = ff_data_folder_has_key (folder);

  if (is_plain && has_key
      && !(encrypting || decrypting ? remove_file (folder, FF_DATA_FOLDER_KEY, error)
                                    : set_key_aside (folder, error)))
    return FALSE;
  if (encrypting && !is_plain && has_key && !remove_leftovers (folder))
    return TRUE;
  /* Not only after the passphrase was given: a copy in the making may be a plain one. */
  if (has_key || decrypting)
    ff_leftovers_sweep (folder);
  return remove_file (folder, ENCRYPTING, error) && remove_file (folder, DECRYPTING, error);
}

/* Whatever failed, the first bytes of the database say what is left to be done; what cannot be done now is done at the next start. */
static gboolean
give_up (FfDataFolder *folder)
{
  g_autoptr (GError) error = NULL;

  if (!ff_sealing_finish (folder, &error))
    g_message ("This is left for the next start: %s", error->message);
  return FALSE;
}

/* Now somebody waits to be told that it is done, and it is not. */
static gboolean
check_leftovers (FfDataFolder *folder, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (ff_leftovers_remove (folder, &reason))
    return TRUE;
  g_set_error (error, FF_STORE_ERROR, reason->code,
               /* Translators: a sentence that says what could not be removed */
               _ ("The passphrase is set, but a copy without it could not be removed. %s Remove it "
                  "yourself, then change the passphrase to be given a recovery key."),
               reason->message);
  return FALSE;
}

gboolean
ff_sealing_encrypt (FfDataFolder *folder, FfTemporary *copy, FfKeyFile *key, GError **error)
{
  if (!mark (folder, ENCRYPTING, error)
      || !ff_key_file_save (key, ff_data_folder_get_key (folder), error)
      || !replace_database (folder, copy, error))
    return give_up (folder);
  return check_leftovers (folder, error) && ff_sealing_finish (folder, error);
}

gboolean
ff_sealing_decrypt (FfDataFolder *folder, FfTemporary *copy, GError **error)
{
  if (mark (folder, DECRYPTING, error) && replace_database (folder, copy, error))
    return ff_sealing_finish (folder, error);
  return give_up (folder);
}
