/* ff-group.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group: people who meet, and the programme they follow.
 */

#pragma once

#include <glib-object.h>

#include "ff-programme.h"

G_BEGIN_DECLS

#define FF_TYPE_GROUP (ff_group_get_type ())

G_DECLARE_FINAL_TYPE (FfGroup, ff_group, FF, GROUP, GObject)

/* The numbers are in the database. */
typedef enum
{
  FF_SETTING_COMMUNITY,
  FF_SETTING_INPATIENT,
  FF_SETTING_OUTPATIENT,
  FF_SETTING_CLINIC,
  FF_SETTING_WORKPLACE,
  FF_SETTING_CUSTODY,
} FfSetting;

#define FF_N_SETTINGS (FF_SETTING_CUSTODY + 1)

typedef enum
{
  FF_GROUP_REGION,
  FF_GROUP_DISTRICT, /* health district */
  FF_GROUP_WEBSITE,
  FF_GROUP_EMAIL,
  FF_GROUP_PHONE,
  FF_GROUP_NOTES,    /* for everybody */
  FF_GROUP_HOLIDAYS, /* the uid of the FfHolidays that it keeps; "" = none */
} FfGroupText;

#define FF_N_GROUP_TEXTS (FF_GROUP_HOLIDAYS + 1)

#define FF_GROUP_MOST_MONTHS 1200u
#define FF_GROUP_AS_PROGRAMME (-1)

/* properties: "uid" (construct-only, made up when NULL), "name", "programme" (id), "zone" (IANA), "language"
 * (of its handouts, BCP 47 like "fr-CA"; "" = the app's), "open" (gboolean: visitors welcome), "sample" (gboolean: made up, to look around) */
FfGroup    *ff_group_new           (const char *uid);       /* (nullable) */
FfGroup    *ff_group_copy          (FfGroup    *self);
const char *ff_group_get_uid       (FfGroup    *self);
const char *ff_group_get_name      (FfGroup    *self);
void        ff_group_set_name      (FfGroup    *self,
                                    const char *name);
const char *ff_group_get_programme (FfGroup    *self);
void        ff_group_set_programme (FfGroup    *self,
                                    const char *programme);
const char *ff_group_get_zone      (FfGroup    *self);
void        ff_group_set_zone      (FfGroup    *self,
                                    const char *zone);
const char *ff_group_get_language  (FfGroup    *self);
void        ff_group_set_language  (FfGroup    *self,
                                    const char *language);
gboolean    ff_group_get_open      (FfGroup    *self);
void        ff_group_set_open      (FfGroup    *self,
                                    gboolean    open);
gboolean    ff_group_get_sample    (FfGroup    *self);
void        ff_group_set_sample    (FfGroup    *self,
                                    gboolean    sample);
FfSetting   ff_group_get_setting   (FfGroup    *self);
void        ff_group_set_setting   (FfGroup    *self,
                                    FfSetting   setting);
const char *ff_group_get_text      (FfGroup    *self,
                                    FfGroupText text);
void        ff_group_set_text      (FfGroup    *self,
                                    FfGroupText text,
                                    const char *value);
guint       ff_group_get_keep_months (FfGroup   *self);       /* for how long notes are kept; 0 = for good */
void        ff_group_set_keep_months (FfGroup   *self,
                                    guint       months);
int         ff_group_get_own_check_in_parts (FfGroup *self);  /* bits of FfCheckInParts, or FF_GROUP_AS_PROGRAMME */
void        ff_group_set_own_check_in_parts (FfGroup *self,
                                    int         parts);
/* What a check-in asks in this group: its own choice, or what @programme has. */
FfCheckInParts ff_group_get_check_in_parts (FfGroup   *self,
                                    FfProgramme *programme);
const char *ff_setting_get_title   (FfSetting   setting); /* translated: "Community", "In custody" … */

G_END_DECLS
