/* ff-context.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every view is handed: the store, the clock, the settings, the programmes, and whether names are shown.
 */

#pragma once

#include <gio/gio.h>

#include "ff-clock.h"
#include "ff-programme.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_CONTEXT (ff_context_get_type ())

G_DECLARE_FINAL_TYPE (FfContext, ff_context, FF, CONTEXT, GObject)

/* property: "hide-names" (read-write) */
FfContext   *ff_context_new            (FfStore    *store,
                                        FfClock    *clock,
                                        GSettings  *settings,
                                        GPtrArray  *programmes); /* (element-type FfProgramme) */
FfStore     *ff_context_get_store      (FfContext  *self);
FfClock     *ff_context_get_clock      (FfContext  *self);
GSettings   *ff_context_get_settings   (FfContext  *self);
GPtrArray   *ff_context_get_programmes (FfContext  *self);
gboolean     ff_context_get_hide_names (FfContext  *self);
void         ff_context_set_hide_names (FfContext  *self,
                                        gboolean    hide_names);
const char  *ff_context_show_alias     (FfContext  *self,
                                        const char *alias,
                                        guint       position); /* from 1; 0 = in no order */

G_END_DECLS
