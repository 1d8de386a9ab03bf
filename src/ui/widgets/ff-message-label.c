/* ff-message-label.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence under a field that says what is wrong with it, there only while there is something to say.
 */

#include "ff-config.h"

#include "ff-message-label.h"

struct _FfMessageLabel
{
  AdwBin parent_instance;

  char *text;
  gboolean hint;

  GtkLabel *label;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_HINT,
} FfMessageLabelProps;

static GParamSpec *props[PROP_HINT + 1];

G_DEFINE_FINAL_TYPE (FfMessageLabel, ff_message_label, ADW_TYPE_BIN)

static void
set_text (FfMessageLabel *self, const char *text)
{
  gboolean says = text != NULL && text[0] != '\0';

  if (!g_set_str (&self->text, text))
    return;
  gtk_label_set_label (self->label, says ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), says);
  if (says && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

static void
set_hint (FfMessageLabel *self, gboolean hint)
{
  if (self->hint == hint)
    return;
  self->hint = hint;
  gtk_widget_remove_css_class (GTK_WIDGET (self->label), hint ? "error" : "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), hint ? "dimmed" : "error");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HINT]);
}

static void
ff_message_label_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfMessageLabel *self = FF_MESSAGE_LABEL (object);

  switch ((FfMessageLabelProps) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_HINT:
      g_value_set_boolean (value, self->hint);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_message_label_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  FfMessageLabel *self = FF_MESSAGE_LABEL (object);

  switch ((FfMessageLabelProps) prop_id)
    {
    case PROP_TEXT:
      set_text (self, g_value_get_string (value));
      break;
    case PROP_HINT:
      set_hint (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_message_label_finalize (GObject *object)
{
  g_free (FF_MESSAGE_LABEL (object)->text);

  G_OBJECT_CLASS (ff_message_label_parent_class)->finalize (object);
}

static void
ff_message_label_class_init (FfMessageLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ff_message_label_get_property;
  object_class->set_property = ff_message_label_set_property;
  object_class->finalize = ff_message_label_finalize;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_HINT] = g_param_spec_boolean ("hint", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
ff_message_label_init (FfMessageLabel *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "error");
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  adw_bin_set_child (ADW_BIN (self), label);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
