/* test-lock-parts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of locking one by one: the form for a passphrase, the watch over idle minutes, the page that asks, the preferences.
 */

#include "ff-config.h"

#include "ff-idle-watch.h"
#include "ff-lock-preferences.h"
#include "ff-passphrase.h"
#include "ff-test-lock.h"

/* --- The form --- */

static void
test_strength (void)
{
  g_assert_cmpint (ff_passphrase_get_strength (""), ==, FF_STRENGTH_NONE);
  g_assert_cmpint (ff_passphrase_get_strength ("1234567"), ==, FF_STRENGTH_NONE);
  g_assert_cmpint (ff_passphrase_get_strength ("éééééééé"), ==, FF_STRENGTH_LOW);
  g_assert_cmpint (ff_passphrase_get_strength ("123456789012345678901234567890"), ==,
                   FF_STRENGTH_LOW);
  g_assert_cmpint (ff_passphrase_get_strength ("password"), ==, FF_STRENGTH_LOW);
  g_assert_cmpint (ff_passphrase_get_strength ("Umbrella.7q"), ==, FF_STRENGTH_FAIR);
  g_assert_cmpint (ff_passphrase_get_strength (FF_TEST_LOCK_PASSPHRASE), ==, FF_STRENGTH_HIGH);
}

static void
assert_message (FfPassphraseForm *form, const char *pattern)
{
  g_autofree char *message = NULL;

  g_object_get (form, "message", &message, NULL);
  if (!g_pattern_match_simple (pattern, message))
    g_error ("“%s” is not “%s”", message, pattern);
}

static void
test_form (void)
{
  g_autoptr (FfPassphraseForm) form = ff_passphrase_form_new (FF_PASSPHRASE_SET);

  g_assert_false (ff_passphrase_form_get_valid (form));
  g_object_set (form, "passphrase", "too few", "again", "too few", NULL);
  g_assert_false (ff_passphrase_form_get_valid (form));
  g_object_set (form, "passphrase", FF_TEST_LOCK_PASSPHRASE, "again", "seven", NULL);
  g_assert_false (ff_passphrase_form_get_valid (form));
  assert_message (form, "");
  g_object_set (form, "again", "seven herons", NULL);
  assert_message (form, "The two are not the same.*");
  g_object_set (form, "again", FF_TEST_LOCK_PASSPHRASE, NULL);
  assert_message (form, "");
  g_assert_true (ff_passphrase_form_get_valid (form));
}

static void
test_form_with_old (void)
{
  g_autoptr (FfPassphraseForm) change = ff_passphrase_form_new (FF_PASSPHRASE_CHANGE);
  g_autoptr (FfPassphraseForm) removal = ff_passphrase_form_new (FF_PASSPHRASE_REMOVE);

  g_object_set (change, "passphrase", FF_TEST_LOCK_PASSPHRASE, "again", FF_TEST_LOCK_PASSPHRASE,
                NULL);
  g_assert_false (ff_passphrase_form_get_valid (change));
  g_object_set (change, "old", FF_TEST_LOCK_PASSPHRASE, NULL);
  assert_message (change, "This is the passphrase that you have already.");
  g_assert_false (ff_passphrase_form_get_valid (change));
  g_object_set (change, "old", FF_TEST_LOCK_OTHER, NULL);
  g_assert_true (ff_passphrase_form_get_valid (change));

  g_assert_false (ff_passphrase_form_get_valid (removal));
  g_object_set (removal, "old", "x", NULL);
  g_assert_true (ff_passphrase_form_get_valid (removal));
}

/* --- The watch --- */

static gint64 fake_seconds;

