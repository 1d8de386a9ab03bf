/* test-roster-refused.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of the roster and the rota that are not made: each with its sentence, and nothing of it done.
 */

#include "ff-test-roster.h"

static void
save_own_role (Fixture *f)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfRole) tea = ff_role_new ("tea");

  ff_role_set_name (tea, "Tea");
  ff_roster_edit_save_role (edit, tea);
  assert_applied (f, edit);
}

static void
delete_role (Fixture *f, const char *uid, const char *words)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_delete_role (edit, uid);
  if (words != NULL)
    assert_refused (f, edit, words);
  else
    assert_applied (f, edit);
}

static void
save_needs (Fixture *f, const char *role)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);

  if (role != NULL)
    g_ptr_array_add (needs, ff_need_new (f->group, NULL, role, 1, TRUE));
  ff_roster_edit_save_needs (edit, f->group, NULL, needs);
  assert_applied (f, edit);
}

/* Not while a meeting needs it, somebody takes it, or a duty was for it. */
static void
test_role (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) ann = make_volunteer ("ann", "Ann");
  g_autoptr (FfAssignment) duty = ff_assignment_new ("duty");

  delete_role (f, FF_ROLE_UID_CLINICIAN, "comes with Fourfold");
  save_own_role (f);
  save_needs (f, "tea");
  delete_role (f, "tea", "needed at meetings");
  save_needs (f, NULL);
  ff_volunteer_set_set (ann, FF_VOLUNTEER_ROLES, (const char *const[]) { "tea", NULL });
  ff_assignment_set_volunteer (duty, "ann");
  ff_assignment_set_place (duty, f->meeting, &tuesday, "tea", 0);
  ff_roster_edit_save_volunteer (edit, ann);
  ff_roster_edit_save_assignment (edit, duty);
  assert_applied (f, edit);
  delete_role (f, "tea", "takes this role");
  edit = ff_roster_edit_new ();
  ff_volunteer_set_set (ann, FF_VOLUNTEER_ROLES, NULL);
  ff_roster_edit_save_volunteer (edit, ann);
  assert_applied (f, edit);
  delete_role (f, "tea", "duties of this role");
  edit = ff_roster_edit_new ();
  ff_roster_edit_delete_assignment (edit, "duty");
  assert_applied (f, edit);
  delete_role (f, "tea", NULL);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM roles"), ==, 5);
}

static FfRosterEdit *
retire (Fixture *f, const char *uid, gboolean retired)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (GPtrArray) roles = ff_roster_repository_list_roles (f->store, NULL);

  for (guint i = 0; i < roles->len; i++)
    if (g_str_equal (ff_role_get_uid (roles->pdata[i]), uid))
      {
        ff_role_set_retired (roles->pdata[i], retired);
        ff_roster_edit_save_role (edit, roles->pdata[i]);
      }
  return edit;
}

