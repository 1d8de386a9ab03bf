/* ff-person-history.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's check-ins and plans in time, latest first; some rows at a time, however long they have been coming.
 */

#include "ff-config.h"

#include "ff-person-history.h"

#include <glib/gi18n-lib.h>

#include "ff-person-entry-row.h"

/* Rows that are made within a frame. */
#define PIECE 10

struct _FfPersonHistory
{
  AdwBin parent_instance;

  FfContext *context;
  FfPersonRecord *record;
  FfCatalogue *catalogue;
  GStrv points;
  guint n_shown;

  GtkListBox *list;
};

enum
{
  SIGNAL_SESSION_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPersonHistory, ff_person_history, ADW_TYPE_BIN)

static void
on_row_activated (FfPersonHistory *self, GtkWidget *row)
{
  g_signal_emit (self, signals[SIGNAL_SESSION_CHOSEN], 0,
                 ff_person_entry_row_get_session (FF_PERSON_ENTRY_ROW (row)));
}

static void
ff_person_history_dispose (GObject *object)
{
  FfPersonHistory *self = FF_PERSON_HISTORY (object);

  g_clear_pointer (&self->points, g_strfreev);
  g_clear_object (&self->record);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_person_history_parent_class)->dispose (object);
}

static void
ff_person_history_class_init (FfPersonHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_person_history_dispose;

  signals[SIGNAL_SESSION_CHOSEN]
      = g_signal_new ("session-chosen", FF_TYPE_PERSON_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ff_person_history_init (FfPersonHistory *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->catalogue = ff_catalogue_new (NULL, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Check-ins and plans, latest first"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Over Time"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), group);
}

/**
 * ff_person_history_show:
 * @self: the history
 * @record: all that is known of a person
 * @context: what a view is handed
 * @points: (nullable): the programme's
 *
 * Shows as much of it as was shown before, or a first piece.
 */
void
ff_person_history_show (FfPersonHistory *self,
                        FfPersonRecord *record,
                        FfContext *context,
                        const char *const *points)
{
  g_return_if_fail (FF_IS_PERSON_HISTORY (self));
  g_return_if_fail (record != NULL);

  guint n_before = self->n_shown;

  g_set_object (&self->context, context);
  g_set_object (&self->record, record);
  g_strfreev (self->points);
  self->points = g_strdupv ((char **) points);
  self->n_shown = 0;
  gtk_list_box_remove_all (self->list);
  do
    ff_person_history_show_more (self);
  while (self->n_shown < MIN (n_before, ff_person_record_get_entries (record)->len));
}

/**
 * ff_person_history_show_more:
 * @self: the history
 *
 * Shows some more, older ones.
 *
 * Returns: whether there were any
 */
gboolean
ff_person_history_show_more (FfPersonHistory *self)
{
  g_return_val_if_fail (FF_IS_PERSON_HISTORY (self), FALSE);

  if (self->record == NULL)
    return FALSE;

  GPtrArray *entries = ff_person_record_get_entries (self->record);
  guint end = MIN (self->n_shown + PIECE, entries->len);
  gboolean any = end > self->n_shown;

  for (; self->n_shown < end; self->n_shown++)
    gtk_list_box_append (self->list,
                         ff_person_entry_row_new (g_ptr_array_index (entries, self->n_shown),
                                                  self->context, self->catalogue,
                                                  (const char *const *) self->points));
  return any;
}
