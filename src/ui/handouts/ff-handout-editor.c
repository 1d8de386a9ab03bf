/* ff-handout-editor.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a handout of one's own: its Markdown beside what it will be on paper.
 */

#include "ff-config.h"

#include "ff-handout-editor.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-editor-private.h"
#include "ff-handout-examples.h"
#include "ff-handout-repository.h"

G_DEFINE_FINAL_TYPE (FfHandoutEditor, ff_handout_editor, ADW_TYPE_NAVIGATION_PAGE)

/* --- Leaving --- */

static gboolean
is_saved (FfHandoutEditor *self)
{
  FfDraftState state = ff_handout_draft_get_state (self->draft);

  return state != FF_DRAFT_WAITING && state != FF_DRAFT_FAILED;
}

/* Whoever leaves by a gesture may do so once everything is saved. */
static gboolean
is_at_rest (FfHandoutEditor *self)
{
  return self->given_up || is_saved (self);
}

static void
leave (FfHandoutEditor *self)
{
  const char *next = g_steal_pointer (&self->next);

  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), next, NULL);
}

static void
leave_confirmed_cb (FfHandoutEditor *self)
{
  g_clear_weak_pointer (&self->question);
  self->given_up = TRUE;
  leave (self);
}

static void
keep_chosen_cb (FfHandoutEditor *self)
{
  g_clear_weak_pointer (&self->question);
  self->next = NULL;
}

static void
ask_to_leave (FfHandoutEditor *self)
{
  AdwDialog *question = adw_alert_dialog_new (_ ("Close Without Saving?"), NULL);

  /* Translators: %s is a sentence that says what is wrong and what to do */
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (question),
                                _ ("What was written last could not be saved. %s"),
                                ff_handout_draft_get_message (self->draft));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _ ("_Keep Open"), "close",
                                  _ ("_Close Without Saving"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "close",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  g_signal_connect_object (question, "response::close", G_CALLBACK (leave_confirmed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "response::keep", G_CALLBACK (keep_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, question);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
stay_open (FfHandoutEditor *self)
{
  const char *message = ff_handout_draft_get_message (self->draft);

  self->next = NULL;
  if (self->unsaved != FF_UNSAVED_TELL)
    return;
  g_set_weak_pointer (&self->question, ff_unsaved_tell (GTK_WIDGET (self), message));
  g_signal_connect_object (self->question, "response::keep", G_CALLBACK (keep_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Once it is known how saving went. */
static void
go_on_leaving (FfHandoutEditor *self)
{
  if (self->question != NULL)
    return;
  if (ff_handout_draft_get_state (self->draft) == FF_DRAFT_FAILED)
    {
      if (self->unsaved == FF_UNSAVED_ASK)
        ask_to_leave (self);
      else
        stay_open (self);
    }
  else if (is_at_rest (self))
    leave (self);
}

static void
leave_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfHandoutEditor *self = FF_HANDOUT_EDITOR (widget);

  ff_handout_draft_flush (self->draft);
  self->next = "navigation.pop";
  self->unsaved = FF_UNSAVED_ASK;
  go_on_leaving (self);
}

/* --- The draft --- */

static const char *
describe_state (FfDraftState state)
{
  switch (state)
    {
    case FF_DRAFT_WAITING:
      return _ ("Saving…");

    case FF_DRAFT_SAVED:
      return _ ("Saved");

    case FF_DRAFT_FAILED:
      return _ ("Not saved");

    case FF_DRAFT_BLANK:
      return _ ("Not saved: there is no text");

    case FF_DRAFT_UNTOUCHED:
    default:
      return "";
    }
}

static void
on_state_changed (FfHandoutEditor *self)
{
  FfDraftState state = ff_handout_draft_get_state (self->draft);
  const char *message = ff_handout_draft_get_message (self->draft);

  adw_window_title_set_subtitle (self->window_title, describe_state (state));
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), is_at_rest (self));
  if (state == FF_DRAFT_FAILED)
    {
      /* Translators: %s is a sentence that says what is wrong and what to do */
      g_autofree char *title = g_strdup_printf (_ ("Not saved: %s"), message);

      adw_banner_set_title (self->banner, title);
    }
  if (state != FF_DRAFT_WAITING)
    adw_banner_set_revealed (self->banner, state == FF_DRAFT_FAILED);
  if (self->next != NULL)
    go_on_leaving (self);
}

static void
on_read (FfHandoutEditor *self)
{
  FfHandout *handout = ff_handout_draft_get_handout (self->draft);
  const char *title = handout != NULL ? ff_handout_get_title (handout) : _ ("Untitled");

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  ff_handout_editor_show_problems (self);
  ff_handout_editor_lay_out (self);
}

static void
text_changed_cb (FfHandoutEditor *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (self->refreshing)
    return;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  ff_handout_draft_set_markdown (self->draft, text);
}

static void
try_again_cb (FfHandoutEditor *self)
{
  ff_handout_draft_flush (self->draft);
}

static void
problem_activated_cb (FfHandoutEditor *self, GtkListBoxRow *row)
{
  ff_handout_editor_problem_activated (self, row);
}

/* --- One side at a time where it is narrow --- */

static void
show_sides (FfHandoutEditor *self)
{
  gboolean paper = g_strcmp0 (adw_toggle_group_get_active_name (self->sides), "paper") == 0;

  gtk_widget_set_visible (self->text_side, !self->narrow || !paper);
  gtk_widget_set_visible (self->paper_side, !self->narrow || paper);
}

static void
side_chosen_cb (FfHandoutEditor *self)
{
  if (!self->refreshing)
    show_sides (self);
}

static void
narrow_cb (FfHandoutEditor *self)
{
  self->narrow = TRUE;
  show_sides (self);
}

static void
wide_cb (FfHandoutEditor *self)
{
  self->narrow = FALSE;
  show_sides (self);
}

static void
show_text_side (FfHandoutEditor *self)
{
  adw_toggle_group_set_active_name (self->sides, "text");
}

/* --- Actions --- */

static void
insert_block_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfHandoutEditor *self = FF_HANDOUT_EDITOR (widget);

  show_text_side (self);
  ff_handout_editor_insert (self, g_variant_get_string (parameter, NULL));
}

static void
insert_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_menu_button_popup (FF_HANDOUT_EDITOR (widget)->insert_button);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_text_buffer_undo (FF_HANDOUT_EDITOR (widget)->buffer);
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_text_buffer_redo (FF_HANDOUT_EDITOR (widget)->buffer);
}

static void
next_problem_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfHandoutEditor *self = FF_HANDOUT_EDITOR (widget);

  show_text_side (self);
  ff_handout_editor_go_to_next_problem (self);
}

