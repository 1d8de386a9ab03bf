/* ff-check-ins-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view Check-ins: sessions, people or a search at the side, and what was chosen there beside it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-check-ins-page.h"
#include "ff-group-repository.h"
#include "ff-meeting-repository.h"
#include "ff-people-list.h"
#include "ff-person-page.h"
#include "ff-search-panel.h"
#include "ff-session-list.h"
#include "ff-session-repository.h"
#include "ff-toast.h"
#include "ff-unsaved-sessions.h"

struct _FfCheckInsPage
{
  FfView parent_instance;

  FfSessionPage *session; /* (nullable): what the split view shows */
  FfUnsavedSessions *unsaved;
  FfSessionList *sessions;
  FfSearchPanel *search;   /* (nullable): until it is asked for */
  FfPeopleList *people;    /* (nullable): likewise */
  GtkWidget *focus_before; /* (nullable) (weak): where the focus was when the search began */

  AdwToggleGroup *lists;
  GtkToggleButton *search_button;
  AdwBin *sessions_bin;
  AdwBin *people_bin;
  AdwBin *search_bin;
  AdwNavigationSplitView *split_view;
  GtkStack *stack;
  AdwNavigationPage *nothing;
};

G_DEFINE_FINAL_TYPE (FfCheckInsPage, ff_check_ins_page, FF_TYPE_VIEW)

/* --- What is open beside the list --- */

/* (transfer none) (nullable) */
static FfSession *
get_open_session (FfCheckInsPage *self)
{
  return self->session != NULL
             ? ff_session_editor_get_session (ff_session_page_get_editor (self->session))
             : NULL;
}

/* (nullable): the uid of whoever has a page open */
static const char *
get_open_person (FfCheckInsPage *self)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->split_view);

  return FF_IS_PERSON_PAGE (page) ? ff_person_page_get_participant (FF_PERSON_PAGE (page)) : NULL;
}

static gboolean
shows (FfCheckInsPage *self, FfSession *session)
{
  FfSession *open = get_open_session (self);

  return open != NULL && g_str_equal (ff_session_get_uid (open), ff_session_get_uid (session));
}

/* In the lists, without opening it again. */
static void
mark_open (FfCheckInsPage *self)
{
  FfSession *open = get_open_session (self);

  ff_session_list_mark (self->sessions, open != NULL ? ff_session_get_uid (open) : NULL);
  if (self->people != NULL)
    ff_people_list_mark (self->people, get_open_person (self));
}

/* @session (nullable): whose page it is */
static void
show_page (FfCheckInsPage *self, AdwNavigationPage *page, FfSessionPage *session)
{
  self->session = session;
  adw_navigation_split_view_set_content (self->split_view, page);
  mark_open (self);
}

static void
show_session (FfCheckInsPage *self, FfSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfGroup) group = ff_group_repository_get (ff_view_get_store (FF_VIEW (self)),
                                                       ff_session_get_group (session), &error);

  if (error != NULL)
    ff_toast_error (GTK_WIDGET (self), error);
  if (group == NULL)
    return;

  FfContext *context = ff_view_get_context (FF_VIEW (self));
  g_autoptr (FfSessionEditor) editor
      = ff_unsaved_sessions_open (self->unsaved, ff_context_get_store (context), session);
  AdwNavigationPage *page = ff_session_page_new (context, group, editor);
  show_page (self, page, FF_SESSION_PAGE (page));
}

static void
open_session (FfCheckInsPage *self, FfSession *session)
{
  if (!shows (self, session))
    show_session (self, session);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  mark_open (self);
}

/* A session that is stored, by uid; @participant (nullable): whose line is shown */
static void
open_stored_session (FfCheckInsPage *self, const char *uid, const char *participant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSession) session
      = ff_session_repository_get (ff_view_get_store (FF_VIEW (self)), uid, &error);

  if (session == NULL)
    {
      if (error != NULL)
        ff_toast_error (GTK_WIDGET (self), error);
      else
        ff_toast_show (GTK_WIDGET (self), _ ("This session is not there any more."));
      return;
    }
  open_session (self, session);
  if (self->session != NULL && participant != NULL)
    ff_session_page_show_person (self->session, participant);
}

