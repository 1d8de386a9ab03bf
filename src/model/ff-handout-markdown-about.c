/* ff-handout-markdown-about.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The block "about" in a handout's Markdown: what is known of the handout and not printed on it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-handout-markdown-private.h"

#define MAX_MINUTES 240
#define MAX_PEOPLE 1000
#define MAX_TEXTS 20U

typedef struct
{
  FfMarkdownReader *reader;
  guint line;
  const char *name;
} Entry;

static void
read_points (Entry *entry, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  guint point;

  for (gsize i = 0; words[i] != NULL; i++)
    if (ff_markdown_read_number (entry->reader, entry->line, words[i], 1, 4, &point))
      entry->reader->handout->points |= 1U << (point - 1);
}

static void
read_sources (Entry *entry, const char *value)
{
  g_strfreev (entry->reader->handout->sources);
  entry->reader->handout->sources = g_strsplit (value, " ", -1);
}

static void
add_text (Entry *entry, GPtrArray *texts, const char *value)
{
  if (texts->len < MAX_TEXTS)
    g_ptr_array_add (texts, g_strdup (value));
  else
    ff_markdown_reader_complain (entry->reader, entry->line,
                                 _ ("There is room for %u lines with “%s”: take this one out."),
                                 MAX_TEXTS, entry->name);
}

static void
read_name (Entry *entry, const char *value)
{
  FfHandout *handout = entry->reader->handout;

  add_text (entry, handout->other_names, value);
  g_string_append_printf (handout->source_names, "%s ", value);
}

static void
read_lead (Entry *entry, const char *value)
{
  add_text (entry, entry->reader->handout->lead, value);
}

static void
read_origin (Entry *entry, const char *value)
{
  g_set_str (&entry->reader->handout->origin, value);
}

static const char *const kinds[] = {
  [FF_HANDOUT_WORKSHEET] = "worksheet",
  [FF_HANDOUT_REFERENCE] = "reference",
  [FF_HANDOUT_ACTIVITY] = "activity",
  [FF_HANDOUT_MEETING] = "meeting",
};

static void
read_kind (Entry *entry, const char *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], value))
      {
        entry->reader->handout->kind = (FfHandoutKind) i;
        return;
      }
  ff_markdown_reader_complain (
      entry->reader, entry->line,
      _ ("There is no kind “%s”: write worksheet, reference, activity or meeting."), value);
}

static void
read_minutes (Entry *entry, const char *value)
{
  ff_markdown_read_number (entry->reader, entry->line, value, 1, MAX_MINUTES,
                           &entry->reader->handout->minutes);
}

/* "2-12", "2-", "6" */
static void
read_people (Entry *entry, const char *value)
{
  FfHandout *handout = entry->reader->handout;
  g_auto (GStrv) ends = g_strsplit (value, "-", 2);
  guint least, most = 0;

  if (!ff_markdown_read_number (entry->reader, entry->line, g_strstrip (ends[0]), 1, MAX_PEOPLE,
                                &least))
    return;
  if (ends[1] == NULL)
    most = least;
  else if (*g_strstrip (ends[1]) != '\0'
           && !ff_markdown_read_number (entry->reader, entry->line, ends[1], least, MAX_PEOPLE,
                                        &most))
    return;
  handout->least = least;
  handout->most = most;
}

static void
read_orientation (Entry *entry, const char *value)
{
  if (!g_str_equal (value, "landscape") && !g_str_equal (value, "portrait"))
    ff_markdown_reader_complain (entry->reader, entry->line,
                                 _ ("“%s” is no way to turn a page: write landscape or portrait."),
                                 value);
  entry->reader->handout->landscape = g_str_equal (value, "landscape");
}

static const struct
{
  const char *name;
  void (*read) (Entry *entry, const char *value);
} entries[] = {
  { "points", read_points },           { "kind", read_kind },
  { "minutes", read_minutes },         { "people", read_people },
  { "orientation", read_orientation }, { "name", read_name },
  { "sources", read_sources },         { "lead", read_lead },
  { "origin", read_origin },
};

static void
complain_of_entry (FfMarkdownReader *reader, guint line, const char *text)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", entries[i].name);
  ff_markdown_reader_complain (
      reader, line,
      _ ("“%s” is not understood here: begin the line with one of these and a colon: %s."), text,
      known->str);
}

static void
read_entry (FfMarkdownReader *reader, guint line, const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *name
      = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  g_autofree char *value = ff_markdown_tidy (colon != NULL ? colon + 1 : "");
  Entry entry = { reader, line, name };

  g_strstrip (name);
  for (gsize i = 0; colon != NULL && i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].name, name))
      {
        /* Nothing after it: nothing is said. */
        if (*value != '\0')
          entries[i].read (&entry, value);
        return;
      }
  complain_of_entry (reader, line, name);
}

void
ff_markdown_read_about (FfMarkdownReader *reader, char **lines, guint first_line)
{
  if (reader->has_about)
    {
      ff_markdown_reader_complain (
          reader, first_line - 1,
          _ ("There is a second block “about”: put its lines into the first one."));
      return;
    }
  reader->has_about = TRUE;
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      read_entry (reader, first_line + i, lines[i]);
}
