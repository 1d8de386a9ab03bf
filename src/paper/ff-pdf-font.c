/* ff-pdf-font.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Embeds the fonts of fields: a simple one where Windows' Latin letters are enough, which every program can
 * fill in, else a composite one (PDF 1.7, 9.6 and 9.7).
 */

#include "ff-pdf-font.h"

#include <hb-ot.h>
#include <string.h>

#include "ff-pdf-face.h"

#define FIRST_CODE 32
#define LAST_CODE 255
#define ITALIC_ANGLE 0
#define STEM 80 /* what others write for a font of ordinary weight */
#define FLAG_SYMBOLIC 4
#define FLAG_NONSYMBOLIC 32
#define MAX_IN_SECTION 100 /* of a map to Unicode */

/* What Chromium takes for a font of symbols, by the name that its form has for it. Letters beyond Latin it
 * otherwise sets in a font of its own choice, which may have none of them (PDFium, CPDF_BAFontMap). */
static const char *const names_of_symbols[]
    = { "/Wingdings", "/Wingdings2", "/Wingdings3", "/Webdings" };

struct _FfPdfFonts
{
  qpdf_data pdf;
  qpdf_oh resources;
  GHashTable *names; /* (element-type utf8 utf8): by language */
  guint n_composite;
};

/* A font that is being written. */
typedef struct
{
  qpdf_data pdf;
  hb_face_t *face;
  hb_font_t *font;
  char *name; /* "/ABCDEF+NotoSans-Regular" */
} Font;

