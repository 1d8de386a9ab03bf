/* ff-pack-choice.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handouts chosen for one date of a meeting, kept with its session.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-pack-choice.h"
#include "ff-session-repository.h"

#define SESSIONS_LOOKED_AT 8
#define USUAL_ATTENDANCE                                                                           \
  6 /* where nobody was counted yet: the mean of an Australian study of such groups */

struct _FfPackChoice
{
  GObject parent_instance;

  FfStore *store;
  FfOccurrence *date; /* (nullable) */
  FfSession *session; /* of @date; not stored before something is chosen */
  guint n_writing;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPackChoice, ff_pack_choice, G_TYPE_OBJECT)

static FfSession *
make_session (FfOccurrence *date)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (date);
  FfWallTime start = ff_wall_time_from_date_time (ff_occurrence_get_start (date));
  FfSession *session = ff_session_new (NULL);

  ff_session_set_group (session, ff_meeting_get_group (meeting));
  ff_session_set_meeting (session, ff_meeting_get_uid (meeting));
  ff_session_set_rule_time (session, ff_occurrence_get_rule_time (date));
  ff_session_set_start (session, &start);
  return session;
}

static void
fail (FfPackChoice *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/* While a choice is being written, what is here is newer than what is stored. */
static void
read_session (FfPackChoice *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSession) session = NULL;

  if (self->date == NULL || self->n_writing > 0)
    return;
  session = ff_session_repository_find (self->store,
                                        ff_meeting_get_uid (ff_occurrence_get_meeting (self->date)),
                                        ff_occurrence_get_rule_time (self->date), &error);
  if (error != NULL)
    fail (self, error);
  if (session == NULL)
    session = make_session (self->date);
  g_set_object (&self->session, session);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfPackChoice) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_writing--;
  if (ff_store_write_finish (FF_STORE (source), result, &error))
    return;
  fail (self, error);
  read_session (self);
}

static void
save (FfPackChoice *self)
{
  if (self->date != NULL)
    {
      self->n_writing++;
      ff_session_repository_save_async (self->store, self->session, on_saved, g_object_ref (self));
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
take_ids (FfPackChoice *self, GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  ff_session_set_handouts (self->session, (const char *const *) ids->pdata);
  save (self);
}

static GPtrArray *
dup_ids (FfPackChoice *self)
{
  const char *const *ids = ff_pack_choice_get_ids (self);
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (copy, g_strdup (ids[i]));
  return copy;
}

static void
on_store_changed (FfPackChoice *self, FfAggregate aggregate, const char *const *ids)
{
  if (aggregate == FF_AGGREGATE_SESSION || aggregate == FF_AGGREGATE_ALL)
    read_session (self);
}

static void
ff_pack_choice_dispose (GObject *object)
{
  FfPackChoice *self = FF_PACK_CHOICE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->date);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ff_pack_choice_parent_class)->dispose (object);
}

