/* ff-volunteers-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view Volunteers: the rota, the people who are on it, and what they are trained in.
 */

#include "ff-config.h"

#include "ff-volunteers-page.h"

#include <glib/gi18n-lib.h>

#include "ff-focus.h"
#include "ff-needs-dialog.h"
#include "ff-roles-dialog.h"
#include "ff-roster-duplicates-dialog.h"
#include "ff-roster-export-dialog.h"
#include "ff-roster-import-dialog.h"
#include "ff-training-list.h"
#include "ff-undoable.h"
#include "ff-volunteer-dialog.h"
#include "ff-volunteer-list.h"
#include "ff-volunteer-page.h"

struct _FfVolunteersPage
{
  FfView parent_instance;

  FfRotaView *rota;
  FfVolunteerList *people;
  FfTrainingList *training;

  AdwNavigationView *navigation;
  GtkWidget *menu_button;
  GtkWidget *narrow_switcher;
  AdwBanner *lapsed_banner;
  AdwViewStack *stack;
  AdwBin *rota_bin;
  AdwBin *people_bin;
  AdwBin *training_bin;
};

G_DEFINE_FINAL_TYPE (FfVolunteersPage, ff_volunteers_page, FF_TYPE_VIEW)

/* --- What is shown --- */

static gboolean
shows (FfVolunteersPage *self, const char *list)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), list) == 0;
}

/* On the list itself there is nothing to be told; in a narrow window the list’s name is right above. */
static void
show_lapsed (FfVolunteersPage *self)
{
  guint n = ff_training_list_get_n_lapsed (self->training);
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u training or check that is required does not hold.",
                                   "%u trainings or checks that are required do not hold.", n),
                         n);
  gboolean is_narrow = gtk_widget_get_visible (self->narrow_switcher);

  adw_banner_set_title (self->lapsed_banner, title);
  adw_banner_set_button_label (self->lapsed_banner, is_narrow ? NULL : _ ("Show"));
  adw_banner_set_revealed (self->lapsed_banner, n > 0 && shows (self, "people"));
}

/* The rota has a menu of its own, with what of this one is of use there. */
static void
list_shown_cb (FfVolunteersPage *self)
{
  gtk_widget_set_visible (self->menu_button, !shows (self, "rota"));
  if (self->training != NULL)
    show_lapsed (self);
}

static void
on_gone (FfVolunteersPage *self, const char *instead)
{
  if (instead != NULL)
    ff_volunteers_page_show_volunteer (self, instead);
}

static void
on_chosen (FfVolunteersPage *self, const char *uid)
{
  ff_volunteers_page_show_volunteer (self, uid);
}

/* --- Actions --- */

static void
add_volunteer_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfVolunteersPage *self = FF_VOLUNTEERS_PAGE (widget);
  AdwDialog *dialog = ff_volunteer_dialog_new (ff_view_get_context (FF_VIEW (self)), NULL,
                                               ff_view_get_group (FF_VIEW (self)));

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
roles_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (ff_roles_dialog_new (ff_view_get_context (FF_VIEW (widget))), widget);
}

static void
needs_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfView *view = FF_VIEW (widget);

  adw_dialog_present (ff_needs_dialog_new (ff_view_get_context (view), ff_view_get_group (view)),
                      widget);
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_roster_import_present (widget, ff_view_get_context (FF_VIEW (widget)), NULL);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_roster_export_present (widget, ff_view_get_context (FF_VIEW (widget)));
}

static void
find_duplicates_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_roster_duplicates_present (widget, ff_view_get_context (FF_VIEW (widget)));
}

static void
show_list (FfVolunteersPage *self, const char *list)
{
  adw_navigation_view_pop_to_tag (self->navigation, "list");
  adw_view_stack_set_visible_child_name (self->stack, list);
}

/* Who comes by the keyboard goes on in the list: at the place of the rota where they were. */
static void
show_list_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfVolunteersPage *self = FF_VOLUNTEERS_PAGE (widget);

  show_list (self, g_variant_get_string (parameter, NULL));
  if (shows (self, "rota"))
    gtk_widget_grab_focus (GTK_WIDGET (self->rota));
  else
    ff_focus_content (adw_view_stack_get_visible_child (self->stack));
}

static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfVolunteersPage *self = FF_VOLUNTEERS_PAGE (widget);

  show_list (self, "people");
  ff_volunteer_list_search (self->people);
}

/* --- The widget --- */

