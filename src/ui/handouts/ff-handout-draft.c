/* ff-handout-draft.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout of one's own while it is written: saved at every pause.
 */

#include "ff-config.h"

#include <string.h>

#include "ff-handout-draft.h"
#include "ff-handout-repository.h"

/* Reading and saving wait for a pause in the typing, but not for ever. */
#define PAUSE_MS 300
#define LONGEST_WAIT_US (2 * G_USEC_PER_SEC)

#define MAX_TITLE 200

struct _FfHandoutDraft
{
  GObject parent_instance;

  FfStore *store;
  FfCatalogue *catalogue;
  char *id;
  char *markdown;
  FfHandout *handout; /* (nullable) */
  GPtrArray *problems;
  FfDraftState state;
  char *message;    /* (nullable) */
  gboolean changed; /* since it was last handed to the store */
  guint n_under_way;
  guint timeout;
  gint64 first_change; /* of those that wait; 0 = none does */
};

typedef enum
{
  STATE_CHANGED,
  READ,
  N_SIGNALS,
} FfHandoutDraftSignals;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfHandoutDraft, ff_handout_draft, G_TYPE_OBJECT)

/* --- Reading --- */

static void
read_again (FfHandoutDraft *self)
{
  g_clear_object (&self->handout);
  g_ptr_array_set_size (self->problems, 0);
  self->handout
      = ff_handout_new_from_markdown (self->id, self->markdown, self->catalogue, self->problems);
  g_signal_emit (self, signals[READ], 0);
}

/* --- Saving --- */

static void
set_state (FfHandoutDraft *self, FfDraftState state, const char *message)
{
  gboolean same_message = !g_set_str (&self->message, message);

  if (self->state == state && same_message)
    return;
  self->state = state;
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfHandoutDraft) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_under_way--;
  if (!ff_store_write_finish (FF_STORE (source), result, &error))
    {
      self->changed = TRUE;
      set_state (self, FF_DRAFT_FAILED, error->message);
    }
  else if (self->n_under_way == 0 && !self->changed)
    set_state (self, FF_DRAFT_SAVED, NULL);
}

/* (transfer full) */
static char *
make_title (FfHandoutDraft *self)
{
  const char *title = ff_handout_get_title (self->handout);

  return g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_TITLE));
}

static void
hand_over (FfHandoutDraft *self)
{
  g_autofree char *title = make_title (self);
  const FfOwnHandout own = {
    .uid = self->id + strlen (FF_OWN_HANDOUT_PREFIX),
    .title = title,
    .markdown = self->markdown,
  };

  self->changed = FALSE;
  self->n_under_way++;
  set_state (self, FF_DRAFT_WAITING, NULL);
  ff_handout_repository_save_own_async (self->store, &own, on_saved, g_object_ref (self));
}

static void
save (FfHandoutDraft *self)
{
  if (self->handout == NULL)
    {
      const FfHandoutProblem *problem = g_ptr_array_index (self->problems, 0);

      set_state (self,
                 strlen (self->markdown) > FF_HANDOUT_MAX_BYTES ? FF_DRAFT_FAILED : FF_DRAFT_BLANK,
                 problem->text);
    }
  else
    hand_over (self);
}

static gboolean
on_pause (gpointer data)
{
  FfHandoutDraft *self = data;

  self->timeout = 0;
  self->first_change = 0;
  g_object_ref (self);
  read_again (self);
  if (self->changed)
    save (self);
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

static void
touch (FfHandoutDraft *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->first_change == 0)
    self->first_change = now;
  if (self->timeout == 0 || now - self->first_change < LONGEST_WAIT_US)
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      self->timeout = g_timeout_add (PAUSE_MS, on_pause, self);
    }
}

/* --- The object --- */

static void
ff_handout_draft_finalize (GObject *object)
{
  FfHandoutDraft *self = FF_HANDOUT_DRAFT (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->handout);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->markdown, g_free);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (ff_handout_draft_parent_class)->finalize (object);
}

