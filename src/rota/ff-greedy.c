/* ff-greedy.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills places one after the other, the hardest first, and mends what stays empty by moving others along.
 */

#include "ff-rota-duties.h"
#include "ff-rota-private.h"

/* How many are moved along for one place at the most, and how many looks that may take in all and for each place. */
#define LONGEST_CHAIN 3
#define MOST_LOOKS 600000
#define FEWEST_LOOKS_A_PLACE 40
#define MOST_LOOKS_A_PLACE 20000
#define MOST_ROUNDS 6
#define NOISE 1e-9

typedef struct
{
  FfRota *rota;
  FfRotaDuties *duties;
  int *holders;
  gboolean *is_moving; /* places that a chain has been through */
  gint64 looks;        /* that are left */
} Filling;

static void
filling_init (Filling *self, FfRota *rota, int *holders)
{
  self->rota = rota;
  self->holders = holders;
  self->duties = ff_rota_duties_new (rota, holders);
  self->is_moving = g_new0 (gboolean, ff_rota_count_slots (rota) + 1);
  self->looks = 0;
}

static void
filling_clear (Filling *self)
{
  ff_rota_duties_free (self->duties);
  g_free (self->is_moving);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filling, filling_clear)

static void
give (Filling *self, guint slot, guint volunteer)
{
  self->holders[slot] = (int) volunteer;
  ff_rota_duties_add (self->duties, volunteer, slot);
}

static void
take (Filling *self, guint slot)
{
  ff_rota_duties_remove (self->duties, (guint) self->holders[slot], slot);
  self->holders[slot] = FF_ROTA_NOBODY;
}

/* Less is better, from the top. */
typedef struct
{
  double load;
  int rest; /* stranger, wish, change */
} Price;

static Price
get_price (Filling *self, guint slot, guint volunteer)
{
  FfRota *rota = self->rota;
  const FfWish wish = ff_rota_get_wish (rota, volunteer, ff_rota_get_date_of (rota, slot));
  const int stranger = ff_rota_is_stranger (rota, volunteer, slot) ? 1 : 0;
  const int change = ff_rota_get_holder (rota, slot) == (int) volunteer ? 0 : 1;

  return (Price) {
    .load
    = (ff_rota_duties_count (self->duties, volunteer) + 1) / ff_rota_get_divisor (rota, volunteer),
    .rest = (stranger * 3 + (int) wish) * 2 + change,
  };
}

static gboolean
is_cheaper (Price a, Price b)
{
  return a.load < b.load - NOISE || (a.load <= b.load + NOISE && a.rest < b.rest);
}

/* Who could have it without anybody else having to move, and would be burdened by less than @most; nobody where that is not so. */
static int
find_best (Filling *self, guint slot, double most)
{
  guint n;
  const guint *choices = ff_rota_get_choices (self->rota, slot, &n);
  int best = FF_ROTA_NOBODY;
  Price lowest = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const Price price = get_price (self, slot, choices[i]);

      if (price.load >= most - NOISE || (best >= 0 && !is_cheaper (price, lowest)))
        continue;
      self->looks--;
      if (ff_rota_duties_find (self->duties, choices[i], slot, -1) != 0)
        continue;
      best = (int) choices[i];
      lowest = price;
    }
  return best;
}

static gboolean seat (Filling *self, guint slot, guint chain);

/* @volunteer leaves @other for @slot, if somebody else can be found for @other. */
static gboolean
move_along (Filling *self, guint volunteer, guint other, guint slot, guint chain)
{
  if (self->is_moving[other] || ff_rota_is_fixed (self->rota, other))
    return FALSE;
  self->looks--;
  if (ff_rota_duties_find (self->duties, volunteer, slot, (int) other) != 0)
    return FALSE;

  take (self, other);
  give (self, slot, volunteer);
  if (seat (self, other, chain))
    return TRUE;
  take (self, slot);
  give (self, other, volunteer);
  return FALSE;
}

