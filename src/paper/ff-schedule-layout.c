/* ff-schedule-layout.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets titles, days, meetings and the legend: hours and code before, what is said beside them.
 */

#include "ff-config.h"

#include "ff-schedule-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-qr-code.h"

#define HEAVY_RULE 1.25
#define LIGHT_RULE 0.5

/* Hours that are wider break into two lines. */
#define HOURS_SHARE 0.36

/* In a wide column a code stands at the end of the line, in a narrow one below the hours. */
#define WIDE 380

/* A text of more lines may go on on the next page. */
#define LINES_IN_ONE_PIECE 10

/* A title that is longer is a text like any other. */
#define TITLE_BYTES 160

#define LEGEND_COLUMN_EMS 15

/* What is at hand while meetings are set. */
typedef struct
{
  FfTypesetter *typesetter;
  double left; /* width of the hours, and of codes below them, with the gap after them */
  gboolean wide;
  double max_height; /* of what stays in one piece */
} Setting;

/* Whether its first letter is of a script that is written from left to right. */
static gboolean
is_left_to_right (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  if (*text == '\0')
    return FALSE;

  switch ((int) g_unichar_get_script (g_utf8_get_char (text)))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return FALSE;

    default:
      return TRUE;
    }
}

/* What people typed keeps its own direction: an address in Latin letters on an Arabic sheet. */
static PangoLayout *
set_text (FfTypesetter *typesetter, FfTextStyle style, const char *text, double width)
{
  PangoLayout *layout = ff_typesetter_text (typesetter, style, text, width);

  if (typesetter->right_to_left && is_left_to_right (text))
    {
      pango_layout_set_auto_dir (layout, TRUE);
      /* Pango turns it where the text goes the other way than its context. */
      pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
    }

  return layout;
}

/* --- Title --- */

/**
 * ff_schedule_layout_title:
 * @typesetter: where its fragment goes
 * @contents: what it says
 *
 * Returns: (transfer none): the fragment
 */
FfFragment *
ff_schedule_layout_title (FfTypesetter *typesetter, const FfScheduleContents *contents)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, FF_BLOCK_HEADING, contents->title);
  g_autofree char *contacts = ff_schedule_words_join (&contents->words, contents->contacts);
  const char *const lines[] = { contents->summary, contacts };
  const FfTextStyle style
      = strlen (contents->title) > TITLE_BYTES ? FF_STYLE_HEADING : FF_STYLE_TITLE;
  double y = ff_fragment_add_text (fragment,
                                   set_text (typesetter, style, contents->title, typesetter->width),
                                   FF_INK_BLACK, "H1", typesetter->margin, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (*lines[i] != '\0')
      y += typesetter->measures.leading
           + ff_fragment_add_text (
               fragment, set_text (typesetter, FF_STYLE_SUMMARY, lines[i], typesetter->width),
               FF_INK_BLACK, "P", typesetter->margin, y + typesetter->measures.leading);
  fragment->height = y;

  return fragment;
}

/* --- Headings --- */

static void
place_heading (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  const FfSpan *span = ff_fragment_get_span (fragment, 0);

  ff_page_add_rule (page, FF_INK_BLACK, HEAVY_RULE, span->x, y + height, span->width, 0);
}

static FfFragment *
add_heading (FfTypesetter *typesetter, FfTextStyle style, const char *text, const char *tag)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, FF_BLOCK_HEADING, text);

  fragment->height
      = ff_fragment_add_text (fragment, set_text (typesetter, style, text, typesetter->width),
                              FF_INK_BLACK, tag, typesetter->margin, 0);
  fragment->keep_with_next = TRUE;

  return fragment;
}

static FfFragment *
add_day (FfTypesetter *typesetter, const FfScheduleSection *section, const char *tag)
{
  FfFragment *fragment = add_heading (typesetter, FF_STYLE_HEADING, section->heading, tag);

  ff_fragment_add_span (fragment, typesetter->margin, typesetter->width);
  fragment->height += typesetter->measures.leading;
  fragment->place = place_heading;

  return fragment;
}

/* --- Meetings --- */

static void
place_rule (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  const FfSpan *span = ff_fragment_get_span (fragment, 0);

  ff_page_add_rule (page, FF_INK_LINE, LIGHT_RULE, span->x, y, span->width, 0);
}

static FfFragment *
begin_piece (const Setting *setting, const FfScheduleSection *section, FfFragment *day)
{
  FfFragment *fragment = ff_typesetter_add (setting->typesetter, FF_BLOCK_TABLE, section->entries);

  fragment->container = "L";
  fragment->group = "LI";
  fragment->header = day;
  fragment->space_before = 0;

  return fragment;
}

static double
add_left (const Setting *setting,
          FfFragment *fragment,
          FfTextStyle style,
          const char *text,
          double y)
{
  FfTypesetter *typesetter = setting->typesetter;

  if (text == NULL || *text == '\0')
    return 0;

  return ff_fragment_add_text (
      fragment, set_text (typesetter, style, text, setting->left - typesetter->measures.gap / 2),
      FF_INK_BLACK, style == FF_STYLE_STRONG ? "Lbl" : NULL, typesetter->margin, y);
}

