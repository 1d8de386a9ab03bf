/* ff-pack.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pack: chosen handouts × copies, in a language and on a paper.
 */

#pragma once

#include "ff-context.h"
#include "ff-group.h"
#include "ff-paper.h"

G_BEGIN_DECLS

#define FF_TYPE_PACK (ff_pack_get_type ())

G_DECLARE_FINAL_TYPE (FfPack, ff_pack, FF, PACK, GObject)

#define FF_PACK_MOST_COPIES 200 /* of a handout */

/* Whole before it is printed, saved or laid out, and not changed from then on. Signal "used": it was printed or saved. */
FfPack      *ff_pack_new              (FfContext           *context,
                                       FfGroup             *group); /* (nullable) */
/* Own handouts are read from the store here, so that a thread can lay them out. */
gboolean     ff_pack_add              (FfPack              *self,
                                       const char          *id,
                                       guint                copies,
                                       GError             **error);
const char *const *ff_pack_get_ids    (FfPack              *self);
guint        ff_pack_get_copies       (FfPack              *self,
                                       guint                i);
void         ff_pack_set_with_example (FfPack              *self,
                                       gboolean             with_example);
void         ff_pack_set_line         (FfPack              *self,
                                       const char          *line); /* (nullable): at the foot of every page, after the group's name */
char        *ff_pack_make_title       (FfPack              *self);
/* A sheet for each handout. (element-type FfSheet) (transfer full) */
GPtrArray   *ff_pack_make_sheets      (FfPack              *self);
/* The same in a thread. */
void         ff_pack_make_async       (FfPack              *self,
                                       GCancellable        *cancellable, /* (nullable) */
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GPtrArray   *ff_pack_make_finish      (FfPack              *self,
                                       GAsyncResult        *result,
                                       GError             **error);
guint        ff_pack_count_pages      (FfPack              *self,
                                       GPtrArray           *sheets);
/* All copies in the order to print them, each person's together. (element-type FfSheet) (transfer full) */
GPtrArray   *ff_pack_collate          (FfPack              *self,
                                       GPtrArray           *sheets,
                                       guint               *copies); /* of the whole */
void         ff_pack_write_async      (FfPack              *self,
                                       const char          *path,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean     ff_pack_write_finish     (FfPack              *self,
                                       GAsyncResult        *result,
                                       GError             **error);
void         ff_pack_tell_used        (FfPack              *self);
char        *ff_pack_read_language    (GSettings           *settings,
                                       FfGroup             *group); /* (nullable) */

G_END_DECLS
