/* ff-layout-help-lines.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where to turn now: the group's help lines, or lines to write them on.
 */

#include "ff-help-line.h"
#include "ff-typesetter.h"

#define NAME_SHARE 0.55
#define PAGE_SHARE 0.4
#define RULE 0.6

static void
place_rule (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  ff_page_add_rule (page, FF_INK_FRAME, RULE, fragment->typesetter->margin, y + height,
                    fragment->typesetter->width, 0);
}

/* Below what is there already; nothing for an empty text. */
static double
add_text (FfFragment *fragment,
          FfTextStyle style,
          const char *text,
          const char *tag,
          double x,
          double y,
          double width)
{
  FfTypesetter *typesetter = fragment->typesetter;

  if (*text == '\0')
    return y;

  return y
         + ff_fragment_add_text (fragment,
                                 ff_typesetter_fit (typesetter, style, text, width,
                                                    typesetter->height * PAGE_SHARE),
                                 FF_INK_BLACK, tag, x, y);
}

/* Who answers and for whom where reading begins, how to reach them and when beside it. */
static void
add_help_line (FfTypesetter *typesetter, const FfBlock *block, FfHelpLine *line)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);
  double padding = typesetter->measures.padding;
  double x = typesetter->margin, second = x + typesetter->width * NAME_SHARE;
  double width = typesetter->width * NAME_SHARE - padding;
  double name, contact;

  name = add_text (fragment, FF_STYLE_STRONG, ff_help_line_get_name (line), "P", x, padding, width);
  name = add_text (fragment, FF_STYLE_HINT, ff_help_line_get_area (line), "P", x, name, width);
  width = x + typesetter->width - second;
  contact = add_text (fragment, FF_STYLE_STRONG, ff_help_line_get_contact (line), "P", second,
                      padding, width);
  contact = add_text (fragment, FF_STYLE_HINT, ff_help_line_get_hours (line), "P", second, contact,
                      width);
  fragment->height = MAX (name, contact) + padding;
  fragment->place = place_rule;
}

/**
 * ff_layout_help_lines:
 * @typesetter: where its fragments go
 * @block: the label over a group's help lines; where it has none, lines to write them on
 */
void
ff_layout_help_lines (FfTypesetter *typesetter, const FfBlock *block)
{
  FfFragment *label;

  if (typesetter->help_lines == NULL || typesetter->help_lines->len == 0)
    {
      ff_layout_lines (typesetter, block);
      return;
    }
  label = ff_typesetter_add (typesetter, block->kind, block);
  label->height = add_text (label, FF_STYLE_STRONG, block->text, "P", typesetter->margin, 0,
                            typesetter->width);
  label->keep_with_next = TRUE;
  label->place = place_rule;
  for (guint i = 0; i < typesetter->help_lines->len; i++)
    add_help_line (typesetter, block, g_ptr_array_index (typesetter->help_lines, i));
}
