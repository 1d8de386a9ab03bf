/* ff-paper-choices.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that choose the language and the paper of what is printed, kept in the settings.
 */

#pragma once

#include <adwaita.h>

#include "ff-group.h"
#include "ff-paper.h"

G_BEGIN_DECLS

/* @group: (nullable): whose language handouts are in where none is chosen */
void        ff_paper_choices_bind_language (AdwComboRow  *row,
                                            GSettings    *settings,
                                            FfGroup      *group);
void        ff_paper_choices_bind_paper    (AdwComboRow  *row,
                                            GSettings    *settings);
void        ff_paper_choices_bind_large    (AdwSwitchRow *row,
                                            GSettings    *settings);
/* @callback: void (*) (gpointer object) */
void        ff_paper_choices_watch         (GSettings    *settings,
                                            GCallback     callback,
                                            GObject      *object);
FfPaperSize ff_paper_choices_get_size      (GSettings    *settings);

G_END_DECLS
