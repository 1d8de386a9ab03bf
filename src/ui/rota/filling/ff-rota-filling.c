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
#include "ff-filling-line.h"
#include "ff-filling-words.h"
#include "ff-format.h"
#include "ff-message-label.h"
#include "ff-rota-reading.h"
#include "ff-rota-solving.h"
#include "ff-schedule-change.h"

#define FF_TYPE_ROTA_FILLING (ff_rota_filling_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaFilling, ff_rota_filling, FF, ROTA_FILLING, AdwDialog)

struct _FfRotaFilling
{
  AdwDialog parent_instance;

  FfContext *context;
  GtkWidget *asker; /* weak: where the toast is shown */
  FfGroup *group;   /* (nullable) */
  GDateTime *from;
  GListStore *lines;
  FfRotaPlan *plan;      /* (nullable): that is proposed */
  GCancellable *running; /* (nullable): what is under way */
  gboolean is_wanted;    /* what comes of it is to be looked at */
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
  GtkListView *lines_view;
  GtkLabel *summary_label;
  GtkBox *measures_box;
  AdwBin *result_label;
  GtkWidget *accept_button;
  AdwStatusPage *same_page;
};

typedef enum
{
  PROP_LINES = 1,
} FfRotaFillingProps;

static GParamSpec *properties[PROP_LINES + 1];

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
  g_object_set (self->result_label, "text", text, NULL);
}

static void
show (FfRotaFilling *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
leave_off (FfRotaFilling *self)
{
  self->is_wanted = FALSE;
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
give_up (FfRotaFilling *self, const char *why)
{
  leave_off (self);
  say (self, why);
  show (self, "choose");
}

/* --- What was found --- */

static void
clear_measures (FfRotaFilling *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->measures_box))) != NULL)
    gtk_box_remove (self->measures_box, child);
}

static void
add_label (FfRotaFilling *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->measures_box, label);
}

static void
show_measures (FfRotaFilling *self)
{
  g_autofree char *filled = ff_filling_words_filled (self->plan);
  g_autofree char *summary = ff_filling_words_summary (self->plan);
  g_autofree char *both = g_strdup_printf ("%s. %s", filled, summary);

  gtk_label_set_text (self->summary_label, both);
  clear_measures (self);
  for (guint level = 0; level < FF_N_LEVELS; level++)
    {
      g_autofree char *bound = NULL;
      g_autofree char *reached = ff_filling_words_measure (self->plan, (FfLevel) level, &bound);

      if (reached == NULL)
        continue;
      add_label (self, reached, NULL);
      if (*bound != '\0')
        add_label (self, bound, "dimmed");
    }
}

static void
on_lines_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRotaFilling) self = data;
  g_autoptr (GPtrArray) lines = ff_filling_lines_make_finish (result, NULL);
  g_autofree char *filled = NULL;

  if (is_closed (self) || lines == NULL || FF_ROTA_PLAN (source) != self->plan)
    return;
  filled = ff_filling_words_filled (self->plan);
  if (lines->len == 0)
    {
      adw_status_page_set_description (self->same_page, filled);
      show (self, "same");
      return;
    }
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
  show_measures (self);
  gtk_widget_set_sensitive (self->accept_button,
                            ff_filling_edit_is_needed (self->plan)
                                && !adw_banner_get_revealed (self->changed_banner));
  show (self, "result");
  gtk_widget_grab_focus (GTK_WIDGET (self->lines_view));
}

static void
take_plan (FfRotaFilling *self, FfRotaPlan *plan)
{
  g_set_object (&self->plan, plan);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  ff_filling_lines_make_async (plan, self->running, on_lines_made, g_object_ref (self));
}

/* --- Filling --- */

static void
on_progress (FfRotaPlan *best, double share, gpointer data)
{
  FfRotaFilling *self = data;
  g_autofree char *filled = NULL;
  g_autofree char *fair = NULL;

  if (is_closed (self) || !self->is_wanted)
    return;
  gtk_progress_bar_set_fraction (self->progress_bar, CLAMP (share, 0, 1));
  if (best == NULL)
    return;
  filled = ff_filling_words_filled (best);
  fair = ff_filling_words_fair (best);
  gtk_label_set_text (self->filled_label, filled);
  gtk_label_set_text (self->fair_label, fair);
  gtk_widget_set_sensitive (self->keep_button, TRUE);
}

/* One attempt; what an earlier one, that was left off, still brings is nobody's. */
typedef struct
{
  FfRotaFilling *dialog;
  GCancellable *running;
} Attempt;

static Attempt *
attempt_new (FfRotaFilling *self)
{
  Attempt *attempt = g_new0 (Attempt, 1);

  attempt->dialog = g_object_ref (self);
  attempt->running = g_object_ref (self->running);
  return attempt;
}

static void
attempt_free (Attempt *attempt)
{
  g_object_unref (attempt->dialog);
  g_object_unref (attempt->running);
  g_free (attempt);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attempt, attempt_free)

