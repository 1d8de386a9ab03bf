/* ff-board.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a meeting writes on a handout together, with a way back; it is kept nowhere else.
 */

#pragma once

#include "ff-answers.h"

G_BEGIN_DECLS

#define FF_TYPE_BOARD (ff_board_get_type ())

G_DECLARE_FINAL_TYPE (FfBoard, ff_board, FF, BOARD, GObject)

/* signal "changed" (gboolean typing): more letters may follow at once */
FfBoard *ff_board_new         (void);
FfAnswers *ff_board_get_answers (FfBoard  *self); /* (transfer none): the next change puts others in their place */
/* Letters typed one after the other into one place are taken back together, up to the next ff_board_pause(). */
void       ff_board_type        (FfBoard  *self,
                                   const char *key,
                                   const char *text);
/* A mark: always one step of its own. */
void       ff_board_mark        (FfBoard  *self,
                                   const char *key,
                                   const char *text); /* (nullable): NULL takes it away */
void       ff_board_pause       (FfBoard  *self);
void       ff_board_clear       (FfBoard  *self);
gboolean   ff_board_can_undo    (FfBoard  *self);
gboolean   ff_board_can_redo    (FfBoard  *self);
void       ff_board_undo        (FfBoard  *self);
void       ff_board_redo        (FfBoard  *self);
/* Whether what is written is on paper or in a file, as it stands. */
gboolean   ff_board_is_kept     (FfBoard  *self);
void       ff_board_set_kept    (FfBoard  *self,
                                   FfAnswers  *answers); /* that were saved */

G_END_DECLS
