/* ff-backup.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: one archive each, made while the store is open, checked before one replaces anything.
 */

#pragma once

#include "ff-holdings.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* What a backup holds, for a person to recognise it by. */
typedef struct
{
  char      *path;
  GDateTime *made;
  guint      groups;
  guint      sessions;
  guint      check_ins;
  gboolean   encrypted;
  gboolean   readable; /* FALSE: encrypted with a key that was not given; the counts are 0 and mean nothing */
  FfHoldings *holdings; /* (nullable): more of it, where it is readable */
} FfBackup;

void       ff_backup_free        (FfBackup             *backup);

/* Writes a consistent copy (SQLite's online backup, in a tar archive) to @path, which appears whole or not at all. On the reader thread. */
void       ff_backup_write_async (FfStore              *store,
                                  const char           *path,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean   ff_backup_write_finish (FfStore             *store,
                                  GAsyncResult         *result,
                                  GError              **error);
/* The day's backup where there is none of today (local date of @now) yet; the newest seven daily ones are kept. */
void       ff_backup_daily_async (FfStore              *store,
                                  GDateTime            *now,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean   ff_backup_daily_finish (FfStore             *store,
                                  GAsyncResult         *result,
                                  GError              **error);

/* Opens and checks an archive. Any thread; no store needs to be open. (transfer full) */
FfBackup  *ff_backup_inspect     (const char           *path,
                                  FfSecret             *secret,     /* (nullable) */
                                  GError              **error);
/* Those in @folder/backups that can be read, newest first. (element-type FfBackup) (transfer full) */
GPtrArray *ff_backup_list        (const char           *folder,
                                  FfSecret             *secret);    /* (nullable) */
/* The key of an encrypted archive: the passphrase, or recovery key, that was set when it was made. Takes a second: call it in a thread. (transfer full) */
FfSecret  *ff_backup_unlock      (const char           *path,
                                  const char           *passphrase,
                                  GError              **error);
/* Checks @path, then puts it in the database's place; what was there is set aside under a name given in @set_aside (nullable: there was nothing).
 * Not while a store holds the folder (FF_STORE_ERROR_IN_USE). */
gboolean   ff_backup_restore     (const char           *folder,
                                  const char           *path,
                                  FfSecret             *secret,     /* (nullable): the archive's key; for one that is not encrypted, the folder's */
                                  char                **set_aside,
                                  GError              **error);
/* Whether a passphrase now protects @folder, but not what ff_backup_restore() @set_aside (nullable) there. */
gboolean   ff_backup_is_left_plain (const char         *folder,
                                    const char         *set_aside);

/* Where the database is gone and backups are left (FF_STORE_ERROR_MISSING): puts these out of the way, so that a new one can begin. */
gboolean   ff_backup_begin_anew  (const char           *folder,
                                  GError              **error);

/* integrity_check, foreign keys and search index; a sentence for each thing found, empty = sound. On the reader thread. */
void       ff_backup_check_async (FfStore              *store,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GStrv      ff_backup_check_finish (FfStore             *store,
                                  GAsyncResult         *result,
                                  GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfBackup, ff_backup_free)

G_END_DECLS