static gboolean
is_current (Attempt *attempt)
{
  return !is_closed (attempt->dialog) && attempt->dialog->is_wanted
         && attempt->dialog->running == attempt->running;
}

static void
attempt_progress (FfRotaPlan *best, double share, gpointer data)
{
  Attempt *attempt = data;

  if (is_current (attempt))
    on_progress (best, share, attempt->dialog);
}

static void
on_solved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Attempt) attempt = data;
  FfRotaFilling *self = attempt->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRotaPlan) plan = ff_rota_solve_finish (result, &error);

  if (!is_current (attempt))
    return;
  if (plan != NULL)
    take_plan (self, plan);
  else
    give_up (self, error->message);
}

static void
solve (FfRotaFilling *self, FfRota *rota, FfSolving solving)
{
  Attempt *attempt = attempt_new (self);

  ff_rota_solve_async (rota, solving, adw_spin_row_get_value (self->seconds_row), attempt_progress,
                       attempt, self->running, on_solved, attempt);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Attempt) attempt = data;
  FfRotaFilling *self = attempt->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRota) rota = ff_rota_reading_finish (result, &error);

  if (!is_current (attempt))
    return;
  if (rota == NULL)
    give_up (self, error->message);
  else if (ff_rota_get_slots (rota)->len == 0)
    give_up (self, _ ("No meeting is held in these weeks, so there is no place to fill. Choose "
                      "more weeks."));
  else
    solve (self, rota, FF_SOLVING_DECOMPOSED);
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
  g_clear_object (&self->plan);
  adw_banner_set_revealed (self->changed_banner, FALSE);
  if (g_date_time_compare (end, start) <= 0)
    {
      give_up (self, _ ("These weeks are over. Choose more weeks."));
      return;
    }
  self->is_wanted = TRUE;
  self->running = g_cancellable_new ();
  gtk_label_set_text (self->filled_label, _ ("Reading the rota…"));
  gtk_label_set_text (self->fair_label, "");
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_widget_set_sensitive (self->keep_button, FALSE);
  show (self, "working");
  ff_rota_reading_async (self->context, self->group != NULL ? ff_group_get_uid (self->group) : NULL,
                         start, end, self->running, on_read, attempt_new (self));
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

static void
stop_cb (FfRotaFilling *self)
{
  leave_off (self);
  show (self, "choose");
}

/* The solver gives the best so far; what comes of it is still wanted. */
static void
keep_cb (FfRotaFilling *self)
{
  gtk_widget_set_sensitive (self->keep_button, FALSE);
  g_cancellable_cancel (self->running);
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
    ff_schedule_change_tell (self->asker, store, step, _ ("Rota filled"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
accept_cb (FfRotaFilling *self)
{
  say (self, "");
  self->is_saving = TRUE;
  gtk_widget_set_sensitive (self->accept_button, FALSE);
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

  if (is_closed (self) || !is_about_rota || self->is_saving || !self->is_wanted)
    return;
  adw_banner_set_revealed (self->changed_banner, TRUE);
  gtk_widget_set_sensitive (self->accept_button, FALSE);
}

/* --- Lines --- */

static void
line_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
line_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  FfFillingLine *line = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  const gboolean is_heading = ff_filling_line_is_heading (line);

  gtk_label_set_text (GTK_LABEL (title), ff_filling_line_get_title (line));
  gtk_label_set_text (GTK_LABEL (detail), ff_filling_line_get_detail (line));
  gtk_widget_set_visible (detail, *ff_filling_line_get_detail (line) != '\0');
  gtk_widget_remove_css_class (title, "heading");
  if (is_heading)
    gtk_widget_add_css_class (title, "heading");
  gtk_list_item_set_accessible_label (item, ff_filling_line_get_spoken (line));
}

/* --- The dialog --- */

static void
ff_rota_filling_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfRotaFilling *self = FF_ROTA_FILLING (object);

  switch ((FfRotaFillingProps) prop_id)
    {
    case PROP_LINES:
      g_value_set_object (value, self->lines);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_rota_filling_dispose (GObject *object)
{
  FfRotaFilling *self = FF_ROTA_FILLING (object);

  leave_off (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_FILLING);
  g_clear_weak_pointer (&self->asker);
  g_clear_object (&self->plan);
  g_clear_object (&self->lines);
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
  g_list_store_remove_all (self->lines);
  clear_measures (self);
  g_clear_weak_pointer (&self->asker);
  g_clear_object (&self->plan);
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
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, lines_view);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, summary_label);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, measures_box);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, result_label);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, accept_button);
  gtk_widget_class_bind_template_child (widget_class, FfRotaFilling, same_page);
}

static void
ff_rota_filling_class_init (FfRotaFillingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ff_rota_filling_get_property;
  object_class->dispose = ff_rota_filling_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ff_rota_filling_closed;

  properties[PROP_LINES] = g_param_spec_object ("lines", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-filling.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_bind_cb);
}

static void
ff_rota_filling_init (FfRotaFilling *self)
{
  self->lines = g_list_store_new (FF_TYPE_FILLING_LINE);
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
