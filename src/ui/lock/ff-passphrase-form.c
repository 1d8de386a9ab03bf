/* ff-passphrase-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody fills in to set, change or remove the passphrase, and what is wrong with it. No widgets.
 */

#include "ff-config.h"

#include "ff-passphrase-form.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What length and variety would give a choice by lot; people do not choose by lot, so that both are set high. */
#define FAIR_BITS 50
#define HIGH_BITS 80

struct _FfPassphraseForm
{
  GObject parent_instance;

  FfPassphraseStep step;
  char *old;
  char *passphrase;
  char *again;
};

typedef enum
{
  PROP_OLD = 1,
  PROP_PASSPHRASE,
  PROP_AGAIN,
  PROP_VALID,
  PROP_STRENGTH,
  PROP_MESSAGE,
} FfPassphraseFormProps;

static GParamSpec *properties[PROP_MESSAGE + 1];

G_DEFINE_FINAL_TYPE (FfPassphraseForm, ff_passphrase_form, G_TYPE_OBJECT)

/* How many characters there are to choose from, of the kinds that were used. */
static double
count_choices (const char *text)
{
  double lower = 0, upper = 0, digits = 0, others = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        digits = 10;
      else if (g_unichar_isupper (c))
        upper = 26;
      else if (g_unichar_isalpha (c))
        lower = 26;
      else
        others = 33;
    }
  return lower + upper + digits + others;
}

static gboolean
occurs_before (const char *text, const char *end, gunichar c)
{
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == c)
      return TRUE;
  return FALSE;
}

/* One that repeats or goes on counting (“aaa”, “abc”, “321”) says nothing new, one seen before only half. */
static double
count_surprises (const char *text)
{
  double n = 0;
  gunichar last = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const gint64 step = (gint64) c - last;

      if (last == 0 || step < -1 || step > 1)
        n += occurs_before (text, p, c) ? 0.5 : 1;
      last = c;
    }
  return n;
}

/**
 * ff_passphrase_get_strength:
 * @passphrase: what somebody thought of
 *
 * Knows no dictionary: it says what length and variety give, and is on the careful side.
 *
 * Returns: how hard it would be to guess
 */
FfStrength
ff_passphrase_get_strength (const char *passphrase)
{
  double bits;

  g_return_val_if_fail (passphrase != NULL, FF_STRENGTH_NONE);

  if (g_utf8_strlen (passphrase, -1) < FF_PASSPHRASE_LEAST)
    return FF_STRENGTH_NONE;

  bits = count_surprises (passphrase) * log2 (count_choices (passphrase));
  if (bits < FAIR_BITS)
    return FF_STRENGTH_LOW;

  return bits < HIGH_BITS ? FF_STRENGTH_FAIR : FF_STRENGTH_HIGH;
}

/**
 * ff_passphrase_describe_strength:
 * @strength: how hard it would be to guess
 *
 * Returns: (transfer none): that in words
 */
const char *
ff_passphrase_describe_strength (FfStrength strength)
{
  switch (strength)
    {
    case FF_STRENGTH_LOW:
      return _ (
          "Easy to guess. Four words that have nothing to do with each other would be better.");

    case FF_STRENGTH_FAIR:
      return _ ("Could be guessed with much patience. Another word would make it hard.");

    case FF_STRENGTH_HIGH:
      return _ ("Hard to guess.");

    case FF_STRENGTH_NONE:
    default:
      return _ ("At least 8 characters; several words are easier to remember than signs.");
    }
}

static gboolean
needs_old (FfPassphraseForm *self)
{
  return self->step != FF_PASSPHRASE_SET;
}

static gboolean
needs_new (FfPassphraseForm *self)
{
  return self->step != FF_PASSPHRASE_REMOVE;
}

static const char *
get_strength (FfPassphraseForm *self)
{
  if (!needs_new (self))
    return "";

  return ff_passphrase_describe_strength (ff_passphrase_get_strength (self->passphrase));
}

static const char *
get_message (FfPassphraseForm *self)
{
  if (!needs_new (self))
    return "";
  if (!g_utf8_validate (self->passphrase, -1, NULL))
    return _ ("The passphrase has characters that cannot be read.");
  /* While the second is being typed it is not complained of. */
  if (strncmp (self->again, self->passphrase, strlen (self->again)) != 0)
    return _ ("The two are not the same. Type the passphrase once more.");
  if (self->step == FF_PASSPHRASE_CHANGE && *self->passphrase != '\0'
      && g_str_equal (self->passphrase, self->old))
    return _ ("This is the passphrase that you have already.");

  return "";
}

