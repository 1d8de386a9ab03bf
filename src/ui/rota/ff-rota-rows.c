/* ff-rota-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rota as lines and weeks, and how many gaps each week has.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-rota-rows.h"
#include "ff-rota-words.h"
#include "ff-week-days.h"
#include "ff-when.h"

struct _FfRotaRows
{
  GObject parent_instance;

  FfRota *rota;
  FfWallTime first;
  guint n_weeks;
  GPtrArray *rows; /* (element-type FfRotaRow) */
  FfRotaWeek *weeks;
  guint *places; /* by a slot's index: line × weeks + week */
};

/* A line while it is found, with what it is sorted by. */
typedef struct
{
  int weekday; /* from the first one of the week */
  int minute;
  const char *title;
  const char *meeting;
  guint role;
  guint place;
  guint again; /* a second date in the same week, as one was moved there */
  FfRotaRow *row;
} Line;

static void ff_rota_rows_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfRotaRows,
                               ff_rota_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ff_rota_rows_model_init))

static GType
ff_rota_rows_get_item_type (GListModel *model)
{
  return FF_TYPE_ROTA_ROW;
}

static guint
ff_rota_rows_get_n_items (GListModel *model)
{
  return FF_ROTA_ROWS (model)->rows->len;
}

static gpointer
ff_rota_rows_get_item (GListModel *model, guint position)
{
  FfRotaRows *self = FF_ROTA_ROWS (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position))
                                    : NULL;
}

static void
ff_rota_rows_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ff_rota_rows_get_item_type;
  iface->get_n_items = ff_rota_rows_get_n_items;
  iface->get_item = ff_rota_rows_get_item;
}

static void
ff_rota_rows_finalize (GObject *object)
{
  FfRotaRows *self = FF_ROTA_ROWS (object);

  g_clear_object (&self->rota);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->weeks);
  g_free (self->places);

  G_OBJECT_CLASS (ff_rota_rows_parent_class)->finalize (object);
}

static void
ff_rota_rows_class_init (FfRotaRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_rota_rows_finalize;
}

