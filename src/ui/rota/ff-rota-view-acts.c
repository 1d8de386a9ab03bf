/* ff-rota-view-acts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done with a place of the rota: each act is one change with one Undo.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-rota-deed.h"
#include "ff-rota-place.h"
#include "ff-rota-reason.h"
#include "ff-rota-view-private.h"
#include "ff-rota-what-if.h"
#include "ff-undoable.h"

static const char *const acts_of_holder[]
    = { "rota.ask", "rota.confirm", "rota.decline", "rota.pin", "rota.swap" };

static gint64
get_now (FfRotaView *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  return g_date_time_to_unix_usec (now);
}

static void
apply (FfRotaView *self, FfRosterEdit *edit, const char *text)
{
  ff_undoable_change_roster (GTK_WIDGET (self), ff_context_get_store (self->context), edit, text);
}

static FfSlot *
get_held (FfRotaView *self)
{
  FfSlot *slot = ff_rota_view_get_slot (self);

  return slot != NULL && ff_slot_get_assignment (slot) != NULL ? slot : NULL;
}

/* “Robin: confirmed” */
static char *
describe_status (FfRotaView *self, FfSlot *slot, FfDutyStatus status)
{
  g_autofree char *who = ff_rota_place_who (ff_rota_view_get_rota (self), slot);

  /* Translators: a name and how far a duty is agreed, like “Robin: Confirmed” */
  return g_strdup_printf (C_ ("who and status", "%1$s: %2$s"), who,
                          ff_duty_status_get_title (status));
}

static void
set_status (FfRotaView *self, FfDutyStatus status)
{
  FfSlot *slot = get_held (self);
  g_autoptr (FfRosterEdit) edit = NULL;
  g_autofree char *text = NULL;

  if (slot == NULL || ff_assignment_get_status (ff_slot_get_assignment (slot)) == status)
    return;
  edit = ff_roster_edit_new ();
  text = describe_status (self, slot, status);
  ff_rota_deed_set_status (edit, slot, status, get_now (self));
  apply (self, g_steal_pointer (&edit), text);
}

static void
ask_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_status (FF_ROTA_VIEW (widget), FF_DUTY_ASKED);
}

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_status (FF_ROTA_VIEW (widget), FF_DUTY_CONFIRMED);
}

static void
decline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_status (FF_ROTA_VIEW (widget), FF_DUTY_DECLINED);
}

static void
empty_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);
  FfSlot *slot = ff_rota_view_get_slot (self);
  g_autoptr (FfRosterEdit) edit = NULL;

  if (slot == NULL)
    return;
  edit = ff_roster_edit_new ();
  ff_rota_deed_empty (edit, slot);
  if (!ff_roster_edit_is_empty (edit))
    apply (self, g_steal_pointer (&edit),
           ff_slot_get_assignment (slot) != NULL ? _ ("Place emptied") : _ ("Refusals forgotten"));
}

void
ff_rota_view_set_pinned (FfRotaView *self, gboolean pinned)
{
  FfSlot *slot = get_held (self);
  g_autoptr (FfRosterEdit) edit = NULL;

  if (slot == NULL || ff_assignment_get_pinned (ff_slot_get_assignment (slot)) == pinned)
    return;
  edit = ff_roster_edit_new ();
  ff_rota_deed_set_pinned (edit, slot, pinned);
  apply (self, g_steal_pointer (&edit), pinned ? _ ("Pinned") : _ ("Not pinned any more"));
}

/* Whether somebody has it who has not answered yet. */
static gboolean
is_open (FfSlot *slot)
{
  FfAssignment *assignment = ff_slot_get_assignment (slot);
  FfDutyStatus status;

  if (assignment == NULL)
    return FALSE;
  status = ff_assignment_get_status (assignment);
  return status == FF_DUTY_PROPOSED || status == FF_DUTY_ASKED;
}

void
ff_rota_view_update_actions (FfRotaView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  FfSlot *slot = ff_rota_view_get_slot (self);
  gboolean held = get_held (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (acts_of_holder); i++)
    gtk_widget_action_set_enabled (widget, acts_of_holder[i], held);
  gtk_widget_action_set_enabled (widget, "rota.assign", slot != NULL);
  gtk_widget_action_set_enabled (widget, "rota.cover", slot != NULL);
  gtk_widget_action_set_enabled (widget, "rota.write", slot != NULL && is_open (slot));
  gtk_widget_action_set_enabled (widget, "rota.empty",
                                 held || (slot != NULL && ff_slot_get_declined (slot)->len > 0));
  ff_rota_view_notify_pinned (self);
}

/* What is done once a reason is given, or at once where none is needed. */
typedef struct
{
  GtkWidget *view; /* weak */
  FfSlot *slot;
  FfSlot *other;          /* (nullable): moved or swapped with */
  FfVolunteer *volunteer; /* (nullable): assigned */
  FfDutyStatus status;
} Intent;

static Intent *
intent_new (FfRotaView *self, FfSlot *slot, FfSlot *other, FfVolunteer *volunteer)
{
  Intent *intent = g_new0 (Intent, 1);

  g_set_weak_pointer (&intent->view, GTK_WIDGET (self));
  intent->slot = g_object_ref (slot);
  g_set_object (&intent->other, other);
  g_set_object (&intent->volunteer, volunteer);
  return intent;
}

static void
intent_free (gpointer data)
{
  Intent *intent = data;

  g_clear_weak_pointer (&intent->view);
  g_clear_object (&intent->slot);
  g_clear_object (&intent->other);
  g_clear_object (&intent->volunteer);
  g_free (intent);
}

