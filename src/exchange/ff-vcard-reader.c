/* ff-vcard-reader.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * vCards of versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), read one by one: a broken card costs no other.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-roster-value.h"
#include "ff-vcard-line.h"

/* A property of which a volunteer has one and a card may have many. */
typedef struct
{
  char *value;
  int preference; /* the lower the better */
  guint n;
} Best;

typedef struct
{
  FfRosterReading *reading;
  FfVCardCursor cursor;
  FfRosterTaking taking; /* with a row while a card is open */
  guint depth;           /* of cards within it */
  gboolean after_agent;
  guint n_cards;

  Best mail, phone, language;
  GPtrArray *languages;
  GPtrArray *categories;
  char *formatted; /* FN */
  char *given;     /* of N */
  char *uid;
  char *own_uid;
  char *emergency;
  gboolean is_own; /* it says of itself what our table would */
} Cards;

/* --- One of several --- */

static int
get_preference (const FfVCardLine *line)
{
  const char *number = ff_vcard_line_get_parameter (line, "PREF");
  guint64 value;

  if (number != NULL && g_ascii_string_to_unsigned (number, 10, 1, 100, &value, NULL))
    return (int) value;
  return ff_vcard_line_has_type (line, "pref") ? 1 : 101;
}

static void
offer (Best *best, const FfVCardLine *line, const char *value)
{
  const int preference = get_preference (line);

  best->n++;
  if (best->value != NULL && preference >= best->preference)
    return;
  g_set_str (&best->value, value);
  best->preference = preference;
}

static void
forget (Best *best)
{
  g_clear_pointer (&best->value, g_free);
  best->n = 0;
}

static void
take_best (Cards *cards, Best *best, FfRosterField field)
{
  FfRosterRow *row = cards->taking.row;

  if (best->value != NULL)
    ff_roster_value_read (field, best->value, &cards->taking);
  if (best->n > 1)
    /* Translators: the name of a field such as “Phone” */
    ff_roster_row_remark (row, _ ("%s: it has several; the first or preferred one is taken."),
                          ff_roster_field_get_title (field));
}

/* --- Properties --- */

/* “tel:+1-604-555-0100;ext=7”, “mailto:a@example.org” */
static char *
drop_scheme (const char *value, const char *scheme)
{
  if (g_ascii_strncasecmp (value, scheme, strlen (scheme)) != 0)
    return g_strdup (value);
  return g_uri_unescape_string (value + strlen (scheme), NULL);
}

static void
read_contact (Best *best, const FfVCardLine *line, const char *text, const char *scheme)
{
  g_autofree char *plain = ff_vcard_unescape (text);
  g_autofree char *value = drop_scheme (plain, scheme);

  if (value != NULL && *value != '\0')
    offer (best, line, value);
}

static void
read_name (Cards *cards, const char *text)
{
  g_auto (GStrv) parts = ff_vcard_split (text, ';');
  const char *family = parts[0];
  const char *given = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";

  g_clear_pointer (&cards->given, g_free);
  cards->given = g_strconcat (given, *given != '\0' && *family != '\0' ? " " : "", family, NULL);
}

/* The street is nobody’s business here; where they live near is the town. */
static void
read_address (Cards *cards, const char *text)
{
  g_auto (GStrv) parts = ff_vcard_split (text, ';');

  if (g_strv_length (parts) > 3)
    ff_roster_value_read (FF_ROSTER_FIELD_HOME, parts[3], &cards->taking);
}

/* “geo:49.25,-123.1” of 4.0, “49.25;-123.1” before */
static void
read_place (Cards *cards, const char *text)
{
  g_autofree char *plain = ff_vcard_unescape (text);
  g_autofree char *place = drop_scheme (plain, "geo:");
  g_auto (GStrv) parts = place != NULL ? g_strsplit_set (place, ",;", 3) : NULL;

  if (parts == NULL || g_strv_length (parts) < 2)
    return;
  ff_roster_value_read (FF_ROSTER_FIELD_LATITUDE, parts[0], &cards->taking);
  ff_roster_value_read (FF_ROSTER_FIELD_LONGITUDE, parts[1], &cards->taking);
}

static void
read_kind (Cards *cards, const char *text)
{
  if (g_ascii_strcasecmp (text, "individual") != 0)
    ff_roster_row_refuse (cards->taking.row,
                          /* Translators: what a vCard is of, such as “group” */
                          _ ("It is not of a person (%.40s)."), text);
}

