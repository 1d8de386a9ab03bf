/* ff-test-portal.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A desktop portal for mail on a bus of its own, that keeps what it is handed and answers as it is told.
 */

#pragma once

#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <string.h>
#include <unistd.h>

#define FF_TEST_PORTAL_NAME "org.freedesktop.portal.Desktop"
#define FF_TEST_PORTAL_PATH "/org/freedesktop/portal/desktop"

/* In the words of the portal's Response. */
enum
{
  FF_TEST_PORTAL_DONE = 0,
  FF_TEST_PORTAL_CANCELLED = 1,
  FF_TEST_PORTAL_FAILED = 2,
};

typedef struct
{
  char *address; /* all of them, apart by a space */
  char *subject;
  char *body;
  GPtrArray *files; /* of char: what is in each that went along */
} FfTestMail;

typedef struct
{
  GTestDBus *bus;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GDBusConnection *connection;
  GMutex mutex;
  GCond cond;
  gboolean is_there;
  guint answer;
  GPtrArray *mails; /* of FfTestMail */
} FfTestPortal;

static const char ff_test_portal_xml[]
    = "<node><interface name='org.freedesktop.portal.Email'>"
      "<method name='ComposeEmail'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
      "<arg type='o' direction='out'/></method>"
      "<property name='version' type='u' access='read'/></interface></node>";

static inline void
ff_test_mail_free (gpointer data)
{
  FfTestMail *mail = data;

  g_free (mail->address);
  g_free (mail->subject);
  g_free (mail->body);
  g_ptr_array_unref (mail->files);
  g_free (mail);
}

static inline char *
ff_test_portal_read (int file)
{
  GString *text = g_string_new (NULL);
  char part[4096];
  gssize n;

  while ((n = read (file, part, sizeof part)) > 0)
    g_string_append_len (text, part, n);
  close (file);
  return g_string_free_and_steal (text);
}

static inline char *
ff_test_portal_look_up (GVariant *options, const char *key)
{
  char *text = NULL;

  g_variant_lookup (options, key, "s", &text);
  return text;
}

static inline FfTestMail *
ff_test_portal_receive (GDBusMethodInvocation *invocation, GVariant *options)
{
  GUnixFDList *list
      = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  g_autoptr (GVariant) addresses = g_variant_lookup_value (options, "addresses", NULL);
  g_autoptr (GVariant) handles = g_variant_lookup_value (options, "attachment_fds", NULL);
  FfTestMail *mail = g_new0 (FfTestMail, 1);

  if (addresses != NULL)
    {
      g_autofree const char **all = g_variant_get_strv (addresses, NULL);

      mail->address = g_strjoinv (" ", (char **) all);
    }
  else
    mail->address = ff_test_portal_look_up (options, "address");
  mail->subject = ff_test_portal_look_up (options, "subject");
  mail->body = ff_test_portal_look_up (options, "body");
  mail->files = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; handles != NULL && i < g_variant_n_children (handles); i++)
    {
      gint32 handle;

      g_variant_get_child (handles, i, "h", &handle);
      g_ptr_array_add (mail->files, ff_test_portal_read (g_unix_fd_list_get (list, handle, NULL)));
    }
  return mail;
}

/* The request's path, as the portal's manual makes it from who asks and their token. */
static inline char *
ff_test_portal_make_path (GDBusMethodInvocation *invocation, GVariant *options)
{
  g_autofree char *token = ff_test_portal_look_up (options, "handle_token");
  g_autofree char *sender = g_strdup (g_dbus_method_invocation_get_sender (invocation) + 1);

  g_strdelimit (sender, ".", '_');
  return g_strdup_printf (FF_TEST_PORTAL_PATH "/request/%s/%s", sender, token);
}

static inline void
ff_test_portal_on_call (GDBusConnection *connection,
                        const char *sender,
                        const char *path,
                        const char *interface,
                        const char *method,
                        GVariant *parameters,
                        GDBusMethodInvocation *invocation,
                        gpointer data)
{
  FfTestPortal *portal = data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autofree char *request = ff_test_portal_make_path (invocation, options);
  FfTestMail *mail = ff_test_portal_receive (invocation, options);
  GVariantBuilder results;
  guint answer;

  g_mutex_lock (&portal->mutex);
  g_ptr_array_add (portal->mails, mail);
  answer = portal->answer;
  g_mutex_unlock (&portal->mutex);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_dbus_connection_emit_signal (connection, sender, request, "org.freedesktop.portal.Request",
                                 "Response", g_variant_new ("(ua{sv})", answer, &results), NULL);
}

