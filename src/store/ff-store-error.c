/* ff-store-error.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-store-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ff-store-error-private.h"

G_DEFINE_QUARK (ff - store - error - quark, ff_store_error)

static const struct
{
  const char *constraint; /* as SQLite names it in its message */
  const char *sentence;
} refusals[] = {
  /* Before those whose names are parts of theirs. */
  { "requirement_name_length",
    N_ ("What a role requires must have a name of 1 to 200 characters.") },
  { "requirement_kind_range",
    N_ ("What a role requires is a training, a refresher or a background check.") },
  { "valid_months_range", N_ ("A training holds for 1 to 600 months, or for good.") },
  { "made_up_range", N_ ("An entry is either made up, to look around, or real.") },
  { "role_kind_range", N_ ("This kind of role is not known.") },
  { "role_name_length", N_ ("A role of your own must have a name of 1 to 200 characters.") },
  { "places_range", N_ ("A meeting needs 1 to 9 people of a role.") },
  { "required_range", N_ ("A role is either necessary at a meeting or good to have.") },
  { "needs_once",
    N_ ("Each role can be needed once at a meeting. Raise the number of places instead.") },
  { "needs.group_id", N_ ("The group that needs this role is not there any more.") },
  { "needs.role_id", N_ ("The role that is needed is not there any more.") },
  { "volunteer_name_length", N_ ("A volunteer’s name must have 1 to 200 characters.") },
  { "pronouns_length", N_ ("Pronouns can have at most 100 characters. Shorten them.") },
  { "home_length",
    N_ ("The place where somebody lives can have at most 1,000 characters. Shorten it.") },
  { "emergency_contact_length",
    N_ ("The name of an emergency contact can have at most 200 characters. Shorten it.") },
  { "card_uid_length",
    N_ ("The identifier of the card that this volunteer came from is too long.") },
  { "serving_range", N_ ("A volunteer is interested, in training, active or resting.") },
  { "cap_range", N_ ("A limit on duties is a number up to 99, or none.") },
  { "only_groups_range", N_ ("A volunteer serves either any group or only their own.") },
  { "online_only_range", N_ ("A volunteer serves either online only or in person too.") },
  { "reach_range", N_ ("A distance is at most 20,000 kilometres.") },
  { "volunteer_programme_length", N_ ("This programme’s identifier cannot be used.") },
  { "free_weekday_range", N_ ("Hours are on one of the seven days of the week.") },
  { "free_from_range", N_ ("Hours begin between 0:00 and 23:59.") },
  { "free_until_range",
    N_ ("Hours end after they begin, and at the latest at the end of the next day.") },
  { "wish_range", N_ ("Hours are liked, free, or rather not.") },
  { "absence_form", N_ ("A time away has a first day, and a last one that is not before it.") },
  { "training_form",
    N_ ("A training has a day on which it was done, and holds until that day or a later one.") },
  { "document_length",
    N_ ("What is noted of a document can have at most 10,000 characters. Shorten it.") },
  { "step_title_length", N_ ("A step must have a name of 1 to 200 characters.") },
  { "step_form", N_ ("The date of this step cannot be used. Choose another.") },
  { "role_requirements.requirement_id", N_ ("What this role requires is not there any more.") },
  { "volunteer_roles.role_id",
    N_ ("A role of this volunteer is not there any more. Choose another.") },
  { "volunteer_groups.group_id",
    N_ ("A group of this volunteer is not there any more. Choose another.") },
  { "trainings.requirement_id",
    N_ ("The training that was done is not required by anything any more.") },
  { "assignments.rule_time", N_ ("Somebody else has this place by now. Look at the rota again, "
                                 "then choose another place.") },
  { "assignments.meeting_id", N_ ("The meeting of this duty is not there any more.") },
  { "assignments.role_id", N_ ("The role of this duty is not there any more.") },
  { "duty_place_range", N_ ("A meeting has at most 9 places of a role.") },
  { "status_range", N_ ("A duty is proposed, asked, confirmed, swapped or declined.") },
  { "pinned_range", N_ ("A duty is either pinned or not.") },
  { "reason_length", N_ ("A reason can have at most 10,000 characters. Shorten it.") },
  { "asked_range", N_ ("Nobody can have been asked before 1970.") },
  { "hours_form", N_ ("The date of these hours cannot be used. Choose another.") },
  { "hours_minutes_range", N_ ("Enter a time of 1 minute to 168 hours.") },
  { "what_length", N_ ("What the hours were for can have at most 1,000 characters. Shorten it.") },
  { "hours.volunteer_id", N_ ("The volunteer of these hours is not there any more.") },
  { "apart_order", N_ ("Nobody can be said not to be the same as themselves.") },
  { "retired_range", N_ ("A role is either retired or in use.") },
  { "handout_uid_form", N_ ("A handout’s identifier must have 1 to 90 characters, none a space.") },
  { "handout_title_length",
    N_ ("A handout’s title must have 1 to 200 characters. It is the line that begins with “# ”.") },
  { "markdown_length",
    N_ ("A handout can have at most 200,000 characters. Shorten it or divide it in two.") },
  { "favourite_range", N_ ("A handout is either a favourite or not.") },
  { "last_used_range", N_ ("A handout cannot have been used before 1970.") },
  { "copies_range", N_ ("Of one handout 1 to 10,000 copies can be given at a session.") },
  { "help_position_range", N_ ("A group keeps at most 20 help lines. Remove one first.") },
  { "help_name_length", N_ ("The name of a help line must have 1 to 200 characters.") },
  { "help_contact_length",
    N_ ("The number or other contact of a help line must have 1 to 200 characters.") },
  { "help_hours_length",
    N_ ("The hours of a help line can have at most 200 characters. Shorten them.") },
  { "help_area_length",
    N_ ("The area of a help line can have at most 200 characters. Shorten it.") },
  { "help_at_foot_range", N_ ("Help lines are either at the foot of every handout or not.") },
  { "help_lines.group_id", N_ ("The group of these help lines is not there any more.") },
  { "uid_length", N_ ("An identifier must have 1 to 255 characters.") },
  { "calendar_name_length",
    N_ ("The name of a calendar of holidays must have 1 to 200 characters.") },
  { "name_length", N_ ("A group’s name must have 1 to 200 characters.") },
  { "programme_length", N_ ("Choose a programme for the group.") },
  { "zone_length", N_ ("Choose a time zone.") },
  { "language_length", N_ ("This language tag is too long. Choose a language from the list.") },
  { "open_range", N_ ("A group is either open to visitors or closed.") },
  { "sample_range", N_ ("A group is either a sample or real.") },
  { "sequence_range", N_ ("A revision number cannot be below zero.") },
  { "title_length", N_ ("A meeting’s title can have at most 200 characters. Shorten it.") },
  { "start_form", N_ ("This date or time cannot be used. Choose another.") },
  { "minutes_range", N_ ("A meeting lasts from 1 minute to 24 hours.") },
  { "rule_length", N_ ("This repetition is too long to be kept. Choose a simpler one.") },
  { "place_length", N_ ("A place can have at most 1,000 characters. Shorten it.") },
  { "link_length", N_ ("A link can have at most 2,000 characters. Shorten it.") },
  { "setting_range", N_ ("A group’s setting is one of those in the list.") },
  { "region_length", N_ ("A region can have at most 200 characters. Shorten it.") },
  { "district_length", N_ ("A health district can have at most 200 characters. Shorten it.") },
  { "email_length", N_ ("An email address can have at most 320 characters. Shorten it.") },
  { "phone_length", N_ ("A telephone number can have at most 200 characters. Shorten it.") },
  { "days_length", N_ ("These are more holidays than one calendar can hold. Divide it in two.") },
  { "appointment_range", N_ ("A meeting is either by appointment or at fixed times.") },
  { "mode_range", N_ ("A meeting is in person, online, both, or by telephone.") },
  { "address_length", N_ ("An address can have at most 1,000 characters. Shorten it.") },
  { "room_length", N_ ("A room can have at most 200 characters. Shorten it.") },
  { "access_length", N_ ("Access notes can have at most 10,000 characters. Shorten them.") },
  { "link_note_length",
    N_ ("A note on how to join can have at most 10,000 characters. Shorten it.") },
  { "passcode_length", N_ ("A passcode can have at most 200 characters. Shorten it.") },
  { "phone_note_length",
    N_ ("A note on the telephone number can have at most 10,000 characters. Shorten it.") },
  { "latitude_range", N_ ("A latitude is a number of degrees from −90 to 90.") },
  { "longitude_range", N_ ("A longitude is a number of degrees from −180 to 180.") },
  { "types_length", N_ ("These are more types than one meeting can have. Choose fewer.") },
  { "pauses_length", N_ ("These are more pauses than one meeting can have. Remove some.") },
  { "slug_length", N_ ("A listing’s identifier can have at most 255 characters.") },
  { "source_length", N_ ("The name of a listing can have at most 1,000 characters.") },
  { "extra_length", N_ ("A listing says more about this meeting than can be kept.") },
  { "held_range", N_ ("A date is either cancelled or held.") },
  { "cancelled_range", N_ ("A date is either cancelled or takes place.") },
  { "note_length",
    N_ ("A note can have at most 1,000,000 characters. Shorten it or divide it in two.") },
  /* Of who gave no name: the columns had other names when these checks were made. */
  { "attendance_range", N_ ("The number of people without a name must be between 0 and 100,000.") },
  { "newcomers_range",
    N_ ("The number of newcomers without a name must be between 0 and 100,000.") },
  { "newcomer_range", N_ ("Somebody is here for the first time or not.") },
  { "points_range", N_ ("A programme has at most eight points.") },
  { "balance_range", N_ ("Balance is a number from 0 to 10.") },
  { "stage_range", N_ ("This stage of change is not one of the six.") },
  { "aim_range", N_ ("A goal is abstinence, less or differently, or something else.") },
  { "goal_length", N_ ("A goal can have at most 10,000 characters. Shorten it.") },
  { "helped_length", N_ ("What helped can have at most 100,000 characters. Shorten it.") },
  { "capital_range", N_ ("Recovery capital is a number from 0 to 10.") },
  { "day_range", N_ ("The day of a plan item is one of the seven days of the week.") },
  { "consent_length", N_ ("A note of consent can have at most 10,000 characters. Shorten it.") },
  { "consent_date_form", N_ ("This date of consent cannot be used. Choose another.") },
  { "keep_months_range", N_ ("Notes can be kept for 1 to 1,200 months, or for good.") },
  { "check_in_parts_range", N_ ("These parts of a check-in are not known.") },
  { "own_word_length", N_ ("A word must have 1 to 200 characters.") },
  { "instead_length",
    N_ ("The words to use instead can have at most 1,000 characters. Shorten them.") },
  { "position_range", N_ ("There are too many items in this list.") },
  { "handout_form", N_ ("This handout’s identifier cannot be used.") },
  { "alias_length", N_ ("A name or alias must have 1 to 200 characters.") },
  { "urge_range", N_ ("An urge is a number from 0 to 10.") },
  { "item_length", N_ ("A plan item can have at most 100,000 characters. Shorten it.") },
  { "outcome_range", N_ ("A plan item is open, done, partly done, not done or changed.") },
  { "outcome_of_review", N_ ("A plan item that was reviewed cannot be open as well.") },
  { "meetings.group_id", N_ ("The group of this meeting is not there any more.") },
  { "overrides.meeting_id", N_ ("The meeting of this date is not there any more.") },
  { "sessions.group_id", N_ ("The group of this session is not there any more.") },
  { "sessions.meeting_id",
    N_ ("This date has its notes already. Open it again to go on with them.") },
  { "participants.group_id",
    N_ ("There is a participant with this name in the group already, or the group is not there any "
        "more. Choose the one from the list, or another alias.") },
  { "check_ins.session_id",
    N_ ("This person has a check-in at this session already, or the session is not there any more. "
        "Open the session again.") },
  { "check_ins.participant_id",
    N_ ("The participant is not there any more. Enter the name again.") },
  { "plan_items.session_id",
    N_ ("The session of this plan item is not there any more. Open the session again.") },
  { "plan_items.participant_id",
    N_ ("The participant of this plan item is not there any more. Enter the name again.") },
  { "FOREIGN KEY", N_ ("What this belongs to is not there any more.") },
};

