/* ff-secret-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the store alone may know of a key.
 */

#pragma once

#include "ff-secret.h"

G_BEGIN_DECLS

#define FF_SECRET_KEY_SIZE 32
/* An encrypted database begins with these bytes, which are no secret. */
#define FF_SECRET_SALT_SIZE 16
#define FF_SECRET_CHECK_SIZE 32

/* A new data key and salt. (transfer full) */
FfSecret     *ff_secret_new_random (void);
FfSecret     *ff_secret_new        (const guint8 *key,
                                    const guint8 *salt);
const guint8 *ff_secret_get_key    (FfSecret     *self);
const guint8 *ff_secret_get_salt   (FfSecret     *self);
/* Tells whether two keys are the same without giving either away; FF_SECRET_CHECK_SIZE bytes. */
void          ff_secret_get_check  (FfSecret     *self,
                                    guint8       *check);
/* Fills @bytes from the system's generator; does not return where there is none. */
void          ff_secret_randomize  (guint8       *bytes,
                                    gsize         length);
/* The compiler may not leave this out. */
void          ff_secret_wipe       (gpointer      bytes,
                                    gsize         length);
/* For g_autoptr-like use on strings: wipes, then frees. */
void          ff_secret_free_text  (char         *text);

G_END_DECLS
