/* test-sample-removed.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up data taken out again: all of it, nothing that was put beside it, and no word of it left in the file.
 */

#include "ff-group-repository.h"
#include "ff-roster-edit.h"
#include "ff-roster-repository.h"
#include "ff-session-repository.h"
#include "ff-store-error.h"
#include "ff-test-sample.h"

/* Somebody real who did what the sample's roles require. */
static void
add_real_volunteer (FfTestSample *f)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) volunteer = ff_volunteer_new ("real");
  g_autoptr (GPtrArray) requirements = ff_roster_repository_list_requirements (f->store, NULL);
  g_autoptr (GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, "Real");
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "UTC");
  g_ptr_array_add (ff_volunteer_get_trainings (volunteer),
                   ff_training_new (ff_requirement_get_uid (requirements->pdata[0]), "2026-01-01",
                                    NULL, NULL));
  ff_roster_edit_save_volunteer (edit, volunteer);
  ff_roster_edit_apply_async (edit, f->store, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  g_assert_cmpuint (ff_roster_edit_apply_finish (f->store, done, NULL), >, 0);
}

/* Only into an empty folder; taken out again it leaves what is real. */
static void
test_remove (FfTestSample *f, gconstpointer data)
{
  g_autoptr (GDateTime) now = ff_test_sample_make_now (f, 15, 10);
  g_autoptr (FfGroup) group = ff_group_new ("real");
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ff_test_sample_fill (f, f->store, FF_SAMPLE_FACILITATOR, 1);
  ff_sample_fill_async (f->store, FF_SAMPLE_FACILITATOR, 1, now, ff_test_on_result, &result);
  g_assert_false (ff_test_written (f->store, &result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);

  ff_group_set_name (group, "Real");
  ff_group_set_programme (group, "own");
  ff_group_set_zone (group, "UTC");
  ff_group_repository_save_async (f->store, group, NULL, ff_test_on_result, &result);
  ff_test_assert_written (f->store, &result);
  add_real_volunteer (f);
  ff_sample_remove_async (f->store, ff_test_on_result, &result);
  ff_test_assert_written (f->store, &result);
  groups = ff_group_repository_list (f->store, NULL);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpstr (ff_group_get_uid (groups->pdata[0]), ==, "real");
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM plan_items"), ==, 0);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM session_handouts"), ==,
                   0);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM holiday_calendars"), ==,
                   0);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM own_handouts"), ==, 0);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM handout_marks"), ==, 0);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM help_lines"), ==, 0);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM volunteers"), ==, 1);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM assignments"), ==, 0);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM requirements"), ==, 1);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM needs"), ==, 0);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM roles"), ==, 5);
  /* The search index is as careful afterwards as it was before, and sound. */
  g_assert_cmpint (ff_test_sample_count (
                       f->store, "SELECT v FROM search_words_config WHERE k = 'secure-delete'"),
                   ==, 1);
  ff_test_sample_assert_sound (f);
}

/* A roster without any group is somebody's as well. */
static void
test_roster_in_the_way (FfTestSample *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfRequirement) requirement = ff_requirement_new (NULL);
  g_autoptr (GDateTime) now = ff_test_sample_make_now (f, 15, 10);
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ff_requirement_set_name (requirement, "Real");
  ff_roster_edit_save_requirement (edit, requirement);
  ff_roster_edit_apply_async (edit, f->store, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = g_steal_pointer (&result);
  ff_sample_fill_async (f->store, FF_SAMPLE_FACILITATOR, 1, now, ff_test_on_result, &result);
  g_assert_false (ff_test_written (f->store, &result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "volunteers or trainings"));
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM groups"), ==, 0);
}

/* A word that only a sample's note had is in no byte of the file once the sample is out. */
static void
test_remove_leaves_no_word (FfTestSample *f, gconstpointer data)
{
  static const char word[] = "Glockenspielunterricht";
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  GAsyncResult *result = NULL;

  ff_test_sample_fill (f, f->store, FF_SAMPLE_FACILITATOR, 1);
  sessions = ff_session_repository_list (f->store, NULL, 1, 0, NULL);
  check_ins = ff_session_repository_list_check_ins (f->store,
                                                    ff_session_get_uid (sessions->pdata[0]), NULL);
  ff_check_in_set_note (check_ins->pdata[0], word);
  ff_session_repository_save_check_in_async (f->store, check_ins->pdata[0], NULL, NULL,
                                             ff_test_on_result, &result);
  ff_test_assert_written (f->store, &result);
  ff_sample_remove_async (f->store, ff_test_on_result, &result);
  ff_test_assert_written (f->store, &result);
  ff_test_close (g_steal_pointer (&f->store));

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_null (memmem (bytes, length, word, sizeof word - 1));
  for (char *byte = bytes; byte < bytes + length; byte++)
    *byte = g_ascii_tolower (*byte);
  g_assert_null (memmem (bytes, length, "glockenspielunterricht", sizeof word - 1));
  f->store = ff_test_open (f->folder);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/sample-removed/" name, FfTestSample, NULL, ff_test_sample_set_up, func,            \
              ff_test_sample_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("remove", test_remove);
  ADD ("roster-in-the-way", test_roster_in_the_way);
  ADD ("remove-leaves-no-word", test_remove_leaves_no_word);

  return g_test_run ();
}
