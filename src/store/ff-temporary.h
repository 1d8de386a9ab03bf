/* ff-temporary.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file in the making: private, gone when it is not kept, and swept up at the next start after a kill.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FfTemporary FfTemporary;

FfTemporary *ff_temporary_new      (const char   *folder,
                                    GError      **error);
/* Where the system can, a file without a name, of which a kill leaves nothing. */
FfTemporary *ff_temporary_new_nameless (const char   *folder,
                                        GError      **error);
/* Gives it its name for as long as it takes to open it. */
gboolean     ff_temporary_show     (FfTemporary  *self,
                                    GError      **error);
void         ff_temporary_hide     (FfTemporary  *self);
void         ff_temporary_free     (FfTemporary  *self);
const char  *ff_temporary_get_path (FfTemporary  *self);
int          ff_temporary_get_fd   (FfTemporary  *self);
/* On the disk, then at once under its name. */
gboolean     ff_temporary_keep_as  (FfTemporary  *self,
                                    const char   *path,
                                    GError      **error);
/* Removes those that a killed program left in @folder: all, where nobody else uses it, or those that are older than @seconds. */
void         ff_temporary_sweep    (const char   *folder,
                                    gint64        seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTemporary, ff_temporary_free)

G_END_DECLS
