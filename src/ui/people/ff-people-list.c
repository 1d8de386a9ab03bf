/* ff-people-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of a group or of all groups, who was here last first.
 */

#include "ff-config.h"

#include "ff-people-list.h"

struct _FfPeopleList
{
  AdwBin parent_instance;

  FfContext *context;
  FfGroup *group; /* (nullable) */
  char *marked;   /* (nullable) */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPeopleList, ff_people_list, ADW_TYPE_BIN)

static void
ff_people_list_dispose (GObject *object)
{
  FfPeopleList *self = FF_PEOPLE_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PEOPLE_LIST);
  g_clear_pointer (&self->marked, g_free);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_people_list_parent_class)->dispose (object);
}

static void
ff_people_list_class_init (FfPeopleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_people_list_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FF_TYPE_PEOPLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-people-list.ui");
}

static void
ff_people_list_init (FfPeopleList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_people_list_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the people of all groups
 */
GtkWidget *
ff_people_list_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfPeopleList *self = g_object_new (FF_TYPE_PEOPLE_LIST, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * ff_people_list_set_group:
 * @self: the list
 * @group: (nullable): whose people are shown, or %NULL for those of all groups
 */
void
ff_people_list_set_group (FfPeopleList *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_PEOPLE_LIST (self));

  g_set_object (&self->group, group);
}

/**
 * ff_people_list_mark:
 * @self: the list
 * @participant: (nullable): whose page is open beside it
 *
 * Marks that person in the list, without choosing them again.
 */
void
ff_people_list_mark (FfPeopleList *self, const char *participant)
{
  g_return_if_fail (FF_IS_PEOPLE_LIST (self));

  g_set_str (&self->marked, participant);
}
