/* ff-handouts-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view Handouts: all of them by point, and the one that is looked at before printing.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-card.h"
#include "ff-handout-section.h"
#include "ff-handout-sheet.h"
#include "ff-handouts-page.h"
#include "ff-toast.h"

struct _FfHandoutsPage
{
  FfView parent_instance;

  GPtrArray *handouts;  /* in the app's language */
  GQueue cards_to_draw; /* FfHandoutCard, whose sheets are laid out one at a time */
  guint draw_idle;

  AdwNavigationView *navigation;
  GtkWidget *search_bar;
  GtkWidget *search_entry;
  GtkStack *stack;
  AdwToggleGroup *choice;
  GtkBox *sections;
  AdwStatusPage *trouble_page;
};

G_DEFINE_FINAL_TYPE (FfHandoutsPage, ff_handouts_page, FF_TYPE_VIEW)

/* --- What is seen --- */

/* (nullable): the handouts that the group's programme offers, where they are not all there are */
static const char *const *
offered_ids (FfHandoutsPage *self)
{
  FfProgramme *programme;
  const char *const *ids;
  guint n_offered = 0;

  if (ff_view_get_group (FF_VIEW (self)) == NULL || self->handouts == NULL)
    return NULL;
  programme = ff_programme_find (ff_context_get_programmes (ff_view_get_context (FF_VIEW (self))),
                                 ff_group_get_programme (ff_view_get_group (FF_VIEW (self))));
  ids = ff_programme_get_handouts (programme);
  for (guint i = 0; i < self->handouts->len; i++)
    n_offered
        += g_strv_contains (ids, ff_handout_get_id (g_ptr_array_index (self->handouts, i))) ? 1 : 0;
  return n_offered > 0 && n_offered < self->handouts->len ? ids : NULL;
}

typedef struct
{
  const char *words;
  const char *const *ids; /* (nullable): only these */
} Wanted;

static gboolean
is_wanted (FfHandout *handout, gpointer data)
{
  const Wanted *wanted = data;

  return (wanted->ids == NULL || g_strv_contains (wanted->ids, ff_handout_get_id (handout)))
         && ff_handout_matches (handout, wanted->words);
}

static void
filter_cb (FfHandoutsPage *self)
{
  gboolean all = g_strcmp0 (adw_toggle_group_get_active_name (self->choice), "all") == 0;
  Wanted wanted = {
    .words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
    .ids = all ? NULL : offered_ids (self),
  };
  gboolean any = FALSE;

  if (self->handouts == NULL)
    return;
  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections));
       section != NULL; section = gtk_widget_get_next_sibling (section))
    any = ff_handout_section_filter (FF_HANDOUT_SECTION (section), is_wanted, &wanted) || any;
  gtk_stack_set_visible_child_name (self->stack, any ? "handouts" : "none");
}

/* Enter opens the first that was found. */
static void
search_activated_cb (FfHandoutsPage *self)
{
  gboolean all = g_strcmp0 (adw_toggle_group_get_active_name (self->choice), "all") == 0;
  Wanted wanted = {
    .words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
    .ids = all ? NULL : offered_ids (self),
  };

  for (guint i = 0; i < self->handouts->len; i++)
    {
      FfHandout *handout = g_ptr_array_index (self->handouts, i);

      if (is_wanted (handout, &wanted))
        {
          ff_handouts_page_show_handout (self, ff_handout_get_id (handout));
          return;
        }
    }
}

static void
offer_choice (FfHandoutsPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->choice), offered_ids (self) != NULL);
  filter_cb (self);
}

/* --- Cards, and their pages one after the other --- */

static gboolean
draw_next (gpointer data)
{
  FfHandoutsPage *self = data;
  g_autoptr (FfHandoutCard) card = g_queue_pop_head (&self->cards_to_draw);
  FfPaperStyle style = { .size = ff_paper_size_get_default () };

  if (card == NULL)
    {
      self->draw_idle = 0;
      return G_SOURCE_REMOVE;
    }

  g_autoptr (FfSheet) sheet = ff_handout_sheet_new (ff_handout_card_get_handout (card), &style, NULL);
  ff_handout_card_set_sheet (card, sheet);
  return G_SOURCE_CONTINUE;
}

static void
chosen_cb (FfHandoutsPage *self, FfHandout *handout)
{
  ff_handouts_page_show_handout (self, ff_handout_get_id (handout));
}

