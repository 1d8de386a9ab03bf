/* ff-background.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Being allowed to run without a window, and to start when the session does, from within a sandbox.
 */

#include "ff-config.h"

#include "ff-background.h"

#include <glib/gi18n-lib.h>
#include <libportal-gtk4/portal-gtk4.h>

/**
 * ff_background_is_granted_by_portal:
 *
 * Returns: whether the program is in a sandbox, whose portal has to be asked
 */
gboolean
ff_background_is_granted_by_portal (void)
{
  return xdp_portal_running_under_sandbox ();
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;
  const gboolean is_granted
      = xdp_portal_request_background_finish (XDP_PORTAL (source), result, &error);

  /* A dialog that was closed is a no. */
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, error);
  else
    {
      g_clear_error (&error);
      g_task_return_boolean (task, is_granted);
    }
}

/**
 * ff_background_request_async:
 * @parent: (nullable): the window that asks
 * @wanted: whether the program is to start with the session and run without a window
 * @cancellable: (nullable): to give up
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks the background portal.
 */
void
ff_background_request_async (GtkWindow *parent,
                             gboolean wanted,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (XdpPortal) portal = NULL;
  g_autoptr (XdpParent) window = parent != NULL ? xdp_parent_new_gtk (parent) : NULL;
  GError *error = NULL;

  portal = xdp_portal_initable_new (&error);
  if (portal == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_add (command, (gpointer) "fourfold");
  g_ptr_array_add (command, (gpointer) "--background");
  xdp_portal_request_background (portal, window, (char *) _ ("To remind you of your meetings"),
                                 command,
                                 wanted ? XDP_BACKGROUND_FLAG_AUTOSTART : XDP_BACKGROUND_FLAG_NONE,
                                 cancellable, answered_cb, g_steal_pointer (&task));
}

/**
 * ff_background_request_finish:
 * @result: from the callback
 * @error: why nobody could be asked
 *
 * Returns: whether it was granted; %FALSE without @error where the person or the system said no
 */
gboolean
ff_background_request_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
