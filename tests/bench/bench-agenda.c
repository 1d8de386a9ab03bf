/* bench-agenda.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-agenda FOLDER: what the main thread works to list a week of the schedule in that data folder, and for each key typed in the
 * search, in microseconds of its own time: "list LONGEST TOTAL", then "key LONGEST TOTAL" for each key. Longest is one turn of the
 * main loop. Nothing is drawn: what a list of very many rows costs beyond a list of few is here.
 */

#include <stdio.h>
#include <time.h>

#include "ff-agenda-list.h"

static gint64
get_thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
on_listed (gboolean *listed)
{
  *listed = TRUE;
}

static gboolean
on_settled (gpointer settled)
{
  *(gboolean *) settled = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until the dates are listed and what shows them has settled, and says what that took since @begin. */
static void
run (const char *what, gboolean *listed, gint64 begin)
{
  gint64 longest = get_thread_time () - begin;
  gboolean waiting = FALSE, settled = FALSE;

  *listed = FALSE;
  while (!settled)
    {
      gint64 turn = get_thread_time ();

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, get_thread_time () - turn);
      if (*listed && !waiting)
        g_timeout_add (300, on_settled, &settled);
      waiting = *listed;
    }
  printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", what, longest,
          get_thread_time () - begin);
}

int
main (int argc, char *argv[])
{
  static const char *const typed[]
      = { "w", "wh", "whe", "wheelchair", "wheelchair, e", "wheelchair, evening", "" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfStore) store = NULL;
  g_autoptr (FfClock) clock = ff_clock_new ();
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GPtrArray) programmes = NULL;
  g_autoptr (FfContext) context = NULL;
  g_autoptr (FfTimetable) timetable = NULL;
  g_autoptr (FfAgenda) agenda = NULL;
  g_autoptr (GDateTime) from = g_date_time_new_local (2026, 11, 24, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, 1);
  GtkWidget *window, *list;
  gboolean listed = FALSE;

  if (argc != 2)
    {
      g_printerr ("usage: bench-agenda FOLDER\n");
      return 2;
    }
  adw_init ();
  store = ff_store_open (argv[1], NULL, &error);
  programmes = error == NULL ? ff_programme_load_all (&error) : NULL;
  if (error != NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  context = ff_context_new (store, clock, settings, programmes);
  list = g_object_new (FF_TYPE_AGENDA_LIST, NULL);
  window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (window), list);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 720);
  gtk_widget_realize (window);
  gint64 begin = get_thread_time ();
  timetable = ff_timetable_new (context);
  agenda = ff_agenda_new (timetable);
  g_signal_connect_swapped (agenda, "listed", G_CALLBACK (on_listed), &listed);
  ff_agenda_list_set_agenda (FF_AGENDA_LIST (list), agenda, clock);
  ff_agenda_set_span (agenda, from, until);
  run ("list", &listed, begin);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      begin = get_thread_time ();
      ff_agenda_list_start_over (FF_AGENDA_LIST (list));
      ff_timetable_set_filter (timetable, typed[i]);
      run ("key", &listed, begin);
    }
  fprintf (stderr, "%u dates\n", g_list_model_get_n_items (G_LIST_MODEL (agenda)));
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
