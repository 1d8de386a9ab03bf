/* test-power-cut.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The machine stops at a call that changes a file, and what was not synchronised is lost, in three ways that file systems
 * have: afterwards the data opens, whole, and what was said to be done is done.
 */

#include "ff-test-deed.h"

#define WRITES 30

static void
test_loses_all (gconstpointer deed)
{
  static const FfTestWay way = { FF_TEST_DISK_LOSES_ALL, FF_TEST_DISK_ANY, 0, WRITES };

  ff_test_sweep (deed, &way, "power cut, all lost");
}

static void
test_keeps_names (gconstpointer deed)
{
  static const FfTestWay way = { FF_TEST_DISK_KEEPS_NAMES, FF_TEST_DISK_ANY, 0, WRITES };

  ff_test_sweep (deed, &way, "power cut, names kept");
}

static void
test_tears (gconstpointer deed)
{
  static const FfTestWay way = { FF_TEST_DISK_TEARS, FF_TEST_DISK_ANY, 0, WRITES };

  ff_test_sweep (deed, &way, "power cut, torn");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ff_test_deeds_add ("/power-cut/all-lost/", FALSE, test_loses_all);
  ff_test_deeds_add ("/power-cut/names-kept/", FALSE, test_keeps_names);
  ff_test_deeds_add ("/power-cut/torn/", FALSE, test_tears);

  return g_test_run ();
}
