/* ff-wording-preferences.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person may choose about hints on words.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwPreferencesGroup *ff_wording_preferences_new (GSettings *settings);

G_END_DECLS
