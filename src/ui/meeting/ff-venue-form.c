/* ff-venue-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person says of where a meeting is and how to join it, and a sentence for each thing that cannot be so.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-link.h"
#include "ff-venue-form.h"

#define PHONE_DIGITS_MIN 3

struct _FfVenueForm
{
  GObject parent_instance;

  FfVenue *opened;
  FfMode mode;
  char *texts[FF_N_VENUE_TEXTS];

  char *link_message;
  char *link_hint;
  char *phone_message;
  char *summary;
  gboolean valid;
};

/* The texts come first, in the order of FfVenueText. */
typedef enum
{
  PROP_TEXTS = 1,
  PROP_MODE = PROP_TEXTS + FF_N_VENUE_TEXTS,
  PROP_LINK_MESSAGE,
  PROP_LINK_HINT,
  PROP_PHONE_MESSAGE,
  PROP_SUMMARY,
  PROP_SOMEWHERE,
  PROP_ONLINE,
  PROP_BY_PHONE,
  PROP_VALID,
} FfVenueFormProps;

static GParamSpec *props[PROP_VALID + 1];

static const char *const text_names[FF_N_VENUE_TEXTS] = {
  [FF_VENUE_NAME] = "name",
  [FF_VENUE_ADDRESS] = "address",
  [FF_VENUE_ROOM] = "room",
  [FF_VENUE_ACCESS] = "access",
  [FF_VENUE_REGION] = "region",
  [FF_VENUE_DISTRICT] = "district",
  [FF_VENUE_LINK] = "link",
  [FF_VENUE_LINK_NOTE] = "link-note",
  [FF_VENUE_PASSCODE] = "passcode",
  [FF_VENUE_PHONE] = "phone",
  [FF_VENUE_PHONE_NOTE] = "phone-note",
};

G_DEFINE_FINAL_TYPE (FfVenueForm, ff_venue_form, G_TYPE_OBJECT)

static gboolean
is_somewhere (FfVenueForm *self)
{
  return self->mode == FF_MODE_IN_PERSON || self->mode == FF_MODE_HYBRID;
}

static gboolean
is_online (FfVenueForm *self)
{
  return self->mode == FF_MODE_ONLINE || self->mode == FF_MODE_HYBRID;
}

/* Online meetings often have a number to call as well. */
static gboolean
is_by_phone (FfVenueForm *self)
{
  return self->mode != FF_MODE_IN_PERSON;
}

static char *
dup_stripped (FfVenueForm *self, FfVenueText text)
{
  return g_strstrip (g_strdup (self->texts[text]));
}

static void
take_message (FfVenueForm *self, char **field, FfVenueFormProps prop, const char *message)
{
  if (g_set_str (field, message))
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
judge_link (FfVenueForm *self)
{
  g_autofree char *completed = ff_link_complete (self->texts[FF_VENUE_LINK]);
  g_autofree char *typed = dup_stripped (self, FF_VENUE_LINK);
  g_autofree char *hint = NULL;
  const char *message = "";

  if (!is_online (self))
    g_set_str (&completed, "");
  if (completed[0] != '\0' && !ff_link_is_usable (completed))
    message = _ ("This is not a link that can be opened. It looks like "
                 "https://meet.example.org/group, or tel: and a number.");
  else if (completed[0] != '\0' && !g_str_equal (completed, typed))
    /* Translators: %s is a link like https://meet.example.org/group */
    hint = g_strdup_printf (_ ("Will be kept as %s"), completed);
  take_message (self, &self->link_message, PROP_LINK_MESSAGE, message);
  take_message (self, &self->link_hint, PROP_LINK_HINT, hint != NULL ? hint : "");
}

static const char *
judge_phone (FfVenueForm *self)
{
  guint digits = 0;

  if (!is_by_phone (self))
    return "";
  for (const char *p = self->texts[FF_VENUE_PHONE]; *p != '\0'; p = g_utf8_next_char (p))
    digits += g_unichar_isdigit (g_utf8_get_char (p)) ? 1 : 0;
  if (self->texts[FF_VENUE_PHONE][0] == '\0' || digits >= PHONE_DIGITS_MIN)
    return "";
  return _ ("This is not a telephone number. It looks like +1 604 555 0123.");
}

/* What the row that leads to the details says. */
static char *
summarize (FfVenueForm *self)
{
  const FfVenueText shown[] = { FF_VENUE_ADDRESS, FF_VENUE_ROOM, FF_VENUE_ACCESS };
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = dup_stripped (self, shown[i]);

      if (text[0] != '\0')
        g_strv_builder_add (parts, text);
    }

  g_auto (GStrv) texts = g_strv_builder_end (parts);
  return g_strjoinv (" · ", texts);
}

