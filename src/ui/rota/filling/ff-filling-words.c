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

/* Part of the best possible that is missing, in per cent; a tenth is said where there is any. NAN where it is not known. */
static double
get_distance (const FfMeasure *measure)
{
  const double larger = MAX (fabs (measure->reached), fabs (measure->bound));
  const double distance = 100 * fabs (measure->reached - measure->bound) / MAX (larger, 1);

  return isnan (measure->bound) ? (double) NAN : ceil (distance * 10 - NEARLY) / 10;
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
  const guint filled = get_count (plan, FF_LEVEL_REQUIRED) + get_count (plan, FF_LEVEL_OPTIONAL);

  /* Translators: %1$u of %2$u places in the rota have somebody */
  return g_strdup_printf (
      ngettext ("%1$u of %2$u place is filled", "%1$u of %2$u places are filled", n), filled, n);
}

/**
 * ff_filling_words_fair:
 * @plan: a way to fill the places
 *
 * Returns: (transfer full): how much the one who does most does of what they could
 */
char *
ff_filling_words_fair (FfRotaPlan *plan)
{
  const double worst = ff_rota_plan_get_measure (plan, FF_LEVEL_WORST).reached;

  /* Translators: %.0f is a number from 0 to 100 */
  return g_strdup_printf (_ ("Nobody has more than %.0f %% of what they could take"),
                          ceil (worst * 100 - NEARLY));
}

/**
 * ff_filling_words_summary:
 * @plan: a way to fill the places
 *
 * Returns: (transfer full): how near it is to the best possible
 */
char *
ff_filling_words_summary (FfRotaPlan *plan)
{
  const double gap = ff_rota_plan_get_gap (plan);

  if (isnan (gap))
    return g_strdup (_ ("How near this is to the best possible is not known: more time may find "
                        "better, or show that there is none."));
  if (gap < NEARLY)
    return g_strdup (_ ("No better way to fill these places exists."));
  /* Translators: %.1f is a number such as 0.8 */
  return g_strdup_printf (_ ("This is at most %.1f %% from the best possible."),
                          ceil (gap * 1000 - NEARLY) / 10);
}

static char *
say_bound (const FfMeasure *measure, const char *best)
{
  const double distance = get_distance (measure);

  if (isnan (distance))
    return g_strdup ("");
  if (distance < NEARLY)
    return g_strdup (best);
  return g_strdup_printf (_ ("At most %.1f %% from the best possible"), distance);
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

  switch (level)
    {
    case FF_LEVEL_REQUIRED:
    case FF_LEVEL_OPTIONAL:
      *bound = say_bound (&measure, _ ("Nobody could fill more"));
      return say_places (plan, level == FF_LEVEL_REQUIRED, n);

    case FF_LEVEL_WORST:
      *bound = say_bound (&measure, _ ("Whoever does most could not do less"));
      return ff_filling_words_fair (plan);

    case FF_LEVEL_SPREAD:
      *bound = say_bound (&measure, _ ("It could not be spread more evenly"));
      return g_strdup (_ ("How evenly it is spread over everybody"));

    case FF_LEVEL_STRANGERS:
      *bound = say_bound (&measure, _ ("It could not be fewer"));
      return g_strdup_printf (ngettext ("%u place goes to somebody who is not of the group",
                                        "%u places go to somebody who is not of the group", n),
                              n);

    case FF_LEVEL_WISHES:
      *bound = say_bound (&measure, _ ("Wishes could not be met better"));
      return say_wishes (measure.reached);

    case FF_LEVEL_CHANGES:
    default:
      *bound = say_bound (&measure, _ ("It could not be fewer"));
      return g_strdup_printf (ngettext ("%u place that had somebody changes hands",
                                        "%u places that had somebody change hands", n),
                              n);
    }
}
