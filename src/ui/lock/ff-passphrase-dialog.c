/* ff-passphrase-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets, changes or removes the passphrase, and hands out the recovery key.
 */

#include "ff-config.h"

#include "ff-passphrase-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-passphrase-work.h"
#include "ff-recovery-page.h"
#include "ff-store-error.h"
#include "ff-toast.h"

struct _FfPassphraseDialog
{
  AdwDialog parent_instance;

  FfApplication *application;
  GSettings *settings;
  FfPassphraseForm *form;

  AdwNavigationView *navigation;
  AdwNavigationPage *form_page;
  GtkLabel *explanation;
  GtkWidget *old_group;
  GtkWidget *old_row;
  GtkWidget *key_row;
  GtkWidget *new_group;
  GtkWidget *new_row;
  GtkWidget *again_row;
  GtkLabel *strength;
  GtkLabel *message;
  GtkButton *apply_button;
  GtkLabel *progress;
};

typedef enum
{
  PROP_FORM = 1,
} FfPassphraseDialogProps;

static GParamSpec *properties[PROP_FORM + 1];

G_DEFINE_FINAL_TYPE (FfPassphraseDialog, ff_passphrase_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  const char *title;
  const char *explanation;
  const char *apply;
  const char *progress;
} Words;

static const Words words[] = {
  [FF_PASSPHRASE_SET] = {
    N_ ("Set a Passphrase"),
    N_ ("Everything in Fourfold, and every backup it makes from now on, can then only be read with "
        "the passphrase. Nobody can open it without the passphrase or the recovery sheet that you "
        "print next: not you, and not the people who make Fourfold."),
    N_ ("_Set Passphrase"),
    N_ ("Writing your notes anew, so that only the passphrase opens them. With years of notes this "
        "takes a minute."),
  },
  [FF_PASSPHRASE_CHANGE] = {
    N_ ("Change the Passphrase"),
    N_ ("You get a new recovery sheet as well; the one from before stops working. Backups that were "
        "made before keep the passphrase they had."),
    N_ ("_Change Passphrase"),
    N_ ("Changing the passphrase."),
  },
  [FF_PASSPHRASE_REMOVE] = {
    N_ ("Remove the Passphrase"),
    N_ ("Whoever can use this computer or gets hold of its disk can then read the notes. The recovery "
        "sheet is no longer needed, except for backups that were made before."),
    N_ ("_Remove Passphrase"),
    N_ ("Writing your notes anew, without a passphrase. With years of notes this takes a minute."),
  },
  [FF_PASSPHRASE_RECOVER] = {
    N_ ("Use the Recovery Key"),
    N_ ("Type the key from your recovery sheet and choose a new passphrase. You get a new sheet "
        "afterwards; the one that you use now stops working."),
    N_ ("_Unlock"),
    N_ ("Changing the passphrase."),
  },
};

static const Words *
get_words (FfPassphraseDialog *self)
{
  return &words[ff_passphrase_form_get_step (self->form)];
}

static gboolean
has_text (FfPassphraseDialog *self, const char *text)
{
  return text != NULL && *text != '\0';
}

/* A dialog stays as high as it was when it was opened, unless it is told otherwise. */
static void
make_room (FfPassphraseDialog *self, AdwNavigationPage *page)
{
  AdwDialog *dialog = ADW_DIALOG (self);
  const int width = gtk_widget_get_width (GTK_WIDGET (self->navigation));
  int height;

  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_VERTICAL,
                      width > 0 ? width : adw_dialog_get_content_width (dialog), NULL, &height,
                      NULL, NULL);
  adw_dialog_set_content_height (dialog, MAX (height, adw_dialog_get_content_height (dialog)));
}

static void
say (FfPassphraseDialog *self, const char *text)
{
  gtk_label_set_label (self->message, text);
  if (*text != '\0')
    make_room (self, self->form_page);
}

static void
follow_form (FfPassphraseDialog *self)
{
  g_autofree char *message = NULL;

  g_object_get (self->form, "message", &message, NULL);
  say (self, message);
}

/* --- Done, or not --- */

