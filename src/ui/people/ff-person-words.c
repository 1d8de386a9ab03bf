/* ff-person-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a person was here last, in words.
 */

#include "ff-config.h"

#include "ff-person-words.h"

#include <glib/gi18n-lib.h>

#define WEEK 7
#define MOST_WEEKS 8
#define DAYS_OF_MONTH 30
#define DAYS_OF_YEAR 365
#define MOST_MONTHS 24

/**
 * ff_person_words_last_seen:
 * @last_seen: (nullable): when a person was here last, or %NULL for never
 * @now: what time it is
 *
 * Returns: (transfer full): like "Here last week", as roughly as people say it
 */
char *
ff_person_words_last_seen (const FfWallTime *last_seen, GDateTime *now)
{
  g_return_val_if_fail (now != NULL, NULL);

  if (last_seen == NULL)
    return g_strdup (_ ("Not here yet"));

  FfWallTime today = ff_wall_time_from_date_time (now);
  guint days
      = (guint) MAX (0, ff_wall_time_get_julian (&today) - ff_wall_time_get_julian (last_seen));

  if (days == 0)
    return g_strdup (_ ("Here today"));
  if (days == 1)
    return g_strdup (_ ("Here yesterday"));
  if (days < WEEK)
    return g_strdup_printf (ngettext ("Here %u day ago", "Here %u days ago", days), days);
  if (days < 2 * WEEK)
    return g_strdup (_ ("Here last week"));
  if (days < MOST_WEEKS * WEEK)
    return g_strdup_printf (ngettext ("Here %u week ago", "Here %u weeks ago", days / WEEK),
                            days / WEEK);
  if (days < MOST_MONTHS * DAYS_OF_MONTH)
    return g_strdup_printf (ngettext ("Here %u month ago", "Here %u months ago",
                                      days / DAYS_OF_MONTH),
                            days / DAYS_OF_MONTH);
  return g_strdup_printf (ngettext ("Here %u year ago", "Here %u years ago", days / DAYS_OF_YEAR),
                          days / DAYS_OF_YEAR);
}