static void
show_nothing (FfCheckInsPage *self)
{
  show_page (self, self->nothing, NULL);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

/* Back on the narrow list, what was open can be chosen again. */
static void
show_content_changed_cb (FfCheckInsPage *self)
{
  if (adw_navigation_split_view_get_collapsed (self->split_view)
      && !adw_navigation_split_view_get_show_content (self->split_view))
    {
      ff_session_list_mark (self->sessions, NULL);
      if (self->people != NULL)
        ff_people_list_mark (self->people, NULL);
    }
}

/* --- What the side shows --- */

static void
on_session_chosen (FfCheckInsPage *self, FfSession *session)
{
  open_session (self, session);
}

static void
on_search_closed (FfCheckInsPage *self)
{
  gtk_toggle_button_set_active (self->search_button, FALSE);
}

static void
on_result_chosen (FfCheckInsPage *self, const char *session, const char *participant)
{
  open_stored_session (self, session, participant);
}

static void
on_person_chosen (FfCheckInsPage *self, const char *participant)
{
  ff_check_ins_page_show_person (self, participant);
}

static void
on_session_of_person_chosen (FfPersonPage *page, const char *session, FfCheckInsPage *self)
{
  open_stored_session (self, session, ff_person_page_get_participant (page));
}

/* Whose notes became those of another person is shown there; who was forgotten leaves a page that says so. */
static void
on_person_gone (FfPersonPage *page, const char *instead, FfCheckInsPage *self)
{
  if (instead != NULL)
    ff_check_ins_page_show_person (self, instead);
}

static void
ensure_search (FfCheckInsPage *self)
{
  if (self->search != NULL)
    return;
  self->search = FF_SEARCH_PANEL (ff_search_panel_new (ff_view_get_context (FF_VIEW (self))));
  ff_search_panel_set_group (self->search, ff_view_get_group (FF_VIEW (self)));
  g_signal_connect_object (self->search, "chosen", G_CALLBACK (on_result_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "close", G_CALLBACK (on_search_closed), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->search_bin, GTK_WIDGET (self->search));
}

static void
ensure_people (FfCheckInsPage *self)
{
  if (self->people != NULL)
    return;
  self->people = FF_PEOPLE_LIST (ff_people_list_new (ff_view_get_context (FF_VIEW (self))));
  ff_people_list_set_group (self->people, ff_view_get_group (FF_VIEW (self)));
  ff_people_list_mark (self->people, get_open_person (self));
  g_signal_connect_object (self->people, "chosen", G_CALLBACK (on_person_chosen), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->people_bin, GTK_WIDGET (self->people));
}

static void
show_list (FfCheckInsPage *self)
{
  const char *list = adw_toggle_group_get_active_name (self->lists);
  const char *page = "sessions";

  if (gtk_toggle_button_get_active (self->search_button))
    {
      ensure_search (self);
      page = "search";
    }
  else if (g_strcmp0 (list, "people") == 0)
    {
      ensure_people (self);
      page = "people";
    }
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* Whoever chooses a list is done with searching. */
static void
list_chosen_cb (FfCheckInsPage *self)
{
  g_clear_weak_pointer (&self->focus_before);
  gtk_toggle_button_set_active (self->search_button, FALSE);
  show_list (self);
}

static void
search_toggled_cb (FfCheckInsPage *self)
{
  GtkWidget *before = self->focus_before;

  show_list (self);
  if (gtk_toggle_button_get_active (self->search_button))
    {
      ff_search_panel_start (self->search);
      return;
    }
  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
  g_clear_weak_pointer (&self->focus_before);
}

/* --- The page --- */

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfCheckInsPage *self = FF_CHECK_INS_PAGE (widget);
  g_autoptr (FfOccurrence) occurrence = NULL;
  g_autoptr (GError) error = NULL;
  const char *meeting, *text;
  FfWallTime rule_time;

  g_variant_get (parameter, "(&s&s)", &meeting, &text);
  if (ff_wall_time_parse (text, &rule_time, &error))
    occurrence = ff_meeting_repository_get_occurrence (ff_view_get_store (FF_VIEW (self)), meeting,
                                                       &rule_time, &error);
  if (occurrence != NULL)
    ff_check_ins_page_open_occurrence (self, occurrence);
  else if (error != NULL)
    ff_toast_error (widget, error);
}

static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_check_ins_page_start_search (FF_CHECK_INS_PAGE (widget));
}

static void
ff_check_ins_page_constructed (GObject *object)
{
  FfCheckInsPage *self = FF_CHECK_INS_PAGE (object);

  G_OBJECT_CLASS (ff_check_ins_page_parent_class)->constructed (object);

  self->sessions = FF_SESSION_LIST (ff_session_list_new (ff_view_get_context (FF_VIEW (self))));
  g_signal_connect_object (self->sessions, "chosen", G_CALLBACK (on_session_chosen), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->sessions_bin, GTK_WIDGET (self->sessions));
}

static void
ff_check_ins_page_dispose (GObject *object)
{
  FfCheckInsPage *self = FF_CHECK_INS_PAGE (object);

  if (self->nothing != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_CHECK_INS_PAGE);
  self->nothing = NULL;
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->unsaved);

  G_OBJECT_CLASS (ff_check_ins_page_parent_class)->dispose (object);
}

static void
ff_check_ins_page_group_changed (FfView *view, FfGroup *before)
{
  FfCheckInsPage *self = FF_CHECK_INS_PAGE (view);
  FfGroup *group = ff_view_get_group (view);
  FfSession *open = get_open_session (self);
  const char *uid_before = before != NULL ? ff_group_get_uid (before) : NULL;
  const char *uid = group != NULL ? ff_group_get_uid (group) : NULL;

  if (g_strcmp0 (uid_before, uid) == 0)
    return;
  if ((open != NULL && uid != NULL && !g_str_equal (ff_session_get_group (open), uid))
      || get_open_person (self) != NULL)
    show_nothing (self);
  ff_session_list_set_group (self->sessions, group);
  if (self->search != NULL)
    ff_search_panel_set_group (self->search, group);
  if (self->people != NULL)
    ff_people_list_set_group (self->people, group);
}

