/* ff-test-disk.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands between the program with all its libraries and the C library: what is defined here in an executable is what SQLite,
 * GLib and libarchive call.
 */

#include "ff-test-disk-private.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define DESCRIPTORS 4096

FfTestDisk ff_test_disk;

static FfTestFile *descriptors[DESCRIPTORS];
static GRecMutex lock;
static FfTestDiskWitness shown_to;

static gboolean
is_inside (const char *path)
{
  gsize length;

  if (!ff_test_disk.is_on || path == NULL)
    return FALSE;
  length = strlen (ff_test_disk.folder);
  return strncmp (path, ff_test_disk.folder, length) == 0
         && (path[length] == '/' || path[length] == '\0');
}

/* --- What happens at a call --- */

typedef enum
{
  GO_ON,
  FAIL,      /* errno is set */
  FAIL_HALF, /* a write gets half through */
} Verdict;

static gboolean
is_failing (void)
{
  return ff_test_disk.kind == FF_TEST_DISK_FAILS_FOR_GOOD && ff_test_disk.report->reached;
}

static Verdict
count (FfTestDiskCall call, gboolean *kill_soon)
{
  gboolean is_turn;

  if ((ff_test_disk.counted & call) == 0)
    return GO_ON;
  if (ff_test_disk.report->calls < FF_TEST_DISK_CALLS_KEPT)
    ff_test_disk.report->kinds[ff_test_disk.report->calls] = call;
  is_turn = ++ff_test_disk.report->calls == ff_test_disk.nth;
  if (!is_turn && !is_failing ())
    return GO_ON;
  if (is_turn)
    ff_test_disk.report->reached = TRUE;
  switch (ff_test_disk.kind)
    {
    case FF_TEST_DISK_KILLS:
      if (call != FF_TEST_DISK_WRITE)
        raise (SIGKILL);
      *kill_soon = TRUE;
      return FAIL_HALF;
    case FF_TEST_DISK_FAILS_ONCE:
      errno = ff_test_disk.number;
      return FAIL;
    case FF_TEST_DISK_FAILS_FOR_GOOD:
      errno = ff_test_disk.number;
      /* A disk that fills up takes what it still can. */
      return is_turn && ff_test_disk.number == ENOSPC && call == FF_TEST_DISK_WRITE ? FAIL_HALF
                                                                                    : FAIL;
    case FF_TEST_DISK_LOSES_ALL:
    case FF_TEST_DISK_KEEPS_NAMES:
    case FF_TEST_DISK_TEARS:
      ff_test_disk_cut_power ();
    case FF_TEST_DISK_COUNTS:
    default:
      return GO_ON;
    }
}

static FfTestFile *
get_file (int fd)
{
  FfTestFile *file = fd >= 0 && fd < DESCRIPTORS ? descriptors[fd] : NULL;

  return ff_test_disk.is_on && file != NULL && file->is_inside ? file : NULL;
}

static void
show (int fd, const void *bytes, gsize length)
{
  if (shown_to != NULL)
    shown_to (fd < DESCRIPTORS && descriptors[fd] != NULL ? descriptors[fd]->path : "", bytes,
              length);
}

/* --- The calls --- */

static void
note_open (int fd, const char *path, int flags)
{
  FfTestFile *file = NULL;

  if (fd < 0 || fd >= DESCRIPTORS || path == NULL)
    return;
  if (is_inside (path))
    {
      file = g_hash_table_lookup (ff_test_disk.names, path);
      if (file == NULL && (flags & O_DIRECTORY || g_file_test (path, G_FILE_TEST_IS_DIR)))
        {
          file = calloc (1, sizeof (FfTestFile));
          file->path = g_strdup (path);
          file->is_folder = file->is_inside = TRUE;
        }
      else if (file == NULL)
        file = ff_test_disk_add_file (ff_test_disk.names, path);
    }
  else if (shown_to != NULL)
    {
      file = calloc (1, sizeof (FfTestFile));
      file->path = g_strdup (path);
    }
  descriptors[fd] = file;
}

