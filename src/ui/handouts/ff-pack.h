/* ff-pack.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pack: chosen handouts × copies, in a language and on a paper.
 */

#pragma once

#include <gio/gio.h>

#include "ff-group.h"
#include "ff-paper.h"

G_BEGIN_DECLS

#define FF_TYPE_PACK (ff_pack_get_type ())

G_DECLARE_FINAL_TYPE (FfPack, ff_pack, FF, PACK, GObject)

FfPack    *ff_pack_new          (GSettings           *settings,
                                 FfGroup             *group, /* (nullable) */
                                 const char *const   *ids);
guint      ff_pack_get_copies   (FfPack              *self);
void       ff_pack_set_copies   (FfPack              *self,
                                 guint                copies);
GPtrArray *ff_pack_make_sheets  (FfPack              *self,  /* (element-type FfSheet) (transfer full) */
                                 GError             **error);
char      *ff_pack_make_title   (FfPack              *self,
                                 GPtrArray           *sheets);
void       ff_pack_write_async  (FfPack              *self,
                                 const char          *path,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
gboolean   ff_pack_write_finish (FfPack              *self,
                                 GAsyncResult        *result,
                                 GError             **error);

/* The paper that the settings ask for, or that is usual here. */
FfPaperSize ff_pack_read_paper_size (GSettings       *settings);

G_END_DECLS