static void
add_all (GPtrArray *list, const char *text)
{
  g_auto (GStrv) parts = ff_vcard_split (text, ',');

  for (char **part = parts; *part != NULL; part++)
    {
      if (**part != '\0')
        g_ptr_array_add (list, g_strdup (*part));
    }
}

/* TRUE where the property is one of our own. */
static gboolean
read_own (Cards *cards, const FfVCardLine *line, const char *text)
{
  g_autofree char *plain = ff_vcard_unescape (text);

  for (guint i = FF_ROSTER_FIELD_NAME; i < FF_N_ROSTER_FIELDS; i++)
    {
      const char *name = ff_roster_field_get_vcard ((FfRosterField) i);

      if (name == NULL || !g_str_equal (name, line->name))
        continue;
      cards->is_own = TRUE;
      if (i == FF_ROSTER_FIELD_UID)
        g_set_str (&cards->own_uid, plain);
      else
        ff_roster_value_read ((FfRosterField) i, plain, &cards->taking);
      return TRUE;
    }
  return FALSE;
}

static void
read_simple (Cards *cards, FfRosterField field, const char *text)
{
  g_autofree char *plain = ff_vcard_unescape (text);

  ff_roster_value_read (field, plain, &cards->taking);
}

static void
read_said (Cards *cards, const FfVCardLine *line, const char *text)
{
  const char *name = line->name;
  g_autofree char *plain = ff_vcard_unescape (text);

  if (g_str_equal (name, "FN") && cards->formatted == NULL)
    g_set_str (&cards->formatted, plain);
  else if (g_str_equal (name, "N"))
    read_name (cards, text);
  else if (g_str_equal (name, "EMAIL"))
    read_contact (&cards->mail, line, text, "mailto:");
  else if (g_str_equal (name, "TEL"))
    read_contact (&cards->phone, line, text, "tel:");
  else if (g_str_equal (name, "PRONOUNS") || g_str_equal (name, "X-PRONOUNS"))
    read_simple (cards, FF_ROSTER_FIELD_PRONOUNS, text);
  else if (g_str_equal (name, "TZ"))
    read_simple (cards, FF_ROSTER_FIELD_ZONE, text);
  else if (g_str_equal (name, "NOTE"))
    read_simple (cards, FF_ROSTER_FIELD_NOTES, text);
  else if (g_str_equal (name, "ADR"))
    read_address (cards, text);
  else if (g_str_equal (name, "GEO"))
    read_place (cards, text);
  else if (g_str_equal (name, "UID"))
    g_set_str (&cards->uid, plain);
  else if (g_str_equal (name, "KIND"))
    read_kind (cards, plain);
  else if (g_str_equal (name, "CATEGORIES"))
    add_all (cards->categories, text);
  else if (g_str_equal (name, "LANG"))
    {
      g_ptr_array_add (cards->languages, g_strdup (plain));
      offer (&cards->language, line, plain);
    }
  else if (g_str_equal (name, "RELATED") && ff_vcard_line_has_type (line, "emergency"))
    g_set_str (&cards->emergency, plain);
  else
    read_own (cards, line, text);
}

static gboolean
is_of_use (const FfVCardLine *line)
{
  static const char *const used[]
      = { "FN",  "N",   "EMAIL", "TEL",  "PRONOUNS",   "X-PRONOUNS", "TZ",      "NOTE", "ADR",
          "GEO", "UID", "KIND",  "LANG", "CATEGORIES", "RELATED",    "VERSION", NULL };

  return g_strv_contains (used, line->name) || g_str_has_prefix (line->name, "X-FOURFOLD-");
}

/* A nul character is in none. */
static void
ask_charset (FfRosterImport *import, const FfVCardLine *line)
{
  g_autoptr (GString) bytes = ff_vcard_line_make_bytes (line);

  if (memchr (bytes->str, '\0', bytes->len) != NULL)
    return;
  import->asks |= FF_ROSTER_ASKS_CHARSET;
  ff_roster_sample_take (&import->charset_sample, bytes->str, bytes->len, line->number);
}

