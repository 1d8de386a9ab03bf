/* ff-model-error.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be wrong with what a person, a file or a programme says.
 */

#include "ff-model-error.h"

G_DEFINE_QUARK (ff - model - error - quark, ff_model_error)
