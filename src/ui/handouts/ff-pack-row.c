/* ff-pack-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout in a pack: how many copies, and its place among the others.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-pack-row.h"

struct _FfPackRow
{
  AdwActionRow parent_instance;

  char *id;

  GtkSpinButton *copies_button;
  GtkWidget *menu_button;
};

enum
{
  SIGNAL_MOVED,
  SIGNAL_REMOVED,
  SIGNAL_COPIES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPackRow, ff_pack_row, ADW_TYPE_ACTION_ROW)

static void
copies_changed_cb (FfPackRow *self)
{
  g_signal_emit (self, signals[SIGNAL_COPIES_CHANGED], 0);
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVED], 0,
                 g_str_equal (action_name, "row.move-up") ? -1 : 1);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static void
ff_pack_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_PACK_ROW);
  g_clear_pointer (&FF_PACK_ROW (object)->id, g_free);

  G_OBJECT_CLASS (ff_pack_row_parent_class)->dispose (object);
}

static void
ff_pack_row_class_init (FfPackRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_pack_row_dispose;

  signals[SIGNAL_MOVED] = g_signal_new ("moved", FF_TYPE_PACK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", FF_TYPE_PACK_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_COPIES_CHANGED]
      = g_signal_new ("copies-changed", FF_TYPE_PACK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-pack-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPackRow, copies_button);
  gtk_widget_class_bind_template_child (widget_class, FfPackRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, copies_changed_cb);
  gtk_widget_class_install_action (widget_class, "row.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "row.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_action);
}

static void
ff_pack_row_init (FfPackRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_pack_row_new:
 * @id: the handout's
 * @title: what it is called
 *
 * Returns: (transfer floating): a row for one copy
 */
GtkWidget *
ff_pack_row_new (const char *id, const char *title)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  FfPackRow *self = g_object_new (FF_TYPE_PACK_ROW, "title", title, NULL);
  /* Translators: %s is a handout’s title */
  g_autofree char *copies = g_strdup_printf (_ ("Copies of “%s”"), title);
  /* Translators: %s is a handout’s title */
  g_autofree char *more = g_strdup_printf (_ ("Move “%s” or take it out"), title);

  self->id = g_strdup (id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copies_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, copies, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copies_button), _ ("Copies"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  more, -1);
  gtk_widget_set_tooltip_text (self->menu_button, _ ("Move (Alt+Up, Alt+Down) or take out"));
  return GTK_WIDGET (self);
}

/**
 * ff_pack_row_get_id:
 * @self: a row
 *
 * Returns: the handout's id
 */
const char *
ff_pack_row_get_id (FfPackRow *self)
{
  g_return_val_if_fail (FF_IS_PACK_ROW (self), NULL);

  return self->id;
}

/**
 * ff_pack_row_get_copies:
 * @self: a row
 *
 * Returns: how many copies are wanted
 */
guint
ff_pack_row_get_copies (FfPackRow *self)
{
  g_return_val_if_fail (FF_IS_PACK_ROW (self), 1);

  return (guint) gtk_spin_button_get_value_as_int (self->copies_button);
}

/**
 * ff_pack_row_set_copies:
 * @self: a row
 * @copies: how many copies are wanted
 */
void
ff_pack_row_set_copies (FfPackRow *self, guint copies)
{
  g_return_if_fail (FF_IS_PACK_ROW (self));

  gtk_spin_button_set_value (self->copies_button, copies);
}
