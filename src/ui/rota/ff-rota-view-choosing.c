/* ff-rota-view-choosing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom a place of the rota goes to: candidates, cover, swaps, and cover for all that somebody cannot do.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-candidates.h"
#include "ff-rota-choice.h"
#include "ff-rota-place.h"
#include "ff-rota-telling.h"
#include "ff-rota-view-private.h"

typedef enum
{
  TO_ASSIGN,
  TO_COVER,
  TO_SWAP,
} Purpose;

/* A list on its way through a thread, then what is done with the line that is chosen. */
typedef struct
{
  FfRota *rota;
  FfRotaRows *rows;
  FfSlot *slot;
  GDateTime *now;
  Purpose purpose;
  GtkWidget *view;      /* weak */
  FfRotaChoice *dialog; /* weak */
} Choosing;

/* The toolkit may keep a dialog that was closed. */
static void
let_go (FfRotaChoice *dialog, gpointer user_data)
{
  Choosing *choosing = user_data;

  g_clear_object (&choosing->rota);
  g_clear_object (&choosing->rows);
  g_clear_object (&choosing->slot);
}

static void
choosing_free (gpointer data)
{
  Choosing *choosing = data;

  let_go (NULL, choosing);
  g_clear_pointer (&choosing->now, g_date_time_unref);
  g_clear_weak_pointer (&choosing->view);
  g_clear_weak_pointer (&choosing->dialog);
  g_free (choosing);
}

static Choosing *
choosing_new (FfRotaView *self, FfSlot *slot, Purpose purpose, AdwDialog *dialog)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->rota = g_object_ref (ff_rota_view_get_rota (self));
  choosing->rows = g_object_ref (self->rows);
  choosing->slot = g_object_ref (slot);
  choosing->now = ff_clock_get_now (ff_context_get_clock (self->context));
  choosing->purpose = purpose;
  g_set_weak_pointer (&choosing->view, GTK_WIDGET (self));
  g_set_weak_pointer (&choosing->dialog, FF_ROTA_CHOICE (dialog));
  return choosing;
}

static char *
describe_place (FfRotaRows *rows, FfSlot *slot)
{
  g_autofree char *when = ff_rota_place_when (slot);
  g_autofree char *where = NULL;
  guint row;
  guint week;

  ff_rota_rows_locate (rows, slot, &row, &week);
  where = ff_rota_place_where (slot, ff_rota_row_get_role (ff_rota_rows_get_row (rows, row)));
  /* Translators: when, where and which role, like “Tuesday 24 November 18:00, Ladner, host” */
  return g_strdup_printf (C_ ("place", "%1$s, %2$s"), when, where);
}

/* Whoever has the place is nobody to choose for it. */
static void
add_candidates (GListStore *options, Choosing *choosing, GPtrArray *candidates)
{
  FfVolunteer *holder = ff_rota_find_holder (choosing->rota, choosing->slot);

  for (guint i = 0; i < candidates->len; i++)
    {
      FfCandidate *candidate = g_ptr_array_index (candidates, i);
      g_autofree char *why = NULL;
      g_autoptr (FfRotaOption) option = NULL;

      if (candidate->volunteer == holder)
        continue;
      why = candidate->hindrances != 0
                ? ff_rota_describe_hindrances (choosing->rota, choosing->slot, candidate->volunteer)
                : ff_candidate_describe (choosing->rota, choosing->slot, candidate);
      option = ff_rota_option_new (ff_volunteer_get_name (candidate->volunteer), why,
                                   candidate->hindrances != 0, candidate->volunteer, i);
      g_list_store_append (options, option);
    }
}

