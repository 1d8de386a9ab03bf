/* ff-week-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meetings of an hour or a day below each other.
 */

#include "ff-config.h"

#include "ff-occurrence-row.h"
#include "ff-week-list.h"
#include "ff-week-words.h"

struct _FfWeekList
{
  AdwBin parent_instance;

  FfSchedule *schedule;
  GTimeZone *zone;

  GtkListView *list;
};

static guint opened_signal;

G_DEFINE_FINAL_TYPE (FfWeekList, ff_week_list, ADW_TYPE_BIN)

static void
setup_row (FfWeekList *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, ff_occurrence_row_new ());
}

static void
bind_row (FfWeekList *self, GtkListItem *item)
{
  FfOccurrence *occurrence = gtk_list_item_get_item (item);
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  g_autofree char *label
      = ff_week_words_label (occurrence, ff_schedule_get_title (self->schedule, meeting),
                             self->zone);

  ff_occurrence_row_set_occurrence (FF_OCCURRENCE_ROW (gtk_list_item_get_child (item)), occurrence,
                                    self->schedule, self->zone, FALSE);
  gtk_list_item_set_accessible_label (item, label);
}

static void
unbind_row (FfWeekList *self, GtkListItem *item)
{
  ff_occurrence_row_set_occurrence (FF_OCCURRENCE_ROW (gtk_list_item_get_child (item)), NULL, NULL,
                                    NULL, FALSE);
}

static void
activate_cb (FfWeekList *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (FfOccurrence) occurrence = g_list_model_get_item (model, position);

  g_signal_emit (self, opened_signal, 0, occurrence);
}

static void
ff_week_list_dispose (GObject *object)
{
  FfWeekList *self = FF_WEEK_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_WEEK_LIST);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (ff_week_list_parent_class)->dispose (object);
}

static void
ff_week_list_class_init (FfWeekListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_week_list_dispose;

  opened_signal = g_signal_new ("opened", FF_TYPE_WEEK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, FF_TYPE_OCCURRENCE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-week-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FfWeekList, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ff_week_list_init (FfWeekList *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (rows, "setup", G_CALLBACK (setup_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, rows);
}

/**
 * ff_week_list_show:
 * @self: a list
 * @occurrences: (element-type FfOccurrence): the dates, in order
 * @schedule: where their groups and titles are
 * @zone: (nullable): the zone that times are shown in, each meeting's own if %NULL
 */
void
ff_week_list_show (FfWeekList *self, GPtrArray *occurrences, FfSchedule *schedule, GTimeZone *zone)
{
  g_autoptr (GListStore) store = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (FF_IS_WEEK_LIST (self));
  g_return_if_fail (occurrences != NULL && FF_IS_SCHEDULE (schedule));

  g_set_object (&self->schedule, schedule);
  if (zone != NULL)
    g_time_zone_ref (zone);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone;
  store = g_list_store_new (FF_TYPE_OCCURRENCE);
  g_list_store_splice (store, 0, 0, occurrences->pdata, occurrences->len);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (store)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}
