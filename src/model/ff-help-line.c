/* ff-help-line.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where to turn now, as a group wrote it down.
 */

#include "ff-help-line.h"

struct _FfHelpLine
{
  GObject parent_instance;

  char *name;
  char *contact;
  char *hours;
  char *area;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_CONTACT,
  PROP_HOURS,
  PROP_AREA,
} FfHelpLineProps;

static GParamSpec *props[PROP_AREA + 1];

G_DEFINE_FINAL_TYPE (FfHelpLine, ff_help_line, G_TYPE_OBJECT)

/* Where the text of a property is kept. */
static char **
find_text (FfHelpLine *self, guint prop_id)
{
  switch ((FfHelpLineProps) prop_id)
    {
    case PROP_NAME:
      return &self->name;

    case PROP_CONTACT:
      return &self->contact;

    case PROP_HOURS:
      return &self->hours;

    case PROP_AREA:
      return &self->area;

    default:
      return NULL;
    }
}

static void
ff_help_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  char **text = find_text (FF_HELP_LINE (object), prop_id);

  if (text == NULL)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else
    g_value_set_string (value, *text);
}

static void
ff_help_line_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  char **text = find_text (FF_HELP_LINE (object), prop_id);
  const char *given = g_value_get_string (value);

  if (text == NULL)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (g_set_str (text, given != NULL ? given : ""))
    g_object_notify_by_pspec (object, pspec);
}

static void
ff_help_line_finalize (GObject *object)
{
  FfHelpLine *self = FF_HELP_LINE (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->contact, g_free);
  g_clear_pointer (&self->hours, g_free);
  g_clear_pointer (&self->area, g_free);

  G_OBJECT_CLASS (ff_help_line_parent_class)->finalize (object);
}

static void
ff_help_line_class_init (FfHelpLineClass *klass)
{
  static const char *const names[] = {
    [PROP_NAME] = "name", [PROP_CONTACT] = "contact", [PROP_HOURS] = "hours", [PROP_AREA] = "area"
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ff_help_line_get_property;
  object_class->set_property = ff_help_line_set_property;
  object_class->finalize = ff_help_line_finalize;

  for (guint i = PROP_NAME; i < G_N_ELEMENTS (props); i++)
    props[i] = g_param_spec_string (names[i], NULL, NULL, "",
                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                        | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
ff_help_line_init (FfHelpLine *self)
{
  self->name = g_strdup ("");
  self->contact = g_strdup ("");
  self->hours = g_strdup ("");
  self->area = g_strdup ("");
}

/**
 * ff_help_line_new:
 * @name: who answers there
 * @contact: a number, or whatever reaches them
 * @hours: when; "" where that is not said
 * @area: for whom or where; "" where that is not said
 *
 * Returns: (transfer full): a help line
 */
FfHelpLine *
ff_help_line_new (const char *name, const char *contact, const char *hours, const char *area)
{
  return g_object_new (FF_TYPE_HELP_LINE, "name", name, "contact", contact, "hours", hours, "area",
                       area, NULL);
}

/**
 * ff_help_line_get_name:
 * @self: a help line
 *
 * Returns: who answers there
 */
const char *
ff_help_line_get_name (FfHelpLine *self)
{
  g_return_val_if_fail (FF_IS_HELP_LINE (self), NULL);

  return self->name;
}

/**
 * ff_help_line_get_contact:
 * @self: a help line
 *
 * Returns: a number, or whatever reaches them
 */
const char *
ff_help_line_get_contact (FfHelpLine *self)
{
  g_return_val_if_fail (FF_IS_HELP_LINE (self), NULL);

  return self->contact;
}

/**
 * ff_help_line_get_hours:
 * @self: a help line
 *
 * Returns: when somebody answers; "" where that is not said
 */
const char *
ff_help_line_get_hours (FfHelpLine *self)
{
  g_return_val_if_fail (FF_IS_HELP_LINE (self), NULL);

  return self->hours;
}

/**
 * ff_help_line_get_area:
 * @self: a help line
 *
 * Returns: for whom or where it is; "" where that is not said
 */
const char *
ff_help_line_get_area (FfHelpLine *self)
{
  g_return_val_if_fail (FF_IS_HELP_LINE (self), NULL);

  return self->area;
}

/**
 * ff_help_line_make_text:
 * @self: a help line
 *
 * Returns: (transfer full): name, contact and hours on one line
 */
char *
ff_help_line_make_text (FfHelpLine *self)
{
  g_return_val_if_fail (FF_IS_HELP_LINE (self), NULL);

  if (*self->hours == '\0')
    return g_strdup_printf ("%s: %s", self->name, self->contact);

  return g_strdup_printf ("%s: %s (%s)", self->name, self->contact, self->hours);
}
