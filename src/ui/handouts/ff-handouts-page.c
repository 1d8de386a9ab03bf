/* ff-handouts-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view Handouts: the library, the handout that is looked at, and the pack for a meeting.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-editor.h"
#include "ff-handout-library.h"
#include "ff-handout-repository.h"
#include "ff-handout-sharing.h"
#include "ff-handout-shelves.h"
#include "ff-handouts-page.h"
#include "ff-pack-page.h"
#include "ff-present-window.h"
#include "ff-print-pack.h"
#include "ff-toast.h"
#include "ff-undoable.h"

struct _FfHandoutsPage
{
  FfView parent_instance;

  FfHandoutLibrary *library;
  FfPackPage *pack_page; /* (nullable): in @navigation, once it was asked for */

  AdwNavigationView *navigation;
  GtkSearchBar *search_bar;
  GtkWidget *search_entry;
  FfHandoutShelves *shelves;
};

G_DEFINE_FINAL_TYPE (FfHandoutsPage, ff_handouts_page, FF_TYPE_VIEW)

static void
search_changed_cb (FfHandoutsPage *self)
{
  ff_handout_shelves_set_words (self->shelves,
                                gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* Enter opens the first that was found, also where the list is not filtered yet. */
static void
search_activated_cb (FfHandoutsPage *self)
{
  FfHandoutItem *item;

  search_changed_cb (self);
  item = ff_handout_shelves_get_first (self->shelves);
  if (item != NULL)
    ff_handouts_page_show_handout (self, ff_handout_item_get_id (item));
}

/* --- Actions --- */

static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (widget);

  adw_navigation_view_pop_to_tag (self->navigation, "list");
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (self->search_entry);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_handouts_page_show_handout (FF_HANDOUTS_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ff_store_write_finish (FF_STORE (source), result, &error))
    ff_toast_error (self, error);
}

static void
favourite_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  FfHandoutItem *item = ff_handout_library_find (self->library, id);

  if (item != NULL)
    ff_handout_repository_set_favourite_async (ff_view_get_store (FF_VIEW (self)), id,
                                               !ff_handout_item_get_favourite (item), on_written,
                                               g_object_ref (self));
}

static void
mark_used (FfHandoutsPage *self, const char *id)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_view_get_clock (FF_VIEW (self)));
  const char *const ids[] = { id, NULL };

  ff_handout_repository_use_async (ff_view_get_store (FF_VIEW (self)), ids,
                                   g_date_time_to_unix (now), on_written, g_object_ref (self));
}

static void
present_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (widget);
  FfContext *context = ff_view_get_context (FF_VIEW (self));
  const char *id = g_variant_get_string (parameter, NULL);
  g_autofree char *language = ff_pack_read_language (ff_context_get_settings (context),
                                                     ff_view_get_group (FF_VIEW (self)));
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfHandout) handout
      = ff_handout_repository_load (ff_context_get_store (context), id, catalogue, &error);

  if (handout == NULL)
    {
      ff_toast_error (widget, error);
      return;
    }
  mark_used (self, id);
  gtk_window_present (ff_present_window_new (context, ff_view_get_group (FF_VIEW (self)), handout));
}

static void
print_handout (FfHandoutsPage *self, const char *id)
{
  const char *const ids[] = { id, NULL };

  ff_print_handouts (GTK_WIDGET (self), ff_view_get_context (FF_VIEW (self)),
                     ff_view_get_group (FF_VIEW (self)), ids);
}

static void
print_handout_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  print_handout (FF_HANDOUTS_PAGE (widget), g_variant_get_string (parameter, NULL));
}

/* The one whose card has the focus; what is open prints itself. */
static void
print_selected_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (widget);
  FfHandoutItem *item = ff_handout_shelves_get_focused (self->shelves);

  if (item != NULL)
    print_handout (self, ff_handout_item_get_id (item));
}

/* --- The pack --- */

/* It stays what it is while other handouts are looked at. */
static FfPackPage *
show_pack (FfHandoutsPage *self)
{
  if (self->pack_page == NULL)
    {
      self->pack_page
          = FF_PACK_PAGE (ff_pack_page_new (ff_view_get_context (FF_VIEW (self)), self->library,
                                            ff_view_get_group (FF_VIEW (self))));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->pack_page));
    }
  if (adw_navigation_view_get_visible_page (self->navigation)
      != ADW_NAVIGATION_PAGE (self->pack_page))
    adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->pack_page));
  return self->pack_page;
}

static void
pack_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_pack (FF_HANDOUTS_PAGE (widget));
}

static void
add_to_pack_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_pack_page_add (show_pack (FF_HANDOUTS_PAGE (widget)), g_variant_get_string (parameter, NULL));
}

/* --- Own handouts --- */

static void
edit (FfHandoutsPage *self, const char *id, const char *markdown)
{
  adw_navigation_view_push (
      self->navigation, ff_handout_editor_new (ff_view_get_context (FF_VIEW (self)), id, markdown));
}

