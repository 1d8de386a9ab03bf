/* ff-training-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trainings and checks that are missing, lapsed or run out soon.
 */

#include "ff-config.h"

#include "ff-training-list.h"

#include <glib/gi18n-lib.h>

#include "ff-volunteer-cell.h"
#include "ff-volunteer-repository.h"
#include "ff-volunteer-words.h"

/* Those that run out within 90 days, the last of them included. */
#define DAYS 91

struct _FfTrainingList
{
  AdwBin parent_instance;

  FfContext *context;
  GListStore *dues;
  GCancellable *reading; /* (nullable) */
  char *today;
  guint n_lapsed;
  gboolean was_shown;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list_view;
  GtkNoSelection *selection;
  AdwStatusPage *trouble_page;
};

typedef enum
{
  PROP_N_LAPSED = 1,
} FfTrainingListProps;

static GParamSpec *properties[PROP_N_LAPSED + 1];

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfTrainingList, ff_training_list, ADW_TYPE_BIN)

/* --- How each stands --- */

static FfHolding
get_holding (FfTrainingList *self, FfTrainingDue *due)
{
  FfTraining training = { .until = (char *) ff_training_due_get_until (due) };

  return ff_volunteer_words_holding (training.until != NULL ? &training : NULL, self->today);
}

/* What is missing comes last: it has no day. */
static int
compare_sections (gconstpointer a, gconstpointer b, gpointer data)
{
  static const int places[] = {
    [FF_HOLDING_LAPSED] = 0, [FF_HOLDING_MONTH] = 1,   [FF_HOLDING_QUARTER] = 2,
    [FF_HOLDING_GOOD] = 3,   [FF_HOLDING_MISSING] = 4,
  };
  FfTrainingList *self = data;

  return places[get_holding (self, (FfTrainingDue *) a)]
         - places[get_holding (self, (FfTrainingDue *) b)];
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  int order = g_strcmp0 (ff_training_due_get_until ((FfTrainingDue *) a),
                         ff_training_due_get_until ((FfTrainingDue *) b));

  if (order == 0)
    order = g_utf8_collate (ff_training_due_get_name ((FfTrainingDue *) a),
                            ff_training_due_get_name ((FfTrainingDue *) b));
  return order;
}

static const char *
get_section_title (FfHolding holding)
{
  switch (holding)
    {
    case FF_HOLDING_LAPSED:
      return _ ("Lapsed");

    case FF_HOLDING_MONTH:
      return _ ("Within 30 Days");

    case FF_HOLDING_QUARTER:
      return _ ("Within 90 Days");

    case FF_HOLDING_MISSING:
      return _ ("Never Done");

    case FF_HOLDING_GOOD:
    default:
      return "";
    }
}

/* --- Rows --- */

static void
row_setup_cb (FfTrainingList *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, ff_volunteer_cell_new ());
}

static char *
describe (FfTrainingList *self, FfTrainingDue *due)
{
  const char *title = ff_training_due_get_title (due);
  const char *until = ff_training_due_get_until (due);
  g_autofree char *day = NULL;

  if (until == NULL)
    return g_strdup_printf (_ ("%s · not done yet"), title);
  day = ff_volunteer_words_day (until);
  if (get_holding (self, due) == FF_HOLDING_LAPSED)
    return g_strdup_printf (_ ("%1$s · lapsed after %2$s"), title, day);
  return g_strdup_printf (_ ("%1$s · until %2$s"), title, day);
}

static void
row_bind_cb (FfTrainingList *self, GtkListItem *list_item)
{
  FfTrainingDue *due = gtk_list_item_get_item (list_item);
  const char *name = ff_context_show_alias (self->context, ff_training_due_get_name (due),
                                            gtk_list_item_get_position (list_item) + 1);
  g_autofree char *text = describe (self, due);

  ff_volunteer_cell_show (FF_VOLUNTEER_CELL (gtk_list_item_get_child (list_item)), name, text, "",
                          "dimmed");
  gtk_list_item_set_accessible_label (list_item, name);
  gtk_list_item_set_accessible_description (list_item, text);
}

static void
header_setup_cb (FfTrainingList *self, GtkListHeader *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_list_header_set_child (header, label);
}

static void
header_bind_cb (FfTrainingList *self, GtkListHeader *header)
{
  FfTrainingDue *due = gtk_list_header_get_item (header);

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)),
                      get_section_title (get_holding (self, due)));
}

/* --- Reading --- */

static void
count_lapsed (FfTrainingList *self, GPtrArray *dues)
{
  guint n = 0;

  for (guint i = 0; i < dues->len; i++)
    {
      FfHolding holding = get_holding (self, g_ptr_array_index (dues, i));

      n += holding == FF_HOLDING_LAPSED || holding == FF_HOLDING_MISSING ? 1 : 0;
    }
  if (n == self->n_lapsed)
    return;
  self->n_lapsed = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_LAPSED]);
}

static gboolean
is_same_at (FfTrainingList *self, guint position, FfTrainingDue *due)
{
  g_autoptr (FfTrainingDue) known = g_list_model_get_item (G_LIST_MODEL (self->dues), position);

  return g_str_equal (ff_training_due_get_volunteer (known), ff_training_due_get_volunteer (due))
         && g_str_equal (ff_training_due_get_name (known), ff_training_due_get_name (due))
         && g_str_equal (ff_training_due_get_title (known), ff_training_due_get_title (due))
         && g_strcmp0 (ff_training_due_get_until (known), ff_training_due_get_until (due)) == 0;
}

