/* ff-filling-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures of a plan as sentences: what was reached, and whether better is possible.
 */

#include "ff-config.h"

#include "ff-filling-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NEARLY 1e-6

/* So many in a hundred are not worth another try. */
#define HARDLY 2

static guint
count_places (FfRotaPlan *plan, gboolean required)
{
  GPtrArray *slots = ff_rota_get_slots (ff_rota_plan_get_rota (plan));
  guint n = 0;

  for (guint i = 0; i < slots->len; i++)
    n += ff_slot_get_required (g_ptr_array_index (slots, i)) == required ? 1 : 0;
  return n;
}

static guint
get_count (FfRotaPlan *plan, FfLevel level)
{
  return (guint) MAX (0, round (ff_rota_plan_get_measure (plan, level).reached));
}

static guint
count_filled (FfRotaPlan *plan)
{
  return get_count (plan, FF_LEVEL_REQUIRED) + get_count (plan, FF_LEVEL_OPTIONAL);
}

static double
get_distance (const FfMeasure *measure)
{
  return fabs (measure->reached - measure->bound);
}

/* At most so many in a hundred better can exist; a part of one counts as one. NAN where it is not known. */
static double
get_hundredths (const FfMeasure *measure)
{
  const double gap = ff_measure_get_gap (measure);

  return isnan (gap) ? (double) NAN : ceil (100 * gap - NEARLY);
}

static gboolean
is_proven (FfRotaPlan *plan, FfLevel level)
{
  const FfMeasure measure = ff_rota_plan_get_measure (plan, level);

  return !isnan (measure.bound) && get_distance (&measure) < NEARLY;
}

/* Of places and wishes: how many more or fewer there may be at the most. */
static guint
count_possible (const FfMeasure *measure)
{
  return (guint) MAX (1, ceil (get_distance (measure) - NEARLY));
}

/**
 * ff_filling_words_filled:
 * @plan: a way to fill the places
 *
 * Returns: (transfer full): how many of all are filled
 */
char *
ff_filling_words_filled (FfRotaPlan *plan)
{
  const guint n = ff_rota_get_slots (ff_rota_plan_get_rota (plan))->len;

  /* Translators: %1$u of %2$u places in the rota have somebody */
  return g_strdup_printf (ngettext ("%1$u of %2$u place is filled",
                                    "%1$u of %2$u places are filled", n),
                          count_filled (plan), n);
}

/**
 * ff_filling_words_fair:
 * @plan: a way to fill the places
 *
 * Returns: (transfer full) (nullable): how much the one who does most does of what they could; %NULL where that is all of it, and
 *   where nobody does anything
 */
char *
ff_filling_words_fair (FfRotaPlan *plan)
{
  const double worst = ff_rota_plan_get_measure (plan, FF_LEVEL_WORST).reached;

  if (count_filled (plan) == 0 || worst > 1 - NEARLY)
    return NULL;
  /* Translators: %.0f is a number from 0 to 100 */
  return g_strdup_printf (_ ("Nobody has more than %.0f %% of what they could take"),
                          ceil (worst * 100 - NEARLY));
}

/* --- How near to the best --- */

static const char *
advise_time (gboolean kept)
{
  return kept ? _ ("It was stopped early: more time may find better.")
              : _ ("More time may find better.");
}

/* What is not proven of the places that are filled. */
static char *
say_coverage (FfRotaPlan *plan, FfLevel level)
{
  const FfMeasure measure = ff_rota_plan_get_measure (plan, level);
  guint n;

  if (isnan (measure.bound))
    return g_strdup (_ ("Whether more places can be filled is not known yet."));
  n = count_possible (&measure);
  if (level == FF_LEVEL_REQUIRED)
    return g_strdup_printf (ngettext ("At most %u more needed place could be filled.",
                                      "At most %u more needed places could be filled.", n),
                            n);
  return g_strdup_printf (ngettext ("At most %u more place could be filled.",
                                    "At most %u more places could be filled.", n),
                          n);
}