static void
ff_rota_rows_init (FfRotaRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

static guint
line_hash (gconstpointer key)
{
  const Line *line = key;

  return g_str_hash (line->meeting) ^ (guint) line->weekday << 24 ^ (guint) line->minute << 12
         ^ line->role << 8 ^ line->place << 4 ^ line->again;
}

static gboolean
line_equal (gconstpointer a, gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;

  return first->weekday == second->weekday && first->minute == second->minute
         && first->role == second->role && first->place == second->place
         && first->again == second->again && g_str_equal (first->meeting, second->meeting);
}

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

static int
line_compare (gconstpointer a, gconstpointer b)
{
  const Line *first = *(const Line *const *) a;
  const Line *second = *(const Line *const *) b;
  int order = COMPARE (first->weekday, second->weekday);

  if (order == 0)
    order = COMPARE (first->minute, second->minute);
  if (order == 0)
    order = g_utf8_collate (first->title, second->title);
  if (order == 0)
    order = g_strcmp0 (first->meeting, second->meeting);
  if (order == 0)
    order = COMPARE (first->again, second->again);
  if (order == 0)
    order = COMPARE (first->role, second->role);
  return order != 0 ? order : COMPARE (first->place, second->place);
}

static FfProgramme *
find_programme (GPtrArray *programmes, const char *id)
{
  for (guint i = 0; i < programmes->len; i++)
    {
      FfProgramme *programme = g_ptr_array_index (programmes, i);

      if (g_strcmp0 (ff_programme_get_id (programme), id) == 0)
        return programme;
    }
  return NULL;
}

/* “Tuesday 18:00” on the meeting's own wall, as its rule has it, and where that is if clocks there show another hour than here. */
static char *
describe_when (FfOccurrence *occurrence)
{
  g_autoptr (GDateTime) time = ff_format_from_wall_time (ff_occurrence_get_rule_time (occurrence));
  g_autofree char *when = ff_rota_format_weekly (time, NULL);
  g_autofree char *zone = ff_when_zone_shown (occurrence, NULL);

  /* Translators: the weekday and hour of a meeting and the zone they are in, as in “Tuesday 22:00 Toronto time” */
  return zone != NULL ? g_strdup_printf (C_ ("time zone", "%s %s"), when, zone)
                      : g_steal_pointer (&when);
}

/* “Host”, and the second of two greeters “Greeter 2”. */
static char *
describe_role (FfSlot *slot, GPtrArray *programmes)
{
  FfProgramme *programme
      = find_programme (programmes, ff_group_get_programme (ff_slot_get_group (slot)));
  g_autofree char *title = ff_role_make_title (ff_slot_get_role (slot), programme);

  if (ff_slot_get_place (slot) == 0)
    return g_steal_pointer (&title);
  /* Translators: a role, and which of several places of it, like “Greeter 2” */
  return g_strdup_printf (C_ ("role", "%1$s %2$u"), title, ff_slot_get_place (slot) + 1);
}

static Line *
add_line (FfRotaRows *self, GHashTable *lines, const Line *key, FfSlot *slot, GPtrArray *programmes)
{
  g_autofree char *when = describe_when (ff_slot_get_occurrence (slot));
  g_autofree char *role = describe_role (slot, programmes);
  Line *line = g_memdup2 (key, sizeof *key);

  line->row = ff_rota_row_new (self->n_weeks, key->meeting, key->title, when, role);
  g_hash_table_add (lines, line);
  return line;
}

static guint
find_week (FfRotaRows *self, FfSlot *slot)
{
  FfWallTime start
      = ff_wall_time_from_date_time (ff_occurrence_get_start (ff_slot_get_occurrence (slot)));
  int days = ff_week_count_days (&self->first, &start);

  /* At the edges a meeting far away may be on the day before or after. */
  return (guint) CLAMP (days / FF_DAYS_A_WEEK, 0, (int) self->n_weeks - 1);
}

/* What speaks against somebody who has had a place already is nothing to see to any more. */
static void
count_slot (FfRotaWeek *week, FfSlot *slot, FfRotaState state, FfHindrances against, GDateTime *now)
{
  week->places++;
  if (ff_slot_get_assignment (slot) != NULL)
    week->against += against != 0 && !ff_rota_place_has_begun (slot, now);
  else if (state == FF_ROTA_MISSED)
    week->missed++;
  else if (ff_slot_get_required (slot))
    week->required++;
  else
    week->optional++;
}

static void
place_slot (FfRotaRows *self,
            GHashTable *lines,
            GHashTable *roles,
            FfSlot *slot,
            GPtrArray *programmes,
            GDateTime *now)
{
  FfOccurrence *occurrence = ff_slot_get_occurrence (slot);
  const FfWallTime *rule_time = ff_occurrence_get_rule_time (occurrence);
  FfHindrances against = ff_rota_find_against (self->rota, slot);
  FfRotaState state = ff_rota_place_state (slot, now);
  guint week = find_week (self, slot);
  Line key = {
    .weekday = (ff_wall_time_get_weekday (rule_time) - ff_wall_time_get_weekday (&self->first)
                + FF_DAYS_A_WEEK)
               % FF_DAYS_A_WEEK,
    .minute = rule_time->hour * 60 + rule_time->minute,
    .title = ff_when_title (occurrence, ff_slot_get_group (slot)),
    .meeting = ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)),
    .role = GPOINTER_TO_UINT (g_hash_table_lookup (roles, ff_slot_get_role (slot))),
    .place = ff_slot_get_place (slot),
  };
  Line *line;

  for (;; key.again++)
    {
      line = g_hash_table_lookup (lines, &key);
      if (line == NULL)
        line = add_line (self, lines, &key, slot, programmes);
      if (ff_rota_row_get_slot (line->row, week) == NULL)
        break;
    }
  ff_rota_row_set_slot (line->row, week, slot, state, against);
  count_slot (&self->weeks[week], slot, state, against, now);
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_object (&line->row);
  g_free (line);
}

