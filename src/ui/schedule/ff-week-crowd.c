/* ff-week-crowd.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meetings of an hour or a day that have no room where they belong, to choose from.
 */

#include "ff-config.h"

#include "ff-week-crowd.h"
#include "ff-week-list.h"
#include "ff-week-words.h"

struct _FfWeekCrowd
{
  AdwDialog parent_instance;

  AdwWindowTitle *title;
  FfWeekList *list;
};

static guint opened_signal;

G_DEFINE_FINAL_TYPE (FfWeekCrowd, ff_week_crowd, ADW_TYPE_DIALOG)

/* What is opened takes the place of the list. */
static void
opened_cb (FfWeekCrowd *self, FfOccurrence *occurrence)
{
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, opened_signal, 0, occurrence);
  g_object_unref (self);
}

static void
ff_week_crowd_dispose (GObject *object)
{
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_WEEK_CROWD);

  G_OBJECT_CLASS (ff_week_crowd_parent_class)->dispose (object);
}

static void
ff_week_crowd_class_init (FfWeekCrowdClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_week_crowd_dispose;

  opened_signal = g_signal_new ("opened", FF_TYPE_WEEK_CROWD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, FF_TYPE_OCCURRENCE);
  g_type_ensure (FF_TYPE_WEEK_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-week-crowd.ui");
  gtk_widget_class_bind_template_child (widget_class, FfWeekCrowd, title);
  gtk_widget_class_bind_template_child (widget_class, FfWeekCrowd, list);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
ff_week_crowd_init (FfWeekCrowd *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_week_crowd_new:
 * @when: the hour or day that they belong to, in words
 * @occurrences: (element-type FfOccurrence): the dates
 * @schedule: where their groups and titles are
 * @zone: (nullable): the zone that times are shown in, each meeting's own if %NULL
 *
 * Returns: (transfer floating): a list of them to choose from
 */
AdwDialog *
ff_week_crowd_new (const char *when, GPtrArray *occurrences, FfSchedule *schedule, GTimeZone *zone)
{
  FfWeekCrowd *self;
  g_autofree char *count = NULL;

  g_return_val_if_fail (when != NULL && occurrences != NULL && FF_IS_SCHEDULE (schedule), NULL);

  self = g_object_new (FF_TYPE_WEEK_CROWD, "title", when, NULL);
  count = ff_week_words_count (occurrences->len);
  adw_window_title_set_title (self->title, when);
  adw_window_title_set_subtitle (self->title, count);
  ff_week_list_show (self->list, occurrences, schedule, zone);
  return ADW_DIALOG (self);
}