static void
new_handout_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  edit (FF_HANDOUTS_PAGE (widget), NULL, NULL);
}

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  edit (FF_HANDOUTS_PAGE (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
duplicate_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *markdown
      = ff_handout_sharing_duplicate (ff_view_get_context (FF_VIEW (self)),
                                      g_variant_get_string (parameter, NULL), &error);

  if (markdown != NULL)
    edit (self, NULL, markdown);
  else
    ff_toast_error (widget, error);
}

static void
import_handout_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_handout_sharing_import (widget, ff_view_get_context (FF_VIEW (widget)));
}

static void
share_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_handout_sharing_share (widget, ff_view_get_context (FF_VIEW (widget)),
                            g_variant_get_string (parameter, NULL));
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) page = user_data;
  FfStore *store = FF_STORE (source);
  g_autoptr (GError) error = NULL;
  const guint64 step = ff_handout_repository_delete_own_finish (store, result, &error);

  if (step == 0)
    ff_toast_error (page, error);
  else
    ff_undoable_tell (page, store, step, _ ("Handout deleted"));
}

static void
delete_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (widget);

  adw_navigation_view_pop_to_tag (self->navigation, "list");
  ff_handout_repository_delete_own_async (ff_view_get_store (FF_VIEW (self)),
                                          g_variant_get_string (parameter, NULL), on_deleted,
                                          g_object_ref (self));
}

/* --- The page --- */

static void
ff_handouts_page_constructed (GObject *object)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (object);

  G_OBJECT_CLASS (ff_handouts_page_parent_class)->constructed (object);

  self->library = ff_handout_library_get (ff_view_get_context (FF_VIEW (self)));
  ff_handout_shelves_set_library (self->shelves, self->library,
                                  ff_view_get_context (FF_VIEW (self)));
  ff_handout_sharing_accept_drops (GTK_WIDGET (self), ff_view_get_context (FF_VIEW (self)));
}

static void
ff_handouts_page_dispose (GObject *object)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (object);

  self->pack_page = NULL;
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HANDOUTS_PAGE);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (ff_handouts_page_parent_class)->dispose (object);
}

static void
ff_handouts_page_group_changed (FfView *view, FfGroup *before)
{
  FfHandoutsPage *self = FF_HANDOUTS_PAGE (view);
  FfHandoutPreview *preview = ff_handouts_page_get_preview (self);

  ff_handout_shelves_set_group (self->shelves, ff_view_get_group (view));
  if (preview != NULL)
    ff_handout_preview_set_group (preview, ff_view_get_group (view));
  if (self->pack_page != NULL)
    ff_pack_page_set_group (self->pack_page, ff_view_get_group (view));
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

  g_type_ensure (FF_TYPE_HANDOUT_SHELVES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-handouts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHandoutsPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutsPage, shelves);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "page.favourite", "s", favourite_action);
  gtk_widget_class_install_action (widget_class, "page.present", "s", present_action);
  gtk_widget_class_install_action (widget_class, "page.print-handout", "s", print_handout_action);
  gtk_widget_class_install_action (widget_class, "page.print-selected", NULL,
                                   print_selected_action);
  gtk_widget_class_install_action (widget_class, "page.pack", NULL, pack_action);
  gtk_widget_class_install_action (widget_class, "page.add-to-pack", "s", add_to_pack_action);
  gtk_widget_class_install_action (widget_class, "page.new-handout", NULL, new_handout_action);
  gtk_widget_class_install_action (widget_class, "page.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "page.duplicate", "s", duplicate_action);
  gtk_widget_class_install_action (widget_class, "page.import-handout", NULL,
                                   import_handout_action);
  gtk_widget_class_install_action (widget_class, "page.share", "s", share_action);
  gtk_widget_class_install_action (widget_class, "page.delete", "s", delete_action);
}

static void
ff_handouts_page_init (FfHandoutsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
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
  if (open != NULL)
    adw_navigation_view_pop_to_tag (self->navigation, "list");
  adw_navigation_view_push (
      self->navigation, ff_handout_preview_new (ff_view_get_context (FF_VIEW (self)), self->library,
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

/**
 * ff_handouts_page_get_library:
 * @self: the page
 *
 * Returns: (transfer none): every handout there is
 */
FfHandoutLibrary *
ff_handouts_page_get_library (FfHandoutsPage *self)
{
  g_return_val_if_fail (FF_IS_HANDOUTS_PAGE (self), NULL);

  return self->library;
}

/**
 * ff_handouts_page_may_close:
 * @self: the page
 * @then: the action that asks again, a string that stays
 * @unsaved: what is done where something cannot be saved
 *
 * Returns: whether nothing is being written that could be lost; see ff_handout_editor_may_close()
 */
gboolean
ff_handouts_page_may_close (FfHandoutsPage *self, const char *then, FfUnsaved unsaved)
{
  g_return_val_if_fail (FF_IS_HANDOUTS_PAGE (self), TRUE);

  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return !FF_IS_HANDOUT_EDITOR (page)
         || ff_handout_editor_may_close (FF_HANDOUT_EDITOR (page), then, unsaved);
}
