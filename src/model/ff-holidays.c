/* ff-holidays.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A calendar of public holidays that groups keep, and what a holiday means for a meeting.
 */

#include "ff-config.h"

#include "ff-holidays.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-model-error.h"

struct _FfHolidays
{
  GObject parent_instance;

  char *uid;
  char *name;
  GArray *days; /* of FfHoliday, by day */
};

G_DEFINE_FINAL_TYPE (FfHolidays, ff_holidays, G_TYPE_OBJECT)

static const char *const policies[] = { "hold", "cancel", "ask" };

static void
clear_holiday (gpointer holiday)
{
  g_free (((FfHoliday *) holiday)->name);
}

static GArray *
days_new (void)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FfHoliday));

  g_array_set_clear_func (days, clear_holiday);
  return days;
}

static void
ff_holidays_finalize (GObject *object)
{
  FfHolidays *self = FF_HOLIDAYS (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->days, g_array_unref);

  G_OBJECT_CLASS (ff_holidays_parent_class)->finalize (object);
}

static void
ff_holidays_class_init (FfHolidaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_holidays_finalize;
}

static void
ff_holidays_init (FfHolidays *self)
{
  self->name = g_strdup ("");
  self->days = days_new ();
}

/**
 * ff_holidays_new:
 * @uid: (nullable): the UUID it has in the store; %NULL makes a new one up
 *
 * Returns: (transfer full): a calendar without a name and without days
 */
FfHolidays *
ff_holidays_new (const char *uid)
{
  FfHolidays *self = g_object_new (FF_TYPE_HOLIDAYS, NULL);

  self->uid = uid != NULL ? g_strdup (uid) : g_uuid_string_random ();
  return self;
}

/**
 * ff_holidays_copy:
 *
 * Returns: (transfer full): another object that says the same
 */
FfHolidays *
ff_holidays_copy (FfHolidays *self)
{
  FfHolidays *copy;

  g_return_val_if_fail (FF_IS_HOLIDAYS (self), NULL);

  copy = ff_holidays_new (self->uid);
  ff_holidays_set_name (copy, self->name);
  for (guint i = 0; i < self->days->len; i++)
    {
      const FfHoliday *holiday = ff_holidays_get (self, i);
      ff_holidays_add (copy, &holiday->day, holiday->policy, holiday->name);
    }
  return copy;
}

const char *
ff_holidays_get_uid (FfHolidays *self)
{
  g_return_val_if_fail (FF_IS_HOLIDAYS (self), NULL);

  return self->uid;
}

const char *
ff_holidays_get_name (FfHolidays *self)
{
  g_return_val_if_fail (FF_IS_HOLIDAYS (self), NULL);

  return self->name;
}

void
ff_holidays_set_name (FfHolidays *self, const char *name)
{
  g_return_if_fail (FF_IS_HOLIDAYS (self));

  g_set_str (&self->name, name != NULL ? name : "");
}

guint
ff_holidays_count (FfHolidays *self)
{
  g_return_val_if_fail (FF_IS_HOLIDAYS (self), 0);

  return self->days->len;
}

/**
 * ff_holidays_get:
 *
 * Returns: (transfer none): the holiday at @position, earliest first
 */
const FfHoliday *
ff_holidays_get (FfHolidays *self, guint position)
{
  g_return_val_if_fail (FF_IS_HOLIDAYS (self), NULL);
  g_return_val_if_fail (position < self->days->len, NULL);

  return &g_array_index (self->days, FfHoliday, position);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return ff_wall_time_compare (&((const FfHoliday *) a)->day, &((const FfHoliday *) b)->day);
}

static gboolean
search (GArray *days, const FfWallTime *day, guint *position)
{
  FfHoliday wanted = { .day = *day };

  wanted.day.hour = wanted.day.minute = 0;
  return g_array_binary_search (days, &wanted, compare_days, position);
}

/**
 * ff_holidays_find:
 * @self: (nullable):
 * @day: its time of day does not matter
 *
 * Returns: (transfer none) (nullable): the holiday on that day
 */
const FfHoliday *
ff_holidays_find (FfHolidays *self, const FfWallTime *day)
{
  guint position;

  if (self == NULL || day == NULL || !search (self->days, day, &position))
    return NULL;
  return &g_array_index (self->days, FfHoliday, position);
}

static void
add_to (GArray *days, const FfWallTime *day, FfHolidayPolicy policy, const char *name)
{
  FfHoliday holiday = { .day = *day, .policy = policy, .name = g_strdup (name) };
  guint position;

  holiday.day.hour = holiday.day.minute = 0;
  g_strdelimit (holiday.name, "\r\n", ' ');
  if (search (days, day, &position))
    g_array_remove_index (days, position);
  g_array_append_val (days, holiday);
  g_array_sort (days, compare_days);
}

/**
 * ff_holidays_add:
 *
 * Adds a holiday, in the place of the one on the same day.
 */
void
ff_holidays_add (FfHolidays *self, const FfWallTime *day, FfHolidayPolicy policy, const char *name)
{
  g_return_if_fail (FF_IS_HOLIDAYS (self));
  g_return_if_fail (policy <= FF_HOLIDAY_ASK && name != NULL);

  add_to (self->days, day, policy, name);
}

void
ff_holidays_remove (FfHolidays *self, const FfWallTime *day)
{
  guint position;

  g_return_if_fail (FF_IS_HOLIDAYS (self));

  if (search (self->days, day, &position))
    g_array_remove_index (self->days, position);
}

/* "2026-12-25 cancel Christmas Day" */
static gboolean
parse_line (GArray *days, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  g_autofree char *midnight = NULL;
  FfWallTime day;

  if (g_strv_length (words) < 2)
    return FALSE;
  midnight = g_strdup_printf ("%sT00:00", words[0]);
  if (!ff_wall_time_parse (midnight, &day, NULL))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      if (!g_str_equal (words[1], policies[i]))
        continue;
      add_to (days, &day, (FfHolidayPolicy) i, words[2] != NULL ? words[2] : "");
      return TRUE;
    }
  return FALSE;
}

/**
 * ff_holidays_parse:
 * @text: one a line, such as "2026-12-25 cancel Christmas Day"; empty lines are passed over
 * @error: %FF_MODEL_ERROR_TIME
 *
 * Takes the days of @text in the place of its own.
 *
 * Returns: %FALSE, and nothing changes, where a line is no holiday
 */
gboolean
ff_holidays_parse (FfHolidays *self, const char *text, GError **error)
{
  g_autoptr (GArray) days = days_new ();
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (FF_IS_HOLIDAYS (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || parse_line (days, lines[i]))
        continue;
      g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME,
                   _ ("“%s” is not a holiday; one looks like “2026-12-25 cancel Christmas Day”."),
                   lines[i]);
      return FALSE;
    }
  g_array_unref (self->days);
  self->days = g_steal_pointer (&days);
  return TRUE;
}

/**
 * ff_holidays_to_string:
 *
 * Returns: (transfer full): what ff_holidays_parse() reads
 */
char *
ff_holidays_to_string (FfHolidays *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ff_holidays_count (self); i++)
    {
      const FfHoliday *holiday = ff_holidays_get (self, i);

      g_string_append_printf (text, "%s%04d-%02d-%02d %s %s", i > 0 ? "\n" : "", holiday->day.year,
                              holiday->day.month, holiday->day.day, policies[holiday->policy],
                              holiday->name);
    }
  return g_string_free (text, FALSE);
}
