/* ff-connection.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-connection.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ff-secret-private.h"
#include "ff-statement.h"
#include "ff-store-error-private.h"

struct _FfConnection
{
  sqlite3 *database;
  char *path;
  FfSecret *secret; /* NULL where the database is not encrypted */
  GThread *thread;  /* the only one that may use it; NULL between two of them */
  GCancellable *cancellable;
  GHashTable *statements; /* SQL → a prepared statement that nobody uses at the moment */
  gpointer attachment;
  GDestroyNotify free_attachment;
};

#define BUSY_MILLISECONDS 5000
#define INSTRUCTIONS_BETWEEN_CHECKS 4000
#define STATEMENTS_KEPT 512

/* For every connection. Values that only a file that is new takes (application_id, WAL) are set where it is made. */
static const char configuration[] = "PRAGMA foreign_keys = ON;"
                                    "PRAGMA trusted_schema = OFF;"
                                    "PRAGMA secure_delete = ON;"
                                    "PRAGMA temp_store = MEMORY;"
                                    "PRAGMA synchronous = FULL;"
                                    "PRAGMA cell_size_check = ON;";

static int
on_progress (gpointer data)
{
  FfConnection *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* SQLite gives the files beside a database the database's own mode, so this one call protects them all. */
static gboolean
make_private_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      ff_store_error_set_system (error, errno, path);
      return FALSE;
    }
  /* A file on a disk without permissions cannot be told; it is no worse than before. */
  (void) fchmod (fd, 0600);
  return g_close (fd, error);
}

