/* ff-pdf-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a field of each area (PDF 1.7, 12.7), with the looks that it needs where nobody draws them anew.
 */

#include "ff-pdf-form.h"

#include "ff-pdf-font.h"
#include "ff-pdf-look.h"
#include "ff-pdf-writing.h"

#define FLAG_MULTILINE (1 << 12)
#define FLAG_RADIO (1 << 15)
#define BLEED 0.75 /* over the ends of the rules that lie behind */
#define QUADDING_LEFT 0
#define QUADDING_RIGHT 2
/* The answer of a box that is ticked, in PDF and in the app’s own answers. */
#define TICKED "Yes"

typedef struct
{
  qpdf_data pdf;
  FfPdfFonts *fonts;
  qpdf_oh fields;
  GArray *widgets;     /* (element-type FfPdfWidget) */
  GHashTable *choices; /* (element-type utf8 qpdf_oh): fields of one out of several, by name */
  GHashTable *names;   /* (element-type utf8): that are taken */
  GHashTable *looks;   /* (element-type utf8 qpdf_oh): of marks, which have only a few sizes */
} Form;

/* Where an area is. */
typedef struct
{
  const FfPdfPart *part;
  const FfSheetArea *area;
  qpdf_oh page;
  double page_height;
  guint writing; /* page of what is written there */
} Spot;

typedef qpdf_oh (*NewLook) (qpdf_data pdf, double width, double height);

static void
widget_clear (gpointer data)
{
  g_free (((FfPdfWidget *) data)->label);
}

static void
form_clear (Form *form)
{
  g_clear_pointer (&form->fonts, ff_pdf_fonts_free);
  g_clear_pointer (&form->choices, g_hash_table_unref);
  g_clear_pointer (&form->names, g_hash_table_unref);
  g_clear_pointer (&form->looks, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Form, form_clear)

static void
put (Form *form, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (form->pdf, dictionary, key, value);
}

static qpdf_oh parse (Form *form, const char *format, ...) G_GNUC_PRINTF (2, 3);

static qpdf_oh
parse (Form *form, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return qpdf_oh_parse (form->pdf, text);
}

/* No dots in it, which would mean fields within fields. */
static char *
make_name (const Spot *spot)
{
  return g_strdup_printf ("%u-%u/%s", spot->part->copy, spot->part->number, spot->area->key);
}

/* Two fields of one name would be one field, and show the same. */
static char *
make_unique_name (Form *form, const Spot *spot)
{
  char *name = make_name (spot);

  for (guint n = 2; g_hash_table_contains (form->names, name); n++)
    {
      g_autofree char *first = make_name (spot);

      g_free (name);
      name = g_strdup_printf ("%s (%u)", first, n);
    }
  g_hash_table_add (form->names, g_strdup (name));

  return name;
}

/* The same for all marks of a size, of which there are many. */
static qpdf_oh
share_look (Form *form, const char *what, NewLook new_look, const FfSheetArea *area)
{
  g_autofree char *key
      = g_strdup_printf ("%s %.0f %.0f", what, area->width * 10, area->height * 10);
  gpointer look;

  if (!g_hash_table_lookup_extended (form->looks, key, NULL, &look))
    {
      look = GUINT_TO_POINTER (new_look (form->pdf, area->width, area->height));
      g_hash_table_insert (form->looks, g_steal_pointer (&key), look);
    }

  return GPOINTER_TO_UINT (look);
}

/* A choice says which one it is, too. */
static char *
make_label (const FfSheetArea *area)
{
  return area->choice != NULL ? g_strdup_printf ("%s: %s", area->label, area->choice)
                              : g_strdup (area->label);
}

static qpdf_oh
new_widget (Form *form, const Spot *spot, const char *label)
{
  const FfSheetArea *area = spot->area;
  double bottom = spot->page_height - area->y - area->height;
  double bleed = area->multiline ? BLEED : 0;
  qpdf_oh widget = parse (form, "<< /Type /Annot /Subtype /Widget /F 4 >>");

  put (form, widget, "/Rect",
       ff_pdf_rectangle (form->pdf, area->x - bleed, bottom, area->x + area->width + bleed,
                         bottom + area->height));
  put (form, widget, "/P", spot->page);
  put (form, widget, "/TU", qpdf_oh_new_unicode_string (form->pdf, label));

  return qpdf_make_indirect_object (form->pdf, widget);
}

static void
set_name (Form *form, qpdf_oh field, const char *name)
{
  put (form, field, "/T", qpdf_oh_new_unicode_string (form->pdf, name));
  qpdf_oh_append_item (form->pdf, form->fields, field);
}

static qpdf_oh
new_default_appearance (Form *form, const char *font, double size)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strdup_printf ("%s %s Tf 0 g", font,
                                           g_ascii_formatd (digits, sizeof digits, "%.1f", size));

  return qpdf_oh_new_string (form->pdf, text);
}

