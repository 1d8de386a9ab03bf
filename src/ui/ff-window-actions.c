/* ff-window-actions.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions of the window: where they lead, and the dialogs that they open.
 */

#include "ff-config.h"

#include "ff-application.h"
#include "ff-backup-file.h"
#include "ff-backup-look.h"
#include "ff-backups-dialog.h"
#include "ff-check-ins-page.h"
#include "ff-export-dialog.h"
#include "ff-group-dialog.h"
#include "ff-handouts-page.h"
#include "ff-help-lines-dialog.h"
#include "ff-import-dialog.h"
#include "ff-meeting-repository.h"
#include "ff-own-words-dialog.h"
#include "ff-restore.h"
#include "ff-retention-dialog.h"
#include "ff-sample.h"
#include "ff-shortcuts.h"
#include "ff-toast.h"
#include "ff-volunteers-page.h"
#include "ff-window-private.h"
#include "ff-wording-choice.h"

static void
show_view_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);

  if (self->views != NULL && ff_views_show (self->views, g_variant_get_string (parameter, NULL)))
    ff_views_focus_content (self->views);
}

static void
write_check_ins_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);
  g_autoptr (FfOccurrence) occurrence = NULL;
  g_autoptr (GError) error = NULL;
  const char *meeting, *rule_time;
  FfWallTime time;

  if (self->views == NULL)
    return;

  g_variant_get (parameter, "(&s&s)", &meeting, &rule_time);
  if (ff_wall_time_parse (rule_time, &time, &error))
    occurrence = ff_meeting_repository_get_occurrence (ff_context_get_store (self->context),
                                                       meeting, &time, &error);

  if (occurrence != NULL)
    ff_check_ins_page_open_occurrence (FF_CHECK_INS_PAGE (ff_views_show (self->views, "check-ins")),
                                       occurrence);
  else if (error != NULL)
    ff_toast_error (widget, error);
}

static void
show_handout_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);

  if (self->views != NULL)
    ff_handouts_page_show_handout (FF_HANDOUTS_PAGE (ff_views_show (self->views, "handouts")),
                                   g_variant_get_string (parameter, NULL));
}

static FfCheckInsPage *
show_check_ins (FfWindow *self)
{
  if (self->views == NULL)
    return NULL;

  return FF_CHECK_INS_PAGE (ff_views_show (self->views, "check-ins"));
}

static void
show_person_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfCheckInsPage *page = show_check_ins (FF_WINDOW (widget));

  if (page != NULL)
    ff_check_ins_page_show_person (page, g_variant_get_string (parameter, NULL));
}

static FfVolunteersPage *
show_volunteers (FfWindow *self)
{
  if (self->views == NULL)
    return NULL;

  return FF_VOLUNTEERS_PAGE (ff_views_show (self->views, "volunteers"));
}

static void
show_volunteer_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfVolunteersPage *page = show_volunteers (FF_WINDOW (widget));

  if (page != NULL)
    ff_volunteers_page_show_volunteer (page, g_variant_get_string (parameter, NULL));
}

static void
show_rota_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfVolunteersPage *page = show_volunteers (FF_WINDOW (widget));

  if (page != NULL)
    ff_volunteers_page_show_rota (page, g_variant_get_string (parameter, NULL));
}

static void
search_notes_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfCheckInsPage *page = show_check_ins (FF_WINDOW (widget));

  if (page != NULL)
    ff_check_ins_page_start_search (page);
}

static void
group_added_cb (FfWindow *self, FfGroup *group)
{
  if (self->views != NULL)
    ff_views_set_group (self->views, ff_group_get_uid (group));
}

static void
add_group_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);
  AdwDialog *dialog;

  if (self->context == NULL)
    return;

  dialog = ff_group_dialog_new (self->context, NULL);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (group_added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);
  FfGroup *group = self->views != NULL ? ff_views_get_group (self->views) : NULL;

  if (self->context != NULL)
    ff_import_dialog_choose (widget, self->context,
                             group != NULL ? ff_group_get_name (group) : NULL);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);
  FfGroup *group = self->views != NULL ? ff_views_get_group (self->views) : NULL;

  if (self->context != NULL)
    adw_dialog_present (ff_export_dialog_new (self->context,
                                              group != NULL ? ff_group_get_uid (group) : NULL),
                        widget);
}

static void
edit_group_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);
  FfGroup *group = self->views != NULL ? ff_views_get_group (self->views) : NULL;

  if (group != NULL)
    adw_dialog_present (ff_group_dialog_new (self->context, group), widget);
}

static void
help_lines_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);
  FfGroup *group = self->views != NULL ? ff_views_get_group (self->views) : NULL;
  const char *uid = group != NULL ? ff_group_get_uid (group) : NULL;

  if (parameter != NULL)
    uid = g_variant_get_string (parameter, NULL);
  if (self->context != NULL)
    adw_dialog_present (ff_help_lines_dialog_new (self->context, uid), widget);
}

