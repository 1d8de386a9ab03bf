/* bench-library.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-library HTML TIMES: lays every handout out and draws its first page, as a preview begins, and prints in microseconds of
 * its own time the first of all, with fonts still to be found, the median and the slowest of the rest, and how many there were. Writes the same text as HTML for
 * another program to lay out.
 */

#include <stdio.h>
#include <time.h>

#include "ff-handout-sheet.h"
#include "ff-handout.h"

#define STYLE                                                                                      \
  "@page{size:A4;margin:17mm}body{font:10.5pt sans-serif}.break{break-before:page}"                \
  "table{width:100%;border-collapse:collapse}td,th{border:.75pt solid;height:16mm;"                \
  "text-align:start;vertical-align:top}.line{border-bottom:.5pt solid;height:8mm}"

static void
append (GString *html, const char *element, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s>%s</%s>\n", element, escaped, element);
}

static void
append_cells (GString *html, const char *element, const FfBlock *block, const char *first)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < block->parts->len; i++)
    append (html, element,
            first == NULL ? ff_block_get_part (block, i)->title
            : i == 0      ? first
                          : "");
  g_string_append (html, "</tr>");
}

static void
append_table (GString *html, const FfBlock *block, guint n_empty)
{
  g_string_append (html, "<table>");
  append_cells (html, "th", block, NULL);
  for (guint i = 0; i < block->rows->len; i++)
    append_cells (html, "td", block, ff_block_get_row (block, i)->title);
  for (guint i = 0; i < n_empty; i++)
    append_cells (html, "td", block, "");
  g_string_append (html, "</table>\n");
}

static void
append_parts (GString *html, const char *element, const FfBlock *block)
{
  for (guint i = 0; i < block->parts->len; i++)
    append (html, element, ff_block_get_part (block, i)->title);
}

static void
append_list (GString *html, const char *list, const FfBlock *block)
{
  g_string_append_printf (html, "<%s>", list);
  append_parts (html, "li", block);
  g_string_append_printf (html, "</%s>\n", list);
}

static void
append_lines (GString *html, guint n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    g_string_append (html, "<div class=line></div>");
}

static void
append_block (GString *html, const FfBlock *block)
{
  if (block->text != NULL)
    append (html, block->kind == FF_BLOCK_HEADING ? "h2" : "p", block->text);
  switch (block->kind)
    {
    case FF_BLOCK_STEPS:
      append_list (html, "ol", block);
      break;

    case FF_BLOCK_CHECKLIST:
    case FF_BLOCK_LIST:
      append_list (html, "ul", block);
      break;

    case FF_BLOCK_TABLE:
    case FF_BLOCK_WEEK:
      append_table (html, block, block->kind == FF_BLOCK_TABLE ? block->count : 0);
      break;

    case FF_BLOCK_GRID:
      append_table (html, block, 1);
      break;

    case FF_BLOCK_LINES:
      append_lines (html, block->count);
      break;

    case FF_BLOCK_HEADING:
    case FF_BLOCK_PARAGRAPH:
    case FF_BLOCK_FIELDS:
    case FF_BLOCK_SCALE:
    case FF_BLOCK_WHEEL:
    case FF_BLOCK_WAVE:
    case FF_BLOCK_CYCLE:
    case FF_BLOCK_HELP_LINES:
    case FF_BLOCK_BREAK:
    default:
      append_parts (html, "p", block);
      break;
    }
}

static void
append_handout (GString *html, FfHandout *handout)
{
  GPtrArray *blocks = ff_handout_get_blocks (handout);

  g_string_append (html, "<section class=break>");
  append (html, "h1", ff_handout_get_title (handout));
  append (html, "p", ff_handout_get_summary (handout));
  for (guint i = 0; i < blocks->len; i++)
    append_block (html, g_ptr_array_index (blocks, i));
  g_string_append (html, "</section>\n");
}

static gboolean
write_html (GPtrArray *handouts, const char *path, GError **error)
{
  g_autoptr (GString) html = g_string_new ("<!doctype html><html lang=en><meta charset=utf-8>"
                                           "<title>Handouts</title><style>" STYLE "</style>\n");

  for (guint i = 0; i < handouts->len; i++)
    append_handout (html, g_ptr_array_index (handouts, i));

  return g_file_set_contents (path, html->str, (gssize) html->len, error);
}

/* Of the processor, not of the clock on the wall. */
static gint64
get_own_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* As a preview begins: from a handout to the picture of its first page, at 96 dots an inch. */
static gint64
time_preview (FfHandout *handout)
{
  const FfPaperStyle style = { .size = FF_PAPER_A4 };
  gint64 began = get_own_time ();
  g_autoptr (FfSheet) sheet = ff_handout_sheet_new (handout, &style, NULL);
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  ff_sheet_get_page_size (sheet, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * 96 / 72),
                                        (int) (height * 96 / 72));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 96.0 / 72, 96.0 / 72);
  ff_sheet_draw_page (sheet, 0, cr);
  cairo_surface_flush (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return get_own_time () - began;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static void
print_previews (GPtrArray *handouts, guint times)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first = time_preview (g_ptr_array_index (handouts, 0));

  for (guint i = 0; i < times * handouts->len; i++)
    {
      gint64 time = time_preview (g_ptr_array_index (handouts, i % handouts->len));

      g_array_append_val (taken, time);
    }
  g_array_sort (taken, compare);
  printf ("%d %d %d %u\n", (int) first, (int) g_array_index (taken, gint64, taken->len / 2),
          (int) g_array_index (taken, gint64, taken->len - 1), taken->len);
}

int
main (int argc, char *argv[])
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GPtrArray) handouts = NULL;
  g_autoptr (GError) error = NULL;
  guint times = argc == 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;

  if (times == 0)
    {
      g_printerr ("bench-library HTML TIMES\n");
      return 2;
    }
  handouts = ff_handout_load_all (catalogue, &error);
  if (handouts == NULL || !write_html (handouts, argv[1], &error))
    {
      g_printerr ("bench-library: %s\n", error->message);
      return 1;
    }
  print_previews (handouts, times);

  return 0;
}