/* The largest of all that counts after the places; NAN where one is not known. */
static double
find_hundredths (FfRotaPlan *plan)
{
  double most = 0;

  for (FfLevel level = FF_LEVEL_WORST; level < FF_N_LEVELS; level++)
    {
      const FfMeasure measure = ff_rota_plan_get_measure (plan, level);
      const double hundredths = get_hundredths (&measure);

      if (isnan (hundredths))
        return hundredths;
      most = MAX (most, hundredths);
    }
  return most;
}

static char *
say_fairness (FfRotaPlan *plan, gboolean kept)
{
  const double hundredths = find_hundredths (plan);
  g_autofree char *better = NULL;

  if (isnan (hundredths))
    better = g_strdup (_ ("How much fairer they could be shared out is not known yet."));
  else
    /* Translators: %.0f is a number from 1 to 100: how much better another way could be at the most */
    better = g_strdup_printf (_ ("In fairness and wishes at most %.0f in 100 better can exist."),
                              hundredths);
  /* Translators: two sentences */
  return hundredths <= HARDLY
             ? g_strdup_printf (_ ("%1$s %2$s"), _ ("No more places can be filled."), better)
             /* Translators: three sentences */
             : g_strdup_printf (_ ("%1$s %2$s %3$s"), _ ("No more places can be filled."), better,
                                advise_time (kept));
}

/**
 * ff_filling_words_is_best:
 * @plan: a way to fill the places
 *
 * Returns: whether it is proven that there is no better one
 */
gboolean
ff_filling_words_is_best (FfRotaPlan *plan)
{
  for (FfLevel level = FF_LEVEL_REQUIRED; level < FF_N_LEVELS; level++)
    if (!is_proven (plan, level))
      return FALSE;
  return TRUE;
}

/**
 * ff_filling_words_summary:
 * @plan: a way to fill the places
 * @kept: whether the solving was ended before its time
 *
 * Returns: (transfer full): how near it is to the best possible
 */
char *
ff_filling_words_summary (FfRotaPlan *plan, gboolean kept)
{
  const gboolean required = is_proven (plan, FF_LEVEL_REQUIRED);
  g_autofree char *coverage = NULL;

  if (ff_rota_plan_get_ending (plan) == FF_ROTA_ENDING_FAILED)
    return g_strdup (_ ("The search for the best way failed, so the places were filled one after "
                        "the other: another way may be better."));
  if (required && is_proven (plan, FF_LEVEL_OPTIONAL))
    {
      if (count_filled (plan) == 0)
        return g_strdup (_ ("As things are nobody can take any of them; for each it says why."));
      return ff_filling_words_is_best (plan) ? g_strdup (_ ("This is proven to be the best."))
                                             : say_fairness (plan, kept);
    }
  coverage = say_coverage (plan, required ? FF_LEVEL_OPTIONAL : FF_LEVEL_REQUIRED);
  /* Translators: two sentences */
  return g_strdup_printf (_ ("%1$s %2$s"), coverage, advise_time (kept));
}

/**
 * ff_filling_words_all:
 * @plan: a way to fill the places
 * @kept: whether the solving was ended before its time
 *
 * Returns: (transfer full): how many places are filled, and how near that is to the best possible
 */
char *
ff_filling_words_all (FfRotaPlan *plan, gboolean kept)
{
  g_autofree char *filled = ff_filling_words_filled (plan);
  g_autofree char *summary = ff_filling_words_summary (plan, kept);

  /* Translators: how many places are filled, and how good that is; the first comes without its full stop */
  return g_strdup_printf (_ ("%1$s. %2$s"), filled, summary);
}

/* --- One measure after the other --- */

static char *
say_bound (const FfMeasure *measure, const char *best)
{
  if (isnan (measure->bound))
    return g_strdup (_ ("Whether better is possible is not known yet"));
  if (get_distance (measure) < NEARLY)
    return g_strdup (best);
  /* Translators: %.0f is a number from 1 to 100: how much better another way could be at the most */
  return g_strdup_printf (_ ("At most %.0f in 100 better can exist"), get_hundredths (measure));
}

