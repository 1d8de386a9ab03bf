/* ff-training-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trainings and checks that are missing, lapsed or run out soon.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_TRAINING_LIST (ff_training_list_get_type ())

G_DECLARE_FINAL_TYPE (FfTrainingList, ff_training_list, FF, TRAINING_LIST, AdwBin)

/* signal "chosen" (const char *volunteer): whose, by uid
 * property "n-lapsed" (uint, read-only): how many lapsed or are missing */
GtkWidget *ff_training_list_new          (FfContext      *context);
guint      ff_training_list_get_n_lapsed (FfTrainingList *self);

G_END_DECLS
