/* test-roster-vcard.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers as vCards: what RFC 6350 asks of ours, and cards of other programs and of nobody’s good will.
 */

#include "ff-test-roster-files.h"

#define BEGIN_4 "BEGIN:VCARD\r\nVERSION:4.0\r\n"
#define END "END:VCARD\r\n"

/* Lines of at most 75 octets that end with CRLF and are UTF-8 each; (transfer full): unfolded. */
static GStrv
unfold (const char *file)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (file, "\r\n", -1);
  const guint n = g_strv_length (lines);

  g_assert_cmpstr (lines[n - 1], ==, "");
  for (guint i = 0; i + 1 < n; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
      if (*lines[i] == ' ')
        g_string_append (whole, lines[i] + 1);
      else
        g_string_append_printf (whole, "%s%s", i > 0 ? "\n" : "", lines[i]);
    }
  return g_strsplit (whole->str, "\n", -1);
}

static guint
count_lines (GStrv lines, const char *start)
{
  guint n = 0;

  for (char **line = lines; *line != NULL; line++)
    n += g_str_has_prefix (*line, start) ? 1 : 0;
  return n;
}

/* RFC 6350, 3.3 and 6: a name of letters, digits and dashes, parameters, a colon; one FN or more, at most one N, UID, KIND, REV. */
static void
assert_strict (const char *file, guint n_cards)
{
  g_auto (GStrv) lines = unfold (file);
  guint depth = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const gsize width = strspn (lines[i], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

      g_assert_cmpuint (width, >, 0);
      g_assert_nonnull (strchr (":;", lines[i][width]));
      g_assert_nonnull (strchr (lines[i], ':'));
      if (g_str_equal (lines[i], "BEGIN:VCARD"))
        {
          g_assert_cmpuint (depth++, ==, 0);
          g_assert_cmpstr (lines[i + 1], ==, "VERSION:4.0");
        }
      else if (g_str_equal (lines[i], "END:VCARD"))
        g_assert_cmpuint (depth--, ==, 1);
      else
        g_assert_cmpuint (depth, ==, 1);
      /* Raw signs only where a value has several parts. */
      if (g_str_has_prefix (lines[i], "FN:") || g_str_has_prefix (lines[i], "NOTE:"))
        for (const char *c = strchr (lines[i], ':') + 1; *c != '\0'; c++)
          {
            if (*c == '\\')
              g_assert_nonnull (strchr ("\\,;n", *++c));
            else
              g_assert_null (strchr (",;", *c));
          }
      if (g_str_has_prefix (lines[i], "REV:"))
        g_assert_true (g_regex_match_simple ("^REV:\\d{8}T\\d{6}Z$", lines[i], 0, 0));
    }
  g_assert_cmpuint (depth, ==, 0);
  g_assert_cmpuint (count_lines (lines, "BEGIN:VCARD"), ==, n_cards);
  g_assert_cmpuint (count_lines (lines, "FN:"), ==, n_cards);
  g_assert_cmpuint (count_lines (lines, "N:"), ==, n_cards);
  g_assert_cmpuint (count_lines (lines, "UID:"), ==, n_cards);
  g_assert_cmpuint (count_lines (lines, "KIND:individual"), ==, n_cards);
}

