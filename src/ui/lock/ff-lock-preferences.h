/* ff-lock-preferences.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows about the passphrase and locking in the preferences.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_LOCK_PREFERENCES (ff_lock_preferences_get_type ())

G_DECLARE_FINAL_TYPE (FfLockPreferences, ff_lock_preferences, FF, LOCK_PREFERENCES, AdwPreferencesGroup)

/* @is_set: whether there is a passphrase */
AdwPreferencesGroup *ff_lock_preferences_new (GSettings *settings,
                                              gboolean   is_set);

G_END_DECLS
