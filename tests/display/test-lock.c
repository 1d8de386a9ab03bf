/* test-lock.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Setting a passphrase, locking, unlocking, the recovery key, changing and removing, as a whole program.
 */

#include "ff-config.h"

#include "ff-application.h"
#include "ff-backup.h"
#include "ff-check-ins-page.h"
#include "ff-idle-watch.h"
#include "ff-lock-preferences.h"
#include "ff-passphrase-dialog.h"
#include "ff-passphrase.h"
#include "ff-recovery-page.h"
#include "ff-session-page.h"
#include "ff-test-shell.h"
#include "ff-trouble-page.h"
#include "ff-unlock-page.h"
#include "ff-views.h"

#define GROUP "Tuesday Group"
#define MEETING "c2f5d0de-0000-4000-8000-000000000001"
#define PASSPHRASE "seven quiet herons waiting"
#define OTHER "an umbrella full of Mondays"

/* --- The form --- */

static void
test_strength (void)
{
  g_assert_cmpint (ff_passphrase_get_strength (""), ==, FF_STRENGTH_NONE);
  g_assert_cmpint (ff_passphrase_get_strength ("1234567"), ==, FF_STRENGTH_NONE);
  g_assert_cmpint (ff_passphrase_get_strength ("éééééééé"), ==, FF_STRENGTH_LOW);
  g_assert_cmpint (ff_passphrase_get_strength ("123456789012345678901234567890"), ==,
                   FF_STRENGTH_LOW);
  g_assert_cmpint (ff_passphrase_get_strength ("password"), ==, FF_STRENGTH_LOW);
  g_assert_cmpint (ff_passphrase_get_strength ("Umbrella.7q"), ==, FF_STRENGTH_FAIR);
  g_assert_cmpint (ff_passphrase_get_strength (PASSPHRASE), ==, FF_STRENGTH_HIGH);
}

static void
assert_message (FfPassphraseForm *form, const char *pattern)
{
  g_autofree char *message = NULL;

  g_object_get (form, "message", &message, NULL);
  if (!g_pattern_match_simple (pattern, message))
    g_error ("“%s” is not “%s”", message, pattern);
}

static void
test_form (void)
{
  g_autoptr (FfPassphraseForm) form = ff_passphrase_form_new (FF_PASSPHRASE_SET);

  g_assert_false (ff_passphrase_form_get_valid (form));
  g_object_set (form, "passphrase", "too few", "again", "too few", NULL);
  g_assert_false (ff_passphrase_form_get_valid (form));
  g_object_set (form, "passphrase", PASSPHRASE, "again", "seven", NULL);
  g_assert_false (ff_passphrase_form_get_valid (form));
  assert_message (form, "");
  g_object_set (form, "again", "seven herons", NULL);
  assert_message (form, "The two are not the same.*");
  g_object_set (form, "again", PASSPHRASE, NULL);
  assert_message (form, "");
  g_assert_true (ff_passphrase_form_get_valid (form));
}

static void
test_form_with_old (void)
{
  g_autoptr (FfPassphraseForm) change = ff_passphrase_form_new (FF_PASSPHRASE_CHANGE);
  g_autoptr (FfPassphraseForm) removal = ff_passphrase_form_new (FF_PASSPHRASE_REMOVE);

  g_object_set (change, "passphrase", PASSPHRASE, "again", PASSPHRASE, NULL);
  g_assert_false (ff_passphrase_form_get_valid (change));
  g_object_set (change, "old", PASSPHRASE, NULL);
  assert_message (change, "This is the passphrase that you have already.");
  g_assert_false (ff_passphrase_form_get_valid (change));
  g_object_set (change, "old", OTHER, NULL);
  g_assert_true (ff_passphrase_form_get_valid (change));

  g_assert_false (ff_passphrase_form_get_valid (removal));
  g_object_set (removal, "old", "x", NULL);
  g_assert_true (ff_passphrase_form_get_valid (removal));
}

