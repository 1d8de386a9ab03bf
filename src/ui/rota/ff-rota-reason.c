/* ff-rota-reason.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks why somebody is given a place although something speaks against it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-rota-reason.h"

typedef struct
{
  GtkEditable *entry; /* in the dialog that keeps this */
  FfRotaReasonFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->data);
  g_free (question);
}

static char *
dup_reason (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
on_changed (AdwAlertDialog *dialog, GtkEditable *entry)
{
  g_autofree char *reason = dup_reason (entry);

  adw_alert_dialog_set_response_enabled (dialog, "assign", *reason != '\0');
}

static void
on_response (AdwAlertDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;
  g_autofree char *reason = NULL;

  if (!g_str_equal (response, "assign"))
    return;
  reason = dup_reason (question->entry);
  question->func (reason, question->data);
}

/**
 * ff_rota_reason_ask:
 * @parent: what is asked about
 * @name: who would get the place
 * @why: what speaks against it, a sentence a line
 * @func: called with the reason, unless it is left
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *
ff_rota_reason_ask (GtkWidget *parent,
                    const char *name,
                    const char *why,
                    FfRotaReasonFunc func,
                    gpointer data,
                    GDestroyNotify destroy)
{
  /* Translators: %s is the name of a volunteer who would get a place of the rota */
  g_autofree char *heading = g_strdup_printf (_ ("%s All the Same?"), name);
  AdwDialog *dialog = adw_alert_dialog_new (heading, why);
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *group = adw_preferences_group_new ();
  Question *question = g_new0 (Question, 1);

  question->entry = GTK_EDITABLE (entry);
  question->func = func;
  question->data = data;
  question->destroy = destroy;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Reason, kept in the rota"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), group);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "assign",
                                  _ ("_Assign"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "assign");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "assign", FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  adw_dialog_set_focus (dialog, entry);
  adw_dialog_present (dialog, parent);
  return dialog;
}
