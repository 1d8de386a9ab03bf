/* ff-search-panel.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking for words in notes and plans as they are typed, and what was found.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-search-filters.h"
#include "ff-search-panel.h"
#include "ff-search-results.h"
#include "ff-search-row.h"

struct _FfSearchPanel
{
  AdwBin parent_instance;

  FfContext *context;
  FfGroup *group; /* (nullable) */
  FfSearchResults *results;

  GtkEditable *entry;
  GtkMenuButton *filters_button;
  GtkPopover *popover;
  FfSearchFilters *filters;
  AdwWrapBox *chips;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  AdwStatusPage *nothing_page;
  GtkWidget *reset_button;
  AdwStatusPage *trouble_page;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfSearchPanel, ff_search_panel, ADW_TYPE_BIN)

/* --- Asking --- */

static void
show_chips (FfSearchPanel *self)
{
  g_autoptr (GPtrArray) chips = ff_search_filters_make_chips (self->filters);
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, old);
  for (guint i = 0; i < chips->len; i++)
    adw_wrap_box_append (self->chips, chips->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), chips->len > 0);
}

/* A group alone is what the view shows anyway. */
static void
asked_cb (FfSearchPanel *self)
{
  g_autoptr (FfSearchQuery) query = g_new0 (FfSearchQuery, 1);

  if (self->results == NULL)
    return;
  show_chips (self);
  query->words = g_strdup (gtk_editable_get_text (self->entry));
  if (ff_search_query_has_words (query) || ff_search_filters_any (self->filters))
    ff_search_filters_fill (self->filters, query);
  ff_search_results_ask (self->results, query);
}

static void
person_chosen_cb (FfSearchPanel *self)
{
  gtk_popover_popdown (self->popover);
}

static void
reset_cb (FfSearchPanel *self)
{
  ff_search_filters_reset (self->filters);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
try_again_cb (FfSearchPanel *self)
{
  ff_search_results_ask_again (self->results);
}

static void
close_cb (FfSearchPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

/* --- What was found --- */

static void
show_count (FfSearchPanel *self)
{
  guint count = ff_search_results_get_count (self->results);
  g_autofree char *text = NULL;

  if (count > FF_SEARCH_MOST_COUNTED)
    text = g_strdup_printf (_ ("More than %d found, latest first"), FF_SEARCH_MOST_COUNTED);
  else
    text = g_strdup_printf (ngettext ("%u found", "%u found, latest first", count), count);
  gtk_label_set_text (self->count_label, text);
}

static void
show_nothing (FfSearchPanel *self)
{
  gboolean narrowed = ff_search_filters_any (self->filters);

  gtk_widget_set_visible (self->reset_button, narrowed);
  adw_status_page_set_description (
      self->nothing_page,
      narrowed              ? _ ("Fewer or shorter words may find it, or looking everywhere.")
      : self->group != NULL ? _ ("Fewer or shorter words may find it, or all groups above the "
                                 "views.")
                            : _ ("Fewer or shorter words may find it: the beginning of one is "
                                 "enough."));
}

static void
on_results_changed (FfSearchPanel *self)
{
  const char *page = NULL;

  switch (ff_search_results_get_state (self->results))
    {
    case FF_SEARCH_RESULTS_IDLE:
      page = "idle";
      break;
    case FF_SEARCH_RESULTS_BUSY:
      return;
    case FF_SEARCH_RESULTS_FOUND:
      show_count (self);
      page = "found";
      break;
    case FF_SEARCH_RESULTS_NOTHING:
      show_nothing (self);
      gtk_label_set_text (self->count_label, _ ("Nothing found"));
      page = "nothing";
      break;
    case FF_SEARCH_RESULTS_TROUBLE:
      {
        g_autofree char *trouble
            = g_markup_escape_text (ff_search_results_get_trouble (self->results), -1);

        adw_status_page_set_description (self->trouble_page, trouble);
        page = "trouble";
        break;
      }
    default:
      g_return_if_reached ();
    }
  gtk_widget_set_visible (GTK_WIDGET (self->count_label),
                          g_str_equal (page, "found") || g_str_equal (page, "nothing"));
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
to_results_cb (FfSearchPanel *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                           NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static gboolean
on_entry_key (GtkEventControllerKey *controller,
              guint key,
              guint code,
              GdkModifierType state,
              FfSearchPanel *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  to_results_cb (self);
  return GDK_EVENT_STOP;
}

static void
activated_cb (FfSearchPanel *self, guint position)
{
  g_autoptr (FfSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const FfSearchResult *result = ff_search_hit_get_result (hit);

  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, result->session, result->participant);
}

static void
scrolled_cb (FfSearchPanel *self, GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double below
      = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (below < page)
    ff_search_results_load_more (self->results);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, ff_search_row_new ());
}

static void
row_bind_cb (FfSearchPanel *self, GtkListItem *list_item)
{
  FfSearchHit *hit = gtk_list_item_get_item (list_item);
  g_autofree char *said
      = ff_search_row_show (FF_SEARCH_ROW (gtk_list_item_get_child (list_item)), self->context,
                            ff_search_hit_get_result (hit), self->group == NULL);

  gtk_list_item_set_accessible_label (list_item, said);
}

/* --- The panel --- */

static void
ff_search_panel_dispose (GObject *object)
{
  FfSearchPanel *self = FF_SEARCH_PANEL (object);

  g_clear_object (&self->results);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_SEARCH_PANEL);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_search_panel_parent_class)->dispose (object);
}

static gboolean
close_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  close_cb (FF_SEARCH_PANEL (widget));
  return TRUE;
}

static void
ff_search_panel_class_init (FfSearchPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_search_panel_dispose;

  /**
   * FfSearchPanel::chosen:
   * @session: uid
   * @participant: uid
   *
   * A result was chosen.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FF_TYPE_SEARCH_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  /**
   * FfSearchPanel::close:
   *
   * Whoever searched is done.
   */
  signals[SIGNAL_CLOSE] = g_signal_new ("close", FF_TYPE_SEARCH_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_SEARCH_FILTERS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-search-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, filters_button);
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, popover);
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, filters);
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, chips);
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, count_label);
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, list_view);
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, selection);
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, reset_button);
  gtk_widget_class_bind_template_child (widget_class, FfSearchPanel, trouble_page);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_results_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_binding, NULL);
}

static void
ff_search_panel_init (FfSearchPanel *self)
{
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_entry_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * ff_search_panel_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the panel, for all groups
 */
GtkWidget *
ff_search_panel_new (FfContext *context)
{
  FfSearchPanel *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  self = g_object_new (FF_TYPE_SEARCH_PANEL, NULL);
  self->context = g_object_ref (context);
  self->results = ff_search_results_new (ff_context_get_store (context));
  g_signal_connect_object (self->results, "changed", G_CALLBACK (on_results_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, ff_search_results_get_model (self->results));
  ff_search_filters_set_context (self->filters, context);
  ff_search_filters_set_group (self->filters, NULL);
  return GTK_WIDGET (self);
}

/**
 * ff_search_panel_set_group:
 * @group: (nullable): what is chosen over the views; %NULL for all groups
 */
void
ff_search_panel_set_group (FfSearchPanel *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_SEARCH_PANEL (self));

  g_set_object (&self->group, group);
  ff_search_filters_set_group (self->filters, group);
}

/**
 * ff_search_panel_start:
 *
 * To the line for words, with those of last time chosen, to be typed over.
 */
void
ff_search_panel_start (FfSearchPanel *self)
{
  g_return_if_fail (FF_IS_SEARCH_PANEL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
