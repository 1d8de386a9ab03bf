/* ff-help-lines-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a group’s help lines are added, put in order and removed.
 */

#include "ff-config.h"

#include "ff-help-lines-page.h"

#include <glib/gi18n-lib.h>

#include "ff-help-line-row.h"
#include "ff-message-label.h"

struct _FfHelpLinesPage
{
  AdwNavigationPage parent_instance;

  FfHelpLineList *list;

  GtkListBox *lines;
  GtkWidget *add_row;
  GtkWidget *full_message;
  GtkWidget *at_foot_row;
};

enum
{
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfHelpLinesPage, ff_help_lines_page, ADW_TYPE_NAVIGATION_PAGE)

static void
row_activated_cb (FfHelpLinesPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[EDIT], 0, ff_help_line_row_get_position (FF_HELP_LINE_ROW (row)));
}

static void
add_cb (FfHelpLinesPage *self)
{
  g_signal_emit (self, signals[EDIT], 0, G_MAXUINT);
}

static void
update (FfHelpLinesPage *self)
{
  gboolean is_full;

  g_object_get (self->list, "full", &is_full, NULL);
  gtk_widget_set_sensitive (self->add_row, !is_full);
  g_object_set (self->full_message, "text",
                is_full ? _ ("A group keeps at most 20 help lines. Remove one to add another.")
                        : "",
                NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->lines),
                          g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0);
}

static GtkWidget *
make_row (gpointer line, gpointer user_data)
{
  return ff_help_line_row_new (FF_HELP_LINES_PAGE (user_data)->list, line);
}

static void
ff_help_lines_page_dispose (GObject *object)
{
  FfHelpLinesPage *self = FF_HELP_LINES_PAGE (object);

  if (self->lines != NULL)
    gtk_list_box_bind_model (self->lines, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HELP_LINES_PAGE);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (ff_help_lines_page_parent_class)->dispose (object);
}

static void
ff_help_lines_page_class_init (FfHelpLinesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_help_lines_page_dispose;

  signals[EDIT] = g_signal_new ("edit", FF_TYPE_HELP_LINES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-help-lines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesPage, lines);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesPage, add_row);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesPage, full_message);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesPage, at_foot_row);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ff_help_lines_page_init (FfHelpLinesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_help_lines_page_set_list:
 * @self: a page
 * @list: the help lines to change; once
 */
void
ff_help_lines_page_set_list (FfHelpLinesPage *self, FfHelpLineList *list)
{
  g_return_if_fail (FF_IS_HELP_LINES_PAGE (self) && self->list == NULL);
  g_return_if_fail (FF_IS_HELP_LINE_LIST (list));

  self->list = g_object_ref (list);
  gtk_list_box_bind_model (self->lines, G_LIST_MODEL (list), make_row, self, NULL);
  g_object_bind_property (list, "at-foot", self->at_foot_row, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (list, "notify::n-items", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
