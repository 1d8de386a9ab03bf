/* ff-help-lines-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where to turn now: a group’s help lines, large enough to be read out.
 */

#include "ff-config.h"

#include "ff-help-lines-dialog.h"

#include "ff-group-repository.h"
#include "ff-help-line-card.h"
#include "ff-help-line-list.h"
#include "ff-help-line-page.h"
#include "ff-help-lines-page.h"
#include "ff-help-paper.h"
#include "ff-print.h"
#include "ff-toast.h"

/* From so many groups on, scrolling for one is slower than typing its name. */
#define SEARCHABLE_FROM 10

struct _FfHelpLinesDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  FfHelpLineList *list;
  GListStore *groups; /* those to choose from */

  AdwNavigationView *pages;
  AdwWindowTitle *window_title;
  GtkWidget *edit_button;
  GtkWidget *print_button;
  GtkDropDown *switcher;
  GtkStack *stack;
  GtkListBox *lines;
  FfHelpLinesPage *edit_page;
  FfHelpLinePage *line_page;
};

G_DEFINE_FINAL_TYPE (FfHelpLinesDialog, ff_help_lines_dialog, ADW_TYPE_DIALOG)

static FfGroup *
get_group (FfHelpLinesDialog *self)
{
  return gtk_drop_down_get_selected_item (self->switcher);
}

static void
on_failed (FfHelpLinesDialog *self, GError *error)
{
  ff_toast_error (GTK_WIDGET (self->pages), error);
}

static void
update (FfHelpLinesDialog *self)
{
  gboolean has_lines = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  gboolean has_group = get_group (self) != NULL;

  gtk_stack_set_visible_child_name (self->stack, has_lines ? "lines" : "empty");
  gtk_widget_set_visible (self->edit_button, has_lines);
  gtk_widget_set_visible (self->print_button, has_lines);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.add", has_group);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.edit", has_lines);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.print", has_lines);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.save", has_lines);
}

static void
group_selected_cb (FfHelpLinesDialog *self)
{
  FfGroup *group = get_group (self);

  gboolean is_said = gtk_widget_get_visible (GTK_WIDGET (self->switcher));

  if (self->list == NULL)
    return;
  adw_window_title_set_subtitle (self->window_title,
                                 group != NULL && !is_said ? ff_group_get_name (group) : "");
  ff_help_line_list_set_group (self->list, group != NULL ? ff_group_get_uid (group) : NULL);
  update (self);
}

static void
open_line (FfHelpLinesDialog *self, guint position)
{
  ff_help_line_page_edit (self->line_page, self->list, position);
  adw_navigation_view_push_by_tag (self->pages, "line");
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_line (FF_HELP_LINES_DIALOG (widget), G_MAXUINT);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_navigation_view_push_by_tag (FF_HELP_LINES_DIALOG (widget)->pages, "edit");
}

static FfPaperJob *
make_paper (FfHelpLinesDialog *self)
{
  g_autoptr (GPtrArray) lines = ff_help_line_list_dup (self->list);

  return ff_help_paper_new (ff_context_get_settings (self->context), get_group (self), lines);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfHelpLinesDialog *self = FF_HELP_LINES_DIALOG (widget);
  g_autoptr (FfPaperJob) paper = make_paper (self);

  ff_paper_job_print (paper, GTK_WIDGET (self->pages));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfHelpLinesDialog *self = FF_HELP_LINES_DIALOG (widget);
  g_autoptr (FfPaperJob) paper = make_paper (self);

  ff_paper_job_save (paper, GTK_WIDGET (self->pages));
}

static GtkWidget *
make_card (gpointer line, gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *label = ff_help_line_make_text (line);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), ff_help_line_card_new (line));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

/* The one that is wanted, or all of them. */
static void
read_groups (FfHelpLinesDialog *self, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups
      = ff_group_repository_list (ff_context_get_store (self->context), &error);

  if (groups == NULL)
    {
      ff_toast_error (GTK_WIDGET (self->pages), error);
      return;
    }
  for (guint i = 0; i < groups->len; i++)
    if (wanted == NULL || g_str_equal (ff_group_get_uid (groups->pdata[i]), wanted))
      g_list_store_append (self->groups, groups->pdata[i]);
}

static void
show_groups (FfHelpLinesDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->groups));
  g_autoptr (GtkExpression) name = gtk_property_expression_new (FF_TYPE_GROUP, NULL, "name");

  gtk_drop_down_set_expression (self->switcher, name);
  gtk_drop_down_set_model (self->switcher, G_LIST_MODEL (self->groups));
  gtk_drop_down_set_enable_search (self->switcher, n >= SEARCHABLE_FROM);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), n > 1);
}

static void
ff_help_lines_dialog_dispose (GObject *object)
{
  FfHelpLinesDialog *self = FF_HELP_LINES_DIALOG (object);

  if (self->lines != NULL)
    gtk_list_box_bind_model (self->lines, NULL, NULL, NULL, NULL);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HELP_LINES_DIALOG);
  g_clear_object (&self->list);
  g_clear_object (&self->groups);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_help_lines_dialog_parent_class)->dispose (object);
}

static void
ff_help_lines_dialog_class_init (FfHelpLinesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_help_lines_dialog_dispose;

  g_type_ensure (FF_TYPE_HELP_LINES_PAGE);
  g_type_ensure (FF_TYPE_HELP_LINE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-help-lines-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesDialog, edit_button);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesDialog, switcher);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesDialog, edit_page);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinesDialog, line_page);
  gtk_widget_class_bind_template_callback (widget_class, group_selected_cb);
  gtk_widget_class_install_action (widget_class, "help.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "help.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "help.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "help.save", NULL, save_action);
}

static void
ff_help_lines_dialog_init (FfHelpLinesDialog *self)
{
  self->groups = g_list_store_new (FF_TYPE_GROUP);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_help_lines_dialog_new:
 * @context: what the views share
 * @group: (nullable): a group's uid; with %NULL any may be chosen in the dialog
 *
 * Returns: (transfer floating): a dialog that shows help lines, and in which they are changed, each change saved at once
 */
AdwDialog *
ff_help_lines_dialog_new (FfContext *context, const char *group)
{
  FfHelpLinesDialog *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  self = g_object_new (FF_TYPE_HELP_LINES_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->list = ff_help_line_list_new (ff_context_get_store (context));
  g_signal_connect_object (self->list, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::n-items", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit_page, "edit", G_CALLBACK (open_line), self,
                           G_CONNECT_SWAPPED);
  ff_help_lines_page_set_list (self->edit_page, self->list);
  gtk_list_box_bind_model (self->lines, G_LIST_MODEL (self->list), make_card, self, NULL);
  read_groups (self, group);
  show_groups (self);
  group_selected_cb (self);
  return ADW_DIALOG (self);
}