/* --- The watch --- */

static gint64 fake_seconds;

static gint64
get_fake_seconds (void)
{
  return fake_seconds;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_idle (void)
{
  g_autoptr (GtkApplication) application
      = gtk_application_new ("org.example.Idle", G_APPLICATION_NON_UNIQUE);
  g_autoptr (FfIdleWatch) watch = NULL;
  guint n = 0;

  g_application_register (G_APPLICATION (application), NULL, NULL);
  fake_seconds = 5000;
  watch = ff_idle_watch_new (application, get_fake_seconds);
  g_signal_connect_swapped (watch, "idle", G_CALLBACK (count_cb), &n);

  fake_seconds += 1000000;
  ff_idle_watch_check (watch);
  g_assert_cmpuint (n, ==, 0); /* never, until it is told how long */

  g_object_set (watch, "minutes", 5, NULL);
  ff_idle_watch_touch (watch);
  fake_seconds += 5 * 60 - 1;
  ff_idle_watch_check (watch);
  g_assert_cmpuint (n, ==, 0);
  fake_seconds++;
  ff_idle_watch_check (watch);
  g_assert_cmpuint (n, ==, 1);
  ff_idle_watch_touch (watch);
  ff_idle_watch_check (watch);
  g_assert_cmpuint (n, ==, 1);
  fake_seconds += 8 * 60 * 60; /* the lid was closed over night */
  ff_idle_watch_check (watch);
  g_assert_cmpuint (n, ==, 2);
}

/* --- The program --- */

typedef struct
{
  FfApplication *application;
  GtkWidget *window;
  const char *folder;
  void (*story) (gpointer program);
} Program;

static gboolean
tell_cb (gpointer data)
{
  Program *program = data;
  GtkApplication *application = GTK_APPLICATION (program->application);

  ff_test_until (gtk_application_get_active_window (application) != NULL);
  program->window = GTK_WIDGET (gtk_application_get_active_window (application));
  program->story (program);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);

  return G_SOURCE_REMOVE;
}

static void
run (const char *folder, void (*story) (gpointer program))
{
  g_autoptr (FfApplication) application = ff_application_new ();
  const char *arguments[] = { "fourfold", "--data-dir", folder, "--now", "2026-11-24T16:30", NULL };
  Program program = { application, NULL, folder, story };

  g_timeout_add (10, tell_cb, &program);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 5, (char **) arguments), ==, 0);
}

static void
add_meeting (FfTestShell *shell, FfGroup *group)
{
  g_autoptr (FfMeeting) meeting = ff_meeting_new (MEETING);
  const FfWallTime start = { 2026, 11, 24, 19, 0 };
  gboolean is_saved = FALSE;

  ff_meeting_set_group (meeting, ff_group_get_uid (group));
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_group_repository_save_async (shell->store, group, meeting, ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("fourfold-lock-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  FfTestShell shell = { .folder = folder, .store = ff_store_open (folder, NULL, &error) };
  g_autoptr (FfGroup) group = NULL;
  gboolean is_closed = FALSE;

  g_assert_no_error (error);
  group = ff_test_add_group (&shell, GROUP, FALSE);
  add_meeting (&shell, group);
  ff_store_close_async (shell.store, ff_test_closed_cb, &is_closed);
  ff_test_until (is_closed);
  g_assert_finalize_object (shell.store);

  return folder;
}

static GtkWidget *
await (Program *program, GType type)
{
  GtkWidget *found = NULL;

  g_test_message ("awaiting %s", g_type_name (type));
  ff_test_until ((found = ff_test_find (program->window, type, NULL)) != NULL
                 && gtk_widget_get_mapped (found));

  return found;
}

static void
await_gone (Program *program, GType type)
{
  ff_test_until (ff_test_find (program->window, type, NULL) == NULL);
}

static void
act (Program *program, const char *name)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (program->application), name));
  g_action_group_activate_action (G_ACTION_GROUP (program->application), name, NULL);
}

