/* ff-print-pack.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packs of handouts on the printer, and as a PDF where the person wants it.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-pack.h"

G_BEGIN_DECLS

/* One copy of each, on the paper and in the language of the settings or the group. */
void ff_print_handouts    (GtkWidget         *widget,
                           FfContext         *context,
                           FfGroup           *group, /* (nullable) */
                           const char *const *ids);
void ff_print_pack        (GtkWidget         *widget,
                           FfPack            *pack);
void ff_print_export_pack (GtkWidget         *widget,
                           FfPack            *pack);

G_END_DECLS
