/* ff-week-view.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A week of meetings hour by hour, or fewer days where there is less room.
 */

#include "ff-config.h"

#include "ff-week-days.h"
#include "ff-week-view.h"

struct _FfWeekView
{
  AdwBin parent_instance;

  FfTimetable *timetable;
  FfClock *clock;
  FfWallTime date;
  char *title;
};

typedef enum
{
  PROP_TITLE = 1,
} FfWeekViewProps;

static GParamSpec *properties[PROP_TITLE + 1];

enum
{
  OPENED,
  MOVED,
  CREATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfWeekView, ff_week_view, ADW_TYPE_BIN)

static void
ff_week_view_dispose (GObject *object)
{
  FfWeekView *self = FF_WEEK_VIEW (object);

  g_clear_object (&self->timetable);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (ff_week_view_parent_class)->dispose (object);
}

static void
ff_week_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfWeekView *self = FF_WEEK_VIEW (object);

  switch ((FfWeekViewProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_week_view_class_init (FfWeekViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_week_view_dispose;
  object_class->get_property = ff_week_view_get_property;

  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[OPENED] = g_signal_new ("opened", FF_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_OCCURRENCE);
  signals[MOVED] = g_signal_new ("moved", FF_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, FF_TYPE_OCCURRENCE, FF_TYPE_WALL_TIME);
  signals[CREATE] = g_signal_new ("create", FF_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_WALL_TIME);
}

static void
ff_week_view_init (FfWeekView *self)
{
}

GtkWidget *
ff_week_view_new (FfTimetable *timetable, FfClock *clock)
{
  FfWeekView *self = g_object_new (FF_TYPE_WEEK_VIEW, NULL);
  g_autoptr (GDateTime) now = ff_clock_get_now (clock);
  FfWallTime today = ff_wall_time_from_date_time (now);

  self->timetable = g_object_ref (timetable);
  self->clock = g_object_ref (clock);
  ff_week_view_show_date (self, &today);
  return GTK_WIDGET (self);
}

void
ff_week_view_show_date (FfWeekView *self, const FfWallTime *date)
{
  self->date = *date;
  g_clear_pointer (&self->title, g_free);
  self->title = ff_week_format (&self->date, FF_DAYS_A_WEEK);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

FfWallTime
ff_week_view_get_date (FfWeekView *self)
{
  return self->date;
}

void
ff_week_view_show_next (FfWeekView *self)
{
  FfWallTime next = ff_wall_time_add_days (&self->date, FF_DAYS_A_WEEK);

  ff_week_view_show_date (self, &next);
}

void
ff_week_view_show_previous (FfWeekView *self)
{
  FfWallTime previous = ff_wall_time_add_days (&self->date, -FF_DAYS_A_WEEK);

  ff_week_view_show_date (self, &previous);
}

const char *
ff_week_view_get_title (FfWeekView *self)
{
  return self->title;
}
