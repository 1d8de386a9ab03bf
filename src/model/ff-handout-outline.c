/* ff-handout-outline.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a table out of a programme's outline: each part with its minutes, and room for notes.
 */

#include "ff-handout-outline.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-programme.h"

#define PART_WEIGHT 5
#define NOTES_WEIGHT 6

static void
add_column (FfBlock *table, FfCatalogue *catalogue, const char *msgid, double weight)
{
  FfBlockPart *column = ff_block_part_new ();

  column->title = g_strdup (ff_catalogue_lookup (catalogue, msgid));
  column->weight = weight;
  g_ptr_array_add (table->parts, column);
}

static char *
replace (const char *text, const char *name, guint number)
{
  g_autoptr (GString) result = g_string_new (text);
  g_autofree char *value = g_strdup_printf ("%u", number);

  g_string_replace (result, name, value, 0);

  return g_string_free_and_steal (g_steal_pointer (&result));
}

/* When a part ends, counted from the beginning of the meeting, and how long it is. */
static char *
describe_part (const FfOutlinePart *part, guint end, FfCatalogue *catalogue)
{
  const char *form = part->is_protected
                         /* Translators: under a part of a meeting; keep the names in braces */
                         ? N_ ("{minutes} min, until minute {end}. Keep this time.")
                         /* Translators: under a part of a meeting; keep the names in braces */
                         : N_ ("{minutes} min, until minute {end}");
  g_autofree char *half
      = replace (ff_catalogue_lookup (catalogue, form), "{minutes}", part->minutes);

  return replace (half, "{end}", end);
}

static FfProgramme *
find_programme (GPtrArray *programmes, const char *id)
{
  for (guint i = 0; i < programmes->len; i++)
    if (g_str_equal (ff_programme_get_id (g_ptr_array_index (programmes, i)), id))
      return g_ptr_array_index (programmes, i);

  return NULL;
}

/**
 * ff_handout_outline_fill:
 * @table: an empty table whose count is a meeting's length in minutes
 * @programme: the id of a programme
 * @catalogue: the language of the table
 *
 * Gives @table a row for each part of the outline, scaled to that length, and a column for notes.
 *
 * Returns: whether there is such a programme
 */
gboolean
ff_handout_outline_fill (FfBlock *table, const char *programme, FfCatalogue *catalogue)
{
  g_autoptr (GPtrArray) programmes = ff_programme_load_all (NULL);
  FfProgramme *found = programmes != NULL ? find_programme (programmes, programme) : NULL;
  g_autoptr (GPtrArray) outline = NULL;
  guint end = 0;

  if (found == NULL)
    return FALSE;

  outline = ff_programme_get_outline_in (found, table->count, catalogue);
  add_column (table, catalogue, N_ ("Part of the meeting"), PART_WEIGHT);
  add_column (table, catalogue, N_ ("My notes for this time"), NOTES_WEIGHT);
  for (guint i = 0; i < outline->len; i++)
    {
      const FfOutlinePart *part = g_ptr_array_index (outline, i);
      FfBlockPart *row = ff_block_part_new ();

      end += part->minutes;
      row->title = g_strdup (part->title);
      row->hint = describe_part (part, end, catalogue);
      row->emphasis = part->is_protected ? FF_EMPHASIS_ROW : FF_EMPHASIS_HINT;
      g_ptr_array_add (table->rows, row);
    }
  table->count = 0;

  return TRUE;
}
