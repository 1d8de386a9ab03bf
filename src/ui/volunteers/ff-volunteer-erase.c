/* ff-volunteer-erase.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks whether a volunteer is to be erased, saying what goes and what stays, and erases them.
 */

#include "ff-config.h"

#include "ff-volunteer-erase.h"

#include <glib/gi18n-lib.h>

#include "ff-roster-edit.h"
#include "ff-toast.h"

typedef struct
{
  GtkWidget *widget;
  GtkWidget *window; /* outlives the widget where another page is opened meanwhile */
  FfStore *store;
  char *volunteer;         /* uid */
  GtkCheckButton *backups; /* the dialog's */
} Erasing;

static void
erasing_free (Erasing *erasing)
{
  g_clear_object (&erasing->widget);
  g_clear_object (&erasing->window);
  g_clear_object (&erasing->store);
  g_clear_object (&erasing->backups);
  g_free (erasing->volunteer);
  g_free (erasing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Erasing, erasing_free)

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Erasing) erasing = data;
  g_autoptr (GError) error = NULL;
  gboolean is_there = gtk_widget_get_root (erasing->widget) != NULL;
  GtkWidget *widget = is_there ? erasing->widget : erasing->window;

  if (ff_store_write_finish (FF_STORE (source), result, &error))
    ff_toast_show (widget, _ ("Erased. Only past duties stay, with nobody’s name."));
  else
    ff_toast_error (widget, error);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Erasing) erasing = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  gboolean backups_too = gtk_check_button_get_active (erasing->backups);
  FfStore *store = erasing->store;
  const char *volunteer = erasing->volunteer;

  if (!g_str_equal (answer, "erase"))
    return;
  ff_roster_erase_volunteer_async (store, volunteer, backups_too, on_erased,
                                   g_steal_pointer (&erasing));
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
make_heading (FfContext *context, FfVolunteer *volunteer)
{
  if (ff_context_get_hide_names (context))
    return g_strdup (_ ("Erase This Volunteer?"));
  /* Translators: %s is the name of a volunteer */
  return g_strdup_printf (_ ("Erase “%s”?"), ff_volunteer_get_name (volunteer));
}

/**
 * ff_volunteer_erase:
 * @widget: what asks for it
 * @context: what a view is handed
 * @volunteer: whom
 *
 * Asks first, and erases every trace of them where the answer is yes.
 */
void
ff_volunteer_erase (GtkWidget *widget, FfContext *context, FfVolunteer *volunteer)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_VOLUNTEER (volunteer));

  g_autofree char *heading = make_heading (context, volunteer);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      heading,
      _ ("Their name, contact, hours, absences, trainings, notes and duties to come are deleted. "
         "This cannot be undone.\n\nWhat stays: that somebody had each past duty, with nobody’s "
         "name.\n\nCopies that were saved elsewhere, on a stick or on paper, and messages that "
         "were sent are not reached from here.")));
  GtkWidget *backups = make_choice ();
  Erasing *erasing = g_new0 (Erasing, 1);

  erasing->widget = g_object_ref (widget);
  erasing->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  erasing->store = g_object_ref (ff_context_get_store (context));
  erasing->volunteer = g_strdup (ff_volunteer_get_uid (volunteer));
  erasing->backups = GTK_CHECK_BUTTON (g_object_ref_sink (backups));
  adw_alert_dialog_set_extra_child (alert, backups);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "erase", _ ("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, widget, NULL, on_answered, erasing);
}
