/* ff-unsaved.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of words that could not be saved when somebody wants to close what they are in.
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
