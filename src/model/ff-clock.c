/* ff-clock.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What time it is now, which a test or a demonstration may set.
 */

#include "ff-clock.h"

struct _FfClock
{
  GObject parent_instance;

  gboolean is_set;
  gint64 set_to; /* µs since 1970 UTC */
  gint64 set_at; /* µs, monotonic */
  guint timeout;
};

enum
{
  TICK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfClock, ff_clock, G_TYPE_OBJECT)

static gint64
get_now (FfClock *self)
{
  return self->is_set ? self->set_to + g_get_monotonic_time () - self->set_at : g_get_real_time ();
}

static gboolean on_minute (gpointer user_data);

static void
wait_for_next_minute (FfClock *self)
{
  gint64 left = G_TIME_SPAN_MINUTE - get_now (self) % G_TIME_SPAN_MINUTE;

  g_clear_handle_id (&self->timeout, g_source_remove);
  /* rounded up: a millisecond early would be the old minute */
  self->timeout = g_timeout_add ((guint) (left / 1000 + 1), on_minute, self);
  g_source_set_name_by_id (self->timeout, "[fourfold] minute");
}

static gboolean
on_minute (gpointer user_data)
{
  g_autoptr (FfClock) self = g_object_ref (user_data);

  self->timeout = 0;
  wait_for_next_minute (self);
  g_signal_emit (self, signals[TICK], 0);

  return G_SOURCE_REMOVE;
}

static void
ff_clock_dispose (GObject *object)
{
  FfClock *self = FF_CLOCK (object);

  g_clear_handle_id (&self->timeout, g_source_remove);

  G_OBJECT_CLASS (ff_clock_parent_class)->dispose (object);
}

static void
ff_clock_class_init (FfClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_clock_dispose;

  /**
   * FfClock::tick:
   *
   * A new minute has begun, or the clock was set. Needs a main loop.
   */
  signals[TICK] = g_signal_new ("tick", FF_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
ff_clock_init (FfClock *self)
{
  wait_for_next_minute (self);
}

/**
 * ff_clock_new:
 *
 * Returns: (transfer full): a clock that shows the real time
 */
FfClock *
ff_clock_new (void)
{
  return g_object_new (FF_TYPE_CLOCK, NULL);
}

/**
 * ff_clock_get_now:
 *
 * Returns: (transfer full): the time, in the computer's zone
 */
GDateTime *
ff_clock_get_now (FfClock *self)
{
  g_return_val_if_fail (FF_IS_CLOCK (self), NULL);

  return g_date_time_new_from_unix_local_usec (get_now (self));
}

/**
 * ff_clock_set_now:
 * @now: (nullable): the time that it is to show now, and go on from; %NULL goes back to the real time
 */
void
ff_clock_set_now (FfClock *self, GDateTime *now)
{
  g_return_if_fail (FF_IS_CLOCK (self));

  self->is_set = now != NULL;
  if (now != NULL)
    {
      self->set_to = g_date_time_to_unix_usec (now);
      self->set_at = g_get_monotonic_time ();
    }

  wait_for_next_minute (self);
  g_signal_emit (self, signals[TICK], 0);
}