static void
ff_check_ins_page_class_init (FfCheckInsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FfViewClass *view_class = FF_VIEW_CLASS (klass);

  object_class->constructed = ff_check_ins_page_constructed;
  object_class->dispose = ff_check_ins_page_dispose;
  view_class->group_changed = ff_check_ins_page_group_changed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-check-ins-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, sessions_bin);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, people_bin);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, search_bin);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, list_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_changed_cb);
  gtk_widget_class_install_action (widget_class, "page.open", "(ss)", open_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page.search",
                                       NULL);
}

static void
ff_check_ins_page_init (FfCheckInsPage *self)
{
  self->unsaved = ff_unsaved_sessions_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_check_ins_page_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the page, for all groups
 */
GtkWidget *
ff_check_ins_page_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  return g_object_new (FF_TYPE_CHECK_INS_PAGE, "context", context, NULL);
}

/* (transfer full) (nullable): the session of a date, made up where nothing was written yet */
static FfSession *
session_of (FfCheckInsPage *self, FfOccurrence *occurrence, GError **error)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  g_autoptr (GError) problem = NULL;
  FfSession *session
      = ff_session_repository_find (ff_view_get_store (FF_VIEW (self)),
                                    ff_meeting_get_uid (meeting),
                                    ff_occurrence_get_rule_time (occurrence), &problem);

  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (session == NULL)
    {
      FfWallTime start = ff_wall_time_from_date_time (ff_occurrence_get_start (occurrence));

      session = ff_session_new (NULL);
      ff_session_set_group (session, ff_meeting_get_group (meeting));
      ff_session_set_meeting (session, ff_meeting_get_uid (meeting));
      ff_session_set_rule_time (session, ff_occurrence_get_rule_time (occurrence));
      ff_session_set_start (session, &start);
    }
  return session;
}

/**
 * ff_check_ins_page_open_occurrence:
 * @self: the page
 * @occurrence: a date of a meeting
 *
 * Opens its session for writing; it comes into being with the first thing that is written.
 */
void
ff_check_ins_page_open_occurrence (FfCheckInsPage *self, FfOccurrence *occurrence)
{
  g_return_if_fail (FF_IS_CHECK_INS_PAGE (self));
  g_return_if_fail (FF_IS_OCCURRENCE (occurrence));

  g_autoptr (GError) error = NULL;
  g_autoptr (FfSession) session = session_of (self, occurrence, &error);

  if (session == NULL)
    {
      ff_toast_error (GTK_WIDGET (self), error);
      return;
    }
  open_session (self, session);
  if (self->session != NULL)
    ff_session_page_start (self->session);
}

/**
 * ff_check_ins_page_start_search:
 * @self: the page
 *
 * To the line for words to look for in notes and plans. Once the search is closed, the focus goes back to where it is now.
 */
void
ff_check_ins_page_start_search (FfCheckInsPage *self)
{
  GtkRoot *root;

  g_return_if_fail (FF_IS_CHECK_INS_PAGE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL && !gtk_toggle_button_get_active (self->search_button))
    g_set_weak_pointer (&self->focus_before, gtk_root_get_focus (root));
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_toggle_button_set_active (self->search_button, TRUE);
  ff_search_panel_start (self->search);
}

/**
 * ff_check_ins_page_show_person:
 * @self: the page
 * @uid: a participant's
 *
 * Shows all that one person said and planned, beside the list.
 */
void
ff_check_ins_page_show_person (FfCheckInsPage *self, const char *uid)
{
  AdwNavigationPage *page;

  g_return_if_fail (FF_IS_CHECK_INS_PAGE (self));
  g_return_if_fail (uid != NULL);

  page = ff_person_page_new (ff_view_get_context (FF_VIEW (self)), uid);
  g_signal_connect_object (page, "session-chosen", G_CALLBACK (on_session_of_person_chosen), self,
                           0);
  g_signal_connect_object (page, "gone", G_CALLBACK (on_person_gone), self, 0);
  show_page (self, page, NULL);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * ff_check_ins_page_get_session:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the page of the session that is open
 */
FfSessionPage *
ff_check_ins_page_get_session (FfCheckInsPage *self)
{
  g_return_val_if_fail (FF_IS_CHECK_INS_PAGE (self), NULL);

  return self->session;
}

/**
 * ff_check_ins_page_may_close:
 * @self: the page
 * @window: the window that is about to close
 * @then: the action that asks again, a string that stays
 * @unsaved: what is done where something that was written could not be saved
 *
 * Tries to save it once more; see ff_unsaved_sessions_may_close().
 *
 * Returns: whether the window may close now
 */
gboolean
ff_check_ins_page_may_close (FfCheckInsPage *self,
                             GtkWidget *window,
                             const char *then,
                             FfUnsaved unsaved)
{
  g_return_val_if_fail (FF_IS_CHECK_INS_PAGE (self), TRUE);

  return ff_unsaved_sessions_may_close (self->unsaved, window, then, unsaved);
}
