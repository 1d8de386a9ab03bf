/* ff-pack-date-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates for which a pack can be put together, the next one first.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-group-repository.h"
#include "ff-pack-date-row.h"
#include "ff-timetable.h"
#include "ff-toast.h"
#include "ff-when.h"

#define DAYS_AHEAD 35 /* so that the next date of a monthly meeting is offered */
#define MOST_DATES 12

struct _FfPackDateRow
{
  AdwComboRow parent_instance;

  FfContext *context;
  FfTimetable *timetable;
  FfGroup *group;        /* (nullable) */
  FfOccurrence *date;    /* (nullable): the one chosen */
  GPtrArray *dates;      /* (element-type FfOccurrence): as in the row */
  GCancellable *listing; /* (nullable) */
  gboolean refreshing;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPackDateRow, ff_pack_date_row, ADW_TYPE_COMBO_ROW)

static char *
describe_date (FfPackDateRow *self, FfOccurrence *date)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autoptr (FfGroup) group
      = ff_group_repository_get (ff_context_get_store (self->context),
                                 ff_meeting_get_group (ff_occurrence_get_meeting (date)), NULL);
  g_autofree char *when = ff_when_describe (date, now);

  return self->group != NULL ? g_steal_pointer (&when)
                             : g_strdup_printf ("%s · %s", ff_when_title (date, group), when);
}

static gboolean
is_same_date (FfOccurrence *a, FfOccurrence *b)
{
  return g_str_equal (ff_meeting_get_uid (ff_occurrence_get_meeting (a)),
                      ff_meeting_get_uid (ff_occurrence_get_meeting (b)))
         && ff_wall_time_compare (ff_occurrence_get_rule_time (a), ff_occurrence_get_rule_time (b))
                == 0;
}

/* The date that was chosen stays so where it is still there; at first it is the next one. */
static guint
find_chosen (FfPackDateRow *self)
{
  for (guint i = 0; self->date != NULL && i < self->dates->len; i++)
    if (is_same_date (self->dates->pdata[i], self->date))
      return i;
  return 0;
}

static void
on_selected (FfPackDateRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  FfOccurrence *date = selected < self->dates->len ? self->dates->pdata[selected] : NULL;

  if (self->refreshing || selected == GTK_INVALID_LIST_POSITION)
    return;
  g_set_object (&self->date, date);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
offer_dates (FfPackDateRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = find_chosen (self);

  for (guint i = 0; i < self->dates->len; i++)
    {
      g_autofree char *name = describe_date (self, self->dates->pdata[i]);

      gtk_string_list_append (names, name);
    }
  gtk_string_list_append (names, _ ("No meeting in particular"));
  self->refreshing = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), chosen);
  self->refreshing = FALSE;
  on_selected (self);
}

static void
on_dates (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfPackDateRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dates = ff_timetable_list_finish (FF_TIMETABLE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;
  if (dates == NULL)
    ff_toast_error (GTK_WIDGET (self), error);
  g_ptr_array_set_size (self->dates, 0);
  for (guint i = 0; dates != NULL && i < dates->len && self->dates->len < MOST_DATES; i++)
    if (!ff_occurrence_get_cancelled (dates->pdata[i]))
      g_ptr_array_add (self->dates, g_object_ref (dates->pdata[i]));
  offer_dates (self);
}

static void
list_dates (FfPackDateRow *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  /* The meeting that is on now may still need sheets. */
  g_autoptr (GDateTime) from = g_date_time_add_hours (now, -2);
  g_autoptr (GDateTime) until = g_date_time_add_days (now, DAYS_AHEAD);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  ff_timetable_list_async (self->timetable, from, until, self->listing, on_dates,
                           g_object_ref (self));
}

static void
ff_pack_date_row_dispose (GObject *object)
{
  FfPackDateRow *self = FF_PACK_DATE_ROW (object);

  self->refreshing = TRUE;
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_object (&self->timetable);
  g_clear_object (&self->date);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_pack_date_row_parent_class)->dispose (object);
}

static void
ff_pack_date_row_finalize (GObject *object)
{
  g_clear_pointer (&FF_PACK_DATE_ROW (object)->dates, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_pack_date_row_parent_class)->finalize (object);
}

static void
ff_pack_date_row_class_init (FfPackDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_pack_date_row_dispose;
  object_class->finalize = ff_pack_date_row_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FF_TYPE_PACK_DATE_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_pack_date_row_init (FfPackDateRow *self)
{
  self->dates = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
}

/**
 * ff_pack_date_row_set_context:
 * @self: the row
 * @context: what a view is handed; set once
 *
 * Begins to read the dates.
 */
void
ff_pack_date_row_set_context (FfPackDateRow *self, FfContext *context)
{
  g_return_if_fail (FF_IS_PACK_DATE_ROW (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->timetable = ff_timetable_new (context);
  if (self->group != NULL)
    ff_timetable_set_group (self->timetable, ff_group_get_uid (self->group));
  g_signal_connect_object (self->timetable, "changed", G_CALLBACK (list_dates), self,
                           G_CONNECT_SWAPPED);
  list_dates (self);
}

/**
 * ff_pack_date_row_set_group:
 * @self: the row
 * @group: (nullable): whose dates are offered; those of all groups without
 */
void
ff_pack_date_row_set_group (FfPackDateRow *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_PACK_DATE_ROW (self));

  if (g_set_object (&self->group, group) && self->timetable != NULL)
    ff_timetable_set_group (self->timetable, group != NULL ? ff_group_get_uid (group) : NULL);
}

/**
 * ff_pack_date_row_get_date:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): the date chosen; %NULL for no meeting in particular, and until they are read
 */
FfOccurrence *
ff_pack_date_row_get_date (FfPackDateRow *self)
{
  g_return_val_if_fail (FF_IS_PACK_DATE_ROW (self), NULL);

  return self->date;
}