static void
test_round_trip (void)
{
  g_autoptr (FfVolunteer) dale = make_dale ();
  g_autoptr (FfVolunteer) bo = make_somebody ("7d7a3f0e-3f5c-4a53-9d1c-5f1f6f6f0002", "Bo", "", "");
  g_autoptr (FfRosterKnown) known = make_known (g_object_ref (dale), g_object_ref (bo), NULL);
  g_autoptr (GPtrArray) all = ff_roster_export_list (known, NULL);
  g_autofree char *cards = NULL;
  g_autoptr (FfRosterImport) import = NULL;

  ff_volunteer_set_revision (dale, 3, G_GINT64_CONSTANT (1795521600) * G_USEC_PER_SEC);
  cards = ff_vcard_write (all, known, FF_ROSTER_ALL);
  assert_strict (cards, 2);
  import = read_text (cards, NULL, known);
  g_assert_cmpint (import->format, ==, FF_ROSTER_VCARD);
  g_assert_cmpuint (import->strangers->len, ==, 0);
  assert_alike (dale, get_volunteer (import, 0), known);
  assert_alike (bo, get_volunteer (import, 1), known);
  g_assert_nonnull (strstr (cards, "\r\nUID:card:17@example.org\r\n"));
  g_assert_nonnull (strstr (cards, "\r\nUID:urn:uuid:7d7a3f0e-3f5c-4a53-9d1c-5f1f6f6f0002\r\n"));
  g_assert_nonnull (strstr (cards, "\r\nPRONOUNS:they/them\r\n"));
  g_assert_nonnull (strstr (cards, "\r\nLANG;PREF=1:fr-CA\r\nLANG;PREF=2:en\r\n"));
  g_assert_nonnull (strstr (cards, "\r\nTZ:America/Toronto\r\n"));
  g_assert_nonnull (
      strstr (cards, "\r\nCATEGORIES:facilitator,Tea\\; and cake,Ladner Tuesday\r\n"));
  g_assert_nonnull (strstr (cards, "\r\nREV:2026"));
}

static void
test_versions (void)
{
  static const char text[]
      = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Roy;Zoé;;;\r\nFN:Zoé Roy\r\n"
        "item1.EMAIL;type=INTERNET;type=HOME:first@example.org\r\n"
        "EMAIL;TYPE=\"work,pref\":zoe@example.org\r\n"
        "TEL;TYPE=CELL:604 555 0100\r\n"
        "NOTE:one\\nand a long line that is \r\n folded\\, twice\r\n  over\r\n"
        "X-UNKNOWN:whatever\r\nCATEGORIES:Host,Friends\r\nUID:abc-17\r\nADR;TYPE=HOME:;;1 "
        "Street;Delta;BC;V4K;\r\n"
        "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD\r\n END:VCARD\r\n"
        "GEO:49.25;-123.1\r\n" END "begin:vcard\r\nversion:4.0\r\nkind:individual\r\nfn:Al\r\ntel;"
        "value=uri:tel:+1-604-555-0101\r\n"
        "lang;pref=2:en\r\nlang;pref=1:fr\r\nrelated;type=emergency;value=text:Sam\\, 604 555 "
        "0102\r\nend:vcard\r\n";
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_text (text, NULL, known);
  FfVolunteer *zoe = get_volunteer (import, 0);
  FfVolunteer *al = get_volunteer (import, 1);
  double latitude, longitude;

  g_assert_cmpuint (import->rows->len, ==, 2);
  g_assert_cmpstr (ff_volunteer_get_text (zoe, FF_VOLUNTEER_MAIL), ==, "zoe@example.org");
  g_assert_cmpstr (ff_volunteer_get_text (zoe, FF_VOLUNTEER_NOTES), ==,
                   "one\nand a long line that is folded, twice over");
  g_assert_cmpstr (ff_volunteer_get_text (zoe, FF_VOLUNTEER_SOURCE), ==, "abc-17");
  g_assert_cmpstr (ff_volunteer_get_text (zoe, FF_VOLUNTEER_HOME), ==, "Delta");
  g_assert_true (ff_volunteer_has (zoe, FF_VOLUNTEER_ROLES, "host"));
  g_assert_true (ff_volunteer_get_position (zoe, &latitude, &longitude));
  g_assert_cmpfloat_with_epsilon (longitude, -123.1, 1e-9);
  assert_remark (import, 0, "several");
  assert_remark (import, 0, "“Friends”");
  g_assert_cmpstr (ff_volunteer_get_text (al, FF_VOLUNTEER_PHONE), ==, "+1-604-555-0101");
  g_assert_cmpstr (ff_volunteer_get_text (al, FF_VOLUNTEER_LANGUAGE), ==, "fr");
  g_assert_true (ff_volunteer_has (al, FF_VOLUNTEER_LANGUAGES, "en"));
  g_assert_nonnull (strstr (ff_volunteer_get_text (al, FF_VOLUNTEER_EMERGENCY_NAME), "Sam"));
}

#define OLD "BEGIN:VCARD\r\nVERSION:2.1\r\n"

