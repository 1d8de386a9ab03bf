/* ff-handout-section.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards of handouts that belong together, under a title.
 */

#pragma once

#include "ff-handout-card.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT_SECTION (ff_handout_section_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutSection, ff_handout_section, FF, HANDOUT_SECTION, GtkBox)

/* Whether a handout is seen in a section, and under which other name (nullable). */
typedef gboolean (*FfHandoutFilter) (FfHandoutItem    *item,
                                     FfHandoutSection *section,
                                     const char      **name,
                                     gpointer          data);

/* Signal "left" (gboolean down, int x): an arrow key went beyond the first or last row, at that place from the left. */
GtkWidget     *ff_handout_section_new       (const char       *id,
                                             const char       *title);
const char    *ff_handout_section_get_id    (FfHandoutSection *self);
void           ff_handout_section_set_items (FfHandoutSection *self,
                                             GPtrArray        *items); /* (element-type FfHandoutItem) */
guint          ff_handout_section_get_n_items (FfHandoutSection *self);
FfHandoutCard *ff_handout_section_add_next  (FfHandoutSection *self); /* (nullable): until all are there */
void           ff_handout_section_show_thumbnails (FfHandoutSection *self,
                                             FfThumbnails     *thumbnails,
                                             FfPaperSize       size);
gboolean       ff_handout_section_filter    (FfHandoutSection *self,
                                             FfHandoutFilter   filter,
                                             gpointer          data);
FfHandoutItem *ff_handout_section_get_first (FfHandoutSection *self); /* (nullable): of those that are seen */
gboolean       ff_handout_section_focus     (FfHandoutSection *self,
                                             gboolean          down,
                                             int               x);

G_END_DECLS
