/* ff-rota-describe.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that speaks against somebody having a place, in sentences.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-rota-parts.h"
#include "ff-rota-words.h"
#include "ff-time-of-day.h"

typedef struct
{
  FfRota *rota;
  FfRotaDuties *duties;
  guint volunteer, slot;
  GPtrArray *lines; /* (element-type utf8) */
} Description;

static void
add_line (Description *self, char *line)
{
  g_ptr_array_add (self->lines, line);
}

static void
describe_requirement (Description *self, FfVolunteer *volunteer, FfRequirement *requirement)
{
  const char *name = ff_requirement_get_name (requirement);
  const FfTraining *last
      = ff_volunteer_find_last_training (volunteer, ff_requirement_get_uid (requirement));
  const int day = ff_rota_date (self->rota, ff_rota_get_date_of (self->rota, self->slot))->day;
  g_autofree char *shown = NULL;
  int done;

  if (last == NULL)
    {
      add_line (self, g_strdup_printf (_ ("%s was never done."), name));
      return;
    }
  done = ff_rota_read_day (last->done, G_MAXINT);
  if (done != G_MAXINT && done > day)
    {
      shown = ff_rota_format_day (done);
      add_line (self, g_strdup_printf (_ ("%s is not done before %s."), name, shown));
      return;
    }
  shown = ff_rota_format_day (ff_rota_read_day (last->until, day));
  /* Translators: a training, and the last day on which it counts */
  add_line (self, g_strdup_printf (_ ("%s holds until %s only."), name, shown));
}

static void
describe_requirements (Description *self)
{
  FfRota *rota = self->rota;
  const RotaPlace *place = ff_rota_place (rota, self->slot);
  const int day = ff_rota_date (rota, place->date)->day;
  GArray *wanted = g_ptr_array_index (rota->role_requirements, place->role);
  GPtrArray *requirements = ff_roster_get_requirements (rota->roster);

  for (guint i = 0; i < wanted->len; i++)
    {
      const guint requirement = g_array_index (wanted, guint, i);

      if (ff_rota_find_requirement (rota, self->volunteer, requirement, day) != 0)
        describe_requirement (self, ff_rota_get_volunteer (rota, self->volunteer),
                              g_ptr_array_index (requirements, requirement));
    }
}

static char *
describe_absence (const RotaSpan *absence)
{
  g_autofree char *from = ff_rota_format_day (absence->from);
  g_autofree char *until = ff_rota_format_day (absence->until);

  return absence->from == absence->until ? g_strdup_printf (_ ("Away on %s."), from)
                                         : g_strdup_printf (_ ("Away from %s to %s."), from, until);
}

static void
describe_absences (Description *self)
{
  const RotaVolunteer *who = ff_rota_volunteer (self->rota, self->volunteer);
  const guint date = ff_rota_get_date_of (self->rota, self->slot);

  for (guint i = 0; i < who->absences->len; i++)
    {
      const RotaSpan *absence = &g_array_index (who->absences, RotaSpan, i);

      if (ff_rota_is_touched_by (who, date, absence))
        add_line (self, describe_absence (absence));
    }
}

/* It is shown by its own clock, beside which all other hours are read. */
static FfOccurrence *
get_occurrence (Description *self)
{
  return ff_rota_date (self->rota, ff_rota_get_date_of (self->rota, self->slot))->occurrence;
}

/* By the clock at home, as that is what was said. */
static char *
describe_hours (Description *self)
{
  const RotaVolunteer *who = ff_rota_volunteer (self->rota, self->volunteer);
  FfOccurrence *occurrence = get_occurrence (self);
  g_autoptr (GDateTime) start
      = g_date_time_to_timezone (ff_occurrence_get_start (occurrence), who->zone->zone);
  g_autoptr (GDateTime) end
      = g_date_time_to_timezone (ff_occurrence_get_end (occurrence), who->zone->zone);
  g_autofree char *day = g_date_time_format (start, "%A");
  g_autofree char *from = ff_time_of_day_format (start);
  g_autofree char *until = ff_rota_format_hour (end, ff_occurrence_get_start (occurrence));

  /* Translators: a weekday, a time, a time, which the zone may follow: “22:00 Toronto time” */
  return g_strdup_printf (_ ("Not free on %s from %s to %s."), day, from, until);
}

