/* ff-rota-explain.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a place stays empty: those who take the role, counted by the first thing that stands in the way of each.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-rota-parts.h"
#include "ff-rota-words.h"

/* Whoever none of these holds back is trained for it. */
#define FIRST_BEYOND_TRAINING FF_HINDRANCE_AWAY

typedef struct
{
  guint hindered[FF_N_HINDRANCES];
  guint free;
  guint trained;
  guint takers;
} Count;

static guint
find_first_bit (FfHindrances hindrances)
{
  guint bit = 0;

  while ((hindrances & (1u << bit)) == 0)
    bit++;
  return bit;
}

static void
count_volunteer (Count *count, FfHindrances hindrances)
{
  if ((hindrances & FF_HINDRANCE_ROLE) != 0)
    return;
  count->takers++;
  if (hindrances == 0)
    count->free++;
  else
    count->hindered[find_first_bit (hindrances)]++;
  if ((hindrances & (FIRST_BEYOND_TRAINING - 1)) == 0)
    count->trained++;
}

static Count
count_all (FfRota *rota, FfRotaDuties *duties, guint slot)
{
  Count count = { { 0 }, 0, 0, 0 };

  for (guint i = 0; i < ff_rota_count_volunteers (rota); i++)
    count_volunteer (&count, ff_rota_find_lasting (rota, i, slot)
                                 | ff_rota_duties_find (duties, i, slot, -1));
  return count;
}

/* “2 away”, “1 at its weekly cap”, from one hindrance to before another. */
static void
add_parts (GPtrArray *parts, const Count *count, guint from, guint until)
{
  for (guint bit = from; bit < until; bit++)
    {
      if (count->hindered[bit] > 0)
        g_ptr_array_add (parts,
                         ff_rota_count_hindered ((FfHindrances) (1u << bit), count->hindered[bit]));
    }
}

/* Who could have it and has not got it. */
static char *
say_free (guint n, FfRotaEnding ending)
{
  if (ending == FF_ROTA_ENDING_EARLY)
    return g_strdup_printf (ngettext ("%u would be free, but there was no time left to place them",
                                      "%u would be free, but there was no time left to place them",
                                      n),
                            n);
  return g_strdup_printf (ngettext ("%u would be free", "%u would be free", n), n);
}

static char *
say_trained (const Count *count, FfRotaEnding ending)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (count->trained == 0)
    g_ptr_array_add (parts, g_strdup (_ ("nobody is trained for it")));
  else
    /* Translators: stands first after “Tuesday 18:00 Ladner, host: ”; why each of them is no help follows */
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u is trained", "%u are trained", count->trained),
                                      count->trained));
  add_parts (parts, count, find_first_bit (FIRST_BEYOND_TRAINING), FF_N_HINDRANCES);
  if (count->free > 0)
    g_ptr_array_add (parts, say_free (count->free, ending));
  return ff_rota_join_words (parts);
}

/* (nullable): where all of them are trained */
static char *
say_others (const Count *count)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_parts (parts, count, 0, find_first_bit (FIRST_BEYOND_TRAINING));
  return parts->len > 0 ? ff_rota_join_words (parts) : NULL;
}

/**
 * ff_rota_plan_explain_as:
 * @self: a plan
 * @slot: a place that stays empty in it
 * @title: what the place is called where the sentence is read
 *
 * Counts those who take the role, each by the first thing that stands in the way, everything else being as it is planned.
 *
 * Returns: (transfer full): @title, and “: 3 are trained, 2 away, 1 at its weekly cap.”
 */
char *
ff_rota_plan_explain_as (FfRotaPlan *self, FfSlot *slot, const char *title)
{
  g_autofree char *trained = NULL, *others = NULL;
  FfRota *rota;
  Count count;

  g_return_val_if_fail (FF_IS_ROTA_PLAN (self), NULL);
  g_return_val_if_fail (FF_IS_SLOT (slot), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  rota = ff_rota_plan_get_rota (self);
  count = count_all (rota, ff_rota_plan_get_duties (self), ff_slot_get_index (slot));
  if (count.takers == 0)
    /* Translators: “Tuesday 18:00 Ladner, host” */
    return g_strdup_printf (_ ("%s: nobody takes this role. Find somebody who would, and add the "
                               "role to what they take on."),
                            title);

  trained = say_trained (&count, ff_rota_plan_get_ending (self));
  others = say_others (&count);
  if (others == NULL)
    /* Translators: “Tuesday 18:00 Ladner, host”, and why nobody has it: “3 are trained, 2 away, 1 at its weekly cap” */
    return g_strdup_printf (_ ("%s: %s."), title, trained);
  /* Translators: the same, and those who would take it but are not trained: “2 not trained yet, 1 of another programme” */
  return g_strdup_printf (_ ("%s: %s. Of the others who take the role: %s."), title, trained,
                          others);
}

/**
 * ff_rota_plan_explain:
 * @self: a plan
 * @slot: a place that stays empty in it
 *
 * As ff_rota_plan_explain_as(), under the name that ff_slot_make_title() gives the place.
 *
 * Returns: (transfer full): “Tuesday 18:00 Ladner, host: 3 are trained, 2 away, 1 at its weekly cap.”
 */
char *
ff_rota_plan_explain (FfRotaPlan *self, FfSlot *slot)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (FF_IS_ROTA_PLAN (self), NULL);
  g_return_val_if_fail (FF_IS_SLOT (slot), NULL);

  title = ff_slot_make_title (slot, NULL);
  return ff_rota_plan_explain_as (self, slot, title);
}
