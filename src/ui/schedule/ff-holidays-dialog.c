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
#include "ff-schedule-change.h"
#include "ff-schedule-repository.h"
#include "ff-toast.h"

struct _FfHolidaysDialog
{
  AdwDialog parent_instance;

  FfContext *context;
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
  ff_schedule_change (GTK_WIDGET (self->pages), get_store (self), edit, text);
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
on_deleted (FfHolidaysDialog *self)
{
  adw_navigation_view_pop (self->pages);
}

static void
ff_holidays_dialog_dispose (GObject *object)
{
  FfHolidaysDialog *self = FF_HOLIDAYS_DIALOG (object);

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
}

static void
ff_holidays_dialog_init (FfHolidaysDialog *self)
{
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
