/* ff-rota-view-whole.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done with the rota as a whole: filling, telling, printing, its gaps for six months, the thirteen weeks before once more.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-rota-choice.h"
#include "ff-rota-copying.h"
#include "ff-rota-deed.h"
#include "ff-rota-filling.h"
#include "ff-rota-hours.h"
#include "ff-rota-place.h"
#include "ff-rota-print.h"
#include "ff-rota-reading.h"
#include "ff-rota-telling.h"
#include "ff-rota-view-private.h"
#include "ff-toast.h"
#include "ff-undoable.h"
#include "ff-week-days.h"

#define GAP_WEEKS 26

/* A dialog that waits for what is read for it. */
typedef struct
{
  FfRotaChoice *dialog; /* weak */
  FfWallTime first;
  GDateTime *now;
  FfRota *rota;
  GPtrArray *programmes;
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  g_clear_weak_pointer (&waiting->dialog);
  g_clear_pointer (&waiting->now, g_date_time_unref);
  g_clear_object (&waiting->rota);
  g_clear_pointer (&waiting->programmes, g_ptr_array_unref);
  g_free (waiting);
}

static Waiting *
waiting_new (FfRotaView *self, AdwDialog *dialog, const FfWallTime *first)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  g_set_weak_pointer (&waiting->dialog, FF_ROTA_CHOICE (dialog));
  waiting->first = *first;
  waiting->now = ff_clock_get_now (ff_context_get_clock (self->context));
  waiting->programmes = g_ptr_array_ref (ff_context_get_programmes (self->context));
  return waiting;
}

static gboolean
is_open (FfRotaChoice *dialog)
{
  return dialog != NULL && gtk_widget_get_root (GTK_WIDGET (dialog)) != NULL;
}

/* “3 places are empty, 1 to check” */
static char *
describe_gaps (const FfRotaWeek *week)
{
  g_autofree char *empty
      = g_strdup_printf (ngettext ("%u required place is empty", "%u required places are empty",
                                   week->required),
                         week->required);
  g_autofree char *against
      = g_strdup_printf (ngettext ("%u place needs a look", "%u places need a look", week->against),
                         week->against);

  if (week->required == 0)
    return g_steal_pointer (&against);
  if (week->against == 0)
    return g_steal_pointer (&empty);
  return g_strdup_printf ("%s · %s", empty, against);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Waiting *waiting = task_data;
  g_autoptr (FfRotaRows) rows = ff_rota_rows_new (waiting->rota, &waiting->first, GAP_WEEKS,
                                                  waiting->programmes, waiting->now);
  g_autoptr (GListStore) options = g_list_store_new (FF_TYPE_ROTA_OPTION);

  for (guint i = 0; i < GAP_WEEKS; i++)
    {
      const FfRotaWeek *week = ff_rota_rows_get_week (rows, i);
      FfWallTime first = ff_wall_time_add_days (&waiting->first, (int) i * FF_DAYS_A_WEEK);
      g_autofree char *title = ff_week_format (&first, FF_DAYS_A_WEEK);
      g_autofree char *subtitle = describe_gaps (week);
      g_autoptr (FfRotaOption) option = NULL;

      if (week->required == 0 && week->against == 0)
        continue;
      option = ff_rota_option_new (title, subtitle, FALSE, NULL, i);
      g_list_store_append (options, option);
    }
  g_task_return_pointer (task, g_steal_pointer (&options), g_object_unref);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) options = g_task_propagate_pointer (G_TASK (result), &error);

  if (!is_open (waiting->dialog))
    return;
  if (options != NULL)
    {
      ff_rota_choice_show (waiting->dialog, options);
      return;
    }
  adw_dialog_close (ADW_DIALOG (waiting->dialog));
  ff_toast_error (GTK_WIDGET (source), error);
}

