/* ff-rota-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table for each week, a row for each place; a date's rows stay together.
 */

#include "ff-config.h"

#include "ff-rota-sheet.h"

#include <glib/gi18n-lib.h>

#include "ff-foot.h"
#include "ff-paginator.h"
#include "ff-schedule-words.h"
#include "ff-sheet-private.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define MARGIN (15 * POINTS_PER_MM)
#define HEAVY_RULE 1.25
#define LIGHT_RULE 0.5

/* Of a row: when, what, as what, who. */
enum
{
  COLUMN_WHEN,
  COLUMN_MEETING,
  COLUMN_ROLE,
  COLUMN_WHO,
  N_COLUMNS,
};

static const double shares[N_COLUMNS] = { 0.28, 0.28, 0.19, 0.25 };

/* Above and below a row, in paddings. */
#define AIR 0.5

/* More rows than this may come apart at the end of a page. */
#define MOST_TOGETHER 8

/* The span behind those of the columns is the line to write on. */
#define LINE_SPAN N_COLUMNS

typedef struct
{
  FfRota *rota;
  const FfRotaSheetStyle *style;
  FfScheduleWords words;
  FfTypesetter *typesetter;
  FfFragment *header; /* of the week */
  gboolean several_zones;
  GHashTable *open; /* (element-type FfFragment): where somebody has not agreed yet */
} RotaSheet;

static const char *
say (RotaSheet *self, const char *msgid)
{
  return ff_catalogue_lookup (self->words.catalogue, msgid);
}

/* What people typed keeps its own direction, and begins where all begins. */
static PangoLayout *
set_text (RotaSheet *self, FfTextStyle style, const char *text, double width)
{
  PangoLayout *layout = ff_typesetter_text (self->typesetter, style, text, width);
  const gboolean right_to_left = self->typesetter->right_to_left;
  PangoDirection direction;

  pango_layout_set_auto_dir (layout, TRUE);
  direction = pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0));
  /* Pango turns it again where the text goes the other way than its context. */
  if (direction == (right_to_left ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL))
    pango_layout_set_alignment (layout, right_to_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);

  return layout;
}

/* Above and below what stands in a row. */
static double
get_air (RotaSheet *self)
{
  return self->typesetter->measures.padding * AIR;
}

static void
divide (RotaSheet *self, FfFragment *fragment)
{
  const FfTypesetter *typesetter = self->typesetter;
  double x = typesetter->margin;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      ff_fragment_add_span (fragment, x, shares[i] * typesetter->width);
      x += shares[i] * typesetter->width;
    }
}

/* Returns how far down it goes, with the air below it. An empty cell is one for those who have the table read to them. */
static double
add_cell (RotaSheet *self,
          FfFragment *fragment,
          guint column,
          FfTextStyle style,
          const char *text,
          const char *tag,
          double y)
{
  const FfSpan *span = ff_fragment_get_span (fragment, column);
  const FfMeasures *measures = &self->typesetter->measures;
  PangoLayout *layout
      = set_text (self, style, *text != '\0' ? text : " ", span->width - measures->padding);

  return y + ff_fragment_add_text (fragment, layout, FF_INK_BLACK, tag, span->x, y)
         + get_air (self);
}

/* --- Weeks --- */

static void
place_header (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  const FfSpan *first = ff_fragment_get_span (fragment, 0);

  ff_page_add_rule (page, FF_INK_BLACK, HEAVY_RULE, first->x, y + height,
                    fragment->typesetter->width, 0);
}

static void
make_table (FfFragment *fragment)
{
  fragment->container = "Table";
  fragment->group = "TR";
}

