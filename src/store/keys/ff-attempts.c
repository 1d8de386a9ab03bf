/* ff-attempts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-attempts.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "ff-store-error.h"

#define ATTEMPTS "fourfold.attempts"
#define SECONDS_AT_MOST 60
/* A slip of the finger costs nothing. */
#define FREE_OF_WAITING 2

typedef struct
{
  guint count;
  gint64 last; /* Unix seconds */
} Attempts;

static guint
get_delay (guint count)
{
  guint doublings;

  if (count <= FREE_OF_WAITING)
    return 0;
  doublings = MIN (count - FREE_OF_WAITING - 1, 6);
  return MIN (1u << doublings, SECONDS_AT_MOST);
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Locked against another that counts, until it is closed; -1 where nothing can be counted. */
static int
open_attempts (const char *folder, gboolean make)
{
  g_autofree char *path = g_build_filename (folder, ATTEMPTS, NULL);
  int fd = g_open (path, O_RDWR | O_CLOEXEC | (make ? O_CREAT : 0), 0600);

  if (fd >= 0)
    (void) flock (fd, LOCK_EX);
  return fd;
}

static Attempts
read_attempts (int fd)
{
  char text[64] = { 0 };
  Attempts attempts = { 0, 0 };

  if (fd < 0 || pread (fd, text, sizeof text - 1, 0) <= 0
      || sscanf (text, "%u %" G_GINT64_FORMAT, &attempts.count, &attempts.last) != 2)
    return (Attempts) { 0, 0 };
  return attempts;
}

/* Where it cannot be written, such as on a full disk, the right passphrase must still open the data. */
static void
write_attempts (int fd, Attempts attempts)
{
  g_autofree char *text
      = g_strdup_printf ("%u %" G_GINT64_FORMAT "\n", attempts.count, attempts.last);
  const gssize length = (gssize) strlen (text);

  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, length, 0) != length || fsync (fd) != 0)
    g_info ("The tries could not be counted: %s", g_strerror (errno));
}

/* A clock that was set back makes nobody wait longer than the delay itself. */
static guint
get_rest (int fd, Attempts *attempts)
{
  const guint delay = get_delay (attempts->count);
  const gint64 now = get_now ();

  if (delay == 0)
    return 0;
  if (attempts->last > now)
    {
      attempts->last = now;
      write_attempts (fd, *attempts);
    }
  return (guint) MAX (attempts->last + delay - now, 0);
}

guint
ff_attempts_get_wait (const char *folder)
{
  int fd = open_attempts (folder, FALSE);
  Attempts attempts = read_attempts (fd);
  guint rest = get_rest (fd, &attempts);

  if (fd >= 0)
    close (fd);
  return rest;
}

gboolean
ff_attempts_begin (const char *folder, GError **error)
{
  int fd = open_attempts (folder, TRUE);
  Attempts attempts = read_attempts (fd);
  guint rest = get_rest (fd, &attempts);

  if (rest > 0)
    g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_TOO_SOON,
                 ngettext ("After so many tries the next one has to wait %u second.",
                           "After so many tries the next one has to wait %u seconds.", rest),
                 rest);
  else if (fd >= 0)
    write_attempts (fd, (Attempts) { MIN (attempts.count + 1, 1000), get_now () });
  if (fd >= 0)
    close (fd);
  return rest == 0;
}

void
ff_attempts_forget (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, ATTEMPTS, NULL);

  g_unlink (path);
}
