/* ff-rota-filling.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing how long to try, watching it, and accepting or discarding what was found.
 */

#include "ff-config.h"

#include "ff-rota-filling.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-filling-edit.h"
#include "ff-filling-result.h"
#include "ff-filling-run.h"
#include "ff-filling-words.h"
#include "ff-format.h"
#include "ff-message-label.h"
#include "ff-undoable.h"

#define FF_TYPE_ROTA_FILLING (ff_rota_filling_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaFilling, ff_rota_filling, FF, ROTA_FILLING, AdwDialog)

struct _FfRotaFilling
{
  AdwDialog parent_instance;

  FfContext *context;
  GtkWidget *asker; /* weak: where the toast is shown */
  FfGroup *group;   /* (nullable) */
  GDateTime *from;
  FfFillingRun *run; /* (nullable): what is under way */
  FfRotaPlan *plan;  /* (nullable): that is proposed */
  gboolean is_saving;

  AdwBanner *changed_banner;
  GtkStack *stack;
  AdwActionRow *group_row;
  AdwActionRow *from_row;
  AdwSpinRow *weeks_row;
  AdwSpinRow *seconds_row;
  AdwBin *message_label;
  GtkLabel *filled_label;
  GtkLabel *fair_label;
  GtkProgressBar *progress_bar;
  GtkWidget *keep_button;
  FfFillingResult *result;
  AdwStatusPage *same_page;
};

G_DEFINE_FINAL_TYPE (FfRotaFilling, ff_rota_filling, ADW_TYPE_DIALOG)

static gboolean
is_closed (FfRotaFilling *self)
{
  return self->context == NULL;
}

static void
say (FfRotaFilling *self, const char *text)
{
  g_object_set (self->message_label, "text", text, NULL);
  ff_filling_result_say (self->result, text);
}

static void
show (FfRotaFilling *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
leave_off (FfRotaFilling *self)
{
  if (self->run != NULL)
    ff_filling_run_abandon (self->run);
  g_clear_object (&self->run);
  g_clear_object (&self->plan);
}

static void
give_up (FfRotaFilling *self, const char *why)
{
  leave_off (self);
  say (self, why);
  show (self, "choose");
}

/* --- Filling --- */

static void
on_progress (FfRotaFilling *self, FfRotaPlan *best, double share)
{
  g_autofree char *filled = ff_filling_words_filled (best);
  g_autofree char *fair = ff_filling_words_fair (best);

  gtk_progress_bar_set_fraction (self->progress_bar, CLAMP (share, 0, 1));
  gtk_label_set_text (self->filled_label, filled);
  gtk_label_set_text (self->fair_label, fair != NULL ? fair : "");
  gtk_widget_set_sensitive (self->keep_button, !ff_filling_run_get_kept (self->run));
}

static void
show_same (FfRotaFilling *self, gboolean kept)
{
  g_autofree char *text = ff_filling_words_all (self->plan, kept);

  adw_status_page_set_description (self->same_page, text);
  show (self, "same");
}

static void
on_found (FfRotaFilling *self, FfRotaPlan *plan, GPtrArray *lines)
{
  g_autoptr (FfFillingRun) run = g_steal_pointer (&self->run);

  g_set_object (&self->plan, plan);
  if (lines->len == 0)
    {
      show_same (self, ff_filling_run_get_kept (run));
      return;
    }
  show (self, "result");
  ff_filling_result_show (self->result, plan, lines, ff_filling_run_get_kept (run));
  if (adw_banner_get_revealed (self->changed_banner))
    ff_filling_result_refuse (self->result);
}

/* What has begun is not filled any more. */
static GDateTime *
get_start (FfRotaFilling *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  return g_date_time_ref (g_date_time_compare (now, self->from) > 0 ? now : self->from);
}

static void
begin (FfRotaFilling *self)
{
  g_autoptr (GDateTime) start = get_start (self);
  g_autoptr (GDateTime) end
      = g_date_time_add_weeks (self->from, (int) adw_spin_row_get_value (self->weeks_row));

  leave_off (self);
  say (self, "");
  adw_banner_set_revealed (self->changed_banner, FALSE);
  if (g_date_time_compare (end, start) <= 0)
    {
      give_up (self, _ ("These weeks are over. Choose more weeks."));
      return;
    }
  gtk_label_set_text (self->filled_label, _ ("Reading the rota…"));
  gtk_label_set_text (self->fair_label, "");
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_widget_set_sensitive (self->keep_button, FALSE);
  show (self, "working");
  self->run = ff_filling_run_new (self->context,
                                  self->group != NULL ? ff_group_get_uid (self->group) : NULL,
                                  start, end, adw_spin_row_get_value (self->seconds_row));
  g_signal_connect_object (self->run, "progress", G_CALLBACK (on_progress), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "failed", G_CALLBACK (give_up), self, G_CONNECT_SWAPPED);
  ff_filling_run_start (self->run);
}

static void
fill_cb (FfRotaFilling *self)
{
  begin (self);
}

static void
try_again_cb (FfRotaFilling *self)
{
  begin (self);
}

/* As long as can be chosen, at the most. */
static void
longer_cb (FfRotaFilling *self)
{
  adw_spin_row_set_value (self->seconds_row, 2 * adw_spin_row_get_value (self->seconds_row));
  begin (self);
}

static void
stop_cb (FfRotaFilling *self)
{
  leave_off (self);
  show (self, "choose");
}

static void
keep_cb (FfRotaFilling *self)
{
  gtk_widget_set_sensitive (self->keep_button, FALSE);
  if (self->run != NULL)
    ff_filling_run_keep (self->run);
}

static void
discard_cb (FfRotaFilling *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- Accepting --- */

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRotaFilling) self = data;
  g_autoptr (GError) error = NULL;
  FfStore *store;
  guint64 step;

  if (is_closed (self))
    return;
  store = ff_context_get_store (self->context);
  step = ff_roster_edit_apply_finish (store, result, &error);
  self->is_saving = FALSE;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (step == 0)
    {
      say (self, error->message);
      adw_banner_set_revealed (self->changed_banner, TRUE);
      return;
    }
  if (self->asker != NULL)
    ff_undoable_tell (self->asker, store, step, _ ("Rota filled"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
accept_cb (FfRotaFilling *self)
{
  say (self, "");
  self->is_saving = TRUE;
  ff_filling_result_refuse (self->result);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  ff_roster_edit_apply_async (ff_filling_edit_new (self->plan),
                              ff_context_get_store (self->context), NULL, on_applied,
                              g_object_ref (self));
}

/* A plan is made for the rota as it was. */
static void
store_changed_cb (FfRotaFilling *self, int aggregate)
{
  const gboolean is_about_rota = aggregate == FF_AGGREGATE_GROUP
                                 || aggregate == FF_AGGREGATE_MEETING
                                 || aggregate == FF_AGGREGATE_ROSTER
                                 || aggregate == FF_AGGREGATE_ROTA || aggregate == FF_AGGREGATE_ALL;

  if (is_closed (self) || !is_about_rota || self->is_saving
      || (self->run == NULL && self->plan == NULL))
    return;
  adw_banner_set_revealed (self->changed_banner, TRUE);
  ff_filling_result_refuse (self->result);
}

/* --- The dialog --- */

static void
ff_rota_filling_dispose (GObject *object)
{
  FfRotaFilling *self = FF_ROTA_FILLING (object);

  leave_off (self);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_FILLING);
  g_clear_weak_pointer (&self->asker);
  g_clear_object (&self->group);
  g_clear_object (&self->context);
  g_clear_pointer (&self->from, g_date_time_unref);

  G_OBJECT_CLASS (ff_rota_filling_parent_class)->dispose (object);
}

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
ff_rota_filling_closed (AdwDialog *dialog)
{
  FfRotaFilling *self = FF_ROTA_FILLING (dialog);

  leave_off (self);
  ff_filling_result_clear (self->result);
  g_clear_weak_pointer (&self->asker);
  g_clear_object (&self->group);
  g_clear_object (&self->context);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, changed_banner);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, group_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, from_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, weeks_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, seconds_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, message_label);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, filled_label);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, fair_label);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, keep_button);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, result);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, same_page);
}