static qpdf_oh
new_text_look (Form *form, const Spot *spot)
{
  const FfSheetArea *area = spot->area;
  qpdf_oh fonts = ff_pdf_fonts_get_resources (form->fonts);

  return ff_pdf_writing_is_in (area)
             ? ff_pdf_writing_take (form->pdf, spot->writing, area->width, area->height, fonts)
             : ff_pdf_look_new (form->pdf, area->width, area->height, "/Tx BMC\nEMC\n", fonts);
}

/* Rules to write on lie behind several lines, and would run through letters that follow closer: paper white
 * covers them once something is typed. */
static void
add_text (Form *form, const Spot *spot, qpdf_oh widget)
{
  g_autofree char *name = make_unique_name (form, spot);
  const FfSheetArea *area = spot->area;
  const char *font = ff_pdf_fonts_find (form->fonts, ff_sheet_get_language (spot->part->sheet));
  gboolean mirrored = ff_sheet_is_right_to_left (spot->part->sheet);
  qpdf_oh looks = qpdf_oh_new_dictionary (form->pdf);

  put (form, looks, "/N", new_text_look (form, spot));
  put (form, widget, "/AP", looks);
  put (form, widget, "/FT", qpdf_oh_new_name (form->pdf, "/Tx"));
  put (form, widget, "/Ff", qpdf_oh_new_integer (form->pdf, area->multiline ? FLAG_MULTILINE : 0));
  put (form, widget, "/DA", new_default_appearance (form, font, area->font_size));
  put (form, widget, "/Q",
       qpdf_oh_new_integer (form->pdf, mirrored ? QUADDING_RIGHT : QUADDING_LEFT));
  put (form, widget, "/MK", parse (form, area->multiline ? "<< /BG [1] >>" : "<< >>"));
  if (ff_pdf_writing_is_in (area))
    put (form, widget, "/V", qpdf_oh_new_unicode_string (form->pdf, area->value));
  set_name (form, widget, name);
}

/* What a mark is called in the document, and whether it is made. */
typedef struct
{
  const char *answer;
  gboolean made;
  const char *look;
  NewLook new_look;
} Mark;

/* Returns the name of the state that it is in: "/Off" where it is not made. */
static char *
set_looks (Form *form, const Spot *spot, qpdf_oh widget, const Mark *mark)
{
  qpdf_oh states = qpdf_oh_new_dictionary (form->pdf);
  qpdf_oh looks = qpdf_oh_new_dictionary (form->pdf);
  g_autofree char *made = g_strconcat ("/", mark->answer, NULL);
  char *state = g_strdup (mark->made ? made : "/Off");

  put (form, states, made, share_look (form, mark->look, mark->new_look, spot->area));
  put (form, states, "/Off", share_look (form, "empty", ff_pdf_look_empty, spot->area));
  put (form, looks, "/N", states);
  put (form, widget, "/AP", looks);
  put (form, widget, "/AS", qpdf_oh_new_name (form->pdf, state));

  return state;
}

static void
add_check (Form *form, const Spot *spot, qpdf_oh widget)
{
  const Mark mark = { TICKED, spot->area->value != NULL, "tick", ff_pdf_look_tick };
  g_autofree char *name = make_unique_name (form, spot);
  g_autofree char *state = set_looks (form, spot, widget, &mark);

  put (form, widget, "/FT", qpdf_oh_new_name (form->pdf, "/Btn"));
  put (form, widget, "/V", qpdf_oh_new_name (form->pdf, state));
  put (form, widget, "/MK", parse (form, "<< /CA (4) >>"));
  set_name (form, widget, name);
}

/* The field that the choices of one key share. */
static qpdf_oh
share_choice (Form *form, const Spot *spot)
{
  g_autofree char *name = make_name (spot);
  gpointer found;
  qpdf_oh field;

  if (g_hash_table_lookup_extended (form->choices, name, NULL, &found))
    return GPOINTER_TO_UINT (found);

  field
      = qpdf_make_indirect_object (form->pdf, parse (form, "<< /FT /Btn /Ff %d /V /Off /Kids [] >>",
                                                     FLAG_RADIO));
  put (form, field, "/TU", qpdf_oh_new_unicode_string (form->pdf, spot->area->label));
  set_name (form, field, name);
  g_hash_table_insert (form->choices, g_steal_pointer (&name), GUINT_TO_POINTER (field));

  return field;
}

