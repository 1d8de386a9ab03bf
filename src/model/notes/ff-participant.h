/* ff-participant.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A participant: a first name or any alias they choose, in one group.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_PARTICIPANT (ff_participant_get_type ())

#define FF_PARTICIPANT_LONGEST_ALIAS 200 /* characters */

G_DECLARE_FINAL_TYPE (FfParticipant, ff_participant, FF, PARTICIPANT, GObject)

FfParticipant *ff_participant_new       (const char    *uid); /* (nullable) */
FfParticipant *ff_participant_copy      (FfParticipant *self);
const char    *ff_participant_get_uid   (FfParticipant *self);
const char    *ff_participant_get_group (FfParticipant *self); /* uid */
void           ff_participant_set_group (FfParticipant *self,
                                         const char    *group);
const char    *ff_participant_get_alias (FfParticipant *self);
void           ff_participant_set_alias (FfParticipant *self,  /* white space at the ends is dropped */
                                         const char    *alias);
const char    *ff_participant_get_consent (FfParticipant *self); /* a note of what they agreed to; "" = none */
void           ff_participant_set_consent (FfParticipant *self,
                                         const char    *consent);
const char    *ff_participant_get_consent_date (FfParticipant *self); /* (nullable): as 2026-11-24 */
void           ff_participant_set_consent_date (FfParticipant *self,
                                         const char    *date);

G_END_DECLS
