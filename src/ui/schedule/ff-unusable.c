/* ff-unusable.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for meetings whose dates cannot be worked out.
 */

#include "ff-config.h"

#include "ff-unusable.h"

#include <glib/gi18n-lib.h>

static char *
find_reason (FfMeeting *meeting)
{
  g_autoptr (GDateTime) from = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) until = g_date_time_add_days (from, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dates
      = ff_meeting_list_occurrences (meeting, NULL, NULL, from, until, &error);

  return g_strdup (error != NULL ? error->message : "");
}

/**
 * ff_unusable_describe:
 * @schedule: what the meetings are from
 * @meetings: (element-type FfMeeting): those of which ff_schedule_list_occurrences() could not give the dates
 *
 * Returns: (nullable) (transfer full): which cannot be shown and why; %NULL where there is none
 */
char *
ff_unusable_describe (FfSchedule *schedule, GPtrArray *meetings)
{
  g_autofree char *reason = NULL;
  const char *title;

  if (meetings->len == 0)
    return NULL;
  reason = find_reason (g_ptr_array_index (meetings, 0));
  title = ff_schedule_get_title (schedule, g_ptr_array_index (meetings, 0));
  if (meetings->len == 1)
    /* Translators: a meeting’s name, and a sentence that says why */
    return g_strdup_printf (_ ("The dates of “%s” cannot be worked out. %s"), title, reason);
  return g_strdup_printf (
      /* Translators: a meeting’s name, how many others, and a sentence that says why for the first */
      ngettext ("The dates of “%1$s” and %2$u other meeting cannot be worked out. %3$s",
                "The dates of “%1$s” and %2$u other meetings cannot be worked out. %3$s",
                meetings->len - 1),
      title, meetings->len - 1, reason);
}
