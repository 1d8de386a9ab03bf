/* ff-check-in-details.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What unfolds under a person's line: last time's items, what they brought up, the plan, the goal.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-check-in-details.h"
#include "ff-figure-row.h"
#include "ff-format.h"
#include "ff-note-row.h"
#include "ff-plan-list.h"
#include "ff-review-row.h"

struct _FfCheckInDetails
{
  GtkBox parent_instance;

  FfSessionEditor *editor; /* (nullable): until the first look */
  FfCheckIn *check_in;
  FfProgramme *programme;
  FfCheckInParts parts;
  gboolean refreshing;
  GtkFilterListModel *review; /* this person's */

  GtkWidget *review_box;
  GtkListBox *review_list;
  GtkWidget *points_box;
  AdwWrapBox *points;
  GtkWidget *today_list;
  AdwSwitchRow *newcomer_row;
  FfFigureRow *balance_row;
  FfNoteRow *helped_row;
  GtkLabel *plan_title;
  FfPlanList *plan_list;
  GtkWidget *goal_list;
  FfNoteRow *goal_row;
  AdwComboRow *aim_row;
  AdwComboRow *stage_row;
  GtkWidget *capital_box;
  FfFigureRow *social_row;
  FfFigureRow *physical_row;
  FfFigureRow *human_row;
  FfFigureRow *cultural_row;
  GtkWidget *person_button;
  GtkWidget *delete_button;
};

enum
{
  SIGNAL_DELETE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfCheckInDetails, ff_check_in_details, GTK_TYPE_BOX)

/* --- What comes back --- */

static gboolean
is_theirs (gpointer item, gpointer data)
{
  return g_strcmp0 (ff_plan_item_get_participant (item), ff_check_in_get_participant (data)) == 0;
}

static void
on_reviewed (FfReviewRow *row, guint outcome, gpointer data)
{
  FfCheckInDetails *self = data;

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
on_review_changed (FfCheckInDetails *self)
{
  gtk_widget_set_visible (self->review_box,
                          g_list_model_get_n_items (G_LIST_MODEL (self->review)) > 0);
}

/* --- What is said --- */

static void
set_figure (FfCheckInDetails *self, const char *property, int figure)
{
  if (!self->refreshing)
    ff_session_editor_set_figure (self->editor, self->check_in, property, figure);
}

static void
set_words (FfCheckInDetails *self, const char *property, FfNoteRow *row)
{
  g_autofree char *words = ff_note_row_dup_text (row);

  ff_session_editor_set_words (self->editor, self->check_in, property, words);
}

static void
on_point_toggled (FfCheckInDetails *self)
{
  guint points = 0;
  guint bit = 1;

  for (GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self->points)); toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle), bit <<= 1)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)))
      points |= bit;
  set_figure (self, "points", (int) points);
}

static void
newcomer_changed_cb (FfCheckInDetails *self)
{
  set_figure (self, "newcomer", adw_switch_row_get_active (self->newcomer_row));
}

static void
balance_changed_cb (FfCheckInDetails *self)
{
  set_figure (self, "balance", ff_figure_row_get_figure (self->balance_row));
}

/* The first of a list is for what was not said. */
static void
aim_changed_cb (FfCheckInDetails *self)
{
  set_figure (self, "aim", (int) adw_combo_row_get_selected (self->aim_row) - 1);
}

static void
stage_changed_cb (FfCheckInDetails *self)
{
  set_figure (self, "stage", (int) adw_combo_row_get_selected (self->stage_row) - 1);
}

static void
capital_changed_cb (FfCheckInDetails *self)
{
  set_figure (self, "social", ff_figure_row_get_figure (self->social_row));
  set_figure (self, "physical", ff_figure_row_get_figure (self->physical_row));
  set_figure (self, "human", ff_figure_row_get_figure (self->human_row));
  set_figure (self, "cultural", ff_figure_row_get_figure (self->cultural_row));
}

static void
helped_edited_cb (FfCheckInDetails *self)
{
  set_words (self, "helped", self->helped_row);
}

static void
goal_edited_cb (FfCheckInDetails *self)
{
  set_words (self, "goal", self->goal_row);
}

static void
delete_cb (FfCheckInDetails *self)
{
  g_signal_emit (self, signals[SIGNAL_DELETE_REQUESTED], 0);
}

/* --- What is shown --- */

static gboolean
has (FfCheckInDetails *self, FfCheckInParts part)
{
  return (self->parts & part) != 0;
}

static gboolean
has_capital (FfCheckInDetails *self)
{
  for (guint i = 0; i < FF_N_CAPITALS; i++)
    if (ff_check_in_get_capital (self->check_in, (FfCapital) i) != FF_CHECK_IN_UNSAID)
      return TRUE;
  return has (self, FF_CHECK_IN_PART_CAPITAL);
}

