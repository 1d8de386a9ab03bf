/* ff-recovery-key.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key that is printed and kept in a drawer, in symbols that people copy without mistakes.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In groups, as it is printed. (transfer full): to be wiped */
char *ff_recovery_key_new       (void);
/* As it is worked with; NULL where @text is no recovery key, such as for a symbol that is wrong. (transfer full) (nullable): to be wiped */
char *ff_recovery_key_normalize (const char *text);

G_END_DECLS
