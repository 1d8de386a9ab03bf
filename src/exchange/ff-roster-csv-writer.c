/* ff-roster-csv-writer.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers as a table (RFC 4180) whose columns ff-roster-csv-reader.c reads back.
 */

#include "ff-csv-rows.h"
#include "ff-roster-export.h"
#include "ff-roster-value.h"

/**
 * ff_roster_export_list:
 * @known: the roster
 * @group: (nullable): uid of the group whose volunteers are wanted; %NULL for all
 *
 * Returns: (transfer container) (element-type FfVolunteer): those whom a file is about
 */
GPtrArray *
ff_roster_export_list (const FfRosterKnown *known, const char *group)
{
  GPtrArray *all = ff_roster_get_volunteers (ff_roster_known_get_roster (known));
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      FfVolunteer *volunteer = g_ptr_array_index (all, i);

      if (group == NULL || ff_volunteer_has (volunteer, FF_VOLUNTEER_GROUPS, group))
        g_ptr_array_add (some, volunteer);
    }
  return some;
}

/**
 * ff_roster_csv_write:
 * @volunteers: (element-type FfVolunteer): who
 * @known: what names are made from
 * @extent: how much is said of them
 *
 * Returns: (transfer full): the whole table
 */
char *
ff_roster_csv_write (GPtrArray *volunteers, const FfRosterKnown *known, FfRosterExtent extent)
{
  GString *csv = g_string_new (NULL);

  for (guint i = 0; i <= volunteers->len; i++)
    {
      gboolean is_first = TRUE;

      for (guint field = FF_ROSTER_FIELD_NAME; field < FF_N_ROSTER_FIELDS; field++)
        {
          g_autofree char *text = NULL;

          if (!ff_roster_field_is_written ((FfRosterField) field, extent))
            continue;
          if (i == 0)
            text = g_strdup (ff_roster_field_get_header ((FfRosterField) field));
          else
            text = ff_roster_value_write ((FfRosterField) field,
                                          g_ptr_array_index (volunteers, i - 1), known);
          if (!is_first)
            g_string_append_c (csv, ',');
          ff_csv_append_cell (csv, text);
          is_first = FALSE;
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free_and_steal (csv);
}
