/* ff-schedule-contents.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorts meetings into the days and regions of a schedule, and finds the legend of their types.
 */

#include "ff-config.h"

#include "ff-schedule-contents.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-meeting-type.h"

/* A meeting on its way into a section. */
typedef struct
{
  FfMeeting *meeting;
  FfScheduleEntry *entry; /* (transfer full) until it has a section */
  char *region;           /* sort key; "" comes last */
  const char *region_name;
  FfSchedulePlace place;
  guint minute; /* of the day */
} Sorted;

static void
sorted_free (gpointer data)
{
  Sorted *sorted = data;

  g_clear_pointer (&sorted->entry, ff_schedule_entry_free);
  g_free (sorted->region);
  g_free (sorted);
}

static void
section_free (gpointer data)
{
  FfScheduleSection *section = data;

  g_free (section->region);
  g_free (section->heading);
  g_ptr_array_unref (section->entries);
  g_free (section);
}

static void
type_free (gpointer data)
{
  FfScheduleType *type = data;

  g_free (type->code);
  g_free (type->title);
  g_free (type);
}

/**
 * ff_schedule_contents_free:
 * @self: (transfer full): contents
 */
void
ff_schedule_contents_free (FfScheduleContents *self)
{
  ff_schedule_words_clear (&self->words);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->printed, g_free);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->legend, g_ptr_array_unref);
  g_free (self);
}

/* --- Sections --- */

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *one = *(Sorted *const *) a, *other = *(Sorted *const *) b;
  int order = (*one->region == '\0') - (*other->region == '\0');

  if (order == 0)
    order = strcmp (one->region, other->region);
  if (order == 0)
    order = (int) one->place - (int) other->place;
  if (order == 0)
    order = (int) one->minute - (int) other->minute;
  if (order == 0)
    order = g_utf8_collate (one->entry->title, other->entry->title);
  return order != 0
             ? order
             : strcmp (ff_meeting_get_uid (one->meeting), ff_meeting_get_uid (other->meeting));
}

static const char *
get_heading (const FfScheduleWords *words, FfSchedulePlace place)
{
  switch (place)
    {
    case FF_PLACE_EVERY_DAY:
      return ff_catalogue_lookup (words->catalogue, N_ ("Every day"));

    case FF_PLACE_OTHER:
      return ff_catalogue_lookup (words->catalogue, N_ ("On other dates"));

    case FF_PLACE_APPOINTMENT:
      return ff_catalogue_lookup (words->catalogue, N_ ("By appointment"));

    case FF_PLACE_MONDAY:
    case FF_PLACE_SUNDAY:
    default:
      return ff_schedule_words_weekday (words, (int) place - FF_PLACE_MONDAY + 1);
    }
}

static const char *
get_region (const FfScheduleTelling *telling, FfMeeting *meeting)
{
  FfGroup *group = ff_schedule_find_group (telling->schedule, ff_meeting_get_group (meeting));
  const char *region = ff_venue_get_text (ff_meeting_get_venue (meeting), FF_VENUE_REGION);

  if (*region == '\0' && group != NULL)
    region = ff_group_get_text (group, FF_GROUP_REGION);

  return region;
}

static void
add_sorted (const FfScheduleTelling *telling,
            GPtrArray *all,
            FfMeeting *meeting,
            FfScheduleEntry *entry,
            FfSchedulePlace place)
{
  const FfWallTime *start = ff_meeting_get_start (meeting);
  Sorted *sorted = g_new0 (Sorted, 1);

  sorted->meeting = meeting;
  sorted->entry = entry;
  sorted->place = place;
  sorted->minute = place == FF_PLACE_APPOINTMENT ? 0 : start->hour * 60u + start->minute;
  sorted->region_name = telling->style->by_region ? get_region (telling, meeting) : "";
  sorted->region = g_utf8_collate_key (sorted->region_name, -1);
  g_ptr_array_add (all, sorted);
}

/* All of a meeting under the first of its weekdays, and under the others where that is. */
static void
add_meeting (const FfScheduleTelling *telling, GPtrArray *all, FfMeeting *meeting)
{
  guint weekdays;
  FfScheduleEntry *entry = ff_schedule_entry_new (telling, meeting, &weekdays);
  int first = 0;

  if (weekdays == 0 || weekdays == 0xfe)
    {
      add_sorted (telling, all, meeting, entry,
                  ff_meeting_get_by_appointment (meeting) ? FF_PLACE_APPOINTMENT
                  : weekdays == 0                         ? FF_PLACE_OTHER
                                                          : FF_PLACE_EVERY_DAY);
      return;
    }
  for (int day = 1; day <= 7; day++)
    {
      if ((weekdays & 1u << day) == 0)
        continue;
      add_sorted (telling, all, meeting,
                  first == 0 ? entry : ff_schedule_entry_new_see (telling, entry, first),
                  (FfSchedulePlace) (FF_PLACE_MONDAY + day - 1));
      first = first == 0 ? day : first;
    }
}

static FfScheduleSection *
add_section (FfScheduleContents *self,
             const FfScheduleTelling *telling,
             const Sorted *sorted,
             const Sorted *before)
{
  FfScheduleSection *section = g_new0 (FfScheduleSection, 1);
  const char *region = *sorted->region_name != '\0'
                           ? sorted->region_name
                           : ff_catalogue_lookup (self->words.catalogue, N_ ("Without a region"));

  if (telling->style->by_region
      && (before == NULL || !g_str_equal (before->region, sorted->region)))
    section->region = g_strdup (region);
  section->heading = g_strdup (get_heading (&self->words, sorted->place));
  section->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_schedule_entry_free);
  g_ptr_array_add (self->sections, section);

  return section;
}

