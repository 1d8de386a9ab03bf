/* ff-session-editor.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One session's check-ins and plans while somebody writes in them: what still has to be saved, and how that went. No widgets.
 */

#pragma once

#include "ff-check-in.h"
#include "ff-plan-item.h"
#include "ff-session.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_SESSION_EDITOR (ff_session_editor_get_type ())

G_DECLARE_FINAL_TYPE (FfSessionEditor, ff_session_editor, FF, SESSION_EDITOR, GObject)

typedef enum
{
  FF_SAVE_NOTHING, /* nothing was written since it was opened */
  FF_SAVE_PENDING,
  FF_SAVE_DONE,    /* after COMMIT */
  FF_SAVE_FAILED,  /* what was written is kept here, to be tried again */
} FfSaveState;

/* signal "state-changed" (): see get_state and get_message
 * signal "trouble" (const GError *error): a delete did not work
 * signal "history-changed" (): see can_undo and can_redo
 * signal "moved" (GObject *object, const char *property): this was undone or done again; @property (nullable) is what had been typed */
FfSessionEditor *ff_session_editor_new              (FfStore         *store,
                                                     FfSession       *session);
gboolean         ff_session_editor_load             (FfSessionEditor *self,
                                                     GError         **error);
FfSession       *ff_session_editor_get_session      (FfSessionEditor *self);
FfSaveState      ff_session_editor_get_state        (FfSessionEditor *self);
const char      *ff_session_editor_get_message      (FfSessionEditor *self);
GListModel      *ff_session_editor_get_check_ins    (FfSessionEditor *self);
GListModel      *ff_session_editor_get_plan         (FfSessionEditor *self);
GListModel      *ff_session_editor_get_review       (FfSessionEditor *self);
GPtrArray       *ff_session_editor_list_returning   (FfSessionEditor *self);

FfCheckIn       *ff_session_editor_add_person       (FfSessionEditor *self,
                                                     const char      *alias,
                                                     gboolean        *already_here,
                                                     GError         **error);
/* @property: "note", "goal", "helped" of a check-in, "text" of a plan item */
void             ff_session_editor_set_words        (FfSessionEditor *self,
                                                     gpointer         object,
                                                     const char      *property,
                                                     const char      *words);
/* @property: "urge", "balance", "stage", "aim", "social" … of a check-in: -1 = unsaid; "points"; "newcomer"; "day" of a plan item */
void             ff_session_editor_set_figure       (FfSessionEditor *self,
                                                     gpointer         object,
                                                     const char      *property,
                                                     int              figure);
void             ff_session_editor_review           (FfSessionEditor *self,
                                                     FfPlanItem      *item,
                                                     FfOutcome        outcome);
FfPlanItem      *ff_session_editor_add_plan_item    (FfSessionEditor *self,
                                                     FfCheckIn       *check_in,
                                                     const char      *text);
void             ff_session_editor_delete_plan_item (FfSessionEditor *self,
                                                     FfPlanItem      *item);
void             ff_session_editor_delete_check_in  (FfSessionEditor *self,
                                                     FfCheckIn       *check_in);
void             ff_session_editor_restore          (FfSessionEditor *self,
                                                     const char      *uid);
void             ff_session_editor_set_unnamed      (FfSessionEditor *self,
                                                     guint            unnamed);
void             ff_session_editor_set_unnamed_newcomers (FfSessionEditor *self,
                                                     guint            newcomers);
void             ff_session_editor_set_handout      (FfSessionEditor *self,
                                                     const char      *handout,
                                                     gboolean         is_used);
gboolean         ff_session_editor_can_undo         (FfSessionEditor *self);
gboolean         ff_session_editor_can_redo         (FfSessionEditor *self);
void             ff_session_editor_undo             (FfSessionEditor *self);
void             ff_session_editor_redo             (FfSessionEditor *self);
void             ff_session_editor_flush            (FfSessionEditor *self);

G_END_DECLS
