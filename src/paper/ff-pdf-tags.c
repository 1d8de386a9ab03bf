/* ff-pdf-tags.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mends the structure that cairo wrote (PDF 1.7, 14.7 and 14.8), which ends at the end of each page, and
 * knows no attributes, fields or texts for drawings.
 */

#include "ff-pdf-tags.h"

#include <string.h>

typedef struct
{
  qpdf_data pdf;
  qpdf_oh numbers; /* of the parent tree: key, element, key, element … */
  long long next_key;
  GArray *widgets; /* (element-type FfPdfWidget) */
  guint next_widget;
  const char *const *figures; /* of the part that is being mended */
  gsize n_figures;
  gsize next_figure;
} Tree;

static void mend_element (Tree *tree, qpdf_oh element);

static void
put (Tree *tree, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (tree->pdf, dictionary, key, value);
}

static gboolean
is (Tree *tree, qpdf_oh element, const char *type)
{
  return qpdf_oh_is_name_and_equals (tree->pdf, qpdf_oh_get_key (tree->pdf, element, "/S"), type);
}

static gboolean
is_element (Tree *tree, qpdf_oh kid)
{
  return qpdf_oh_is_dictionary (tree->pdf, kid) && qpdf_oh_has_key (tree->pdf, kid, "/S");
}

/* What is in an element; an array of its own even where it holds one thing, or nothing. */
static qpdf_oh
get_kids (Tree *tree, qpdf_oh element)
{
  qpdf_oh kids = qpdf_oh_get_key (tree->pdf, element, "/K");
  qpdf_oh array;

  if (qpdf_oh_is_array (tree->pdf, kids))
    return kids;

  array = qpdf_oh_new_array (tree->pdf);
  if (!qpdf_oh_is_null (tree->pdf, kids))
    qpdf_oh_append_item (tree->pdf, array, kids);
  put (tree, element, "/K", array);

  return array;
}

static qpdf_oh
new_element (Tree *tree, const char *type, qpdf_oh parent)
{
  qpdf_oh element = qpdf_oh_parse (tree->pdf, "<< /Type /StructElem /K [] >>");

  put (tree, element, "/S", qpdf_oh_new_name (tree->pdf, type));
  put (tree, element, "/P", parent);

  return qpdf_make_indirect_object (tree->pdf, element);
}

/* From an element's place in the structure to its annotation, and back. */
static void
link_widget (Tree *tree, qpdf_oh element)
{
  const FfPdfWidget *widget;
  qpdf_oh reference;

  if (tree->next_widget >= tree->widgets->len)
    return;

  widget = &g_array_index (tree->widgets, FfPdfWidget, tree->next_widget++);
  reference = qpdf_oh_parse (tree->pdf, "<< /Type /OBJR >>");
  put (tree, reference, "/Obj", widget->object);
  put (tree, reference, "/Pg", widget->page);
  qpdf_oh_append_item (tree->pdf, get_kids (tree, element), reference);
  put (tree, element, "/Alt", qpdf_oh_new_unicode_string (tree->pdf, widget->label));
  put (tree, widget->object, "/StructParent", qpdf_oh_new_integer (tree->pdf, tree->next_key));
  qpdf_oh_append_item (tree->pdf, tree->numbers, qpdf_oh_new_integer (tree->pdf, tree->next_key));
  qpdf_oh_append_item (tree->pdf, tree->numbers, element);
  tree->next_key++;
}

static void
describe_figure (Tree *tree, qpdf_oh element)
{
  if (tree->next_figure >= tree->n_figures)
    return;

  put (tree, element, "/Alt",
       qpdf_oh_new_unicode_string (tree->pdf, tree->figures[tree->next_figure++]));
}

/* What a piece of a page's content belongs to. */
static void
set_owner (Tree *tree, qpdf_oh page, int piece, qpdf_oh owner)
{
  long long key
      = qpdf_oh_get_int_value (tree->pdf, qpdf_oh_get_key (tree->pdf, page, "/StructParents"));
  int n = qpdf_oh_get_array_n_items (tree->pdf, tree->numbers);

  for (int i = 0; i + 1 < n; i += 2)
    if (qpdf_oh_get_int_value (tree->pdf, qpdf_oh_get_array_item (tree->pdf, tree->numbers, i))
        == key)
      {
        qpdf_oh owners = qpdf_oh_get_array_item (tree->pdf, tree->numbers, i + 1);

        qpdf_oh_set_array_item (tree->pdf, owners, piece, owner);
        return;
      }
}

/* What an item says is its body, which cairo's callers need not say where it has no label. */
static void
give_body (Tree *tree, qpdf_oh item)
{
  qpdf_oh kids = get_kids (tree, item);
  qpdf_oh page = qpdf_oh_get_key (tree->pdf, item, "/Pg");
  qpdf_oh body;
  int n = qpdf_oh_get_array_n_items (tree->pdf, kids);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (tree->pdf, kids, i);

      if (is_element (tree, kid) && (is (tree, kid, "/LBody") || is (tree, kid, "/Lbl")))
        return;
    }

  body = new_element (tree, "/LBody", item);
  put (tree, body, "/K", kids);
  if (!qpdf_oh_is_null (tree->pdf, page))
    put (tree, body, "/Pg", page);
  put (tree, item, "/K", qpdf_oh_wrap_in_array (tree->pdf, body));
  for (int i = 0; i < n; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (tree->pdf, kids, i);

      if (is_element (tree, kid))
        put (tree, kid, "/P", body);
      else if (qpdf_oh_is_integer (tree->pdf, kid))
        set_owner (tree, page, qpdf_oh_get_int_value_as_int (tree->pdf, kid), body);
    }
}