static void
carry_out (const char *reason, gpointer data)
{
  Intent *intent = data;
  FfRotaView *self;
  FfRosterEdit *edit;
  g_autofree char *text = NULL;

  if (intent->view == NULL)
    return;
  self = FF_ROTA_VIEW (intent->view);
  edit = ff_roster_edit_new ();
  if (intent->volunteer != NULL)
    {
      ff_rota_deed_assign (edit, intent->slot, ff_volunteer_get_uid (intent->volunteer),
                           intent->status, get_now (self), reason);
      /* Translators: a name and how far a duty is agreed, like “Robin: Confirmed” */
      text = g_strdup_printf (C_ ("who and status", "%1$s: %2$s"),
                              ff_volunteer_get_name (intent->volunteer),
                              ff_duty_status_get_title (intent->status));
    }
  else if (ff_slot_get_assignment (intent->slot) != NULL)
    {
      ff_rota_deed_swap (edit, intent->other, intent->slot, reason);
      text = g_strdup (_ ("Places swapped"));
    }
  else
    {
      ff_rota_deed_move (edit, intent->other, intent->slot, reason);
      text = g_strdup (_ ("Moved, as proposed"));
    }
  apply (self, edit, text);
}

static void
ask_or_carry_out (FfRotaView *self, Intent *intent, const char *name, const char *why)
{
  if (*why != '\0')
    {
      ff_rota_reason_ask (GTK_WIDGET (self), name, why, carry_out, intent, intent_free);
      return;
    }
  carry_out (NULL, intent);
  intent_free (intent);
}

/* What speaks against it, "" where nothing does. @without: places that they would not have any more */
static char *
find_why (FfRotaView *self, FfVolunteer *volunteer, FfSlot *slot, FfSlot *const *without)
{
  char *why;

  ff_rota_what_if (ff_rota_view_get_rota (self), self->source, volunteer, slot, without, &why);
  return why;
}

/* Each sentence after the name of whom it is about. */
static void
add_lines_of (GString *text, FfVolunteer *volunteer, const char *why)
{
  g_auto (GStrv) lines = g_strsplit (why, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a name and what speaks against somebody having a place, like “Robin: Away on 3 December.” */
      g_string_append_printf (text, C_ ("who and why", "%1$s: %2$s"),
                              ff_volunteer_get_name (volunteer), lines[i]);
    }
}

void
ff_rota_view_assign (FfRotaView *self, FfSlot *slot, FfVolunteer *volunteer, FfDutyStatus status)
{
  FfSlot *without[] = { slot, NULL };
  g_autofree char *why = NULL;
  FfAssignment *before = ff_slot_get_assignment (slot);
  Intent *intent;

  if (before != NULL
      && g_str_equal (ff_assignment_get_volunteer (before), ff_volunteer_get_uid (volunteer)))
    return;
  intent = intent_new (self, slot, NULL, volunteer);
  intent->status = status;
  why = find_why (self, volunteer, slot, without);
  ask_or_carry_out (self, intent, ff_volunteer_get_name (volunteer), why);
}

/* Where something speaks against both it is asked about both, by name. */
static void
ask_about_two (FfRotaView *self,
               Intent *intent,
               FfVolunteer *one,
               const char *why_one,
               FfVolunteer *other,
               const char *why_other)
{
  /* Translators: between names in a list */
  g_autofree char *names = g_strjoin (C_ ("list", ", "), ff_volunteer_get_name (one),
                                      ff_volunteer_get_name (other), NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  add_lines_of (text, one, why_one);
  add_lines_of (text, other, why_other);
  ask_or_carry_out (self, intent, names, text->str);
}

/* Somebody whose data was erased has no wishes that could be asked. */
static void
move_or_swap (FfRotaView *self, FfSlot *from, FfSlot *to)
{
  FfRota *rota = ff_rota_view_get_rota (self);
  FfVolunteer *one = ff_rota_find_holder (rota, from);
  FfVolunteer *other = ff_rota_find_holder (rota, to);
  FfSlot *without[] = { from, to, NULL };
  g_autofree char *why_one = NULL;
  g_autofree char *why_other = NULL;
  Intent *intent;

  if (one == NULL || one == other || (ff_slot_get_assignment (to) != NULL && other == NULL))
    return;
  intent = intent_new (self, to, from, NULL);
  why_one = find_why (self, one, to, without);
  why_other = other != NULL ? find_why (self, other, from, without) : g_strdup ("");
  if (*why_other == '\0')
    ask_or_carry_out (self, intent, ff_volunteer_get_name (one), why_one);
  else if (*why_one == '\0')
    ask_or_carry_out (self, intent, ff_volunteer_get_name (other), why_other);
  else
    ask_about_two (self, intent, one, why_one, other, why_other);
}

void
ff_rota_view_swap (FfRotaView *self, FfSlot *one, FfSlot *other)
{
  move_or_swap (self, one, other);
}

/* What was dragged may be of the rota before: its place is found again. */
void
ff_rota_view_drop (FfRotaView *self, FfSlot *slot, GObject *what)
{
  guint row;
  guint week;

  if (FF_IS_VOLUNTEER (what))
    ff_rota_view_assign (self, slot, FF_VOLUNTEER (what), FF_DUTY_PROPOSED);
  else if (FF_IS_SLOT (what) && ff_rota_rows_find (self->rows, FF_SLOT (what), &row, &week))
    {
      FfSlot *from = ff_rota_row_get_slot (ff_rota_rows_get_row (self->rows, row), week);

      if (ff_slot_get_assignment (from) != NULL && !ff_rota_same_place (from, slot))
        move_or_swap (self, from, slot);
    }
}

void
ff_rota_view_acts_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rota.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "rota.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "rota.decline", NULL, decline_action);
  gtk_widget_class_install_action (widget_class, "rota.empty", NULL, empty_action);
}