/* The week's name and what stands below it; comes again on each page that the week goes on on. */
static void
add_week (RotaSheet *self, const FfWallTime *first, gconstpointer block)
{
  const char *const titles[] = { NULL, N_ ("Meeting"), N_ ("Role"),
                                 /* Translators: who has a role at a meeting */ N_ ("Who") };
  g_autofree char *date = ff_schedule_words_date (&self->words, first);
  g_autofree char *week
      = ff_schedule_words_say (&self->words, N_ ("Week of {date}"), "date", date, NULL);
  double y = get_air (self);
  FfFragment *fragment = ff_typesetter_add (self->typesetter, FF_BLOCK_TABLE, block);

  make_table (fragment);
  divide (self, fragment);
  y += ff_fragment_add_text (fragment,
                             set_text (self, FF_STYLE_STRONG, week, self->typesetter->width),
                             FF_INK_BLACK, "TH", self->typesetter->margin, y);
  for (guint i = 1; i < N_COLUMNS; i++)
    {
      const double end
          = add_cell (self, fragment, i, FF_STYLE_HINT, say (self, titles[i]), "TH", y);

      fragment->height = MAX (fragment->height, end);
    }
  fragment->keep_with_next = TRUE;
  fragment->place = place_header;
  self->header = fragment;
}

/* --- Places --- */

static void
place_row (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  const FfSpan *first = ff_fragment_get_span (fragment, 0);

  if (fragment->row == 0)
    ff_page_add_rule (page, FF_INK_LINE, LIGHT_RULE, first->x, y, fragment->typesetter->width, 0);
  if (fragment->spans->len > LINE_SPAN)
    {
      const FfSpan *line = ff_fragment_get_span (fragment, LINE_SPAN);

      ff_page_add_rule (page, FF_INK_FRAME, LIGHT_RULE, line->x, y + fragment->head, line->width,
                        0);
    }
}

/* Its year stands over it. */
static char *
say_day (RotaSheet *self, const FfWallTime *day)
{
  const FfScheduleWords without_year
      = { self->words.catalogue, self->words.twelve_hours, day->year };

  return ff_schedule_words_date (&without_year, day);
}

/* Where a line is too short it ends after the weekday. */
static char *
say_weekday (RotaSheet *self, const FfWallTime *day)
{
  const char *weekday = ff_schedule_words_weekday (&self->words, ff_wall_time_get_weekday (day));
  g_autofree char *date = say_day (self, day);
  g_auto (GStrv) words = g_strsplit (date, " ", -1);
  g_autofree char *unbroken = g_strjoinv ("\u00a0", words);

  /* Translators: a day on paper; keep the words in braces: “Tuesday 24 November” */
  return ff_schedule_words_say (&self->words, N_ ("{weekday} {date}"), "weekday", weekday, "date",
                                unbroken, NULL);
}

/* The zone only where meetings have their clocks in several. */
static char *
say_when (RotaSheet *self, FfOccurrence *occurrence)
{
  const FfWallTime start = ff_wall_time_from_date_time (ff_occurrence_get_start (occurrence));
  const FfWallTime end = ff_wall_time_from_date_time (ff_occurrence_get_end (occurrence));
  g_autofree char *day = say_weekday (self, &start);
  g_autofree char *from = ff_schedule_words_hour (&self->words, &start);
  g_autofree char *until = ff_schedule_words_hour (&self->words, &end);
  g_autofree char *zone = NULL;

  if (!self->several_zones)
    return g_strconcat (day, "\n", from, "–", until, NULL);
  zone = ff_schedule_words_zone (&self->words,
                                 ff_meeting_get_zone (ff_occurrence_get_meeting (occurrence)));
  return g_strconcat (day, "\n", from, "–", until, "\n", zone, NULL);
}

static const char *
get_title (FfSlot *slot)
{
  const char *title
      = ff_meeting_get_title (ff_occurrence_get_meeting (ff_slot_get_occurrence (slot)));

  return *title != '\0' ? title : ff_group_get_name (ff_slot_get_group (slot));
}

