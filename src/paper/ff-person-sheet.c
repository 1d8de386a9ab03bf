/* ff-person-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's check-ins and plans in time, as they may take them along: what they wrote keeps its own direction.
 */

#include "ff-config.h"

#include "ff-person-sheet.h"

#include <glib/gi18n-lib.h>

#include "ff-foot.h"
#include "ff-paginator.h"
#include "ff-person-terms.h"
#include "ff-schedule-words.h"
#include "ff-sheet-private.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define MARGIN (18 * POINTS_PER_MM)
#define RULE 0.6

/* A text of more lines than this goes on on the next page, in pieces that leave no line alone. */
#define LINES_TOGETHER 9
#define PIECE_LINES 5

#define TITLE_SHARE 0.3

typedef struct
{
  FfPersonRecord *record;
  const FfPersonSheetStyle *style;
  FfScheduleWords words; /* for dates */
  FfCatalogue *catalogue;
  FfTypesetter *typesetter;
  double width, height; /* of the paper */
  guint n_blocks;
} PersonSheet;

/* --- Texts --- */

/* What people wrote may go the other way than the sheet. */
static PangoLayout *
set_text (FfTypesetter *typesetter, FfTextStyle style, const char *text)
{
  PangoLayout *layout = ff_typesetter_text (typesetter, style, text, typesetter->width);

  pango_layout_set_auto_dir (layout, TRUE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);

  return layout;
}

/* The text of @layout's lines from @first on, @n of them. */
static char *
cut_lines (PangoLayout *layout, guint first, guint n)
{
  PangoLayoutLine *begin = pango_layout_get_line_readonly (layout, (int) first);
  PangoLayoutLine *end = pango_layout_get_line_readonly (layout, (int) (first + n - 1));
  gsize start = (gsize) pango_layout_line_get_start_index (begin);
  gsize length
      = (gsize) (pango_layout_line_get_start_index (end) + pango_layout_line_get_length (end))
        - start;

  return g_strndup (pango_layout_get_text (layout) + start, length);
}

static FfFragment *
add_fragment (PersonSheet *self,
              FfBlockKind kind,
              FfTextStyle style,
              const char *text,
              const char *tag)
{
  /* Each is a block of its own. */
  FfFragment *fragment
      = ff_typesetter_add (self->typesetter, kind, GUINT_TO_POINTER (++self->n_blocks));

  fragment->height = ff_fragment_add_text (fragment, set_text (self->typesetter, style, text),
                                           FF_INK_BLACK, tag, self->typesetter->margin, 0);
  fragment->space_before = self->typesetter->measures.leading;

  return fragment;
}

static void
add_words (PersonSheet *self, const char *text)
{
  g_autoptr (PangoLayout) layout = set_text (self->typesetter, FF_STYLE_BODY, text);
  guint n = (guint) pango_layout_get_line_count (layout);

  if (n <= LINES_TOGETHER)
    {
      add_fragment (self, FF_BLOCK_PARAGRAPH, FF_STYLE_BODY, text, "P");
      return;
    }
  for (guint first = 0; first < n;)
    {
      guint piece = n - first < 2 * PIECE_LINES ? n - first : PIECE_LINES;
      g_autofree char *words = cut_lines (layout, first, piece);
      FfFragment *fragment = add_fragment (self, FF_BLOCK_PARAGRAPH, FF_STYLE_BODY, words, "P");

      if (first > 0)
        fragment->space_before = 0;
      first += piece;
    }
}

static void
add_line (PersonSheet *self, const FfPersonLine *line)
{
  if (line->title != NULL)
    add_fragment (self, FF_BLOCK_PARAGRAPH, FF_STYLE_STRONG, line->title, "P")->keep_with_next
        = TRUE;
  add_words (self, line->text);
}

/* --- Dates --- */

static char *
describe_day (PersonSheet *self, FfSession *session)
{
  return ff_schedule_words_date (&self->words, ff_session_get_start (session));
}

