/* ff-test-key-deeds.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to a folder that has a passphrase, or to give it one.
 */

#pragma once

#include "ff-test-deed.h"

G_BEGIN_DECLS

/* None where there is no encryption in this build. */
const FfTestDeed *ff_test_key_deeds_get (guint *n_deeds);

G_END_DECLS
