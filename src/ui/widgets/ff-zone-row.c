/* ff-zone-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for choosing a time zone by typing a part of its name.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-wall-time.h"
#include "ff-zone-row.h"

struct _FfZoneRow
{
  AdwComboRow parent_instance;

  GtkStringList *zones;
};

typedef enum
{
  PROP_ZONE = 1,
} FfZoneRowProps;

static GParamSpec *properties[PROP_ZONE + 1];

G_DEFINE_FINAL_TYPE (FfZoneRow, ff_zone_row, ADW_TYPE_COMBO_ROW)

/* "America/New York": what people type finds it. */
static char *
get_title (GtkStringObject *zone)
{
  return g_strdelimit (g_strdup (gtk_string_object_get_string (zone)), "_", ' ');
}

static void
selected_changed_cb (FfZoneRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
}

static void
ff_zone_row_dispose (GObject *object)
{
  FfZoneRow *self = FF_ZONE_ROW (object);

  g_clear_object (&self->zones);

  G_OBJECT_CLASS (ff_zone_row_parent_class)->dispose (object);
}

static void
ff_zone_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfZoneRow *self = FF_ZONE_ROW (object);

  switch ((FfZoneRowProps) prop_id)
    {
    case PROP_ZONE:
      g_value_set_string (value, ff_zone_row_get_zone (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_zone_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfZoneRow *self = FF_ZONE_ROW (object);

  switch ((FfZoneRowProps) prop_id)
    {
    case PROP_ZONE:
      if (g_value_get_string (value) != NULL)
        ff_zone_row_set_zone (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_zone_row_class_init (FfZoneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_zone_row_dispose;
  object_class->get_property = ff_zone_row_get_property;
  object_class->set_property = ff_zone_row_set_property;

  properties[PROP_ZONE]
      = g_param_spec_string ("zone", NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_zone_row_init (FfZoneRow *self)
{
  g_auto (GStrv) identifiers = ff_time_zone_list ();
  g_autofree char *local = ff_time_zone_get_local ();
  g_autoptr (GtkExpression) title = NULL;

  self->zones = gtk_string_list_new ((const char *const *) identifiers);
  title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_title), NULL,
                                       NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Time Zone"));
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->zones));
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  ff_zone_row_set_zone (self, local);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_changed_cb), NULL);
}

/**
 * ff_zone_row_new:
 *
 * Returns: (transfer floating): a row with this computer's zone chosen
 */
GtkWidget *
ff_zone_row_new (void)
{
  return g_object_new (FF_TYPE_ZONE_ROW, NULL);
}

/**
 * ff_zone_row_get_zone:
 * @self: a row
 *
 * Returns: (transfer none): the chosen zone's IANA name
 */
const char *
ff_zone_row_get_zone (FfZoneRow *self)
{
  GtkStringObject *zone;

  g_return_val_if_fail (FF_IS_ZONE_ROW (self), NULL);

  zone = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  return zone != NULL ? gtk_string_object_get_string (zone) : "";
}

/**
 * ff_zone_row_set_zone:
 * @self: a row
 * @identifier: an IANA name; one that is not in the list is added to it
 *
 * Chooses a time zone.
 */
void
ff_zone_row_set_zone (FfZoneRow *self, const char *identifier)
{
  guint position;

  g_return_if_fail (FF_IS_ZONE_ROW (self));
  g_return_if_fail (identifier != NULL);

  position = gtk_string_list_find (self->zones, identifier);
  if (position == G_MAXUINT)
    {
      position = g_list_model_get_n_items (G_LIST_MODEL (self->zones));
      gtk_string_list_append (self->zones, identifier);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
}
