/* ff-agenda.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of a timetable in a span of time as a list model.
 */

#include "ff-config.h"

#include <gtk/gtk.h>

#include "ff-agenda-private.h"
#include "ff-arrangement.h"
#include "ff-occurrences.h"
#include "ff-unusable.h"

typedef enum
{
  PROP_TIMETABLE = 1,
  PROP_LOADING,
} FfAgendaProps;

static GParamSpec *props[PROP_LOADING + 1];

enum
{
  LISTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void ff_agenda_list_model_init (GListModelInterface *iface);
static void ff_agenda_section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfAgenda,
                               ff_agenda,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ff_agenda_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          ff_agenda_section_model_init))

GTimeZone *
ff_agenda_get_wanted_zone (FfAgenda *self)
{
  return self->fixed != NULL ? self->fixed : ff_timetable_get_zone (self->timetable);
}

static void
clear (FfAgenda *self)
{
  g_autoptr (GPtrArray) dropped = g_steal_pointer (&self->items);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  if (dropped->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, dropped->len, 0);
  ff_arrangement_drop (dropped);
}

static void
on_timetable_changed (FfAgenda *self)
{
  if (self->from != NULL)
    ff_agenda_fetch (self, self->from, self->until);
}

static GType
ff_agenda_get_item_type (GListModel *model)
{
  return FF_TYPE_OCCURRENCE;
}

static guint
ff_agenda_get_n_items (GListModel *model)
{
  return FF_AGENDA (model)->items->len;
}

static gpointer
ff_agenda_get_item (GListModel *model, guint position)
{
  FfAgenda *self = FF_AGENDA (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static void
ff_agenda_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ff_agenda_get_item_type;
  iface->get_n_items = ff_agenda_get_n_items;
  iface->get_item = ff_agenda_get_item;
}

static void
ff_agenda_get_section (GtkSectionModel *model, guint position, guint *out_start, guint *out_end)
{
  FfAgenda *self = FF_AGENDA (model);

  if (position < self->items->len)
    ff_occurrences_find_section (self->items, self->zone, self->by_week, position, out_start,
                                 out_end);
  else
    {
      *out_start = self->items->len;
      *out_end = G_MAXUINT;
    }
}

static void
ff_agenda_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = ff_agenda_get_section;
}

