/* ff-two-lines.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a list of two texts below one another, both as long as they need.
 */

#include "ff-config.h"

#include "ff-two-lines.h"

/**
 * ff_two_lines_setup:
 * @item: a row without a child
 *
 * For the “setup” of a list's factory.
 */
void
ff_two_lines_setup (GtkListItem *item)
{
  GtkWidget *box;

  g_return_if_fail (GTK_IS_LIST_ITEM (item));

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
}

/**
 * ff_two_lines_get_first:
 * @item: a row after ff_two_lines_setup()
 *
 * Returns: (transfer none): its upper label
 */
GtkLabel *
ff_two_lines_get_first (GtkListItem *item)
{
  g_return_val_if_fail (GTK_IS_LIST_ITEM (item), NULL);

  return GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item)));
}

/**
 * ff_two_lines_get_second:
 * @item: a row after ff_two_lines_setup()
 *
 * Returns: (transfer none): its lower label
 */
GtkLabel *
ff_two_lines_get_second (GtkListItem *item)
{
  g_return_val_if_fail (GTK_IS_LIST_ITEM (item), NULL);

  return GTK_LABEL (gtk_widget_get_last_child (gtk_list_item_get_child (item)));
}

/**
 * ff_two_lines_bind:
 * @item: a row after ff_two_lines_setup()
 * @first: what it is about
 * @second: what there is to say of it, which is dimmed
 *
 * For the “bind” of a list's factory. A screen reader says both.
 */
void
ff_two_lines_bind (GtkListItem *item, const char *first, const char *second)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (GTK_IS_LIST_ITEM (item));
  g_return_if_fail (first != NULL && second != NULL);

  spoken = g_strdup_printf ("%s, %s", first, second);
  gtk_label_set_text (ff_two_lines_get_first (item), first);
  gtk_label_set_text (ff_two_lines_get_second (item), second);
  gtk_widget_add_css_class (GTK_WIDGET (ff_two_lines_get_second (item)), "dimmed");
  gtk_list_item_set_accessible_label (item, spoken);
}
