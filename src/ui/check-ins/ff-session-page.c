/* ff-session-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session as it is written down: who is here, what they bring, how last week's plan went, and the next one.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-session-page-private.h"
#include "ff-store-error.h"
#include "ff-toast.h"
#include "ff-wording-choice.h"

G_DEFINE_FINAL_TYPE (FfSessionPage, ff_session_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_session (FfSessionPage *self)
{
  ff_session_count_refresh (self->count);
  ff_session_tools_refresh (self->tools);
}

/* --- How the saving goes --- */

static void
show_failure (FfSessionPage *self)
{
  /* Translators: %s is a sentence that says what is wrong and what to do */
  g_autofree char *message = g_strdup_printf (_ ("Not saved yet; your text is kept here. %s"),
                                              ff_session_editor_get_message (self->editor));

  adw_banner_set_title (self->banner, message);
}

static void
on_state_changed (FfSessionPage *self)
{
  const char *text = "";

  switch (ff_session_editor_get_state (self->editor))
    {
    case FF_SAVE_NOTHING:
      break;

    case FF_SAVE_PENDING:
      text = _ ("Saving…");
      break;

    case FF_SAVE_DONE:
      text = _ ("Saved");
      break;

    case FF_SAVE_FAILED:
      text = _ ("Not saved");
      show_failure (self);
      break;

    default:
      g_warn_if_reached ();
    }
  gtk_label_set_text (self->state_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), *text != '\0');
  show_session (self);
  if (ff_session_editor_get_state (self->editor) != FF_SAVE_PENDING)
    adw_banner_set_revealed (self->banner,
                             ff_session_editor_get_state (self->editor) == FF_SAVE_FAILED);
}

static void
try_again_cb (FfSessionPage *self)
{
  ff_session_editor_flush (self->editor);
}

static void
trouble_cb (FfSessionPage *self, const GError *error)
{
  ff_toast_error (GTK_WIDGET (self), error);
}

static void
flush (FfSessionPage *self)
{
  ff_session_editor_flush (self->editor);
}

/* --- People --- */

static gboolean
scroll_to_target (gpointer data)
{
  FfSessionPage *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  self->scroll_idle = 0;
  if (self->scroll_target != NULL
      && gtk_widget_compute_bounds (
          self->scroll_target, gtk_widget_get_parent (GTK_WIDGET (self->people_list)), &bounds))
    gtk_adjustment_set_value (adjustment, (double) bounds.origin.y - 6);
  g_clear_weak_pointer (&self->scroll_target);
  return G_SOURCE_REMOVE;
}

/* Once it has its place: a line that was made just now has none yet. */
static void
show_line (FfSessionPage *self, FfCheckInLine *line)
{
  g_set_weak_pointer (&self->scroll_target, GTK_WIDGET (line));
  if (self->scroll_idle == 0)
    self->scroll_idle = g_timeout_add (50, scroll_to_target, self);
}

static FfCheckInLine *
add_person (FfSessionPage *self, const char *alias)
{
  g_autoptr (GError) error = NULL;
  gboolean already_here = FALSE;
  FfCheckIn *check_in = ff_session_editor_add_person (self->editor, alias, &already_here, &error);

  if (g_error_matches (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED))
    ff_toast_show (GTK_WIDGET (self), error->message);
  else if (error != NULL)
    ff_toast_error (GTK_WIDGET (self), error);
  if (check_in == NULL)
    return NULL;

  FfCheckInLine *line
      = ff_check_in_list_find (self->people_list, ff_check_in_get_participant (check_in));
  ff_check_in_line_start (line);
  show_line (self, line);
  if (already_here)
    {
      /* Translators: %s is the name or alias of a person in the group */
      g_autofree char *text
          = g_strdup_printf (_ ("%s has checked in already"),
                             ff_check_in_list_get_name (self->people_list, check_in));
      ff_toast_show (GTK_WIDGET (self), text);
    }
  return line;
}

/* What could not be taken stays in the line, to be mended there. */
static void
alias_entered_cb (FfSessionPage *self, const char *alias)
{
  if (add_person (self, alias) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->alias_row), "");
  else
    ff_alias_row_set_refused (self->alias_row, TRUE);
}

static void
returning_chosen_cb (FfSessionPage *self, const char *alias)
{
  FfCheckInLine *line = add_person (self, alias);

  /* What they meant to do is marked first. */
  if (line != NULL)
    ff_check_in_line_set_unfolded (line, TRUE);
}