static void
write_in (GtkWidget *root, GType type, const char *title, const char *text)
{
  GtkWidget *row = ff_test_find (root, type, title);

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_visible (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = ff_test_find (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
says (GtkWidget *root, const char *words)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;

  return FALSE;
}

static GtkWidget *
find_key (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (root, "ff-recovery-key"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_key (child);

  return found;
}

/* Prints nothing, and puts the key away. (transfer full) */
static char *
take_recovery_key (Program *program)
{
  GtkWidget *page = await (program, FF_TYPE_RECOVERY_PAGE);
  GtkWidget *dialog = gtk_widget_get_ancestor (page, FF_TYPE_PASSPHRASE_DIALOG);
  GtkWidget *label = find_key (page);
  char *key;

  g_assert_nonnull (label);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)), ==,
                   GTK_ACCESSIBLE_ROLE_LABEL);
  key = g_strdup (gtk_label_get_text (GTK_LABEL (label)));

  /* Neither closing, nor leaving, nor locking takes it away. */
  g_assert_false (adw_dialog_close (ADW_DIALOG (dialog)));
  g_action_group_activate_action (G_ACTION_GROUP (program->application), "quit", NULL);
  ff_application_lock (program->application, FALSE);
  ff_test_settle ();
  g_assert_true (gtk_widget_get_mapped (page));

  press (page, "I Have Put It _Away");
  await_gone (program, FF_TYPE_PASSPHRASE_DIALOG);

  return key;
}

static GtkWidget *
open_dialog (Program *program, const char *action)
{
  act (program, action);

  return await (program, FF_TYPE_PASSPHRASE_DIALOG);
}

static void
write_new (GtkWidget *dialog, const char *passphrase)
{
  write_in (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "New Passphrase", passphrase);
  write_in (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "New Passphrase Again", passphrase);
}

/* (transfer full): the recovery key */
static char *
set_passphrase (Program *program)
{
  GtkWidget *dialog;

  await (program, FF_TYPE_VIEWS);
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (program->application), "lock"));
  dialog = open_dialog (program, "set-passphrase");
  write_new (dialog, PASSPHRASE);
  ff_test_until (says (dialog, "Hard to guess."));
  press (dialog, "_Set Passphrase");

  return take_recovery_key (program);
}

static void
unlock (Program *program, const char *passphrase)
{
  GtkWidget *page = await (program, FF_TYPE_UNLOCK_PAGE);
  GtkWidget *entry = ff_test_find (page, GTK_TYPE_PASSWORD_ENTRY, NULL);

  gtk_test_accessible_assert_role (entry, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Passphrase");
  gtk_editable_set_text (GTK_EDITABLE (entry), passphrase);
  press (page, "_Unlock");
}

/* Nothing is left of the views, and nothing says what is locked. */
static void
lock_and_look (Program *program)
{
  GtkWidget *views = await (program, FF_TYPE_VIEWS);
  gpointer left = views;
  GtkWidget *page;
  FfContext *context;
  gpointer left_context;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (program->window);

  g_object_get (views, "context", &context, NULL);
  left_context = context;
  g_object_unref (context);
  gdk_clipboard_set_text (clipboard, "what Alex said");
  g_object_add_weak_pointer (G_OBJECT (views), &left);
  g_object_add_weak_pointer (G_OBJECT (context), &left_context);

  act (program, "lock");
  page = await (program, FF_TYPE_UNLOCK_PAGE);
  ff_test_until (left == NULL && left_context == NULL);
  g_assert_null (gdk_clipboard_get_content (clipboard));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (program->window)), ==, "Fourfold");
  g_assert_false (says (program->window, GROUP));
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (program->application), "lock"));
  g_assert_true (says (page, "Fourfold Is Locked"));
}

