/* ff-rota-option-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a list to choose from: who or when, and why.
 */

#include "ff-config.h"

#include "ff-rota-option-row.h"
#include "ff-rota-option.h"

#define MARGIN_X 12
#define MARGIN_Y 6

/* The widgets of a row, kept with it. */
typedef struct
{
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *warning;
} Row;

static GtkLabel *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARGIN_X);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Row *row = g_new0 (Row, 1);

  row->title = add_label (words);
  row->subtitle = add_label (words);
  gtk_widget_add_css_class (GTK_WIDGET (row->subtitle), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->subtitle), "dimmed");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  row->warning = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "visible",
                               FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (row->warning, "warning");
  gtk_widget_set_margin_start (box, MARGIN_X);
  gtk_widget_set_margin_end (box, MARGIN_X);
  gtk_widget_set_margin_top (box, MARGIN_Y);
  gtk_widget_set_margin_bottom (box, MARGIN_Y);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), row->warning);
  g_object_set_data_full (G_OBJECT (item), "row", row, g_free);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  FfRotaOption *option = gtk_list_item_get_item (item);
  Row *row = g_object_get_data (G_OBJECT (item), "row");
  const char *subtitle = ff_rota_option_get_subtitle (option);

  gtk_label_set_label (row->title, ff_rota_option_get_title (option));
  gtk_label_set_label (row->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (row->subtitle), *subtitle != '\0');
  gtk_widget_set_visible (row->warning, ff_rota_option_get_warned (option));
  gtk_list_item_set_accessible_label (item, ff_rota_option_get_title (option));
  gtk_list_item_set_accessible_description (item, subtitle);
}

/**
 * ff_rota_option_row_factory:
 *
 * Made by hand: a hundred rows out of a template take as long as a dozen frames.
 *
 * Returns: (transfer full): what makes rows of FfRotaOption
 */
GtkListItemFactory *
ff_rota_option_row_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  return factory;
}
