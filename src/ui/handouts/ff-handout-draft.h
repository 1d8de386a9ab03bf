/* ff-handout-draft.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout of one's own while it is written: saved at every pause.
 */

#pragma once

#include "ff-handout.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT_DRAFT (ff_handout_draft_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutDraft, ff_handout_draft, FF, HANDOUT_DRAFT, GObject)

typedef enum
{
  FF_DRAFT_UNTOUCHED, /* nothing was written since it was opened */
  FF_DRAFT_WAITING,
  FF_DRAFT_SAVED,     /* after COMMIT */
  FF_DRAFT_BLANK,     /* nothing is written: what was saved before is left as it is */
  FF_DRAFT_FAILED,    /* what was written is kept here, to be tried again */
} FfDraftState;

/* signal "state-changed" (): see get_state and get_message
 * signal "read" (): there was a pause, and what was written was read: see get_handout and get_problems */
FfHandoutDraft *ff_handout_draft_new          (FfStore        *store,
                                               FfCatalogue    *catalogue,
                                               const char     *id,        /* (nullable): a new one */
                                               const char     *markdown);
const char     *ff_handout_draft_get_id       (FfHandoutDraft *self);
const char     *ff_handout_draft_get_markdown (FfHandoutDraft *self);
void            ff_handout_draft_set_markdown (FfHandoutDraft *self,      /* saved at the next pause */
                                               const char     *markdown);
FfHandout      *ff_handout_draft_get_handout  (FfHandoutDraft *self);     /* (nullable): as it was read last */
GPtrArray      *ff_handout_draft_get_problems (FfHandoutDraft *self);     /* (element-type FfHandoutProblem) (transfer none) */
FfDraftState    ff_handout_draft_get_state    (FfHandoutDraft *self);
const char     *ff_handout_draft_get_message  (FfHandoutDraft *self);     /* (nullable): why it is not saved */
void            ff_handout_draft_keep         (FfHandoutDraft *self);     /* saves what it began with */
void            ff_handout_draft_flush        (FfHandoutDraft *self);     /* saves now what waits, what failed before as well */

G_END_DECLS