static void
tell_lock (gpointer data)
{
  Program *program = data;
  g_autofree char *key = set_passphrase (program);
  GtkWidget *page, *button;

  g_assert_cmpuint (strlen (key), >, 20);
  g_assert_true (ff_passphrase_is_set (program->folder));
  gtk_widget_activate_action (program->window, "win.show-view", "s", "check-ins");
  gtk_widget_activate_action (program->window, "win.hide-names", NULL);
  ff_test_until (says (program->window, "Names are hidden"));
  lock_and_look (program);

  /* The first tries cost nothing, then it takes a while. */
  page = ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL);
  button = ff_test_find (page, GTK_TYPE_BUTTON, "_Unlock");
  for (guint i = 0; i < 6 && !says (page, "The next try can be made in"); i++)
    {
      GtkWidget *entry = ff_test_find (page, GTK_TYPE_PASSWORD_ENTRY, NULL);

      unlock (program, "not this one");
      ff_test_until (gtk_widget_is_sensitive (entry));
      g_assert_true (says (page, "That is not the passphrase."));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
    }
  g_assert_true (says (page, "The next try can be made in"));
  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (page, GTK_TYPE_PASSWORD_ENTRY, NULL)),
                         PASSPHRASE);
  g_assert_false (gtk_widget_is_sensitive (button));
  ff_test_until (gtk_widget_is_sensitive (button));
  g_assert_true (says (page, "That is not the passphrase. Please try again."));

  /* Back where it was left, with names still hidden. */
  unlock (program, PASSPHRASE);
  await (program, FF_TYPE_CHECK_INS_PAGE);
  ff_test_until (says (program->window, "Names are hidden"));
  g_assert_null (ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL));
}

static void
test_lock (void)
{
  g_autofree char *folder = make_folder ();

  run (folder, tell_lock);
  ff_test_remove_tree (folder);
}

static char *kept_key;

static void
tell_set (gpointer data)
{
  kept_key = set_passphrase (data);
}

static void
tell_recovery (gpointer data)
{
  Program *program = data;
  g_autofree char *new_key = NULL;
  GtkWidget *dialog;

  await (program, FF_TYPE_UNLOCK_PAGE);
  g_assert_false (says (program->window, GROUP));
  dialog = open_dialog (program, "use-recovery-key");
  write_in (dialog, ADW_TYPE_ENTRY_ROW, "Recovery Key", "this is not it");
  write_new (dialog, OTHER);
  press (dialog, "_Unlock");
  ff_test_until (says (dialog, "That is not the recovery key."));

  write_in (dialog, ADW_TYPE_ENTRY_ROW, "Recovery Key", kept_key);
  press (dialog, "_Unlock");
  new_key = take_recovery_key (program);
  g_assert_cmpstr (new_key, !=, kept_key);
  await (program, FF_TYPE_VIEWS);
}

