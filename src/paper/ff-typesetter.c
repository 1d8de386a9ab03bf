/* ff-typesetter.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fonts, measures and the division of a width.
 */

#include "ff-typesetter.h"

#define POINTS_PER_MM (72.0 / 25.4)

#define TIGHT 0.75

/* One step of making a text fit. */
#define SHRINK 0.85

/* Where to break a word that is none, in letters: Pango looks at each of them once for each line. */
#define LONGEST_WORD 2000
#define PIECE 20
#define ZERO_WIDTH_SPACE 0x200B
#define ZERO_WIDTH_JOINER 0x200D

/* Handwriting needs about 8 mm a line; with low vision or a thick pen, 12. */
static const FfMeasures normal_print = {
  .em = 10.5,
  .line = 8 * POINTS_PER_MM,
  .gap = 13,
  .leading = 3,
  .padding = 7,
  .radius = 4,
  .mark = 12.5,
  .number = 7 * POINTS_PER_MM,
  .tick = 9,
};

static const FfMeasures large_print = {
  .em = 18,
  .line = 12 * POINTS_PER_MM,
  .gap = 17,
  .leading = 5,
  .padding = 9,
  .radius = 6,
  .mark = 22,
  .number = 10.5 * POINTS_PER_MM,
  .tick = 15,
};

static const struct
{
  double size, large_size; /* points */
  PangoWeight weight;
} styles[] = {
  [FF_STYLE_TITLE] = { 23, 32, PANGO_WEIGHT_BOLD },
  [FF_STYLE_SUMMARY] = { 12, 19, PANGO_WEIGHT_NORMAL },
  [FF_STYLE_HEADING] = { 13, 22, PANGO_WEIGHT_BOLD },
  [FF_STYLE_BODY] = { 10.5, 18, PANGO_WEIGHT_NORMAL },
  [FF_STYLE_STRONG] = { 10.5, 18, PANGO_WEIGHT_SEMIBOLD },
  [FF_STYLE_HINT] = { 9, 16, PANGO_WEIGHT_NORMAL },
  [FF_STYLE_MARK] = { 7.5, 14, PANGO_WEIGHT_MEDIUM },
  [FF_STYLE_FOOT] = { 8, 13, PANGO_WEIGHT_NORMAL },
  [FF_STYLE_SECTION] = { 17, 26, PANGO_WEIGHT_BOLD },
  [FF_STYLE_WRITTEN] = { 11.5, 18, PANGO_WEIGHT_NORMAL },
};

static void
text_clear (gpointer data)
{
  FfFragmentText *text = data;

  g_clear_object (&text->layout);
}

static void
fragment_free (FfFragment *fragment)
{
  g_clear_pointer (&fragment->texts, g_array_unref);
  g_clear_pointer (&fragment->spans, g_array_unref);
  g_clear_pointer (&fragment->marks, g_ptr_array_unref);
  g_clear_pointer (&fragment->code, g_bytes_unref);
  g_free (fragment);
}

/* Letters keep their unhinted places, so that screen, printer and PDF break lines alike. */
static PangoContext *
make_context (PangoFontMap *fonts, FfCatalogue *catalogue)
{
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context,
                              pango_language_from_string (ff_catalogue_get_language (catalogue)));
  pango_context_set_base_dir (context, ff_catalogue_is_right_to_left (catalogue)
                                           ? PANGO_DIRECTION_RTL
                                           : PANGO_DIRECTION_LTR);

  return context;
}

/**
 * ff_typesetter_new:
 * @catalogue: the language to set in
 * @large_print: whether the body text is 18 pt high
 * @margin: where texts begin, in points from the paper's edge
 * @width: how wide they may be
 *
 * The fonts are the typesetter's own, so a sheet can be made and drawn in any one thread.
 *
 * Returns: (transfer full): a typesetter
 */
FfTypesetter *
ff_typesetter_new (FfCatalogue *catalogue, gboolean is_large_print, double margin, double width)
{
  FfTypesetter *self = g_new0 (FfTypesetter, 1);

  self->fonts = ff_paper_make_fonts ();
  self->context = make_context (self->fonts, catalogue);
  self->catalogue = g_object_ref (catalogue);
  self->right_to_left = ff_catalogue_is_right_to_left (catalogue);
  self->large_print = is_large_print;
  self->scale = 1;
  self->margin = margin;
  self->width = width;
  self->measures = is_large_print ? large_print : normal_print;
  self->fragments = g_ptr_array_new_with_free_func ((GDestroyNotify) fragment_free);
  self->spares = g_ptr_array_new_with_free_func ((GDestroyNotify) fragment_free);

  return self;
}

/**
 * ff_typesetter_set_scale:
 * @self: a typesetter that nothing was set with yet
 * @scale: how much larger or smaller than usual its letters and distances are
 */
