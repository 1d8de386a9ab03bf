/* ff-application.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: opens the store, keeps one window, and closes so that nothing is lost.
 */

#pragma once

#include <adwaita.h>

#include "ff-secret.h"

G_BEGIN_DECLS

#define FF_TYPE_APPLICATION (ff_application_get_type ())

G_DECLARE_FINAL_TYPE (FfApplication, ff_application, FF, APPLICATION, AdwApplication)

FfApplication *ff_application_new (void);

/* What is done in a thread while nobody holds the data folder. @secret (inout) (nullable): what the store was opened
 * with, and is opened with afterwards. */
typedef gboolean (*FfClosedWork) (const char  *folder,
                                  FfSecret   **secret,
                                  gpointer     data,
                                  GError     **error);

/* Puts the views away, closes the store, does @work, opens the store again and shows the view that was shown, whether it was
 * done or not. Ask ff_window_may_close() first. One at a time. */
void     ff_application_work_closed_async  (FfApplication       *self,
                                            FfClosedWork         work,
                                            gpointer             data,    /* (transfer full) */
                                            GDestroyNotify       destroy,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
/* @data, which stays as long as @result, or NULL. */
gpointer ff_application_work_closed_finish (FfApplication       *self,
                                            GAsyncResult        *result,
                                            GError             **error);

/* Saves what waits and puts the unlock page before everything. Where it @asks, what would be lost is asked about
 * first; otherwise dialogs are closed, and nothing happens while a handout is presented. */
void     ff_application_lock               (FfApplication       *self,
                                            gboolean             asks);
/* The screen of the computer was locked, or is no more. */
void     ff_application_follow_session     (FfApplication       *self,
                                            gboolean             is_locked);

G_END_DECLS