static gboolean
move_somebody (Filling *self, guint slot, guint chain)
{
  guint n;
  const guint *choices = ff_rota_get_choices (self->rota, slot, &n);

  for (guint i = 0; i < n && self->looks > 0; i++)
    {
      /* What is tried and taken back changes the list, not what is in it. */
      g_autoptr (GArray) duties = g_array_copy (ff_rota_duties_list (self->duties, choices[i]));

      for (guint j = 0; j < duties->len && self->looks > 0; j++)
        {
          const int other = g_array_index (duties, FfRotaDuty, j).slot;

          if (other >= 0 && move_along (self, choices[i], (guint) other, slot, chain))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
seat (Filling *self, guint slot, guint chain)
{
  const int best = find_best (self, slot, G_MAXDOUBLE);
  gboolean done = FALSE;

  if (best >= 0)
    {
      give (self, slot, (guint) best);
      return TRUE;
    }
  if (chain == 0)
    return FALSE;
  self->is_moving[slot] = TRUE;
  done = move_somebody (self, slot, chain - 1);
  self->is_moving[slot] = FALSE;
  return done;
}

static int
compare_hardness (gconstpointer a, gconstpointer b, gpointer user_data)
{
  FfRota *rota = user_data;
  const guint first = *(const guint *) a, second = *(const guint *) b;
  guint n_first, n_second;

  ff_rota_get_choices (rota, first, &n_first);
  ff_rota_get_choices (rota, second, &n_second);
  if (n_first != n_second)
    return n_first < n_second ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* The hardest first. (element-type guint) */
static GArray *
list_empty (Filling *self, gboolean required)
{
  GArray *empty = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ff_rota_count_slots (self->rota); i++)
    {
      if (self->holders[i] < 0 && ff_rota_is_required (self->rota, i) == required)
        g_array_append_val (empty, i);
    }
  g_array_sort_with_data (empty, compare_hardness, self->rota);
  return empty;
}

static void
fill (Filling *self, gboolean required)
{
  g_autoptr (GArray) empty = list_empty (self, required);

  self->looks = G_MAXINT64;
  for (guint i = 0; i < empty->len; i++)
    seat (self, g_array_index (empty, guint, i), 0);
}

static void
mend (Filling *self, gboolean required)
{
  g_autoptr (GArray) empty = list_empty (self, required);
  const gint64 looks
      = CLAMP (MOST_LOOKS / MAX (1, (gint64) empty->len), FEWEST_LOOKS_A_PLACE, MOST_LOOKS_A_PLACE);

  for (guint i = 0; i < empty->len; i++)
    {
      const guint slot = g_array_index (empty, guint, i);
      gboolean done = FALSE;

      self->looks = looks;
      for (guint chain = 1; !done && self->looks > 0 && chain <= LONGEST_CHAIN; chain++)
        done = seat (self, slot, chain);
    }
}

/* Each time the more burdened of two gets less, and the other not as much as that: it comes to an end. */
static gboolean
even_out (Filling *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < ff_rota_count_slots (self->rota); i++)
    {
      const int holder = self->holders[i];
      int best;

      if (holder < 0 || ff_rota_is_fixed (self->rota, i))
        continue;
      best = find_best (self, i,
                        ff_rota_duties_count (self->duties, (guint) holder)
                            / ff_rota_get_divisor (self->rota, (guint) holder));
      if (best < 0)
        continue;
      take (self, i);
      give (self, i, (guint) best);
      changed = TRUE;
    }
  return changed;
}

/* @holders: what stays, and FF_ROTA_NOBODY for the rest */
static void
fill_all (FfRota *rota, int *holders)
{
  g_auto (Filling) filling = { NULL };

  filling_init (&filling, rota, holders);
  for (int required = 1; required >= 0; required--)
    {
      fill (&filling, required);
      mend (&filling, required);
    }
  filling.looks = G_MAXINT64;
  for (guint round = 0; round < MOST_ROUNDS && even_out (&filling); round++)
    ;
}

FfRotaPlan *
ff_greedy_fill (FfRota *rota)
{
  const guint n = ff_rota_count_slots (rota);
  g_autofree int *holders = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    holders[i] = ff_rota_is_fixed (rota, i) ? ff_rota_get_holder (rota, i) : FF_ROTA_NOBODY;
  fill_all (rota, holders);
  return ff_rota_plan_new_for (rota, holders);
}

/* Gives what is open in @plan to those who may have it, or could if others moved along; nobody who has a place loses all. (transfer full) */
FfRotaPlan *
ff_greedy_top_up (FfRotaPlan *plan)
{
  FfRota *rota = ff_rota_plan_get_rota (plan);
  g_autofree int *holders
      = g_memdup2 (ff_rota_plan_get_holders (plan), sizeof (int) * ff_rota_count_slots (rota));
  g_auto (Filling) filling = { NULL };

  filling_init (&filling, rota, holders);
  for (int required = 1; required >= 0; required--)
    {
      fill (&filling, required);
      mend (&filling, required);
    }
  return ff_rota_plan_new_for (rota, holders);
}
