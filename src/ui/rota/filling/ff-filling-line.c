/* ff-filling-line.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The difference between the rota and a plan, in words.
 */

#include "ff-config.h"

#include "ff-filling-line.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-week-days.h"

/* Nobody reads more sentences than these; the rest is counted. */
#define MOST_EXPLAINED 300u

struct _FfFillingLine
{
  GObject parent_instance;

  char *title;
  char *detail;
  char *spoken;
  gboolean is_heading;
};

G_DEFINE_FINAL_TYPE (FfFillingLine, ff_filling_line, G_TYPE_OBJECT)

static void
ff_filling_line_finalize (GObject *object)
{
  FfFillingLine *self = FF_FILLING_LINE (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->spoken, g_free);

  G_OBJECT_CLASS (ff_filling_line_parent_class)->finalize (object);
}

static void
ff_filling_line_class_init (FfFillingLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_filling_line_finalize;
}

static void
ff_filling_line_init (FfFillingLine *self)
{
}

/* Takes the texts. */
static FfFillingLine *
line_new (char *title, char *detail, char *spoken, gboolean is_heading)
{
  FfFillingLine *self = g_object_new (FF_TYPE_FILLING_LINE, NULL);

  self->title = title;
  self->detail = detail;
  self->spoken = spoken;
  self->is_heading = is_heading;
  return self;
}

static void
add_heading (GPtrArray *lines, const char *text)
{
  g_ptr_array_add (lines, line_new (g_strdup (text), g_strdup (""), g_strdup (text), TRUE));
}

static const char *
get_name (FfVolunteer *volunteer)
{
  /* Translators: in the place of a name, where nobody has it */
  return volunteer != NULL ? ff_volunteer_get_name (volunteer) : C_ ("place in the rota", "nobody");
}

static void
add_change (GPtrArray *lines, const FfRotaChange *change)
{
  const char *before = get_name (change->before), *after = get_name (change->after);
  char *title = ff_slot_make_title (change->slot);
  /* Translators: who has a place now and who will; the arrow goes with the direction of writing */
  char *detail = g_strdup_printf (_ ("%1$s → %2$s"), before, after);
  char *spoken;

  if (change->before == NULL)
    /* Translators: a place in the rota, and who gets it */
    spoken = g_strdup_printf (_ ("%1$s: %2$s gets it"), title, after);
  else
    /* Translators: a place in the rota, who gets it, and who had it; each may be “nobody” */
    spoken = g_strdup_printf (_ ("%1$s: %2$s instead of %3$s"), title, after, before);
  g_ptr_array_add (lines, line_new (title, detail, spoken, FALSE));
}

/* The week in which the place is, on the meeting's wall. */
static FfWallTime
find_week (FfSlot *slot)
{
  FfWallTime start
      = ff_wall_time_from_date_time (ff_occurrence_get_start (ff_slot_get_occurrence (slot)));

  return ff_week_find (&start);
}

static char *
describe_week (const FfWallTime *first)
{
  g_autoptr (GDateTime) day = ff_format_from_wall_time (first);
  /* Translators: the first day of a week: “23 November 2026” */
  g_autofree char *date = g_date_time_format (day, C_ ("date", "%-d %B %Y"));

  return g_strdup_printf (_ ("Week of %s"), date);
}

static void
add_changes (GPtrArray *lines, FfRotaPlan *plan)
{
  g_autoptr (GPtrArray) changes = ff_rota_plan_list_changes (plan);
  g_autofree char *week = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const FfRotaChange *change = g_ptr_array_index (changes, i);
      FfWallTime first = find_week (change->slot);
      g_autofree char *text = describe_week (&first);

      if (g_strcmp0 (text, week) != 0)
        {
          add_heading (lines, text);
          g_set_str (&week, text);
        }
      add_change (lines, change);
    }
}

static void
add_unfilled (GPtrArray *lines, FfRotaPlan *plan, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) unfilled = ff_rota_plan_list_unfilled (plan);

  if (unfilled->len > 0)
    add_heading (lines, _ ("What Stays Empty"));
  for (guint i = 0; i < MIN (unfilled->len, MOST_EXPLAINED); i++)
    {
      FfSlot *slot = g_ptr_array_index (unfilled, i);
      char *why;

      if (g_cancellable_is_cancelled (cancellable))
        return;
      why = ff_rota_plan_explain (plan, slot);
      g_ptr_array_add (lines, line_new (g_strdup (why),
                                        g_strdup (ff_slot_get_required (slot)
                                                      ? ""
                                                      : _ ("It is good to have, not needed")),
                                        g_strdup (why), FALSE));
      g_free (why);
    }
  if (unfilled->len > MOST_EXPLAINED)
    {
      const guint n = unfilled->len - MOST_EXPLAINED;
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more place", "and %u more places", n), n);

      g_ptr_array_add (lines, line_new (g_strdup (more), g_strdup (""), g_strdup (more), FALSE));
    }
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FfRotaPlan *plan = source;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  add_changes (lines, plan);
  add_unfilled (lines, plan, cancellable);
  g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ff_filling_lines_make_async:
 * @plan: what is proposed; not changed meanwhile
 * @cancellable: (nullable): to give up
 * @callback: called when they are there
 * @user_data: for @callback
 */
void
ff_filling_lines_make_async (FfRotaPlan *plan,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FF_IS_ROTA_PLAN (plan));

  task = g_task_new (plan, cancellable, callback, user_data);
  g_task_set_source_tag (task, ff_filling_lines_make_async);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * ff_filling_lines_make_finish:
 * @result: what the callback was given
 * @error: return location for a #GError; only where it was cancelled
 *
 * Returns: (transfer full) (element-type FfFillingLine): the lines; none where nothing changes and nothing is missing
 */
GPtrArray *
ff_filling_lines_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ff_filling_line_get_title:
 * @self: a line
 *
 * Returns: (transfer none): the week, the place, or why it stays empty
 */
const char *
ff_filling_line_get_title (FfFillingLine *self)
{
  g_return_val_if_fail (FF_IS_FILLING_LINE (self), NULL);

  return self->title;
}

/**
 * ff_filling_line_get_detail:
 * @self: a line
 *
 * Returns: (transfer none): who had the place and who gets it; "" where there is nothing more
 */
const char *
ff_filling_line_get_detail (FfFillingLine *self)
{
  g_return_val_if_fail (FF_IS_FILLING_LINE (self), NULL);

  return self->detail;
}

/**
 * ff_filling_line_get_spoken:
 * @self: a line
 *
 * Returns: (transfer none): all of it as a sentence
 */
const char *
ff_filling_line_get_spoken (FfFillingLine *self)
{
  g_return_val_if_fail (FF_IS_FILLING_LINE (self), NULL);

  return self->spoken;
}

/**
 * ff_filling_line_is_heading:
 * @self: a line
 *
 * Returns: whether it stands over the lines that follow
 */
gboolean
ff_filling_line_is_heading (FfFillingLine *self)
{
  g_return_val_if_fail (FF_IS_FILLING_LINE (self), FALSE);

  return self->is_heading;
}
