/* ff-handout-markdown-writer.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a handout as Markdown, from which the same one can be read again.
 */

#include "ff-config.h"

#include "ff-handout.h"

#include <cmark.h>
#include <string.h>

#include "ff-handout-private.h"

typedef struct
{
  GString *text;
  FfHandout *handout;
  const FfBlock *block;
  guint index; /* of @block */
  char bullet; /* of the list before, as another one with the same would be part of it */
  char number; /* after the numbers of the steps before */
} Writer;

/* --- Words --- */

/* What would be read as Markdown wherever it stands, and what would at the beginning of a line. */
#define ALWAYS "\\`*_[]<#|"
#define AT_START ">+-=~:"

static void
append_words (GString *text, const char *words)
{
  gsize digits = strspn (words, "0123456789");

  if (*words != '\0' && strchr (AT_START, *words) != NULL)
    g_string_append_c (text, '\\');
  for (gsize i = 0; words[i] != '\0'; i++)
    {
      gboolean numbers = i > 0 && i == digits && (words[i] == '.' || words[i] == ')');
      gboolean names = words[i] == '&' && (g_ascii_isalpha (words[i + 1]) || words[i + 1] == '#');

      if (numbers || names || strchr (ALWAYS, words[i]) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, words[i]);
    }
}

/* In a fenced block only these mean something, and a colon after a name. */
static void
append_plain (GString *text, const char *words, const FfBlockForm *form)
{
  const char *const names[] = { "answer", "point", form->row, NULL };
  gsize name = strcspn (words, ":");
  gboolean named = FALSE;

  for (gsize i = 0; names[i] != NULL; i++)
    named = named || (strlen (names[i]) == name && strncmp (names[i], words, name) == 0);
  for (gsize i = 0; words[i] != '\0'; i++)
    {
      if (strchr ("\\|{}", words[i]) != NULL || (named && i == name)
          || (i == 0 && strchr ("[-`~", words[i]) != NULL))
        g_string_append_c (text, '\\');
      g_string_append_c (text, words[i]);
    }
}

/* --- Fenced blocks --- */

static const char *
find_answer (Writer *writer, guint part, guint row, const char *suffix)
{
  g_autofree char *key = ff_answers_make_key (writer->index, part, row);
  g_autofree char *whole = g_strconcat (key, suffix, NULL);

  return writer->handout->example != NULL ? ff_answers_get (writer->handout->example, whole) : NULL;
}

static gboolean
is_ticked (Writer *writer, guint part)
{
  const char *chosen;

  if (writer->block->kind == FF_BLOCK_CHECKLIST)
    return find_answer (writer, part, 0, "") != NULL;
  chosen = find_answer (writer, 0, 0, "");

  return writer->block->kind == FF_BLOCK_CYCLE && chosen != NULL
         && g_ascii_strtoull (chosen, NULL, 10) == part;
}

static void
append_mark (Writer *writer, guint part, guint row, const FfBlockForm *form)
{
  const char *mark = find_answer (writer, part, row, "/mark");
  guint64 i = mark != NULL ? g_ascii_strtoull (mark, NULL, 10) : G_MAXUINT64;

  if (i >= writer->block->rows->len)
    return;
  g_string_append (writer->text, " {");
  append_plain (writer->text, ff_block_get_row (writer->block, (guint) i)->title, form);
  g_string_append_c (writer->text, '}');
}

/* More rows than any block has. */
#define MOST_ROWS 100

static void
append_answers (Writer *writer, guint part, const FfBlockForm *form)
{
  guint first = form->kind == FF_BLOCK_TABLE && part == 0 ? writer->block->rows->len : 0;
  guint end = first;

  for (guint row = first; row < MOST_ROWS; row++)
    if (find_answer (writer, part, row, "") != NULL)
      end = row + 1;
  for (guint row = first; row < end; row++)
    {
      const char *answer = find_answer (writer, part, row, "");

      g_string_append (writer->text, "answer:");
      if (answer != NULL)
        {
          g_string_append_c (writer->text, ' ');
          append_plain (writer->text, answer, form);
          append_mark (writer, part, row, form);
        }
      g_string_append_c (writer->text, '\n');
    }
}

static void
append_points (Writer *writer)
{
  for (guint minute = 0; minute <= writer->block->count; minute++)
    {
      const char *strength = find_answer (writer, 0, minute, "");

      if (strength != NULL)
        g_string_append_printf (writer->text, "point: %u %s\n", minute, strength);
    }
}

