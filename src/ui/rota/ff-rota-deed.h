/* ff-rota-deed.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be done with a place of the rota, each as one change.
 */

#pragma once

#include "ff-rota.h"
#include "ff-roster-edit.h"

G_BEGIN_DECLS

FfAssignment *
     ff_rota_deed_make   (FfSlot       *slot,
                          const char   *volunteer, /* uid */
                          FfDutyStatus  status,
                          const char   *reason);   /* (nullable) */
/* Each adds to @edit; nothing is done before it is applied. */
void ff_rota_deed_assign (FfRosterEdit *edit,
                          FfSlot       *slot,
                          const char   *volunteer, /* uid */
                          FfDutyStatus  status,
                          gint64        now,       /* µs UTC: when they were asked */
                          const char   *reason);   /* (nullable): why, although something speaks against it */
/* Of whoever has it. */
void ff_rota_deed_set_status (FfRosterEdit *edit,
                          FfSlot       *slot,
                          FfDutyStatus  status,
                          gint64        now);
void ff_rota_deed_set_pinned (FfRosterEdit *edit,
                          FfSlot       *slot,
                          gboolean      pinned);
/* Nobody has it, or where nobody did: nobody has declined it. */
void ff_rota_deed_empty  (FfRosterEdit *edit,
                          FfSlot       *slot);
/* Who has @from is proposed for @to, and nobody has @from. */
void ff_rota_deed_move   (FfRosterEdit *edit,
                          FfSlot       *from,
                          FfSlot       *to,
                          const char   *reason);
/* Each takes the other's. */
void ff_rota_deed_swap   (FfRosterEdit *edit,
                          FfSlot       *one,
                          FfSlot       *other,
                          const char   *reason);

G_END_DECLS
