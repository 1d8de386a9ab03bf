/* ff-recovery-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-recovery-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-paper-choices.h"
#include "ff-recovery-sheet.h"

typedef struct
{
  FfPaperSize size;
  gboolean large_print;
  char *recovery_key;
  GDateTime *made;
} Recovery;

static void
recovery_free (gpointer data)
{
  Recovery *recovery = data;

  explicit_bzero (recovery->recovery_key, strlen (recovery->recovery_key));
  g_free (recovery->recovery_key);
  g_date_time_unref (recovery->made);
  g_free (recovery);
}

static GPtrArray *
make_sheets (gpointer data)
{
  Recovery *recovery = data;
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "");
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);
  const FfPaperStyle style = { .size = recovery->size, .large_print = recovery->large_print };

  g_ptr_array_add (sheets, ff_recovery_sheet_new (catalogue, &style, recovery->recovery_key,
                                                  recovery->made));
  return sheets;
}

/**
 * ff_recovery_paper_new:
 * @settings: the program's settings, which say the paper and the size of print
 * @recovery_key: the key in groups
 * @made: the day
 *
 * Returns: (transfer full): a sheet in the program's own language
 */
FfPaperJob *
ff_recovery_paper_new (GSettings *settings, const char *recovery_key, GDateTime *made)
{
  Recovery *recovery;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (recovery_key != NULL && made != NULL, NULL);

  recovery = g_new0 (Recovery, 1);
  recovery->size = ff_paper_choices_get_size (settings);
  recovery->large_print = g_settings_get_boolean (settings, "large-print");
  recovery->recovery_key = g_strdup (recovery_key);
  recovery->made = g_date_time_ref (made);

  return ff_paper_job_new (_ ("Recovery Sheet"), make_sheets, recovery, recovery_free);
}
