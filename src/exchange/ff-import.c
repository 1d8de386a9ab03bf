/* ff-import.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file from elsewhere, read row by row: what each row says, or why it was refused.
 */

#include "ff-config.h"

#include "ff-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-listing-tsml.h"

#define MAX_BYTES (64u * 1024 * 1024)
#define CHUNK (1024 * 1024)

G_DEFINE_BOXED_TYPE (FfImport, ff_import, ff_import_ref, ff_import_unref)

typedef gboolean (*Reader) (FfImport *self,
                            GBytes *bytes,
                            const FfImportDefaults *defaults,
                            GCancellable *cancellable,
                            FfImportProgress progress,
                            gpointer progress_data,
                            GError **error);

static const struct
{
  const char *id;
  const char *title;
  Reader read;
} formats[] = {
  [FF_FORMAT_UNKNOWN] = { "", "", NULL },
  [FF_FORMAT_ICALENDAR] = { "ics", "iCalendar", ff_import_read_icalendar },
  [FF_FORMAT_MEETING_GUIDE]
  = { "meeting-guide", "Meeting Guide JSON", ff_import_read_meeting_guide },
  [FF_FORMAT_TSML_CSV] = { "tsml-csv", "TSML CSV", ff_import_read_tsml_csv },
  [FF_FORMAT_BMLT] = { "bmlt", "BMLT JSON", ff_import_read_bmlt },
};

static void
import_row_free (FfImportRow *row)
{
  g_free (row->title);
  g_clear_object (&row->meeting);
  g_clear_object (&row->group);
  g_clear_pointer (&row->overrides, g_ptr_array_unref);
  g_free (row->refused);
  g_ptr_array_unref (row->remarks);
  g_free (row);
}

static FfImport *
import_new (FfFormat format, const char *name)
{
  FfImport *self = g_new0 (FfImport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->format = format;
  self->name = g_utf8_make_valid (name, -1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) import_row_free);
  return self;
}

/**
 * ff_import_ref:
 *
 * Returns: (transfer full): the same
 */
FfImport *
ff_import_ref (FfImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * ff_import_unref:
 * @self: (transfer full): an import, gone with its last reference
 */
void
ff_import_unref (FfImport *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->rows);
  g_free (self->name);
  g_free (self);
}

/**
 * ff_import_add:
 * @line: of the file, from 1
 * @title: (nullable): what to call the row in a list; it may be set later
 *
 * Returns: (transfer none): a row that says nothing yet, the last of @self
 */
FfImportRow *
ff_import_add (FfImport *self, guint line, const char *title)
{
  FfImportRow *row;

  g_return_val_if_fail (self != NULL, NULL);

  row = g_new0 (FfImportRow, 1);
  row->line = line;
  row->title = g_strdup (title != NULL ? title : "");
  row->remarks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * ff_import_row_refuse:
 * @format: what is wrong and what to do, a sentence
 *
 * Nothing of the row is taken; the first reason stays.
 */
void
ff_import_row_refuse (FfImportRow *row, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  g_return_if_fail (row != NULL);

  g_clear_object (&row->meeting);
  g_clear_object (&row->group);
  g_clear_pointer (&row->overrides, g_ptr_array_unref);
  if (row->refused != NULL)
    return;
  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* “%.40s” may cut a letter in two. */
  row->refused = g_utf8_make_valid (reason, -1);
}

/**
 * ff_import_row_remark:
 * @format: what was taken otherwise than it is written, a sentence
 */
void
ff_import_row_remark (FfImportRow *row, const char *format, ...)
{
  g_autofree char *remark = NULL;
  va_list arguments;

  g_return_if_fail (row != NULL);

  va_start (arguments, format);
  remark = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (row->remarks, g_utf8_make_valid (remark, -1));
}

/**
 * ff_import_go_on:
 * @fraction: how much of the file is read, 0 to 1
 *
 * What a reader asks before each row.
 *
 * Returns: %FALSE with an error where somebody cancelled, or there are more rows than anybody could look through
 */
gboolean
ff_import_go_on (FfImport *self,
                 double fraction,
                 GCancellable *cancellable,
                 FfImportProgress progress,
                 gpointer progress_data,
                 GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->rows->len >= FF_IMPORT_MAX_ROWS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                   _ ("The file has more than %d rows. Divide it into smaller ones."),
                   FF_IMPORT_MAX_ROWS);
      return FALSE;
    }
  if (progress != NULL && self->rows->len % 64 == 0)
    progress (fraction, progress_data);
  return TRUE;
}

static gboolean
starts_with (const char *text, gsize length, const char *start)
{
  return length >= strlen (start) && g_ascii_strncasecmp (text, start, strlen (start)) == 0;
}

