/* ff-plan-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan that a person sets at a session, a line for each item and an empty one for the next.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-plan-list.h"
#include "ff-plan-row.h"
#include "ff-toast.h"

struct _FfPlanList
{
  AdwBin parent_instance;

  FfSessionEditor *editor;
  FfCheckIn *check_in;
  GtkFilterListModel *items;
  gboolean days; /* a day can be chosen for each item */

  GtkListBox *list;
  FfPlanRow *next; /* the empty line at the end */
  gboolean taking; /* @next is becoming the line of the item being added */
};

G_DEFINE_FINAL_TYPE (FfPlanList, ff_plan_list, ADW_TYPE_BIN)

static gboolean
is_theirs (gpointer item, gpointer data)
{
  return g_strcmp0 (ff_plan_item_get_participant (item), ff_check_in_get_participant (data)) == 0;
}

/* --- Deleting, and its undo --- */

typedef struct
{
  FfSessionEditor *editor;
  char *uid;
} Deleted;

static void
deleted_free (gpointer data)
{
  Deleted *deleted = data;

  g_clear_object (&deleted->editor);
  g_free (deleted->uid);
  g_free (deleted);
}

static void
undo_delete (gpointer data)
{
  Deleted *deleted = data;

  ff_session_editor_restore (deleted->editor, deleted->uid);
}

static gboolean
is_blank (FfPlanRow *row)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *words == '\0';
}

static void
delete_item (FfPlanList *self, FfPlanRow *row)
{
  FfPlanItem *item = ff_plan_row_get_item (row);

  if (item == NULL)
    return;

  gboolean was_blank = is_blank (row);
  Deleted *deleted = g_new0 (Deleted, 1);
  deleted->editor = g_object_ref (self->editor);
  deleted->uid = g_strdup (ff_plan_item_get_uid (item));
  ff_session_editor_delete_plan_item (self->editor, item);
  if (was_blank)
    deleted_free (deleted); /* emptied by hand, letter by letter */
  else
    ff_toast_undo (GTK_WIDGET (self), _ ("Deleted from the plan"), undo_delete, deleted,
                   deleted_free);
}

/* --- The lines --- */

static void on_row_left (FfPlanList *self, FfPlanRow *row);
static void on_row_edited (FfPlanList *self, FfPlanRow *row);
static void on_row_entered (FfPlanList *self, FfPlanRow *row);
static void on_row_day (FfPlanList *self, FfPlanRow *row);
static void on_row_delete (FfPlanList *self, FfPlanRow *row);

static FfPlanRow *
insert_row (FfPlanList *self, FfPlanItem *item, int position)
{
  const FfWallTime *start = ff_session_get_start (ff_session_editor_get_session (self->editor));
  GtkWidget *row = ff_plan_row_new (item, start);

  ff_plan_row_set_days (FF_PLAN_ROW (row), self->days);

  g_signal_connect_object (row, "edited", G_CALLBACK (on_row_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_row_entered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (on_row_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "day-chosen", G_CALLBACK (on_row_day), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "delete-requested", G_CALLBACK (on_row_delete), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_insert (self->list, row, position);
  return FF_PLAN_ROW (row);
}

static void
on_row_edited (FfPlanList *self, FfPlanRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  FfPlanItem *item = ff_plan_row_get_item (row);

  if (item != NULL)
    ff_session_editor_set_words (self->editor, item, "text", text);
  else if (!is_blank (row))
    {
      self->taking = TRUE;
      ff_session_editor_add_plan_item (self->editor, self->check_in, text);
      self->taking = FALSE;
    }
}

static void
on_row_entered (FfPlanList *self, FfPlanRow *row)
{
  GtkListBoxRow *next
      = gtk_list_box_get_row_at_index (self->list,
                                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  gtk_widget_grab_focus (GTK_WIDGET (next != NULL ? next : GTK_LIST_BOX_ROW (self->next)));
}

static void
on_row_left (FfPlanList *self, FfPlanRow *row)
{
  if (is_blank (row))
    delete_item (self, row);
}

static void
on_row_day (FfPlanList *self, FfPlanRow *row)
{
  FfPlanItem *item = ff_plan_row_get_item (row);

  if (item != NULL)
    ff_session_editor_set_figure (self->editor, item, "day", (int) ff_plan_row_get_day (row));
}

static void
on_row_delete (FfPlanList *self, FfPlanRow *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->next));
  delete_item (self, row);
}

static void
on_items_changed (FfPlanList *self, guint position, guint removed, guint added)
{
  for (guint i = 0; i < removed; i++)
    gtk_list_box_remove (self->list,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) position)));
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (FfPlanItem) item
          = g_list_model_get_item (G_LIST_MODEL (self->items), position + i);

      if (self->taking)
        {
          ff_plan_row_set_item (self->next, item);
          self->next = insert_row (self, NULL, -1);
        }
      else
        insert_row (self, item, (int) (position + i));
    }
}

static void
ff_plan_list_dispose (GObject *object)
{
  FfPlanList *self = FF_PLAN_LIST (object);

  g_clear_object (&self->items);
  g_clear_object (&self->check_in);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ff_plan_list_parent_class)->dispose (object);
}

static void
ff_plan_list_class_init (FfPlanListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_plan_list_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ff_plan_list_init (FfPlanList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * ff_plan_list_set_plan:
 * @self: the list
 * @editor: the session's editor
 * @check_in: whose plan it is
 *
 * Shows the plan; to be called once.
 */
void
ff_plan_list_set_plan (FfPlanList *self, FfSessionEditor *editor, FfCheckIn *check_in)
{
  g_return_if_fail (FF_IS_PLAN_LIST (self));
  g_return_if_fail (self->editor == NULL);

  GtkFilter *filter
      = GTK_FILTER (gtk_custom_filter_new (is_theirs, g_object_ref (check_in), g_object_unref));

  self->editor = g_object_ref (editor);
  self->check_in = g_object_ref (check_in);
  self->next = insert_row (self, NULL, -1);
  self->items
      = gtk_filter_list_model_new (g_object_ref (ff_session_editor_get_plan (editor)), filter);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  on_items_changed (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)));
}

/**
 * ff_plan_list_set_days:
 * @self: the list
 * @days: whether a day can be chosen for each item; where one was chosen, it is shown in any case
 */
void
ff_plan_list_set_days (FfPlanList *self, gboolean days)
{
  g_return_if_fail (FF_IS_PLAN_LIST (self));

  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  self->days = days;
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    ff_plan_row_set_days (FF_PLAN_ROW (row), days);
}
