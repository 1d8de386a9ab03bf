/* ff-holidays-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendars of holidays that groups can keep: to type, to import, to change.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-group-repository.h"
#include "ff-holidays-dialog.h"
#include "ff-holidays-page.h"
#include "ff-import.h"
#include "ff-schedule-repository.h"
#include "ff-toast.h"
#include "ff-undoable.h"

struct _FfHolidaysDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  GCancellable *cancellable;
  GPtrArray *rows; /* (element-type GtkWidget) */

  AdwNavigationView *pages;
  AdwPreferencesGroup *calendars;
  FfHolidaysPage *page;
};

G_DEFINE_FINAL_TYPE (FfHolidaysDialog, ff_holidays_dialog, ADW_TYPE_DIALOG)

static FfStore *
get_store (FfHolidaysDialog *self)
{
  return ff_context_get_store (self->context);
}

static void
open_calendar (FfHolidaysDialog *self, FfHolidays *holidays)
{
  ff_holidays_page_set_holidays (self->page, holidays);
  adw_navigation_view_push_by_tag (self->pages, "days");
}

static void
row_activated (FfHolidaysDialog *self, GtkWidget *row)
{
  open_calendar (self, g_object_get_data (G_OBJECT (row), "holidays"));
}

/* “11 days · Harbour group, Bay group” */
static char *
describe (FfHolidays *holidays, GPtrArray *groups)
{
  guint n = ff_holidays_count (holidays);
  g_autofree char *days
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", n), n);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);

      if (g_strcmp0 (ff_group_get_text (group, FF_GROUP_HOLIDAYS), ff_holidays_get_uid (holidays))
          == 0)
        g_strv_builder_add (names, ff_group_get_name (group));
    }

  g_auto (GStrv) kept = g_strv_builder_end (names);
  g_autofree char *list = g_strjoinv (_ (", "), kept);
  if (list[0] == '\0')
    return g_strdup (days);
  return g_strjoin (" · ", days, list, NULL);
}

static void
add_row (FfHolidaysDialog *self, FfHolidays *holidays, GPtrArray *groups)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (holidays, groups);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ff_holidays_get_name (holidays));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "holidays", g_object_ref (holidays), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->calendars, row);
  g_ptr_array_add (self->rows, row);
}

/* The open page follows what Undo puts back. */
static void
refresh_page (FfHolidaysDialog *self, FfHolidays *holidays)
{
  FfHolidays *shown = ff_holidays_page_get_holidays (self->page);

  if (shown != NULL && g_str_equal (ff_holidays_get_uid (shown), ff_holidays_get_uid (holidays)))
    ff_holidays_page_set_holidays (self->page, holidays);
}

static void
refresh (FfHolidaysDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) calendars = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  calendars = ff_schedule_repository_list_holidays (get_store (self), &error);
  if (calendars == NULL)
    {
      ff_toast_error (GTK_WIDGET (self->pages), error);
      return;
    }
  groups = ff_group_repository_list (get_store (self), NULL);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->calendars, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < calendars->len; i++)
    {
      add_row (self, g_ptr_array_index (calendars, i), groups);
      refresh_page (self, g_ptr_array_index (calendars, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->calendars), calendars->len > 0);
}

static void
save_new (FfHolidaysDialog *self, FfHolidays *holidays, const char *text)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_schedule_edit_save_holidays (edit, holidays);
  ff_undoable_change_schedule (GTK_WIDGET (self->pages), get_store (self), edit, text);
  open_calendar (self, holidays);
}

static void
add_cb (FfHolidaysDialog *self)
{
  g_autoptr (FfHolidays) holidays = ff_holidays_new (NULL);

  ff_holidays_set_name (holidays, _ ("Public Holidays"));
  save_new (self, holidays, NULL);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfHolidaysDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (FfHolidays) holidays = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;
  guint n;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes != NULL)
    holidays = ff_import_read_holidays (bytes, name, &error);
  if (holidays == NULL)
    {
      ff_toast_error (GTK_WIDGET (self->pages), error);
      return;
    }
  n = ff_holidays_count (holidays);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day imported", "%u days imported", n),
                          n);
  save_new (self, holidays, text);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfHolidaysDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    ff_holidays_dialog_take_file (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ff_toast_error (GTK_WIDGET (self->pages), error);
}

static void
import_cb (FfHolidaysDialog *self)
{
  g_autoptr (GtkFileDialog) chooser = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (chooser, _ ("Import Holidays"));
  gtk_file_filter_set_name (filter, _ ("Calendars (.ics)"));
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_dialog_set_default_filter (chooser, filter);
  gtk_file_dialog_open (chooser, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->cancellable,
                        on_file_chosen, g_object_ref (self));
}

static void
on_deleted (FfHolidaysDialog *self)
{
  adw_navigation_view_pop (self->pages);
}

static void
ff_holidays_dialog_dispose (GObject *object)
{
  FfHolidaysDialog *self = FF_HOLIDAYS_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HOLIDAYS_DIALOG);
  g_clear_object (&self->context);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_holidays_dialog_parent_class)->dispose (object);
}

static void
ff_holidays_dialog_class_init (FfHolidaysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_holidays_dialog_dispose;

  g_type_ensure (FF_TYPE_HOLIDAYS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-holidays-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHolidaysDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, FfHolidaysDialog, calendars);
  gtk_widget_class_bind_template_child (widget_class, FfHolidaysDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
ff_holidays_dialog_init (FfHolidaysDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->page, "deleted", G_CALLBACK (on_deleted), self, G_CONNECT_SWAPPED);
}

/**
 * ff_holidays_dialog_new:
 * @context: what the views share
 *
 * Returns: (transfer floating): a dialog of all calendars of holidays, in which each change is saved at
 *   once
 */
GtkWidget *
ff_holidays_dialog_new (FfContext *context)
{
  FfHolidaysDialog *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  self = g_object_new (FF_TYPE_HOLIDAYS_DIALOG, NULL);
  self->context = g_object_ref (context);
  ff_holidays_page_set_context (self->page, context);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * ff_holidays_dialog_take_file:
 * @self: a dialog
 * @file: a calendar file, whose days are to be taken
 *
 * Reads the file and shows its days as a calendar of their own, to be decided one by one.
 */
void
ff_holidays_dialog_take_file (FfHolidaysDialog *self, GFile *file)
{
  g_return_if_fail (FF_IS_HOLIDAYS_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  g_file_load_bytes_async (file, self->cancellable, on_read, g_object_ref (self));
}
