/* ff-meeting-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of the meeting dialog that fills in a part of its form.
 */

#include "ff-config.h"

#include "ff-meeting-page.h"

typedef struct
{
  FfMeetingForm *form;
} FfMeetingPagePrivate;

typedef enum
{
  PROP_FORM = 1,
} FfMeetingPageProps;

static GParamSpec *props[PROP_FORM + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FfMeetingPage, ff_meeting_page, ADW_TYPE_NAVIGATION_PAGE)

static void
ff_meeting_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((FfMeetingPageProps) prop_id)
    {
    case PROP_FORM:
      g_value_set_object (value, ff_meeting_page_get_form (FF_MEETING_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_form (FfMeetingPage *self, FfMeetingForm *form)
{
  FfMeetingPagePrivate *priv = ff_meeting_page_get_instance_private (self);

  if (form == NULL || priv->form == form)
    return;
  g_assert (priv->form == NULL);
  priv->form = g_object_ref (form);
  FF_MEETING_PAGE_GET_CLASS (self)->fill (self, form);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FORM]);
}

static void
ff_meeting_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch ((FfMeetingPageProps) prop_id)
    {
    case PROP_FORM:
      set_form (FF_MEETING_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_meeting_page_finalize (GObject *object)
{
  FfMeetingPagePrivate *priv = ff_meeting_page_get_instance_private (FF_MEETING_PAGE (object));

  g_clear_object (&priv->form);

  G_OBJECT_CLASS (ff_meeting_page_parent_class)->finalize (object);
}

static void
ff_meeting_page_class_init (FfMeetingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ff_meeting_page_get_property;
  object_class->set_property = ff_meeting_page_set_property;
  object_class->finalize = ff_meeting_page_finalize;

  props[PROP_FORM]
      = g_param_spec_object ("form", NULL, NULL, FF_TYPE_MEETING_FORM,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
ff_meeting_page_init (FfMeetingPage *self)
{
}

/**
 * ff_meeting_page_get_form:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the form that it fills in; %NULL until it is set
 */
FfMeetingForm *
ff_meeting_page_get_form (FfMeetingPage *self)
{
  FfMeetingPagePrivate *priv;

  g_return_val_if_fail (FF_IS_MEETING_PAGE (self), NULL);

  priv = ff_meeting_page_get_instance_private (self);
  return priv->form;
}

/**
 * ff_meeting_page_bind:
 * @form: (type GObject): a form
 * @field: one of its properties
 * @row: (type GObject): what shows it
 * @property: where
 *
 * Keeps both the same from now on, beginning with what the form says.
 */
void
ff_meeting_page_bind (gpointer form, const char *field, gpointer row, const char *property)
{
  g_object_bind_property (form, field, row, property,
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}