static void
tell_change_and_remove (gpointer data)
{
  Program *program = data;
  g_autofree char *key = NULL;
  GtkWidget *dialog;

  unlock (program, OTHER);
  await (program, FF_TYPE_VIEWS);

  dialog = open_dialog (program, "change-passphrase");
  write_in (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Passphrase You Have Now", "forgotten again");
  write_new (dialog, PASSPHRASE);
  press (dialog, "_Change Passphrase");
  ff_test_until (says (dialog, "Nothing was changed."));
  await (program, FF_TYPE_VIEWS);
  write_in (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Passphrase You Have Now", OTHER);
  press (dialog, "_Change Passphrase");
  key = take_recovery_key (program);
  lock_and_look (program);
  unlock (program, PASSPHRASE);
  await (program, FF_TYPE_VIEWS);

  dialog = open_dialog (program, "remove-passphrase");
  write_in (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Passphrase You Have Now", PASSPHRASE);
  press (dialog, "_Remove Passphrase");
  await_gone (program, FF_TYPE_PASSPHRASE_DIALOG);
  await (program, FF_TYPE_VIEWS);
  g_assert_false (ff_passphrase_is_set (program->folder));
}

static void
test_recovery (void)
{
  g_autofree char *folder = make_folder ();

  run (folder, tell_set);
  run (folder, tell_recovery);
  run (folder, tell_change_and_remove);
  g_clear_pointer (&kept_key, g_free);
  ff_test_remove_tree (folder);
}

/* A dialog in which something may be filled in is asked about, and nobody is there to ask when it is idle. */
static void
tell_dialogs (gpointer data)
{
  Program *program = data;
  g_autofree char *key = set_passphrase (program);
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (program->window);
  AdwDialog *form;

  gtk_widget_activate_action (program->window, "win.add-group", NULL);
  form = adw_application_window_get_visible_dialog (window);
  act (program, "lock");
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (window)));
  adw_dialog_close (adw_application_window_get_visible_dialog (window));
  ff_test_until (adw_application_window_get_visible_dialog (window) == form);
  g_assert_nonnull (ff_test_find (program->window, FF_TYPE_VIEWS, NULL));

  ff_application_lock (program->application, FALSE);
  await (program, FF_TYPE_UNLOCK_PAGE);
  ff_test_until (adw_application_window_get_visible_dialog (window) == NULL);
}

static void
test_dialogs (void)
{
  g_autofree char *folder = make_folder ();

  run (folder, tell_dialogs);
  ff_test_remove_tree (folder);
}

static FfSessionEditor *
open_session (Program *program)
{
  FfSessionPage *session;
  GtkWidget *page;

  await (program, FF_TYPE_VIEWS);
  gtk_widget_activate_action (program->window, "win.write-check-ins", "(ss)", MEETING,
                              "2026-11-24T19:00");
  page = await (program, FF_TYPE_CHECK_INS_PAGE);
  session = ff_check_ins_page_get_session (FF_CHECK_INS_PAGE (page));
  g_assert_nonnull (session);

  return ff_session_page_get_editor (session);
}

/* What was written a moment ago is saved before the notes are closed. */
static void
tell_flush (gpointer data)
{
  Program *program = data;
  g_autofree char *key = set_passphrase (program);
  FfSessionEditor *editor = open_session (program);
  g_autoptr (FfCheckIn) read = NULL;
  FfCheckIn *check_in;
  GListModel *check_ins;
  gpointer left;

  check_in = ff_session_editor_add_person (editor, "Sam", NULL, NULL);
  ff_session_editor_set_words (editor, check_in, "note", "The last word");
  check_ins = ff_session_editor_get_check_ins (editor);
  left = check_ins;
  g_object_add_weak_pointer (G_OBJECT (check_ins), &left);
  g_assert_cmpint (ff_session_editor_get_state (editor), ==, FF_SAVE_PENDING);
  act (program, "lock");
  await (program, FF_TYPE_UNLOCK_PAGE);
  ff_test_until (left == NULL);
  g_assert_false (says (program->window, "Sam"));

  unlock (program, PASSPHRASE);
  editor = open_session (program);
  check_ins = ff_session_editor_get_check_ins (editor);
  g_assert_cmpuint (g_list_model_get_n_items (check_ins), ==, 1);
  read = g_list_model_get_item (check_ins, 0);
  g_assert_cmpstr (ff_check_in_get_alias (read), ==, "Sam");
  g_assert_cmpstr (ff_check_in_get_note (read), ==, "The last word");
}

static void
test_flush (void)
{
  g_autofree char *folder = make_folder ();

  run (folder, tell_flush);
  ff_test_remove_tree (folder);
}

static GtkWidget *
find_alert (Program *program)
{
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (program->window));

  return ADW_IS_ALERT_DIALOG (dialog) ? GTK_WIDGET (dialog) : NULL;
}

/* People in a session: the store takes no more than a hundred thousand. */
#define TOO_MANY 100001

