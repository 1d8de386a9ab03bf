/* test-reminders.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reminders while time goes by and meetings change, the preferences, and a portal that says yes or no.
 */

#include "ff-config.h"

#include "ff-background.h"
#include "ff-preferences.h"
#include "ff-reminders.h"
#include "ff-schedule-edit.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  FfReminders *reminders;
  GSettings *settings;
  GString *told; /* titles, apart by “|”; “.” ends each time */
} Fixture;

static void
due_cb (Fixture *fixture, GPtrArray *due)
{
  for (guint i = 0; i < due->len; i++)
    g_string_append_printf (fixture->told, "%s|",
                            ((FfReminder *) g_ptr_array_index (due, i))->title);
  g_string_append_c (fixture->told, '.');
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ff_test_shell_set_up (&fixture->shell);
  fixture->settings = ff_context_get_settings (fixture->shell.context);
  g_settings_reset (fixture->settings, "reminders");
  g_settings_reset (fixture->settings, "reminder-minutes");
  g_settings_reset (fixture->settings, "reminders-in-background");
  g_settings_reset (fixture->settings, "reminders-shown");
  fixture->told = g_string_new (NULL);
  fixture->reminders = ff_reminders_new (fixture->shell.context);
  g_signal_connect_swapped (fixture->reminders, "due", G_CALLBACK (due_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->reminders);
  ff_test_settle ();
  ff_test_shell_tear_down (&fixture->shell);
  g_string_free (fixture->told, TRUE);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ff_schedule_edit_apply_finish (FF_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
apply (Fixture *fixture, FfScheduleEdit *edit)
{
  gboolean is_done = FALSE;

  ff_schedule_edit_apply_async (edit, fixture->shell.store, NULL, NULL, NULL, applied_cb, &is_done);
  ff_test_until (is_done);
}

/* On Tuesday 24 November 2026. */
static void
add_meeting (Fixture *fixture, FfGroup *group, const char *title, guint8 hour, guint8 minute)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfMeeting) meeting = ff_meeting_new (title);
  const FfWallTime start = { 2026, 11, 24, hour, minute };

  ff_meeting_set_group (meeting, ff_group_get_uid (group));
  ff_meeting_set_title (meeting, title);
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY;BYDAY=TU");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_schedule_edit_save_meeting (edit, meeting);
  apply (fixture, edit);
}

static void
cancel (Fixture *fixture, const char *meeting, guint8 hour)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  const FfWallTime date = { 2026, 11, 24, hour, 0 };
  g_autoptr (FfOverride) override = ff_override_new (meeting, &date);

  ff_override_set_cancelled (override, TRUE);
  ff_schedule_edit_save_override (edit, override);
  apply (fixture, edit);
}

static void
set_time (Fixture *fixture, int day, int hour, int minute)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, day, hour, minute, 0);

  ff_clock_set_now (ff_context_get_clock (fixture->shell.context), now);
}

