/* ff-preferences.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person sets once: reminders, paper, what keeps the notes to themselves.
 */

#include "ff-config.h"

#include "ff-preferences.h"

#include <glib/gi18n-lib.h>

#include "ff-background.h"
#include "ff-keeping-preferences.h"
#include "ff-lock-preferences.h"
#include "ff-passphrase.h"
#include "ff-wording-preferences.h"

struct _FfPreferences
{
  AdwPreferencesDialog parent_instance;

  GSettings *settings;
  GCancellable *cancellable;
  gboolean is_filled;

  AdwSwitchRow *reminders_row;
  AdwComboRow *minutes_row;
  AdwSwitchRow *background_row;
  AdwComboRow *paper_row;
  AdwSwitchRow *large_row;
  AdwPreferencesPage *privacy_page;
  AdwPreferencesPage *writing_page;
};

G_DEFINE_FINAL_TYPE (FfPreferences, ff_preferences, ADW_TYPE_PREFERENCES_DIALOG)

/* As in the list of the row. */
static const int minutes[] = { 5, 15, 30, 60, 120, 1440 };

/* Where something else was set, the next longer one is shown. */
static gboolean
get_minutes_place (GValue *value, GVariant *variant, gpointer user_data)
{
  guint place = 0;

  while (place + 1 < G_N_ELEMENTS (minutes) && minutes[place] < g_variant_get_int32 (variant))
    place++;
  g_value_set_uint (value, place);
  return TRUE;
}

static GVariant *
set_minutes_place (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const guint place = g_value_get_uint (value);

  return place < G_N_ELEMENTS (minutes) ? g_variant_new_int32 (minutes[place]) : NULL;
}

static const char *const papers[] = { "auto", "a4", "letter" };

static gboolean
get_paper_place (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (g_str_equal (papers[i], g_variant_get_string (variant, NULL)))
        g_value_set_uint (value, i);
    }
  return TRUE;
}

static GVariant *
set_paper_place (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const guint place = g_value_get_uint (value);

  return place < G_N_ELEMENTS (papers) ? g_variant_new_string (papers[place]) : NULL;
}

static const char *
get_usual_subtitle (void)
{
  return ff_background_is_granted_by_portal ()
             ? _ ("Fourfold starts without a window when you log in")
             : _ ("Fourfold goes on without a window until you quit it; it does not start by "
                  "itself "
                  "when you log in");
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfPreferences) self = FF_PREFERENCES (user_data);
  g_autoptr (GError) error = NULL;
  const gboolean is_granted = ff_background_request_finish (result, &error);
  const char *subtitle = get_usual_subtitle ();

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  /* The answer to taking it back does not matter. */
  if (adw_switch_row_get_active (self->background_row))
    {
      if (error != NULL)
        subtitle = _ ("This computer cannot start Fourfold by itself. Reminders come while it "
                      "runs, with or without a window.");
      else if (!is_granted)
        {
          subtitle = _ ("The system does not let Fourfold run without a window. Reminders come "
                        "while its window is open.");
          adw_switch_row_set_active (self->background_row, FALSE);
        }
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->background_row), subtitle);
}

static void
background_changed_cb (FfPreferences *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!self->is_filled || !ff_background_is_granted_by_portal ())
    return;

  ff_background_request_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               adw_switch_row_get_active (self->background_row), self->cancellable,
                               answered_cb, g_object_ref (self));
}

static void
fill (FfPreferences *self)
{
  /* those are sensitive with the first row, not with what may be written */
  const GSettingsBindFlags follows = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY;

  g_settings_bind (self->settings, "reminders", self->reminders_row, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "reminder-minutes", self->minutes_row, "selected",
                                follows, get_minutes_place, set_minutes_place, NULL, NULL);
  g_settings_bind (self->settings, "reminders-in-background", self->background_row, "active",
                   follows);
  g_settings_bind_with_mapping (self->settings, "paper", self->paper_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_paper_place, set_paper_place, NULL,
                                NULL);
  g_settings_bind (self->settings, "large-print", self->large_row, "active",
                   G_SETTINGS_BIND_DEFAULT);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->background_row), get_usual_subtitle ());
  self->is_filled = TRUE;
}

/* Nothing of it can be done while the notes are locked. */
static void
add_privacy (FfPreferences *self, FfContext *context)
{
  gboolean is_set;

  if (context == NULL)
    {
      adw_preferences_dialog_remove (ADW_PREFERENCES_DIALOG (self), self->privacy_page);
      adw_preferences_dialog_remove (ADW_PREFERENCES_DIALOG (self), self->writing_page);
      return;
    }
  is_set = ff_store_get_secret (ff_context_get_store (context)) != NULL;
  if (ff_passphrase_is_supported ())
    adw_preferences_page_add (self->privacy_page, ff_lock_preferences_new (self->settings, is_set));
  adw_preferences_page_add (self->privacy_page, ff_keeping_preferences_new (context));
  adw_preferences_page_add (self->writing_page, ff_wording_preferences_new (self->settings));
}

static void
ff_preferences_dispose (GObject *object)
{
  FfPreferences *self = FF_PREFERENCES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PREFERENCES);

  G_OBJECT_CLASS (ff_preferences_parent_class)->dispose (object);
}

static void
ff_preferences_finalize (GObject *object)
{
  FfPreferences *self = FF_PREFERENCES (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ff_preferences_parent_class)->finalize (object);
}

static void
ff_preferences_class_init (FfPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_preferences_dispose;
  object_class->finalize = ff_preferences_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPreferences, reminders_row);
  gtk_widget_class_bind_template_child (widget_class, FfPreferences, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, FfPreferences, background_row);
  gtk_widget_class_bind_template_child (widget_class, FfPreferences, paper_row);
  gtk_widget_class_bind_template_child (widget_class, FfPreferences, large_row);
  gtk_widget_class_bind_template_child (widget_class, FfPreferences, privacy_page);
  gtk_widget_class_bind_template_child (widget_class, FfPreferences, writing_page);
  gtk_widget_class_bind_template_callback (widget_class, background_changed_cb);
}

static void
ff_preferences_init (FfPreferences *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_preferences_new:
 * @settings: what it shows and changes
 * @context: (nullable): what a view is handed, or %NULL while the notes are not open
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
ff_preferences_new (GSettings *settings, FfContext *context)
{
  FfPreferences *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (FF_TYPE_PREFERENCES, NULL);
  self->settings = g_object_ref (settings);
  fill (self);
  add_privacy (self, context);
  return ADW_DIALOG (self);
}
