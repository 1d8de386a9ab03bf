/* ff-rota-telling.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of those who have dates, walked one by one, each with a message in their language.
 */

#include "ff-config.h"

#include "ff-rota-telling.h"

#include <glib/gi18n-lib.h>

#include "ff-duty-letter.h"
#include "ff-letter-dialog.h"
#include "ff-letter-view.h"
#include "ff-rota-reading.h"
#include "ff-toast.h"
#include "ff-told.h"
#include "ff-two-lines.h"
#include "ff-undoable.h"

#define FF_TYPE_ROTA_TELLING (ff_rota_telling_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaTelling, ff_rota_telling, FF, ROTA_TELLING, AdwDialog)

struct _FfRotaTelling
{
  AdwDialog parent_instance;

  FfContext *context;
  char *group; /* (nullable) */
  GDateTime *from, *until;
  GListStore *people; /* of FfTold */
  GtkFilterListModel *shown;
  GCancellable *reading;
  char *writing_to; /* (nullable): uid of the volunteer whose message is shown */
  gboolean asks;    /* whether that message asks for dates, or only takes some away */

  AdwNavigationView *navigation;
  GtkStack *stack;
  GtkStack *list_stack;
  AdwSwitchRow *new_row;
  AdwSwitchRow *passcodes_row;
  GtkListView *people_view;
  AdwStatusPage *nobody_page;
  AdwNavigationPage *letter_page;
  GtkLabel *who_label;
  FfLetterView *letter_view;
  GtkWidget *asked_button;
  GtkWidget *next_button;
};

G_DEFINE_FINAL_TYPE (FfRotaTelling, ff_rota_telling, ADW_TYPE_DIALOG)

static gboolean
is_closed (FfRotaTelling *self)
{
  return self->context == NULL;
}

/* --- The list --- */

static void
show_list (FfRotaTelling *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  const guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "people" : "nobody");
  gtk_stack_set_visible_child_name (self->list_stack, n_shown > 0 ? "list" : "told");
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  FfRotaTelling *self = data;

  return !adw_switch_row_get_active (self->new_row) || ff_told_has_news (item);
}

static void
filter_changed_cb (FfRotaTelling *self)
{
  GtkFilter *filter;

  if (self->shown == NULL)
    return;
  filter = gtk_filter_list_model_get_filter (self->shown);
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_list (self);
}

static void
person_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  ff_two_lines_setup (item);
}

static void
person_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  FfTold *told = gtk_list_item_get_item (item);
  g_autofree char *dates = ff_told_describe (told);

  ff_two_lines_bind (item, ff_volunteer_get_name (ff_told_get_volunteer (told)), dates);
}

/* --- The message --- */

static FfTold *
find_told (FfRotaTelling *self, GListModel *model, guint *position)
{
  for (guint i = 0; self->writing_to != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FfTold) told = g_list_model_get_item (model, i);

      if (!g_str_equal (ff_volunteer_get_uid (ff_told_get_volunteer (told)), self->writing_to))
        continue;
      if (position != NULL)
        *position = i;
      return told;
    }
  return NULL;
}

/* Who only has less than before is asked for nothing. */
static void
show_asked (FfRotaTelling *self, FfTold *told)
{
  if (told != NULL && ff_told_has_news (told))
    self->asks = ff_told_count_new (told) > 0;
  gtk_widget_set_sensitive (self->asked_button, told != NULL && ff_told_has_news (told));
  gtk_button_set_label (GTK_BUTTON (self->asked_button),
                        self->asks ? _ ("Mark as _Asked") : _ ("Mark as _Told"));
  gtk_widget_set_tooltip_text (self->asked_button,
                               self->asks
                                   ? _ ("Note that they have been asked for these dates")
                                   : _ ("Note that they know which dates are no longer theirs"));
}

static void
show_letter (FfRotaTelling *self, FfTold *told)
{
  FfVolunteer *volunteer = ff_told_get_volunteer (told);
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  const gboolean with_passcodes = adw_switch_row_get_active (self->passcodes_row);
  FfLetterStyle style = {
    .now = now,
    .with_passcodes = with_passcodes,
  };
  g_autofree char *subject = ff_duty_letter_make_subject (volunteer, &style);
  g_autofree char *text = ff_duty_letter_write (volunteer, ff_told_get_duties (told),
                                                ff_told_get_relieved (told), &style);
  g_autofree char *calendar = ff_told_write_calendar (told, now, with_passcodes);

  g_set_str (&self->writing_to, ff_volunteer_get_uid (volunteer));
  gtk_label_set_text (self->who_label, ff_volunteer_get_name (volunteer));
  ff_letter_view_set (self->letter_view, ff_volunteer_get_text (volunteer, FF_VOLUNTEER_MAIL),
                      subject, text, calendar);
  self->asks = TRUE;
  show_asked (self, told);
  gtk_widget_remove_css_class (self->asked_button, "suggested-action");
}

