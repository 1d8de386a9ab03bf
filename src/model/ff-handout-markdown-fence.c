/* ff-handout-markdown-fence.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fenced blocks in a handout's Markdown, which are called as in a handout's XML: their number after the name, then a part a line.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-handout-markdown-private.h"

#define ANSWER "answer:"
#define POINT "point:"

/* What stands somewhere in the worked example; where exactly is known once all rows are. */
typedef struct
{
  guint line;
  guint part, nth; /* of those of the part */
  char *text;
  char *mark; /* (nullable) */
} Answer;

typedef struct
{
  FfMarkdownReader *reader;
  const FfBlockForm *form;
  FfBlock *block;
  GArray *answers; /* (element-type Answer) */
  guint line;      /* being read */
} Fence;

static void
clear_answer (gpointer data)
{
  Answer *answer = data;

  g_free (answer->text);
  g_free (answer->mark);
}

gboolean
ff_markdown_read_number (FfMarkdownReader *reader,
                         guint line,
                         const char *text,
                         guint least,
                         guint most,
                         guint *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, least, most, &value, NULL))
    {
      ff_markdown_reader_complain (reader, line,
                                   _ ("“%s” is not a whole number from %u to %u: write one."), text,
                                   least, most);
      return FALSE;
    }
  *number = (guint) value;

  return TRUE;
}

void
ff_markdown_read_width (FfMarkdownReader *reader, guint line, const char *text, FfBlockPart *part)
{
  guint width;

  if (ff_markdown_read_number (reader, line, text, 1, 100, &width))
    part->weight = width;
}

/* --- Worked examples --- */

static guint
get_max_answers (const Fence *fence)
{
  switch (fence->form->kind)
    {
    case FF_BLOCK_FIELDS:
    case FF_BLOCK_LINES:
    case FF_BLOCK_SCALE:
    case FF_BLOCK_CHECKLIST:
    case FF_BLOCK_CYCLE:
      return 1;

    case FF_BLOCK_WHEEL:
      return 2;

    case FF_BLOCK_WAVE:
      return fence->block->count + 1;

    case FF_BLOCK_TABLE:
      return fence->block->rows->len + fence->block->count;

    case FF_BLOCK_GRID:
      return fence->form->max_count;

    case FF_BLOCK_WEEK:
      return fence->form->max_rows;

    case FF_BLOCK_HEADING:
    case FF_BLOCK_PARAGRAPH:
    case FF_BLOCK_STEPS:
    case FF_BLOCK_LIST:
    case FF_BLOCK_HELP_LINES:
    case FF_BLOCK_BREAK:
    default:
      return 0;
    }
}

/* Lines and scales have one for all of them, as have waves and cycles in their own way; parts have their own. */
static gboolean
is_answered_whole (FfBlockKind kind)
{
  return kind == FF_BLOCK_LINES || kind == FF_BLOCK_SCALE || kind == FF_BLOCK_WAVE;
}

/* Things to tick, stages and waves have another sign for it. */
static gboolean
takes_answers (const Fence *fence)
{
  return get_max_answers (fence) > 0 && fence->form->kind != FF_BLOCK_CHECKLIST
         && fence->form->kind != FF_BLOCK_CYCLE && fence->form->kind != FF_BLOCK_WAVE;
}

static void
add_answer (Fence *fence, char *text)
{
  gboolean whole = is_answered_whole (fence->form->kind);
  guint part = fence->block->parts->len - 1;
  Answer answer = { .line = fence->line, .part = whole ? 0 : part };
  FfBlockPart read = { 0 };

  if (fence->form->kind != FF_BLOCK_TABLE && !takes_answers (fence))
    {
      ff_markdown_reader_complain (fence->reader, fence->line,
                                   _ ("“%s” has nothing to answer: take this line out."),
                                   fence->form->element);
      return;
    }
  if (!whole && fence->block->parts->len == 0)
    {
      ff_markdown_reader_complain (
          fence->reader, fence->line,
          _ ("An answer stands under what it answers: write “%s” above it."), fence->form->part);
      return;
    }
  for (guint i = 0; i < fence->answers->len; i++)
    answer.nth += g_array_index (fence->answers, Answer, i).part == answer.part ? 1 : 0;
  if (fence->form->kind == FF_BLOCK_GRID)
    {
      ff_markdown_read_part (text, &read, &answer.mark);
      answer.text = read.title;
      g_free (read.hint);
    }
  else
    answer.text = ff_markdown_unescape (text);
  g_array_append_val (fence->answers, answer);
}

