/* ff-schedule-pdf.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl export schedule-pdf: the schedule on paper.
 */

#include "ff-config.h"

#include "ff-schedule-pdf.h"

#include <glib/gi18n-lib.h>

#include "ff-pdf.h"
#include "ff-schedule-sheet.h"

FfSchedulePdfOptions ff_schedule_pdf_options;

static const char *const forms[] = {
  [FF_SCHEDULE_POSTER] = "poster",
  [FF_SCHEDULE_LIST] = "list",
  [FF_SCHEDULE_LEAFLET] = "leaflet",
};

static gboolean
parse_form (FfScheduleForm *form, GError **error)
{
  const char *name = ff_schedule_pdf_options.form;

  *form = FF_SCHEDULE_LIST;
  if (name == NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i], name))
      {
        *form = (FfScheduleForm) i;
        return TRUE;
      }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a form of the schedule. Choose “poster”, “list” or “leaflet”."),
               name);
  return FALSE;
}

static gboolean
parse_paper (FfPaperSize *size, GError **error)
{
  const char *name = ff_schedule_pdf_options.paper;

  *size = ff_paper_size_get_default ();
  if (name == NULL)
    return TRUE;
  if (g_ascii_strcasecmp (name, "a4") == 0)
    *size = FF_PAPER_A4;
  else if (g_ascii_strcasecmp (name, "letter") == 0)
    *size = FF_PAPER_LETTER;
  else
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is not a paper size. Choose “a4” or “letter”."), name);
      return FALSE;
    }
  return TRUE;
}

/**
 * ff_schedule_pdf_write:
 * @schedule: whose meetings
 * @now: today, which is said on the paper
 * @error: %G_OPTION_ERROR_BAD_VALUE, or why it failed
 *
 * Returns: (transfer full): a PDF as the options say
 */
GBytes *
ff_schedule_pdf_write (FfSchedule *schedule, GDateTime *now, GError **error)
{
  FfScheduleStyle style = {
    .large_print = ff_schedule_pdf_options.large_print,
    .language = ff_schedule_pdf_options.language,
    .by_region = ff_schedule_pdf_options.by_region,
    .printed = now,
  };
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  FfSheet *sheet;

  if (!parse_form (&style.form, error) || !parse_paper (&style.size, error))
    return NULL;

  sheet = ff_schedule_sheet_new (schedule, &style);
  g_ptr_array_add (sheets, sheet);
  return ff_pdf_make (sheets, 1, ff_sheet_get_title (sheet), error);
}
