/* ff-application-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the program share.
 */

#pragma once

#include "ff-application.h"
#include "ff-context.h"
#include "ff-daily-backup.h"
#include "ff-feeds.h"
#include "ff-idle-watch.h"
#include "ff-reminders.h"
#include "ff-secret.h"
#include "ff-window.h"

G_BEGIN_DECLS

struct _FfApplication
{
  AdwApplication parent_instance;

  char *folder;
  FfClock *clock;
  GSettings *settings;
  FfStore *store;
  FfContext *context; /* (nullable): while the store is open */
  FfDailyBackup *backup;
  FfReminders *reminders;
  FfFeeds *feeds;
  FfIdleWatch *idle; /* (nullable): while the store is open and there is a passphrase */
  FfWindow *window; /* owned by GTK */

  guint spinner_id;
  guint session_id; /* while the screen is locked */
  guint signal_ids[2];
  gboolean is_opening;
  gboolean is_closing;
  gboolean is_quitting; /* the person has seen enough: close as soon as it can be done */
  gboolean is_wanted;   /* asked for again while closing */
  gboolean is_hidden;   /* started without a window */
  gboolean is_held;     /* goes on without a window */
  FfSecret *secret;     /* (nullable): what the store is opened with next */
  GTask *work;          /* (nullable): what is done while the store is closed */
  GVariant *occurrence; /* (nullable): to be shown as soon as there is a window */
};

void     ff_application_open_store      (FfApplication *self);
void     ff_application_close_store     (FfApplication *self);
/* Nobody is waiting for a window, so that none is put before anybody. */
void     ff_application_give_up         (FfApplication *self,
                                         const char    *message);
void     ff_application_show_trouble    (FfApplication *self,
                                         const GError  *error);

/* Windows that present a handout: what is written in them is stored nowhere. (transfer container) (element-type GtkWindow) */
GList   *ff_application_list_presented  (FfApplication *self);
/* Asks what is to become of it. */
gboolean ff_application_may_end_presenting (FfApplication *self);

/* What can be given on the command line, and what is made of it. */
void     ff_application_add_options     (FfApplication *self);
int      ff_application_handle_options  (GApplication  *application,
                                         GVariantDict  *given);

void     ff_application_add_lock_actions (FfApplication *self);
/* At the start, once there are settings. */
void     ff_application_watch_session   (FfApplication *self);
/* When the store was opened or closed. */
void     ff_application_update_lock     (FfApplication *self);
/* Instead of the views, or of starting without a window. */
void     ff_application_show_locked     (FfApplication *self);
/* Whether a passphrase is being set, or its key was not put away; says so. */
gboolean ff_application_is_bound        (FfApplication *self);
/* Asks where something that somebody fills in is open; where that asks something itself, it goes first. */
gboolean ff_application_may_close_dialogs (FfApplication *self,
                                           const char    *question,
                                           const char    *answer,
                                           GCallback      answered);
void     ff_application_close_dialogs   (FfApplication *self);
void     ff_application_begin_work      (FfApplication *self);
/* Once the store is open again, or could not be opened. */
void     ff_application_end_work        (FfApplication *self);

G_END_DECLS