/* Only the part that differs changes. */
static void
take (FfTrainingList *self, GPtrArray *dues)
{
  guint n_known = g_list_model_get_n_items (G_LIST_MODEL (self->dues));
  guint before = 0, after = 0, least = MIN (n_known, dues->len);

  while (before < least && is_same_at (self, before, g_ptr_array_index (dues, before)))
    before++;
  while (after < least - before
         && is_same_at (self, n_known - 1 - after, g_ptr_array_index (dues, dues->len - 1 - after)))
    after++;
  if (n_known > before + after || dues->len > before + after)
    g_list_store_splice (self->dues, before, n_known - before - after, dues->pdata + before,
                         dues->len - before - after);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfTrainingList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dues
      = ff_volunteer_repository_list_training_finish (FF_STORE (source), result, &error);

  /* They are being read again, or the view went meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;
  g_clear_object (&self->reading);
  if (dues == NULL)
    {
      adw_status_page_set_description (self->trouble_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "trouble");
      return;
    }
  take (self, dues);
  count_lapsed (self, dues);
  gtk_stack_set_visible_child_name (self->stack, dues->len > 0 ? "dues" : "empty");
}

static void
stop (FfTrainingList *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_again (FfTrainingList *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autoptr (GDateTime) last = g_date_time_add_days (now, DAYS);
  g_autofree char *before = ff_volunteer_words_today (last);

  stop (self);
  g_free (self->today);
  self->today = ff_volunteer_words_today (now);
  self->reading = g_cancellable_new ();
  ff_volunteer_repository_list_training_async (ff_context_get_store (self->context), before,
                                               self->reading, on_listed, g_object_ref (self));
}

static void
on_store_changed (FfTrainingList *self, FfAggregate aggregate)
{
  if (aggregate == FF_AGGREGATE_ROSTER || aggregate == FF_AGGREGATE_ALL)
    read_again (self);
}

static void
show_again (FfTrainingList *self)
{
  g_object_ref (self->selection);
  gtk_list_view_set_model (self->list_view, NULL);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
}

/* What holds today may not tomorrow. */
static void
on_tick (FfTrainingList *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autofree char *today = ff_volunteer_words_today (now);

  if (!g_str_equal (today, self->today))
    {
      read_again (self);
      show_again (self);
    }
}

static void
activated_cb (FfTrainingList *self, guint position)
{
  g_autoptr (FfTrainingDue) due = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (due != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, ff_training_due_get_volunteer (due));
}

/* --- The widget --- */

/* The focus scrolls a list that has no size yet to its first row, past the heading above it. */
static gboolean
show_top (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (FF_TRAINING_LIST (widget)->scroller);

  if (gtk_adjustment_get_page_size (adjustment) < 1)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, 0);
  return G_SOURCE_REMOVE;
}

static void
ff_training_list_map (GtkWidget *widget)
{
  FfTrainingList *self = FF_TRAINING_LIST (widget);

  GTK_WIDGET_CLASS (ff_training_list_parent_class)->map (widget);

  if (!self->was_shown && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "dues") == 0)
    {
      self->was_shown = TRUE;
      gtk_widget_add_tick_callback (widget, show_top, NULL, NULL);
    }
}

static void
ff_training_list_dispose (GObject *object)
{
  FfTrainingList *self = FF_TRAINING_LIST (object);

  stop (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_TRAINING_LIST);
  g_clear_object (&self->dues);
  g_clear_pointer (&self->today, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_training_list_parent_class)->dispose (object);
}

static void
ff_training_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfTrainingList *self = FF_TRAINING_LIST (object);

  switch ((FfTrainingListProps) prop_id)
    {
    case PROP_N_LAPSED:
      g_value_set_uint (value, self->n_lapsed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_training_list_class_init (FfTrainingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_training_list_dispose;
  object_class->get_property = ff_training_list_get_property;
  widget_class->map = ff_training_list_map;
  properties[PROP_N_LAPSED] = g_param_spec_uint ("n-lapsed", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FF_TYPE_TRAINING_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-training-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FfTrainingList, stack);
  gtk_widget_class_bind_template_child (widget_class, FfTrainingList, scroller);
  gtk_widget_class_bind_template_child (widget_class, FfTrainingList, list_view);
  gtk_widget_class_bind_template_child (widget_class, FfTrainingList, selection);
  gtk_widget_class_bind_template_child (widget_class, FfTrainingList, trouble_page);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_again);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_bind_cb);
}

static void
ff_training_list_init (FfTrainingList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_training_list_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): what is to be seen to, which is being read
 */
GtkWidget *
ff_training_list_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfTrainingList *self = g_object_new (FF_TYPE_TRAINING_LIST, NULL);
  g_autoptr (GtkSorter) sections
      = GTK_SORTER (gtk_custom_sorter_new (compare_sections, self, NULL));
  g_autoptr (GtkSortListModel) sorted = NULL;

  self->context = g_object_ref (context);
  self->dues = g_list_store_new (FF_TYPE_TRAINING_DUE);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->dues)),
                                    GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL)));
  gtk_sort_list_model_set_section_sorter (sorted, sections);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (on_store_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::hide-names", G_CALLBACK (show_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_clock (context), "tick", G_CALLBACK (on_tick), self,
                           G_CONNECT_SWAPPED);
  read_again (self);
  return GTK_WIDGET (self);
}

/**
 * ff_training_list_get_n_lapsed:
 * @self: the list
 *
 * Returns: how many trainings and checks lapsed or are missing
 */
guint
ff_training_list_get_n_lapsed (FfTrainingList *self)
{
  g_return_val_if_fail (FF_IS_TRAINING_LIST (self), 0);

  return self->n_lapsed;
}
