/* ff-unsaved.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of words that could not be saved when somebody wants to close what they are in.
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

G_END_DECLS
