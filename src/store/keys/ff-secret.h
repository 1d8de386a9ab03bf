/* ff-secret.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key of an encrypted database while it is unlocked: counted, and wiped when nobody holds it.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_SECRET (ff_secret_get_type ())

typedef struct _FfSecret FfSecret;

GType     ff_secret_get_type (void);
FfSecret *ff_secret_ref      (FfSecret *self);
void      ff_secret_unref    (FfSecret *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSecret, ff_secret_unref)

G_END_DECLS
