/* test-widgets.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small widgets that several views share.
 */

#include "ff-config.h"

#include <locale.h>

#include "ff-date-time-row.h"
#include "ff-growing-list.h"
#include "ff-language.h"
#include "ff-programme-row.h"
#include "ff-test-shell.h"
#include "ff-thread.h"
#include "ff-toast.h"
#include "ff-zone-row.h"

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_date_time_row (void)
{
  FfDateTimeRow *row = FF_DATE_TIME_ROW (g_object_ref_sink (ff_date_time_row_new ()));
  FfWallTime start = { 2031, 12, 1, 19, 0 };
  FfWallTime later = { 2031, 12, 1, 7, 45 };
  GtkWidget *entry = ff_test_find (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL);
  GtkWidget *button = ff_test_find (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON, NULL);
  guint n_changes = 0;

  ff_date_time_row_set_value (row, &start);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "19:00");
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "Mon 1 Dec 2031");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Date: Mon 1 Dec 2031");

  g_signal_connect (row, "notify::value", G_CALLBACK (count_cb), &n_changes);
  gtk_editable_set_text (GTK_EDITABLE (entry), "7.45");
  g_assert_true (ff_date_time_row_get_valid (row));
  g_assert_cmpint (ff_wall_time_compare (ff_date_time_row_get_value (row), &later), ==, 0);

  /* Nonsense is said to be so, and does not become the value. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "half past");
  g_assert_false (ff_date_time_row_get_valid (row));
  g_assert_cmpint (ff_wall_time_compare (ff_date_time_row_get_value (row), &later), ==, 0);
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  ff_date_time_row_set_value (row, &start);
  g_assert_true (ff_date_time_row_get_valid (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "19:00");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_cmpuint (n_changes, >=, 2);
  g_assert_finalize_object (row);
}

static void
test_date_time_row_calendar (void)
{
  FfDateTimeRow *row = FF_DATE_TIME_ROW (g_object_ref_sink (ff_date_time_row_new ()));
  FfWallTime start = { 2031, 12, 1, 19, 0 };
  FfWallTime chosen = { 2032, 2, 29, 19, 0 };
  GtkWidget *button = ff_test_find (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON, NULL);
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  GtkWidget *calendar = ff_test_find (GTK_WIDGET (popover), GTK_TYPE_CALENDAR, NULL);
  g_autoptr (GDateTime) day = g_date_time_new_local (2032, 2, 29, 0, 0, 0.0);

  ff_date_time_row_set_value (row, &start);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_assert_cmpint (ff_wall_time_compare (ff_date_time_row_get_value (row), &chosen), ==, 0);
  g_assert_finalize_object (row);
}

static void
test_zone_row (void)
{
  FfZoneRow *row = FF_ZONE_ROW (g_object_ref_sink (ff_zone_row_new ()));
  guint n_changes = 0;

  g_assert_cmpstr (ff_zone_row_get_zone (row), ==, "America/Vancouver");
  g_signal_connect (row, "notify::zone", G_CALLBACK (count_cb), &n_changes);
  ff_zone_row_set_zone (row, "Europe/Berlin");
  g_assert_cmpstr (ff_zone_row_get_zone (row), ==, "Europe/Berlin");
  g_assert_cmpuint (n_changes, ==, 1);

  /* What a group has is kept, whatever this computer knows. */
  ff_zone_row_set_zone (row, "Somewhere/Else");
  g_assert_cmpstr (ff_zone_row_get_zone (row), ==, "Somewhere/Else");
  g_assert_finalize_object (row);
}

static void
test_programme_row (void)
{
  FfProgrammeRow *row = g_object_ref_sink (g_object_new (FF_TYPE_PROGRAMME_ROW, NULL));
  g_autoptr (GPtrArray) programmes = ff_programme_load_all (NULL);

  g_assert_cmpstr (ff_programme_row_get_programme (row), ==, "");
  ff_programme_row_set_programmes (row, programmes);
  g_assert_cmpstr (ff_programme_row_get_programme (row), ==, "four-points");
  ff_programme_row_set_programme (row, "own");
  g_assert_cmpstr (ff_programme_row_get_programme (row), ==, "own");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   ff_programme_get_title (ff_programme_find (programmes, "own")));
  ff_programme_row_set_programme (row, "no-such-programme");
  g_assert_cmpstr (ff_programme_row_get_programme (row), ==, "own");
  g_assert_finalize_object (row);
}

static void
undo_cb (gpointer data)
{
  (*(guint *) data)++;
}

static guint n_destroyed;

static void
destroy_cb (gpointer data)
{
  n_destroyed++;
}