/*< private >
 * ff_store_error_find_refusal:
 * @message: what SQLite says of a constraint that failed
 *
 * Returns: (nullable): a translated sentence for the constraint named in @message
 */
const char *
ff_store_error_find_refusal (const char *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (strstr (message, refusals[i].constraint) != NULL)
      return _ (refusals[i].sentence);
  return NULL;
}

static void
set_refused (GError **error, const char *message, int extended)
{
  const char *sentence = ff_store_error_find_refusal (message);

  if (sentence != NULL)
    g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED, "%s (%d)", sentence, extended);
  else
    g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                 /* Translators: %s is a technical message in English, %d SQLite's number for it */
                 _ ("This cannot be stored: %s (%d)"), message, extended);
}

static gboolean
is_out_of_room (sqlite3 *db, int code)
{
  int number = db != NULL ? sqlite3_system_errno (db) : 0;

  return (code & 0xff) == SQLITE_FULL
         || ((code & 0xff) == SQLITE_IOERR
             && (number == ENOSPC || number == EDQUOT || number == EFBIG));
}

/*< private >
 * ff_store_error_set_sqlite:
 * @db: (nullable): where it happened
 * @code: SQLite's result code
 * @path: the database's file
 *
 * Puts what SQLite found into words that say what is wrong, where, and what to do.
 */
