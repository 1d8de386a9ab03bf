/* ff-paper-choices.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that choose the language and the paper of what is printed, kept in the settings.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-catalogue.h"
#include "ff-language.h"
#include "ff-paper-choices.h"

/* In the order of the schema's values, and of the row. */
static const char *const papers[] = { "auto", "a4", "letter", NULL };

static gboolean
language_to_place (GValue *value, GVariant *variant, gpointer data)
{
  const char *const *languages = data;
  const char *chosen = g_variant_get_string (variant, NULL);
  guint place = 0;

  for (guint i = 0; languages[i] != NULL; i++)
    if (g_str_equal (languages[i], chosen))
      place = i + 1;
  g_value_set_uint (value, place);
  return TRUE;
}

static GVariant *
place_to_language (const GValue *value, const GVariantType *type, gpointer data)
{
  const char *const *languages = data;
  guint place = g_value_get_uint (value);

  if (place > g_strv_length ((GStrv) languages))
    return NULL;
  return g_variant_new_string (place == 0 ? "" : languages[place - 1]);
}

/**
 * ff_paper_choices_bind_language:
 * @row: a row to choose from
 * @settings: the program's
 * @group: (nullable): whose language handouts are in where none is chosen
 *
 * Offers every language there is; anew for another group.
 */
void
ff_paper_choices_bind_language (AdwComboRow *row, GSettings *settings, FfGroup *group)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (G_IS_SETTINGS (settings));

  GStrv languages = ff_catalogue_list_languages (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean has_own = group != NULL && *ff_group_get_language (group) != '\0';

  gtk_string_list_append (names, has_own ? _ ("The group’s") : _ ("The app’s"));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = ff_language_get_name (languages[i]);

      gtk_string_list_append (names, name);
    }
  /* Other names choose the first of them for a moment, which is nobody's choice. */
  g_settings_unbind (row, "selected");
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  g_settings_bind_with_mapping (settings, "handout-language", row, "selected",
                                G_SETTINGS_BIND_DEFAULT, language_to_place, place_to_language,
                                languages, (GDestroyNotify) g_strfreev);
}

static gboolean
paper_to_place (GValue *value, GVariant *variant, gpointer data)
{
  const char *chosen = g_variant_get_string (variant, NULL);

  for (guint i = 0; papers[i] != NULL; i++)
    if (g_str_equal (papers[i], chosen))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
place_to_paper (const GValue *value, const GVariantType *type, gpointer data)
{
  guint place = g_value_get_uint (value);

  return place < G_N_ELEMENTS (papers) - 1 ? g_variant_new_string (papers[place]) : NULL;
}

/**
 * ff_paper_choices_bind_paper:
 * @row: a row to choose from
 * @settings: the program's
 *
 * Offers the sizes of paper, first the one that is usual here.
 */
void
ff_paper_choices_bind_paper (AdwComboRow *row, GSettings *settings)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (G_IS_SETTINGS (settings));

  const char *usual = ff_paper_size_get_default () == FF_PAPER_LETTER ? _ ("Letter") : _ ("A4");
  /* Translators: %s is the size of paper that is usual here, A4 or Letter */
  g_autofree char *automatic = g_strdup_printf (_ ("As usual here (%s)"), usual);
  const char *names[] = { automatic, _ ("A4"), _ ("Letter"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  g_settings_unbind (row, "selected");
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  g_settings_bind_with_mapping (settings, "paper", row, "selected", G_SETTINGS_BIND_DEFAULT,
                                paper_to_place, place_to_paper, NULL, NULL);
}

/**
 * ff_paper_choices_get_size:
 * @settings: the program's
 *
 * Returns: the paper to print on
 */
FfPaperSize
ff_paper_choices_get_size (GSettings *settings)
{
  /* In the order of the schema's values. */
  switch (g_settings_get_enum (settings, "paper"))
    {
    case 1:
      return FF_PAPER_A4;

    case 2:
      return FF_PAPER_LETTER;

    default:
      return ff_paper_size_get_default ();
    }
}

/**
 * ff_paper_choices_bind_large:
 * @row: a row to switch
 * @settings: the program's
 *
 * Offers large print.
 */
void
ff_paper_choices_bind_large (AdwSwitchRow *row, GSettings *settings)
{
  g_return_if_fail (ADW_IS_SWITCH_ROW (row));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_bind (settings, "large-print", row, "active", G_SETTINGS_BIND_DEFAULT);
}

/**
 * ff_paper_choices_watch:
 * @settings: the program's
 * @callback: called with @object alone when the language, the size or the print is chosen anew
 * @object: whose matter that is, as long as it is there
 */
void
ff_paper_choices_watch (GSettings *settings, GCallback callback, GObject *object)
{
  static const char *const signals[]
      = { "changed::handout-language", "changed::paper", "changed::large-print" };

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (G_IS_OBJECT (object));

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (settings, signals[i], callback, object, G_CONNECT_SWAPPED);
}
