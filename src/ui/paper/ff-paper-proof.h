/* ff-paper-proof.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being chosen, as it will be on paper, laid out anew with each choice; from here it is printed and saved.
 */

#pragma once

#include <adwaita.h>

#include "ff-paper-job.h"

G_BEGIN_DECLS

#define FF_TYPE_PAPER_PROOF (ff_paper_proof_get_type ())

G_DECLARE_FINAL_TYPE (FfPaperProof, ff_paper_proof, FF, PAPER_PROOF, AdwBin)

/* properties: "pages" (utf8, read-only: how many there are, in words) */

/* "print" and "save", to be inserted into a dialog as "paper"; on once there is a sheet to print. */
GActionGroup *ff_paper_proof_get_actions (FfPaperProof *self);
/* One at a time: what is chosen while one is laid out is next. @job: (nullable): nothing to show */
void          ff_paper_proof_lay_out     (FfPaperProof *self,
                                          FfPaperJob   *job);

G_END_DECLS
