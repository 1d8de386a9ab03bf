/* ff-slot.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place to fill: a role at one date of a meeting.
 */

#pragma once

#include <glib-object.h>

#include "ff-assignment.h"
#include "ff-group.h"
#include "ff-occurrence.h"
#include "ff-role.h"

G_BEGIN_DECLS

#define FF_TYPE_SLOT (ff_slot_get_type ())

/* Not changed once its rota is made. */
G_DECLARE_FINAL_TYPE (FfSlot, ff_slot, FF, SLOT, GObject)

FfOccurrence *ff_slot_get_occurrence (FfSlot *self);
FfGroup      *ff_slot_get_group      (FfSlot *self);
FfRole       *ff_slot_get_role       (FfSlot *self);
guint         ff_slot_get_place      (FfSlot *self); /* from 0 */
gboolean      ff_slot_get_required   (FfSlot *self);
guint         ff_slot_get_index      (FfSlot *self); /* in its rota */
/* (nullable): who has it, whether proposed, asked, confirmed or swapped */
FfAssignment *ff_slot_get_assignment (FfSlot *self);
/* (element-type FfAssignment) (transfer none): who declined it */
GPtrArray    *ff_slot_get_declined   (FfSlot *self);
/* “Tuesday 18:00 Ladner, host” in the person’s language, with the zone where it is not that of @beside (nullable). (transfer full) */
char         *ff_slot_make_title     (FfSlot    *self,
                                      GDateTime *beside);

G_END_DECLS
