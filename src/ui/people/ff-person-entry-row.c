/* ff-person-entry-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person brought to one session, and what they planned there.
 */

#include "ff-config.h"

#include "ff-person-entry-row.h"

#include "ff-format.h"
#include "ff-person-terms.h"

struct _FfPersonEntryRow
{
  AdwPreferencesRow parent_instance;

  char *session;

  GtkBox *lines;
  GtkLabel *date_label;
  GtkLabel *values_label;
};

G_DEFINE_FINAL_TYPE (FfPersonEntryRow, ff_person_entry_row, ADW_TYPE_PREFERENCES_ROW)

static GtkWidget *
add_label (FfPersonEntryRow *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->lines, label);
  return label;
}

/* Small, over what is said about it. */
static void
add_title (FfPersonEntryRow *self, const char *title)
{
  GtkWidget *label = add_label (self, title);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_margin_top (label, 6);
}

static void
add_lines (FfPersonEntryRow *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const FfPersonLine *line = g_ptr_array_index (lines, i);

      if (line->title != NULL)
        add_title (self, line->title);
      add_label (self, line->text);
    }
}

static void
ff_person_entry_row_dispose (GObject *object)
{
  FfPersonEntryRow *self = FF_PERSON_ENTRY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PERSON_ENTRY_ROW);
  g_clear_pointer (&self->session, g_free);

  G_OBJECT_CLASS (ff_person_entry_row_parent_class)->dispose (object);
}

static void
ff_person_entry_row_class_init (FfPersonEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_person_entry_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-person-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPersonEntryRow, lines);
  gtk_widget_class_bind_template_child (widget_class, FfPersonEntryRow, date_label);
  gtk_widget_class_bind_template_child (widget_class, FfPersonEntryRow, values_label);
}

static void
ff_person_entry_row_init (FfPersonEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_date (FfPersonEntryRow *self, FfSession *session, FfContext *context)
{
  g_autoptr (GDateTime) start = ff_format_from_wall_time (ff_session_get_start (session));
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (context));
  g_autofree char *day = ff_format_date (start, now);
  g_autofree char *date = ff_format_capitalized (day);

  gtk_label_set_text (self->date_label, date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, date, -1);
}

/**
 * ff_person_entry_row_new:
 * @entry: one of their sessions
 * @context: what a view is handed
 * @catalogue: the app's language
 * @points: (nullable): the programme's
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
ff_person_entry_row_new (FfPersonEntry *entry,
                         FfContext *context,
                         FfCatalogue *catalogue,
                         const char *const *points)
{
  g_return_val_if_fail (entry != NULL, NULL);
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfPersonEntryRow *self = g_object_new (FF_TYPE_PERSON_ENTRY_ROW, "activatable", TRUE, NULL);
  g_autoptr (GPtrArray) lines = ff_person_terms_list (catalogue, entry, points);

  self->session = g_strdup (ff_session_get_uid (entry->session));
  show_date (self, entry->session, context);
  if (entry->check_in != NULL)
    {
      g_autofree char *values = ff_person_terms_describe_values (catalogue, entry->check_in);

      gtk_label_set_text (self->values_label, values);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->values_label),
                          *gtk_label_get_text (self->values_label) != '\0');
  add_lines (self, lines);
  return GTK_WIDGET (self);
}

/**
 * ff_person_entry_row_get_session:
 * @self: a row
 *
 * Returns: (transfer none): which session it is about, by uid
 */
const char *
ff_person_entry_row_get_session (FfPersonEntryRow *self)
{
  g_return_val_if_fail (FF_IS_PERSON_ENTRY_ROW (self), NULL);

  return self->session;
}
