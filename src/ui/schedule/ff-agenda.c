/* ff-agenda.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of meetings in a span of time as a list model, worked out a little at a time and kept true to the store.
 */

#include "ff-config.h"

#include <gtk/gtk.h>

#include "ff-agenda-source.h"
#include "ff-agenda.h"
#include "ff-occurrences.h"

/* A slice leaves time for drawing within one frame of 16 ms. */
#define SLICE_MICROSECONDS 5000
/* From this many changed meetings on, everything is worked out anew. */
#define CHANGED_FEW 16

/* A piece of the span that is being worked out, meeting by meeting. */
typedef struct
{
  GDateTime *from;
  GDateTime *until;
  guint next;
  GPtrArray *found;
} Piece;

struct _FfAgenda
{
  GObject parent_instance;

  FfStore *store;
  FfAgendaSource *source;
  gboolean by_week;
  GDateTime *from;
  GDateTime *until;

  GPtrArray *items;
  GQueue pieces;
  guint slice;
};

typedef enum
{
  PROP_STORE = 1,
  PROP_LOADING,
} FfAgendaProps;

static GParamSpec *props[PROP_LOADING + 1];

static void ff_agenda_list_model_init (GListModelInterface *iface);
static void ff_agenda_section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfAgenda,
                               ff_agenda,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ff_agenda_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          ff_agenda_section_model_init))

static Piece *
piece_new (GDateTime *from, GDateTime *until)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->from = g_date_time_ref (from);
  piece->until = g_date_time_ref (until);
  piece->found = g_ptr_array_new_with_free_func (g_object_unref);
  return piece;
}

static void
piece_free (Piece *piece)
{
  g_date_time_unref (piece->from);
  g_date_time_unref (piece->until);
  g_ptr_array_unref (piece->found);
  g_free (piece);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Piece, piece_free)

static void
clear (FfAgenda *self)
{
  const guint n_items = self->items->len;

  if (n_items == 0)
    return;
  g_ptr_array_set_size (self->items, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items, 0);
}

/* Works for the length of a slice; whether that was all. */
static gboolean
work (FfAgenda *self)
{
  const gint64 deadline = g_get_monotonic_time () + SLICE_MICROSECONDS;
  const guint n_meetings = ff_agenda_source_count (self->source);

  while (!g_queue_is_empty (&self->pieces))
    {
      Piece *piece = g_queue_peek_head (&self->pieces);
      g_autoptr (Piece) whole = NULL;

      while (piece->next < n_meetings)
        {
          ff_agenda_source_collect (self->source,
                                    ff_agenda_source_get (self->source, piece->next++), piece->from,
                                    piece->until, piece->found);
          if (g_get_monotonic_time () > deadline && piece->next < n_meetings)
            return FALSE;
        }
      whole = g_queue_pop_head (&self->pieces);
      ff_occurrences_sort (whole->found);
      ff_occurrences_become (G_LIST_MODEL (self), self->items,
                             ff_occurrences_find (self->items, whole->from),
                             ff_occurrences_find (self->items, whole->until), whole->found);
      if (g_get_monotonic_time () > deadline)
        break;
    }
  return g_queue_is_empty (&self->pieces);
}

static gboolean
on_slice (gpointer user_data)
{
  FfAgenda *self = FF_AGENDA (user_data);

  if (!work (self))
    return G_SOURCE_CONTINUE;
  self->slice = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
  return G_SOURCE_REMOVE;
}

static void
start_work (FfAgenda *self)
{
  if (self->slice != 0)
    return;
  if (!ff_agenda_source_is_read (self->source))
    ff_agenda_source_read (self->source);
  if (work (self))
    return;
  self->slice = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_slice, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void
drop_pieces (FfAgenda *self)
{
  g_queue_clear_full (&self->pieces, (GDestroyNotify) piece_free);
}

/* Reads everything again; rows that stay the same stay as they are. */
static void
reload (FfAgenda *self)
{
  drop_pieces (self);
  ff_agenda_source_forget (self->source);
  if (self->from == NULL)
    return;
  ff_agenda_source_read (self->source);
  g_queue_push_tail (&self->pieces, piece_new (self->from, self->until));
  start_work (self);
}

static void
refresh_meetings (FfAgenda *self, const char *const *ids)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  ff_agenda_source_reread (self->source, ids);
  for (guint i = 0; i < self->items->len; i++)
    {
      FfOccurrence *item = g_ptr_array_index (self->items, i);
      if (!g_strv_contains (ids, ff_meeting_get_uid (ff_occurrence_get_meeting (item))))
        g_ptr_array_add (wanted, g_object_ref (item));
    }
  for (guint i = 0; i < ff_agenda_source_count (self->source); i++)
    {
      FfMeeting *meeting = ff_agenda_source_get (self->source, i);
      if (g_strv_contains (ids, ff_meeting_get_uid (meeting)))
        ff_agenda_source_collect (self->source, meeting, self->from, self->until, wanted);
    }
  ff_occurrences_sort (wanted);
  ff_occurrences_become (G_LIST_MODEL (self), self->items, 0, self->items->len, wanted);
}

