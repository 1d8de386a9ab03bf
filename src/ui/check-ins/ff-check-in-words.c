/* ff-check-in-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A check-in in a few words, for a line that is folded.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-check-in-words.h"
#include "ff-plan-item.h"

/**
 * ff_check_in_words_last_time:
 * @review: a list of #FfPlanItem, what a person meant to do
 *
 * Returns: (transfer full) (nullable): what is not marked yet, or %NULL where nothing is left
 */
char *
ff_check_in_words_last_time (GListModel *review)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (review), NULL);

  g_autoptr (GPtrArray) texts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (guint i = 0; i < g_list_model_get_n_items (review); i++)
    {
      g_autoptr (FfPlanItem) item = g_list_model_get_item (review, i);

      if (ff_plan_item_get_outcome (item) == FF_OUTCOME_OPEN)
        g_ptr_array_add (texts, g_strdup (ff_plan_item_get_text (item)));
    }
  if (texts->len == 0)
    return NULL;
  /* Translators: between the things that somebody means to do: “call my sister; walk on Thursday” */
  g_autofree char *items = g_strjoinv (_ ("; "), (char **) texts->pdata);
  /* Translators: %s is what somebody meant to do since the last meeting */
  return g_strdup_printf (_ ("From last time: %s"), items);
}

/**
 * ff_check_in_words_this_time:
 * @check_in: a check-in
 * @programme: whose points they are
 * @n_items: how much the person planned
 *
 * Returns: (transfer full) (nullable): the points brought up and how much is planned, or %NULL where there is nothing of it
 */
char *
ff_check_in_words_this_time (FfCheckIn *check_in, FfProgramme *programme, guint n_items)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (check_in), NULL);
  g_return_val_if_fail (FF_IS_PROGRAMME (programme), NULL);

  const char *const *points = ff_programme_get_points (programme);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (guint i = 0; points[i] != NULL; i++)
    if ((ff_check_in_get_points (check_in) & (1U << i)) != 0)
      g_ptr_array_add (texts, g_strdup (points[i]));
  if (n_items > 0)
    g_ptr_array_add (texts, g_strdup_printf (
                                /* Translators: things that somebody means to do this week */
                                g_dngettext (GETTEXT_PACKAGE, "%u thing planned",
                                             "%u things planned", n_items),
                                n_items));
  /* Translators: between short remarks on one line */
  return texts->len > 0 ? g_strjoinv (_ (" · "), (char **) texts->pdata) : NULL;
}
