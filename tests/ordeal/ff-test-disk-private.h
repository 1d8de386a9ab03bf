/* ff-test-disk-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known of a disk that is stood before: its files, what it holds of them for certain, and whose turn it is.
 */

#pragma once

/* Both names of each function are wanted, not one standing for the other. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <dlfcn.h>

#include "ff-test-disk.h"

G_BEGIN_DECLS

/* A file whatever its name: what the disk holds of it for certain. */
typedef struct
{
  char *path; /* the last one known */
  char *synced;
  gsize length;
  gboolean is_folder;
  gboolean is_inside; /* the folder that is watched */
} FfTestFile;

typedef struct
{
  gboolean is_on;
  char *folder;
  FfTestDiskKind kind;
  FfTestDiskCall counted;
  guint nth;
  int number;
  FfTestDiskReport *report;
  GHashTable *names;   /* path → FfTestFile, as the program sees it */
  GHashTable *durable; /* path → FfTestFile, as it is after a power cut */
} FfTestDisk;

extern FfTestDisk ff_test_disk;

/* What the C library has under that name. */
#define REAL(function)                                                                             \
  ({                                                                                               \
    static __typeof__ (&function) real;                                                            \
    if (real == NULL)                                                                              \
      real = (__typeof__ (&function)) dlsym (RTLD_NEXT, #function);                                \
    real;                                                                                          \
  })

/* What is on the disk, and a power cut */
FfTestFile *ff_test_disk_add_file     (GHashTable *names,
                                       const char *path);
void        ff_test_disk_note_folder  (const char *path);
void        ff_test_disk_make_durable (FfTestFile *synced);
G_NORETURN
void        ff_test_disk_cut_power    (void);

G_END_DECLS
