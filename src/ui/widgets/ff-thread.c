/* ff-thread.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work in a thread that the program waits for before it ends.
 */

#include "ff-config.h"

#include "ff-thread.h"

/**
 * ff_thread_run:
 * @task: what the work answers to; made on the main thread
 * @work: (scope async): the work
 *
 * As g_task_run_in_thread(), and the program stays until @work has answered: a file that is being written is written
 * to its end, and no text is laid out while the libraries that do it are taken down.
 */
void
ff_thread_run (GTask *task, GTaskThreadFunc work)
{
  GApplication *application = g_application_get_default ();

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (work != NULL);

  if (application != NULL)
    {
      g_application_hold (application);
      g_signal_connect_data (task, "notify::completed", G_CALLBACK (g_application_release),
                             g_object_ref (application),
                             (GClosureNotify) (GCallback) g_object_unref, G_CONNECT_SWAPPED);
    }
  g_task_run_in_thread (task, work);
}
