/* ff-month-view.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A month of meetings day by day.
 */

#include "ff-config.h"

#include "ff-days-reading.h"
#include "ff-month-view-private.h"
#include "ff-week-crowd.h"
#include "ff-week-spans.h"
#include "ff-week-words.h"

/* When a new meeting begins at first. */
#define EVENING 19

typedef enum
{
  PROP_TITLE = 1,
  PROP_COMPACT,
} FfMonthViewProps;

static GParamSpec *properties[PROP_COMPACT + 1];

enum
{
  OPENED,
  CREATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfMonthView, ff_month_view, ADW_TYPE_BIN)

static FfWallTime
get_first (FfMonthView *self)
{
  return ff_month_find_first (&self->date, ff_week_first_weekday ());
}

FfMonthCell *
ff_month_view_get_chosen (FfMonthView *self)
{
  FfWallTime first = get_first (self);
  int number = ff_week_count_days (&first, &self->date);

  return self->cells[CLAMP (number, 0, FF_DAYS_A_MONTH - 1)];
}

void
ff_month_view_show_states (FfMonthView *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (self->clock);
  FfWallTime today = ff_wall_time_from_date_time (now);

  self->today = today.day;
  for (guint i = 0; i < FF_DAYS_A_MONTH; i++)
    {
      const FfWallTime *day = ff_month_cell_get_day (self->cells[i]);
      FfMonthCellState state = self->compact ? FF_MONTH_CELL_COMPACT : 0;

      if (day->month != self->date.month)
        state |= FF_MONTH_CELL_OTHER;
      if (ff_week_count_days (day, &today) == 0)
        state |= FF_MONTH_CELL_TODAY;
      if (ff_week_count_days (day, &self->date) == 0)
        state |= FF_MONTH_CELL_CHOSEN;
      ff_month_cell_set_state (self->cells[i], state);
    }
}

static void
show_cells (FfMonthView *self)
{
  FfWallTime first = get_first (self);
  gboolean known = self->days != NULL && ff_week_count_days (&first, &self->days_first) == 0;

  ff_week_head_show (self->head, &first, FF_DAYS_A_WEEK, -1);
  for (guint i = 0; i < FF_DAYS_A_MONTH; i++)
    {
      FfWallTime day = ff_wall_time_add_days (&first, (int) i);

      ff_month_cell_show (self->cells[i], &day, known ? self->days : NULL, i);
    }
  ff_month_view_show_states (self);
}

/* In a thread: of ten thousand meetings there are tens of thousands of dates, which are let go of there too. */
static void
gather_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FfDaysReading *reading = task_data;

  reading->result = ff_month_days_find (reading->schedule, reading->occurrences, &reading->first,
                                        reading->zone);
  reading->free_result = (GDestroyNotify) ff_month_days_unref;
  g_clear_pointer (&reading->occurrences, g_ptr_array_unref);
  g_task_return_boolean (task, TRUE);
}

static void
pick_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FfDaysReading *reading = task_data;
  g_autoptr (GPtrArray) all = g_steal_pointer (&reading->occurrences);

  reading->occurrences = ff_month_days_pick (all, &reading->first, reading->zone);
  g_task_return_boolean (task, TRUE);
}

static void
on_gathered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfMonthView *self = FF_MONTH_VIEW (source);
  FfDaysReading *reading = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_clear_pointer (&self->days, ff_month_days_unref);
  self->days = g_steal_pointer (&reading->result);
  self->days_first = reading->first;
  show_cells (self);
}

static void
on_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfMonthView *self = FF_MONTH_VIEW (source);
  FfDaysReading *reading = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  ff_week_list_show (self->list, reading->occurrences, reading->schedule, reading->zone);
  gtk_widget_set_visible (self->day_empty, reading->occurrences->len == 0);
}

void
ff_month_view_show_day (FfMonthView *self)
{
  g_autofree char *day = ff_week_words_day (&self->date);

  gtk_label_set_label (self->day_title, day);
  if (self->compact && self->timetable != NULL)
    ff_days_read (GTK_WIDGET (self), self->timetable, &self->picking, &self->date, 1,
                  pick_in_thread, on_picked);
}

static void
reload (FfMonthView *self)
{
  FfWallTime first = get_first (self);

  ff_days_read (GTK_WIDGET (self), self->timetable, &self->reading, &first, FF_DAYS_A_MONTH,
                gather_in_thread, on_gathered);
  ff_month_view_show_day (self);
}

/* After midnight another day is today. */
static void
on_tick (FfMonthView *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (self->clock);

  if (self->today != g_date_time_get_day_of_month (now))
    ff_month_view_show_states (self);
}

