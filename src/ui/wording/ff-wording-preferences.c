/* ff-wording-preferences.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person may choose about hints on words.
 */

#include "ff-config.h"

#include "ff-wording-preferences.h"

#include <glib/gi18n-lib.h>

/**
 * ff_wording_preferences_new:
 * @settings: the program's settings
 *
 * Returns: (transfer floating): a group for the preferences
 */
AdwPreferencesGroup *
ff_wording_preferences_new (GSettings *settings)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *hints = adw_switch_row_new ();
  GtkWidget *own = adw_button_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Wording"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("A quiet line under words that label a person, with others to choose from. Quotations, "
         "and "
         "programmes whose people name themselves, are left alone."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (hints), _ ("Hints While Writing Notes"));
  g_settings_bind (settings, "wording-hints", hints, "active", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), hints);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (own), _ ("Words of Your Own…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (own), "win.own-words");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), own);
  return ADW_PREFERENCES_GROUP (group);
}
