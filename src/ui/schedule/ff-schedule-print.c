/* ff-schedule-print.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule as it will be on paper, with the choices that make it so, to print or to save.
 */

#include "ff-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-meeting-choice.h"
#include "ff-paper-choices.h"
#include "ff-paper-proof.h"
#include "ff-recurrence.h"
#include "ff-schedule-paper.h"
#include "ff-schedule-print.h"

#define FF_TYPE_SCHEDULE_PRINT (ff_schedule_print_get_type ())

G_DECLARE_FINAL_TYPE (FfSchedulePrint, ff_schedule_print, FF, SCHEDULE_PRINT, AdwDialog)

struct _FfSchedulePrint
{
  AdwDialog parent_instance;

  FfContext *context;
  FfSchedule *schedule;
  GListStore *choices; /* of FfMeetingChoice, as the schedule's meetings */
  gboolean refreshing;

  AdwNavigationView *navigation;
  AdwComboRow *form_row;
  AdwEntryRow *title_row;
  AdwActionRow *meetings_row;
  AdwSwitchRow *region_row;
  AdwComboRow *language_row;
  AdwComboRow *paper_row;
  AdwSwitchRow *large_row;
  AdwSwitchRow *passcodes_row;
  GtkListView *choices_view;
  GtkStack *stack;
  FfPaperProof *proof;
};

G_DEFINE_FINAL_TYPE (FfSchedulePrint, ff_schedule_print, ADW_TYPE_DIALOG)

/* --- What was chosen --- */

static guint
count_chosen (FfSchedulePrint *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->choices)); i++)
    {
      g_autoptr (FfMeetingChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      n += ff_meeting_choice_get_chosen (choice) ? 1 : 0;
    }

  return n;
}

static guint8 *
list_chosen (FfSchedulePrint *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  guint8 *chosen = g_new0 (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FfMeetingChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      chosen[i] = ff_meeting_choice_get_chosen (choice) ? 1 : 0;
    }

  return chosen;
}

static FfScheduleForm
get_form (FfSchedulePrint *self)
{
  return (FfScheduleForm) adw_combo_row_get_selected (self->form_row);
}

static FfPaperJob *
make_paper (FfSchedulePrint *self)
{
  GSettings *settings = ff_context_get_settings (self->context);
  g_autofree char *language = g_settings_get_string (settings, "handout-language");
  g_autofree guint8 *chosen = list_chosen (self);
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  FfScheduleStyle style = {
    .form = get_form (self),
    .size = ff_paper_choices_get_size (settings),
    .large_print = g_settings_get_boolean (settings, "large-print"),
    .language = language,
    .by_region = adw_switch_row_get_active (self->region_row),
    .with_passcodes = adw_switch_row_get_active (self->passcodes_row),
    .title = gtk_editable_get_text (GTK_EDITABLE (self->title_row)),
    .printed = now,
  };

  return ff_schedule_paper_new (self->schedule, chosen, &style);
}

/* --- The sheet --- */

static void
lay_out (FfSchedulePrint *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  const guint n_chosen = count_chosen (self);
  /* Translators: %1$u of %2$u meetings are chosen */
  g_autofree char *text = g_strdup_printf (_ ("%1$u of %2$u"), n_chosen, n);
  g_autoptr (FfPaperJob) paper = n_chosen > 0 ? make_paper (self) : NULL;

  adw_action_row_set_subtitle (self->meetings_row, text);
  gtk_widget_set_visible (GTK_WIDGET (self->region_row), get_form (self) == FF_SCHEDULE_LIST);
  gtk_stack_set_visible_child_name (self->stack, n_chosen > 0 ? "proof" : "empty");
  ff_paper_proof_lay_out (self->proof, paper);
}

static void
lay_out_cb (FfSchedulePrint *self)
{
  if (!self->refreshing)
    lay_out (self);
}

/* --- Choices --- */

static void
choose_cb (FfSchedulePrint *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "meetings");
}

static void
choose_everything (FfSchedulePrint *self, gboolean chosen)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->choices)); i++)
    {
      g_autoptr (FfMeetingChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      ff_meeting_choice_set_chosen (choice, chosen);
    }
}

static void
choose_all_cb (FfSchedulePrint *self)
{
  choose_everything (self, TRUE);
}

static void
choose_none_cb (FfSchedulePrint *self)
{
  choose_everything (self, FALSE);
}

static void
choice_activated_cb (FfSchedulePrint *self, guint position)
{
  g_autoptr (FfMeetingChoice) choice
      = g_list_model_get_item (G_LIST_MODEL (self->choices), position);

  ff_meeting_choice_set_chosen (choice, !ff_meeting_choice_get_chosen (choice));
}

