/* ff-holiday-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-rows.h"

static const char save_holidays[]
    = "INSERT INTO holiday_calendars (uid, name, days, sequence, modified)"
      " VALUES (?1, ?2, ?3, 0, ?4) ON CONFLICT (uid) DO UPDATE SET name = excluded.name,"
      " days = excluded.days, sequence = sequence + 1, modified = excluded.modified"
      " WHERE (name, days) IS NOT (excluded.name, excluded.days)";

gboolean
ff_holidays_row_save (FfConnection *connection,
                      FfHolidays *holidays,
                      gint64 modified,
                      GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, save_holidays);
  g_autofree char *days = ff_holidays_to_string (holidays);
  const char *name = ff_holidays_get_name (holidays);

  ff_statement_bind_text (statement, 1, ff_holidays_get_uid (holidays));
  ff_statement_bind_text (statement, 2, name != NULL ? name : "");
  ff_statement_bind_text (statement, 3, days);
  ff_statement_bind_int (statement, 4, modified);
  return ff_statement_run (statement, error);
}

FfHolidays *
ff_holidays_row_read (FfStatement *row)
{
  FfHolidays *holidays = ff_holidays_new (ff_statement_get_text (row, 0));
  g_autoptr (GError) error = NULL;

  ff_holidays_set_name (holidays, ff_statement_get_text (row, 1));
  if (!ff_holidays_parse (holidays, ff_statement_get_text (row, 2), &error))
    g_message ("The days of a calendar of holidays are left out: %s", error->message);
  return holidays;
}
