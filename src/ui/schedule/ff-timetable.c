/* ff-timetable.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule as the views show it: of one group or all, found by what was typed, kept true to the store.
 */

#include "ff-config.h"

#include "ff-meeting-words.h"
#include "ff-schedule-repository.h"
#include "ff-schedule-sieve.h"
#include "ff-timetable-private.h"

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_LOADING,
  PROP_FOUND,
  PROP_MINE,
} FfTimetableProps;

static GParamSpec *props[PROP_MINE + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfTimetable, ff_timetable, G_TYPE_OBJECT)

/* Nobody waits for a timetable that went meanwhile. */
static GWeakRef *
weak_new (FfTimetable *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

static FfTimetable *
weak_take (GWeakRef *weak)
{
  FfTimetable *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return self;
}

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

gboolean
ff_timetable_is_loading (FfTimetable *self)
{
  return self->shown == NULL && (self->reading != NULL || self->sifting != NULL);
}

static void
publish (FfTimetable *self, FfSchedule *shown)
{
  const guint found = shown != NULL ? ff_schedule_get_meetings (shown)->len : 0;
  const gboolean loaded = self->shown == NULL;

  g_object_freeze_notify (G_OBJECT (self));
  g_set_object (&self->shown, shown);
  if (self->found != found)
    {
      self->found = found;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOUND]);
    }
  if (loaded)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
  ff_timetable_start_waiting (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_sifted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfTimetable) self = weak_take (data);
  FfScheduleSieve *sieve = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->sifting)
    return;
  g_clear_object (&self->sifting);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  self->words = g_ptr_array_ref (sieve->words);
  publish (self, sieve->shown);
}

/* Finds the meetings that are wanted. Without words to look for that is all of them, at once. */
static void
sift (FfTimetable *self)
{
  g_auto (GStrv) wanted = ff_meeting_words_split (self->typed);
  g_autoptr (GTask) task = NULL;
  FfScheduleSieve *sieve;

  stop (&self->sifting);
  if (wanted[0] == NULL)
    {
      publish (self, self->schedule);
      return;
    }
  self->sifting = g_cancellable_new ();
  sieve = g_new0 (FfScheduleSieve, 1);
  sieve->schedule = g_object_ref (self->schedule);
  sieve->programmes = g_hash_table_ref (self->programmes);
  sieve->words = self->words != NULL ? g_ptr_array_ref (self->words) : NULL;
  sieve->wanted = g_steal_pointer (&wanted);
  task = g_task_new (NULL, self->sifting, on_sifted, weak_new (self));
  g_task_set_task_data (task, sieve, (GDestroyNotify) ff_schedule_sieve_free);
  g_task_run_in_thread (task, ff_schedule_sieve_sift);
}

static void read_schedule (FfTimetable *self);

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfTimetable) self = weak_take (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSchedule) schedule
      = ff_schedule_repository_read_finish (FF_STORE (source), result, &error);

  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  g_set_str (&self->problem, error != NULL ? error->message : NULL);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_set_object (&self->schedule, schedule);
  if (schedule != NULL)
    sift (self);
  else
    {
      stop (&self->sifting);
      publish (self, NULL);
    }
  if (self->read_again)
    read_schedule (self);
}

/* One read at a time: what changes meanwhile is read right after it. */
static void
read_schedule (FfTimetable *self)
{
  self->read_again = self->reading != NULL;
  if (self->read_again)
    return;
  self->reading = g_cancellable_new ();
  ff_schedule_repository_read_async (ff_context_get_store (self->context), self->group,
                                     self->reading, on_read, weak_new (self));
}

static void
on_store_changed (FfTimetable *self, FfAggregate aggregate, const char *const *ids)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_GROUP:
    case FF_AGGREGATE_MEETING:
    case FF_AGGREGATE_ALL:
      read_schedule (self);
      break;
    case FF_AGGREGATE_SESSION:
    case FF_AGGREGATE_PARTICIPANT:
    case FF_AGGREGATE_HANDOUT:
    case FF_AGGREGATE_WORD:
    case FF_AGGREGATE_ROSTER:
    case FF_AGGREGATE_ROTA:
      break;
    default:
      g_warn_if_reached ();
    }
}

static void
on_zone_chosen (FfTimetable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MINE]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_mine (FfTimetable *self)
{
  g_autofree char *zone
      = g_settings_get_string (ff_context_get_settings (self->context), "schedule-zone");

  return g_str_equal (zone, "mine");
}

