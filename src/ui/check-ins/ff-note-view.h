/* ff-note-view.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note: a text of one or more lines that grows with what is written. All notes are made here.
 */

#pragma once

#include <adwaita.h>

#include "ff-wording.h"

G_BEGIN_DECLS

#define FF_TYPE_NOTE_VIEW (ff_note_view_get_type ())

G_DECLARE_FINAL_TYPE (FfNoteView, ff_note_view, FF, NOTE_VIEW, AdwBin)

/* properties: "label" (its accessible name), "placeholder" (seen while it is empty)
 * signal "edited" (): the person changed the text */
char *ff_note_view_dup_text (FfNoteView *self);
void  ff_note_view_set_text (FfNoteView *self,
                             const char *text);
void  ff_note_view_insert   (FfNoteView *self,
                             const char *text);
void  ff_note_view_set_wording (FfNoteView *self,
                             FfWording  *wording); /* (nullable): words that get a hint */

G_END_DECLS
