/* ff-slide-mark.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place to mark on a slide: a box to tick, or one of several choices.
 */

#include "ff-config.h"

#include "ff-slide-mark.h"

#define TICKED "yes"

/* Draws nothing but where the focus is: the mark itself is on the paper. */
struct _FfSlideMark
{
  GtkWidget parent_instance;

  char *key;
  char *option;
  gboolean is_marked;
};

enum
{
  SIGNAL_PRESSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfSlideMark, ff_slide_mark, GTK_TYPE_WIDGET)

static void
press (FfSlideMark *self)
{
  g_signal_emit (self, signals[SIGNAL_PRESSED], 0);
}

static void
clicked_cb (FfSlideMark *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  press (self);
}

static void
ff_slide_mark_finalize (GObject *object)
{
  FfSlideMark *self = FF_SLIDE_MARK (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->option, g_free);

  G_OBJECT_CLASS (ff_slide_mark_parent_class)->finalize (object);
}

static void
ff_slide_mark_class_init (FfSlideMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[] = { GDK_KEY_space, GDK_KEY_KP_Space, GDK_KEY_Return, GDK_KEY_KP_Enter };

  G_OBJECT_CLASS (klass)->finalize = ff_slide_mark_finalize;

  signals[SIGNAL_PRESSED] = g_signal_new_class_handler ("pressed", G_TYPE_FROM_CLASS (klass),
                                                        G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, NULL,
                                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_PRESSED]);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "pressed", NULL);
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
ff_slide_mark_init (FfSlideMark *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* What the whole asks for and which of its choices this is, for those who hear it: "Health: now, 4", "Stage: Doing". */
static char *
make_name (const FfSheetArea *area)
{
  const char *last;

  if (area->kind == FF_AREA_CHECK || area->choice == NULL)
    return g_strdup (area->label);
  last = g_utf8_find_prev_char (area->label, area->label + strlen (area->label));
  if (last == NULL)
    return g_strdup (area->choice);
  return g_strconcat (area->label,
                      g_unichar_ispunct (g_utf8_get_char (last)) ? " "
                      : strstr (area->label, ": ") != NULL       ? ", "
                                                                 : ": ",
                      area->choice, NULL);
}

/**
 * ff_slide_mark_new:
 * @area: where a person marks
 *
 * Returns: (transfer floating): a place without a mark
 */
GtkWidget *
ff_slide_mark_new (const FfSheetArea *area)
{
  g_autofree char *name = NULL;
  FfSlideMark *self;
  gboolean is_choice;

  g_return_val_if_fail (area != NULL && area->kind != FF_AREA_TEXT, NULL);

  is_choice = area->kind == FF_AREA_CHOICE;
  self = g_object_new (FF_TYPE_SLIDE_MARK, "accessible-role",
                       is_choice ? GTK_ACCESSIBLE_ROLE_RADIO : GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  self->key = g_strdup (area->key);
  self->option = g_strdup (is_choice && area->option != NULL ? area->option : TICKED);
  if (is_choice)
    gtk_widget_add_css_class (GTK_WIDGET (self), "choice");
  name = make_name (area);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Beside each other on a spoke, now and wanted look the same. */
  if (is_choice)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  return GTK_WIDGET (self);
}

/**
 * ff_slide_mark_get_key:
 * @self: the place
 *
 * Returns: of its answer
 */
const char *
ff_slide_mark_get_key (FfSlideMark *self)
{
  g_return_val_if_fail (FF_IS_SLIDE_MARK (self), NULL);

  return self->key;
}

/**
 * ff_slide_mark_get_option:
 * @self: the place
 *
 * Returns: the answer where it is marked
 */
const char *
ff_slide_mark_get_option (FfSlideMark *self)
{
  g_return_val_if_fail (FF_IS_SLIDE_MARK (self), NULL);

  return self->option;
}

/**
 * ff_slide_mark_is_marked:
 * @self: the place
 *
 * Returns: whether it is marked
 */
gboolean
ff_slide_mark_is_marked (FfSlideMark *self)
{
  g_return_val_if_fail (FF_IS_SLIDE_MARK (self), FALSE);

  return self->is_marked;
}

/**
 * ff_slide_mark_set_marked:
 * @self: the place
 * @marked: whether it is marked
 */
void
ff_slide_mark_set_marked (FfSlideMark *self, gboolean marked)
{
  g_return_if_fail (FF_IS_SLIDE_MARK (self));

  if (self->is_marked == marked)
    return;
  self->is_marked = marked;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               marked ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                      : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}