void
ff_typesetter_set_scale (FfTypesetter *self, double scale)
{
  FfMeasures *measures = &self->measures;
  double *const all[] = { &measures->em,      &measures->line,    &measures->gap,
                          &measures->leading, &measures->padding, &measures->radius,
                          &measures->mark,    &measures->number,  &measures->tick };

  g_return_if_fail (self->fragments->len == 0 && scale > 0);

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    *all[i] *= scale / self->scale;
  self->scale = scale;
}

/**
 * ff_typesetter_share_fonts:
 * @self: a typesetter that nothing was set with yet
 * @other: another one of the same sheet, in the same language
 *
 * Finding and loading fonts takes longer than setting a page.
 */
void
ff_typesetter_share_fonts (FfTypesetter *self, FfTypesetter *other)
{
  g_return_if_fail (self->fragments->len == 0);

  g_set_object (&self->context, other->context);
  g_set_object (&self->fonts, other->fonts);
}

/**
 * ff_typesetter_set_fonts:
 * @self: a typesetter that nothing was set with yet
 * @fonts: of the thread in which its sheet is made and drawn
 *
 * Keeps what was found and loaded for another sheet, in whichever language.
 */
void
ff_typesetter_set_fonts (FfTypesetter *self, PangoFontMap *fonts)
{
  g_return_if_fail (self->fragments->len == 0);

  g_set_object (&self->fonts, fonts);
  g_clear_object (&self->context);
  self->context = make_context (fonts, self->catalogue);
}

/**
 * ff_typesetter_tighten:
 * @self: a typesetter that nothing was set with yet
 *
 * Leaves less air between things. Letters and rooms to write stay as they are.
 */
void
ff_typesetter_tighten (FfTypesetter *self)
{
  g_return_if_fail (self->fragments->len == 0);

  self->tight = TRUE;
  self->measures.gap *= TIGHT;
  self->measures.leading *= TIGHT;
  self->measures.padding *= TIGHT;
}

/**
 * ff_typesetter_free:
 * @self: (transfer full): a typesetter
 */
void
ff_typesetter_free (FfTypesetter *self)
{
  g_clear_pointer (&self->fragments, g_ptr_array_unref);
  g_clear_pointer (&self->spares, g_ptr_array_unref);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->answers);
  g_clear_pointer (&self->help_lines, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->fonts);
  g_free (self);
}

static PangoFontDescription *
describe_font (FfTypesetter *self, FfTextStyle style)
{
  PangoFontDescription *font = pango_font_description_new ();
  double size = self->large_print ? styles[style].large_size : styles[style].size;

  pango_font_description_set_family_static (font, FF_FONT_FAMILIES);
  pango_font_description_set_weight (font, styles[style].weight);
  if (style == FF_STYLE_WRITTEN)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_font_description_set_size (font, (int) (size * self->scale * PANGO_SCALE));

  return font;
}

/* Chinese and Japanese have no spaces, and lines end anywhere. */
static gboolean
ends_word (gunichar letter)
{
  return letter == ' ' || g_unichar_iswide (letter);
}

static gboolean
has_endless_word (const char *text)
{
  gsize length = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      length = ends_word (g_utf8_get_char (text)) ? 0 : length + 1;
      if (length > LONGEST_WORD)
        return TRUE;
    }

  return FALSE;
}

/* With places to break where there are none for long; signs that stand on a letter stay with it. (transfer full) */
static char *
divide_endless_words (const char *text)
{
  GString *divided = g_string_new (NULL);
  gunichar before = 0;
  guint length = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      length = ends_word (letter) ? 0 : length + 1;
      if (length > PIECE && !g_unichar_ismark (letter) && letter != ZERO_WIDTH_JOINER
          && before != ZERO_WIDTH_JOINER)
        {
          g_string_append_unichar (divided, ZERO_WIDTH_SPACE);
          length = 1;
        }
      g_string_append_unichar (divided, letter);
      before = letter;
    }

  return g_string_free_and_steal (divided);
}

/**
 * ff_typesetter_text:
 * @self: a typesetter
 * @style: how it looks
 * @text: UTF-8
 * @width: points to wrap at; negative for as wide as it is
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
ff_typesetter_text (FfTypesetter *self, FfTextStyle style, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = describe_font (self, style);
  g_autofree char *divided = has_endless_word (text) ? divide_endless_words (text) : NULL;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, self->right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, divided != NULL ? divided : text, -1);

  return layout;
}

/**
 * ff_typesetter_fit:
 * @self: a typesetter
 * @style: how it looks
 * @text: UTF-8
 * @width: points to wrap at
 * @height: how high it may be; 0 for any height
 *
 * What has to stay in one piece is set smaller rather than cut off, which only text beyond all measure comes to.
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
ff_typesetter_fit (FfTypesetter *self,
                   FfTextStyle style,
                   const char *text,
                   double width,
                   double height)
{
  PangoLayout *layout = ff_typesetter_text (self, style, text, width);

  while (height > 0 && ff_text_height (layout) > height)
    ff_text_shrink (layout, SHRINK);

  return layout;
}

/**
 * ff_typesetter_min_width:
 * @self: a typesetter
 * @style: how the text looks
 * @text: UTF-8
 *
 * Returns: the width of its longest word, in points
 */