static void
set_mark (Fence *fence, const Answer *answer)
{
  g_autofree char *key = NULL;
  g_autofree char *mark = NULL;

  for (guint i = 0; i < fence->block->rows->len; i++)
    if (g_str_equal (ff_block_get_row (fence->block, i)->title, answer->mark))
      {
        g_autofree char *line = ff_answers_make_key (fence->reader->handout->blocks->len - 1,
                                                     answer->part, answer->nth);

        key = g_strconcat (line, "/mark", NULL);
        mark = g_strdup_printf ("%u", i);
        ff_answers_set (fence->reader->handout->example, key, mark);
        return;
      }
  ff_markdown_reader_complain (
      fence->reader, answer->line,
      _ ("There is no mark “%s”: write one of the block’s own, or “mark: %s” above."), answer->mark,
      answer->mark);
}

static void
set_answer (Fence *fence, const Answer *answer)
{
  FfBlockKind kind = fence->form->kind;
  guint most = get_max_answers (fence);
  guint row = answer->nth;
  guint number;

  if (answer->part >= fence->block->parts->len && !is_answered_whole (kind))
    return;
  /* Rows with words of their own have them where the first column's answers would be. */
  if (kind == FF_BLOCK_TABLE && answer->part == 0)
    row += fence->block->rows->len;
  if (row >= most)
    {
      ff_markdown_reader_complain (
          fence->reader, answer->line,
          _ ("“%s” has no room for one more answer here: take this line out."),
          fence->form->element);
      return;
    }
  if ((kind == FF_BLOCK_SCALE || kind == FF_BLOCK_WHEEL) && *answer->text != '\0'
      && !ff_markdown_read_number (fence->reader, answer->line, answer->text, 0,
                                   fence->block->count, &number))
    return;
  if (kind == FF_BLOCK_CYCLE)
    {
      g_autofree char *stage = g_strdup_printf ("%u", answer->part);

      ff_markdown_reader_answer (fence->reader, 0, 0, stage);
      return;
    }
  ff_markdown_reader_answer (fence->reader, answer->part, row, answer->text);
  if (answer->mark != NULL)
    set_mark (fence, answer);
}

static void
add_point (Fence *fence, char *text)
{
  g_autofree char *tidy = ff_markdown_tidy (text);
  char *space = strchr (tidy, ' ');
  Answer answer = { .line = fence->line };

  if (space == NULL)
    {
      ff_markdown_reader_complain (
          fence->reader, fence->line,
          _ ("A point is the minute and the strength then: write it like “point: 10 7”."));
      return;
    }
  *space = '\0';
  if (!ff_markdown_read_number (fence->reader, fence->line, tidy, 0, fence->block->count,
                                &answer.nth)
      || !ff_markdown_read_number (fence->reader, fence->line, space + 1, 0, 10, &answer.part))
    return;
  answer.text = g_strdup (space + 1);
  answer.part = 0;
  g_array_append_val (fence->answers, answer);
}

/* --- Parts --- */

/* "[x] " before a thing to tick, or before the stage that is chosen; with or without the dash of a list. */
static char *
take_tick (Fence *fence, char *text, gboolean *ticked)
{
  gboolean is_list = fence->form->kind == FF_BLOCK_CHECKLIST;

  if (fence->form->kind != FF_BLOCK_CHECKLIST && fence->form->kind != FF_BLOCK_CYCLE)
    return text;
  if (is_list && g_str_has_prefix (text, "- "))
    text += 2;
  if (text[0] != '[' || text[1] == '\0' || strchr (" xX", text[1]) == NULL || text[2] != ']')
    return text;
  *ticked = text[1] != ' ';

  return text + 3;
}

