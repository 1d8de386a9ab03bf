/* ff-handout-preview.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout as it will be on paper, with the choices that make it so, to print or to save.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-catalogue.h"
#include "ff-handout-about.h"
#include "ff-handout-menu.h"
#include "ff-handout-preview.h"
#include "ff-handout-repository.h"
#include "ff-paper-choices.h"
#include "ff-print-pack.h"
#include "ff-suggestion.h"
#include "ff-toast.h"

struct _FfHandoutPreview
{
  AdwNavigationPage parent_instance;

  FfContext *context;
  FfHandoutLibrary *library;
  FfGroup *group; /* (nullable) */
  char *id;
  GCancellable *cancellable; /* (nullable): of the layout under way */
  gboolean refreshing;

  GtkLabel *summary_label;
  GtkToggleButton *star;
  GtkMenuButton *menu_button;
  AdwComboRow *language_row;
  AdwComboRow *paper_row;
  AdwSwitchRow *large_row;
  AdwSwitchRow *example_row;
  AdwSpinRow *copies_row;
  GtkLabel *pages_label;
  GtkStack *stack;
  FfSheetView *view;
  FfHandoutAbout *about;
  AdwStatusPage *trouble_page;
};

G_DEFINE_FINAL_TYPE (FfHandoutPreview, ff_handout_preview, ADW_TYPE_NAVIGATION_PAGE)

/* --- The sheet, laid out in a thread --- */

static void
enable_actions (FfHandoutPreview *self, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.export", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.present-this", enabled);
}

static void
show_trouble (FfHandoutPreview *self, const GError *error)
{
  adw_status_page_set_description (self->trouble_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
  enable_actions (self, FALSE);
}

static void
show_sheet (FfHandoutPreview *self, FfSheet *sheet)
{
  guint n_pages = ff_sheet_get_n_pages (sheet);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);

  ff_sheet_view_set_sheet (self->view, sheet);
  gtk_label_set_text (self->pages_label, pages);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
  enable_actions (self, TRUE);
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfHandoutPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = ff_pack_make_finish (FF_PACK (source), result, &error);

  /* Given up where something else was chosen meanwhile, or the page is gone. */
  if (sheets == NULL)
    return;
  g_clear_object (&self->cancellable);
  show_sheet (self, g_ptr_array_index (sheets, 0));
}

static void
lay_out (FfHandoutPreview *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfPack) pack = ff_handout_preview_make_pack (self, &error);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (pack == NULL)
    {
      show_trouble (self, error);
      return;
    }
  self->cancellable = g_cancellable_new ();
  ff_pack_make_async (pack, self->cancellable, on_laid_out, g_object_ref (self));
}

/* --- What is known of it --- */

static void
show_had (FfHandoutPreview *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autoptr (GHashTable) had = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (self->group != NULL)
    had = ff_handout_repository_list_had (ff_context_get_store (self->context),
                                          ff_group_get_uid (self->group), g_date_time_to_unix (now),
                                          &error);
  if (error != NULL)
    g_message ("What the group had cannot be read: %s", error->message);
  if (had != NULL)
    words = ff_suggestion_make_reason (ff_suggestion_find_had (had, self->id),
                                       g_date_time_to_unix (now));
  ff_handout_about_set_had (self->about, words);
}

static void
show_item (FfHandoutPreview *self)
{
  FfHandoutItem *item = ff_handout_library_find (self->library, self->id);
  gboolean favourite = item != NULL && ff_handout_item_get_favourite (item);
  g_autoptr (GMenuModel) menu = item != NULL ? ff_handout_menu_new (item, FALSE) : NULL;

  gtk_toggle_button_set_active (self->star, favourite);
  gtk_button_set_icon_name (GTK_BUTTON (self->star),
                            favourite ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->star), favourite
                                                            ? _ ("Take Out of Favourites (Ctrl+D)")
                                                            : _ ("Add to Favourites (Ctrl+D)"));
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), menu != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->star), menu != NULL);
}

/* In the app's language, whatever the sheet's is. */
static void
show_about (FfHandoutPreview *self)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, NULL);
  g_autoptr (FfHandout) handout = ff_handout_repository_load (ff_context_get_store (self->context),
                                                              self->id, catalogue, NULL);

  if (handout == NULL)
    return;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), ff_handout_get_title (handout));
  gtk_label_set_text (self->summary_label, ff_handout_get_summary (handout));
  gtk_widget_set_visible (GTK_WIDGET (self->example_row), ff_handout_get_example (handout) != NULL);
  ff_handout_about_set_handout (self->about, handout);
}

static void
on_listed (FfHandoutPreview *self)
{
  show_item (self);
  show_about (self);
  lay_out (self);
}

/* --- The choices --- */

static void
example_chosen_cb (FfHandoutPreview *self)
{
  if (!self->refreshing)
    lay_out (self);
}

static void
on_settings_changed (FfHandoutPreview *self, const char *key)
{
  const char *const ours[] = { "handout-language", "large-print", "paper", NULL };

  if (g_strv_contains (ours, key))
    lay_out (self);
}

