/* ff-change.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-change.h"

#include "ff-store-private.h"

#define N_AGGREGATES (FF_AGGREGATE_ALL + 1)

struct _FfChange
{
  gboolean touched[N_AGGREGATES];
  gboolean beyond[N_AGGREGATES]; /* more of it than what has a uid */
  GHashTable *uids[N_AGGREGATES];
};

FfChange *
ff_change_new (void)
{
  FfChange *self = g_new0 (FfChange, 1);

  for (guint i = 0; i < N_AGGREGATES; i++)
    self->uids[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ff_change_free (FfChange *self)
{
  for (guint i = 0; i < N_AGGREGATES; i++)
    g_hash_table_unref (self->uids[i]);
  g_free (self);
}

void
ff_change_add (FfChange *self, FfAggregate aggregate, const char *uid)
{
  self->touched[aggregate] = TRUE;
  if (uid != NULL && *uid == '\0')
    self->beyond[aggregate] = TRUE;
  else if (uid != NULL)
    g_hash_table_add (self->uids[aggregate], g_strdup (uid));
}

void
ff_change_tell (FfChange *self, FfStore *store)
{
  for (guint i = 0; i < N_AGGREGATES; i++)
    {
      g_autofree char **uids = NULL;

      if (!self->touched[i])
        continue;
      if (self->beyond[i])
        g_hash_table_remove_all (self->uids[i]);
      uids = (char **) g_hash_table_get_keys_as_array (self->uids[i], NULL);
      ff_store_emit_changed (store, (FfAggregate) i, uids);
    }
}
