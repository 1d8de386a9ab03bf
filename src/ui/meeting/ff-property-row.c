/* ff-property-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row that says one thing of a meeting, and is not there where there is nothing to say.
 */

#include "ff-config.h"

#include "ff-property-row.h"

struct _FfPropertyRow
{
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (FfPropertyRow, ff_property_row, ADW_TYPE_ACTION_ROW)

static void
ff_property_row_class_init (FfPropertyRowClass *klass)
{
}

static void
ff_property_row_init (FfPropertyRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ff_property_row_set_text:
 * @self: a row
 * @text: (nullable): what to say; %NULL or "" hides the row
 */
void
ff_property_row_set_text (FfPropertyRow *self, const char *text)
{
  g_return_if_fail (FF_IS_PROPERTY_ROW (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && text[0] != '\0');
}
