/* ff-schedule-layout.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The contents of a schedule as fragments, the same in all its forms.
 */

#pragma once

#include "ff-schedule-contents.h"

G_BEGIN_DECLS

/* Title, summary and whom to ask. Its height is the fragment's. */
FfFragment *ff_schedule_layout_title    (FfTypesetter             *typesetter,
                                         const FfScheduleContents *contents);
/* Nothing that stays in one piece is higher than a third of @column_height. */
void        ff_schedule_layout_sections (FfTypesetter             *typesetter,
                                         const FfScheduleContents *contents,
                                         double                    column_height);
void        ff_schedule_layout_legend   (FfTypesetter             *typesetter,
                                         const FfScheduleContents *contents);

/* The forms, for ff-schedule-sheet.c. */
FfSheet    *ff_schedule_poster_new      (const FfScheduleContents *contents,
                                         const FfScheduleStyle    *style);
FfSheet    *ff_schedule_list_new        (const FfScheduleContents *contents,
                                         const FfScheduleStyle    *style);
FfSheet    *ff_schedule_leaflet_new     (const FfScheduleContents *contents,
                                         const FfScheduleStyle    *style);

G_END_DECLS