/* Longer than it takes to read what changed. */
static void
wait (void)
{
  const gint64 end = g_get_monotonic_time () + 900 * 1000;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static void
test_time_goes_by (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Group", FALSE);

  add_meeting (fixture, group, "First", 19, 0);
  add_meeting (fixture, group, "Second", 19, 30);
  wait ();
  set_time (fixture, 24, 18, 0);
  g_assert_cmpstr (fixture->told->str, ==, ""); /* not asked for */

  set_time (fixture, 24, 16, 30);
  g_settings_set_boolean (fixture->settings, "reminders", TRUE);
  wait ();
  g_assert_cmpstr (fixture->told->str, ==, "");
  set_time (fixture, 24, 18, 0);
  g_assert_cmpstr (fixture->told->str, ==, "First|.");
  set_time (fixture, 24, 18, 1);
  g_assert_cmpstr (fixture->told->str, ==, "First|.");
  set_time (fixture, 24, 18, 40);
  g_assert_cmpstr (fixture->told->str, ==, "First|.Second|.");

  /* a week later, after a long sleep: the next dates are read anew */
  g_string_set_size (fixture->told, 0);
  set_time (fixture, 30, 12, 0);
  wait ();
  g_settings_set_int (fixture->settings, "reminder-minutes", 2880);
  ff_test_until (fixture->told->len > 0);
  g_assert_cmpstr (fixture->told->str, ==, "First|Second|.");
}

static void
test_never_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Group", FALSE);

  add_meeting (fixture, group, "First", 17, 0);
  g_settings_set_boolean (fixture->settings, "reminders", TRUE);
  ff_test_until (fixture->told->len > 0);

  /* nor by another run of the program */
  g_clear_object (&fixture->reminders);
  fixture->reminders = ff_reminders_new (fixture->shell.context);
  g_signal_connect_swapped (fixture->reminders, "due", G_CALLBACK (due_cb), fixture);
  wait ();
  g_assert_cmpstr (fixture->told->str, ==, "First|.");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Group", FALSE);

  add_meeting (fixture, group, "First", 19, 0);
  add_meeting (fixture, group, "Second", 19, 0);
  g_settings_set_boolean (fixture->settings, "reminders", TRUE);
  wait ();
  cancel (fixture, "First", 19);
  wait ();
  set_time (fixture, 24, 18, 30);
  g_assert_cmpstr (fixture->told->str, ==, "Second|.");

  g_settings_set_boolean (fixture->settings, "reminders", FALSE);
  add_meeting (fixture, group, "Third", 19, 0);
  wait ();
  set_time (fixture, 24, 18, 31);
  g_assert_cmpstr (fixture->told->str, ==, "Second|.");
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = ff_preferences_new (fixture->settings, NULL);
  const char *const titles[] = { "Remind Me of Meetings", "How Long Before",
                                 "Also When the Window Is Closed", "Paper Size", "Large Print" };
  GtkWidget *rows[G_N_ELEMENTS (titles)];

  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      rows[i] = ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, titles[i]);
      g_assert_nonnull (rows[i]);
      g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (rows[i]),
                                                       GTK_ACCESSIBLE_RELATION_LABELLED_BY)
                     || gtk_test_accessible_has_property (GTK_ACCESSIBLE (rows[i]),
                                                          GTK_ACCESSIBLE_PROPERTY_LABEL));
    }

  g_assert_false (gtk_widget_get_sensitive (rows[1]));
  g_assert_false (gtk_widget_get_sensitive (rows[2]));
  adw_switch_row_set_active (ADW_SWITCH_ROW (rows[0]), TRUE);
  g_assert_true (g_settings_get_boolean (fixture->settings, "reminders"));
  g_assert_true (gtk_widget_get_sensitive (rows[2]));

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (rows[1])), ==, 3);
  adw_combo_row_set_selected (ADW_COMBO_ROW (rows[1]), 5);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "reminder-minutes"), ==, 1440);
  g_settings_set_int (fixture->settings, "reminder-minutes", 20);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (rows[1])), ==, 2);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "reminder-minutes"), ==, 20);

  adw_switch_row_set_active (ADW_SWITCH_ROW (rows[2]), TRUE);
  g_assert_true (g_settings_get_boolean (fixture->settings, "reminders-in-background"));
  g_assert_nonnull (
      strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (rows[2])), "does not start by itself"));

  adw_combo_row_set_selected (ADW_COMBO_ROW (rows[3]), 2);
  g_assert_cmpint (g_settings_get_enum (fixture->settings, "paper"), ==, 2);
  g_settings_reset (fixture->settings, "paper");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (rows[3])), ==, 0);
  adw_switch_row_set_active (ADW_SWITCH_ROW (rows[4]), TRUE);
  g_assert_true (g_settings_get_boolean (fixture->settings, "large-print"));
  g_settings_reset (fixture->settings, "large-print");

  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
  ff_test_settle ();
}

/* A portal of our own, which answers as it is told. */
typedef struct
{
  GDBusConnection *bus;
  guint response; /* 0 answered, 1 the dialog was closed, 2 failed; 3 there is no such method */
  gboolean granted;
  GVariant *options;
} Portal;

