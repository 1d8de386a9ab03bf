/* ff-volunteer-line-parts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer has several of, into lines to type in and back.
 */

#include "ff-config.h"

#include "ff-volunteer-line-parts.h"

static FfVolunteerLine *
add (GPtrArray *lines, FfLineKind kind)
{
  FfVolunteerLine *line = ff_volunteer_line_new (kind);

  g_ptr_array_add (lines, line);
  return line;
}

static char *
format_time (guint minutes)
{
  return g_strdup_printf ("%02u:%02u", minutes / 60 % 24, minutes % 60);
}

static void
read_hours (FfVolunteer *volunteer, GPtrArray *lines)
{
  GArray *hours = ff_volunteer_get_availability (volunteer);

  for (guint i = 0; i < hours->len; i++)
    {
      FfAvailability *window = &g_array_index (hours, FfAvailability, i);
      g_autofree char *from = format_time (window->from);
      g_autofree char *until = format_time (window->until);

      g_object_set (add (lines, FF_LINE_HOURS), "day", window->weekday - 1, "from", from, "until",
                    until, "wish", window->wish, NULL);
    }
}

static void
read_absences (FfVolunteer *volunteer, GPtrArray *lines)
{
  GPtrArray *absences = ff_volunteer_get_absences (volunteer);

  for (guint i = 0; i < absences->len; i++)
    {
      FfAbsence *absence = g_ptr_array_index (absences, i);

      g_object_set (add (lines, FF_LINE_ABSENCE), "from", absence->from, "until", absence->until,
                    "text", absence->reason, NULL);
    }
}

static void
read_trainings (FfVolunteer *volunteer, GPtrArray *lines)
{
  GPtrArray *trainings = ff_volunteer_get_trainings (volunteer);

  for (guint i = 0; i < trainings->len; i++)
    {
      FfTraining *training = g_ptr_array_index (trainings, i);

      g_object_set (add (lines, FF_LINE_TRAINING), "requirement", training->requirement, "from",
                    training->done, "until", training->until != NULL ? training->until : "", "text",
                    training->document, NULL);
    }
}

static void
read_steps (FfVolunteer *volunteer, GPtrArray *lines)
{
  GPtrArray *steps = ff_volunteer_get_steps (volunteer);

  for (guint i = 0; i < steps->len; i++)
    {
      FfStep *step = g_ptr_array_index (steps, i);

      g_object_set (add (lines, FF_LINE_STEP), "text", step->title, "from",
                    step->date != NULL ? step->date : "", NULL);
    }
}

/**
 * ff_volunteer_line_list:
 * @volunteer: somebody
 * @kind: of what
 *
 * Returns: (element-type FfVolunteerLine) (transfer full): what they have of it
 */
GPtrArray *
ff_volunteer_line_list (FfVolunteer *volunteer, FfLineKind kind)
{
  static void (*const readers[FF_N_LINE_KINDS]) (FfVolunteer *, GPtrArray *) = {
    [FF_LINE_HOURS] = read_hours,
    [FF_LINE_ABSENCE] = read_absences,
    [FF_LINE_TRAINING] = read_trainings,
    [FF_LINE_STEP] = read_steps,
  };

  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);
  g_return_val_if_fail (kind < FF_N_LINE_KINDS, NULL);

  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  readers[kind](volunteer, lines);
  return lines;
}

static void
write_hours (FfVolunteerLine *line, FfVolunteer *volunteer)
{
  FfAvailability window = { .weekday = ff_volunteer_line_get_day (line) + 1,
                            .wish = (FfWish) ff_volunteer_line_get_wish (line) };

  if (ff_volunteer_line_get_minutes (line, &window.from, &window.until))
    g_array_append_val (ff_volunteer_get_availability (volunteer), window);
}

/**
 * ff_volunteer_line_write:
 * @line: a line with which nothing is wrong
 * @volunteer: whose it is
 *
 * Adds to the volunteer what the line says.
 */
void
ff_volunteer_line_write (FfVolunteerLine *line, FfVolunteer *volunteer)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (FF_IS_VOLUNTEER_LINE (line));
  g_return_if_fail (FF_IS_VOLUNTEER (volunteer));

  from = g_strstrip (g_strdup (ff_volunteer_line_get_from (line)));
  until = g_strstrip (g_strdup (ff_volunteer_line_get_until (line)));
  text = g_strstrip (g_strdup (ff_volunteer_line_get_text (line)));
  switch (ff_volunteer_line_get_kind (line))
    {
    case FF_LINE_HOURS:
      write_hours (line, volunteer);
      break;

    case FF_LINE_ABSENCE:
      g_ptr_array_add (ff_volunteer_get_absences (volunteer), ff_absence_new (from, until, text));
      break;

    case FF_LINE_TRAINING:
      g_ptr_array_add (ff_volunteer_get_trainings (volunteer),
                       ff_training_new (ff_volunteer_line_get_requirement (line), from,
                                        *until != '\0' ? until : NULL, text));
      break;

    case FF_LINE_STEP:
      g_ptr_array_add (ff_volunteer_get_steps (volunteer),
                       ff_step_new (text, *from != '\0' ? from : NULL));
      break;

    default:
      g_assert_not_reached ();
    }
}
