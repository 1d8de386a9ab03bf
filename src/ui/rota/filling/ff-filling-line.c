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

#include "ff-rota-place.h"
#include "ff-week-days.h"

/* Nobody reads more sentences than these; the rest is counted. */
#define MOST_EXPLAINED 300u

typedef enum
{
  LINE_HEADING,
  LINE_CHANGE,
  LINE_EMPTY,
} Kind;

struct _FfFillingLine
{
  GObject parent_instance;

  Kind kind;
  char *text;          /* (nullable): of what is no change */
  FfSlot *slot;        /* (nullable) */
  FfVolunteer *before; /* (nullable) */
  FfVolunteer *after;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FfFillingLine, ff_filling_line, G_TYPE_OBJECT)

static void
ff_filling_line_finalize (GObject *object)
{
  FfFillingLine *self = FF_FILLING_LINE (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->slot);
  g_clear_object (&self->before);
  g_clear_object (&self->after);

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

/* @text: (transfer full) */
static FfFillingLine *
add_line (GPtrArray *lines, Kind kind, char *text)
{
  FfFillingLine *self = g_object_new (FF_TYPE_FILLING_LINE, NULL);

  self->kind = kind;
  self->text = text;
  g_ptr_array_add (lines, self);
  return self;
}

/* As everywhere in the rota, by the clock of the meeting. */
static char *
name_place (FfSlot *slot)
{
  g_autofree char *when = ff_rota_place_when (slot);
  g_autofree char *where = ff_rota_place_where (slot, ff_role_get_title (ff_slot_get_role (slot)));

  /* Translators: when, where and which role, like “Tuesday 24 November 18:00, Ladner, host” */
  return g_strdup_printf (C_ ("place", "%1$s, %2$s"), when, where);
}

/* --- What changes --- */

static FfWallTime
get_week (FfSlot *slot)
{
  const FfWallTime start
      = ff_wall_time_from_date_time (ff_occurrence_get_start (ff_slot_get_occurrence (slot)));

  return ff_week_find (&start);
}

/* Where meetings have their clocks in different zones, the order of time is not that of weeks. */
static int
compare_weeks (gconstpointer a, gconstpointer b)
{
  const FfRotaChange *first = *(const FfRotaChange *const *) a;
  const FfRotaChange *second = *(const FfRotaChange *const *) b;
  const FfWallTime week = get_week (first->slot);
  const FfWallTime other = get_week (second->slot);
  const int order = ff_week_count_days (&other, &week);

  return order != 0
             ? order
             : (int) ff_slot_get_index (first->slot) - (int) ff_slot_get_index (second->slot);
}

static void
add_change (GPtrArray *lines, const FfRotaChange *change)
{
  FfFillingLine *line = add_line (lines, LINE_CHANGE, NULL);

  line->slot = g_object_ref (change->slot);
  g_set_object (&line->before, change->before);
  g_set_object (&line->after, change->after);
}

static void
add_changes (GPtrArray *lines, FfRotaPlan *plan)
{
  g_autoptr (GPtrArray) changes = ff_rota_plan_list_changes (plan);
  FfWallTime week = { 0 };

  g_ptr_array_sort (changes, compare_weeks);
  for (guint i = 0; i < changes->len; i++)
    {
      const FfRotaChange *change = g_ptr_array_index (changes, i);
      const FfWallTime first = get_week (change->slot);

      if (i == 0 || ff_week_count_days (&week, &first) != 0)
        add_line (lines, LINE_HEADING, ff_week_format (&first, FF_DAYS_A_WEEK));
      week = first;
      add_change (lines, change);
    }
}

/* --- What stays empty --- */

static void
add_unfilled (GPtrArray *lines, FfRotaPlan *plan, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) unfilled = ff_rota_plan_list_unfilled (plan);

  if (unfilled->len > 0)
    add_line (lines, LINE_HEADING, g_strdup (_ ("What Stays Empty")));
  for (guint i = 0; i < MIN (unfilled->len, MOST_EXPLAINED); i++)
    {
      FfSlot *slot = g_ptr_array_index (unfilled, i);
      g_autofree char *title = NULL;
      FfFillingLine *line;

      if (g_cancellable_is_cancelled (cancellable))
        return;
      title = name_place (slot);
      line = add_line (lines, LINE_EMPTY, ff_rota_plan_explain_as (plan, slot, title));
      line->slot = g_object_ref (slot);
    }
  if (unfilled->len > MOST_EXPLAINED)
    {
      const guint n = unfilled->len - MOST_EXPLAINED;

      add_line (lines, LINE_EMPTY,
                g_strdup_printf (ngettext ("and %u more place", "and %u more places", n), n));
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
 * ff_filling_line_make_title:
 * @self: a line
 *
 * Returns: (transfer full): the week, the place, or why it stays empty
 */
char *
ff_filling_line_make_title (FfFillingLine *self)
{
  g_return_val_if_fail (FF_IS_FILLING_LINE (self), NULL);

  return self->kind == LINE_CHANGE ? name_place (self->slot) : g_strdup (self->text);
}

static const char *
get_name (FfVolunteer *volunteer)
{
  /* Translators: in the place of a name, where nobody has it */
  return volunteer != NULL ? ff_volunteer_get_name (volunteer) : C_ ("place in the rota", "nobody");
}

/**
 * ff_filling_line_make_detail:
 * @self: a line
 *
 * Returns: (transfer full): who had the place and who gets it; "" where there is nothing more
 */
char *
ff_filling_line_make_detail (FfFillingLine *self)
{
  g_return_val_if_fail (FF_IS_FILLING_LINE (self), NULL);

  switch (self->kind)
    {
    case LINE_CHANGE:
      if (self->before == NULL)
        return g_strdup (get_name (self->after));
      /* Translators: who has a place now and who will; the arrow goes with the direction of writing */
      return g_strdup_printf (_ ("%1$s → %2$s"), get_name (self->before), get_name (self->after));

    case LINE_EMPTY:
      return g_strdup (self->slot == NULL || ff_slot_get_required (self->slot)
                           ? ""
                           : _ ("It is good to have, not needed"));

    case LINE_HEADING:
    default:
      return g_strdup ("");
    }
}

/**
 * ff_filling_line_make_spoken:
 * @self: a line
 *
 * Returns: (transfer full): all of it as a sentence
 */
char *
ff_filling_line_make_spoken (FfFillingLine *self)
{
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  g_return_val_if_fail (FF_IS_FILLING_LINE (self), NULL);

  title = ff_filling_line_make_title (self);
  if (self->kind == LINE_CHANGE && self->before == NULL)
    /* Translators: a place in the rota, and who gets it */
    return g_strdup_printf (_ ("%1$s: %2$s gets it"), title, get_name (self->after));
  if (self->kind == LINE_CHANGE)
    /* Translators: a place in the rota, who gets it, and who had it; each may be “nobody” */
    return g_strdup_printf (_ ("%1$s: %2$s instead of %3$s"), title, get_name (self->after),
                            get_name (self->before));
  detail = ff_filling_line_make_detail (self);
  return *detail == '\0' ? g_steal_pointer (&title) : g_strdup_printf ("%s %s", title, detail);
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

  return self->kind == LINE_HEADING;
}

/**
 * ff_filling_line_is_change:
 * @self: a line
 *
 * Returns: whether somebody gets a place or loses one
 */
gboolean
ff_filling_line_is_change (FfFillingLine *self)
{
  g_return_val_if_fail (FF_IS_FILLING_LINE (self), FALSE);

  return self->kind == LINE_CHANGE;
}
