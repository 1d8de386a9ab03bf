/* ff-test-rota-made-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rooms of the made-up rosters share.
 */

#pragma once

#include "ff-test-rota-made.h"

G_BEGIN_DECLS

#define FF_TEST_ROTA_LATITUDE 49.2
#define FF_TEST_ROTA_LONGITUDE (-122.9)

typedef struct
{
  FfTestRotaMade *made;
  const FfTestRotaShape *shape;
  GRand *rand;
} FfTestRotaMaking;

static inline gboolean
chance (FfTestRotaMaking *making, int percent)
{
  return g_rand_int_range (making->rand, 0, 100) < percent;
}

static inline int
any (FfTestRotaMaking *making, int first, int last)
{
  return g_rand_int_range (making->rand, first, last + 1);
}

static inline gpointer
pick (FfTestRotaMaking *making, GPtrArray *from)
{
  return g_ptr_array_index (from, (guint) any (making, 0, (int) from->len - 1));
}

void ff_test_rota_make_groups     (FfTestRotaMaking *making);
void ff_test_rota_make_meetings   (FfTestRotaMaking *making);
void ff_test_rota_make_volunteers (FfTestRotaMaking *making);
void ff_test_rota_make_duties     (FfTestRotaMaking *making);

G_END_DECLS
