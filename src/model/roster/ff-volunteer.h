/* ff-volunteer.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody who runs meetings or helps to: who they are, what they may do, when and where.
 */

#pragma once

#include <glib-object.h>

#include "ff-volunteer-parts.h"
#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER (ff_volunteer_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteer, ff_volunteer, FF, VOLUNTEER, GObject)

/* The numbers are in the database. */
typedef enum
{
  FF_SERVING_INTERESTED,  /* a participant who would like to */
  FF_SERVING_IN_TRAINING,
  FF_SERVING_ACTIVE,
  FF_SERVING_RESTING,     /* not now */
} FfServing;

#define FF_N_SERVINGS (FF_SERVING_RESTING + 1)

typedef enum
{
  FF_VOLUNTEER_NAME,            /* as they like it; never "" once saved */
  FF_VOLUNTEER_PRONOUNS,
  FF_VOLUNTEER_MAIL,
  FF_VOLUNTEER_PHONE,
  FF_VOLUNTEER_ZONE,            /* home, IANA; never "" once saved */
  FF_VOLUNTEER_LANGUAGE,        /* in which they are written to, BCP 47; "" = the app’s */
  FF_VOLUNTEER_HOME,            /* near which place they live, in words */
  FF_VOLUNTEER_EMERGENCY_NAME,
  FF_VOLUNTEER_EMERGENCY_PHONE,
  FF_VOLUNTEER_NOTES,
  FF_VOLUNTEER_SOURCE,          /* the UID of the vCard that they came from; "" = entered here */
} FfVolunteerText;

#define FF_N_VOLUNTEER_TEXTS (FF_VOLUNTEER_SOURCE + 1)

typedef enum
{
  FF_VOLUNTEER_LANGUAGES,  /* that they speak, BCP 47; none = not said, any */
  FF_VOLUNTEER_PROGRAMMES, /* ids; none = any */
  FF_VOLUNTEER_ROLES,      /* uids */
  FF_VOLUNTEER_GROUPS,     /* uids of those they serve */
} FfVolunteerSet;

#define FF_N_VOLUNTEER_SETS (FF_VOLUNTEER_GROUPS + 1)

typedef enum
{
  FF_CAP_WEEK,   /* duties in an ISO week, by their start in the home zone */
  FF_CAP_MONTH,  /* duties in a calendar month, likewise */
  FF_CAP_IN_ROW, /* ISO weeks one after the other with a duty in each */
} FfCap;

/* How long before and after a stretch duties must be known, for weeks, months and rows of up to eight weeks that reach beyond it. */
#define FF_ROTA_MARGIN_DAYS 63

#define FF_N_CAPS (FF_CAP_IN_ROW + 1)

#define FF_CAP_MOST 99u
#define FF_VOLUNTEER_MOST_REACH 20000u

FfVolunteer *ff_volunteer_new              (const char        *uid); /* (nullable): made up; FF_SERVING_ACTIVE */
FfVolunteer *ff_volunteer_copy             (FfVolunteer       *self);
const char  *ff_volunteer_get_uid          (FfVolunteer       *self);
const char  *ff_volunteer_get_text         (FfVolunteer       *self,
                                            FfVolunteerText    text);
void         ff_volunteer_set_text         (FfVolunteer       *self,
                                            FfVolunteerText    text,
                                            const char        *value); /* (nullable): ""; white space at the ends is dropped, and notes alone have lines */
const char  *ff_volunteer_get_name         (FfVolunteer       *self);
const char *const *ff_volunteer_get_set    (FfVolunteer       *self,
                                            FfVolunteerSet     set);   /* sorted */
void         ff_volunteer_set_set          (FfVolunteer       *self,
                                            FfVolunteerSet     set,
                                            const char *const *values); /* (nullable) */
gboolean     ff_volunteer_has              (FfVolunteer       *self,
                                            FfVolunteerSet     set,
                                            const char        *value);
FfServing      ff_volunteer_get_serving        (FfVolunteer       *self);
void         ff_volunteer_set_serving        (FfVolunteer       *self,
                                            FfServing          serving);
guint        ff_volunteer_get_cap          (FfVolunteer       *self,
                                            FfCap              cap);   /* 0 = no limit */
void         ff_volunteer_set_cap          (FfVolunteer       *self,
                                            FfCap              cap,
                                            guint              most);
gboolean     ff_volunteer_get_only_groups  (FfVolunteer       *self);  /* nowhere but in the groups they serve */
void         ff_volunteer_set_only_groups  (FfVolunteer       *self,
                                            gboolean           only_groups);
gboolean     ff_volunteer_get_online_only  (FfVolunteer       *self);
void         ff_volunteer_set_online_only  (FfVolunteer       *self,
                                            gboolean           online_only);
guint        ff_volunteer_get_reach        (FfVolunteer       *self);  /* kilometres from home as the crow flies; 0 = any distance */
void         ff_volunteer_set_reach        (FfVolunteer       *self,
                                            guint              kilometres);
/* Degrees, WGS 84. FALSE where nobody knows. */
gboolean     ff_volunteer_get_position     (FfVolunteer       *self,
                                            double            *latitude,
                                            double            *longitude);
void         ff_volunteer_set_position     (FfVolunteer       *self,
                                            double             latitude,
                                            double             longitude);
void         ff_volunteer_clear_position   (FfVolunteer       *self);
/* Each (transfer none), never NULL; change a copy of the volunteer through these arrays. */
GArray      *ff_volunteer_get_availability (FfVolunteer       *self); /* (element-type FfAvailability); none = at any time */
GPtrArray   *ff_volunteer_get_absences     (FfVolunteer       *self); /* (element-type FfAbsence) */
GPtrArray   *ff_volunteer_get_trainings    (FfVolunteer       *self); /* (element-type FfTraining) */
GPtrArray   *ff_volunteer_get_steps        (FfVolunteer       *self); /* (element-type FfStep), in their order */
/* The usual way from participant to facilitator, in plain words, none of it done yet; for somebody new. */
void         ff_volunteer_add_usual_steps (FfVolunteer       *self);
/* The last one that holds on @date ("2026-11-24"): done by then, and not past its last day. (nullable) */
const FfTraining *ff_volunteer_find_training (FfVolunteer     *self,
                                            const char        *requirement,
                                            const char        *date);
/* The one that holds, or held, longest. (nullable) */
const FfTraining *ff_volunteer_find_last_training (FfVolunteer *self,
                                            const char        *requirement);
gboolean     ff_volunteer_get_sample       (FfVolunteer       *self); /* made up, to look around */
void         ff_volunteer_set_sample       (FfVolunteer       *self,
                                            gboolean           sample);
guint        ff_volunteer_get_sequence     (FfVolunteer       *self);
gint64       ff_volunteer_get_modified     (FfVolunteer       *self);
void         ff_volunteer_set_revision     (FfVolunteer       *self, /* the store alone */
                                            guint              sequence,
                                            gint64             modified);
const char  *ff_serving_get_title            (FfServing          serving); /* translated: "In training" */
/* What a sentence for a person says is wrong with it before it is saved: a name, a known zone, dates and hours that exist. */
gboolean     ff_volunteer_check            (FfVolunteer       *self,
                                            GError           **error);

G_END_DECLS
