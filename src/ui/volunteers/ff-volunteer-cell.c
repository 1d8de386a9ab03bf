/* ff-volunteer-cell.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a long list shows of a volunteer, so light that hundreds are laid out within a frame.
 */

#include "ff-config.h"

#include "ff-volunteer-cell.h"

#include <string.h>

#define CAPTION_SCALE 0.82
#define DIMMED_ALPHA (G_MAXUINT16 / 100 * 55)
#define LEAST_CHARS 8
#define LEAST_CHARS_OF_STATE 10
#define MOST_CHARS_OF_STATE 28

struct _FfVolunteerCell
{
  GtkWidget parent_instance;

  GtkInscription *words; /* the name, and the details below it */
  GtkInscription *state; /* (nullable) until there is one to tell */
};

G_DEFINE_FINAL_TYPE (FfVolunteerCell, ff_volunteer_cell, GTK_TYPE_WIDGET)

/* A list lays out some two hundred rows at once. A label is measured by setting its text, an inscription by the font alone. */
static GtkInscription *
make_text (FfVolunteerCell *self, const char *css_class)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), LEAST_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (text, css_class);
  gtk_widget_set_parent (text, GTK_WIDGET (self));
  return GTK_INSCRIPTION (text);
}

static void
ff_volunteer_cell_dispose (GObject *object)
{
  FfVolunteerCell *self = FF_VOLUNTEER_CELL (object);

  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ff_volunteer_cell_parent_class)->dispose (object);
}

static void
ff_volunteer_cell_class_init (FfVolunteerCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_volunteer_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ff_volunteer_cell_init (FfVolunteerCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  self->words = make_text (self, NULL);
  gtk_inscription_set_min_lines (self->words, 2);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
}

/**
 * ff_volunteer_cell_new:
 *
 * Returns: (transfer floating): a cell that shows nobody yet
 */
GtkWidget *
ff_volunteer_cell_new (void)
{
  return g_object_new (FF_TYPE_VOLUNTEER_CELL, NULL);
}

/* Of one text, so that a row has as few parts as can be; the details are as captions that are dimmed. */
static void
show_words (FfVolunteerCell *self, const char *name, const char *details)
{
  g_autofree char *words = g_strconcat (name, "\n", details, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *scale = pango_attr_scale_new (CAPTION_SCALE);
  PangoAttribute *alpha = pango_attr_foreground_alpha_new (DIMMED_ALPHA);

  scale->start_index = alpha->start_index = (guint) strlen (name) + 1;
  pango_attr_list_insert (attributes, scale);
  pango_attr_list_insert (attributes, alpha);
  gtk_inscription_set_attributes (self->words, attributes);
  gtk_inscription_set_text (self->words, words);
}

/* As wide as its words, where there is room. */
static void
show_state (FfVolunteerCell *self, const char *state, const char *css_class)
{
  const char *classes[] = { "caption", css_class, NULL };
  guint length = (guint) g_utf8_strlen (state, -1);

  if (self->state != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->state), length > 0);
  if (length == 0)
    return;
  if (self->state == NULL)
    {
      self->state = make_text (self, "caption");
      gtk_inscription_set_xalign (self->state, 1);
    }
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
  gtk_inscription_set_text (self->state, state);
  gtk_inscription_set_min_chars (self->state, MIN (length, LEAST_CHARS_OF_STATE));
  gtk_inscription_set_nat_chars (self->state, MIN (length, MOST_CHARS_OF_STATE));
}

/**
 * ff_volunteer_cell_show:
 * @self: a cell
 * @name: as it may be shown
 * @details: the line below it
 * @state: what is to be seen to, beside the rest; "" = nothing
 * @css_class: how that looks
 */
void
ff_volunteer_cell_show (FfVolunteerCell *self,
                        const char *name,
                        const char *details,
                        const char *state,
                        const char *css_class)
{
  g_return_if_fail (FF_IS_VOLUNTEER_CELL (self));
  g_return_if_fail (name != NULL && details != NULL && state != NULL && css_class != NULL);

  show_words (self, name, details);
  show_state (self, state, css_class);
}
