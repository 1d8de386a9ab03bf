/* ff-person-entry-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person brought to one session, and what they planned there.
 */

#pragma once

#include <adwaita.h>

#include "ff-catalogue.h"
#include "ff-context.h"
#include "ff-person-record.h"

G_BEGIN_DECLS

#define FF_TYPE_PERSON_ENTRY_ROW (ff_person_entry_row_get_type ())

G_DECLARE_FINAL_TYPE (FfPersonEntryRow, ff_person_entry_row, FF, PERSON_ENTRY_ROW, AdwPreferencesRow)

GtkWidget  *ff_person_entry_row_new         (FfPersonEntry    *entry,
                                             FfContext        *context,
                                             FfCatalogue      *catalogue,
                                             const char *const *points); /* (nullable): the programme's */
const char *ff_person_entry_row_get_session (FfPersonEntryRow *self); /* uid */

G_END_DECLS
