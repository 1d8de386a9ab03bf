/* ff-week-crowd.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meetings of an hour or a day that have no room where they belong, in a list.
 */

#include "ff-config.h"

#include "ff-occurrence-row.h"
#include "ff-week-crowd.h"
#include "ff-week-words.h"

struct _FfWeekCrowd
{
  AdwDialog parent_instance;

  FfSchedule *schedule;
  GTimeZone *zone;

  AdwWindowTitle *title;
  GtkListView *list;
};

static guint opened_signal;

G_DEFINE_FINAL_TYPE (FfWeekCrowd, ff_week_crowd, ADW_TYPE_DIALOG)

static void
setup_row (FfWeekCrowd *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, ff_occurrence_row_new ());
}

static void
bind_row (FfWeekCrowd *self, GtkListItem *item)
{
  FfOccurrence *occurrence = gtk_list_item_get_item (item);
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  FfGroup *group = ff_schedule_find_group (self->schedule, ff_meeting_get_group (meeting));
  g_autofree char *label
      = ff_week_words_label (occurrence, ff_schedule_get_title (self->schedule, meeting),
                             self->zone);

  ff_occurrence_row_set_occurrence (FF_OCCURRENCE_ROW (gtk_list_item_get_child (item)), occurrence,
                                    group, FALSE);
  gtk_list_item_set_accessible_label (item, label);
}

static void
unbind_row (FfWeekCrowd *self, GtkListItem *item)
{
  ff_occurrence_row_set_occurrence (FF_OCCURRENCE_ROW (gtk_list_item_get_child (item)), NULL, NULL,
                                    FALSE);
}

/* What is opened takes the place of the list. */
static void
activate_cb (FfWeekCrowd *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (FfOccurrence) occurrence = g_list_model_get_item (model, position);

  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, opened_signal, 0, occurrence);
  g_object_unref (self);
}

static void
ff_week_crowd_dispose (GObject *object)
{
  FfWeekCrowd *self = FF_WEEK_CROWD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_WEEK_CROWD);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (ff_week_crowd_parent_class)->dispose (object);
}

static void
ff_week_crowd_class_init (FfWeekCrowdClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_week_crowd_dispose;

  opened_signal = g_signal_new ("opened", FF_TYPE_WEEK_CROWD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, FF_TYPE_OCCURRENCE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-week-crowd.ui");
  gtk_widget_class_bind_template_child (widget_class, FfWeekCrowd, title);
  gtk_widget_class_bind_template_child (widget_class, FfWeekCrowd, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ff_week_crowd_init (FfWeekCrowd *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (rows, "setup", G_CALLBACK (setup_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, rows);
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
  g_autoptr (GListStore) store = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_val_if_fail (when != NULL && occurrences != NULL && FF_IS_SCHEDULE (schedule), NULL);

  self = g_object_new (FF_TYPE_WEEK_CROWD, "title", when, NULL);
  self->schedule = g_object_ref (schedule);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  count = ff_week_words_count (occurrences->len);
  adw_window_title_set_title (self->title, when);
  adw_window_title_set_subtitle (self->title, count);
  store = g_list_store_new (FF_TYPE_OCCURRENCE);
  g_list_store_splice (store, 0, 0, occurrences->pdata, occurrences->len);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (store)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  return ADW_DIALOG (self);
}
