/* ff-week-view.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A week of meetings hour by hour, or fewer days where there is less room.
 */

#include "ff-config.h"

#include "ff-days-reading.h"
#include "ff-week-crowd.h"
#include "ff-week-days.h"
#include "ff-week-grid.h"
#include "ff-week-head.h"
#include "ff-week-view.h"

struct _FfWeekView
{
  AdwBin parent_instance;

  FfTimetable *timetable;
  FfClock *clock;
  FfWallTime date;
  guint n_days;
  char *title;
  GCancellable *reading;
  gboolean has_scrolled; /* to the morning of the days it shows */
  int today;             /* of the month, when the days were last shown */

  FfWeekHead *head;
  FfWeekGrid *grid;
  GtkScrolledWindow *scroller;
  GtkWidget *empty;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_DAYS,
} FfWeekViewProps;

static GParamSpec *properties[PROP_DAYS + 1];

enum
{
  OPENED,
  MOVED,
  CREATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfWeekView, ff_week_view, ADW_TYPE_BIN)

static FfWallTime
get_first (FfWeekView *self)
{
  return ff_week_find_first (&self->date, self->n_days, ff_week_first_weekday ());
}

/* Before the first layout there is nothing to scroll. */
static gboolean
scroll_to_morning (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  FfWeekView *self = FF_WEEK_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (gtk_adjustment_get_page_size (adjustment) < 1)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment,
                            ff_week_grid_find_morning (self->grid,
                                                       gtk_adjustment_get_page_size (adjustment)));
  return G_SOURCE_REMOVE;
}

static void
show_head (FfWeekView *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (self->clock);
  FfWallTime first = get_first (self);
  FfWallTime today = ff_wall_time_from_date_time (now);

  self->today = today.day;
  ff_week_head_show (self->head, &first, self->n_days, ff_week_count_days (&first, &today));
}

static void
on_placed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfWeekView *self = FF_WEEK_VIEW (source);
  FfDaysReading *reading = g_task_get_task_data (G_TASK (result));
  GArray *spans;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  spans = reading->result;
  show_head (self);
  ff_week_grid_show (self->grid, &reading->first, reading->n_days, reading->zone, reading->schedule,
                     reading->occurrences, spans);
  gtk_widget_set_visible (self->empty, spans->len == 0);
  if (!self->has_scrolled)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_morning, NULL, NULL);
  self->has_scrolled = TRUE;
}

static void
place_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FfDaysReading *reading = task_data;

  reading->result
      = ff_week_spans_find (reading->occurrences, &reading->first, reading->n_days, reading->zone);
  reading->free_result = (GDestroyNotify) g_array_unref;
  g_task_return_boolean (task, TRUE);
}

static void
reload (FfWeekView *self)
{
  FfWallTime first = get_first (self);

  if (self->timetable != NULL)
    ff_days_read (GTK_WIDGET (self), self->timetable, &self->reading, &first, self->n_days,
                  place_in_thread, on_placed);
}

static void
update_title (FfWeekView *self)
{
  FfWallTime first = get_first (self);
  g_autofree char *title = ff_week_format (&first, self->n_days);

  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
set_days (FfWeekView *self, guint n_days)
{
  if (self->n_days == n_days)
    return;
  self->n_days = n_days;
  update_title (self);
  reload (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAYS]);
}

/* After midnight another day is today. */
static void
on_tick (FfWeekView *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (self->clock);

  if (self->today != g_date_time_get_day_of_month (now))
    show_head (self);
}

static void
opened_cb (FfWeekView *self, FfOccurrence *occurrence)
{
  g_signal_emit (self, signals[OPENED], 0, occurrence);
}

static void
moved_cb (FfWeekView *self, FfOccurrence *occurrence, const FfWallTime *shown)
{
  FfWallTime start
      = ff_week_to_meeting_time (occurrence, shown, ff_timetable_get_zone (self->timetable));

  g_signal_emit (self, signals[MOVED], 0, occurrence, &start);
}

static void
create_cb (FfWeekView *self, const FfWallTime *start)
{
  g_signal_emit (self, signals[CREATE], 0, start);
}

