/* ff-rota-what-if.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What would speak against a change of the rota, were it made.
 */

#pragma once

#include "ff-rota-source.h"
#include "ff-rota.h"

G_BEGIN_DECLS

/* What speaks against @volunteer's having @slot, once they had none of the places @without (%NULL at its end).
 * @why: (out) (transfer full): the same in words, a sentence a line */
FfHindrances ff_rota_what_if (FfRota        *rota,
                              FfRotaSource  *source,
                              FfVolunteer   *volunteer,
                              FfSlot        *slot,
                              FfSlot *const *without,
                              char         **why);

G_END_DECLS
