/* ff-note-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note of several lines under a small title; it grows with what is written.
 */

#pragma once

#include <adwaita.h>

#include "ff-wording.h"

G_BEGIN_DECLS

#define FF_TYPE_NOTE_ROW (ff_note_row_get_type ())

G_DECLARE_FINAL_TYPE (FfNoteRow, ff_note_row, FF, NOTE_ROW, AdwPreferencesRow)

/* signal "edited" (): somebody typed */
char *ff_note_row_dup_text (FfNoteRow  *self);
void  ff_note_row_set_text (FfNoteRow  *self,
                            const char *text);
void  ff_note_row_set_wording (FfNoteRow *self,
                            FfWording  *wording); /* (nullable): words that get a hint */

G_END_DECLS
