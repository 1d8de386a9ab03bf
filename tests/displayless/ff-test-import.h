/* ff-test-import.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A listing read, and one of its rows in words.
 */

#pragma once

#include <string.h>

#include "ff-import.h"

static const FfImportDefaults ff_test_import_defaults
    = { .programme = "four-point", .zone = "America/Vancouver", .language = "en" };

static inline FfImport *
ff_test_import_parse_bytes (const char *text, gsize length, FfFormat format, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return ff_import_parse (bytes, "list.json", format, &ff_test_import_defaults, NULL, NULL, NULL,
                          error);
}

static inline FfImport *
ff_test_import_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  FfImport *import = ff_test_import_parse_bytes (text, strlen (text), FF_FORMAT_UNKNOWN, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);
  return import;
}

static inline FfImportRow *
ff_test_import_get_row (FfImport *import, guint position)
{
  g_assert_cmpuint (position, <, import->rows->len);
  return g_ptr_array_index (import->rows, position);
}

static inline char *
ff_test_import_describe_when (FfMeeting *meeting)
{
  g_autofree char *start = ff_wall_time_to_string (ff_meeting_get_start (meeting));

  if (ff_meeting_get_by_appointment (meeting))
    return g_strdup ("appointment");
  return g_strdup_printf ("%s %u %s", start, ff_meeting_get_minutes (meeting),
                          ff_meeting_get_rule (meeting));
}

static const char *
ff_test_import_find_remark (FfImportRow *row, const char *part)
{
  for (guint i = 0; i < row->remarks->len; i++)
    {
      const char *remark = g_ptr_array_index (row->remarks, i);

      if (strstr (remark, part) != NULL)
        return remark;
    }
  return NULL;
}