typedef struct
{
  FfSessionEditor *editor;
  char *uid;
} Deleted;

static void
deleted_free (gpointer data)
{
  Deleted *deleted = data;

  g_clear_object (&deleted->editor);
  g_free (deleted->uid);
  g_free (deleted);
}

static void
undo_delete (gpointer data)
{
  Deleted *deleted = data;

  ff_session_editor_restore (deleted->editor, deleted->uid);
}

static void
delete_requested_cb (FfSessionPage *self, FfCheckIn *check_in)
{
  Deleted *deleted = g_new0 (Deleted, 1);
  /* Translators: %s is the name or alias of a person in the group */
  g_autofree char *text = g_strdup_printf (_ ("Deleted the notes for %s"),
                                           ff_check_in_list_get_name (self->people_list, check_in));

  deleted->editor = g_object_ref (self->editor);
  deleted->uid = g_strdup (ff_check_in_get_uid (check_in));
  ff_session_page_start (self);
  ff_session_editor_delete_check_in (self->editor, check_in);
  ff_toast_undo (GTK_WIDGET (self), text, undo_delete, deleted, deleted_free);
}

/* Who comes back is offered by name, and by what they meant to do: not on a screen that others see. */
static void
refresh_returning (FfSessionPage *self)
{
  g_autoptr (GPtrArray) items = ff_session_editor_list_returning (self->editor);

  if (ff_context_get_hide_names (self->context))
    g_ptr_array_set_size (items, 0);
  ff_returning_box_show (self->returning_box, items);
}

static void
on_check_ins_changed (FfSessionPage *self)
{
  GListModel *check_ins = ff_session_editor_get_check_ins (self->editor);

  gtk_widget_set_visible (self->nobody_label, g_list_model_get_n_items (check_ins) == 0);
  refresh_returning (self);
}

static void
on_hide_names (FfSessionPage *self)
{
  ff_alias_row_set_hides_names (self->alias_row, ff_context_get_hide_names (self->context));
  refresh_returning (self);
}

static void
finished_cb (FfSessionPage *self)
{
  ff_session_page_start (self);
}

static void
on_history_changed (FfSessionPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.undo",
                                 ff_session_editor_can_undo (self->editor));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.redo",
                                 ff_session_editor_can_redo (self->editor));
}

/* To be seen: what was undone or done again may be far from where the focus is. */
static void
on_moved (FfSessionPage *self, GObject *object, const char *property)
{
  const char *participant
      = FF_IS_CHECK_IN (object)    ? ff_check_in_get_participant (FF_CHECK_IN (object))
        : FF_IS_PLAN_ITEM (object) ? ff_plan_item_get_participant (FF_PLAN_ITEM (object))
                                   : NULL;
  FfCheckInLine *line
      = participant != NULL ? ff_check_in_list_find (self->people_list, participant) : NULL;

  show_session (self);
  if (line != NULL)
    ff_check_in_line_show_change (line, property);
}

/* --- What is asked, and which words get a hint --- */

static void
choose_wording (FfSessionPage *self)
{
  g_autoptr (FfWording) wording = ff_wording_choice_make (self->context, self->group);

  ff_check_in_list_set_wording (self->people_list, wording);
}

static void
on_store_changed (FfSessionPage *self, FfAggregate aggregate)
{
  if (aggregate == FF_AGGREGATE_WORD || aggregate == FF_AGGREGATE_ALL)
    choose_wording (self);
}

/* --- The page --- */

/* A field was left, or the window. */
static void
ff_session_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ff_session_page_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (flush),
                           widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active", G_CALLBACK (flush),
                           widget, G_CONNECT_SWAPPED);
}

static void
ff_session_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), flush, widget);

  GTK_WIDGET_CLASS (ff_session_page_parent_class)->unroot (widget);
}

static void
ff_session_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ff_session_page_parent_class)->unmap (widget);

  flush (FF_SESSION_PAGE (widget));
}

static void
ff_session_page_dispose (GObject *object)
{
  FfSessionPage *self = FF_SESSION_PAGE (object);

  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  g_clear_weak_pointer (&self->scroll_target);
  if (self->editor != NULL)
    ff_session_editor_flush (self->editor);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_SESSION_PAGE);
  g_clear_object (&self->editor);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_session_page_parent_class)->dispose (object);
}

