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

static const double shares[N_COLUMNS] = { 0.24, 0.3, 0.2, 0.26 };

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
  gboolean has_open;  /* somebody has not agreed yet */
} RotaSheet;

static const char *
say (RotaSheet *self, const char *msgid)
{
  return ff_catalogue_lookup (self->words.catalogue, msgid);
}

/* What people typed keeps its own direction. */
static PangoLayout *
set_text (RotaSheet *self, FfTextStyle style, const char *text, double width)
{
  PangoLayout *layout = ff_typesetter_text (self->typesetter, style, text, width);

  pango_layout_set_auto_dir (layout, TRUE);
  /* Pango turns it where the text goes the other way than its context. */
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);

  return layout;
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

/* The row is then at least as high. An empty cell is one for those who have the table read to them. */
static void
add_cell (RotaSheet *self,
          FfFragment *fragment,
          guint column,
          FfTextStyle style,
          const char *text,
          const char *tag)
{
  const FfSpan *span = ff_fragment_get_span (fragment, column);
  const FfMeasures *measures = &self->typesetter->measures;
  const double air = measures->padding * AIR;
  PangoLayout *layout
      = set_text (self, style, *text != '\0' ? text : " ", span->width - measures->padding);
  const double height = ff_fragment_add_text (fragment, layout, FF_INK_BLACK, tag, span->x, air);

  fragment->height = MAX (fragment->height, height + 2 * air);
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
  FfFragment *fragment = ff_typesetter_add (self->typesetter, FF_BLOCK_TABLE, block);

  make_table (fragment);
  divide (self, fragment);
  add_cell (self, fragment, COLUMN_WHEN, FF_STYLE_STRONG, week, "TH");
  for (guint i = 1; i < N_COLUMNS; i++)
    add_cell (self, fragment, i, FF_STYLE_HINT, say (self, titles[i]), "TH");
  fragment->keep_with_next = TRUE;
  fragment->place = place_header;
  self->header = fragment;
}

/* --- Places --- */

static void
place_row (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  const FfSpan *first = ff_fragment_get_span (fragment, 0);
  const double air = fragment->measures->padding * AIR;

  if (fragment->row == 0)
    ff_page_add_rule (page, FF_INK_LINE, LIGHT_RULE, first->x, y, fragment->typesetter->width, 0);
  if (fragment->spans->len > LINE_SPAN)
    {
      const FfSpan *line = ff_fragment_get_span (fragment, LINE_SPAN);

      ff_page_add_rule (page, FF_INK_FRAME, LIGHT_RULE, line->x, y + height - 2 * air, line->width,
                        0);
    }
}

static char *
say_hours (RotaSheet *self, FfOccurrence *occurrence)
{
  const FfWallTime start = ff_wall_time_from_date_time (ff_occurrence_get_start (occurrence));
  const FfWallTime end = ff_wall_time_from_date_time (ff_occurrence_get_end (occurrence));
  g_autofree char *day
      = ff_schedule_words_weekdays (&self->words, 1u << ff_wall_time_get_weekday (&start), 0);
  g_autofree char *date = ff_schedule_words_date (&self->words, &start);
  g_autofree char *from = ff_schedule_words_hour (&self->words, &start);
  g_autofree char *until = ff_schedule_words_hour (&self->words, &end);
  g_autofree char *hours = g_strconcat (from, "–", until, NULL);

  g_autofree char *whole
      /* Translators: a day on paper; keep the words in braces: “Tuesday 24 November” */
      = ff_schedule_words_say (&self->words, N_ ("{weekday} {date}"), "weekday", day, "date", date,
                               NULL);

  return g_strconcat (whole, "\n", hours, NULL);
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
say_who (RotaSheet *self, FfSlot *slot)
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
      self->has_open = TRUE;
      /* Translators: on paper, somebody who has not agreed yet */
      return ff_schedule_words_say (&self->words, N_ ("({name})"), "name",
                                    ff_volunteer_get_name (volunteer), NULL);
    }
}

