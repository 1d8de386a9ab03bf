/* ff-week-grid-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the week grid share: what it shows, how it is drawn, the keyboard in it, and moving.
 */

#pragma once

#include "ff-week-grid.h"

G_BEGIN_DECLS

#define HOURS_A_DAY 24

typedef struct
{
  FfOccurrence *occurrence; /* (nullable): nothing is being moved */
  gboolean by_keyboard;
  gboolean begun; /* the pointer has gone far enough */
  double x, y;    /* where the pointer was at first */
  int start_day;  /* may be before the first: it goes on after midnight */
  guint start_minute;
  int day;
  guint minute;
  guint length;
  guint scrolling; /* tick callback */
  double pointer;  /* where the pointer is, from above */
} FfWeekMoving;

struct _FfWeekGrid
{
  GtkWidget parent_instance;

  FfClock *clock;
  FfWallTime first;
  guint n_days;
  GTimeZone *zone;
  FfSchedule *schedule;
  GPtrArray *occurrences;
  GArray *spans;

  FfWeekLayout *layout;
  guint max_lanes;
  guint relayout;    /* tick callback */
  GPtrArray *blocks; /* (element-type FfWeekBlock): one for each place, then spare ones that are hidden */
  FfWeekBlock *slot; /* the empty hour that the keyboard is at */
  FfWeekBlock *ghost;
  GtkWidget *menu;

  FfWeekCursor cursor;
  gboolean turning; /* the cursor is for the days that are about to come */
  FfWeekMoving moving;
  GtkGesture *drag;

  int line_height;
  int hour_height;
  int gutter;
  PangoLayout *hours[HOURS_A_DAY];
};

/* Drawing */
void         ff_week_grid_forget_hours     (FfWeekGrid         *self);
void         ff_week_grid_measure_hours    (FfWeekGrid         *self);
void         ff_week_grid_draw             (FfWeekGrid         *self,
                                            GtkSnapshot        *snapshot);

/* Where things are */
graphene_rect_t
             ff_week_grid_get_area         (FfWeekGrid         *self,
                                            const FfWeekPlace  *place);
gboolean     ff_week_grid_find_time        (FfWeekGrid         *self,
                                            double              x,
                                            double              y,
                                            guint              *day,
                                            double             *minute);
guint        ff_week_grid_count_lanes      (FfWeekGrid         *self);
FfWeekBlock *ff_week_grid_find_block       (FfWeekGrid         *self,
                                            double              x,
                                            double              y);
int          ff_week_grid_get_number       (FfWeekGrid         *self,
                                            FfWeekBlock        *block);
FfOccurrence *
             ff_week_grid_get_occurrence   (FfWeekGrid         *self,
                                            guint               place,
                                            guint               nth);
GtkAdjustment *
             ff_week_grid_get_vadjustment  (FfWeekGrid         *self);

/* The keyboard */
void         ff_week_grid_keys_class_init  (GtkWidgetClass     *widget_class);
void         ff_week_grid_keys_init        (FfWeekGrid         *self);
FfWeekBlock *ff_week_grid_get_focused      (FfWeekGrid         *self);
void         ff_week_grid_show_slot        (FfWeekGrid         *self);
void         ff_week_grid_focus_cursor     (FfWeekGrid         *self);
void         ff_week_grid_activate         (FfWeekGrid         *self,
                                            FfWeekBlock        *block);
void         ff_week_grid_turn             (FfWeekGrid         *self,
                                            int                 direction);
void         ff_week_grid_create           (FfWeekGrid         *self,
                                            guint               day,
                                            guint               minute);

/* Moving */
void         ff_week_grid_moving_class_init (GtkWidgetClass    *widget_class);
void         ff_week_grid_moving_init      (FfWeekGrid         *self);
void         ff_week_grid_moving_cancel    (FfWeekGrid         *self);
gboolean     ff_week_grid_moving_drop      (FfWeekGrid         *self);
gboolean     ff_week_grid_moving_step      (FfWeekGrid         *self,
                                            int                 days,
                                            int                 minutes);

/* Signals and properties */
void         ff_week_grid_emit_opened      (FfWeekGrid         *self,
                                            FfOccurrence       *occurrence);
void         ff_week_grid_emit_moved       (FfWeekGrid         *self,
                                            FfOccurrence       *occurrence,
                                            const FfWallTime   *start);
void         ff_week_grid_emit_create      (FfWeekGrid         *self,
                                            const FfWallTime   *start);
void         ff_week_grid_emit_crowd       (FfWeekGrid         *self,
                                            guint               place);
void         ff_week_grid_emit_turned      (FfWeekGrid         *self,
                                            int                 direction);
void         ff_week_grid_notify_moving    (FfWeekGrid         *self);
void         ff_week_grid_notify_gutter    (FfWeekGrid         *self);

G_END_DECLS
