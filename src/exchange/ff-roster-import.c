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

#define MOST_STRANGERS 500
#define LONGEST_TITLE 800 /* bytes: a name of 200 letters */

/* --- Answers --- */

static char *
make_key (FfRosterNaming naming, const char *value)
{
  g_autofree char *folded = ff_fold (value);

  return g_strdup_printf ("%u:%s", naming, g_strstrip (folded));
}

/**
 * ff_roster_answers_new:
 *
 * Returns: (transfer full): nothing answered yet
 */
FfRosterAnswers *
ff_roster_answers_new (void)
{
  FfRosterAnswers *self = g_new0 (FfRosterAnswers, 1);

  self->mapped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * ff_roster_answers_copy:
 * @self: what somebody answered
 *
 * Returns: (transfer full): the same, for a thread
 */
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

/**
 * ff_roster_answers_free:
 * @self: (transfer full) (nullable): what somebody answered
 */
void
ff_roster_answers_free (FfRosterAnswers *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_hash_table_unref (self->mapped);
  g_free (self);
}

/**
 * ff_roster_answers_map:
 * @self: what somebody answered
 * @naming: of what it is a name
 * @value: the name, as the file has it
 * @uid: (nullable): what it means; %NULL leaves it out without a remark
 */
void
ff_roster_answers_map (FfRosterAnswers *self,
                       FfRosterNaming naming,
                       const char *value,
                       const char *uid)
{
  g_hash_table_replace (self->mapped, make_key (naming, value), g_strdup (uid));
}

/**
 * ff_roster_answers_find:
 * @self: what somebody answered
 * @naming: of what it is a name
 * @value: the name, as the file has it
 * @uid: (out) (transfer none) (nullable): what it means
 *
 * Returns: whether somebody said what it means
 */
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

/**
 * ff_roster_import_add:
 * @self: what is being read
 * @line: of the file, from 1
 *
 * Returns: (transfer none): a row that says nothing yet, the last of @self
 */
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
 * ff_roster_row_name:
 * @name: as the row has it, which may be anything
 *
 * Calls the row so from now on.
 */
void
ff_roster_row_name (FfRosterRow *row, const char *name)
{
  g_autofree char *shown = ff_shorten (name, LONGEST_TITLE);

  g_free (row->title);
  row->title = ff_tidy (shown, TRUE);
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
  va_list arguments;

  g_clear_object (&row->volunteer);
  if (row->refused != NULL)
    return;
  va_start (arguments, format);
  row->refused = ff_import_file_say (format, arguments);
  va_end (arguments);
}

/**
 * ff_roster_row_remark:
 * @format: what was left out or taken otherwise than it is written, a sentence
 */
void
ff_roster_row_remark (FfRosterRow *row, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (row->remarks, ff_import_file_say (format, arguments));
  va_end (arguments);
}

/**
 * ff_roster_import_note_stranger:
 * @self: what is being read
 * @naming: of what it is a name
 * @value: a name that nobody knows
 * @line: where it stands
 *
 * Each name is kept once, with the number of its rows.
 */
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

/**
 * ff_roster_reading_go_on:
 * @self: what is being read
 * @fraction: how much of the file is read, 0 to 1
 *
 * Returns: as ff_import_file_go_on()
 */
gboolean
ff_roster_reading_go_on (FfRosterReading *self, double fraction, GError **error)
{
  return ff_import_file_go_on (self->import->rows->len, fraction, self->cancellable, self->progress,
                               self->progress_data, error);
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

/**
 * ff_roster_import_ref:
 * @self: what was read
 *
 * Returns: (transfer full): the same
 */
FfRosterImport *
ff_roster_import_ref (FfRosterImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * ff_roster_import_unref:
 * @self: (transfer full): what was read, gone with its last reference
 */
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

/**
 * ff_roster_format_get_title:
 * @format: how a file is written
 *
 * Returns: (transfer none): its name, the same in all languages
 */
const char *
ff_roster_format_get_title (FfRosterFormat format)
{
  return format == FF_ROSTER_VCARD ? "vCard" : "CSV";
}

static FfRosterFormat
recognise (GBytes *bytes)
{
  gsize length;
  const char *text = ff_import_file_skip_space (bytes, &length);

  return ff_import_file_starts_with (text, length, "BEGIN:VCARD") ? FF_ROSTER_VCARD : FF_ROSTER_CSV;
}

/* A mark at the beginning says UTF-8 or UTF-16; there is nothing to ask. */
static GBytes *
take_mark (GBytes *bytes)
{
  gsize length, size;
  const char *text = g_bytes_get_data (bytes, &length);
  char *converted = NULL;

  if (length >= 2 && (memcmp (text, "\xFF\xFE", 2) == 0 || memcmp (text, "\xFE\xFF", 2) == 0))
    converted = ff_roster_text_convert (text, length, "UTF-16", &size);
  return converted != NULL ? g_bytes_new_take (converted, size) : ff_import_file_drop_mark (bytes);
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
                        FfImportProgress progress,
                        gpointer progress_data,
                        GError **error)
{
  g_autoptr (FfRosterImport) self = NULL;
  g_autoptr (GBytes) text = NULL;
  FfRosterReading reading = { NULL, answers, known, cancellable, progress, progress_data };

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (answers != NULL && known != NULL, NULL);

  if (!ff_import_file_check_size (bytes, name, error))
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
  return ff_roster_import_parse (bytes, name, format, answers, known, cancellable, progress,
                                 progress_data, error);
}
