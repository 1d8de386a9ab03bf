/* ff-export.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule in the formats of others; private fields stay here.
 */

#include "ff-export.h"

/**
 * ff_export_remark_free:
 * @remark: (transfer full): not needed any more
 */
void
ff_export_remark_free (FfExportRemark *remark)
{
  g_return_if_fail (remark != NULL);

  g_free (remark->title);
  g_free (remark->reason);
  g_free (remark);
}

/**
 * ff_export_add_remark:
 * @title: what the meeting is called
 * @left_out: whether the file says nothing of it at all
 * @format: why, or what is said otherwise, a sentence
 *
 * For the writers of the formats.
 */
void
ff_export_add_remark (GPtrArray *remarks,
                      const char *title,
                      gboolean left_out,
                      const char *format,
                      ...)
{
  FfExportRemark *remark;
  va_list arguments;

  g_return_if_fail (remarks != NULL && title != NULL);

  remark = g_new0 (FfExportRemark, 1);
  remark->title = g_strdup (title);
  remark->left_out = left_out;
  va_start (arguments, format);
  remark->reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (remarks, remark);
}

static char *
write_format (FfSchedule *schedule,
              const FfExportOptions *options,
              GPtrArray *remarks,
              GError **error)
{
  switch (options->format)
    {
    case FF_FORMAT_ICALENDAR:
      return ff_export_write_icalendar (schedule, options, remarks, error);

    case FF_FORMAT_MEETING_GUIDE:
      return ff_export_write_meeting_guide (schedule, options, remarks, error);

    case FF_FORMAT_TSML_CSV:
      return ff_export_write_tsml_csv (schedule, options, remarks, error);

    case FF_FORMAT_BMLT:
      return ff_export_write_bmlt (schedule, options, remarks, error);

    case FF_FORMAT_UNKNOWN:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * ff_export_write:
 * @remarks: (out) (optional) (element-type FfExportRemark) (transfer full): what the format cannot say, by meeting
 *
 * Writes all meetings of @schedule. The same schedule gives the same text. Remarks, contacts' surnames, addresses and numbers never
 * leave, passcodes only where @options say so.
 *
 * Returns: (transfer full): the whole file, or %NULL with an error
 */
char *
ff_export_write (FfSchedule *schedule,
                 const FfExportOptions *options,
                 GPtrArray **remarks,
                 GError **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_export_remark_free);
  char *text;

  g_return_val_if_fail (FF_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  text = write_format (schedule, options, list, error);
  if (remarks != NULL)
    *remarks = text != NULL ? g_steal_pointer (&list) : NULL;
  return text;
}
