/* ff-command-import.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl import: meetings or volunteers from elsewhere, and what became of each row.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-await.h"
#include "ff-command.h"
#include "ff-import-taking.h"
#include "ff-listing.h"
#include "ff-programme.h"
#include "ff-roster-file.h"
#include "ff-schedule-repository.h"
#include "ff-wall-time.h"

static gboolean dry_run;
static char *format_id;
static char *group_name;
static gboolean remove_gone;
static gboolean json;

static const GOptionEntry options[] = {
  { "dry-run", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &dry_run,
    N_ ("Only say what would be done"), NULL },
  { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &format_id,
    N_ ("“ics”, “meeting-guide”, “tsml-csv” or “bmlt” (as the file looks); “roster-csv” or "
        "“roster-vcf” for volunteers"),
    N_ ("FORMAT") },
  { "group", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &group_name,
    N_ ("The group of all new meetings; one that is not there is made for rows that name none"),
    N_ ("NAME") },
  { "remove-gone", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &remove_gone,
    N_ ("Delete what came from this file once and is not in it any more"), NULL },
  { "dates", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &ff_roster_file_options.dates,
    N_ ("Volunteers: the order of dates that the file leaves open: “dmy”, “mdy” or “ymd”"),
    N_ ("ORDER") },
  { "charset", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &ff_roster_file_options.charset,
    N_ ("Volunteers: in what the file is written where it is not UTF-8, such as “windows-1252”"),
    N_ ("SET") },
  { "columns", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &ff_roster_file_options.columns,
    N_ ("Volunteers: what columns are, by name or number: “Who=name,3=phone”"), N_ ("LIST") },
  { "no-header", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &ff_roster_file_options.no_header,
    N_ ("Volunteers: the first line is somebody and names no columns"), NULL },
  { "map", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &ff_roster_file_options.map,
    N_ ("Volunteers: what names mean here: “Chair=facilitator,Old group=none”"), N_ ("LIST") },
  { "duplicates", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &ff_roster_file_options.duplicates,
    N_ ("Volunteers: what to do with those who may be there already: “skip”, “merge” or “add”"),
    N_ ("WHAT") },
  { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json,
    N_ ("One JSON object a line instead of columns"), NULL },
  G_OPTION_ENTRY_NULL,
};

static const char *const changes[FF_N_IMPORT_CHANGES] = {
  [FF_IMPORT_ADDED] = "added",     [FF_IMPORT_CHANGED] = "changed", [FF_IMPORT_SAME] = "same",
  [FF_IMPORT_REFUSED] = "refused", [FF_IMPORT_GONE] = "gone",
};

/* --- What becomes of each row --- */

static const char *
get_reason (const FfImportStep *step)
{
  switch (step->change)
    {
    case FF_IMPORT_CHANGED:
      return step->summary;
    case FF_IMPORT_REFUSED:
      return step->row->refused;
    case FF_IMPORT_GONE:
      return remove_gone
                 ? _ ("It is not in the file any more.")
                 : _ ("It is not in the file any more and stays; --remove-gone deletes it.");
    case FF_IMPORT_ADDED:
    case FF_IMPORT_SAME:
    default:
      return "";
    }
}

static void
print_step (const FfImportStep *step)
{
  g_autoptr (JsonObject) row = json_object_new ();
  JsonArray *remarks = json_array_new ();

  for (guint i = 0; step->row != NULL && i < step->row->remarks->len; i++)
    json_array_add_string_element (remarks, g_ptr_array_index (step->row->remarks, i));
  json_object_set_string_member (row, "change", changes[step->change]);
  json_object_set_int_member (row, "line", step->row != NULL ? step->row->line : 0);
  json_object_set_string_member (row, "uid",
                                 step->meeting != NULL ? ff_meeting_get_uid (step->meeting) : "");
  json_object_set_string_member (row, "title", step->title);
  json_object_set_string_member (row, "reason", get_reason (step));
  json_object_set_array_member (row, "remarks", remarks);
  ff_listing_print (row, json);
}

static void
print_plan (const FfImportPlan *plan)
{
  for (guint i = 0; i < plan->steps->len; i++)
    print_step (g_ptr_array_index (plan->steps, i));
  if (json)
    return;
  for (guint i = 0; i < FF_N_IMPORT_CHANGES; i++)
    g_print ("%s%s %u", i > 0 ? ", " : "", changes[i], plan->counts[i]);
  g_print ("\n");
}

/* --- Taking it in --- */

static gboolean
apply (FfStore *store, const FfImportPlan *plan, GError **error)
{
  g_autoptr (FfScheduleEdit) edit = ff_import_plan_make_edit (plan, remove_gone);
  g_autoptr (GAsyncResult) result = NULL;

  if (dry_run || ff_schedule_edit_is_empty (edit))
    return TRUE;
  ff_schedule_edit_apply_async (g_steal_pointer (&edit), store, NULL, NULL, NULL, ff_await_ready,
                                &result);
  return ff_schedule_edit_apply_finish (store, ff_await (&result), error) != 0;
}