static void
set_compact (FfMonthView *self, gboolean compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  if (self->clock != NULL)
    ff_month_view_show_states (self);
  ff_month_view_show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

void
ff_month_view_emit_create (FfMonthView *self)
{
  FfWallTime start = self->date;

  start.hour = EVENING;
  start.minute = 0;
  g_signal_emit (self, signals[CREATE], 0, &start);
}

void
ff_month_view_emit_opened (FfMonthView *self, FfOccurrence *occurrence)
{
  g_signal_emit (self, signals[OPENED], 0, occurrence);
}

static void
on_picked_for_dialog (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfMonthView *self = FF_MONTH_VIEW (source);
  FfDaysReading *reading = g_task_get_task_data (G_TASK (result));
  g_autofree char *day = NULL;
  AdwDialog *dialog;

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || reading->occurrences->len == 0)
    return;
  day = ff_week_words_day (&reading->first);
  dialog = ff_week_crowd_new (day, reading->occurrences, reading->schedule, reading->zone);
  g_signal_connect_object (dialog, "opened", G_CALLBACK (ff_month_view_emit_opened), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Its meetings: below where they are listed there, else in a dialog; on a day without any, a new one. */
void
ff_month_view_open_day (FfMonthView *self)
{
  if (ff_month_cell_get_count (ff_month_view_get_chosen (self)) == 0)
    ff_month_view_emit_create (self);
  else if (self->compact)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  else
    ff_days_read (GTK_WIDGET (self), self->timetable, &self->picking, &self->date, 1,
                  pick_in_thread, on_picked_for_dialog);
}

static void
ff_month_view_dispose (GObject *object)
{
  FfMonthView *self = FF_MONTH_VIEW (object);

  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->picking);
  g_clear_object (&self->reading);
  g_clear_object (&self->picking);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_MONTH_VIEW);
  g_clear_pointer (&self->days, ff_month_days_unref);
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

    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_month_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfMonthView *self = FF_MONTH_VIEW (object);

  switch ((FfMonthViewProps) prop_id)
    {
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;

    case PROP_TITLE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_month_view_class_init (FfMonthViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_month_view_dispose;
  object_class->get_property = ff_month_view_get_property;
  object_class->set_property = ff_month_view_set_property;

  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPACT]
      = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[OPENED] = g_signal_new ("opened", FF_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_OCCURRENCE);
  signals[CREATE] = g_signal_new ("create", FF_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_WALL_TIME);

  ff_month_view_add_keys (widget_class);
  g_type_ensure (FF_TYPE_WEEK_HEAD);
  g_type_ensure (FF_TYPE_WEEK_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-month-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FfMonthView, head);
  gtk_widget_class_bind_template_child (widget_class, FfMonthView, grid);
  gtk_widget_class_bind_template_child (widget_class, FfMonthView, day_title);
  gtk_widget_class_bind_template_child (widget_class, FfMonthView, day_empty);
  gtk_widget_class_bind_template_child (widget_class, FfMonthView, list);
  gtk_widget_class_bind_template_callback_full (widget_class, "opened_cb",
                                                G_CALLBACK (ff_month_view_emit_opened));
  gtk_widget_class_bind_template_callback_full (widget_class, "pressed_cb",
                                                G_CALLBACK (ff_month_view_pressed));
  gtk_widget_class_bind_template_callback_full (widget_class, "released_cb",
                                                G_CALLBACK (ff_month_view_released));
  gtk_widget_class_bind_template_callback_full (widget_class, "swipe_cb",
                                                G_CALLBACK (ff_month_view_swiped));
}

static void
ff_month_view_init (FfMonthView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < FF_DAYS_A_MONTH; i++)
    {
      GtkWidget *cell = ff_month_cell_new ();

      self->cells[i] = FF_MONTH_CELL (cell);
      gtk_widget_set_hexpand (cell, TRUE);
      gtk_widget_set_vexpand (cell, TRUE);
      g_signal_connect_object (cell, "activate", G_CALLBACK (ff_month_view_open_day), self,
                               G_CONNECT_SWAPPED);
      gtk_grid_attach (self->grid, cell, (int) (i % FF_DAYS_A_WEEK), (int) (i / FF_DAYS_A_WEEK), 1,
                       1);
    }
}

/**
 * ff_month_view_new:
 * @timetable: what is shown
 * @clock: says what time it is
 *
 * Returns: (transfer floating): this month
 */
GtkWidget *
ff_month_view_new (FfTimetable *timetable, FfClock *clock)
{
  FfMonthView *self;
  g_autoptr (GDateTime) now = NULL;
  FfWallTime today;

  g_return_val_if_fail (FF_IS_TIMETABLE (timetable) && FF_IS_CLOCK (clock), NULL);

  self = g_object_new (FF_TYPE_MONTH_VIEW, NULL);
  self->timetable = g_object_ref (timetable);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "tick", G_CALLBACK (on_tick), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timetable, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  now = ff_clock_get_now (clock);
  today = ff_wall_time_from_date_time (now);
  ff_month_view_show_date (self, &today);
  return GTK_WIDGET (self);
}

/**
 * ff_month_view_show_date:
 * @self: a month
 * @date: a day
 *
 * Shows the month with @date in it, and chooses that day.
 */
void
ff_month_view_show_date (FfMonthView *self, const FfWallTime *date)
{
  g_autofree char *title = NULL;

  g_return_if_fail (FF_IS_MONTH_VIEW (self) && date != NULL);

  self->date = *date;
  title = ff_month_format (date);
  show_cells (self);
  reload (self);
  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * ff_month_view_get_date:
 * @self: a month
 *
 * Returns: the day that is chosen
 */
FfWallTime
ff_month_view_get_date (FfMonthView *self)
{
  g_return_val_if_fail (FF_IS_MONTH_VIEW (self), (FfWallTime) { 0 });

  return self->date;
}

/**
 * ff_month_view_show_next:
 * @self: a month
 *
 * Shows the month that follows.
 */
void
ff_month_view_show_next (FfMonthView *self)
{
  FfWallTime next;

  g_return_if_fail (FF_IS_MONTH_VIEW (self));

  next = ff_month_shift (&self->date, 1);
  ff_month_view_show_date (self, &next);
}

/**
 * ff_month_view_show_previous:
 * @self: a month
 *
 * Shows the month before.
 */
void
ff_month_view_show_previous (FfMonthView *self)
{
  FfWallTime previous;

  g_return_if_fail (FF_IS_MONTH_VIEW (self));

  previous = ff_month_shift (&self->date, -1);
  ff_month_view_show_date (self, &previous);
}

/**
 * ff_month_view_get_title:
 * @self: a month
 *
 * Returns: (transfer none): a heading like "November 2026"
 */
const char *
ff_month_view_get_title (FfMonthView *self)
{
  g_return_val_if_fail (FF_IS_MONTH_VIEW (self), NULL);

  return self->title;
}