static void
crowd_opened_cb (FfWeekView *self, GPtrArray *occurrences, const char *when)
{
  AdwDialog *dialog
      = ff_week_crowd_new (when, occurrences, ff_timetable_get_schedule (self->timetable),
                           ff_timetable_get_zone (self->timetable));

  g_signal_connect_object (dialog, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
turned_cb (FfWeekView *self, int direction)
{
  if (direction > 0)
    ff_week_view_show_next (self);
  else
    ff_week_view_show_previous (self);
}

static void
swipe_cb (FfWeekView *self, double x, double y)
{
  int direction = ff_days_find_swipe (GTK_WIDGET (self), x, y);

  if (direction != 0)
    turned_cb (self, direction);
}

static void
ff_week_view_dispose (GObject *object)
{
  FfWeekView *self = FF_WEEK_VIEW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_WEEK_VIEW);
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

    case PROP_DAYS:
      g_value_set_uint (value, self->n_days);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_week_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfWeekView *self = FF_WEEK_VIEW (object);

  switch ((FfWeekViewProps) prop_id)
    {
    case PROP_DAYS:
      set_days (self, g_value_get_uint (value));
      break;

    case PROP_TITLE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_signals (void)
{
  signals[OPENED] = g_signal_new ("opened", FF_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_OCCURRENCE);
  signals[MOVED] = g_signal_new ("moved", FF_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, FF_TYPE_OCCURRENCE, FF_TYPE_WALL_TIME);
  signals[CREATE] = g_signal_new ("create", FF_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_WALL_TIME);
}

static void
ff_week_view_class_init (FfWeekViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_week_view_dispose;
  object_class->get_property = ff_week_view_get_property;
  object_class->set_property = ff_week_view_set_property;

  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DAYS]
      = g_param_spec_uint ("days", NULL, NULL, 1, FF_DAYS_A_WEEK, FF_DAYS_A_WEEK,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  install_signals ();

  g_type_ensure (FF_TYPE_WEEK_HEAD);
  g_type_ensure (FF_TYPE_WEEK_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-week-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FfWeekView, head);
  gtk_widget_class_bind_template_child (widget_class, FfWeekView, grid);
  gtk_widget_class_bind_template_child (widget_class, FfWeekView, scroller);
  gtk_widget_class_bind_template_child (widget_class, FfWeekView, empty);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, crowd_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, swipe_cb);
}

static void
ff_week_view_init (FfWeekView *self)
{
  self->n_days = FF_DAYS_A_WEEK;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The grid draws only what is on the screen. */
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (gtk_widget_queue_draw), self->grid, G_CONNECT_SWAPPED);
}

/**
 * ff_week_view_new:
 * @timetable: what is shown
 * @clock: says what time it is
 *
 * Returns: (transfer floating): this week
 */
GtkWidget *
ff_week_view_new (FfTimetable *timetable, FfClock *clock)
{
  FfWeekView *self;
  g_autoptr (GDateTime) now = NULL;
  FfWallTime today;

  g_return_val_if_fail (FF_IS_TIMETABLE (timetable) && FF_IS_CLOCK (clock), NULL);

  self = g_object_new (FF_TYPE_WEEK_VIEW, NULL);
  self->timetable = g_object_ref (timetable);
  self->clock = g_object_ref (clock);
  ff_week_grid_set_clock (self->grid, clock);
  g_signal_connect_object (clock, "tick", G_CALLBACK (on_tick), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timetable, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  now = ff_clock_get_now (clock);
  today = ff_wall_time_from_date_time (now);
  ff_week_view_show_date (self, &today);
  return GTK_WIDGET (self);
}

/**
 * ff_week_view_show_date:
 * @self: a week
 * @date: a day
 *
 * Shows the week with @date in it, or the days from it where fewer are shown.
 */
void
ff_week_view_show_date (FfWeekView *self, const FfWallTime *date)
{
  g_return_if_fail (FF_IS_WEEK_VIEW (self) && date != NULL);

  self->date = *date;
  update_title (self);
  show_head (self);
  reload (self);
}

/**
 * ff_week_view_get_date:
 * @self: a week
 *
 * Returns: the day that was last asked for or turned to
 */
FfWallTime
ff_week_view_get_date (FfWeekView *self)
{
  g_return_val_if_fail (FF_IS_WEEK_VIEW (self), (FfWallTime) { 0 });

  return self->date;
}

/**
 * ff_week_view_show_next:
 * @self: a week
 *
 * Shows the days that follow.
 */
void
ff_week_view_show_next (FfWeekView *self)
{
  FfWallTime next;

  g_return_if_fail (FF_IS_WEEK_VIEW (self));

  next = ff_wall_time_add_days (&self->date, (int) self->n_days);
  ff_week_view_show_date (self, &next);
}

/**
 * ff_week_view_show_previous:
 * @self: a week
 *
 * Shows the days before.
 */
void
ff_week_view_show_previous (FfWeekView *self)
{
  FfWallTime previous;

  g_return_if_fail (FF_IS_WEEK_VIEW (self));

  previous = ff_wall_time_add_days (&self->date, -(int) self->n_days);
  ff_week_view_show_date (self, &previous);
}

/**
 * ff_week_view_get_title:
 * @self: a week
 *
 * Returns: (transfer none): a heading like "23–29 November 2026"
 */
const char *
ff_week_view_get_title (FfWeekView *self)
{
  g_return_val_if_fail (FF_IS_WEEK_VIEW (self), NULL);

  return self->title;
}
