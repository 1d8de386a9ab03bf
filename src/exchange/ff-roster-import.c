/* ff-roster-import.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of volunteers, read row by row or card by card; what it leaves open is asked and never guessed.
 */

#include "ff-config.h"

#include "ff-roster-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-fold.h"

#define MAX_BYTES (64u * 1024 * 1024)
#define CHUNK (1024 * 1024)
#define MOST_STRANGERS 500
#define ROWS_BETWEEN_PROGRESS 64

/* --- Answers --- */

static char *
make_key (FfRosterNaming naming, const char *value)
{
  g_autofree char *folded = ff_fold (value);

  return g_strdup_printf ("%u:%s", naming, g_strstrip (folded));
}

FfRosterAnswers *
ff_roster_answers_new (void)
{
  FfRosterAnswers *self = g_new0 (FfRosterAnswers, 1);

  self->mapped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

FfRosterAnswers *
ff_roster_answers_copy (const FfRosterAnswers *self)
{
  FfRosterAnswers *copy = ff_roster_answers_new ();
  GHashTableIter iter;
  gpointer key, value;

  copy->charset = self->charset;
  copy->dates = self->dates;
  copy->header = self->header;
  copy->columns = self->columns != NULL ? ff_roster_columns_copy (self->columns) : NULL;
  g_hash_table_iter_init (&iter, self->mapped);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->mapped, g_strdup (key), g_strdup (value));
  return copy;
}

void
ff_roster_answers_free (FfRosterAnswers *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_hash_table_unref (self->mapped);
  g_free (self);
}

void
ff_roster_answers_map (FfRosterAnswers *self,
                       FfRosterNaming naming,
                       const char *value,
                       const char *uid)
{
  g_hash_table_replace (self->mapped, make_key (naming, value), g_strdup (uid));
}

gboolean
ff_roster_answers_find (const FfRosterAnswers *self,
                        FfRosterNaming naming,
                        const char *value,
                        const char **uid)
{
  g_autofree char *key = NULL;
  gpointer found = NULL;
  gboolean is_mapped = FALSE;

  if (g_hash_table_size (self->mapped) > 0)
    {
      key = make_key (naming, value);
      is_mapped = g_hash_table_lookup_extended (self->mapped, key, NULL, &found);
    }
  *uid = found;
  return is_mapped;
}

/* --- Rows --- */

static void
row_free (FfRosterRow *row)
{
  g_free (row->title);
  g_clear_object (&row->volunteer);
  g_free (row->refused);
  g_ptr_array_unref (row->remarks);
  g_free (row);
}

static void
stranger_free (FfRosterStranger *stranger)
{
  g_free (stranger->value);
  g_free (stranger);
}

FfRosterRow *
ff_roster_import_add (FfRosterImport *self, guint line)
{
  FfRosterRow *row = g_new0 (FfRosterRow, 1);

  row->line = line;
  /* Translators: the number of a line of a file */
  row->title = g_strdup_printf (_ ("Line %u"), line);
  row->remarks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * ff_roster_row_refuse:
 * @format: what is wrong and what to do, a sentence
 *
 * Nothing of the row is taken; the first reason stays.
 */
void
ff_roster_row_refuse (FfRosterRow *row, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  g_clear_object (&row->volunteer);
  if (row->refused != NULL)
    return;
  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* “%.60s” may cut a letter in two. */
  row->refused = g_utf8_make_valid (reason, -1);
}

/**
 * ff_roster_row_remark:
 * @format: what was left out or taken otherwise than it is written, a sentence
 */
void
ff_roster_row_remark (FfRosterRow *row, const char *format, ...)
{
  g_autofree char *remark = NULL;
  va_list arguments;

  va_start (arguments, format);
  remark = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (row->remarks, g_utf8_make_valid (remark, -1));
}

void
ff_roster_import_note_stranger (FfRosterImport *self,
                                FfRosterNaming naming,
                                const char *value,
                                guint line)
{
  g_autofree char *key = make_key (naming, value);
  FfRosterStranger *stranger = g_hash_table_lookup (self->by_name, key);

  if (stranger == NULL && self->strangers->len < MOST_STRANGERS)
    {
      stranger = g_new0 (FfRosterStranger, 1);
      stranger->naming = naming;
      stranger->value = g_strdup (value);
      stranger->line = line;
      g_ptr_array_add (self->strangers, stranger);
      g_hash_table_insert (self->by_name, g_steal_pointer (&key), stranger);
    }
  if (stranger != NULL)
    stranger->n_rows++;
}

gboolean
ff_roster_reading_go_on (FfRosterReading *self, double fraction, GError **error)
{
  const guint n_rows = self->import->rows->len;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (n_rows >= FF_ROSTER_IMPORT_MAX_ROWS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                   _ ("The file has more than %d rows. Divide it into smaller ones."),
                   FF_ROSTER_IMPORT_MAX_ROWS);
      return FALSE;
    }
  if (self->progress != NULL && n_rows % ROWS_BETWEEN_PROGRESS == 0)
    self->progress (fraction, self->progress_data);
  return TRUE;
}

