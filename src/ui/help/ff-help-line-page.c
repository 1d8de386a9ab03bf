/* ff-help-line-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One help line: who answers, where they are reached, when and for whom.
 */

#include "ff-config.h"

#include "ff-help-line-page.h"

#include <glib/gi18n-lib.h>

#include "ff-help-line-form.h"
#include "ff-message-label.h"

struct _FfHelpLinePage
{
  AdwNavigationPage parent_instance;

  FfHelpLineList *list;
  guint position;
  FfHelpLineForm *form;

  GtkButton *save_button;
  GtkWidget *name_row;
  GtkWidget *contact_row;
  GtkWidget *hours_row;
  GtkWidget *area_row;
};

typedef enum
{
  PROP_FORM = 1,
} FfHelpLinePageProps;

static GParamSpec *properties[PROP_FORM + 1];

G_DEFINE_FINAL_TYPE (FfHelpLinePage, ff_help_line_page, ADW_TYPE_NAVIGATION_PAGE)

/* The list may have become shorter, or longer, meanwhile. */
static void
save_cb (FfHelpLinePage *self)
{
  g_autoptr (FfHelpLine) line = NULL;
  gboolean is_full;

  if (self->form == NULL || !ff_help_line_form_get_valid (self->form))
    return;
  line = ff_help_line_form_make_line (self->form);
  g_object_get (self->list, "full", &is_full, NULL);
  if (self->position < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    ff_help_line_list_replace (self->list, self->position, line);
  else if (!is_full)
    ff_help_line_list_insert (self->list, self->position, line);
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
bind_form (FfHelpLinePage *self)
{
  GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_object_bind_property (self->form, "name", self->name_row, "text", both);
  g_object_bind_property (self->form, "contact", self->contact_row, "text", both);
  g_object_bind_property (self->form, "hours", self->hours_row, "text", both);
  g_object_bind_property (self->form, "area", self->area_row, "text", both);
}

static void
ff_help_line_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (FF_HELP_LINE_PAGE (page)->name_row);
}

static void
ff_help_line_page_dispose (GObject *object)
{
  FfHelpLinePage *self = FF_HELP_LINE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HELP_LINE_PAGE);
  g_clear_object (&self->form);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (ff_help_line_page_parent_class)->dispose (object);
}

static void
ff_help_line_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfHelpLinePage *self = FF_HELP_LINE_PAGE (object);

  switch ((FfHelpLinePageProps) prop_id)
    {
    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_help_line_page_class_init (FfHelpLinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_help_line_page_dispose;
  object_class->get_property = ff_help_line_page_get_property;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = ff_help_line_page_shown;

  properties[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, FF_TYPE_HELP_LINE_FORM,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-help-line-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinePage, save_button);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinePage, contact_row);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinePage, hours_row);
  gtk_widget_class_bind_template_child (widget_class, FfHelpLinePage, area_row);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
ff_help_line_page_init (FfHelpLinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_help_line_page_edit:
 * @self: a page
 * @list: the help lines of a group
 * @position: of the one to change; beyond the last one for a new one
 *
 * Fills the fields in.
 */
void
ff_help_line_page_edit (FfHelpLinePage *self, FfHelpLineList *list, guint position)
{
  g_autoptr (FfHelpLine) line = NULL;
  FfHelpLineForm *old;

  g_return_if_fail (FF_IS_HELP_LINE_PAGE (self));
  g_return_if_fail (FF_IS_HELP_LINE_LIST (list));

  line = g_list_model_get_item (G_LIST_MODEL (list), position);
  g_set_object (&self->list, list);
  self->position = position;
  old = g_steal_pointer (&self->form);
  self->form = ff_help_line_form_new (line, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
  g_clear_object (&old);
  bind_form (self);
  gtk_button_set_label (self->save_button, line != NULL ? _ ("_Save") : _ ("_Add"));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 line != NULL ? _ ("Edit Help Line") : _ ("Add Help Line"));
}
