/* ff-person-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person as the group knows them: the plan that counts now, and what they brought over time.
 */

#include "ff-config.h"

#include "ff-person-page.h"

struct _FfPersonPage
{
  AdwNavigationPage parent_instance;

  FfContext *context;
  char *participant;

  AdwWindowTitle *window_title;
};

enum
{
  SIGNAL_SESSION_CHOSEN,
  SIGNAL_GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPersonPage, ff_person_page, ADW_TYPE_NAVIGATION_PAGE)

static void
ff_person_page_dispose (GObject *object)
{
  FfPersonPage *self = FF_PERSON_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PERSON_PAGE);
  g_clear_pointer (&self->participant, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_person_page_parent_class)->dispose (object);
}

static void
ff_person_page_class_init (FfPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_person_page_dispose;
  signals[SIGNAL_SESSION_CHOSEN]
      = g_signal_new ("session-chosen", FF_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_GONE] = g_signal_new ("gone", FF_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, window_title);
}

static void
ff_person_page_init (FfPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_person_page_new:
 * @context: what a view is handed
 * @participant: the person's uid
 *
 * Returns: (transfer floating): the person's page
 */
AdwNavigationPage *
ff_person_page_new (FfContext *context, const char *participant)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (participant != NULL, NULL);

  FfPersonPage *self = g_object_new (FF_TYPE_PERSON_PAGE, NULL);

  self->context = g_object_ref (context);
  self->participant = g_strdup (participant);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), ff_context_show_alias (context, "", 0));
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ff_person_page_get_participant:
 * @self: the page
 *
 * Returns: (transfer none): whose it is, by uid
 */
const char *
ff_person_page_get_participant (FfPersonPage *self)
{
  g_return_val_if_fail (FF_IS_PERSON_PAGE (self), NULL);

  return self->participant;
}
