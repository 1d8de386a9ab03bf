/* bench-week.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the main thread takes to show a week, and a frame of it, of a country's meetings.
 *
 * bench-week MEETINGS TIMES   prints the first, the median and the slowest time of showing a week, from the dates being
 *                             there to the frame being ready to draw, in microseconds; and how many blocks the last has
 */

#include <stdio.h>
#include <time.h>

#include <adwaita.h>

#include "ff-week-days.h"
#include "ff-week-grid.h"

#define GROUPS 3000

typedef struct
{
  GtkWidget *window;
  FfWeekGrid *grid;
  FfSchedule *schedule;
} Bench;

/* Most meet in the evening. */
static FfMeeting *
make_meeting (GRand *random, int number)
{
  g_autofree char *uid = g_strdup_printf ("m%d", number);
  g_autofree char *group = g_strdup_printf ("g%d", number % GROUPS);
  g_autofree char *title = number % 3 == 0 ? g_strdup_printf ("Evening tools %d", number) : NULL;
  FfMeeting *meeting = ff_meeting_new (uid);
  int hour = g_rand_int_range (random, 0, 3) > 0 ? g_rand_int_range (random, 17, 21)
                                                 : g_rand_int_range (random, 7, 17);

  ff_meeting_set_group (meeting, group);
  ff_meeting_set_title (meeting, title != NULL ? title : "");
  ff_meeting_set_start (meeting, &(FfWallTime) { 2026, 1, (guint8) g_rand_int_range (random, 5, 12),
                                                 (guint8) hour,
                                                 (guint8) (g_rand_int_range (random, 0, 4) * 15) });
  ff_meeting_set_minutes (meeting, number % 2 == 0 ? 60 : 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (meeting, "America/Toronto");
  ff_meeting_set_place (meeting, "Community Hall");
  return meeting;
}

static FfSchedule *
make_schedule (int n_meetings)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (int i = 0; i < GROUPS; i++)
    {
      g_autofree char *uid = g_strdup_printf ("g%d", i);
      g_autofree char *name = g_strdup_printf ("Harbour Group %d", i);
      FfGroup *group = ff_group_new (uid);

      ff_group_set_name (group, name);
      g_ptr_array_add (groups, group);
    }
  for (int i = 0; i < n_meetings; i++)
    g_ptr_array_add (meetings, make_meeting (random, i));
  return ff_schedule_new (groups, meetings, NULL, NULL);
}

static void
wait (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

/* What it costs to turn the window into what is drawn, whatever then draws it. */
static void
draw (Bench *bench)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (bench->grid));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (bench->grid));
  int height = gtk_widget_get_height (GTK_WIDGET (bench->grid));
  GskRenderNode *node;

  gtk_widget_allocate (bench->window, gtk_widget_get_width (bench->window),
                       gtk_widget_get_height (bench->window), -1, NULL);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);
}

/* Its own time, whatever else the computer does meanwhile. */
static gint64
get_thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gint64
show_week (Bench *bench, FfWallTime first)
{
  g_autoptr (GDateTime) from = ff_week_find_midnight (&first, -2);
  g_autoptr (GDateTime) until = ff_week_find_midnight (&first, FF_DAYS_A_WEEK + 2);
  g_autoptr (GPtrArray) unusable = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) dates
      = ff_schedule_list_occurrences (bench->schedule, from, until, unusable, NULL);
  g_autoptr (GArray) spans = ff_week_spans_find (dates, &first, FF_DAYS_A_WEEK, NULL);
  gint64 begin = get_thread_time ();

  ff_week_grid_show (bench->grid, &first, FF_DAYS_A_WEEK, NULL, bench->schedule, dates, spans);
  draw (bench);
  return get_thread_time () - begin;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

int
main (int argc, char *argv[])
{
  g_autoptr (FfClock) clock = ff_clock_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  FfWallTime first = { 2026, 11, 23, 0, 0 };
  GtkWidget *scroller;
  Bench bench;

  if (argc != 3)
    {
      g_printerr ("usage: bench-week MEETINGS TIMES\n");
      return 2;
    }
  adw_init ();
  bench.schedule = make_schedule (atoi (argv[1]));
  bench.grid = g_object_new (FF_TYPE_WEEK_GRID, NULL);
  ff_week_grid_set_clock (bench.grid, clock);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (bench.grid));
  bench.window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (bench.window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1280, 800);
  gtk_window_present (GTK_WINDOW (bench.window));
  wait (500);
  for (int i = 0; i < atoi (argv[2]); i++)
    {
      gint64 time = show_week (&bench, first);

      g_array_append_val (times, time);
      first = ff_wall_time_add_days (&first, FF_DAYS_A_WEEK);
      wait (50);
    }
  /* The first makes the blocks. */
  printf ("%" G_GINT64_FORMAT " ", g_array_index (times, gint64, 0));
  g_array_sort (times, compare);
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u\n",
          g_array_index (times, gint64, times->len / 2),
          g_array_index (times, gint64, times->len - 1), ff_week_grid_count_blocks (bench.grid));
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.schedule);
  return 0;
}
