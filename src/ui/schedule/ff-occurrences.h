/* ff-occurrences.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorted dates: their sections, and how they turn into others with the smallest change.
 */

#pragma once

#include <gio/gio.h>

#include "ff-occurrence.h"

G_BEGIN_DECLS

void  ff_occurrences_sort   (GPtrArray  *items);
guint ff_occurrences_find   (GPtrArray  *items,
                             GDateTime  *time);
void  ff_occurrences_become (GListModel *model,
                             GPtrArray  *items,
                             guint       begin,
                             guint       end,
                             GPtrArray  *wanted);
void  ff_occurrences_find_section
                            (GPtrArray  *items,
                             gboolean    by_week,
                             guint       position,
                             guint      *start,
                             guint      *end);

G_END_DECLS
