/* ff-backup-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup in words: when it was made, what it holds, and who can read it.
 */

#pragma once

#include "ff-backup.h"

G_BEGIN_DECLS

/* All translated, (transfer full). */
char *ff_backup_words_when     (const FfBackup *backup,
                                GDateTime      *now);
/* "2 groups, 310 check-ins" */
char *ff_backup_words_counts   (guint           groups,
                                guint           check_ins);
/* The counts where they are known, and whether it is protected. */
char *ff_backup_words_contents (const FfBackup *backup);
/* "3 months", "2 years" */
char *ff_backup_words_months   (guint           months);

G_END_DECLS
