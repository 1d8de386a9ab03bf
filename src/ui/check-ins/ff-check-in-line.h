/* ff-check-in-line.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One person at a session, on one line: name, note and urge; all else unfolds.
 */

#pragma once

#include "ff-check-in-parts.h"
#include "ff-programme.h"
#include "ff-session-editor.h"
#include "ff-wording.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_CHECK_IN_LINE (ff_check_in_line_get_type ())

G_DECLARE_FINAL_TYPE (FfCheckInLine, ff_check_in_line, FF, CHECK_IN_LINE, AdwPreferencesRow)

/* properties: "narrow" (on two lines, where there is no room for one)
 * signal "delete-requested" (): the person pressed the button for it
 * signal "finished" (): the line is written, the next person comes */
GtkWidget *ff_check_in_line_new          (FfSessionEditor *editor,
                                          FfCheckIn       *check_in,
                                          FfProgramme     *programme,
                                          FfCheckInParts   parts);
FfCheckIn *ff_check_in_line_get_check_in (FfCheckInLine   *self);
void       ff_check_in_line_set_parts    (FfCheckInLine   *self,
                                          FfCheckInParts   parts);
void       ff_check_in_line_set_name     (FfCheckInLine   *self,
                                          const char      *name); /* as it may be seen on this screen */
void       ff_check_in_line_set_wording  (FfCheckInLine   *self,
                                          FfWording       *wording); /* (nullable) */
void       ff_check_in_line_set_unfolded (FfCheckInLine   *self,
                                          gboolean         is_unfolded);
void       ff_check_in_line_start        (FfCheckInLine   *self);
void       ff_check_in_line_show_change  (FfCheckInLine   *self,
                                          const char      *property);

const char *ff_check_in_line_get_place   (FfCheckInLine   *self); /* (nullable): "note", "urge", or NULL for the name */

G_END_DECLS
