/* bench-rota.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well a made-up rota is filled, and how long that takes.
 *
 * bench-rota middle|large SEED SECONDS greedy|whole|decomposed [STOP]
 *     prints how many places and volunteers there are; seconds by the clock and of computing; seconds until the last better plan was found; for each level
 *     what was reached and the bound; the gap; where it is stopped after STOP seconds, how long after that it ended
 */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "ff-rota-private.h"
#include "ff-rota-solving.h"
#include "ff-test-rota-made.h"

typedef struct
{
  gint64 begin;
  double last;
} Bench;

static double
get_seconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / G_USEC_PER_SEC;
}

/* On all threads together. */
static double
get_computed (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
on_progress (FfRotaPlan *best, double share, gpointer user_data)
{
  Bench *bench = user_data;

  bench->last = get_seconds (bench->begin);
  if (g_getenv ("BENCH_ROTA_TELL") == NULL)
    return;
  fprintf (stderr, "%6.2f", bench->last);
  for (FfLevel i = 0; i < FF_N_LEVELS; i++)
    fprintf (stderr, " %.6g", ff_rota_plan_get_measure (best, i).reached);
  fprintf (stderr, "\n");
}

typedef struct
{
  GCancellable *cancellable;
  double after;
  gint64 at; /* 0 = not yet */
} Stop;

static gpointer
stop_in_time (gpointer data)
{
  Stop *stop = data;

  g_usleep ((gulong) (stop->after * G_USEC_PER_SEC));
  stop->at = g_get_monotonic_time ();
  g_cancellable_cancel (stop->cancellable);
  return NULL;
}

static FfSolving
read_solving (const char *text)
{
  if (g_str_equal (text, "greedy"))
    return FF_SOLVING_GREEDY;
  return g_str_equal (text, "whole") ? FF_SOLVING_WHOLE : FF_SOLVING_DECOMPOSED;
}

static void
print_plan (FfRotaPlan *plan)
{
  for (FfLevel i = 0; i < FF_N_LEVELS; i++)
    {
      FfMeasure measure = ff_rota_plan_get_measure (plan, i);

      printf (" %.9g %.9g", measure.reached, measure.bound);
    }
  printf (" %.6g", ff_rota_plan_get_gap (plan));
}

int
main (int argc, char **argv)
{
  g_autoptr (FfTestRotaMade) made = NULL;
  g_autoptr (FfRota) rota = NULL;
  g_autoptr (FfRotaPlan) plan = NULL;
  Bench bench = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Stop stop = { .cancellable = cancellable };
  guint32 seed;
  double computed, ended;

  if (argc < 5 || argc > 6)
    return 2;
  seed = (guint32) g_ascii_strtoull (argv[2], NULL, 10);
  made = g_str_equal (argv[1], "large") ? ff_test_rota_made_large (seed)
                                        : ff_test_rota_made_middle (seed);
  rota = ff_test_rota_made_lay_out (made);
  bench.begin = g_get_monotonic_time ();
  computed = get_computed ();
  if (argc == 6)
    {
      stop.after = g_ascii_strtod (argv[5], NULL);
      g_thread_unref (g_thread_new ("stop", stop_in_time, &stop));
    }
  plan = ff_rota_solve (rota, read_solving (argv[4]), g_ascii_strtod (argv[3], NULL), on_progress,
                        &bench, cancellable);
  ended = get_seconds (stop.at);
  printf ("%u %u %.3f %.3f %.3f", ff_rota_count_slots (rota), ff_rota_count_volunteers (rota),
          get_seconds (bench.begin), get_computed () - computed, bench.last);
  print_plan (plan);
  if (argc == 6)
    printf (" %.3f", stop.at > 0 ? ended : 0);
  printf ("\n");
  return 0;
}