static void
ff_volunteers_page_constructed (GObject *object)
{
  FfVolunteersPage *self = FF_VOLUNTEERS_PAGE (object);
  FfContext *context = ff_view_get_context (FF_VIEW (self));

  G_OBJECT_CLASS (ff_volunteers_page_parent_class)->constructed (object);

  self->rota = FF_ROTA_VIEW (ff_rota_view_new (context));
  self->people = FF_VOLUNTEER_LIST (ff_volunteer_list_new (context));
  self->training = FF_TRAINING_LIST (ff_training_list_new (context));
  adw_bin_set_child (self->rota_bin, GTK_WIDGET (self->rota));
  adw_bin_set_child (self->people_bin, GTK_WIDGET (self->people));
  adw_bin_set_child (self->training_bin, GTK_WIDGET (self->training));
  g_signal_connect_object (self->people, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->training, "chosen", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->training, "notify::n-lapsed", G_CALLBACK (show_lapsed), self,
                           G_CONNECT_SWAPPED);
}

static void
ff_volunteers_page_dispose (GObject *object)
{
  FfVolunteersPage *self = FF_VOLUNTEERS_PAGE (object);

  self->training = NULL;
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_VOLUNTEERS_PAGE);

  G_OBJECT_CLASS (ff_volunteers_page_parent_class)->dispose (object);
}

static void
ff_volunteers_page_group_changed (FfView *view, FfGroup *before)
{
  FfVolunteersPage *self = FF_VOLUNTEERS_PAGE (view);

  ff_rota_view_set_group (self->rota, ff_view_get_group (view));
  ff_volunteer_list_set_group (self->people, ff_view_get_group (view));
}

static void
ff_volunteers_page_class_init (FfVolunteersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ff_volunteers_page_constructed;
  object_class->dispose = ff_volunteers_page_dispose;
  FF_VIEW_CLASS (klass)->group_changed = ff_volunteers_page_group_changed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-volunteers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfVolunteersPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteersPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteersPage, narrow_switcher);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteersPage, lapsed_banner);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteersPage, rota_bin);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteersPage, people_bin);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteersPage, training_bin);
  gtk_widget_class_bind_template_callback (widget_class, list_shown_cb);
  gtk_widget_class_install_action (widget_class, "page.add-volunteer", NULL, add_volunteer_action);
  gtk_widget_class_install_action (widget_class, "page.roles", NULL, roles_action);
  gtk_widget_class_install_action (widget_class, "page.needs", NULL, needs_action);
  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.find-duplicates", NULL,
                                   find_duplicates_action);
  gtk_widget_class_install_action (widget_class, "page.show-list", "s", show_list_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  ff_undoable_install_action (widget_class);
}

static void
ff_volunteers_page_init (FfVolunteersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ff_undoable_add_view (GTK_WIDGET (self));
}

/**
 * ff_volunteers_page_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the page, for no group in particular
 */
GtkWidget *
ff_volunteers_page_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  return g_object_new (FF_TYPE_VOLUNTEERS_PAGE, "context", context, NULL);
}

/**
 * ff_volunteers_page_show_volunteer:
 * @self: the page
 * @uid: a volunteer's
 *
 * Opens all that is kept of them.
 */
void
ff_volunteers_page_show_volunteer (FfVolunteersPage *self, const char *uid)
{
  AdwNavigationPage *open;

  g_return_if_fail (FF_IS_VOLUNTEERS_PAGE (self));
  g_return_if_fail (uid != NULL);

  open = adw_navigation_view_get_visible_page (self->navigation);
  if (FF_IS_VOLUNTEER_PAGE (open)
      && g_str_equal (ff_volunteer_page_get_volunteer (FF_VOLUNTEER_PAGE (open)), uid))
    return;
  if (FF_IS_VOLUNTEER_PAGE (open))
    adw_navigation_view_pop_to_tag (self->navigation, "list");
  open = ff_volunteer_page_new (ff_view_get_context (FF_VIEW (self)), uid);
  g_signal_connect_object (open, "gone", G_CALLBACK (on_gone), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, open);
  ff_focus_content (GTK_WIDGET (open));
}

/**
 * ff_volunteers_page_show_rota:
 * @self: the page
 * @date: a day, as 2026-11-24; "" for today
 *
 * Shows the rota at that day.
 */
void
ff_volunteers_page_show_rota (FfVolunteersPage *self, const char *date)
{
  g_return_if_fail (FF_IS_VOLUNTEERS_PAGE (self));
  g_return_if_fail (date != NULL);

  show_list (self, "rota");
  ff_rota_view_show_date (self->rota, date);
}