/* What is left is to note it: one key does. */
static void
sent_cb (FfRotaTelling *self)
{
  if (!gtk_widget_is_sensitive (self->asked_button))
    return;
  gtk_widget_add_css_class (self->asked_button, "suggested-action");
  gtk_widget_grab_focus (self->asked_button);
}

/* Who comes after the one that is written to; the first one where they are not in the list any more. */
static FfTold *
get_next (FfRotaTelling *self)
{
  guint position = 0;
  FfTold *current = find_told (self, G_LIST_MODEL (self->shown), &position);

  return g_list_model_get_item (G_LIST_MODEL (self->shown), current != NULL ? position + 1 : 0);
}

static void
show_next (FfRotaTelling *self)
{
  g_autoptr (FfTold) next = get_next (self);

  gtk_widget_set_sensitive (self->next_button, next != NULL);
}

static void
activated_cb (FfRotaTelling *self, guint position)
{
  g_autoptr (FfTold) told = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  show_letter (self, told);
  show_next (self);
  adw_navigation_view_push_by_tag (self->navigation, "letter");
}

static void
next_cb (FfRotaTelling *self)
{
  g_autoptr (FfTold) next = get_next (self);

  if (next != NULL)
    show_letter (self, next);
  show_next (self);
}

/* --- Marking --- */

static void
on_marked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRotaTelling) self = data;
  g_autoptr (GError) error = NULL;
  FfStore *store;
  guint64 step;

  if (is_closed (self))
    return;
  store = ff_context_get_store (self->context);
  step = ff_roster_edit_apply_finish (store, result, &error);
  if (step == 0)
    {
      gtk_widget_set_sensitive (self->asked_button, TRUE);
      ff_toast_error (GTK_WIDGET (self->navigation), error);
    }
  else
    ff_undoable_tell (GTK_WIDGET (self->navigation), store, step,
                      self->asks ? _ ("Marked as asked") : _ ("Marked as told"));
}

static void
mark_cb (FfRotaTelling *self)
{
  FfTold *told = find_told (self, G_LIST_MODEL (self->people), NULL);
  g_autoptr (GDateTime) now = NULL;

  if (told == NULL)
    return;
  now = ff_clock_get_now (ff_context_get_clock (self->context));
  gtk_widget_set_sensitive (self->asked_button, FALSE);
  ff_roster_edit_apply_async (ff_told_make_asked (told, now), ff_context_get_store (self->context),
                              NULL, on_marked, g_object_ref (self));
}

/* --- Reading --- */

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRotaTelling) self = data;
  g_autoptr (GPtrArray) people = ff_told_list_finish (result, NULL);
  FfTold *current;

  if (is_closed (self) || people == NULL)
    return;
  g_list_store_splice (self->people, 0, g_list_model_get_n_items (G_LIST_MODEL (self->people)),
                       people->pdata, people->len);
  show_list (self);
  /* What was typed in the message stays; only whether they were asked is shown anew. */
  current = find_told (self, G_LIST_MODEL (self->people), NULL);
  show_asked (self, current);
  show_next (self);
}

/* Nobody is asked for, or thanked in advance for, what has begun. */
static GDateTime *
get_start (FfRotaTelling *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  return g_date_time_ref (g_date_time_compare (now, self->from) > 0 ? now : self->from);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRotaTelling) self = data;
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GError) error = NULL;
  FfRotaSource *found = NULL;
  g_autoptr (FfRota) rota = ff_rota_reading_finish_source (result, &found, &error);

  if (is_closed (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&found, ff_rota_source_free);
      return;
    }
  if (rota == NULL)
    {
      adw_status_page_set_title (self->nobody_page, _ ("The Rota Could Not Be Read"));
      adw_status_page_set_description (self->nobody_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "nobody");
      return;
    }
  start = get_start (self);
  ff_told_list_async (found, self->group, start, self->until, self->reading, on_listed,
                      g_object_ref (self));
}

