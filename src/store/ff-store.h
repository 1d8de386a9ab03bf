/* ff-store.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data folder while it is open: one writer thread, reads for views, and word of every change.
 */

#pragma once

#include <gio/gio.h>

#include "ff-secret.h"

G_BEGIN_DECLS

#define FF_TYPE_STORE (ff_store_get_type ())

G_DECLARE_FINAL_TYPE (FfStore, ff_store, FF, STORE, GObject)

typedef enum
{
  FF_AGGREGATE_GROUP,   /* a group, its help lines, or the holidays that it keeps; ids are group uids */
  FF_AGGREGATE_MEETING, /* a meeting or what is different on one of its dates; ids are meeting uids */
  FF_AGGREGATE_SESSION, /* a session, its check-ins and the plans set or reviewed there; ids are session uids */
  FF_AGGREGATE_PARTICIPANT, /* a person's alias or consent, or the whole person; ids are participant uids */
  FF_AGGREGATE_HANDOUT, /* an own handout, a favourite or when one was last used; ids are handout ids */
  FF_AGGREGATE_WORD,    /* a word of one’s own that gets a hint; ids are its uids */
  FF_AGGREGATE_ROSTER,  /* volunteers, ids are their uids; ids empty = anything of it, such as roles, what they require and where they are needed */
  FF_AGGREGATE_ROTA,    /* duties; ids are meeting uids */
  FF_AGGREGATE_ALL,     /* anything may be different: a sample was filled in or taken out */
} FfAggregate;

/* signal "changed" (FfAggregate aggregate, GStrv ids): on the main thread, after COMMIT */

/* $XDG_DATA_HOME/fourfold */
char     *ff_store_get_default_folder (void);

/* Takes the folder's lock, checks after an unclean end, makes a backup and migrates where the schema is older, starts the writer.
 * @secret: (nullable): from ff_passphrase_unlock(); FF_STORE_ERROR_LOCKED where there is a passphrase and no secret.
 * May take long on a large old database: call it in a thread; the store belongs to the default main context's thread afterwards. */
FfStore  *ff_store_open               (const char          *folder,
                                       FfSecret            *secret,
                                       GError             **error);
void      ff_store_open_async         (const char          *folder,
                                       FfSecret            *secret,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
FfStore  *ff_store_open_finish        (GAsyncResult        *result,
                                       GError             **error);
/* Waits for all writes queued before it, checkpoints, and gives the folder back. */
void      ff_store_close_async        (FfStore             *self,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean  ff_store_close_finish       (FfStore             *self,
                                       GAsyncResult        *result,
                                       GError             **error);
const char *ff_store_get_folder       (FfStore             *self);
/* (nullable) (transfer none): NULL where there is no passphrase */
FfSecret *ff_store_get_secret         (FfStore             *self);

/* The finish function of every *_async of the repositories: TRUE after COMMIT, and only then. */
gboolean  ff_store_write_finish       (FfStore             *self,
                                       GAsyncResult        *result,
                                       GError             **error);
/* Puts every row back as it was before that step of this run of the program. Refused with FF_STORE_ERROR_REFUSED, and nothing is
 * done, where one of them was changed since. Finish with ff_store_write_finish(). */
void      ff_store_undo_async         (FfStore             *self,
                                       guint64              step,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean  ff_store_is_busy            (FfStore             *self); /* property "busy": writes are queued or under way */

G_END_DECLS
