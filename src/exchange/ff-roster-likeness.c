/* ff-roster-likeness.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who may be the same person as another. That it is so is never concluded: a couple may have one mail, a father his son's name.
 */

#include "ff-config.h"

#include "ff-roster-likeness.h"

#include <glib/gi18n-lib.h>

#include "ff-fold.h"

#define FEWEST_DIGITS 6
#define DIGITS_COMPARED 9 /* from the end: with or without the code of the country */
#define N_KEYS 3

struct _FfRosterIndex
{
  GHashTable *by_key; /* key → GArray of guint */
};

/* “n:jo smith”, “m:jo@example.org”, “p:045550100”; NULL where nothing is said. (transfer full) */
static char *
make_key (FfVolunteer *volunteer, FfRosterLikeness likeness)
{
  const char *phone = ff_volunteer_get_text (volunteer, FF_VOLUNTEER_PHONE);
  g_autofree char *folded = NULL;
  g_autoptr (GString) digits = NULL;

  if (likeness != FF_ROSTER_LIKE_PHONE)
    {
      const gboolean is_name = likeness == FF_ROSTER_LIKE_NAME;

      folded = ff_fold (
          ff_volunteer_get_text (volunteer, is_name ? FF_VOLUNTEER_NAME : FF_VOLUNTEER_MAIL));
      return *folded != '\0' ? g_strconcat (is_name ? "n:" : "m:", folded, NULL) : NULL;
    }
  digits = g_string_new (NULL);
  for (const char *c = phone; *c != '\0'; c = g_utf8_next_char (c))
    {
      const int digit = g_unichar_digit_value (g_utf8_get_char (c));

      if (digit >= 0)
        g_string_append_c (digits, (char) ('0' + digit));
    }
  if (digits->len < FEWEST_DIGITS)
    return NULL;
  return g_strconcat (
      "p:", digits->str + (digits->len > DIGITS_COMPARED ? digits->len - DIGITS_COMPARED : 0),
      NULL);
}

/**
 * ff_roster_index_new:
 *
 * Returns: (transfer full): nobody yet
 */
FfRosterIndex *
ff_roster_index_new (void)
{
  FfRosterIndex *self = g_new0 (FfRosterIndex, 1);

  self->by_key
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

/**
 * ff_roster_index_free:
 * @self: (transfer full) (nullable): an index
 */
void
ff_roster_index_free (FfRosterIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_key);
  g_free (self);
}

/**
 * ff_roster_index_add:
 * @self: an index
 * @volunteer: somebody
 * @number: by which ff_roster_index_find() tells of them
 */
void
ff_roster_index_add (FfRosterIndex *self, FfVolunteer *volunteer, guint number)
{
  for (guint i = 0; i < N_KEYS; i++)
    {
      g_autofree char *key = make_key (volunteer, 1u << i);
      GArray *numbers;

      if (key == NULL)
        continue;
      numbers = g_hash_table_lookup (self->by_key, key);
      if (numbers == NULL)
        {
          numbers = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->by_key, g_steal_pointer (&key), numbers);
        }
      g_array_append_val (numbers, number);
    }
}

typedef struct
{
  guint number;
  guint n_alike;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *first = a, *second = b;

  if (first->n_alike != second->n_alike)
    return first->n_alike > second->n_alike ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

/* An office's mail may be a thousand people's: no more than a few of each are looked at. */
static void
collect (GArray *all, const GArray *numbers, guint most)
{
  for (guint i = 0; numbers != NULL && i < MIN (numbers->len, most); i++)
    {
      const Found found = { g_array_index (numbers, guint, i), 1 };
      gboolean is_there = FALSE;

      for (guint j = 0; j < all->len && !is_there; j++)
        {
          Found *other = &g_array_index (all, Found, j);

          is_there = other->number == found.number;
          other->n_alike += is_there ? 1 : 0;
        }
      if (!is_there)
        g_array_append_val (all, found);
    }
}

/**
 * ff_roster_index_find:
 * @volunteer: somebody
 * @most: how many are enough
 *
 * Returns: (transfer full) (element-type guint): the numbers of those who may be the same, who have most in common first
 */
GArray *
ff_roster_index_find (FfRosterIndex *self, FfVolunteer *volunteer, guint most)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Found));
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < N_KEYS; i++)
    {
      g_autofree char *key = make_key (volunteer, 1u << i);

      if (key != NULL)
        collect (all, g_hash_table_lookup (self->by_key, key), most * N_KEYS);
    }
  g_array_sort (all, compare_found);
  for (guint i = 0; i < MIN (all->len, most); i++)
    g_array_append_val (numbers, g_array_index (all, Found, i).number);
  return numbers;
}

/**
 * ff_roster_compare:
 * @a: somebody
 * @b: somebody else, or the same
 *
 * Returns: what they have in common, of #FfRosterLikeness; 0 for nothing
 */
