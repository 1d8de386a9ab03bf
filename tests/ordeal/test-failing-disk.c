/* test-failing-disk.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The disk refuses a write, a synchronisation, a truncation or a name, once or from then on: it is said, the program lives,
 * what was acknowledged is there and the rest is whole or absent.
 */

#include <errno.h>

#include "ff-test-deed.h"

#define WRITES 25

static void
test_once (gconstpointer deed)
{
  static const FfTestWay way = {
    FF_TEST_DISK_FAILS_ONCE,
    FF_TEST_DISK_WRITE | FF_TEST_DISK_SYNC | FF_TEST_DISK_TRUNCATE | FF_TEST_DISK_NAME,
    EIO,
    WRITES,
  };

  ff_test_sweep (deed, &way, "disk fails once");
}

static void
test_for_good (gconstpointer deed)
{
  static const FfTestWay way = {
    FF_TEST_DISK_FAILS_FOR_GOOD,
    FF_TEST_DISK_WRITE | FF_TEST_DISK_SYNC | FF_TEST_DISK_TRUNCATE | FF_TEST_DISK_NAME,
    EIO,
    WRITES,
  };

  ff_test_sweep (deed, &way, "disk fails for good");
}

/* Names can be taken away still, and files read. */
static void
test_full (gconstpointer deed)
{
  static const FfTestWay way = {
    FF_TEST_DISK_FAILS_FOR_GOOD,
    FF_TEST_DISK_MAKE | FF_TEST_DISK_WRITE,
    ENOSPC,
    WRITES,
  };

  ff_test_sweep (deed, &way, "disk full");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ff_test_deeds_add ("/failing-disk/once/", FALSE, test_once);
  ff_test_deeds_add ("/failing-disk/for-good/", FALSE, test_for_good);
  ff_test_deeds_add ("/failing-disk/full/", FALSE, test_full);

  return g_test_run ();
}
