/* ff-passphrase.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-passphrase.h"

#include <glib/gstdio.h>

#include "ff-backup.h"
#include "ff-store-error-private.h"

gboolean
ff_passphrase_is_supported (void)
{
  return FF_ENCRYPTION;
}

gboolean
ff_passphrase_is_set (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "fourfold.key", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

guint
ff_passphrase_get_wait (const char *folder)
{
  return 0;
}

FfSecret *
ff_passphrase_unlock (const char *folder, const char *passphrase, GError **error)
{
  ff_store_error_set_no_encryption (error, folder);
  return NULL;
}

char *
ff_passphrase_set (const char *folder, const char *passphrase, GError **error)
{
  ff_store_error_set_no_encryption (error, folder);
  return NULL;
}

char *
ff_passphrase_change (const char *folder, const char *old, const char *passphrase, GError **error)
{
  ff_store_error_set_no_encryption (error, folder);
  return NULL;
}

gboolean
ff_passphrase_remove (const char *folder, const char *passphrase, GError **error)
{
  ff_store_error_set_no_encryption (error, folder);
  return FALSE;
}

FfSecret *
ff_backup_unlock (const char *path, const char *passphrase, GError **error)
{
  ff_store_error_set_no_encryption (error, path);
  return NULL;
}