static void
add_sections (FfScheduleContents *self, const FfScheduleTelling *telling)
{
  GPtrArray *meetings = ff_schedule_get_meetings (telling->schedule);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (sorted_free);
  FfScheduleSection *section = NULL;
  const Sorted *before = NULL;

  for (guint i = 0; i < meetings->len; i++)
    add_meeting (telling, all, g_ptr_array_index (meetings, i));
  g_ptr_array_sort (all, compare_sorted);

  for (guint i = 0; i < all->len; i++)
    {
      Sorted *sorted = g_ptr_array_index (all, i);

      if (before == NULL || before->place != sorted->place
          || !g_str_equal (before->region, sorted->region))
        section = add_section (self, telling, sorted, before);
      g_ptr_array_add (section->entries, g_steal_pointer (&sorted->entry));
      before = sorted;
    }
}

/* --- Around them --- */

static int
compare_types (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(FfScheduleType *const *) a)->code, (*(FfScheduleType *const *) b)->code);
}

static void
add_legend (FfScheduleContents *self, FfSchedule *schedule)
{
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < meetings->len; i++)
    {
      g_auto (GStrv) codes = ff_schedule_list_types (schedule, g_ptr_array_index (meetings, i));

      for (gsize j = 0; codes[j] != NULL; j++)
        {
          const FfMeetingType *type = ff_meeting_type_find (codes[j]);
          FfScheduleType *item;

          if (type == NULL || !g_hash_table_add (seen, g_strdup (codes[j])))
            continue;
          item = g_new0 (FfScheduleType, 1);
          item->code = g_strdup (type->code);
          item->title = g_strdup (
              ff_catalogue_lookup_context (self->words.catalogue, "meeting type", type->name));
          g_ptr_array_add (self->legend, item);
        }
    }
  g_ptr_array_sort (self->legend, compare_types);
}

/* The group whose meetings all are. */
static FfGroup *
find_only_group (FfSchedule *schedule)
{
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  const char *uid = NULL;

  for (guint i = 0; i < meetings->len; i++)
    {
      const char *group = ff_meeting_get_group (g_ptr_array_index (meetings, i));

      if (uid != NULL && !g_str_equal (uid, group))
        return NULL;
      uid = group;
    }

  return uid != NULL ? ff_schedule_find_group (schedule, uid) : NULL;
}

static void
add_contacts (FfScheduleContents *self, FfGroup *group)
{
  static const FfGroupText texts[] = { FF_GROUP_WEBSITE, FF_GROUP_EMAIL, FF_GROUP_PHONE };

  if (ff_group_get_setting (group) == FF_SETTING_CUSTODY)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = ff_group_get_text (group, texts[i]);

      if (g_str_has_prefix (text, "https://"))
        text += strlen ("https://");
      if (*text != '\0')
        g_ptr_array_add (self->contacts, g_strdup (text));
    }
}

static gboolean
has_several_zones (FfSchedule *schedule)
{
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);

  for (guint i = 1; i < meetings->len; i++)
    if (!g_str_equal (ff_meeting_get_zone (g_ptr_array_index (meetings, i)),
                      ff_meeting_get_zone (g_ptr_array_index (meetings, 0))))
      return TRUE;

  return FALSE;
}

/* One zone for all is said once, where it is not the one that the paper is printed in. */
static char *
make_summary (const FfScheduleTelling *telling)
{
  GPtrArray *meetings = ff_schedule_get_meetings (telling->schedule);
  const char *here
      = g_time_zone_get_identifier (g_date_time_get_timezone (telling->style->printed));
  g_autofree char *local = ff_time_zone_get_local ();
  g_autofree char *zone = NULL;
  const char *there;

  if (telling->several_zones || meetings->len == 0)
    return g_strdup ("");
  there = ff_meeting_get_zone (g_ptr_array_index (meetings, 0));
  if (g_str_equal (there, here) || g_str_equal (there, local))
    return g_strdup ("");

  zone = ff_schedule_words_zone (telling->words, there);
  /* Translators: {zone} is like “Toronto time” */
  return ff_schedule_words_say (telling->words, N_ ("All hours are {zone}."), "zone", zone, NULL);
}

/**
 * ff_schedule_contents_new:
 * @schedule: whose meetings are told
 * @style: how
 *
 * Returns: (transfer full): what stands on the paper, in the language of the paper
 */
FfScheduleContents *
ff_schedule_contents_new (FfSchedule *schedule, const FfScheduleStyle *style)
{
  FfScheduleContents *self = g_new0 (FfScheduleContents, 1);
  const FfWallTime today = ff_wall_time_from_date_time (style->printed);
  FfGroup *group = find_only_group (schedule);
  FfScheduleTelling telling = { &self->words, style, schedule };
  g_autofree char *date = NULL;

  ff_schedule_words_init (&self->words, style->language, 0);
  date = ff_schedule_words_date (&self->words, &today);
  self->printed
      = ff_schedule_words_say (&self->words, N_ ("Printed on {date}"), "date", date, NULL);
  self->words.year = today.year;
  self->contacts = g_ptr_array_new_with_free_func (g_free);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->legend = g_ptr_array_new_with_free_func (type_free);

  telling.several_groups = group == NULL;
  telling.several_zones = has_several_zones (schedule);
  if (style->title != NULL && *style->title != '\0')
    self->title = g_strdup (style->title);
  else if (group != NULL)
    self->title = g_strdup (ff_group_get_name (group));
  else
    self->title = g_strdup (ff_catalogue_lookup (self->words.catalogue, N_ ("Meetings")));
  self->summary = make_summary (&telling);
  if (group != NULL)
    add_contacts (self, group);
  add_sections (self, &telling);
  add_legend (self, schedule);

  return self;
}
