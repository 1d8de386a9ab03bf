/* bench-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long one worksheet takes from its source to a PDF on disk.
 *
 * bench-paper HANDOUT FILE TIMES   prints the first, with fonts still to be found, and the median, in microseconds
 */

#include <stdio.h>

#include "ff-handout-sheet.h"
#include "ff-handout.h"
#include "ff-pdf.h"

static gboolean
write_sheet (const char *id, const char *path, GError **error)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (FfHandout) handout = ff_handout_load (id, catalogue, error);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  FfPaperStyle style = { .size = FF_PAPER_A4 };

  if (handout == NULL)
    return FALSE;
  g_ptr_array_add (sheets, ff_handout_sheet_new (handout, &style, NULL));

  return ff_pdf_write (sheets, 1, ff_handout_get_title (handout), path, error);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = argc == 4 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 0;
  gint64 first;

  if (n == 0)
    {
      g_printerr ("bench-paper HANDOUT FILE TIMES\n");
      return 2;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 began = g_get_monotonic_time ();
      gint64 took;

      if (!write_sheet (argv[1], argv[2], &error))
        {
          g_printerr ("bench-paper: %s\n", error->message);
          return 1;
        }
      took = g_get_monotonic_time () - began;
      g_array_append_val (times, took);
    }
  first = g_array_index (times, gint64, 0);
  g_array_sort (times, compare);
  printf ("%d %d\n", (int) first, (int) g_array_index (times, gint64, n / 2));

  return 0;
}
