/* ff-plan-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line for one thing that a person means to do this week.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-plan-row.h"
#include "ff-recurrence.h"

struct _FfPlanRow
{
  AdwEntryRow parent_instance;

  FfPlanItem *item; /* (nullable) */
  int weekday;      /* of the meeting */
  gboolean days;
  gboolean refreshing;

  GtkDropDown *day_choice;
  GtkWidget *delete_button;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_LEFT,
  SIGNAL_DAY_CHOSEN,
  SIGNAL_DELETE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPlanRow, ff_plan_row, ADW_TYPE_ENTRY_ROW)

/* The days are offered as they come, the first one after the meeting first; before them is any day. */
static guint
place_of_day (FfPlanRow *self, guint day)
{
  return day == 0 ? 0 : (guint) (((int) day - self->weekday + 6) % 7) + 1;
}

static guint
day_at_place (FfPlanRow *self, guint place)
{
  return place == 0 ? 0 : (guint) ((self->weekday + (int) place - 1) % 7) + 1;
}

static void
offer_days (FfPlanRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: in a list of days, where a thing may be done on any of them */
  gtk_string_list_append (names, _ ("Any day"));
  for (guint i = 1; i <= 7; i++)
    gtk_string_list_append (names, ff_weekday_get_name ((int) day_at_place (self, i)));
  gtk_drop_down_set_model (self->day_choice, G_LIST_MODEL (names));
}

static void
show_choice (FfPlanRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->day_choice),
                          self->item != NULL
                              && (self->days || ff_plan_item_get_day (self->item) != 0));
}

static void
refresh (FfPlanRow *self)
{
  const char *text = ff_plan_item_get_text (self->item);

  self->refreshing = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    {
      gtk_editable_set_text (GTK_EDITABLE (self), text);
      gtk_editable_set_position (GTK_EDITABLE (self), -1);
    }
  gtk_drop_down_set_selected (self->day_choice,
                              place_of_day (self, ff_plan_item_get_day (self->item)));
  self->refreshing = FALSE;
  show_choice (self);
}

static void
changed_cb (FfPlanRow *self)
{
  if (!self->refreshing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
day_chosen_cb (FfPlanRow *self)
{
  if (!self->refreshing && self->item != NULL)
    g_signal_emit (self, signals[SIGNAL_DAY_CHOSEN], 0);
}

static void
left_cb (FfPlanRow *self)
{
  g_object_ref (self);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
  g_object_unref (self);
}

static void
delete_cb (FfPlanRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DELETE_REQUESTED], 0);
}

static void
ff_plan_row_dispose (GObject *object)
{
  FfPlanRow *self = FF_PLAN_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PLAN_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (ff_plan_row_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, FF_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
ff_plan_row_class_init (FfPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_plan_row_dispose;

  signals[SIGNAL_EDITED] = add_signal ("edited");
  signals[SIGNAL_LEFT] = add_signal ("left");
  signals[SIGNAL_DAY_CHOSEN] = add_signal ("day-chosen");
  signals[SIGNAL_DELETE_REQUESTED] = add_signal ("delete-requested");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPlanRow, delete_button);
  gtk_widget_class_bind_template_child (widget_class, FfPlanRow, day_choice);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
ff_plan_row_init (FfPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* What is done in a session is undone in one order, fields or not. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
}

/**
 * ff_plan_row_new:
 * @item: (nullable): the item, or %NULL for a line where the next one is begun
 * @start: when the meeting is: the seven days after it are offered
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ff_plan_row_new (FfPlanItem *item, const FfWallTime *start)
{
  FfPlanRow *self = g_object_new (FF_TYPE_PLAN_ROW, NULL);

  self->weekday = ff_wall_time_get_weekday (start);
  self->refreshing = TRUE;
  offer_days (self);
  self->refreshing = FALSE;

  if (item != NULL)
    ff_plan_row_set_item (self, item);
  return GTK_WIDGET (self);
}

/**
 * ff_plan_row_get_item:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): the item, %NULL while nothing was typed
 */
FfPlanItem *
ff_plan_row_get_item (FfPlanRow *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ROW (self), NULL);
  return self->item;
}

/**
 * ff_plan_row_set_item:
 * @self: a row without item
 * @item: the item that it shows from now on
 */
void
ff_plan_row_set_item (FfPlanRow *self, FfPlanItem *item)
{
  g_return_if_fail (FF_IS_PLAN_ROW (self));
  g_return_if_fail (FF_IS_PLAN_ITEM (item));
  g_return_if_fail (self->item == NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("For this week"));
  gtk_widget_set_visible (self->delete_button, TRUE);
}

/**
 * ff_plan_row_set_days:
 * @self: the row
 * @days: whether a day can be chosen; where one was chosen before, it is shown in any case
 */
void
ff_plan_row_set_days (FfPlanRow *self, gboolean days)
{
  g_return_if_fail (FF_IS_PLAN_ROW (self));

  self->days = days;
  show_choice (self);
}

/**
 * ff_plan_row_get_day:
 * @self: the row
 *
 * Returns: the day that is chosen, from 1 for Monday to 7 for Sunday, or 0 for any
 */
guint
ff_plan_row_get_day (FfPlanRow *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ROW (self), 0);
  return day_at_place (self, gtk_drop_down_get_selected (self->day_choice));
}
