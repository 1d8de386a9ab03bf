/* ff-present-window-overview.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All pages of what is presented, to choose one.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-present-window-private.h"

#define OVERVIEW_SCALE 0.22

static void
add_to_overview (FfPresentWindow *self, guint page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *slide = ff_slide_new ();
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  /* Translators: %u is the number of a page */
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), page + 1);

  ff_present_window_show_page_on (self, FF_SLIDE (slide), page);
  ff_slide_set_scale (FF_SLIDE (slide), OVERVIEW_SCALE);
  gtk_box_append (GTK_BOX (box), slide);
  gtk_box_append (GTK_BOX (box), gtk_label_new (number));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_flow_box_append (self->overview, child);
}

void
ff_present_window_fill_overview (FfPresentWindow *self)
{
  gtk_flow_box_remove_all (self->overview);
  for (guint i = 0; self->is_overview && i < ff_present_window_get_n_pages (self); i++)
    add_to_overview (self, i);
}

void
ff_present_window_focus_overview (FfPresentWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (
      gtk_flow_box_get_child_at_index (self->overview, (int) ff_present_window_get_page (self))));
}

void
ff_present_window_set_overview (FfPresentWindow *self, gboolean is_overview)
{
  if (self->is_overview == is_overview)
    return;
  self->is_overview = is_overview;
  ff_present_window_fill_overview (self);
  ff_present_window_show_what_fits (self);
  if (is_overview)
    ff_present_window_focus_overview (self);
  else
    ff_slide_focus_key (self->slide, NULL);
  g_object_notify (G_OBJECT (self), "overview");
}

void
ff_present_window_page_chosen (FfPresentWindow *self, GtkFlowBoxChild *child)
{
  ff_present_window_turn (self, (guint) gtk_flow_box_child_get_index (child));
  ff_present_window_set_overview (self, FALSE);
}
