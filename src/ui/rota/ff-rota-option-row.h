/* ff-rota-option-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a list to choose from: who or when, and why.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For FfRotaOption. (transfer full) */
GtkListItemFactory *ff_rota_option_row_factory (void);

G_END_DECLS
