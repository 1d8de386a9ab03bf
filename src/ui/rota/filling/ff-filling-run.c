/* ff-filling-run.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the rota, has it solved and described, each in a thread of its own, and tells how it gets on.
 */

#include "ff-config.h"

#include "ff-filling-run.h"

#include <glib/gi18n-lib.h>

#include "ff-filling-line.h"
#include "ff-rota-reading.h"
#include "ff-rota-solving.h"

struct _FfFillingRun
{
  GObject parent_instance;

  FfContext *context;
  char *group; /* (nullable) */
  GDateTime *from, *until;
  double seconds;
  GCancellable *solving; /* it ends with the best so far */
  GCancellable *running; /* it ends with nothing */
  gboolean is_abandoned;
};

enum
{
  PROGRESS,
  FOUND,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfFillingRun, ff_filling_run, G_TYPE_OBJECT)

static void
fail (FfFillingRun *self, const char *why)
{
  g_signal_emit (self, signals[FAILED], 0, why);
}

static void
on_described (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfFillingRun) self = data;
  g_autoptr (GPtrArray) lines = ff_filling_lines_make_finish (result, NULL);

  if (!self->is_abandoned)
    g_signal_emit (self, signals[FOUND], 0, source, lines);
}

static void
on_progress (FfRotaPlan *best, double share, gpointer data)
{
  FfFillingRun *self = data;

  if (!self->is_abandoned && best != NULL)
    g_signal_emit (self, signals[PROGRESS], 0, best, share);
}

static void
on_solved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfFillingRun) self = data;
  g_autoptr (FfRotaPlan) plan = ff_rota_solve_finish (result);

  if (!self->is_abandoned)
    ff_filling_lines_make_async (plan, self->running, on_described, g_object_ref (self));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfFillingRun) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRota) rota = ff_rota_reading_finish (result, &error);

  if (self->is_abandoned)
    return;
  if (rota == NULL)
    fail (self, error->message);
  else if (ff_rota_get_slots (rota)->len == 0)
    fail (self, _ ("No meeting is held in these weeks, so there is no place to fill. Choose more "
                   "weeks."));
  else
    ff_rota_solve_async (rota, FF_SOLVING_DECOMPOSED, self->seconds, on_progress, self,
                         self->solving, on_solved, g_object_ref (self));
}

static void
ff_filling_run_finalize (GObject *object)
{
  FfFillingRun *self = FF_FILLING_RUN (object);

  g_clear_object (&self->context);
  g_clear_object (&self->solving);
  g_clear_object (&self->running);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);

  G_OBJECT_CLASS (ff_filling_run_parent_class)->finalize (object);
}

static void
ff_filling_run_class_init (FfFillingRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_filling_run_finalize;

  /**
   * FfFillingRun::progress:
   * @self: an attempt
   * @best: the best so far
   * @share: how much of the time is over, 0 to 1
   *
   * Emitted a few times a second at most.
   */
  signals[PROGRESS] = g_signal_new ("progress", FF_TYPE_FILLING_RUN, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 2, FF_TYPE_ROTA_PLAN, G_TYPE_DOUBLE);

  /**
   * FfFillingRun::found:
   * @self: an attempt
   * @plan: the best that was found
   * @lines: (element-type FfFillingLine): what would be different, and what stays empty
   *
   * Emitted once at the most, as the last one.
   */
  signals[FOUND] = g_signal_new ("found", FF_TYPE_FILLING_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, FF_TYPE_ROTA_PLAN, G_TYPE_PTR_ARRAY);

  /**
   * FfFillingRun::failed:
   * @self: an attempt
   * @why: a sentence
   *
   * Emitted once at the most, as the last one.
   */
  signals[FAILED] = g_signal_new ("failed", FF_TYPE_FILLING_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ff_filling_run_init (FfFillingRun *self)
{
  self->solving = g_cancellable_new ();
  self->running = g_cancellable_new ();
}

/**
 * ff_filling_run_new:
 * @context: where the store is
 * @group: (nullable): uid of the group whose places are filled; %NULL for all groups'
 * @from: places that begin then or later …
 * @until: … and before this
 * @seconds: how long it may be solved
 *
 * Returns: (transfer full): an attempt that waits for ff_filling_run_start()
 */
FfFillingRun *
ff_filling_run_new (FfContext *context,
                    const char *group,
                    GDateTime *from,
                    GDateTime *until,
                    double seconds)
{
  FfFillingRun *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (from != NULL && until != NULL, NULL);

  self = g_object_new (FF_TYPE_FILLING_RUN, NULL);
  self->context = g_object_ref (context);
  self->group = g_strdup (group);
  self->from = g_date_time_ref (from);
  self->until = g_date_time_ref (until);
  self->seconds = seconds;
  return self;
}

/**
 * ff_filling_run_start:
 * @self: an attempt, not yet started
 *
 * It holds on to itself until it is over.
 */
void
ff_filling_run_start (FfFillingRun *self)
{
  g_return_if_fail (FF_IS_FILLING_RUN (self));

  ff_rota_reading_async (self->context, self->group, self->from, self->until, self->running,
                         on_read, g_object_ref (self));
}

/**
 * ff_filling_run_keep:
 * @self: an attempt that is under way
 *
 * Ends the solving; the best so far is described and given as what was found.
 */
void
ff_filling_run_keep (FfFillingRun *self)
{
  g_return_if_fail (FF_IS_FILLING_RUN (self));

  g_cancellable_cancel (self->solving);
}

/**
 * ff_filling_run_get_kept:
 * @self: an attempt
 *
 * Returns: whether it was ended before its time
 */
gboolean
ff_filling_run_get_kept (FfFillingRun *self)
{
  g_return_val_if_fail (FF_IS_FILLING_RUN (self), FALSE);

  return g_cancellable_is_cancelled (self->solving);
}

/**
 * ff_filling_run_abandon:
 * @self: an attempt
 *
 * Ends it as soon as can be; it emits nothing from now on.
 */
void
ff_filling_run_abandon (FfFillingRun *self)
{
  g_return_if_fail (FF_IS_FILLING_RUN (self));

  self->is_abandoned = TRUE;
  g_cancellable_cancel (self->solving);
  g_cancellable_cancel (self->running);
}
