/* ff-command-purge.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl purge: notes kept no longer than needed.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-await.h"
#include "ff-command.h"
#include "ff-retention.h"

static char *months_text;
static char *group_name;
static gboolean dry_run;

static const GOptionEntry options[] = {
  { "older-than", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &months_text,
    N_ ("Delete check-ins and plans that are older than so many calendar months"), N_ ("MONTHS") },
  { "group", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &group_name,
    N_ ("Only of this group (its name or uid)"), N_ ("NAME") },
  { "dry-run", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &dry_run,
    N_ ("Only say what would be deleted"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
parse_months (guint *months, GError **error)
{
  guint64 number;

  if (months_text != NULL
      && g_ascii_string_to_unsigned (months_text, 10, 1, FF_GROUP_MOST_MONTHS, &number, NULL))
    {
      *months = (guint) number;
      return TRUE;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("Say with --older-than how many months of notes stay, from 1 to %u."),
               FF_GROUP_MOST_MONTHS);
  return FALSE;
}

static void
say (const FfPurge *purge)
{
  g_autofree char *check_ins
      = g_strdup_printf (ngettext ("%u check-in", "%u check-ins", purge->check_ins),
                         purge->check_ins);
  g_autofree char *items
      = g_strdup_printf (ngettext ("%u plan item", "%u plan items", purge->plan_items),
                         purge->plan_items);
  g_autofree char *people
      = g_strdup_printf (ngettext ("%u person", "%u people", purge->people), purge->people);

  if (ff_purge_is_empty (purge))
    /* Translators: the name of a group, then a date */
    g_print (_ ("%s, before %04d-%02u-%02u: nothing\n"), purge->name, purge->before.year,
             purge->before.month, purge->before.day);
  else if (dry_run)
    /* Translators: the name of a group, a date, then how many check-ins, plan items and people */
    g_print (_ ("%s, before %04d-%02u-%02u: %s, %s and %s would be deleted\n"), purge->name,
             purge->before.year, purge->before.month, purge->before.day, check_ins, items, people);
  else
    /* Translators: the name of a group, a date, then how many check-ins, plan items and people */
    g_print (_ ("%s, before %04d-%02u-%02u: %s, %s and %s deleted\n"), purge->name,
             purge->before.year, purge->before.month, purge->before.day, check_ins, items, people);
}

static GPtrArray *
purge (FfStore *store, const char *group, guint months, GDateTime *now, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (dry_run)
    {
      ff_retention_preview_async (store, group, months, now, NULL, ff_await_ready, &result);
      return ff_retention_preview_finish (store, ff_await (&result), error);
    }
  ff_retention_purge_async (store, group, months, now, FALSE, ff_await_ready, &result);
  return ff_retention_purge_finish (store, ff_await (&result), error);
}

static gboolean
purge_named (FfInvocation *invocation, FfStore *store, guint months, GError **error)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (invocation->clock);
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (GPtrArray) purges = NULL;

  if (group_name != NULL)
    {
      group = ff_command_find_group (store, group_name, error);
      if (group == NULL)
        return FALSE;
    }
  purges = purge (store, group != NULL ? ff_group_get_uid (group) : NULL, months, now, error);
  for (guint i = 0; purges != NULL && i < purges->len; i++)
    say (purges->pdata[i]);
  return purges != NULL;
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  FfStore *store;
  guint months;
  gboolean done;

  if (!ff_command_refuse_arguments (invocation, error) || !parse_months (&months, error))
    return FALSE;
  store = ff_command_open_store (invocation, error);
  if (store == NULL)
    return FALSE;
  done = purge_named (invocation, store, months, error);
  return ff_command_close_store (store, done ? error : NULL) && done;
}

const FfCommand ff_command_purge = {
  "purge", "", N_ ("Delete notes that are older than so many months"), options, run,
};