static void
show (gpointer widget, gboolean is_shown)
{
  gtk_widget_set_visible (GTK_WIDGET (widget), is_shown);
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (GTK_WIDGET (widget));
}

/* What was said once is shown, whether it is asked any more or not. */
static void
show_parts (FfCheckInDetails *self)
{
  FfCheckIn *said = self->check_in;
  gboolean has_points = ff_programme_get_points (self->programme)[0] != NULL;

  show (self->points_box,
        has_points && (has (self, FF_CHECK_IN_PART_POINTS) || ff_check_in_get_points (said) != 0));
  show (self->newcomer_row,
        has (self, FF_CHECK_IN_PART_NEWCOMER) || ff_check_in_get_newcomer (said));
  show (self->balance_row, has (self, FF_CHECK_IN_PART_BALANCE)
                               || ff_check_in_get_balance (said) != FF_CHECK_IN_UNSAID);
  show (self->helped_row,
        has (self, FF_CHECK_IN_PART_HELPED) || *ff_check_in_get_helped (said) != '\0');
  show (self->goal_row, has (self, FF_CHECK_IN_PART_GOAL) || *ff_check_in_get_goal (said) != '\0');
  show (self->aim_row,
        has (self, FF_CHECK_IN_PART_GOAL) || ff_check_in_get_aim (said) != FF_CHECK_IN_UNSAID);
  show (self->stage_row,
        has (self, FF_CHECK_IN_PART_STAGE) || ff_check_in_get_stage (said) != FF_CHECK_IN_UNSAID);
  show (self->capital_box, has_capital (self));
  show (self->today_list, is_shown (self->newcomer_row) || is_shown (self->balance_row)
                              || is_shown (self->helped_row));
  show (self->goal_list,
        is_shown (self->goal_row) || is_shown (self->aim_row) || is_shown (self->stage_row));
  ff_plan_list_set_days (self->plan_list, has (self, FF_CHECK_IN_PART_DAYS));
}

static void
refresh_points (FfCheckInDetails *self)
{
  guint points = ff_check_in_get_points (self->check_in);

  for (GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self->points)); toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle), points >>= 1)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), (points & 1) != 0);
}

static void
refresh (FfCheckInDetails *self)
{
  FfCheckIn *said = self->check_in;

  self->refreshing = TRUE;
  refresh_points (self);
  adw_switch_row_set_active (self->newcomer_row, ff_check_in_get_newcomer (said));
  ff_figure_row_set_figure (self->balance_row, ff_check_in_get_balance (said));
  ff_note_row_set_text (self->helped_row, ff_check_in_get_helped (said));
  ff_note_row_set_text (self->goal_row, ff_check_in_get_goal (said));
  adw_combo_row_set_selected (self->aim_row, (guint) (ff_check_in_get_aim (said) + 1));
  adw_combo_row_set_selected (self->stage_row, (guint) (ff_check_in_get_stage (said) + 1));
  ff_figure_row_set_figure (self->social_row, ff_check_in_get_capital (said, FF_CAPITAL_SOCIAL));
  ff_figure_row_set_figure (self->physical_row,
                            ff_check_in_get_capital (said, FF_CAPITAL_PHYSICAL));
  ff_figure_row_set_figure (self->human_row, ff_check_in_get_capital (said, FF_CAPITAL_HUMAN));
  ff_figure_row_set_figure (self->cultural_row,
                            ff_check_in_get_capital (said, FF_CAPITAL_CULTURAL));
  self->refreshing = FALSE;
}

static void
add_points (FfCheckInDetails *self)
{
  const char *const *points = ff_programme_get_points (self->programme);

  for (guint i = 0; points[i] != NULL; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label (points[i]);
      GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (toggle)));

      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
      gtk_widget_add_css_class (toggle, "facet");
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_point_toggled), self,
                               G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->points, toggle);
    }
}

static void
ff_check_in_details_dispose (GObject *object)
{
  FfCheckInDetails *self = FF_CHECK_IN_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_CHECK_IN_DETAILS);
  g_clear_object (&self->review);
  g_clear_object (&self->check_in);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ff_check_in_details_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, review_box);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, review_list);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, points_box);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, points);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, today_list);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, newcomer_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, balance_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, helped_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, plan_title);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, plan_list);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, goal_list);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, goal_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, aim_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, stage_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, capital_box);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, social_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, physical_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, human_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, cultural_row);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, person_button);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInDetails, delete_button);
}

