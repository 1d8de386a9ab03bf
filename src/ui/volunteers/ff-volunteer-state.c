/* ff-volunteer-state.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is filled in about a volunteer as one text, by which it is known whether anything was changed.
 */

#include "ff-volunteer-state.h"

#include "ff-unsaved.h"

/**
 * ff_volunteer_state_write:
 * @form: what is filled in
 *
 * Returns: (transfer full): all of it, the same as before only where nothing was changed
 */
char *
ff_volunteer_state_write (FfVolunteerForm *form)
{
  GString *text = g_string_new (NULL);

  ff_unsaved_write_state (G_OBJECT (form), text);
  for (guint i = 0; i < FF_N_VOLUNTEER_SETS; i++)
    {
      g_auto (GStrv) values = ff_volunteer_form_list (form, (FfVolunteerSet) i);
      g_autofree char *joined = g_strjoinv (" ", values);

      g_string_append_printf (text, "%s\n", joined);
    }
  for (guint i = 0; i < FF_N_LINE_KINDS; i++)
    {
      GListModel *lines = ff_volunteer_form_get_lines (form, (FfLineKind) i);

      g_string_append_printf (text, "%u\n", g_list_model_get_n_items (lines));
      for (guint j = 0; j < g_list_model_get_n_items (lines); j++)
        {
          g_autoptr (GObject) line = g_list_model_get_item (lines, j);

          ff_unsaved_write_state (line, text);
        }
    }
  return g_string_free_and_steal (text);
}
