/* ff-test-schedule.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of the schedule, made and waited for.
 */

#pragma once

#include "ff-schedule-edit.h"
#include "ff-test-store.h"

/* The step, for ff_test_undo(). */
static inline guint64
ff_test_apply (FfStore *store, FfScheduleEdit *edit)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  guint64 step;

  ff_schedule_edit_apply_async (edit, store, NULL, NULL, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  step = ff_schedule_edit_apply_finish (store, done, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step, >, 0);
  return step;
}

static inline guint64
ff_test_save_meeting (FfStore *store, FfMeeting *meeting)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_schedule_edit_save_meeting (edit, meeting);
  return ff_test_apply (store, edit);
}

static inline guint64
ff_test_save_override (FfStore *store, FfOverride *override)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_schedule_edit_save_override (edit, override);
  return ff_test_apply (store, edit);
}

static inline guint64
ff_test_delete_meeting (FfStore *store, const char *uid)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_schedule_edit_delete_meeting (edit, uid);
  return ff_test_apply (store, edit);
}

static inline void
ff_test_undo (FfStore *store, guint64 step)
{
  GAsyncResult *result = NULL;

  ff_store_undo_async (store, step, ff_test_on_result, &result);
  ff_test_assert_written (store, &result);
}