double
ff_typesetter_min_width (FfTypesetter *self, FfTextStyle style, const char *text)
{
  g_autoptr (PangoLayout) layout = ff_typesetter_text (self, style, text, 0);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);

  return ff_text_width (layout);
}

static FfFragment *
make_fragment (FfTypesetter *self, FfBlockKind kind, const void *block)
{
  FfFragment *fragment = g_new0 (FfFragment, 1);

  fragment->kind = kind;
  fragment->block = block;
  fragment->typesetter = self;
  fragment->number = self->number;
  fragment->measures = &self->measures;
  fragment->texts = g_array_new (FALSE, TRUE, sizeof (FfFragmentText));
  g_array_set_clear_func (fragment->texts, text_clear);
  fragment->spans = g_array_new (FALSE, TRUE, sizeof (FfSpan));
  fragment->marks = g_ptr_array_new_with_free_func (g_object_unref);

  return fragment;
}

/**
 * ff_typesetter_add:
 * @self: a typesetter
 * @kind: the block's kind
 * @block: stands for the block; its first fragment keeps a distance from what is above
 *
 * Returns: (transfer none): a new fragment
 */
FfFragment *
ff_typesetter_add (FfTypesetter *self, FfBlockKind kind, const void *block)
{
  FfFragment *fragment = make_fragment (self, kind, block);

  if (self->fragments->len > 0)
    {
      const FfFragment *last = g_ptr_array_index (self->fragments, self->fragments->len - 1);

      fragment->space_before = last->block == block ? 0 : self->measures.gap;
    }
  fragment->new_page = self->new_page;
  self->new_page = FALSE;
  g_ptr_array_add (self->fragments, fragment);

  return fragment;
}

/**
 * ff_typesetter_add_spare:
 * @self: a typesetter
 * @kind: the block's kind
 * @block: stands for the block
 *
 * Returns: (transfer none): a new fragment that only comes where another one names it to come again
 */
FfFragment *
ff_typesetter_add_spare (FfTypesetter *self, FfBlockKind kind, const void *block)
{
  FfFragment *fragment = make_fragment (self, kind, block);

  g_ptr_array_add (self->spares, fragment);

  return fragment;
}

/**
 * ff_typesetter_divide:
 * @self: a typesetter
 * @n: how many columns
 * @weights: the share that each is to have
 * @min_widths: the width below which each breaks a word
 * @x: where the first begins
 * @width: to divide
 * @spans: (element-type FfSpan): where to add the columns
 *
 * Columns get their share. One that needs more takes it from those that have more than they need; where it
 * is not enough for all, each gives way in proportion, and words break.
 */
void
ff_typesetter_divide (FfTypesetter *self,
                      gsize n,
                      const double *weights,
                      const double *min_widths,
                      double x,
                      double width,
                      GArray *spans)
{
  double needed = 0, total = 0, spare = 0;

  for (gsize i = 0; i < n; i++)
    {
      needed += min_widths[i];
      total += weights[i];
    }
  for (gsize i = 0; i < n; i++)
    spare += MAX (0, width * weights[i] / total - min_widths[i]);

  for (gsize i = 0; i < n; i++)
    {
      FfSpan span = { .x = x };

      if (needed >= width)
        span.width = width * min_widths[i] / needed;
      else
        span.width
            = min_widths[i]
              + (width - needed) / spare * MAX (0, width * weights[i] / total - min_widths[i]);
      x += span.width;
      g_array_append_val (spans, span);
    }
}

/**
 * ff_text_shrink:
 * @layout: a text
 * @factor: by how much its letters become smaller
 */
void
ff_text_shrink (PangoLayout *layout, double factor)
{
  PangoFontDescription *font
      = pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_size (font, (int) (pango_font_description_get_size (font) * factor));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

/**
 * ff_text_height:
 * @layout: a text
 *
 * Returns: its height in points
 */
double
ff_text_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.height / PANGO_SCALE;
}

/**
 * ff_text_width:
 * @layout: a text
 *
 * Returns: the width of its longest line in points
 */
double
ff_text_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

/**
 * ff_text_baseline:
 * @layout: a text
 *
 * Returns: how far its first line's baseline is below its top, in points
 */
double
ff_text_baseline (PangoLayout *layout)
{
  return (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
}
