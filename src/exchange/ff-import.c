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
  va_list arguments;

  g_return_if_fail (row != NULL);

  g_clear_object (&row->meeting);
  g_clear_object (&row->group);
  g_clear_pointer (&row->overrides, g_ptr_array_unref);
  if (row->refused != NULL)
    return;
  va_start (arguments, format);
  row->refused = ff_import_file_say (format, arguments);
  va_end (arguments);
}

/**
 * ff_import_row_remark:
 * @format: what was taken otherwise than it is written, a sentence
 */
void
ff_import_row_remark (FfImportRow *row, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (row != NULL);

  va_start (arguments, format);
  g_ptr_array_add (row->remarks, ff_import_file_say (format, arguments));
  va_end (arguments);
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
  return ff_import_file_go_on (self->rows->len, fraction, cancellable, progress, progress_data,
                               error);
}

static FfFormat
recognise (GBytes *bytes)
{
  gsize length;
  const char *text = ff_import_file_skip_space (bytes, &length);

  if (ff_import_file_starts_with (text, length, "BEGIN:VCALENDAR"))
    return FF_FORMAT_ICALENDAR;
  if (length > 0 && (*text == '[' || *text == '{'))
    return memmem (text, length, "\"weekday_tinyint\"", 17) != NULL ? FF_FORMAT_BMLT
                                                                    : FF_FORMAT_MEETING_GUIDE;
  return ff_listing_tsml_recognise (text, length) ? FF_FORMAT_TSML_CSV : FF_FORMAT_UNKNOWN;
}

static gboolean
check_whole (GBytes *bytes, const char *name, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!ff_import_file_check_size (bytes, name, error))
    return FALSE;
  if (length < 2 || (memcmp (text, "\xFF\xFE", 2) != 0 && memcmp (text, "\xFE\xFF", 2) != 0))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("“%s” is written in UTF-16. Save it as UTF-8 and import it again."), name);
  return FALSE;
}

static void
refuse_format (GBytes *bytes, const char *name, GError **error)
{
  gsize length;
  const char *text = ff_import_file_skip_space (bytes, &length);

  if (ff_import_file_starts_with (text, length, "BEGIN:VCARD"))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("“%s” is a vCard file: it holds people and no meetings. Import it on the "
                    "Volunteers page, or with “--format roster-vcf”."),
                 name);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("“%s” is in none of the formats that can be imported: iCalendar, Meeting "
                    "Guide JSON, TSML CSV and BMLT JSON. Choose another file."),
                 name);
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
  text = ff_import_file_drop_mark (bytes);
  if (format == FF_FORMAT_UNKNOWN)
    format = recognise (text);
  if (formats[format].read == NULL)
    {
      refuse_format (text, name, error);
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
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = ff_import_file_read (path, &name, cancellable, error);
  if (bytes == NULL)
    return NULL;
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
