/* ff-participant-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People: who there is, all that is kept of one of them, and what can be done with it.
 */

#pragma once

#include "ff-participant.h"
#include "ff-person-record.h"
#include "ff-person.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* Last seen first. @group (nullable): of all groups; @prefix: how the alias begins, case and accents aside; "" for everybody. On the reader thread. */
void            ff_participant_repository_list_async         (FfStore             *store,
                                                              const char          *group,
                                                              const char          *prefix,
                                                              guint                limit,
                                                              guint                offset,
                                                              GCancellable        *cancellable,
                                                              GAsyncReadyCallback  callback,
                                                              gpointer             user_data);
/* (element-type FfPerson) (transfer full) */
GPtrArray      *ff_participant_repository_list_finish        (FfStore             *store,
                                                              GAsyncResult        *result,
                                                              GError             **error);
/* (transfer full) (nullable): NULL without error where there is none */
FfParticipant  *ff_participant_repository_get                (FfStore             *store,
                                                              const char          *uid,
                                                              GError             **error);
/* Somebody who came for ten years has much of it: views read it on the reader thread. Refused where there is no such participant. */
FfPersonRecord *ff_participant_repository_get_record         (FfStore             *store,
                                                              const char          *uid,
                                                              GError             **error);
void            ff_participant_repository_get_record_async   (FfStore             *store,
                                                              const char          *uid,
                                                              GCancellable        *cancellable,
                                                              GAsyncReadyCallback  callback,
                                                              gpointer             user_data);
FfPersonRecord *ff_participant_repository_get_record_finish  (FfStore             *store,
                                                              GAsyncResult        *result,
                                                              GError             **error);

/* Each of these ends with ff_store_write_finish(). */

/* Refused where the group has somebody of that alias already: then merging them may be what is wanted. */
void            ff_participant_repository_rename_async       (FfStore             *store,
                                                              const char          *uid,
                                                              const char          *alias,
                                                              GAsyncReadyCallback  callback,
                                                              gpointer             user_data);
/* All that is @gone's becomes @kept's, of the same group. */
void            ff_participant_repository_merge_async        (FfStore             *store,
                                                              const char          *kept,
                                                              const char          *gone,
                                                              GAsyncReadyCallback  callback,
                                                              gpointer             user_data);
/* Takes the last renaming or merging of this run of the program back. */
void            ff_participant_repository_undo_async         (FfStore             *store,
                                                              GAsyncReadyCallback  callback,
                                                              gpointer             user_data);
void            ff_participant_repository_save_consent_async (FfStore             *store,
                                                              const char          *uid,
                                                              const char          *consent,
                                                              const char          *date,      /* (nullable): as 2026-11-24 */
                                                              GAsyncReadyCallback  callback,
                                                              gpointer             user_data);
/* For good, with every trace; they stay in the sessions' counts as somebody without a name. */
void            ff_participant_repository_forget_async       (FfStore             *store,
                                                              const char          *uid,
                                                              gboolean             backups_too,
                                                              GAsyncReadyCallback  callback,
                                                              gpointer             user_data);

G_END_DECLS