static void
ff_timetable_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfTimetable *self = FF_TIMETABLE (object);

  switch ((FfTimetableProps) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, ff_timetable_is_loading (self));
      break;
    case PROP_FOUND:
      g_value_set_uint (value, self->found);
      break;
    case PROP_MINE:
      g_value_set_boolean (value, is_mine (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_timetable_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfTimetable *self = FF_TIMETABLE (object);

  switch ((FfTimetableProps) prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_LOADING:
    case PROP_FOUND:
    case PROP_MINE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_timetable_constructed (GObject *object)
{
  FfTimetable *self = FF_TIMETABLE (object);
  GPtrArray *programmes = ff_context_get_programmes (self->context);

  G_OBJECT_CLASS (ff_timetable_parent_class)->constructed (object);

  for (guint i = 0; i < programmes->len; i++)
    {
      FfProgramme *programme = g_ptr_array_index (programmes, i);
      g_hash_table_insert (self->programmes, g_strdup (ff_programme_get_id (programme)),
                           g_strdup (ff_programme_get_title (programme)));
    }
  g_signal_connect_object (ff_context_get_store (self->context), "changed",
                           G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_settings (self->context), "changed::schedule-zone",
                           G_CALLBACK (on_zone_chosen), self, G_CONNECT_SWAPPED);
  read_schedule (self);
}

static void
ff_timetable_dispose (GObject *object)
{
  FfTimetable *self = FF_TIMETABLE (object);

  stop (&self->reading);
  stop (&self->sifting);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_timetable_parent_class)->dispose (object);
}

static void
ff_timetable_finalize (GObject *object)
{
  FfTimetable *self = FF_TIMETABLE (object);

  g_free (self->group);
  g_free (self->typed);
  g_free (self->problem);
  g_clear_object (&self->schedule);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->unusable, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->programmes, g_hash_table_unref);
  g_clear_pointer (&self->own, g_time_zone_unref);

  G_OBJECT_CLASS (ff_timetable_parent_class)->finalize (object);
}

static void
ff_timetable_class_init (FfTimetableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ff_timetable_get_property;
  object_class->set_property = ff_timetable_set_property;
  object_class->constructed = ff_timetable_constructed;
  object_class->dispose = ff_timetable_dispose;
  object_class->finalize = ff_timetable_finalize;

  props[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, FF_TYPE_CONTEXT,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * FfTimetable:loading:
   *
   * Whether nothing can be shown yet, because it is being read.
   */
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  /**
   * FfTimetable:found:
   *
   * How many meetings the filter lets through.
   */
  props[PROP_FOUND] = g_param_spec_uint ("found", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /**
   * FfTimetable:mine:
   *
   * Whether times are shown in this computer's zone, rather than each in its meeting's own.
   */
  props[PROP_MINE] = g_param_spec_boolean ("mine", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * FfTimetable::changed:
   *
   * Anything that ff_timetable_list_async() would give may be different.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_timetable_init (FfTimetable *self)
{
  self->typed = g_strdup ("");
  self->own = g_time_zone_new_local ();
  self->programmes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ff_timetable_new:
 * @context: what the views share
 *
 * Returns: (transfer full): the schedule of all groups, which is being read
 */
FfTimetable *
ff_timetable_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  return g_object_new (FF_TYPE_TIMETABLE, "context", context, NULL);
}

/**
 * ff_timetable_set_group:
 * @self: a timetable
 * @uid: (nullable): the uid of the group whose meetings to show; %NULL for all groups
 *
 * #FfTimetable::changed tells when they were read.
 */
void
ff_timetable_set_group (FfTimetable *self, const char *uid)
{
  g_return_if_fail (FF_IS_TIMETABLE (self));

  if (!g_set_str (&self->group, uid))
    return;
  stop (&self->reading);
  stop (&self->sifting);
  g_clear_object (&self->schedule);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->unusable, g_ptr_array_unref);
  read_schedule (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

/**
 * ff_timetable_set_filter:
 * @self: a timetable
 * @typed: words that a meeting is to have, or ""
 *
 * #FfTimetable::changed tells when the meetings were found.
 */
void
ff_timetable_set_filter (FfTimetable *self, const char *typed)
{
  g_return_if_fail (FF_IS_TIMETABLE (self));
  g_return_if_fail (typed != NULL);

  if (g_set_str (&self->typed, typed) && self->schedule != NULL)
    sift (self);
}

/**
 * ff_timetable_get_schedule:
 * @self: a timetable
 *
 * Returns: (nullable) (transfer none): the group's whole schedule, whatever was typed; %NULL until it was read
 */
FfSchedule *
ff_timetable_get_schedule (FfTimetable *self)
{
  g_return_val_if_fail (FF_IS_TIMETABLE (self), NULL);

  return self->schedule;
}

/**
 * ff_timetable_get_shown:
 * @self: a timetable
 *
 * Returns: (nullable) (transfer none): the part of the schedule that the filter lets through; %NULL until it is known
 */
FfSchedule *
ff_timetable_get_shown (FfTimetable *self)
{
  g_return_val_if_fail (FF_IS_TIMETABLE (self), NULL);

  return self->shown;
}

/**
 * ff_timetable_get_programmes:
 * @self: a timetable
 *
 * Returns: (transfer none) (element-type utf8 utf8): the titles of all programmes by their ids; it never changes
 */
GHashTable *
ff_timetable_get_programmes (FfTimetable *self)
{
  g_return_val_if_fail (FF_IS_TIMETABLE (self), NULL);

  return self->programmes;
}

/**
 * ff_timetable_get_problem:
 * @self: a timetable
 *
 * Returns: (nullable) (transfer none): why the last read failed, a sentence; %NULL where it did not
 */
const char *
ff_timetable_get_problem (FfTimetable *self)
{
  g_return_val_if_fail (FF_IS_TIMETABLE (self), NULL);

  return self->problem;
}

/**
 * ff_timetable_get_unusable:
 * @self: a timetable
 *
 * Returns: (nullable) (transfer none) (element-type FfMeeting): the meetings of which the last list could not have the dates
 */
GPtrArray *
ff_timetable_get_unusable (FfTimetable *self)
{
  g_return_val_if_fail (FF_IS_TIMETABLE (self), NULL);

  return self->unusable;
}

/**
 * ff_timetable_get_zone:
 * @self: a timetable
 *
 * Returns: (nullable) (transfer none): the zone that times are shown in; %NULL where each meeting's own
 */
GTimeZone *
ff_timetable_get_zone (FfTimetable *self)
{
  g_return_val_if_fail (FF_IS_TIMETABLE (self), NULL);

  return is_mine (self) ? self->own : NULL;
}
