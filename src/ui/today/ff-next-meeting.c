/* ff-next-meeting.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The next meeting, large, with everything to prepare for it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-date-changes.h"
#include "ff-format.h"
#include "ff-link-row.h"
#include "ff-next-meeting.h"
#include "ff-occurrence-row.h"
#include "ff-outline-row.h"
#include "ff-plans-overview.h"
#include "ff-print-pack.h"
#include "ff-session-repository.h"
#include "ff-toast.h"
#include "ff-tool-list.h"
#include "ff-when.h"

struct _FfNextMeeting
{
  AdwBin parent_instance;

  FfContext *context;
  FfOccurrence *occurrence;
  FfGroup *group;

  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *distance;
  GtkLabel *zone;
  GtkLabel *mark;
  GtkLabel *why;
  GtkLabel *note;
  GtkWidget *decision;
  GtkWidget *buttons;
  GtkWidget *print_button;
  AdwActionRow *place_row;
  FfLinkRow *link_row;
  FfOutlineRow *outline_row;
  GtkWidget *plans_group;
  FfPlansOverview *plans;
  GtkWidget *tools_group;
  FfToolList *tools;
};

G_DEFINE_FINAL_TYPE (FfNextMeeting, ff_next_meeting, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static FfProgramme *
find_programme (FfNextMeeting *self)
{
  return ff_programme_find (ff_context_get_programmes (self->context),
                            self->group != NULL ? ff_group_get_programme (self->group) : "own");
}

static void
show_when (FfNextMeeting *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autofree char *when = ff_when_describe (self->occurrence, now);
  g_autofree char *distance = ff_when_distance (self->occurrence, now);
  g_autoptr (GDateTime) local_end = g_date_time_to_local (ff_occurrence_get_end (self->occurrence));
  g_autofree char *end = ff_format_time (local_end);
  /* Translators: how far away a meeting is and when it ends: “in 50 minutes · until 20:30” */
  g_autofree char *both = g_strdup_printf (_ ("%s · until %s"), distance, end);

  show_text (self->when, when);
  if (ff_occurrence_get_cancelled (self->occurrence))
    show_text (self->distance, NULL);
  else if (g_date_time_compare (ff_occurrence_get_start (self->occurrence), now) <= 0)
    show_text (self->distance, distance);
  else
    show_text (self->distance, both);
}

static void
show_where (FfNextMeeting *self)
{
  const char *place = ff_occurrence_get_place (self->occurrence);

  adw_action_row_set_subtitle (self->place_row, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place_row), place != NULL && place[0] != '\0');
  ff_link_row_set_link (self->link_row, ff_occurrence_get_link (self->occurrence));
}

static void
show_outline (FfNextMeeting *self)
{
  g_autoptr (GDateTime) start = g_date_time_to_local (ff_occurrence_get_start (self->occurrence));

  ff_outline_row_set_meeting (self->outline_row, find_programme (self), start,
                              ff_meeting_get_minutes (
                                  ff_occurrence_get_meeting (self->occurrence)));
}

static void
show_plans (FfNextMeeting *self)
{
  FfStore *store = ff_context_get_store (self->context);
  FfMeeting *meeting = ff_occurrence_get_meeting (self->occurrence);
  FfWallTime start = ff_wall_time_from_date_time (ff_occurrence_get_start (self->occurrence));
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSession) session
      = ff_session_repository_find (store, ff_meeting_get_uid (meeting),
                                    ff_occurrence_get_rule_time (self->occurrence), &error);
  g_autoptr (GPtrArray) items = NULL;

  if (error == NULL)
    items = ff_session_repository_list_items_to_review (
        store, ff_meeting_get_group (meeting), &start,
        session != NULL ? ff_session_get_uid (session) : NULL, &error);
  if (items == NULL)
    {
      ff_toast_error (GTK_WIDGET (self), error);
      return;
    }
  ff_plans_overview_set_items (self->plans, items);
}

