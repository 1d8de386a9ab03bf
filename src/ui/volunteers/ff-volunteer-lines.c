/* ff-volunteer-lines.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer has several of while it is typed: hours, absences, trainings and steps, each begun with what is likely.
 */

#include "ff-config.h"

#include "ff-volunteer-lines.h"

#include "ff-requirement.h"
#include "ff-volunteer-line-parts.h"

struct _FfVolunteerLines
{
  GObject parent_instance;

  GPtrArray *requirements;
  char *today;
  GListStore *lines[FF_N_LINE_KINDS];
};

enum
{
  SIGNAL_JUDGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfVolunteerLines, ff_volunteer_lines, G_TYPE_OBJECT)

static guint
get_valid_months (FfVolunteerLines *self, const char *uid)
{
  for (guint i = 0; i < self->requirements->len; i++)
    {
      FfRequirement *requirement = g_ptr_array_index (self->requirements, i);

      if (g_str_equal (ff_requirement_get_uid (requirement), uid))
        return ff_requirement_get_valid_months (requirement);
    }
  return 0;
}

static void
propose (FfVolunteerLines *self, GParamSpec *pspec, FfVolunteerLine *line)
{
  ff_volunteer_line_propose (line,
                             get_valid_months (self, ff_volunteer_line_get_requirement (line)));
}

static void
tell (FfVolunteerLines *self)
{
  g_signal_emit (self, signals[SIGNAL_JUDGED], 0);
}

static void
append (FfVolunteerLines *self, FfVolunteerLine *line)
{
  FfLineKind kind = ff_volunteer_line_get_kind (line);

  g_signal_connect_object (line, "notify::message", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  if (kind == FF_LINE_TRAINING)
    {
      g_signal_connect_object (line, "notify::requirement", G_CALLBACK (propose), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (line, "notify::from", G_CALLBACK (propose), self, G_CONNECT_SWAPPED);
    }
  g_list_store_append (self->lines[kind], line);
}

static void
ff_volunteer_lines_finalize (GObject *object)
{
  FfVolunteerLines *self = FF_VOLUNTEER_LINES (object);

  g_clear_pointer (&self->requirements, g_ptr_array_unref);
  g_clear_pointer (&self->today, g_free);
  for (guint i = 0; i < FF_N_LINE_KINDS; i++)
    g_clear_object (&self->lines[i]);

  G_OBJECT_CLASS (ff_volunteer_lines_parent_class)->finalize (object);
}

static void
ff_volunteer_lines_class_init (FfVolunteerLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_volunteer_lines_finalize;
  signals[SIGNAL_JUDGED] = g_signal_new ("judged", FF_TYPE_VOLUNTEER_LINES, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_volunteer_lines_init (FfVolunteerLines *self)
{
  for (guint i = 0; i < FF_N_LINE_KINDS; i++)
    self->lines[i] = g_list_store_new (FF_TYPE_VOLUNTEER_LINE);
}

/**
 * ff_volunteer_lines_new:
 * @volunteer: what they begin with
 * @requirements: (element-type FfRequirement): all there are, now or later
 * @today: the day, as 2026-11-24
 *
 * Returns: (transfer full): their lines
 */
FfVolunteerLines *
ff_volunteer_lines_new (FfVolunteer *volunteer, GPtrArray *requirements, const char *today)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);
  g_return_val_if_fail (requirements != NULL && today != NULL, NULL);

  FfVolunteerLines *self = g_object_new (FF_TYPE_VOLUNTEER_LINES, NULL);

  self->requirements = g_ptr_array_ref (requirements);
  self->today = g_strdup (today);
  for (guint kind = 0; kind < FF_N_LINE_KINDS; kind++)
    {
      g_autoptr (GPtrArray) lines = ff_volunteer_line_list (volunteer, (FfLineKind) kind);

      for (guint i = 0; i < lines->len; i++)
        append (self, g_ptr_array_index (lines, i));
    }
  return self;
}

/**
 * ff_volunteer_lines_get:
 * @self: lines
 * @kind: of what
 *
 * Returns: (transfer none): a list of #FfVolunteerLine
 */
GListModel *
ff_volunteer_lines_get (FfVolunteerLines *self, FfLineKind kind)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINES (self), NULL);
  g_return_val_if_fail (kind < FF_N_LINE_KINDS, NULL);

  return G_LIST_MODEL (self->lines[kind]);
}

