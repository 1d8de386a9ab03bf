/* ff-person-terms.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a person's check-in, in words, the same on paper and on the screen.
 */

#include "ff-config.h"

#include "ff-person-terms.h"

#include <glib/gi18n-lib.h>

#define SEPARATOR " · "

static const char *const aims[] = {
  /* Translators: what a person works towards */
  NC_ ("aim", "Abstinence"),
  NC_ ("aim", "Less, or differently"),
  NC_ ("aim", "Something else"),
};

static const char *const stages[] = {
  /* Translators: where a person stands with a change */
  NC_ ("stage", "Not thinking about change"),
  NC_ ("stage", "Thinking about it"),
  NC_ ("stage", "Getting ready"),
  NC_ ("stage", "Acting"),
  NC_ ("stage", "Keeping it up"),
  NC_ ("stage", "Starting again"),
};

/* In the order of FfCapital. */
static const char *const capitals[] = {
  /* Translators: what helps a person’s recovery, in four kinds, each from 0 to 10 */
  N_ ("Family and social"),
  N_ ("Physical"),
  N_ ("Human"),
  N_ ("Community"),
};

/* In the order of FfOutcome, of which the first says nothing. */
static const char *const outcomes[] = {
  NULL,
  NC_ ("outcome", "Done"),
  NC_ ("outcome", "Partly"),
  NC_ ("outcome", "Not"),
  NC_ ("outcome", "Changed"),
};

static const char *const weekdays[] = {
  N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
  N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
};

static void
add_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, SEPARATOR);
  g_string_append (text, part);
}

static void
add_value (GString *text, const char *form, int value)
{
  g_autoptr (GString) part = g_string_new (form);
  g_autofree char *number = g_strdup_printf ("%d", value);

  if (value < 0)
    return;
  g_string_replace (part, "{value}", number, 1);
  add_part (text, part->str);
}

/**
 * ff_person_terms_describe_values:
 * @catalogue: the language
 * @check_in: what was said
 *
 * Returns: (transfer full): whether it was their first time, urge and balance; "" where nothing of it was said
 */
char *
ff_person_terms_describe_values (FfCatalogue *catalogue, FfCheckIn *check_in)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (FF_IS_CHECK_IN (check_in), NULL);

  if (ff_check_in_get_newcomer (check_in))
    add_part (text, ff_catalogue_lookup (catalogue, N_ ("Here for the first time")));
  /* Translators: keep {value}, it becomes a number from 0 to 10 */
  add_value (text, ff_catalogue_lookup (catalogue, N_ ("Urge {value}")),
             ff_check_in_get_urge (check_in));
  /* Translators: keep {value}, it becomes a number from 0 to 10 */
  add_value (text, ff_catalogue_lookup (catalogue, N_ ("Balance {value}")),
             ff_check_in_get_balance (check_in));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * ff_person_terms_describe_item:
 * @catalogue: the language
 * @item: what they planned
 *
 * Returns: (transfer full): its day, what it is, and how it went
 */
