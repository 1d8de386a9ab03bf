/* ff-help-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-help-paper.h"

#include <glib/gi18n-lib.h>

#include "ff-paper-choices.h"
#include "ff-pocket-card.h"

typedef struct
{
  FfPaperSize size;
  gboolean large_print;
  char *language;
  char *group_name;
  GPtrArray *lines; /* (element-type FfHelpLine) */
} Cards;

static void
cards_free (gpointer data)
{
  Cards *cards = data;

  g_free (cards->language);
  g_free (cards->group_name);
  g_ptr_array_unref (cards->lines);
  g_free (cards);
}

static GPtrArray *
make_sheets (gpointer data)
{
  Cards *cards = data;
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, cards->language);
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);
  FfPaperStyle style = {
    .size = cards->size,
    .large_print = cards->large_print,
    .group_name = cards->group_name,
    .help_lines = cards->lines,
  };

  g_ptr_array_add (sheets, ff_pocket_card_sheet_new (catalogue, &style));
  return sheets;
}

/**
 * ff_help_paper_new:
 * @settings: the program's settings, which say the paper, the size of print and the language
 * @group: whose help lines they are
 * @lines: (element-type FfHelpLine): one at least
 *
 * Returns: (transfer full): cards that stay as they are now
 */
FfPaperJob *
ff_help_paper_new (GSettings *settings, FfGroup *group, GPtrArray *lines)
{
  Cards *cards;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (FF_IS_GROUP (group), NULL);
  g_return_val_if_fail (lines != NULL && lines->len > 0, NULL);

  cards = g_new0 (Cards, 1);
  cards->size = ff_paper_choices_get_size (settings);
  cards->large_print = g_settings_get_boolean (settings, "large-print");
  cards->language = g_settings_get_string (settings, "handout-language");
  if (*cards->language == '\0')
    g_set_str (&cards->language, ff_group_get_language (group));
  cards->group_name = g_strdup (ff_group_get_name (group));
  cards->lines = g_ptr_array_ref (lines);

  return ff_paper_job_new (_ ("Where to Turn Now"), make_sheets, cards, cards_free);
}
