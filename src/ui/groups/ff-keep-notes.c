/* ff-keep-notes.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a group keeps its check-in notes: a few usual lengths, or any other.
 */

#include "ff-config.h"

#include "ff-keep-notes.h"

#define MOST_MONTHS 1200

struct _FfKeepNotes
{
  AdwPreferencesGroup parent_instance;

  guint months;
  gboolean showing; /* what the rows show is being set, not chosen */

  AdwComboRow *choice_row;
  AdwSpinRow *months_row;
};

typedef enum
{
  PROP_MONTHS = 1,
} FfKeepNotesProps;

static GParamSpec *properties[PROP_MONTHS + 1];

G_DEFINE_FINAL_TYPE (FfKeepNotes, ff_keep_notes, ADW_TYPE_PREFERENCES_GROUP)

/* As in the list of the row, which has "another length" after them. */
static const guint usual[] = { 0, 6, 12, 24, 36 };

static guint
find_place (guint months)
{
  guint place = 0;

  while (place < G_N_ELEMENTS (usual) && usual[place] != months)
    place++;
  return place;
}

static void
take_months (FfKeepNotes *self, guint months)
{
  if (self->months == months)
    return;
  self->months = months;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTHS]);
}

static void
show_months_row (FfKeepNotes *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->months_row),
                          adw_combo_row_get_selected (self->choice_row) == G_N_ELEMENTS (usual));
}

static void
choice_selected_cb (FfKeepNotes *self)
{
  guint place = adw_combo_row_get_selected (self->choice_row);

  if (self->showing || place == GTK_INVALID_LIST_POSITION)
    return;
  show_months_row (self);
  take_months (self, place < G_N_ELEMENTS (usual)
                         ? usual[place]
                         : (guint) adw_spin_row_get_value (self->months_row));
}

static void
months_chosen_cb (FfKeepNotes *self)
{
  if (!self->showing && adw_combo_row_get_selected (self->choice_row) == G_N_ELEMENTS (usual))
    take_months (self, (guint) adw_spin_row_get_value (self->months_row));
}

static void
set_months (FfKeepNotes *self, guint months)
{
  if (self->months == months)
    return;
  self->showing = TRUE;
  adw_combo_row_set_selected (self->choice_row, find_place (months));
  if (months > 0)
    adw_spin_row_set_value (self->months_row, months);
  self->showing = FALSE;
  show_months_row (self);
  take_months (self, months);
}

static void
ff_keep_notes_dispose (GObject *object)
{
  FfKeepNotes *self = FF_KEEP_NOTES (object);

  self->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_KEEP_NOTES);

  G_OBJECT_CLASS (ff_keep_notes_parent_class)->dispose (object);
}

static void
ff_keep_notes_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfKeepNotes *self = FF_KEEP_NOTES (object);

  switch ((FfKeepNotesProps) prop_id)
    {
    case PROP_MONTHS:
      g_value_set_uint (value, self->months);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_keep_notes_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfKeepNotes *self = FF_KEEP_NOTES (object);

  switch ((FfKeepNotesProps) prop_id)
    {
    case PROP_MONTHS:
      set_months (self, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_keep_notes_class_init (FfKeepNotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_keep_notes_dispose;
  object_class->get_property = ff_keep_notes_get_property;
  object_class->set_property = ff_keep_notes_set_property;

  properties[PROP_MONTHS]
      = g_param_spec_uint ("months", NULL, NULL, 0, MOST_MONTHS, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-keep-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, FfKeepNotes, choice_row);
  gtk_widget_class_bind_template_child (widget_class, FfKeepNotes, months_row);
  gtk_widget_class_bind_template_callback (widget_class, choice_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, months_chosen_cb);
}

static void
ff_keep_notes_init (FfKeepNotes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_months_row (self);
}
