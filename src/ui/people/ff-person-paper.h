/* ff-person-paper.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is kept of a person, made ready for them.
 */

#pragma once

#include "ff-paper-job.h"
#include "ff-person-record.h"
#include "ff-person-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  FF_PERSON_PAPER_PDF,
  FF_PERSON_PAPER_JSON,
} FfPersonPaperForm;

FfPaperJob *ff_person_paper_new (FfPersonRecord           *record,
                                 const FfPersonSheetStyle *style,
                                 FfPersonPaperForm         form);

G_END_DECLS