static void
ff_handout_draft_class_init (FfHandoutDraftClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_handout_draft_finalize;

  signals[STATE_CHANGED] = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[READ]
      = g_signal_new ("read", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_handout_draft_init (FfHandoutDraft *self)
{
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_handout_problem_free);
}

/**
 * ff_handout_draft_new:
 * @store: where it is kept
 * @catalogue: the language that it is written in
 * @id: (nullable): the handout's; %NULL for a new one, which is kept as soon as something is written
 * @markdown: what it begins with
 *
 * Returns: (transfer full): the draft, already read
 */
FfHandoutDraft *
ff_handout_draft_new (FfStore *store, FfCatalogue *catalogue, const char *id, const char *markdown)
{
  g_return_val_if_fail (FF_IS_STORE (store), NULL);
  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (id == NULL || g_str_has_prefix (id, FF_OWN_HANDOUT_PREFIX), NULL);
  g_return_val_if_fail (markdown != NULL, NULL);

  FfHandoutDraft *self = g_object_new (FF_TYPE_HANDOUT_DRAFT, NULL);
  g_autofree char *uid = g_uuid_string_random ();

  self->store = g_object_ref (store);
  self->catalogue = g_object_ref (catalogue);
  self->id = id != NULL ? g_strdup (id) : g_strconcat (FF_OWN_HANDOUT_PREFIX, uid, NULL);
  self->markdown = g_strdup (markdown);
  read_again (self);
  return self;
}

/**
 * ff_handout_draft_get_id:
 * @self: the draft
 *
 * Returns: the handout's id, also while it is not kept yet
 */
const char *
ff_handout_draft_get_id (FfHandoutDraft *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_DRAFT (self), NULL);

  return self->id;
}

/**
 * ff_handout_draft_get_markdown:
 * @self: the draft
 *
 * Returns: what is written
 */
const char *
ff_handout_draft_get_markdown (FfHandoutDraft *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_DRAFT (self), NULL);

  return self->markdown;
}

/**
 * ff_handout_draft_set_markdown:
 * @self: the draft
 * @markdown: what is written now
 *
 * At the next pause it is read and saved.
 */
void
ff_handout_draft_set_markdown (FfHandoutDraft *self, const char *markdown)
{
  g_return_if_fail (FF_IS_HANDOUT_DRAFT (self));
  g_return_if_fail (markdown != NULL);

  if (!g_set_str (&self->markdown, markdown))
    return;
  self->changed = TRUE;
  set_state (self, FF_DRAFT_WAITING, NULL);
  touch (self);
}

/**
 * ff_handout_draft_get_handout:
 * @self: the draft
 *
 * Returns: (transfer none) (nullable): what could be read of it at the last pause
 */
FfHandout *
ff_handout_draft_get_handout (FfHandoutDraft *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_DRAFT (self), NULL);

  return self->handout;
}

/**
 * ff_handout_draft_get_problems:
 * @self: the draft
 *
 * Returns: (transfer none) (element-type FfHandoutProblem): what was wrong with it at the last pause, by line
 */
GPtrArray *
ff_handout_draft_get_problems (FfHandoutDraft *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_DRAFT (self), NULL);

  return self->problems;
}

/**
 * ff_handout_draft_get_state:
 * @self: the draft
 *
 * Returns: how far it is saved
 */
FfDraftState
ff_handout_draft_get_state (FfHandoutDraft *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_DRAFT (self), FF_DRAFT_UNTOUCHED);

  return self->state;
}

/**
 * ff_handout_draft_get_message:
 * @self: the draft
 *
 * Returns: (nullable): why it is not saved
 */
const char *
ff_handout_draft_get_message (FfHandoutDraft *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_DRAFT (self), NULL);

  return self->message;
}

/**
 * ff_handout_draft_keep:
 * @self: the draft
 *
 * Saves what it began with, as if it had been written now.
 */
void
ff_handout_draft_keep (FfHandoutDraft *self)
{
  g_return_if_fail (FF_IS_HANDOUT_DRAFT (self));

  self->changed = TRUE;
  ff_handout_draft_flush (self);
}

/**
 * ff_handout_draft_flush:
 * @self: the draft
 *
 * Hands to the store now what waits, what failed before as well: when the page is left, and to try again. The draft lives until that is done.
 */
void
ff_handout_draft_flush (FfHandoutDraft *self)
{
  g_return_if_fail (FF_IS_HANDOUT_DRAFT (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->changed)
    on_pause (self);
}
