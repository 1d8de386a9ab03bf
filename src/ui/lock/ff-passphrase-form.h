/* ff-passphrase-form.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody fills in to set, change or remove the passphrase, and what is wrong with it. No widgets.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  FF_PASSPHRASE_SET,
  FF_PASSPHRASE_CHANGE,
  FF_PASSPHRASE_REMOVE,
  FF_PASSPHRASE_RECOVER, /* it is forgotten, and the recovery key is there */
} FfPassphraseStep;

typedef enum
{
  FF_STRENGTH_NONE, /* too short to be one */
  FF_STRENGTH_LOW,
  FF_STRENGTH_FAIR,
  FF_STRENGTH_HIGH,
} FfStrength;

#define FF_PASSPHRASE_LEAST 8 /* characters */

/* How hard it would be to guess, by its length and how little of it repeats. */
FfStrength  ff_passphrase_get_strength      (const char       *passphrase);
/* A translated sentence. */
const char *ff_passphrase_describe_strength (FfStrength        strength);

#define FF_TYPE_PASSPHRASE_FORM (ff_passphrase_form_get_type ())

G_DECLARE_FINAL_TYPE (FfPassphraseForm, ff_passphrase_form, FF, PASSPHRASE_FORM, GObject)

/* properties: "old" (the passphrase so far, or the recovery key), "passphrase", "again"; read-only: "valid",
 * and translated sentences or "": "strength", "message". What was not filled in yet is not complained of. */
FfPassphraseForm *ff_passphrase_form_new            (FfPassphraseStep  step);
FfPassphraseStep  ff_passphrase_form_get_step       (FfPassphraseForm *self);
gboolean          ff_passphrase_form_get_valid      (FfPassphraseForm *self);
const char       *ff_passphrase_form_get_old        (FfPassphraseForm *self);
const char       *ff_passphrase_form_get_passphrase (FfPassphraseForm *self);

G_END_DECLS
