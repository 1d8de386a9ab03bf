/* ff-series.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing a series from one date on.
 */

#include "ff-config.h"

#include "ff-series.h"

#include <glib/gi18n-lib.h>

#include "ff-model-error.h"
#include "ff-recurrence.h"
#include "ff-rule.h"

/* All dates of the series up to @at, which has to be the last of them. */
static GArray *
list_dates (FfMeeting *meeting, const FfWallTime *at, GError **error)
{
  const FfWallTime next_day = ff_wall_time_add_days (at, 1);
  g_autoptr (GTimeZone) zone = ff_time_zone_find (ff_meeting_get_zone (meeting), error);
  g_autoptr (GArray) dates = NULL;

  if (zone == NULL)
    return NULL;

  dates
      = ff_recurrence_expand_in_zone (ff_meeting_get_rule (meeting), ff_meeting_get_start (meeting),
                                      zone, ff_meeting_get_start (meeting), &next_day, G_MAXUINT,
                                      error);
  if (dates == NULL)
    return NULL;

  while (dates->len > 0
         && ff_wall_time_compare (&g_array_index (dates, FfWallTime, dates->len - 1), at) > 0)
    g_array_set_size (dates, dates->len - 1);
  if (dates->len == 0
      || ff_wall_time_compare (&g_array_index (dates, FfWallTime, dates->len - 1), at) != 0)
    {
      g_set_error_literal (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME,
                           _ ("The meeting no longer takes place on that date. Choose another "
                              "one."));
      return NULL;
    }

  return g_steal_pointer (&dates);
}

/* A listing knows the part that goes on; a calendar file the one that keeps the key. */
static void
share_origin (FfMeeting *before, FfMeeting *after)
{
  FfMeeting *own = *ff_meeting_get_text (after, FF_MEETING_SLUG) != '\0' ? before : after;

  ff_meeting_set_text (own, FF_MEETING_SLUG, NULL);
  ff_meeting_set_text (own, FF_MEETING_SOURCE, NULL);
}

static void
end_before (FfMeeting *before, const FfRule *rule, GArray *dates)
{
  const FfWallTime *last = &g_array_index (dates, FfWallTime, dates->len - 2);
  const char *text = ff_meeting_get_rule (before);
  g_autofree char *number = g_strdup_printf ("%u", dates->len - 1);
  g_autofree char *ended = rule->count > 0 ? ff_rule_replace (text, "COUNT", number)
                                           : ff_rule_replace_until (text, last);

  ff_meeting_set_rule (before, ended);
}

static void
begin_after (FfMeeting *after, const FfRule *rule, GArray *dates)
{
  ff_meeting_set_start (after, &g_array_index (dates, FfWallTime, dates->len - 1));
  if (rule->count > 0)
    {
      g_autofree char *number = g_strdup_printf ("%d", rule->count - (int) dates->len + 1);
      g_autofree char *rest = ff_rule_replace (ff_meeting_get_rule (after), "COUNT", number);

      ff_meeting_set_rule (after, rest);
    }
}

/**
 * ff_series_split:
 * @meeting: a series; it is not changed
 * @at: a start that its rule gives
 * @before: (out) (transfer full) (nullable): the series with its last date before @at, under the same key;
 *   %NULL where nothing comes before
 * @after: (out) (transfer full): the rest, under a new key and never sent to anybody yet; or all of it, under
 *   the same key, where nothing comes before
 * @error: %FF_MODEL_ERROR_ZONE, %FF_MODEL_ERROR_RULE, or %FF_MODEL_ERROR_TIME where @at is none of its dates
 *
 * Both together have the dates that it had: the rest keeps the rhythm of its weeks, months or years, as @at
 * lies in one that counts. A COUNT is shared out; an UNTIL and the pauses stay with the rest, the pauses with both.
 * What a listing calls the meeting goes with the rest, which is what it lists; where it came from a calendar
 * file, which knows it by its key, that stays with the first part.
 *
 * Returns: whether it could be done
 */
gboolean
ff_series_split (FfMeeting *meeting,
                 const FfWallTime *at,
                 FfMeeting **before,
                 FfMeeting **after,
                 GError **error)
{
  g_autoptr (GArray) dates = NULL;
  g_autoptr (FfRule) rule = NULL;

  g_return_val_if_fail (FF_IS_MEETING (meeting), FALSE);
  g_return_val_if_fail (at != NULL && ff_wall_time_is_valid (at), FALSE);
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  *before = *after = NULL;
  dates = list_dates (meeting, at, error);
  if (dates == NULL)
    return FALSE;

  if (dates->len == 1)
    {
      *after = ff_meeting_copy (meeting);
      return TRUE;
    }

  /* More than one date: there is a rule, and it was good enough to be worked out. */
  rule = ff_rule_parse (ff_meeting_get_rule (meeting), NULL);
  *before = ff_meeting_copy (meeting);
  *after = ff_meeting_copy_as (meeting, NULL);
  end_before (*before, rule, dates);
  begin_after (*after, rule, dates);
  share_origin (*before, *after);
  return TRUE;
}
