/* ff-plan-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line for one thing that a person means to do this week.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-plan-row.h"

struct _FfPlanRow
{
  AdwEntryRow parent_instance;

  FfPlanItem *item; /* (nullable) */
  char *text_before;
  gboolean refreshing;

  GtkWidget *delete_button;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_LEFT,
  SIGNAL_DELETE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPlanRow, ff_plan_row, ADW_TYPE_ENTRY_ROW)

static void
refresh (FfPlanRow *self)
{
  const char *text = ff_plan_item_get_text (self->item);

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    return;
  self->refreshing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->refreshing = FALSE;
}

static void
changed_cb (FfPlanRow *self)
{
  if (!self->refreshing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
entered_cb (FfPlanRow *self)
{
  g_set_str (&self->text_before, gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
left_cb (FfPlanRow *self)
{
  g_object_ref (self);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
  g_object_unref (self);
}

static void
delete_cb (FfPlanRow *self)
{
  g_set_str (&self->text_before, gtk_editable_get_text (GTK_EDITABLE (self)));
  g_signal_emit (self, signals[SIGNAL_DELETE_REQUESTED], 0);
}

static void
ff_plan_row_dispose (GObject *object)
{
  FfPlanRow *self = FF_PLAN_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PLAN_ROW);
  g_clear_object (&self->item);
  g_clear_pointer (&self->text_before, g_free);

  G_OBJECT_CLASS (ff_plan_row_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, FF_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
ff_plan_row_class_init (FfPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_plan_row_dispose;

  signals[SIGNAL_EDITED] = add_signal ("edited");
  signals[SIGNAL_LEFT] = add_signal ("left");
  signals[SIGNAL_DELETE_REQUESTED] = add_signal ("delete-requested");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPlanRow, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
ff_plan_row_init (FfPlanRow *self)
{
  self->text_before = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_plan_row_new:
 * @item: (nullable): the item, or %NULL for a line where the next one is begun
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ff_plan_row_new (FfPlanItem *item)
{
  FfPlanRow *self = g_object_new (FF_TYPE_PLAN_ROW, NULL);

  if (item != NULL)
    ff_plan_row_set_item (self, item);
  return GTK_WIDGET (self);
}

/**
 * ff_plan_row_get_item:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): the item, %NULL while nothing was typed
 */
FfPlanItem *
ff_plan_row_get_item (FfPlanRow *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ROW (self), NULL);
  return self->item;
}

/**
 * ff_plan_row_set_item:
 * @self: a row without item
 * @item: the item that it shows from now on
 */
void
ff_plan_row_set_item (FfPlanRow *self, FfPlanItem *item)
{
  g_return_if_fail (FF_IS_PLAN_ROW (self));
  g_return_if_fail (FF_IS_PLAN_ITEM (item));
  g_return_if_fail (self->item == NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify::text", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("For this week"));
  gtk_widget_set_visible (self->delete_button, TRUE);
}

/**
 * ff_plan_row_get_text_before:
 * @self: the row
 *
 * Returns: what stood there when the focus came, or the delete button was pressed
 */
const char *
ff_plan_row_get_text_before (FfPlanRow *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ROW (self), NULL);
  return self->text_before;
}