static double
get_code_side (FfTypesetter *typesetter, GBytes *code)
{
  return ff_qr_code_get_side (code) * MAX (1, typesetter->scale);
}

static double
get_quiet (FfTypesetter *typesetter, GBytes *code)
{
  return get_code_side (typesetter, code) * FF_QR_CODE_QUIET
         / (ff_qr_code_get_width (code) + 2 * FF_QR_CODE_QUIET);
}

/* Hours, their zone, and the code below. Returns how far down they go. */
static double
add_hours (const Setting *setting, FfFragment *fragment, const FfScheduleEntry *entry, double y)
{
  y += add_left (setting, fragment, FF_STYLE_STRONG, entry->hours, y);
  y += add_left (setting, fragment, FF_STYLE_HINT, entry->zone, y);
  if (entry->code != NULL && !setting->wide)
    {
      double side = get_code_side (setting->typesetter, entry->code);

      /* What is white around it reaches into the margin, so that its black stands below the hours. */
      fragment->code = g_bytes_ref (entry->code);
      fragment->code_x = setting->typesetter->margin - get_quiet (setting->typesetter, entry->code);
      fragment->code_y = y;
      fragment->code_side = side;
      y += side;
    }

  return y;
}

/* The code at the end of the line. Returns how far down it goes. */
static double
add_code (const Setting *setting, FfFragment *fragment, const FfScheduleEntry *entry)
{
  FfTypesetter *typesetter = setting->typesetter;

  if (entry->code == NULL || !setting->wide)
    return 0;

  fragment->code = g_bytes_ref (entry->code);
  fragment->code_side = get_code_side (typesetter, entry->code);
  fragment->code_x = typesetter->margin + typesetter->width - fragment->code_side
                     + get_quiet (typesetter, entry->code);

  return fragment->code_side;
}

static void
set_weight (PangoLayout *layout, gsize first, gsize end, PangoWeight weight)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *attribute = pango_attr_weight_new (weight);

  attribute->start_index = (guint) first;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* The title in bold, and its codes after it. */
static PangoLayout *
set_title (const Setting *setting, const FfScheduleEntry *entry, double width)
{
  g_autofree char *text
      = g_strconcat (entry->title, *entry->codes != '\0' ? "\302\240 " : "", entry->codes, NULL);
  PangoLayout *layout = set_text (setting->typesetter, FF_STYLE_STRONG, text, width);

  set_weight (layout, strlen (entry->title), strlen (text), PANGO_WEIGHT_NORMAL);

  return layout;
}

/* Where @layout has to be cut so that what comes before stays in one piece; 0 where it need not be. */
static gsize
find_cut (PangoLayout *layout)
{
  PangoLayoutLine *line;

  if (pango_layout_get_line_count (layout) <= LINES_IN_ONE_PIECE)
    return 0;

  line = pango_layout_get_line_readonly (layout, LINES_IN_ONE_PIECE);

  return (gsize) pango_layout_line_get_start_index (line);
}

/* The texts beside the hours, as many as they are, in pieces where they are long. */
static void
add_body (const Setting *setting, const FfScheduleEntry *entry, GPtrArray *layouts)
{
  FfTypesetter *typesetter = setting->typesetter;
  double width
      = typesetter->width - setting->left
        - (setting->wide && entry->code != NULL ? get_code_side (typesetter, entry->code) : 0);
  const FfScheduleLine title = { FF_STYLE_STRONG, entry->title };
  const FfScheduleLine codes = { FF_STYLE_BODY, entry->codes };
  const gboolean long_title = strlen (entry->title) > TITLE_BYTES;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (long_title)
    g_ptr_array_add (lines, (gpointer) &title);
  else
    g_ptr_array_add (layouts, set_title (setting, entry, width));
  if (long_title && *entry->codes != '\0')
    g_ptr_array_add (lines, (gpointer) &codes);
  g_ptr_array_extend (lines, entry->lines, NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const FfScheduleLine *line = g_ptr_array_index (lines, i);
      const char *rest = line->text;

      while (*rest != '\0')
        {
          PangoLayout *layout = set_text (typesetter, line->style, rest, width);
          gsize cut = find_cut (layout);

          if (cut > 0)
            pango_layout_set_text (layout, rest, (int) cut);
          g_ptr_array_add (layouts, layout);
          rest += cut > 0 ? cut : strlen (rest);
        }
    }
}

