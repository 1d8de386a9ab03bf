/* ff-person-forget.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks whether a person is to be forgotten, saying what goes and what stays, and forgets them.
 */

#include "ff-config.h"

#include "ff-person-forget.h"

#include <glib/gi18n-lib.h>

#include "ff-participant-repository.h"
#include "ff-toast.h"

typedef struct
{
  GtkWidget *widget;
  GtkWidget *window; /* outlives the widget where another page is opened meanwhile */
  FfStore *store;
  char *participant;       /* uid */
  GtkCheckButton *backups; /* the dialog's */
  FfForgettingFunc tell;
  GObject *asker;
} Forgetting;

static void
forgetting_free (Forgetting *forgetting)
{
  g_clear_object (&forgetting->widget);
  g_clear_object (&forgetting->window);
  g_clear_object (&forgetting->store);
  g_clear_object (&forgetting->backups);
  g_clear_object (&forgetting->asker);
  g_free (forgetting->participant);
  g_free (forgetting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Forgetting, forgetting_free)

/* "Their name, 12 check-ins and 9 plan items go, and cannot be brought back." and what stays. */
static char *
describe (FfPersonRecord *record)
{
  GPtrArray *entries = ff_person_record_get_entries (record);
  guint n_check_ins = 0, n_items = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      FfPersonEntry *entry = g_ptr_array_index (entries, i);

      n_check_ins += entry->check_in != NULL ? 1 : 0;
      n_items += entry->plan != NULL ? entry->plan->len : 0;
    }

  g_autofree char *check_ins
      = g_strdup_printf (ngettext ("%u check-in", "%u check-ins", n_check_ins), n_check_ins);
  g_autofree char *items
      = g_strdup_printf (ngettext ("%u plan item", "%u plan items", n_items), n_items);
  return g_strdup_printf (
      /* Translators: %1$s and %2$s are like “12 check-ins” and “9 plan items” */
      _ ("Their name, %1$s and %2$s are deleted with every word in them. This cannot be undone.\n\n"
         "What stays: how many people came to each session, with nobody’s name.\n\n"
         "Copies that were saved elsewhere, on a stick or on paper, are not reached from here."),
      check_ins, items);
}

static void
on_forgotten (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Forgetting) forgetting = data;
  g_autoptr (GError) error = NULL;
  gboolean is_there = gtk_widget_get_root (forgetting->widget) != NULL;
  GtkWidget *widget = is_there ? forgetting->widget : forgetting->window;

  if (ff_store_write_finish (FF_STORE (source), result, &error))
    {
      ff_toast_show (widget, _ ("Forgotten. Only the counts stay."));
      forgetting->tell (forgetting->asker, FF_FORGETTING_DONE);
      return;
    }
  ff_toast_error (widget, error);
  forgetting->tell (forgetting->asker, FF_FORGETTING_FAILED);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Forgetting) forgetting = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  gboolean backups_too = gtk_check_button_get_active (forgetting->backups);
  FfStore *store = forgetting->store;
  char *participant = forgetting->participant;

  if (!g_str_equal (answer, "forget"))
    return;
  forgetting->tell (forgetting->asker, FF_FORGETTING_BEGUN);
  ff_participant_repository_forget_async (store, participant, backups_too, on_forgotten,
                                          g_steal_pointer (&forgetting));
}

static GtkWidget *
make_choice (void)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (_ ("Delete the backups in the folder too, and make a new one"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  return check;
}

static char *
make_heading (FfContext *context, FfPersonRecord *record)
{
  const char *alias = ff_participant_get_alias (ff_person_record_get_participant (record));

  if (ff_context_get_hide_names (context))
    return g_strdup (_ ("Forget This Person?"));
  /* Translators: %s is the name or alias of a person in the group */
  return g_strdup_printf (_ ("Forget “%s”?"), alias);
}

/**
 * ff_person_forget:
 * @widget: what asks for it
 * @context: what a view is handed
 * @record: all that is kept of the person
 * @tell: called when it begins and when it is over, and not where the answer was no
 * @asker: for @tell
 */
void
ff_person_forget (GtkWidget *widget,
                  FfContext *context,
                  FfPersonRecord *record,
                  FfForgettingFunc tell,
                  GObject *asker)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_PERSON_RECORD (record));
  g_return_if_fail (tell != NULL && G_IS_OBJECT (asker));

  g_autofree char *heading = make_heading (context, record);
  g_autofree char *body = describe (record);
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *backups = make_choice ();
  Forgetting *forgetting = g_new0 (Forgetting, 1);

  forgetting->widget = g_object_ref (widget);
  forgetting->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  forgetting->store = g_object_ref (ff_context_get_store (context));
  forgetting->participant
      = g_strdup (ff_participant_get_uid (ff_person_record_get_participant (record)));
  forgetting->backups = GTK_CHECK_BUTTON (g_object_ref_sink (backups));
  forgetting->tell = tell;
  forgetting->asker = g_object_ref (asker);
  adw_alert_dialog_set_extra_child (alert, backups);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "forget", _ ("_Forget"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "forget", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, widget, NULL, on_answered, forgetting);
}
