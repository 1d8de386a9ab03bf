/* ff-roster-field.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file can say of a volunteer, and what its columns are called here and elsewhere.
 */

#include "ff-config.h"

#include "ff-roster-field.h"

#include <glib/gi18n-lib.h>

#include "ff-fold.h"

typedef enum
{
  KIND_OTHER,
  KIND_TEXT,
  KIND_SET,
  KIND_CAP,
} Kind;

/* Headers of other programs as ff_fold() makes them, with spaces for signs, in English and French. */
static const struct
{
  const char *id;
  const char *header;
  const char *title;
  const char *vcard;
  Kind kind;
  int number;
  gboolean is_read_only;
  gboolean is_contact;
  const char *others;
} fields[FF_N_ROSTER_FIELDS] = {
  [FF_ROSTER_FIELD_NONE] = { "none", "", N_ ("Left out"), NULL, KIND_OTHER, 0, TRUE, FALSE, "" },
  [FF_ROSTER_FIELD_NAME]
  = { "name", "Name", N_ ("Name"), NULL, KIND_TEXT, FF_VOLUNTEER_NAME, FALSE, TRUE,
      "full name|display name|volunteer|volunteer name|preferred name|nom complet|nom et prenom|"
      "prenom et nom|nom affiche|benevole|nom du benevole|nom usuel" },
  [FF_ROSTER_FIELD_FIRST_NAME] = { "first-name", "", N_ ("First name"), NULL, KIND_OTHER, 0, TRUE,
                                   FALSE, "first name|given name|firstname|forename|prenom" },
  [FF_ROSTER_FIELD_LAST_NAME]
  = { "last-name", "", N_ ("Last name"), NULL, KIND_OTHER, 0, TRUE, FALSE,
      "last name|family name|lastname|surname|nom de famille|nom" },
  [FF_ROSTER_FIELD_PRONOUNS] = { "pronouns", "Pronouns", N_ ("Pronouns"), NULL, KIND_TEXT,
                                 FF_VOLUNTEER_PRONOUNS, FALSE, TRUE, "pronoun|pronoms|pronom" },
  [FF_ROSTER_FIELD_MAIL]
  = { "mail", "Email", N_ ("Mail"), NULL, KIND_TEXT, FF_VOLUNTEER_MAIL, FALSE, TRUE,
      "e mail|mail|email address|e mail address|mail address|e mail 1 value|courriel|"
      "adresse courriel|adresse e mail|adresse mail|adresse electronique" },
  [FF_ROSTER_FIELD_PHONE]
  = { "phone", "Phone", N_ ("Phone"), NULL, KIND_TEXT, FF_VOLUNTEER_PHONE, FALSE, TRUE,
      "telephone|phone number|telephone number|mobile|mobile phone|cell|cell phone|cellphone|tel|"
      "phone 1 value|numero de telephone|portable|cellulaire|telephone portable" },
  [FF_ROSTER_FIELD_SERVING] = { "serving", "Serving", N_ ("Serving"), "X-FOURFOLD-SERVING",
                                KIND_OTHER, 0, FALSE, FALSE, "status|statut" },
  [FF_ROSTER_FIELD_ROLES] = { "roles", "Roles", N_ ("Roles"), "X-FOURFOLD-ROLES", KIND_SET,
                              FF_VOLUNTEER_ROLES, FALSE, TRUE, "role|fonction|fonctions" },
  [FF_ROSTER_FIELD_GROUPS] = { "groups", "Groups", N_ ("Groups"), "X-FOURFOLD-GROUPS", KIND_SET,
                               FF_VOLUNTEER_GROUPS, FALSE, TRUE, "group|groupe|groupes" },
  [FF_ROSTER_FIELD_ONLY_GROUPS]
  = { "only-groups", "Only These Groups", N_ ("Only these groups"), "X-FOURFOLD-ONLY-GROUPS",
      KIND_OTHER, 0, FALSE, FALSE, "seulement ces groupes" },
  [FF_ROSTER_FIELD_PROGRAMMES]
  = { "programmes", "Programmes", N_ ("Programmes"), "X-FOURFOLD-PROGRAMMES", KIND_SET,
      FF_VOLUNTEER_PROGRAMMES, FALSE, FALSE, "programme|program|programs" },
  [FF_ROSTER_FIELD_LANGUAGE]
  = { "language", "Written To In", N_ ("Written to in"), "X-FOURFOLD-LANGUAGE", KIND_TEXT,
      FF_VOLUNTEER_LANGUAGE, FALSE, TRUE, "preferred language|langue de correspondance" },
  [FF_ROSTER_FIELD_LANGUAGES]
  = { "languages", "Languages", N_ ("Languages"), "X-FOURFOLD-LANGUAGES", KIND_SET,
      FF_VOLUNTEER_LANGUAGES, FALSE, TRUE,
      "language|languages spoken|langue|langues|"
      "langues parlees" },
  [FF_ROSTER_FIELD_ZONE]
  = { "zone", "Time Zone", N_ ("Time zone"), NULL, KIND_TEXT, FF_VOLUNTEER_ZONE, FALSE, TRUE,
      "timezone|zone|tz|fuseau horaire|"
      "fuseau" },
  [FF_ROSTER_FIELD_HOME]
  = { "home", "Lives Near", N_ ("Lives near"), NULL, KIND_TEXT, FF_VOLUNTEER_HOME, FALSE, FALSE,
      "home|city|town|ville|domicile|"
      "habite pres de" },
  [FF_ROSTER_FIELD_LATITUDE]
  = { "latitude", "Latitude", N_ ("Latitude"), NULL, KIND_OTHER, 0, FALSE, FALSE, "lat" },
  [FF_ROSTER_FIELD_LONGITUDE] = { "longitude", "Longitude", N_ ("Longitude"), NULL, KIND_OTHER, 0,
                                  FALSE, FALSE, "long|lon|lng" },
  [FF_ROSTER_FIELD_REACH]
  = { "reach", "Travels Kilometres", N_ ("Travels, in kilometres"), "X-FOURFOLD-REACH", KIND_OTHER,
      0, FALSE, FALSE, "kilometres|km|distance km" },
  [FF_ROSTER_FIELD_ONLINE_ONLY]
  = { "online-only", "Online Only", N_ ("Online only"), "X-FOURFOLD-ONLINE-ONLY", KIND_OTHER, 0,
      FALSE, FALSE, "en ligne seulement|en ligne uniquement" },
  [FF_ROSTER_FIELD_CAP_WEEK]
  = { "cap-week", "Most a Week", N_ ("At most a week"), "X-FOURFOLD-CAP-WEEK", KIND_CAP,
      FF_CAP_WEEK, FALSE, FALSE, "max per week|maximum par semaine|max par semaine" },
  [FF_ROSTER_FIELD_CAP_MONTH]
  = { "cap-month", "Most a Month", N_ ("At most a month"), "X-FOURFOLD-CAP-MONTH", KIND_CAP,
      FF_CAP_MONTH, FALSE, FALSE, "max per month|maximum par mois|max par mois" },
  [FF_ROSTER_FIELD_CAP_IN_ROW]
  = { "cap-in-row", "Most Weeks in a Row", N_ ("At most weeks in a row"), "X-FOURFOLD-CAP-IN-ROW",
      KIND_CAP, FF_CAP_IN_ROW, FALSE, FALSE, "" },
  [FF_ROSTER_FIELD_AVAILABILITY]
  = { "availability", "Availability", N_ ("Availability"), "X-FOURFOLD-AVAILABILITY", KIND_OTHER, 0,
      FALSE, FALSE, "available|disponibilites|disponibilite" },
  [FF_ROSTER_FIELD_ABSENCES] = { "absences", "Absences", N_ ("Absences"), "X-FOURFOLD-ABSENCES",
                                 KIND_OTHER, 0, FALSE, FALSE, "absence|away|conges" },
  [FF_ROSTER_FIELD_TRAININGS]
  = { "trainings", "Training", N_ ("Training and checks"), "X-FOURFOLD-TRAINING", KIND_OTHER, 0,
      FALSE, FALSE, "trainings|training and checks|formation|formations" },
  [FF_ROSTER_FIELD_TRAINING]
  = { "training", "", N_ ("Day of a training"), NULL, KIND_OTHER, 0, TRUE, FALSE, "" },
  [FF_ROSTER_FIELD_STEPS] = { "steps", "Steps", N_ ("Steps on the way"), "X-FOURFOLD-STEPS",
                              KIND_OTHER, 0, FALSE, FALSE, "step|etapes|parcours" },
  [FF_ROSTER_FIELD_EMERGENCY_NAME]
  = { "emergency-name", "Emergency Contact", N_ ("Emergency contact"), "X-FOURFOLD-EMERGENCY-NAME",
      KIND_TEXT, FF_VOLUNTEER_EMERGENCY_NAME, FALSE, FALSE,
      "emergency name|emergency contact name|personne a prevenir|contact d'urgence" },
  [FF_ROSTER_FIELD_EMERGENCY_PHONE]
  = { "emergency-phone", "Emergency Phone", N_ ("Emergency phone"), "X-FOURFOLD-EMERGENCY-PHONE",
      KIND_TEXT, FF_VOLUNTEER_EMERGENCY_PHONE, FALSE, FALSE,
      "emergency contact phone|emergency number|telephone d'urgence" },
  [FF_ROSTER_FIELD_NOTES]
  = { "notes", "Notes", N_ ("Notes"), NULL, KIND_TEXT, FF_VOLUNTEER_NOTES, FALSE, FALSE,
      "note|comments|comment|remarks|remarques|commentaires" },
  [FF_ROSTER_FIELD_SOURCE]
  = { "source", "vCard UID", N_ ("Number of the vCard that they came from"), "X-FOURFOLD-SOURCE",
      KIND_TEXT, FF_VOLUNTEER_SOURCE, FALSE, TRUE, "" },
  [FF_ROSTER_FIELD_UID] = { "uid", "UID", N_ ("Number in Fourfold"), "X-FOURFOLD-UID", KIND_OTHER,
                            0, FALSE, TRUE, "fourfold id" },
};

