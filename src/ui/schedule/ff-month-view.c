/* ff-month-view.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A month of meetings day by day.
 */

#include "ff-config.h"

#include "ff-month-view.h"
#include "ff-week-days.h"

struct _FfMonthView
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
} FfMonthViewProps;

static GParamSpec *properties[PROP_TITLE + 1];

enum
{
  OPENED,
  CREATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfMonthView, ff_month_view, ADW_TYPE_BIN)

static void
ff_month_view_dispose (GObject *object)
{
  FfMonthView *self = FF_MONTH_VIEW (object);

  g_clear_object (&self->timetable);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (ff_month_view_parent_class)->dispose (object);
}

static void
ff_month_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfMonthView *self = FF_MONTH_VIEW (object);

  switch ((FfMonthViewProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_month_view_class_init (FfMonthViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_month_view_dispose;
  object_class->get_property = ff_month_view_get_property;

  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[OPENED] = g_signal_new ("opened", FF_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_OCCURRENCE);
  signals[CREATE] = g_signal_new ("create", FF_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_WALL_TIME);
}

static void
ff_month_view_init (FfMonthView *self)
{
}

GtkWidget *
ff_month_view_new (FfTimetable *timetable, FfClock *clock)
{
  FfMonthView *self = g_object_new (FF_TYPE_MONTH_VIEW, NULL);
  g_autoptr (GDateTime) now = ff_clock_get_now (clock);
  FfWallTime today = ff_wall_time_from_date_time (now);

  self->timetable = g_object_ref (timetable);
  self->clock = g_object_ref (clock);
  ff_month_view_show_date (self, &today);
  return GTK_WIDGET (self);
}

void
ff_month_view_show_date (FfMonthView *self, const FfWallTime *date)
{
  self->date = *date;
  g_clear_pointer (&self->title, g_free);
  self->title = ff_month_format (&self->date);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

FfWallTime
ff_month_view_get_date (FfMonthView *self)
{
  return self->date;
}

void
ff_month_view_show_next (FfMonthView *self)
{
  FfWallTime next = ff_month_shift (&self->date, 1);

  ff_month_view_show_date (self, &next);
}

void
ff_month_view_show_previous (FfMonthView *self)
{
  FfWallTime previous = ff_month_shift (&self->date, -1);

  ff_month_view_show_date (self, &previous);
}

const char *
ff_month_view_get_title (FfMonthView *self)
{
  return self->title;
}
