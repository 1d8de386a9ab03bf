/* ff-test-deed.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Things done to a data folder, each in a process of its own, that are interrupted at every point, and a look at what is left.
 */

#pragma once

#include "ff-store.h"
#include "ff-test-disk.h"
#include "ff-test-key.h"

G_BEGIN_DECLS

#define FF_TEST_ACKNOWLEDGED_MOST 64

/* What a process of an ordeal leaves for the one that started it, however it ended. */
typedef struct
{
  FfTestDiskReport disk;
  gboolean done;             /* it was said that it is done */
  char     error[1000];      /* or why not */
  char     recovery[200];    /* the key for the drawer, where one was given out */
  guint    acknowledged[FF_TEST_ACKNOWLEDGED_MOST]; /* the version of each note that was said to be saved; 0 = none */
} FfTestReport;

/* What is found in a folder afterwards. */
typedef struct
{
  char problem[2000];        /* "" where all is sound */
  char digest[65];           /* of every row */
  FfTestKey key;             /* what it opened with */
} FfTestFound;

typedef struct
{
  const char         *folder;
  const FfTestReport *report;
  const FfTestFound  *found;
  gboolean            is_after; /* the rows are as they are once it is done */
  const char         *before;   /* the digest */
} FfTestAftermath;

typedef struct
{
  const char *name;
  void     (*prepare) (const char *folder);
  gboolean (*run)     (const char *folder, FfTestReport *report, GError **error);
  gboolean has_steps;        /* what is between before and after is possible; acknowledged notes are there */
  const char *hides;         /* (nullable): once it is done, this word is in no byte of the folder */
  gboolean is_middle;        /* a stretch of another one's way, tried where that costs little */
  /* (nullable): what else has to hold; a sentence where it does not. */
  char    *(*review)  (const FfTestAftermath *after);
} FfTestDeed;

void         ff_test_deeds_add        (const char *prefix, gboolean with_middle, void (*test) (gconstpointer deed));

/* A folder in memory where the system has one. (transfer full) */
char        *ff_test_make_fast_folder (void);
void         ff_test_copy_folder      (const char *from, const char *to);

/* In processes of their own. */
void         ff_test_deed_prepare     (const FfTestDeed *deed, const char *folder);
/* Returns the status for waitpid()'s macros. */
int          ff_test_deed_run         (const FfTestDeed *deed,
                                       const char       *folder,
                                       FfTestDiskKind    kind,
                                       FfTestDiskCall    counted,
                                       guint             nth,
                                       int               number,
                                       FfTestReport     *report);
/* @acknowledged (nullable): the version that each note has at least, by number. */
FfTestFound *ff_test_look             (const char *folder, const guint *acknowledged, guint n_acknowledged);
FfTestReport *ff_test_report_new      (void);
/* For a process that is forked to be interrupted. */
void         ff_test_begin_process    (void);

/* Sweeps all the points at which @deed may be interrupted in a way, and fails the test where something is wrong afterwards. */
typedef struct
{
  FfTestDiskKind kind;
  FfTestDiskCall counted;
  int number;
  guint writes_most;         /* of the writes, so many at most, evenly spread; every other call is a point */
} FfTestWay;

void         ff_test_sweep            (const FfTestDeed *deed, const FfTestWay *way, const char *way_name);

G_END_DECLS