static void
ff_rota_filling_class_init (FfRotaFillingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_rota_filling_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ff_rota_filling_closed;

  g_type_ensure (FF_TYPE_FILLING_RESULT);
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-filling.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, longer_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
ff_rota_filling_init (FfRotaFilling *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_stretch (FfRotaFilling *self, GDateTime *until)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autoptr (GDateTime) start = get_start (self);
  g_autofree char *date = ff_format_date (start, now);
  const double days = (double) g_date_time_difference (until, self->from) / G_TIME_SPAN_DAY;

  adw_action_row_set_subtitle (self->from_row, date);
  adw_action_row_set_subtitle (self->group_row, self->group != NULL
                                                    ? ff_group_get_name (self->group)
                                                    : _ ("All groups"));
  /* An hour more or less where the clocks change is no week. */
  adw_spin_row_set_value (self->weeks_row, ceil (days / 7 - 0.1));
}

/**
 * ff_rota_filling_present:
 * @parent: what asks for it; the toast that tells of it is shown where this is
 * @context: what a view is handed
 * @group: (nullable): whose places are to be filled; %NULL for all groups'
 * @from: the stretch begins there, or now where that is later
 * @until: it ends before this, unless another number of weeks is chosen
 *
 * Asks how many weeks are to be filled and for how long to try, shows how it gets on, then what would be different; changes the rota
 * in one step where that is accepted.
 */
void
ff_rota_filling_present (GtkWidget *parent,
                         FfContext *context,
                         FfGroup *group,
                         GDateTime *from,
                         GDateTime *until)
{
  FfRotaFilling *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (group == NULL || FF_IS_GROUP (group));
  g_return_if_fail (from != NULL && until != NULL);

  self = g_object_new (FF_TYPE_ROTA_FILLING, NULL);
  self->context = g_object_ref (context);
  self->group = group != NULL ? g_object_ref (group) : NULL;
  self->from = g_date_time_ref (from);
  g_set_weak_pointer (&self->asker, parent);
  show_stretch (self, until);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