static void
assert_still_open (Program *program, FfSessionEditor *editor)
{
  ff_test_until (ff_session_editor_get_state (editor) == FF_SAVE_FAILED);
  ff_test_settle ();
  g_assert_nonnull (ff_test_find (program->window, FF_TYPE_VIEWS, NULL));
  g_assert_null (ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL));
  g_assert_cmpuint (ff_session_get_unnamed (ff_session_editor_get_session (editor)), ==, TOO_MANY);
}

/* What cannot be saved is never lost by locking, whoever wants to lock, and nobody is asked whether it may be. */
static void
tell_unsaved (gpointer data)
{
  Program *program = data;
  g_autofree char *key = set_passphrase (program);
  FfSessionEditor *editor = open_session (program);
  GtkWidget *alert;

  ff_session_editor_set_unnamed (editor, TOO_MANY);
  act (program, "lock");
  ff_test_until ((alert = find_alert (program)) != NULL);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (alert)), ==, "Not Saved Yet");
  ff_test_until (says (alert, "Your notes stay open, so that it is not lost."));
  g_assert_null (ff_test_find (alert, GTK_TYPE_BUTTON, "_Close Without Saving"));
  gtk_test_accessible_assert_role (alert, GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
  assert_still_open (program, editor);
  press (alert, "_Keep Open");
  ff_test_until (find_alert (program) == NULL);

  /* Neither is another passphrase set over it, nor is it locked because nobody is there. */
  act (program, "change-passphrase");
  ff_test_until ((alert = find_alert (program)) != NULL);
  press (alert, "_Keep Open");
  ff_test_until (find_alert (program) == NULL);
  ff_application_lock (program->application, FALSE);
  assert_still_open (program, editor);
  g_assert_null (find_alert (program));

  /* What was said of closing the window is not said of locking. */
  g_action_group_activate_action (G_ACTION_GROUP (program->application), "quit", NULL);
  ff_test_until ((alert = find_alert (program)) != NULL);
  g_assert_nonnull (ff_test_find (alert, GTK_TYPE_BUTTON, "_Close Without Saving"));
  ff_application_lock (program->application, FALSE);
  assert_still_open (program, editor);
  press (alert, "_Keep Open");
  ff_test_until (find_alert (program) == NULL);

  /* As long as the screen is locked it is tried again. */
  ff_application_follow_session (program->application, TRUE);
  assert_still_open (program, editor);
  ff_session_editor_set_unnamed (editor, 12);
  await (program, FF_TYPE_UNLOCK_PAGE);

  unlock (program, PASSPHRASE);
  editor = open_session (program);
  g_assert_cmpuint (ff_session_get_unnamed (ff_session_editor_get_session (editor)), ==, 12);
}

static void
test_unsaved (void)
{
  g_autofree char *folder = make_folder ();

  run (folder, tell_unsaved);
  ff_test_remove_tree (folder);
}

static void
tell_session (gpointer data)
{
  Program *program = data;
  g_autoptr (GSettings) settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  g_autofree char *key = set_passphrase (program);

  g_settings_set_boolean (settings, "lock-with-session", FALSE);
  ff_application_follow_session (program->application, TRUE);
  ff_test_settle ();
  g_assert_null (ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL));
  g_settings_reset (settings, "lock-with-session");
  ff_application_follow_session (program->application, FALSE);
  ff_test_settle ();
  g_assert_null (ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL));

  ff_application_follow_session (program->application, TRUE);
  await (program, FF_TYPE_UNLOCK_PAGE);
  ff_application_follow_session (program->application, FALSE);
  unlock (program, PASSPHRASE);
  await (program, FF_TYPE_VIEWS);
}

static void
test_session (void)
{
  g_autofree char *folder = make_folder ();

  run (folder, tell_session);
  ff_test_remove_tree (folder);
}

