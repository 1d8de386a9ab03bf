/* ff-person-plan.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan that counts now: a person's newest one with open items, to be marked right there.
 */

#include "ff-config.h"

#include "ff-person-plan.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-review-row.h"
#include "ff-session-repository.h"
#include "ff-toast.h"

struct _FfPersonPlan
{
  AdwBin parent_instance;

  FfContext *context;
  FfPersonRecord *record;
  char *
      session; /* (nullable): where the plan was set that is shown; it stays when all of it is marked */
  GPtrArray *items; /* (element-type FfPlanItem): as they are shown */
  GPtrArray *rows;  /* (element-type GtkWidget) (unowned): in their order */

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (FfPersonPlan, ff_person_plan, ADW_TYPE_BIN)

static gboolean
has_open_items (FfPersonEntry *entry)
{
  for (guint i = 0; entry->plan != NULL && i < entry->plan->len; i++)
    if (ff_plan_item_get_outcome (g_ptr_array_index (entry->plan, i)) == FF_OUTCOME_OPEN)
      return TRUE;
  return FALSE;
}

/* (nullable): the newest with something open, or the one that was shown and is marked by now */
static FfPersonEntry *
find_entry (FfPersonPlan *self)
{
  GPtrArray *entries = ff_person_record_get_entries (self->record);

  for (guint i = 0; i < entries->len; i++)
    {
      FfPersonEntry *entry = g_ptr_array_index (entries, i);
      gboolean is_shown = g_strcmp0 (self->session, ff_session_get_uid (entry->session)) == 0
                          && entry->plan != NULL && entry->plan->len > 0;

      if (is_shown || has_open_items (entry))
        return entry;
    }
  return NULL;
}

/* --- Marking --- */

/* The session of a mark may be gone; then that of the plan stands for it. */
static void
mark_item (FfPlanItem *item, FfOutcome outcome, const char *session)
{
  ff_plan_item_review (item, outcome, session != NULL ? session : ff_plan_item_get_set_at (item));
}

typedef struct
{
  FfPersonPlan *plan;
  FfPlanItem *item;
  FfOutcome before;
  char *reviewed_before; /* (nullable) */
} Mark;

static void
mark_free (Mark *mark)
{
  g_clear_object (&mark->plan);
  g_clear_object (&mark->item);
  g_free (mark->reviewed_before);
  g_free (mark);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mark, mark_free)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Mark) mark = data;
  g_autoptr (GError) error = NULL;

  if (ff_store_write_finish (FF_STORE (source), result, &error))
    return;
  mark_item (mark->item, mark->before, mark->reviewed_before);
  ff_toast_error (GTK_WIDGET (mark->plan), error);
}

/* It was looked at with them when they were here last. */
static void
on_reviewed (FfPersonPlan *self, guint outcome, GtkWidget *row)
{
  FfPersonEntry *latest = g_ptr_array_index (ff_person_record_get_entries (self->record), 0);
  FfPlanItem *item = ff_review_row_get_item (FF_REVIEW_ROW (row));
  Mark *mark = g_new0 (Mark, 1);
  g_autoptr (FfPlanItem) copy = NULL;

  mark->plan = g_object_ref (self);
  mark->item = g_object_ref (item);
  mark->before = ff_plan_item_get_outcome (item);
  mark->reviewed_before = g_strdup (ff_plan_item_get_reviewed_at (item));
  mark_item (item, outcome, ff_session_get_uid (latest->session));
  copy = ff_plan_item_copy (item);
  ff_session_repository_save_plan_item_async (ff_context_get_store (self->context), copy, on_saved,
                                              mark);
}

/* --- What is shown --- */

static gboolean
is_same_plan (FfPersonPlan *self, GPtrArray *items)
{
  if (items->len != self->items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      FfPlanItem *known = g_ptr_array_index (self->items, i), *now = g_ptr_array_index (items, i);

      if (!g_str_equal (ff_plan_item_get_uid (known), ff_plan_item_get_uid (now))
          || !g_str_equal (ff_plan_item_get_text (known), ff_plan_item_get_text (now)))
        return FALSE;
    }
  return TRUE;
}

/* Rows that stay keep the focus. */
static void
update_marks (FfPersonPlan *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      FfPlanItem *now = g_ptr_array_index (items, i);

      mark_item (g_ptr_array_index (self->items, i), ff_plan_item_get_outcome (now),
                 ff_plan_item_get_reviewed_at (now));
    }
}

static void
make_rows (FfPersonPlan *self, GPtrArray *items)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < items->len; i++)
    {
      FfPlanItem *item = ff_plan_item_copy (g_ptr_array_index (items, i));
      GtkWidget *row = ff_review_row_new (item);

      g_signal_connect_object (row, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->items, item);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->group, row);
    }
}

static void
show_date (FfPersonPlan *self, FfSession *session)
{
  g_autoptr (GDateTime) start = ff_format_from_wall_time (ff_session_get_start (session));
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autofree char *date = ff_format_date (start, now);
  /* Translators: under the heading of a plan; %s is a date like “Tuesday 24 November” */
  g_autofree char *text = g_strdup_printf (_ ("Set on %s"), date);

  adw_preferences_group_set_description (self->group, text);
}

static void
ff_person_plan_dispose (GObject *object)
{
  FfPersonPlan *self = FF_PERSON_PLAN (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->session, g_free);
  g_clear_object (&self->record);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_person_plan_parent_class)->dispose (object);
}

static void
ff_person_plan_class_init (FfPersonPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_person_plan_dispose;
}

static void
ff_person_plan_init (FfPersonPlan *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Plan Now"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * ff_person_plan_show:
 * @self: the plan
 * @record: all that is known of a person
 * @context: what a view is handed
 */
void
ff_person_plan_show (FfPersonPlan *self, FfPersonRecord *record, FfContext *context)
{
  FfPersonEntry *entry;

  g_return_if_fail (FF_IS_PERSON_PLAN (self));
  g_return_if_fail (record != NULL);

  g_set_object (&self->record, record);
  g_set_object (&self->context, context);
  entry = find_entry (self);
  gtk_widget_set_visible (GTK_WIDGET (self), entry != NULL);
  if (entry == NULL)
    return;

  g_set_str (&self->session, ff_session_get_uid (entry->session));
  show_date (self, entry->session);
  if (is_same_plan (self, entry->plan))
    update_marks (self, entry->plan);
  else
    make_rows (self, entry->plan);
}