static void
read_rota (FfRotaTelling *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ff_rota_reading_async (self->context, self->group, self->from, self->until, self->reading,
                         on_read, g_object_ref (self));
}

static void
store_changed_cb (FfRotaTelling *self, int aggregate)
{
  if (!is_closed (self)
      && (aggregate == FF_AGGREGATE_ROTA || aggregate == FF_AGGREGATE_ROSTER
          || aggregate == FF_AGGREGATE_MEETING || aggregate == FF_AGGREGATE_GROUP
          || aggregate == FF_AGGREGATE_ALL))
    read_rota (self);
}

/* --- The dialog --- */

static void
ff_rota_telling_dispose (GObject *object)
{
  FfRotaTelling *self = FF_ROTA_TELLING (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->shown);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_TELLING);
  g_clear_object (&self->people);
  g_clear_object (&self->context);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->writing_to, g_free);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);

  G_OBJECT_CLASS (ff_rota_telling_parent_class)->dispose (object);
}

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
ff_rota_telling_closed (AdwDialog *dialog)
{
  FfRotaTelling *self = FF_ROTA_TELLING (dialog);

  g_cancellable_cancel (self->reading);
  ff_letter_view_clear (self->letter_view);
  gtk_label_set_text (self->who_label, "");
  g_list_store_remove_all (self->people);
  g_clear_object (&self->context);
}

static void
ff_rota_telling_class_init (FfRotaTellingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_DIALOG_CLASS (klass)->closed = ff_rota_telling_closed;
  G_OBJECT_CLASS (klass)->dispose = ff_rota_telling_dispose;
  g_type_ensure (FF_TYPE_LETTER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-telling.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, navigation);
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, list_stack);
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, new_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, passcodes_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, people_view);
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, nobody_page);
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, letter_page);
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, who_label);
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, letter_view);
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, asked_button);
  gtk_widget_class_bind_template_child (widget_class, FfRotaTelling, next_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_cb);
  gtk_widget_class_bind_template_callback (widget_class, sent_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
ff_rota_telling_init (FfRotaTelling *self)
{
  GtkFilter *filter;

  self->people = g_list_store_new (FF_TYPE_TOLD);
  self->asks = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->people)), filter);
  gtk_list_view_set_model (self->people_view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                                  G_LIST_MODEL (g_object_ref (self->shown)))));
}

/**
 * ff_rota_telling_present:
 * @parent: what asks for it
 * @context: what a view is handed
 * @group: (nullable): whose dates; %NULL for all groups'
 * @from: dates that begin then or later …
 * @until: … and before this
 *
 * Shows who has dates there and has not been asked yet, and who does not know yet that they have one no more; each gets a
 * message, which may be changed, copied or mailed.
 */
void
ff_rota_telling_present (GtkWidget *parent,
                         FfContext *context,
                         FfGroup *group,
                         GDateTime *from,
                         GDateTime *until)
{
  FfRotaTelling *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (group == NULL || FF_IS_GROUP (group));
  g_return_if_fail (from != NULL && until != NULL);

  self = g_object_new (FF_TYPE_ROTA_TELLING, NULL);
  self->context = g_object_ref (context);
  self->group = g_strdup (group != NULL ? ff_group_get_uid (group) : NULL);
  self->from = g_date_time_ref (from);
  self->until = g_date_time_ref (until);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  read_rota (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

/**
 * ff_rota_cover_present:
 * @parent: what asks for it
 * @context: what a view is handed
 * @slot: the place that somebody is needed for
 * @volunteer: who is asked
 *
 * Shows a message that asks whether they can take it, in their language.
 */
void
ff_rota_cover_present (GtkWidget *parent, FfContext *context, FfSlot *slot, FfVolunteer *volunteer)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *text = NULL;
  FfLetterStyle style = { 0 };

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_SLOT (slot));
  g_return_if_fail (FF_IS_VOLUNTEER (volunteer));

  now = ff_clock_get_now (ff_context_get_clock (context));
  style.now = now;
  subject = ff_cover_letter_make_subject (volunteer, &style);
  text = ff_cover_letter_write (volunteer, ff_slot_get_occurrence (slot), ff_slot_get_group (slot),
                                ff_slot_get_role (slot), &style);
  ff_letter_dialog_present (parent, _ ("Ask for This Date"), volunteer, subject, text);
}
