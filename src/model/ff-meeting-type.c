/* ff-meeting-type.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The types of meeting that finders on the web know (Meeting Guide), by code and by word.
 */

#include "ff-config.h"

#include "ff-meeting-type.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* By code. Source: the Meeting Guide specification, github.com/code4recovery/spec. */
static const FfMeetingType types[] = {
  { "11", NC_ ("meeting type", "11th Step Meditation"), FF_TYPE_KIND_FORMAT, NULL },
  { "12x12", NC_ ("meeting type", "12 Steps & 12 Traditions"), FF_TYPE_KIND_FORMAT, NULL },
  { "A", NC_ ("meeting type", "Secular"), FF_TYPE_KIND_FORMAT, NULL },
  { "ABSI", NC_ ("meeting type", "As Bill Sees It"), FF_TYPE_KIND_FORMAT, NULL },
  { "AF", NC_ ("meeting type", "Afrikaans"), FF_TYPE_KIND_LANGUAGE, "af" },
  { "AL", NC_ ("meeting type", "Concurrent with Alateen"), FF_TYPE_KIND_PEOPLE, NULL },
  { "AL-AN", NC_ ("meeting type", "Concurrent with Al-Anon"), FF_TYPE_KIND_PEOPLE, NULL },
  { "AM", NC_ ("meeting type", "Amharic"), FF_TYPE_KIND_LANGUAGE, "am" },
  { "AR", NC_ ("meeting type", "Arabic"), FF_TYPE_KIND_LANGUAGE, "ar" },
  { "ASL", NC_ ("meeting type", "American Sign Language"), FF_TYPE_KIND_LANGUAGE, "ase" },
  { "B", NC_ ("meeting type", "Big Book"), FF_TYPE_KIND_FORMAT, NULL },
  { "BA", NC_ ("meeting type", "Babysitting Available"), FF_TYPE_KIND_ACCESS, NULL },
  { "BE", NC_ ("meeting type", "Newcomer"), FF_TYPE_KIND_PEOPLE, NULL },
  { "BG", NC_ ("meeting type", "Bulgarian"), FF_TYPE_KIND_LANGUAGE, "bg" },
  { "BI", NC_ ("meeting type", "Bisexual"), FF_TYPE_KIND_PEOPLE, NULL },
  { "BRK", NC_ ("meeting type", "Breakfast"), FF_TYPE_KIND_ACCESS, NULL },
  { "C", NC_ ("meeting type", "Closed"), FF_TYPE_KIND_PEOPLE, NULL },
  { "CAN", NC_ ("meeting type", "Candlelight"), FF_TYPE_KIND_FORMAT, NULL },
  { "CF", NC_ ("meeting type", "Child-Friendly"), FF_TYPE_KIND_ACCESS, NULL },
  { "D", NC_ ("meeting type", "Discussion"), FF_TYPE_KIND_FORMAT, NULL },
  { "DA", NC_ ("meeting type", "Danish"), FF_TYPE_KIND_LANGUAGE, "da" },
  { "DB", NC_ ("meeting type", "Digital Basket"), FF_TYPE_KIND_ACCESS, NULL },
  { "DD", NC_ ("meeting type", "Dual Diagnosis"), FF_TYPE_KIND_PEOPLE, NULL },
  { "DE", NC_ ("meeting type", "German"), FF_TYPE_KIND_LANGUAGE, "de" },
  { "DR", NC_ ("meeting type", "Daily Reflections"), FF_TYPE_KIND_FORMAT, NULL },
  { "EL", NC_ ("meeting type", "Greek"), FF_TYPE_KIND_LANGUAGE, "el" },
  { "EN", NC_ ("meeting type", "English"), FF_TYPE_KIND_LANGUAGE, "en" },
  { "FA", NC_ ("meeting type", "Persian"), FF_TYPE_KIND_LANGUAGE, "fa" },
  { "FF", NC_ ("meeting type", "Fragrance Free"), FF_TYPE_KIND_ACCESS, NULL },
  { "FI", NC_ ("meeting type", "Finnish"), FF_TYPE_KIND_LANGUAGE, "fi" },
  { "FR", NC_ ("meeting type", "French"), FF_TYPE_KIND_LANGUAGE, "fr" },
  { "G", NC_ ("meeting type", "Gay"), FF_TYPE_KIND_PEOPLE, NULL },
  { "GR", NC_ ("meeting type", "Grapevine"), FF_TYPE_KIND_FORMAT, NULL },
  { "H", NC_ ("meeting type", "Birthday"), FF_TYPE_KIND_FORMAT, NULL },
  { "HE", NC_ ("meeting type", "Hebrew"), FF_TYPE_KIND_LANGUAGE, "he" },
  { "HI", NC_ ("meeting type", "Hindi"), FF_TYPE_KIND_LANGUAGE, "hi" },
  { "HR", NC_ ("meeting type", "Croatian"), FF_TYPE_KIND_LANGUAGE, "hr" },
  { "HU", NC_ ("meeting type", "Hungarian"), FF_TYPE_KIND_LANGUAGE, "hu" },
  { "IS", NC_ ("meeting type", "Icelandic"), FF_TYPE_KIND_LANGUAGE, "is" },
  { "ITA", NC_ ("meeting type", "Italian"), FF_TYPE_KIND_LANGUAGE, "it" },
  { "JA", NC_ ("meeting type", "Japanese"), FF_TYPE_KIND_LANGUAGE, "ja" },
  { "KA", NC_ ("meeting type", "Georgian"), FF_TYPE_KIND_LANGUAGE, "ka" },
  { "KOR", NC_ ("meeting type", "Korean"), FF_TYPE_KIND_LANGUAGE, "ko" },
  { "L", NC_ ("meeting type", "Lesbian"), FF_TYPE_KIND_PEOPLE, NULL },
  { "LGBTQ", NC_ ("meeting type", "LGBTQ"), FF_TYPE_KIND_PEOPLE, NULL },
  { "LIT", NC_ ("meeting type", "Literature"), FF_TYPE_KIND_FORMAT, NULL },
  { "LS", NC_ ("meeting type", "Living Sober"), FF_TYPE_KIND_FORMAT, NULL },
  { "LT", NC_ ("meeting type", "Lithuanian"), FF_TYPE_KIND_LANGUAGE, "lt" },
  { "M", NC_ ("meeting type", "Men"), FF_TYPE_KIND_PEOPLE, NULL },
  { "MED", NC_ ("meeting type", "Meditation"), FF_TYPE_KIND_FORMAT, NULL },
  { "ML", NC_ ("meeting type", "Malayalam"), FF_TYPE_KIND_LANGUAGE, "ml" },
  { "MT", NC_ ("meeting type", "Maltese"), FF_TYPE_KIND_LANGUAGE, "mt" },
  { "N", NC_ ("meeting type", "Native American"), FF_TYPE_KIND_PEOPLE, NULL },
  { "NB", NC_ ("meeting type", "Non-Binary"), FF_TYPE_KIND_PEOPLE, NULL },
  { "NDG", NC_ ("meeting type", "Indigenous"), FF_TYPE_KIND_PEOPLE, NULL },
  { "NE", NC_ ("meeting type", "Nepali"), FF_TYPE_KIND_LANGUAGE, "ne" },
  { "NL", NC_ ("meeting type", "Dutch"), FF_TYPE_KIND_LANGUAGE, "nl" },
  { "NO", NC_ ("meeting type", "Norwegian"), FF_TYPE_KIND_LANGUAGE, "no" },
  { "O", NC_ ("meeting type", "Open"), FF_TYPE_KIND_PEOPLE, NULL },
  { "OUT", NC_ ("meeting type", "Outdoor"), FF_TYPE_KIND_ACCESS, NULL },
  { "P", NC_ ("meeting type", "Professionals"), FF_TYPE_KIND_PEOPLE, NULL },
  { "POA", NC_ ("meeting type", "Proof of Attendance"), FF_TYPE_KIND_ACCESS, NULL },
  { "POC", NC_ ("meeting type", "People of Color"), FF_TYPE_KIND_PEOPLE, NULL },
  { "POL", NC_ ("meeting type", "Polish"), FF_TYPE_KIND_LANGUAGE, "pl" },
  { "POR", NC_ ("meeting type", "Portuguese"), FF_TYPE_KIND_LANGUAGE, "pt" },
  { "PUN", NC_ ("meeting type", "Punjabi"), FF_TYPE_KIND_LANGUAGE, "pa" },
  { "RUS", NC_ ("meeting type", "Russian"), FF_TYPE_KIND_LANGUAGE, "ru" },
  { "S", NC_ ("meeting type", "Spanish"), FF_TYPE_KIND_LANGUAGE, "es" },
  { "SEN", NC_ ("meeting type", "Seniors"), FF_TYPE_KIND_PEOPLE, NULL },
  { "SK", NC_ ("meeting type", "Slovak"), FF_TYPE_KIND_LANGUAGE, "sk" },
  { "SL", NC_ ("meeting type", "Slovenian"), FF_TYPE_KIND_LANGUAGE, "sl" },
  { "SM", NC_ ("meeting type", "Smoking Permitted"), FF_TYPE_KIND_ACCESS, NULL },
  { "SP", NC_ ("meeting type", "Speaker"), FF_TYPE_KIND_FORMAT, NULL },
  { "ST", NC_ ("meeting type", "Step Study"), FF_TYPE_KIND_FORMAT, NULL },
  { "SV", NC_ ("meeting type", "Swedish"), FF_TYPE_KIND_LANGUAGE, "sv" },
  { "T", NC_ ("meeting type", "Transgender"), FF_TYPE_KIND_PEOPLE, NULL },
  { "TC", NC_ ("meeting type", "Location Temporarily Closed"), FF_TYPE_KIND_ACCESS, NULL },
  { "TH", NC_ ("meeting type", "Thai"), FF_TYPE_KIND_LANGUAGE, "th" },
  { "TL", NC_ ("meeting type", "Tagalog"), FF_TYPE_KIND_LANGUAGE, "tl" },
  { "TR", NC_ ("meeting type", "Tradition Study"), FF_TYPE_KIND_FORMAT, NULL },
  { "TUR", NC_ ("meeting type", "Turkish"), FF_TYPE_KIND_LANGUAGE, "tr" },
  { "UK", NC_ ("meeting type", "Ukrainian"), FF_TYPE_KIND_LANGUAGE, "uk" },
  { "W", NC_ ("meeting type", "Women"), FF_TYPE_KIND_PEOPLE, NULL },
  { "X", NC_ ("meeting type", "Wheelchair Access"), FF_TYPE_KIND_ACCESS, NULL },
  { "XB", NC_ ("meeting type", "Wheelchair-Accessible Bathroom"), FF_TYPE_KIND_ACCESS, NULL },
  { "XT", NC_ ("meeting type", "Cross Talk Permitted"), FF_TYPE_KIND_ACCESS, NULL },
  { "Y", NC_ ("meeting type", "Young People"), FF_TYPE_KIND_PEOPLE, NULL },
};

