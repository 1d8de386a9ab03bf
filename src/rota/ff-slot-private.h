/* ff-slot-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a rota makes its places.
 */

#pragma once

#include "ff-slot.h"

G_BEGIN_DECLS

FfSlot *ff_slot_new             (FfOccurrence *occurrence,
                                 FfGroup      *group,
                                 FfRole       *role,
                                 guint         place,
                                 gboolean      required,
                                 guint         index);
void    ff_slot_take_assignment (FfSlot       *self,
                                 FfAssignment *assignment); /* (transfer none): live or declined */

G_END_DECLS