/* The headings and rows say the groups' names, so every row is asked to say them again. */
static void
refresh_names (FfAgenda *self)
{
  ff_agenda_source_forget_groups (self->source);
  if (self->items->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, self->items->len, self->items->len);
}

static void
on_store_changed (FfAgenda *self, FfAggregate aggregate, const char *const *ids)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_MEETING:
      if (!ff_agenda_source_is_read (self->source))
        break;
      if (ids != NULL && g_strv_length ((GStrv) ids) <= CHANGED_FEW
          && g_queue_is_empty (&self->pieces))
        refresh_meetings (self, ids);
      else
        reload (self);
      break;
    case FF_AGGREGATE_GROUP:
      refresh_names (self);
      reload (self);
      break;
    case FF_AGGREGATE_ALL:
      ff_agenda_source_forget_groups (self->source);
      reload (self);
      break;
    case FF_AGGREGATE_SESSION:
      break;
    default:
      g_warn_if_reached ();
    }
}

static GType
ff_agenda_get_item_type (GListModel *model)
{
  return FF_TYPE_OCCURRENCE;
}

static guint
ff_agenda_get_n_items (GListModel *model)
{
  return FF_AGENDA (model)->items->len;
}

static gpointer
ff_agenda_get_item (GListModel *model, guint position)
{
  FfAgenda *self = FF_AGENDA (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static void
ff_agenda_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ff_agenda_get_item_type;
  iface->get_n_items = ff_agenda_get_n_items;
  iface->get_item = ff_agenda_get_item;
}

static void
ff_agenda_get_section (GtkSectionModel *model, guint position, guint *out_start, guint *out_end)
{
  FfAgenda *self = FF_AGENDA (model);

  if (position < self->items->len)
    ff_occurrences_find_section (self->items, self->by_week, position, out_start, out_end);
  else
    {
      *out_start = self->items->len;
      *out_end = G_MAXUINT;
    }
}

static void
ff_agenda_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = ff_agenda_get_section;
}

static void
ff_agenda_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfAgenda *self = FF_AGENDA (object);

  switch ((FfAgendaProps) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, ff_agenda_get_loading (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_agenda_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfAgenda *self = FF_AGENDA (object);

  switch ((FfAgendaProps) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_LOADING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_agenda_constructed (GObject *object)
{
  FfAgenda *self = FF_AGENDA (object);

  G_OBJECT_CLASS (ff_agenda_parent_class)->constructed (object);

  self->source = ff_agenda_source_new (self->store);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
ff_agenda_dispose (GObject *object)
{
  FfAgenda *self = FF_AGENDA (object);

  g_clear_handle_id (&self->slice, g_source_remove);
  drop_pieces (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ff_agenda_parent_class)->dispose (object);
}

static void
ff_agenda_finalize (GObject *object)
{
  FfAgenda *self = FF_AGENDA (object);

  g_clear_pointer (&self->source, ff_agenda_source_free);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_agenda_parent_class)->finalize (object);
}

static void
ff_agenda_class_init (FfAgendaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ff_agenda_get_property;
  object_class->set_property = ff_agenda_set_property;
  object_class->constructed = ff_agenda_constructed;
  object_class->dispose = ff_agenda_dispose;
  object_class->finalize = ff_agenda_finalize;

  props[PROP_STORE]
      = g_param_spec_object ("store", NULL, NULL, FF_TYPE_STORE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_LOADING]
      = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
ff_agenda_init (FfAgenda *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->pieces);
}

/**
 * ff_agenda_new:
 * @store: where the meetings are
 *
 * Returns: (transfer full): an agenda of all groups, empty until ff_agenda_set_span()
 */
FfAgenda *
ff_agenda_new (FfStore *store)
{
  g_return_val_if_fail (FF_IS_STORE (store), NULL);

  return g_object_new (FF_TYPE_AGENDA, "store", store, NULL);
}

/**
 * ff_agenda_set_group:
 * @self: an agenda
 * @group: (nullable): the uid of the group whose meetings to list; %NULL for all groups
 */
void
ff_agenda_set_group (FfAgenda *self, const char *group)
{
  g_return_if_fail (FF_IS_AGENDA (self));

  if (!ff_agenda_source_set_group (self->source, group))
    return;
  /* All at once: hardly any date stays, and each run that goes is work for who shows them. */
  clear (self);
  reload (self);
}

/**
 * ff_agenda_set_by_week:
 * @self: an agenda
 * @by_week: whether a section is a week, from Monday, rather than a day
 */
void
ff_agenda_set_by_week (FfAgenda *self, gboolean by_week)
{
  g_return_if_fail (FF_IS_AGENDA (self));

  if (self->by_week == by_week)
    return;
  self->by_week = by_week;
  if (self->items->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->items->len);
}

/**
 * ff_agenda_set_span:
 * @self: an agenda
 * @from: the first instant
 * @until: the instant after the last one
 *
 * Says which dates to list. Only what the span before did not hold is worked out; dates that are no
 * longer in it go at once. Up to some milliseconds of work are done here, the rest when idle: see
 * #FfAgenda:loading.
 */
void
ff_agenda_set_span (FfAgenda *self, GDateTime *from, GDateTime *until)
{
  g_autoptr (GDateTime) old_from = NULL;
  g_autoptr (GDateTime) old_until = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (FF_IS_AGENDA (self));
  g_return_if_fail (from != NULL && until != NULL && g_date_time_compare (from, until) < 0);

  old_from = g_steal_pointer (&self->from);
  old_until = g_steal_pointer (&self->until);
  self->from = g_date_time_ref (from);
  self->until = g_date_time_ref (until);
  if (old_from == NULL || !g_queue_is_empty (&self->pieces)
      || g_date_time_compare (old_until, from) <= 0 || g_date_time_compare (old_from, until) >= 0)
    {
      clear (self);
      drop_pieces (self);
      g_queue_push_tail (&self->pieces, piece_new (from, until));
    }
  else
    {
      ff_occurrences_become (G_LIST_MODEL (self), self->items, 0,
                             ff_occurrences_find (self->items, from), none);
      ff_occurrences_become (G_LIST_MODEL (self), self->items,
                             ff_occurrences_find (self->items, until), self->items->len, none);
      if (g_date_time_compare (from, old_from) < 0)
        g_queue_push_tail (&self->pieces, piece_new (from, old_from));
      if (g_date_time_compare (until, old_until) > 0)
        g_queue_push_tail (&self->pieces, piece_new (old_until, until));
    }
  start_work (self);
}

/**
 * ff_agenda_get_from:
 * @self: an agenda
 *
 * Returns: (nullable) (transfer none): the first instant listed
 */
GDateTime *
ff_agenda_get_from (FfAgenda *self)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), NULL);

  return self->from;
}

