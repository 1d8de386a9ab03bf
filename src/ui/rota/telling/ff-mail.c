/* ff-mail.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mail by the desktop's own door, with the file attached; else by a link, without it.
 */

#include "ff-config.h"

#include "ff-mail.h"

#include <glib/gi18n-lib.h>
#include <libportal-gtk4/portal-gtk4.h>

typedef struct
{
  GtkWindow *window; /* (nullable) */
  char *link;
  gboolean has_attachment;
  gboolean attached;
} Mail;

static void
mail_free (gpointer data)
{
  Mail *mail = data;

  g_clear_object (&mail->window);
  g_free (mail->link);
  g_free (mail);
}

/**
 * ff_mail_make_link:
 * @address: whom to write to
 * @subject: what about
 * @text: what
 *
 * Returns: (transfer full): a mailto link (RFC 6068), line breaks as CRLF
 */
char *
ff_mail_make_link (const char *address, const char *subject, const char *text)
{
  g_autofree char *to = g_uri_escape_string (address, "@", FALSE);
  g_autofree char *about = g_uri_escape_string (subject, NULL, FALSE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *with_breaks = g_strjoinv ("\r\n", lines);
  g_autofree char *body = g_uri_escape_string (with_breaks, NULL, FALSE);

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", to, about, body);
}

static void
on_launched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, NULL))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("No mail program answered. Copy the message and paste it where you "
                                "write your mail."));
}

static void
launch_link (GTask *task)
{
  Mail *mail = g_task_get_task_data (task);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (mail->link);

  gtk_uri_launcher_launch (launcher, mail->window, NULL, on_launched, g_object_ref (task));
}

static void
on_composed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Mail *mail = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (xdp_portal_compose_email_finish (XDP_PORTAL (source), result, &error))
    {
      mail->attached = mail->has_attachment;
      g_task_return_boolean (task, TRUE);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    launch_link (task);
}

/**
 * ff_mail_compose_async:
 * @widget: in the window that asks
 * @address: whom to write to
 * @subject: what about
 * @text: what
 * @attachment: (nullable): the path of a file to go with it
 * @callback: called when a mail program has it, or none does
 * @user_data: for @callback
 *
 * The person sees the mail before it goes. Where the desktop has no portal for it, a mailto link is opened, which takes no file.
 */
void
ff_mail_compose_async (GtkWidget *widget,
                       const char *address,
                       const char *subject,
                       const char *text,
                       const char *attachment,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  const char *const addresses[] = { address, NULL };
  const char *const nobody[] = { NULL };
  const char *const files[] = { attachment, NULL };
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (XdpPortal) portal = NULL;
  g_autoptr (XdpParent) parent = NULL;
  GtkRoot *root;
  Mail *mail;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (address != NULL && subject != NULL && text != NULL);

  root = gtk_widget_get_root (widget);
  mail = g_new0 (Mail, 1);
  mail->window = GTK_IS_WINDOW (root) ? g_object_ref (GTK_WINDOW (root)) : NULL;
  mail->link = ff_mail_make_link (address, subject, text);
  mail->has_attachment = attachment != NULL;
  g_task_set_source_tag (task, ff_mail_compose_async);
  g_task_set_task_data (task, mail, mail_free);
  portal = xdp_portal_initable_new (NULL);
  if (portal == NULL)
    {
      launch_link (task);
      return;
    }
  parent = mail->window != NULL ? xdp_parent_new_gtk (mail->window) : NULL;
  xdp_portal_compose_email (portal, parent, addresses, nobody, nobody, subject, text, files,
                            XDP_EMAIL_FLAG_NONE, NULL, on_composed, g_steal_pointer (&task));
}

/**
 * ff_mail_compose_finish:
 * @result: what the callback was given
 * @attached: (out): whether the file is with the mail
 * @error: return location for a #GError: %G_IO_ERROR_CANCELLED where the person left it, else a sentence that says what to do instead
 *
 * Returns: whether a mail program has it
 */
gboolean
ff_mail_compose_finish (GAsyncResult *result, gboolean *attached, GError **error)
{
  Mail *mail = g_task_get_task_data (G_TASK (result));

  *attached = mail->attached;
  return g_task_propagate_boolean (G_TASK (result), error);
}
