/* ff-key-slot.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One way into a key: the key wrapped under a passphrase, or under the recovery key.
 */

#pragma once

#include <glib.h>

#include "ff-secret-private.h"

G_BEGIN_DECLS

#define FF_KEY_SLOT_SALT_SIZE 16
#define FF_KEY_SLOT_NONCE_SIZE 12
#define FF_KEY_SLOT_TAG_SIZE 16

typedef struct
{
  guint32 passes;
  guint32 kibibytes;
  guint32 lanes;
  guint8  salt[FF_KEY_SLOT_SALT_SIZE];
  guint8  nonce[FF_KEY_SLOT_NONCE_SIZE];
  guint8  wrapped[FF_SECRET_KEY_SIZE];
  guint8  tag[FF_KEY_SLOT_TAG_SIZE];
} FfKeySlot;

/* @about is bound to the wrapped key: with another @about it cannot be unwrapped. Both take a good part of a second. */
gboolean ff_key_slot_wrap   (FfKeySlot        *slot,
                             const char       *words,
                             const char       *about,
                             const guint8     *key,
                             GError          **error);
/* FF_STORE_ERROR_WRONG_PASSPHRASE with a sentence that says no more than that. */
gboolean ff_key_slot_unwrap (const FfKeySlot  *slot,
                             const char       *words,
                             const char       *about,
                             guint8           *key,
                             GError          **error);

G_END_DECLS
