/* ff-help-line-form.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person fills in about a help line, and what is still wrong with it.
 */

#pragma once

#include "ff-help-line.h"

G_BEGIN_DECLS

#define FF_TYPE_HELP_LINE_FORM (ff_help_line_form_get_type ())

G_DECLARE_FINAL_TYPE (FfHelpLineForm, ff_help_line_form, FF, HELP_LINE_FORM, GObject)

/* properties: "name", "contact", "hours", "area"; read-only: "valid", and a translated sentence or "" for each:
 * "name-message", "contact-message", "hours-message", "area-message". What was not touched yet is not complained of, though it is not valid. */

/* @line (nullable): what to begin with; @optional: valid as well where nothing at all was filled in */
FfHelpLineForm *ff_help_line_form_new       (FfHelpLine     *line,
                                             gboolean        optional);
gboolean        ff_help_line_form_get_valid (FfHelpLineForm *self);
/* (transfer full) (nullable): NULL where nothing was filled in; only while it is valid */
FfHelpLine     *ff_help_line_form_make_line (FfHelpLineForm *self);

G_END_DECLS
