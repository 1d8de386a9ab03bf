/* ff-session-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session as it is written down: who is here, what they bring, how last week's plan went, and the next one.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-alias-row.h"
#include "ff-check-in-card.h"
#include "ff-format.h"
#include "ff-returning-box.h"
#include "ff-session-page.h"
#include "ff-store-error.h"
#include "ff-toast.h"

struct _FfSessionPage
{
  AdwNavigationPage parent_instance;

  FfContext *context;
  FfGroup *group;
  FfProgramme *programme; /* the context's */
  FfSessionEditor *editor;
  gboolean refreshing;
  guint scroll_idle;
  GtkWidget *scroll_target; /* (nullable): the card to be shown */

  AdwWindowTitle *window_title;
  GtkLabel *state_label;
  AdwBanner *banner;
  GtkScrolledWindow *scroller;
  AdwPreferencesGroup *people_group;
  FfAliasRow *alias_row;
  FfReturningBox *returning_box;
  GtkBox *cards;
  AdwSpinRow *unnamed_row;
  AdwSpinRow *unnamed_newcomers_row;
};

G_DEFINE_FINAL_TYPE (FfSessionPage, ff_session_page, ADW_TYPE_NAVIGATION_PAGE)

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

static GtkWidget *
find_card (FfSessionPage *self, FfCheckIn *check_in)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  while (card != NULL && ff_check_in_card_get_check_in (FF_CHECK_IN_CARD (card)) != check_in)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

static gboolean
scroll_to_target (gpointer data)
{
  FfSessionPage *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  self->scroll_idle = 0;
  if (self->scroll_target != NULL
      && gtk_widget_compute_bounds (self->scroll_target,
                                    gtk_widget_get_parent (GTK_WIDGET (self->cards)), &bounds))
    gtk_adjustment_set_value (adjustment, (double) bounds.origin.y - 6);
  g_clear_weak_pointer (&self->scroll_target);
  return G_SOURCE_REMOVE;
}

/* Once it has its place: a card that was made just now has none yet. */
static void
show_card (FfSessionPage *self, GtkWidget *card)
{
  ff_check_in_card_start (FF_CHECK_IN_CARD (card));
  g_set_weak_pointer (&self->scroll_target, card);
  if (self->scroll_idle == 0)
    self->scroll_idle = g_timeout_add (50, scroll_to_target, self);
}

static gboolean
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
    return FALSE;

  show_card (self, find_card (self, check_in));
  if (already_here)
    {
      /* Translators: %s is the name or alias of a person in the group */
      g_autofree char *text
          = g_strdup_printf (_ ("%s has checked in already"), ff_check_in_get_alias (check_in));
      ff_toast_show (GTK_WIDGET (self), text);
    }
  return TRUE;
}

/* What could not be taken stays in the line, to be mended there. */
static void
alias_entered_cb (FfSessionPage *self, const char *alias)
{
  if (add_person (self, alias))
    gtk_editable_set_text (GTK_EDITABLE (self->alias_row), "");
  else
    ff_alias_row_set_refused (self->alias_row, TRUE);
}

static void
returning_chosen_cb (FfSessionPage *self, const char *alias)
{
  add_person (self, alias);
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

  ff_session_editor_restore_check_in (deleted->editor, deleted->uid);
}

static void
on_delete_requested (FfSessionPage *self, FfCheckInCard *card)
{
  FfCheckIn *check_in = ff_check_in_card_get_check_in (card);
  Deleted *deleted = g_new0 (Deleted, 1);
  /* Translators: %s is the name or alias of a person in the group */
  g_autofree char *text
      = g_strdup_printf (_ ("Deleted the notes for %s"), ff_check_in_get_alias (check_in));

  deleted->editor = g_object_ref (self->editor);
  deleted->uid = g_strdup (ff_check_in_get_uid (check_in));
  ff_session_page_start (self);
  ff_session_editor_delete_check_in (self->editor, check_in);
  ff_toast_undo (GTK_WIDGET (self), text, undo_delete, deleted, deleted_free);
}

static void
refresh_returning (FfSessionPage *self)
{
  g_autoptr (GPtrArray) items = ff_session_editor_list_returning (self->editor);

  ff_returning_box_show (self->returning_box, items);
}

