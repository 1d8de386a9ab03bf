/* ff-types-form.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom a meeting is for and what happens there, as a person chooses it by words.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  FF_OPENNESS_AS_GROUP,
  FF_OPENNESS_OPEN,
  FF_OPENNESS_CLOSED,
} FfOpenness;

#define FF_TYPE_TYPES_FORM (ff_types_form_get_type ())

G_DECLARE_FINAL_TYPE (FfTypesForm, ff_types_form, FF, TYPES_FORM, GObject)

/* properties, to be bound: "openness" (uint, an FfOpenness), "step-free" (the type X);
 * read-only: "codes" (GStrv: as they were chosen, without open and closed), "summary" (a line) */
FfTypesForm       *ff_types_form_new       (const char *const *types); /* (nullable) */
const char *const *ff_types_form_get_codes (FfTypesForm       *self);
gboolean           ff_types_form_has       (FfTypesForm       *self,
                                            const char        *code);
void               ff_types_form_choose    (FfTypesForm       *self,
                                            const char        *code,
                                            gboolean           chosen);
/* (transfer full): sorted; @somewhere: people come to a place, else step-free access is left out */
GStrv              ff_types_form_build     (FfTypesForm       *self,
                                            gboolean           somewhere);

G_END_DECLS
