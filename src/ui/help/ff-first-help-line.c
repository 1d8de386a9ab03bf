/* ff-first-help-line.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for the first help line of a group that is being made.
 */

#include "ff-config.h"

#include "ff-first-help-line.h"

#include "ff-help-line-repository.h"
#include "ff-message-label.h"
#include "ff-toast.h"

struct _FfFirstHelpLine
{
  AdwPreferencesGroup parent_instance;

  FfHelpLineForm *form;

  GtkWidget *name_row;
  GtkWidget *contact_row;
};

typedef enum
{
  PROP_FORM = 1,
} FfFirstHelpLineProps;

static GParamSpec *properties[PROP_FORM + 1];

G_DEFINE_FINAL_TYPE (FfFirstHelpLine, ff_first_help_line, ADW_TYPE_PREFERENCES_GROUP)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!ff_store_write_finish (FF_STORE (source), result, &error))
    ff_toast_error (window, error);
}

static void
ff_first_help_line_dispose (GObject *object)
{
  FfFirstHelpLine *self = FF_FIRST_HELP_LINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_FIRST_HELP_LINE);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (ff_first_help_line_parent_class)->dispose (object);
}

static void
ff_first_help_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfFirstHelpLine *self = FF_FIRST_HELP_LINE (object);

  switch ((FfFirstHelpLineProps) prop_id)
    {
    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_first_help_line_class_init (FfFirstHelpLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_first_help_line_dispose;
  object_class->get_property = ff_first_help_line_get_property;

  properties[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, FF_TYPE_HELP_LINE_FORM,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-first-help-line.ui");
  gtk_widget_class_bind_template_child (widget_class, FfFirstHelpLine, name_row);
  gtk_widget_class_bind_template_child (widget_class, FfFirstHelpLine, contact_row);
}

static void
ff_first_help_line_init (FfFirstHelpLine *self)
{
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  self->form = ff_help_line_form_new (NULL, TRUE);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->form, "name", self->name_row, "text", both);
  g_object_bind_property (self->form, "contact", self->contact_row, "text", both);
}

/**
 * ff_first_help_line_get_valid:
 * @self: the fields
 *
 * Returns: whether they are filled in, or left out
 */
gboolean
ff_first_help_line_get_valid (FfFirstHelpLine *self)
{
  g_return_val_if_fail (FF_IS_FIRST_HELP_LINE (self), FALSE);

  return ff_help_line_form_get_valid (self->form);
}

/**
 * ff_first_help_line_save:
 * @self: the fields, valid
 * @store: where help lines are kept
 * @group: the uid of a group that is stored already, and has none
 *
 * Keeps what was filled in; nothing where they were left out.
 */
void
ff_first_help_line_save (FfFirstHelpLine *self, FfStore *store, const char *group)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *window;
  FfHelpLine *line;

  g_return_if_fail (FF_IS_FIRST_HELP_LINE (self));
  g_return_if_fail (FF_IS_STORE (store) && group != NULL);

  line = ff_help_line_form_make_line (self->form);
  if (line == NULL)
    return;
  g_ptr_array_add (lines, line);
  window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  ff_help_line_repository_save_async (store, group, lines, FALSE, on_saved,
                                      g_object_ref (window != NULL ? window : GTK_WIDGET (self)));
}
