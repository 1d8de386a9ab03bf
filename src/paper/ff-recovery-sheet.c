/* ff-recovery-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recovery key on paper, to be kept in a drawer.
 */

#include "ff-config.h"

#include "ff-recovery-sheet.h"

#include <glib/gi18n-lib.h>

#include "ff-foot.h"
#include "ff-paginator.h"
#include "ff-sheet-private.h"
#include "ff-typesetter.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define MARGIN (20 * POINTS_PER_MM)

/* Read off paper by somebody who is in a hurry. */
#define KEY_SIZE 22 /* points */
#define LARGE_KEY_SIZE 28
#define KEY_LINE_HEIGHT 1.35f

/* Left to right whatever the paper's language is. */
#define LEFT_TO_RIGHT "\342\200\216"

static void
add (FfTypesetter *typesetter,
     FfTextStyle style,
     const char *tag,
     const char *text,
     gboolean with_next)
{
  FfFragment *fragment
      = ff_typesetter_add (typesetter,
                           style == FF_STYLE_BODY ? FF_BLOCK_PARAGRAPH : FF_BLOCK_HEADING, NULL);

  fragment->height
      = ff_fragment_add_text (fragment,
                              ff_typesetter_text (typesetter, style, text, typesetter->width),
                              FF_INK_BLACK, tag, typesetter->margin, 0);
  fragment->keep_with_next = with_next;
}

static void
place_frame (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  const FfTypesetter *typesetter = fragment->typesetter;

  ff_page_add_frame (page, typesetter->measures.radius, typesetter->margin, y, typesetter->width,
                     height);
}

/* Letters of one width, so that none is taken for another, and no group is broken at the end of a line. */
static PangoLayout *
set_key (FfTypesetter *typesetter, const char *recovery_key, double width)
{
  g_autofree char *text = g_strconcat (LEFT_TO_RIGHT, recovery_key, NULL);
  g_autoptr (GString) groups = g_string_new (text);
  PangoLayout *layout;
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  /* A hyphen that is kept with what stands before it, and after which a line may end. */
  g_string_replace (groups, "-", "\342\201\240-\342\200\213", 0);
  layout = ff_typesetter_text (typesetter, FF_STYLE_STRONG, groups->str, width);
  pango_font_description_set_family (font, "Adwaita Mono, Noto Sans Mono, monospace");
  pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  pango_font_description_set_absolute_size (
      font, (typesetter->large_print ? LARGE_KEY_SIZE : KEY_SIZE) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_line_spacing (layout, KEY_LINE_HEIGHT);

  return layout;
}

static void
add_key (FfTypesetter *typesetter, const char *recovery_key)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, FF_BLOCK_PARAGRAPH, recovery_key);
  const double padding = typesetter->measures.padding * 3;
  const double width = typesetter->width - 2 * padding;

  fragment->height
      = 2 * padding
        + ff_fragment_add_text (fragment, set_key (typesetter, recovery_key, width), FF_INK_BLACK,
                                "P", typesetter->margin + padding, padding);
  fragment->space_before = typesetter->measures.gap * 1.5;
  fragment->place = place_frame;
}

static char *
describe_date (FfCatalogue *catalogue, GDateTime *made)
{
  /* Translators: on the recovery sheet; keep {date}, it becomes a date like 2026-11-24 */
  GString *text = g_string_new (ff_catalogue_lookup (
      catalogue, N_ ("Made on {date}. Sheets that were printed before no longer "
                     "open anything.")));
  g_autofree char *date = g_date_time_format (made, "%Y-%m-%d");

  g_string_replace (text, "{date}", date, 1);

  return g_string_free_and_steal (text);
}

static void
add_all (FfTypesetter *typesetter, const char *recovery_key, GDateTime *made)
{
  FfCatalogue *catalogue = typesetter->catalogue;
  g_autofree char *date = describe_date (catalogue, made);

  add (typesetter, FF_STYLE_TITLE, "H1", ff_catalogue_lookup (catalogue, N_ ("Recovery sheet")),
       TRUE);
  add (typesetter, FF_STYLE_SUMMARY, "P",
       ff_catalogue_lookup (catalogue, N_ ("Opens the notes in Fourfold when the passphrase is "
                                           "forgotten. Without the passphrase and without this "
                                           "sheet, nobody can open them.")),
       TRUE);
  add_key (typesetter, recovery_key);
  add (typesetter, FF_STYLE_BODY, "P", date, FALSE);
  add (typesetter, FF_STYLE_HEADING, "H2", ff_catalogue_lookup (catalogue, N_ ("Where to keep it")),
       TRUE);
  add (typesetter, FF_STYLE_BODY, "P",
       ff_catalogue_lookup (catalogue,
                            N_ ("In a drawer or a safe that others do not open, away from "
                                "the computer. Whoever has this sheet and the computer "
                                "can read every note, so do not take a photo of it and "
                                "do not send it to anyone.")),
       FALSE);
  add (typesetter, FF_STYLE_HEADING, "H2", ff_catalogue_lookup (catalogue, N_ ("How to use it")),
       TRUE);
  add (typesetter, FF_STYLE_BODY, "P",
       ff_catalogue_lookup (catalogue, N_ ("Start Fourfold, choose “Use the Recovery Key” and type "
                                           "the letters and numbers above; capitals and the signs "
                                           "between the groups do not matter. Fourfold then asks "
                                           "for a new passphrase and prints a new sheet; this one "
                                           "can go into the shredder.")),
       FALSE);
}

/**
 * ff_recovery_sheet_new:
 * @catalogue: the language of the words around the key
 * @style: paper and size of print; whose group it is does not stand on it
 * @recovery_key: the key in groups
 * @made: the day
 *
 * Says what the key is for, where to keep it and how to use it, and nothing of whom the notes are about.
 *
 * Returns: (transfer full): a sheet
 */
FfSheet *
ff_recovery_sheet_new (FfCatalogue *catalogue,
                       const FfPaperStyle *style,
                       const char *recovery_key,
                       GDateTime *made)
{
  FfTypesetter *typesetter;
  g_autoptr (GPtrArray) pages = NULL;
  double width, height;
  FfSheet *sheet;

  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (recovery_key != NULL && made != NULL, NULL);

  ff_paper_size_get_points (style->size, &width, &height);
  sheet = ff_sheet_new (ff_catalogue_lookup (catalogue, N_ ("Recovery sheet")),
                        ff_catalogue_lookup (catalogue, N_ ("A key to be kept in a drawer")),
                        catalogue, width, height);
  typesetter = ff_typesetter_new (catalogue, style->large_print, MARGIN, width - 2 * MARGIN);
  typesetter->height = height - MARGIN - ff_foot_get_height (typesetter, NULL);
  add_all (typesetter, recovery_key, made);
  pages = ff_paginate (typesetter->fragments, typesetter->height);
  for (guint i = 0; i < pages->len; i++)
    {
      FfPage *page = ff_sheet_add_page (sheet);

      ff_place_all (g_ptr_array_index (pages, i), page, MARGIN, MARGIN, typesetter->width);
      ff_foot_add (typesetter, catalogue, page, height, i, pages->len, NULL, NULL);
    }
  ff_typesetter_free (typesetter);

  return sheet;
}