static void
test_old_cards (void)
{
  static const char text[]
      = OLD "N;CHARSET=ISO-8859-1:Roy;Zo\xE9\r\nTEL;CELL:604 555 0100\r\n" END OLD
            "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=89mond;Andr=\r\n=C3=A9\r\n"
            "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo=\r\n three\r\n"
            "PHOTO;BASE64:\r\n  R0lGODlhAQ\r\n  ABAAAA\r\n\r\n"
            "AGENT:\r\n" OLD "N:Within;Somebody\r\n" END "TEL;WORK:604 555 0101\r\n" END;
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_text (text, NULL, known);
  FfVolunteer *andre = get_volunteer (import, 1);

  g_assert_cmpuint (import->rows->len, ==, 2);
  g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (import, 0)), ==, "Zoé Roy");
  g_assert_cmpstr (ff_volunteer_get_name (andre), ==, "André Émond");
  g_assert_cmpstr (ff_volunteer_get_text (andre, FF_VOLUNTEER_NOTES), ==, "one\ntwo three");
  g_assert_cmpstr (ff_volunteer_get_text (andre, FF_VOLUNTEER_PHONE), ==, "604 555 0101");
}

static void
test_latin_1 (void)
{
  static const char text[] = OLD "N:Roy;Bo\r\n" END OLD "N:Roy;Zo\xE9\r\n" END OLD
                                 "N;ENCODING=QUOTED-PRINTABLE:Lef=E8vre;Al\r\n" END;
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_text (text, NULL, known);
  g_autoptr (FfRosterAnswers) answers = ff_roster_answers_new ();
  g_autoptr (FfRosterImport) read = NULL;
  g_autoptr (FfRosterImport) strict = NULL;

  g_assert_cmpuint (import->asks, ==, FF_ROSTER_ASKS_CHARSET);
  g_assert_cmpuint (import->rows->len, ==, 0);
  g_assert_cmpuint (import->charset_sample.line, ==, 7);
  g_assert_cmpstr (import->charset_sample.previews[FF_ROSTER_CHARSET_LATIN_1], ==, "Roy;Zoé");
  answers->charset = FF_ROSTER_CHARSET_LATIN_1;
  read = read_text (text, answers, known);
  g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (read, 1)), ==, "Zoé Roy");
  g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (read, 2)), ==, "Al Lefèvre");
  answers->charset = FF_ROSTER_CHARSET_UTF_8;
  strict = read_text (text, answers, known);
  g_assert_nonnull (get_volunteer (strict, 0));
  assert_refused (strict, 1, 5, "Line 7");
  assert_refused (strict, 2, 9, "Line 11");
}

/* Quoted-printable is shown as what it says, and a type in another character set costs no number. */
static void
test_latin_1_in_old_ways (void)
{
  static const char text[] = OLD "N;ENCODING=QUOTED-PRINTABLE:Lef=E8vre;Al\r\n" END;
  static const char typed[] = OLD "N:Roy;Bo\r\nTEL;B\xFCro:604 555 0100\r\n"
                                  "NOTE;ENCODING=QUOTED-PRINTABLE:one = \t\r\ntwo\r\n" END;
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_text (text, NULL, known);
  g_autoptr (FfRosterImport) read = read_text (typed, NULL, known);
  FfVolunteer *bo = get_volunteer (read, 0);

  g_assert_cmpstr (import->charset_sample.previews[FF_ROSTER_CHARSET_LATIN_1], ==, "Lefèvre;Al");
  g_assert_cmpstr (ff_volunteer_get_text (bo, FF_VOLUNTEER_PHONE), ==, "604 555 0100");
  g_assert_cmpstr (ff_volunteer_get_text (bo, FF_VOLUNTEER_NOTES), ==, "one two");
}