static gboolean
answer_cb (gpointer user_data)
{
  Portal *portal = user_data;
  const char *path = g_object_get_data (G_OBJECT (portal->bus), "path");
  GVariantBuilder results;

  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (portal->granted));
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (portal->granted));
  g_dbus_connection_emit_signal (portal->bus, g_dbus_connection_get_unique_name (portal->bus), path,
                                 "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", portal->response, &results), NULL);
  return G_SOURCE_REMOVE;
}

static void
called_cb (GDBusConnection *bus,
           const char *sender,
           const char *object,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  Portal *portal = user_data;
  g_autofree char *token = NULL;
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  char *path;

  if (portal->response == 3)
    {
      g_dbus_method_invocation_return_dbus_error (invocation,
                                                  "org.freedesktop.DBus.Error.UnknownMethod",
                                                  "No such method");
      return;
    }

  g_clear_pointer (&portal->options, g_variant_unref);
  portal->options = g_variant_get_child_value (parameters, 1);
  g_variant_lookup (portal->options, "handle_token", "s", &token);
  path = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, token);
  g_object_set_data_full (G_OBJECT (bus), "path", path, g_free);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  g_idle_add (answer_cb, portal);
}

static guint
export_portal (Portal *portal)
{
  static const char xml[] = "<node><interface name='org.freedesktop.portal.Background'>"
                            "<method name='RequestBackground'><arg type='s' direction='in'/>"
                            "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
                            "</method></interface></node>";
  static const GDBusInterfaceVTable table = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  guint id;

  portal->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  id = g_dbus_connection_register_object (portal->bus, "/org/freedesktop/portal/desktop",
                                          node->interfaces[0], &table, portal, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (portal->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 4),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return id;
}

typedef struct
{
  gboolean is_answered;
  gboolean granted;
  GError *error;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->granted = ff_background_request_finish (result, &answer->error);
  answer->is_answered = TRUE;
}

static void
ask (Answer *answer, gboolean wanted)
{
  g_clear_error (&answer->error);
  answer->is_answered = FALSE;
  ff_background_request_async (NULL, wanted, NULL, answered_cb, answer);
  ff_test_until (answer->is_answered);
}

static void
test_portal (void)
{
  Portal portal = { .response = 0, .granted = TRUE };
  Answer answer = { 0 };
  const guint id = export_portal (&portal);
  g_auto (GStrv) command = NULL;
  gboolean starts = FALSE;

  ask (&answer, TRUE);
  g_assert_no_error (answer.error);
  g_assert_true (answer.granted);
  g_assert_true (g_variant_lookup (portal.options, "commandline", "^as", &command));
  g_assert_true (g_strv_equal ((const char *const *) command,
                               (const char *const[]) { "fourfold", "--background", NULL }));
  g_assert_true (g_variant_lookup (portal.options, "autostart", "b", &starts));
  g_assert_true (starts);

  ask (&answer, FALSE);
  g_assert_true (g_variant_lookup (portal.options, "autostart", "b", &starts));
  g_assert_false (starts);

  portal.granted = FALSE;
  ask (&answer, TRUE);
  g_assert_no_error (answer.error);
  g_assert_false (answer.granted);

  portal.response = 1;
  ask (&answer, TRUE);
  g_assert_no_error (answer.error);
  g_assert_false (answer.granted);

  portal.response = 2;
  ask (&answer, TRUE);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_FAILED);

  portal.response = 3;
  ask (&answer, TRUE);
  g_assert_error (answer.error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD);

  g_clear_error (&answer.error);
  g_dbus_connection_unregister_object (portal.bus, id);
  g_clear_pointer (&portal.options, g_variant_unref);
  g_clear_object (&portal.bus);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/reminders/time-goes-by", test_time_goes_by);
  ADD ("/reminders/never-twice", test_never_twice);
  ADD ("/reminders/cancelled", test_cancelled);
  ADD ("/reminders/preferences", test_preferences);
  g_test_add_func ("/reminders/portal", test_portal);

  return g_test_run ();
}
