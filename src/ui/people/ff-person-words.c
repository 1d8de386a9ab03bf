/* ff-person-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a person was here last and what is kept of them, in words.
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
 * @last_seen: when a person was here last
 * @now: what time it is
 *
 * Returns: (transfer full): like "Here last week", as roughly as people say it
 */
char *
ff_person_words_last_seen (const FfWallTime *last_seen, GDateTime *now)
{
  g_return_val_if_fail (last_seen != NULL && now != NULL, NULL);

  FfWallTime today = ff_wall_time_from_date_time (now);
  guint days = (guint) MAX (0, ff_wall_time_get_julian (&today)
                                   - ff_wall_time_get_julian (last_seen));

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

/**
 * ff_person_words_counts:
 * @person: a person
 *
 * Returns: (transfer full): how much is kept of them, like "12 check-ins · 2 open plan items"
 */
char *
ff_person_words_counts (FfPerson *person)
{
  g_return_val_if_fail (FF_IS_PERSON (person), NULL);

  guint n_check_ins = ff_person_get_check_ins (person);
  guint n_open = ff_person_get_open_items (person);
  g_autofree char *check_ins
      = g_strdup_printf (ngettext ("%u check-in", "%u check-ins", n_check_ins), n_check_ins);
  g_autofree char *open
      = g_strdup_printf (ngettext ("%u open plan item", "%u open plan items", n_open), n_open);

  if (n_open == 0)
    return g_steal_pointer (&check_ins);
  return g_strdup_printf ("%s · %s", check_ins, open);
}