static void
on_gaps_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Waiting *waiting = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  waiting->rota = ff_rota_reading_finish (result, &error);
  if (waiting->rota == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_run_in_thread (task, count_in_thread);
}

static FfWallTime
find_this_week (FfRotaView *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  FfWallTime today = ff_wall_time_from_date_time (now);

  return ff_week_find (&today);
}

static void
on_week_chosen (FfRotaView *self, FfRotaOption *option)
{
  FfWallTime first = find_this_week (self);
  FfWallTime week
      = ff_wall_time_add_days (&first, (int) ff_rota_option_get_number (option) * FF_DAYS_A_WEEK);
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", week.year, week.month, week.day);

  ff_rota_view_show_date (self, date);
}

static void
gaps_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);
  FfWallTime first = find_this_week (self);
  g_autofree char *weeks = ff_week_format (&first, GAP_WEEKS * FF_DAYS_A_WEEK);
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autoptr (GDateTime) until = ff_week_find_midnight (&first, GAP_WEEKS * FF_DAYS_A_WEEK);
  AdwDialog *dialog
      = ff_rota_choice_new (_ ("Gaps of the Next Six Months"), weeks, _ ("Nothing Is Missing"),
                            _ ("Every required place of the next six months is filled."));
  GTask *task = g_task_new (self, NULL, on_counted, NULL);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_week_chosen), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
  g_task_set_source_tag (task, gaps_action);
  g_task_set_task_data (task, waiting_new (self, dialog, &first), (GDestroyNotify) waiting_free);
  /* What is over is no gap that could be closed. */
  ff_rota_reading_async (self->context, ff_rota_view_get_group_uid (self), now, until, NULL,
                         on_gaps_read, task);
}

/* The preview of what is copied, then the change itself. */
typedef struct
{
  GtkWidget *view;      /* weak */
  FfRotaChoice *dialog; /* weak */
  GPtrArray *copies;    /* (nullable) */
} Copying;

static void
copying_free (gpointer data, GClosure *closure)
{
  Copying *copying = data;

  g_clear_weak_pointer (&copying->view);
  g_clear_weak_pointer (&copying->dialog);
  g_clear_pointer (&copying->copies, g_ptr_array_unref);
  g_free (copying);
}

static void
on_copy_confirmed (FfRotaChoice *dialog, gpointer user_data)
{
  Copying *copying = user_data;
  FfRosterEdit *edit;
  FfRotaView *self;
  g_autofree char *text = NULL;
  guint n = 0;

  if (copying->view == NULL || copying->copies == NULL)
    return;
  self = FF_ROTA_VIEW (copying->view);
  edit = ff_roster_edit_new ();
  for (guint i = 0; i < copying->copies->len; i++)
    {
      FfRotaCopy *copy = g_ptr_array_index (copying->copies, i);

      if (copy->why != NULL)
        continue;
      ff_rota_deed_assign (edit, copy->slot, ff_volunteer_get_uid (copy->volunteer),
                           FF_DUTY_PROPOSED, 0, NULL);
      n++;
    }
  text = g_strdup_printf (ngettext ("%u place proposed", "%u places proposed", n), n);
  ff_undoable_change_roster (GTK_WIDGET (self), ff_context_get_store (self->context), edit, text);
}

static void
on_copy_done (FfRotaChoice *dialog, gpointer user_data)
{
  Copying *copying = user_data;

  g_clear_pointer (&copying->copies, g_ptr_array_unref);
}

static char *
describe_copy (FfRotaCopy *copy)
{
  g_autofree char *when = ff_rota_place_when (copy->slot);
  g_autofree char *where
      = ff_rota_place_where (copy->slot, ff_role_get_title (ff_slot_get_role (copy->slot)));
  /* Translators: when, where and which role, like “Tuesday 24 November 18:00, Ladner, host” */
  g_autofree char *place = g_strdup_printf (C_ ("place", "%1$s, %2$s"), when, where);

  return copy->why != NULL ? g_strdup_printf ("%s\n%s", place, copy->why)
                           : g_steal_pointer (&place);
}

