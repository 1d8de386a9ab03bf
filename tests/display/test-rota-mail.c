/* test-rota-mail.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mail to volunteers through a desktop portal that takes it, one that the person refuses, one that cannot, and without any.
 */

#include "ff-letter-view.h"
#include "ff-message-label.h"
#include "ff-rota-telling.h"
#include "ff-test-portal.h"
#include "ff-test-rota.h"

#define PASTE "No mail program answered. Copy the message and paste it where you write your mail."

static FfTestPortal *portal;

static void
add_french_volunteer (FfTestPage *f)
{
  g_autoptr (FfVolunteer) zoe = ff_test_rota_make_volunteer ("zoe", "Zoé", "zoe@example.org");

  ff_volunteer_set_text (zoe, FF_VOLUNTEER_LANGUAGE, "fr");
  ff_test_rota_save_volunteer (f, zoe);
}

/* Ana has two dates and Zoé, who speaks French, one. */
static void
present (FfTestPage *f)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");
  g_autoptr (GDateTime) from = g_date_time_new (zone, 2026, 11, 23, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, 4);

  ff_test_rota_add_volunteer (f, "ana", "Ana", "ana@example.org");
  add_french_volunteer (f);
  ff_test_rota_add_duty (f, "ana", 0, FF_DUTY_PROPOSED);
  ff_test_rota_add_duty (f, "ana", 1, FF_DUTY_PROPOSED);
  ff_test_rota_add_duty (f, "zoe", 2, FF_DUTY_PROPOSED);
  ff_rota_telling_present (ff_test_rota_get_page (f), f->context, NULL, from, until);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "2 dates, 2 of them not asked yet");
  g_signal_emit_by_name (ff_test_rota_await (f, GTK_TYPE_LIST_VIEW, NULL, NULL), "activate", 0);
}

static void
await_mails (guint n)
{
  const gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  while (ff_test_portal_count (portal) < n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
  /* The answer comes after it. */
  ff_test_page_run (100);
}

static const FfTestMail *
get_mail (guint number)
{
  g_assert_cmpuint (ff_test_portal_count (portal), >, number);
  return g_ptr_array_index (portal->mails, number);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, words)) != NULL; at += strlen (words))
    n++;
  return n;
}

static const char *
get_said (FfTestPage *f)
{
  GtkWidget *label = ff_test_find (GTK_WIDGET (f->window), FF_TYPE_MESSAGE_LABEL, NULL, NULL);
  static char *text;

  g_clear_pointer (&text, g_free);
  if (label != NULL)
    g_object_get (label, "text", &text, NULL);
  return text != NULL ? text : "";
}

static GtkWidget *
get_mark (FfTestPage *f)
{
  return ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "Mark as _Asked");
}

/* The mail is whole, and noting it is one key away. */
static void
test_sent (FfTestPage *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  const FfTestMail *mail;

  ff_test_portal_start (portal, FF_TEST_PORTAL_DONE);
  present (f);
  text = ff_letter_view_get_text (
      FF_LETTER_VIEW (ff_test_rota_await (f, FF_TYPE_LETTER_VIEW, NULL, NULL)));
  ff_test_rota_click (f, "_Mail…");
  await_mails (1);
  mail = get_mail (0);
  g_assert_cmpstr (mail->address, ==, "ana@example.org");
  g_assert_cmpstr (mail->subject, ==, "Your dates");
  g_assert_cmpstr (mail->body, ==, text);
  g_assert_true (g_str_has_prefix (mail->body, "Hello Ana,"));
  g_assert_cmpuint (mail->files->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (mail->files, 0), "BEGIN:VCALENDAR\r\n"));
  g_assert_true (g_str_has_suffix (g_ptr_array_index (mail->files, 0), "END:VCALENDAR\r\n"));
  g_assert_cmpuint (count (g_ptr_array_index (mail->files, 0), "BEGIN:VEVENT"), ==, 2);
  g_assert_cmpstr (get_said (f), ==, "");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == get_mark (f));
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (f->window)), "activate");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Marked as asked");
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_ASKED), ==, 2);
  ff_test_portal_stop (portal);
}