/* Not while a meeting needs it, and never the one that is needed where nothing is said. */
static void
test_retire (Fixture *f, gconstpointer data)
{
  guint64 unneeded, retired;
  g_autoptr (GError) error = NULL;
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  assert_refused (f, retire (f, FF_ROLE_UID_HOST, TRUE), "needed at meetings");
  assert_refused (f, retire (f, FF_ROLE_UID_FACILITATOR, TRUE), "nothing else is set");
  g_assert_cmpint (ask (f, "SELECT count (*) FROM roles WHERE retired = 1"), ==, 0);
  ff_roster_edit_save_needs (edit, f->group, NULL, none);
  unneeded = assert_applied (f, edit);
  retired = assert_applied (f, retire (f, FF_ROLE_UID_HOST, TRUE));
  g_assert_cmpint (ask (f, "SELECT retired FROM roles WHERE uid = 'host'"), ==, 1);

  /* Needed again by what is taken back, it can be changed still, and brought back. */
  undo (f, unneeded, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM needs"), ==, 1);
  assert_applied (f, retire (f, FF_ROLE_UID_HOST, TRUE));
  undo (f, retired, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (f, "SELECT retired FROM roles WHERE uid = 'host'"), ==, 0);
}

/* Of somebody, something or some meeting that is gone since. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfAssignment) of_nobody = make_duty (f, NULL, "nobody", 0, 0);
  g_autoptr (FfAssignment) nowhere = make_duty (f, NULL, "ann", 0, 0);
  g_autoptr (FfVolunteer) ann = make_volunteer ("ann", "Ann");
  g_autoptr (FfRole) host = ff_role_new (FF_ROLE_UID_HOST);
  g_autoptr (FfHoursEntry) entry = ff_hours_entry_new (NULL, "nobody", "2026-11-01", 30, NULL);
  g_autoptr (GPtrArray) needs = g_ptr_array_new ();

  ff_roster_edit_save_assignment (edit, of_nobody);
  assert_refused (f, edit, "This volunteer is not there any more");
  edit = ff_roster_edit_new ();
  ff_assignment_set_place (nowhere, "gone", &tuesday, FF_ROLE_UID_HOST, 0);
  ff_roster_edit_save_assignment (edit, nowhere);
  assert_refused (f, edit, "The meeting of this duty");
  edit = ff_roster_edit_new ();
  ff_assignment_set_place (nowhere, f->meeting, &tuesday, "gone", 0);
  ff_roster_edit_save_assignment (edit, nowhere);
  assert_refused (f, edit, "The role of this duty");
  edit = ff_roster_edit_new ();
  ff_volunteer_set_set (ann, FF_VOLUNTEER_ROLES, (const char *const[]) { "gone", NULL });
  ff_roster_edit_save_volunteer (edit, ann);
  assert_refused (f, edit, "A role of this volunteer");
  edit = ff_roster_edit_new ();
  ff_volunteer_set_set (ann, FF_VOLUNTEER_ROLES, NULL);
  ff_volunteer_set_set (ann, FF_VOLUNTEER_GROUPS, (const char *const[]) { "gone", NULL });
  ff_roster_edit_save_volunteer (edit, ann);
  assert_refused (f, edit, "A group of this volunteer");
  edit = ff_roster_edit_new ();
  ff_role_set_requirements (host, (const char *const[]) { "gone", NULL });
  ff_roster_edit_save_role (edit, host);
  assert_refused (f, edit, "What this role requires");
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_needs (edit, f->group, "gone", needs);
  assert_refused (f, edit, "The meeting that these roles");
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_hours (edit, entry);
  assert_refused (f, edit, "The volunteer of these hours");
}

/* What a form would not let through does not get in by another way either. */
static void
test_checked (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) good = make_volunteer ("good", "Good");
  g_autoptr (FfVolunteer) bad = make_volunteer ("bad", "Bad");
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (ff_volunteer_get_absences (bad),
                   ff_absence_new ("2026-02-30", "2026-03-01", NULL));
  ff_roster_edit_save_volunteer (edit, good);
  ff_roster_edit_save_volunteer (edit, bad);
  g_assert_cmpuint (apply (f, edit, &error), ==, 0);
  g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM volunteers"), ==, 2);
  g_assert_cmpstr (f->changes->str, ==, "");
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) dee = make_volunteer ("dee", "Dee");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_roster_edit_is_empty (edit));
  ff_roster_edit_save_volunteer (edit, dee);
  g_assert_false (ff_roster_edit_is_empty (edit));
  g_cancellable_cancel (cancellable);
  ff_roster_edit_apply_async (edit, f->store, cancellable, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  g_assert_cmpuint (ff_roster_edit_apply_finish (f->store, done, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM volunteers"), ==, 2);
}

static void
on_cancelled_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRoster) roster
      = ff_roster_repository_load_finish (FF_STORE (source), result, &error);

  g_assert_null (roster);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

static void
test_read_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;
  gboolean done = FALSE;

  g_cancellable_cancel (cancellable);
  ff_roster_repository_load_async (f->store, cancellable, on_cancelled_read, &done);
  while (!done)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/roster-refused/%s", name);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("role", test_role);
  add ("retire", test_retire);
  add ("gone", test_gone);
  add ("checked", test_checked);
  add ("cancelled", test_cancelled);
  add ("read-cancelled", test_read_cancelled);
  return g_test_run ();
}
