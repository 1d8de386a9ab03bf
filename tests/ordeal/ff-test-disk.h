/* ff-test-disk.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disk that fails, or a machine that stops, at a chosen one of the calls by which a folder's files change.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_TEST_DISK_COUNTS,         /* nothing happens; calls are counted */
  FF_TEST_DISK_KILLS,          /* SIGKILL instead of the nth call; half of a write is done before */
  FF_TEST_DISK_FAILS_ONCE,
  FF_TEST_DISK_FAILS_FOR_GOOD,
  FF_TEST_DISK_LOSES_ALL,      /* power cut: content and names as they were last synchronised */
  FF_TEST_DISK_KEEPS_NAMES,    /* power cut: names as they are, content as it was last synchronised */
  FF_TEST_DISK_TEARS,          /* power cut: of what was not synchronised, some sectors are there and others are not */
} FfTestDiskKind;

typedef enum
{
  FF_TEST_DISK_MAKE = 1 << 0,  /* a file or folder that was not there */
  FF_TEST_DISK_WRITE = 1 << 1,
  FF_TEST_DISK_TRUNCATE = 1 << 2,
  FF_TEST_DISK_SYNC = 1 << 3,
  FF_TEST_DISK_NAME = 1 << 4,  /* rename, link */
  FF_TEST_DISK_REMOVE = 1 << 5,
  FF_TEST_DISK_ANY = (1 << 6) - 1,
} FfTestDiskCall;

#define FF_TEST_DISK_CALLS_KEPT 20000

/* Lies in memory that a program and those it forks share, so that it outlives them. */
typedef struct
{
  guint  calls;                            /* so far, of the kinds that count */
  gboolean reached;                        /* whether it was the nth's turn */
  guint8 kinds[FF_TEST_DISK_CALLS_KEPT];   /* FfTestDiskCall of each */
} FfTestDiskReport;

/* From now on in this process; @number is the errno of a failure. With a power cut the folder is put into the state in which
 * the machine would find it, and the process ends. */
void ff_test_disk_begin (const char       *folder,
                         FfTestDiskKind    kind,
                         FfTestDiskCall    counted,
                         guint             nth,      /* from 1 */
                         int               number,
                         FfTestDiskReport *report);
void ff_test_disk_end   (void);

/* Is shown everything that is written to any file at all, wherever it is. Any thread. */
typedef void (*FfTestDiskWitness) (const char *path,     /* "" where it is not known */
                                   const char *bytes,
                                   gsize       length);

void ff_test_disk_show_writes (FfTestDiskWitness witness);

G_END_DECLS
