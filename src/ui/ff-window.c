/* ff-window.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: the views, or what is shown while there can be none.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-focus.h"
#include "ff-group-repository.h"
#include "ff-passphrase.h"
#include "ff-shortcuts.h"
#include "ff-trouble-page.h"
#include "ff-unlock-page.h"
#include "ff-welcome.h"
#include "ff-window-private.h"

typedef enum
{
  PROP_SETTINGS = 1,
  PROP_HIDE_NAMES,
} FfWindowProps;

static GParamSpec *properties[PROP_HIDE_NAMES + 1];

G_DEFINE_FINAL_TYPE (FfWindow, ff_window, ADW_TYPE_APPLICATION_WINDOW)

static void
group_changed_cb (FfWindow *self)
{
  FfGroup *group = ff_views_get_group (self->views);

  g_settings_set_string (self->settings, "group", group != NULL ? ff_group_get_uid (group) : "");
  ff_window_update_actions (self);
}

static void
remove_views (FfWindow *self)
{
  if (self->views == NULL)
    return;

  g_set_str (&self->shown, ff_views_get_shown (self->views));
  g_signal_handlers_disconnect_by_data (self->views, self);
  gtk_stack_remove (self->stack, GTK_WIDGET (self->views));
  self->views = NULL;
}

static void
set_chosen_cb (FfWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.set-passphrase", NULL);
}

static void
remove_child (FfWindow *self, GtkWidget **child)
{
  if (*child == NULL)
    return;

  gtk_stack_remove (self->stack, *child);
  *child = NULL;
}

static gboolean
is_own (gconstpointer group, gconstpointer user_data)
{
  return !ff_group_get_sample ((FfGroup *) group);
}

/* Once, as soon as there is something to protect, which nothing made up is. */
static void
recommend_passphrase (FfWindow *self)
{
  AdwDialog *question;

  if (!ff_passphrase_is_supported ()
      || ff_store_get_secret (ff_context_get_store (self->context)) != NULL)
    return;

  question = adw_alert_dialog_new (
      _ ("Protect Your Notes?"),
      _ ("With a passphrase, nobody else who uses this computer or finds it can read what people "
         "said in confidence. You can also set one later, in the preferences."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "later", _ ("_Go On Without"), "set",
                                  _ ("_Set a Passphrase…"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "set",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "set");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "later");
  g_signal_connect_object (question, "response::set", G_CALLBACK (set_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
show_views (FfWindow *self, GPtrArray *groups)
{
  g_autofree char *group = g_settings_get_string (self->settings, "group");

  if (self->views != NULL)
    return;

  self->views = FF_VIEWS (ff_views_new (self->context));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->views), "views");
  ff_views_set_group (self->views, group);
  g_signal_connect_object (self->views, "notify::group", G_CALLBACK (group_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ff_views_show (self->views, self->shown != NULL ? self->shown : "today");
  gtk_stack_set_visible_child_name (self->stack, "views");
  if (self->welcome != NULL && g_ptr_array_find_with_equal_func (groups, NULL, is_own, NULL))
    recommend_passphrase (self);
  remove_child (self, &self->welcome);
}

static void
show_welcome (FfWindow *self)
{
  if (self->welcome != NULL)
    return;

  self->welcome = ff_welcome_new (self->context);
  gtk_stack_add_named (self->stack, self->welcome, "welcome");
  gtk_stack_set_visible_child_name (self->stack, "welcome");
  gtk_widget_grab_focus (self->welcome);
  remove_views (self);
}

/* A person with no group is welcomed; with one, goes to work. */
static void
show_what_fits (FfWindow *self)
{
  g_autoptr (GError) error = NULL;
  FfStore *store = ff_context_get_store (self->context);
  g_autoptr (GPtrArray) groups = ff_group_repository_list (store, &error);

  if (groups == NULL)
    ff_window_show_trouble (self, ff_store_get_folder (store), error);
  else if (groups->len == 0)
    show_welcome (self);
  else
    show_views (self, groups);

  ff_window_update_actions (self);
}

static void
store_changed_cb (FfWindow *self, FfAggregate aggregate, GStrv ids)
{
  if (self->context != NULL && (aggregate == FF_AGGREGATE_GROUP || aggregate == FF_AGGREGATE_ALL))
    show_what_fits (self);
}

static gboolean
ff_window_close_request (GtkWindow *window)
{
  if (!ff_window_may_close (FF_WINDOW (window), "app.quit", FF_UNSAVED_ASK))
    return GDK_EVENT_STOP;

  /* The views go first, so that what they were about to save is queued before the store closes. */
  ff_window_set_context (FF_WINDOW (window), NULL);

  return GTK_WINDOW_CLASS (ff_window_parent_class)->close_request (window);
}

/* Once for each: one that was in front before comes back there when another closes. */
static void
visible_dialog_cb (FfWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (dialog == NULL || g_object_get_data (G_OBJECT (dialog), "ff-keys") != NULL)
    return;
  g_object_set_data (G_OBJECT (dialog), "ff-keys", self);
  ff_shortcuts_add_to_dialog (dialog);
  ff_focus_dialog (dialog);
}

static void
ff_window_constructed (GObject *object)
{
  FfWindow *self = FF_WINDOW (object);

  G_OBJECT_CLASS (ff_window_parent_class)->constructed (object);

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
ff_window_dispose (GObject *object)
{
  FfWindow *self = FF_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_WINDOW);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (ff_window_parent_class)->dispose (object);
}

static void
set_hide_names (FfWindow *self, gboolean hide_names)
{
  if (self->hide_names == hide_names)
    return;

  self->hide_names = hide_names;
  if (self->context != NULL)
    ff_context_set_hide_names (self->context, hide_names);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDE_NAMES]);
}

static void
ff_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((FfWindowProps) prop_id)
    {
    case PROP_HIDE_NAMES:
      g_value_set_boolean (value, FF_WINDOW (object)->hide_names);
      break;

    case PROP_SETTINGS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfWindow *self = FF_WINDOW (object);

  switch ((FfWindowProps) prop_id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;

    case PROP_HIDE_NAMES:
      set_hide_names (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_window_class_init (FfWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->constructed = ff_window_constructed;
  object_class->dispose = ff_window_dispose;
  object_class->get_property = ff_window_get_property;
  object_class->set_property = ff_window_set_property;
  window_class->close_request = ff_window_close_request;

  properties[PROP_SETTINGS]
      = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HIDE_NAMES]
      = g_param_spec_boolean ("hide-names", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, FF_RESOURCE_PREFIX "/ui/ff-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, stack);

  ff_window_install_actions (widget_class);
}

static void
ff_window_init (FfWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ff_window_update_actions (self);
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (visible_dialog_cb), NULL);
}

/**
 * ff_window_new:
 * @application: the application
 * @settings: the program's settings
 *
 * Returns: (transfer none): a window with a spinner, owned by GTK
 */
GtkWidget *
ff_window_new (AdwApplication *application, GSettings *settings)
{
  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  return g_object_new (FF_TYPE_WINDOW, "application", application, "settings", settings, NULL);
}

/**
 * ff_window_set_context:
 * @self: a window
 * @context: (nullable): what the views need, or %NULL for the spinner
 *
 * Shows what is in the store.
 */
void
ff_window_set_context (FfWindow *self, FfContext *context)
{
  g_return_if_fail (FF_IS_WINDOW (self));

  if (self->context == context && self->trouble == NULL && self->locked == NULL)
    return;

  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (ff_context_get_store (self->context), self);
  remove_views (self);
  remove_child (self, &self->welcome);
  remove_child (self, &self->trouble);
  remove_child (self, &self->locked);
  g_set_object (&self->context, context);

  if (context == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "loading");
      ff_window_update_actions (self);
      return;
    }

  ff_context_set_hide_names (context, self->hide_names);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  show_what_fits (self);
}

/**
 * ff_window_show_trouble:
 * @self: a window
 * @folder: the data folder
 * @error: why it could not be opened
 *
 * Shows what happened, and what can be done, instead of the views.
 *
 * Returns: (transfer none): the page that says so, an #FfTroublePage
 */
GtkWidget *
ff_window_show_trouble (FfWindow *self, const char *folder, const GError *error)
{
  g_return_val_if_fail (FF_IS_WINDOW (self), NULL);
  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (error != NULL, NULL);

  ff_window_set_context (self, NULL);
  self->trouble = ff_trouble_page_new (folder, error);
  gtk_stack_add_named (self->stack, self->trouble, "trouble");
  gtk_stack_set_visible_child_name (self->stack, "trouble");

  return self->trouble;
}

/**
 * ff_window_show_locked:
 * @self: a window
 * @folder: the data folder
 *
 * Lets go of everything that it shows, and asks for the passphrase instead.
 *
 * Returns: (transfer none): the page that asks, an #FfUnlockPage
 */
GtkWidget *
ff_window_show_locked (FfWindow *self, const char *folder)
{
  g_return_val_if_fail (FF_IS_WINDOW (self), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  ff_window_set_context (self, NULL);
  adw_toast_overlay_dismiss_all (self->toasts);
  self->locked = ff_unlock_page_new (folder);
  gtk_stack_add_named (self->stack, self->locked, "locked");
  gtk_stack_set_visible_child_name (self->stack, "locked");
  gtk_widget_grab_focus (self->locked);

  return self->locked;
}

/**
 * ff_window_may_close:
 * @self: the window
 * @then: the action that asks again, a string that stays: `app.quit`
 * @unsaved: what is done where something cannot be saved
 *
 * Saves what waits; @then is activated when it is settled.
 *
 * Returns: whether nothing that was written would be lost
 */
gboolean
ff_window_may_close (FfWindow *self, const char *then, FfUnsaved unsaved)
{
  g_return_val_if_fail (FF_IS_WINDOW (self), TRUE);

  return self->views == NULL || ff_views_may_close (self->views, then, unsaved);
}