static void
add_swaps (GListStore *options, Choosing *choosing)
{
  g_autoptr (GPtrArray) slots
      = ff_candidates_list_swaps (choosing->rota, choosing->slot, choosing->now);

  for (guint i = 0; i < slots->len; i++)
    {
      FfSlot *slot = g_ptr_array_index (slots, i);
      g_autofree char *who = ff_rota_place_who (choosing->rota, slot);
      g_autofree char *place = describe_place (choosing->rows, slot);
      g_autoptr (FfRotaOption) option = ff_rota_option_new (who, place, FALSE, slot, i);

      g_list_store_append (options, option);
    }
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Choosing *choosing = task_data;
  g_autoptr (GListStore) options = g_list_store_new (FF_TYPE_ROTA_OPTION);
  g_autoptr (GPtrArray) candidates = NULL;

  switch (choosing->purpose)
    {
    case TO_SWAP:
      add_swaps (options, choosing);
      break;

    case TO_COVER:
      candidates = ff_candidates_list_for_cover (choosing->rota, choosing->slot);
      add_candidates (options, choosing, candidates);
      break;

    case TO_ASSIGN:
    default:
      candidates = ff_candidates_list (choosing->rota, choosing->slot, TRUE);
      add_candidates (options, choosing, candidates);
    }
  g_task_return_pointer (task, g_steal_pointer (&options), g_object_unref);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choosing *choosing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GListModel) options = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Closed meanwhile: there is nobody to show it to. */
  if (choosing->dialog != NULL && gtk_widget_get_root (GTK_WIDGET (choosing->dialog)) != NULL)
    ff_rota_choice_show (choosing->dialog, options);
}

static void
on_chosen (FfRotaChoice *dialog, FfRotaOption *option, gpointer user_data)
{
  Choosing *choosing = user_data;
  FfRotaView *self;

  if (choosing->view == NULL)
    return;
  self = FF_ROTA_VIEW (choosing->view);
  switch (choosing->purpose)
    {
    case TO_SWAP:
      ff_rota_view_swap (self, choosing->slot, ff_rota_option_get_item (option));
      break;

    case TO_COVER:
      self->goes_on = self->covered != NULL;
      ff_rota_view_assign (self, choosing->slot, ff_rota_option_get_item (option), FF_DUTY_ASKED);
      break;

    case TO_ASSIGN:
    default:
      ff_rota_view_assign (self, choosing->slot, ff_rota_option_get_item (option),
                           FF_DUTY_PROPOSED);
    }
}

static void
choosing_destroy (gpointer data, GClosure *closure)
{
  choosing_free (data);
}

static void
keep_for (FfRotaView *self,
          AdwDialog *dialog,
          FfSlot *slot,
          Purpose purpose,
          const char *signal,
          GCallback callback)
{
  Choosing *choosing = choosing_new (self, slot, purpose, dialog);

  g_signal_connect_data (dialog, signal, callback, choosing, choosing_destroy, 0);
  g_signal_connect (dialog, "done", G_CALLBACK (let_go), choosing);
}

static AdwDialog *
make_dialog (FfRotaView *self, FfSlot *slot, Purpose purpose)
{
  g_autofree char *place = describe_place (self->rows, slot);

  switch (purpose)
    {
    case TO_SWAP:
      return ff_rota_choice_new (_ ("Swap With"), place, _ ("Nobody to Swap With"),
                                 _ ("In these weeks nobody else’s place would suit both. Other "
                                    "weeks may have one."));

    case TO_COVER:
      return ff_rota_choice_new (_ ("Whom to Ask Next"), place, _ ("Nobody Is Free"),
                                 _ ("Everybody who could take it is away, busy or at a limit that "
                                    "they set. “Choose Somebody” shows them all, and why."));

    case TO_ASSIGN:
    default:
      return ff_rota_choice_new (_ ("Choose Somebody"), place, _ ("Nobody Is Free"),
                                 _ ("“Show Everybody” also lists those whom something speaks "
                                    "against, and what."));
    }
}

