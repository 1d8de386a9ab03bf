/* ff-context.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every view is handed: the store, the clock, the settings and the programmes.
 */

#include "ff-context.h"

struct _FfContext
{
  GObject parent_instance;

  FfStore *store;
  FfClock *clock;
  GSettings *settings;
  GPtrArray *programmes;
};

G_DEFINE_FINAL_TYPE (FfContext, ff_context, G_TYPE_OBJECT)

static void
ff_context_finalize (GObject *object)
{
  FfContext *self = FF_CONTEXT (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->programmes, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_context_parent_class)->finalize (object);
}

static void
ff_context_class_init (FfContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ff_context_finalize;
}

static void
ff_context_init (FfContext *self)
{
}

/**
 * ff_context_new:
 * @store: the open store
 * @clock: what time it is
 * @settings: the program's settings
 * @programmes: (element-type FfProgramme): all programmes, in the order to offer them
 *
 * Brings together what every view needs.
 *
 * Returns: (transfer full): the context
 */
FfContext *
ff_context_new (FfStore *store, FfClock *clock, GSettings *settings, GPtrArray *programmes)
{
  FfContext *self;

  g_return_val_if_fail (FF_IS_STORE (store), NULL);
  g_return_val_if_fail (FF_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (programmes != NULL, NULL);

  self = g_object_new (FF_TYPE_CONTEXT, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->programmes = g_ptr_array_ref (programmes);

  return self;
}

/**
 * ff_context_get_store:
 * @self: a context
 *
 * Returns: (transfer none): the open store
 */
FfStore *
ff_context_get_store (FfContext *self)
{
  g_return_val_if_fail (FF_IS_CONTEXT (self), NULL);

  return self->store;
}

/**
 * ff_context_get_clock:
 * @self: a context
 *
 * Returns: (transfer none): what time it is
 */
FfClock *
ff_context_get_clock (FfContext *self)
{
  g_return_val_if_fail (FF_IS_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * ff_context_get_settings:
 * @self: a context
 *
 * Returns: (transfer none): the program's settings
 */
GSettings *
ff_context_get_settings (FfContext *self)
{
  g_return_val_if_fail (FF_IS_CONTEXT (self), NULL);

  return self->settings;
}

/**
 * ff_context_get_programmes:
 * @self: a context
 *
 * Returns: (transfer none) (element-type FfProgramme): all programmes, in the order to offer them
 */
GPtrArray *
ff_context_get_programmes (FfContext *self)
{
  g_return_val_if_fail (FF_IS_CONTEXT (self), NULL);

  return self->programmes;
}
