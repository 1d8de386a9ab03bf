/* ff-search-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One result of a search: whose words, when, and the words themselves.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-search-row.h"
#include "ff-search-snippet.h"

#define MOST_LINES 4

struct _FfSearchRow
{
  GtkBox parent_instance;

  GtkLabel *who;
  GtkLabel *when;
  GtkLabel *words;
  GtkLabel *what;
};

G_DEFINE_FINAL_TYPE (FfSearchRow, ff_search_row, GTK_TYPE_BOX)

static GtkLabel *
add_label (FfSearchRow *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
ff_search_row_class_init (FfSearchRowClass *klass)
{
}

static void
ff_search_row_init (FfSearchRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  self->who = add_label (self, NULL);
  self->when = add_label (self, "dimmed");
  self->words = add_label (self, NULL);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->words, MOST_LINES);
  self->what = add_label (self, "dimmed");
}

GtkWidget *
ff_search_row_new (void)
{
  return g_object_new (FF_TYPE_SEARCH_ROW, NULL);
}

static const char *
get_kind (const FfSearchResult *result)
{
  if (result->kind == FF_SEARCH_CHECK_IN)
    /* Translators: what was written about a person at a meeting */
    return _ ("Note");
  /* Translators: nouns: what a person set themselves to do */
  return result->open ? _ ("Plan, still open") : _ ("Plan");
}

/**
 * ff_search_row_show:
 * @with_group: where results of several groups are in the list
 *
 * Returns: (transfer full): what it says, for those who do not see it
 */
char *
ff_search_row_show (FfSearchRow *self,
                    FfContext *context,
                    const FfSearchResult *result,
                    gboolean with_group)
{
  g_autoptr (GDateTime) start = ff_format_from_wall_time (&result->start);
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (context));
  g_autofree char *words = ff_format_date (start, now);
  g_autofree char *date = ff_format_capitalized (words);
  g_autofree char *markup = ff_search_snippet_make (result);
  g_autofree char *what = with_group
                              ? g_strdup_printf ("%s · %s", get_kind (result), result->group_name)
                              : g_strdup (get_kind (result));

  gtk_label_set_text (self->who, ff_context_show_alias (context, result->alias, 0));
  gtk_label_set_text (self->when, date);
  gtk_label_set_markup (self->words, *result->text != '\0' ? markup : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), *result->text != '\0');
  gtk_label_set_text (self->what, what);
  if (*result->text == '\0')
    /* Translators: a person, a date, and whether it is a note or a plan; it is read out */
    return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), gtk_label_get_text (self->who), date, what);
  /* Translators: a person, a date, whether it is a note or a plan, and its words; it is read out */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s: %4$s"), gtk_label_get_text (self->who), date, what,
                          gtk_label_get_text (self->words));
}
