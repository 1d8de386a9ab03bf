/* ff-roster-columns.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of a table of volunteers, and which field each is.
 */

#include "ff-config.h"

#include "ff-roster-columns.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-csv-rows.h"
#include "ff-fold.h"
#include "ff-listing-tsml.h"

#define WIDEST_EXAMPLE 60
#define WIDEST_TITLE 200
#define ROWS_LOOKED_AT 200
#define TRAINING_PREFIX "training:"

static void
column_free (FfRosterColumn *column)
{
  for (guint i = 0; i < FF_ROSTER_COLUMN_EXAMPLES; i++)
    g_free (column->examples[i]);
  g_free (column->requirement);
  g_free (column->title);
  g_free (column);
}

static const char *
get_cell (const FfCsvRow *row, guint column)
{
  return column < row->n_kept ? ff_listing_tsml_unguard (row->cells[column]) : "";
}

static FfRosterField
propose (const char *title, const FfRosterKnown *known, const char **requirement)
{
  FfRosterField field = ff_roster_field_propose (title);

  *requirement = NULL;
  if (field == FF_ROSTER_FIELD_NONE)
    {
      g_autofree char *name = g_strstrip (g_strdup (title));

      *requirement = ff_roster_known_find (known, FF_ROSTER_NAMES_REQUIREMENT, name);
    }
  return *requirement != NULL ? FF_ROSTER_FIELD_TRAINING : field;
}

/* The first line has names of columns where one of them is known, or where nothing in it looks like what is said of somebody. */
static gboolean
find_header (const FfCsvRow *first, const FfRosterKnown *known)
{
  gboolean looks_said = FALSE;

  for (guint i = 0; i < first->n_kept; i++)
    {
      const char *cell = get_cell (first, i);
      const char *requirement;
      guint n_digits = 0;

      if (propose (cell, known, &requirement) != FF_ROSTER_FIELD_NONE)
        return TRUE;
      for (const char *c = cell; *c != '\0'; c++)
        n_digits += g_ascii_isdigit (*c) ? 1 : 0;
      looks_said = looks_said || strchr (cell, '@') != NULL || n_digits >= 4;
    }
  return !looks_said;
}

static void
add_examples (FfRosterColumn *column, guint index, GPtrArray *rows, guint first)
{
  guint n = 0;

  for (guint i = first; i < MIN (rows->len, first + ROWS_LOOKED_AT); i++)
    {
      const char *cell = get_cell (g_ptr_array_index (rows, i), index);
      g_autofree char *shown = ff_shorten (cell, WIDEST_EXAMPLE);

      if (*cell == '\0' || g_strv_contains ((const char *const *) column->examples, shown))
        continue;
      column->examples[n++] = g_steal_pointer (&shown);
      if (n == FF_ROSTER_COLUMN_EXAMPLES)
        return;
    }
}

static gboolean
is_taken (GPtrArray *columns, FfRosterField field, const char *requirement)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const FfRosterColumn *column = g_ptr_array_index (columns, i);

      if (column->field == field && g_strcmp0 (column->requirement, requirement) == 0)
        return TRUE;
    }
  return FALSE;
}

/* In French “Nom” is the last name beside a first one, and else the whole. */
static void
settle_names (GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      FfRosterColumn *column = g_ptr_array_index (columns, i);

      if (column->field == FF_ROSTER_FIELD_LAST_NAME
          && !is_taken (columns, FF_ROSTER_FIELD_FIRST_NAME, NULL)
          && !is_taken (columns, FF_ROSTER_FIELD_NAME, NULL))
        column->field = FF_ROSTER_FIELD_NAME;
    }
}

/**
 * ff_roster_columns_propose:
 * @rows: (element-type FfCsvRow): the whole table; not empty
 * @header: whether the first line names the columns
 * @known: what is known here: a column that is called as a training is the days on which it was done
 * @has_header: (out): whether it does
 *
 * Of two columns that may be the same field the first is proposed.
 *
 * Returns: (transfer full) (element-type FfRosterColumn): the columns
 */
GPtrArray *
ff_roster_columns_propose (GPtrArray *rows,
                           FfRosterHeader header,
                           const FfRosterKnown *known,
                           gboolean *has_header)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  const FfCsvRow *first = g_ptr_array_index (rows, 0);

  *has_header = header == FF_ROSTER_HEADER_FIRST_LINE
                || (header == FF_ROSTER_HEADER_FIND && find_header (first, known));
  for (guint i = 0; i < first->n_kept; i++)
    {
      FfRosterColumn *column = g_new0 (FfRosterColumn, 1);
      const char *title = *has_header ? get_cell (first, i) : "";
      const char *requirement;
      const FfRosterField field = propose (title, known, &requirement);
      g_autofree char *shown = ff_shorten (title, WIDEST_TITLE);

      column->title
          = *title != '\0' ? ff_tidy (shown, TRUE) : g_strdup_printf (_ ("Column %u"), i + 1);
      add_examples (column, i, rows, *has_header ? 1 : 0);
      if (field != FF_ROSTER_FIELD_NONE && !is_taken (columns, field, requirement))
        {
          column->field = field;
          column->requirement = g_strdup (requirement);
        }
      g_ptr_array_add (columns, column);
    }
  settle_names (columns);
  return columns;
}