/* Each in their own language, with their own dates. */
static void
test_next (FfTestPage *f, gconstpointer data)
{
  const FfTestMail *mail;

  ff_test_portal_start (portal, FF_TEST_PORTAL_DONE);
  present (f);
  ff_test_rota_click (f, "_Mail…");
  await_mails (1);
  ff_test_rota_click (f, "_Next");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Zoé");
  ff_test_rota_click (f, "_Mail…");
  await_mails (2);
  mail = get_mail (1);
  g_assert_cmpstr (mail->address, ==, "zoe@example.org");
  g_assert_cmpstr (mail->subject, ==, "Vos dates");
  g_assert_true (g_str_has_prefix (mail->body, "Bonjour Zoé"));
  g_assert_nonnull (strstr (mail->body, "mardi 8 décembre"));
  g_assert_cmpuint (mail->files->len, ==, 1);
  g_assert_cmpuint (count (g_ptr_array_index (mail->files, 0), "BEGIN:VEVENT"), ==, 1);
  ff_test_portal_stop (portal);
}

/* In the folder for what is passing, which is this test's own. */
static guint
count_files (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, "dates.ics", NULL);

      n += g_file_test (path, G_FILE_TEST_EXISTS) ? 1 : 0;
    }
  return n;
}

/* A mail program may read the first file after the second mail was begun; nothing is left once the dialog is closed. */
static void
test_files (FfTestPage *f, gconstpointer data)
{
  ff_test_portal_start (portal, FF_TEST_PORTAL_DONE);
  present (f);
  g_assert_cmpuint (count_files (), ==, 0);
  ff_test_rota_click (f, "_Mail…");
  await_mails (1);
  ff_test_rota_click (f, "_Next");
  ff_test_rota_click (f, "_Mail…");
  await_mails (2);
  g_assert_cmpuint (count_files (), ==, 2);
  adw_dialog_close (adw_window_get_visible_dialog (f->window));
  ff_test_page_run (100);
  g_assert_cmpuint (count_files (), ==, 0);
  ff_test_portal_stop (portal);
}

/* The person left it: nothing is said, nothing is noted, and it can be done again. */
static void
test_cancelled (FfTestPage *f, gconstpointer data)
{
  ff_test_portal_start (portal, FF_TEST_PORTAL_CANCELLED);
  present (f);
  ff_test_rota_click (f, "_Mail…");
  await_mails (1);
  g_assert_cmpstr (get_said (f), ==, "");
  g_assert_false (gtk_widget_has_css_class (get_mark (f), "suggested-action"));
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_ASKED), ==, 0);
  ff_test_rota_click (f, "_Mail…");
  await_mails (2);
  ff_test_portal_stop (portal);
}

/* It cannot, and there is no mail program without it either: the text is there to be pasted. */
static void
test_failed (FfTestPage *f, gconstpointer data)
{
  ff_test_portal_start (portal, FF_TEST_PORTAL_FAILED);
  present (f);
  ff_test_rota_click (f, "_Mail…");
  ff_test_rota_await (f, FF_TYPE_MESSAGE_LABEL, "text", PASTE);
  ff_test_rota_click (f, "_Copy");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Message copied");
  ff_test_portal_stop (portal);
}

static void
test_no_portal (FfTestPage *f, gconstpointer data)
{
  /* libportal complains where there is a bus and no portal on it. */
  const GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK);

  present (f);
  ff_test_rota_click (f, "_Mail…");
  ff_test_rota_await (f, FF_TYPE_MESSAGE_LABEL, "text", PASTE);
  g_log_set_always_fatal (fatal);
}

int
main (int argc, char *argv[])
{
  char folder[] = "/tmp/fourfold-test-XXXXXX";
  int status;

  g_assert_nonnull (g_mkdtemp (folder));
  g_setenv ("TMPDIR", folder, TRUE);
  portal = ff_test_portal_new ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/rota-mail/" path, FfTestPage, NULL, ff_test_rota_set_up, function,                 \
              ff_test_page_tear_down)
  ADD ("sent", test_sent);
  ADD ("next", test_next);
  ADD ("files", test_files);
  ADD ("cancelled", test_cancelled);
  ADD ("failed", test_failed);
  ADD ("no-portal", test_no_portal);
#undef ADD

  status = g_test_run ();
  ff_test_portal_free (portal);
  ff_test_remove_folder (folder);
  return status;
}