/* What is not in the character set is asked where somebody can still say which. */
static void
read_property (Cards *cards, const FfVCardLine *line)
{
  FfRosterImport *import = cards->reading->import;
  const FfRosterCharset charset = cards->reading->answers->charset;
  const char *named = ff_vcard_line_get_parameter (line, "CHARSET");
  g_autofree char *text = NULL;

  if (!is_of_use (line))
    return;
  switch (ff_vcard_line_decode (line, charset, &text))
    {
    case FF_VCARD_TEXT:
      if (g_str_equal (line->name, "VERSION"))
        cards->cursor.is_old = g_str_has_prefix (text, "2.");
      else
        read_said (cards, line, text);
      break;

    case FF_VCARD_TOO_LONG:
      ff_roster_row_refuse (cards->taking.row, _ ("Line %1$u (%2$s) is too long. Shorten it."),
                            line->number, line->name);
      break;

    case FF_VCARD_FOREIGN:
      if (named == NULL && charset == FF_ROSTER_CHARSET_ASK)
        ask_charset (import, line);
      ff_roster_row_refuse (cards->taking.row,
                            _ ("Line %1$u (%2$s) is not in the character set %3$.40s."),
                            line->number, line->name,
                            named != NULL ? named : ff_roster_charset_get_iconv (charset));
      break;

    case FF_VCARD_BINARY:
    default:
      break;
    }
}

/* --- A card --- */

static void
begin_card (Cards *cards, guint line)
{
  FfRosterRow *row = ff_roster_import_add (cards->reading->import, line);

  ff_roster_taking_begin (&cards->taking, cards->reading, row);
  cards->n_cards++;
  cards->depth = 0;
  cards->is_own = FALSE;
  cards->cursor.is_old = FALSE;
  g_ptr_array_set_size (cards->languages, 0);
  g_ptr_array_set_size (cards->categories, 0);
}

static void
forget_card (Cards *cards)
{
  forget (&cards->mail);
  forget (&cards->phone);
  forget (&cards->language);
  g_clear_pointer (&cards->formatted, g_free);
  g_clear_pointer (&cards->given, g_free);
  g_clear_pointer (&cards->uid, g_free);
  g_clear_pointer (&cards->own_uid, g_free);
  g_clear_pointer (&cards->emergency, g_free);
  cards->taking.row = NULL;
}

/* “urn:uuid:…” is somebody’s number here; any other belongs to the program that gave it. */
static void
take_uid (Cards *cards)
{
  static const char urn[] = "urn:uuid:";
  const char *uid = cards->uid;
  const gboolean is_urn = uid != NULL && g_ascii_strncasecmp (uid, urn, strlen (urn)) == 0;

  if (cards->own_uid != NULL)
    ff_roster_value_read (FF_ROSTER_FIELD_UID, cards->own_uid, &cards->taking);
  if (uid == NULL)
    return;
  if (cards->own_uid == NULL && is_urn)
    ff_roster_value_read (FF_ROSTER_FIELD_UID, uid + strlen (urn), &cards->taking);
  else
    ff_roster_value_read (FF_ROSTER_FIELD_SOURCE, uid, &cards->taking);
}

static void
take_languages (Cards *cards)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < cards->languages->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ";" : "",
                            (char *) g_ptr_array_index (cards->languages, i));
  ff_roster_value_read (FF_ROSTER_FIELD_LANGUAGES, list->str, &cards->taking);
  if (cards->language.value != NULL)
    ff_roster_value_read (FF_ROSTER_FIELD_LANGUAGE, cards->language.value, &cards->taking);
}

/* A category is a group or a role; address books have others, which are told. */
static void
take_categories (Cards *cards)
{
  g_autoptr (GString) roles = g_string_new (NULL);
  g_autoptr (GString) groups = g_string_new (NULL);

  for (guint i = 0; i < cards->categories->len; i++)
    {
      const char *word = g_ptr_array_index (cards->categories, i);
      const gboolean is_group
          = ff_roster_known_find (cards->reading->known, FF_ROSTER_NAMES_GROUP, word) != NULL;
      g_autofree char *escaped = ff_roster_value_escape (word, "");
      GString *list = is_group ? groups : roles;

      g_string_append_printf (list, "%s%s", list->len > 0 ? ";" : "", escaped);
    }
  ff_roster_value_read (FF_ROSTER_FIELD_ROLES, roles->str, &cards->taking);
  ff_roster_value_read (FF_ROSTER_FIELD_GROUPS, groups->str, &cards->taking);
}

