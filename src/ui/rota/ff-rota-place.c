/* ff-rota-place.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place of the rota in words and signs.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-rota-place.h"
#include "ff-when.h"

typedef struct
{
  const char *title;
  const char *in_sentence;
  const char *icon;
  const char *style;
} Look;

static const Look looks[FF_N_ROTA_STATES] = {
  [FF_ROTA_EMPTY]
  = { NC_ ("place", "Empty"), NC_ ("place", "empty"), "list-add-symbolic", "empty" },
  [FF_ROTA_OPTIONAL] = { NC_ ("place", "Good to have"), NC_ ("place", "empty, good to have"),
                         "list-add-symbolic", "optional" },
  [FF_ROTA_REFUSED] = { NC_ ("place", "Declined"), NC_ ("place", "declined"),
                        "action-unavailable-symbolic", "declined" },
  [FF_ROTA_MISSED]
  = { NC_ ("place", "Nobody"), NC_ ("place", "nobody"), "list-remove-symbolic", "missed" },
  [FF_ROTA_PROPOSED]
  = { NC_ ("place", "Proposed"), NC_ ("place", "proposed"), "document-edit-symbolic", "proposed" },
  [FF_ROTA_ASKED]
  = { NC_ ("place", "Asked"), NC_ ("place", "asked"), "mail-unread-symbolic", "asked" },
  [FF_ROTA_CONFIRMED] = { NC_ ("place", "Confirmed"), NC_ ("place", "confirmed"),
                          "object-select-symbolic", "confirmed" },
  [FF_ROTA_SWAPPED] = { NC_ ("place", "Swapped"), NC_ ("place", "swapped"),
                        "media-playlist-repeat-symbolic", "swapped" },
};

/**
 * ff_rota_place_has_begun:
 * @slot: a place
 * @now: what time it is
 *
 * Returns: whether it is too late to look for somebody else
 */
gboolean
ff_rota_place_has_begun (FfSlot *slot, GDateTime *now)
{
  return g_date_time_compare (ff_occurrence_get_start (ff_slot_get_occurrence (slot)), now) <= 0;
}

/**
 * ff_rota_place_state:
 * @slot: a place
 * @now: what time it is
 *
 * Returns: what it looks like
 */
FfRotaState
ff_rota_place_state (FfSlot *slot, GDateTime *now)
{
  FfAssignment *assignment = ff_slot_get_assignment (slot);

  if (assignment == NULL)
    {
      if (ff_rota_place_has_begun (slot, now))
        return FF_ROTA_MISSED;
      if (ff_slot_get_declined (slot)->len > 0)
        return FF_ROTA_REFUSED;
      return ff_slot_get_required (slot) ? FF_ROTA_EMPTY : FF_ROTA_OPTIONAL;
    }
  switch (ff_assignment_get_status (assignment))
    {
    case FF_DUTY_ASKED:
      return FF_ROTA_ASKED;

    case FF_DUTY_CONFIRMED:
      return FF_ROTA_CONFIRMED;

    case FF_DUTY_SWAPPED:
      return FF_ROTA_SWAPPED;

    case FF_DUTY_PROPOSED:
    case FF_DUTY_DECLINED:
    default:
      return FF_ROTA_PROPOSED;
    }
}

/**
 * ff_rota_place_state_title:
 * @state: what a place looks like
 *
 * Returns: (transfer none): the same in a word
 */
const char *
ff_rota_place_state_title (FfRotaState state)
{
  g_return_val_if_fail (state < FF_N_ROTA_STATES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "place", looks[state].title);
}

/**
 * ff_rota_place_state_icon:
 * @state: what a place looks like
 *
 * Returns: (transfer none): the name of its sign
 */
const char *
ff_rota_place_state_icon (FfRotaState state)
{
  g_return_val_if_fail (state < FF_N_ROTA_STATES, NULL);

  return looks[state].icon;
}

/**
 * ff_rota_place_state_class:
 * @state: what a place looks like
 *
 * Returns: (transfer none): the class that colours it
 */
const char *
ff_rota_place_state_class (FfRotaState state)
{
  g_return_val_if_fail (state < FF_N_ROTA_STATES, NULL);

  return looks[state].style;
}

static const char *
get_name (FfRota *rota, FfAssignment *assignment)
{
  FfVolunteer *volunteer = ff_roster_find_volunteer (ff_rota_get_roster (rota),
                                                     ff_assignment_get_volunteer (assignment));

  /* Translators: stands for a name that was erased */
  return volunteer != NULL ? ff_volunteer_get_name (volunteer) : C_ ("volunteer", "Somebody");
}

/**
 * ff_rota_place_who:
 * @rota: a rota
 * @slot: one of its places
 *
 * Returns: (transfer full): who has it; "" where nobody does
 */
char *
ff_rota_place_who (FfRota *rota, FfSlot *slot)
{
  FfAssignment *assignment = ff_slot_get_assignment (slot);

  return g_strdup (assignment != NULL ? get_name (rota, assignment) : "");
}

static char *
list_declined (FfRota *rota, FfSlot *slot)
{
  GPtrArray *declined = ff_slot_get_declined (slot);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < declined->len; i++)
    g_strv_builder_add (names, get_name (rota, g_ptr_array_index (declined, i)));
  all = g_strv_builder_end (names);
  /* Translators: between names in a list */
  list = g_strjoinv (C_ ("list", ", "), all);
  /* Translators: %s is a name or several */
  return g_strdup_printf (_ ("Declined by %s"), list);
}

