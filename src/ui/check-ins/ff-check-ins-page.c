/* ff-check-ins-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view Check-ins: the sessions by date, and the one that is written or read.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-check-ins-page.h"
#include "ff-coming-sessions.h"
#include "ff-format.h"
#include "ff-group-repository.h"
#include "ff-meeting-repository.h"
#include "ff-people-list.h"
#include "ff-person-page.h"
#include "ff-search-panel.h"
#include "ff-session-history.h"
#include "ff-session-repository.h"
#include "ff-toast.h"
#include "ff-unsaved-sessions.h"

struct _FfCheckInsPage
{
  FfView parent_instance;

  FfTimetable *timetable;
  GCancellable *listing;
  GPtrArray *dates; /* (nullable): about now, as they were last listed */
  FfSessionHistory *history;
  FfSessionPage *session; /* (nullable): what the split view shows */
  FfUnsavedSessions *unsaved;
  gboolean selecting;
  gboolean any_sessions;
  FfSearchPanel *search;   /* (nullable): until it is asked for */
  FfPeopleList *people;    /* (nullable): likewise */
  GtkWidget *focus_before; /* (nullable) (weak): where the focus was when the search began */

  AdwToggleGroup *lists;
  GtkToggleButton *search_button;
  AdwBin *people_bin;
  AdwBin *search_bin;
  AdwNavigationSplitView *split_view;
  GtkStack *stack;
  GtkBox *coming_box;
  GtkScrolledWindow *scroller;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  AdwNavigationPage *nothing;
};

G_DEFINE_FINAL_TYPE (FfCheckInsPage, ff_check_ins_page, FF_TYPE_VIEW)

static void mark_person (FfCheckInsPage *self, const char *uid);
static gboolean shows (FfCheckInsPage *self, FfSession *session);
static void mark_open_session (FfCheckInsPage *self);

/* --- The session beside the list --- */

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
  self->session = FF_SESSION_PAGE (ff_session_page_new (context, group, editor));
  mark_person (self, NULL);
  adw_navigation_split_view_set_content (self->split_view, ADW_NAVIGATION_PAGE (self->session));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* A session that is stored, by uid; @participant (nullable): whose line is shown */
static void
open_session (FfCheckInsPage *self, const char *uid, const char *participant)
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
  if (!shows (self, session))
    show_session (self, session);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  mark_open_session (self);
  if (self->session != NULL && participant != NULL)
    ff_session_page_show_person (self->session, participant);
}