/**
 * ff_roster_field_get_id:
 * @field: what a column may say
 *
 * Returns: (transfer none): its word on the command line, such as “cap-week”
 */
const char *
ff_roster_field_get_id (FfRosterField field)
{
  g_return_val_if_fail (field < FF_N_ROSTER_FIELDS, NULL);

  return fields[field].id;
}

/**
 * ff_roster_field_find_id:
 * @id: such a word
 *
 * Returns: the field; %FF_ROSTER_FIELD_NONE where it is none
 */
FfRosterField
ff_roster_field_find_id (const char *id)
{
  for (guint i = 1; i < FF_N_ROSTER_FIELDS; i++)
    {
      if (g_str_equal (fields[i].id, id))
        return (FfRosterField) i;
    }
  return FF_ROSTER_FIELD_NONE;
}

/**
 * ff_roster_field_get_header:
 * @field: what a column may say
 *
 * Returns: (transfer none): how our own files call the column, in English everywhere
 */
const char *
ff_roster_field_get_header (FfRosterField field)
{
  g_return_val_if_fail (field < FF_N_ROSTER_FIELDS, NULL);

  return fields[field].header;
}

/**
 * ff_roster_field_get_title:
 * @field: what a column may say
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
ff_roster_field_get_title (FfRosterField field)
{
  g_return_val_if_fail (field < FF_N_ROSTER_FIELDS, NULL);

  return _ (fields[field].title);
}

/**
 * ff_roster_field_get_vcard:
 * @field: what a column may say
 *
 * Returns: (transfer none) (nullable): the property that is ours alone; %NULL where vCard has one, or none is needed
 */