/* A room to write in, where nobody has the place. */
static void
add_who (RotaSheet *self, FfFragment *fragment, FfSlot *slot)
{
  g_autofree char *who = say_who (self, slot);
  const FfSpan span = *ff_fragment_get_span (fragment, COLUMN_WHO);

  add_cell (self, fragment, COLUMN_WHO, FF_STYLE_BODY, who, "TD");
  if (*who != '\0')
    return;
  ff_fragment_add_span (fragment, span.x, span.width);
  fragment->height = MAX (fragment->height, 1.2 * self->typesetter->measures.line);
}

static void
add_row (RotaSheet *self, FfSlot *slot, guint number, guint n, gconstpointer block)
{
  FfTypesetter *typesetter = self->typesetter;
  FfFragment *fragment = ff_typesetter_add (typesetter, FF_BLOCK_TABLE, block);
  g_autofree char *when
      = number == 0 ? say_hours (self, ff_slot_get_occurrence (slot)) : g_strdup ("");
  const char *title = number == 0 ? get_title (slot) : "";
  const char *role = ff_role_get_title_in (ff_slot_get_role (slot), self->words.catalogue);

  make_table (fragment);
  divide (self, fragment);
  fragment->row = number;
  fragment->header = self->header;
  fragment->space_before = 0;
  add_cell (self, fragment, COLUMN_WHEN, FF_STYLE_STRONG, when, "TH");
  add_cell (self, fragment, COLUMN_MEETING, FF_STYLE_BODY, title, "TD");
  add_cell (self, fragment, COLUMN_ROLE, FF_STYLE_BODY, role, "TD");
  add_who (self, fragment, slot);
  fragment->keep_with_next = number + 1 < n && n <= MOST_TOGETHER;
  fragment->place = place_row;
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
      for (guint j = 0; j < n; j++)
        add_row (self, g_ptr_array_index (slots, i + j), j, n, block);
      i += n;
    }
}

/* --- Around them --- */

static char *
make_summary (RotaSheet *self)
{
  GPtrArray *slots = ff_rota_get_slots (self->rota);
  FfOccurrence *first, *last;
  FfWallTime from, until;
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;

  if (slots->len == 0)
    return g_strdup (say (self, N_ ("No meeting is held in this time.")));
  first = ff_slot_get_occurrence (g_ptr_array_index (slots, 0));
  last = ff_slot_get_occurrence (g_ptr_array_index (slots, slots->len - 1));
  from = ff_wall_time_from_date_time (ff_occurrence_get_start (first));
  until = ff_wall_time_from_date_time (ff_occurrence_get_start (last));
  begin = ff_schedule_words_date (&self->words, &from);
  end = ff_schedule_words_date (&self->words, &until);
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

static void
add_legend (RotaSheet *self)
{
  const char *text = say (self, N_ ("In brackets: not agreed yet"));
  FfFragment *fragment;

  if (!self->has_open)
    return;
  fragment = ff_typesetter_add (self->typesetter, FF_BLOCK_PARAGRAPH, text);
  fragment->height
      = ff_fragment_add_text (fragment,
                              set_text (self, FF_STYLE_HINT, text, self->typesetter->width),
                              FF_INK_BLACK, "P", self->typesetter->margin, 0);
}

static void
place_pages (RotaSheet *self, FfSheet *sheet, double height)
{
  const double text_height = height - MARGIN - ff_foot_get_height (self->typesetter, NULL);
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
                   NULL);
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

  ff_schedule_words_init (&self.words, style->language, g_date_time_get_year (style->printed));
  ff_paper_size_get_points (style->size, &width, &height);
  self.typesetter
      = ff_typesetter_new (self.words.catalogue, style->large_print, MARGIN, width - 2 * MARGIN);
  title = style->title != NULL && *style->title != '\0' ? style->title : say (&self, N_ ("Rota"));
  summary = make_summary (&self);
  sheet = ff_sheet_new (title, summary, self.words.catalogue, width, height);
  add_title (&self, title, summary);
  add_places (&self);
  add_legend (&self);
  place_pages (&self, sheet, height);
  ff_typesetter_free (self.typesetter);
  ff_schedule_words_clear (&self.words);

  return sheet;
}
