/* ff-rota-view.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rota of a quarter: weeks by meetings and roles, who has each place, and everything that is done with it.
 */

#include "ff-config.h"

#include "ff-rota-view.h"
#include "ff-wall-time.h"
#include "ff-week-days.h"

#define WEEKS 13
#define DAYS (WEEKS * FF_DAYS_A_WEEK)

struct _FfRotaView
{
  AdwBin parent_instance;

  FfContext *context;
  FfGroup *group;
  FfWallTime first; /* the first day of the first week shown */
  char *title;
};

typedef enum
{
  PROP_TITLE = 1,
} FfRotaViewProps;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (FfRotaView, ff_rota_view, ADW_TYPE_BIN)

static FfWallTime
get_today (FfRotaView *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  return ff_wall_time_from_date_time (now);
}

/* Thirteen weeks that begin with that of @date. */
static void
show_weeks (FfRotaView *self, const FfWallTime *date)
{
  FfWallTime first = ff_week_find_first (date, FF_DAYS_A_WEEK, ff_week_first_weekday ());
  g_autofree char *title = ff_week_format (&first, DAYS);

  self->first = first;
  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
turn (FfRotaView *self, int days)
{
  FfWallTime first = ff_wall_time_add_days (&self->first, days);

  show_weeks (self, &first);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (FF_ROTA_VIEW (widget), DAYS);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (FF_ROTA_VIEW (widget), -DAYS);
}

static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_rota_view_show_date (FF_ROTA_VIEW (widget), "");
}

static void
ff_rota_view_dispose (GObject *object)
{
  FfRotaView *self = FF_ROTA_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_VIEW);
  g_clear_object (&self->context);
  g_clear_object (&self->group);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (ff_rota_view_parent_class)->dispose (object);
}

static void
ff_rota_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfRotaView *self = FF_ROTA_VIEW (object);

  switch ((FfRotaViewProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_rota_view_class_init (FfRotaViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_rota_view_dispose;
  object_class->get_property = ff_rota_view_get_property;

  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-view.ui");
  gtk_widget_class_install_action (widget_class, "rota.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "rota.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "rota.today", NULL, today_action);
}

static void
ff_rota_view_init (FfRotaView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_rota_view_new:
 * @context: the store and the clock
 *
 * Returns: (transfer floating): the thirteen weeks from this one
 */
GtkWidget *
ff_rota_view_new (FfContext *context)
{
  FfRotaView *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  self = g_object_new (FF_TYPE_ROTA_VIEW, NULL);
  self->context = g_object_ref (context);
  ff_rota_view_show_date (self, "");
  return GTK_WIDGET (self);
}

/**
 * ff_rota_view_set_group:
 * @self: a rota
 * @group: (nullable): whose meetings are shown; %NULL all groups'
 *
 * Duties elsewhere count all the same.
 */
void
ff_rota_view_set_group (FfRotaView *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_ROTA_VIEW (self));
  g_return_if_fail (group == NULL || FF_IS_GROUP (group));

  g_set_object (&self->group, group);
}

/**
 * ff_rota_view_show_date:
 * @self: a rota
 * @date: a day like "2026-11-24"; anything else is today
 *
 * Shows thirteen weeks from that of @date.
 */
void
ff_rota_view_show_date (FfRotaView *self, const char *date)
{
  g_autofree char *time = NULL;
  FfWallTime day;

  g_return_if_fail (FF_IS_ROTA_VIEW (self) && date != NULL);

  time = g_strdup_printf ("%sT00:00", date);
  if (!ff_wall_time_parse (time, &day, NULL))
    day = get_today (self);
  show_weeks (self, &day);
}
