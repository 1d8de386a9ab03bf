/* ff-command-export.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl export: the schedule for other programs.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-command.h"
#include "ff-group-repository.h"
#include "ff-icalendar.h"
#include "ff-meeting-repository.h"
#include "ff-schedule-pdf.h"
#include "ff-schedule-repository.h"
#include "ff-stretch.h"

static char *from_text;
static char *to_text;
static char *group_name;

static const GOptionEntry options[] = {
  { "from", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &from_text,
    N_ ("Only dates from this day on, such as 2026-11-24"), N_ ("DATE") },
  { "to", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &to_text, N_ ("Only dates until this day"),
    N_ ("DATE") },
  { "group", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &group_name,
    N_ ("Only this group’s meetings"), N_ ("NAME") },
  { "form", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &ff_schedule_pdf_options.form,
    N_ ("On paper: “poster”, “list” or “leaflet” (list)"), N_ ("FORM") },
  { "paper", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &ff_schedule_pdf_options.paper,
    N_ ("On paper: “a4” or “letter” (as is usual where you are)"), N_ ("SIZE") },
  { "language", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &ff_schedule_pdf_options.language,
    N_ ("On paper: its language, such as “fr” (yours)"), N_ ("LANGUAGE") },
  { "large-print", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &ff_schedule_pdf_options.large_print,
    N_ ("On paper: letters of 18 points"), NULL },
  { "by-region", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &ff_schedule_pdf_options.by_region,
    N_ ("On paper: a list by region"), NULL },
  G_OPTION_ENTRY_NULL,
};

static char *
write_calendar (FfStore *store, GDateTime *from, GDateTime *until, GError **error)
{
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (GPtrArray) groups = ff_group_repository_list (store, error);
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GPtrArray) overrides = NULL;
  const char *uid = NULL;

  if (groups == NULL)
    return NULL;
  if (group_name != NULL)
    {
      group = ff_command_find_group (store, group_name, error);
      if (group == NULL)
        return NULL;
      uid = ff_group_get_uid (group);
    }
  meetings = ff_meeting_repository_list (store, uid, error);
  if (meetings == NULL)
    return NULL;
  overrides = ff_meeting_repository_list_overrides (store, uid, error);
  if (overrides == NULL)
    return NULL;
  return ff_icalendar_write (groups, meetings, overrides, from, until, error);
}

static GBytes *
write_paper (FfStore *store, FfClock *clock, GError **error)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (clock);
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (FfSchedule) schedule = NULL;

  if (group_name != NULL)
    {
      group = ff_command_find_group (store, group_name, error);
      if (group == NULL)
        return NULL;
    }
  schedule
      = ff_schedule_repository_read (store, group != NULL ? ff_group_get_uid (group) : NULL, error);
  return schedule != NULL ? ff_schedule_pdf_write (schedule, now, error) : NULL;
}

static gboolean
run_paper (FfInvocation *invocation, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) reason = NULL;
  FfStore *store;

  if (!ff_command_check_output (invocation, path, error))
    return FALSE;
  store = ff_command_open_store (invocation, error);
  if (store == NULL)
    return FALSE;
  pdf = write_paper (store, invocation->clock, error);
  if (!ff_command_close_store (store, pdf != NULL ? error : NULL) || pdf == NULL)
    return FALSE;
  if (g_file_set_contents_full (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                                G_FILE_SET_CONTENTS_CONSISTENT, 0644, &reason))
    return TRUE;
  g_set_error (error, reason->domain, reason->code,
               _ ("The schedule could not be written to “%s”; choose another place. (%s)"), path,
               reason->message);
  return FALSE;
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  const guint n_arguments = g_strv_length (invocation->arguments);
  const char *path = n_arguments == 2 ? invocation->arguments[1] : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) until = NULL;
  g_autoptr (GError) reason = NULL;
  FfStore *store;

  if (path != NULL && g_str_equal (invocation->arguments[0], "schedule-pdf"))
    return run_paper (invocation, path, error);
  if (n_arguments > 0 && !g_str_equal (invocation->arguments[0], "ics")
      && !g_str_equal (invocation->arguments[0], "schedule-pdf"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is not a format to export. There are: ics, schedule-pdf."),
                   invocation->arguments[0]);
      return FALSE;
    }
  if (path == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("Give a format and one file: “fourfoldctl export ics FILE”."));
      return FALSE;
    }
  if (!ff_stretch_parse (from_text, to_text, &from, &until, error)
      || !ff_command_check_output (invocation, path, error))
    return FALSE;
  store = ff_command_open_store (invocation, error);
  if (store == NULL)
    return FALSE;
  text = write_calendar (store, from, until, error);
  if (!ff_command_close_store (store, text != NULL ? error : NULL) || text == NULL)
    return FALSE;
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &reason))
    return TRUE;
  g_set_error (error, reason->domain, reason->code,
               _ ("The calendar could not be written to “%s”; choose another place. (%s)"), path,
               reason->message);
  return FALSE;
}

const FfCommand ff_command_export = {
  "export",
  N_ ("ics|schedule-pdf FILE"),
  N_ ("Write the schedule for calendars, or for paper"),
  options,
  run,
};
