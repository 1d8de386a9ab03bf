/* ff-session-editor-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the session editor share.
 */

#pragma once

#include "ff-session-editor.h"

G_BEGIN_DECLS

/* Something that was done, as it can be undone. */
typedef struct _FfSessionStep FfSessionStep;

struct _FfSessionEditor
{
  GObject parent_instance;

  FfStore *store;
  FfSession *session;
  FfSession *read; /* (nullable): as the store had it last, for its tools */
  gboolean stored; /* the session is in the database */

  GListStore *check_ins; /* FfCheckIn, in the order they were written */
  GListStore *plan;      /* FfPlanItem set here */
  GListStore *review;    /* FfPlanItem set earlier, of everybody in the group */
  GHashTable *recent;    /* uids of the sessions before this one */

  GHashTable *unsaved;   /* objects changed since they were last handed to the store */
  GHashTable *under_way; /* object → how many saves of it are queued */
  GHashTable *deleted;   /* uid → how many deletes of it are queued */
  GHashTable *touched;   /* participant uid → how many deletes and returns of their check-in are queued */
  GPtrArray *gone;       /* FfPlanItem taken out with the check-in that is taken out next */
  guint timeout;
  gint64 first_change; /* monotonic time of the oldest change that waits */

  FfSaveState state;
  char *message;

  GPtrArray *steps;  /* FfSessionStep: those done, then those undone */
  guint n_done;
  gboolean sealed;   /* what is typed next is a step of its own */
  gboolean applying; /* a step is being undone or done again */
};

/* A write that the store has been given; it keeps the editor alive until it is done. */
typedef struct
{
  FfSessionEditor *editor;
  GObject *object; /* (nullable): what is saved */
  GStrv uids;      /* (nullable): what is deleted */
  char *participant; /* (nullable): whose check-in is deleted or put back */
  FfSession *handed; /* (nullable): the session as it is saved */
} FfSessionWrite;

FfSessionWrite *ff_session_write_new                   (FfSessionEditor *self,
                                                        GObject         *object);
void            ff_session_write_touch                 (FfSessionWrite  *write,
                                                        FfCheckIn       *check_in);
void            ff_session_write_free                  (FfSessionWrite  *write);
gboolean        ff_session_editor_is_busy              (FfSessionEditor *self,
                                                        gpointer         object);
void            ff_session_editor_update_state         (FfSessionEditor *self);
void            ff_session_editor_touch                (FfSessionEditor *self,
                                                        gpointer         object);
void            ff_session_editor_save_unsaved         (FfSessionEditor *self);
void            ff_session_editor_adopt_stored_session (FfSessionEditor *self);
guint           ff_session_editor_find_uid             (GListModel      *model,
                                                        const char      *uid);
FfCheckIn      *ff_session_editor_find_check_in        (FfSessionEditor *self,
                                                        const char      *participant,
                                                        const char      *alias);

void            ff_session_editor_take_out             (FfSessionEditor *self,
                                                        GListStore      *list,
                                                        guint            position,
                                                        gboolean         goes_along);
void            ff_session_editor_take_handouts        (FfSession       *session,
                                                        FfSession       *from,
                                                        FfSession       *to);

FfSessionStep  *ff_session_step_new                    (void);
void            ff_session_step_free                   (FfSessionStep   *step);
void            ff_session_step_add                    (FfSessionStep   *step,
                                                        gpointer         before,
                                                        gpointer         after,
                                                        guint            position);
void            ff_session_editor_push                 (FfSessionEditor *self,
                                                        FfSessionStep   *step);
void            ff_session_editor_record               (FfSessionEditor *self,
                                                        gpointer         before,
                                                        gpointer         after,
                                                        guint            position,
                                                        const char      *field);
void            ff_session_editor_forget_steps         (FfSessionEditor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSessionWrite, ff_session_write_free)

G_END_DECLS
