/* ff-test-rota.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small rota in a real store: a group that meets on Tuesdays, and who could run it.
 */

#pragma once

#include <sqlite3.h>

#include "ff-assignment-repository.h"
#include "ff-roster-edit.h"
#include "ff-roster-repository.h"
#include "ff-test-page.h"

static inline void
ff_test_rota_apply (FfTestPage *f, FfRosterEdit *edit)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  f->result = NULL;
  ff_roster_edit_apply_async (edit, f->store, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  g_assert_cmpuint (ff_roster_edit_apply_finish (f->store, done, &error), >, 0);
  g_assert_no_error (error);
}

/* A facilitator near the meetings, not stored yet. */
static inline FfVolunteer *
ff_test_rota_make_volunteer (const char *uid, const char *name, const char *mail)
{
  const char *const roles[] = { FF_ROLE_UID_FACILITATOR, NULL };
  FfVolunteer *volunteer = ff_volunteer_new (uid);

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, name);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_MAIL, mail);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "America/Vancouver");
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_LANGUAGE, "en");
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_ROLES, roles);
  return volunteer;
}

static inline void
ff_test_rota_save_volunteer (FfTestPage *f, FfVolunteer *volunteer)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_save_volunteer (edit, volunteer);
  ff_test_rota_apply (f, edit);
}

static inline void
ff_test_rota_add_volunteer (FfTestPage *f, const char *uid, const char *name, const char *mail)
{
  g_autoptr (FfVolunteer) volunteer = ff_test_rota_make_volunteer (uid, name, mail);

  ff_test_rota_save_volunteer (f, volunteer);
}

/* Who facilitates needs a training that nobody has done. */
static inline void
ff_test_rota_require_training (FfTestPage *f)
{
  g_autoptr (FfRequirement) requirement = ff_requirement_new ("training");
  g_autoptr (GPtrArray) roles = ff_roster_repository_list_roles (f->store, NULL);
  const char *const requirements[] = { "training", NULL };
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_requirement_set_name (requirement, "First training");
  ff_roster_edit_save_requirement (edit, requirement);
  ff_role_set_requirements (g_ptr_array_index (roles, 0), requirements);
  ff_roster_edit_save_role (edit, g_ptr_array_index (roles, 0));
  ff_test_rota_apply (f, edit);
}

/* Weeks after Tuesday 24 November 2026, 19:00. */
static inline FfAssignment *
ff_test_rota_make_duty (const char *uid, const char *volunteer, int weeks)
{
  const FfWallTime first = { 2026, 11, 24, 19, 0 };
  const FfWallTime time = ff_wall_time_add_days (&first, 7 * weeks);
  FfAssignment *duty = ff_assignment_new (uid);

  ff_assignment_set_volunteer (duty, volunteer);
  ff_assignment_set_place (duty, "meeting-1", &time, FF_ROLE_UID_FACILITATOR, 0);
  return duty;
}

static inline void
ff_test_rota_add_duty (FfTestPage *f, const char *volunteer, int weeks, FfDutyStatus status)
{
  g_autoptr (FfAssignment) duty = ff_test_rota_make_duty (NULL, volunteer, weeks);
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_assignment_set_status (duty, status);
  ff_roster_edit_save_assignment (edit, duty);
  ff_test_rota_apply (f, edit);
}

static inline guint
ff_test_rota_count (FfTestPage *f, FfDutyStatus status)
{
  static const FfWallTime from = { 2020, 1, 1, 0, 0 }, until = { 2030, 1, 1, 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) duties
      = ff_assignment_repository_list (f->store, NULL, NULL, &from, &until, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < duties->len; i++)
    n += ff_assignment_get_status (g_ptr_array_index (duties, i)) == status ? 1 : 0;
  return n;
}

/* The store is damaged while it is open: a table of it is gone. */
static inline void
ff_test_rota_break (FfTestPage *f, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("ALTER TABLE %s RENAME TO gone", table);
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static inline void
ff_test_rota_set_up (FfTestPage *f, gconstpointer data)
{
  ff_test_page_set_up (f, data);
  g_object_unref (ff_test_page_add_group (f, "group-1", "Harbour"));
  ff_test_page_add_meeting (f, "meeting-1", "group-1", (FfWallTime) { 2026, 11, 24, 19, 0 },
                            "FREQ=WEEKLY");
  ff_test_page_present (f, adw_bin_new ());
}

static inline GtkWidget *
ff_test_rota_get_page (FfTestPage *f)
{
  return adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (adw_window_get_content (f->window)));
}

/* Waits until something is on the screen. */
static inline GtkWidget *
ff_test_rota_await (FfTestPage *f, GType type, const char *property, const char *text)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  GtkWidget *found;

  while ((found = ff_test_find (GTK_WIDGET (f->window), type, property, text)) == NULL)
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("“%s” does not appear", text);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  return found;
}

static inline void
ff_test_rota_click (FfTestPage *f, const char *label)
{
  GtkWidget *button = ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}
