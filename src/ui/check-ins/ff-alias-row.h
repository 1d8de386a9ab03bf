/* ff-alias-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line for the next person: a name or alias, completed with those of people who came before.
 */

#pragma once

#include <adwaita.h>

#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_ALIAS_ROW (ff_alias_row_get_type ())

G_DECLARE_FINAL_TYPE (FfAliasRow, ff_alias_row, FF, ALIAS_ROW, AdwEntryRow)

/* signal "chosen" (const char *alias): one was completed, or typed and entered; whoever takes it empties the line
 * signal "trouble" (const GError *error) */
void ff_alias_row_set_source  (FfAliasRow *self,
                               FfStore    *store,
                               const char *group);
void ff_alias_row_set_refused (FfAliasRow *self,
                               gboolean    is_refused);

void ff_alias_row_set_hides_names (FfAliasRow *self,
                                   gboolean    hides_names);

G_END_DECLS
