/* test-killed.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program killed at every call that changes a file: afterwards the data opens, whole, as before or as after.
 */

#include "ff-test-deed.h"

static void
test_killed (gconstpointer deed)
{
  static const FfTestWay way = { FF_TEST_DISK_KILLS, FF_TEST_DISK_ANY, 0, 120 };

  ff_test_sweep (deed, &way, "killed");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ff_test_deeds_add ("/killed/", TRUE, test_killed);

  return g_test_run ();
}
