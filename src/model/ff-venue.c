/* ff-venue.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where and how people meet: a room, a link, a telephone number.
 */

#include "ff-config.h"

#include "ff-venue.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _FfVenue
{
  GObject parent_instance;

  FfMode mode;
  char *texts[FF_N_VENUE_TEXTS];
  gboolean has_position;
  double latitude;
  double longitude;
};

G_DEFINE_FINAL_TYPE (FfVenue, ff_venue, G_TYPE_OBJECT)

static void
ff_venue_finalize (GObject *object)
{
  FfVenue *self = FF_VENUE (object);

  for (gsize i = 0; i < FF_N_VENUE_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (ff_venue_parent_class)->finalize (object);
}

static void
ff_venue_class_init (FfVenueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_venue_finalize;
}

static void
ff_venue_init (FfVenue *self)
{
  for (gsize i = 0; i < FF_N_VENUE_TEXTS; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * ff_venue_new:
 *
 * Returns: (transfer full): an empty one, for people who meet in person
 */
FfVenue *
ff_venue_new (void)
{
  return g_object_new (FF_TYPE_VENUE, NULL);
}

/**
 * ff_venue_copy:
 *
 * Returns: (transfer full): another object that says the same
 */
FfVenue *
ff_venue_copy (FfVenue *self)
{
  FfVenue *copy;

  g_return_val_if_fail (FF_IS_VENUE (self), NULL);

  copy = ff_venue_new ();
  copy->mode = self->mode;
  copy->has_position = self->has_position;
  copy->latitude = self->latitude;
  copy->longitude = self->longitude;
  for (gsize i = 0; i < FF_N_VENUE_TEXTS; i++)
    g_set_str (&copy->texts[i], self->texts[i]);
  return copy;
}

static gboolean
is_same (double a, double b)
{
  return fabs (a - b) < 1e-9;
}

/**
 * ff_venue_equal:
 *
 * Returns: whether both say the same
 */
gboolean
ff_venue_equal (FfVenue *a, FfVenue *b)
{
  g_return_val_if_fail (FF_IS_VENUE (a) && FF_IS_VENUE (b), FALSE);

  if (a->mode != b->mode || a->has_position != b->has_position
      || !is_same (a->latitude, b->latitude) || !is_same (a->longitude, b->longitude))
    return FALSE;
  for (gsize i = 0; i < FF_N_VENUE_TEXTS; i++)
    {
      if (!g_str_equal (a->texts[i], b->texts[i]))
        return FALSE;
    }
  return TRUE;
}

/**
 * ff_venue_get_mode:
 *
 * Returns: how people take part
 */
FfMode
ff_venue_get_mode (FfVenue *self)
{
  g_return_val_if_fail (FF_IS_VENUE (self), FF_MODE_IN_PERSON);

  return self->mode;
}

void
ff_venue_set_mode (FfVenue *self, FfMode mode)
{
  g_return_if_fail (FF_IS_VENUE (self));

  self->mode = mode;
}

/**
 * ff_venue_guess_mode:
 *
 * Returns: how people can take part, by what there is of a place, a link and a telephone number
 */
FfMode
ff_venue_guess_mode (FfVenue *self)
{
  gboolean somewhere;

  g_return_val_if_fail (FF_IS_VENUE (self), FF_MODE_IN_PERSON);

  somewhere = *self->texts[FF_VENUE_NAME] != '\0' || *self->texts[FF_VENUE_ADDRESS] != '\0';
  if (*self->texts[FF_VENUE_LINK] != '\0')
    return somewhere ? FF_MODE_HYBRID : FF_MODE_ONLINE;
  if (*self->texts[FF_VENUE_PHONE] != '\0')
    return somewhere ? FF_MODE_HYBRID : FF_MODE_PHONE;
  return FF_MODE_IN_PERSON;
}

/**
 * ff_venue_get_text:
 *
 * Returns: (transfer none): what it says there; never %NULL
 */
const char *
ff_venue_get_text (FfVenue *self, FfVenueText text)
{
  g_return_val_if_fail (FF_IS_VENUE (self), NULL);
  g_return_val_if_fail (text < FF_N_VENUE_TEXTS, NULL);

  return self->texts[text];
}

void
ff_venue_set_text (FfVenue *self, FfVenueText text, const char *value)
{
  g_return_if_fail (FF_IS_VENUE (self));
  g_return_if_fail (text < FF_N_VENUE_TEXTS);

  g_set_str (&self->texts[text], value != NULL ? value : "");
}

/* Names under which Zoom, Webex, Teams, Jitsi and others carry a passcode in a link. */
static gboolean
is_passcode (const char *parameter)
{
  static const char *const names[]
      = { "pwd", "passwd", "password", "passcode", "pw", "p", "pin", "jwt", NULL };
  g_autofree char *name = g_ascii_strdown (parameter, (gssize) strcspn (parameter, "=&?#"));

  return g_strv_contains (names, name);
}

/**
 * ff_venue_make_public_link:
 * @self: a venue
 *
 * Returns: (transfer full): its link without what stands for the passcode in it, in the query or the
 *   fragment; the rest is as it was, and "" stays so
 */
char *
ff_venue_make_public_link (FfVenue *self)
{
  const char *link, *part;
  g_autoptr (GString) result = NULL;
  char mark = 0; /* of a part that was left out: the next one begins with it */

  g_return_val_if_fail (FF_IS_VENUE (self), NULL);

  link = ff_venue_get_text (self, FF_VENUE_LINK);
  part = link + strcspn (link, "?#");
  result = g_string_new_len (link, part - link);
  while (*part != '\0')
    {
      gsize length = strcspn (part + 1, "?#&");

      if (is_passcode (part + 1))
        mark = *part != '&' ? *part : mark;
      else
        {
          g_string_append_c (result, mark != 0 && *part == '&' ? mark : *part);
          g_string_append_len (result, part + 1, (gssize) length);
          mark = 0;
        }
      part += 1 + length;
    }

  return g_string_free_and_steal (g_steal_pointer (&result));
}

/**
 * ff_venue_make_public_phone:
 * @self: a venue
 *
 * “+1 604 555 0100,,123456789#,,*4321#” opens the meeting; what follows the star is its passcode.
 *
 * Returns: (transfer full): its telephone number up to there
 */
char *
ff_venue_make_public_phone (FfVenue *self)
{
  const char *phone, *star;

  g_return_val_if_fail (FF_IS_VENUE (self), NULL);

  phone = ff_venue_get_text (self, FF_VENUE_PHONE);
  star = strstr (phone, ",*");
  if (star == NULL)
    return g_strdup (phone);
  while (star > phone && star[-1] == ',')
    star--;
  return g_strndup (phone, (gsize) (star - phone));
}

/**
 * ff_venue_get_position:
 * @latitude: (out) (optional): degrees north, −90 to 90
 * @longitude: (out) (optional): degrees east, −180 to 180
 *
 * Returns: whether anybody knows where on the earth it is
 */
gboolean
ff_venue_get_position (FfVenue *self, double *latitude, double *longitude)
{
  g_return_val_if_fail (FF_IS_VENUE (self), FALSE);

  if (latitude != NULL)
    *latitude = self->latitude;
  if (longitude != NULL)
    *longitude = self->longitude;
  return self->has_position;
}

/**
 * ff_venue_set_position:
 *
 * Returns: %FALSE, and nothing changes, where there is no such place on the earth
 */
gboolean
ff_venue_set_position (FfVenue *self, double latitude, double longitude)
{
  g_return_val_if_fail (FF_IS_VENUE (self), FALSE);

  if (!(fabs (latitude) <= 90) || !(fabs (longitude) <= 180))
    return FALSE;
  self->has_position = TRUE;
  self->latitude = latitude;
  self->longitude = longitude;
  return TRUE;
}

void
ff_venue_clear_position (FfVenue *self)
{
  g_return_if_fail (FF_IS_VENUE (self));

  self->has_position = FALSE;
  self->latitude = 0;
  self->longitude = 0;
}

/**
 * ff_mode_get_title:
 *
 * Returns: (transfer none): the words for it, in the person's language
 */
const char *
ff_mode_get_title (FfMode mode)
{
  switch (mode)
    {
    case FF_MODE_IN_PERSON:
      return _ ("In person");

    case FF_MODE_ONLINE:
      return _ ("Online");

    case FF_MODE_HYBRID:
      /* Translators: in a room and online at the same time */
      return _ ("In person and online");

    case FF_MODE_PHONE:
      return _ ("By telephone");

    default:
      g_return_val_if_reached ("");
    }
}
