/* ff-repeat-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the meeting dialog for how often it is held.
 */

#pragma once

#include "ff-meeting-page.h"

G_BEGIN_DECLS

#define FF_TYPE_REPEAT_PAGE (ff_repeat_page_get_type ())

G_DECLARE_FINAL_TYPE (FfRepeatPage, ff_repeat_page, FF, REPEAT_PAGE, FfMeetingPage)

G_END_DECLS