static int
open_counted (int (*real) (const char *, int, ...), const char *path, int flags, mode_t mode)
{
  gboolean kill_soon = FALSE;
  int fd;

  if (!is_inside (path) && shown_to == NULL)
    {
      fd = real (path, flags, mode);
      if (fd >= 0 && fd < DESCRIPTORS)
        descriptors[fd] = NULL;
      return fd;
    }
  g_rec_mutex_lock (&lock);
  if (is_inside (path) && flags & O_CREAT && !g_file_test (path, G_FILE_TEST_EXISTS)
      && count (FF_TEST_DISK_MAKE, &kill_soon) != GO_ON)
    fd = -1;
  else if (is_inside (path) && flags & O_TRUNC
           && count (FF_TEST_DISK_TRUNCATE, &kill_soon) != GO_ON)
    fd = -1;
  else
    fd = real (path, flags, mode);
  note_open (fd, path, flags);
  g_rec_mutex_unlock (&lock);
  return fd;
}

#define MODE                                                                                       \
  ({                                                                                               \
    mode_t given = 0;                                                                              \
    if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE)                                       \
      {                                                                                            \
        va_list rest;                                                                              \
        va_start (rest, flags);                                                                    \
        given = va_arg (rest, mode_t);                                                             \
        va_end (rest);                                                                             \
      }                                                                                            \
    given;                                                                                         \
  })

int
open (const char *path, int flags, ...)
{
  return open_counted (REAL (open), path, flags, MODE);
}

int
open64 (const char *path, int flags, ...)
{
  return open_counted (REAL (open64), path, flags, MODE);
}

int
close (int fd)
{
  if (fd >= 0 && fd < DESCRIPTORS)
    descriptors[fd] = NULL;
  return REAL (close) (fd);
}

/* How much of a write is to be done: SIZE_MAX all of it, 0 none. */
static gsize
judge_write (FfTestFile *file, gsize length, gboolean *kill_soon)
{
  switch (count (FF_TEST_DISK_WRITE, kill_soon))
    {
    case FAIL:
      return 0;
    case FAIL_HALF:
      return MAX (length / 2, 1);
    case GO_ON:
    default:
      return length;
    }
}

#define WRITE(fd, bytes, length, call)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    FfTestFile *file = get_file (fd);                                                              \
    gboolean kill_soon = FALSE;                                                                    \
    gsize allowed;                                                                                 \
    gssize done = -1;                                                                              \
    show (fd, bytes, length);                                                                      \
    if (file == NULL)                                                                              \
      return call (length);                                                                        \
    g_rec_mutex_lock (&lock);                                                                      \
    allowed = judge_write (file, length, &kill_soon);                                              \
    if (allowed > 0)                                                                               \
      done = call (allowed);                                                                       \
    if (kill_soon)                                                                                 \
      raise (SIGKILL);                                                                             \
    g_rec_mutex_unlock (&lock);                                                                    \
    return done;                                                                                   \
  }                                                                                                \
  G_STMT_END

ssize_t
write (int fd, const void *bytes, size_t length)
{
#define CALL(n) REAL (write) (fd, bytes, n)
  WRITE (fd, bytes, length, CALL);
#undef CALL
}

ssize_t
pwrite (int fd, const void *bytes, size_t length, off_t offset)
{
#define CALL(n) REAL (pwrite) (fd, bytes, n, offset)
  WRITE (fd, bytes, length, CALL);
#undef CALL
}

ssize_t
pwrite64 (int fd, const void *bytes, size_t length, off64_t offset)
{
#define CALL(n) REAL (pwrite64) (fd, bytes, n, offset)
  WRITE (fd, bytes, length, CALL);
#undef CALL
}

ssize_t
writev (int fd, const struct iovec *parts, int n_parts)
{
  for (int i = 0; i < n_parts; i++)
    show (fd, parts[i].iov_base, parts[i].iov_len);
  /* Nothing writes to the folder in this way; were that to change, the sweep would miss it. */
  if (get_file (fd) != NULL)
    abort ();
  return REAL (writev) (fd, parts, n_parts);
}

static int
truncate_counted (int (*real) (int, off_t), int fd, off_t length)
{
  FfTestFile *file = get_file (fd);
  gboolean kill_soon = FALSE;
  int status = -1;

  if (file == NULL)
    return real (fd, length);
  g_rec_mutex_lock (&lock);
  if (count (FF_TEST_DISK_TRUNCATE, &kill_soon) == GO_ON)
    status = real (fd, length);
  g_rec_mutex_unlock (&lock);
  return status;
}

int
ftruncate (int fd, off_t length)
{
  return truncate_counted (REAL (ftruncate), fd, length);
}