const char *
ff_roster_field_get_vcard (FfRosterField field)
{
  g_return_val_if_fail (field < FF_N_ROSTER_FIELDS, NULL);

  return fields[field].vcard;
}

/**
 * ff_roster_field_is_written:
 * @field: a field
 * @extent: how much a file says
 *
 * Returns: whether it is among what files say
 */
gboolean
ff_roster_field_is_written (FfRosterField field, FfRosterExtent extent)
{
  g_return_val_if_fail (field < FF_N_ROSTER_FIELDS, FALSE);

  return !fields[field].is_read_only && (extent == FF_ROSTER_ALL || fields[field].is_contact);
}

/* Letters and digits, and one space for all else. */
static char *
make_key (const char *header)
{
  g_autofree char *folded = ff_fold (header);
  GString *key = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalnum (letter) || letter == '\'')
        g_string_append_unichar (key, letter);
      else if (key->len > 0 && key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
    }
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_string_free_and_steal (key);
}

static gboolean
is_called (FfRosterField field, const char *key)
{
  g_autofree char *header = make_key (fields[field].header);
  g_auto (GStrv) others = g_strsplit (fields[field].others, "|", -1);

  return (*header != '\0' && g_str_equal (header, key))
         || g_strv_contains ((const char *const *) others, key);
}

/**
 * ff_roster_field_propose:
 * @header: of a column, here or of another program
 *
 * Returns: the field that it is likely to be
 */
FfRosterField
ff_roster_field_propose (const char *header)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (header != NULL, FF_ROSTER_FIELD_NONE);

  key = make_key (header);
  for (guint i = 1; i < FF_N_ROSTER_FIELDS && *key != '\0'; i++)
    {
      if (is_called ((FfRosterField) i, key))
        return (FfRosterField) i;
    }
  return FF_ROSTER_FIELD_NONE;
}

/**
 * ff_roster_field_has_dates:
 * @field: what a column may say
 *
 * Returns: whether dates stand in it
 */
gboolean
ff_roster_field_has_dates (FfRosterField field)
{
  return field == FF_ROSTER_FIELD_ABSENCES || field == FF_ROSTER_FIELD_TRAININGS
         || field == FF_ROSTER_FIELD_TRAINING || field == FF_ROSTER_FIELD_STEPS;
}

/**
 * ff_roster_field_get_text:
 * @field: what a column may say
 * @text: (out): which of a volunteer’s texts it is
 *
 * Returns: %FALSE where it is none
 */
gboolean
ff_roster_field_get_text (FfRosterField field, FfVolunteerText *text)
{
  *text = (FfVolunteerText) fields[field].number;
  return fields[field].kind == KIND_TEXT;
}

