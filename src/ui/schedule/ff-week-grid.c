/* ff-week-grid.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days side by side and hours below each other, with meetings in them: to go through by keyboard, and to move.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-week-days.h"
#include "ff-week-grid-private.h"
#include "ff-week-words.h"

/* More blocks than this are nothing to look at, and cost a frame. */
#define MOST_BLOCKS 240

enum
{
  OPENED,
  MOVED,
  CREATE,
  CROWD_OPENED,
  TURNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  PROP_GUTTER = 1,
  PROP_MOVING,
} FfWeekGridProps;

static GParamSpec *properties[PROP_MOVING + 1];

G_DEFINE_FINAL_TYPE (FfWeekGrid, ff_week_grid, GTK_TYPE_WIDGET)

static FfWeekBlock *
ensure_block (FfWeekGrid *self, guint number)
{
  GtkWidget *block;

  if (number < self->blocks->len)
    return g_ptr_array_index (self->blocks, number);
  block = ff_week_block_new ();
  gtk_widget_insert_before (block, GTK_WIDGET (self), GTK_WIDGET (self->slot));
  g_signal_connect_object (block, "activate", G_CALLBACK (ff_week_grid_activate), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->blocks, block);
  return FF_WEEK_BLOCK (block);
}

static void
show_meeting (FfWeekGrid *self, FfWeekBlock *block, FfOccurrence *occurrence)
{
  const char *title
      = ff_schedule_get_title (self->schedule, ff_occurrence_get_meeting (occurrence));
  g_autofree char *time = ff_week_words_time (occurrence, self->zone);
  g_autofree char *detail = ff_week_words_detail (occurrence);
  g_autofree char *label = ff_week_words_label (occurrence, title, self->zone);

  ff_week_block_show (block, FF_WEEK_BLOCK_MEETING, occurrence, time, title, detail, label);
}

static char *
describe_crowd (FfWeekGrid *self, const FfWeekPlace *place)
{
  FfWallTime hour = ff_week_day_and_minute (&self->first, place->day, place->from);

  return ff_week_words_moment (&hour);
}

static void
show_more (FfWeekGrid *self, FfWeekBlock *block, const FfWeekPlace *place)
{
  g_autofree char *hour = describe_crowd (self, place);
  /* Translators: how many more meetings there are than have room, as in “+12” */
  g_autofree char *title = g_strdup_printf (C_ ("more", "+%u"), place->count);
  g_autofree char *count
      = g_strdup_printf (ngettext ("%u more meeting", "%u more meetings", place->count),
                         place->count);
  /* Translators: an hour of a day and what is in it, like “Tuesday 24 November, 19:00, 12 more meetings” */
  g_autofree char *label = g_strdup_printf (C_ ("crowded hour", "%1$s, %2$s"), hour, count);

  ff_week_block_show (block, FF_WEEK_BLOCK_MORE, NULL, "", title, "", label);
}

static void
show_places (FfWeekGrid *self)
{
  GArray *places = self->layout->places;

  for (guint i = 0; i < places->len; i++)
    {
      const FfWeekPlace *place = &g_array_index (places, FfWeekPlace, i);
      FfWeekBlock *block = ensure_block (self, i);

      if (place->is_more)
        show_more (self, block, place);
      else
        show_meeting (self, block, ff_week_grid_get_occurrence (self, i, 0));
      gtk_widget_set_visible (GTK_WIDGET (block), TRUE);
    }
  for (guint i = places->len; i < self->blocks->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->blocks, i), FALSE);
}

/* The same date where it is now, else what is nearest. */
static FfWeekCursor
find_cursor (FfWeekGrid *self, FfOccurrence *before)
{
  for (guint i = 0; before != NULL && i < self->layout->places->len; i++)
    {
      const FfWeekPlace *place = &g_array_index (self->layout->places, FfWeekPlace, i);
      FfOccurrence *occurrence = ff_week_grid_get_occurrence (self, i, 0);

      if (!place->is_more
          && g_str_equal (ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)),
                          ff_meeting_get_uid (ff_occurrence_get_meeting (before)))
          && ff_wall_time_compare (ff_occurrence_get_rule_time (occurrence),
                                   ff_occurrence_get_rule_time (before))
                 == 0)
        return (FfWeekCursor) { (int) i, place->day, place->from };
    }
  return ff_week_layout_find (self->layout, MIN (self->cursor.day, self->n_days - 1),
                              self->cursor.minute);
}

