/* ff-handout-editor.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a handout of one's own: its Markdown beside what it will be on paper.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-handout-draft.h"
#include "ff-unsaved.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT_EDITOR (ff_handout_editor_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutEditor, ff_handout_editor, FF, HANDOUT_EDITOR, AdwNavigationPage)

/* actions: "page.insert-block" ((s) an element of ff-handout-examples.h), "page.undo", "page.redo", "page.next-problem" */
AdwNavigationPage *ff_handout_editor_new       (FfContext       *context,
                                                const char      *id,        /* (nullable): of an own handout; a new one */
                                                const char      *markdown); /* (nullable): what a new one begins with; it is kept at once */
const char        *ff_handout_editor_get_id    (FfHandoutEditor *self);     /* also while it is not kept yet */
FfHandoutDraft    *ff_handout_editor_get_draft (FfHandoutEditor *self);
gboolean           ff_handout_editor_may_close (FfHandoutEditor *self,
                                                const char      *then,     /* else activates that action once nothing waits */
                                                FfUnsaved        unsaved);

G_END_DECLS