static void
test_toast (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *undo;
  guint n_undone = 0;
  const char *sentences = "<b> & more: there is no room on the disk for the backup that is made on "
                          "this day. Make room on it, then try again.";
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, sentences);
  GtkWidget *message;
  g_autoptr (GError) cancelled = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "never seen");

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), label);
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));

  ff_toast_undo (label, "Deleted", undo_cb, &n_undone, destroy_cb);
  undo = ff_test_find (overlay, GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  g_signal_emit_by_name (undo, "clicked");
  g_assert_cmpuint (n_undone, ==, 1);
  ff_test_until (n_destroyed == 1);

  ff_toast_error (label, cancelled);
  ff_toast_error (label, error);
  ff_test_until ((message = ff_test_find (overlay, GTK_TYPE_LABEL, sentences)) != NULL
                 && gtk_widget_get_width (message) > 0);
  /* What to do stands at the end. */
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (message))));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (message))), >, 1);
  g_assert_null (ff_test_find (overlay, GTK_TYPE_LABEL, "never seen"));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Only the last thing done is offered to be taken back, and what was before it does not come again. */
static void
test_toast_one_undo (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *label = gtk_label_new (NULL);
  guint n_undone[3] = { 0 };

  n_destroyed = 0;
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), label);
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 3; i++)
    ff_toast_undo (label, "Deleted", undo_cb, &n_undone[i], destroy_cb);
  ff_test_until (n_destroyed == 2);
  g_signal_emit_by_name (ff_test_find (overlay, GTK_TYPE_BUTTON, "_Undo"), "clicked");
  ff_test_until (ff_test_find (overlay, GTK_TYPE_BUTTON, "_Undo") == NULL);
  g_assert_cmpuint (n_destroyed, ==, 3);
  g_assert_cmpuint (n_undone[0] + n_undone[1], ==, 0);
  g_assert_cmpuint (n_undone[2], ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nobody to tell is no reason to leak or to fall over. */
static void
test_toast_without_window (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  guint n_undone = 0;

  n_destroyed = 0;
  ff_toast_undo (label, "Deleted", undo_cb, &n_undone, destroy_cb);
  g_assert_cmpuint (n_destroyed, ==, 1);
  g_assert_cmpuint (n_undone, ==, 0);
  g_assert_finalize_object (label);
}

/* A few rows at first, all of them soon after; and again when it is started anew. */
static void
test_growing_list (void)
{
  const char *const strings[] = { "a", "b", "c", "d", "e", NULL };
  GtkStringList *model = gtk_string_list_new (NULL);
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GtkSliceListModel) list = ff_growing_list_new (G_LIST_MODEL (model));

  for (guint i = 0; i < 200; i++)
    gtk_string_list_splice (model, 0, 0, strings);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 2; i++)
    {
      ff_growing_list_start (list, window);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >, 0);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), <, 50);
      ff_test_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 1000);
    }
  gtk_string_list_splice (model, 0, 0, strings);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1005);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_language (void)
{
  g_autofree char *english = ff_language_get_name ("en");
  g_autofree char *unknown = ff_language_get_name ("tlh");

  g_assert_cmpstr (english, ==, "English");
  g_assert_cmpstr (unknown, ==, "tlh");
}

static void
work_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_usleep (50 * 1000);
  g_task_return_boolean (task, TRUE);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
begin_work_cb (GApplication *application, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, worked_cb, user_data);

  ff_thread_run (task, work_in_thread);
}

/* A program without a window ends, though not before its work has. */
static void
test_thread (void)
{
  g_autoptr (GApplication) application
      = g_application_new ("org.example.Thread", G_APPLICATION_NON_UNIQUE);
  gboolean has_worked = FALSE;

  g_application_set_default (application);
  g_signal_connect (application, "activate", G_CALLBACK (begin_work_cb), &has_worked);
  g_assert_cmpint (g_application_run (application, 0, NULL), ==, 0);
  g_assert_true (has_worked);
  g_application_set_default (NULL);
  ff_test_finalize (application);
  application = NULL;
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8"); /* not the one that GTK chose: it may have twelve hours */
  adw_init ();
  g_test_add_func ("/widgets/date-time-row", test_date_time_row);
  g_test_add_func ("/widgets/date-time-row/calendar", test_date_time_row_calendar);
  g_test_add_func ("/widgets/zone-row", test_zone_row);
  g_test_add_func ("/widgets/programme-row", test_programme_row);
  g_test_add_func ("/widgets/growing-list", test_growing_list);
  g_test_add_func ("/widgets/toast", test_toast);
  g_test_add_func ("/widgets/toast/one-undo", test_toast_one_undo);
  g_test_add_func ("/widgets/toast/without-window", test_toast_without_window);
  g_test_add_func ("/widgets/language", test_language);
  g_test_add_func ("/widgets/thread", test_thread);

  return g_test_run ();
}
