/* ff-key-file.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfold.key: the data key, wrapped so that the passphrase or the recovery key opens it.
 */

#pragma once

#include "ff-secret.h"

G_BEGIN_DECLS

typedef struct _FfKeyFile FfKeyFile;

FfKeyFile    *ff_key_file_new      (FfSecret    *secret,
                                    const char  *passphrase,
                                    const char  *recovery,
                                    GError     **error);
/* FF_STORE_ERROR_KEY_DAMAGED or _NEWER, about @path. */
FfKeyFile    *ff_key_file_parse    (const char  *text,
                                    gsize        length,
                                    const char  *path,
                                    GError     **error);
FfKeyFile    *ff_key_file_load     (const char  *path,
                                    GError     **error);
void          ff_key_file_free     (FfKeyFile   *self);
/* At once under its name, and on the disk. */
gboolean      ff_key_file_save     (FfKeyFile   *self,
                                    const char  *path,
                                    GError     **error);
const char   *ff_key_file_get_text (FfKeyFile   *self);
/* Whether it wraps this very key. */
gboolean      ff_key_file_fits     (FfKeyFile   *self,
                                    FfSecret    *secret);
/* With which an encrypted database of this key begins. */
const guint8 *ff_key_file_get_salt (FfKeyFile   *self);
FfSecret     *ff_key_file_unlock   (FfKeyFile   *self,
                                    const char  *words,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfKeyFile, ff_key_file_free)

G_END_DECLS
