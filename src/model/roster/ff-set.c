/* ff-set.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few words in order, each of them once.
 */

#include "ff-set.h"

#include <string.h>

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GStrv
ff_set_new (const char *const *values)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) set = g_strv_builder_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (*values[i] != '\0')
      g_ptr_array_add (sorted, (char *) values[i]);
  g_ptr_array_sort (sorted, compare);
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || !g_str_equal (sorted->pdata[i - 1], sorted->pdata[i]))
      g_strv_builder_add (set, sorted->pdata[i]);
  return g_strv_builder_end (set);
}

gboolean
ff_set_contains (const char *const *set, const char *value)
{
  int order = -1;

  for (guint i = 0; set[i] != NULL && order < 0; i++)
    order = strcmp (set[i], value);
  return order == 0;
}
