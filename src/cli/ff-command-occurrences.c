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
#include "ff-group-repository.h"
#include "ff-listing.h"
#include "ff-meeting-repository.h"
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

static GHashTable *
list_group_names (FfStore *store, GError **error)
{
  g_autoptr (GPtrArray) groups = ff_group_repository_list (store, error);
  GHashTable *names;

  if (groups == NULL)
    return NULL;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);

      g_hash_table_insert (names, g_strdup (ff_group_get_uid (group)),
                           g_strdup (ff_group_get_name (group)));
    }
  return names;
}

static const char *
get_status (FfOccurrence *occurrence)
{
  if (ff_occurrence_get_cancelled (occurrence))
    return "cancelled";
  return ff_occurrence_get_moved (occurrence) ? "moved" : "scheduled";
}

static void
print_occurrence (FfOccurrence *occurrence, GHashTable *names)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  const char *group = g_hash_table_lookup (names, ff_meeting_get_group (meeting));
  /* RFC 3339: more readers take it than every form of ISO 8601. */
  g_autofree char *start
      = g_date_time_format (ff_occurrence_get_start (occurrence), "%Y-%m-%dT%H:%M:%S%:z");
  g_autoptr (JsonObject) row = json_object_new ();

  json_object_set_string_member (row, "uid", ff_meeting_get_uid (meeting));
  json_object_set_string_member (row, "group", group != NULL ? group : "");
  json_object_set_string_member (row, "start", start);
  json_object_set_int_member (row, "minutes", ff_meeting_get_minutes (meeting));
  json_object_set_string_member (row, "status", get_status (occurrence));
  ff_listing_print (row, json);
}

/* The rest has been printed; what is missing from it is a failure all the same. */
static gboolean
check_whole (GPtrArray *unusable,
             GHashTable *names,
             GDateTime *from,
             GDateTime *until,
             GError **error)
{
  g_autoptr (GPtrArray) dates = NULL;
  FfMeeting *meeting;
  const char *name;

  if (unusable->len == 0)
    return TRUE;
  meeting = g_ptr_array_index (unusable, 0);
  name = *ff_meeting_get_title (meeting) != '\0'
             ? ff_meeting_get_title (meeting)
             : g_hash_table_lookup (names, ff_meeting_get_group (meeting));
  dates = ff_meeting_list_occurrences (meeting, NULL, NULL, from, until, error);
  g_prefix_error (
      error,
      /* Translators: a number of meetings, and the name of the first; why it is so follows as a sentence */
      ngettext ("%u meeting is left out, “%s”. ", "%u meetings are left out, the first is “%s”. ",
                unusable->len),
      unusable->len, name != NULL ? name : ff_meeting_get_uid (meeting));
  return FALSE;
}

static gboolean
print_all (FfStore *store, GDateTime *from, GDateTime *until, GError **error)
{
  g_autoptr (GHashTable) names = list_group_names (store, error);
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (GPtrArray) unusable = NULL;

  if (names == NULL)
    return FALSE;
  occurrences = ff_meeting_repository_list_occurrences (store, NULL, from, until, &unusable, error);
  if (occurrences == NULL)
    return FALSE;
  for (guint i = 0; i < occurrences->len; i++)
    print_occurrence (g_ptr_array_index (occurrences, i), names);
  return check_whole (unusable, names, from, until, error);
}

static gboolean
parse_options (FfInvocation *invocation, GDateTime **from, GDateTime **until, GError **error)
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
  return ff_stretch_parse (from_text, to_text, from, until, error);
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) until = NULL;
  FfStore *store;
  gboolean done;

  if (!parse_options (invocation, &from, &until, error))
    return FALSE;
  store = ff_command_open_store (invocation, error);
  if (store == NULL)
    return FALSE;
  done = print_all (store, from, until, error);
  return ff_command_close_store (store, done ? error : NULL) && done;
}

const FfCommand ff_command_occurrences = {
  "occurrences", "", N_ ("List the dates of all meetings from one day to another"), options, run,
};
