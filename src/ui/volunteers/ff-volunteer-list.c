/* ff-volunteer-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of the roster, searched and sorted.
 */

#include "ff-config.h"

#include "ff-volunteer-list.h"

struct _FfVolunteerList
{
  AdwBin parent_instance;

  FfContext *context;
  FfGroup *group; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FfVolunteerList, ff_volunteer_list, ADW_TYPE_BIN)

static void
ff_volunteer_list_dispose (GObject *object)
{
  FfVolunteerList *self = FF_VOLUNTEER_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_VOLUNTEER_LIST);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_volunteer_list_parent_class)->dispose (object);
}

static void
ff_volunteer_list_class_init (FfVolunteerListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_volunteer_list_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               FF_RESOURCE_PREFIX "/ui/ff-volunteer-list.ui");
}

static void
ff_volunteer_list_init (FfVolunteerList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_volunteer_list_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the roster
 */
GtkWidget *
ff_volunteer_list_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfVolunteerList *self = g_object_new (FF_TYPE_VOLUNTEER_LIST, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * ff_volunteer_list_set_group:
 * @self: the list
 * @group: (nullable): whose people are shown, or %NULL for all
 */
void
ff_volunteer_list_set_group (FfVolunteerList *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_VOLUNTEER_LIST (self));

  g_set_object (&self->group, group);
}