static void
set_up_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_list_item_set_child (item, button);
  /* The button in it is what one comes to. */
  gtk_list_item_set_focusable (item, FALSE);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  FfMeetingChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *button = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_check_button_get_child (GTK_CHECK_BUTTON (button));

  gtk_label_set_text (GTK_LABEL (label), ff_meeting_choice_get_label (choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ff_meeting_choice_get_label (choice), -1);
  /* Owned by what it binds. */
  g_object_set_data (G_OBJECT (item), "binding",
                     g_object_bind_property (choice, "chosen", button, "active",
                                             G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE));
}

static void
unbind_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_binding_unbind (g_object_steal_data (G_OBJECT (item), "binding"));
}

static void
on_settings_changed (FfSchedulePrint *self)
{
  if (self->proof != NULL)
    lay_out (self);
}

/* Meetings of one name are told apart by when they are. */
static char *
describe_meeting (FfSchedulePrint *self, FfMeeting *meeting)
{
  const FfWallTime *start = ff_meeting_get_start (meeting);
  const char *title = ff_schedule_get_title (self->schedule, meeting);
  g_autoptr (GTimeZone) zone = ff_time_zone_find (ff_meeting_get_zone (meeting), NULL);
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *repetition = NULL;
  g_autofree char *time = NULL;

  if (!ff_wall_time_is_valid (start))
    return g_strdup (title);
  date = ff_format_from_wall_time (start);
  repetition = ff_recurrence_describe_in_zone (ff_meeting_get_rule (meeting), start, zone);
  time = ff_format_time (date);
  /* Translators: a meeting in a list: its title, how often it is, and when */
  return g_strdup_printf (_ ("%1$s · %2$s, %3$s"), title, repetition, time);
}

static void
list_meetings (FfSchedulePrint *self)
{
  GPtrArray *meetings = ff_schedule_get_meetings (self->schedule);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkNoSelection) selection = NULL;

  for (guint i = 0; i < meetings->len; i++)
    {
      g_autofree char *label = describe_meeting (self, g_ptr_array_index (meetings, i));

      g_ptr_array_add (choices, ff_meeting_choice_new (label));
    }
  g_list_store_splice (self->choices, 0, 0, choices->pdata, choices->len);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->choices)));
  gtk_list_view_set_model (self->choices_view, GTK_SELECTION_MODEL (selection));
}

/* --- The dialog --- */

static void
ff_schedule_print_dispose (GObject *object)
{
  FfSchedulePrint *self = FF_SCHEDULE_PRINT (object);

  self->refreshing = TRUE;
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_SCHEDULE_PRINT);
  g_clear_object (&self->choices);
  g_clear_object (&self->schedule);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_schedule_print_parent_class)->dispose (object);
}

static void
ff_schedule_print_class_init (FfSchedulePrintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_schedule_print_dispose;

  g_type_ensure (FF_TYPE_PAPER_PROOF);
  g_type_ensure (FF_TYPE_MEETING_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-schedule-print.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, navigation);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, form_row);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, title_row);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, meetings_row);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, region_row);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, language_row);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, paper_row);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, large_row);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, passcodes_row);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, choices_view);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, stack);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePrint, proof);
  gtk_widget_class_bind_template_callback (widget_class, lay_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_none_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_choice_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "paper.save",
                                       NULL);
}

static void
ff_schedule_print_init (FfSchedulePrint *self)
{
  self->refreshing = TRUE;
  self->choices = g_list_store_new (FF_TYPE_MEETING_CHOICE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "paper",
                                  ff_paper_proof_get_actions (self->proof));
}

/**
 * ff_schedule_print:
 * @parent: what asks for it
 * @context: what a view is handed
 * @chosen: the meetings to begin with; some can be left out in the dialog
 * @title: (nullable): of the paper; the group's name, or “Meetings”, where there is none
 *
 * Shows the schedule as it will be on paper.
 */
void
ff_schedule_print (GtkWidget *parent, FfContext *context, FfSchedule *chosen, const char *title)
{
  FfSchedulePrint *self;
  GSettings *settings;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_SCHEDULE (chosen));

  self = g_object_new (FF_TYPE_SCHEDULE_PRINT, NULL);
  settings = ff_context_get_settings (context);
  self->context = g_object_ref (context);
  self->schedule = g_object_ref (chosen);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title != NULL ? title : "");
  list_meetings (self);
  ff_paper_choices_bind_language (self->language_row, settings, NULL);
  ff_paper_choices_bind_paper (self->paper_row, settings);
  ff_paper_choices_bind_large (self->large_row, settings);
  ff_paper_choices_watch (settings, G_CALLBACK (on_settings_changed), G_OBJECT (self));
  self->refreshing = FALSE;
  lay_out (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