static void
add_choice (Form *form, const Spot *spot, qpdf_oh widget)
{
  const FfSheetArea *area = spot->area;
  const Mark mark
      = { area->option, g_strcmp0 (area->value, area->option) == 0, "ring", ff_pdf_look_ring };
  qpdf_oh field = share_choice (form, spot);
  g_autofree char *state = set_looks (form, spot, widget, &mark);

  if (mark.made)
    put (form, field, "/V", qpdf_oh_new_name (form->pdf, state));
  put (form, widget, "/Parent", field);
  put (form, widget, "/MK", parse (form, "<< /CA (l) >>"));
  qpdf_oh_append_item (form->pdf, qpdf_oh_get_key (form->pdf, field, "/Kids"), widget);
}

static void
add_to_page (Form *form, qpdf_oh page, qpdf_oh widget)
{
  if (!qpdf_oh_has_key (form->pdf, page, "/Annots"))
    {
      put (form, page, "/Annots", qpdf_oh_new_array (form->pdf));
      /* In the order of the structure. */
      put (form, page, "/Tabs", qpdf_oh_new_name (form->pdf, "/S"));
    }
  qpdf_oh_append_item (form->pdf, qpdf_oh_get_key (form->pdf, page, "/Annots"), widget);
}

static void
add_area (Form *form, const Spot *spot)
{
  FfPdfWidget widget = { .page = spot->page, .label = make_label (spot->area) };

  widget.object = new_widget (form, spot, widget.label);
  switch (spot->area->kind)
    {
    case FF_AREA_TEXT:
      add_text (form, spot, widget.object);
      break;

    case FF_AREA_CHECK:
      add_check (form, spot, widget.object);
      break;

    case FF_AREA_CHOICE:
      add_choice (form, spot, widget.object);
      break;

    default:
      g_warn_if_reached ();
    }
  add_to_page (form, spot->page, widget.object);
  g_array_append_val (form->widgets, widget);
}

static void
add_part (Form *form, const FfPdfPart *part)
{
  gsize n_areas;
  const FfSheetArea *areas = ff_sheet_get_areas (part->sheet, &n_areas);
  double width, height;
  guint writing = part->first_writing;

  ff_sheet_get_page_size (part->sheet, &width, &height);
  for (gsize i = 0; i < n_areas; i++)
    {
      qpdf_oh page = qpdf_get_page_n (form->pdf, part->first_page + areas[i].page);
      Spot spot = { part, &areas[i], page, height, writing };

      add_area (form, &spot);
      if (ff_pdf_writing_is_in (&areas[i]))
        writing++;
    }
}

/**
 * ff_pdf_form_add:
 * @pdf: a document
 * @parts: (element-type FfPdfPart): the sheets in it
 *
 * Adds a field for each area of the sheets; choices with the same key are one field. A document without
 * areas is left as it is.
 *
 * Returns: (transfer full) (element-type FfPdfWidget): the places of the fields, in reading order
 */
GArray *
ff_pdf_form_add (qpdf_data pdf, GArray *parts)
{
  g_auto (Form) form = { pdf, ff_pdf_fonts_new (pdf) };

  form.fields = qpdf_oh_new_array (pdf);
  form.widgets = g_array_new (FALSE, FALSE, sizeof (FfPdfWidget));
  g_array_set_clear_func (form.widgets, widget_clear);
  form.choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  form.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  form.looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < parts->len; i++)
    add_part (&form, &g_array_index (parts, FfPdfPart, i));

  if (form.widgets->len > 0)
    {
      const FfPdfPart *first = &g_array_index (parts, FfPdfPart, 0);
      const char *font = ff_pdf_fonts_find (form.fonts, ff_sheet_get_language (first->sheet));
      qpdf_oh whole = qpdf_oh_new_dictionary (pdf);

      put (&form, whole, "/Fields", form.fields);
      put (&form, whole, "/DA", new_default_appearance (&form, font, 0));
      put (&form, whole, "/DR", ff_pdf_fonts_get_resources (form.fonts));
      put (&form, qpdf_get_root (pdf), "/AcroForm", qpdf_make_indirect_object (pdf, whole));
    }

  return form.widgets;
}