static void
ff_agenda_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfAgenda *self = FF_AGENDA (object);

  switch ((FfAgendaProps) prop_id)
    {
    case PROP_TIMETABLE:
      g_value_set_object (value, self->timetable);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, ff_agenda_get_loading (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_agenda_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfAgenda *self = FF_AGENDA (object);

  switch ((FfAgendaProps) prop_id)
    {
    case PROP_TIMETABLE:
      self->timetable = g_value_dup_object (value);
      break;
    case PROP_LOADING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_agenda_constructed (GObject *object)
{
  FfAgenda *self = FF_AGENDA (object);
  GTimeZone *zone = ff_agenda_get_wanted_zone (self);

  G_OBJECT_CLASS (ff_agenda_parent_class)->constructed (object);

  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  g_signal_connect_object (self->timetable, "changed", G_CALLBACK (on_timetable_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
ff_agenda_dispose (GObject *object)
{
  FfAgenda *self = FF_AGENDA (object);

  ff_agenda_stop_fetching (self);

  G_OBJECT_CLASS (ff_agenda_parent_class)->dispose (object);
}

static void
ff_agenda_finalize (GObject *object)
{
  FfAgenda *self = FF_AGENDA (object);

  g_clear_object (&self->timetable);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->fixed, g_time_zone_unref);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);
  g_clear_pointer (&self->part_from, g_date_time_unref);
  g_clear_pointer (&self->part_until, g_date_time_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_agenda_parent_class)->finalize (object);
}

static void
ff_agenda_class_init (FfAgendaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ff_agenda_get_property;
  object_class->set_property = ff_agenda_set_property;
  object_class->constructed = ff_agenda_constructed;
  object_class->dispose = ff_agenda_dispose;
  object_class->finalize = ff_agenda_finalize;

  props[PROP_TIMETABLE]
      = g_param_spec_object ("timetable", NULL, NULL, FF_TYPE_TIMETABLE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_LOADING]
      = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * FfAgenda::listed:
   *
   * The dates are those of the timetable as it is now.
   */
  signals[LISTED] = g_signal_new ("listed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_agenda_init (FfAgenda *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ff_agenda_new:
 * @timetable: whose dates to list
 *
 * Returns: (transfer full): an agenda, empty until ff_agenda_set_span()
 */
FfAgenda *
ff_agenda_new (FfTimetable *timetable)
{
  g_return_val_if_fail (FF_IS_TIMETABLE (timetable), NULL);

  return g_object_new (FF_TYPE_AGENDA, "timetable", timetable, NULL);
}

/**
 * ff_agenda_get_timetable:
 * @self: an agenda
 *
 * Returns: (transfer none): whose dates it lists
 */
FfTimetable *
ff_agenda_get_timetable (FfAgenda *self)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), NULL);

  return self->timetable;
}

/**
 * ff_agenda_set_zone:
 * @self: an agenda without a span yet
 * @zone: whose clock the dates are always in the order of, whatever the timetable shows
 */
void
ff_agenda_set_zone (FfAgenda *self, GTimeZone *zone)
{
  g_return_if_fail (FF_IS_AGENDA (self));
  g_return_if_fail (zone != NULL);
  g_return_if_fail (self->from == NULL);

  g_clear_pointer (&self->fixed, g_time_zone_unref);
  self->fixed = g_time_zone_ref (zone);
}

/**
 * ff_agenda_set_by_week:
 * @self: an agenda
 * @by_week: whether a section is a week, from Monday, rather than a day
 */
void
ff_agenda_set_by_week (FfAgenda *self, gboolean by_week)
{
  g_return_if_fail (FF_IS_AGENDA (self));

  if (self->by_week == by_week)
    return;
  self->by_week = by_week;
  if (self->items->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->items->len);
}

/* Lets go of what the span does not hold any more. */
static void
trim (FfAgenda *self)
{
  const gint64 from = ff_occurrences_read_clock (self->from);
  const gint64 until = ff_occurrences_read_clock (self->until);
  const guint n_before = ff_occurrences_find (self->items, self->zone, from);
  guint n_items = self->items->len, end;

  if (n_before > 0)
    {
      g_ptr_array_remove_range (self->items, 0, n_before);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
    }
  end = ff_occurrences_find (self->items, self->zone, until);
  n_items = self->items->len;
  if (end < n_items)
    {
      g_ptr_array_set_size (self->items, (int) end);
      g_list_model_items_changed (G_LIST_MODEL (self), end, n_items - end, 0);
    }
}

/**
 * ff_agenda_set_span:
 * @self: an agenda
 * @from: the first instant
 * @until: the instant after the last one
 *
 * Says which dates to list, by the clock of @from's zone. Dates that are no longer in the span go at once, others come with
 * #FfAgenda::listed; where it only grew at one end, only those there are worked out.
 */
void
ff_agenda_set_span (FfAgenda *self, GDateTime *from, GDateTime *until)
{
  g_autoptr (GDateTime) old_from = NULL;
  g_autoptr (GDateTime) old_until = NULL;
  gboolean earlier, later;

  g_return_if_fail (FF_IS_AGENDA (self));
  g_return_if_fail (from != NULL && until != NULL && g_date_time_compare (from, until) < 0);

  old_from = g_steal_pointer (&self->from);
  old_until = g_steal_pointer (&self->until);
  self->from = g_date_time_ref (from);
  self->until = g_date_time_ref (until);
  if (old_from == NULL || g_date_time_compare (old_until, from) <= 0
      || g_date_time_compare (old_from, until) >= 0)
    {
      clear (self);
      ff_agenda_fetch (self, from, until);
      return;
    }
  trim (self);
  earlier = g_date_time_compare (from, old_from) < 0;
  later = g_date_time_compare (until, old_until) > 0;
  if (self->fetching != NULL || (earlier && later))
    ff_agenda_fetch (self, from, until);
  else if (earlier)
    ff_agenda_fetch (self, from, old_from);
  else if (later)
    ff_agenda_fetch (self, old_until, until);
}

/**
 * ff_agenda_get_from:
 * @self: an agenda
 *
 * Returns: (nullable) (transfer none): the first instant listed
 */
GDateTime *
ff_agenda_get_from (FfAgenda *self)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), NULL);

  return self->from;
}

