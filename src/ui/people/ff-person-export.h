/* ff-person-export.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a person, for them: in a file or on paper.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-person-record.h"

G_BEGIN_DECLS

/* Says who can read the file, and asks for its form and its place. */
void ff_person_export (GtkWidget      *widget,
                       FfContext      *context,
                       FfPersonRecord *record);
void ff_person_print  (GtkWidget      *widget,
                       FfContext      *context,
                       FfPersonRecord *record);

G_END_DECLS
