/* ff-filling-result.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What filling the rota would change and how good that is, to be accepted or left.
 */

#pragma once

#include <adwaita.h>

#include "ff-rota-plan.h"

G_BEGIN_DECLS

#define FF_TYPE_FILLING_RESULT (ff_filling_result_get_type ())

G_DECLARE_FINAL_TYPE (FfFillingResult, ff_filling_result, FF, FILLING_RESULT, AdwBin)

/* signals "accepted", "discarded", "longer" (it is to be tried again, with more time) */

/* @lines: (element-type FfFillingLine); @kept: it was ended before its time */
void ff_filling_result_show   (FfFillingResult *self,
                               FfRotaPlan      *plan,
                               GPtrArray       *lines,
                               gboolean         kept);
/* Until the next one is shown it cannot be accepted. */
void ff_filling_result_refuse (FfFillingResult *self);
/* "" takes it away. */
void ff_filling_result_say    (FfFillingResult *self,
                               const char      *text);
/* Lets go of all that it shows. */
void ff_filling_result_clear  (FfFillingResult *self);

G_END_DECLS
