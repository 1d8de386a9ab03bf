/* ff-role.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A role that somebody has at a meeting, and what it requires.
 */

#pragma once

#include <glib-object.h>

#include "ff-programme.h"

G_BEGIN_DECLS

#define FF_TYPE_ROLE (ff_role_get_type ())

G_DECLARE_FINAL_TYPE (FfRole, ff_role, FF, ROLE, GObject)

/* The numbers are in the database. */
typedef enum
{
  FF_ROLE_FACILITATOR,
  FF_ROLE_CO_FACILITATOR,
  FF_ROLE_HOST, /* opens the room or the online meeting */
  FF_ROLE_GREETER,
  FF_ROLE_CLINICIAN,
  FF_ROLE_OWN,
} FfRoleKind;

#define FF_N_ROLE_KINDS (FF_ROLE_OWN + 1)

/* The built-in ones are there from the start, with these uids. */
#define FF_ROLE_UID_FACILITATOR "facilitator"
#define FF_ROLE_UID_CO_FACILITATOR "co-facilitator"
#define FF_ROLE_UID_HOST "host"
#define FF_ROLE_UID_GREETER "greeter"
#define FF_ROLE_UID_CLINICIAN "clinician"

FfRole     *ff_role_new              (const char        *uid); /* (nullable): made up, an own role */
FfRole     *ff_role_copy             (FfRole            *self);
const char *ff_role_get_uid          (FfRole            *self);
FfRoleKind  ff_role_get_kind         (FfRole            *self);
const char *ff_role_get_name         (FfRole            *self); /* own words; "" for a built-in one that nobody renamed */
void        ff_role_set_name         (FfRole            *self,
                                      const char        *name);
/* Offered nowhere any more, for a need or for somebody who takes it. */
gboolean    ff_role_get_retired      (FfRole            *self);
void        ff_role_set_retired      (FfRole            *self,
                                      gboolean           retired);
/* What it is called: the name, or the built-in one's translated title. */
const char *ff_role_get_title        (FfRole            *self);
/* The same in the language of @catalogue. (transfer none) */
const char *ff_role_get_title_in     (FfRole            *self,
                                      FfCatalogue       *catalogue);
/* The same in the words of a programme, where a facilitator may be a chairperson. (transfer full) */
char       *ff_role_make_title       (FfRole            *self,
                                      FfProgramme       *programme); /* (nullable) */
/* uids of FfRequirement */
const char *const *ff_role_get_requirements (FfRole     *self);
void        ff_role_set_requirements (FfRole            *self,
                                      const char *const *requirements); /* (nullable) */

G_END_DECLS
