/* ff-hours-entry.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Time that a volunteer gave beyond their duties.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_HOURS_ENTRY_MOST_MINUTES (7u * 24u * 60u)

typedef struct
{
  char *uid;
  char *volunteer; /* uid */
  char *date;      /* as 2026-11-24 */
  guint minutes;   /* 1 to FF_HOURS_ENTRY_MOST_MINUTES */
  char *what;      /* "" = not said */
} FfHoursEntry;

#define FF_TYPE_HOURS_ENTRY (ff_hours_entry_get_type ())

GType         ff_hours_entry_get_type (void);
FfHoursEntry *ff_hours_entry_new      (const char         *uid,  /* (nullable): made up */
                                       const char         *volunteer,
                                       const char         *date,
                                       guint               minutes,
                                       const char         *what); /* (nullable): "" */
FfHoursEntry *ff_hours_entry_copy     (const FfHoursEntry *self);
void          ff_hours_entry_free     (FfHoursEntry       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfHoursEntry, ff_hours_entry_free)

G_END_DECLS
