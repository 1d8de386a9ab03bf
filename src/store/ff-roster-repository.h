/* ff-roster-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers, roles, what these require and where they are needed, in the store.
 */

#pragma once

#include "ff-roster.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* Everything; reader thread, as 5,000 volunteers with all they have take a while. */
FfRoster    *ff_roster_repository_load          (FfStore             *store,
                                                 GError             **error);
void         ff_roster_repository_load_async    (FfStore             *store,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
FfRoster    *ff_roster_repository_load_finish   (FfStore             *store,
                                                 GAsyncResult        *result,
                                                 GError             **error);
/* (nullable) (transfer full): NULL without error where there is none; bounded, for the main thread */
FfVolunteer *ff_roster_repository_get_volunteer (FfStore             *store,
                                                 const char          *uid,
                                                 GError             **error);
GPtrArray   *ff_roster_repository_list_roles    (FfStore             *store,  /* (element-type FfRole) (transfer full): built-in ones first */
                                                 GError             **error);
/* By how many groups and meetings a role is needed, and how many volunteers take it. */
gboolean     ff_roster_repository_get_role_use  (FfStore             *store,
                                                 const char          *role,
                                                 guint               *needs,
                                                 guint               *volunteers,
                                                 GError             **error);
GPtrArray   *ff_roster_repository_list_requirements (FfStore         *store,  /* (element-type FfRequirement) (transfer full), by name */
                                                 GError             **error);
GPtrArray   *ff_roster_repository_list_needs    (FfStore             *store,  /* (element-type FfNeed) (transfer full) */
                                                 const char          *group,  /* (nullable): of all */
                                                 GError             **error);

G_END_DECLS
