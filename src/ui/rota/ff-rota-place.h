/* ff-rota-place.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place of the rota in words and signs.
 */

#pragma once

#include "ff-rota.h"

G_BEGIN_DECLS

/* What a place looks like. */
typedef enum
{
  FF_ROTA_EMPTY,    /* required */
  FF_ROTA_OPTIONAL, /* empty, good to have */
  FF_ROTA_REFUSED,  /* empty, and somebody has declined it */
  FF_ROTA_MISSED,   /* empty, and it has begun: nobody looks for somebody any more */
  FF_ROTA_PROPOSED,
  FF_ROTA_ASKED,
  FF_ROTA_CONFIRMED,
  FF_ROTA_SWAPPED,
} FfRotaState;

#define FF_N_ROTA_STATES (FF_ROTA_SWAPPED + 1)

gboolean    ff_rota_place_has_begun  (FfSlot       *slot,
                                      GDateTime    *now);
FfRotaState ff_rota_place_state      (FfSlot       *slot,
                                      GDateTime    *now);
const char *ff_rota_place_state_title (FfRotaState  state); /* translated */
const char *ff_rota_place_state_icon (FfRotaState   state);
const char *ff_rota_place_state_class (FfRotaState  state); /* of CSS */
/* All (transfer full). “Robin”, “Somebody” whose data was erased, "" where nobody has it */
char       *ff_rota_place_who        (FfRota       *rota,
                                      FfSlot       *slot);
/* “Confirmed”, “Declined by Robin”, “Empty” */
char       *ff_rota_place_detail     (FfRota       *rota,
                                      FfSlot       *slot,
                                      FfRotaState   state);
/* “Tuesday 24 November 18:00” */
char       *ff_rota_place_when       (FfSlot       *slot);
/* “Ladner, host” */
char       *ff_rota_place_where      (FfSlot       *slot,
                                      const char   *role);
/* “Tuesday 24 November 18:00, Ladner, host: Robin, confirmed” */
char       *ff_rota_place_label      (FfRota       *rota,
                                      FfSlot       *slot,
                                      FfRotaState   state,
                                      const char   *role,
                                      FfHindrances  against);
/* The label and, line by line, what speaks against who has it, why it was made, who declined */
char       *ff_rota_place_tooltip    (FfRota       *rota,
                                      FfSlot       *slot,
                                      FfRotaState   state,
                                      const char   *role,
                                      FfHindrances  against);

G_END_DECLS
