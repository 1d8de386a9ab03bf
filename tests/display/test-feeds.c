/* test-feeds.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group's calendar file follows the schedule, and word of one that cannot be written comes once.
 */

#include "ff-config.h"

#include "ff-feeds.h"
#include "ff-schedule-edit.h"
#include "ff-test-shell.h"

static void
on_saved (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (ff_schedule_edit_apply_finish (FF_STORE (source), result, &error), !=, 0);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
save_group (FfTestShell *shell, const char *name)
{
  g_autoptr (FfGroup) group = ff_group_new ("g1");
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("m1");
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  const FfWallTime start = { 2026, 11, 24, 19, 0 };
  gboolean done = FALSE;

  ff_group_set_name (group, name);
  ff_group_set_zone (group, "Europe/London");
  ff_meeting_set_group (meeting, "g1");
  ff_meeting_set_title (meeting, name);
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, 60);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY;BYDAY=TU");
  ff_meeting_set_zone (meeting, "Europe/London");
  ff_schedule_edit_save_group (edit, group);
  ff_schedule_edit_save_meeting (edit, meeting);
  ff_schedule_edit_apply_async (edit, shell->store, NULL, NULL, NULL, on_saved, &done);
  ff_test_until (done);
}

static gboolean
says (const char *path, const char *words)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, words) != NULL;
}

static void
failed_cb (FfFeeds *feeds, const char *message, GPtrArray *said)
{
  g_ptr_array_add (said, g_strdup (message));
}

static void
test_follows (void)
{
  FfTestShell shell;
  g_autoptr (FfFeeds) feeds = NULL;
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = NULL;
  g_autofree char *nowhere = NULL;
  GSettings *settings;
  gint64 later;

  ff_test_shell_set_up (&shell);
  settings = ff_context_get_settings (shell.context);
  path = g_build_filename (shell.folder, "feed.ics", NULL);
  nowhere = g_build_filename (shell.folder, "nowhere", "feed.ics", NULL);
  save_group (&shell, "Harbour");
  feeds = ff_feeds_new (shell.store, settings);
  g_signal_connect (feeds, "failed", G_CALLBACK (failed_cb), said);

  ff_feeds_set_path (settings, "g1", path);
  ff_test_until (says (path, "SUMMARY:Harbour"));
  save_group (&shell, "Lighthouse");
  ff_test_until (says (path, "SUMMARY:Lighthouse"));
  g_assert_cmpuint (said->len, ==, 0);

  ff_feeds_set_path (settings, "g1", nowhere);
  ff_test_until (said->len == 1);
  g_assert_nonnull (strstr (said->pdata[0], nowhere));
  /* Another change meets the same trouble, which is known by now. */
  save_group (&shell, "Harbour");
  later = g_get_monotonic_time () + 3 * G_USEC_PER_SEC;
  ff_test_until (g_get_monotonic_time () > later);
  g_assert_cmpuint (said->len, ==, 1);
  g_assert_true (says (path, "SUMMARY:Lighthouse"));

  ff_feeds_set_path (settings, "g1", NULL);
  ff_test_until (G_OBJECT (feeds)->ref_count == 1);
  g_assert_finalize_object (g_steal_pointer (&feeds));
  ff_test_shell_tear_down (&shell);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/feeds/follows", test_follows);
  return g_test_run ();
}
