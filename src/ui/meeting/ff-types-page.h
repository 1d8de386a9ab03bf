/* ff-types-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the meeting dialog for whom it is for and what happens there, chosen by words.
 */

#pragma once

#include "ff-meeting-page.h"

G_BEGIN_DECLS

#define FF_TYPE_TYPES_PAGE (ff_types_page_get_type ())

G_DECLARE_FINAL_TYPE (FfTypesPage, ff_types_page, FF, TYPES_PAGE, FfMeetingPage)

G_END_DECLS
