/* ff-scope.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which dates of a meeting a change is for: this one, this and those after it, or all.
 */

#include "ff-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-scope.h"

typedef struct
{
  FfScopeFunc chosen;
  gpointer data;
  GDestroyNotify destroy;
} Question;

/* In the order of FfScope. */
static const char *const responses[] = { "only-this", "from-here", "all" };

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->data);
  g_free (question);
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  Question *question = data;

  for (guint i = 0; i < G_N_ELEMENTS (responses); i++)
    {
      if (g_str_equal (response, responses[i]))
        question->chosen ((FfScope) i, question->data);
    }
}

/**
 * ff_scope_ask:
 * @widget: what the question is shown over
 * @heading: the question
 * @warning: (nullable): what to think of before it is answered
 * @offer_only_this: whether the change can be for one date alone
 * @chosen: (scope notified): called with the answer
 * @data: for @chosen
 * @destroy: (nullable): frees @data when the question is gone
 *
 * Asks which dates a change is for.
 */
void
ff_scope_ask (GtkWidget *widget,
              const char *heading,
              const char *warning,
              gboolean offer_only_this,
              FfScopeFunc chosen,
              gpointer data,
              GDestroyNotify destroy)
{
  const char *body
      = _ ("Past dates and what was written there stay as they are, unless you choose all "
           "dates.");
  g_autofree char *both = warning != NULL ? g_strconcat (warning, "\n\n", body, NULL) : NULL;
  AdwAlertDialog *dialog;
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (chosen != NULL);

  question = g_new0 (Question, 1);
  question->chosen = chosen;
  question->data = data;
  question->destroy = destroy;
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, both != NULL ? both : body));
  adw_alert_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_alert_dialog_add_response (dialog, responses[FF_SCOPE_ALL], _ ("_All Dates"));
  adw_alert_dialog_add_response (dialog, responses[FF_SCOPE_FROM_HERE],
                                 _ ("This and All _Later Dates"));
  if (offer_only_this)
    adw_alert_dialog_add_response (dialog, responses[FF_SCOPE_ONLY_THIS], _ ("_Only This Date"));
  adw_alert_dialog_set_default_response (
      dialog, responses[offer_only_this ? FF_SCOPE_ONLY_THIS : FF_SCOPE_FROM_HERE]);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}
