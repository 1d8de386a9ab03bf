/* ff-keeping-preferences.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the preferences say of backups and of old notes.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

/* Its rows activate win.backups and win.retention. (transfer floating) */
AdwPreferencesGroup *ff_keeping_preferences_new (FfContext *context);

G_END_DECLS