static void
add_section (FfHandoutsPage *self, FfPoints point)
{
  GtkWidget *section = ff_handout_section_new (ff_point_get_title (point));

  for (guint i = 0; i < self->handouts->len; i++)
    {
      FfHandout *handout = g_ptr_array_index (self->handouts, i);
      GtkWidget *card;

      if ((ff_handout_get_points (handout) & point) == 0)
        continue;
      card = ff_handout_card_new (handout);
      ff_handout_section_add (FF_HANDOUT_SECTION (section), card);
      g_queue_push_tail (&self->cards_to_draw, g_object_ref (card));
    }
  g_signal_connect_object (section, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->sections, section);
}

static void
read_handouts (FfHandoutsPage *self)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, NULL);
  g_autoptr (GError) error = NULL;

  self->handouts = ff_handout_load_all (catalogue, &error);
  if (self->handouts == NULL)
    {
      adw_status_page_set_description (self->trouble_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "trouble");
      return;
    }
  for (FfPoints point = FF_POINT_1; point <= FF_POINT_4; point <<= 1)
    add_section (self, point);
  self->draw_idle = g_idle_add (draw_next, self);
  offer_choice (self);
}

/* --- The page --- */

static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (widget);

  adw_navigation_view_pop_to_tag (self->navigation, "list");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
  gtk_widget_grab_focus (self->search_entry);
}

static void
ff_handouts_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (ff_handouts_page_parent_class)->constructed (object);

  read_handouts (FF_HANDOUTS_PAGE (object));
}

static void
ff_handouts_page_dispose (GObject *object)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (object);

  g_clear_handle_id (&self->draw_idle, g_source_remove);
  g_queue_clear_full (&self->cards_to_draw, g_object_unref);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HANDOUTS_PAGE);
  g_clear_pointer (&self->handouts, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_handouts_page_parent_class)->dispose (object);
}

static void
ff_handouts_page_group_changed (FfView *view, FfGroup *before)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (view);
  FfHandoutPreview *preview = ff_handouts_page_get_preview (self);

  if (self->handouts != NULL)
    offer_choice (self);
  if (preview != NULL)
    ff_handout_preview_set_group (preview, ff_view_get_group (view));
}

static void
ff_handouts_page_class_init (FfHandoutsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FfViewClass *view_class = FF_VIEW_CLASS (klass);

  object_class->constructed = ff_handouts_page_constructed;
  object_class->dispose = ff_handouts_page_dispose;
  view_class->group_changed = ff_handouts_page_group_changed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-handouts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHandoutsPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutsPage, choice);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutsPage, sections);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutsPage, trouble_page);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
}

static void
ff_handouts_page_init (FfHandoutsPage *self)
{
  g_queue_init (&self->cards_to_draw);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar),
                                GTK_EDITABLE (self->search_entry));
}

/**
 * ff_handouts_page_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the page, for no group in particular
 */
GtkWidget *
ff_handouts_page_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  return g_object_new (FF_TYPE_HANDOUTS_PAGE, "context", context, NULL);
}

/**
 * ff_handouts_page_show_handout:
 * @self: the page
 * @id: a handout's
 *
 * Opens the handout's preview.
 */
void
ff_handouts_page_show_handout (FfHandoutsPage *self, const char *id)
{
  g_return_if_fail (FF_IS_HANDOUTS_PAGE (self));
  g_return_if_fail (id != NULL);

  FfHandoutPreview *open = ff_handouts_page_get_preview (self);

  if (open != NULL && g_str_equal (ff_handout_preview_get_id (open), id))
    return;
  adw_navigation_view_pop_to_tag (self->navigation, "list");
  adw_navigation_view_push (self->navigation,
                            ff_handout_preview_new (ff_view_get_context (FF_VIEW (self)),
                                                    ff_view_get_group (FF_VIEW (self)), id));
}

/**
 * ff_handouts_page_get_preview:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the preview that is open
 */
FfHandoutPreview *
ff_handouts_page_get_preview (FfHandoutsPage *self)
{
  g_return_val_if_fail (FF_IS_HANDOUTS_PAGE (self), NULL);

  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return FF_IS_HANDOUT_PREVIEW (page) ? FF_HANDOUT_PREVIEW (page) : NULL;
}
