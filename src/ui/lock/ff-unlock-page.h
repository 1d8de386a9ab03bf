/* ff-unlock-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown while the notes are locked: a passphrase is asked for, and nothing is said of what it protects.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_UNLOCK_PAGE (ff_unlock_page_get_type ())

G_DECLARE_FINAL_TYPE (FfUnlockPage, ff_unlock_page, FF, UNLOCK_PAGE, AdwBin)

/* Signals "unlocked" (FfSecret *secret); "trouble" (const GError *error): no passphrase would help. */
GtkWidget *ff_unlock_page_new (const char *folder);

G_END_DECLS
