/* ff-consent-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person agreed to, and when; saved at each pause and when it is closed.
 */

#include "ff-config.h"

#include "ff-consent-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-message-label.h"
#include "ff-participant-repository.h"

#define PAUSE_MILLISECONDS 600

struct _FfConsentDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  char *participant; /* uid */
  char *date;        /* (nullable) */
  guint pause;
  gboolean refreshing;
  guint n_saving;
  GtkWidget *parent; /* (nullable) (weak): what asked for it */
  gboolean closed;

  GtkLabel *state_label;
  GtkTextBuffer *buffer;
  GtkWidget *text_view;
  AdwActionRow *date_row;
  GtkWidget *clear_button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  FfMessageLabel *message_label;
};

G_DEFINE_FINAL_TYPE (FfConsentDialog, ff_consent_dialog, ADW_TYPE_DIALOG)

/* --- Saving --- */

static char *
dup_text (FfConsentDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfConsentDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = ff_store_write_finish (FF_STORE (source), result, &error);

  self->n_saving--;
  if (self->buffer == NULL)
    return;
  if (!saved)
    {
      /* What could not be saved is shown again, to be tried once more. */
      if (self->closed && self->parent != NULL && gtk_widget_get_root (self->parent) != NULL)
        adw_dialog_present (ADW_DIALOG (self), self->parent);
      self->closed = FALSE;
      g_object_set (self->message_label, "text", error->message, NULL);
      gtk_label_set_text (self->state_label, _ ("Not saved"));
      return;
    }
  g_object_set (self->message_label, "text", "", NULL);
  if (self->n_saving == 0 && self->pause == 0)
    gtk_label_set_text (self->state_label, _ ("Saved"));
}

static void
save (FfConsentDialog *self)
{
  g_autofree char *text = dup_text (self);

  g_clear_handle_id (&self->pause, g_source_remove);
  self->n_saving++;
  ff_participant_repository_save_consent_async (ff_context_get_store (self->context),
                                                self->participant, text, self->date, on_saved,
                                                g_object_ref (self));
}

static gboolean
on_pause (gpointer data)
{
  FfConsentDialog *self = data;

  self->pause = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (FfConsentDialog *self)
{
  if (self->refreshing)
    return;
  gtk_label_set_text (self->state_label, _ ("Saving…"));
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MILLISECONDS, on_pause, self);
}

/* --- The day --- */

static void
show_date (FfConsentDialog *self)
{
  g_autofree char *text = ff_consent_dialog_describe_date (self->date);

  adw_action_row_set_subtitle (self->date_row, self->date != NULL ? text : _ ("Not said"));
  gtk_widget_set_visible (self->clear_button, self->date != NULL);
}

static void
set_date (FfConsentDialog *self, const char *date)
{
  if (!g_set_str (&self->date, date))
    return;
  show_date (self);
  save (self);
}

static void
day_selected_cb (FfConsentDialog *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  if (self->refreshing)
    return;
  day = gtk_calendar_get_date (self->calendar);
  date = g_date_time_format (day, "%Y-%m-%d");
  set_date (self, date);
  gtk_popover_popdown (self->popover);
}

static void
clear_cb (FfConsentDialog *self)
{
  gtk_widget_grab_focus (self->text_view);
  set_date (self, NULL);
}

/* --- The dialog --- */

static void
ff_consent_dialog_closed (AdwDialog *dialog)
{
  FfConsentDialog *self = FF_CONSENT_DIALOG (dialog);

  self->closed = TRUE;
  if (self->pause != 0)
    save (self);
}

static void
ff_consent_dialog_dispose (GObject *object)
{
  FfConsentDialog *self = FF_CONSENT_DIALOG (object);

  if (self->pause != 0)
    save (self);
  self->refreshing = TRUE;
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_CONSENT_DIALOG);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->participant, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_consent_dialog_parent_class)->dispose (object);
}

static void
ff_consent_dialog_class_init (FfConsentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_consent_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ff_consent_dialog_closed;
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-consent-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfConsentDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, FfConsentDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, FfConsentDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, FfConsentDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, FfConsentDialog, clear_button);
  gtk_widget_class_bind_template_child (widget_class, FfConsentDialog, popover);
  gtk_widget_class_bind_template_child (widget_class, FfConsentDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, FfConsentDialog, message_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
ff_consent_dialog_init (FfConsentDialog *self)
{
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GDateTime *
parse_date (const char *date)
{
  int year, month, day;

  if (date == NULL || sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return NULL;
  return g_date_time_new_utc (year, month, day, 0, 0, 0);
}

/**
 * ff_consent_dialog_describe_date:
 * @date: (nullable): a day, as 2026-11-24
 *
 * Returns: (transfer full): the day in words, or ""
 */
char *
ff_consent_dialog_describe_date (const char *date)
{
  g_autoptr (GDateTime) day = parse_date (date);

  return day != NULL ? g_date_time_format (day, C_ ("date", "%-d %B %Y")) : g_strdup ("");
}

/**
 * ff_consent_dialog_present:
 * @parent: what asks for it
 * @context: what a view is handed
 * @participant: who agreed
 */
void
ff_consent_dialog_present (GtkWidget *parent, FfContext *context, FfParticipant *participant)
{
  FfConsentDialog *self;
  g_autoptr (GDateTime) day = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_PARTICIPANT (participant));

  self = g_object_new (FF_TYPE_CONSENT_DIALOG, NULL);
  self->context = g_object_ref (context);
  g_set_weak_pointer (&self->parent, parent);
  self->participant = g_strdup (ff_participant_get_uid (participant));
  self->date = g_strdup (ff_participant_get_consent_date (participant));
  gtk_text_buffer_set_text (self->buffer, ff_participant_get_consent (participant), -1);
  day = parse_date (self->date);
  if (day == NULL)
    day = ff_clock_get_now (ff_context_get_clock (context));
  gtk_calendar_select_day (self->calendar, day);
  show_date (self);
  self->refreshing = FALSE;
  adw_dialog_present (ADW_DIALOG (self), parent);
}
