/* ff-agenda-source.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an agenda is made from: meetings, what is different on some dates and the groups, as last read from the store.
 */

#pragma once

#include "ff-group.h"
#include "ff-meeting.h"
#include "ff-store.h"
#include "ff-unusable.h"

G_BEGIN_DECLS

typedef struct _FfAgendaSource FfAgendaSource;

FfAgendaSource *ff_agenda_source_new            (FfStore            *store);
void            ff_agenda_source_free           (FfAgendaSource     *self);
gboolean        ff_agenda_source_set_group      (FfAgendaSource     *self,
                                                 const char         *group);
gboolean        ff_agenda_source_is_read        (FfAgendaSource     *self);
void            ff_agenda_source_read           (FfAgendaSource     *self);
void            ff_agenda_source_reread         (FfAgendaSource     *self,
                                                 const char *const  *meetings);
void            ff_agenda_source_forget         (FfAgendaSource     *self);
void            ff_agenda_source_forget_groups  (FfAgendaSource     *self);
guint           ff_agenda_source_count          (FfAgendaSource     *self);
FfMeeting      *ff_agenda_source_get            (FfAgendaSource     *self,
                                                 guint               position);
void            ff_agenda_source_collect        (FfAgendaSource     *self,
                                                 FfMeeting          *meeting,
                                                 GDateTime          *from,
                                                 GDateTime          *until,
                                                 GPtrArray          *into);
FfGroup        *ff_agenda_source_find_group     (FfAgendaSource     *self,
                                                 const char         *uid);
FfUnusable     *ff_agenda_source_get_unusable   (FfAgendaSource     *self);
const char     *ff_agenda_source_get_problem    (FfAgendaSource     *self);

G_END_DECLS
