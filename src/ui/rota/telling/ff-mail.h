/* ff-mail.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands a message to the person’s mail program.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @attachment: (nullable): the path of a file */
void     ff_mail_compose_async  (GtkWidget           *widget,
                                 const char          *address,
                                 const char          *subject,
                                 const char          *text,
                                 const char          *attachment,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
/* @attached: (out): whether the file went along. FALSE with a sentence that says what to do instead, or where the person left it. */
gboolean ff_mail_compose_finish (GAsyncResult        *result,
                                 gboolean            *attached,
                                 GError             **error);
/* (transfer full): as any mail program takes it */
char    *ff_mail_make_link      (const char          *address,
                                 const char          *subject,
                                 const char          *text);

G_END_DECLS
