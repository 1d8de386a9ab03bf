/* ff-present-paper.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheets of a handout that is presented: slides for the screen, paper for what was written.
 */

#pragma once

#include "ff-context.h"
#include "ff-filled-handout.h"
#include "ff-group.h"

G_BEGIN_DECLS

#define FF_TYPE_PRESENT_PAPER (ff_present_paper_get_type ())

G_DECLARE_FINAL_TYPE (FfPresentPaper, ff_present_paper, FF, PRESENT_PAPER, GObject)

FfPresentPaper  *ff_present_paper_new          (FfContext      *context,
                                                FfGroup        *group, /* (nullable) */
                                                FfHandout      *handout);
/* (transfer full) */
FfSheet         *ff_present_paper_make_slides  (FfPresentPaper *self,
                                                gboolean        is_upright, /* for a narrow window */
                                                FfAnswers      *answers);
/* The worked example, after a sheet as yet empty. (transfer full) */
FfSheet         *ff_present_paper_make_example (FfPresentPaper *self,
                                                gboolean        is_upright,
                                                guint          *first); /* page of the example */
/* On the paper of the settings. (transfer full) */
FfFilledHandout *ff_present_paper_fill         (FfPresentPaper *self,
                                                FfAnswers      *answers);

G_END_DECLS