/* "" where nobody has it; in brackets who has not agreed yet. */
static char *
say_who (RotaSheet *self, FfFragment *fragment, FfSlot *slot)
{
  FfAssignment *assignment = ff_slot_get_assignment (slot);
  FfVolunteer *volunteer = assignment != NULL
                               ? ff_roster_find_volunteer (ff_rota_get_roster (self->rota),
                                                           ff_assignment_get_volunteer (assignment))
                               : NULL;

  if (volunteer == NULL)
    return g_strdup ("");
  switch (ff_assignment_get_status (assignment))
    {
    case FF_DUTY_CONFIRMED:
    case FF_DUTY_SWAPPED:
      return g_strdup (ff_volunteer_get_name (volunteer));

    case FF_DUTY_PROPOSED:
    case FF_DUTY_ASKED:
    case FF_DUTY_DECLINED:
    default:
      g_hash_table_add (self->open, fragment);
      /* Translators: on paper, somebody who has not agreed yet */
      return ff_schedule_words_say (&self->words, N_ ("({name})"), "name",
                                    ff_volunteer_get_name (volunteer), NULL);
    }
}

/* A room to write in, where nobody has the place. */
static double
add_who (RotaSheet *self, FfFragment *fragment, FfSlot *slot)
{
  g_autofree char *who = say_who (self, fragment, slot);
  const FfSpan span = *ff_fragment_get_span (fragment, COLUMN_WHO);

  if (*who == '\0')
    ff_fragment_add_span (fragment, span.x, span.width);
  return add_cell (self, fragment, COLUMN_WHO, FF_STYLE_BODY, who, "TD", get_air (self));
}

/* Rows are as high whether somebody has the place or can write there. What stands in the first two columns hangs down over the rows below. */
static FfFragment *
add_row (RotaSheet *self, FfSlot *slot, guint number, gconstpointer block, double *hanging)
{
  FfTypesetter *typesetter = self->typesetter;
  FfFragment *fragment = ff_typesetter_add (typesetter, FF_BLOCK_TABLE, block);
  const char *role = ff_role_get_title_in (ff_slot_get_role (slot), self->words.catalogue);
  const double air = get_air (self);
  double when_height, title_height, role_height, who_height;
  g_autofree char *when = NULL;

  make_table (fragment);
  divide (self, fragment);
  fragment->row = number;
  fragment->header = self->header;
  fragment->space_before = 0;
  fragment->place = place_row;
  when = number == 0 ? say_when (self, ff_slot_get_occurrence (slot)) : g_strdup ("");
  when_height = add_cell (self, fragment, COLUMN_WHEN, FF_STYLE_STRONG, when, "TH", air);
  title_height = add_cell (self, fragment, COLUMN_MEETING, FF_STYLE_BODY,
                           number == 0 ? get_title (slot) : "", "TD", air);
  if (number == 0)
    *hanging = MAX (when_height, title_height);
  role_height = add_cell (self, fragment, COLUMN_ROLE, FF_STYLE_BODY, role, "TD", air);
  who_height = add_who (self, fragment, slot);
  fragment->height = MAX (role_height, who_height);
  fragment->height = MAX (fragment->height, typesetter->measures.line);
  return fragment;
}

/* All places of a date: its rows share what its day or name needs more than they have, and nothing that hangs down is torn off. */
static void
add_date (RotaSheet *self, GPtrArray *slots, guint first, guint n, gconstpointer block)
{
  const FfMeasures *measures = &self->typesetter->measures;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  double hanging = 0;
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      FfFragment *row = add_row (self, g_ptr_array_index (slots, first + i), i, block, &hanging);

      height += row->height;
      g_ptr_array_add (rows, row);
    }
  for (guint i = 0; i < n; i++)
    {
      FfFragment *row = g_ptr_array_index (rows, i);

      row->height += MAX (0, hanging - height) / n;
      /* Where the line to write on is. */
      row->head = row->height - measures->padding;
      if (i + 1 == n)
        row->height += measures->padding;
    }
  for (guint i = 0; i + 1 < n; i++)
    {
      FfFragment *row = g_ptr_array_index (rows, i);

      hanging -= row->height;
      row->keep_with_next = n <= MOST_TOGETHER || hanging > 0;
    }
}