static void
put_away_cb (FfPassphraseDialog *self)
{
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
show_recovery_key (FfPassphraseDialog *self, const char *recovery_key)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const char *explanation
      = ff_passphrase_form_get_step (self->form) == FF_PASSPHRASE_SET
            ? _ ("Copies of your notes that were made elsewhere before, such as backups on a USB "
                 "stick, can still be read without the passphrase. Delete those that you do not "
                 "need.")
            : _ ("The recovery sheet from before can go into the shredder, unless you keep backups "
                 "from that time.");
  AdwNavigationPage *page = ff_recovery_page_new (self->settings, recovery_key, now, explanation);

  g_signal_connect_object (page, "put-away", G_CALLBACK (put_away_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_set_title (ADW_DIALOG (self), adw_navigation_page_get_title (page));
  adw_navigation_view_replace (self->navigation, &page, 1);
  make_room (self, page);
}

static void
show_problem (FfPassphraseDialog *self, const GError *error)
{
  const gboolean is_recovering = ff_passphrase_form_get_step (self->form) == FF_PASSPHRASE_RECOVER;

  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  adw_navigation_view_pop_to_page (self->navigation, self->form_page);
  if (g_error_matches (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE))
    say (self, is_recovering
                   ? _ ("That is not the recovery key. Compare it with the sheet, group by group.")
                   : _ ("That is not the passphrase that you have now. Nothing was changed."));
  else
    say (self, error->message);
  gtk_widget_grab_focus (is_recovering ? self->key_row : self->old_row);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfPassphraseDialog) self = FF_PASSPHRASE_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  FfPassphraseWork *work
      = ff_application_work_closed_finish (FF_APPLICATION (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (work == NULL)
    show_problem (self, error);
  else if (ff_passphrase_work_get_recovery_key (work) != NULL)
    show_recovery_key (self, ff_passphrase_work_get_recovery_key (work));
  else
    {
      ff_toast_show (gtk_widget_get_parent (GTK_WIDGET (self)), _ ("The passphrase was removed"));
      adw_dialog_force_close (ADW_DIALOG (self));
    }
}

/* --- What is filled in --- */

static void
apply_clicked_cb (FfPassphraseDialog *self)
{
  if (!ff_passphrase_form_get_valid (self->form))
    return;

  say (self, "");
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_navigation_view_push_by_tag (self->navigation, "work");
  ff_application_work_closed_async (self->application, ff_passphrase_work_do,
                                    ff_passphrase_work_new (self->form),
                                    (GDestroyNotify) ff_passphrase_work_free, done_cb,
                                    g_object_ref (self));
}

static void
close_attempt_cb (FfPassphraseDialog *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  ff_toast_show (GTK_WIDGET (self->navigation),
                 FF_IS_RECOVERY_PAGE (page) ? _ ("The key is shown only now. Put it away first.")
                                            : _ ("This is not finished yet."));
}

static void
bind (FfPassphraseDialog *self, const char *property, GtkWidget *row)
{
  g_object_bind_property (row, "text", self->form, property, G_BINDING_DEFAULT);
}

static void
fill (FfPassphraseDialog *self)
{
  const FfPassphraseStep step = ff_passphrase_form_get_step (self->form);
  const Words *w = get_words (self);

  adw_dialog_set_title (ADW_DIALOG (self), _ (w->title));
  gtk_label_set_label (self->explanation, _ (w->explanation));
  gtk_label_set_label (self->progress, _ (w->progress));
  gtk_button_set_label (self->apply_button, _ (w->apply));
  gtk_widget_add_css_class (GTK_WIDGET (self->apply_button), step == FF_PASSPHRASE_REMOVE
                                                                 ? "destructive-action"
                                                                 : "suggested-action");
  gtk_widget_set_visible (self->old_group, step != FF_PASSPHRASE_SET);
  gtk_widget_set_visible (self->old_row, step != FF_PASSPHRASE_RECOVER);
  gtk_widget_set_visible (self->key_row, step == FF_PASSPHRASE_RECOVER);
  gtk_widget_set_visible (self->new_group, step != FF_PASSPHRASE_REMOVE);
  bind (self, "old", step == FF_PASSPHRASE_RECOVER ? self->key_row : self->old_row);
  bind (self, "passphrase", self->new_row);
  bind (self, "again", self->again_row);
  adw_dialog_set_focus (ADW_DIALOG (self), step == FF_PASSPHRASE_SET       ? self->new_row
                                           : step == FF_PASSPHRASE_RECOVER ? self->key_row
                                                                           : self->old_row);
  g_signal_connect_object (self->form, "notify::message", G_CALLBACK (follow_form), self,
                           G_CONNECT_SWAPPED);
}

static void
ff_passphrase_dialog_dispose (GObject *object)
{
  FfPassphraseDialog *self = FF_PASSPHRASE_DIALOG (object);

  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PASSPHRASE_DIALOG);
  g_clear_object (&self->form);
  g_clear_object (&self->settings);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (ff_passphrase_dialog_parent_class)->dispose (object);
}

static void
ff_passphrase_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfPassphraseDialog *self = FF_PASSPHRASE_DIALOG (object);

  switch ((FfPassphraseDialogProps) prop_id)
    {
    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_passphrase_dialog_class_init (FfPassphraseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_passphrase_dialog_dispose;
  object_class->get_property = ff_passphrase_dialog_get_property;

  properties[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, FF_TYPE_PASSPHRASE_FORM,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-passphrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, form_page);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, old_group);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, old_row);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, key_row);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, new_group);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, new_row);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, again_row);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, strength);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, FfPassphraseDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
}

static void
ff_passphrase_dialog_init (FfPassphraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_passphrase_dialog_new:
 * @application: whose store it is
 * @settings: the program's settings, for the paper
 * @step: what is to be done
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
ff_passphrase_dialog_new (FfApplication *application, GSettings *settings, FfPassphraseStep step)
{
  FfPassphraseDialog *self;

  g_return_val_if_fail (FF_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (FF_TYPE_PASSPHRASE_DIALOG, NULL);
  self->application = g_object_ref (application);
  self->settings = g_object_ref (settings);
  self->form = ff_passphrase_form_new (step);
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);

  return ADW_DIALOG (self);
}
