/* ff-holdings-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a database holds, read through a connection.
 */

#pragma once

#include "ff-connection.h"
#include "ff-holdings.h"

G_BEGIN_DECLS

/* (transfer full); of any schema that there ever was */
FfHoldings *ff_holdings_read (FfConnection  *connection,
                              GError       **error);

G_END_DECLS
