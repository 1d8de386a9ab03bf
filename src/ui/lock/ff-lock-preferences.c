/* ff-lock-preferences.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows about the passphrase and locking in the preferences.
 */

#include "ff-config.h"

#include "ff-lock-preferences.h"

#include <glib/gi18n-lib.h>

struct _FfLockPreferences
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *set_row;
  GtkWidget *change_row;
  GtkWidget *remove_row;
  AdwComboRow *minutes_row;
  AdwSwitchRow *session_row;
};

G_DEFINE_FINAL_TYPE (FfLockPreferences, ff_lock_preferences, ADW_TYPE_PREFERENCES_GROUP)

/* As in the list of the row. */
static const int minutes[] = { 2, 5, 10, 15, 30, 0 };

/* Where something else was set, the next longer one is shown. */
static gboolean
get_minutes_place (GValue *value, GVariant *variant, gpointer user_data)
{
  const guint never = G_N_ELEMENTS (minutes) - 1;
  guint place = 0;

  while (place < never && minutes[place] < g_variant_get_int32 (variant))
    place++;
  g_value_set_uint (value, g_variant_get_int32 (variant) == 0 ? never : MIN (place, never - 1));

  return TRUE;
}

static GVariant *
set_minutes_place (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const guint place = g_value_get_uint (value);

  return place < G_N_ELEMENTS (minutes) ? g_variant_new_int32 (minutes[place]) : NULL;
}

static void
ff_lock_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_LOCK_PREFERENCES);

  G_OBJECT_CLASS (ff_lock_preferences_parent_class)->dispose (object);
}

static void
ff_lock_preferences_class_init (FfLockPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_lock_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-lock-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, FfLockPreferences, set_row);
  gtk_widget_class_bind_template_child (widget_class, FfLockPreferences, change_row);
  gtk_widget_class_bind_template_child (widget_class, FfLockPreferences, remove_row);
  gtk_widget_class_bind_template_child (widget_class, FfLockPreferences, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, FfLockPreferences, session_row);
}

static void
ff_lock_preferences_init (FfLockPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_lock_preferences_new:
 * @settings: the program's settings
 * @is_set: whether there is a passphrase
 *
 * Returns: (transfer floating): a group of rows
 */
AdwPreferencesGroup *
ff_lock_preferences_new (GSettings *settings, gboolean is_set)
{
  FfLockPreferences *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (FF_TYPE_LOCK_PREFERENCES, NULL);
  gtk_widget_set_visible (self->set_row, !is_set);
  gtk_widget_set_visible (self->change_row, is_set);
  gtk_widget_set_visible (self->remove_row, is_set);
  gtk_widget_set_visible (GTK_WIDGET (self->minutes_row), is_set);
  gtk_widget_set_visible (GTK_WIDGET (self->session_row), is_set);
  g_settings_bind_with_mapping (settings, "lock-after-minutes", self->minutes_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_minutes_place, set_minutes_place, NULL,
                                NULL);
  g_settings_bind (settings, "lock-with-session", self->session_row, "active",
                   G_SETTINGS_BIND_DEFAULT);

  return ADW_PREFERENCES_GROUP (self);
}
