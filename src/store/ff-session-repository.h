/* ff-session-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions with their check-ins and plans, in the store.
 */

#pragma once

#include "ff-check-in.h"
#include "ff-participant.h"
#include "ff-plan-item.h"
#include "ff-session.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* Latest first. (element-type FfSession) (transfer full) */
GPtrArray *ff_session_repository_list                    (FfStore             *store,
                                                          const char          *group, /* (nullable): all groups */
                                                          guint                limit,
                                                          guint                offset,
                                                          GError             **error);
/* Whether a session of a group that is not made up began before @time; FALSE with an error where that cannot be read. */
gboolean   ff_session_repository_has_before              (FfStore             *store,
                                                          const FfWallTime    *time,
                                                          GError             **error);
FfSession *ff_session_repository_get                     (FfStore             *store, /* (nullable) */
                                                          const char          *uid,
                                                          GError             **error);
FfSession *ff_session_repository_find                    (FfStore             *store, /* (nullable) */
                                                          const char          *meeting,
                                                          const FfWallTime    *rule_time,
                                                          GError             **error);
/* How many check-ins each of the sessions has, in one query: session uid → GUINT_TO_POINTER. (transfer full) */
GHashTable *ff_session_repository_count_check_ins        (FfStore             *store,
                                                          GPtrArray           *sessions,
                                                          GError             **error);
void       ff_session_repository_save_async              (FfStore             *store,
                                                          FfSession           *session,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);

/* In the order they were written. (element-type FfCheckIn) (transfer full) */
GPtrArray *ff_session_repository_list_check_ins          (FfStore             *store,
                                                          const char          *session,
                                                          GError             **error);
/* Participants of @group whose alias begins with @prefix (case and accents aside), last seen first. (element-type FfParticipant) (transfer full) */
GPtrArray *ff_session_repository_complete_alias          (FfStore             *store,
                                                          const char          *group,
                                                          const char          *prefix,
                                                          guint                limit,
                                                          GError             **error);
/* The one with exactly this alias, case aside. (nullable) (transfer full) */
FfParticipant *ff_session_repository_find_participant    (FfStore             *store,
                                                          const char          *group,
                                                          const char          *alias,
                                                          GError             **error);
/* Saves a check-in, and @session and @participant with it where they are not stored yet (each nullable), in one transaction. */
void       ff_session_repository_save_check_in_async     (FfStore             *store,
                                                          FfCheckIn           *check_in,
                                                          FfSession           *session,
                                                          FfParticipant       *participant,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
/* With the plan items that the person set there; what was reviewed there is open again. A participant left without any check-in goes too. */
void       ff_session_repository_delete_check_in_async   (FfStore             *store,
                                                          const char          *check_in,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
/* Takes back a delete of this run of the program. */
void       ff_session_repository_restore_check_in_async  (FfStore             *store,
                                                          const char          *check_in,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);

/* Items set at @session, by person and position. (element-type FfPlanItem) (transfer full) */
GPtrArray *ff_session_repository_list_plan_items         (FfStore             *store,
                                                          const char          *session,
                                                          GError             **error);
/* What comes back: for every participant of @group, the items of their latest session before @before that set any, and older ones
 * still open; without those already reviewed at another session than @session (nullable). By alias, then position. (element-type FfPlanItem) (transfer full) */
GPtrArray *ff_session_repository_list_items_to_review    (FfStore             *store,
                                                          const char          *group,
                                                          const FfWallTime    *before,
                                                          const char          *session,
                                                          GError             **error);
void       ff_session_repository_save_plan_item_async    (FfStore             *store,
                                                          FfPlanItem          *item,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
void       ff_session_repository_delete_plan_item_async  (FfStore             *store,
                                                          const char          *item,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);

G_END_DECLS
