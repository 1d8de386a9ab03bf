/* ff-rota-astray.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Duties to come that have no place in the rota any more, in words.
 */

#include "ff-config.h"

#include "ff-rota-astray.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-rota-option.h"

static int
compare (gconstpointer a, gconstpointer b)
{
  return ff_duty_compare (*(const FfDuty *const *) a, *(const FfDuty *const *) b);
}

static GPtrArray *
list_to_come (FfRota *rota, FfRotaSource *source, GDateTime *now)
{
  GPtrArray *astray = ff_rota_get_astray (rota);
  GPtrArray *duties = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_duty_free);

  for (guint i = 0; i < astray->len; i++)
    {
      g_autoptr (FfDuty) duty = ff_rota_source_make_duty (source, astray->pdata[i]);

      if (duty != NULL && g_date_time_compare (ff_occurrence_get_start (duty->occurrence), now) > 0)
        g_ptr_array_add (duties, g_steal_pointer (&duty));
    }
  g_ptr_array_sort (duties, compare);
  return duties;
}

static char *
describe_who_and_when (const FfDuty *duty, FfRotaSource *source, FfContext *context, guint position)
{
  FfVolunteer *volunteer
      = ff_roster_find_volunteer (source->roster, ff_assignment_get_volunteer (duty->assignment));
  const char *who
      = volunteer != NULL
            ? ff_context_show_alias (context, ff_volunteer_get_name (volunteer), position)
            /* Translators: stands for a name that was erased */
            : C_ ("volunteer", "Somebody");
  GDateTime *start = ff_occurrence_get_start (duty->occurrence);
  g_autoptr (GDateTime) here = g_date_time_to_local (start);
  g_autofree char *day = ff_format_date (start, here);
  g_autofree char *hours = ff_format_range (start, ff_occurrence_get_end (duty->occurrence), here);

  /* Translators: a name, a date and hours, like “Robin, Tuesday 1 December, 19:00–20:30” */
  return g_strdup_printf (C_ ("who and when", "%1$s, %2$s, %3$s"), who, day, hours);
}

static char *
describe_where_and_status (const FfDuty *duty)
{
  /* Translators: a meeting, a role and how far a duty is agreed, like “Ladner, Host: Confirmed” */
  return g_strdup_printf (C_ ("where and status", "%1$s, %2$s: %3$s"), ff_duty_get_title (duty),
                          ff_role_get_title (duty->role),
                          ff_duty_status_get_title (ff_assignment_get_status (duty->assignment)));
}

/**
 * ff_rota_astray_list:
 * @rota: a rota
 * @source: what it was made from
 * @context: what time it is, and whether names are shown
 *
 * Duties of which the date, the role or the place is not there any more, and which have not begun.
 *
 * Returns: (transfer full) (element-type FfRotaOption): who and when, where and how far it was agreed, by date; the item of each
 *   is its #FfAssignment
 */
GListModel *
ff_rota_astray_list (FfRota *rota, FfRotaSource *source, FfContext *context)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GPtrArray) duties = NULL;
  GListStore *options;

  g_return_val_if_fail (FF_IS_ROTA (rota), NULL);
  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  now = ff_clock_get_now (ff_context_get_clock (context));
  duties = list_to_come (rota, source, now);
  options = g_list_store_new (FF_TYPE_ROTA_OPTION);
  for (guint i = 0; i < duties->len; i++)
    {
      const FfDuty *duty = duties->pdata[i];
      g_autofree char *title = describe_who_and_when (duty, source, context, i + 1);
      g_autofree char *subtitle = describe_where_and_status (duty);
      g_autoptr (FfRotaOption) option
          = ff_rota_option_new (title, subtitle, FALSE, duty->assignment, i);

      g_list_store_append (options, option);
    }
  return G_LIST_MODEL (options);
}