void
ff_store_error_set_sqlite (GError **error, sqlite3 *db, int code, const char *path)
{
  int extended = db != NULL ? sqlite3_extended_errcode (db) : code;
  const char *message = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);

  if ((extended & 0xff) != (code & 0xff))
    extended = code;
  switch (is_out_of_room (db, code) ? SQLITE_FULL : code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (
          error, FF_STORE_ERROR, FF_STORE_ERROR_FULL,
          _ ("The disk that holds “%s” is full. What was saved before is still there. Make "
             "room on it, then try again. (%d)"),
          path, extended);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_READ_ONLY,
                   _ ("“%s” may not be read and written. Check the permissions of the file and its "
                      "folder, and that the disk is not write-protected. (%d)"),
                   path, extended);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_DAMAGED,
                   _ ("“%s” is damaged. It has been left as it is. Restore the newest backup; the "
                      "damaged file is then kept beside it. (%d)"),
                   path, extended);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FOREIGN,
                   _ ("“%s” is not a Fourfold database, or it is encrypted or damaged. It has been "
                      "left as it is. Restore a backup, or choose another folder. (%d)"),
                   path, extended);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_IN_USE,
                   _ ("Another program is using “%s”. Close it, then try again. (%d)"), path,
                   extended);
      break;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      set_refused (error, message, extended);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("This was cancelled."));
      break;
    default:
      g_set_error (
          error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED,
          /* Translators: a file, a technical message in English, and SQLite's number for it */
          _ ("“%s” could not be used: %s. Try again; where that does not help, restart the "
             "computer and check its disk. (%d)"),
          path, message, extended);
      break;
    }
}

/*< private >
 * ff_store_error_set_system:
 * @number: an errno
 * @path: the file or folder that it is about
 */
void
ff_store_error_set_system (GError **error, int number, const char *path)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (
          error, FF_STORE_ERROR, FF_STORE_ERROR_FULL,
          /* Translators: a file or folder, and the system's words */
          _ ("There is no room on the disk for “%s”: %s. Make room on it, then try again."), path,
          g_strerror (number));
      break;
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOTDIR:
      g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_READ_ONLY,
                   _ ("“%s” may not be read and written: %s. Check its permissions, or choose "
                      "another folder."),
                   path, g_strerror (number));
      break;
    default:
      g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED,
                   _ ("“%s” could not be used: %s. Check that it is there and that its disk is in "
                      "order."),
                   path, g_strerror (number));
      break;
    }
}

void
ff_store_error_set_no_encryption (GError **error, const char *path)
{
  g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_NO_ENCRYPTION,
               _ ("“%s” is protected by a passphrase, and this Fourfold was built without "
                  "encryption. It has been left as it is. Open it with a Fourfold that was built "
                  "with encryption."),
               path);
}