int
ftruncate64 (int fd, off64_t length)
{
  return truncate_counted (REAL (ftruncate64), fd, length);
}

static int
sync_counted (int (*real) (int), int fd)
{
  FfTestFile *file = get_file (fd);
  gboolean kill_soon = FALSE;
  int status = -1;

  if (file == NULL)
    return real (fd);
  g_rec_mutex_lock (&lock);
  if (count (FF_TEST_DISK_SYNC, &kill_soon) == GO_ON)
    {
      /* What only this program believes to be on a disk need not go to one. */
      ff_test_disk_make_durable (file);
      status = 0;
    }
  g_rec_mutex_unlock (&lock);
  return status;
}

int
fsync (int fd)
{
  return sync_counted (REAL (fsync), fd);
}

int
fdatasync (int fd)
{
  return sync_counted (REAL (fdatasync), fd);
}

int
rename (const char *from, const char *to)
{
  gboolean kill_soon = FALSE;
  FfTestFile *file;
  int status = -1;

  if (!is_inside (from) && !is_inside (to))
    return REAL (rename) (from, to);
  g_rec_mutex_lock (&lock);
  /* Looking for what is not there changes nothing. */
  if (!g_file_test (from, G_FILE_TEST_EXISTS) || count (FF_TEST_DISK_NAME, &kill_soon) == GO_ON)
    status = REAL (rename) (from, to);
  file = status == 0 ? g_hash_table_lookup (ff_test_disk.names, from) : NULL;
  if (file != NULL)
    {
      g_free (file->path);
      file->path = g_strdup (to);
      g_hash_table_replace (ff_test_disk.names, g_strdup (to), file);
      g_hash_table_remove (ff_test_disk.names, from);
    }
  g_rec_mutex_unlock (&lock);
  return status;
}

int
link (const char *from, const char *to)
{
  if (is_inside (from) || is_inside (to))
    abort ();
  return REAL (link) (from, to);
}

static int
remove_counted (int (*real) (const char *), const char *path)
{
  gboolean kill_soon = FALSE;
  int status = -1;

  if (!is_inside (path))
    return real (path);
  g_rec_mutex_lock (&lock);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || count (FF_TEST_DISK_REMOVE, &kill_soon) == GO_ON)
    status = real (path);
  if (status == 0)
    g_hash_table_remove (ff_test_disk.names, path);
  g_rec_mutex_unlock (&lock);
  return status;
}

int
unlink (const char *path)
{
  return remove_counted (REAL (unlink), path);
}

int
remove (const char *path)
{
  return remove_counted (REAL (remove), path);
}

int
mkdir (const char *path, mode_t mode)
{
  gboolean kill_soon = FALSE;
  int status = -1;

  if (!is_inside (path) || g_file_test (path, G_FILE_TEST_EXISTS))
    return REAL (mkdir) (path, mode);
  g_rec_mutex_lock (&lock);
  if (count (FF_TEST_DISK_MAKE, &kill_soon) == GO_ON)
    status = REAL (mkdir) (path, mode);
  g_rec_mutex_unlock (&lock);
  return status;
}

/* --- */

void
ff_test_disk_begin (const char *folder,
                    FfTestDiskKind kind,
                    FfTestDiskCall counted,
                    guint nth,
                    int number,
                    FfTestDiskReport *report)
{
  g_assert (!ff_test_disk.is_on);

  report->calls = 0;
  report->reached = FALSE;
  ff_test_disk.folder = g_strdup (folder);
  ff_test_disk.kind = kind;
  ff_test_disk.counted = counted;
  ff_test_disk.nth = nth;
  ff_test_disk.number = number;
  ff_test_disk.report = report;
  ff_test_disk.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ff_test_disk.durable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ff_test_disk_note_folder (folder);
  ff_test_disk.is_on = TRUE;
}

void
ff_test_disk_end (void)
{
  /* The machine stops right after it was said to be done. */
  if (ff_test_disk.kind >= FF_TEST_DISK_LOSES_ALL
      && ff_test_disk.nth == ff_test_disk.report->calls + 1)
    ff_test_disk_cut_power ();
  ff_test_disk.is_on = FALSE;
}

void
ff_test_disk_show_writes (FfTestDiskWitness witness)
{
  shown_to = witness;
}
