/* ff-connection.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place where a database is opened and configured.
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "ff-secret.h"

G_BEGIN_DECLS

typedef struct _FfConnection FfConnection;

typedef enum
{
  FF_CONNECTION_WRITER,  /* the only one that writes and checkpoints; makes the file where there is none */
  FF_CONNECTION_READER,  /* of the same file, for reading only */
  FF_CONNECTION_COPY,    /* a file of its own, such as a backup in the making: no WAL */
  FF_CONNECTION_INSPECTION, /* for reading a file that nobody writes: nothing is made beside it */
} FfConnectionKind;

#define FF_CONNECTION_APPLICATION_ID 0x46464f4c /* "FFOL" */

FfConnection *ff_connection_open            (const char        *path,
                                             FfConnectionKind   kind,
                                             FfSecret          *secret, /* (nullable) */
                                             GError           **error);
void          ff_connection_free            (FfConnection      *self);
/* (nullable) (transfer none) */
FfSecret     *ff_connection_get_secret      (FfConnection      *self);
sqlite3      *ff_connection_get_database    (FfConnection      *self);
const char   *ff_connection_get_path        (FfConnection      *self);
sqlite3_stmt *ff_connection_take_statement  (FfConnection      *self,
                                             const char        *sql,
                                             int               *code);
void          ff_connection_give_statement  (FfConnection      *self,
                                             sqlite3_stmt      *statement);
void          ff_connection_hand_over       (FfConnection      *self);
void          ff_connection_set_cancellable (FfConnection      *self,
                                             GCancellable      *cancellable);
void          ff_connection_keep_log        (FfConnection      *self,
                                             gboolean           keep);
/* Something that lives as long as the connection. */
void          ff_connection_attach          (FfConnection      *self,
                                             gpointer           attachment,   /* (transfer full) */
                                             GDestroyNotify     free_attachment);
gpointer      ff_connection_get_attachment  (FfConnection      *self);
gboolean      ff_connection_execute         (FfConnection      *self,
                                             const char        *sql,
                                             GError           **error);
gboolean      ff_connection_read_number     (FfConnection      *self,
                                             const char        *sql,
                                             gint64            *number,
                                             GError           **error);
gboolean      ff_connection_begin           (FfConnection      *self,
                                             GError           **error);
gboolean      ff_connection_commit          (FfConnection      *self,
                                             GError           **error);
gboolean      ff_connection_rollback        (FfConnection      *self,
                                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfConnection, ff_connection_free)

G_END_DECLS
