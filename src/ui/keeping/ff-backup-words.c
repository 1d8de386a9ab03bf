/* ff-backup-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup in words: when it was made, what it holds, and who can read it.
 */

#include "ff-config.h"

#include "ff-backup-words.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"

#define MONTHS_A_YEAR 12

/**
 * ff_backup_words_when:
 * @backup: a backup
 * @now: what time it is
 *
 * Returns: (transfer full): when it was made, like "Yesterday at 09:12"
 */
char *
ff_backup_words_when (const FfBackup *backup, GDateTime *now)
{
  g_autoptr (GDateTime) made = NULL;

  g_return_val_if_fail (backup != NULL && now != NULL, NULL);

  made = g_date_time_to_timezone (backup->made, g_date_time_get_timezone (now));
  return ff_format_when (made, now);
}

/**
 * ff_backup_words_counts:
 * @groups: how many groups there are
 * @check_ins: how many check-ins
 *
 * Returns: (transfer full): like "2 groups, 310 check-ins"
 */
char *
ff_backup_words_counts (guint groups, guint check_ins)
{
  g_autofree char *group_text
      = g_strdup_printf (ngettext ("%u group", "%u groups", groups), groups);
  g_autofree char *check_in_text
      = g_strdup_printf (ngettext ("%u check-in", "%u check-ins", check_ins), check_ins);

  /* Translators: what a backup holds, like “2 groups, 310 check-ins” */
  return g_strdup_printf (C_ ("backup", "%1$s, %2$s"), group_text, check_in_text);
}

/**
 * ff_backup_words_contents:
 * @backup: a backup
 *
 * Returns: (transfer full): what is known of what it holds, and whether a passphrase protects it
 */
char *
ff_backup_words_contents (const FfBackup *backup)
{
  g_autofree char *counts = NULL;

  g_return_val_if_fail (backup != NULL, NULL);

  if (!backup->readable)
    return g_strdup (_ ("Under another passphrase"));
  counts = ff_backup_words_counts (backup->groups, backup->check_ins);
  /* Translators: what a backup holds follows, then whether a passphrase is needed to read it */
  return backup->encrypted ? g_strdup_printf (_ ("%s · under your passphrase"), counts)
                           : g_strdup_printf (_ ("%s · readable without a passphrase"), counts);
}

/**
 * ff_backup_words_months:
 * @months: a length of time
 *
 * Returns: (transfer full): like "18 months", "2 years"
 */
char *
ff_backup_words_months (guint months)
{
  guint years = months / MONTHS_A_YEAR;

  if (months % MONTHS_A_YEAR == 0 && years > 0)
    return g_strdup_printf (ngettext ("%u year", "%u years", years), years);
  return g_strdup_printf (ngettext ("%u month", "%u months", months), months);
}
