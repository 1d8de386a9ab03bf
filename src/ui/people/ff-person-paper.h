/* ff-person-paper.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is kept of a person, made ready for them away from the main thread.
 */

#pragma once

#include <gio/gio.h>

#include "ff-person-record.h"
#include "ff-person-sheet.h"

G_BEGIN_DECLS

#define FF_TYPE_PERSON_PAPER (ff_person_paper_get_type ())

G_DECLARE_FINAL_TYPE (FfPersonPaper, ff_person_paper, FF, PERSON_PAPER, GObject)

typedef enum
{
  FF_PERSON_PAPER_PDF,
  FF_PERSON_PAPER_JSON,
} FfPersonPaperForm;

FfPersonPaper *ff_person_paper_new          (FfPersonRecord           *record,
                                             const FfPersonSheetStyle *style,
                                             FfPersonPaperForm         form);
void           ff_person_paper_make_async   (FfPersonPaper            *self,
                                             GAsyncReadyCallback       callback,
                                             gpointer                  user_data);
FfSheet       *ff_person_paper_make_finish  (FfPersonPaper            *self,
                                             GAsyncResult             *result,
                                             GError                  **error);
void           ff_person_paper_write_async  (FfPersonPaper            *self,
                                             const char               *path,
                                             GAsyncReadyCallback       callback,
                                             gpointer                  user_data);
gboolean       ff_person_paper_write_finish (FfPersonPaper            *self,
                                             GAsyncResult             *result,
                                             GError                  **error);

G_END_DECLS