/* The day that the place's week begins with. */
static FfWallTime
find_week (RotaSheet *self, FfSlot *slot)
{
  const FfWallTime start
      = ff_wall_time_from_date_time (ff_occurrence_get_start (ff_slot_get_occurrence (slot)));
  const int behind = ff_wall_time_get_weekday (&start) - MAX (self->style->first_weekday, 1);
  const FfWallTime day = ff_wall_time_add_days (&start, -((behind + 7) % 7));

  return (FfWallTime) { day.year, day.month, day.day, 0, 0 };
}

/* How many places from the @first-th on are of the same date. */
static guint
count_of_date (GPtrArray *slots, guint first)
{
  FfOccurrence *occurrence = ff_slot_get_occurrence (g_ptr_array_index (slots, first));
  guint n = 1;

  while (first + n < slots->len
         && ff_slot_get_occurrence (g_ptr_array_index (slots, first + n)) == occurrence)
    n++;
  return n;
}

static void
add_places (RotaSheet *self)
{
  GPtrArray *slots = ff_rota_get_slots (self->rota);
  FfWallTime week = { 0 };
  gconstpointer block = NULL;

  for (guint i = 0; i < slots->len;)
    {
      const FfWallTime first = find_week (self, g_ptr_array_index (slots, i));
      const guint n = count_of_date (slots, i);

      if (block == NULL || ff_wall_time_compare (&first, &week) != 0)
        {
          /* All of a week are of one block, known by its first place. */
          block = g_ptr_array_index (slots, i);
          week = first;
          add_week (self, &first, block);
        }
      add_date (self, slots, i, n, block);
      i += n;
    }
}

/* --- Around them --- */

/* Of the dates' weeks, which the heading says for all; 0 where there are several. */
static int
find_only_year (FfRota *rota)
{
  GPtrArray *slots = ff_rota_get_slots (rota);
  FfOccurrence *first, *last;
  int year;

  if (slots->len == 0)
    return 0;
  first = ff_slot_get_occurrence (g_ptr_array_index (slots, 0));
  last = ff_slot_get_occurrence (g_ptr_array_index (slots, slots->len - 1));
  year = g_date_time_get_year (ff_occurrence_get_start (first));
  return year == g_date_time_get_year (ff_occurrence_get_start (last)) ? year : 0;
}

static const char *
get_zone (FfSlot *slot)
{
  return ff_meeting_get_zone (ff_occurrence_get_meeting (ff_slot_get_occurrence (slot)));
}

static gboolean
has_several_zones (FfRota *rota)
{
  GPtrArray *slots = ff_rota_get_slots (rota);

  for (guint i = 1; i < slots->len; i++)
    if (!g_str_equal (get_zone (g_ptr_array_index (slots, i)),
                      get_zone (g_ptr_array_index (slots, 0))))
      return TRUE;
  return FALSE;
}

static char *
make_summary (RotaSheet *self)
{
  GPtrArray *slots = ff_rota_get_slots (self->rota);
  FfOccurrence *first, *last;
  const FfScheduleWords with_year = { self->words.catalogue, self->words.twelve_hours, 0 };
  FfWallTime from, until;
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;

  if (slots->len == 0)
    return g_strdup (say (self, N_ ("No meeting is held in this time.")));
  first = ff_slot_get_occurrence (g_ptr_array_index (slots, 0));
  last = ff_slot_get_occurrence (g_ptr_array_index (slots, slots->len - 1));
  from = ff_wall_time_from_date_time (ff_occurrence_get_start (first));
  until = ff_wall_time_from_date_time (ff_occurrence_get_start (last));
  begin = from.year != until.year ? ff_schedule_words_date (&with_year, &from)
                                  : say_day (self, &from);
  end = ff_schedule_words_date (&with_year, &until);
  return ff_schedule_words_say (&self->words, N_ ("{first} to {last}"), "first", begin, "last", end,
                                NULL);
}

