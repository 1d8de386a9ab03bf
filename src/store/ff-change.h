/* ff-change.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one write touched, collected on the writer's thread and told on the main one.
 */

#pragma once

#include "ff-store.h"

G_BEGIN_DECLS

typedef struct _FfChange FfChange;

FfChange *ff_change_new  (void);
void      ff_change_free (FfChange    *self);
void      ff_change_add  (FfChange    *self,
                          FfAggregate  aggregate,
                          const char  *uid);      /* (nullable): "" = no uids are told, as anything of it may be different */
void      ff_change_tell (FfChange    *self,
                          FfStore     *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfChange, ff_change_free)

G_END_DECLS
