/* ff-unsaved.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of words that are not saved when somebody wants to close what they are in.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  FF_UNSAVED_ASK,  /* whether they may be lost */
  FF_UNSAVED_TELL, /* they may not, and somebody is told */
  FF_UNSAVED_KEEP, /* nor here, where nobody is there to be told */
} FfUnsaved;

/* @message: why they could not be saved and what to do, a sentence */
AdwDialog *ff_unsaved_tell (GtkWidget  *widget,
                            const char *message);

/* Whether something is filled in that is not saved. */
typedef gboolean (*FfHasUnsaved) (AdwDialog *dialog);

/* From now on @dialog asks before it closes, but for adw_dialog_force_close(). */
void       ff_unsaved_guard (AdwDialog   *dialog,
                             FfHasUnsaved has_unsaved);
/* Adds to @text all that can be written into @object: the same as before only where nothing of it was changed. */
void       ff_unsaved_write_state (GObject *object,
                                   GString *text);

G_END_DECLS
