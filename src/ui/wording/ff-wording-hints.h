/* ff-wording-hints.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quiet lines under words that label a person, in a text that is being written, and what to write instead in its menu.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-wording.h"

G_BEGIN_DECLS

/* Longer texts are left alone: nobody reads hints in them. Characters. */
#define FF_WORDING_HINTS_LONGEST 100000

/* @wording (nullable): NULL takes the hints away. Until then, they live as long as @view. */
void   ff_wording_hints_set  (GtkTextView *view,
                              FfWording   *wording);
/* (element-type FfWordingHint) (transfer none) (nullable): what is underlined at the moment; NULL where there are no hints */
GArray *ff_wording_hints_get (GtkTextView *view);

G_END_DECLS
