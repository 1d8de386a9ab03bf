/* ff-import-file.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file from elsewhere, whatever is in it: what every import reads it with, and what it is told of its rows.
 */

#include "ff-config.h"

#include "ff-import-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-fold.h"

#define MAX_BYTES (64u * 1024 * 1024)
#define CHUNK (1024 * 1024)
#define ROWS_BETWEEN_PROGRESS 64

/* --- The file --- */

/* @reason: (transfer full) */
static void
set_unreadable (GError **error, const char *name, GError *reason)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, reason);
      return;
    }
  g_set_error (error, G_IO_ERROR, reason->code,
               _ ("“%s” cannot be read. Choose a file that you may open. (%s)"), name,
               reason->message);
  g_error_free (reason);
}

static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  while (all->len <= MAX_BYTES)
    {
      const gssize n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      g_byte_array_append (all, chunk, (guint) n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/**
 * ff_import_file_read:
 * @path: of the file
 * @name: (out) (transfer full): what to call it
 * @cancellable: (nullable): stops reading
 * @error: return location for a #GError
 *
 * Little more is read than an import takes, so that a larger file is told and never held.
 *
 * Returns: (transfer full): what is in it, or %NULL with a sentence that says why not
 */
GBytes *
ff_import_file_read (const char *path, char **name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  GBytes *bytes = NULL;
  GError *reason = NULL;

  *name = g_filename_display_basename (path);
  stream = g_file_read (file, cancellable, &reason);
  if (stream != NULL)
    bytes = read_stream (G_INPUT_STREAM (stream), cancellable, &reason);
  if (bytes == NULL)
    set_unreadable (error, *name, reason);
  return bytes;
}

/**
 * ff_import_file_check:
 * @path: of the file
 * @error: return location for a #GError
 *
 * For what should not begin where it cannot end.
 *
 * Returns: %FALSE with the error of ff_import_file_read() where the file cannot be opened
 */
gboolean
ff_import_file_check (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_basename (path);
  GError *reason = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &reason);

  if (stream == NULL)
    set_unreadable (error, name, reason);
  return stream != NULL;
}

/**
 * ff_import_file_check_size:
 * @bytes: what is in a file
 * @name: what to call it
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %G_IO_ERROR where there is nothing, or more than is taken
 */
gboolean
ff_import_file_check_size (GBytes *bytes, const char *name, GError **error)
{
  const gsize length = g_bytes_get_size (bytes);

  if (length > MAX_BYTES)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                 _ ("“%s” is larger than 64 MiB. Divide it into smaller files."), name);
  else if (length == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("“%s” is empty. Fetch it again from where it came from."), name);
  return length > 0 && length <= MAX_BYTES;
}

/**
 * ff_import_file_drop_mark:
 * @bytes: what is in a file
 *
 * Returns: (transfer full): the same without the mark that some programs begin UTF-8 with
 */
GBytes *
ff_import_file_drop_mark (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    return g_bytes_new_from_bytes (bytes, 3, length - 3);
  return g_bytes_ref (bytes);
}

/**
 * ff_import_file_skip_space:
 * @bytes: what is in a file
 * @length: (out): of what is returned
 *
 * Returns: (transfer none): where something begins
 */
const char *
ff_import_file_skip_space (GBytes *bytes, gsize *length)
{
  const char *text = g_bytes_get_data (bytes, length);

  while (*length > 0 && g_ascii_isspace (*text))
    {
      text++;
      --*length;
    }
  return text;
}

/**
 * ff_import_file_starts_with:
 * @text: what is in a file
 * @length: of it
 * @start: such as “BEGIN:VCARD”, upper and lower case alike
 *
 * Returns: whether it does
 */
gboolean
ff_import_file_starts_with (const char *text, gsize length, const char *start)
{
  return length >= strlen (start) && g_ascii_strncasecmp (text, start, strlen (start)) == 0;
}

/* --- Its rows --- */

/**
 * ff_import_file_check_rows:
 * @n_rows: how many there are
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %G_IO_ERROR where there are more than anybody could look through
 */
gboolean
ff_import_file_check_rows (guint n_rows, GError **error)
{
  if (n_rows <= FF_IMPORT_FILE_MAX_ROWS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
               _ ("The file has more than %d rows. Divide it into smaller ones."),
               FF_IMPORT_FILE_MAX_ROWS);
  return FALSE;
}

/**
 * ff_import_file_go_on:
 * @n_rows: how many have been read
 * @fraction: how much of the file that is, 0 to 1
 * @cancellable: (nullable): stops reading
 * @progress: (nullable): told how far it is, now and then
 * @progress_data: for @progress
 * @error: return location for a #GError
 *
 * What a reader asks before each row.
 *
 * Returns: %FALSE with an error where somebody cancelled, or one row more would be too many
 */
gboolean
ff_import_file_go_on (guint n_rows,
                      double fraction,
                      GCancellable *cancellable,
                      FfImportProgress progress,
                      gpointer progress_data,
                      GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!ff_import_file_check_rows (n_rows + 1, error))
    return FALSE;
  if (progress != NULL && n_rows % ROWS_BETWEEN_PROGRESS == 0)
    progress (fraction, progress_data);
  return TRUE;
}

/**
 * ff_import_file_say:
 * @format: a sentence about a row
 * @arguments: for it
 *
 * Returns: (transfer full): the sentence in UTF-8, also where “%.40s” cut a letter in two, and in one line
 */
char *
ff_import_file_say (const char *format, va_list arguments)
{
  g_autofree char *sentence = g_strdup_vprintf (format, arguments);
  g_autofree char *valid = g_utf8_make_valid (sentence, -1);

  return ff_tidy (valid, TRUE);
}
