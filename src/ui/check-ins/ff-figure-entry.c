/* ff-figure-entry.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small field for a figure from 0 to 10.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-check-in.h"
#include "ff-figure-entry.h"

#define HIGHEST 10

struct _FfFigureEntry
{
  GtkEntry parent_instance;

  int figure;
  gboolean refreshing;
};

typedef enum
{
  PROP_FIGURE = 1,
} FfFigureEntryProps;

static GParamSpec *properties[PROP_FIGURE + 1];

G_DEFINE_FINAL_TYPE (FfFigureEntry, ff_figure_entry, GTK_TYPE_ENTRY)

/* Figures of every script count: ٣ is three. */
static gboolean
parse (const char *text, int *figure)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  int number = 0;

  if (*words == '\0')
    {
      *figure = FF_CHECK_IN_UNSAID;
      return TRUE;
    }
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isdigit (g_utf8_get_char (p)))
        return FALSE;
      number = 10 * number + g_unichar_digit_value (g_utf8_get_char (p));
      if (number > HIGHEST)
        return FALSE;
    }
  *figure = number;
  return TRUE;
}

static void
mark (FfFigureEntry *self, gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
on_changed (FfFigureEntry *self)
{
  int figure = FF_CHECK_IN_UNSAID;
  gboolean is_figure = parse (gtk_editable_get_text (GTK_EDITABLE (self)), &figure);

  mark (self, !is_figure);
  if (self->refreshing || !is_figure || figure == self->figure)
    return;
  self->figure = figure;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

static void
show_figure (FfFigureEntry *self)
{
  g_autofree char *text
      = self->figure == FF_CHECK_IN_UNSAID ? g_strdup ("") : g_strdup_printf ("%d", self->figure);

  self->refreshing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  self->refreshing = FALSE;
}

/* What is no figure does not stay when the field is left. */
static void
on_left (FfFigureEntry *self)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    show_figure (self);
}

static void
ff_figure_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((FfFigureEntryProps) prop_id)
    {
    case PROP_FIGURE:
      g_value_set_int (value, FF_FIGURE_ENTRY (object)->figure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_figure_entry_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch ((FfFigureEntryProps) prop_id)
    {
    case PROP_FIGURE:
      ff_figure_entry_set_figure (FF_FIGURE_ENTRY (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_figure_entry_class_init (FfFigureEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ff_figure_entry_get_property;
  object_class->set_property = ff_figure_entry_set_property;

  properties[PROP_FIGURE]
      = g_param_spec_int ("figure", NULL, NULL, FF_CHECK_IN_UNSAID, HIGHEST, FF_CHECK_IN_UNSAID,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_figure_entry_init (FfFigureEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->figure = FF_CHECK_IN_UNSAID;
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), 4);
  gtk_editable_set_alignment (GTK_EDITABLE (self), 0.5F);
  gtk_entry_set_max_length (GTK_ENTRY (self), 3);
  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_DIGITS);
  /* Translators: the figures that can be typed here, as short as can be */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self), _ ("0–10"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure");
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * ff_figure_entry_get_figure:
 * @self: the field
 *
 * Returns: 0 to 10, or %FF_CHECK_IN_UNSAID
 */
int
ff_figure_entry_get_figure (FfFigureEntry *self)
{
  g_return_val_if_fail (FF_IS_FIGURE_ENTRY (self), FF_CHECK_IN_UNSAID);
  return self->figure;
}

/**
 * ff_figure_entry_set_figure:
 * @self: the field
 * @figure: 0 to 10, or %FF_CHECK_IN_UNSAID
 */
void
ff_figure_entry_set_figure (FfFigureEntry *self, int figure)
{
  g_return_if_fail (FF_IS_FIGURE_ENTRY (self));
  g_return_if_fail (figure >= FF_CHECK_IN_UNSAID && figure <= HIGHEST);

  if (self->figure == figure)
    return;
  self->figure = figure;
  show_figure (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}
