/* ff-handout-about.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a facilitator wants to know of a handout: how long, for how many, how to lead it, where it comes from.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-handout-about.h"

struct _FfHandoutAbout
{
  AdwBin parent_instance;

  AdwActionRow *minutes_row;
  AdwActionRow *people_row;
  AdwActionRow *had_row;
  AdwActionRow *names_row;
  GtkWidget *lead_group;
  GtkBox *steps;
  GtkWidget *origin_group;
  GtkLabel *origin_label;
  GtkLabel *sources_label;
};

G_DEFINE_FINAL_TYPE (FfHandoutAbout, ff_handout_about, ADW_TYPE_BIN)

static void
show_row (AdwActionRow *row, const char *text)
{
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL && *text != '\0');
}

static void
show_minutes (FfHandoutAbout *self, FfHandout *handout)
{
  guint minutes = ff_handout_get_minutes (handout);
  g_autofree char *text = minutes > 0 ? ff_format_minutes (minutes) : NULL;

  show_row (self->minutes_row, text);
}

static char *
describe_people (guint least, guint most)
{
  if (least == 0 && most == 0)
    return g_strdup (_ ("Any number, also one person alone"));
  if (most == 0)
    return g_strdup_printf (ngettext ("%u person or more", "%u people or more", least), least);
  if (least == most)
    return g_strdup_printf (ngettext ("%u person", "%u people", least), least);
  if (least == 0)
    return g_strdup_printf (ngettext ("Up to %u person", "Up to %u people", most), most);
  /* Translators: a group size like “2 to 12 people” */
  return g_strdup_printf (_ ("%u to %u people"), least, most);
}

static void
show_people (FfHandoutAbout *self, FfHandout *handout)
{
  g_autofree char *text = NULL;
  guint least, most;

  ff_handout_get_people (handout, &least, &most);
  text = describe_people (least, most);
  show_row (self->people_row, text);
}

/* A number, and what to do beside it. */
static GtkWidget *
make_step (guint number, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *figure, *label = gtk_label_new (text);
  /* Translators: the number of a step, with what sets it apart from the text after it */
  g_autofree char *numbered = g_strdup_printf (_ ("%u."), number);

  figure = gtk_label_new (numbered);
  gtk_widget_set_valign (figure, GTK_ALIGN_START);
  gtk_widget_add_css_class (figure, "dimmed");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
show_lead (FfHandoutAbout *self, FfHandout *handout)
{
  const char *const *lead = ff_handout_get_lead (handout);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_box_remove (self->steps, child);
  for (guint i = 0; lead != NULL && lead[i] != NULL; i++)
    gtk_box_append (self->steps, make_step (i + 1, lead[i]));
  gtk_widget_set_visible (self->lead_group, lead != NULL && lead[0] != NULL);
}

static void
show_origin (FfHandoutAbout *self, FfHandout *handout)
{
  const char *origin = ff_handout_get_origin (handout);
  const char *const *sources = ff_handout_get_sources (handout);
  g_autofree char *methods = sources != NULL ? g_strjoinv (" · ", (GStrv) sources) : g_strdup ("");

  gtk_label_set_text (self->origin_label, origin != NULL ? origin : "");
  gtk_widget_set_visible (GTK_WIDGET (self->origin_label), origin != NULL);
  gtk_label_set_text (self->sources_label, methods);
  gtk_widget_set_visible (GTK_WIDGET (self->sources_label), *methods != '\0');
  gtk_widget_set_visible (self->origin_group, origin != NULL || *methods != '\0');
}

static void
ff_handout_about_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_HANDOUT_ABOUT);

  G_OBJECT_CLASS (ff_handout_about_parent_class)->dispose (object);
}

static void
ff_handout_about_class_init (FfHandoutAboutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_handout_about_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-handout-about.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHandoutAbout, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutAbout, people_row);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutAbout, had_row);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutAbout, names_row);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutAbout, lead_group);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutAbout, steps);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutAbout, origin_group);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutAbout, origin_label);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutAbout, sources_label);
}

static void
ff_handout_about_init (FfHandoutAbout *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_row (self->had_row, NULL);
}

/**
 * ff_handout_about_set_handout:
 * @self: the widget
 * @handout: what to tell about
 */
void
ff_handout_about_set_handout (FfHandoutAbout *self, FfHandout *handout)
{
  g_return_if_fail (FF_IS_HANDOUT_ABOUT (self));
  g_return_if_fail (FF_IS_HANDOUT (handout));

  const char *const *names = ff_handout_get_other_names (handout);
  g_autofree char *joined = names != NULL ? g_strjoinv (" · ", (GStrv) names) : NULL;

  show_minutes (self, handout);
  show_people (self, handout);
  show_row (self->names_row, joined);
  show_lead (self, handout);
  show_origin (self, handout);
}

/**
 * ff_handout_about_set_had:
 * @self: the widget
 * @had: (nullable): when the group last had it, in words
 */
void
ff_handout_about_set_had (FfHandoutAbout *self, const char *had)
{
  g_return_if_fail (FF_IS_HANDOUT_ABOUT (self));

  show_row (self->had_row, had);
}
