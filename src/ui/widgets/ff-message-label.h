/* ff-message-label.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence under a field that says what is wrong with it, there only while there is something to say.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_MESSAGE_LABEL (ff_message_label_get_type ())

G_DECLARE_FINAL_TYPE (FfMessageLabel, ff_message_label, FF, MESSAGE_LABEL, AdwBin)

/* properties: "text" ("" = nothing to say, and no space taken), "hint" (gboolean: an explanation, nothing is wrong) */

G_END_DECLS