/* Wrong ones elsewhere make this one too soon: it is kept, since it was not tried. */
static void
test_too_soon (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *key = ff_passphrase_set (folder, PASSPHRASE, NULL);
  GtkWidget *window = g_object_ref_sink (adw_window_new ());
  GtkWidget *page = ff_unlock_page_new (folder);
  GtkWidget *entry = ff_test_find (page, GTK_TYPE_PASSWORD_ENTRY, NULL);

  g_assert_nonnull (key);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (entry), PASSPHRASE);
  for (guint i = 0; i < 9 && ff_passphrase_get_wait (folder) == 0; i++)
    g_assert_null (ff_passphrase_unlock (folder, "not this one", NULL));
  press (page, "_Unlock");
  ff_test_until (says (page, "The next try can be made in") && gtk_widget_is_sensitive (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, PASSPHRASE);

  gtk_window_destroy (GTK_WINDOW (window));
  ff_test_settle ();
  g_assert_finalize_object (window);
  ff_test_remove_tree (folder);
}

/* --- Preferences --- */

static void
test_preferences (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  GtkWidget *without = g_object_ref_sink (GTK_WIDGET (ff_lock_preferences_new (settings, FALSE)));
  GtkWidget *with = g_object_ref_sink (GTK_WIDGET (ff_lock_preferences_new (settings, TRUE)));
  GtkWidget *minutes = ff_test_find (with, ADW_TYPE_COMBO_ROW, "Lock When Not Used");
  GtkWidget *session = ff_test_find (with, ADW_TYPE_SWITCH_ROW, "Lock with the Computer");
  GtkWidget *set = ff_test_find (without, ADW_TYPE_BUTTON_ROW, "_Set a Passphrase…");
  /* What is set, and what is shown for it: the next longer time, or never. */
  const int shown[][2] = { { 2, 0 }, { 3, 1 }, { 10, 2 }, { 30, 4 }, { 240, 4 }, { 0, 5 } };

  g_assert_true (gtk_widget_get_visible (set));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (set)), ==, "app.set-passphrase");
  g_assert_false (
      gtk_widget_get_visible (ff_test_find (without, ADW_TYPE_COMBO_ROW, "Lock When Not Used")));
  g_assert_false (
      gtk_widget_get_visible (ff_test_find (with, ADW_TYPE_BUTTON_ROW, "_Set a Passphrase…")));
  g_assert_true (
      gtk_widget_get_visible (ff_test_find (with, ADW_TYPE_BUTTON_ROW, "_Change the Passphrase…")));
  g_assert_true (
      gtk_widget_get_visible (ff_test_find (with, ADW_TYPE_BUTTON_ROW, "_Remove the Passphrase…")));

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_settings_set_int (settings, "lock-after-minutes", shown[i][0]);
      g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (minutes)), ==, shown[i][1]);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (minutes), 1);
  g_assert_cmpint (g_settings_get_int (settings, "lock-after-minutes"), ==, 5);
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (session)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (session), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "lock-with-session"));

  g_settings_reset (settings, "lock-after-minutes");
  g_settings_reset (settings, "lock-with-session");
  g_assert_finalize_object (with);
  g_assert_finalize_object (without);
}

static void
tell_damaged (gpointer data)
{
  Program *program = data;

  unlock (program, PASSPHRASE);
  await (program, FF_TYPE_TROUBLE_PAGE);
  g_assert_false (says (program->window, GROUP));
}