static gpointer
copy_column (gconstpointer source, gpointer data)
{
  const FfRosterColumn *from = source;
  FfRosterColumn *column = g_new0 (FfRosterColumn, 1);

  column->title = g_strdup (from->title);
  column->field = from->field;
  column->requirement = g_strdup (from->requirement);
  for (guint i = 0; i < FF_ROSTER_COLUMN_EXAMPLES; i++)
    column->examples[i] = g_strdup (from->examples[i]);
  return column;
}

/**
 * ff_roster_columns_copy:
 * @columns: (element-type FfRosterColumn): what each column is
 *
 * Returns: (transfer full) (element-type FfRosterColumn): the same
 */
GPtrArray *
ff_roster_columns_copy (GPtrArray *columns)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);

  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (copy, copy_column (g_ptr_array_index (columns, i), NULL));
  return copy;
}

/**
 * ff_roster_columns_set:
 * @index: of the column
 * @field: what it is
 * @requirement: (nullable): uid of the training, for %FF_ROSTER_FIELD_TRAINING
 *
 * Another column that was the same field is left out from now on.
 */
void
ff_roster_columns_set (GPtrArray *columns,
                       guint index,
                       FfRosterField field,
                       const char *requirement)
{
  FfRosterColumn *column = g_ptr_array_index (columns, index);

  for (guint i = 0; field != FF_ROSTER_FIELD_NONE && i < columns->len; i++)
    {
      FfRosterColumn *other = g_ptr_array_index (columns, i);

      if (other->field != field || g_strcmp0 (other->requirement, requirement) != 0)
        continue;
      other->field = FF_ROSTER_FIELD_NONE;
      g_clear_pointer (&other->requirement, g_free);
    }
  column->field = field;
  g_set_str (&column->requirement, requirement);
}

/**
 * ff_roster_columns_have_name:
 * @columns: (element-type FfRosterColumn): what each column is
 *
 * Returns: whether one of them is the name, or a part of it
 */
gboolean
ff_roster_columns_have_name (GPtrArray *columns)
{
  return is_taken (columns, FF_ROSTER_FIELD_NAME, NULL)
         || is_taken (columns, FF_ROSTER_FIELD_FIRST_NAME, NULL)
         || is_taken (columns, FF_ROSTER_FIELD_LAST_NAME, NULL);
}

/* By its name, or by its number from 1; -1 where there is none. */
static int
find_column (GPtrArray *columns, const char *name)
{
  g_autofree char *wanted = ff_fold (name);
  guint64 number;

  for (guint i = 0; i < columns->len; i++)
    {
      const FfRosterColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *title = ff_fold (column->title);

      if (g_str_equal (g_strstrip (title), wanted))
        return (int) i;
    }
  if (g_ascii_string_to_unsigned (name, 10, 1, columns->len, &number, NULL))
    return (int) number - 1;
  return -1;
}

static gboolean
set_one (GPtrArray *columns, char *name, char *field_id, const FfRosterKnown *known, GError **error)
{
  const int index = find_column (columns, g_strstrip (name));
  const char *requirement = NULL;
  FfRosterField field = ff_roster_field_find_id (g_strstrip (field_id));

  if (index < 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("The file has no column “%s”. Look at its first line."), name);
      return FALSE;
    }
  if (g_str_has_prefix (field_id, TRAINING_PREFIX))
    {
      requirement = ff_roster_known_find (known, FF_ROSTER_NAMES_REQUIREMENT,
                                          field_id + strlen (TRAINING_PREFIX));
      field = FF_ROSTER_FIELD_TRAINING;
    }
  if ((field == FF_ROSTER_FIELD_NONE && !g_str_equal (field_id, "none"))
      || (field == FF_ROSTER_FIELD_TRAINING && requirement == NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("“%s” is not something that a column can be. There are: name, first-name, "
                      "last-name, mail, phone and so on, “training:” with the name of a training, "
                      "and none."),
                   field_id);
      return FALSE;
    }
  ff_roster_columns_set (columns, (guint) index, field, requirement);
  return TRUE;
}

/**
 * ff_roster_columns_parse:
 * @text: such as “Who=name,3=phone”
 *
 * Sets what each of the columns named in @text is; the others stay.
 *
 * Returns: %FALSE with an error where a column or a field is not known
 */
gboolean
ff_roster_columns_parse (GPtrArray *columns,
                         const char *text,
                         const FfRosterKnown *known,
                         GError **error)
{
  g_auto (GStrv) pairs = g_strsplit (text, ",", -1);

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      char *sign = strrchr (*pair, '=');

      if (sign == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("“%s” does not say what a column is. Write it such as “Who=name”."),
                       *pair);
          return FALSE;
        }
      *sign = '\0';
      if (!set_one (columns, *pair, sign + 1, known, error))
        return FALSE;
    }
  return TRUE;
}
