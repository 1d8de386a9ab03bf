/* ff-figure-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure from 0 to 10, or none, by one click or one key.
 */

#include "ff-config.h"

#include "ff-check-in.h"
#include "ff-figure-row.h"
#include "ff-row-focus.h"

#define HIGHEST 10

/* A nought typed so soon after a one makes ten. */
#define TEN_US G_USEC_PER_SEC

struct _FfFigureRow
{
  AdwPreferencesRow parent_instance;

  int figure;
  gint64 one_typed; /* monotonic time, 0 = not just now */

  GtkWidget *clear_button;
  AdwToggleGroup *figures;
};

typedef enum
{
  PROP_FIGURE = 1,
} FfFigureRowProps;

static GParamSpec *properties[PROP_FIGURE + 1];

G_DEFINE_FINAL_TYPE (FfFigureRow, ff_figure_row, ADW_TYPE_PREFERENCES_ROW)

/* It keeps its place, so that nothing moves under the pointer. */
static void
show_clear (FfFigureRow *self)
{
  gboolean has_figure = self->figure != FF_CHECK_IN_UNSAID;

  gtk_widget_set_sensitive (self->clear_button, has_figure);
  gtk_widget_set_opacity (self->clear_button, has_figure ? 1 : 0);
}

static void
figure_changed_cb (FfFigureRow *self)
{
  guint active = adw_toggle_group_get_active (self->figures);

  ff_figure_row_set_figure (self, active == GTK_INVALID_LIST_POSITION ? FF_CHECK_IN_UNSAID
                                                                      : (int) active);
}

static void
clear_cb (FfFigureRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->figures));
  ff_figure_row_set_figure (self, FF_CHECK_IN_UNSAID);
}

static gboolean
key_pressed_cb (FfFigureRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  gint64 one_typed = self->one_typed;

  if ((state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  self->one_typed = 0;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace)
    {
      ff_figure_row_set_figure (self, FF_CHECK_IN_UNSAID);
      return GDK_EVENT_STOP;
    }
  /* Figures of every script count: ٣ is three. */
  if (!g_unichar_isdigit (character))
    return GDK_EVENT_PROPAGATE;

  int figure = g_unichar_digit_value (character);
  if (figure == 0 && one_typed != 0 && g_get_monotonic_time () - one_typed < TEN_US)
    figure = HIGHEST;
  if (figure == 1)
    self->one_typed = g_get_monotonic_time ();
  ff_figure_row_set_figure (self, figure);
  gtk_widget_grab_focus (GTK_WIDGET (self->figures));
  return GDK_EVENT_STOP;
}

static void
ff_figure_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_FIGURE_ROW);
  G_OBJECT_CLASS (ff_figure_row_parent_class)->dispose (object);
}

static void
ff_figure_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((FfFigureRowProps) prop_id)
    {
    case PROP_FIGURE:
      g_value_set_int (value, ff_figure_row_get_figure (FF_FIGURE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_figure_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((FfFigureRowProps) prop_id)
    {
    case PROP_FIGURE:
      ff_figure_row_set_figure (FF_FIGURE_ROW (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_figure_row_class_init (FfFigureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_figure_row_dispose;
  object_class->get_property = ff_figure_row_get_property;
  object_class->set_property = ff_figure_row_set_property;

  properties[PROP_FIGURE]
      = g_param_spec_int ("figure", NULL, NULL, FF_CHECK_IN_UNSAID, HIGHEST, FF_CHECK_IN_UNSAID,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  widget_class->focus = ff_row_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfFigureRow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, FfFigureRow, figures);
  gtk_widget_class_bind_template_callback (widget_class, figure_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ff_figure_row_init (FfFigureRow *self)
{
  self->figure = FF_CHECK_IN_UNSAID;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_clear (self);
  for (int i = 0; i <= HIGHEST; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();
      g_autofree char *label = g_strdup_printf ("%d", i);

      adw_toggle_set_label (toggle, label);
      adw_toggle_group_add (self->figures, toggle);
    }
  adw_toggle_group_set_active (self->figures, GTK_INVALID_LIST_POSITION);
}

/**
 * ff_figure_row_get_figure:
 * @self: the row
 *
 * Returns: 0 to 10, or %FF_CHECK_IN_UNSAID
 */
int
ff_figure_row_get_figure (FfFigureRow *self)
{
  g_return_val_if_fail (FF_IS_FIGURE_ROW (self), FF_CHECK_IN_UNSAID);
  return self->figure;
}

/**
 * ff_figure_row_set_figure:
 * @self: the row
 * @figure: 0 to 10, or %FF_CHECK_IN_UNSAID
 */
void
ff_figure_row_set_figure (FfFigureRow *self, int figure)
{
  g_return_if_fail (FF_IS_FIGURE_ROW (self));
  g_return_if_fail (figure >= FF_CHECK_IN_UNSAID && figure <= HIGHEST);

  if (self->figure == figure)
    return;
  self->figure = figure;
  adw_toggle_group_set_active (self->figures, figure == FF_CHECK_IN_UNSAID
                                                  ? GTK_INVALID_LIST_POSITION
                                                  : (guint) figure);
  show_clear (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}