/* Where what is measured can be counted. */
static char *
say_bound_in_places (const FfMeasure *measure, const char *best)
{
  const gboolean is_open = !isnan (measure->bound) && get_distance (measure) >= NEARLY;
  const guint n = is_open ? count_possible (measure) : 0;

  if (!is_open)
    return say_bound (measure, best);
  return measure->bound > measure->reached
             ? g_strdup_printf (
                   ngettext ("At most %u more is possible", "At most %u more are possible", n), n)
             : g_strdup_printf (ngettext ("At most %u fewer is possible",
                                          "At most %u fewer are possible", n),
                                n);
}

static char *
say_wishes (double reached)
{
  const guint n = (guint) fabs (round (reached));

  if (n == 0)
    return g_strdup (_ ("As many places are to somebody’s liking as against a wish"));
  if (reached < 0)
    return g_strdup_printf (ngettext ("%u more place is to somebody’s liking than against a wish",
                                      "%u more places are to somebody’s liking than against a wish",
                                      n),
                            n);
  return g_strdup_printf (ngettext ("%u more place is against a wish than to somebody’s liking",
                                    "%u more places are against a wish than to somebody’s liking",
                                    n),
                          n);
}

static char *
say_places (FfRotaPlan *plan, gboolean required, guint filled)
{
  const guint n = count_places (plan, required);

  if (n == 0)
    return NULL;
  return required ? g_strdup_printf (_ ("%1$u of %2$u needed places have somebody"), filled, n)
                  : g_strdup_printf (_ ("%1$u of %2$u further places have somebody"), filled, n);
}

/**
 * ff_filling_words_measure:
 * @plan: a way to fill the places
 * @level: what is measured
 * @bound: (out) (transfer full): whether better is possible while what counts more stays; "" where nobody knows
 *
 * Returns: (transfer full) (nullable): what was reached; %NULL where there is nothing to say
 */
char *
ff_filling_words_measure (FfRotaPlan *plan, FfLevel level, char **bound)
{
  const FfMeasure measure = ff_rota_plan_get_measure (plan, level);
  const guint n = get_count (plan, level);

  /* How places are shared out is nothing to speak of where there are none. */
  if (count_filled (plan) == 0 && level >= FF_LEVEL_WORST && level <= FF_LEVEL_WISHES)
    {
      *bound = g_strdup ("");
      return NULL;
    }
  switch (level)
    {
    case FF_LEVEL_REQUIRED:
    case FF_LEVEL_OPTIONAL:
      *bound = say_bound_in_places (&measure, _ ("Nobody could fill more"));
      return say_places (plan, level == FF_LEVEL_REQUIRED, n);

    case FF_LEVEL_WORST:
      *bound = say_bound (&measure, _ ("Whoever does most could not do less"));
      return ff_filling_words_fair (plan);

    case FF_LEVEL_SPREAD:
      *bound = say_bound (&measure, _ ("It could not be spread more evenly"));
      return g_strdup (_ ("How evenly it is spread over everybody"));

    case FF_LEVEL_STRANGERS:
      *bound = n > 0 ? say_bound_in_places (&measure, _ ("It could not be fewer")) : g_strdup ("");
      return g_strdup_printf (ngettext ("%u place goes to somebody who is not of the group",
                                        "%u places go to somebody who is not of the group", n),
                              n);

    case FF_LEVEL_WISHES:
      *bound = say_bound (&measure, _ ("Wishes could not be met better"));
      return say_wishes (measure.reached);

    case FF_LEVEL_CHANGES:
    default:
      *bound = n > 0 ? say_bound_in_places (&measure, _ ("It could not be fewer")) : g_strdup ("");
      return g_strdup_printf (ngettext ("%u place that had somebody changes hands",
                                        "%u places that had somebody change hands", n),
                              n);
    }
}