static void
show_nothing (FfCheckInsPage *self)
{
  self->session = NULL;
  mark_person (self, NULL);
  adw_navigation_split_view_set_content (self->split_view, self->nothing);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

static gboolean
shows (FfCheckInsPage *self, FfSession *session)
{
  FfSession *open = self->session != NULL
                        ? ff_session_editor_get_session (ff_session_page_get_editor (self->session))
                        : NULL;

  return open != NULL && g_str_equal (ff_session_get_uid (open), ff_session_get_uid (session));
}

static void
selected_cb (FfCheckInsPage *self)
{
  FfSessionSummary *summary = gtk_single_selection_get_selected_item (self->selection);

  if (summary == NULL || self->selecting)
    return;
  if (!shows (self, ff_session_summary_get_session (summary)))
    show_session (self, ff_session_summary_get_session (summary));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
activated_cb (FfCheckInsPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  selected_cb (self);
}

/* Back on the narrow list, the same session can be chosen again. */
static void
show_content_changed_cb (FfCheckInsPage *self)
{
  if (adw_navigation_split_view_get_collapsed (self->split_view)
      && !adw_navigation_split_view_get_show_content (self->split_view))
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/* Marks the open session in the list, without opening it again. */
static void
mark_open_session (FfCheckInsPage *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (model) && position != i; i++)
    {
      g_autoptr (FfSessionSummary) summary = g_list_model_get_item (model, i);
      if (shows (self, ff_session_summary_get_session (summary)))
        {
          position = i;
          break;
        }
    }
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
}

/* --- What the side shows --- */

static void
on_search_closed (FfCheckInsPage *self)
{
  gtk_toggle_button_set_active (self->search_button, FALSE);
}

static void
on_result_chosen (FfCheckInsPage *self, const char *session, const char *participant)
{
  open_session (self, session, participant);
}

static void
on_person_chosen (FfCheckInsPage *self, const char *participant)
{
  ff_check_ins_page_show_person (self, participant);
}

static void
on_session_of_person_chosen (FfPersonPage *page, const char *session, FfCheckInsPage *self)
{
  open_session (self, session, ff_person_page_get_participant (page));
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
  AdwNavigationPage *beside = adw_navigation_split_view_get_content (self->split_view);

  if (self->people != NULL)
    return;
  self->people = FF_PEOPLE_LIST (ff_people_list_new (ff_view_get_context (FF_VIEW (self))));
  ff_people_list_set_group (self->people, ff_view_get_group (FF_VIEW (self)));
  if (FF_IS_PERSON_PAGE (beside))
    mark_person (self, ff_person_page_get_participant (FF_PERSON_PAGE (beside)));
  g_signal_connect_object (self->people, "chosen", G_CALLBACK (on_person_chosen), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->people_bin, GTK_WIDGET (self->people));
}

static void
mark_person (FfCheckInsPage *self, const char *uid)
{
  if (self->people != NULL)
    ff_people_list_mark (self->people, uid);
}

static void
show_list (FfCheckInsPage *self)
{
  const char *list = adw_toggle_group_get_active_name (self->lists);
  const char *page = self->any_sessions ? "sessions" : "empty";

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

/* --- The list --- */

static void
show_coming (FfCheckInsPage *self)
{
  g_autoptr (GPtrArray) coming
      = ff_coming_sessions_choose (self->dates, ff_view_get_context (FF_VIEW (self)),
                                   ff_view_get_group (FF_VIEW (self)));

  ff_coming_sessions_fill (self->coming_box, coming, ff_view_get_context (FF_VIEW (self)));

  gboolean any = coming->len > 0 || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  gtk_widget_set_visible (GTK_WIDGET (self->coming_box), coming->len > 0);
  self->any_sessions = any;
  show_list (self);
}

static void
on_dates_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dates = ff_timetable_list_finish (FF_TIMETABLE (source), result, &error);
  FfCheckInsPage *self = user_data;

  /* Also when the page went meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    ff_toast_error (GTK_WIDGET (self), error);
  if (dates == NULL)
    return;
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  self->dates = g_steal_pointer (&dates);
  show_coming (self);
}

static void
stop_listing (FfCheckInsPage *self)
{
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
}

/* What is known already is shown until the timetable has given what there is now. */
static void
refresh_coming (FfCheckInsPage *self)
{
  stop_listing (self);
  self->listing = g_cancellable_new ();
  ff_coming_sessions_list_async (self->timetable, ff_view_get_clock (FF_VIEW (self)),
                                 ff_view_get_group (FF_VIEW (self)), self->listing, on_dates_listed,
                                 self);
  if (self->dates != NULL)
    show_coming (self);
}

static void
on_sessions_changed (FfCheckInsPage *self)
{
  mark_open_session (self);
  refresh_coming (self);
}

static void
trouble_cb (FfCheckInsPage *self, const GError *error)
{
  ff_toast_error (GTK_WIDGET (self), error);
}

static void
read_history (FfCheckInsPage *self)
{
  FfStore *store = ff_view_get_store (FF_VIEW (self));

  g_clear_object (&self->history);
  self->history
      = ff_session_history_new (store, ff_view_get_group (FF_VIEW (self)) != NULL
                                           ? ff_group_get_uid (ff_view_get_group (FF_VIEW (self)))
                                           : NULL);
  g_signal_connect_object (self->history, "trouble", G_CALLBACK (trouble_cb), self,
                           G_CONNECT_SWAPPED);
  self->selecting = TRUE;
  gtk_single_selection_set_model (self->selection, ff_session_history_get_model (self->history));
  self->selecting = FALSE;
  g_signal_connect_object (ff_session_history_get_model (self->history), "items-changed",
                           G_CALLBACK (on_sessions_changed), self, G_CONNECT_SWAPPED);
  on_sessions_changed (self);
}

static void
scrolled_cb (FfCheckInsPage *self, GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double below
      = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (below < page)
    ff_session_history_load_more (self->history);
}

static void
on_tick (FfCheckInsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh_coming (self);
}

/* --- A line of the list --- */

typedef struct
{
  GtkLabel *date;
  GtkLabel *details;
} Line;

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Line *line = g_new0 (Line, 1);

  line->date = GTK_LABEL (gtk_label_new (NULL));
  line->details = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (line->date, 0);
  gtk_label_set_ellipsize (line->date, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (line->details, 0);
  gtk_label_set_ellipsize (line->details, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (line->details), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (line->details), "dimmed");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->date));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->details));
  g_object_set_data_full (G_OBJECT (box), "line", line, g_free);
  gtk_list_item_set_child (list_item, box);
}