static void
validate (FfVenueForm *self)
{
  g_autofree char *summary = summarize (self);
  gboolean valid;

  judge_link (self);
  take_message (self, &self->phone_message, PROP_PHONE_MESSAGE, judge_phone (self));
  take_message (self, &self->summary, PROP_SUMMARY, summary);
  valid = self->link_message[0] == '\0' && self->phone_message[0] == '\0';
  if (self->valid != valid)
    {
      self->valid = valid;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALID]);
    }
}

static void
set_text (FfVenueForm *self, FfVenueText text, const char *value)
{
  if (!g_set_str (&self->texts[text], value != NULL ? value : ""))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXTS + text]);
  validate (self);
}

static void
set_mode (FfVenueForm *self, guint mode)
{
  if (mode > FF_MODE_PHONE || self->mode == (FfMode) mode)
    return;
  self->mode = (FfMode) mode;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SOMEWHERE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ONLINE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BY_PHONE]);
  validate (self);
}

static void
ff_venue_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfVenueForm *self = FF_VENUE_FORM (object);

  if (prop_id < PROP_MODE)
    {
      g_value_set_string (value, self->texts[prop_id - PROP_TEXTS]);
      return;
    }
  switch ((FfVenueFormProps) prop_id)
    {
    case PROP_MODE:
      g_value_set_uint (value, self->mode);
      break;
    case PROP_LINK_MESSAGE:
      g_value_set_string (value, self->link_message);
      break;
    case PROP_LINK_HINT:
      g_value_set_string (value, self->link_hint);
      break;
    case PROP_PHONE_MESSAGE:
      g_value_set_string (value, self->phone_message);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_SOMEWHERE:
      g_value_set_boolean (value, is_somewhere (self));
      break;
    case PROP_ONLINE:
      g_value_set_boolean (value, is_online (self));
      break;
    case PROP_BY_PHONE:
      g_value_set_boolean (value, is_by_phone (self));
      break;
    case PROP_VALID:
      g_value_set_boolean (value, self->valid);
      break;
    case PROP_TEXTS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_venue_form_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfVenueForm *self = FF_VENUE_FORM (object);

  if (prop_id < PROP_MODE)
    set_text (self, (FfVenueText) (prop_id - PROP_TEXTS), g_value_get_string (value));
  else if (prop_id == PROP_MODE)
    set_mode (self, g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ff_venue_form_finalize (GObject *object)
{
  FfVenueForm *self = FF_VENUE_FORM (object);

  g_clear_object (&self->opened);
  for (guint i = 0; i < FF_N_VENUE_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self->link_message);
  g_free (self->link_hint);
  g_free (self->phone_message);
  g_free (self->summary);

  G_OBJECT_CLASS (ff_venue_form_parent_class)->finalize (object);
}

static void
install_text (guint prop, const char *name, GParamFlags flags)
{
  props[prop] = g_param_spec_string (name, NULL, NULL, NULL,
                                     flags | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
install_flag (FfVenueFormProps prop, const char *name)
{
  props[prop]
      = g_param_spec_boolean (name, NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
ff_venue_form_class_init (FfVenueFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ff_venue_form_get_property;
  object_class->set_property = ff_venue_form_set_property;
  object_class->finalize = ff_venue_form_finalize;

  for (guint i = 0; i < FF_N_VENUE_TEXTS; i++)
    install_text (PROP_TEXTS + i, text_names[i], G_PARAM_READWRITE);
  props[PROP_MODE]
      = g_param_spec_uint ("mode", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  install_text (PROP_LINK_MESSAGE, "link-message", G_PARAM_READABLE);
  install_text (PROP_LINK_HINT, "link-hint", G_PARAM_READABLE);
  install_text (PROP_PHONE_MESSAGE, "phone-message", G_PARAM_READABLE);
  install_text (PROP_SUMMARY, "summary", G_PARAM_READABLE);
  install_flag (PROP_SOMEWHERE, "somewhere");
  install_flag (PROP_ONLINE, "online");
  install_flag (PROP_BY_PHONE, "by-phone");
  install_flag (PROP_VALID, "valid");
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
ff_venue_form_init (FfVenueForm *self)
{
  for (guint i = 0; i < FF_N_VENUE_TEXTS; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * ff_venue_form_new:
 * @venue: what to begin with
 *
 * One that says how to join but not that one can begins as what it amounts to.
 *
 * Returns: (transfer full): a form filled in from @venue
 */
FfVenueForm *
ff_venue_form_new (FfVenue *venue)
{
  FfVenueForm *self;

  g_return_val_if_fail (FF_IS_VENUE (venue), NULL);

  self = g_object_new (FF_TYPE_VENUE_FORM, NULL);
  self->opened = ff_venue_copy (venue);
  self->mode = ff_venue_get_mode (venue);
  if (self->mode == FF_MODE_IN_PERSON)
    self->mode = ff_venue_guess_mode (venue);
  for (guint i = 0; i < FF_N_VENUE_TEXTS; i++)
    g_set_str (&self->texts[i], ff_venue_get_text (venue, (FfVenueText) i));
  validate (self);
  return self;
}

/**
 * ff_venue_form_get_valid:
 * @self: a form
 *
 * Returns: whether no field has a message
 */
gboolean
ff_venue_form_get_valid (FfVenueForm *self)
{
  g_return_val_if_fail (FF_IS_VENUE_FORM (self), FALSE);

  return self->valid;
}

/**
 * ff_venue_form_get_mode:
 * @self: a form
 *
 * Returns: how people take part
 */
FfMode
ff_venue_form_get_mode (FfVenueForm *self)
{
  g_return_val_if_fail (FF_IS_VENUE_FORM (self), FF_MODE_IN_PERSON);

  return self->mode;
}

static gboolean
belongs (FfVenueForm *self, FfVenueText text)
{
  switch (text)
    {
    case FF_VENUE_NAME:
    case FF_VENUE_ADDRESS:
    case FF_VENUE_ROOM:
    case FF_VENUE_ACCESS:
      return is_somewhere (self);
    case FF_VENUE_LINK:
    case FF_VENUE_LINK_NOTE:
      return is_online (self);
    case FF_VENUE_PASSCODE:
    case FF_VENUE_PHONE:
    case FF_VENUE_PHONE_NOTE:
      return is_by_phone (self);
    case FF_VENUE_REGION:
    case FF_VENUE_DISTRICT:
    default:
      return TRUE;
    }
}

/**
 * ff_venue_form_build:
 * @self: a form that is valid
 *
 * White space at the ends is dropped, the link completed with https:// where it had no scheme, and what
 * does not belong to the mode left out, so that an address that is not used any more is not listed.
 * Where the place is on the map is kept for as long as its address is.
 *
 * Returns: (transfer full): the venue as the form says
 */
FfVenue *
ff_venue_form_build (FfVenueForm *self)
{
  g_autoptr (FfVenue) venue = NULL;

  g_return_val_if_fail (FF_IS_VENUE_FORM (self), NULL);
  g_return_val_if_fail (self->valid, NULL);

  venue = ff_venue_copy (self->opened);
  ff_venue_set_mode (venue, self->mode);
  for (guint i = 0; i < FF_N_VENUE_TEXTS; i++)
    {
      g_autofree char *text = i == FF_VENUE_LINK ? ff_link_complete (self->texts[i])
                                                 : dup_stripped (self, (FfVenueText) i);

      ff_venue_set_text (venue, (FfVenueText) i, belongs (self, (FfVenueText) i) ? text : "");
    }
  if (g_strcmp0 (ff_venue_get_text (venue, FF_VENUE_ADDRESS),
                 ff_venue_get_text (self->opened, FF_VENUE_ADDRESS))
      != 0)
    ff_venue_clear_position (venue);
  return g_steal_pointer (&venue);
}

/**
 * ff_venue_form_take_place:
 * @self: a form
 * @venue: a place that another meeting uses
 *
 * Fills in the place as it is known there; how to join online stays.
 */
void
ff_venue_form_take_place (FfVenueForm *self, FfVenue *venue)
{
  g_return_if_fail (FF_IS_VENUE_FORM (self));
  g_return_if_fail (FF_IS_VENUE (venue));

  for (guint i = FF_VENUE_NAME; i <= FF_VENUE_DISTRICT; i++)
    set_text (self, (FfVenueText) i, ff_venue_get_text (venue, (FfVenueText) i));
}
