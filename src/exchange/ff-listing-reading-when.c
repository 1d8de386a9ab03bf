/* ff-listing-reading-when.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days, times and zone of one row of a listing; private to ff-listing-reading*.c.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-listing-reading-private.h"
#include "ff-listing-times.h"

#define MINUTES_OF_DAY 1440
#define MINUTES_WHERE_NONE 60

static const char *
look_up_zone (FfListingReading *self, const char *name)
{
  const char *zone = g_hash_table_lookup (self->zones, name);
  char *found;

  if (zone != NULL)
    return zone;
  found = ff_listing_find_zone (name);
  found = found != NULL ? found : g_strdup ("");
  g_hash_table_insert (self->zones, g_strdup (name), found);
  return found;
}

/*< private >
 * ff_listing_reading_take_zone:
 *
 * The zone as it is written, as it can be understood, or else that of the rest.
 */
void
ff_listing_reading_take_zone (FfListingReading *self, FfListingFields *fields, FfMeeting *meeting)
{
  const char *fallback = self->defaults->zone != NULL ? self->defaults->zone : "UTC";
  g_autofree char *name
      = ff_listing_fields_take_text (fields, "timezone", TRUE, FF_LISTING_MAX_NAME);
  const char *zone = *name != '\0' ? look_up_zone (self, name) : fallback;

  if (*zone == '\0')
    {
      ff_import_row_remark (fields->row,
                            _ ("“%s” is no time zone that can mean only one place; %s was taken."),
                            name, fallback);
      zone = fallback;
    }
  else if (*name != '\0' && !g_str_equal (zone, name))
    ff_import_row_remark (fields->row, _ ("The time zone “%s” was taken as %s."), name, zone);
  ff_meeting_set_zone (meeting, zone);
}

static gboolean
holds_other_than_values (JsonNode *node)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!JSON_NODE_HOLDS_VALUE (json_array_get_element (array, i)))
        return TRUE;
    }
  return FALSE;
}

/* FALSE where the row was refused. */
static gboolean
read_days (FfListingFields *fields, guint *days)
{
  JsonNode *node = ff_listing_fields_get (fields, "day");
  g_auto (GStrv) texts = ff_listing_fields_list_texts (fields, "day");

  *days = 0;
  if (node != NULL && holds_other_than_values (node))
    {
      ff_import_row_refuse (fields->row,
                            _ ("“day” is neither a day nor a list of days. Write 0 for "
                               "Sunday to 6 for Saturday."));
      return FALSE;
    }
  for (char **text = texts; *text != NULL; text++)
    {
      const int day = ff_listing_parse_day (*text);

      if (day == 0)
        {
          ff_import_row_refuse (fields->row,
                                _ ("“%s” is no day of the week. Write 0 for Sunday to "
                                   "6 for Saturday, or the day’s name."),
                                *text);
          return FALSE;
        }
      *days |= FF_LISTING_DAY_BIT (day);
    }
  return TRUE;
}

/* −1 where there is none; FALSE where the row was refused. */
static gboolean
read_time (FfListingFields *fields, const char *key, int *minutes)
{
  JsonNode *node = ff_listing_fields_get (fields, key);
  g_autofree char *text = ff_listing_fields_peek_text (fields, key);

  *minutes = -1;
  if (node == NULL || (JSON_NODE_HOLDS_VALUE (node) && *text == '\0'))
    return TRUE;
  *minutes = ff_listing_parse_time (text);
  if (*minutes >= 0)
    return TRUE;
  ff_import_row_refuse (fields->row, _ ("“%s” in “%s” is no time of day. Write it like “19:30”."),
                        text, key);
  return FALSE;
}

static guint
count_minutes (FfListingFields *fields, int start, int end)
{
  if (end < 0)
    {
      ff_import_row_remark (fields->row, _ ("It does not say when it ends; %d minutes were taken."),
                            MINUTES_WHERE_NONE);
      return MINUTES_WHERE_NONE;
    }
  if (end == start)
    {
      ff_import_row_remark (fields->row, _ ("It ends when it begins; %d minutes were taken."),
                            MINUTES_WHERE_NONE);
      return MINUTES_WHERE_NONE;
    }
  return (guint) (end > start ? end - start : end - start + MINUTES_OF_DAY);
}

/*< private >
 * ff_listing_reading_take_when:
 *
 * Days and times; without them it is by appointment.
 *
 * Returns: %FALSE where the row was refused
 */
gboolean
ff_listing_reading_take_when (FfListingFields *fields, FfMeeting *meeting)
{
  guint days;
  int start, end;

  if (!read_days (fields, &days) || !read_time (fields, "time", &start)
      || !read_time (fields, "end_time", &end))
    return FALSE;
  if (days == 0 || start < 0)
    {
      if (days != 0 || start >= 0)
        ff_import_row_remark (fields->row,
                              _ ("It says no day or no time, and was taken as by appointment."));
      ff_listing_set_weekly (meeting, 0, 0);
      ff_meeting_set_minutes (meeting, MINUTES_WHERE_NONE);
      return TRUE;
    }
  ff_listing_fields_take (fields, "day");
  ff_listing_fields_take (fields, "time");
  ff_listing_fields_take (fields, "end_time");
  ff_listing_set_weekly (meeting, days, start % MINUTES_OF_DAY);
  ff_meeting_set_minutes (meeting, count_minutes (fields, start, end));
  return TRUE;
}
