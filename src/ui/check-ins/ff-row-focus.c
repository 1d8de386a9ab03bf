/* ff-row-focus.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving the focus through rows that are not focused themselves.
 */

#include "ff-config.h"

#include "ff-row-focus.h"

/**
 * ff_row_focus:
 * @widget: a #GtkListBoxRow that is not focusable
 * @direction: where the focus goes
 *
 * GTK's own rows take the focus on the way back; where they cannot have it, it would stay in the first field for ever.
 *
 * Returns: whether the focus is still in the row
 */
gboolean
ff_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}