guint
ff_roster_compare (FfVolunteer *a, FfVolunteer *b)
{
  guint like = 0;

  for (guint i = 0; i < N_KEYS; i++)
    {
      g_autofree char *first = make_key (a, 1u << i);
      g_autofree char *second = make_key (b, 1u << i);

      if (first != NULL && g_strcmp0 (first, second) == 0)
        like |= 1u << i;
    }
  return like;
}

/**
 * ff_roster_like_describe:
 * @like: of #FfRosterLikeness
 *
 * Returns: (transfer full): the same in words, translated
 */
char *
ff_roster_like_describe (guint like)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if ((like & FF_ROSTER_LIKE_NAME) != 0)
    g_strv_builder_add (parts, _ ("same name"));
  if ((like & FF_ROSTER_LIKE_MAIL) != 0)
    g_strv_builder_add (parts, _ ("same mail"));
  if ((like & FF_ROSTER_LIKE_PHONE) != 0)
    g_strv_builder_add (parts, _ ("same phone number"));
  all = g_strv_builder_end (parts);
  /* Translators: between parts of a list such as “same name, same mail” */
  return g_strjoinv (_ (", "), all);
}

static int
count_bits (guint like)
{
  return __builtin_popcount (like);
}

static int
compare_volunteers (FfVolunteer *a, FfVolunteer *b)
{
  const int order = g_utf8_collate (ff_volunteer_get_name (a), ff_volunteer_get_name (b));

  return order != 0 ? order : g_strcmp0 (ff_volunteer_get_uid (a), ff_volunteer_get_uid (b));
}

static int
compare_pair_names (gconstpointer a, gconstpointer b)
{
  const FfRosterPair *first = *(const FfRosterPair *const *) a;
  const FfRosterPair *second = *(const FfRosterPair *const *) b;
  const int order = compare_volunteers (first->first, second->first);

  return order != 0 ? order : compare_volunteers (first->second, second->second);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const FfRosterPair *first = *(const FfRosterPair *const *) a;
  const FfRosterPair *second = *(const FfRosterPair *const *) b;

  if (count_bits (first->like) != count_bits (second->like))
    return count_bits (second->like) - count_bits (first->like);
  return compare_pair_names (a, b);
}

static FfRosterPair *
make_pair (FfVolunteer *first, FfVolunteer *second)
{
  FfRosterPair *pair = g_new0 (FfRosterPair, 1);

  pair->first = first;
  pair->second = second;
  pair->like = ff_roster_compare (first, second);
  return pair;
}

static gboolean
are_apart (FfRoster *roster, FfVolunteer *first, FfVolunteer *second)
{
  return ff_roster_are_apart (roster, ff_volunteer_get_uid (first), ff_volunteer_get_uid (second));
}

/**
 * ff_roster_list_pairs:
 * @roster: whose volunteers are compared
 * @most: how many pairs are enough
 *
 * Returns: (transfer full) (element-type FfRosterPair): who may be one person twice, and nobody said that they are not
 */
GPtrArray *
ff_roster_list_pairs (FfRoster *roster, guint most)
{
  GPtrArray *volunteers = ff_roster_get_volunteers (roster);
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FfRosterIndex) index = ff_roster_index_new ();

  for (guint i = 0; i < volunteers->len; i++)
    {
      FfVolunteer *volunteer = g_ptr_array_index (volunteers, i);
      g_autoptr (GArray) others = ff_roster_index_find (index, volunteer, most);

      for (guint j = 0; j < others->len && pairs->len < most; j++)
        {
          FfVolunteer *other = g_ptr_array_index (volunteers, g_array_index (others, guint, j));

          if (!are_apart (roster, other, volunteer))
            g_ptr_array_add (pairs, make_pair (other, volunteer));
        }
      ff_roster_index_add (index, volunteer, i);
    }
  g_ptr_array_sort (pairs, compare_pairs);
  return pairs;
}

/**
 * ff_roster_list_apart_pairs:
 * @roster: whose volunteers they are
 *
 * Returns: (transfer full) (element-type FfRosterPair): each two of whom somebody said that they are not the same, by name; what
 *   they have in common may be nothing by now
 */
GPtrArray *
ff_roster_list_apart_pairs (FfRoster *roster)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) apart = ff_roster_list_apart (roster);

  for (guint i = 0; i < apart->len; i++)
    {
      char **uids = g_ptr_array_index (apart, i);
      FfVolunteer *first = ff_roster_find_volunteer (roster, uids[0]);
      FfVolunteer *second = ff_roster_find_volunteer (roster, uids[1]);

      if (compare_volunteers (first, second) < 0)
        g_ptr_array_add (pairs, make_pair (first, second));
      else
        g_ptr_array_add (pairs, make_pair (second, first));
    }
  g_ptr_array_sort (pairs, compare_pair_names);
  return pairs;
}