static void
sample_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfWindow) self = FF_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!ff_store_write_finish (FF_STORE (source), result, &error))
    ff_toast_error (GTK_WIDGET (self), error);
}

static void
remove_sample_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);

  if (self->context != NULL)
    ff_sample_remove_async (ff_context_get_store (self->context), sample_removed_cb,
                            g_object_ref (self));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfWindow) self = FF_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  FfRestore *restore = ff_application_work_closed_finish (FF_APPLICATION (source), result, &error);

  if (restore != NULL)
    {
      g_autofree char *text = ff_restore_describe (restore);

      ff_toast_show (GTK_WIDGET (self->stack), text);
    }
  else
    {
      ff_toast_error (GTK_WIDGET (self->stack), error);
    }
}

static void
restore_chosen_cb (FfWindow *self, const char *path, FfSecret *secret)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  ff_application_work_closed_async (FF_APPLICATION (application), ff_restore_do,
                                    ff_restore_new (path, secret), (GDestroyNotify) ff_restore_free,
                                    restored_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfWindow) self = FF_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *path = ff_backup_file_choose_finish (result, &error);
  AdwDialog *look;

  if (self->context == NULL)
    return;
  if (error != NULL)
    ff_toast_error (GTK_WIDGET (self->stack), error);
  if (path == NULL)
    return;

  now = ff_clock_get_now (ff_context_get_clock (self->context));
  look = ff_backup_look_new (ff_store_get_folder (ff_context_get_store (self->context)), path,
                             ff_context_get_store (self->context), now);
  g_signal_connect_object (look, "restore", G_CALLBACK (restore_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (look, GTK_WIDGET (self));
}

static void
restore_file_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);

  if (self->context != NULL && ff_window_may_close (self, "win.restore-file", FF_UNSAVED_ASK))
    ff_backup_file_choose_async (widget, NULL, file_chosen_cb, g_object_ref (self));
}

static void
backups_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);
  AdwDialog *dialog;

  if (self->context == NULL || !ff_window_may_close (self, "win.backups", FF_UNSAVED_ASK))
    return;

  dialog = ff_backups_dialog_new (self->context);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
retention_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);

  if (self->context != NULL)
    adw_dialog_present (ff_retention_dialog_new (self->context), widget);
}

static void
own_words_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);
  FfGroup *group = self->views != NULL ? ff_views_get_group (self->views) : NULL;
  g_autofree char *language = ff_wording_choice_get_language (group);

  if (self->context != NULL)
    adw_dialog_present (ff_own_words_dialog_new (self->context, language), widget);
}

static void
shortcuts_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_shortcuts_present (widget);
}

/**
 * ff_window_install_actions:
 * @widget_class: the window's
 */
void
ff_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_action);
  gtk_widget_class_install_action (widget_class, "win.write-check-ins", "(ss)",
                                   write_check_ins_action);
  gtk_widget_class_install_action (widget_class, "win.show-handout", "s", show_handout_action);
  gtk_widget_class_install_action (widget_class, "win.add-group", NULL, add_group_action);
  gtk_widget_class_install_action (widget_class, "win.edit-group", NULL, edit_group_action);
  gtk_widget_class_install_action (widget_class, "win.help-lines", NULL, help_lines_action);
  gtk_widget_class_install_action (widget_class, "win.help-lines-of", "s", help_lines_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.remove-sample", NULL, remove_sample_action);
  gtk_widget_class_install_property_action (widget_class, "win.hide-names", "hide-names");
  gtk_widget_class_install_action (widget_class, "win.show-person", "s", show_person_action);
  gtk_widget_class_install_action (widget_class, "win.show-volunteer", "s", show_volunteer_action);
  gtk_widget_class_install_action (widget_class, "win.show-rota", "s", show_rota_action);
  gtk_widget_class_install_action (widget_class, "win.search-notes", NULL, search_notes_action);
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, backups_action);
  gtk_widget_class_install_action (widget_class, "win.restore-file", NULL, restore_file_action);
  gtk_widget_class_install_action (widget_class, "win.retention", NULL, retention_action);
  gtk_widget_class_install_action (widget_class, "win.own-words", NULL, own_words_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
}

/**
 * ff_window_update_actions:
 * @self: a window
 */
void
ff_window_update_actions (FfWindow *self)
{
  gboolean has_group = self->views != NULL && ff_views_get_group (self->views) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.edit-group", has_group);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-group", self->views != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.help-lines", self->views != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.help-lines-of", self->views != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", self->views != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", self->views != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.hide-names", self->views != NULL);
}
