/* ff-command-export.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl export: the schedule and the roster for other programs.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-command.h"
#include "ff-export.h"
#include "ff-roster-file.h"
#include "ff-schedule-pdf.h"
#include "ff-schedule-repository.h"
#include "ff-stretch.h"

static char *from_text;
static char *to_text;
static char *group_name;
static gboolean with_passcodes;

static const GOptionEntry options[] = {
  { "from", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &from_text,
    N_ ("Only dates from this day on, such as 2026-11-24"), N_ ("DATE") },
  { "to", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &to_text, N_ ("Only dates until this day"),
    N_ ("DATE") },
  { "group", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &group_name,
    N_ ("Only this group’s meetings or volunteers"), N_ ("NAME") },
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
  { "passcodes", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &with_passcodes,
    N_ ("Also what opens the rooms on the web, for files that stay among yourselves"), NULL },
  { "contacts-only", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
    &ff_roster_file_options.contacts_only,
    N_ ("Of volunteers only how to reach them and what they do"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* What there is to say, and in which form. */
typedef struct
{
  FfFormat format;
  GDateTime *from;  /* (nullable) */
  GDateTime *until; /* (nullable) */
  GDateTime *now;
  GPtrArray *remarks; /* (nullable) (element-type FfExportRemark): what the form cannot say */
} Wanted;

typedef GBytes *(*WriteFunc) (FfSchedule *schedule, Wanted *wanted, GError **error);

typedef struct
{
  const char *id;
  FfFormat format;    /* FF_FORMAT_UNKNOWN where it is no format to exchange schedules in */
  gboolean has_dates; /* whether days can be chosen */
  WriteFunc write;    /* NULL for volunteers */
} Form;

/* By name, once the file is there: a failure is told in one line. */
static void
print_remarks (GPtrArray *remarks)
{
  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    {
      const FfExportRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->left_out)
        /* Translators: a meeting, and a sentence that says why */
        g_printerr (_ ("“%s” is left out. %s\n"), remark->title, remark->reason);
      else
        /* Translators: a meeting, and a sentence on what the file says otherwise */
        g_printerr (_ ("“%s”: %s\n"), remark->title, remark->reason);
    }
}

static GBytes *
write_listing (FfSchedule *schedule, Wanted *wanted, GError **error)
{
  const FfExportOptions export = { wanted->format, wanted->from, wanted->until, with_passcodes };
  char *text = ff_export_write (schedule, &export, &wanted->remarks, error);

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

static GBytes *
write_paper (FfSchedule *schedule, Wanted *wanted, GError **error)
{
  return ff_schedule_pdf_write (schedule, wanted->now, error);
}

static const Form forms[] = {
  { "ics", FF_FORMAT_ICALENDAR, TRUE, write_listing },
  { "meeting-guide", FF_FORMAT_MEETING_GUIDE, FALSE, write_listing },
  { "tsml-csv", FF_FORMAT_TSML_CSV, FALSE, write_listing },
  { "bmlt", FF_FORMAT_BMLT, FALSE, write_listing },
  { "schedule-pdf", FF_FORMAT_UNKNOWN, FALSE, write_paper },
  { "roster-csv", FF_FORMAT_UNKNOWN, FALSE, NULL },
  { "roster-vcf", FF_FORMAT_UNKNOWN, FALSE, NULL },
};

static const Form *
find_form (const char *id, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (g_str_equal (forms[i].id, id))
        return &forms[i];
      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", forms[i].id);
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: the second value is a list of names such as “ics, tsml-csv” */
               _ ("“%s” is not a format to export. There are: %s."), id, ids->str);
  return NULL;
}

static const Form *
parse_arguments (FfInvocation *invocation, GError **error)
{
  const Form *form;

  if (invocation->arguments[0] == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("Give a format and one file: “fourfoldctl export ics FILE”."));
      return NULL;
    }
  form = find_form (invocation->arguments[0], error);
  if (form == NULL)
    return NULL;
  if (g_strv_length (invocation->arguments) != 2)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("Give one file to write: “fourfoldctl export %s FILE”."), form->id);
      return NULL;
    }
  if (!form->has_dates && (from_text != NULL || to_text != NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   form->write != NULL
                       ? _ ("“%s” lists meetings and not their dates: leave out --from and --to.")
                       : _ ("“%s” lists volunteers and not dates: leave out --from and --to."),
                   form->id);
      return NULL;
    }
  return form;
}

static GBytes *
write_wanted (FfStore *store, const Form *form, Wanted *wanted, GError **error)
{
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (FfSchedule) schedule = NULL;

  if (group_name != NULL)
    {
      group = ff_command_find_group (store, group_name, error);
      if (group == NULL)
        return NULL;
    }
  if (form->write == NULL)
    return ff_roster_file_export (store, ff_roster_file_find_format (form->id),
                                  group != NULL ? ff_group_get_uid (group) : NULL, error);
  schedule
      = ff_schedule_repository_read (store, group != NULL ? ff_group_get_uid (group) : NULL, error);
  return schedule != NULL ? form->write (schedule, wanted, error) : NULL;
}

static gboolean
save (const char *path, GBytes *bytes, int mode, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) reason = NULL;

  if (g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, mode,
                                &reason))
    return TRUE;
  g_set_error (error, reason->domain, reason->code,
               _ ("The file could not be written to “%s”; choose another place. (%s)"), path,
               reason->message);
  return FALSE;
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  const Form *form = parse_arguments (invocation, error);
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) until = NULL;
  g_autoptr (GDateTime) now = ff_clock_get_now (invocation->clock);
  g_autoptr (GBytes) bytes = NULL;
  Wanted wanted;
  FfStore *store;
  gboolean done;

  if (form == NULL || !ff_stretch_parse (from_text, to_text, &from, &until, error)
      || !ff_command_check_output (invocation, invocation->arguments[1], error))
    return FALSE;
  store = ff_command_open_store (invocation, error);
  if (store == NULL)
    return FALSE;
  wanted = (Wanted) { form->format, from, until, now, NULL };
  bytes = write_wanted (store, form, &wanted, error);
  done = ff_command_close_store (store, bytes != NULL ? error : NULL) && bytes != NULL
         && save (invocation->arguments[1], bytes, form->write != NULL ? 0644 : 0600, error);
  if (done)
    print_remarks (wanted.remarks);
  g_clear_pointer (&wanted.remarks, g_ptr_array_unref);
  return done;
}

const FfCommand ff_command_export = {
  "export",
  N_ ("FORMAT FILE"),
  N_ ("Write the schedule for calendars or for paper, or the volunteers"),
  options,
  run,
};
