/* ff-returning-box.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of the last sessions who have not checked in yet, each with what they meant to do.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-plan-item.h"
#include "ff-returning-box.h"

/* Everybody takes the same width: the second line is as long, in its smaller letters, as the first may be. */
#define NAME_CHARS 18
#define PLAN_CHARS 22

struct _FfReturningBox
{
  GtkBox parent_instance;

  AdwWrapBox *people;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfReturningBox, ff_returning_box, GTK_TYPE_BOX)

static void
on_clicked (FfReturningBox *self, GtkButton *button)
{
  g_autofree char *alias = g_strdup (g_object_get_data (G_OBJECT (button), "alias"));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, alias);
}

static GtkWidget *
make_line (const char *text, int max_chars, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), max_chars);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_person (FfReturningBox *self, const char *alias, GPtrArray *texts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *plan;

  g_ptr_array_add (texts, NULL);
  /* Translators: between the things that somebody means to do: “call my sister; walk on Thursday” */
  g_autofree char *items = g_strjoinv (_ ("; "), (char **) texts->pdata);
  g_autofree char *lines = g_strjoinv ("\n", (char **) texts->pdata);
  /* Translators: said of a button: name of a person, and what they meant to do this week */
  g_autofree char *label = g_strdup_printf (_ ("%s comes back: %s"), alias, items);

  plan = make_line (items, PLAN_CHARS, "caption");
  gtk_label_set_width_chars (GTK_LABEL (plan), PLAN_CHARS);
  gtk_widget_add_css_class (plan, "dimmed");
  gtk_box_append (GTK_BOX (box), make_line (alias, NAME_CHARS, "heading"));
  gtk_box_append (GTK_BOX (box), plan);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "returning");
  gtk_widget_set_tooltip_text (button, lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "alias", g_strdup (alias), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->people, button);
}

static void
ff_returning_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_RETURNING_BOX);

  G_OBJECT_CLASS (ff_returning_box_parent_class)->dispose (object);
}

static void
ff_returning_box_class_init (FfReturningBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_returning_box_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FF_TYPE_RETURNING_BOX, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-returning-box.ui");
  gtk_widget_class_bind_template_child (widget_class, FfReturningBox, people);
}

static void
ff_returning_box_init (FfReturningBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_returning_box_show:
 * @self: the box
 * @items: (element-type FfPlanItem): what comes back, the items of a person next to each other
 *
 * Offers these people; nothing is seen of the box where there are none.
 */
void
ff_returning_box_show (FfReturningBox *self, GPtrArray *items)
{
  g_return_if_fail (FF_IS_RETURNING_BOX (self));

  GtkWidget *person;

  while ((person = gtk_widget_get_first_child (GTK_WIDGET (self->people))) != NULL)
    adw_wrap_box_remove (self->people, person);
  for (guint i = 0; i < items->len;)
    {
      FfPlanItem *first = g_ptr_array_index (items, i);
      g_autoptr (GPtrArray) texts = g_ptr_array_new ();

      for (; i < items->len; i++)
        {
          FfPlanItem *item = g_ptr_array_index (items, i);
          if (!g_str_equal (ff_plan_item_get_participant (item),
                            ff_plan_item_get_participant (first)))
            break;
          g_ptr_array_add (texts, (gpointer) ff_plan_item_get_text (item));
        }
      add_person (self, ff_plan_item_get_alias (first), texts);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), items->len > 0);
}
