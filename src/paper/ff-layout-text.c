/* ff-layout-text.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks to read: headings, paragraphs, steps, lists.
 */

#include "ff-typesetter.h"

/* Steps stand side by side where each gets a line of at least this many ems. */
#define STEP_COLUMN_EMS 20

/* A text of more lines than this may go on on the next page, in pieces that leave no line alone. */
#define LINES_TOGETHER 9
#define PIECE_LINES 5

/* Headings take no more of a page than this. */
#define HEAD_SHARE 0.4

#define DOT_EMS 0.28

/**
 * ff_layout_heading:
 * @typesetter: where its fragment goes
 * @block: a heading; it stays with what follows
 */
void
ff_layout_heading (FfTypesetter *typesetter, const FfBlock *block)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);

  fragment->keep_with_next = TRUE;
  fragment->height = ff_fragment_add_text (fragment,
                                           ff_typesetter_fit (typesetter, FF_STYLE_HEADING,
                                                              block->text, typesetter->width,
                                                              typesetter->height * HEAD_SHARE),
                                           FF_INK_BLACK, "H2", typesetter->margin, 0);
}

/* The text of @layout's lines from @first on, @n of them. */
static char *
cut_lines (PangoLayout *layout, guint first, guint n)
{
  PangoLayoutLine *begin = pango_layout_get_line_readonly (layout, (int) first);
  PangoLayoutLine *end = pango_layout_get_line_readonly (layout, (int) (first + n - 1));
  gsize start = (gsize) pango_layout_line_get_start_index (begin);
  gsize length
      = (gsize) (pango_layout_line_get_start_index (end) + pango_layout_line_get_length (end))
        - start;

  return g_strndup (pango_layout_get_text (layout) + start, length);
}

/* A text that goes on over pages where it is long: its first lines into @fragment, whose height follows, the
 * others into fragments after it. */
static void
add_flowing_text (FfTypesetter *typesetter,
                  FfFragment *fragment,
                  const char *tag,
                  const char *text,
                  double x,
                  double width)
{
  g_autoptr (PangoLayout) layout = ff_typesetter_text (typesetter, FF_STYLE_BODY, text, width);
  guint n = (guint) pango_layout_get_line_count (layout);

  if (n <= LINES_TOGETHER)
    {
      double height
          = ff_fragment_add_text (fragment, g_steal_pointer (&layout), FF_INK_BLACK, tag, x, 0);

      fragment->height = MAX (fragment->height, height);
      return;
    }
  for (guint first = 0; first < n;)
    {
      guint piece = n - first < 2 * PIECE_LINES ? n - first : PIECE_LINES;
      g_autofree char *words = cut_lines (layout, first, piece);
      double height;

      if (first > 0)
        {
          const char *container = fragment->container;

          fragment = ff_typesetter_add (typesetter, fragment->kind, fragment->block);
          fragment->container = container;
          tag = "P";
        }
      fragment->keep_with_next = FALSE;
      height = ff_fragment_add_text (fragment,
                                     ff_typesetter_text (typesetter, FF_STYLE_BODY, words, width),
                                     FF_INK_BLACK, tag, x, 0);
      fragment->height = MAX (fragment->height, height);
      first += piece;
    }
}

/**
 * ff_layout_paragraph:
 * @typesetter: where its fragments go
 * @block: a paragraph
 */
void
ff_layout_paragraph (FfTypesetter *typesetter, const FfBlock *block)
{
  add_flowing_text (typesetter, ff_typesetter_add (typesetter, block->kind, block), "P",
                    block->text, typesetter->margin, typesetter->width);
}

static void
add_step (FfTypesetter *typesetter,
          FfFragment *fragment,
          const FfBlock *block,
          guint i,
          double x,
          double width)
{
  g_autofree char *digits = g_strdup_printf ("%u", i + 1);
  double indent = typesetter->measures.em * 1.6;
  PangoLayout *number = ff_typesetter_text (typesetter, FF_STYLE_STRONG, digits, -1);
  g_autoptr (PangoLayout) body = ff_typesetter_text (typesetter, FF_STYLE_BODY, digits, -1);

  ff_fragment_add_text (fragment, number, FF_INK_BLACK, "LI", x,
                        ff_text_baseline (body) - ff_text_baseline (number));
  add_flowing_text (typesetter, fragment, NULL, ff_block_get_part (block, i)->title, x + indent,
                    width - indent);
}

/**
 * ff_layout_steps:
 * @typesetter: where its fragments go
 * @block: steps, one below the other; on a wide page side by side
 */
void
ff_layout_steps (FfTypesetter *typesetter, const FfBlock *block)
{
  const FfMeasures *measures = &typesetter->measures;
  double gutter = measures->gap * 1.5;
  double column = (typesetter->width + gutter) / block->parts->len - gutter;
  gboolean side_by_side = column >= STEP_COLUMN_EMS * measures->em && !typesetter->screen;
  FfFragment *fragment = NULL;

  for (guint i = 0; i < block->parts->len; i++)
    {
      if (side_by_side && fragment != NULL)
        {
          add_step (typesetter, fragment, block, i, typesetter->margin + i * (column + gutter),
                    column);
          continue;
        }

      fragment = ff_typesetter_add (typesetter, block->kind, block);
      fragment->container = "L";
      fragment->keep_with_next = i + 1 < block->parts->len;
      fragment->loosely = TRUE;
      if (i > 0)
        fragment->space_before = measures->leading;
      add_step (typesetter, fragment, block, i, typesetter->margin,
                side_by_side ? column : typesetter->width);
    }
}

/* The dot before an item, in the middle of its small letters. */
static void
place_dot (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  const FfFragmentText *text = &g_array_index (fragment->texts, FfFragmentText, 0);
  double em = fragment->measures->em, side = em * DOT_EMS;
  double middle = y + ff_text_baseline (text->layout) - em * 0.27;

  ff_page_add_disc (page, FF_INK_BLACK, fragment->typesetter->margin + em * 0.3, middle - side / 2,
                    side);
}

/**
 * ff_layout_list:
 * @typesetter: where its fragments go
 * @block: things that are said, one below the other
 */
void
ff_layout_list (FfTypesetter *typesetter, const FfBlock *block)
{
  const FfMeasures *measures = &typesetter->measures;
  double indent = measures->em * 1.3;

  for (guint i = 0; i < block->parts->len; i++)
    {
      FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);

      fragment->container = "L";
      if (i > 0)
        fragment->space_before = measures->leading;
      /* No item is left alone at the end or the beginning of a page. */
      fragment->keep_with_next
          = i + 1 < block->parts->len && (i == 0 || i + 2 == block->parts->len);
      fragment->loosely = TRUE;
      fragment->place = place_dot;
      add_flowing_text (typesetter, fragment, "LI", ff_block_get_part (block, i)->title,
                        typesetter->margin + indent, typesetter->width - indent);
    }
}

/**
 * ff_layout_break:
 * @typesetter: where what follows goes
 * @block: a break; what follows begins a new page
 */
void
ff_layout_break (FfTypesetter *typesetter, const FfBlock *block)
{
  typesetter->new_page = typesetter->fragments->len > 0;
}