static FfFormat
recognise (const char *text, gsize length)
{
  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  if (starts_with (text, length, "BEGIN:VCALENDAR"))
    return FF_FORMAT_ICALENDAR;
  if (length > 0 && (*text == '[' || *text == '{'))
    return memmem (text, length, "\"weekday_tinyint\"", 17) != NULL ? FF_FORMAT_BMLT
                                                                    : FF_FORMAT_MEETING_GUIDE;
  return ff_listing_tsml_recognise (text, length) ? FF_FORMAT_TSML_CSV : FF_FORMAT_UNKNOWN;
}

/* Without the mark that some programs begin UTF-8 with. */
static GBytes *
drop_mark (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    return g_bytes_new_from_bytes (bytes, 3, length - 3);
  return g_bytes_ref (bytes);
}

static gboolean
check_whole (GBytes *bytes, const char *name, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length > MAX_BYTES)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                 _ ("“%s” is larger than 64 MiB. Divide it into smaller files."), name);
  else if (length == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("“%s” is empty. Fetch it again from where it came from."), name);
  else if (length >= 2 && (memcmp (text, "\xFF\xFE", 2) == 0 || memcmp (text, "\xFE\xFF", 2) == 0))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("“%s” is written in UTF-16. Save it as UTF-8 and import it again."), name);
  else
    return TRUE;
  return FALSE;
}

/**
 * ff_import_parse:
 * @bytes: a file
 * @name: what it is called
 * @format: how it is written; %FF_FORMAT_UNKNOWN finds out
 * @cancellable: (nullable): stops reading
 * @progress: (nullable): told how far it is
 *
 * Reads a file that is in memory. A row is taken or refused with a reason; the file as a whole is only refused where its rows cannot
 * be told apart.
 *
 * Returns: (transfer full): the rows, or %NULL with an error of %G_IO_ERROR
 */
FfImport *
ff_import_parse (GBytes *bytes,
                 const char *name,
                 FfFormat format,
                 const FfImportDefaults *defaults,
                 GCancellable *cancellable,
                 FfImportProgress progress,
                 gpointer progress_data,
                 GError **error)
{
  static const FfImportDefaults nothing = { 0 };
  g_autoptr (GBytes) text = NULL;
  g_autoptr (FfImport) self = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), NULL);

  if (!check_whole (bytes, name, error))
    return NULL;
  text = drop_mark (bytes);
  if (format == FF_FORMAT_UNKNOWN)
    {
      gsize length;
      const char *start = g_bytes_get_data (text, &length);

      format = recognise (start, length);
    }
  if (formats[format].read == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("“%s” is in none of the formats that can be imported: iCalendar, Meeting "
                      "Guide JSON, TSML CSV and BMLT JSON. Choose another file."),
                   name);
      return NULL;
    }
  self = import_new (format, name);
  if (!formats[format].read (self, text, defaults != NULL ? defaults : &nothing, cancellable,
                             progress, progress_data, error))
    return NULL;
  if (progress != NULL)
    progress (1, progress_data);
  return g_steal_pointer (&self);
}

/* At most one byte more than is taken, so that a larger file is told and never held. */
static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  if (stream == NULL)
    return NULL;
  while (all->len <= MAX_BYTES)
    {
      const gssize n
          = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      g_byte_array_append (all, chunk, (guint) n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/**
 * ff_import_read:
 * @path: of the file
 * @format: how it is written; %FF_FORMAT_UNKNOWN finds out
 * @cancellable: (nullable): stops reading
 * @progress: (nullable): told how far it is, on this thread
 *
 * Reads a file. It may take long: call it in a thread.
 *
 * Returns: (transfer full): the rows, or %NULL with an error of %G_IO_ERROR
 */
FfImport *
ff_import_read (const char *path,
                FfFormat format,
                const FfImportDefaults *defaults,
                GCancellable *cancellable,
                FfImportProgress progress,
                gpointer progress_data,
                GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  name = g_filename_display_basename (path);
  bytes = read_file (file, cancellable, &reason);
  if (bytes == NULL)
    {
      if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&reason));
      else
        g_set_error (error, G_IO_ERROR, reason->code,
                     _ ("“%s” cannot be read. Choose a file that you may open. (%s)"), name,
                     reason->message);
      return NULL;
    }
  return ff_import_parse (bytes, name, format, defaults, cancellable, progress, progress_data,
                          error);
}

/**
 * ff_format_get_title:
 *
 * Returns: (transfer none): its name, the same in all languages
 */
const char *
ff_format_get_title (FfFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), NULL);

  return formats[format].title;
}

/**
 * ff_format_get_id:
 *
 * Returns: (transfer none): its word on the command line and in a meeting's source
 */
const char *
ff_format_get_id (FfFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), NULL);

  return formats[format].id;
}

/**
 * ff_format_find:
 * @id: such as "meeting-guide"
 *
 * Returns: the format of that word; %FF_FORMAT_UNKNOWN where there is none
 */
FfFormat
ff_format_find (const char *id)
{
  g_return_val_if_fail (id != NULL, FF_FORMAT_UNKNOWN);

  for (gsize i = FF_FORMAT_UNKNOWN + 1; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].id, id))
        return (FfFormat) i;
    }
  return FF_FORMAT_UNKNOWN;
}