/* All of a meeting in one piece; what is too long for that goes on in further ones. */
static void
add_entry (const Setting *setting,
           const FfScheduleSection *section,
           FfFragment *day,
           const FfScheduleEntry *entry)
{
  FfTypesetter *typesetter = setting->typesetter;
  const double padding = typesetter->measures.padding * 0.6;
  g_autoptr (GPtrArray) layouts = g_ptr_array_new ();
  FfFragment *fragment = begin_piece (setting, section, day);
  double left = add_hours (setting, fragment, entry, padding);
  double code = add_code (setting, fragment, entry);
  double y = padding;

  left = MAX (left, code);
  ff_fragment_add_span (fragment, typesetter->margin, typesetter->width);
  if (entry != g_ptr_array_index (section->entries, 0))
    fragment->place = place_rule;
  add_body (setting, entry, layouts);
  for (guint i = 0; i < layouts->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (layouts, i);

      if (i > 0 && y + ff_text_height (layout) > setting->max_height)
        {
          fragment->height = MAX (y, left);
          fragment = begin_piece (setting, section, day);
          y = left = 0;
        }
      y += ff_fragment_add_text (fragment, layout, FF_INK_BLACK,
                                 fragment->texts->len == 0 || i == 0 ? "LBody" : NULL,
                                 typesetter->margin + setting->left, y);
    }
  fragment->height = MAX (y + padding, left + (entry->code != NULL ? 0 : padding));
}

/* As wide as the widest hours and codes. */
static double
measure_left (FfTypesetter *typesetter, const FfScheduleContents *contents, gboolean wide)
{
  double hours = 0, codes = 0;

  for (guint i = 0; i < contents->sections->len; i++)
    {
      const FfScheduleSection *section = g_ptr_array_index (contents->sections, i);

      for (guint j = 0; j < section->entries->len; j++)
        {
          const FfScheduleEntry *entry = g_ptr_array_index (section->entries, j);
          g_autoptr (PangoLayout) layout = set_text (typesetter, FF_STYLE_STRONG, entry->hours, -1);

          hours = MAX (hours, ff_text_width (layout));
          if (entry->code != NULL && !wide)
            codes = MAX (codes, get_code_side (typesetter, entry->code)
                                    - get_quiet (typesetter, entry->code));
        }
    }

  return MAX (codes, MIN (hours + 1, typesetter->width * HOURS_SHARE))
         + typesetter->measures.gap / 2;
}

/**
 * ff_schedule_layout_sections:
 * @typesetter: where their fragments go
 * @contents: what they say
 * @column_height: how high a column is
 *
 * Days with their meetings, under their regions where there are some. A day's name comes again at the top of
 * each column that it goes on in.
 */
void
ff_schedule_layout_sections (FfTypesetter *typesetter,
                             const FfScheduleContents *contents,
                             double column_height)
{
  const gboolean wide = typesetter->width > WIDE;
  const Setting setting
      = { typesetter, measure_left (typesetter, contents, wide), wide, column_height / 3 };
  gboolean regions = FALSE;

  for (guint i = 0; i < contents->sections->len; i++)
    {
      const FfScheduleSection *section = g_ptr_array_index (contents->sections, i);
      FfFragment *day;

      if (section->region != NULL)
        {
          add_heading (typesetter, FF_STYLE_SECTION, section->region, "H2");
          regions = TRUE;
        }
      day = add_day (typesetter, section, regions ? "H3" : "H2");
      for (guint j = 0; j < section->entries->len; j++)
        add_entry (&setting, section, day, g_ptr_array_index (section->entries, j));
    }
}

/* --- Legend --- */

static PangoLayout *
set_type (FfTypesetter *typesetter, const FfScheduleType *type, double width)
{
  g_autofree char *text = g_strconcat (type->code, "\302\240 ", type->title, NULL);
  PangoLayout *layout = set_text (typesetter, FF_STYLE_BODY, text, width);

  set_weight (layout, 0, strlen (type->code), PANGO_WEIGHT_BOLD);

  return layout;
}

/**
 * ff_schedule_layout_legend:
 * @typesetter: where its fragments go
 * @contents: the types used
 *
 * What the codes mean, in as many columns as there is room for.
 */
void
ff_schedule_layout_legend (FfTypesetter *typesetter, const FfScheduleContents *contents)
{
  const FfMeasures *measures = &typesetter->measures;
  guint n = MAX (1, (guint) (typesetter->width / (measures->em * LEGEND_COLUMN_EMS)));
  double column = (typesetter->width + measures->gap) / n;

  if (contents->legend->len == 0)
    return;

  add_heading (typesetter, FF_STYLE_HEADING,
               ff_catalogue_lookup (contents->words.catalogue, N_ ("What the letters mean")), "H2");
  for (guint i = 0; i < contents->legend->len; i += n)
    {
      FfFragment *fragment = ff_typesetter_add (typesetter, FF_BLOCK_CHECKLIST, contents->legend);

      fragment->container = "L";
      fragment->space_before = measures->leading;
      for (guint j = 0; j < n && i + j < contents->legend->len; j++)
        {
          PangoLayout *item = set_type (typesetter, g_ptr_array_index (contents->legend, i + j),
                                        column - measures->gap);
          double height = ff_fragment_add_text (fragment, item, FF_INK_BLACK, "LI",
                                                typesetter->margin + j * column, 0);

          fragment->height = MAX (fragment->height, height);
        }
    }
}