static void
show_copies (Copying *copying)
{
  g_autoptr (GListStore) options = g_list_store_new (FF_TYPE_ROTA_OPTION);
  g_autofree char *deed = NULL;
  guint n = 0;

  for (guint i = 0; i < copying->copies->len; i++)
    {
      FfRotaCopy *copy = g_ptr_array_index (copying->copies, i);
      g_autofree char *subtitle = describe_copy (copy);
      g_autoptr (FfRotaOption) option = ff_rota_option_new (ff_volunteer_get_name (copy->volunteer),
                                                            subtitle, copy->why != NULL, NULL, i);

      g_list_store_append (options, option);
      n += copy->why == NULL;
    }
  ff_rota_choice_show (copying->dialog, G_LIST_MODEL (options));
  deed = g_strdup_printf (ngettext ("Propose %u Place", "Propose %u Places", n), n);
  if (n > 0)
    g_object_set (copying->dialog, "deed", deed, NULL);
}

static void
on_copies_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfRotaChoice) dialog = FF_ROTA_CHOICE (user_data);
  Copying *copying = g_object_get_data (G_OBJECT (dialog), "copying");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = ff_rota_copying_read_finish (result, &error);

  if (!is_open (dialog))
    return;
  if (copies != NULL)
    {
      copying->copies = g_steal_pointer (&copies);
      show_copies (copying);
      return;
    }
  adw_dialog_close (ADW_DIALOG (dialog));
  if (copying->view != NULL)
    ff_toast_error (copying->view, error);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);
  g_autoptr (GDateTime) from = ff_rota_view_get_from (self);
  g_autoptr (GDateTime) until = ff_rota_view_get_until (self);
  Copying *copying = g_new0 (Copying, 1);
  AdwDialog *dialog
      = ff_rota_choice_new (_ ("Copy the Thirteen Weeks Before"), self->title,
                            _ ("Nothing to Copy"),
                            _ ("In the thirteen weeks before nobody had a place that is empty in "
                               "these weeks."));

  g_set_weak_pointer (&copying->view, widget);
  g_set_weak_pointer (&copying->dialog, FF_ROTA_CHOICE (dialog));
  g_object_set_data (G_OBJECT (dialog), "copying", copying);
  g_signal_connect_data (dialog, "confirmed", G_CALLBACK (on_copy_confirmed), copying, copying_free,
                         0);
  g_signal_connect (dialog, "done", G_CALLBACK (on_copy_done), copying);
  adw_dialog_present (dialog, widget);
  ff_rota_copying_read_async (self->context, ff_rota_view_get_group_uid (self), from, until, NULL,
                              on_copies_read, g_object_ref (dialog));
}

typedef void (*Present) (GtkWidget *parent,
                         FfContext *context,
                         FfGroup *group,
                         GDateTime *from,
                         GDateTime *until);

/* With the weeks and the group that are shown. */
static void
present (GtkWidget *widget, Present func)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);
  g_autoptr (GDateTime) from = ff_rota_view_get_from (self);
  g_autoptr (GDateTime) until = ff_rota_view_get_until (self);

  func (widget, self->context, self->group, from, until);
}

static void
fill_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (widget, ff_rota_filling_present);
}

static void
tell_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (widget, ff_rota_telling_present);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (widget, ff_rota_print_present);
}

static void
hours_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_rota_hours_present (widget, FF_ROTA_VIEW (widget)->context);
}

void
ff_rota_view_whole_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rota.gaps", NULL, gaps_action);
  gtk_widget_class_install_action (widget_class, "rota.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "rota.fill", NULL, fill_action);
  gtk_widget_class_install_action (widget_class, "rota.tell", NULL, tell_action);
  gtk_widget_class_install_action (widget_class, "rota.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "rota.hours", NULL, hours_action);
}