static AdwDialog *
present_choice (FfRotaView *self, FfSlot *slot, Purpose purpose)
{
  AdwDialog *dialog = make_dialog (self, slot, purpose);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_listed, NULL);

  g_object_set (dialog, "offers-everybody", purpose == TO_ASSIGN, NULL);
  keep_for (self, dialog, slot, purpose, "chosen", G_CALLBACK (on_chosen));
  adw_dialog_present (dialog, GTK_WIDGET (self));
  g_task_set_source_tag (task, present_choice);
  g_task_set_task_data (task, choosing_new (self, slot, purpose, dialog), choosing_free);
  g_task_run_in_thread (task, list_in_thread);
  return dialog;
}

void
ff_rota_view_choose_volunteer (FfRotaView *self, FfSlot *slot)
{
  present_choice (self, slot, TO_ASSIGN);
}

static void
act (FfRotaView *self, Purpose purpose)
{
  FfSlot *slot = ff_rota_view_get_slot (self);

  if (slot != NULL)
    present_choice (self, slot, purpose);
}

static void
assign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (FF_ROTA_VIEW (widget), TO_ASSIGN);
}

static void
swap_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (FF_ROTA_VIEW (widget), TO_SWAP);
}

/* Whoever has the place is asked for it, in their language. */
static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);
  FfSlot *slot = ff_rota_view_get_slot (self);
  FfAssignment *assignment = slot != NULL ? ff_slot_get_assignment (slot) : NULL;
  FfVolunteer *holder = NULL;

  if (assignment != NULL)
    holder = ff_roster_find_volunteer (ff_rota_get_roster (ff_rota_view_get_rota (self)),
                                       ff_assignment_get_volunteer (assignment));
  if (holder != NULL)
    ff_rota_cover_present (widget, self->context, slot, holder);
}

/* A place to come that somebody has and cannot do, for what does not depend on what else they have. */
static gboolean
needs_cover (FfRotaView *self, FfSlot *slot)
{
  g_autoptr (GDateTime) now = NULL;
  guint row;
  guint week;

  ff_rota_rows_locate (self->rows, slot, &row, &week);
  if ((ff_rota_row_get_against (ff_rota_rows_get_row (self->rows, row), week)
       & FF_HINDRANCES_LASTING)
      == 0)
    return FALSE;
  now = ff_clock_get_now (ff_context_get_clock (self->context));
  return g_date_time_compare (ff_occurrence_get_start (ff_slot_get_occurrence (slot)), now) >= 0;
}

static gboolean
is_skipped (FfRotaView *self, FfSlot *slot)
{
  for (guint i = 0; i < self->skipped->len; i++)
    if (ff_rota_same_place (slot, g_ptr_array_index (self->skipped, i)))
      return TRUE;
  return FALSE;
}

static void
stop_covering (FfRotaView *self)
{
  g_clear_pointer (&self->covered, g_free);
  g_clear_pointer (&self->skipped, g_ptr_array_unref);
}

/* For this one place: whoever’s places were looked through before is not gone on with. */
static void
cover_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  stop_covering (FF_ROTA_VIEW (widget));
  act (FF_ROTA_VIEW (widget), TO_COVER);
}

static FfSlot *
find_next (FfRotaView *self)
{
  FfRota *rota = ff_rota_view_get_rota (self);
  GPtrArray *slots = ff_rota_get_slots (rota);

  for (guint i = 0; i < slots->len; i++)
    {
      FfSlot *slot = g_ptr_array_index (slots, i);
      FfVolunteer *holder = ff_rota_find_holder (rota, slot);

      if (holder != NULL && g_str_equal (ff_volunteer_get_uid (holder), self->covered)
          && needs_cover (self, slot) && !is_skipped (self, slot))
        return slot;
    }
  return NULL;
}

/* One is left out, and the next comes at once. */
static void
on_skipped (FfRotaChoice *dialog, gpointer user_data)
{
  Choosing *choosing = user_data;
  FfRotaView *self;

  if (choosing->view == NULL)
    return;
  self = FF_ROTA_VIEW (choosing->view);
  if (self->skipped == NULL)
    return;
  g_ptr_array_add (self->skipped, g_object_ref (choosing->slot));
  self->goes_on = TRUE;
  ff_rota_view_go_on_covering (self);
}

