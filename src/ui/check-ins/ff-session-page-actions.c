/* ff-session-page-actions.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done on the page of a session from the keyboard or its menu: undoing, from line to line, and what is asked.
 */

#include "ff-config.h"

#include "ff-check-in-parts-dialog.h"
#include "ff-session-page-private.h"

/* What stands in the line for the next person is not part of the session yet. */
static gboolean
undo_in_alias_row (FfSessionPage *self, const char *action)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->alias_row))
         && *gtk_editable_get_text (GTK_EDITABLE (self->alias_row)) != '\0'
         && gtk_widget_activate_action (focus, action, NULL);
}

/* Where the line that had the focus is gone, writing goes on with the next person. */
static void
keep_focus (FfSessionPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    ff_session_page_start (self);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfSessionPage *self = FF_SESSION_PAGE (widget);

  if (!undo_in_alias_row (self, "text.undo"))
    ff_session_editor_undo (self->editor);
  keep_focus (self);
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfSessionPage *self = FF_SESSION_PAGE (widget);

  if (!undo_in_alias_row (self, "text.redo"))
    ff_session_editor_redo (self->editor);
  keep_focus (self);
}

static void
on_parts_chosen (FfSessionPage *self)
{
  ff_check_in_list_set_parts (self->people_list,
                              ff_group_get_check_in_parts (self->group, self->programme));
}

static void
parts_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfSessionPage *self = FF_SESSION_PAGE (widget);
  AdwDialog *dialog = ff_check_in_parts_dialog_new (ff_context_get_store (self->context),
                                                    self->group, self->programme);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_parts_chosen), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
next_person_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_session_page_start (FF_SESSION_PAGE (widget));
}

static void
unfold_all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_check_in_list_set_unfolded (FF_SESSION_PAGE (widget)->people_list, TRUE);
}

static void
fold_all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_check_in_list_set_unfolded (FF_SESSION_PAGE (widget)->people_list, FALSE);
}

static void
line_below_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_check_in_list_move (FF_SESSION_PAGE (widget)->people_list, 1);
}

static void
line_above_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfSessionPage *self = FF_SESSION_PAGE (widget);

  if (!ff_check_in_list_move (self->people_list, -1))
    ff_session_page_start (self);
}

void
ff_session_page_actions_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "session.next-person", NULL, next_person_action);
  gtk_widget_class_install_action (widget_class, "session.line-below", NULL, line_below_action);
  gtk_widget_class_install_action (widget_class, "session.line-above", NULL, line_above_action);
  gtk_widget_class_install_action (widget_class, "session.unfold-all", NULL, unfold_all_action);
  gtk_widget_class_install_action (widget_class, "session.fold-all", NULL, fold_all_action);
  gtk_widget_class_install_action (widget_class, "session.parts", NULL, parts_action);
  gtk_widget_class_install_action (widget_class, "session.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "session.redo", NULL, redo_action);
}