static char *
describe_distance (Description *self)
{
  const RotaVolunteer *who = ff_rota_volunteer (self->rota, self->volunteer);
  const RotaDate *date = ff_rota_date (self->rota, ff_rota_get_date_of (self->rota, self->slot));
  const double distance
      = ff_rota_get_distance (who->latitude, who->longitude, date->latitude, date->longitude);

  return g_strdup_printf (_ ("Lives %d km away, and travels up to %d km."), (int) ceil (distance),
                          (int) who->reach);
}

/* “Tuesday 18:00 Ladner, host”, or without the role where it is no place of this rota. */
static char *
make_duty_title (Description *self, const FfRotaDuty *duty)
{
  FfRota *rota = self->rota;
  GDateTime *beside = ff_occurrence_get_start (get_occurrence (self));
  const RotaDate *date = ff_rota_date (rota, duty->date);
  FfMeeting *meeting = ff_occurrence_get_meeting (date->occurrence);
  const char *title = ff_meeting_get_title (meeting);
  g_autofree char *when = NULL;

  if (duty->slot >= 0)
    return ff_slot_make_title (ff_rota_get_slot (rota, (guint) duty->slot), beside);
  if (*title == '\0' && date->group != G_MAXUINT)
    title = ff_group_get_name (g_ptr_array_index (rota->groups, date->group));
  when = ff_rota_format_weekly (ff_occurrence_get_start (date->occurrence), beside);
  /* Translators: “Tuesday 18:00”, a meeting */
  return g_strdup_printf (_ ("%s %s"), when, title);
}

static void
describe_conflict (Description *self, const FfRotaDuty *duty)
{
  const guint date = ff_rota_get_date_of (self->rota, self->slot);
  const FfHindrances conflict
      = ff_rota_find_conflict (self->rota, self->volunteer, date, duty->date);
  g_autofree char *title = make_duty_title (self, duty);

  if (conflict == FF_HINDRANCE_OVERLAP && duty->date == date)
    add_line (self, g_strdup (_ ("Has another place at this meeting.")));
  else if (conflict == FF_HINDRANCE_OVERLAP)
    /* Translators: “Tuesday 18:00 Ladner, host” */
    add_line (self, g_strdup_printf (_ ("Has another duty at that time: %s."), title));
  else if (conflict == FF_HINDRANCE_TRAVEL)
    add_line (self, g_strdup_printf (_ ("Too little time between this and %s."), title));
}

static void
describe_conflicts (Description *self)
{
  GArray *duties = ff_rota_duties_list (self->duties, self->volunteer);

  for (guint i = 0; i < duties->len; i++)
    {
      const FfRotaDuty *duty = &g_array_index (duties, FfRotaDuty, i);

      if (duty->slot != (int) self->slot)
        describe_conflict (self, duty);
    }
}

static char *
describe_cap (Description *self, FfCap cap)
{
  const guint most = ff_rota_get_cap (self->rota, self->volunteer, cap);

  switch (cap)
    {
    case FF_CAP_WEEK:
      return g_strdup_printf (ngettext ("Takes on %u duty a week, and has it already.",
                                        "Takes on %u duties a week, and has them already.", most),
                              most);
    case FF_CAP_MONTH:
      return g_strdup_printf (ngettext ("Takes on %u duty a month, and has it already.",
                                        "Takes on %u duties a month, and has them already.", most),
                              most);
    case FF_CAP_IN_ROW:
    default:
      return g_strdup_printf (ngettext ("Serves in no more than %u week in a row.",
                                        "Serves in no more than %u weeks in a row.", most),
                              most);
    }
}

static char *
describe_serving (Description *self)
{
  FfVolunteer *volunteer = ff_rota_get_volunteer (self->rota, self->volunteer);

  return g_strdup (ff_volunteer_get_serving (volunteer) == FF_SERVING_RESTING
                       ? _ ("Is resting for now.")
                       : _ ("Does not serve yet."));
}