/* What other programs say in properties that all know. */
static void
take_foreign (Cards *cards)
{
  take_languages (cards);
  take_categories (cards);
  if (cards->emergency != NULL)
    ff_roster_value_read (FF_ROSTER_FIELD_EMERGENCY_NAME, cards->emergency, &cards->taking);
}

static void
end_card (Cards *cards)
{
  const char *name
      = cards->formatted != NULL && *cards->formatted != '\0' ? cards->formatted : cards->given;

  if (name != NULL && *name != '\0')
    {
      ff_roster_row_name (cards->taking.row, name);
      ff_roster_value_read (FF_ROSTER_FIELD_NAME, name, &cards->taking);
    }
  take_best (cards, &cards->mail, FF_ROSTER_FIELD_MAIL);
  take_best (cards, &cards->phone, FF_ROSTER_FIELD_PHONE);
  take_uid (cards);
  if (!cards->is_own)
    take_foreign (cards);
  ff_roster_taking_end (&cards->taking);
  forget_card (cards);
}

static void
refuse_card (Cards *cards)
{
  ff_roster_row_refuse (cards->taking.row,
                        _ ("The card has no end (END:VCARD). Fetch the file again."));
  end_card (cards);
}

/* --- The file --- */

static gboolean
says_card (const FfVCardLine *line)
{
  g_autofree char *value = g_strstrip (g_strdup (line->value->str));

  return g_ascii_strcasecmp (value, "VCARD") == 0;
}

static void
read_begin (Cards *cards, const FfVCardLine *line)
{
  if (cards->taking.row != NULL && (cards->after_agent || cards->depth > 0))
    cards->depth++;
  else
    {
      if (cards->taking.row != NULL)
        refuse_card (cards);
      begin_card (cards, line->number);
    }
}

static void
read_line (Cards *cards, const FfVCardLine *line)
{
  const gboolean is_agent = g_str_equal (line->name, "AGENT");

  if (g_str_equal (line->name, "BEGIN") && says_card (line))
    read_begin (cards, line);
  else if (cards->taking.row == NULL)
    return;
  else if (g_str_equal (line->name, "END") && says_card (line))
    {
      if (cards->depth > 0)
        cards->depth--;
      else
        end_card (cards);
    }
  else if (cards->depth == 0)
    read_property (cards, line);
  cards->after_agent = is_agent;
}

static gboolean
read_all (Cards *cards, GError **error)
{
  const double length = (double) MAX (cards->cursor.file.length, 1);
  FfVCardLine *line;

  while ((line = ff_vcard_line_read (&cards->cursor)) != NULL)
    {
      g_autoptr (FfVCardLine) one = line;

      if (g_str_equal (one->name, "BEGIN")
          && !ff_roster_reading_go_on (cards->reading,
                                       (double) cards->cursor.file.position / length, error))
        return FALSE;
      read_line (cards, one);
    }
  if (cards->taking.row != NULL)
    refuse_card (cards);
  if (cards->n_cards > 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("There is no vCard in the file. Choose another one."));
  return FALSE;
}

/**
 * ff_vcard_read:
 * @reading: gets the cards, and what they leave open
 * @bytes: the file
 *
 * Reads every card in the file. Pictures and other binary values are passed over, and so are cards within a card.
 *
 * Returns: %FALSE with an error where there is none, or somebody cancelled
 */
gboolean
ff_vcard_read (FfRosterReading *reading, GBytes *bytes, GError **error)
{
  Cards cards = { .reading = reading };
  gboolean is_read;

  cards.cursor.file.text = g_bytes_get_data (bytes, &cards.cursor.file.length);
  cards.languages = g_ptr_array_new_with_free_func (g_free);
  cards.categories = g_ptr_array_new_with_free_func (g_free);
  is_read = read_all (&cards, error);
  if (cards.taking.row != NULL)
    {
      ff_roster_taking_end (&cards.taking);
      forget_card (&cards);
    }
  if ((reading->import->asks & FF_ROSTER_ASKS_CHARSET) != 0)
    g_ptr_array_set_size (reading->import->rows, 0);
  g_ptr_array_unref (cards.categories);
  g_ptr_array_unref (cards.languages);
  return is_read;
}