static void
add_title (RotaSheet *self, const char *title, const char *summary)
{
  FfTypesetter *typesetter = self->typesetter;
  FfFragment *fragment = ff_typesetter_add (typesetter, FF_BLOCK_HEADING, title);
  double y
      = ff_fragment_add_text (fragment, set_text (self, FF_STYLE_TITLE, title, typesetter->width),
                              FF_INK_BLACK, "H1", typesetter->margin, 0);

  y += typesetter->measures.leading;
  y += ff_fragment_add_text (fragment,
                             set_text (self, FF_STYLE_SUMMARY, summary, typesetter->width),
                             FF_INK_BLACK, "P", typesetter->margin, y);
  fragment->height = y;
}

static gboolean
has_open (RotaSheet *self, const GArray *page)
{
  for (guint i = 0; i < page->len; i++)
    if (g_hash_table_contains (self->open, g_array_index (page, FfPlacement, i).fragment))
      return TRUE;
  return FALSE;
}

static void
place_pages (RotaSheet *self, FfSheet *sheet, double height)
{
  const char *legend = say (self, N_ ("In brackets: not agreed yet"));
  const char *foot = g_hash_table_size (self->open) > 0 ? legend : NULL;
  const double text_height = height - MARGIN - ff_foot_get_height (self->typesetter, foot);
  g_autoptr (GPtrArray) pages
      = ff_paginate_columns (self->typesetter->fragments, 0, 0, text_height);
  const FfWallTime today = ff_wall_time_from_date_time (self->style->printed);
  const FfScheduleWords with_year = { self->words.catalogue, self->words.twelve_hours, 0 };
  g_autofree char *printed = ff_schedule_words_date (&with_year, &today);

  for (guint i = 0; i < pages->len; i++)
    {
      FfPage *page = ff_sheet_add_page (sheet);

      ff_place_all (g_ptr_array_index (pages, i), page, MARGIN, MARGIN, self->typesetter->width);
      ff_foot_add (self->typesetter, self->words.catalogue, page, height, i, pages->len, printed,
                   has_open (self, g_ptr_array_index (pages, i)) ? legend : NULL);
    }
}

/**
 * ff_rota_sheet_new:
 * @rota: all of its places come onto the paper
 * @style: how
 *
 * Nothing but the names as people like them is said of them: the wall is for everybody to see. May be called in a thread.
 *
 * Returns: (transfer full): the rota on pages
 */
FfSheet *
ff_rota_sheet_new (FfRota *rota, const FfRotaSheetStyle *style)
{
  RotaSheet self = { .rota = rota, .style = style };
  g_autofree char *summary = NULL;
  const char *title;
  double width, height;
  FfSheet *sheet;

  g_return_val_if_fail (FF_IS_ROTA (rota), NULL);
  g_return_val_if_fail (style != NULL && style->printed != NULL, NULL);

  ff_schedule_words_init (&self.words, style->language, find_only_year (rota));
  ff_paper_size_get_points (style->size, &width, &height);
  self.typesetter
      = ff_typesetter_new (self.words.catalogue, style->large_print, MARGIN, width - 2 * MARGIN);
  title = style->title != NULL && *style->title != '\0' ? style->title : say (&self, N_ ("Rota"));
  self.open = g_hash_table_new (NULL, NULL);
  self.several_zones = has_several_zones (rota);
  summary = make_summary (&self);
  sheet = ff_sheet_new (title, summary, self.words.catalogue, width, height);
  add_title (&self, title, summary);
  add_places (&self);
  place_pages (&self, sheet, height);
  g_hash_table_unref (self.open);
  ff_typesetter_free (self.typesetter);
  ff_schedule_words_clear (&self.words);

  return sheet;
}
