/* ff-foot.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets the small line at the foot of a page.
 */

#include "ff-config.h"

#include "ff-foot.h"

#include <glib/gi18n-lib.h>

#define POINTS_PER_MM (72.0 / 25.4)
#define BASELINE (10 * POINTS_PER_MM) /* from the paper's edge */
#define APP_NAME "Fourfold"

/* "Page 1 of 2", in the paper's language. */
static char *
describe_page (FfCatalogue *catalogue, guint page, guint n_pages)
{
  /* Translators: stands at the foot of a sheet; keep {page} and {pages}, they become numbers */
  const char *text = ff_catalogue_lookup (catalogue, N_ ("Page {page} of {pages}"));
  g_autoptr (GString) result = g_string_new (text);
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *total = g_strdup_printf ("%u", n_pages);

  g_string_replace (result, "{page}", number, 1);
  g_string_replace (result, "{pages}", total, 1);

  return g_string_free_and_steal (g_steal_pointer (&result));
}

static double
add_text (FfPage *page, PangoLayout *layout, double page_height, double x)
{
  ff_page_begin (page, "P");
  ff_page_add_text (page, layout, FF_INK_FAINT, x,
                    page_height - BASELINE - ff_text_baseline (layout));
  ff_page_end (page, "P");

  return ff_text_width (layout);
}

/**
 * ff_foot_get_height:
 * @typesetter: the page's
 *
 * Returns: how far above the paper's edge the text has to end
 */
double
ff_foot_get_height (FfTypesetter *typesetter)
{
  g_autoptr (PangoLayout) name = ff_typesetter_text (typesetter, FF_STYLE_FOOT, APP_NAME, -1);

  return MAX (typesetter->margin, BASELINE + ff_text_baseline (name) + typesetter->measures.gap);
}

/**
 * ff_foot_add:
 * @typesetter: the page's
 * @catalogue: the paper's language
 * @page: where it goes
 * @page_height: of the paper
 * @number: of the page, from 0
 * @n_pages: how many there are
 * @text: (nullable): what stands where reading begins, such as a group's name
 *
 * Our name stands where reading ends, the page's number before it where there are several.
 */
void
ff_foot_add (FfTypesetter *typesetter,
             FfCatalogue *catalogue,
             FfPage *page,
             double page_height,
             guint number,
             guint n_pages,
             const char *text)
{
  g_autoptr (PangoLayout) name = ff_typesetter_text (typesetter, FF_STYLE_FOOT, APP_NAME, -1);
  double end = typesetter->margin + typesetter->width - ff_text_width (name);
  double gap = typesetter->measures.gap;

  ff_page_set_kind (page, FF_BLOCK_PARAGRAPH);
  add_text (page, name, page_height, end);
  if (n_pages > 1)
    {
      g_autofree char *words = describe_page (catalogue, number + 1, n_pages);
      g_autoptr (PangoLayout) layout = ff_typesetter_text (typesetter, FF_STYLE_FOOT, words, -1);

      end -= ff_text_width (layout) + gap;
      add_text (page, layout, page_height, end);
    }
  if (text != NULL && *text != '\0')
    {
      g_autoptr (PangoLayout) layout
          = ff_typesetter_text (typesetter, FF_STYLE_FOOT, text, end - gap - typesetter->margin);

      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      add_text (page, layout, page_height, typesetter->margin);
    }
}
