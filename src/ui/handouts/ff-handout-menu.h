/* ff-handout-menu.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with a handout, as a menu of the page’s actions.
 */

#pragma once

#include <gio/gio.h>

#include "ff-handout-item.h"

G_BEGIN_DECLS

GMenuModel *ff_handout_menu_new (FfHandoutItem *item,
                                 gboolean       in_library); /* not yet open */

G_END_DECLS
