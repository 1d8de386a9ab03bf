/* ff-keeping-preferences.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the preferences say of backups and of old notes.
 */

#include "ff-config.h"

#include "ff-keeping-preferences.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *action)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_preferences_group_add (group, row);
  return row;
}

static char *
describe_last (FfContext *context)
{
  gint64 last = g_settings_get_int64 (ff_context_get_settings (context), "copy-elsewhere");
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (context));
  g_autoptr (GDateTime) then = NULL;
  g_autofree char *date = NULL;

  if (last == 0)
    return g_strdup (_ ("No copy elsewhere yet"));
  then = g_date_time_new_from_unix_local (last);
  date = ff_format_date (then, now);
  /* Translators: %s is a date */
  return g_strdup_printf (_ ("Last copy elsewhere: %s"), date);
}

/**
 * ff_keeping_preferences_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): rows that lead to the backups, and to what can be let go of
 */
AdwPreferencesGroup *
ff_keeping_preferences_new (FfContext *context)
{
  AdwPreferencesGroup *group;
  GtkWidget *row;
  g_autofree char *last = NULL;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  last = describe_last (context);
  adw_preferences_group_set_title (group, _ ("What Is Kept"));
  row = add_row (group, _ ("Backups"), "win.backups");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), last);
  row = add_row (group, _ ("Remove Old Notes"), "win.retention");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("How long notes are kept is chosen for each group"));
  return group;
}
