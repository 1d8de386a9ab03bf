/* ff-stretch.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stretch of days, as it is given on the command line.
 */

#include "ff-stretch.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>

static gboolean
read_day (const char *text, FfWallTime *day, GError **error)
{
  g_autofree char *midnight = g_strconcat (text, "T00:00", NULL);

  if (ff_wall_time_parse (midnight, day, NULL))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a day. Write year, month and day, such as 2026-11-24."), text);
  return FALSE;
}

/* The beginning of the day @text, or of the one @days after it. */
static gboolean
parse_day (const char *text, int days, GDateTime **instant, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  FfWallTime day;

  if (!read_day (text, &day, error))
    return FALSE;
  if (days != 0)
    day = ff_wall_time_add_days (&day, days);
  *instant = ff_wall_time_to_instant (&day, zone);
  return TRUE;
}

static void
set_swapped (GError **error, const char *from_text, const char *to_text)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("--to %s is before --from %s. Swap the two days."), to_text, from_text);
}

/**
 * ff_stretch_clear:
 * @self: a stretch, empty afterwards
 */
void
ff_stretch_clear (FfStretch *self)
{
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);
}

/**
 * ff_stretch_parse:
 * @from_text: (nullable): the first day, such as 2026-11-24
 * @to_text: (nullable): the last day
 * @from: (out) (transfer full): when the first day begins by this computer's clock; left alone
 *   where @from_text is %NULL
 * @until: (out) (transfer full): when the last day is over; left alone where @to_text is %NULL
 * @error: return location for a #GError
 *
 * Both days count as a whole.
 *
 * Returns: %FALSE with %G_OPTION_ERROR_BAD_VALUE where one is not a day, or the last is before the
 *   first
 */
gboolean
ff_stretch_parse (const char *from_text,
                  const char *to_text,
                  GDateTime **from,
                  GDateTime **until,
                  GError **error)
{
  if ((from_text != NULL && !parse_day (from_text, 0, from, error))
      || (to_text != NULL && !parse_day (to_text, 1, until, error)))
    return FALSE;
  if (from_text == NULL || to_text == NULL || g_date_time_compare (*from, *until) < 0)
    return TRUE;
  set_swapped (error, from_text, to_text);
  return FALSE;
}

/**
 * ff_stretch_parse_days:
 * @from_text: (nullable): the first day, such as 2026-11-24
 * @to_text: (nullable): the last day
 * @from: (out): the first day as it is on the wall, wherever that is; left alone where @from_text is %NULL
 * @to: (out): the last day; left alone where @to_text is %NULL
 *
 * Returns: %FALSE with the errors of ff_stretch_parse()
 */
gboolean
ff_stretch_parse_days (const char *from_text,
                       const char *to_text,
                       FfWallTime *from,
                       FfWallTime *to,
                       GError **error)
{
  if ((from_text != NULL && !read_day (from_text, from, error))
      || (to_text != NULL && !read_day (to_text, to, error)))
    return FALSE;
  if (from_text == NULL || to_text == NULL || ff_wall_time_compare (from, to) <= 0)
    return TRUE;
  set_swapped (error, from_text, to_text);
  return FALSE;
}
