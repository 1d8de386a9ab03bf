/* ff-first-help-line.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for the first help line of a group that is being made; it may be left out.
 */

#pragma once

#include <adwaita.h>

#include "ff-help-line-form.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_FIRST_HELP_LINE (ff_first_help_line_get_type ())

G_DECLARE_FINAL_TYPE (FfFirstHelpLine, ff_first_help_line, FF, FIRST_HELP_LINE, AdwPreferencesGroup)

/* property "form" (FfHelpLineForm, read-only) */
gboolean ff_first_help_line_get_valid (FfFirstHelpLine *self);
/* Nothing where it was left out. @group: the uid of a group that is stored already; problems are told in the window. */
void     ff_first_help_line_save      (FfFirstHelpLine *self,
                                       FfStore         *store,
                                       const char      *group);

G_END_DECLS
