/* ff-outline.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting's outline, made longer or shorter.
 */

#pragma once

#include "ff-programme.h"

G_BEGIN_DECLS

GPtrArray *ff_outline_scale (GPtrArray *parts,
                             guint      minutes);

G_END_DECLS
