/* ff-session-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sessions by date, latest first, under those that can be begun now.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-coming-sessions.h"
#include "ff-format.h"
#include "ff-session-history.h"
#include "ff-session-list.h"
#include "ff-toast.h"

struct _FfSessionList
{
  AdwBin parent_instance;

  FfContext *context;
  FfGroup *group; /* (nullable) */
  FfTimetable *timetable;
  GCancellable *listing;
  GPtrArray *dates; /* (nullable): about now, as they were last listed */
  FfSessionHistory *history;
  char *marked;       /* (nullable): the session that is open, by uid */
  gboolean selecting; /* by the list itself, not by a person */

  GtkStack *stack;
  GtkBox *coming_box;
  GtkListView *list_view;
  GtkSingleSelection *selection;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfSessionList, ff_session_list, ADW_TYPE_BIN)

/* --- A line of the list --- */

typedef struct
{
  GtkLabel *date;
  GtkLabel *details;
  gboolean one_group; /* its name need not be said */
} Line;

static GtkLabel *
make_label (GtkWidget *box)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Line *line = g_new0 (Line, 1);

  line->date = make_label (box);
  line->details = make_label (box);
  gtk_widget_add_css_class (GTK_WIDGET (line->details), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (line->details), "dimmed");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  g_object_set_data_full (G_OBJECT (box), "line", line, g_free);
  gtk_list_item_set_child (list_item, box);
}

static void
refresh_details (FfSessionSummary *summary, GParamSpec *pspec, GtkWidget *box)
{
  Line *line = g_object_get_data (G_OBJECT (box), "line");
  guint n = ff_session_summary_get_n_check_ins (summary);
  g_autofree char *count = g_strdup_printf (ngettext ("%u check-in", "%u check-ins", n), n);
  g_autofree char *details = NULL;

  if (line->one_group)
    details = g_steal_pointer (&count);
  else
    details = g_strdup_printf ("%s · %s", count, ff_session_summary_get_group_name (summary));
  gtk_label_set_text (line->details, details);
}

static void
row_bind_cb (FfSessionList *self, GtkListItem *list_item)
{
  FfSessionSummary *summary = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  Line *line = g_object_get_data (G_OBJECT (box), "line");
  FfSession *session = ff_session_summary_get_session (summary);
  g_autoptr (GDateTime) start = ff_format_from_wall_time (ff_session_get_start (session));
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autofree char *words = ff_format_date (start, now);
  g_autofree char *date = ff_format_capitalized (words);

  gtk_label_set_text (line->date, date);
  line->one_group = self->group != NULL;
  g_signal_connect_object (summary, "notify::n-check-ins", G_CALLBACK (refresh_details), box, 0);
  refresh_details (summary, NULL, box);
  gtk_list_item_set_accessible_label (list_item, date);
  gtk_list_item_set_accessible_description (list_item, gtk_label_get_text (line->details));
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), refresh_details,
                                        gtk_list_item_get_child (list_item));
}

/* --- What is shown --- */

static void
show_coming (FfSessionList *self)
{
  g_autoptr (GPtrArray) coming
      = ff_coming_sessions_choose (self->dates, self->context, self->group);
  gboolean any = coming->len > 0 || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  ff_coming_sessions_fill (self->coming_box, coming, self->context);
  gtk_widget_set_visible (GTK_WIDGET (self->coming_box), coming->len > 0);
  gtk_stack_set_visible_child_name (self->stack, any ? "sessions" : "empty");
}

static void
on_dates_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dates = ff_timetable_list_finish (FF_TIMETABLE (source), result, &error);
  FfSessionList *self = user_data;

  /* Also when the list went meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    ff_toast_error (GTK_WIDGET (self), error);
  if (dates == NULL)
    return;
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  self->dates = g_steal_pointer (&dates);
  show_coming (self);
}

static void
stop_listing (FfSessionList *self)
{
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
}

/* What is known already is shown until the timetable has given what there is now. */
static void
refresh_coming (FfSessionList *self)
{
  stop_listing (self);
  self->listing = g_cancellable_new ();
  ff_coming_sessions_list_async (self->timetable, ff_context_get_clock (self->context), self->group,
                                 self->listing, on_dates_listed, self);
  if (self->dates != NULL)
    show_coming (self);
}

/* Without opening it again. */
static void
show_mark (FfSessionList *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; self->marked != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FfSessionSummary) summary = g_list_model_get_item (model, i);

      if (g_str_equal (ff_session_get_uid (ff_session_summary_get_session (summary)), self->marked))
        {
          position = i;
          break;
        }
    }
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
}

