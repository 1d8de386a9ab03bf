/* ff-help-line-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person fills in about a help line, and what is still wrong with it.
 */

#include "ff-config.h"

#include "ff-help-line-form.h"

#include <glib/gi18n-lib.h>

/* What the store takes. */
#define LENGTH_MAX 200

typedef enum
{
  NAME,
  CONTACT,
  HOURS,
  AREA,
  N_FIELDS
} Field;

struct _FfHelpLineForm
{
  GObject parent_instance;

  char *texts[N_FIELDS];
  const char *messages[N_FIELDS]; /* never NULL; "" where nothing is wrong */
  gboolean is_touched[N_FIELDS];
  gboolean is_optional;
  gboolean is_valid;
};

/* The texts and then the messages, in the order of the fields. */
typedef enum
{
  PROP_TEXTS = 1,
  PROP_MESSAGES = PROP_TEXTS + N_FIELDS,
  PROP_VALID = PROP_MESSAGES + N_FIELDS,
} FfHelpLineFormProps;

static GParamSpec *properties[PROP_VALID + 1];

static const char *const text_names[N_FIELDS]
    = { [NAME] = "name", [CONTACT] = "contact", [HOURS] = "hours", [AREA] = "area" };
static const char *const message_names[N_FIELDS] = { [NAME] = "name-message",
                                                     [CONTACT] = "contact-message",
                                                     [HOURS] = "hours-message",
                                                     [AREA] = "area-message" };

G_DEFINE_FINAL_TYPE (FfHelpLineForm, ff_help_line_form, G_TYPE_OBJECT)

static char *
dup_text (FfHelpLineForm *self, Field field)
{
  return g_strstrip (g_strdup (self->texts[field]));
}

static gboolean
is_blank (FfHelpLineForm *self, Field field)
{
  g_autofree char *text = dup_text (self, field);

  return *text == '\0';
}

static gboolean
is_empty (FfHelpLineForm *self)
{
  return is_blank (self, NAME) && is_blank (self, CONTACT) && is_blank (self, HOURS)
         && is_blank (self, AREA);
}

static const char *
say_missing (Field field)
{
  switch (field)
    {
    case NAME:
      return _ ("Write down who answers there.");

    case CONTACT:
      return _ ("Write down the number, or whatever else reaches them.");

    case HOURS:
    case AREA:
    case N_FIELDS:
    default:
      return "";
    }
}

static const char *
judge_field (FfHelpLineForm *self, Field field)
{
  g_autofree char *text = dup_text (self, field);

  if (g_utf8_strlen (text, -1) > LENGTH_MAX)
    return _ ("This is too long for a card. Use at most 200 characters.");
  return *text == '\0' ? say_missing (field) : "";
}

static void
set_message (FfHelpLineForm *self, Field field, const char *message)
{
  if (g_str_equal (self->messages[field], message))
    return;

  self->messages[field] = message;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGES + field]);
}

/* Where a line is not asked for, what is begun without its other half keeps the person from going on, and must say so. */
static void
judge (FfHelpLineForm *self)
{
  gboolean is_skipped = self->is_optional && is_empty (self);
  gboolean is_valid = TRUE;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *message = is_skipped ? "" : judge_field (self, (Field) i);

      is_valid = is_valid && *message == '\0';
      set_message (self, (Field) i, self->is_touched[i] || self->is_optional ? message : "");
    }
  if (self->is_valid == is_valid)
    return;
  self->is_valid = is_valid;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static void
ff_help_line_form_finalize (GObject *object)
{
  FfHelpLineForm *self = FF_HELP_LINE_FORM (object);

  for (guint i = 0; i < N_FIELDS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (ff_help_line_form_parent_class)->finalize (object);
}

static void
ff_help_line_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfHelpLineForm *self = FF_HELP_LINE_FORM (object);

  if (prop_id == PROP_VALID)
    g_value_set_boolean (value, self->is_valid);
  else if (prop_id >= PROP_MESSAGES && prop_id < PROP_VALID)
    g_value_set_string (value, self->messages[prop_id - PROP_MESSAGES]);
  else if (prop_id >= PROP_TEXTS && prop_id < PROP_MESSAGES)
    g_value_set_string (value, self->texts[prop_id - PROP_TEXTS]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ff_help_line_form_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  FfHelpLineForm *self = FF_HELP_LINE_FORM (object);
  const char *text = g_value_get_string (value);
  guint field = prop_id - PROP_TEXTS;

  if (prop_id < PROP_TEXTS || prop_id >= PROP_MESSAGES)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (!g_set_str (&self->texts[field], text != NULL ? text : ""))
    return;
  self->is_touched[field] = TRUE;
  g_object_notify_by_pspec (object, pspec);
  judge (self);
}

static void
ff_help_line_form_class_init (FfHelpLineFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ff_help_line_form_finalize;
  object_class->get_property = ff_help_line_form_get_property;
  object_class->set_property = ff_help_line_form_set_property;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      properties[PROP_TEXTS + i]
          = g_param_spec_string (text_names[i], NULL, NULL, "", read | G_PARAM_WRITABLE);
      properties[PROP_MESSAGES + i] = g_param_spec_string (message_names[i], NULL, NULL, "", read);
    }
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_help_line_form_init (FfHelpLineForm *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->texts[i] = g_strdup ("");
      self->messages[i] = "";
    }
}

/**
 * ff_help_line_form_new:
 * @line: (nullable): what to begin with
 * @optional: whether it is valid as well where nothing at all was filled in
 *
 * Returns: (transfer full): a form
 */
FfHelpLineForm *
ff_help_line_form_new (FfHelpLine *line, gboolean optional)
{
  FfHelpLineForm *self = g_object_new (FF_TYPE_HELP_LINE_FORM, NULL);

  g_return_val_if_fail (line == NULL || FF_IS_HELP_LINE (line), self);

  self->is_optional = optional;
  if (line != NULL)
    {
      g_set_str (&self->texts[NAME], ff_help_line_get_name (line));
      g_set_str (&self->texts[CONTACT], ff_help_line_get_contact (line));
      g_set_str (&self->texts[HOURS], ff_help_line_get_hours (line));
      g_set_str (&self->texts[AREA], ff_help_line_get_area (line));
    }
  judge (self);
  return self;
}

/**
 * ff_help_line_form_get_valid:
 * @self: a form
 *
 * Returns: whether it can be kept as it is
 */
gboolean
ff_help_line_form_get_valid (FfHelpLineForm *self)
{
  g_return_val_if_fail (FF_IS_HELP_LINE_FORM (self), FALSE);

  return self->is_valid;
}

/**
 * ff_help_line_form_make_line:
 * @self: a valid form
 *
 * Returns: (transfer full) (nullable): what was filled in, without white space at the ends; %NULL where nothing was
 */
FfHelpLine *
ff_help_line_form_make_line (FfHelpLineForm *self)
{
  g_autofree char *name = NULL;
  g_autofree char *contact = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *area = NULL;

  g_return_val_if_fail (FF_IS_HELP_LINE_FORM (self) && self->is_valid, NULL);

  if (is_empty (self))
    return NULL;
  name = dup_text (self, NAME);
  contact = dup_text (self, CONTACT);
  hours = dup_text (self, HOURS);
  area = dup_text (self, AREA);
  return ff_help_line_new (name, contact, hours, area);
}
