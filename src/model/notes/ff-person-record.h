/* ff-person-record.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is kept of one person, and of nobody else.
 */

#pragma once

#include "ff-check-in.h"
#include "ff-group.h"
#include "ff-participant.h"
#include "ff-plan-item.h"
#include "ff-session.h"

G_BEGIN_DECLS

#define FF_TYPE_PERSON_RECORD (ff_person_record_get_type ())

G_DECLARE_FINAL_TYPE (FfPersonRecord, ff_person_record, FF, PERSON_RECORD, GObject)

/* A session at which they checked in, planned something or looked back at a plan. */
typedef struct
{
  FfSession *session;
  FfCheckIn *check_in; /* (nullable) */
  GPtrArray *plan;     /* (element-type FfPlanItem): what they set there, by position */
  GPtrArray *reviewed; /* (element-type FfPlanItem): what they looked back at there */
} FfPersonEntry;

FfPersonEntry  *ff_person_entry_new              (FfSession      *session);
void            ff_person_entry_free             (FfPersonEntry  *entry);

FfPersonRecord *ff_person_record_new             (FfParticipant  *participant,
                                                  FfGroup        *group,
                                                  GPtrArray      *entries);    /* (transfer full): latest first */
FfParticipant  *ff_person_record_get_participant (FfPersonRecord *self);
FfGroup        *ff_person_record_get_group       (FfPersonRecord *self);
GPtrArray      *ff_person_record_get_entries     (FfPersonRecord *self);       /* (element-type FfPersonEntry): latest first */
/* For them to take along: see the .c for its shape. (transfer full) */
char           *ff_person_record_to_json         (FfPersonRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPersonEntry, ff_person_entry_free)

G_END_DECLS