static void
append_part (Writer *writer, const FfBlockPart *part, const FfBlockForm *form)
{
  append_plain (writer->text, part->title, form);
  if (part->hint != NULL)
    {
      g_string_append (writer->text, " | ");
      append_plain (writer->text, part->hint, form);
    }
  if (form->weighted_parts && part->weight > 1)
    g_string_append_printf (writer->text, " {%u}", (guint) part->weight);
  g_string_append_c (writer->text, '\n');
}

static void
append_parts (Writer *writer, const FfBlockForm *form)
{
  for (guint i = 0; i < writer->block->parts->len; i++)
    {
      if (is_ticked (writer, i))
        g_string_append (writer->text, "[x] ");
      append_part (writer, ff_block_get_part (writer->block, i), form);
      if (form->kind == FF_BLOCK_FIELDS || form->kind == FF_BLOCK_TABLE
          || form->kind == FF_BLOCK_GRID || form->kind == FF_BLOCK_WEEK
          || form->kind == FF_BLOCK_WHEEL)
        append_answers (writer, i, form);
    }
}

static void
append_fence (Writer *writer, const FfBlockForm *form)
{
  const FfBlock *block = writer->block;

  g_string_append_printf (writer->text, "```%s", form->element);
  if (form->count != NULL)
    g_string_append_printf (writer->text, " %u%s", block->count, block->curve ? " curve" : "");
  g_string_append_c (writer->text, '\n');
  if (block->text != NULL)
    {
      append_plain (writer->text, block->text, form);
      g_string_append_c (writer->text, '\n');
    }
  for (guint i = 0; i < block->rows->len; i++)
    {
      g_string_append_printf (writer->text, "%s: ", form->row);
      append_part (writer, ff_block_get_row (block, i), form);
    }
  append_parts (writer, form);
  if (form->kind == FF_BLOCK_LINES || form->kind == FF_BLOCK_SCALE)
    append_answers (writer, 0, form);
  else if (form->kind == FF_BLOCK_WAVE)
    append_points (writer);
  g_string_append (writer->text, "```\n");
}

/* --- What Markdown has signs for --- */

static void
append_list (Writer *writer)
{
  const FfBlock *block = writer->block;

  writer->bullet = writer->bullet == '-' ? '*' : '-';
  for (guint i = 0; i < block->parts->len; i++)
    {
      g_string_append_printf (writer->text, "%c ", writer->bullet);
      if (block->kind == FF_BLOCK_CHECKLIST)
        g_string_append (writer->text, is_ticked (writer, i) ? "[x] " : "[ ] ");
      append_words (writer->text, ff_block_get_part (block, i)->title);
      g_string_append_c (writer->text, '\n');
    }
}

static void
append_steps (Writer *writer)
{
  writer->number = writer->number == '.' ? ')' : '.';
  for (guint i = 0; i < writer->block->parts->len; i++)
    {
      g_string_append_printf (writer->text, "%u%c ", i + 1, writer->number);
      append_words (writer->text, ff_block_get_part (writer->block, i)->title);
      g_string_append_c (writer->text, '\n');
    }
}

static void
append_block (Writer *writer)
{
  const FfBlock *block = writer->block;

  g_string_append_c (writer->text, '\n');
  switch (block->kind)
    {
    case FF_BLOCK_HEADING:
      g_string_append (writer->text, "## ");
      append_words (writer->text, block->text);
      g_string_append_c (writer->text, '\n');
      break;

    case FF_BLOCK_PARAGRAPH:
      append_words (writer->text, block->text);
      g_string_append_c (writer->text, '\n');
      break;

    case FF_BLOCK_CHECKLIST:
      append_words (writer->text, block->text);
      g_string_append_c (writer->text, '\n');
      append_list (writer);
      break;

    case FF_BLOCK_LIST:
      append_list (writer);
      break;

    case FF_BLOCK_STEPS:
      append_steps (writer);
      break;

    case FF_BLOCK_BREAK:
      g_string_append (writer->text, "---\n");
      break;

    case FF_BLOCK_FIELDS:
    case FF_BLOCK_LINES:
    case FF_BLOCK_TABLE:
    case FF_BLOCK_GRID:
    case FF_BLOCK_SCALE:
    case FF_BLOCK_WEEK:
    case FF_BLOCK_WHEEL:
    case FF_BLOCK_WAVE:
    case FF_BLOCK_CYCLE:
    case FF_BLOCK_HELP_LINES:
    default:
      append_fence (writer, ff_block_form_get (block->kind));
      break;
    }
}

/* --- About --- */

static void
append_entry (GString *text, const char *name, const char *value)
{
  g_string_append_printf (text, "%s: %s\n", name, value);
}

