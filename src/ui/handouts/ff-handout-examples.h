/* ff-handout-examples.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An example of every kind of block, in Markdown, to be written over.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* To choose one from: each item activates @action with the example's name. (transfer full) */
GMenuModel *ff_handout_examples_make_menu (const char *action);
/* Names of the examples, for tests. (array zero-terminated=1) (transfer full) */
GStrv       ff_handout_examples_list      (void);
/* The example, which ends in a new line; (@start, @end) is the piece to write over first, in characters. (transfer full) (nullable) */
char       *ff_handout_examples_make      (const char *name,
                                           guint      *start,
                                           guint      *end);
/* What a new handout begins with. (transfer full) */
char       *ff_handout_examples_make_first (void);

G_END_DECLS