static void
refresh_details (FfSessionSummary *summary, GParamSpec *pspec, GtkWidget *box)
{
  Line *line = g_object_get_data (G_OBJECT (box), "line");
  guint n = ff_session_summary_get_n_check_ins (summary);
  g_autofree char *count = g_strdup_printf (ngettext ("%u check-in", "%u check-ins", n), n);
  g_autofree char *details = NULL;

  if (g_object_get_data (G_OBJECT (box), "one-group") != NULL)
    details = g_steal_pointer (&count);
  else
    details = g_strdup_printf ("%s · %s", count, ff_session_summary_get_group_name (summary));
  gtk_label_set_text (line->details, details);
}

static void
row_bind_cb (FfCheckInsPage *self, GtkListItem *list_item)
{
  FfSessionSummary *summary = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  Line *line = g_object_get_data (G_OBJECT (box), "line");
  FfSession *session = ff_session_summary_get_session (summary);
  g_autoptr (GDateTime) start = ff_format_from_wall_time (ff_session_get_start (session));
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_view_get_clock (FF_VIEW (self)));
  g_autofree char *words = ff_format_date (start, now);
  g_autofree char *date = ff_format_capitalized (words);

  gtk_label_set_text (line->date, date);
  g_object_set_data (G_OBJECT (box), "one-group", ff_view_get_group (FF_VIEW (self)));
  g_signal_connect_object (summary, "notify::n-check-ins", G_CALLBACK (refresh_details), box, 0);
  refresh_details (summary, NULL, box);
  gtk_list_item_set_accessible_label (list_item, date);
  gtk_list_item_set_accessible_description (list_item, gtk_label_get_text (line->details));
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), refresh_details,
                                        gtk_list_item_get_child (list_item));
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

  self->timetable = ff_timetable_new (ff_view_get_context (FF_VIEW (self)));
  g_signal_connect_object (self->timetable, "changed", G_CALLBACK (refresh_coming), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_view_get_clock (FF_VIEW (self)), "tick", G_CALLBACK (on_tick), self,
                           G_CONNECT_SWAPPED);
  read_history (self);
}

static void
ff_check_ins_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ff_check_ins_page_parent_class)->map (widget);

  refresh_coming (FF_CHECK_INS_PAGE (widget));
}

static void
ff_check_ins_page_dispose (GObject *object)
{
  FfCheckInsPage *self = FF_CHECK_INS_PAGE (object);

  if (self->nothing != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_CHECK_INS_PAGE);
  self->nothing = NULL;
  g_clear_weak_pointer (&self->focus_before);
  stop_listing (self);
  g_clear_object (&self->timetable);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_object (&self->unsaved);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (ff_check_ins_page_parent_class)->dispose (object);
}

static void
ff_check_ins_page_group_changed (FfView *view, FfGroup *before)
{
  FfCheckInsPage *self = FF_CHECK_INS_PAGE (view);
  FfGroup *group = ff_view_get_group (view);
  FfSession *open = self->session != NULL
                        ? ff_session_editor_get_session (ff_session_page_get_editor (self->session))
                        : NULL;
  const char *uid_before = before != NULL ? ff_group_get_uid (before) : NULL;
  const char *uid = group != NULL ? ff_group_get_uid (group) : NULL;

  if (g_strcmp0 (uid_before, uid) == 0)
    return;
  if ((open != NULL && uid != NULL && !g_str_equal (ff_session_get_group (open), uid))
      || FF_IS_PERSON_PAGE (adw_navigation_split_view_get_content (self->split_view)))
    show_nothing (self);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  ff_timetable_set_group (self->timetable, uid);
  if (self->search != NULL)
    ff_search_panel_set_group (self->search, group);
  if (self->people != NULL)
    ff_people_list_set_group (self->people, group);
  read_history (self);
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
  widget_class->map = ff_check_ins_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-check-ins-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, people_bin);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, search_bin);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, coming_box);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInsPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, list_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
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
  if (!shows (self, session))
    show_session (self, session);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  mark_open_session (self);
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
  self->session = NULL;
  adw_navigation_split_view_set_content (self->split_view, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  mark_open_session (self);
  mark_person (self, uid);
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