/* A heading is that of its column where its row has nothing but headings, else of its row. */
static void
give_scope (Tree *tree, qpdf_oh row)
{
  qpdf_oh cells = get_kids (tree, row);
  int n = qpdf_oh_get_array_n_items (tree->pdf, cells);
  gboolean of_columns = TRUE;

  for (int i = 0; i < n; i++)
    of_columns = of_columns && is (tree, qpdf_oh_get_array_item (tree->pdf, cells, i), "/TH");

  for (int i = 0; i < n; i++)
    {
      qpdf_oh cell = qpdf_oh_get_array_item (tree->pdf, cells, i);

      if (is (tree, cell, "/TH"))
        put (tree, cell, "/A",
             qpdf_oh_parse (tree->pdf, of_columns ? "<< /O /Table /Scope /Column >>"
                                                  : "<< /O /Table /Scope /Row >>"));
    }
}

static void
mend_kids (Tree *tree, qpdf_oh element)
{
  qpdf_oh kids = get_kids (tree, element);
  int n = qpdf_oh_get_array_n_items (tree->pdf, kids);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (tree->pdf, kids, i);

      if (is_element (tree, kid))
        mend_element (tree, kid);
    }
}

/* Recursive: text and its containers are a handful of levels deep. */
static void
mend_element (Tree *tree, qpdf_oh element)
{
  mend_kids (tree, element);
  if (is (tree, element, "/Form"))
    link_widget (tree, element);
  else if (is (tree, element, "/Figure"))
    describe_figure (tree, element);
  else if (is (tree, element, "/LI"))
    give_body (tree, element);
  else if (is (tree, element, "/TR"))
    give_scope (tree, element);
}

static void
move_kids (Tree *tree, qpdf_oh from, qpdf_oh to)
{
  qpdf_oh kids = get_kids (tree, from);
  qpdf_oh target = get_kids (tree, to);
  int n = qpdf_oh_get_array_n_items (tree->pdf, kids);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (tree->pdf, kids, i);

      put (tree, kid, "/P", to);
      qpdf_oh_append_item (tree->pdf, target, kid);
    }
}

/* All pages of a sheet go together, and say their language where it is another than the document's. */
static void
mend_part (Tree *tree, const FfPdfPart *part, const char *language, qpdf_oh pages, qpdf_oh parent)
{
  qpdf_oh section = new_element (tree, "/Part", parent);

  put (tree, section, "/T",
       qpdf_oh_new_unicode_string (tree->pdf, ff_sheet_get_title (part->sheet)));
  if (!g_str_equal (ff_sheet_get_language (part->sheet), language))
    put (tree, section, "/Lang",
         qpdf_oh_new_unicode_string (tree->pdf, ff_sheet_get_language (part->sheet)));
  for (guint i = 0; i < ff_sheet_get_n_pages (part->sheet); i++)
    move_kids (tree, qpdf_oh_get_array_item (tree->pdf, pages, (int) (part->first_page + i)),
               section);
  qpdf_oh_append_item (tree->pdf, get_kids (tree, parent), section);

  tree->figures = ff_sheet_get_figures (part->sheet, &tree->n_figures);
  tree->next_figure = 0;
  mend_kids (tree, section);
}

/**
 * ff_pdf_tags_mend:
 * @pdf: a document as cairo wrote it, with one "Document" a page in its structure
 * @parts: (element-type FfPdfPart): the sheets in it
 * @widgets: (element-type FfPdfWidget): of its fields, one for each "Form" in the structure, in order
 *
 * Leaves one document of parts: items of lists have bodies, headings of tables a direction, drawings a
 * text, and fields their place.
 */
void
ff_pdf_tags_mend (qpdf_data pdf, GArray *parts, GArray *widgets)
{
  Tree tree = { .pdf = pdf, .widgets = widgets };
  const char *language = ff_sheet_get_language (g_array_index (parts, FfPdfPart, 0).sheet);
  qpdf_oh root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
  qpdf_oh pages = get_kids (&tree, root);
  qpdf_oh whole = new_element (&tree, "/Document", root);
  int n;

  tree.numbers = qpdf_oh_get_key (pdf, qpdf_oh_get_key (pdf, root, "/ParentTree"), "/Nums");
  n = qpdf_oh_get_array_n_items (pdf, tree.numbers);
  tree.next_key
      = n > 1 ? qpdf_oh_get_int_value (pdf, qpdf_oh_get_array_item (pdf, tree.numbers, n - 2)) + 1
              : 0;
  for (guint i = 0; i < parts->len; i++)
    mend_part (&tree, &g_array_index (parts, FfPdfPart, i), language, pages, whole);
  put (&tree, root, "/K", qpdf_oh_wrap_in_array (pdf, whole));
  put (&tree, root, "/ParentTreeNextKey", qpdf_oh_new_integer (pdf, tree.next_key));
}