char *
ff_person_terms_describe_item (FfCatalogue *catalogue, FfPlanItem *item)
{
  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (FF_IS_PLAN_ITEM (item), NULL);

  guint day = ff_plan_item_get_day (item);
  FfOutcome outcome = ff_plan_item_get_outcome (item);
  g_autoptr (GString) text = g_string_new (NULL);

  if (day > 0 && day <= G_N_ELEMENTS (weekdays))
    {
      /* Translators: a thing to do on a day of the week; keep {day} and {item} */
      g_string_append (text, ff_catalogue_lookup (catalogue, N_ ("{day}: {item}")));
      g_string_replace (text, "{day}", ff_catalogue_lookup (catalogue, weekdays[day - 1]), 1);
      g_string_replace (text, "{item}", ff_plan_item_get_text (item), 1);
    }
  else
    {
      g_string_append (text, ff_plan_item_get_text (item));
    }
  if (outcome != FF_OUTCOME_OPEN && outcome < G_N_ELEMENTS (outcomes))
    add_part (text, ff_catalogue_lookup_context (catalogue, "outcome", outcomes[outcome]));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * ff_person_terms_describe_change:
 * @catalogue: the language
 * @check_in: what was said
 *
 * Returns: (transfer full): what they aim at, and where they stand with it; "" where nothing of it was said
 */
char *
ff_person_terms_describe_change (FfCatalogue *catalogue, FfCheckIn *check_in)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (FF_IS_CHECK_IN (check_in), NULL);

  int aim = ff_check_in_get_aim (check_in), stage = ff_check_in_get_stage (check_in);

  if (aim >= 0 && aim < (int) G_N_ELEMENTS (aims))
    add_part (text, ff_catalogue_lookup_context (catalogue, "aim", aims[aim]));
  if (stage >= 0 && stage < (int) G_N_ELEMENTS (stages))
    add_part (text, ff_catalogue_lookup_context (catalogue, "stage", stages[stage]));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * ff_person_terms_describe_capital:
 * @catalogue: the language
 * @check_in: what was said
 *
 * Returns: (transfer full): the four kinds of recovery capital; "" where nothing of it was said
 */
char *
ff_person_terms_describe_capital (FfCatalogue *catalogue, FfCheckIn *check_in)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (FF_IS_CHECK_IN (check_in), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (capitals); i++)
    {
      int value = ff_check_in_get_capital (check_in, (FfCapital) i);
      g_autofree char *part = NULL;

      if (value < 0)
        continue;
      part = g_strdup_printf ("%s %d", ff_catalogue_lookup (catalogue, capitals[i]), value);
      add_part (text, part);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* --- An entry --- */

static void
line_free (gpointer data)
{
  FfPersonLine *line = data;

  g_free (line->text);
  g_free (line);
}

/* Takes @text. */
static void
add_line (GPtrArray *lines, const char *title, char *text)
{
  FfPersonLine *line;

  if (*text == '\0')
    {
      g_free (text);
      return;
    }
  line = g_new0 (FfPersonLine, 1);
  line->title = title;
  line->text = text;
  g_ptr_array_add (lines, line);
}

static char *
describe_points (FfCheckIn *check_in, const char *const *points)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; points != NULL && points[i] != NULL; i++)
    if ((ff_check_in_get_points (check_in) & (1u << i)) != 0)
      add_part (text, points[i]);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
describe_items (FfCatalogue *catalogue, GPtrArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autofree char *item
          = ff_person_terms_describe_item (catalogue, g_ptr_array_index (items, i));

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, item);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * ff_person_terms_list:
 * @catalogue: the language
 * @entry: a session of a person's
 * @points: (nullable): the programme's, in that language
 *
 * Returns: (element-type FfPersonLine) (transfer full): what they said and planned there, without the values
 */
GPtrArray *
ff_person_terms_list (FfCatalogue *catalogue, FfPersonEntry *entry, const char *const *points)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  FfCheckIn *check_in;

  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), lines);
  g_return_val_if_fail (entry != NULL, lines);

  check_in = entry->check_in;
  if (check_in != NULL)
    {
      add_line (lines, NULL, g_strdup (ff_check_in_get_note (check_in)));
      add_line (lines, ff_catalogue_lookup (catalogue, N_ ("What helped")),
                g_strdup (ff_check_in_get_helped (check_in)));
      add_line (lines, ff_catalogue_lookup (catalogue, N_ ("Brought up")),
                describe_points (check_in, points));
      add_line (lines, ff_catalogue_lookup (catalogue, N_ ("Works towards")),
                g_strdup (ff_check_in_get_goal (check_in)));
      /* Translators: a noun: where a person stands with the change they work on */
      add_line (lines, ff_catalogue_lookup (catalogue, N_ ("Change")),
                ff_person_terms_describe_change (catalogue, check_in));
      add_line (lines, ff_catalogue_lookup (catalogue, N_ ("Recovery capital")),
                ff_person_terms_describe_capital (catalogue, check_in));
    }
  /* Translators: over what a person set themselves to do in the week after a meeting */
  add_line (lines, ff_catalogue_lookup (catalogue, N_ ("Plan for the week")),
            describe_items (catalogue, entry->plan));

  return lines;
}
