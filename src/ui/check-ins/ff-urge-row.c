/* ff-urge-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An urge from 0 to 10, or none, by one click or one key.
 */

#include "ff-config.h"

#include "ff-check-in.h"
#include "ff-row-focus.h"
#include "ff-urge-row.h"

#define HIGHEST 10

/* A nought typed so soon after a one makes ten. */
#define TEN_US G_USEC_PER_SEC

struct _FfUrgeRow
{
  AdwPreferencesRow parent_instance;

  int urge;
  gint64 one_typed; /* monotonic time, 0 = not just now */

  GtkWidget *clear_button;
  AdwToggleGroup *figures;
};

typedef enum
{
  PROP_URGE = 1,
} FfUrgeRowProps;

static GParamSpec *properties[PROP_URGE + 1];

G_DEFINE_FINAL_TYPE (FfUrgeRow, ff_urge_row, ADW_TYPE_PREFERENCES_ROW)

/* It keeps its place, so that nothing moves under the pointer. */
static void
show_clear (FfUrgeRow *self)
{
  gboolean has_urge = self->urge != FF_CHECK_IN_NO_URGE;

  gtk_widget_set_sensitive (self->clear_button, has_urge);
  gtk_widget_set_opacity (self->clear_button, has_urge ? 1 : 0);
}

static void
figure_changed_cb (FfUrgeRow *self)
{
  guint active = adw_toggle_group_get_active (self->figures);

  ff_urge_row_set_urge (self,
                        active == GTK_INVALID_LIST_POSITION ? FF_CHECK_IN_NO_URGE : (int) active);
}

static void
clear_cb (FfUrgeRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->figures));
  ff_urge_row_set_urge (self, FF_CHECK_IN_NO_URGE);
}

static gboolean
key_pressed_cb (FfUrgeRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  gint64 one_typed = self->one_typed;

  if ((state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  self->one_typed = 0;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace)
    {
      ff_urge_row_set_urge (self, FF_CHECK_IN_NO_URGE);
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
  ff_urge_row_set_urge (self, figure);
  gtk_widget_grab_focus (GTK_WIDGET (self->figures));
  return GDK_EVENT_STOP;
}

static void
ff_urge_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_URGE_ROW);
  G_OBJECT_CLASS (ff_urge_row_parent_class)->dispose (object);
}

static void
ff_urge_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((FfUrgeRowProps) prop_id)
    {
    case PROP_URGE:
      g_value_set_int (value, ff_urge_row_get_urge (FF_URGE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_urge_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((FfUrgeRowProps) prop_id)
    {
    case PROP_URGE:
      ff_urge_row_set_urge (FF_URGE_ROW (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_urge_row_class_init (FfUrgeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_urge_row_dispose;
  object_class->get_property = ff_urge_row_get_property;
  object_class->set_property = ff_urge_row_set_property;

  properties[PROP_URGE]
      = g_param_spec_int ("urge", NULL, NULL, FF_CHECK_IN_NO_URGE, HIGHEST, FF_CHECK_IN_NO_URGE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  widget_class->focus = ff_row_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-urge-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfUrgeRow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, FfUrgeRow, figures);
  gtk_widget_class_bind_template_callback (widget_class, figure_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ff_urge_row_init (FfUrgeRow *self)
{
  self->urge = FF_CHECK_IN_NO_URGE;
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
 * ff_urge_row_get_urge:
 * @self: the row
 *
 * Returns: 0 to 10, or %FF_CHECK_IN_NO_URGE
 */
int
ff_urge_row_get_urge (FfUrgeRow *self)
{
  g_return_val_if_fail (FF_IS_URGE_ROW (self), FF_CHECK_IN_NO_URGE);
  return self->urge;
}

/**
 * ff_urge_row_set_urge:
 * @self: the row
 * @urge: 0 to 10, or %FF_CHECK_IN_NO_URGE
 */
void
ff_urge_row_set_urge (FfUrgeRow *self, int urge)
{
  g_return_if_fail (FF_IS_URGE_ROW (self));
  g_return_if_fail (urge >= FF_CHECK_IN_NO_URGE && urge <= HIGHEST);

  if (self->urge == urge)
    return;
  self->urge = urge;
  adw_toggle_group_set_active (self->figures, urge == FF_CHECK_IN_NO_URGE
                                                  ? GTK_INVALID_LIST_POSITION
                                                  : (guint) urge);
  show_clear (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_URGE]);
}