static void
on_sessions_changed (FfSessionList *self)
{
  show_mark (self);
  refresh_coming (self);
}

static void
on_trouble (FfSessionList *self, const GError *error)
{
  ff_toast_error (GTK_WIDGET (self), error);
}

static void
read_history (FfSessionList *self)
{
  const char *group = self->group != NULL ? ff_group_get_uid (self->group) : NULL;

  g_clear_object (&self->history);
  self->history = ff_session_history_new (ff_context_get_store (self->context), group);
  g_signal_connect_object (self->history, "trouble", G_CALLBACK (on_trouble), self,
                           G_CONNECT_SWAPPED);
  self->selecting = TRUE;
  gtk_single_selection_set_model (self->selection, ff_session_history_get_model (self->history));
  self->selecting = FALSE;
  g_signal_connect_object (ff_session_history_get_model (self->history), "items-changed",
                           G_CALLBACK (on_sessions_changed), self, G_CONNECT_SWAPPED);
  on_sessions_changed (self);
}

static void
on_tick (FfSessionList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh_coming (self);
}

/* --- What a person does --- */

static void
selected_cb (FfSessionList *self)
{
  FfSessionSummary *summary = gtk_single_selection_get_selected_item (self->selection);

  if (summary == NULL || self->selecting)
    return;
  g_set_str (&self->marked, ff_session_get_uid (ff_session_summary_get_session (summary)));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, ff_session_summary_get_session (summary));
}

static void
activated_cb (FfSessionList *self, guint position)
{
  if (gtk_single_selection_get_selected (self->selection) != position)
    gtk_single_selection_set_selected (self->selection, position);
  else
    selected_cb (self);
}

static void
scrolled_cb (FfSessionList *self, GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double below
      = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (below < page)
    ff_session_history_load_more (self->history);
}

/* --- The widget --- */

static void
ff_session_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ff_session_list_parent_class)->map (widget);

  refresh_coming (FF_SESSION_LIST (widget));
}

static void
ff_session_list_dispose (GObject *object)
{
  FfSessionList *self = FF_SESSION_LIST (object);

  stop_listing (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_SESSION_LIST);
  g_clear_object (&self->timetable);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_object (&self->history);
  g_clear_pointer (&self->marked, g_free);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_session_list_parent_class)->dispose (object);
}

static void
ff_session_list_class_init (FfSessionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_session_list_dispose;
  widget_class->map = ff_session_list_map;

  /**
   * FfSessionList::chosen:
   * @session: an FfSession
   *
   * It is to be opened.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FF_TYPE_SESSION_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, FF_TYPE_SESSION);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-session-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSessionList, stack);
  gtk_widget_class_bind_template_child (widget_class, FfSessionList, coming_box);
  gtk_widget_class_bind_template_child (widget_class, FfSessionList, list_view);
  gtk_widget_class_bind_template_child (widget_class, FfSessionList, selection);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
}

static void
ff_session_list_init (FfSessionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_session_list_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the sessions of all groups
 */
GtkWidget *
ff_session_list_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfSessionList *self = g_object_new (FF_TYPE_SESSION_LIST, NULL);

  self->context = g_object_ref (context);
  self->timetable = ff_timetable_new (context);
  g_signal_connect_object (self->timetable, "changed", G_CALLBACK (refresh_coming), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_clock (context), "tick", G_CALLBACK (on_tick), self,
                           G_CONNECT_SWAPPED);
  read_history (self);
  return GTK_WIDGET (self);
}

/**
 * ff_session_list_set_group:
 * @self: the list
 * @group: (nullable): whose sessions are shown, or %NULL for those of all groups
 */
void
ff_session_list_set_group (FfSessionList *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_SESSION_LIST (self));

  if (!g_set_object (&self->group, group))
    return;
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  ff_timetable_set_group (self->timetable, group != NULL ? ff_group_get_uid (group) : NULL);
  read_history (self);
}

/**
 * ff_session_list_mark:
 * @self: the list
 * @session: (nullable): the session that is open, by uid
 *
 * Marks it in the list, without choosing it again.
 */
void
ff_session_list_mark (FfSessionList *self, const char *session)
{
  g_return_if_fail (FF_IS_SESSION_LIST (self));

  g_set_str (&self->marked, session);
  show_mark (self);
}
