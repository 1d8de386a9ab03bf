/* ff-unusable.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meetings whose dates cannot be worked out, and the words for it.
 */

#pragma once

#include "ff-meeting.h"

G_BEGIN_DECLS

typedef struct _FfUnusable FfUnusable;

FfUnusable *ff_unusable_new       (void);
void        ff_unusable_free      (FfUnusable   *self);
void        ff_unusable_clear     (FfUnusable   *self);
void        ff_unusable_add       (FfUnusable   *self,
                                   FfMeeting    *meeting,
                                   const GError *error);
void        ff_unusable_remove    (FfUnusable   *self,
                                   const char   *meeting);
FfMeeting  *ff_unusable_get_first (FfUnusable   *self);
char       *ff_unusable_describe  (FfUnusable   *self,
                                   const char   *group);

G_END_DECLS