static FfOccurrence *
dup_at_cursor (FfWeekGrid *self)
{
  FfWeekBlock *block;

  if (self->turning || self->cursor.place < 0 || self->cursor.place >= (int) self->blocks->len)
    return NULL;
  block = g_ptr_array_index (self->blocks, self->cursor.place);
  return ff_week_block_get_occurrence (block) != NULL
             ? g_object_ref (ff_week_block_get_occurrence (block))
             : NULL;
}

static void
lay_out (FfWeekGrid *self, gboolean from_start)
{
  g_autoptr (FfOccurrence) before = from_start ? NULL : dup_at_cursor (self);
  gboolean had_focus = ff_week_grid_get_focused (self) != NULL;
  guint lanes;

  self->max_lanes = ff_week_grid_count_lanes (self);
  g_clear_pointer (&self->layout, ff_week_layout_free);
  for (lanes = self->max_lanes;; lanes--)
    {
      self->layout = ff_week_layout_new (self->spans, lanes);
      if (lanes == 1 || self->layout->places->len <= MOST_BLOCKS)
        break;
      g_clear_pointer (&self->layout, ff_week_layout_free);
    }
  self->cursor = from_start ? ff_week_layout_find_first (self->layout) : find_cursor (self, before);
  self->turning = FALSE;
  show_places (self);
  ff_week_grid_show_slot (self);
  if (had_focus)
    ff_week_grid_focus_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Not while it is being allocated: other blocks may be needed. */
static gboolean
lay_out_anew (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);

  self->relayout = 0;
  if (self->spans != NULL && self->max_lanes != ff_week_grid_count_lanes (self))
    lay_out (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
ff_week_grid_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);

  ff_week_grid_measure_hours (self);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = HOURS_A_DAY * self->hour_height + 1;
  else
    *minimum = *natural = self->gutter + (int) self->n_days * 24;
}

static void
allocate_block (GtkWidget *block, const graphene_rect_t *area)
{
  GskTransform *move = gsk_transform_translate (NULL, &area->origin);

  gtk_widget_measure (block, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (block, (int) roundf (area->size.width), (int) roundf (area->size.height), -1,
                       move);
}

static void
allocate_ghost (FfWeekGrid *self)
{
  const FfWeekMoving *moving = &self->moving;
  FfWeekPlace place = { .day = (guint16) CLAMP (moving->day, 0, (int) self->n_days - 1),
                        .from = (guint16) moving->minute,
                        .until = (guint16) MIN (moving->minute + moving->length, FF_MINUTES_A_DAY),
                        .n_lanes = 1 };
  graphene_rect_t area = ff_week_grid_get_area (self, &place);

  allocate_block (GTK_WIDGET (self->ghost), &area);
}

static void
ff_week_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);

  for (guint i = 0; self->layout != NULL && i < self->layout->places->len; i++)
    {
      graphene_rect_t area
          = ff_week_grid_get_area (self, &g_array_index (self->layout->places, FfWeekPlace, i));

      allocate_block (g_ptr_array_index (self->blocks, i), &area);
    }
  if (gtk_widget_should_layout (GTK_WIDGET (self->slot)))
    {
      guint hour = self->cursor.minute / 60;
      FfWeekPlace place = { .day = (guint16) MIN (self->cursor.day, self->n_days - 1),
                            .from = (guint16) (hour * 60),
                            .until = (guint16) (hour * 60 + 60),
                            .n_lanes = 1 };
      graphene_rect_t area = ff_week_grid_get_area (self, &place);

      allocate_block (GTK_WIDGET (self->slot), &area);
    }
  if (gtk_widget_should_layout (GTK_WIDGET (self->ghost)))
    allocate_ghost (self);
  if (self->spans != NULL && self->max_lanes != ff_week_grid_count_lanes (self)
      && self->relayout == 0)
    self->relayout = gtk_widget_add_tick_callback (widget, lay_out_anew, NULL, NULL);
}

