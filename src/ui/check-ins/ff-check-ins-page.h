/* ff-check-ins-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view Check-ins: the sessions by date, and the one that is written or read.
 */

#pragma once

#include "ff-occurrence.h"
#include "ff-session-page.h"
#include "ff-unsaved.h"
#include "ff-view.h"

G_BEGIN_DECLS

#define FF_TYPE_CHECK_INS_PAGE (ff_check_ins_page_get_type ())

G_DECLARE_FINAL_TYPE (FfCheckInsPage, ff_check_ins_page, FF, CHECK_INS_PAGE, FfView)

GtkWidget     *ff_check_ins_page_new             (FfContext      *context);
void           ff_check_ins_page_open_occurrence (FfCheckInsPage *self,
                                                  FfOccurrence   *occurrence);
void           ff_check_ins_page_start_search    (FfCheckInsPage *self);
void           ff_check_ins_page_show_person     (FfCheckInsPage *self,
                                                  const char     *uid); /* a participant's */
FfSessionPage *ff_check_ins_page_get_session     (FfCheckInsPage *self); /* (nullable): the one that is open */
gboolean       ff_check_ins_page_may_close       (FfCheckInsPage *self,
                                                  GtkWidget      *window,
                                                  const char     *then,
                                                  FfUnsaved       unsaved);

G_END_DECLS