/* The latest is on top, next to the line for the next person. */
static void
on_check_ins_changed (FfSessionPage *self,
                      guint position,
                      guint removed,
                      guint added,
                      GListModel *check_ins)
{
  GtkWidget *after = NULL;
  guint before = g_list_model_get_n_items (check_ins) - added; /* how many stayed */

  for (guint i = before; i > position; i--)
    after = after == NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->cards))
                          : gtk_widget_get_next_sibling (after);
  for (guint i = 0; i < removed; i++)
    gtk_box_remove (self->cards, after == NULL
                                     ? gtk_widget_get_first_child (GTK_WIDGET (self->cards))
                                     : gtk_widget_get_next_sibling (after));
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (FfCheckIn) check_in = g_list_model_get_item (check_ins, position + i);
      GtkWidget *card = ff_check_in_card_new (self->editor, check_in, self->programme);

      g_signal_connect_object (card, "delete-requested", G_CALLBACK (on_delete_requested), self,
                               G_CONNECT_SWAPPED);
      gtk_box_insert_child_after (self->cards, card, after);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->cards), g_list_model_get_n_items (check_ins) > 0);
  refresh_returning (self);
}

/* --- How many came --- */

static void
unnamed_changed_cb (FfSessionPage *self)
{
  if (!self->refreshing)
    ff_session_editor_set_unnamed (self->editor,
                                   (guint) lround (adw_spin_row_get_value (self->unnamed_row)));
}

static void
unnamed_newcomers_changed_cb (FfSessionPage *self)
{
  if (!self->refreshing)
    ff_session_editor_set_unnamed_newcomers (self->editor, (guint) lround (adw_spin_row_get_value (
                                                               self->unnamed_newcomers_row)));
}

/* --- The page --- */

static void
next_person_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_session_page_start (FF_SESSION_PAGE (widget));
}

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
  g_type_ensure (FF_TYPE_RETURNING_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, banner);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, people_group);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, alias_row);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, returning_box);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, cards);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, unnamed_row);
  gtk_widget_class_bind_template_child (widget_class, FfSessionPage, unnamed_newcomers_row);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, trouble_cb);
  gtk_widget_class_bind_template_callback (widget_class, alias_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, returning_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unnamed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unnamed_newcomers_changed_cb);
  gtk_widget_class_install_action (widget_class, "session.next-person", NULL, next_person_action);
}

static void
ff_session_page_init (FfSessionPage *self)
{
  self->refreshing = TRUE;
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
  g_autofree char *word
      = ff_format_capitalized (ff_programme_get_word (self->programme, FF_WORD_CHECK_IN));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), date);
  adw_window_title_set_title (self->window_title, date);
  adw_window_title_set_subtitle (self->window_title, ff_group_get_name (self->group));
  adw_preferences_group_set_title (self->people_group, word);
}

static void
show_counts (FfSessionPage *self)
{
  FfSession *session = ff_session_editor_get_session (self->editor);

  self->refreshing = TRUE;
  adw_spin_row_set_value (self->unnamed_row, ff_session_get_unnamed (session));
  adw_spin_row_set_value (self->unnamed_newcomers_row, ff_session_get_unnamed_newcomers (session));
  self->refreshing = FALSE;
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
  show_counts (self);
  g_signal_connect_object (check_ins, "items-changed", G_CALLBACK (on_check_ins_changed), self,
                           G_CONNECT_SWAPPED);
  on_check_ins_changed (self, 0, 0, g_list_model_get_n_items (check_ins), check_ins);
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
  set_titles (self);
  read_session (self);
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

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
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
  GtkWidget *card;

  g_return_if_fail (FF_IS_SESSION_PAGE (self));
  g_return_if_fail (participant != NULL);

  card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));
  while (card != NULL
         && g_strcmp0 (ff_check_in_get_participant (
                           ff_check_in_card_get_check_in (FF_CHECK_IN_CARD (card))),
                       participant)
                != 0)
    card = gtk_widget_get_next_sibling (card);
  if (card != NULL)
    show_card (self, card);
}
