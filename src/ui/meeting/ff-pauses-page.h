/* ff-pauses-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the meeting dialog for the seasons in which it rests.
 */

#pragma once

#include "ff-meeting-page.h"

G_BEGIN_DECLS

#define FF_TYPE_PAUSES_PAGE (ff_pauses_page_get_type ())

G_DECLARE_FINAL_TYPE (FfPausesPage, ff_pauses_page, FF, PAUSES_PAGE, FfMeetingPage)

G_END_DECLS
