/* ff-trouble-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown instead of the views where the store cannot be opened, and what can be done about it.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_TROUBLE_PAGE (ff_trouble_page_get_type ())

G_DECLARE_FINAL_TYPE (FfTroublePage, ff_trouble_page, FF, TROUBLE_PAGE, AdwBin)

/* Activates app.try-again when there is reason to hope, app.quit where there is none.
 * signal "restored" (FfSecret *secret (nullable)): a backup is in its place, and that opens it */
GtkWidget *ff_trouble_page_new (const char   *folder,
                                const GError *error);

G_END_DECLS
