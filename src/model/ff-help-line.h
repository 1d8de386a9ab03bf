/* ff-help-line.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where to turn now: a crisis line or a service near a group, as the group wrote it down.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_HELP_LINE (ff_help_line_get_type ())

G_DECLARE_FINAL_TYPE (FfHelpLine, ff_help_line, FF, HELP_LINE, GObject)

/* properties, all texts, never NULL: "name" (who answers there), "contact" (a number, or whatever reaches them), "hours" ("" not said),
 * "area" (for whom or where; "" not said); each with a setter of its own through g_object_set() */
FfHelpLine *ff_help_line_new         (const char *name,
                                      const char *contact,
                                      const char *hours,
                                      const char *area);
const char *ff_help_line_get_name    (FfHelpLine *self);
const char *ff_help_line_get_contact (FfHelpLine *self);
const char *ff_help_line_get_hours   (FfHelpLine *self);
const char *ff_help_line_get_area    (FfHelpLine *self);
/* On one line, for a foot: "Name: contact (hours)". (transfer full) */
char       *ff_help_line_make_text   (FfHelpLine *self);

G_END_DECLS
