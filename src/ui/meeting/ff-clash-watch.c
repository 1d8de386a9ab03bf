/* ff-clash-watch.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks, while a meeting is filled in, for others in the same room or on the same link at the same time.
 */

#include "ff-config.h"

#include "ff-clash-watch.h"
#include "ff-clash.h"
#include "ff-schedule-repository.h"

#define WAIT_MS 250
#define DAYS_AHEAD 366

struct _FfClashWatch
{
  GObject parent_instance;

  FfContext *context;
  FfMeetingForm *form;
  char *meeting;
  FfSchedule *schedule;
  gboolean is_loaded; /* or could not be */
  GCancellable *cancellable;
  guint timeout;
  guint changed; /* counts changes of the form */
  guint checked; /* the last change that was looked at */
  GPtrArray *clashes;
};

enum
{
  LOADED,
  CHECKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfClashWatch, ff_clash_watch, G_TYPE_OBJECT)

/* What the thread works on: nobody else changes it. */
typedef struct
{
  FfMeeting *meeting;
  FfSchedule *schedule;
  GDateTime *from;
  guint changed;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->meeting);
  g_object_unref (question->schedule);
  g_date_time_unref (question->from);
  g_free (question);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;

  g_task_return_pointer (
      task, ff_clash_find (question->meeting, question->schedule, question->from, DAYS_AHEAD),
      (GDestroyNotify) g_ptr_array_unref);
}

static void
take_clashes (FfClashWatch *self, GPtrArray *clashes, guint changed)
{
  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  self->clashes = clashes;
  self->checked = changed;
  g_signal_emit (self, signals[CHECKED], 0);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfClashWatch *self = FF_CLASH_WATCH (source);
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) clashes = g_task_propagate_pointer (G_TASK (result), NULL);

  if (clashes != NULL && self->form != NULL && question->changed == self->changed)
    take_clashes (self, g_steal_pointer (&clashes), question->changed);
}

static void
check (FfClashWatch *self)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (FfMeeting) built = NULL;
  Question *question;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!self->is_loaded)
    return;
  if (self->schedule == NULL || !ff_meeting_form_get_valid (self->form))
    {
      take_clashes (self, g_ptr_array_new (), self->changed);
      return;
    }
  built = ff_meeting_form_build (self->form);
  question = g_new0 (Question, 1);
  question->meeting
      = self->meeting != NULL ? ff_meeting_copy_as (built, self->meeting) : g_object_ref (built);
  question->schedule = g_object_ref (self->schedule);
  question->from = ff_clock_get_now (ff_context_get_clock (self->context));
  question->changed = self->changed;
  task = g_task_new (self, self->cancellable, on_found, NULL);
  g_task_set_source_tag (task, check);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_in_thread);
}

static gboolean
on_timeout (gpointer data)
{
  FfClashWatch *self = data;

  self->timeout = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (FfClashWatch *self)
{
  self->changed++;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (WAIT_MS, on_timeout, self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfClashWatch) self = user_data;

  if (self->form == NULL)
    return;
  self->schedule = ff_schedule_repository_read_finish (FF_STORE (source), result, NULL);
  self->is_loaded = TRUE;
  g_signal_emit (self, signals[LOADED], 0);
  check (self);
}

static void
ff_clash_watch_dispose (GObject *object)
{
  FfClashWatch *self = FF_CLASH_WATCH (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->form);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  g_clear_pointer (&self->meeting, g_free);

  G_OBJECT_CLASS (ff_clash_watch_parent_class)->dispose (object);
}

static void
ff_clash_watch_class_init (FfClashWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_clash_watch_dispose;

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[CHECKED] = g_signal_new ("checked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_clash_watch_init (FfClashWatch *self)
{
  self->clashes = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  self->changed = 1;
}

/**
 * ff_clash_watch_new:
 * @context: what the views share
 * @form: a meeting that is being filled in
 * @meeting: (nullable): the uid under which it is in the schedule already, which it cannot clash with
 *
 * Reads the schedule once, and compares the form with it now and whenever it changes; where it cannot be
 * read, nothing clashes.
 *
 * Returns: (transfer full): a watch
 */
FfClashWatch *
ff_clash_watch_new (FfContext *context, FfMeetingForm *form, const char *meeting)
{
  FfClashWatch *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_MEETING_FORM (form), NULL);

  self = g_object_new (FF_TYPE_CLASH_WATCH, NULL);
  self->context = g_object_ref (context);
  self->form = g_object_ref (form);
  self->meeting = g_strdup (meeting);
  g_signal_connect_object (form, "notify", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_meeting_form_get_repeat (form), "notify", G_CALLBACK (on_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_meeting_form_get_venue (form), "notify", G_CALLBACK (on_changed),
                           self, G_CONNECT_SWAPPED);
  ff_schedule_repository_read_async (ff_context_get_store (context), NULL, self->cancellable,
                                     on_read, g_object_ref (self));
  return self;
}

/**
 * ff_clash_watch_get_schedule:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the schedule as it was when the form was opened; %NULL until it is
 *   read
 */
FfSchedule *
ff_clash_watch_get_schedule (FfClashWatch *self)
{
  g_return_val_if_fail (FF_IS_CLASH_WATCH (self), NULL);

  return self->schedule;
}

/**
 * ff_clash_watch_get_sure:
 * @self: a watch
 *
 * Returns: whether the form was compared as it is now
 */
gboolean
ff_clash_watch_get_sure (FfClashWatch *self)
{
  g_return_val_if_fail (FF_IS_CLASH_WATCH (self), FALSE);

  return self->checked == self->changed;
}

/**
 * ff_clash_watch_get_clashes:
 * @self: a watch
 *
 * Returns: (element-type FfClash) (transfer none): what was found when it was last compared: the first
 *   clash with each other meeting, soonest first
 */
GPtrArray *
ff_clash_watch_get_clashes (FfClashWatch *self)
{
  g_return_val_if_fail (FF_IS_CLASH_WATCH (self), NULL);

  return self->clashes;
}

/**
 * ff_clash_watch_check_now:
 * @self: a watch
 *
 * Compares the form now; "checked" is emitted when it is done.
 */
void
ff_clash_watch_check_now (FfClashWatch *self)
{
  g_return_if_fail (FF_IS_CLASH_WATCH (self));

  check (self);
}
