/* ff-volunteer-cell.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a long list shows of a volunteer, so light that hundreds are laid out within a frame.
 */

#include "ff-config.h"

#include "ff-volunteer-cell.h"

#define FROM_THE_RIGHT "\u200f"
#define FIRST_STRONG "\u2068"
#define POP "\u2069"
#define SPACING 12
#define LINE_SPACING 2
#define LEAST_CHARS 8
#define LEAST_CHARS_OF_STATE 10
#define MOST_CHARS_OF_STATE 28

struct _FfVolunteerCell
{
  GtkWidget parent_instance;

  GtkInscription *name;
  GtkInscription *details;
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

static int
measure_part (GtkInscription *part, GtkOrientation orientation, int *natural)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (part), orientation, -1, &minimum, natural, NULL, NULL);
  return minimum;
}

static gboolean
has_state (FfVolunteerCell *self)
{
  return self->state != NULL && gtk_widget_get_visible (GTK_WIDGET (self->state));
}

static void
ff_volunteer_cell_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  FfVolunteerCell *self = FF_VOLUNTEER_CELL (widget);
  int naturals[3] = { 0 };
  int name = measure_part (self->name, orientation, &naturals[0]);
  int details = measure_part (self->details, orientation, &naturals[1]);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = name + LINE_SPACING + details;
      *natural = naturals[0] + LINE_SPACING + naturals[1];
      return;
    }
  *minimum = MAX (name, details);
  *natural = MAX (naturals[0], naturals[1]);
  if (!has_state (self))
    return;
  *minimum += SPACING + measure_part (self->state, orientation, &naturals[2]);
  *natural += SPACING + naturals[2];
}

static void
allocate (FfVolunteerCell *self, GtkInscription *part, GtkAllocation place)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    place.x = gtk_widget_get_width (widget) - place.x - place.width;
  gtk_widget_size_allocate (GTK_WIDGET (part), &place, -1);
}

static void
ff_volunteer_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfVolunteerCell *self = FF_VOLUNTEER_CELL (widget);
  int natural, name, details;
  int words = width;

  measure_part (self->name, GTK_ORIENTATION_HORIZONTAL, &natural);
  measure_part (self->name, GTK_ORIENTATION_VERTICAL, &name);
  measure_part (self->details, GTK_ORIENTATION_VERTICAL, &details);
  if (has_state (self))
    {
      int state;

      measure_part (self->state, GTK_ORIENTATION_HORIZONTAL, &state);
      words = MAX (width - SPACING - state, natural);
      allocate (self, self->state,
                (GtkAllocation) { words + SPACING, 0, MAX (width - words - SPACING, 0), height });
    }
  allocate (self, self->name, (GtkAllocation) { 0, 0, words, name });
  allocate (self, self->details, (GtkAllocation) { 0, name + LINE_SPACING, words, details });
}

static void
ff_volunteer_cell_class_init (FfVolunteerCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_volunteer_cell_dispose;
  widget_class->measure = ff_volunteer_cell_measure;
  widget_class->size_allocate = ff_volunteer_cell_size_allocate;
}

static void
ff_volunteer_cell_init (FfVolunteerCell *self)
{
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  self->name = make_text (self, NULL);
  self->details = make_text (self, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->details), "dimmed");
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

/* An inscription begins at the side from which its words are read, which need not be that of the window. */
static void
show_line (GtkInscription *line, const char *words)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (line)) == GTK_TEXT_DIR_RTL;
  g_autofree char *text
      = is_rtl ? g_strconcat (FROM_THE_RIGHT FIRST_STRONG, words, POP, NULL) : g_strdup (words);

  gtk_inscription_set_text (line, text);
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
  /* GTK styles a widget anew even where the classes are those it has. */
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->state), css_class))
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

  show_line (self->name, name);
  show_line (self->details, details);
  show_state (self, state, css_class);
}