static void
update_undo (FfHandoutEditor *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.undo",
                                 gtk_text_buffer_get_can_undo (self->buffer));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.redo",
                                 gtk_text_buffer_get_can_redo (self->buffer));
}

/* --- The page --- */

static void
ff_handout_editor_hidden (AdwNavigationPage *page)
{
  FfHandoutEditor *self = FF_HANDOUT_EDITOR (page);

  if (!self->given_up)
    ff_handout_draft_flush (self->draft);
}

static void
ff_handout_editor_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (FF_HANDOUT_EDITOR (page)->text_view));
}

static void
ff_handout_editor_dispose (GObject *object)
{
  FfHandoutEditor *self = FF_HANDOUT_EDITOR (object);

  self->refreshing = TRUE;
  if (self->draft != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->draft, self);
      if (!self->given_up)
        ff_handout_draft_flush (self->draft);
    }
  g_clear_weak_pointer (&self->question);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HANDOUT_EDITOR);
  g_clear_object (&self->draft);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_handout_editor_parent_class)->dispose (object);
}

static void
ff_handout_editor_class_init (FfHandoutEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_handout_editor_dispose;
  page_class->hidden = ff_handout_editor_hidden;
  page_class->shown = ff_handout_editor_shown;

  g_type_ensure (FF_TYPE_SHEET_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-handout-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, window_title);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, insert_button);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, banner);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, sides);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, text_side);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, problems_scroller);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, problems);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, paper_side);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, stale_label);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutEditor, sheet_view);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_install_action (widget_class, "page.insert-block", "s", insert_block_action);
  gtk_widget_class_install_action (widget_class, "page.insert", NULL, insert_action);
  gtk_widget_class_install_action (widget_class, "page.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "page.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "page.next-problem", NULL, next_problem_action);
  gtk_widget_class_install_action (widget_class, "page.leave", NULL, leave_action);
}