static void
set_text (FfPassphraseForm *self, char **text, const GValue *value, GParamSpec *pspec)
{
  const char *given = g_value_get_string (value);

  if (g_strcmp0 (*text, given) == 0)
    return;

  explicit_bzero (*text, strlen (*text));
  g_set_str (text, given != NULL ? given : "");
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
  for (guint i = PROP_VALID; i <= PROP_MESSAGE; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
wipe (char **text)
{
  explicit_bzero (*text, strlen (*text));
  g_clear_pointer (text, g_free);
}

static void
ff_passphrase_form_finalize (GObject *object)
{
  FfPassphraseForm *self = FF_PASSPHRASE_FORM (object);

  wipe (&self->old);
  wipe (&self->passphrase);
  wipe (&self->again);

  G_OBJECT_CLASS (ff_passphrase_form_parent_class)->finalize (object);
}

static void
ff_passphrase_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfPassphraseForm *self = FF_PASSPHRASE_FORM (object);

  switch ((FfPassphraseFormProps) prop_id)
    {
    case PROP_OLD:
      g_value_set_string (value, self->old);
      break;

    case PROP_PASSPHRASE:
      g_value_set_string (value, self->passphrase);
      break;

    case PROP_AGAIN:
      g_value_set_string (value, self->again);
      break;

    case PROP_VALID:
      g_value_set_boolean (value, ff_passphrase_form_get_valid (self));
      break;

    case PROP_STRENGTH:
      g_value_set_string (value, get_strength (self));
      break;

    case PROP_MESSAGE:
      g_value_set_string (value, get_message (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_passphrase_form_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  FfPassphraseForm *self = FF_PASSPHRASE_FORM (object);

  switch ((FfPassphraseFormProps) prop_id)
    {
    case PROP_OLD:
      set_text (self, &self->old, value, pspec);
      break;

    case PROP_PASSPHRASE:
      set_text (self, &self->passphrase, value, pspec);
      break;

    case PROP_AGAIN:
      set_text (self, &self->again, value, pspec);
      break;

    case PROP_VALID:
    case PROP_STRENGTH:
    case PROP_MESSAGE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_passphrase_form_class_init (FfPassphraseFormClass *klass)
{
  const GParamFlags read_write
      = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ff_passphrase_form_finalize;
  object_class->get_property = ff_passphrase_form_get_property;
  object_class->set_property = ff_passphrase_form_set_property;

  properties[PROP_OLD] = g_param_spec_string ("old", NULL, NULL, "", read_write);
  properties[PROP_PASSPHRASE] = g_param_spec_string ("passphrase", NULL, NULL, "", read_write);
  properties[PROP_AGAIN] = g_param_spec_string ("again", NULL, NULL, "", read_write);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE, readable);
  properties[PROP_STRENGTH] = g_param_spec_string ("strength", NULL, NULL, "", readable);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_passphrase_form_init (FfPassphraseForm *self)
{
  self->old = g_strdup ("");
  self->passphrase = g_strdup ("");
  self->again = g_strdup ("");
}

/**
 * ff_passphrase_form_new:
 * @step: what it is for
 *
 * Returns: (transfer full): a form with nothing in it
 */
FfPassphraseForm *
ff_passphrase_form_new (FfPassphraseStep step)
{
  FfPassphraseForm *self = g_object_new (FF_TYPE_PASSPHRASE_FORM, NULL);

  self->step = step;

  return self;
}

/**
 * ff_passphrase_form_get_step:
 * @self: a form
 *
 * Returns: what it is for
 */
FfPassphraseStep
ff_passphrase_form_get_step (FfPassphraseForm *self)
{
  g_return_val_if_fail (FF_IS_PASSPHRASE_FORM (self), FF_PASSPHRASE_SET);

  return self->step;
}

/**
 * ff_passphrase_form_get_valid:
 * @self: a form
 *
 * Returns: whether all that it takes is filled in
 */
gboolean
ff_passphrase_form_get_valid (FfPassphraseForm *self)
{
  g_return_val_if_fail (FF_IS_PASSPHRASE_FORM (self), FALSE);

  if (needs_old (self) && *self->old == '\0')
    return FALSE;

  return !needs_new (self)
         || (*get_message (self) == '\0' && g_str_equal (self->passphrase, self->again)
             && ff_passphrase_get_strength (self->passphrase) != FF_STRENGTH_NONE);
}

/**
 * ff_passphrase_form_get_old:
 * @self: a form
 *
 * Returns: (transfer none): the passphrase so far, or the recovery key
 */
const char *
ff_passphrase_form_get_old (FfPassphraseForm *self)
{
  g_return_val_if_fail (FF_IS_PASSPHRASE_FORM (self), NULL);

  return self->old;
}

/**
 * ff_passphrase_form_get_passphrase:
 * @self: a form
 *
 * Returns: (transfer none): the new passphrase
 */
const char *
ff_passphrase_form_get_passphrase (FfPassphraseForm *self)
{
  g_return_val_if_fail (FF_IS_PASSPHRASE_FORM (self), NULL);

  return self->passphrase;
}
