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
#define SCREEN_BASELINE 22.0
#define APP_NAME "Fourfold"
#define RULE 0.6
#define MOST_HELP 60.0 /* points; smaller beyond */

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
get_baseline (const FfTypesetter *typesetter)
{
  return typesetter->screen ? SCREEN_BASELINE : BASELINE;
}

static PangoLayout *
set_help (FfTypesetter *typesetter, const char *help)
{
  return ff_typesetter_fit (typesetter, FF_STYLE_HINT, help, typesetter->width, MOST_HELP);
}

/* How far above the paper's edge the small line begins. */
static double
get_line_top (FfTypesetter *typesetter)
{
  g_autoptr (PangoLayout) name = ff_typesetter_text (typesetter, FF_STYLE_FOOT, APP_NAME, -1);

  return get_baseline (typesetter) + ff_text_baseline (name);
}

/* Where to turn now, with a rule over it, above the small line. */
static void
add_help (FfTypesetter *typesetter, FfPage *page, double page_height, const char *help)
{
  PangoLayout *layout = set_help (typesetter, help);
  double y = page_height - get_line_top (typesetter) - typesetter->measures.leading
             - ff_text_height (layout);

  ff_page_add_rule (page, FF_INK_FRAME, RULE, typesetter->margin, y - typesetter->measures.leading,
                    typesetter->width, 0);
  ff_page_begin (page, "P");
  ff_page_add_text (page, layout, FF_INK_BLACK, typesetter->margin, y);
  ff_page_end (page, "P");
  g_object_unref (layout);
}

static double
add_text (const FfTypesetter *typesetter,
          FfPage *page,
          PangoLayout *layout,
          double page_height,
          double x)
{
  ff_page_begin (page, "P");
  ff_page_add_text (page, layout, FF_INK_FAINT, x,
                    page_height - get_baseline (typesetter) - ff_text_baseline (layout));
  ff_page_end (page, "P");

  return ff_text_width (layout);
}

/**
 * ff_foot_get_height:
 * @typesetter: the page's
 * @help: (nullable): where to turn now, which stands over the foot
 *
 * Returns: how far above the paper's edge the text has to end
 */
double
ff_foot_get_height (FfTypesetter *typesetter, const char *help)
{
  double height = get_line_top (typesetter) + typesetter->measures.gap;

  if (help != NULL)
    {
      g_autoptr (PangoLayout) layout = set_help (typesetter, help);

      height += ff_text_height (layout) + 2 * typesetter->measures.leading;
    }

  return MAX (typesetter->margin, height);
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
 * @help: (nullable): where to turn now, on a line of its own above
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
             const char *text,
             const char *help)
{
  g_autoptr (PangoLayout) name = ff_typesetter_text (typesetter, FF_STYLE_FOOT, APP_NAME, -1);
  double end = typesetter->margin + typesetter->width - ff_text_width (name);
  double gap = typesetter->measures.gap;

  ff_page_set_kind (page, FF_BLOCK_PARAGRAPH);
  if (help != NULL)
    add_help (typesetter, page, page_height, help);
  add_text (typesetter, page, name, page_height, end);
  if (n_pages > 1)
    {
      g_autofree char *words = describe_page (catalogue, number + 1, n_pages);
      g_autoptr (PangoLayout) layout = ff_typesetter_text (typesetter, FF_STYLE_FOOT, words, -1);

      end -= ff_text_width (layout) + gap;
      add_text (typesetter, page, layout, page_height, end);
    }
  if (text != NULL && *text != '\0')
    {
      g_autoptr (PangoLayout) layout
          = ff_typesetter_text (typesetter, FF_STYLE_FOOT, text, end - gap - typesetter->margin);

      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      add_text (typesetter, page, layout, page_height, typesetter->margin);
    }
}
