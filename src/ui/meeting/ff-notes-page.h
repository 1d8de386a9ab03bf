/* ff-notes-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the meeting dialog for what is said of it in words.
 */

#pragma once

#include "ff-meeting-page.h"

G_BEGIN_DECLS

#define FF_TYPE_NOTES_PAGE (ff_notes_page_get_type ())

G_DECLARE_FINAL_TYPE (FfNotesPage, ff_notes_page, FF, NOTES_PAGE, FfMeetingPage)

G_END_DECLS
