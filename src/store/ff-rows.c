/* ff-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-rows.h"

GPtrArray *
ff_rows_list (FfStatement *statement, FfRowReader reader, GError **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  while (ff_statement_next (statement))
    {
      gpointer object = reader (statement);

      if (object != NULL)
        g_ptr_array_add (objects, object);
    }
  if (!ff_statement_finish (statement, error))
    return NULL;
  return g_steal_pointer (&objects);
}

gpointer
ff_rows_get (FfStatement *statement, FfRowReader reader, GError **error)
{
  g_autoptr (GObject) object = NULL;

  if (ff_statement_next (statement))
    object = reader (statement);
  if (!ff_statement_finish (statement, error))
    return NULL;
  return g_steal_pointer (&object);
}

char *
ff_alias_fold (const char *alias)
{
  g_autofree char *folded = g_utf8_casefold (alias, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
}

char *
ff_alias_make_plain (const char *alias)
{
  g_autofree char *folded = g_utf8_casefold (alias, -1);
  g_autofree char *parts = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free_and_steal (g_steal_pointer (&plain));
}
