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

struct _FfSessionEditor
{
  GObject parent_instance;

  FfStore *store;
  FfSession *session;
  gboolean stored; /* the session is in the database */

  GListStore *check_ins; /* FfCheckIn, in the order they were written */
  GListStore *plan;      /* FfPlanItem set here */
  GListStore *review;    /* FfPlanItem set earlier, of everybody in the group */
  GHashTable *recent;    /* uids of the sessions before this one */

  GHashTable *unsaved;   /* objects changed since they were last handed to the store */
  GHashTable *under_way; /* object → how many saves of it are queued */
  GHashTable *deleted;   /* uids whose delete is queued */
  guint timeout;
  gint64 first_change; /* monotonic time of the oldest change that waits */

  FfSaveState state;
  char *message;
};

/* A write that the store has been given; it keeps the editor alive until it is done. */
typedef struct
{
  FfSessionEditor *editor;
  GObject *object; /* (nullable): what is saved */
  char *uid;       /* (nullable): what is deleted */
} FfSessionWrite;

FfSessionWrite *ff_session_write_new                   (FfSessionEditor *self,
                                                        GObject         *object,
                                                        const char      *uid);
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSessionWrite, ff_session_write_free)

G_END_DECLS
