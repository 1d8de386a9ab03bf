/* ff-roster-edit.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change of the roster or the rota that is made whole or not at all, and can be taken back in one step.
 */

#pragma once

#include "ff-assignment.h"
#include "ff-hours-entry.h"
#include "ff-roster.h"
#include "ff-store.h"

G_BEGIN_DECLS

typedef struct _FfRosterEdit FfRosterEdit;

FfRosterEdit *ff_roster_edit_new                (void);
void          ff_roster_edit_free               (FfRosterEdit        *self);
gboolean      ff_roster_edit_is_empty           (FfRosterEdit        *self);
/* Objects are copied. Saving inserts or updates by uid; done in this order: requirements, roles, needs, volunteers, assignments that go, assignments, hours, then roles and requirements that go. */
void          ff_roster_edit_save_requirement   (FfRosterEdit        *self,
                                                 FfRequirement       *requirement);
void          ff_roster_edit_delete_requirement (FfRosterEdit        *self,  /* its trainings go with it */
                                                 const char          *uid);
void          ff_roster_edit_save_role          (FfRosterEdit        *self,
                                                 FfRole              *role);
void          ff_roster_edit_delete_role        (FfRosterEdit        *self,  /* an own one; refused while it is needed or given */
                                                 const char          *uid);
/* In place of all needs of the group (@meeting %NULL: those without a meeting) or of the meeting. @needs: (element-type FfNeed) */
void          ff_roster_edit_save_needs         (FfRosterEdit        *self,
                                                 const char          *group,
                                                 const char          *meeting,
                                                 GPtrArray           *needs);
void          ff_roster_edit_save_volunteer     (FfRosterEdit        *self,
                                                 FfVolunteer         *volunteer);
/* All of @gone becomes @kept’s: duties, trainings, absences; what @kept says of itself stays. */
void          ff_roster_edit_merge_volunteers   (FfRosterEdit        *self,
                                                 const char          *kept,
                                                 const char          *gone);
/* They are not the same, however alike: not offered as one person twice again. */
void          ff_roster_edit_keep_apart         (FfRosterEdit        *self,
                                                 const char          *uid,
                                                 const char          *other);
/* They may be the same again, and are offered as one person twice where they are alike. */
void          ff_roster_edit_forget_apart       (FfRosterEdit        *self,
                                                 const char          *uid,
                                                 const char          *other);
void          ff_roster_edit_save_assignment    (FfRosterEdit        *self,
                                                 FfAssignment        *assignment);
/* Whoever knows of it is to be told: see FfRotaSource */
void          ff_roster_edit_delete_assignment  (FfRosterEdit        *self,
                                                 const char          *uid);
/* They were told that a duty is not theirs any more. */
void          ff_roster_edit_forget_relieved    (FfRosterEdit        *self,
                                                 const char          *uid,
                                                 const char          *volunteer);
/* Time beyond duties. */
void          ff_roster_edit_save_hours         (FfRosterEdit        *self,
                                                 const FfHoursEntry  *entry);
void          ff_roster_edit_delete_hours       (FfRosterEdit        *self,
                                                 const char          *uid);
/* @self: (transfer full). Refused with a sentence, nothing half done: a place that somebody else has by now (FF_STORE_ERROR_REFUSED), a volunteer that is gone.
 * Finish: the step for ff_store_undo_async(); 0 with an error. */
void          ff_roster_edit_apply_async        (FfRosterEdit        *self,
                                                 FfStore             *store,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
guint64       ff_roster_edit_apply_finish       (FfStore             *store,
                                                 GAsyncResult        *result,
                                                 GError             **error);
/* Every trace of a volunteer: their duties to come go, past ones stay as somebody’s; not to be taken back, and nothing of it is left in the file.
 * Finish with ff_store_write_finish(). */
void          ff_roster_erase_volunteer_async   (FfStore             *store,
                                                 const char          *uid,
                                                 gboolean             backups_too,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRosterEdit, ff_roster_edit_free)

G_END_DECLS
