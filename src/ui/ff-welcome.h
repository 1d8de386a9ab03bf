/* ff-welcome.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first start: one group in three fields, or a made-up one to look around in.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_WELCOME (ff_welcome_get_type ())

G_DECLARE_FINAL_TYPE (FfWelcome, ff_welcome, FF, WELCOME, AdwBin)

/* property: "context" (construct-only). What it saves is seen in the store's "changed". */
GtkWidget *ff_welcome_new (FfContext *context);

G_END_DECLS