/* @date is like "2026-11-03", or %NULL where nobody said. */
static char *
describe_date (PersonSheet *self, const char *date)
{
  g_autofree char *midnight = date != NULL ? g_strconcat (date, "T00:00", NULL) : NULL;
  FfWallTime day;

  return midnight != NULL && ff_wall_time_parse (midnight, &day, NULL)
             ? ff_schedule_words_date (&self->words, &day)
             : g_strdup ("");
}

/* --- The head --- */

/* "Robin · Tuesday group · 3 March 2026 – 17 November 2026" */
static char *
make_summary (PersonSheet *self)
{
  GPtrArray *entries = ff_person_record_get_entries (self->record);
  const char *alias = ff_participant_get_alias (ff_person_record_get_participant (self->record));
  const char *group = ff_group_get_name (ff_person_record_get_group (self->record));
  GString *text = g_string_new (alias);

  if (*group != '\0')
    g_string_append_printf (text, " · %s", group);
  if (entries->len > 0)
    {
      FfPersonEntry *last = g_ptr_array_index (entries, 0);
      FfPersonEntry *first = g_ptr_array_index (entries, entries->len - 1);
      g_autofree char *from = describe_day (self, first->session);
      g_autofree char *to = describe_day (self, last->session);

      g_string_append_printf (text, " · %s", from);
      if (!g_str_equal (from, to))
        g_string_append_printf (text, " – %s", to);
    }

  return g_string_free_and_steal (text);
}

static void
add_title (PersonSheet *self, const char *title)
{
  g_autofree char *summary = make_summary (self);
  FfTypesetter *typesetter = self->typesetter;
  FfFragment *fragment = ff_typesetter_add (typesetter, FF_BLOCK_HEADING, self->record);
  double y = ff_fragment_add_text (fragment,
                                   ff_typesetter_fit (typesetter, FF_STYLE_TITLE, title,
                                                      typesetter->width,
                                                      typesetter->height * TITLE_SHARE),
                                   FF_INK_BLACK, "H1", typesetter->margin, 0);
  PangoLayout *below = ff_typesetter_fit (typesetter, FF_STYLE_SUMMARY, summary, typesetter->width,
                                          typesetter->height * TITLE_SHARE);

  y += typesetter->measures.leading;
  y += ff_fragment_add_text (fragment, below, FF_INK_BLACK, "P", typesetter->margin, y);
  fragment->height = y;
}

/* The note of what they agreed to, where there is one. */
static void
add_consent (PersonSheet *self)
{
  FfParticipant *participant = ff_person_record_get_participant (self->record);
  const char *consent = ff_participant_get_consent (participant);
  g_autofree char *day = describe_date (self, ff_participant_get_consent_date (participant));
  g_autofree char *text
      = g_strconcat (consent, *consent != '\0' && *day != '\0' ? " · " : "", day, NULL);
  FfPersonLine line = { ff_catalogue_lookup (self->catalogue, N_ ("Agreed to")), text };

  if (*text != '\0')
    add_line (self, &line);
}

/* --- Sections --- */

static void
place_rule (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  ff_page_add_rule (page, FF_INK_FRAME, RULE, fragment->typesetter->margin, y + height,
                    fragment->typesetter->width, 0);
}

static FfFragment *
add_heading (PersonSheet *self, const char *text)
{
  FfFragment *fragment = add_fragment (self, FF_BLOCK_HEADING, FF_STYLE_HEADING, text, "H2");

  fragment->space_before = self->typesetter->measures.gap * 1.5;
  fragment->height += self->typesetter->measures.leading / 2;
  fragment->keep_with_next = TRUE;
  fragment->place = place_rule;

  return fragment;
}

static gboolean
has_open_items (FfPersonEntry *entry)
{
  for (guint i = 0; entry->plan != NULL && i < entry->plan->len; i++)
    if (ff_plan_item_get_outcome (g_ptr_array_index (entry->plan, i)) == FF_OUTCOME_OPEN)
      return TRUE;

  return FALSE;
}