/**
 * ff_agenda_get_until:
 * @self: an agenda
 *
 * Returns: (nullable) (transfer none): the instant after the last one listed
 */
GDateTime *
ff_agenda_get_until (FfAgenda *self)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), NULL);

  return self->until;
}

/**
 * ff_agenda_get_loading:
 * @self: an agenda
 *
 * Returns: whether dates in the span are still being worked out
 */
gboolean
ff_agenda_get_loading (FfAgenda *self)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), FALSE);

  return self->slice != 0;
}

/**
 * ff_agenda_has_meetings:
 * @self: an agenda with a span
 *
 * Returns: whether there is any meeting at all, in the span or not
 */
gboolean
ff_agenda_has_meetings (FfAgenda *self)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), FALSE);

  return ff_agenda_source_count (self->source) > 0;
}

/**
 * ff_agenda_find_group:
 * @self: an agenda
 * @uid: (nullable): a group's uid
 *
 * Returns: (nullable) (transfer none): the group, valid until the store changes
 */
FfGroup *
ff_agenda_find_group (FfAgenda *self, const char *uid)
{
  g_return_val_if_fail (FF_IS_AGENDA (self), NULL);

  if (uid == NULL)
    return NULL;
  return ff_agenda_source_find_group (self->source, uid);
}

/**
 * ff_agenda_describe_unusable:
 * @self: an agenda with a span
 * @meeting: (out) (optional) (nullable) (transfer none): the first such meeting
 *
 * Returns: (nullable) (transfer full): which meetings are missing from the agenda and why, or why none could be read, in words;
 *   %NULL where none is missing
 */
char *
ff_agenda_describe_unusable (FfAgenda *self, FfMeeting **meeting)
{
  FfUnusable *unusable;
  FfMeeting *first;
  FfGroup *group;

  g_return_val_if_fail (FF_IS_AGENDA (self), NULL);

  if (ff_agenda_source_get_problem (self->source) != NULL)
    {
      if (meeting != NULL)
        *meeting = NULL;
      return g_strdup (ff_agenda_source_get_problem (self->source));
    }
  unusable = ff_agenda_source_get_unusable (self->source);
  first = ff_unusable_get_first (unusable);
  group = first != NULL ? ff_agenda_find_group (self, ff_meeting_get_group (first)) : NULL;
  if (meeting != NULL)
    *meeting = first;
  return ff_unusable_describe (unusable, group != NULL ? ff_group_get_name (group) : NULL);
}
