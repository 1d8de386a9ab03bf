/* ff-test-disk.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands between the program with all its libraries and the C library: what is defined here in an executable is what SQLite,
 * GLib and libarchive call.
 */

/* Both names of each function are wanted, not one standing for the other. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "ff-test-disk.h"

#include <dlfcn.h>
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
#define SECTOR 512

/* A file whatever its name: what the disk holds of it for certain. */
typedef struct
{
  char *path; /* the last one known */
  char *synced;
  gsize length;
  gboolean is_folder;
  gboolean is_inside; /* the folder that is watched */
} FfTestFile;

static struct
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
} disk;

static FfTestFile *descriptors[DESCRIPTORS];
static GRecMutex lock;
static FfTestDiskWitness shown_to;

#define REAL(function)                                                                             \
  ({                                                                                               \
    static __typeof__ (&function) real;                                                            \
    if (real == NULL)                                                                              \
      real = (__typeof__ (&function)) dlsym (RTLD_NEXT, #function);                                \
    real;                                                                                          \
  })

static gboolean
is_inside (const char *path)
{
  gsize length;

  if (!disk.is_on || path == NULL)
    return FALSE;
  length = strlen (disk.folder);
  return strncmp (path, disk.folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* --- A power cut --- */

static char *
read_all (const char *path, gsize *length)
{
  int fd = REAL (open) (path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  char *content;
  gsize done = 0;

  *length = 0;
  if (fd < 0)
    return NULL;
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      REAL (close) (fd);
      return NULL;
    }
  content = g_malloc (status.st_size + 1);
  while (done < (gsize) status.st_size)
    {
      gssize some = pread (fd, content + done, status.st_size - done, done);

      if (some <= 0)
        break;
      done += some;
    }
  REAL (close) (fd);
  *length = done;
  return content;
}

static void
write_all (const char *path, const char *content, gsize length)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  REAL (mkdir) (folder, 0700);
  fd = REAL (open) (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0 || REAL (write) (fd, content, length) != (gssize) length)
    abort ();
  REAL (close) (fd);
}

static FfTestFile *
add_file (GHashTable *names, const char *path)
{
  FfTestFile *file = calloc (1, sizeof (FfTestFile));

  file->path = g_strdup (path);
  file->is_inside = TRUE;
  g_hash_table_replace (names, g_strdup (path), file);
  return file;
}

/* What is in the folder at first is on the disk. */
static void
note_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      FfTestFile *file;

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          note_folder (child);
          continue;
        }
      file = add_file (disk.names, child);
      file->synced = read_all (child, &file->length);
      g_hash_table_replace (disk.durable, g_strdup (child), file);
    }
}

/* By the file's own name: the folder's, and so the order of files, differs from run to run. */
static GRand *
begin_chance (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_rand_new_with_seed (disk.nth * 7919 + g_str_hash (name));
}

static char *
tear (const FfTestFile *file, const char *path, gsize *length)
{
  g_autoptr (GRand) chance = begin_chance (path);
  gsize now_length;
  g_autofree char *now = read_all (path, &now_length);
  char *torn = g_malloc0 (MAX (now_length, file->length) + 1);

  *length = g_rand_boolean (chance) ? now_length : file->length;
  for (gsize at = 0; at < *length; at += SECTOR)
    {
      /* What was cut off is still there where the file is as long as it was. */
      gboolean is_new = g_rand_boolean (chance) && at < now_length;
      const char *from = is_new ? now : file->synced;
      gsize there = is_new ? now_length : file->length;

      if (from != NULL && at < there)
        memcpy (torn + at, from + at, MIN ((gsize) SECTOR, there - at));
    }
  return torn;
}

static void
empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        empty_folder (child);
      else
        REAL (unlink) (child);
    }
}

/* The content must be read before the names are let go of. */
static void
cut_power (void)
{
  g_autoptr (GRand) chance = begin_chance ("");
  g_autoptr (GHashTable) content = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean keeps_names = disk.kind == FF_TEST_DISK_KEEPS_NAMES
                         || (disk.kind == FF_TEST_DISK_TEARS && g_rand_boolean (chance));
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, keeps_names ? disk.names : disk.durable);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      FfTestFile *file = value;
      gboolean is_there = g_hash_table_lookup (disk.names, path) == file;
      gsize length = file->length;
      char *bytes
          = disk.kind == FF_TEST_DISK_TEARS && is_there ? tear (file, path, &length) : file->synced;

      g_hash_table_replace (content, g_strdup (path), g_bytes_new_static (bytes, length));
    }
  empty_folder (disk.folder);
  g_hash_table_iter_init (&iter, content);
  while (g_hash_table_iter_next (&iter, &path, &value))
    write_all (path, g_bytes_get_data (value, NULL), g_bytes_get_size (value));
  _exit (0);
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
  return disk.kind == FF_TEST_DISK_FAILS_FOR_GOOD && disk.report->reached;
}

