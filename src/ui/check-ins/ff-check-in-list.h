/* ff-check-in-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of a session, a line each, who came last on top.
 */

#pragma once

#include "ff-check-in-line.h"
#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_CHECK_IN_LIST (ff_check_in_list_get_type ())

G_DECLARE_FINAL_TYPE (FfCheckInList, ff_check_in_list, FF, CHECK_IN_LIST, AdwBin)

/* properties: "narrow" (each person on two lines)
 * signal "delete-requested" (FfCheckIn *check_in)
 * signal "finished" (): a line is written, the next person comes */
void           ff_check_in_list_set_session  (FfCheckInList   *self,
                                              FfContext       *context,
                                              FfSessionEditor *editor,
                                              FfProgramme     *programme,
                                              FfCheckInParts   parts);
void           ff_check_in_list_set_parts    (FfCheckInList   *self,
                                              FfCheckInParts   parts);
void           ff_check_in_list_set_wording  (FfCheckInList   *self,
                                              FfWording       *wording); /* (nullable) */
FfCheckInLine *ff_check_in_list_find         (FfCheckInList   *self, /* (nullable) */
                                              const char      *participant);
const char    *ff_check_in_list_get_name     (FfCheckInList   *self, /* as it may be seen on this screen */
                                              FfCheckIn       *check_in);
void           ff_check_in_list_set_unfolded (FfCheckInList   *self,
                                              gboolean         is_unfolded);
gboolean       ff_check_in_list_move         (FfCheckInList   *self,
                                              int              step);

G_END_DECLS
