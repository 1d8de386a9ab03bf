/* ff-help-line-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A help line in the list where they are put in order.
 */

#include "ff-config.h"

#include "ff-help-line-row.h"

#include <glib/gi18n-lib.h>

#include "ff-toast.h"

struct _FfHelpLineRow
{
  AdwActionRow parent_instance;

  FfHelpLineList *list;
  FfHelpLine *line;

  GtkDropTarget *target;
};

G_DEFINE_FINAL_TYPE (FfHelpLineRow, ff_help_line_row, ADW_TYPE_ACTION_ROW)

typedef struct
{
  FfHelpLineList *list;
  FfHelpLine *line;
  guint position;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->list);
  g_object_unref (removal->line);
  g_free (removal);
}

static void
put_back (gpointer data)
{
  Removal *removal = data;

  ff_help_line_list_insert (removal->list, removal->position, removal->line);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfHelpLineRow *self = FF_HELP_LINE_ROW (widget);
  guint position = ff_help_line_row_get_position (self);
  Removal *removal;

  if (position == G_MAXUINT)
    return;
  removal = g_new0 (Removal, 1);
  removal->list = g_object_ref (self->list);
  removal->line = g_object_ref (self->line);
  removal->position = position;
  ff_toast_undo (widget, _ ("Help line removed"), put_back, removal, removal_free);
  ff_help_line_list_remove (removal->list, position);
}

/* The row is made anew where it goes; the focus goes with it. */
static void
move_to (FfHelpLineRow *self, guint to)
{
  g_autoptr (GtkWidget) box = gtk_widget_get_parent (GTK_WIDGET (self));
  guint from = ff_help_line_row_get_position (self);
  GtkListBoxRow *row;

  if (box != NULL)
    g_object_ref (box);
  if (from == G_MAXUINT || from == to || to >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return;
  ff_help_line_list_move (self->list, from, to);
  row = GTK_IS_LIST_BOX (box) ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), (int) to) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
move_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint position = ff_help_line_row_get_position (FF_HELP_LINE_ROW (widget));

  if (position > 0 && position != G_MAXUINT)
    move_to (FF_HELP_LINE_ROW (widget), position - 1);
}

static void
move_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint position = ff_help_line_row_get_position (FF_HELP_LINE_ROW (widget));

  if (position != G_MAXUINT)
    move_to (FF_HELP_LINE_ROW (widget), position + 1);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, FfHelpLineRow *self)
{
  return gdk_content_provider_new_typed (FF_TYPE_HELP_LINE_ROW, self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, FfHelpLineRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, FfHelpLineRow *self)
{
  FfHelpLineRow *dragged = g_value_get_object (value);
  guint to = ff_help_line_row_get_position (self);

  if (dragged == NULL || dragged == self || dragged->list != self->list || to == G_MAXUINT)
    return FALSE;
  move_to (dragged, to);
  return TRUE;
}

static void
ff_help_line_row_dispose (GObject *object)
{
  FfHelpLineRow *self = FF_HELP_LINE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HELP_LINE_ROW);
  g_clear_object (&self->list);
  g_clear_object (&self->line);

  G_OBJECT_CLASS (ff_help_line_row_parent_class)->dispose (object);
}

static void
ff_help_line_row_class_init (FfHelpLineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_help_line_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-help-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHelpLineRow, target);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_install_action (widget_class, "row.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "row.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_action);
}

static void
ff_help_line_row_init (FfHelpLineRow *self)
{
  GType types[] = { FF_TYPE_HELP_LINE_ROW };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->target, types, G_N_ELEMENTS (types));
}

/**
 * ff_help_line_row_new:
 * @list: a group's help lines
 * @line: one of them, which does not change any more
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ff_help_line_row_new (FfHelpLineList *list, FfHelpLine *line)
{
  FfHelpLineRow *self;

  g_return_val_if_fail (FF_IS_HELP_LINE_LIST (list), NULL);
  g_return_val_if_fail (FF_IS_HELP_LINE (line), NULL);

  self = g_object_new (FF_TYPE_HELP_LINE_ROW, "title", ff_help_line_get_name (line), NULL);
  self->list = g_object_ref (list);
  self->line = g_object_ref (line);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), ff_help_line_get_contact (line));
  return GTK_WIDGET (self);
}

/**
 * ff_help_line_row_get_position:
 * @self: a row
 *
 * Returns: where its line is in the list, from 0; %G_MAXUINT where it is not there any more
 */
guint
ff_help_line_row_get_position (FfHelpLineRow *self)
{
  g_return_val_if_fail (FF_IS_HELP_LINE_ROW (self), G_MAXUINT);

  for (guint i = 0; self->list != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->list));
       i++)
    {
      g_autoptr (FfHelpLine) line = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (line == self->line)
        return i;
    }
  return G_MAXUINT;
}
