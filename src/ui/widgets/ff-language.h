/* ff-language.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a language is called.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ff_language_get_name (const char *tag); /* "fr-CA" → "Français (Canada)"; the tag itself where its name is not known */

G_END_DECLS
