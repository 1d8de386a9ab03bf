/* expand-rules.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests that compare: a rule, a start, and a stretch of time a line, apart by tabs; the dates by our own rules come back,
 * or “!” and the sentence with which the rule is refused.
 */

#include <stdio.h>

#include "ff-recurrence.h"

#define MOST_DATES 300

static gboolean
parse_times (char **fields, FfWallTime *times, GError **error)
{
  for (guint i = 0; i < 3; i++)
    {
      if (!ff_wall_time_parse (fields[i + 1], &times[i], error))
        return FALSE;
    }
  return TRUE;
}

static void
answer (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) dates = NULL;
  FfWallTime times[3];

  g_assert_cmpuint (g_strv_length (fields), ==, 4);
  if (parse_times (fields, times, &error))
    dates = ff_recurrence_expand (fields[0], &times[0], &times[1], &times[2], MOST_DATES, &error);
  if (dates == NULL)
    {
      g_print ("! %s\n", error->message);
      return;
    }

  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *date = ff_wall_time_to_string (&g_array_index (dates, FfWallTime, i));

      g_print ("%s%s", i > 0 ? " " : "", date);
    }
  g_print ("\n");
}

int
main (void)
{
  char line[2000];

  while (fgets (line, sizeof line, stdin) != NULL)
    answer (g_strchomp (line));
  return 0;
}
