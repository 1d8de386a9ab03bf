/* ff-schedule-moves.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-schedule-moves.h"

#include <glib/gi18n-lib.h>

#include "ff-series.h"
#include "ff-statement.h"
#include "ff-store-error.h"

#define MINUTES_A_DAY (24 * 60)

typedef struct
{
  gint64 id;
  FfWallTime time;
} Date;

typedef struct
{
  const char *list_forwards;
  const char *list_backwards;
  const char *move;
  gboolean is_shared; /* with other people, so it says when it was changed */
} Table;

/* The later ones first where all become later, so that none takes the place of one that has yet to leave it. */
static const Table tables[] = {
  { "SELECT id, rule_time FROM overrides WHERE meeting_id = ?1 AND rule_time >= ?2"
    " ORDER BY rule_time",
    "SELECT id, rule_time FROM overrides WHERE meeting_id = ?1 AND rule_time >= ?2"
    " ORDER BY rule_time DESC",
    /* A date that has something at the new time keeps that. */
    "UPDATE OR IGNORE overrides SET meeting_id = ?2, rule_time = ?3, sequence = sequence + 1,"
    " modified = ?4 WHERE id = ?1",
    TRUE },
  { "SELECT id, rule_time FROM sessions WHERE meeting_id = ?1 AND rule_time >= ?2"
    " ORDER BY rule_time",
    "SELECT id, rule_time FROM sessions WHERE meeting_id = ?1 AND rule_time >= ?2"
    " ORDER BY rule_time DESC",
    "UPDATE OR IGNORE sessions SET meeting_id = ?2, rule_time = ?3 WHERE id = ?1", FALSE },
  { "SELECT id, rule_time FROM assignments WHERE meeting_id = ?1 AND rule_time >= ?2"
    " ORDER BY rule_time",
    "SELECT id, rule_time FROM assignments WHERE meeting_id = ?1 AND rule_time >= ?2"
    " ORDER BY rule_time DESC",
    /* A place that somebody has by now stays theirs. */
    "UPDATE OR IGNORE assignments SET meeting_id = ?2, rule_time = ?3, sequence = sequence + 1,"
    " modified = ?4 WHERE id = ?1",
    TRUE },
  { "SELECT id, rule_time FROM relieved_duties WHERE meeting_id = ?1 AND rule_time >= ?2"
    " ORDER BY rule_time",
    "SELECT id, rule_time FROM relieved_duties WHERE meeting_id = ?1 AND rule_time >= ?2"
    " ORDER BY rule_time DESC",
    "UPDATE relieved_duties SET meeting_id = ?2, rule_time = ?3 WHERE id = ?1", FALSE },
};

void
ff_dates_move_free (FfDatesMove *self)
{
  g_free (self->meeting);
  g_free (self->to_meeting);
  g_clear_object (&self->series);
  g_free (self);
}

static FfWallTime
add (const FfWallTime *time, int days, int minutes)
{
  int total = time->hour * 60 + time->minute + minutes;
  int carried = total >= 0 ? total / MINUTES_A_DAY : -((MINUTES_A_DAY - 1 - total) / MINUTES_A_DAY);
  FfWallTime sum = ff_wall_time_add_days (time, days + carried);

  total -= carried * MINUTES_A_DAY;
  sum.hour = (guint8) (total / 60);
  sum.minute = (guint8) (total % 60);
  return sum;
}

/* One that does not take place any more is still kept. */
static FfWallTime
find_new_time (FfDatesMove *by, const FfWallTime *time)
{
  FfWallTime moved = *time;

  if (by->series != NULL && ff_series_move_date (by->series, &by->at, &by->to, &moved))
    return moved;
  return add (time, by->days, by->minutes);
}

static gboolean
find_meeting (FfConnection *connection, const char *uid, gint64 *id, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT id FROM meetings WHERE uid = ?1");

  ff_statement_bind_text (statement, 1, uid);
  *id = ff_statement_next (statement) ? ff_statement_get_int (statement, 0) : 0;
  if (!ff_statement_finish (statement, error))
    return FALSE;
  if (*id == 0)
    g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                         _ ("The meeting of this date is not there any more."));
  return *id != 0;
}

static GArray *
list_dates (FfConnection *connection,
            const char *sql,
            gint64 meeting,
            const FfWallTime *from,
            GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (Date));
  Date date;

  ff_statement_bind_int (statement, 1, meeting);
  ff_statement_bind_time (statement, 2, from);
  while (ff_statement_next (statement))
    {
      date.id = ff_statement_get_int (statement, 0);
      if (ff_statement_get_time (statement, 1, &date.time))
        g_array_append_val (dates, date);
    }
  return ff_statement_finish (statement, error) ? g_steal_pointer (&dates) : NULL;
}

static gboolean
move (FfConnection *connection,
      const Table *table,
      GArray *dates,
      gint64 to_meeting,
      FfDatesMove *by,
      gint64 modified,
      GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, table->move);

  for (guint i = 0; i < dates->len; i++)
    {
      const Date *date = &g_array_index (dates, Date, i);
      FfWallTime later = find_new_time (by, &date->time);

      ff_statement_bind_int (statement, 1, date->id);
      ff_statement_bind_int (statement, 2, to_meeting);
      ff_statement_bind_time (statement, 3, &later);
      if (table->is_shared)
        ff_statement_bind_int (statement, 4, modified);
      if (!ff_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Whoever is needed at a meeting is needed at those of its dates that become dates of another. */
static gboolean
take_needs_along (FfConnection *connection, gint64 from_id, gint64 to_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "INSERT INTO needs (group_id, meeting_id, role_id, places, required)"
                  " SELECT m.group_id, m.id, n.role_id, n.places, n.required FROM needs AS n"
                  " JOIN meetings AS m ON m.id = ?2 WHERE n.meeting_id = ?1"
                  " AND NOT EXISTS (SELECT 1 FROM needs AS o WHERE o.meeting_id = ?2)");

  ff_statement_bind_int (statement, 1, from_id);
  ff_statement_bind_int (statement, 2, to_id);
  return ff_statement_run (statement, error);
}

gboolean
ff_dates_move_run (FfDatesMove *self, FfConnection *connection, gint64 modified, GError **error)
{
  gboolean backwards = self->days * MINUTES_A_DAY + self->minutes > 0;
  gint64 from_id, to_id;

  if (!find_meeting (connection, self->meeting, &from_id, error)
      || !find_meeting (connection, self->to_meeting, &to_id, error)
      || !take_needs_along (connection, from_id, to_id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const char *sql = backwards ? tables[i].list_backwards : tables[i].list_forwards;
      g_autoptr (GArray) dates = list_dates (connection, sql, from_id, &self->from, error);

      if (dates == NULL || !move (connection, &tables[i], dates, to_id, self, modified, error))
        return FALSE;
    }
  return TRUE;
}
