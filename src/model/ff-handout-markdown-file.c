/* ff-handout-markdown-file.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the Markdown of a handout out of a file, whatever the file turns out to be.
 */

#include "ff-config.h"

#include "ff-handout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a text ends before its file does, it is none. */
static gboolean
is_text (const char *text, gsize length, GPtrArray *problems)
{
  FfHandoutProblem *problem;
  gsize end = strlen (text);

  if (end == length)
    return TRUE;

  problem = g_new0 (FfHandoutProblem, 1);
  problem->line = 1;
  for (gsize i = 0; i < end; i++)
    problem->line += text[i] == '\n' ? 1 : 0;
  problem->text
      = g_strdup (_ ("Something in this line is not text: save the file as text in UTF-8, and try "
                     "again."));
  g_ptr_array_add (problems, problem);

  return FALSE;
}

/**
 * ff_handout_read_markdown:
 * @file: a file that may be anything, also one without an end
 * @problems: (element-type FfHandoutProblem): what is wrong with it is added to it
 * @error: why it cannot be read
 *
 * Reads no more than a handout may have, and one byte: enough to see that it is too long.
 *
 * Returns: (transfer full) (nullable): what ff_handout_new_from_markdown() takes; %NULL with a problem or an error
 */
char *
ff_handout_read_markdown (GFile *file, GPtrArray *problems, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  text = g_malloc0 (FF_HANDOUT_MAX_BYTES + 2);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), text, FF_HANDOUT_MAX_BYTES + 1, &length,
                                NULL, error)
      || !is_text (text, length, problems))
    return NULL;

  return g_steal_pointer (&text);
}