static void
add_part (Fence *fence, char *text)
{
  FfBlockPart *part = ff_block_part_new ();
  g_autofree char *brace = NULL;
  gboolean ticked = FALSE;

  text = take_tick (fence, text, &ticked);
  if (fence->form->titled_parts || fence->form->weighted_parts)
    ff_markdown_read_part (text, part, &brace);
  else
    part->title = ff_markdown_unescape (text);
  g_ptr_array_add (fence->block->parts, part);

  if (*part->title == '\0')
    {
      ff_markdown_reader_complain (fence->reader, fence->line,
                                   _ ("This line of “%s” has no words: write some before the “|”."),
                                   fence->form->element);
      g_set_str (&part->title, "…");
    }
  if (part->hint != NULL && !fence->form->titled_parts)
    ff_markdown_reader_complain (fence->reader, fence->line,
                                 _ ("“%s” has no hints: take out “|” and what follows it."),
                                 fence->form->element);
  if (brace != NULL && !fence->form->weighted_parts)
    ff_markdown_reader_complain (fence->reader, fence->line,
                                 _ ("“%s” has no widths: take out “{%s}”."), fence->form->element,
                                 brace);
  else if (brace != NULL)
    ff_markdown_read_width (fence->reader, fence->line, brace, part);
  if (ticked)
    {
      Answer answer = { .line = fence->line, .part = fence->block->parts->len - 1 };

      answer.text = g_strdup ("yes");
      g_array_append_val (fence->answers, answer);
    }
}

static void
add_row (Fence *fence, char *text)
{
  FfBlockPart *row = ff_block_part_new ();
  g_autofree char *brace = NULL;

  ff_markdown_read_part (text, row, &brace);
  g_ptr_array_add (fence->block->rows, row);
  if (row->hint != NULL && !fence->form->titled_rows)
    ff_markdown_reader_complain (fence->reader, fence->line,
                                 _ ("“%s” has no hints: take out “|” and what follows it."),
                                 fence->form->row);
  if (brace != NULL)
    ff_markdown_reader_complain (fence->reader, fence->line,
                                 _ ("“%s” has no widths: take out “{%s}”."), fence->form->row,
                                 brace);
  if (*row->title == '\0')
    {
      ff_markdown_reader_complain (fence->reader, fence->line,
                                   _ ("This line of “%s” has no words: write some after “%s:”."),
                                   fence->form->element, fence->form->row);
      g_set_str (&row->title, "…");
    }
}

/* What follows "name:" in @text. (nullable) */
static char *
after_name (char *text, const char *name)
{
  gsize length = name != NULL ? strlen (name) : 0;

  return length > 0 && g_str_has_prefix (text, name) && text[length] == ':' ? text + length + 1
                                                                            : NULL;
}

static void
read_line (Fence *fence, char *text)
{
  const FfBlockForm *form = fence->form;
  char *rest;

  if (*text == '\0')
    return;
  if (g_str_has_prefix (text, ANSWER))
    add_answer (fence, text + strlen (ANSWER));
  else if (form->kind == FF_BLOCK_WAVE && g_str_has_prefix (text, POINT))
    add_point (fence, text + strlen (POINT));
  else if ((rest = after_name (text, form->row)) != NULL)
    add_row (fence, rest);
  else if ((form->has_label || form->has_text) && fence->block->text == NULL)
    fence->block->text = ff_markdown_unescape (text);
  else if (form->part != NULL)
    add_part (fence, text);
  else
    ff_markdown_reader_complain (fence->reader, fence->line,
                                 _ ("“%s” has room for one line of words: take this one out."),
                                 form->element);
}

/* --- The block --- */

static void
read_count (Fence *fence, const char *word)
{
  const FfBlockForm *form = fence->form;

  if (form->count == NULL && word == NULL)
    return;
  if (form->count == NULL)
    {
      ff_markdown_reader_complain (fence->reader, fence->line,
                                   _ ("“%s” has no number: take out “%s”."), form->element, word);
      return;
    }
  fence->block->count = form->min_count;
  if (word == NULL)
    ff_markdown_reader_complain (fence->reader, fence->line,
                                 _ ("Write a number from %u to %u after “%s”, like “%s %u”."),
                                 form->min_count, form->max_count, form->element, form->element,
                                 MIN (form->max_count, form->min_count + 2));
  else
    ff_markdown_read_number (fence->reader, fence->line, word, form->min_count, form->max_count,
                             &fence->block->count);
}

