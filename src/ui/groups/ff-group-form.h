/* ff-group-form.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person fills in about a group, and what is still wrong with it.
 */

#pragma once

#include <glib-object.h>

#include "ff-group.h"
#include "ff-meeting.h"

G_BEGIN_DECLS

#define FF_TYPE_GROUP_FORM (ff_group_form_get_type ())

G_DECLARE_FINAL_TYPE (FfGroupForm, ff_group_form, FF, GROUP_FORM, GObject)

/* properties: "name", "programme" (id), "zone" (IANA), "language" (BCP 47, "" = the app's), "open",
 * "keep-months" (guint: how long check-in notes are kept, 0 = for ever), "setting" (uint, an FfSetting), "region", "district", "website", "email", "phone", "notes", "holidays" (the uid of a calendar, "" = none),
 * "first-meeting" (FfWallTime boxed, NULL = none asked for), "first-meeting-readable" (gboolean: FALSE while what is typed is no time);
 * read-only: "valid", and a translated sentence or "" for each field: "name-message", "zone-message", "first-meeting-message",
 * "website-message", "email-message".
 * A name that was not touched yet is not complained of, though it is not valid. */

/* @group (nullable): what to begin with; @now (nullable): a first meeting before this day is refused */
FfGroupForm *ff_group_form_new          (FfGroup     *group,
                                         GDateTime   *now);
gboolean     ff_group_form_get_valid    (FfGroupForm *self);
/* Puts what was filled in into @group; only while it is valid. */
void         ff_group_form_apply        (FfGroupForm *self,
                                         FfGroup     *group);
/* (transfer full) (nullable): the group's weekly meeting from the first one on, where one was asked for; only while it is valid */
FfMeeting   *ff_group_form_make_meeting (FfGroupForm *self,
                                         FfGroup     *group,
                                         guint        minutes);

G_END_DECLS
