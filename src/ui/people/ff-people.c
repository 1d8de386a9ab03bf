/* ff-people.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads people on the reader's thread; of what is read again only the part that differs changes in the list.
 */

#include "ff-people.h"

#include "ff-participant-repository.h"

#define PAGE 100

struct _FfPeople
{
  GObject parent_instance;

  FfStore *store;
  char *group; /* (nullable) */
  char *prefix;
  GListStore *people;
  GCancellable *reading; /* (nullable) */
  guint offset;          /* of what is being read */
  guint limit;
  gboolean complete; /* there is nobody further */
  gboolean more;     /* further ones are to be read after those that are being read */
};

enum
{
  SIGNAL_READ,
  SIGNAL_TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPeople, ff_people, G_TYPE_OBJECT)

static gboolean
is_same_time (const FfWallTime *left, const FfWallTime *right)
{
  if (left == NULL || right == NULL)
    return left == right;
  return ff_wall_time_compare (left, right) == 0;
}

static gboolean
is_same (FfPerson *left, FfPerson *right)
{
  return g_str_equal (ff_person_get_uid (left), ff_person_get_uid (right))
         && g_str_equal (ff_person_get_alias (left), ff_person_get_alias (right))
         && is_same_time (ff_person_get_last_seen (left), ff_person_get_last_seen (right))
         && ff_person_get_check_ins (left) == ff_person_get_check_ins (right)
         && ff_person_get_open_items (left) == ff_person_get_open_items (right)
         && g_strcmp0 (ff_person_get_last_goal (left), ff_person_get_last_goal (right)) == 0;
}

static gboolean
is_same_at (FfPeople *self, guint position, FfPerson *person)
{
  g_autoptr (FfPerson) known = g_list_model_get_item (G_LIST_MODEL (self->people), position);

  return is_same (known, person);
}

/* Those from the offset on become @people. */
static void
take (FfPeople *self, GPtrArray *people)
{
  guint n_known = g_list_model_get_n_items (G_LIST_MODEL (self->people)) - self->offset;
  guint before = 0, after = 0, least = MIN (n_known, people->len);

  while (before < least
         && is_same_at (self, self->offset + before, g_ptr_array_index (people, before)))
    before++;
  while (after < least - before
         && is_same_at (self, self->offset + n_known - 1 - after,
                        g_ptr_array_index (people, people->len - 1 - after)))
    after++;
  if (n_known > before + after || people->len > before + after)
    g_list_store_splice (self->people, self->offset + before, n_known - before - after,
                         people->pdata + before, people->len - before - after);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfPeople) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people
      = ff_participant_repository_list_finish (FF_STORE (source), result, &error);

  /* Others are being read instead. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (people == NULL)
    {
      self->complete = TRUE;
      g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, error);
      return;
    }
  self->complete = people->len < self->limit;
  take (self, people);
  g_signal_emit (self, signals[SIGNAL_READ], 0);
  if (!self->more)
    return;
  self->more = FALSE;
  ff_people_load_more (self);
}

static void
stop (FfPeople *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_people (FfPeople *self, guint offset, guint limit)
{
  stop (self);
  self->reading = g_cancellable_new ();
  self->offset = offset;
  self->limit = limit;
  ff_participant_repository_list_async (self->store, self->group, self->prefix, limit, offset,
                                        self->reading, on_listed, g_object_ref (self));
}

static void
ff_people_dispose (GObject *object)
{
  FfPeople *self = FF_PEOPLE (object);

  stop (self);
  g_clear_object (&self->people);
  g_clear_object (&self->store);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->prefix, g_free);

  G_OBJECT_CLASS (ff_people_parent_class)->dispose (object);
}

static void
ff_people_class_init (FfPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_people_dispose;

  signals[SIGNAL_READ] = g_signal_new ("read", FF_TYPE_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TROUBLE]
      = g_signal_new ("trouble", FF_TYPE_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
ff_people_init (FfPeople *self)
{
  self->people = g_list_store_new (FF_TYPE_PERSON);
}

/**
 * ff_people_new:
 * @store: where they are
 *
 * Returns: (transfer full): nobody yet; see ff_people_choose()
 */
FfPeople *
ff_people_new (FfStore *store)
{
  g_return_val_if_fail (FF_IS_STORE (store), NULL);

  FfPeople *self = g_object_new (FF_TYPE_PEOPLE, NULL);

  self->store = g_object_ref (store);
  self->prefix = g_strdup ("");
  return self;
}

/**
 * ff_people_get_model:
 * @self: people
 *
 * Returns: (transfer none): a list of #FfPerson, who was here last first
 */
GListModel *
ff_people_get_model (FfPeople *self)
{
  g_return_val_if_fail (FF_IS_PEOPLE (self), NULL);

  return G_LIST_MODEL (self->people);
}

/**
 * ff_people_choose:
 * @self: people
 * @group: (nullable): a group's uid, or %NULL for all groups
 * @prefix: what their name begins with, or ""
 *
 * Reads the first of them; those shown stay until they are there.
 */
void
ff_people_choose (FfPeople *self, const char *group, const char *prefix)
{
  g_return_if_fail (FF_IS_PEOPLE (self));
  g_return_if_fail (prefix != NULL);

  g_set_str (&self->group, group);
  g_set_str (&self->prefix, prefix);
  self->more = FALSE;
  read_people (self, 0, PAGE);
}

/**
 * ff_people_load_more:
 * @self: people
 *
 * Reads further ones, where there are any: now, or after those that are being read.
 */
void
ff_people_load_more (FfPeople *self)
{
  g_return_if_fail (FF_IS_PEOPLE (self));

  if (self->reading != NULL)
    self->more = TRUE;
  else if (!self->complete)
    read_people (self, g_list_model_get_n_items (G_LIST_MODEL (self->people)), PAGE);
}

/**
 * ff_people_read_again:
 * @self: people
 *
 * Reads once more what was read, after something was written.
 */
void
ff_people_read_again (FfPeople *self)
{
  g_return_if_fail (FF_IS_PEOPLE (self));

  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  self->more = self->more || (self->reading != NULL && self->offset > 0);
  read_people (self, 0, MAX (PAGE, (n + PAGE - 1) / PAGE * PAGE));
}