static void
test_hostile (void)
{
  g_autofree char *long_note = g_strnfill (9000000, 'x');
  g_autofree char *long_name = g_strnfill (501, 'n');
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = NULL;

  g_string_append (text, BEGIN_4 "FN:No end\r\n");                                /* 1 */
  g_string_append (text, BEGIN_4 END);                                            /* 4: nobody */
  g_string_append (text, BEGIN_4 "FN:Group\r\nKIND:group\r\n" END);               /* 7 */
  g_string_append_printf (text, BEGIN_4 "FN:Long\r\nNOTE:%s\r\n" END, long_note); /* 12 */
  g_string_append_printf (text, BEGIN_4 "FN:Photo\r\nPHOTO;ENCODING=b:%s\r\n" END,
                          long_note);                                               /* 17 */
  g_string_append_printf (text, BEGIN_4 "FN:%s\r\n" END, long_name);                /* 22 */
  g_string_append (text, BEGIN_4 "FN:Odd;CHARSET\r\nFN;CHARSET=KLINGON:x\r\n" END); /* 26 */
  g_string_append (text, BEGIN_4 "FN:Bad mail\r\nEMAIL:nowhere\r\n" END);           /* 31 */
  g_string_append (text, "END:VCARD\r\nnot a line\r\n:\r\n;;;\r\n\xFF\xFE:x\r\n");  /* 36 */
  g_string_append (text, BEGIN_4 "FN:Deep\r\n");                                    /* 41 */
  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "AGENT:\r\nBEGIN:VCARD\r\n");
  import = read_text (text->str, NULL, known);
  g_assert_cmpuint (import->rows->len, ==, 9);
  assert_refused (import, 0, 1, "no end");
  assert_refused (import, 1, 4, "no name");
  assert_refused (import, 2, 7, "group");
  assert_refused (import, 3, 12, "Line 15");
  g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (import, 4)), ==, "Photo");
  assert_refused (import, 5, 22, "200 characters");
  assert_refused (import, 6, 26, "KLINGON");
  assert_refused (import, 7, 31, "nowhere");
  assert_refused (import, 8, 41, "no end");
}

static void
test_no_card (void)
{
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterAnswers) answers = ff_roster_answers_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Name,Email\n", 11);
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_roster_import_parse (bytes, "x.vcf", FF_ROSTER_VCARD, answers, known, NULL,
                                         NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "no vCard"));
}

/* Whatever is cut or bent, it ends, and each row is somebody or is refused with its line. */
static void
test_bent (void)
{
  g_autoptr (FfVolunteer) dale = make_dale ();
  g_autoptr (FfRosterKnown) known = make_known (g_object_ref (dale), NULL);
  g_autoptr (GPtrArray) all = ff_roster_export_list (known, NULL);
  char *files[] = { ff_vcard_write (all, known, FF_ROSTER_ALL),
                    ff_roster_csv_write (all, known, FF_ROSTER_ALL) };

  for (guint i = 0; i < 3000; i++)
    {
      const char *file = files[i % G_N_ELEMENTS (files)];
      g_autofree char *bent = g_strdup (file);
      const gsize length = strlen (file);
      g_autoptr (FfRosterImport) import = NULL;

      for (int j = g_test_rand_int_range (1, 6); j > 0; j--)
        bent[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (0, 256);
      import = read_bytes (bent, (gsize) g_test_rand_int_range (1, (gint32) length + 1), NULL,
                           known, NULL);
      for (guint j = 0; import != NULL && j < import->rows->len; j++)
        {
          const FfRosterRow *row = g_ptr_array_index (import->rows, j);

          g_assert_true ((row->volunteer == NULL) != (row->refused == NULL));
          g_assert_cmpuint (row->line, >, 0);
          g_assert_true (row->refused == NULL || g_utf8_validate (row->refused, -1, NULL));
        }
      if (import != NULL && import->asks == 0)
        {
          g_autoptr (FfRosterPlan) plan = ff_roster_plan_new (import, known);

          g_assert_cmpuint (plan->steps->len, ==, import->rows->len);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (files[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-vcard/round-trip", test_round_trip);
  g_test_add_func ("/roster-vcard/versions", test_versions);
  g_test_add_func ("/roster-vcard/old-cards", test_old_cards);
  g_test_add_func ("/roster-vcard/latin-1", test_latin_1);
  g_test_add_func ("/roster-vcard/latin-1-in-old-ways", test_latin_1_in_old_ways);
  g_test_add_func ("/roster-vcard/hostile", test_hostile);
  g_test_add_func ("/roster-vcard/no-card", test_no_card);
  g_test_add_func ("/roster-vcard/bent", test_bent);
  return g_test_run ();
}
