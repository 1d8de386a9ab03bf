/* write-handouts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * write-handouts FOLDER LANGUAGE: every handout as a PDF, on both papers and in both sizes of print. Prints a line of JSON for each:
 * what is in it, in the order of reading, and where a person writes. pack.pdf has several copies of one of them.
 */

#include <json-glib/json-glib.h>
#include <stdio.h>

#include "ff-handout-sheet.h"
#include "ff-pdf.h"

static const char *const kinds[]
    = { [FF_AREA_TEXT] = "text", [FF_AREA_CHECK] = "check", [FF_AREA_CHOICE] = "choice" };

static void
add_string (JsonBuilder *builder, const char *name, const char *string)
{
  json_builder_set_member_name (builder, name);
  if (string != NULL)
    json_builder_add_string_value (builder, string);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

static void
add_areas (JsonBuilder *builder, FfSheet *sheet)
{
  gsize n;
  const FfSheetArea *areas = ff_sheet_get_areas (sheet, &n);

  json_builder_set_member_name (builder, "areas");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "kind", kinds[areas[i].kind]);
      add_string (builder, "key", areas[i].key);
      add_string (builder, "label", areas[i].label);
      add_string (builder, "option", areas[i].option);
      json_builder_set_member_name (builder, "multiline");
      json_builder_add_boolean_value (builder, areas[i].multiline);
      add_number (builder, "size", areas[i].font_size);
      add_number (builder, "page", areas[i].page);
      add_number (builder, "x", areas[i].x);
      add_number (builder, "y", areas[i].y);
      add_number (builder, "width", areas[i].width);
      add_number (builder, "height", areas[i].height);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_parts (JsonBuilder *builder, GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    json_builder_add_string_value (builder, ((FfBlockPart *) g_ptr_array_index (parts, i))->title);
}

static void
add_texts (JsonBuilder *builder, FfHandout *handout)
{
  GPtrArray *blocks = ff_handout_get_blocks (handout);

  json_builder_set_member_name (builder, "texts");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, ff_handout_get_title (handout));
  json_builder_add_string_value (builder, ff_handout_get_summary (handout));
  for (guint i = 0; i < blocks->len; i++)
    {
      const FfBlock *block = g_ptr_array_index (blocks, i);

      if (block->text != NULL)
        json_builder_add_string_value (builder, block->text);
      /* A wave's words stand along its axes, below what they belong to. */
      if (block->kind != FF_BLOCK_WAVE)
        add_parts (builder, block->parts);
      if (block->kind != FF_BLOCK_GRID)
        add_parts (builder, block->rows);
    }
  json_builder_end_array (builder);
}

static void
print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *line = json_to_string (root, FALSE);

  puts (line);
}

static gboolean
write_handout (FfHandout *handout, const FfPaperStyle *style, const char *folder, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s-%s-%s.pdf", ff_handout_get_id (handout),
                                           style->size == FF_PAPER_A4 ? "a4" : "letter",
                                           style->large_print ? "large" : "normal");
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  FfSheet *sheet = ff_handout_sheet_new (handout, style, NULL);
  gsize n_figures;

  g_ptr_array_add (sheets, sheet);
  if (!ff_pdf_write (sheets, 1, ff_handout_get_title (handout), path, error))
    return FALSE;

  ff_sheet_get_figures (sheet, &n_figures);
  json_builder_begin_object (builder);
  add_string (builder, "file", name);
  add_string (builder, "title", ff_handout_get_title (handout));
  add_number (builder, "pages", ff_sheet_get_n_pages (sheet));
  add_number (builder, "figures", (double) n_figures);
  add_texts (builder, handout);
  add_areas (builder, sheet);
  json_builder_end_object (builder);
  print (builder);

  return TRUE;
}

static gboolean
write_all (const char *folder, const char *language, GError **error)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (GPtrArray) handouts = ff_handout_load_all (catalogue, error);

  if (handouts == NULL)
    return FALSE;
  for (guint i = 0; i < handouts->len; i++)
    for (guint form = 0; form < 4; form++)
      {
        const FfPaperStyle style
            = { .size = form & 1 ? FF_PAPER_LETTER : FF_PAPER_A4, .large_print = (form & 2) != 0 };

        if (!write_handout (g_ptr_array_index (handouts, i), &style, folder, error))
          return FALSE;
      }

  return TRUE;
}

/* Sheets in the order of a pack: the first is wanted three times, the second once. */
static gboolean
write_pack (const char *folder, const char *language, GError **error)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (FfHandout) often = ff_handout_load ("importance-confidence", catalogue, error);
  g_autoptr (FfHandout) once = ff_handout_load ("urge-log", catalogue, error);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = g_build_filename (folder, "pack.pdf", NULL);
  const FfPaperStyle style = { .size = FF_PAPER_A4 };

  if (often == NULL || once == NULL)
    return FALSE;
  g_ptr_array_add (sheets, ff_handout_sheet_new (often, &style, NULL));
  g_ptr_array_add (sheets, ff_handout_sheet_new (once, &style, NULL));
  g_ptr_array_add (sheets, g_object_ref (sheets->pdata[0]));
  g_ptr_array_add (sheets, g_object_ref (sheets->pdata[0]));

  return ff_pdf_write (sheets, 1, "Pack", path, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      fputs ("write-handouts FOLDER LANGUAGE\n", stderr);
      return 2;
    }
  if (!write_all (argv[1], argv[2], &error) || !write_pack (argv[1], argv[2], &error))
    {
      fprintf (stderr, "write-handouts: %s\n", error->message);
      return 1;
    }

  return 0;
}