static void
ff_pack_choice_class_init (FfPackChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_pack_choice_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FF_TYPE_PACK_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", FF_TYPE_PACK_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ff_pack_choice_init (FfPackChoice *self)
{
  self->session = ff_session_new (NULL);
}

/**
 * ff_pack_choice_new:
 * @store: where the choice is kept
 *
 * Returns: (transfer full): nothing chosen, for no date
 */
FfPackChoice *
ff_pack_choice_new (FfStore *store)
{
  g_return_val_if_fail (FF_IS_STORE (store), NULL);

  FfPackChoice *self = g_object_new (FF_TYPE_PACK_CHOICE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * ff_pack_choice_set_date:
 * @self: the choice
 * @date: (nullable): the date to choose for; with %NULL nothing is chosen at first, and nothing is stored
 */
void
ff_pack_choice_set_date (FfPackChoice *self, FfOccurrence *date)
{
  g_return_if_fail (FF_IS_PACK_CHOICE (self));
  g_return_if_fail (date == NULL || FF_IS_OCCURRENCE (date));

  g_autoptr (FfSession) empty = NULL;

  if (!g_set_object (&self->date, date))
    return;
  empty = date != NULL ? make_session (date) : ff_session_new (NULL);
  g_set_object (&self->session, empty);
  if (date != NULL && self->n_writing == 0)
    read_session (self);
  else
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ff_pack_choice_get_date:
 * @self: the choice
 *
 * Returns: (transfer none) (nullable): the date that is chosen for
 */
FfOccurrence *
ff_pack_choice_get_date (FfPackChoice *self)
{
  g_return_val_if_fail (FF_IS_PACK_CHOICE (self), NULL);

  return self->date;
}

/**
 * ff_pack_choice_get_ids:
 * @self: the choice
 *
 * Returns: (transfer none) (array zero-terminated=1): the handouts, in their order
 */
const char *const *
ff_pack_choice_get_ids (FfPackChoice *self)
{
  g_return_val_if_fail (FF_IS_PACK_CHOICE (self), NULL);

  return ff_session_get_handouts (self->session);
}

/**
 * ff_pack_choice_contains:
 * @self: the choice
 * @id: a handout's
 *
 * Returns: whether it is chosen
 */
gboolean
ff_pack_choice_contains (FfPackChoice *self, const char *id)
{
  g_return_val_if_fail (FF_IS_PACK_CHOICE (self), FALSE);

  return g_strv_contains (ff_pack_choice_get_ids (self), id);
}

/**
 * ff_pack_choice_get_copies:
 * @self: the choice
 * @id: a handout's
 *
 * Returns: how many copies of it were printed or saved for that date; 0 for none yet
 */
guint
ff_pack_choice_get_copies (FfPackChoice *self, const char *id)
{
  g_return_val_if_fail (FF_IS_PACK_CHOICE (self), 0);

  return ff_session_get_copies (self->session, id);
}

/**
 * ff_pack_choice_describe_copies:
 * @self: the choice
 * @id: a handout's
 *
 * Returns: (transfer full) (nullable): how many copies of it were given, in words; %NULL for none yet
 */
char *
ff_pack_choice_describe_copies (FfPackChoice *self, const char *id)
{
  guint given = ff_pack_choice_get_copies (self, id);

  return given > 0 ? g_strdup_printf (ngettext ("%u copy given", "%u copies given", given), given)
                   : NULL;
}

/**
 * ff_pack_choice_add:
 * @self: the choice
 * @id: a handout's; chosen already, it stays where it is
 */
void
ff_pack_choice_add (FfPackChoice *self, const char *id)
{
  g_return_if_fail (FF_IS_PACK_CHOICE (self));
  g_return_if_fail (id != NULL);

  g_autoptr (GPtrArray) ids = NULL;

  if (ff_pack_choice_contains (self, id))
    return;
  ids = dup_ids (self);
  g_ptr_array_add (ids, g_strdup (id));
  take_ids (self, ids);
}

/**
 * ff_pack_choice_remove:
 * @self: the choice
 * @id: a handout's
 */
void
ff_pack_choice_remove (FfPackChoice *self, const char *id)
{
  g_return_if_fail (FF_IS_PACK_CHOICE (self));

  g_autoptr (GPtrArray) ids = dup_ids (self);
  guint place;

  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, &place))
    return;
  g_ptr_array_remove_index (ids, place);
  take_ids (self, ids);
}

/**
 * ff_pack_choice_move:
 * @self: the choice
 * @id: a handout's
 * @by: how many places down; negative: up. Beyond the ends it stays at the end.
 */
void
ff_pack_choice_move (FfPackChoice *self, const char *id, int by)
{
  g_return_if_fail (FF_IS_PACK_CHOICE (self));

  g_autoptr (GPtrArray) ids = dup_ids (self);
  guint place;
  int wanted;

  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, &place))
    return;
  wanted = CLAMP ((int) place + by, 0, (int) ids->len - 1);
  if (wanted == (int) place)
    return;
  g_ptr_array_insert (ids, wanted, g_ptr_array_steal_index (ids, place));
  take_ids (self, ids);
}

/**
 * ff_pack_choice_take_given:
 * @self: the choice
 * @pack: what was printed or saved for that date
 *
 * Keeps how many copies of each handout there were; what is not chosen any more is passed over.
 */
void
ff_pack_choice_take_given (FfPackChoice *self, FfPack *pack)
{
  g_return_if_fail (FF_IS_PACK_CHOICE (self));
  g_return_if_fail (FF_IS_PACK (pack));

  const char *const *ids = ff_pack_get_ids (pack);

  for (guint i = 0; ids[i] != NULL; i++)
    if (ff_pack_choice_contains (self, ids[i]))
      ff_session_set_copies (self->session, ids[i], ff_pack_get_copies (pack, i));
  save (self);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * ff_pack_choice_find_usual:
 * @store: the store
 * @group: the uid of a group
 *
 * Returns: the median attendance of the group's last sessions at which people were counted; 6 where there is none
 */
guint
ff_pack_choice_find_usual (FfStore *store, const char *group)
{
  g_return_val_if_fail (FF_IS_STORE (store), USUAL_ATTENDANCE);
  g_return_val_if_fail (group != NULL, USUAL_ATTENDANCE);

  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions
      = ff_session_repository_list (store, group, SESSIONS_LOOKED_AT, 0, &error);
  int counts[SESSIONS_LOOKED_AT];
  guint n_counts = 0;

  if (sessions == NULL)
    {
      g_message ("How many people usually come cannot be read: %s", error->message);
      return USUAL_ATTENDANCE;
    }
  for (guint i = 0; i < sessions->len; i++)
    if (ff_session_get_attendance (sessions->pdata[i]) > 0)
      counts[n_counts++] = (int) ff_session_get_attendance (sessions->pdata[i]);
  if (n_counts == 0)
    return USUAL_ATTENDANCE;
  qsort (counts, n_counts, sizeof *counts, compare_counts);
  return (guint) MIN (counts[n_counts / 2], FF_PACK_MOST_COPIES);
}