/* Rows that were refused are told; a file of which nothing could be taken is a failure. */
static gboolean
check_taken (const FfImport *import, const FfImportPlan *plan, GError **error)
{
  const FfImportStep *first;

  if (import->rows->len == 0 || plan->counts[FF_IMPORT_REFUSED] < import->rows->len)
    return TRUE;
  first = g_ptr_array_index (plan->steps, 0);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: a file, a number of a line in it, and the reason as a sentence */
               _ ("No meeting could be taken out of “%s”. Line %u: %s"), import->name,
               first->row->line, first->row->refused);
  return FALSE;
}

/* --- The command --- */

/* *group: (nullable): (transfer full): NULL where it is not there yet. */
static gboolean
find_group (FfStore *store, FfSchedule *schedule, FfGroup **group, GError **error)
{
  GPtrArray *groups = ff_schedule_get_groups (schedule);
  g_autofree char *wanted = group_name != NULL ? g_utf8_casefold (group_name, -1) : NULL;

  *group = NULL;
  for (guint i = 0; wanted != NULL && i < groups->len; i++)
    {
      FfGroup *one = g_ptr_array_index (groups, i);
      g_autofree char *name = g_utf8_casefold (ff_group_get_name (one), -1);

      if (!g_str_equal (name, wanted) && !g_str_equal (ff_group_get_uid (one), group_name))
        continue;
      *group = ff_command_find_group (store, group_name, error);
      return *group != NULL;
    }
  return TRUE;
}

static gboolean
take_meetings_in (FfStore *store, FfFormat format, const char *path, GError **error)
{
  g_autoptr (GPtrArray) programmes = ff_programme_load_all (error);
  g_autofree char *zone = ff_time_zone_get_local ();
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (FfImport) import = NULL;
  g_autoptr (FfImportPlan) plan = NULL;
  FfImportDefaults defaults = { group_name, NULL, zone, "" };

  if (programmes == NULL)
    return FALSE;
  defaults.programme = ff_programme_get_id (g_ptr_array_index (programmes, 0));
  schedule = ff_schedule_repository_read (store, NULL, error);
  if (schedule == NULL || !find_group (store, schedule, &group, error))
    return FALSE;
  import = ff_import_read (path, format, &defaults, NULL, NULL, NULL, error);
  if (import == NULL)
    return FALSE;
  plan = ff_import_plan_new (import, schedule, &defaults,
                             group != NULL ? ff_group_get_uid (group) : NULL);
  if (!apply (store, plan, error))
    return FALSE;
  print_plan (plan);
  return check_taken (import, plan, error);
}

/* What only the other kind of file has. */
static gboolean
check_options (FfRosterFormat roster, GError **error)
{
  if (roster != FF_ROSTER_UNKNOWN && (group_name != NULL || remove_gone))
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("--group and --remove-gone are for meetings: leave them out."));
  else if (roster == FF_ROSTER_UNKNOWN && ff_roster_file_has_options ())
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("--dates, --charset, --columns, --no-header, --map and --duplicates "
                            "are for volunteers: add --format roster-csv or roster-vcf."));
  else
    return ff_roster_file_check_options (error);
  return FALSE;
}

/* What is given, of meetings or of volunteers. */
typedef struct
{
  const char *path;
  FfFormat format;
  FfRosterFormat roster;
} File;

static gboolean
parse_arguments (FfInvocation *invocation, File *file, GError **error)
{
  file->path = invocation->arguments[0];
  file->roster = ff_roster_file_find_format (format_id);
  file->format = format_id != NULL ? ff_format_find (format_id) : FF_FORMAT_UNKNOWN;
  if (format_id != NULL && file->format == FF_FORMAT_UNKNOWN && file->roster == FF_ROSTER_UNKNOWN)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is not a format to import. Choose “ics”, “meeting-guide”, “tsml-csv”, "
                      "“bmlt”, “roster-csv” or “roster-vcf”, or leave out --format."),
                   format_id);
      return FALSE;
    }
  if (!check_options (file->roster, error))
    return FALSE;
  if (g_strv_length (invocation->arguments) == 1)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("Give one file: “fourfoldctl import FILE”."));
  return FALSE;
}

static gboolean
take_in (FfStore *store, gpointer data, GError **error)
{
  const File *file = data;

  if (file->roster != FF_ROSTER_UNKNOWN)
    return ff_roster_file_import (store, file->path, file->roster, dry_run, json, error);
  return take_meetings_in (store, file->format, file->path, error);
}

/* A first import makes the data folder; one that does nothing, or that has nothing to take in, makes none. */
static FfStore *
open_store (FfInvocation *invocation, const File *file, GError **error)
{
  if (dry_run)
    return ff_command_open_store (invocation, error);
  return ff_import_file_check (file->path, error) ? ff_command_open_any_store (invocation, error)
                                                  : NULL;
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  File file;

  return parse_arguments (invocation, &file, error)
         && ff_command_use_store (open_store (invocation, &file, error), take_in, &file, error);
}

const FfCommand ff_command_import = {
  "import",
  N_ ("FILE"),
  N_ ("Take in meetings from a calendar or a listing, or volunteers, row by row"),
  options,
  run,
};
