/* ff-test-rota-plans.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where what was made up meets the app’s own rota and plans.
 */

#include "ff-test-rota-checker-private.h"

FfRota *
ff_test_rota_made_lay_out (FfTestRotaMade *self)
{
  return ff_rota_new (self->roster, self->groups, self->occurrences, self->assignments, self->group,
                      self->from, self->until);
}

int
ff_test_rota_checker_find (FfTestRotaChecker *self, FfSlot *slot)
{
  g_autofree char *key = ff_test_rota_make_date_key (ff_slot_get_occurrence (slot));
  g_autofree char *name
      = ff_test_rota_make_place_name (key, ff_role_get_uid (ff_slot_get_role (slot)),
                                      ff_slot_get_place (slot));

  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_name, name)) - 1;
}

GPtrArray *
ff_test_rota_checker_read_plan (FfTestRotaChecker *self, FfRotaPlan *plan)
{
  GPtrArray *slots = ff_rota_get_slots (ff_rota_plan_get_rota (plan));
  GPtrArray *own = g_ptr_array_new ();

  g_ptr_array_set_size (own, (int) self->places->len);
  for (guint i = 0; i < slots->len; i++)
    {
      const int place = ff_test_rota_checker_find (self, g_ptr_array_index (slots, i));

      g_assert_cmpint (place, >=, 0);
      own->pdata[place] = ff_rota_plan_get_volunteer (plan, g_ptr_array_index (slots, i));
    }
  return own;
}