static void
ff_week_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ff_week_grid_draw (FF_WEEK_GRID (widget), snapshot);
}

static void
forget_text (FfWeekGrid *self)
{
  ff_week_grid_forget_hours (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ff_week_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ff_week_grid_parent_class)->css_changed (widget, change);
  forget_text (FF_WEEK_GRID (widget));
}

static void
ff_week_grid_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ff_week_grid_parent_class)->system_setting_changed (widget, setting);
  forget_text (FF_WEEK_GRID (widget));
}

static void
ff_week_grid_dispose (GObject *object)
{
  FfWeekGrid *self = FF_WEEK_GRID (object);

  ff_week_grid_moving_cancel (self);
  if (self->relayout != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->relayout);
  self->relayout = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->layout, ff_week_layout_free);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->occurrences, ff_week_spans_let_go);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->schedule);
  g_clear_object (&self->clock);
  ff_week_grid_forget_hours (self);

  G_OBJECT_CLASS (ff_week_grid_parent_class)->dispose (object);
}

static void
ff_week_grid_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfWeekGrid *self = FF_WEEK_GRID (object);

  switch ((FfWeekGridProps) prop_id)
    {
    case PROP_GUTTER:
      g_value_set_int (value, self->gutter);
      break;

    case PROP_MOVING:
      g_value_set_boolean (value, self->moving.occurrence != NULL && self->moving.by_keyboard);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_signals (void)
{
  signals[OPENED] = g_signal_new ("opened", FF_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_OCCURRENCE);
  signals[MOVED] = g_signal_new ("moved", FF_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, FF_TYPE_OCCURRENCE, FF_TYPE_WALL_TIME);
  signals[CREATE] = g_signal_new ("create", FF_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_WALL_TIME);
  signals[CROWD_OPENED]
      = g_signal_new ("crowd-opened", FF_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_STRING);
  signals[TURNED] = g_signal_new ("turned", FF_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
ff_week_grid_class_init (FfWeekGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ff_week_grid_dispose;
  object_class->get_property = ff_week_grid_get_property;
  widget_class->measure = ff_week_grid_measure;
  widget_class->size_allocate = ff_week_grid_size_allocate;
  widget_class->snapshot = ff_week_grid_snapshot;
  widget_class->css_changed = ff_week_grid_css_changed;
  widget_class->system_setting_changed = ff_week_grid_system_setting_changed;

  properties[PROP_GUTTER] = g_param_spec_int ("gutter", NULL, NULL, 0, G_MAXINT, 0, read_only);
  properties[PROP_MOVING] = g_param_spec_boolean ("moving", NULL, NULL, FALSE, read_only);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  install_signals ();

  ff_week_grid_keys_class_init (widget_class);
  ff_week_grid_moving_class_init (widget_class);
  gtk_widget_class_set_css_name (widget_class, "week-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static FfWeekBlock *
add_hidden_block (FfWeekGrid *self)
{
  GtkWidget *block = ff_week_block_new ();

  gtk_widget_set_visible (block, FALSE);
  gtk_widget_set_parent (block, GTK_WIDGET (self));
  return FF_WEEK_BLOCK (block);
}

static void
ff_week_grid_init (FfWeekGrid *self)
{
  self->n_days = FF_DAYS_A_WEEK;
  self->cursor.place = -1;
  self->blocks = g_ptr_array_new ();
  self->slot = add_hidden_block (self);
  self->ghost = add_hidden_block (self);
  gtk_widget_set_can_target (GTK_WIDGET (self->ghost), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self->slot), FALSE);
  g_signal_connect_object (self->slot, "activate", G_CALLBACK (ff_week_grid_activate), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  ff_week_grid_keys_init (self);
  ff_week_grid_moving_init (self);
}

void
ff_week_grid_emit_opened (FfWeekGrid *self, FfOccurrence *occurrence)
{
  g_signal_emit (self, signals[OPENED], 0, occurrence);
}

void
ff_week_grid_emit_moved (FfWeekGrid *self, FfOccurrence *occurrence, const FfWallTime *start)
{
  g_signal_emit (self, signals[MOVED], 0, occurrence, start);
}

void
ff_week_grid_emit_create (FfWeekGrid *self, const FfWallTime *start)
{
  g_signal_emit (self, signals[CREATE], 0, start);
}

/* The dates that a crowded hour keeps back, together with what it shows. */
void
ff_week_grid_emit_crowd (FfWeekGrid *self, guint place)
{
  const FfWeekPlace *crowd = &g_array_index (self->layout->places, FfWeekPlace, place);
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *hour = describe_crowd (self, crowd);

  for (guint i = 0; i < crowd->count; i++)
    g_ptr_array_add (dates, g_object_ref (ff_week_grid_get_occurrence (self, place, i)));
  g_signal_emit (self, signals[CROWD_OPENED], 0, dates, hour);
}

void
ff_week_grid_emit_turned (FfWeekGrid *self, int direction)
{
  g_signal_emit (self, signals[TURNED], 0, direction);
}

void
ff_week_grid_notify_moving (FfWeekGrid *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVING]);
}

void
ff_week_grid_notify_gutter (FfWeekGrid *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GUTTER]);
}

/**
 * ff_week_grid_set_clock:
 * @self: a grid
 * @clock: says what time it is
 */
void
ff_week_grid_set_clock (FfWeekGrid *self, FfClock *clock)
{
  g_return_if_fail (FF_IS_WEEK_GRID (self) && FF_IS_CLOCK (clock));

  g_return_if_fail (self->clock == NULL);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "tick", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ff_week_grid_show:
 * @self: a grid
 * @first: the first day to show
 * @n_days: how many days
 * @zone: (nullable): the zone that times are shown in, each meeting's own if %NULL
 * @schedule: where the meetings' titles are
 * @occurrences: (element-type FfOccurrence): the dates
 * @spans: (element-type FfWeekSpan): where they fall on these days
 */
void
ff_week_grid_show (FfWeekGrid *self,
                   const FfWallTime *first,
                   guint n_days,
                   GTimeZone *zone,
                   FfSchedule *schedule,
                   GPtrArray *occurrences,
                   GArray *spans)
{
  gboolean from_start;

  g_return_if_fail (FF_IS_WEEK_GRID (self) && FF_IS_SCHEDULE (schedule));
  g_return_if_fail (first != NULL && n_days > 0 && occurrences != NULL && spans != NULL);

  from_start = !self->turning && ff_week_grid_get_focused (self) == NULL
               && (self->spans == NULL || n_days != self->n_days
                   || ff_wall_time_compare (first, &self->first) != 0);
  ff_week_grid_moving_cancel (self);
  self->first = *first;
  self->n_days = n_days;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  g_set_object (&self->schedule, schedule);
  g_ptr_array_ref (occurrences);
  g_clear_pointer (&self->occurrences, ff_week_spans_let_go);
  self->occurrences = occurrences;
  g_array_ref (spans);
  g_clear_pointer (&self->spans, g_array_unref);
  self->spans = spans;
  lay_out (self, from_start);
}

/**
 * ff_week_grid_count_blocks:
 * @self: a grid
 *
 * Returns: how many blocks it shows
 */
guint
ff_week_grid_count_blocks (FfWeekGrid *self)
{
  g_return_val_if_fail (FF_IS_WEEK_GRID (self), 0);

  return self->layout != NULL ? self->layout->places->len : 0;
}

/**
 * ff_week_grid_get_block:
 * @self: a grid
 * @position: which block, by day and time
 *
 * Returns: (transfer none): it
 */
FfWeekBlock *
ff_week_grid_get_block (FfWeekGrid *self, guint position)
{
  g_return_val_if_fail (position < ff_week_grid_count_blocks (self), NULL);

  return g_ptr_array_index (self->blocks, position);
}

/**
 * ff_week_grid_get_cursor:
 * @self: a grid
 *
 * Returns: (transfer none): where the keyboard is
 */
const FfWeekCursor *
ff_week_grid_get_cursor (FfWeekGrid *self)
{
  g_return_val_if_fail (FF_IS_WEEK_GRID (self), NULL);

  return &self->cursor;
}
