/* ff-where-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the meeting dialog for the place, how to get in, and how to join from elsewhere.
 */

#pragma once

#include "ff-meeting-page.h"

G_BEGIN_DECLS

#define FF_TYPE_WHERE_PAGE (ff_where_page_get_type ())

G_DECLARE_FINAL_TYPE (FfWherePage, ff_where_page, FF, WHERE_PAGE, FfMeetingPage)

G_END_DECLS
