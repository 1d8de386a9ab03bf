/* ff-recovery-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recovery key on the screen, until somebody has put it away.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_RECOVERY_PAGE (ff_recovery_page_get_type ())

G_DECLARE_FINAL_TYPE (FfRecoveryPage, ff_recovery_page, FF, RECOVERY_PAGE, AdwNavigationPage)

/* Signal "put-away" (). */
AdwNavigationPage *ff_recovery_page_new (GSettings  *settings,
                                         const char *recovery_key,
                                         GDateTime  *made,
                                         const char *explanation); /* translated: what else is to be known now */

G_END_DECLS
