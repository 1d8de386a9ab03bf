/* ff-answers.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written on a handout: its worked example, or what a meeting writes together on a screen.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_ANSWERS (ff_answers_get_type ())

G_DECLARE_FINAL_TYPE (FfAnswers, ff_answers, FF, ANSWERS, GObject)

/* Where an answer stands: block, part of it and row of that part, each from 0, as "2/0/1". What stands where:
 *   checklist  n/item/0: "yes"          fields  n/field/0          lines  n/0/0, all lines as one text
 *   table      n/column/row, rows with a title first               week   n/column/day
 *   grid       n/box/line, and n/box/line/mark: the number of the chosen mark, from 0
 *   scale      n/0/0: a number          wheel   n/area/0 now, n/area/1 wanted: numbers
 *   wave       n/0/minute: a number     cycle   n/0/0: the number of the chosen stage, from 0 */
char       *ff_answers_make_key (guint        block,
                                 guint        part,
                                 guint        row);
FfAnswers  *ff_answers_new      (void);
FfAnswers  *ff_answers_copy     (FfAnswers   *self); /* (transfer full) */
gboolean    ff_answers_is_empty (FfAnswers   *self);
guint       ff_answers_count_rows (FfAnswers *self,  /* of all parts of a block: the last with an answer, and 1; 0 where nothing is written */
                                 guint        block);
const char *ff_answers_get      (FfAnswers   *self,  /* (nullable): NULL where nothing is written */
                                 const char  *key);
void        ff_answers_set      (FfAnswers   *self,
                                 const char  *key,
                                 const char  *text); /* (nullable): NULL and "" take it away */

G_END_DECLS