/**
 * ff_meeting_types_list:
 * @n_types: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_types): all of them, sorted by code
 */
const FfMeetingType *
ff_meeting_types_list (gsize *n_types)
{
  *n_types = G_N_ELEMENTS (types);
  return types;
}

static int
compare_code (gconstpointer code, gconstpointer type)
{
  return strcmp (code, ((const FfMeetingType *) type)->code);
}

/**
 * ff_meeting_type_find:
 * @code: such as "X"
 *
 * Returns: (transfer none) (nullable): the type with that code
 */
const FfMeetingType *
ff_meeting_type_find (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  return bsearch (code, types, G_N_ELEMENTS (types), sizeof *types, compare_code);
}

static gboolean
is_named (const char *folded, const char *name)
{
  g_autofree char *other = g_utf8_casefold (name, -1);

  return g_str_equal (folded, other);
}

/**
 * ff_meeting_type_find_by_name:
 * @name: such as "Wheelchair Access", in English or in the person's language, in any case
 *
 * Returns: (transfer none) (nullable): the type of that name
 */
const FfMeetingType *
ff_meeting_type_find_by_name (const char *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  folded = g_utf8_casefold (name, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (is_named (folded, types[i].name)
          || is_named (folded, ff_meeting_type_get_title (&types[i])))
        return &types[i];
    }
  return NULL;
}

/**
 * ff_meeting_type_get_title:
 *
 * Returns: (transfer none): its words in the person's language
 */
const char *
ff_meeting_type_get_title (const FfMeetingType *type)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "meeting type", type->name);
}

/**
 * ff_type_kind_get_title:
 *
 * Returns: (transfer none): the heading for types of that kind, in the person's language
 */
const char *
ff_type_kind_get_title (FfTypeKind kind)
{
  switch (kind)
    {
    case FF_TYPE_KIND_ACCESS:
      return _ ("Getting in and taking part");

    case FF_TYPE_KIND_FORMAT:
      return _ ("What happens there");

    case FF_TYPE_KIND_PEOPLE:
      return _ ("Whom it is for");

    case FF_TYPE_KIND_LANGUAGE:
      return _ ("Language");

    default:
      g_return_val_if_reached ("");
    }
}
