/* ff-link.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links for joining a meeting, as people type and paste them.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *ff_link_complete  (const char *link);
gboolean  ff_link_is_usable (const char *link);

G_END_DECLS
