/* ff-check-in-card.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One person at a session: last time's items, what they bring, the urge, and the plan for the week.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-check-in-card.h"
#include "ff-format.h"
#include "ff-note-row.h"
#include "ff-plan-list.h"
#include "ff-review-row.h"
#include "ff-urge-row.h"

struct _FfCheckInCard
{
  GtkBox parent_instance;

  FfSessionEditor *editor;
  FfCheckIn *check_in;
  GtkFilterListModel *review; /* this person's */

  GtkLabel *alias_label;
  GtkWidget *delete_button;
  GtkWidget *review_title;
  GtkListBox *review_list;
  GtkWidget *today_list;
  FfNoteRow *note_row;
  FfUrgeRow *urge_row;
  GtkLabel *plan_title;
  FfPlanList *plan_list;
};

enum
{
  SIGNAL_DELETE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfCheckInCard, ff_check_in_card, GTK_TYPE_BOX)

static gboolean
is_theirs (gpointer item, gpointer data)
{
  return g_strcmp0 (ff_plan_item_get_participant (item), ff_check_in_get_participant (data)) == 0;
}

static void
on_reviewed (FfReviewRow *row, guint outcome, gpointer data)
{
  FfCheckInCard *self = data;

  ff_session_editor_review (self->editor, ff_review_row_get_item (row), outcome);
}

static GtkWidget *
create_review_row (gpointer item, gpointer data)
{
  GtkWidget *row = ff_review_row_new (item);

  g_signal_connect_object (row, "reviewed", G_CALLBACK (on_reviewed), data, 0);
  return row;
}

static void
on_review_changed (FfCheckInCard *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->review)) > 0;

  gtk_widget_set_visible (self->review_title, any);
  gtk_widget_set_visible (GTK_WIDGET (self->review_list), any);
}

static void
note_edited_cb (FfCheckInCard *self)
{
  g_autofree char *note = ff_note_row_dup_text (self->note_row);

  ff_session_editor_set_note (self->editor, self->check_in, note);
}

static void
urge_changed_cb (FfCheckInCard *self)
{
  if (self->editor != NULL)
    ff_session_editor_set_urge (self->editor, self->check_in,
                                ff_urge_row_get_urge (self->urge_row));
}

static void
delete_cb (FfCheckInCard *self)
{
  g_signal_emit (self, signals[SIGNAL_DELETE_REQUESTED], 0);
}

static void
refresh (FfCheckInCard *self)
{
  const char *alias = ff_check_in_get_alias (self->check_in);
  /* Translators: %s is the name or alias of a person in the group */
  g_autofree char *brings = g_strdup_printf (_ ("What %s brings"), alias);
  /* Translators: %s is the name or alias of a person in the group */
  g_autofree char *delete = g_strdup_printf (_ ("Delete the notes for %s"), alias);

  gtk_label_set_text (self->alias_label, alias);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note_row), brings);
  gtk_widget_set_tooltip_text (self->delete_button, delete);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, alias, -1);
  ff_note_row_set_text (self->note_row, ff_check_in_get_note (self->check_in));
  ff_urge_row_set_urge (self->urge_row, ff_check_in_get_urge (self->check_in));
}

static void
use_words_of (FfCheckInCard *self, FfProgramme *programme)
{
  g_autofree char *plan = ff_format_capitalized (ff_programme_get_word (programme, FF_WORD_PLAN));

  gtk_label_set_text (self->plan_title, plan);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plan_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plan, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->urge_row),
                          (ff_programme_get_check_in_parts (programme) & FF_CHECK_IN_PART_URGE) != 0
                              || ff_check_in_get_urge (self->check_in) != FF_CHECK_IN_NO_URGE);
}

/* Tab comes to the delete button last: whoever goes on from one person's plan to the next person
 * and types a space must not delete anything. */
static gboolean
ff_check_in_card_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FfCheckInCard *self = FF_CHECK_IN_CARD (widget);
  GtkWidget *parts[] = { GTK_WIDGET (self->review_list), self->today_list,
                         GTK_WIDGET (self->plan_list), self->delete_button };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int n_parts = G_N_ELEMENTS (parts);
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int from = step > 0 ? 0 : n_parts - 1;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (ff_check_in_card_parent_class)->focus (widget, direction);

  for (int i = 0; i < n_parts && focus != NULL; i++)
    if (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i]))
      from = i;
  for (int i = from; i >= 0 && i < n_parts; i += step)
    if (gtk_widget_child_focus (parts[i], direction))
      return TRUE;
  return FALSE;
}

static void
ff_check_in_card_dispose (GObject *object)
{
  FfCheckInCard *self = FF_CHECK_IN_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_CHECK_IN_CARD);
  g_clear_object (&self->review);
  g_clear_object (&self->check_in);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ff_check_in_card_parent_class)->dispose (object);
}

static void
ff_check_in_card_class_init (FfCheckInCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_check_in_card_dispose;
  widget_class->focus = ff_check_in_card_focus;

  signals[SIGNAL_DELETE_REQUESTED]
      = g_signal_new ("delete-requested", FF_TYPE_CHECK_IN_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_NOTE_ROW);
  g_type_ensure (FF_TYPE_URGE_ROW);
  g_type_ensure (FF_TYPE_PLAN_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-check-in-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FfCheckInCard, alias_label);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInCard, delete_button);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInCard, review_title);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInCard, review_list);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInCard, today_list);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInCard, note_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInCard, urge_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInCard, plan_title);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInCard, plan_list);
  gtk_widget_class_bind_template_callback (widget_class, note_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, urge_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
ff_check_in_card_init (FfCheckInCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_check_in_card_new:
 * @editor: the session's editor, which is told of everything that is typed
 * @check_in: one of its check-ins
 * @programme: whose words are used, and whether an urge is asked for
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
ff_check_in_card_new (FfSessionEditor *editor, FfCheckIn *check_in, FfProgramme *programme)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (editor), NULL);
  g_return_val_if_fail (FF_IS_CHECK_IN (check_in), NULL);

  FfCheckInCard *self = g_object_new (FF_TYPE_CHECK_IN_CARD, NULL);
  GtkFilter *filter
      = GTK_FILTER (gtk_custom_filter_new (is_theirs, g_object_ref (check_in), g_object_unref));

  self->check_in = g_object_ref (check_in);
  refresh (self);
  self->editor = g_object_ref (editor);
  g_signal_connect_object (check_in, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  self->review
      = gtk_filter_list_model_new (g_object_ref (ff_session_editor_get_review (editor)), filter);
  g_signal_connect_object (self->review, "items-changed", G_CALLBACK (on_review_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->review_list, G_LIST_MODEL (self->review), create_review_row, self,
                           NULL);
  on_review_changed (self);
  ff_plan_list_set_plan (self->plan_list, editor, check_in);
  use_words_of (self, programme);
  return GTK_WIDGET (self);
}

/**
 * ff_check_in_card_get_check_in:
 * @self: the card
 *
 * Returns: (transfer none): whose card it is
 */
FfCheckIn *
ff_check_in_card_get_check_in (FfCheckInCard *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN_CARD (self), NULL);
  return self->check_in;
}

/**
 * ff_check_in_card_start:
 * @self: the card
 *
 * Moves the focus to the note, where a person begins; what is to be marked is one step back.
 */
void
ff_check_in_card_start (FfCheckInCard *self)
{
  g_return_if_fail (FF_IS_CHECK_IN_CARD (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->note_row));
}