/* --- The page --- */

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfPack) pack = ff_handout_preview_make_pack (FF_HANDOUT_PREVIEW (widget), &error);

  if (pack != NULL)
    ff_print_pack (widget, pack);
  else
    ff_toast_error (widget, error);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfPack) pack = ff_handout_preview_make_pack (FF_HANDOUT_PREVIEW (widget), &error);

  if (pack != NULL)
    ff_print_export_pack (widget, pack);
  else
    ff_toast_error (widget, error);
}

static void
present_this_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "page.present", "s", FF_HANDOUT_PREVIEW (widget)->id);
}

/* The button shows what is stored, so it turns once that is written. */
static void
star_clicked_cb (FfHandoutPreview *self)
{
  show_item (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "page.favourite", "s", self->id);
}

static void
favourite_this_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  star_clicked_cb (FF_HANDOUT_PREVIEW (widget));
}

static void
ff_handout_preview_dispose (GObject *object)
{
  FfHandoutPreview *self = FF_HANDOUT_PREVIEW (object);

  self->refreshing = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HANDOUT_PREVIEW);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->group);
  g_clear_object (&self->library);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_handout_preview_parent_class)->dispose (object);
}

static void
ff_handout_preview_class_init (FfHandoutPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_handout_preview_dispose;

  g_type_ensure (FF_TYPE_SHEET_VIEW);
  g_type_ensure (FF_TYPE_HANDOUT_ABOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-handout-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, summary_label);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, language_row);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, paper_row);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, large_row);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, star);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, example_row);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, about);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, copies_row);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, pages_label);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, view);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutPreview, trouble_page);
  gtk_widget_class_bind_template_callback (widget_class, example_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, star_clicked_cb);
  gtk_widget_class_install_action (widget_class, "page.present-this", NULL, present_this_action);
  gtk_widget_class_install_action (widget_class, "page.favourite-this", NULL,
                                   favourite_this_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
}

static void
ff_handout_preview_init (FfHandoutPreview *self)
{
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
on_marked (FfHandoutPreview *self)
{
  show_item (self);
}

/**
 * ff_handout_preview_new:
 * @context: what a view is handed
 * @library: where what is known of it stands
 * @group: (nullable): the group whose name is on the sheet
 * @id: the handout's
 *
 * Returns: (transfer floating): the page; it says so where there is no such handout
 */
AdwNavigationPage *
ff_handout_preview_new (FfContext *context,
                        FfHandoutLibrary *library,
                        FfGroup *group,
                        const char *id)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_HANDOUT_LIBRARY (library), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  FfHandoutPreview *self = g_object_new (FF_TYPE_HANDOUT_PREVIEW, "title", id, NULL);
  GSettings *settings = ff_context_get_settings (context);

  self->context = g_object_ref (context);
  self->library = g_object_ref (library);
  g_set_object (&self->group, group);
  self->id = g_strdup (id);
  ff_paper_choices_bind_language (self->language_row, settings, group);
  ff_paper_choices_bind_paper (self->paper_row, settings);
  g_settings_bind (settings, "large-print", self->large_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_settings_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "listed", G_CALLBACK (on_listed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "marked", G_CALLBACK (on_marked), self, G_CONNECT_SWAPPED);
  on_listed (self);
  show_had (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ff_handout_preview_get_id:
 * @self: the page
 *
 * Returns: the handout's id
 */
const char *
ff_handout_preview_get_id (FfHandoutPreview *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_PREVIEW (self), NULL);

  return self->id;
}

/**
 * ff_handout_preview_set_group:
 * @self: the page
 * @group: (nullable): the group whose name is on the sheet
 */
void
ff_handout_preview_set_group (FfHandoutPreview *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_HANDOUT_PREVIEW (self));

  if (!g_set_object (&self->group, group))
    return;
  ff_paper_choices_bind_language (self->language_row, ff_context_get_settings (self->context),
                                  group);
  show_had (self);
  lay_out (self);
}

/**
 * ff_handout_preview_make_pack:
 * @self: the page
 * @error: where to say that there is no such handout
 *
 * Returns: (transfer full) (nullable): the handout as it was chosen, to print or to save
 */
FfPack *
ff_handout_preview_make_pack (FfHandoutPreview *self, GError **error)
{
  g_return_val_if_fail (FF_IS_HANDOUT_PREVIEW (self), NULL);

  g_autoptr (FfPack) pack = ff_pack_new (self->context, self->group);

  ff_pack_set_with_example (pack, gtk_widget_get_visible (GTK_WIDGET (self->example_row))
                                      && adw_switch_row_get_active (self->example_row));
  if (!ff_pack_add (pack, self->id, (guint) lround (adw_spin_row_get_value (self->copies_row)),
                    error))
    return NULL;
  return g_steal_pointer (&pack);
}

/**
 * ff_handout_preview_get_view:
 * @self: the page
 *
 * Returns: (transfer none): where the sheet is drawn
 */
FfSheetView *
ff_handout_preview_get_view (FfHandoutPreview *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_PREVIEW (self), NULL);

  return self->view;
}