static inline GVariant *
ff_test_portal_on_read (GDBusConnection *connection,
                        const char *sender,
                        const char *path,
                        const char *interface,
                        const char *property,
                        GError **error,
                        gpointer data)
{
  return g_variant_new_uint32 (4);
}

static inline void
ff_test_portal_on_name (GDBusConnection *connection, const char *name, gpointer data)
{
  FfTestPortal *portal = data;

  g_mutex_lock (&portal->mutex);
  portal->is_there = TRUE;
  g_cond_signal (&portal->cond);
  g_mutex_unlock (&portal->mutex);
}

/* In a thread, as another program would be. */
static inline gpointer
ff_test_portal_run (gpointer data)
{
  static const GDBusInterfaceVTable vtable
      = { ff_test_portal_on_call, ff_test_portal_on_read, NULL, { NULL } };
  FfTestPortal *portal = data;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (ff_test_portal_xml, NULL);
  guint name;

  g_main_context_push_thread_default (portal->context);
  portal->connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (portal->bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, NULL);
  g_assert_nonnull (portal->connection);
  g_dbus_connection_register_object (portal->connection, FF_TEST_PORTAL_PATH, node->interfaces[0],
                                     &vtable, portal, NULL, NULL);
  name = g_bus_own_name_on_connection (portal->connection, FF_TEST_PORTAL_NAME,
                                       G_BUS_NAME_OWNER_FLAGS_NONE, ff_test_portal_on_name, NULL,
                                       portal, NULL);
  g_main_loop_run (portal->loop);
  g_bus_unown_name (name);
  g_dbus_connection_close_sync (portal->connection, NULL, NULL);
  g_clear_object (&portal->connection);
  g_main_context_pop_thread_default (portal->context);
  return NULL;
}

/* To be called before anything asks for the session bus. */
static inline FfTestPortal *
ff_test_portal_new (void)
{
  FfTestPortal *portal = g_new0 (FfTestPortal, 1);
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));

  portal->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (portal->bus);
  /* The display goes with the bus that was there before. */
  if (display != NULL)
    g_setenv ("DISPLAY", display, TRUE);
  g_mutex_init (&portal->mutex);
  g_cond_init (&portal->cond);
  portal->mails = g_ptr_array_new_with_free_func (ff_test_mail_free);
  portal->context = g_main_context_new ();
  portal->loop = g_main_loop_new (portal->context, FALSE);
  return portal;
}

static inline void
ff_test_portal_start (FfTestPortal *portal, guint answer)
{
  portal->answer = answer;
  portal->is_there = FALSE;
  portal->thread = g_thread_new ("portal", ff_test_portal_run, portal);
  g_mutex_lock (&portal->mutex);
  while (!portal->is_there)
    g_cond_wait (&portal->cond, &portal->mutex);
  g_mutex_unlock (&portal->mutex);
}

static inline guint
ff_test_portal_count (FfTestPortal *portal)
{
  guint n;

  g_mutex_lock (&portal->mutex);
  n = portal->mails->len;
  g_mutex_unlock (&portal->mutex);
  return n;
}

/* Mails that were handed over are forgotten too. */
static inline void
ff_test_portal_stop (FfTestPortal *portal)
{
  g_main_loop_quit (portal->loop);
  g_thread_join (g_steal_pointer (&portal->thread));
  g_ptr_array_set_size (portal->mails, 0);
}

/* The toolkit holds on to its connection, for which g_test_dbus_down(), and freeing the bus, would wait in vain. */
static inline void
ff_test_portal_free (FfTestPortal *portal)
{
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_dbus_connection_set_exit_on_close (session, FALSE);
  g_main_loop_unref (portal->loop);
  g_main_context_unref (portal->context);
  g_ptr_array_unref (portal->mails);
  g_mutex_clear (&portal->mutex);
  g_cond_clear (&portal->cond);
  g_test_dbus_stop (portal->bus);
  g_free (portal);
}