static void
append_people (GString *text, const FfHandout *handout)
{
  if (handout->least == 0)
    return;
  g_string_append_printf (text, "people: %u", handout->least);
  if (handout->most == 0)
    g_string_append_c (text, '-');
  else if (handout->most != handout->least)
    g_string_append_printf (text, "-%u", handout->most);
  g_string_append_c (text, '\n');
}

static void
append_about (GString *text, const FfHandout *handout)
{
  static const char *const kinds[] = {
    [FF_HANDOUT_WORKSHEET] = "worksheet",
    [FF_HANDOUT_REFERENCE] = "reference",
    [FF_HANDOUT_ACTIVITY] = "activity",
    [FF_HANDOUT_MEETING] = "meeting",
  };
  g_autofree char *sources
      = handout->sources != NULL ? g_strjoinv (" ", handout->sources) : g_strdup ("");

  g_string_append (text, "```about\npoints:");
  for (guint point = 1; point <= 4; point++)
    if ((handout->points & (1U << (point - 1))) != 0)
      g_string_append_printf (text, " %u", point);
  g_string_append_c (text, '\n');
  append_entry (text, "kind", kinds[handout->kind]);
  if (handout->minutes > 0)
    g_string_append_printf (text, "minutes: %u\n", handout->minutes);
  append_people (text, handout);
  if (handout->landscape)
    append_entry (text, "orientation", "landscape");
  for (guint i = 0; i < handout->other_names->len; i++)
    append_entry (text, "name", g_ptr_array_index (handout->other_names, i));
  if (*sources != '\0')
    append_entry (text, "sources", sources);
  for (guint i = 0; i < handout->lead->len; i++)
    append_entry (text, "lead", g_ptr_array_index (handout->lead, i));
  if (handout->origin != NULL)
    append_entry (text, "origin", handout->origin);
  g_string_append (text, "```\n");
}

/**
 * ff_handout_to_markdown:
 * @self: a handout
 *
 * Writes all that is known of it, its worked example as well, so that ff_handout_new_from_markdown() gives the same blocks.
 *
 * Returns: (transfer full): the Markdown
 */
char *
ff_handout_to_markdown (FfHandout *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Writer writer = { .text = text, .handout = self };

  g_return_val_if_fail (FF_IS_HANDOUT (self), NULL);

  append_about (text, self);
  g_string_append (text, "\n# ");
  append_words (text, self->title);
  g_string_append_c (text, '\n');
  if (*self->summary != '\0')
    {
      g_string_append_c (text, '\n');
      append_words (text, self->summary);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      writer.block = g_ptr_array_index (self->blocks, i);
      writer.index = i;
      append_block (&writer);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The lines of the first heading of the highest rank, from 1; FALSE where there is none. */
static gboolean
find_title (const char *markdown, guint *first, guint *last)
{
  cmark_node *document = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  cmark_node *node = cmark_node_first_child (document);

  while (node != NULL
         && (cmark_node_get_type (node) != CMARK_NODE_HEADING
             || cmark_node_get_heading_level (node) > 1))
    node = cmark_node_next (node);
  if (node != NULL)
    {
      *first = (guint) cmark_node_get_start_line (node);
      *last = (guint) cmark_node_get_end_line (node);
    }
  cmark_node_free (document);

  return node != NULL;
}

/**
 * ff_handout_retitle_markdown:
 * @markdown: of a handout, right or not
 * @title: what it is to be called
 *
 * Returns: (transfer full): the same with another title, or with one at the beginning where it had none
 */
char *
ff_handout_retitle_markdown (const char *markdown, const char *title)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) before = g_string_new (markdown);
  g_auto (GStrv) lines = NULL;
  guint first = 1, last = 0;

  g_return_val_if_fail (markdown != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  /* Lines are to be counted alike here and where the title is looked for. */
  g_string_replace (before, "\r\n", "\n", 0);
  g_string_replace (before, "\r", "\n", 0);
  if (!find_title (before->str, &first, &last))
    {
      first = 1;
      last = 0;
    }
  lines = g_strsplit (before->str, "\n", -1);
  /* The empty line below an underlined heading counts as part of it. */
  while (last > first && last <= g_strv_length (lines) && *g_strchug (lines[last - 1]) == '\0')
    last--;
  for (guint i = 0; i == 0 || lines[i] != NULL; i++)
    {
      if (i + 1 == first)
        {
          g_string_append (text, "# ");
          append_words (text, title);
          g_string_append (text, last < first ? "\n\n" : lines[last] != NULL ? "\n" : "");
        }
      if (lines[i] != NULL && (i + 1 < first || i + 1 > last))
        g_string_append_printf (text, "%s%s", lines[i], lines[i + 1] != NULL ? "\n" : "");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
