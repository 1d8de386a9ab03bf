/* watch-window.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts a program on an otherwise empty X display and measures it from outside: until something is painted, until
 * nothing more is painted, and the memory that it then has.
 *
 * watch-window COMMAND …   prints "first-frame-ms settled-ms pss-kib"
 */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define QUIET_MS 700   /* nothing painted for so long: settled */
#define IDLE_MS 2000   /* then, before memory is read */
#define LIMIT_MS 20000 /* nothing at all is waited for longer */
#define COLOURS 3      /* fewer on the whole screen: nothing is painted yet */

static gint64
now_ms (void)
{
  return g_get_monotonic_time () / 1000;
}

static gboolean
is_painted (Display *display, Window root)
{
  XWindowAttributes attributes;
  XImage *image;
  unsigned long seen[COLOURS];
  guint n_seen = 0;

  XGetWindowAttributes (display, root, &attributes);
  image = XGetImage (display, root, 0, 0, (unsigned) attributes.width, (unsigned) attributes.height,
                     AllPlanes, ZPixmap);
  for (int y = 0; image != NULL && y < image->height && n_seen < COLOURS; y++)
    for (int x = 0; x < image->width && n_seen < COLOURS; x++)
      {
        unsigned long pixel = XGetPixel (image, x, y);
        guint i = 0;

        while (i < n_seen && seen[i] != pixel)
          i++;
        if (i == n_seen)
          seen[n_seen++] = pixel;
      }
  if (image != NULL)
    XDestroyImage (image);

  return n_seen == COLOURS;
}

/* Whether anything was painted on the display within @timeout_ms. */
static gboolean
wait_for_damage (Display *display, Damage damage, int damage_event, gint64 timeout_ms)
{
  struct pollfd descriptor = { .fd = ConnectionNumber (display), .events = POLLIN };
  gboolean damaged = FALSE;

  if (XPending (display) == 0)
    poll (&descriptor, 1, (int) MAX (timeout_ms, 0));
  while (XPending (display) > 0)
    {
      XEvent event;

      XNextEvent (display, &event);
      damaged = damaged || event.type == damage_event + XDamageNotify;
    }
  if (damaged)
    XDamageSubtract (display, damage, None, None);

  return damaged;
}

static glong
read_pss (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", (int) pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (line = strstr (text, "\nPss:")) == NULL)
    return -1;

  return strtol (line + strlen ("\nPss:"), NULL, 10);
}

static pid_t
start (char *argv[])
{
  pid_t pid = fork ();

  if (pid == 0)
    {
      execvp (argv[0], argv);
      _exit (127);
    }

  return pid;
}

static void
end (pid_t pid)
{
  kill (pid, SIGTERM);
  for (guint i = 0; i < 100 && waitpid (pid, NULL, WNOHANG) == 0; i++)
    g_usleep (50000);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, WNOHANG);
}

int
main (int argc, char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  gint64 began, first = -1, last = -1;
  int damage_event, damage_error;
  Damage damage;
  pid_t pid;
  glong pss;

  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    {
      fprintf (stderr,
               "watch-window: needs a command and an X display with the DAMAGE extension.\n");
      return 2;
    }

  damage = XDamageCreate (display, DefaultRootWindow (display), XDamageReportNonEmpty);
  XSync (display, False);
  began = now_ms ();
  pid = start (argv + 1);
  while (first < 0 ? now_ms () - began < LIMIT_MS
                   : now_ms () - last < QUIET_MS && now_ms () - began < LIMIT_MS)
    {
      gint64 timeout = first < 0 ? 100 : QUIET_MS - (now_ms () - last);

      if (!wait_for_damage (display, damage, damage_event, timeout))
        continue;
      if (first < 0 && is_painted (display, DefaultRootWindow (display)))
        first = now_ms ();
      last = now_ms ();
    }

  g_usleep (IDLE_MS * 1000);
  pss = read_pss (pid);
  end (pid);
  XCloseDisplay (display);
  if (first < 0 || pss < 0)
    {
      fprintf (stderr, "watch-window: %s showed no window within %d s.\n", argv[1],
               LIMIT_MS / 1000);
      return 1;
    }
  printf ("%d %d %ld\n", (int) (first - began), (int) (last - began), pss);

  return 0;
}