static gint64
get_fake_seconds (void)
{
  return fake_seconds;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_idle (void)
{
  g_autoptr (GtkApplication) application
      = gtk_application_new ("org.example.Idle", G_APPLICATION_NON_UNIQUE);
  g_autoptr (FfIdleWatch) watch = NULL;
  guint n = 0;

  g_application_register (G_APPLICATION (application), NULL, NULL);
  fake_seconds = 5000;
  watch = ff_idle_watch_new (application, get_fake_seconds);
  g_signal_connect_swapped (watch, "idle", G_CALLBACK (count_cb), &n);

  fake_seconds += 1000000;
  ff_idle_watch_check (watch);
  g_assert_cmpuint (n, ==, 0); /* never, until it is told how long */

  g_object_set (watch, "minutes", 5, NULL);
  ff_idle_watch_touch (watch);
  fake_seconds += 5 * 60 - 1;
  ff_idle_watch_check (watch);
  g_assert_cmpuint (n, ==, 0);
  fake_seconds++;
  ff_idle_watch_check (watch);
  g_assert_cmpuint (n, ==, 1);
  ff_idle_watch_touch (watch);
  ff_idle_watch_check (watch);
  g_assert_cmpuint (n, ==, 1);
  fake_seconds += 8 * 60 * 60; /* the lid was closed over night */
  ff_idle_watch_check (watch);
  g_assert_cmpuint (n, ==, 2);
}

/* Wrong ones elsewhere make this one too soon: it is kept, since it was not tried. */
static void
test_too_soon (void)
{
  g_autofree char *folder = ff_test_lock_make_folder ();
  g_autofree char *key = ff_passphrase_set (folder, FF_TEST_LOCK_PASSPHRASE, NULL);
  GtkWidget *window = g_object_ref_sink (adw_window_new ());
  GtkWidget *page = ff_unlock_page_new (folder);
  GtkWidget *entry = ff_test_find (page, GTK_TYPE_PASSWORD_ENTRY, NULL);

  g_assert_nonnull (key);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (entry), FF_TEST_LOCK_PASSPHRASE);
  for (guint i = 0; i < 9 && ff_passphrase_get_wait (folder) == 0; i++)
    g_assert_null (ff_passphrase_unlock (folder, "not this one", NULL));
  ff_test_press (page, "_Unlock");
  ff_test_until (ff_test_says (page, "The next try can be made in")
                 && gtk_widget_is_sensitive (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, FF_TEST_LOCK_PASSPHRASE);

  gtk_window_destroy (GTK_WINDOW (window));
  ff_test_settle ();
  g_assert_finalize_object (window);
  ff_test_remove_tree (folder);
}

/* --- Preferences --- */

static void
test_preferences (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  GtkWidget *without = g_object_ref_sink (GTK_WIDGET (ff_lock_preferences_new (settings, FALSE)));
  GtkWidget *with = g_object_ref_sink (GTK_WIDGET (ff_lock_preferences_new (settings, TRUE)));
  GtkWidget *minutes = ff_test_find (with, ADW_TYPE_COMBO_ROW, "Lock When Not Used");
  GtkWidget *session = ff_test_find (with, ADW_TYPE_SWITCH_ROW, "Lock with the Computer");
  GtkWidget *set = ff_test_find (without, ADW_TYPE_BUTTON_ROW, "_Set a Passphrase…");
  /* What is set, and what is shown for it: the next longer time, or never. */
  const int shown[][2] = { { 2, 0 }, { 3, 1 }, { 10, 2 }, { 30, 4 }, { 240, 4 }, { 0, 5 } };

  g_assert_true (gtk_widget_get_visible (set));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (set)), ==, "app.set-passphrase");
  g_assert_false (
      gtk_widget_get_visible (ff_test_find (without, ADW_TYPE_COMBO_ROW, "Lock When Not Used")));
  g_assert_false (
      gtk_widget_get_visible (ff_test_find (with, ADW_TYPE_BUTTON_ROW, "_Set a Passphrase…")));
  g_assert_true (
      gtk_widget_get_visible (ff_test_find (with, ADW_TYPE_BUTTON_ROW, "_Change the Passphrase…")));
  g_assert_true (
      gtk_widget_get_visible (ff_test_find (with, ADW_TYPE_BUTTON_ROW, "_Remove the Passphrase…")));

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_settings_set_int (settings, "lock-after-minutes", shown[i][0]);
      g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (minutes)), ==, shown[i][1]);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (minutes), 1);
  g_assert_cmpint (g_settings_get_int (settings, "lock-after-minutes"), ==, 5);
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (session)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (session), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "lock-with-session"));

  g_settings_reset (settings, "lock-after-minutes");
  g_settings_reset (settings, "lock-with-session");
  g_assert_finalize_object (with);
  g_assert_finalize_object (without);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lock-parts/strength", test_strength);
  g_test_add_func ("/lock-parts/form", test_form);
  g_test_add_func ("/lock-parts/form-with-old", test_form_with_old);
  g_test_add_func ("/lock-parts/idle", test_idle);
  g_test_add_func ("/lock-parts/preferences", test_preferences);
  if (ff_passphrase_is_supported ())
    g_test_add_func ("/lock-parts/too-soon", test_too_soon);

  return g_test_run ();
}
