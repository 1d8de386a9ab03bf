/* ff-handout-section.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handouts of one point, under its title.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-handout.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT_SECTION (ff_handout_section_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutSection, ff_handout_section, FF, HANDOUT_SECTION, GtkBox)

typedef gboolean (*FfHandoutFilter) (FfHandout *handout, gpointer data);

/* signal "chosen" (FfHandout *handout) */
GtkWidget *ff_handout_section_new    (const char       *title);
void       ff_handout_section_add    (FfHandoutSection *self,
                                      GtkWidget        *card);
gboolean   ff_handout_section_filter (FfHandoutSection *self, /* TRUE where anything is left to be seen */
                                      FfHandoutFilter   filter,
                                      gpointer          data);

G_END_DECLS