/* The same hours on the next day; 18:00 to 21:00 on Monday to begin with. */
static void
propose_hours (FfVolunteerLines *self, FfVolunteerLine *line)
{
  GListModel *lines = G_LIST_MODEL (self->lines[FF_LINE_HOURS]);
  guint n = g_list_model_get_n_items (lines);
  g_autoptr (FfVolunteerLine) before = n > 1 ? g_list_model_get_item (lines, n - 2) : NULL;

  if (before == NULL)
    g_object_set (line, "from", "18:00", "until", "21:00", NULL);
  else
    g_object_set (line, "day", (ff_volunteer_line_get_day (before) + 1) % 7, "from",
                  ff_volunteer_line_get_from (before), "until",
                  ff_volunteer_line_get_until (before), "wish", ff_volunteer_line_get_wish (before),
                  NULL);
}

/**
 * ff_volunteer_lines_add:
 * @self: lines
 * @kind: of what
 *
 * Adds one with what is likely: the hours of the one before on the next day; an absence or a training of today.
 *
 * Returns: (transfer none): the new one
 */
FfVolunteerLine *
ff_volunteer_lines_add (FfVolunteerLines *self, FfLineKind kind)
{
  g_autoptr (FfVolunteerLine) line = NULL;

  g_return_val_if_fail (FF_IS_VOLUNTEER_LINES (self), NULL);
  g_return_val_if_fail (kind < FF_N_LINE_KINDS, NULL);

  line = ff_volunteer_line_new (kind);
  append (self, line);
  switch (kind)
    {
    case FF_LINE_HOURS:
      propose_hours (self, line);
      break;

    case FF_LINE_ABSENCE:
      g_object_set (line, "from", self->today, "until", self->today, NULL);
      break;

    case FF_LINE_TRAINING:
      if (self->requirements->len > 0)
        g_object_set (line, "requirement",
                      ff_requirement_get_uid (g_ptr_array_index (self->requirements, 0)), "from",
                      self->today, NULL);
      break;

    case FF_LINE_STEP:
      break;

    default:
      g_assert_not_reached ();
    }
  return line; /* the list keeps it */
}

/**
 * ff_volunteer_lines_remove:
 * @self: lines
 * @line: one of them
 */
void
ff_volunteer_lines_remove (FfVolunteerLines *self, FfVolunteerLine *line)
{
  GListStore *lines;
  guint position;

  g_return_if_fail (FF_IS_VOLUNTEER_LINES (self));
  g_return_if_fail (FF_IS_VOLUNTEER_LINE (line));

  lines = self->lines[ff_volunteer_line_get_kind (line)];
  if (g_list_store_find (lines, line, &position))
    g_list_store_remove (lines, position);
  tell (self);
}

/**
 * ff_volunteer_lines_get_message:
 * @self: lines
 *
 * Returns: (transfer none): what is wrong with the first one that is wrong, or ""
 */
const char *
ff_volunteer_lines_get_message (FfVolunteerLines *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINES (self), "");

  for (guint kind = 0; kind < FF_N_LINE_KINDS; kind++)
    {
      GListModel *lines = G_LIST_MODEL (self->lines[kind]);

      for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
        {
          g_autoptr (FfVolunteerLine) line = g_list_model_get_item (lines, i);
          const char *message = ff_volunteer_line_get_message (line);

          if (*message != '\0')
            return message;
        }
    }
  return "";
}

/**
 * ff_volunteer_lines_write:
 * @self: lines with which nothing is wrong
 * @volunteer: who has these afterwards, and no others
 */
void
ff_volunteer_lines_write (FfVolunteerLines *self, FfVolunteer *volunteer)
{
  g_return_if_fail (FF_IS_VOLUNTEER_LINES (self));
  g_return_if_fail (FF_IS_VOLUNTEER (volunteer));

  g_array_set_size (ff_volunteer_get_availability (volunteer), 0);
  g_ptr_array_set_size (ff_volunteer_get_absences (volunteer), 0);
  g_ptr_array_set_size (ff_volunteer_get_trainings (volunteer), 0);
  g_ptr_array_set_size (ff_volunteer_get_steps (volunteer), 0);
  for (guint kind = 0; kind < FF_N_LINE_KINDS; kind++)
    {
      GListModel *lines = G_LIST_MODEL (self->lines[kind]);

      for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
        {
          g_autoptr (FfVolunteerLine) line = g_list_model_get_item (lines, i);

          if (!ff_volunteer_line_is_empty (line))
            ff_volunteer_line_write (line, volunteer);
        }
    }
}
