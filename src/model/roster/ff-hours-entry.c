/* ff-hours-entry.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Time that a volunteer gave beyond their duties.
 */

#include "ff-hours-entry.h"

G_DEFINE_BOXED_TYPE (FfHoursEntry, ff_hours_entry, ff_hours_entry_copy, ff_hours_entry_free)

/**
 * ff_hours_entry_new:
 * @uid: (nullable): the one it has in the store; %NULL makes a new one up
 * @volunteer: uid
 * @date: as 2026-11-24
 * @what: (nullable): what it was for
 *
 * Returns: (transfer full): the entry
 */
FfHoursEntry *
ff_hours_entry_new (const char *uid,
                    const char *volunteer,
                    const char *date,
                    guint minutes,
                    const char *what)
{
  FfHoursEntry *self;

  g_return_val_if_fail (volunteer != NULL && date != NULL, NULL);

  self = g_new0 (FfHoursEntry, 1);
  self->uid = uid != NULL ? g_strdup (uid) : g_uuid_string_random ();
  self->volunteer = g_strdup (volunteer);
  self->date = g_strdup (date);
  self->minutes = minutes;
  self->what = g_strdup (what != NULL ? what : "");
  return self;
}

FfHoursEntry *
ff_hours_entry_copy (const FfHoursEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ff_hours_entry_new (self->uid, self->volunteer, self->date, self->minutes, self->what);
}

void
ff_hours_entry_free (FfHoursEntry *self)
{
  g_free (self->uid);
  g_free (self->volunteer);
  g_free (self->date);
  g_free (self->what);
  g_free (self);
}
