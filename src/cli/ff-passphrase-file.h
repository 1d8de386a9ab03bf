/* ff-passphrase-file.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A passphrase from a file or from standard input, so that it is in no command line.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ff_passphrase_file_read (const char  *path,
                               GError     **error);
void  ff_passphrase_file_wipe (char        *passphrase);

G_END_DECLS
