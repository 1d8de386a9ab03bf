/* ff-letter-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dialog around a message.
 */

#include "ff-config.h"

#include "ff-letter-dialog.h"

#include "ff-letter-view.h"

#define FF_TYPE_LETTER_DIALOG (ff_letter_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfLetterDialog, ff_letter_dialog, FF, LETTER_DIALOG, AdwDialog)

struct _FfLetterDialog
{
  AdwDialog parent_instance;

  GtkLabel *who_label;
  FfLetterView *letter_view;
};

G_DEFINE_FINAL_TYPE (FfLetterDialog, ff_letter_dialog, ADW_TYPE_DIALOG)

static void
ff_letter_dialog_dispose (GObject *object)
{
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_LETTER_DIALOG);

  G_OBJECT_CLASS (ff_letter_dialog_parent_class)->dispose (object);
}

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
ff_letter_dialog_closed (AdwDialog *dialog)
{
  FfLetterDialog *self = FF_LETTER_DIALOG (dialog);

  ff_letter_view_clear (self->letter_view);
  gtk_label_set_text (self->who_label, "");
}

static void
ff_letter_dialog_class_init (FfLetterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_DIALOG_CLASS (klass)->closed = ff_letter_dialog_closed;
  G_OBJECT_CLASS (klass)->dispose = ff_letter_dialog_dispose;
  g_type_ensure (FF_TYPE_LETTER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-letter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfLetterDialog, who_label);
  gtk_widget_class_bind_template_child (widget_class, FfLetterDialog, letter_view);
}

static void
ff_letter_dialog_init (FfLetterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_letter_dialog_present:
 * @parent: what asks for it
 * @title: of the dialog
 * @volunteer: who is written to
 * @subject: what about
 * @text: what
 *
 * Shows a message, to be changed, copied or mailed.
 */
void
ff_letter_dialog_present (GtkWidget *parent,
                          const char *title,
                          FfVolunteer *volunteer,
                          const char *subject,
                          const char *text)
{
  FfLetterDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_VOLUNTEER (volunteer));
  g_return_if_fail (title != NULL && subject != NULL && text != NULL);

  self = g_object_new (FF_TYPE_LETTER_DIALOG, "title", title, NULL);
  gtk_label_set_text (self->who_label, ff_volunteer_get_name (volunteer));
  ff_letter_view_set (self->letter_view, ff_volunteer_get_text (volunteer, FF_VOLUNTEER_MAIL),
                      subject, text, NULL);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