static void
read_info (Fence *fence, char **words)
{
  const char *number = words[0];

  read_count (fence, number);
  for (guint i = 1; number != NULL && words[i] != NULL; i++)
    if (fence->form->kind == FF_BLOCK_WAVE && g_str_equal (words[i], "curve"))
      fence->block->curve = TRUE;
    else
      ff_markdown_reader_complain (fence->reader, fence->line,
                                   _ ("“%s” is not understood here: take it out."), words[i]);
}

static gboolean
is_closed (FfMarkdownReader *reader, cmark_node *node)
{
  guint first = (guint) cmark_node_get_start_line (node);
  guint last = (guint) cmark_node_get_end_line (node);
  const char *text;

  if (last <= first || last > reader->n_lines)
    return FALSE;
  text = reader->lines[last - 1] + strspn (reader->lines[last - 1], " ");

  return g_str_has_prefix (text, "```") || g_str_has_prefix (text, "~~~");
}

static void
complain_of_name (FfMarkdownReader *reader, guint line, const char *name)
{
  static const char *const names[]
      = { "fields", "lines", "checklist", "table", "grid",      "scale",
          "week",   "wheel", "wave",      "cycle", "help-lines" };
  g_autoptr (GString) known = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (ff_block_form_find (names[i]) != NULL)
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", names[i]);
  if (name == NULL)
    ff_markdown_reader_complain (reader, line,
                                 _ ("Say after “```” what block this is. There are: %s."),
                                 known->str);
  else
    ff_markdown_reader_complain (reader, line, _ ("There is no block “%s”. There are: %s."), name,
                                 known->str);
}

static void
read_block (Fence *fence, char **words, char **lines)
{
  guint first = fence->line;

  fence->block = ff_block_new (fence->form->kind);
  read_info (fence, words);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      fence->line = first + 1 + i;
      read_line (fence, g_strstrip (lines[i]));
    }
  if (fence->form->kind == FF_BLOCK_TABLE && fence->block->count + fence->block->rows->len == 0)
    {
      ff_markdown_reader_complain (
          fence->reader, first,
          _ ("This table has no rows: write how many after “table”, like “table 5”."));
      fence->block->count = 1;
    }
  if (!ff_markdown_reader_add (fence->reader, first, fence->form, fence->block))
    return;
  for (guint i = 0; i < fence->answers->len; i++)
    set_answer (fence, &g_array_index (fence->answers, Answer, i));
}

static void
read_named (FfMarkdownReader *reader, guint line, char **words, char **lines)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (Answer));
  Fence fence = { reader, .answers = answers, .line = line };

  g_array_set_clear_func (answers, clear_answer);
  fence.form = ff_block_form_find (words[0]);
  if (fence.form == NULL)
    complain_of_name (reader, line, words[0]);
  else
    read_block (&fence, words + 1, lines);
}

void
ff_markdown_read_fence (FfMarkdownReader *reader, cmark_node *node)
{
  guint line = (guint) cmark_node_get_start_line (node);
  const char *info = cmark_node_get_fence_info (node);
  g_autofree char *tidy = ff_markdown_tidy (info != NULL ? info : "");
  g_auto (GStrv) words = g_strsplit (tidy, " ", -1);
  g_auto (GStrv) lines = g_strsplit (cmark_node_get_literal (node), "\n", -1);
  const char *start = line <= reader->n_lines ? reader->lines[line - 1] : "";

  start += strspn (start, " ");
  if (*start != '`' && *start != '~')
    {
      ff_markdown_reader_complain (reader, line,
                                   _ ("This line begins with four spaces or more: take them out."));
      return;
    }
  if (!is_closed (reader, node))
    ff_markdown_reader_complain (
        reader, line, _ ("This block has no end: write “```” in a line of its own after it."));
  if (words[0] == NULL)
    complain_of_name (reader, line, NULL);
  else if (g_str_equal (words[0], "about"))
    ff_markdown_read_about (reader, lines, line + 1);
  else
    read_named (reader, line, words, lines);
}
