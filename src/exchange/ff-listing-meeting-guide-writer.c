/* ff-listing-meeting-guide-writer.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule as Meeting Guide JSON (github.com/code4recovery/spec).
 */

#include "ff-listing-times.h"
#include "ff-listing-writing.h"

/* 0 Sunday to 6 Saturday: one alone is a number. */
static void
set_days (JsonObject *object, guint days)
{
  g_autoptr (JsonArray) list = json_array_new ();

  for (int number = 0; number < 7; number++)
    {
      if ((days & FF_LISTING_DAY_BIT (number == 0 ? 7 : number)) != 0)
        json_array_add_int_element (list, number);
    }
  if (json_array_get_length (list) == 1)
    json_object_set_int_member (object, "day", json_array_get_int_element (list, 0));
  else if (json_array_get_length (list) > 1)
    json_object_set_array_member (object, "day", g_steal_pointer (&list));
}

/**
 * ff_export_write_meeting_guide:
 * @remarks: (element-type FfExportRemark): gets what such a list cannot say
 *
 * Returns: (transfer full): a list of weekly meetings and those by appointment
 */
char *
ff_export_write_meeting_guide (FfSchedule *schedule,
                               const FfExportOptions *options,
                               GPtrArray *remarks,
                               GError **error)
{
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  g_auto (FfListingWriting) writing = { 0 };
  g_autoptr (JsonArray) list = json_array_new ();
  g_autoptr (JsonNode) root = NULL;

  ff_listing_writing_init (&writing, schedule, options, remarks, "meeting-guide");
  for (guint i = 0; i < meetings->len; i++)
    {
      guint days;
      JsonObject *object
          = ff_listing_writing_build (&writing, g_ptr_array_index (meetings, i), &days);

      if (object == NULL)
        continue;
      set_days (object, days);
      json_array_add_object_element (list, object);
    }
  root = json_node_init_array (json_node_alloc (), list);
  return json_to_string (root, TRUE);
}
