/* ff-passphrase-file.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the one line that counts, and leaves nothing of it behind.
 */

#include "ff-passphrase-file.h"

#include "ff-config.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define LENGTH_AT_MOST 8192

static gboolean
set_failed (GError **error, const char *path, int number)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The passphrase could not be read from “%s”: %s. Check the file’s name and "
                  "permissions."),
               path, g_strerror (number));
  return FALSE;
}

static gboolean
set_empty (GError **error, const char *path)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("There is no passphrase in the first line of “%s”. Write it there, followed by a "
                  "new line."),
               path);
  return FALSE;
}

static gboolean
read_line (FILE *file, char *line, const char *path, GError **error)
{
  gsize length;

  if (fgets (line, LENGTH_AT_MOST, file) == NULL)
    return ferror (file) ? set_failed (error, path, errno) : set_empty (error, path);
  length = strcspn (line, "\r\n");
  line[length] = '\0';
  return length > 0 || set_empty (error, path);
}

/**
 * ff_passphrase_file_read:
 * @path: a file, or `-` for standard input, of which each call takes the next line
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the first line without its end, for ff_passphrase_file_wipe()
 */
char *
ff_passphrase_file_read (const char *path, GError **error)
{
  const gboolean is_input = g_str_equal (path, "-");
  char line[LENGTH_AT_MOST] = { 0 };
  FILE *file = is_input ? stdin : fopen (path, "re");
  char *passphrase = NULL;

  if (file == NULL)
    {
      set_failed (error, path, errno);
      return NULL;
    }
  /* What the stream itself would keep of a file is wiped with the line. */
  if (!is_input)
    setvbuf (file, NULL, _IONBF, 0);
  if (read_line (file, line, path, error))
    passphrase = g_strdup (line);
  if (!is_input)
    fclose (file);
  explicit_bzero (line, sizeof line);
  return passphrase;
}

/**
 * ff_passphrase_file_wipe:
 * @passphrase: (transfer full) (nullable): a passphrase or a recovery key
 */
void
ff_passphrase_file_wipe (char *passphrase)
{
  if (passphrase != NULL)
    explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}
