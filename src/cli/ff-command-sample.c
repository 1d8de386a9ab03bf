/* ff-command-sample.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl sample: made-up data.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-await.h"
#include "ff-command.h"
#include "ff-sample.h"

static char *size_name;
static gint64 seed = 1;

static const GOptionEntry options[] = {
  { "size", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &size_name,
    N_ ("How much: “facilitator” (the default), “coordinator” or “country”"), N_ ("SIZE") },
  { "seed", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT64, &seed,
    N_ ("The same number and the same --now make the same data (1)"), N_ ("N") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
parse_size (FfSampleSize *size, GError **error)
{
  if (size_name == NULL || g_str_equal (size_name, "facilitator"))
    *size = FF_SAMPLE_FACILITATOR;
  else if (g_str_equal (size_name, "coordinator"))
    *size = FF_SAMPLE_COORDINATOR;
  else if (g_str_equal (size_name, "country"))
    *size = FF_SAMPLE_COUNTRY;
  else
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is not a size. Choose “facilitator”, “coordinator” or “country”."),
                   size_name);
      return FALSE;
    }
  if (seed < 0 || seed > G_MAXUINT32)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("--seed takes a number from 0 to %u."), G_MAXUINT32);
      return FALSE;
    }
  return TRUE;
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  FfSampleSize size;
  FfStore *store;
  g_autoptr (GDateTime) now = ff_clock_get_now (invocation->clock);
  g_autoptr (GAsyncResult) result = NULL;

  if (!ff_command_refuse_arguments (invocation, error) || !parse_size (&size, error))
    return FALSE;
  store = ff_command_open_any_store (invocation, error);
  if (store == NULL)
    return FALSE;
  ff_sample_fill_async (store, size, (guint32) seed, now, ff_await_ready, &result);
  if (!ff_store_write_finish (store, ff_await (&result), error))
    {
      ff_command_close_store (store, NULL);
      return FALSE;
    }
  return ff_command_close_store (store, error);
}

const FfCommand ff_command_sample = {
  "sample", "", N_ ("Fill an empty database with made-up data"), options, run,
};
