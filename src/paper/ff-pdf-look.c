/* ff-pdf-look.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the marks that a person makes, in PDF's own operators (PDF 1.7, 8.5 and 12.5.5).
 */

#include "ff-pdf-look.h"

#include <string.h>

#define PEN 1.6
/* Of a quarter of a circle as a Bézier curve. */
#define KAPPA 0.5523

/* A number as PDF has it, whatever the locale's decimal point. */
static void
append_number (GString *content, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (content, g_ascii_formatd (digits, sizeof digits, "%.3f", number));
  g_string_append_c (content, ' ');
}

static void
append_operator (GString *content, const double *numbers, guint n_numbers, const char *operator)
{
  for (guint i = 0; i < n_numbers; i++)
    append_number (content, numbers[i]);
  g_string_append (content, operator);
  g_string_append_c (content, '\n');
}

/**
 * ff_pdf_rectangle:
 * @pdf: a document
 * @x1: left
 * @y1: bottom
 * @x2: right
 * @y2: top
 *
 * Returns: a new array
 */
qpdf_oh
ff_pdf_rectangle (qpdf_data pdf, double x1, double y1, double x2, double y2)
{
  const double numbers[] = { x1, y1, x2, y2 };
  qpdf_oh array = qpdf_oh_new_array (pdf);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    qpdf_oh_append_item (pdf, array, qpdf_oh_new_real_from_double (pdf, numbers[i], 2));

  return array;
}

/**
 * ff_pdf_look_new:
 * @pdf: a document
 * @width: in points
 * @height: in points
 * @content: what draws it
 * @resources: the fonts that this needs
 *
 * Returns: a new form XObject
 */
qpdf_oh
ff_pdf_look_new (qpdf_data pdf, double width, double height, const char *content, qpdf_oh resources)
{
  qpdf_oh look = qpdf_oh_new_stream (pdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, look);
  qpdf_oh none = qpdf_oh_new_null (pdf);

  qpdf_oh_replace_key (pdf, dictionary, "/Type", qpdf_oh_new_name (pdf, "/XObject"));
  qpdf_oh_replace_key (pdf, dictionary, "/Subtype", qpdf_oh_new_name (pdf, "/Form"));
  qpdf_oh_replace_key (pdf, dictionary, "/BBox", ff_pdf_rectangle (pdf, 0, 0, width, height));
  qpdf_oh_replace_key (pdf, dictionary, "/Resources", resources);
  qpdf_oh_replace_stream_data (pdf, look, (const unsigned char *) content, strlen (content), none,
                               none);

  return look;
}

static qpdf_oh
new_mark (qpdf_data pdf, double width, double height, const char *content)
{
  return ff_pdf_look_new (pdf, width, height, content, qpdf_oh_new_dictionary (pdf));
}

/**
 * ff_pdf_look_empty:
 * @pdf: a document
 * @width: in points
 * @height: in points
 *
 * Returns: the appearance of a mark that is not made
 */
qpdf_oh
ff_pdf_look_empty (qpdf_data pdf, double width, double height)
{
  return new_mark (pdf, width, height, "");
}

/**
 * ff_pdf_look_tick:
 * @pdf: a document
 * @width: in points
 * @height: in points
 *
 * Returns: a tick as a pen makes it
 */
qpdf_oh
ff_pdf_look_tick (qpdf_data pdf, double width, double height)
{
  g_autoptr (GString) content = g_string_new ("q 1 J 1 j 0 G\n");

  append_operator (content, (double[]) { PEN }, 1, "w");
  append_operator (content, (double[]) { width * 0.2, height * 0.52 }, 2, "m");
  append_operator (content, (double[]) { width * 0.42, height * 0.24 }, 2, "l");
  append_operator (content, (double[]) { width * 0.82, height * 0.8 }, 2, "l");
  g_string_append (content, "S Q\n");

  return new_mark (pdf, width, height, content->str);
}

/* A quarter of an ellipse around (x, y), from the direction (fx, fy) to (tx, ty). */
static void
append_quarter (GString *content, double x, double y, double fx, double fy, double tx, double ty)
{
  append_operator (content,
                   (double[]) { x + fx + KAPPA * tx, y + fy + KAPPA * ty, x + tx + KAPPA * fx,
                                y + ty + KAPPA * fy, x + tx, y + ty },
                   6, "c");
}

/**
 * ff_pdf_look_ring:
 * @pdf: a document
 * @width: in points
 * @height: in points
 *
 * Returns: a ring around what is printed there
 */
qpdf_oh
ff_pdf_look_ring (qpdf_data pdf, double width, double height)
{
  g_autoptr (GString) content = g_string_new ("q 0 G\n");
  double x = width / 2, y = height / 2;
  double across = x - PEN / 2, up = y - PEN / 2;

  append_operator (content, (double[]) { PEN }, 1, "w");
  append_operator (content, (double[]) { x + across, y }, 2, "m");
  append_quarter (content, x, y, across, 0, 0, up);
  append_quarter (content, x, y, 0, up, -across, 0);
  append_quarter (content, x, y, -across, 0, 0, -up);
  append_quarter (content, x, y, 0, -up, across, 0);
  g_string_append (content, "s Q\n");

  return new_mark (pdf, width, height, content->str);
}