static void
describe_one (Description *self, FfHindrances hindrance)
{
  switch (hindrance)
    {
    case FF_HINDRANCE_SERVING:
      add_line (self, describe_serving (self));
      break;
    case FF_HINDRANCE_ROLE:
      add_line (self, g_strdup (_ ("Does not take this role.")));
      break;
    case FF_HINDRANCE_PROGRAMME:
      add_line (self, g_strdup (_ ("Serves in other programmes.")));
      break;
    case FF_HINDRANCE_LANGUAGE:
      add_line (self, g_strdup (_ ("Does not speak the language of the group.")));
      break;
    case FF_HINDRANCE_GROUP:
      add_line (self, g_strdup (_ ("Serves other groups only.")));
      break;
    case FF_HINDRANCE_AWAY:
      describe_absences (self);
      break;
    case FF_HINDRANCE_HOURS:
      add_line (self, describe_hours (self));
      break;
    case FF_HINDRANCE_ONLINE_ONLY:
      add_line (self, g_strdup (_ ("Serves online only.")));
      break;
    case FF_HINDRANCE_TOO_FAR:
      add_line (self, describe_distance (self));
      break;
    case FF_HINDRANCE_DECLINED:
      add_line (self, g_strdup (_ ("Declined this date.")));
      break;
    case FF_HINDRANCE_WEEK:
      add_line (self, describe_cap (self, FF_CAP_WEEK));
      break;
    case FF_HINDRANCE_MONTH:
      add_line (self, describe_cap (self, FF_CAP_MONTH));
      break;
    case FF_HINDRANCE_IN_ROW:
      add_line (self, describe_cap (self, FF_CAP_IN_ROW));
      break;
    case FF_HINDRANCE_UNTRAINED:
    case FF_HINDRANCE_LAPSED:
    case FF_HINDRANCE_OVERLAP:
    case FF_HINDRANCE_TRAVEL:
    default:
      g_assert_not_reached ();
    }
}

/* Both of a pair are told by the same lines. */
static FfHindrances
get_pair (FfHindrances hindrance)
{
  const FfHindrances training = FF_HINDRANCE_UNTRAINED | FF_HINDRANCE_LAPSED;
  const FfHindrances conflict = FF_HINDRANCE_OVERLAP | FF_HINDRANCE_TRAVEL;

  if ((hindrance & training) != 0)
    return training;
  return (hindrance & conflict) != 0 ? conflict : hindrance;
}

static void
describe_all (Description *self, FfHindrances hindrances)
{
  guint left = hindrances;

  for (guint bit = 0; bit < FF_N_HINDRANCES; bit++)
    {
      const FfHindrances pair = get_pair ((FfHindrances) (1u << bit));

      if ((left & (1u << bit)) == 0)
        continue;
      left &= ~(guint) pair;
      if ((pair & FF_HINDRANCE_LAPSED) != 0)
        describe_requirements (self);
      else if ((pair & FF_HINDRANCE_OVERLAP) != 0)
        describe_conflicts (self);
      else
        describe_one (self, pair);
    }
}

/**
 * ff_rota_describe_hindrances:
 * @self: a rota
 * @slot: a place of it
 * @volunteer: somebody of its roster
 *
 * Returns: (transfer full): what ff_rota_find_hindrances() finds, one sentence a line: “Host training holds until 3 March 2027 only.” "" = nothing
 */
char *
ff_rota_describe_hindrances (FfRota *self, FfSlot *slot, FfVolunteer *volunteer)
{
  Description description = { .rota = self };
  g_autoptr (GPtrArray) lines = NULL;
  int who;

  g_return_val_if_fail (FF_IS_ROTA (self), NULL);
  g_return_val_if_fail (FF_IS_SLOT (slot), NULL);
  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);
  who = ff_rota_find_volunteer (self, volunteer);
  g_return_val_if_fail (who >= 0, NULL);

  lines = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  description.duties = self->duties;
  description.volunteer = (guint) who;
  description.slot = ff_slot_get_index (slot);
  description.lines = lines;
  describe_all (&description, ff_rota_find_hindrances (self, slot, volunteer));
  return g_strjoinv ("\n", (char **) lines->pdata);
}
