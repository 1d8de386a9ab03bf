/* ff-handout-sharing-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that share handouts share.
 */

#pragma once

#include "ff-handout-sharing.h"

G_BEGIN_DECLS

/* @title, or what says that it is a copy, so that no own handout has it. (transfer full) */
char *ff_handout_sharing_make_title (FfContext  *context,
                                     const char *title);

G_END_DECLS
