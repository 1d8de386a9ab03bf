/* ff-listing-types.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Types of meetings by the codes and words of each format.
 */

#include "ff-listing-types.h"

#include <string.h>

/* Words that older versions of the WordPress plugin wrote. */
static const struct
{
  const char *word;
  const char *code;
} words[] = {
  { "12 Steps & 12 Traditions", "12x12" },
  { "Newcomers", "BE" },
  { "Beginner", "BE" },
  { "Beginners", "BE" },
  { "Childcare", "BA" },
  { "Babysitting", "BA" },
  { "Children Welcome", "CF" },
  { "Concurrent with Alanon", "AL-AN" },
  { "Handicapped Accessible", "X" },
  { "Wheelchair Accessible", "X" },
  { "Wheelchair", "X" },
  { "Sign Language", "ASL" },
  { "Step Meeting", "ST" },
  { "Tradition", "TR" },
  { "Traditions", "TR" },
  { "Temporarily Closed", "TC" },
  { "Temporary Closure", "TC" },
  { "Atheist / Agnostic", "A" },
  { "Men Only", "M" },
  { "Women Only", "W" },
  { "Italian", "ITA" },
};

/* BMLT’s usual formats where their code is another, or the same code is another type. Source: the format table that a new BMLT server
 * comes with. Types that it has no format for keep their own code, or get one that no server uses. */
static const struct
{
  const char *code;
  const char *bmlt;
} pairs[] = {
  { "A", "AG" },   { "ABSI", "ABSI" }, { "ASL", "SL" },   { "B", "BIG" },  { "BA", "CS" },
  { "BE", "B" },   { "BI", "BIS" },    { "CAN", "CL" },   { "CF", "CW" },  { "FF", "FRF" },
  { "IS", "ISL" }, { "LIT", "LI" },    { "MED", "ME" },   { "RUS", "RU" }, { "S", "ES" },
  { "SL", "SLV" }, { "SM", "SMK" },    { "SP", "Sp" },    { "ST", "St" },  { "TR", "Tr" },
  { "X", "WC" },   { "Y", "YP" },      { "LGBTQ", "GL" }, { "ITA", "IT" }, { "POL", "PL" },
  { "POR", "PT" }, { "L", "LES" },     { "G", "GAY" },    { "GR", "GRV" }, { "T", "TRA" },
};

/**
 * ff_listing_types_find:
 * @text: a code such as “X”, or a word such as “Wheelchair Access”
 *
 * Returns: (transfer none) (nullable): the code
 */
const char *
ff_listing_types_find (const char *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  const FfMeetingType *type = ff_meeting_type_find (text);

  if (type == NULL && strlen (text) <= 5)
    type = ff_meeting_type_find (upper);
  if (type == NULL && g_ascii_strcasecmp (text, "12x12") == 0)
    type = ff_meeting_type_find ("12x12");
  if (type == NULL)
    type = ff_meeting_type_find_by_name (text);
  if (type != NULL)
    return type->code;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (words[i].word, text) == 0)
        return words[i].code;
    }
  return NULL;
}

/**
 * ff_listing_types_from_bmlt:
 * @code: of a BMLT format such as “WC”
 *
 * Returns: (transfer none) (nullable): the Meeting Guide code
 */
const char *
ff_listing_types_from_bmlt (const char *code)
{
  const FfMeetingType *type;

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (g_str_equal (pairs[i].bmlt, code))
        return pairs[i].code;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (g_str_equal (pairs[i].code, code))
        return NULL;
    }
  type = ff_meeting_type_find (code);
  return type != NULL ? type->code : NULL;
}

/**
 * ff_listing_types_to_bmlt:
 * @code: a Meeting Guide code such as “X”
 *
 * Returns: (transfer none): the BMLT format’s
 */
const char *
ff_listing_types_to_bmlt (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (g_str_equal (pairs[i].code, code))
        return pairs[i].bmlt;
    }
  return code;
}

/**
 * ff_listing_types_is_mode:
 * @text: a code or a word
 *
 * Returns: whether it says that people meet online or by telephone
 */
gboolean
ff_listing_types_is_mode (const char *text)
{
  static const char *const modes[]
      = { "onl", "online", "online meeting", "vm", "hy", "hybrid", "virtual", "ph", "phone", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  return g_strv_contains (modes, lower);
}
