/* ff-windows-zone.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names that Windows gives to time zones, which Outlook and Exchange write into calendars.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *ff_windows_zone_find (const char *name); /* (nullable): IANA */

G_END_DECLS