static gboolean
configure (FfConnection *self, FfConnectionKind kind, GError **error)
{
  sqlite3 *database = self->database;

  sqlite3_extended_result_codes (database, 1);
  sqlite3_busy_timeout (database, BUSY_MILLISECONDS);
  sqlite3_db_config (database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_progress_handler (database, INSTRUCTIONS_BETWEEN_CHECKS, on_progress, self);
  if (!ff_connection_execute (self, configuration, error))
    return FALSE;
  switch (kind)
    {
    case FF_CONNECTION_WRITER:
      if (sqlite3_db_readonly (database, "main") == 1)
        {
          ff_store_error_set_sqlite (error, NULL, SQLITE_READONLY, self->path);
          return FALSE;
        }
      return ff_connection_execute (self, "PRAGMA wal_autocheckpoint = 1000", error);
    case FF_CONNECTION_READER:
      return ff_connection_execute (self, "PRAGMA wal_autocheckpoint = 0", error);
    case FF_CONNECTION_COPY:
    case FF_CONNECTION_INSPECTION:
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

#if FF_ENCRYPTION
/* Neither a wrong key nor a damaged page is the business of whoever reads our standard error. The rest pins what the file is
 * made of, whatever a later SQLCipher prefers. */
static const char cipher_configuration[] = "PRAGMA cipher_log_level = NONE;"
                                           "PRAGMA cipher_compatibility = 4;";

/* https://www.zetetic.net/sqlcipher/sqlcipher-api/#key: a raw key with its salt, so that no key is derived from text. */
#define RAW_KEY_LENGTH (3 + 2 * (FF_SECRET_KEY_SIZE + FF_SECRET_SALT_SIZE))

static void
write_hex (char *text, const guint8 *bytes, gsize length)
{
  static const char digits[] = "0123456789abcdef";

  for (gsize i = 0; i < length; i++)
    {
      text[2 * i] = digits[bytes[i] >> 4];
      text[2 * i + 1] = digits[bytes[i] & 0xf];
    }
}

static int
give_key (FfConnection *self)
{
  char text[RAW_KEY_LENGTH] = { 0 };
  int code;

  text[0] = 'x';
  text[1] = '\'';
  write_hex (text + 2, ff_secret_get_key (self->secret), FF_SECRET_KEY_SIZE);
  write_hex (text + 2 + 2 * FF_SECRET_KEY_SIZE, ff_secret_get_salt (self->secret),
             FF_SECRET_SALT_SIZE);
  text[RAW_KEY_LENGTH - 1] = '\'';
  code = sqlite3_key (self->database, text, RAW_KEY_LENGTH);
  ff_secret_wipe (text, sizeof text);
  return code;
}

static gboolean
unlock (FfConnection *self, GError **error)
{
  int code = give_key (self);

  if (code != SQLITE_OK)
    ff_store_error_set_sqlite (error, self->database, code, self->path);
  return code == SQLITE_OK && ff_connection_execute (self, cipher_configuration, error);
}
#else
static gboolean
unlock (FfConnection *self, GError **error)
{
  ff_store_error_set_no_encryption (error, self->path);
  return FALSE;
}
#endif

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* https://www.sqlite.org/uri.html: what nobody changes needs neither locks nor a log, so none are made. */
static int
open_unchanging (FfConnection *self)
{
  g_autofree char *absolute = g_canonicalize_filename (self->path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  g_autofree char *name = g_strconcat (uri, "?immutable=1", NULL);

  return sqlite3_open_v2 (name, &self->database,
                          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
}

static int
open_database (FfConnection *self, FfConnectionKind kind, gboolean reads)
{
  int flags = reads ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

  if (kind == FF_CONNECTION_INSPECTION)
    return open_unchanging (self);
  return sqlite3_open_v2 (self->path, &self->database, flags | SQLITE_OPEN_NOMUTEX, NULL);
}

/*< private >
 * ff_connection_open:
 * @path: the database's file
 * @secret: (nullable): the key of an encrypted one
 *
 * Opens and configures a connection. It belongs to the thread that uses it first, until it is handed over.
 *
 * Returns: (transfer full): `NULL` with an error of the store that names @path
 */
FfConnection *
ff_connection_open (const char *path, FfConnectionKind kind, FfSecret *secret, GError **error)
{
  g_autoptr (FfConnection) self = g_new0 (FfConnection, 1);
  const gboolean reads = kind == FF_CONNECTION_READER || kind == FF_CONNECTION_INSPECTION;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->secret = secret != NULL ? ff_secret_ref (secret) : NULL;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  if (!reads && !make_private_file (path, error))
    return NULL;
  code = open_database (self, kind, reads);
  if (code != SQLITE_OK)
    {
      ff_store_error_set_sqlite (error, self->database, code, path);
      return NULL;
    }
  if ((secret != NULL && !unlock (self, error)) || !configure (self, kind, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ff_connection_free (FfConnection *self)
{
  int code;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  /* Statements never outlive the function that made them, so this cannot be refused. */
  code = sqlite3_close (self->database);

  if (code != SQLITE_OK)
    g_critical ("A connection to %s was closed while in use (%d)", self->path, code);
  if (self->free_attachment != NULL)
    self->free_attachment (self->attachment);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->secret, ff_secret_unref);
  g_free (self->path);
  g_free (self);
}

FfSecret *
ff_connection_get_secret (FfConnection *self)
{
  return self->secret;
}

sqlite3 *
ff_connection_get_database (FfConnection *self)
{
  if (self->thread == NULL)
    self->thread = g_thread_self ();
  g_assert (self->thread == g_thread_self ());
  return self->database;
}

const char *
ff_connection_get_path (FfConnection *self)
{
  return self->path;
}

/*< private >
 * ff_connection_take_statement:
 * @code: (out): SQLite's result code
 *
 * Preparing a statement costs several times what running it does, so each is prepared once.
 *
 * Returns: (nullable): to be given back with ff_connection_give_statement()
 */
sqlite3_stmt *
ff_connection_take_statement (FfConnection *self, const char *sql, int *code)
{
  sqlite3 *database = ff_connection_get_database (self);
  sqlite3_stmt *statement = NULL;

  *code = SQLITE_OK;
  if (g_hash_table_steal_extended (self->statements, sql, NULL, (gpointer *) &statement))
    return statement;
  *code = sqlite3_prepare_v3 (database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  return statement;
}

void
ff_connection_give_statement (FfConnection *self, sqlite3_stmt *statement)
{
  const char *sql = sqlite3_sql (statement);

  sqlite3_reset (statement);
  /* Nothing that people said is kept longer than it takes. */
  sqlite3_clear_bindings (statement);
  if (sql == NULL || g_hash_table_size (self->statements) >= STATEMENTS_KEPT
      || g_hash_table_contains (self->statements, sql))
    sqlite3_finalize (statement);
  else
    g_hash_table_insert (self->statements, (gpointer) sql, statement);
}

/*< private >
 * ff_connection_hand_over:
 *
 * Lets go of it: it belongs to the next thread that uses it.
 */
void
ff_connection_hand_over (FfConnection *self)
{
  self->thread = NULL;
}

/*< private >
 * ff_connection_set_cancellable:
 * @cancellable: (nullable): what ends a statement that is under way, with %G_IO_ERROR_CANCELLED
 */
void
ff_connection_set_cancellable (FfConnection *self, GCancellable *cancellable)
{
  g_assert (self->thread == NULL || self->thread == g_thread_self ());
  g_set_object (&self->cancellable, cancellable);
}

/*< private >
 * ff_connection_keep_log:
 * @keep: whether closing leaves the WAL where it is
 *
 * Closing a database writes its WAL into it, which must not happen to one that is damaged or newer.
 */
void
ff_connection_keep_log (FfConnection *self, gboolean keep)
{
  sqlite3_db_config (ff_connection_get_database (self), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
                     keep ? 1 : 0, NULL);
}

void
ff_connection_attach (FfConnection *self, gpointer attachment, GDestroyNotify free_attachment)
{
  g_assert (self->attachment == NULL);
  self->attachment = attachment;
  self->free_attachment = free_attachment;
}

gpointer
ff_connection_get_attachment (FfConnection *self)
{
  g_assert (self->thread == g_thread_self ());
  return self->attachment;
}

/*< private >
 * ff_connection_execute:
 * @sql: one statement or several, none of them made from data
 */
gboolean
ff_connection_execute (FfConnection *self, const char *sql, GError **error)
{
  sqlite3 *database = ff_connection_get_database (self);
  int code = sqlite3_exec (database, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    ff_store_error_set_sqlite (error, database, code, self->path);
  return code == SQLITE_OK;
}

/*< private >
 * ff_connection_read_number:
 * @number: (out): the first column of the first row; 0 where there is none
 */
gboolean
ff_connection_read_number (FfConnection *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (self, sql);

  *number = ff_statement_next (statement) ? ff_statement_get_int (statement, 0) : 0;
  return ff_statement_finish (statement, error);
}

gboolean
ff_connection_begin (FfConnection *self, GError **error)
{
  return ff_connection_execute (self, "BEGIN IMMEDIATE", error);
}

gboolean
ff_connection_commit (FfConnection *self, GError **error)
{
  return ff_connection_execute (self, "COMMIT", error);
}

/*< private >
 * ff_connection_rollback:
 *
 * Undoes the transaction; SQLite itself has done so already after some errors, such as a full disk.
 */
gboolean
ff_connection_rollback (FfConnection *self, GError **error)
{
  if (sqlite3_get_autocommit (ff_connection_get_database (self)))
    return TRUE;
  return ff_connection_execute (self, "ROLLBACK", error);
}
