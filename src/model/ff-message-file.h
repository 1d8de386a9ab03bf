/* ff-message-file.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One compiled gettext catalogue (.mo), read with care: it may be damaged or cut short.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FfMessageFile FfMessageFile;

FfMessageFile *ff_message_file_open   (const char     *path,
                                       GError        **error);
void           ff_message_file_free   (FfMessageFile  *self);
const char    *ff_message_file_lookup (FfMessageFile  *self, /* (nullable) */
                                       const char     *msgid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfMessageFile, ff_message_file_free)

G_END_DECLS
