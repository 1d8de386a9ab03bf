/* ff-test-rota-search.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The best plan of all, by trying them: for rotas of a few places.
 */

#pragma once

#include "ff-test-rota-checker.h"

G_BEGIN_DECLS

/* (transfer container): the best plan in the checker’s order; @pruned: passing over what cannot become better than the best so far */
GPtrArray *ff_test_rota_search  (FfTestRotaChecker *checker,
                                 gboolean           pruned);
/* < 0: @a is better. @level: the first in which they differ */
int        ff_test_rota_compare (FfTestRotaChecker *checker,
                                 GPtrArray         *a,
                                 GPtrArray         *b,
                                 FfLevel           *level);

G_END_DECLS