static void
ff_handout_editor_init (FfHandoutEditor *self)
{
  g_autoptr (GMenuModel) menu = ff_handout_examples_make_menu ("page.insert-block");

  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->insert_button, menu);
  ff_handout_editor_make_marks (self);
  g_signal_connect_object (self->buffer, "notify::can-undo", G_CALLBACK (update_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::can-redo", G_CALLBACK (update_undo), self,
                           G_CONNECT_SWAPPED);
  update_undo (self);
  self->refreshing = FALSE;
}

/* What was kept, where @id says so; else what a new one begins with. (transfer full) */
static char *
find_text (FfContext *context, const char **id, const char *markdown)
{
  g_autoptr (FfOwnHandout) own = NULL;
  g_autoptr (GError) error = NULL;

  if (*id != NULL)
    own = ff_handout_repository_get_own (ff_context_get_store (context), *id, &error);
  if (error != NULL)
    g_warning ("%s", error->message);
  if (own == NULL)
    *id = NULL;

  return own != NULL        ? g_strdup (own->markdown)
         : markdown != NULL ? g_strdup (markdown)
                            : ff_handout_examples_make_first ();
}

static void
show_text (FfHandoutEditor *self)
{
  GtkTextIter start;

  self->refreshing = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, ff_handout_draft_get_markdown (self->draft), -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->refreshing = FALSE;
}

/**
 * ff_handout_editor_new:
 * @context: what a view is handed
 * @id: (nullable): an own handout’s; %NULL for a new one
 * @markdown: (nullable): what a new one begins with, and which is then kept at once; %NULL for an empty one, which is
 *   kept as soon as something is written
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
ff_handout_editor_new (FfContext *context, const char *id, const char *markdown)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfHandoutEditor *self = g_object_new (FF_TYPE_HANDOUT_EDITOR, NULL);
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, NULL);
  g_autofree char *text = find_text (context, &id, markdown);

  self->context = g_object_ref (context);
  self->draft = ff_handout_draft_new (ff_context_get_store (context), catalogue, id, text);
  show_text (self);
  g_signal_connect_object (self->draft, "read", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "state-changed", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  on_read (self);
  if (id == NULL && markdown != NULL)
    ff_handout_draft_keep (self->draft);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ff_handout_editor_get_id:
 * @self: the page
 *
 * Returns: the handout’s id, also while it is not kept yet
 */
const char *
ff_handout_editor_get_id (FfHandoutEditor *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_EDITOR (self), NULL);

  return ff_handout_draft_get_id (self->draft);
}

/**
 * ff_handout_editor_get_draft:
 * @self: the page
 *
 * Returns: (transfer none): what is written, and how far it is saved
 */
FfHandoutDraft *
ff_handout_editor_get_draft (FfHandoutEditor *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_EDITOR (self), NULL);

  return self->draft;
}

/**
 * ff_handout_editor_may_close:
 * @self: the page
 * @then: the action that asks again, a string that stays: `app.quit`
 * @unsaved: what is done where something cannot be saved
 *
 * Saves what waits. Where that takes a moment, @then is activated when it is done.
 *
 * Returns: whether the window may close now: nothing waits, or the person was asked and wants to close all the same
 */
gboolean
ff_handout_editor_may_close (FfHandoutEditor *self, const char *then, FfUnsaved unsaved)
{
  g_return_val_if_fail (FF_IS_HANDOUT_EDITOR (self), TRUE);

  if (self->given_up && unsaved == FF_UNSAVED_ASK)
    return TRUE;
  ff_handout_draft_flush (self->draft);
  if (is_saved (self))
    return TRUE;
  if (self->question != NULL && unsaved == FF_UNSAVED_KEEP)
    return FALSE;
  self->next = then;
  self->unsaved = unsaved;
  go_on_leaving (self);

  return FALSE;
}