/**
 * ff_rota_place_detail:
 * @rota: a rota
 * @slot: one of its places
 * @state: what it looks like
 *
 * Returns: (transfer full): how far it is agreed, and who declined where it is empty
 */
char *
ff_rota_place_detail (FfRota *rota, FfSlot *slot, FfRotaState state)
{
  return state == FF_ROTA_REFUSED ? list_declined (rota, slot)
                                  : g_strdup (ff_rota_place_state_title (state));
}

/**
 * ff_rota_place_when:
 * @slot: a place
 *
 * Returns: (transfer full): its date and hour on the meeting's wall, and where that is if clocks there show another hour than here
 */
char *
ff_rota_place_when (FfSlot *slot)
{
  GDateTime *start = ff_occurrence_get_start (ff_slot_get_occurrence (slot));
  g_autofree char *day = ff_format_date (start, start);
  g_autoptr (GDateTime) here = g_date_time_to_local (start);
  g_autofree char *hour = ff_format_time_and_zone (start, here);

  /* Translators: a date and a time, like “Tuesday 24 November 18:00” */
  return g_strdup_printf (C_ ("date", "%1$s %2$s"), day, hour);
}

/**
 * ff_rota_place_where:
 * @slot: a place
 * @role: what the role is called
 *
 * Returns: (transfer full): the meeting and the role
 */
char *
ff_rota_place_where (FfSlot *slot, const char *role)
{
  const char *title = ff_when_title (ff_slot_get_occurrence (slot), ff_slot_get_group (slot));

  /* Translators: a meeting and a role, like “Ladner, host” */
  return g_strdup_printf (C_ ("meeting and role", "%1$s, %2$s"), title, role);
}

static char *
describe_state (FfRota *rota, FfSlot *slot, FfRotaState state)
{
  const char *word = g_dpgettext2 (GETTEXT_PACKAGE, "place", looks[state].in_sentence);
  g_autofree char *who = ff_rota_place_who (rota, slot);

  if (state == FF_ROTA_REFUSED)
    {
      g_autofree char *declined = list_declined (rota, slot);

      /* Translators: of a place in the rota; %s is like “Declined by Robin” */
      return g_strdup_printf (_ ("empty. %s"), declined);
    }
  if (*who == '\0')
    return g_strdup (word);
  /* Translators: who has a place, and how far it is agreed, like “Robin, confirmed” */
  return g_strdup_printf (C_ ("who and state", "%1$s, %2$s"), who, word);
}

/**
 * ff_rota_place_label:
 * @rota: a rota
 * @slot: one of its places
 * @state: what it looks like
 * @role: what the role is called
 * @against: what speaks against whoever has it
 *
 * Returns: (transfer full): what a screen reader says for it
 */
char *
ff_rota_place_label (FfRota *rota,
                     FfSlot *slot,
                     FfRotaState state,
                     const char *role,
                     FfHindrances against)
{
  FfAssignment *assignment = ff_slot_get_assignment (slot);
  g_autofree char *when = ff_rota_place_when (slot);
  g_autofree char *where = ff_rota_place_where (slot, role);
  g_autofree char *words = describe_state (rota, slot, state);
  /* Translators: a date, a meeting with a role, and who has it, like “Tuesday 24 November 18:00, Ladner, host: Robin, confirmed” */
  g_autofree char *label = g_strdup_printf (C_ ("place", "%1$s, %2$s: %3$s"), when, where, words);
  g_autoptr (GString) text = g_string_new (label);

  if (assignment != NULL && ff_assignment_get_pinned (assignment))
    /* Translators: added to a place whose volunteer is pinned to it */
    g_string_append (text, C_ ("place", ", pinned"));
  if (against != 0)
    /* Translators: added to a place where something speaks against who has it */
    g_string_append (text, C_ ("place", ", needs a look"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * ff_rota_place_tooltip:
 * @rota: a rota
 * @slot: one of its places
 * @state: what it looks like
 * @role: what the role is called
 * @against: what speaks against whoever has it
 *
 * Returns: (transfer full): everything there is to say about it, line by line
 */
char *
ff_rota_place_tooltip (FfRota *rota,
                       FfSlot *slot,
                       FfRotaState state,
                       const char *role,
                       FfHindrances against)
{
  FfAssignment *assignment = ff_slot_get_assignment (slot);
  FfVolunteer *holder = assignment != NULL
                            ? ff_roster_find_volunteer (ff_rota_get_roster (rota),
                                                        ff_assignment_get_volunteer (assignment))
                            : NULL;
  g_autofree char *label = ff_rota_place_label (rota, slot, state, role, 0);
  g_autoptr (GString) text = g_string_new (label);

  if (against != 0 && holder != NULL)
    {
      g_autofree char *why = ff_rota_describe_hindrances (rota, slot, holder);

      g_string_append_printf (text, "\n%s", why);
    }
  if (assignment != NULL && *ff_assignment_get_reason (assignment) != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is why somebody was given a place although something speaks against it */
      g_string_append_printf (text, _ ("Given all the same: %s"),
                              ff_assignment_get_reason (assignment));
    }
  if ((assignment != NULL || state == FF_ROTA_MISSED) && ff_slot_get_declined (slot)->len > 0)
    {
      g_autofree char *declined = list_declined (rota, slot);

      g_string_append_printf (text, "\n%s", declined);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}
