/* ff-catalogue.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Translations in a language chosen for a sheet of paper, whatever the app's own language is.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_CATALOGUE (ff_catalogue_get_type ())

G_DECLARE_FINAL_TYPE (FfCatalogue, ff_catalogue, FF, CATALOGUE, GObject)

/* Reads @directory/LL/LC_MESSAGES/fourfold.mo, with fr_CA falling back to fr; gettext itself can only look up in the process's
 * language. A language with no (or a damaged) file gives the English source texts. @directory NULL: FF_LOCALE_DIR, or what the environment variable FOURFOLD_LOCALE_DIR
 * says. @language is BCP 47 or a locale name, NULL or "" = the app's own. */
FfCatalogue *ff_catalogue_new            (const char  *directory,
                                          const char  *language);
const char  *ff_catalogue_get_language   (FfCatalogue *self); /* BCP 47, of the texts that it gives; "en" where it has none */
gboolean     ff_catalogue_is_right_to_left (FfCatalogue *self);
const char  *ff_catalogue_lookup         (FfCatalogue *self,
                                          const char  *msgid); /* @msgid itself where there is no translation */
const char  *ff_catalogue_lookup_context (FfCatalogue *self,
                                          const char  *context,
                                          const char  *msgid);
/* BCP 47 tags for which translations are installed, "en" always among them. */
GStrv        ff_catalogue_list_languages (const char  *directory);

G_END_DECLS