static Verdict
count (FfTestDiskCall call, gboolean *kill_soon)
{
  gboolean is_turn;

  if ((disk.counted & call) == 0)
    return GO_ON;
  if (disk.report->calls < FF_TEST_DISK_CALLS_KEPT)
    disk.report->kinds[disk.report->calls] = call;
  is_turn = ++disk.report->calls == disk.nth;
  if (!is_turn && !is_failing ())
    return GO_ON;
  if (is_turn)
    disk.report->reached = TRUE;
  switch (disk.kind)
    {
    case FF_TEST_DISK_KILLS:
      if (call != FF_TEST_DISK_WRITE)
        raise (SIGKILL);
      *kill_soon = TRUE;
      return FAIL_HALF;
    case FF_TEST_DISK_FAILS_ONCE:
      errno = disk.number;
      return FAIL;
    case FF_TEST_DISK_FAILS_FOR_GOOD:
      errno = disk.number;
      /* A disk that fills up takes what it still can. */
      return is_turn && disk.number == ENOSPC && call == FF_TEST_DISK_WRITE ? FAIL_HALF : FAIL;
    case FF_TEST_DISK_LOSES_ALL:
    case FF_TEST_DISK_KEEPS_NAMES:
    case FF_TEST_DISK_TEARS:
      cut_power ();
      return GO_ON;
    case FF_TEST_DISK_COUNTS:
    default:
      return GO_ON;
    }
}

static FfTestFile *
get_file (int fd)
{
  FfTestFile *file = fd >= 0 && fd < DESCRIPTORS ? descriptors[fd] : NULL;

  return disk.is_on && file != NULL && file->is_inside ? file : NULL;
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
      file = g_hash_table_lookup (disk.names, path);
      if (file == NULL && (flags & O_DIRECTORY || g_file_test (path, G_FILE_TEST_IS_DIR)))
        {
          file = calloc (1, sizeof (FfTestFile));
          file->path = g_strdup (path);
          file->is_folder = file->is_inside = TRUE;
        }
      else if (file == NULL)
        file = add_file (disk.names, path);
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

/* The names in a folder are on the disk once it was synchronised. A file that is new is found after its own
 * synchronisation, as file systems that keep a log do it; one that was renamed is not. */
static void
make_durable (FfTestFile *synced)
{
  gsize prefix = strlen (synced->path);
  GHashTableIter iter;
  gpointer path, file;

  if (!synced->is_folder)
    {
      g_free (synced->synced);
      synced->synced = read_all (synced->path, &synced->length);
      g_hash_table_iter_init (&iter, disk.durable);
      while (g_hash_table_iter_next (&iter, NULL, &file))
        if (file == synced)
          return;
      if (g_hash_table_lookup (disk.names, synced->path) == synced)
        g_hash_table_replace (disk.durable, g_strdup (synced->path), synced);
      return;
    }
#define IS_CHILD(path)                                                                             \
  (g_str_has_prefix (path, synced->path) && ((char *) path)[prefix] == '/'                         \
   && strchr ((char *) path + prefix + 1, '/') == NULL)
  g_hash_table_iter_init (&iter, disk.durable);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (IS_CHILD (path))
      g_hash_table_iter_remove (&iter);
  g_hash_table_iter_init (&iter, disk.names);
  while (g_hash_table_iter_next (&iter, &path, &file))
    if (IS_CHILD (path))
      g_hash_table_replace (disk.durable, g_strdup (path), file);
#undef IS_CHILD
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
      make_durable (file);
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
  file = status == 0 ? g_hash_table_lookup (disk.names, from) : NULL;
  if (file != NULL)
    {
      g_free (file->path);
      file->path = g_strdup (to);
      g_hash_table_replace (disk.names, g_strdup (to), file);
      g_hash_table_remove (disk.names, from);
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
    g_hash_table_remove (disk.names, path);
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
  g_assert (!disk.is_on);

  report->calls = 0;
  report->reached = FALSE;
  disk.folder = g_strdup (folder);
  disk.kind = kind;
  disk.counted = counted;
  disk.nth = nth;
  disk.number = number;
  disk.report = report;
  disk.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  disk.durable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  note_folder (folder);
  disk.is_on = TRUE;
}

void
ff_test_disk_end (void)
{
  /* The machine stops right after it was said to be done. */
  if (disk.kind >= FF_TEST_DISK_LOSES_ALL && disk.nth == disk.report->calls + 1)
    cut_power ();
  disk.is_on = FALSE;
}

void
ff_test_disk_show_writes (FfTestDiskWitness witness)
{
  shown_to = witness;
}