/**
 * ff_agenda_get_until:
 * @self: an agenda
 *
 * Returns: (nullable) (transfer none): the instant after the last one listed
 */
GDateTime *
ff_agenda_get_until (FfAgenda *self)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), NULL);

  return self->until;
}

/**
 * ff_agenda_get_loading:
 * @self: an agenda
 *
 * Returns: whether dates in the span are still being worked out
 */
gboolean
ff_agenda_get_loading (FfAgenda *self)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), FALSE);

  return self->fetching != NULL;
}

/**
 * ff_agenda_find:
 * @self: an agenda
 * @time: an instant
 *
 * Returns: the position of the first date that the clock of @time's zone shows then or later; the number of dates where there is
 *   none
 */
guint
ff_agenda_find (FfAgenda *self, GDateTime *time)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), 0);

  return ff_occurrences_find (self->items, self->zone, ff_occurrences_read_clock (time));
}

/**
 * ff_agenda_has_meetings:
 * @self: an agenda
 *
 * Returns: whether there is any meeting at all, in the span and found or not
 */
gboolean
ff_agenda_has_meetings (FfAgenda *self)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), FALSE);

  return self->schedule != NULL && ff_schedule_get_meetings (self->schedule)->len > 0;
}

/**
 * ff_agenda_find_group:
 * @self: an agenda
 * @uid: (nullable): a group's uid
 *
 * Returns: (nullable) (transfer none): the group, valid until the next #FfAgenda::listed
 */
FfGroup *
ff_agenda_find_group (FfAgenda *self, const char *uid)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), NULL);

  return self->schedule != NULL && uid != NULL ? ff_schedule_find_group (self->schedule, uid)
                                               : NULL;
}

/**
 * ff_agenda_get_schedule:
 * @self: an agenda
 *
 * Returns: (nullable) (transfer none): what its dates are from; %NULL until the first #FfAgenda::listed
 */
FfSchedule *
ff_agenda_get_schedule (FfAgenda *self)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), NULL);

  return self->schedule;
}

/**
 * ff_agenda_get_zone:
 * @self: an agenda
 *
 * Returns: (nullable) (transfer none): the zone of the clock that its dates are in the order of; %NULL: each meeting's own
 */
GTimeZone *
ff_agenda_get_zone (FfAgenda *self)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), NULL);

  return self->zone;
}

/**
 * ff_agenda_describe_unusable:
 * @self: an agenda
 * @meeting: (out) (optional) (nullable) (transfer none): the first such meeting
 *
 * Returns: (nullable) (transfer full): which meetings are missing from the agenda and why, or why none could be read, in words;
 *   %NULL where none is missing
 */
char *
ff_agenda_describe_unusable (FfAgenda *self, FfMeeting **meeting)
{
  const char *problem;
  GPtrArray *unusable;

  g_return_val_if_fail (FF_IS_AGENDA (self), NULL);

  problem = ff_timetable_get_problem (self->timetable);
  unusable = ff_timetable_get_unusable (self->timetable);
  if (meeting != NULL)
    *meeting = problem == NULL && unusable != NULL && unusable->len > 0
                   ? g_ptr_array_index (unusable, 0)
                   : NULL;
  if (problem != NULL)
    return g_strdup (problem);
  return unusable != NULL
             ? ff_unusable_describe (ff_timetable_get_schedule (self->timetable), unusable)
             : NULL;
}