static void
show_tools (FfNextMeeting *self)
{
  ff_tool_list_set_occurrence (self->tools, self->context, self->occurrence, find_programme (self));
}

/* Whether the meeting takes place, and what there is to decide about that. */
static void
show_standing (FfNextMeeting *self)
{
  g_autofree char *why = ff_when_why (self->occurrence);
  const FfStanding standing = ff_occurrence_get_standing (self->occurrence);

  show_text (self->mark, ff_when_mark (self->occurrence));
  ff_occurrence_row_style_mark (GTK_WIDGET (self->mark), self->occurrence);
  show_text (self->why, why);
  gtk_widget_set_visible (self->decision, standing == FF_STANDING_UNDECIDED);
}

static void
show_all (FfNextMeeting *self)
{
  gboolean cancelled = ff_occurrence_get_cancelled (self->occurrence);
  g_autofree char *zone = ff_when_zone (self->occurrence);

  show_text (self->title, ff_when_title (self->occurrence, self->group));
  show_when (self);
  show_text (self->zone, zone);
  show_text (self->note, ff_occurrence_get_note (self->occurrence));
  show_where (self);
  show_outline (self);
  show_plans (self);
  show_tools (self);
  show_standing (self);
  gtk_widget_set_visible (self->buttons, !cancelled);
  gtk_widget_set_visible (GTK_WIDGET (self->outline_row), !cancelled);
  gtk_widget_set_visible (self->plans_group, !cancelled);
  gtk_widget_set_visible (self->tools_group,
                          !cancelled && ff_tool_list_get_has_tools (self->tools));
  gtk_widget_set_visible (self->print_button, ff_tool_list_get_has_tools (self->tools));
}

static void
chosen_cb (FfNextMeeting *self)
{
  gboolean chosen = ff_tool_list_get_chosen (self->tools)[0] != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.print-pack", chosen);
  gtk_widget_set_tooltip_text (self->print_button,
                               chosen ? NULL
                                      : _ ("First tick the sheets to print, under “Tools "
                                           "for This Meeting”"));
}

static void
on_store_changed (FfNextMeeting *self, FfAggregate aggregate, const char *const *ids)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_SESSION:
    case FF_AGGREGATE_ALL:
      if (self->occurrence != NULL)
        show_plans (self);
      break;
    case FF_AGGREGATE_GROUP:
    case FF_AGGREGATE_MEETING:
    case FF_AGGREGATE_PARTICIPANT:
    case FF_AGGREGATE_HANDOUT:
    case FF_AGGREGATE_WORD:
    case FF_AGGREGATE_ROSTER:
    case FF_AGGREGATE_ROTA:
      break;
    default:
      g_warn_if_reached ();
    }
}

static void
write_check_ins_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfNextMeeting *self = FF_NEXT_MEETING (widget);
  g_autofree char *time = NULL;

  if (self->occurrence == NULL)
    return;
  time = ff_wall_time_to_string (ff_occurrence_get_rule_time (self->occurrence));
  gtk_widget_activate_action (widget, "win.write-check-ins", "(ss)",
                              ff_meeting_get_uid (ff_occurrence_get_meeting (self->occurrence)),
                              time);
}

static void
hold_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfNextMeeting *self = FF_NEXT_MEETING (widget);

  if (self->occurrence != NULL)
    ff_date_restore (widget, ff_context_get_store (self->context), self->occurrence, NULL);
}

static void
cancel_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfNextMeeting *self = FF_NEXT_MEETING (widget);

  if (self->occurrence != NULL)
    ff_date_cancel (widget, ff_context_get_store (self->context), self->occurrence, NULL);
}

static guint
find_copies (FfNextMeeting *self, const char *id)
{
  guint given = ff_pack_choice_get_copies (ff_tool_list_get_choice (self->tools), id);

  if (given > 0 || self->group == NULL)
    return MAX (given, 1);
  return ff_pack_choice_find_usual (ff_context_get_store (self->context),
                                    ff_group_get_uid (self->group));
}

