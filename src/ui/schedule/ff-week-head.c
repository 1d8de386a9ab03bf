/* ff-week-head.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The weekdays over the columns of a week or a month.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-week-days.h"
#include "ff-week-head.h"
#include "ff-week-words.h"

typedef struct
{
  GtkWidget *box;
  GtkLabel *weekday;
  GtkLabel *number;
} FfWeekHeadDay;

struct _FfWeekHead
{
  GtkBox parent_instance;

  gboolean with_dates;
  FfWeekHeadDay days[FF_DAYS_A_WEEK];
};

typedef enum
{
  PROP_WITH_DATES = 1,
} FfWeekHeadProps;

static GParamSpec *properties[PROP_WITH_DATES + 1];

G_DEFINE_FINAL_TYPE (FfWeekHead, ff_week_head, GTK_TYPE_BOX)

static void
ff_week_head_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfWeekHead *self = FF_WEEK_HEAD (object);

  switch ((FfWeekHeadProps) prop_id)
    {
    case PROP_WITH_DATES:
      g_value_set_boolean (value, self->with_dates);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_with_dates (FfWeekHead *self, gboolean with_dates)
{
  if (self->with_dates == with_dates)
    return;
  self->with_dates = with_dates;
  for (guint i = 0; i < FF_DAYS_A_WEEK; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->days[i].number), with_dates);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITH_DATES]);
}

static void
ff_week_head_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfWeekHead *self = FF_WEEK_HEAD (object);

  switch ((FfWeekHeadProps) prop_id)
    {
    case PROP_WITH_DATES:
      set_with_dates (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_week_head_class_init (FfWeekHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ff_week_head_get_property;
  object_class->set_property = ff_week_head_set_property;

  properties[PROP_WITH_DATES]
      = g_param_spec_boolean ("with-dates", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "week-head");
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
ff_week_head_init (FfWeekHead *self)
{
  self->with_dates = TRUE;
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  for (guint i = 0; i < FF_DAYS_A_WEEK; i++)
    {
      FfWeekHeadDay *day = &self->days[i];

      day->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
      day->weekday = add_label (day->box, "weekday");
      day->number = add_label (day->box, "number");
      gtk_box_append (GTK_BOX (self), day->box);
    }
}

static void
show_day (FfWeekHeadDay *day, const FfWallTime *date, gboolean is_today)
{
  g_autoptr (GDateTime) time = ff_format_from_wall_time (date);
  g_autofree char *weekday = g_date_time_format (time, "%a");
  g_autofree char *number = g_date_time_format (time, C_ ("day of the month", "%-d"));
  g_autofree char *name = ff_week_words_day (date);
  /* Translators: %s is a date like Tuesday 24 November */
  g_autofree char *today = is_today ? g_strdup_printf (_ ("Today, %s"), name) : NULL;

  gtk_label_set_label (day->weekday, weekday);
  gtk_label_set_label (day->number, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (day->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  today != NULL ? today : name, -1);
  if (is_today)
    gtk_widget_add_css_class (day->box, "today");
  else
    gtk_widget_remove_css_class (day->box, "today");
}

/**
 * ff_week_head_show:
 * @self: the weekdays
 * @first: the first day
 * @n_days: how many days, up to 7
 * @today: which of them today is, or -1
 */
void
ff_week_head_show (FfWeekHead *self, const FfWallTime *first, guint n_days, int today)
{
  g_return_if_fail (FF_IS_WEEK_HEAD (self) && first != NULL);

  for (guint i = 0; i < FF_DAYS_A_WEEK; i++)
    {
      FfWallTime date = ff_wall_time_add_days (first, (int) i);

      show_day (&self->days[i], &date, (int) i == today);
      gtk_widget_set_visible (self->days[i].box, i < n_days);
    }
}
