/* ff-pdf-face.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses a face with Pango and cuts it down with HarfBuzz.
 */

#include "ff-pdf-face.h"

#include <hb-subset.h>
#include <pango/pangocairo.h>

#include "ff-typesetter.h"

#define FIRST_LATIN 0x20
#define LAST_LATIN 0x24F         /* with both extensions */
#define FIRST_PUNCTUATION 0x200C /* with what joins letters and parts them */
#define LAST_PUNCTUATION 0x205E
#define ROW 0x80 /* scripts begin at multiples of it */

/* Of the codes from 128 to 159 (PDF 1.7, annex D.1). */
static const gunichar windows_letters[] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/**
 * ff_pdf_face_get_latin:
 * @code: from 32 to 255
 *
 * Returns: the letter that WinAnsiEncoding has there; 0 for none
 */
gunichar
ff_pdf_face_get_latin (guint code)
{
  g_return_val_if_fail (code >= FIRST_LATIN && code <= 0xFF, 0);

  if (code >= 0x80 && code < 0x80 + G_N_ELEMENTS (windows_letters))
    return windows_letters[code - 0x80];

  return code == 0x7F ? 0 : code;
}

static gboolean
is_latin (gunichar letter)
{
  for (guint code = FIRST_LATIN; code <= 0xFF; code++)
    if (ff_pdf_face_get_latin (code) == letter)
      return TRUE;

  return FALSE;
}

/* A sentence with the letters of a language. */
static const char *
get_sample (const char *language)
{
  return pango_language_get_sample_string (pango_language_from_string (language));
}

/**
 * ff_pdf_face_is_latin:
 * @language: a BCP 47 tag
 *
 * Returns: whether WinAnsiEncoding has the letters that it is written with
 */
gboolean
ff_pdf_face_is_latin (const char *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  for (const char *at = get_sample (language); *at != '\0'; at = g_utf8_next_char (at))
    if (!is_latin (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

/**
 * ff_pdf_face_has_glyf:
 * @face: a face
 *
 * Returns: whether its outlines are TrueType's
 */
gboolean
ff_pdf_face_has_glyf (hb_face_t *face)
{
  hb_blob_t *glyf = hb_face_reference_table (face, HB_TAG ('g', 'l', 'y', 'f'));
  gboolean found = hb_blob_get_length (glyf) > 0;

  hb_blob_destroy (glyf);

  return found;
}

/* What makes one face better than another, of the few that come first. */
#define RANK_LETTERS 4  /* it has those of the language */
#define RANK_LATIN 2    /* … and those of names and numbers */
#define RANK_OUTLINES 1 /* TrueType’s, which a simple font can have */
#define RANK_BEST (RANK_LETTERS + RANK_LATIN + RANK_OUTLINES)
#define MAX_CONSIDERED 16

typedef struct
{
  const char *text;
  hb_face_t *face;
  guint rank;
  guint n_considered;
} Choice;

static gboolean
has_letters (hb_font_t *font, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      hb_codepoint_t glyph;

      if (!hb_font_get_nominal_glyph (font, g_utf8_get_char (at), &glyph))
        return FALSE;
    }

  return TRUE;
}

static gboolean
consider (PangoFontset *fonts, PangoFont *font, gpointer user_data)
{
  Choice *choice = user_data;
  hb_font_t *hb_font = pango_font_get_hb_font (font);
  guint rank = 0;

  if (has_letters (hb_font, choice->text))
    rank += RANK_LETTERS;
  if (has_letters (hb_font, "Aa09,.-"))
    rank += RANK_LATIN;
  if (ff_pdf_face_has_glyf (hb_font_get_face (hb_font)))
    rank += RANK_OUTLINES;
  if (rank > choice->rank)
    {
      hb_face_destroy (choice->face);
      choice->face = hb_face_reference (hb_font_get_face (hb_font));
      choice->rank = rank;
    }

  return rank == RANK_BEST || ++choice->n_considered == MAX_CONSIDERED;
}

static hb_face_t *
choose_face (const char *language)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontset *fonts;
  PangoFontDescription *description = pango_font_description_new ();
  Choice choice = { get_sample (language), hb_face_get_empty (), 0, 0 };

  pango_font_description_set_family_static (description, FF_FONT_FAMILIES);
  pango_font_description_set_size (description, 12 * PANGO_SCALE);
  fonts = pango_font_map_load_fontset (map, context, description,
                                       pango_language_from_string (language));
  pango_font_description_free (description);
  pango_fontset_foreach (fonts, consider, &choice);
  g_object_unref (fonts);
  g_object_unref (context);

  return choice.face;
}

static gboolean
is_written_with (gunichar letter, const PangoScript *scripts, int n_scripts)
{
  for (int i = 0; i < n_scripts; i++)
    if ((int) g_unichar_get_script (letter) == (int) scripts[i])
      return TRUE;

  return FALSE;
}

/* Punctuation and accents belong to no script, but stand in a row with the letters that they go with. */
static void
add_rows (hb_set_t *all, const char *language, hb_set_t *letters)
{
  int n_scripts = 0;
  const PangoScript *scripts
      = pango_language_get_scripts (pango_language_from_string (language), &n_scripts);
  hb_codepoint_t letter = HB_SET_VALUE_INVALID;

  while (hb_set_next (all, &letter))
    if (is_written_with (letter, scripts, n_scripts))
      hb_set_add_range (letters, letter - letter % ROW, letter - letter % ROW + ROW - 1);
  hb_set_add_range (letters, FIRST_LATIN, LAST_LATIN);
  hb_set_add_range (letters, FIRST_PUNCTUATION, LAST_PUNCTUATION);
}

/* Of all that the face has: what a simple font can hold where one is enough, else Latin letters, punctuation,
 * and the language's own script. */
static void
add_letters (hb_face_t *face, const char *language, hb_set_t *letters)
{
  hb_set_t *all = hb_set_create ();

  hb_face_collect_unicodes (face, all);
  for (guint code = FIRST_LATIN; code <= 0xFF; code++)
    if (ff_pdf_face_get_latin (code) != 0)
      hb_set_add (letters, ff_pdf_face_get_latin (code));
  if (!ff_pdf_face_is_latin (language) || !ff_pdf_face_has_glyf (face))
    add_rows (all, language, letters);
  hb_set_intersect (letters, all);
  hb_set_destroy (all);
}

/* What lays out text, which no reader of PDFs does in a field. */
static void
drop_layout (hb_subset_input_t *input)
{
  hb_set_t *dropped = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);

  hb_set_add (dropped, HB_TAG ('G', 'S', 'U', 'B'));
  hb_set_add (dropped, HB_TAG ('G', 'P', 'O', 'S'));
  hb_set_add (dropped, HB_TAG ('G', 'D', 'E', 'F'));
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING);
}

/**
 * ff_pdf_face_new:
 * @language: a BCP 47 tag
 *
 * Only letters as they stand alone are in it: who fills in a form joins none.
 *
 * Returns: (transfer full) (nullable): the app's own face with the letters of @language and of Latin
 */
hb_face_t *
ff_pdf_face_new (const char *language)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t *whole, *face = NULL;

  g_return_val_if_fail (language != NULL, NULL);

  whole = choose_face (language);
  add_letters (whole, language, hb_subset_input_unicode_set (input));
  drop_layout (input);
  hb_subset_input_pin_all_axes_to_default (input, whole);
  if (!hb_set_is_empty (hb_subset_input_unicode_set (input)))
    face = hb_subset_or_fail (whole, input);
  hb_subset_input_destroy (input);
  hb_face_destroy (whole);

  return face;
}