/**
 * ff_roster_field_get_set:
 * @field: what a column may say
 * @set: (out): which of a volunteer’s sets it is
 *
 * Returns: %FALSE where it is none
 */
gboolean
ff_roster_field_get_set (FfRosterField field, FfVolunteerSet *set)
{
  *set = (FfVolunteerSet) fields[field].number;
  return fields[field].kind == KIND_SET;
}

/**
 * ff_roster_field_get_cap:
 * @field: what a column may say
 * @cap: (out): which of a volunteer’s limits it is
 *
 * Returns: %FALSE where it is none
 */
gboolean
ff_roster_field_get_cap (FfRosterField field, FfCap *cap)
{
  *cap = (FfCap) fields[field].number;
  return fields[field].kind == KIND_CAP;
}

static void
copy_parts (FfRosterField field, FfVolunteer *from, FfVolunteer *to)
{
  GArray *hours = ff_volunteer_get_availability (from);
  GPtrArray *absences = ff_volunteer_get_absences (from);
  GPtrArray *trainings = ff_volunteer_get_trainings (from);
  GPtrArray *steps = ff_volunteer_get_steps (from);

  if (field == FF_ROSTER_FIELD_AVAILABILITY)
    {
      g_array_set_size (ff_volunteer_get_availability (to), 0);
      g_array_append_vals (ff_volunteer_get_availability (to), hours->data, hours->len);
    }
  if (field == FF_ROSTER_FIELD_ABSENCES)
    {
      g_ptr_array_set_size (ff_volunteer_get_absences (to), 0);
      for (guint i = 0; i < absences->len; i++)
        {
          const FfAbsence *absence = g_ptr_array_index (absences, i);

          g_ptr_array_add (ff_volunteer_get_absences (to),
                           ff_absence_new (absence->from, absence->until, absence->reason));
        }
    }
  if (field == FF_ROSTER_FIELD_TRAININGS)
    {
      g_ptr_array_set_size (ff_volunteer_get_trainings (to), 0);
      for (guint i = 0; i < trainings->len; i++)
        {
          const FfTraining *training = g_ptr_array_index (trainings, i);

          g_ptr_array_add (ff_volunteer_get_trainings (to),
                           ff_training_new (training->requirement, training->done, training->until,
                                            training->document));
        }
    }
  if (field == FF_ROSTER_FIELD_STEPS)
    {
      g_ptr_array_set_size (ff_volunteer_get_steps (to), 0);
      for (guint i = 0; i < steps->len; i++)
        {
          const FfStep *step = g_ptr_array_index (steps, i);

          g_ptr_array_add (ff_volunteer_get_steps (to), ff_step_new (step->title, step->date));
        }
    }
}

static void
copy_other (FfRosterField field, FfVolunteer *from, FfVolunteer *to)
{
  double latitude, longitude;

  switch ((int) field)
    {
    case FF_ROSTER_FIELD_SERVING:
      ff_volunteer_set_serving (to, ff_volunteer_get_serving (from));
      break;

    case FF_ROSTER_FIELD_ONLY_GROUPS:
      ff_volunteer_set_only_groups (to, ff_volunteer_get_only_groups (from));
      break;

    case FF_ROSTER_FIELD_ONLINE_ONLY:
      ff_volunteer_set_online_only (to, ff_volunteer_get_online_only (from));
      break;

    case FF_ROSTER_FIELD_REACH:
      ff_volunteer_set_reach (to, ff_volunteer_get_reach (from));
      break;

    case FF_ROSTER_FIELD_LATITUDE:
      if (ff_volunteer_get_position (from, &latitude, &longitude))
        ff_volunteer_set_position (to, latitude, longitude);
      break;

    default:
      copy_parts (field, from, to);
    }
}

/**
 * ff_roster_field_copy:
 * @field: a field; latitude stands for longitude too
 * @from: who says something in it
 * @to: who says the same from now on
 */
void
ff_roster_field_copy (FfRosterField field, FfVolunteer *from, FfVolunteer *to)
{
  FfVolunteerText text;
  FfVolunteerSet set;
  FfCap cap;

  g_return_if_fail (field < FF_N_ROSTER_FIELDS);
  g_return_if_fail (FF_IS_VOLUNTEER (from) && FF_IS_VOLUNTEER (to));

  if (ff_roster_field_get_text (field, &text))
    ff_volunteer_set_text (to, text, ff_volunteer_get_text (from, text));
  else if (ff_roster_field_get_set (field, &set))
    ff_volunteer_set_set (to, set, ff_volunteer_get_set (from, set));
  else if (ff_roster_field_get_cap (field, &cap))
    ff_volunteer_set_cap (to, cap, ff_volunteer_get_cap (from, cap));
  else
    copy_other (field, from, to);
}
