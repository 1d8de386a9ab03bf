/* ff-reminders.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says when it is time to remind people of meetings, while they want it.
 */

#include "ff-config.h"

#include "ff-reminders.h"

#include "ff-schedule-repository.h"

/* What is looked ahead; a new day's dates are read when it is nearly over. */
#define HOURS_AHEAD 26
/* Several changes in a row are read once. */
#define READ_AFTER_MS 500

struct _FfReminders
{
  GObject parent_instance;

  FfContext *context;
  GCancellable *cancellable; /* of what is being read */
  guint read_id;
  GPtrArray *plan; /* (nullable) of FfReminder: until it was read */
  GDateTime *from; /* what the plan covers */
  GDateTime *until;
};

enum
{
  DUE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfReminders, ff_reminders, G_TYPE_OBJECT)

static GSettings *
get_settings (FfReminders *self)
{
  return ff_context_get_settings (self->context);
}

static void
remember (FfReminders *self, GPtrArray *due, GDateTime *now)
{
  g_auto (GStrv) shown = g_settings_get_strv (get_settings (self), "reminders-shown");
  g_auto (GStrv) kept = ff_reminder_keep ((const char *const *) shown, now);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (keys, (const char **) kept);
  for (guint i = 0; i < due->len; i++)
    g_strv_builder_take (keys, ff_reminder_get_key (g_ptr_array_index (due, i)));
  all = g_strv_builder_end (keys);
  g_settings_set_strv (get_settings (self), "reminders-shown", (const char *const *) all);
}

static void
tell (FfReminders *self, GDateTime *now)
{
  g_auto (GStrv) shown = g_settings_get_strv (get_settings (self), "reminders-shown");
  g_autoptr (GPtrArray) due
      = ff_reminder_list_due (self->plan, now,
                              g_settings_get_int (get_settings (self), "reminder-minutes"),
                              (const char *const *) shown);

  if (due->len == 0)
    return;

  /* Whatever becomes of the notification, it does not come twice. */
  remember (self, due, now);
  g_signal_emit (self, signals[DUE], 0, due);
}

static gboolean
is_covered (FfReminders *self, GDateTime *now)
{
  g_autoptr (GDateTime) last
      = g_date_time_add_minutes (now, g_settings_get_int (get_settings (self), "reminder-minutes"));

  return g_date_time_compare (now, self->from) >= 0 && g_date_time_compare (last, self->until) < 0;
}

static void read_soon (FfReminders *self);

/* At each minute, and when the clock was set or the computer has slept: the time is looked at, not waited for. */
static void
look (FfReminders *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  if (self->plan == NULL)
    return;
  if (is_covered (self, now))
    tell (self, now);
  else
    read_soon (self);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfReminders *self = FF_REMINDERS (source);
  g_autoptr (GPtrArray) plan = g_task_propagate_pointer (G_TASK (result), NULL);

  if (plan == NULL)
    return;

  g_clear_pointer (&self->plan, g_ptr_array_unref);
  self->plan = g_steal_pointer (&plan);
  look (self);
}

typedef struct
{
  FfSchedule *schedule;
  GDateTime *from;
  GDateTime *until;
} Stretch;

static void
stretch_free (gpointer data)
{
  Stretch *stretch = data;

  g_clear_object (&stretch->schedule);
  g_clear_pointer (&stretch->from, g_date_time_unref);
  g_clear_pointer (&stretch->until, g_date_time_unref);
  g_free (stretch);
}

static void
plan_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Stretch *stretch = data;
  GPtrArray *plan
      = ff_reminder_plan (stretch->schedule, stretch->from, stretch->until, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, plan, (GDestroyNotify) g_ptr_array_unref);
  else
    g_clear_pointer (&plan, g_ptr_array_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfReminders) self = FF_REMINDERS (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSchedule) schedule
      = ff_schedule_repository_read_finish (FF_STORE (source), result, &error);
  g_autoptr (GTask) task = NULL;
  g_autoptr (GDateTime) now = NULL;
  Stretch *stretch;

  if (self->context == NULL || self->cancellable == NULL)
    return;
  if (schedule == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Meetings could not be read for the reminders: %s", error->message);
      return;
    }

  now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);
  self->from = g_date_time_ref (now);
  self->until = g_date_time_add_minutes (
      now, HOURS_AHEAD * 60 + g_settings_get_int (get_settings (self), "reminder-minutes"));

  stretch = g_new0 (Stretch, 1);
  stretch->schedule = g_steal_pointer (&schedule);
  stretch->from = g_date_time_ref (self->from);
  stretch->until = g_date_time_ref (self->until);
  task = g_task_new (self, self->cancellable, planned_cb, NULL);
  g_task_set_task_data (task, stretch, stretch_free);
  g_task_run_in_thread (task, plan_thread);
}

static void
forget (FfReminders *self)
{
  g_clear_handle_id (&self->read_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
}

static gboolean
read_due_cb (gpointer user_data)
{
  FfReminders *self = FF_REMINDERS (user_data);
  FfStore *store = ff_context_get_store (self->context);

  self->read_id = 0;
  if (ff_store_get_folder (store) == NULL)
    return G_SOURCE_REMOVE;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ff_schedule_repository_read_async (store, NULL, self->cancellable, read_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
read_soon (FfReminders *self)
{
  if (self->read_id == 0)
    self->read_id = g_timeout_add (READ_AFTER_MS, read_due_cb, self);
}

static void
update (FfReminders *self)
{
  if (g_settings_get_boolean (get_settings (self), "reminders"))
    read_soon (self);
  else
    forget (self);
}

static void
store_changed_cb (FfReminders *self, int aggregate, char **uids)
{
  /* What happened at a meeting does not change when the next one is. */
  if (aggregate != FF_AGGREGATE_SESSION)
    update (self);
}

static void
ff_reminders_dispose (GObject *object)
{
  FfReminders *self = FF_REMINDERS (object);

  forget (self);
  g_clear_object (&self->context);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);

  G_OBJECT_CLASS (ff_reminders_parent_class)->dispose (object);
}

static void
ff_reminders_class_init (FfRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_reminders_dispose;

  /**
   * FfReminders::due:
   * @due: (element-type FfReminder): what it is time for, soonest first
   */
  signals[DUE] = g_signal_new ("due", FF_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
ff_reminders_init (FfReminders *self)
{
}

/**
 * ff_reminders_new:
 * @context: whose meetings, clock and settings
 *
 * Reads the meetings of the next day while the settings want reminders, and again when meetings change, and looks
 * each minute whether it is time for one.
 *
 * Returns: (transfer full): what does so for as long as it is kept
 */
FfReminders *
ff_reminders_new (FfContext *context)
{
  FfReminders *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  self = g_object_new (FF_TYPE_REMINDERS, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (ff_context_get_clock (context), "tick", G_CALLBACK (look), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_settings (self), "changed::reminders", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_settings (self), "changed::reminder-minutes", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