/* As many of each as people usually come, or as the pack had before. */
static void
print_pack_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfNextMeeting *self = FF_NEXT_MEETING (widget);
  const char *const *ids = ff_tool_list_get_chosen (self->tools);
  g_autoptr (FfPack) pack = ff_pack_new (self->context, self->group);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; ids[i] != NULL; i++)
    if (!ff_pack_add (pack, ids[i], find_copies (self, ids[i]), &error))
      {
        ff_toast_error (widget, error);
        return;
      }
  g_signal_connect_object (pack, "used", G_CALLBACK (ff_pack_choice_take_given),
                           ff_tool_list_get_choice (self->tools), G_CONNECT_SWAPPED);
  ff_print_pack (widget, pack);
}

static void
ff_next_meeting_dispose (GObject *object)
{
  FfNextMeeting *self = FF_NEXT_MEETING (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_NEXT_MEETING);
  g_clear_object (&self->occurrence);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_next_meeting_parent_class)->dispose (object);
}

static void
ff_next_meeting_class_init (FfNextMeetingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_next_meeting_dispose;

  gtk_widget_class_install_action (widget_class, "meeting.write-check-ins", NULL,
                                   write_check_ins_action);
  gtk_widget_class_install_action (widget_class, "meeting.hold-date", NULL, hold_date_action);
  gtk_widget_class_install_action (widget_class, "meeting.cancel-date", NULL, cancel_date_action);
  gtk_widget_class_install_action (widget_class, "meeting.print-pack", NULL, print_pack_action);

  g_type_ensure (FF_TYPE_LINK_ROW);
  g_type_ensure (FF_TYPE_OUTLINE_ROW);
  g_type_ensure (FF_TYPE_PLANS_OVERVIEW);
  g_type_ensure (FF_TYPE_TOOL_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-next-meeting.ui");
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, title);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, when);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, distance);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, zone);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, mark);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, why);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, decision);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, note);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, buttons);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, print_button);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, place_row);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, link_row);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, outline_row);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, plans_group);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, plans);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, tools_group);
  gtk_widget_class_bind_template_child (widget_class, FfNextMeeting, tools);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
ff_next_meeting_init (FfNextMeeting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  chosen_cb (self);
}

/**
 * ff_next_meeting_set_occurrence:
 * @self: the widget
 * @context: what the views share; always the same
 * @occurrence: (nullable): the date to show; %NULL lets go of it
 * @group: (nullable): its group
 */
void
ff_next_meeting_set_occurrence (FfNextMeeting *self,
                                FfContext *context,
                                FfOccurrence *occurrence,
                                FfGroup *group)
{
  gboolean changed;

  g_return_if_fail (FF_IS_NEXT_MEETING (self));
  g_return_if_fail (FF_IS_CONTEXT (context));

  if (self->context == NULL)
    {
      self->context = g_object_ref (context);
      g_signal_connect_object (ff_context_get_store (context), "changed",
                               G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
    }
  changed = g_set_object (&self->group, group);
  changed |= g_set_object (&self->occurrence, occurrence);
  if (occurrence != NULL && changed)
    show_all (self);
}

/**
 * ff_next_meeting_get_occurrence:
 * @self: the widget
 *
 * Returns: (nullable) (transfer none): the date shown
 */
FfOccurrence *
ff_next_meeting_get_occurrence (FfNextMeeting *self)
{
  g_return_val_if_fail (FF_IS_NEXT_MEETING (self), NULL);

  return self->occurrence;
}

/**
 * ff_next_meeting_tick:
 * @self: the widget
 *
 * Says again how far away the meeting is: a minute has passed.
 */
void
ff_next_meeting_tick (FfNextMeeting *self)
{
  g_return_if_fail (FF_IS_NEXT_MEETING (self));

  if (self->occurrence != NULL)
    show_when (self);
}
