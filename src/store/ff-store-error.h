/* ff-store-error.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can go wrong with the stored data, each with words a person can act on.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FF_STORE_ERROR (ff_store_error_quark ())

typedef enum
{
  FF_STORE_ERROR_IN_USE = 1, /* another Fourfold holds the folder */
  FF_STORE_ERROR_NEWER,      /* written by a newer Fourfold; never touched */
  FF_STORE_ERROR_FOREIGN,    /* a file, but not a Fourfold database (or an encrypted one); never touched */
  FF_STORE_ERROR_DAMAGED,    /* set aside only when a person chose a backup */
  FF_STORE_ERROR_READ_ONLY,  /* the folder or file may not be written */
  FF_STORE_ERROR_FULL,       /* the disk is full */
  FF_STORE_ERROR_REFUSED,    /* a value that the store does not take */
  FF_STORE_ERROR_FAILED,     /* anything else; SQLite's code is in the message */
  FF_STORE_ERROR_LOCKED,     /* a passphrase is needed */
  FF_STORE_ERROR_WRONG_PASSPHRASE, /* neither the passphrase nor the recovery key */
  FF_STORE_ERROR_TOO_SOON,   /* a try before ff_passphrase_get_wait() was over; it was not looked at */
  FF_STORE_ERROR_KEY_DAMAGED, /* the key file, or the one in a backup, is damaged or missing; never touched */
  FF_STORE_ERROR_KEY_FOREIGN, /* the key is that of another database, or the database's beginning is damaged */
  FF_STORE_ERROR_MISSING,    /* the database is gone, and backups are left */
  FF_STORE_ERROR_NO_ENCRYPTION, /* this Fourfold was built without it */
} FfStoreError;

GQuark ff_store_error_quark (void);

G_END_DECLS
