/* ff-handout-examples.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An example of every kind of block, in Markdown, to be written over.
 */

#include "ff-config.h"

#include "ff-handout-examples.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LINES 14

typedef struct
{
  const char *before; /* in Markdown, the same in every language */
  const char *words;  /* (nullable) */
} Line;

typedef struct
{
  const char *name;
  const char *title;
  Line lines[MAX_LINES];
} Example;

/* Translators: what stands after “|” is a hint, printed smaller below; keep the “|”. */
static const Example texts[] = {
  { "heading", N_ ("Heading"), { { "## ", N_ ("Heading") } } },
  { "paragraph", N_ ("Paragraph"), { { "", N_ ("Say something in a few sentences.") } } },
  { "list",
    N_ ("List"),
    { { "- ", N_ ("First point") }, { "- ", N_ ("Second point") }, { "- ", N_ ("Third point") } } },
  { "steps",
    N_ ("Numbered Steps"),
    { { "1. ", N_ ("First step") }, { "2. ", N_ ("Second step") }, { "3. ", N_ ("Third step") } } },
};

static const Example to_fill_in[] = {
  { "checklist",
    N_ ("Checklist"),
    { { "", N_ ("Things to try") },
      { "- [ ] ", N_ ("Go for a walk") },
      { "- [ ] ", N_ ("Call someone") },
      { "- [ ] ", N_ ("Wait 15 minutes") } } },
  { "fields",
    N_ ("Short Answers in a Row"),
    { { "```fields" }, { "", N_ ("Name {3}") }, { "", N_ ("Date {1}") }, { "```" } } },
  { "lines",
    N_ ("Lines to Write On"),
    { { "```lines 3" }, { "", N_ ("What stands out for me") }, { "```" } } },
  { "table",
    N_ ("Table"),
    { { "```table 5" },
      { "", N_ ("When {1}") },
      { "", N_ ("What happened | Where, with whom? {3}") },
      { "", N_ ("What helped {2}") },
      { "```" } } },
  { "grid",
    N_ ("Four Boxes"),
    { { "```grid 4" },
      { "", N_ ("What is good about it | now") },
      { "", N_ ("What is not so good | now") },
      { "", N_ ("What could be good | later") },
      { "", N_ ("What could be hard | later") },
      { "```" } } },
  { "scale",
    N_ ("Scale"),
    { { "```scale 10" },
      { "", N_ ("How sure am I?") },
      { "", N_ ("not at all") },
      { "", N_ ("completely") },
      { "```" } } },
  { "week",
    N_ ("Week"),
    { { "```week 2" },
      { "day: ", N_ ("Monday") },
      { "day: ", N_ ("Tuesday") },
      { "day: ", N_ ("Wednesday") },
      { "day: ", N_ ("Thursday") },
      { "day: ", N_ ("Friday") },
      { "day: ", N_ ("Saturday") },
      { "day: ", N_ ("Sunday") },
      { "", N_ ("What I plan {2}") },
      { "", N_ ("How it went {1}") },
      { "```" } } },
};

static const Example drawn[] = {
  { "wheel",
    N_ ("Wheel"),
    { { "```wheel 10" },
      { "", N_ ("How content am I with each part of my life?") },
      { "", N_ ("Health") },
      { "", N_ ("People") },
      { "", N_ ("Work and money") },
      { "", N_ ("Rest and fun") },
      { "", N_ ("Where I live") },
      { "", N_ ("What matters to me") },
      { "```" } } },
  { "wave",
    N_ ("Wave"),
    { { "```wave 30 curve" },
      { "", N_ ("How an urge comes and goes") },
      { "", N_ ("Minutes") },
      { "", N_ ("Strength") },
      { "```" } } },
  { "cycle",
    N_ ("Cycle"),
    { { "```cycle" },
      { "", N_ ("Where am I now?") },
      { "", N_ ("Not thinking of it | It is fine as it is") },
      { "", N_ ("Thinking of it | Yes and no") },
      { "", N_ ("Getting ready | Making a plan") },
      { "", N_ ("Doing it | Trying it out") },
      { "", N_ ("Keeping at it | It has become mine") },
      { "```" } } },
};

static const Example more[] = {
  { "help-lines",
    N_ ("Help Lines of the Group"),
    { { "```help-lines 3" }, { "", N_ ("Where I can turn") }, { "```" } } },
  { "break", N_ ("New Page"), { { "---" } } },
};

/* As the menu has them. */
static const struct
{
  const Example *examples;
  gsize n_examples;
} sections[] = {
  { texts, G_N_ELEMENTS (texts) },
  { to_fill_in, G_N_ELEMENTS (to_fill_in) },
  { drawn, G_N_ELEMENTS (drawn) },
  { more, G_N_ELEMENTS (more) },
};

/**
 * ff_handout_examples_make_menu:
 * @action: with its prefix; its parameter is an example's name
 *
 * Returns: (transfer full): all examples to choose from
 */
GMenuModel *
ff_handout_examples_make_menu (const char *action)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (gsize j = 0; j < sections[i].n_examples; j++)
        {
          const Example *example = &sections[i].examples[j];
          g_autoptr (GMenuItem) item = g_menu_item_new (_ (example->title), NULL);

          g_menu_item_set_action_and_target (item, action, "s", example->name);
          g_menu_append_item (section, item);
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }

  return G_MENU_MODEL (menu);
}

/**
 * ff_handout_examples_list:
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of all examples
 */
GStrv
ff_handout_examples_list (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    for (gsize j = 0; j < sections[i].n_examples; j++)
      g_strv_builder_add (names, sections[i].examples[j].name);

  return g_strv_builder_end (names);
}

/* The first words are what a person writes over, without their hint and width. */
static char *
write_example (const Example *example, guint *start, guint *end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *start = *end = 0;
  for (gsize i = 0; i < MAX_LINES && example->lines[i].before != NULL; i++)
    {
      const Line *line = &example->lines[i];
      const char *words = line->words != NULL ? _ (line->words) : "";

      g_string_append (text, line->before);
      if (line->words != NULL && *end == 0)
        {
          gsize length = strcspn (words, "|{");

          while (length > 0 && words[length] != '\0' && words[length - 1] == ' ')
            length--;
          *start = (guint) g_utf8_strlen (text->str, -1);
          *end = *start + (guint) g_utf8_strlen (words, (gssize) length);
        }
      g_string_append_printf (text, "%s\n", words);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * ff_handout_examples_make:
 * @name: an example's
 * @start: (out): where the words to write over begin, in characters
 * @end: (out): where they end
 *
 * Returns: (transfer full) (nullable): the example in the app's language, with a new line at its end; %NULL where there is none of this name
 */
char *
ff_handout_examples_make (const char *name, guint *start, guint *end)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    for (gsize j = 0; j < sections[i].n_examples; j++)
      if (g_str_equal (sections[i].examples[j].name, name))
        return write_example (&sections[i].examples[j], start, end);

  return NULL;
}

/**
 * ff_handout_examples_make_first:
 *
 * Returns: (transfer full): what a new handout begins with, in the app's language
 */
char *
ff_handout_examples_make_first (void)
{
  return g_strdup_printf ("```about\npoints:\nminutes:\n```\n\n# %s\n\n%s\n\n```lines 3\n%s\n```\n",
                          _ ("My Handout"), _ ("Say in a sentence what it is for."),
                          _ ("What stands out for me"));
}