static void
ff_session_page_class_init (FfSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_session_page_dispose;
  widget_class->root = ff_session_page_root;
  widget_class->unroot = ff_session_page_unroot;
  widget_class->unmap = ff_session_page_unmap;

  g_type_ensure (FF_TYPE_ALIAS_ROW);
  g_type_ensure (FF_TYPE_CHECK_IN_LIST);
  g_type_ensure (FF_TYPE_RETURNING_BOX);
  g_type_ensure (FF_TYPE_SESSION_COUNT);
  g_type_ensure (FF_TYPE_SESSION_TOOLS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, banner);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, alias_row);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, returning_box);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, nobody_label);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, people_list);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, tools);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, count);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, trouble_cb);
  gtk_widget_class_bind_template_callback (widget_class, alias_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, returning_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  ff_session_page_actions_class_init (widget_class);
}

static void
ff_session_page_init (FfSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_titles (FfSessionPage *self)
{
  FfSession *session = ff_session_editor_get_session (self->editor);
  g_autoptr (GDateTime) start = ff_format_from_wall_time (ff_session_get_start (session));
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autofree char *day = ff_format_date (start, now);
  g_autofree char *date = ff_format_capitalized (day);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), date);
  adw_window_title_set_title (self->window_title, date);
  adw_window_title_set_subtitle (self->window_title, ff_group_get_name (self->group));
}

static void
read_session (FfSessionPage *self)
{
  g_autoptr (GError) error = NULL;
  GListModel *check_ins = ff_session_editor_get_check_ins (self->editor);

  if (!ff_session_editor_load (self->editor, &error))
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_button_label (self->banner, NULL);
      adw_banner_set_revealed (self->banner, TRUE);
    }
  ff_check_in_list_set_session (self->people_list, self->context, self->editor, self->programme,
                                ff_group_get_check_in_parts (self->group, self->programme));
  ff_session_count_set_editor (self->count, self->editor);
  ff_session_tools_set_session (self->tools, self->context, self->editor, self->programme);
  g_signal_connect_object (check_ins, "items-changed", G_CALLBACK (on_check_ins_changed), self,
                           G_CONNECT_SWAPPED);
  on_check_ins_changed (self);
}

/**
 * ff_session_page_new:
 * @context: what a view is handed
 * @group: whose session it is
 * @editor: what the session is written with
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
ff_session_page_new (FfContext *context, FfGroup *group, FfSessionEditor *editor)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_GROUP (group), NULL);
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (editor), NULL);

  FfSessionPage *self = g_object_new (FF_TYPE_SESSION_PAGE, NULL);

  self->context = g_object_ref (context);
  self->group = g_object_ref (group);
  self->programme
      = ff_programme_find (ff_context_get_programmes (context), ff_group_get_programme (group));
  self->editor = g_object_ref (editor);
  ff_alias_row_set_source (self->alias_row, ff_context_get_store (context),
                           ff_group_get_uid (group));
  g_signal_connect_object (self->editor, "state-changed", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "trouble", G_CALLBACK (trouble_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_session_editor_get_review (self->editor), "items-changed",
                           G_CALLBACK (refresh_returning), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "history-changed", G_CALLBACK (on_history_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::hide-names", G_CALLBACK (on_hide_names), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (on_store_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_settings (context), "changed::wording-hints",
                           G_CALLBACK (choose_wording), self, G_CONNECT_SWAPPED);
  set_titles (self);
  read_session (self);
  choose_wording (self);
  on_hide_names (self);
  on_history_changed (self);
  on_state_changed (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ff_session_page_get_editor:
 * @self: the page
 *
 * Returns: (transfer none): what it writes with
 */
FfSessionEditor *
ff_session_page_get_editor (FfSessionPage *self)
{
  g_return_val_if_fail (FF_IS_SESSION_PAGE (self), NULL);
  return self->editor;
}

/**
 * ff_session_page_start:
 * @self: the page
 *
 * Moves the focus to the line for the next person.
 */
void
ff_session_page_start (FfSessionPage *self)
{
  g_return_if_fail (FF_IS_SESSION_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->alias_row));
}

/**
 * ff_session_page_show_person:
 * @self: the page
 * @participant: the uid of somebody who may have checked in here
 *
 * Scrolls to what they said, with the focus in it.
 */
void
ff_session_page_show_person (FfSessionPage *self, const char *participant)
{
  g_return_if_fail (FF_IS_SESSION_PAGE (self));
  g_return_if_fail (participant != NULL);

  FfCheckInLine *line = ff_check_in_list_find (self->people_list, participant);

  if (line == NULL)
    return;
  ff_check_in_line_start (line);
  show_line (self, line);
}