static void
fill (FfRotaRows *self, GPtrArray *programmes, GDateTime *now)
{
  GPtrArray *slots = ff_rota_get_slots (self->rota);
  GPtrArray *in_order = ff_roster_get_roles (ff_rota_get_roster (self->rota));
  g_autoptr (GHashTable) lines = g_hash_table_new_full (line_hash, line_equal, line_free, NULL);
  g_autoptr (GHashTable) roles = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) sorted = NULL;

  for (guint i = 0; i < in_order->len; i++)
    g_hash_table_insert (roles, g_ptr_array_index (in_order, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < slots->len; i++)
    place_slot (self, lines, roles, g_ptr_array_index (slots, i), programmes, now);
  sorted = g_hash_table_get_keys_as_ptr_array (lines);
  g_ptr_array_sort (sorted, line_compare);
  for (guint i = 0; i < sorted->len; i++)
    {
      Line *line = g_ptr_array_index (sorted, i);

      for (guint week = 0; week < self->n_weeks; week++)
        if (ff_rota_row_get_slot (line->row, week) != NULL)
          self->places[ff_slot_get_index (ff_rota_row_get_slot (line->row, week))]
              = i * self->n_weeks + week;
      g_ptr_array_add (self->rows, g_steal_pointer (&line->row));
    }
}

/**
 * ff_rota_rows_new:
 * @rota: the places and who has them
 * @first: the first day of the first week
 * @n_weeks: how many weeks
 * @programmes: (element-type FfProgramme): whose words roles are called by
 * @now: what time it is; an empty place that has begun by then is no gap any more
 *
 * May be called in a thread.
 *
 * Returns: (transfer full): the rota line by line
 */
FfRotaRows *
ff_rota_rows_new (FfRota *rota,
                  const FfWallTime *first,
                  guint n_weeks,
                  GPtrArray *programmes,
                  GDateTime *now)
{
  FfRotaRows *self;

  g_return_val_if_fail (FF_IS_ROTA (rota) && first != NULL, NULL);
  g_return_val_if_fail (n_weeks > 0 && programmes != NULL && now != NULL, NULL);

  self = g_object_new (FF_TYPE_ROTA_ROWS, NULL);
  self->rota = g_object_ref (rota);
  self->first = *first;
  self->n_weeks = n_weeks;
  self->weeks = g_new0 (FfRotaWeek, n_weeks);
  self->places = g_new0 (guint, ff_rota_get_slots (rota)->len);
  fill (self, programmes, now);
  return self;
}

/**
 * ff_rota_rows_get_rota:
 * @self: lines
 *
 * Returns: (transfer none): what they show
 */
FfRota *
ff_rota_rows_get_rota (FfRotaRows *self)
{
  g_return_val_if_fail (FF_IS_ROTA_ROWS (self), NULL);

  return self->rota;
}

/**
 * ff_rota_rows_get_first:
 * @self: lines
 *
 * Returns: (transfer none): the first day of the first week
 */
const FfWallTime *
ff_rota_rows_get_first (FfRotaRows *self)
{
  g_return_val_if_fail (FF_IS_ROTA_ROWS (self), NULL);

  return &self->first;
}

/**
 * ff_rota_rows_count:
 * @self: lines
 *
 * Returns: how many there are
 */
guint
ff_rota_rows_count (FfRotaRows *self)
{
  g_return_val_if_fail (FF_IS_ROTA_ROWS (self), 0);

  return self->rows->len;
}

/**
 * ff_rota_rows_count_weeks:
 * @self: lines
 *
 * Returns: how many weeks they have
 */
guint
ff_rota_rows_count_weeks (FfRotaRows *self)
{
  g_return_val_if_fail (FF_IS_ROTA_ROWS (self), 0);

  return self->n_weeks;
}

/**
 * ff_rota_rows_get_row:
 * @self: lines
 * @row: which one, from 0
 *
 * Returns: (transfer none): it
 */
FfRotaRow *
ff_rota_rows_get_row (FfRotaRows *self, guint row)
{
  g_return_val_if_fail (FF_IS_ROTA_ROWS (self) && row < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, row);
}

/**
 * ff_rota_rows_get_week:
 * @self: lines
 * @week: which week, from 0
 *
 * Returns: (transfer none): what is missing in it
 */
