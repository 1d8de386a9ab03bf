/* ff-pauses.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches of days in which a meeting rests: a season off.
 */

#include "ff-config.h"

#include "ff-pauses.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-model-error.h"

/* "2026-07-01/2026-08-31" */
#define DAYS_LENGTH 21

struct _FfPauses
{
  gatomicrefcount ref_count;
  GArray *items; /* of FfPause */
};

static void
write_value (const GValue *pauses, GValue *text)
{
  g_value_take_string (text, ff_pauses_to_string (g_value_get_boxed (pauses)));
}

G_DEFINE_BOXED_TYPE_WITH_CODE (FfPauses,
                               ff_pauses,
                               ff_pauses_ref,
                               ff_pauses_unref,
                               g_value_register_transform_func (g_define_type_id,
                                                                G_TYPE_STRING,
                                                                write_value))

static void
clear_pause (gpointer pause)
{
  g_free (((FfPause *) pause)->note);
}

static FfPauses *
pauses_new (void)
{
  FfPauses *self = g_new0 (FfPauses, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->items = g_array_new (FALSE, FALSE, sizeof (FfPause));
  g_array_set_clear_func (self->items, clear_pause);
  return self;
}

static int
compare_pauses (gconstpointer a, gconstpointer b)
{
  return ff_wall_time_compare (&((const FfPause *) a)->first, &((const FfPause *) b)->first);
}

static void
append (FfPauses *self, const FfPause *pause)
{
  FfPause copy = *pause;

  copy.note = g_strdup (pause->note != NULL ? pause->note : "");
  g_strdelimit (copy.note, "\r\n", ' ');
  copy.first.hour = copy.first.minute = copy.last.hour = copy.last.minute = 0;
  g_array_append_val (self->items, copy);
}

static gboolean
parse_day (const char *text, FfWallTime *day)
{
  g_autofree char *whole = g_strdup_printf ("%.10sT00:00", text);

  return ff_wall_time_parse (whole, day, NULL);
}

static gboolean
parse_line (FfPauses *self, const char *line)
{
  FfPause pause;

  if (strlen (line) < DAYS_LENGTH || line[10] != '/' || !parse_day (line, &pause.first)
      || !parse_day (line + 11, &pause.last)
      || ff_wall_time_compare (&pause.first, &pause.last) > 0)
    return FALSE;
  if (line[DAYS_LENGTH] != '\0' && line[DAYS_LENGTH] != ' ')
    return FALSE;
  pause.note = (char *) line + DAYS_LENGTH + (line[DAYS_LENGTH] == ' ' ? 1 : 0);
  append (self, &pause);
  return TRUE;
}

/**
 * ff_pauses_parse:
 * @text: one a line, such as "2026-07-01/2026-08-31 Summer"; empty lines are passed over
 * @error: %FF_MODEL_ERROR_TIME
 *
 * Returns: (transfer full): the pauses, or %NULL where a line is no pause
 */
FfPauses *
ff_pauses_parse (const char *text, GError **error)
{
  g_autoptr (FfPauses) self = pauses_new ();
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || parse_line (self, lines[i]))
        continue;
      g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME,
                   _ ("“%s” is not a pause; one looks like “2026-07-01/2026-08-31 Summer”."),
                   lines[i]);
      return NULL;
    }
  g_array_sort (self->items, compare_pauses);
  return g_steal_pointer (&self);
}

/**
 * ff_pauses_to_string:
 * @self: (nullable):
 *
 * Returns: (transfer full): what ff_pauses_parse() reads; "" for none
 */
char *
ff_pauses_to_string (FfPauses *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ff_pauses_count (self); i++)
    {
      const FfPause *pause = ff_pauses_get (self, i);

      g_string_append_printf (text, "%s%04d-%02d-%02d/%04d-%02d-%02d%s%s", i > 0 ? "\n" : "",
                              pause->first.year, pause->first.month, pause->first.day,
                              pause->last.year, pause->last.month, pause->last.day,
                              *pause->note != '\0' ? " " : "", pause->note);
    }
  return g_string_free (text, FALSE);
}

FfPauses *
ff_pauses_ref (FfPauses *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ff_pauses_unref (FfPauses *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->items);
  g_free (self);
}

/**
 * ff_pauses_count:
 * @self: (nullable):
 *
 * Returns: how many there are
 */
guint
ff_pauses_count (FfPauses *self)
{
  return self != NULL ? self->items->len : 0;
}

/**
 * ff_pauses_get:
 *
 * Returns: (transfer none): the pause at @position, earliest first
 */
const FfPause *
ff_pauses_get (FfPauses *self, guint position)
{
  g_return_val_if_fail (position < ff_pauses_count (self), NULL);

  return &g_array_index (self->items, FfPause, position);
}

/**
 * ff_pauses_find:
 * @self: (nullable):
 * @day: its time of day does not matter
 *
 * Returns: (transfer none) (nullable): the earliest pause that the day is in
 */
const FfPause *
ff_pauses_find (FfPauses *self, const FfWallTime *day)
{
  FfWallTime midnight = *day;

  midnight.hour = midnight.minute = 0;
  for (guint i = 0; i < ff_pauses_count (self); i++)
    {
      const FfPause *pause = ff_pauses_get (self, i);

      if (ff_wall_time_compare (&pause->first, &midnight) <= 0
          && ff_wall_time_compare (&midnight, &pause->last) <= 0)
        return pause;
    }
  return NULL;
}

static FfPauses *
copy_without (FfPauses *self, guint position)
{
  FfPauses *copy = pauses_new ();

  for (guint i = 0; i < ff_pauses_count (self); i++)
    {
      if (i != position)
        append (copy, ff_pauses_get (self, i));
    }
  return copy;
}

/**
 * ff_pauses_add:
 * @self: (nullable):
 * @pause: copied; its first day is not after its last
 *
 * Returns: (transfer full): these and one more
 */
FfPauses *
ff_pauses_add (FfPauses *self, const FfPause *pause)
{
  FfPauses *more;

  g_return_val_if_fail (ff_wall_time_compare (&pause->first, &pause->last) <= 0, NULL);

  more = copy_without (self, G_MAXUINT);
  append (more, pause);
  g_array_sort (more->items, compare_pauses);
  return more;
}

/**
 * ff_pauses_remove:
 *
 * Returns: (transfer full) (nullable): these without the one at @position; %NULL where none is left
 */
FfPauses *
ff_pauses_remove (FfPauses *self, guint position)
{
  g_return_val_if_fail (position < ff_pauses_count (self), NULL);

  return ff_pauses_count (self) > 1 ? copy_without (self, position) : NULL;
}
