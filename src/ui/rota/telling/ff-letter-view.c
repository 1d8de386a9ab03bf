/* ff-letter-view.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A message with the ways in which it leaves.
 */

#include "ff-config.h"

#include "ff-letter-view.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ff-mail.h"
#include "ff-message-label.h"
#include "ff-text-file.h"
#include "ff-toast.h"

struct _FfLetterView
{
  AdwBin parent_instance;

  char *address;
  char *calendar;   /* (nullable) */
  GPtrArray *files; /* of char: paths of those that went with a mail, each in a folder of its own */

  AdwEntryRow *subject_row;
  GtkTextView *text_view;
  AdwBin *message_label;
  GtkWidget *calendar_button;
  GtkWidget *mail_button;
};

enum
{
  SENT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfLetterView, ff_letter_view, ADW_TYPE_BIN)

static void
say (FfLetterView *self, const char *text)
{
  g_object_set (self->message_label, "text", text, NULL);
}

/* A mail program may read its file only when the mail goes, and by then another mail is being written: none is written over. */
static char *
make_file (FfLetterView *self)
{
  g_autofree char *folder = NULL;
  char *path;

  if (self->calendar == NULL)
    return NULL;
  folder = g_dir_make_tmp ("fourfold-XXXXXX", NULL);
  if (folder == NULL)
    return NULL;
  /* Translators: what a file is called that holds somebody’s own dates for their calendar; keep “.ics” */
  path = g_build_filename (folder, _ ("dates.ics"), NULL);
  g_ptr_array_add (self->files, path);
  return g_file_set_contents_full (path, self->calendar, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                   NULL)
             ? g_strdup (path)
             : NULL;
}

/* Nobody else could read them, and they go with the view. */
static void
remove_files (FfLetterView *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const char *path = g_ptr_array_index (self->files, i);
      g_autofree char *folder = g_path_get_dirname (path);

      g_unlink (path);
      g_rmdir (folder);
    }
  g_ptr_array_set_size (self->files, 0);
}

static void
copy_cb (FfLetterView *self)
{
  g_autofree char *text = ff_letter_view_get_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  ff_toast_show (GTK_WIDGET (self), _ ("Message copied"));
  g_signal_emit (self, signals[SENT], 0);
}

static void
save_cb (FfLetterView *self)
{
  ff_text_file_save (GTK_WIDGET (self), _ ("Save Their Dates"), _ ("dates.ics"), "text/calendar",
                     self->calendar);
}

static void
on_composed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfLetterView) self = data;
  g_autoptr (GError) error = NULL;
  gboolean attached;
  const gboolean sent = ff_mail_compose_finish (result, &attached, &error);

  /* It was closed meanwhile. */
  if (self->mail_button == NULL)
    return;
  /* Where the person left it there is nothing to say. */
  if (!sent && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
  else if (sent && self->calendar != NULL && !attached)
    say (self, _ ("The calendar file did not go along: save it with “Save Calendar…”, and attach "
                  "it to the mail."));
  if (sent)
    g_signal_emit (self, signals[SENT], 0);
}

static void
mail_cb (FfLetterView *self)
{
  g_autofree char *text = ff_letter_view_get_text (self);
  g_autofree char *file = make_file (self);

  say (self, "");
  ff_mail_compose_async (GTK_WIDGET (self), self->address,
                         gtk_editable_get_text (GTK_EDITABLE (self->subject_row)), text, file,
                         on_composed, g_object_ref (self));
}

static void
ff_letter_view_dispose (GObject *object)
{
  FfLetterView *self = FF_LETTER_VIEW (object);

  if (self->files != NULL)
    remove_files (self);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_LETTER_VIEW);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->calendar, g_free);

  G_OBJECT_CLASS (ff_letter_view_parent_class)->dispose (object);
}

static void
ff_letter_view_class_init (FfLetterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_letter_view_dispose;

  /**
   * FfLetterView::sent:
   *
   * Emitted when a mail program took it, or it was copied to be pasted.
   */
  signals[SENT] = g_signal_new ("sent", FF_TYPE_LETTER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-letter-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FfLetterView, subject_row);
  gtk_widget_class_bind_template_child (widget_class, FfLetterView, text_view);
  gtk_widget_class_bind_template_child (widget_class, FfLetterView, message_label);
  gtk_widget_class_bind_template_child (widget_class, FfLetterView, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, FfLetterView, mail_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_cb);
}

static void
ff_letter_view_init (FfLetterView *self)
{
  self->address = g_strdup ("");
  self->files = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_letter_view_new:
 *
 * Returns: (transfer floating): a view of no message yet
 */
GtkWidget *
ff_letter_view_new (void)
{
  return g_object_new (FF_TYPE_LETTER_VIEW, NULL);
}

/**
 * ff_letter_view_set:
 * @self: a view
 * @address: to mail it to; "" where none is known
 * @subject: what it is about
 * @text: what it says; the person may change it
 * @calendar: (nullable): an .ics that goes with it
 *
 * Shows another message.
 */
void
ff_letter_view_set (FfLetterView *self,
                    const char *address,
                    const char *subject,
                    const char *text,
                    const char *calendar)
{
  g_return_if_fail (FF_IS_LETTER_VIEW (self));
  g_return_if_fail (address != NULL && subject != NULL && text != NULL);

  g_set_str (&self->address, address);
  g_set_str (&self->calendar, calendar);
  gtk_editable_set_text (GTK_EDITABLE (self->subject_row), subject);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  gtk_widget_set_visible (self->calendar_button, calendar != NULL);
  gtk_widget_set_sensitive (self->mail_button, *address != '\0');
  gtk_widget_set_tooltip_text (self->mail_button,
                               *address != '\0' ? _ ("Open it in your mail program")
                                                : _ ("No mail address is known of this person"));
  say (self, "");
}

/**
 * ff_letter_view_get_text:
 * @self: a view
 *
 * Returns: (transfer full): the message as it now is
 */
char *
ff_letter_view_get_text (FfLetterView *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (FF_IS_LETTER_VIEW (self), NULL);

  buffer = gtk_text_view_get_buffer (self->text_view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * ff_letter_view_clear:
 * @self: a view
 *
 * For when its dialog is closed, which GTK may hold on to.
 */
void
ff_letter_view_clear (FfLetterView *self)
{
  g_return_if_fail (FF_IS_LETTER_VIEW (self));

  ff_letter_view_set (self, "", "", "", NULL);
  remove_files (self);
}
