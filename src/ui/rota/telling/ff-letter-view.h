/* ff-letter-view.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A message to a volunteer, to be changed, copied or mailed, with its calendar file where there is one.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_LETTER_VIEW (ff_letter_view_get_type ())

G_DECLARE_FINAL_TYPE (FfLetterView, ff_letter_view, FF, LETTER_VIEW, AdwBin)

/* signal "sent": a mail program took it, or it was copied */
GtkWidget  *ff_letter_view_new      (void);
/* @address: "" = none is known; @calendar: (nullable): the text of an .ics that goes with it */
void        ff_letter_view_set      (FfLetterView *self,
                                     const char   *address,
                                     const char   *subject,
                                     const char   *text,
                                     const char   *calendar);
char       *ff_letter_view_get_text (FfLetterView *self); /* (transfer full) */
/* Lets go of all that it shows, and of the files that went along. */
void        ff_letter_view_clear    (FfLetterView *self);

G_END_DECLS