static void
font_clear (Font *font)
{
  g_clear_pointer (&font->font, hb_font_destroy);
  g_clear_pointer (&font->face, hb_face_destroy);
  g_clear_pointer (&font->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Font, font_clear)

/**
 * ff_pdf_fonts_new:
 * @pdf: a document that outlives it
 *
 * Returns: (transfer full): no font yet
 */
FfPdfFonts *
ff_pdf_fonts_new (qpdf_data pdf)
{
  FfPdfFonts *self = g_new0 (FfPdfFonts, 1);

  self->pdf = pdf;
  self->resources = qpdf_make_indirect_object (pdf, qpdf_oh_parse (pdf, "<< /Font << >> >>"));
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * ff_pdf_fonts_free:
 * @self: (transfer full): fonts
 *
 * Frees it; the fonts are the document's.
 */
void
ff_pdf_fonts_free (FfPdfFonts *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

/* Thousandths of the size, as PDF measures letters. */
static int
get_advance (const Font *font, hb_codepoint_t glyph)
{
  return hb_font_get_glyph_h_advance (font->font, glyph);
}

static qpdf_oh
new_stream (qpdf_data pdf, const char *data, gsize length)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  qpdf_oh none = qpdf_oh_new_null (pdf);

  qpdf_oh_replace_stream_data (pdf, stream, (const unsigned char *) data, length, none, none);

  return stream;
}

/* Subsets of one font in several documents must not be taken for each other: six letters out of its bytes. */
static char *
make_name (hb_face_t *face, const char *data, gsize length)
{
  g_autofree char *sum
      = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
  char given[64];
  unsigned int size = sizeof given;
  GString *name = g_string_new ("/");

  for (guint i = 0; i < 6; i++)
    g_string_append_c (name, (char) ('A' + g_ascii_xdigit_value (sum[i])));
  hb_ot_name_get_utf8 (face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, given);
  g_string_append_printf (name, "+%s", size > 0 ? given : "Sans");

  return g_string_free (name, FALSE);
}

static int
get_metric (const Font *font, hb_ot_metrics_tag_t tag)
{
  hb_position_t position = 0;

  hb_ot_metrics_get_position_with_fallback (font->font, tag, &position);

  return position;
}

/* The corners around all letters stand in the table "head", as 16-bit numbers. */
static qpdf_oh
new_box (const Font *font)
{
  hb_blob_t *head = hb_face_reference_table (font->face, HB_TAG ('h', 'e', 'a', 'd'));
  unsigned int length;
  const guint8 *bytes = (const guint8 *) hb_blob_get_data (head, &length);
  int em = (int) hb_face_get_upem (font->face);
  qpdf_oh box = qpdf_oh_new_array (font->pdf);

  for (guint i = 36; i < 44; i += 2)
    {
      int corner = length >= 44 ? (gint16) (bytes[i] << 8 | bytes[i + 1]) : 0;

      qpdf_oh_append_item (font->pdf, box, qpdf_oh_new_integer (font->pdf, corner * 1000 / em));
    }
  hb_blob_destroy (head);

  return box;
}

static qpdf_oh
new_file (const Font *font, gboolean has_glyf, const char *data, gsize length)
{
  qpdf_oh file = new_stream (font->pdf, data, length);
  qpdf_oh dictionary = qpdf_oh_get_dict (font->pdf, file);

  if (has_glyf)
    qpdf_oh_replace_key (font->pdf, dictionary, "/Length1",
                         qpdf_oh_new_integer (font->pdf, (long long) length));
  else
    qpdf_oh_replace_key (font->pdf, dictionary, "/Subtype",
                         qpdf_oh_new_name (font->pdf, "/OpenType"));

  return file;
}

static qpdf_oh
new_descriptor (Font *font, gboolean symbolic)
{
  qpdf_data pdf = font->pdf;
  hb_blob_t *blob = hb_face_reference_blob (font->face);
  unsigned int length;
  const char *data = hb_blob_get_data (blob, &length);
  gboolean has_glyf = ff_pdf_face_has_glyf (font->face);
  g_autofree char *text = NULL;
  qpdf_oh descriptor;

  font->name = make_name (font->face, data, length);
  text = g_strdup_printf ("<< /Type /FontDescriptor /Flags %d /ItalicAngle %d /StemV %d"
                          " /Ascent %d /Descent %d /CapHeight %d >>",
                          symbolic ? FLAG_SYMBOLIC : FLAG_NONSYMBOLIC, ITALIC_ANGLE, STEM,
                          get_metric (font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
                          get_metric (font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
                          get_metric (font, HB_OT_METRICS_TAG_CAP_HEIGHT));
  descriptor = qpdf_oh_parse (pdf, text);
  qpdf_oh_replace_key (pdf, descriptor, "/FontName", qpdf_oh_new_name (pdf, font->name));
  qpdf_oh_replace_key (pdf, descriptor, "/FontBBox", new_box (font));
  qpdf_oh_replace_key (pdf, descriptor, has_glyf ? "/FontFile2" : "/FontFile3",
                       new_file (font, has_glyf, data, length));
  hb_blob_destroy (blob);

  return qpdf_make_indirect_object (pdf, descriptor);
}

static qpdf_oh
new_simple_font (Font *font)
{
  qpdf_data pdf = font->pdf;
  qpdf_oh descriptor = new_descriptor (font, FALSE);
  qpdf_oh dictionary = qpdf_oh_parse (pdf, "<< /Type /Font /Subtype /TrueType"
                                           " /Encoding /WinAnsiEncoding"
                                           " /FirstChar 32 /LastChar 255 >>");
  qpdf_oh widths = qpdf_oh_new_array (pdf);

  for (guint code = FIRST_CODE; code <= LAST_CODE; code++)
    {
      hb_codepoint_t glyph = 0;

      hb_font_get_nominal_glyph (font->font, ff_pdf_face_get_latin (code), &glyph);
      qpdf_oh_append_item (pdf, widths, qpdf_oh_new_integer (pdf, get_advance (font, glyph)));
    }
  qpdf_oh_replace_key (pdf, dictionary, "/BaseFont", qpdf_oh_new_name (pdf, font->name));
  qpdf_oh_replace_key (pdf, dictionary, "/FontDescriptor", descriptor);
  qpdf_oh_replace_key (pdf, dictionary, "/Widths", widths);

  return qpdf_make_indirect_object (pdf, dictionary);
}

/* The letter of each glyph that has one; 0 for others. */
static GArray *
list_letters (const Font *font)
{
  GArray *letters = g_array_new (FALSE, TRUE, sizeof (gunichar));
  hb_set_t *all = hb_set_create ();
  hb_codepoint_t letter = HB_SET_VALUE_INVALID;

  g_array_set_size (letters, hb_face_get_glyph_count (font->face));
  hb_face_collect_unicodes (font->face, all);
  while (hb_set_next (all, &letter))
    {
      hb_codepoint_t glyph = 0;

      if (hb_font_get_nominal_glyph (font->font, letter, &glyph) && glyph < letters->len
          && g_array_index (letters, gunichar, glyph) == 0)
        g_array_index (letters, gunichar, glyph) = letter;
    }
  hb_set_destroy (all);

  return letters;
}

static void
append_letter (GString *map, guint glyph, gunichar letter)
{
  gunichar2 *units = g_ucs4_to_utf16 (&letter, 1, NULL, NULL, NULL);

  g_string_append_printf (map, "<%04X> <", glyph);
  for (guint i = 0; units != NULL && units[i] != 0; i++)
    g_string_append_printf (map, "%04X", units[i]);
  g_string_append (map, ">\n");
  g_free (units);
}

/* How programs find the glyph of a letter that is typed, and the letter of a glyph that is copied. */
static qpdf_oh
new_map_to_unicode (const Font *font)
{
  g_autoptr (GArray) letters = list_letters (font);
  g_autoptr (GString) section = g_string_new (NULL);
  g_autoptr (GString) map
      = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
  guint n = 0;

  for (guint glyph = 0; glyph <= letters->len; glyph++)
    {
      if (n == MAX_IN_SECTION || (glyph == letters->len && n > 0))
        {
          g_string_append_printf (map, "%u beginbfchar\n%sendbfchar\n", n, section->str);
          g_string_truncate (section, 0);
          n = 0;
        }
      if (glyph < letters->len && g_array_index (letters, gunichar, glyph) != 0)
        {
          append_letter (section, glyph, g_array_index (letters, gunichar, glyph));
          n++;
        }
    }
  g_string_append (map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");

  return new_stream (font->pdf, map->str, map->len);
}

static qpdf_oh
new_descendant (Font *font)
{
  qpdf_data pdf = font->pdf;
  qpdf_oh descriptor = new_descriptor (font, TRUE);
  gboolean has_glyf = ff_pdf_face_has_glyf (font->face);
  qpdf_oh dictionary
      = qpdf_oh_parse (pdf,
                       "<< /Type /Font /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
                       " /Supplement 0 >> >>");
  qpdf_oh widths = qpdf_oh_new_array (pdf);
  qpdf_oh all = qpdf_oh_new_array (pdf);

  for (guint glyph = 0; glyph < hb_face_get_glyph_count (font->face); glyph++)
    qpdf_oh_append_item (pdf, all, qpdf_oh_new_integer (pdf, get_advance (font, glyph)));
  qpdf_oh_append_item (pdf, widths, qpdf_oh_new_integer (pdf, 0));
  qpdf_oh_append_item (pdf, widths, all);
  qpdf_oh_replace_key (pdf, dictionary, "/Subtype",
                       qpdf_oh_new_name (pdf, has_glyf ? "/CIDFontType2" : "/CIDFontType0"));
  if (has_glyf)
    qpdf_oh_replace_key (pdf, dictionary, "/CIDToGIDMap", qpdf_oh_new_name (pdf, "/Identity"));
  qpdf_oh_replace_key (pdf, dictionary, "/BaseFont", qpdf_oh_new_name (pdf, font->name));
  qpdf_oh_replace_key (pdf, dictionary, "/FontDescriptor", descriptor);
  qpdf_oh_replace_key (pdf, dictionary, "/W", widths);

  return qpdf_make_indirect_object (pdf, dictionary);
}

static qpdf_oh
new_composite_font (Font *font)
{
  qpdf_data pdf = font->pdf;
  qpdf_oh descendant = new_descendant (font);
  qpdf_oh dictionary
      = qpdf_oh_parse (pdf, "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>");

  qpdf_oh_replace_key (pdf, dictionary, "/BaseFont", qpdf_oh_new_name (pdf, font->name));
  qpdf_oh_replace_key (pdf, dictionary, "/DescendantFonts",
                       qpdf_oh_wrap_in_array (pdf, descendant));
  qpdf_oh_replace_key (pdf, dictionary, "/ToUnicode", new_map_to_unicode (font));

  return qpdf_make_indirect_object (pdf, dictionary);
}

/* Where nothing can be embedded, every reader has this one. */
static qpdf_oh
new_standard_font (qpdf_data pdf)
{
  return qpdf_make_indirect_object (
      pdf, qpdf_oh_parse (pdf, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
                               " /Encoding /WinAnsiEncoding >>"));
}

static char *
name_font (FfPdfFonts *self, gboolean is_composite)
{
  if (is_composite && self->n_composite < G_N_ELEMENTS (names_of_symbols))
    return g_strdup (names_of_symbols[self->n_composite++]);

  return g_strdup_printf ("/F%u", g_hash_table_size (self->names) + 1);
}

/* Returns the name that it is given. */
static char *
add_font (FfPdfFonts *self, const char *language)
{
  g_auto (Font) font = { self->pdf, ff_pdf_face_new (language) };
  gboolean is_simple = ff_pdf_face_is_latin (language);
  qpdf_oh object;
  char *name;

  if (font.face != NULL)
    {
      font.font = hb_font_create (font.face);
      hb_font_set_scale (font.font, 1000, 1000);
      is_simple = is_simple && ff_pdf_face_has_glyf (font.face);
      object = is_simple ? new_simple_font (&font) : new_composite_font (&font);
    }
  else
    {
      object = new_standard_font (self->pdf);
    }
  name = name_font (self, font.face != NULL && !is_simple);
  qpdf_oh_replace_key (self->pdf, qpdf_oh_get_key (self->pdf, self->resources, "/Font"), name,
                       object);

  return name;
}

/**
 * ff_pdf_fonts_find:
 * @self: fonts
 * @language: a BCP 47 tag
 *
 * Returns: (transfer none): the name of the font to write it with, in the resources
 */
const char *
ff_pdf_fonts_find (FfPdfFonts *self, const char *language)
{
  char *name;

  g_return_val_if_fail (self != NULL && language != NULL, NULL);

  name = g_hash_table_lookup (self->names, language);
  if (name == NULL)
    {
      name = add_font (self, language);
      g_hash_table_insert (self->names, g_strdup (language), name);
    }

  return name;
}

/**
 * ff_pdf_fonts_get_resources:
 * @self: fonts
 *
 * Returns: an indirect dictionary; fonts asked for later are in it, too
 */
qpdf_oh
ff_pdf_fonts_get_resources (FfPdfFonts *self)
{
  return self->resources;
}
