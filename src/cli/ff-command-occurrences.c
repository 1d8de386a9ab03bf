/* ff-command-occurrences.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl occurrences: the dates of all meetings in a stretch of time.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-command.h"
#include "ff-listing.h"
#include "ff-schedule-repository.h"
#include "ff-stretch.h"

static char *from_text;
static char *to_text;
static gboolean json;

static const GOptionEntry options[] = {
  { "from", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &from_text,
    N_ ("The first day, such as 2026-11-24"), N_ ("DATE") },
  { "to", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &to_text, N_ ("The last day"), N_ ("DATE") },
  { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json,
    N_ ("One JSON object a line instead of columns"), NULL },
  G_OPTION_ENTRY_NULL,
};

static const char *
get_status (FfOccurrence *occurrence)
{
  switch (ff_occurrence_get_standing (occurrence))
    {
    case FF_STANDING_ON:
      return "on";
    case FF_STANDING_UNDECIDED:
      return "undecided";
    case FF_STANDING_CANCELLED:
      return "cancelled";
    case FF_STANDING_PAUSED:
      return "paused";
    case FF_STANDING_HOLIDAY:
      return "holiday";
    default:
      g_return_val_if_reached ("");
    }
}

static void
print_occurrence (FfOccurrence *occurrence, FfSchedule *schedule)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  FfGroup *group = ff_schedule_find_group (schedule, ff_meeting_get_group (meeting));
  /* RFC 3339: more readers take it than every form of ISO 8601. */
  g_autofree char *start
      = g_date_time_format (ff_occurrence_get_start (occurrence), "%Y-%m-%dT%H:%M:%S%:z");
  g_autoptr (JsonObject) row = json_object_new ();

  json_object_set_string_member (row, "uid", ff_meeting_get_uid (meeting));
  json_object_set_string_member (row, "group", group != NULL ? ff_group_get_name (group) : "");
  json_object_set_string_member (row, "start", start);
  json_object_set_int_member (row, "minutes", ff_meeting_get_minutes (meeting));
  json_object_set_string_member (row, "status", get_status (occurrence));
  ff_listing_print (row, json);
}

/* The rest has been printed; what is missing from it is a failure all the same. */
static gboolean
check_whole (FfSchedule *schedule, GPtrArray *unusable, const FfStretch *stretch, GError **error)
{
  g_autoptr (GPtrArray) dates = NULL;
  FfMeeting *meeting;

  if (unusable->len == 0)
    return TRUE;
  meeting = g_ptr_array_index (unusable, 0);
  dates = ff_meeting_list_occurrences (meeting, NULL, NULL, stretch->from, stretch->until, error);
  g_prefix_error (
      error,
      /* Translators: a number of meetings, and the name of the first; why it is so follows as a sentence */
      ngettext ("%u meeting is left out, “%s”. ", "%u meetings are left out, the first is “%s”. ",
                unusable->len),
      unusable->len, ff_schedule_get_title (schedule, meeting));
  return FALSE;
}

static gboolean
print_all (FfStore *store, gpointer data, GError **error)
{
  const FfStretch *stretch = data;
  g_autoptr (FfSchedule) schedule = ff_schedule_repository_read (store, NULL, error);
  g_autoptr (GPtrArray) unusable = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) occurrences = NULL;

  if (schedule == NULL)
    return FALSE;
  occurrences
      = ff_schedule_list_occurrences (schedule, stretch->from, stretch->until, unusable, NULL);
  for (guint i = 0; i < occurrences->len; i++)
    print_occurrence (g_ptr_array_index (occurrences, i), schedule);
  return check_whole (schedule, unusable, stretch, error);
}

static gboolean
parse_options (FfInvocation *invocation, FfStretch *stretch, GError **error)
{
  if (!ff_command_refuse_arguments (invocation, error))
    return FALSE;
  if (from_text == NULL || to_text == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("From which day to which? Give both, such as --from 2026-11-24 --to "
                              "2026-11-30."));
      return FALSE;
    }
  return ff_stretch_parse (from_text, to_text, &stretch->from, &stretch->until, error);
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  g_auto (FfStretch) stretch = { 0 };

  return parse_options (invocation, &stretch, error)
         && ff_command_use_store (ff_command_open_store (invocation, error), print_all, &stretch,
                                  error);
}

const FfCommand ff_command_occurrences = {
  "occurrences", "", N_ ("List the dates of all meetings from one day to another"), options, run,
};
