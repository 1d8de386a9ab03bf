/* ff-unsaved.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of words that are not saved when somebody wants to close what they are in.
 */

#include "ff-config.h"

#include "ff-unsaved.h"

#include <glib/gi18n-lib.h>

/**
 * ff_unsaved_tell:
 * @widget: where it is told
 * @message: why something could not be saved, and what to do: a sentence
 *
 * Says that all stays open, since something would be lost otherwise.
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *
ff_unsaved_tell (GtkWidget *widget, const char *message)
{
  AdwDialog *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (message != NULL, NULL);

  dialog = adw_alert_dialog_new (_ ("Not Saved Yet"), NULL);
  /* Translators: %s is a sentence that says what is wrong and what to do */
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                _ ("What was written last could not be saved. Your notes stay "
                                   "open, so that it is not lost. %s"),
                                message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Keep Open"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_dialog_present (dialog, widget);

  return dialog;
}

static void
on_close_attempt (AdwDialog *dialog, FfHasUnsaved has_unsaved)
{
  AdwDialog *question;

  /* It is being saved. */
  if (!gtk_widget_get_sensitive (GTK_WIDGET (dialog)))
    return;
  if (!has_unsaved (dialog))
    {
      adw_dialog_force_close (dialog);
      return;
    }
  question = adw_alert_dialog_new (_ ("Discard Changes?"), _ ("What was filled in is not saved."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _ ("_Keep Editing"),
                                  "discard", _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  g_signal_connect_object (question, "response::discard", G_CALLBACK (adw_dialog_force_close),
                           dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (dialog));
}

/**
 * ff_unsaved_guard:
 * @dialog: what somebody fills in
 * @has_unsaved: whether anything would be lost
 *
 * From now on @dialog asks before it closes, where anything would be lost; adw_dialog_force_close() closes it at once.
 */
void
ff_unsaved_guard (AdwDialog *dialog, FfHasUnsaved has_unsaved)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog) && has_unsaved != NULL);

  adw_dialog_set_can_close (dialog, FALSE);
  g_signal_connect (dialog, "close-attempt", G_CALLBACK (on_close_attempt), has_unsaved);
}

/* Of something boxed the contents would be its address, which is another each time. */
static char *
write_contents (const GValue *value)
{
  g_auto (GValue) text = G_VALUE_INIT;

  if (!G_VALUE_HOLDS_BOXED (value)
      || !g_value_type_transformable (G_VALUE_TYPE (value), G_TYPE_STRING))
    return g_strdup_value_contents (value);
  g_value_init (&text, G_TYPE_STRING);
  g_value_transform (value, &text);
  return g_value_dup_string (&text);
}

/**
 * ff_unsaved_write_state:
 * @object: what is filled in
 * @text: gets all properties that can be written, the same as before only where nothing of it was changed
 */
void
ff_unsaved_write_state (GObject *object, GString *text)
{
  g_autofree GParamSpec **specs = NULL;
  guint n_specs;

  g_return_if_fail (G_IS_OBJECT (object) && text != NULL);

  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_specs);
  for (guint i = 0; i < n_specs; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *contents = NULL;

      if ((specs[i]->flags & G_PARAM_READWRITE) != G_PARAM_READWRITE)
        continue;
      g_object_get_property (object, specs[i]->name, &value);
      contents = write_contents (&value);
      g_string_append_printf (text, "%s=%s\n", specs[i]->name, contents);
    }
}
