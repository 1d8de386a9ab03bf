/* ff-preferences.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person sets once: reminders, paper.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_PREFERENCES (ff_preferences_get_type ())

G_DECLARE_FINAL_TYPE (FfPreferences, ff_preferences, FF, PREFERENCES, AdwPreferencesDialog)

AdwDialog *ff_preferences_new (GSettings *settings,
                               FfContext *context);  /* (nullable): while the notes are not open */

G_END_DECLS
