/* ff-context.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every view is handed: the store, the clock, the settings and the programmes.
 */

#pragma once

#include <gio/gio.h>

#include "ff-clock.h"
#include "ff-programme.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_CONTEXT (ff_context_get_type ())

G_DECLARE_FINAL_TYPE (FfContext, ff_context, FF, CONTEXT, GObject)

FfContext   *ff_context_new            (FfStore    *store,
                                        FfClock    *clock,
                                        GSettings  *settings,
                                        GPtrArray  *programmes); /* (element-type FfProgramme) */
FfStore     *ff_context_get_store      (FfContext  *self);
FfClock     *ff_context_get_clock      (FfContext  *self);
GSettings   *ff_context_get_settings   (FfContext  *self);
GPtrArray   *ff_context_get_programmes (FfContext  *self);

G_END_DECLS