static void
test_damaged_key (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "fourfold.key", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  run (folder, tell_set);
  g_clear_pointer (&kept_key, g_free);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  contents[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  run (folder, tell_damaged);
  ff_test_remove_tree (folder);
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ff_backup_write_finish (FF_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
tell_back_up (gpointer data)
{
  Program *program = data;
  g_autofree char *key = set_passphrase (program);
  g_autofree char *backups = g_build_filename (program->folder, "backups", NULL);
  g_autofree char *path = g_build_filename (backups, "fourfold-2026-11-20.tar.gz", NULL);
  GtkWidget *views = await (program, FF_TYPE_VIEWS);
  gboolean is_done = FALSE;
  FfContext *context;

  g_object_get (views, "context", &context, NULL);
  g_mkdir_with_parents (backups, 0700);
  ff_backup_write_async (ff_context_get_store (context), path, NULL, on_backed_up, &is_done);
  g_object_unref (context);
  ff_test_until (is_done);
}

/* Whoever types the passphrase to look into a backup is not asked for it again once it is restored. */
static void
tell_restore_from_trouble (gpointer data)
{
  Program *program = data;
  GtkWidget *page, *row, *restore;

  unlock (program, PASSPHRASE);
  page = await (program, FF_TYPE_TROUBLE_PAGE);
  ff_test_until ((restore = ff_test_find (page, GTK_TYPE_BUTTON, "_Restore…")) != NULL
                 && gtk_widget_get_mapped (restore));
  g_signal_emit_by_name (restore, "clicked");
  row = await (program, ADW_TYPE_PASSWORD_ENTRY_ROW);
  ff_test_until (gtk_widget_is_sensitive (row));
  gtk_editable_set_text (GTK_EDITABLE (row), PASSPHRASE);
  press (gtk_widget_get_ancestor (row, ADW_TYPE_DIALOG), "_Unlock");
  ff_test_until ((restore = ff_test_find (program->window, GTK_TYPE_BUTTON, "_Restore")) != NULL
                 && gtk_widget_get_mapped (restore));
  g_signal_emit_by_name (restore, "clicked");
  ff_test_until (ff_test_find (program->window, FF_TYPE_TROUBLE_PAGE, NULL) == NULL);
  ff_test_until (ff_test_find (program->window, FF_TYPE_VIEWS, NULL) != NULL
                 || ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL) != NULL);
  g_assert_null (ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL));
  ff_test_until (says (program->window, GROUP));
}

static void
test_restore_from_trouble (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *database = g_build_filename (folder, "fourfold.db", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  run (folder, tell_back_up);
  g_assert_true (g_file_get_contents (database, &contents, &length, NULL));
  memset (contents + 8192, 0x5a, 4096);
  g_assert_true (g_file_set_contents (database, contents, (gssize) length, NULL));
  run (folder, tell_restore_from_trouble);
  ff_test_remove_tree (folder);
}

static void
test_background (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *folder = make_folder ();
      g_autoptr (GError) error = NULL;
      g_autofree char *key = ff_passphrase_set (folder, PASSPHRASE, &error);
      g_autoptr (FfApplication) application = ff_application_new ();
      const char *arguments[] = { "fourfold", "--background", "--data-dir", folder, NULL };
      int status;

      g_assert_no_error (error);
      status = g_application_run (G_APPLICATION (application), 4, (char **) arguments);
      ff_test_remove_tree (folder);
      exit (status);
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*Reminders start after Fourfold was opened and unlocked*");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lock/strength", test_strength);
  g_test_add_func ("/lock/form", test_form);
  g_test_add_func ("/lock/form-with-old", test_form_with_old);
  g_test_add_func ("/lock/idle", test_idle);
  g_test_add_func ("/lock/preferences", test_preferences);
  if (ff_passphrase_is_supported ())
    {
      g_test_add_func ("/lock/unsaved", test_unsaved);
      g_test_add_func ("/lock/session", test_session);
      g_test_add_func ("/lock/too-soon", test_too_soon);
      g_test_add_func ("/lock/restore-from-trouble", test_restore_from_trouble);
      g_test_add_func ("/lock/lock", test_lock);
      g_test_add_func ("/lock/flush", test_flush);
      g_test_add_func ("/lock/recovery", test_recovery);
      g_test_add_func ("/lock/dialogs", test_dialogs);
      g_test_add_func ("/lock/damaged-key", test_damaged_key);
      g_test_add_func ("/lock/background", test_background);
    }

  return g_test_run ();
}
