/* ff-growing-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A long list that comes a few rows a frame, so that no frame waits for all of them.
 */

#include "ff-config.h"

#include "ff-growing-list.h"

/* More than a screen has at once. */
#define FIRST 16
#define STEP 8
/* A GtkListView keeps about 200 rows, so that what comes after costs nothing. */
#define ENOUGH 256

#define GROWING "ff-growing"

/**
 * ff_growing_list_new:
 * @model: (transfer full): what it gives in the end
 *
 * Returns: (transfer full): a list that gives nothing before ff_growing_list_start()
 */
GtkSliceListModel *
ff_growing_list_new (GListModel *model)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  return gtk_slice_list_model_new (model, 0, 0);
}

static gboolean
grow (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  GtkSliceListModel *list = data;
  GListModel *model = gtk_slice_list_model_get_model (list);
  guint size = gtk_slice_list_model_get_size (list) + STEP;

  if (model != NULL && size < ENOUGH && size < g_list_model_get_n_items (model))
    {
      gtk_slice_list_model_set_size (list, size);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (list, G_MAXUINT);
  g_object_set_data (data, GROWING, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * ff_growing_list_start:
 * @list: a list
 * @widget: what shows it
 *
 * Gives as many rows as a screen has, then more with each frame. To be called before what it is made from changes by much.
 */
void
ff_growing_list_start (GtkSliceListModel *list, GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (list) && GTK_IS_WIDGET (widget));

  gtk_slice_list_model_set_size (list, FIRST);
  if (g_object_get_data (G_OBJECT (list), GROWING) != NULL)
    return;
  g_object_set_data (G_OBJECT (list), GROWING, list);
  gtk_widget_add_tick_callback (widget, grow, g_object_ref (list), g_object_unref);
}

/**
 * ff_growing_list_reach:
 * @list: a list that was started
 * @position: of a row that is to be shown now
 *
 * Gives that row and a screen more at once.
 */
void
ff_growing_list_reach (GtkSliceListModel *list, guint position)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (list) && position < G_MAXUINT - FIRST);

  if (gtk_slice_list_model_get_size (list) < position + FIRST)
    gtk_slice_list_model_set_size (list, position + FIRST);
}