/* The newest plan with something open in it, and the goal that was said last, stand first. */
static void
add_now (PersonSheet *self)
{
  GPtrArray *entries = ff_person_record_get_entries (self->record);
  gboolean any_plan = FALSE, any_goal = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      FfPersonEntry *entry = g_ptr_array_index (entries, i);

      if (!any_plan && has_open_items (entry))
        {
          any_plan = TRUE;
          add_heading (self, ff_catalogue_lookup (self->catalogue, N_ ("Plan now")));
          for (guint j = 0; j < entry->plan->len; j++)
            {
              g_autofree char *text
                  = ff_person_terms_describe_item (self->catalogue,
                                                   g_ptr_array_index (entry->plan, j));

              add_words (self, text);
            }
        }
    }
  for (guint i = 0; i < entries->len && !any_goal; i++)
    {
      FfPersonEntry *entry = g_ptr_array_index (entries, i);

      if (entry->check_in == NULL || *ff_check_in_get_goal (entry->check_in) == '\0')
        continue;
      any_goal = TRUE;
      add_heading (self, ff_catalogue_lookup (self->catalogue, N_ ("Works towards")));
      add_words (self, ff_check_in_get_goal (entry->check_in));
    }
}

static void
add_entry (PersonSheet *self, FfPersonEntry *entry)
{
  g_autofree char *day = describe_day (self, entry->session);
  g_autoptr (GPtrArray) lines = ff_person_terms_list (self->catalogue, entry, self->style->points);
  g_autofree char *values = entry->check_in != NULL
                                ? ff_person_terms_describe_values (self->catalogue, entry->check_in)
                                : g_strdup ("");
  gboolean is_empty = lines->len == 0 && *values == '\0';

  add_heading (self, day)->keep_with_next = !is_empty;
  if (*values != '\0')
    add_fragment (self, FF_BLOCK_PARAGRAPH, FF_STYLE_HINT, values, "P")->keep_with_next
        = lines->len > 0;
  for (guint i = 0; i < lines->len; i++)
    add_line (self, g_ptr_array_index (lines, i));
}

/* Earliest first, as it is read. */
static void
add_entries (PersonSheet *self)
{
  GPtrArray *entries = ff_person_record_get_entries (self->record);

  for (guint i = entries->len; i > 0; i--)
    add_entry (self, g_ptr_array_index (entries, i - 1));
}

static FfSheet *
lay_out (PersonSheet *self, const char *title)
{
  g_autoptr (GPtrArray) pages = NULL;
  FfSheet *sheet = ff_sheet_new (title, title, self->catalogue, self->width, self->height);

  add_title (self, title);
  add_consent (self);
  add_now (self);
  add_entries (self);
  pages = ff_paginate (self->typesetter->fragments, self->typesetter->height);
  for (guint i = 0; i < pages->len; i++)
    {
      FfPage *page = ff_sheet_add_page (sheet);

      ff_place_all (g_ptr_array_index (pages, i), page, MARGIN, MARGIN, self->typesetter->width);
      ff_foot_add (self->typesetter, self->catalogue, page, self->height, i, pages->len, NULL,
                   NULL);
    }

  return sheet;
}

/**
 * ff_person_sheet_new:
 * @record: all that is kept of a person
 * @style: on which paper, in which language
 *
 * Their name stands on the paper, and not in the title, which becomes that of a file or of a print job.
 *
 * Returns: (transfer full): it on pages
 */
FfSheet *
ff_person_sheet_new (FfPersonRecord *record, const FfPersonSheetStyle *style)
{
  PersonSheet self = { record, style };
  FfSheet *sheet;

  g_return_val_if_fail (FF_IS_PERSON_RECORD (record), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  /* Every date is said with its year. */
  ff_schedule_words_init (&self.words, style->language, 0);
  self.catalogue = self.words.catalogue;
  ff_paper_size_get_points (style->size, &self.width, &self.height);
  self.typesetter
      = ff_typesetter_new (self.catalogue, style->large_print, MARGIN, self.width - 2 * MARGIN);
  self.typesetter->height = self.height - MARGIN - ff_foot_get_height (self.typesetter, NULL);
  sheet = lay_out (&self, ff_catalogue_lookup (self.catalogue, N_ ("Check-ins and plans")));
  ff_typesetter_free (self.typesetter);
  ff_schedule_words_clear (&self.words);

  return sheet;
}
