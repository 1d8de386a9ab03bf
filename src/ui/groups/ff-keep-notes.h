/* ff-keep-notes.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a group keeps its check-in notes: a few usual lengths, or any other.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_KEEP_NOTES (ff_keep_notes_get_type ())

G_DECLARE_FINAL_TYPE (FfKeepNotes, ff_keep_notes, FF, KEEP_NOTES, AdwPreferencesGroup)

/* property "months" (guint, 0 = for ever, at most 1200) */

G_END_DECLS