static void
ff_check_in_details_class_init (FfCheckInDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_check_in_details_dispose;

  signals[SIGNAL_DELETE_REQUESTED]
      = g_signal_new ("delete-requested", FF_TYPE_CHECK_IN_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_NOTE_ROW);
  g_type_ensure (FF_TYPE_FIGURE_ROW);
  g_type_ensure (FF_TYPE_PLAN_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-check-in-details.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, newcomer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, balance_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, helped_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, goal_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, aim_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, capital_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
ff_check_in_details_init (FfCheckInDetails *self)
{
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
use_words_of (FfCheckInDetails *self, FfProgramme *programme)
{
  g_autofree char *plan = ff_format_capitalized (ff_programme_get_word (programme, FF_WORD_PLAN));

  gtk_label_set_text (self->plan_title, plan);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plan_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plan, -1);
}

static void
show_review (FfCheckInDetails *self)
{
  GtkFilter *filter = GTK_FILTER (
      gtk_custom_filter_new (is_theirs, g_object_ref (self->check_in), g_object_unref));

  self->review
      = gtk_filter_list_model_new (g_object_ref (ff_session_editor_get_review (self->editor)),
                                   filter);
  g_signal_connect_object (self->review, "items-changed", G_CALLBACK (on_review_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->review_list, G_LIST_MODEL (self->review), create_review_row, self,
                           NULL);
  on_review_changed (self);
}

/**
 * ff_check_in_details_new:
 * @editor: the session's editor, which is told of everything that is done
 * @check_in: one of its check-ins
 * @programme: whose words and points are used
 * @parts: what is asked
 *
 * Returns: (transfer floating): the details
 */
GtkWidget *
ff_check_in_details_new (FfSessionEditor *editor,
                         FfCheckIn *check_in,
                         FfProgramme *programme,
                         FfCheckInParts parts)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (editor), NULL);
  g_return_val_if_fail (FF_IS_CHECK_IN (check_in), NULL);

  FfCheckInDetails *self = g_object_new (FF_TYPE_CHECK_IN_DETAILS, NULL);

  self->editor = g_object_ref (editor);
  self->check_in = g_object_ref (check_in);
  self->programme = programme;
  add_points (self);
  show_review (self);
  ff_plan_list_set_plan (self->plan_list, editor, check_in);
  use_words_of (self, programme);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->person_button), "s",
                                    ff_check_in_get_participant (check_in));
  refresh (self);
  ff_check_in_details_set_parts (self, parts);
  g_signal_connect_object (check_in, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * ff_check_in_details_set_parts:
 * @self: the details
 * @parts: what is asked
 */
void
ff_check_in_details_set_parts (FfCheckInDetails *self, FfCheckInParts parts)
{
  g_return_if_fail (FF_IS_CHECK_IN_DETAILS (self));

  self->parts = parts;
  show_parts (self);
}

/**
 * ff_check_in_details_set_name:
 * @self: the details
 * @name: how the person is called on this screen
 */
void
ff_check_in_details_set_name (FfCheckInDetails *self, const char *name)
{
  g_return_if_fail (FF_IS_CHECK_IN_DETAILS (self));

  /* Translators: %s is the name or alias of a person in the group */
  g_autofree char *delete = g_strdup_printf (_ ("Delete the notes for %s"), name);

  gtk_widget_set_tooltip_text (self->delete_button, delete);
}

/**
 * ff_check_in_details_show_change:
 * @self: the details
 * @property: (nullable): what changed
 *
 * Returns: whether the focus could be moved there
 */
gboolean
ff_check_in_details_show_change (FfCheckInDetails *self, const char *property)
{
  g_return_val_if_fail (FF_IS_CHECK_IN_DETAILS (self), FALSE);

  const struct
  {
    const char *property;
    gpointer widget;
  } places[] = {
    { "balance", self->balance_row },   { "helped", self->helped_row },
    { "goal", self->goal_row },         { "aim", self->aim_row },
    { "stage", self->stage_row },       { "social", self->social_row },
    { "physical", self->physical_row }, { "human", self->human_row },
    { "cultural", self->cultural_row }, { "text", self->plan_list },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].property, property) == 0)
      return gtk_widget_child_focus (GTK_WIDGET (places[i].widget), GTK_DIR_TAB_FORWARD);
  return FALSE;
}

/**
 * ff_check_in_details_set_wording:
 * @self: the details
 * @wording: (nullable): the words that get a hint, or %NULL for none
 */
void
ff_check_in_details_set_wording (FfCheckInDetails *self, FfWording *wording)
{
  g_return_if_fail (FF_IS_CHECK_IN_DETAILS (self));

  ff_note_row_set_wording (self->helped_row, wording);
  ff_note_row_set_wording (self->goal_row, wording);
}