void
ff_rota_view_go_on_covering (FfRotaView *self)
{
  FfSlot *slot;
  AdwDialog *dialog;

  if (self->covered == NULL || !self->goes_on)
    return;
  /* Whoever closes the list has had enough. */
  self->goes_on = FALSE;
  slot = find_next (self);
  if (slot == NULL)
    {
      stop_covering (self);
      return;
    }
  dialog = present_choice (self, slot, TO_COVER);
  g_object_set (dialog, "can-skip", TRUE, NULL);
  keep_for (self, dialog, slot, TO_COVER, "skipped", G_CALLBACK (on_skipped));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (ff_volunteer_get_name (*(FfVolunteer *const *) a),
                         ff_volunteer_get_name (*(FfVolunteer *const *) b));
}

/* By name, one line for each who has places that they cannot do, with how many. */
static GListModel *
list_absent (FfRotaView *self)
{
  FfRota *rota = ff_rota_view_get_rota (self);
  GPtrArray *slots = ff_rota_get_slots (rota);
  GListStore *options = g_list_store_new (FF_TYPE_ROTA_OPTION);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  for (guint i = 0; i < slots->len; i++)
    {
      FfSlot *slot = g_ptr_array_index (slots, i);
      FfVolunteer *holder = ff_rota_find_holder (rota, slot);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, holder));

      if (holder == NULL || !needs_cover (self, slot))
        continue;
      if (n == 0)
        g_ptr_array_add (people, holder);
      g_hash_table_insert (counts, holder, GUINT_TO_POINTER (n + 1));
    }
  g_ptr_array_sort (people, compare_names);
  for (guint i = 0; i < people->len; i++)
    {
      FfVolunteer *volunteer = g_ptr_array_index (people, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, volunteer));
      g_autofree char *subtitle = g_strdup_printf (
          ngettext ("%u place that they cannot do", "%u places that they cannot do", n), n);
      g_autoptr (FfRotaOption) option
          = ff_rota_option_new (ff_volunteer_get_name (volunteer), subtitle, FALSE, volunteer, n);

      g_list_store_append (options, option);
    }
  return G_LIST_MODEL (options);
}

static void
on_absent_chosen (FfRotaView *self, FfRotaOption *option)
{
  ff_rota_view_cover (self, ff_volunteer_get_uid (ff_rota_option_get_item (option)));
}

static void
absences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);
  g_autoptr (GListModel) options = NULL;
  AdwDialog *dialog;

  if (self->rows == NULL)
    return;
  options = list_absent (self);
  dialog = ff_rota_choice_new (_ ("Find Cover for Somebody"), self->title, _ ("Nobody Needs Cover"),
                               _ ("Whoever has a place in these weeks is free to take it."));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_absent_chosen), self,
                           G_CONNECT_SWAPPED);
  ff_rota_choice_show (FF_ROTA_CHOICE (dialog), options);
  adw_dialog_present (dialog, widget);
}

/**
 * ff_rota_view_cover:
 * @self: a rota
 * @volunteer: the uid of somebody who is away, or cannot do some of their places for another lasting reason
 *
 * Asks place by place who could take it, least recently asked first.
 */
void
ff_rota_view_cover (FfRotaView *self, const char *volunteer)
{
  g_return_if_fail (FF_IS_ROTA_VIEW (self) && volunteer != NULL);

  stop_covering (self);
  self->covered = g_strdup (volunteer);
  self->skipped = g_ptr_array_new_with_free_func (g_object_unref);
  self->goes_on = TRUE;
  if (self->rows != NULL)
    ff_rota_view_go_on_covering (self);
}

void
ff_rota_view_choosing_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rota.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "rota.cover", NULL, cover_action);
  gtk_widget_class_install_action (widget_class, "rota.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "rota.swap", NULL, swap_action);
  gtk_widget_class_install_action (widget_class, "rota.absences", NULL, absences_action);
}
