/* ff-help-line-card.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A help line as it is shown when somebody needs it.
 */

#include "ff-config.h"

#include "ff-help-line-card.h"

#include <glib/gi18n-lib.h>

#include "ff-toast.h"

struct _FfHelpLineCard
{
  AdwBin parent_instance;

  FfHelpLine *line;

  GtkWidget *copy_button;
};

typedef enum
{
  PROP_HELP_LINE = 1,
} FfHelpLineCardProps;

static GParamSpec *properties[PROP_HELP_LINE + 1];

G_DEFINE_FINAL_TYPE (FfHelpLineCard, ff_help_line_card, ADW_TYPE_BIN)

static gboolean
has_text (FfHelpLineCard *self, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
copy_cb (FfHelpLineCard *self)
{
  const char *contact = ff_help_line_get_contact (self->line);
  /* Translators: %s is a telephone number, or what else reaches somebody */
  g_autofree char *text = g_strdup_printf (_ ("Copied: %s"), contact);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), contact);
  ff_toast_show (GTK_WIDGET (self), text);
}

static void
ff_help_line_card_dispose (GObject *object)
{
  FfHelpLineCard *self = FF_HELP_LINE_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HELP_LINE_CARD);
  g_clear_object (&self->line);

  G_OBJECT_CLASS (ff_help_line_card_parent_class)->dispose (object);
}

static void
ff_help_line_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfHelpLineCard *self = FF_HELP_LINE_CARD (object);

  switch ((FfHelpLineCardProps) prop_id)
    {
    case PROP_HELP_LINE:
      g_value_set_object (value, self->line);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_help_line_card_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  FfHelpLineCard *self = FF_HELP_LINE_CARD (object);

  switch ((FfHelpLineCardProps) prop_id)
    {
    case PROP_HELP_LINE:
      self->line = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_help_line_card_class_init (FfHelpLineCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_help_line_card_dispose;
  object_class->get_property = ff_help_line_card_get_property;
  object_class->set_property = ff_help_line_card_set_property;

  properties[PROP_HELP_LINE]
      = g_param_spec_object ("help-line", NULL, NULL, FF_TYPE_HELP_LINE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-help-line-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHelpLineCard, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
ff_help_line_card_init (FfHelpLineCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_help_line_card_new:
 * @line: a help line, which does not change any more
 *
 * Returns: (transfer floating): what shows it
 */
GtkWidget *
ff_help_line_card_new (FfHelpLine *line)
{
  FfHelpLineCard *self;
  g_autofree char *label = NULL;

  g_return_val_if_fail (FF_IS_HELP_LINE (line), NULL);

  self = g_object_new (FF_TYPE_HELP_LINE_CARD, "help-line", line, NULL);
  /* Translators: a button; %s is who answers there, of whom the number is copied */
  label = g_strdup_printf (_ ("Copy how to reach %s"), ff_help_line_get_name (line));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return GTK_WIDGET (self);
}
