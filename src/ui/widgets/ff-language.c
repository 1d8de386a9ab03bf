/* ff-language.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a language is called.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-catalogue.h"
#include "ff-language.h"

/**
 * ff_language_get_name:
 * @tag: a BCP 47 tag, like "fr-CA"
 *
 * Each translation says what its own language is called, so that people find theirs whatever the program speaks.
 *
 * Returns: (transfer full): like "Français"; the tag itself where its translation does not say
 */
char *
ff_language_get_name (const char *tag)
{
  g_autoptr (FfCatalogue) catalogue = NULL;
  const char *name;

  g_return_val_if_fail (tag != NULL, NULL);

  catalogue = ff_catalogue_new (NULL, tag);
  /* Translators: not “English” in your language, but your language's own name in itself, like “Français” */
  name = ff_catalogue_lookup_context (catalogue, "language name", NC_ ("language name", "English"));
  if (g_str_equal (name, "English") && !g_str_has_prefix (tag, "en"))
    name = tag;

  return g_strdup (name);
}