/* --- The file --- */

static FfRosterImport *
import_new (FfRosterFormat format, const char *name)
{
  FfRosterImport *self = g_new0 (FfRosterImport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->format = format;
  self->name = g_utf8_make_valid (name, -1);
  self->columns = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->strangers = g_ptr_array_new_with_free_func ((GDestroyNotify) stranger_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

FfRosterImport *
ff_roster_import_ref (FfRosterImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ff_roster_import_unref (FfRosterImport *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->strangers);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  ff_roster_sample_clear (&self->charset_sample);
  g_free (self->date_sample);
  g_free (self->name);
  g_free (self);
}

const char *
ff_roster_format_get_title (FfRosterFormat format)
{
  return format == FF_ROSTER_VCARD ? "vCard" : "CSV";
}

static FfRosterFormat
recognise (GBytes *bytes)
{
  static const char start[] = "BEGIN:VCARD";
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  return length >= strlen (start) && g_ascii_strncasecmp (text, start, strlen (start)) == 0
             ? FF_ROSTER_VCARD
             : FF_ROSTER_CSV;
}

/* A mark at the beginning says UTF-8 or UTF-16; there is nothing to ask. */
static GBytes *
take_mark (GBytes *bytes)
{
  gsize length, size;
  const char *text = g_bytes_get_data (bytes, &length);
  char *converted = NULL;

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    return g_bytes_new_from_bytes (bytes, 3, length - 3);
  if (length >= 2 && (memcmp (text, "\xFF\xFE", 2) == 0 || memcmp (text, "\xFE\xFF", 2) == 0))
    converted = ff_roster_text_convert (text, length, "UTF-16", &size);
  return converted != NULL ? g_bytes_new_take (converted, size) : g_bytes_ref (bytes);
}

static gboolean
check_size (GBytes *bytes, const char *name, GError **error)
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

static gboolean
read_table (FfRosterReading *reading, GBytes *bytes, GError **error)
{
  const FfRosterCharset charset = reading->answers->charset;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GBytes) converted = NULL;
  FfRosterSample sample = { 0 };

  /* What is UTF-8 is read so, whatever somebody said. */
  if (ff_roster_text_is_utf_8 (text, length, &sample))
    return ff_roster_csv_read (reading, bytes, error);
  if (charset == FF_ROSTER_CHARSET_ASK)
    {
      reading->import->charset_sample = sample;
      reading->import->asks |= FF_ROSTER_ASKS_CHARSET;
      return TRUE;
    }
  ff_roster_sample_clear (&sample);
  converted = ff_roster_text_convert_lines (bytes, charset);
  return ff_roster_csv_read (reading, converted, error);
}

/**
 * ff_roster_import_parse:
 * @bytes: a file
 * @name: what it is called
 * @format: how it is written; %FF_ROSTER_UNKNOWN finds out
 * @answers: what somebody answered so far
 * @known: what is known here
 * @cancellable: (nullable): stops reading
 * @progress: (nullable): told how far it is
 *
 * Reads a file that is in memory. A row is taken or refused with a reason and its line.
 *
 * Returns: (transfer full): the rows and what has to be asked, or %NULL with an error of %G_IO_ERROR
 */
FfRosterImport *
ff_roster_import_parse (GBytes *bytes,
                        const char *name,
                        FfRosterFormat format,
                        const FfRosterAnswers *answers,
                        const FfRosterKnown *known,
                        GCancellable *cancellable,
                        FfRosterProgress progress,
                        gpointer progress_data,
                        GError **error)
{
  g_autoptr (FfRosterImport) self = NULL;
  g_autoptr (GBytes) text = NULL;
  FfRosterReading reading = { NULL, answers, known, cancellable, progress, progress_data };

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (answers != NULL && known != NULL, NULL);

  if (!check_size (bytes, name, error))
    return NULL;
  text = take_mark (bytes);
  self = import_new (format != FF_ROSTER_UNKNOWN ? format : recognise (text), name);
  reading.import = self;
  if (!(self->format == FF_ROSTER_VCARD ? ff_vcard_read : read_table) (&reading, text, error))
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
 * ff_roster_import_read:
 * @path: of the file
 *
 * As ff_roster_import_parse(), of a file on disk. It may take long: call it in a thread.
 *
 * Returns: (transfer full): the rows and what has to be asked, or %NULL with an error of %G_IO_ERROR
 */
FfRosterImport *
ff_roster_import_read (const char *path,
                       FfRosterFormat format,
                       const FfRosterAnswers *answers,
                       const FfRosterKnown *known,
                       GCancellable *cancellable,
                       FfRosterProgress progress,
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
  if (bytes != NULL)
    return ff_roster_import_parse (bytes, name, format, answers, known, cancellable, progress,
                                   progress_data, error);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, G_IO_ERROR, reason->code,
                 _ ("“%s” cannot be read. Choose a file that you may open. (%s)"), name,
                 reason->message);
  return NULL;
}
