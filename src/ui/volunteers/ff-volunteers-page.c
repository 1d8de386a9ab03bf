/* ff-volunteers-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view Volunteers: the rota, the people who are on it, and what they are trained in.
 */

#include "ff-config.h"

#include "ff-volunteers-page.h"

#include "ff-volunteer-list.h"

struct _FfVolunteersPage
{
  FfView parent_instance;

  FfVolunteerList *people;

  AdwNavigationView *navigation;
  AdwViewStack *stack;
  AdwBin *people_bin;
};

G_DEFINE_FINAL_TYPE (FfVolunteersPage, ff_volunteers_page, FF_TYPE_VIEW)

static void
ff_volunteers_page_constructed (GObject *object)
{
  FfVolunteersPage *self = FF_VOLUNTEERS_PAGE (object);

  G_OBJECT_CLASS (ff_volunteers_page_parent_class)->constructed (object);

  self->people = FF_VOLUNTEER_LIST (ff_volunteer_list_new (ff_view_get_context (FF_VIEW (self))));
  adw_bin_set_child (self->people_bin, GTK_WIDGET (self->people));
}

static void
ff_volunteers_page_dispose (GObject *object)
{
  FfVolunteersPage *self = FF_VOLUNTEERS_PAGE (object);

  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_VOLUNTEERS_PAGE);

  G_OBJECT_CLASS (ff_volunteers_page_parent_class)->dispose (object);
}

static void
ff_volunteers_page_group_changed (FfView *view, FfGroup *before)
{
  ff_volunteer_list_set_group (FF_VOLUNTEERS_PAGE (view)->people, ff_view_get_group (view));
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
  gtk_widget_class_bind_template_child (widget_class, FfVolunteersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteersPage, people_bin);
}

static void
ff_volunteers_page_init (FfVolunteersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
