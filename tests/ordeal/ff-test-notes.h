/* ff-test-notes.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notes whose text follows from their number and version, so that a stored one can be told whole or not.
 */

#pragma once

#include "ff-store.h"

G_BEGIN_DECLS

/* A word in every note, alias and plan item; one in everything of one person; one in all notes and plans of one session. */
#define FF_TEST_MARKER "quillwort"
#define FF_TEST_OF_PERSON "cedarwaxwing"
#define FF_TEST_PERSON "p-2"
#define FF_TEST_OF_FIRST_WEEK "bramblefinch"

char    *ff_test_note_text     (guint number, guint version);
void     ff_test_notes_fill    (FfStore *store);
/* Finish with ff_store_write_finish(). */
void     ff_test_note_save_async (FfStore *store, guint number, guint version,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean ff_test_note_save     (FfStore *store, guint number, guint version, GError **error);
gboolean ff_test_plan_save     (FfStore *store, guint number, GError **error);
gboolean ff_test_note_delete   (FfStore *store, guint number, GError **error);
gboolean ff_test_note_restore  (FfStore *store, guint number, GError **error);
/* Looks that every note stored is whole and none of @acknowledged, the versions by number, is missing. A sentence, or %NULL. */
char    *ff_test_notes_check   (FfStore *store, const guint *acknowledged, guint n_acknowledged);

G_END_DECLS