const FfRotaWeek *
ff_rota_rows_get_week (FfRotaRows *self, guint week)
{
  g_return_val_if_fail (FF_IS_ROTA_ROWS (self) && week < self->n_weeks, NULL);

  return &self->weeks[week];
}

/**
 * ff_rota_rows_find:
 * @self: lines
 * @slot: a place, of another rota perhaps
 * @row: (out): which line
 * @week: (out): which week
 *
 * Returns: whether the place is there
 */
gboolean
ff_rota_rows_find (FfRotaRows *self, FfSlot *slot, guint *row, guint *week)
{
  g_return_val_if_fail (FF_IS_ROTA_ROWS (self) && FF_IS_SLOT (slot), FALSE);
  g_return_val_if_fail (row != NULL && week != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->n_weeks; j++)
      {
        FfSlot *here = ff_rota_row_get_slot (g_ptr_array_index (self->rows, i), j);

        if (here == NULL || !ff_rota_same_place (here, slot))
          continue;
        *row = i;
        *week = j;
        return TRUE;
      }
  return FALSE;
}

/**
 * ff_rota_rows_locate:
 * @self: lines
 * @slot: a place of the very rota that they show
 * @row: (out): which line
 * @week: (out): which week
 *
 * Says where it is, without a search.
 */
void
ff_rota_rows_locate (FfRotaRows *self, FfSlot *slot, guint *row, guint *week)
{
  guint place;

  g_return_if_fail (FF_IS_ROTA_ROWS (self) && FF_IS_SLOT (slot));
  g_return_if_fail (row != NULL && week != NULL);

  place = self->places[ff_slot_get_index (slot)];
  *row = place / self->n_weeks;
  *week = place % self->n_weeks;
}

/**
 * ff_rota_same_place:
 * @a: a place
 * @b: another, of another rota perhaps
 *
 * Returns: whether both are one: date, role and number
 */
gboolean
ff_rota_same_place (FfSlot *a, FfSlot *b)
{
  g_return_val_if_fail (FF_IS_SLOT (a) && FF_IS_SLOT (b), FALSE);

  return ff_slot_get_place (a) == ff_slot_get_place (b)
         && ff_wall_time_compare (ff_occurrence_get_rule_time (ff_slot_get_occurrence (a)),
                                  ff_occurrence_get_rule_time (ff_slot_get_occurrence (b)))
                == 0
         && g_str_equal (ff_role_get_uid (ff_slot_get_role (a)),
                         ff_role_get_uid (ff_slot_get_role (b)))
         && g_str_equal (
             ff_meeting_get_uid (ff_occurrence_get_meeting (ff_slot_get_occurrence (a))),
             ff_meeting_get_uid (ff_occurrence_get_meeting (ff_slot_get_occurrence (b))));
}

/**
 * ff_rota_find_holder:
 * @rota: a rota
 * @slot: one of its places
 *
 * Returns: (transfer none) (nullable): who has it; %NULL where nobody does, or somebody whose data was erased
 */
FfVolunteer *
ff_rota_find_holder (FfRota *rota, FfSlot *slot)
{
  FfAssignment *assignment;

  g_return_val_if_fail (FF_IS_ROTA (rota) && FF_IS_SLOT (slot), NULL);

  assignment = ff_slot_get_assignment (slot);
  return assignment != NULL ? ff_roster_find_volunteer (ff_rota_get_roster (rota),
                                                        ff_assignment_get_volunteer (assignment))
                            : NULL;
}

/**
 * ff_rota_find_against:
 * @rota: a rota
 * @slot: one of its places
 *
 * Returns: what speaks against whoever has it
 */
FfHindrances
ff_rota_find_against (FfRota *rota, FfSlot *slot)
{
  FfVolunteer *holder = ff_rota_find_holder (rota, slot);

  /* Having said no to another place of the same role that day is no clash. */
  return holder != NULL
             ? ff_rota_find_hindrances (rota, slot, holder) & ~(guint) FF_HINDRANCE_DECLINED
             : 0;
}
