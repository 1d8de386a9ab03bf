/* ff-model-error.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be wrong with what a person, a file or a programme says.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FF_MODEL_ERROR (ff_model_error_quark ())

typedef enum
{
  FF_MODEL_ERROR_TIME = 1, /* no such date or time */
  FF_MODEL_ERROR_ZONE,     /* no such time zone */
  FF_MODEL_ERROR_RULE,     /* a repetition that cannot be used */
  FF_MODEL_ERROR_NAME,     /* somebody or something without a name */
  FF_MODEL_ERROR_LENGTH,   /* more than there is room for */
  FF_MODEL_ERROR_DATA,     /* a programme or handout file that cannot be read */
} FfModelError;

GQuark ff_model_error_quark (void);

G_END_DECLS
