/* ff-check-in-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of a session, a line each, who came last on top.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-check-in-list.h"

struct _FfCheckInList
{
  AdwBin parent_instance;

  FfContext *context;
  FfSessionEditor *editor;
  FfProgramme *programme;
  FfCheckInParts parts;
  gboolean narrow;
  FfWording *wording; /* (nullable) */

  GtkListBox *list;
};

typedef enum
{
  PROP_NARROW = 1,
} FfCheckInListProps;

enum
{
  SIGNAL_DELETE_REQUESTED,
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_NARROW + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfCheckInList, ff_check_in_list, ADW_TYPE_BIN)

static FfCheckInLine *
get_line (FfCheckInList *self, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

  return row != NULL ? FF_CHECK_IN_LINE (row) : NULL;
}

/* Counted from the one who came first, so that nobody's number changes as others come. */
static void
show_names (FfCheckInList *self)
{
  guint n = g_list_model_get_n_items (ff_session_editor_get_check_ins (self->editor));

  for (guint i = 0; i < n; i++)
    {
      FfCheckInLine *line = get_line (self, i);
      FfCheckIn *check_in = ff_check_in_line_get_check_in (line);

      ff_check_in_line_set_name (
          line, ff_context_show_alias (self->context, ff_check_in_get_alias (check_in), n - i));
    }
}

static void
on_delete_requested (FfCheckInList *self, FfCheckInLine *line)
{
  g_autoptr (FfCheckIn) check_in = g_object_ref (ff_check_in_line_get_check_in (line));

  g_signal_emit (self, signals[SIGNAL_DELETE_REQUESTED], 0, check_in);
}

static void
on_finished (FfCheckInList *self)
{
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static void
insert_line (FfCheckInList *self, FfCheckIn *check_in, guint place)
{
  GtkWidget *line = ff_check_in_line_new (self->editor, check_in, self->programme, self->parts);

  g_object_bind_property (self, "narrow", line, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (line, "delete-requested", G_CALLBACK (on_delete_requested), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "finished", G_CALLBACK (on_finished), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (check_in, "notify::alias", G_CALLBACK (show_names), self,
                           G_CONNECT_SWAPPED);
  ff_check_in_line_set_wording (FF_CHECK_IN_LINE (line), self->wording);
  gtk_list_box_insert (self->list, line, (int) place);
}

/* The list is upside down: the latest is next to where the next person is written. */
static void
on_items_changed (FfCheckInList *self,
                  guint position,
                  guint removed,
                  guint added,
                  GListModel *check_ins)
{
  guint n_after = g_list_model_get_n_items (check_ins) - position - added;

  for (guint i = 0; i < removed; i++)
    {
      FfCheckInLine *line = get_line (self, n_after);

      g_signal_handlers_disconnect_by_func (ff_check_in_line_get_check_in (line), show_names, self);
      gtk_list_box_remove (self->list, GTK_WIDGET (line));
    }
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (FfCheckIn) check_in = g_list_model_get_item (check_ins, position + i);

      insert_line (self, check_in, n_after);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (check_ins) > 0);
  show_names (self);
}

static void
ff_check_in_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((FfCheckInListProps) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, FF_CHECK_IN_LIST (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_check_in_list_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  FfCheckInList *self = FF_CHECK_IN_LIST (object);

  switch ((FfCheckInListProps) prop_id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, properties[PROP_NARROW]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_check_in_list_dispose (GObject *object)
{
  FfCheckInList *self = FF_CHECK_IN_LIST (object);

  g_clear_pointer (&self->wording, ff_wording_unref);
  g_clear_object (&self->editor);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_check_in_list_parent_class)->dispose (object);
}

static void
ff_check_in_list_class_init (FfCheckInListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_check_in_list_dispose;
  object_class->get_property = ff_check_in_list_get_property;
  object_class->set_property = ff_check_in_list_set_property;

  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_DELETE_REQUESTED]
      = g_signal_new ("delete-requested", FF_TYPE_CHECK_IN_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, FF_TYPE_CHECK_IN);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", FF_TYPE_CHECK_IN_LIST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_check_in_list_init (FfCheckInList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("People, latest first"), -1);
}

/**
 * ff_check_in_list_set_session:
 * @self: the list
 * @context: what a view is handed
 * @editor: what the session is written with
 * @programme: the group's
 * @parts: what is asked
 *
 * To be called once.
 */
void
ff_check_in_list_set_session (FfCheckInList *self,
                              FfContext *context,
                              FfSessionEditor *editor,
                              FfProgramme *programme,
                              FfCheckInParts parts)
{
  g_return_if_fail (FF_IS_CHECK_IN_LIST (self));
  g_return_if_fail (self->editor == NULL);

  GListModel *check_ins = ff_session_editor_get_check_ins (editor);

  self->context = g_object_ref (context);
  self->editor = g_object_ref (editor);
  self->programme = programme;
  self->parts = parts;
  g_signal_connect_object (check_ins, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::hide-names", G_CALLBACK (show_names), self,
                           G_CONNECT_SWAPPED);
  on_items_changed (self, 0, 0, g_list_model_get_n_items (check_ins), check_ins);
}

/**
 * ff_check_in_list_set_parts:
 * @self: the list
 * @parts: what is asked from now on
 */
void
ff_check_in_list_set_parts (FfCheckInList *self, FfCheckInParts parts)
{
  g_return_if_fail (FF_IS_CHECK_IN_LIST (self));

  FfCheckInLine *line;

  self->parts = parts;
  for (guint i = 0; (line = get_line (self, i)) != NULL; i++)
    ff_check_in_line_set_parts (line, parts);
}

/**
 * ff_check_in_list_set_wording:
 * @self: the list
 * @wording: (nullable): the words that get a hint in notes, or %NULL for none
 */
void
ff_check_in_list_set_wording (FfCheckInList *self, FfWording *wording)
{
  g_return_if_fail (FF_IS_CHECK_IN_LIST (self));

  FfCheckInLine *line;

  g_clear_pointer (&self->wording, ff_wording_unref);
  self->wording = wording != NULL ? ff_wording_ref (wording) : NULL;
  for (guint i = 0; (line = get_line (self, i)) != NULL; i++)
    ff_check_in_line_set_wording (line, wording);
}

/**
 * ff_check_in_list_find:
 * @self: the list
 * @participant: the uid of a person
 *
 * Returns: (transfer none) (nullable): their line
 */
FfCheckInLine *
ff_check_in_list_find (FfCheckInList *self, const char *participant)
{
  g_return_val_if_fail (FF_IS_CHECK_IN_LIST (self), NULL);

  FfCheckInLine *line;

  for (guint i = 0; (line = get_line (self, i)) != NULL; i++)
    if (g_strcmp0 (ff_check_in_get_participant (ff_check_in_line_get_check_in (line)), participant)
        == 0)
      return line;
  return NULL;
}

/**
 * ff_check_in_list_get_name:
 * @self: the list
 * @check_in: one of its check-ins
 *
 * Returns: (transfer none): what the person is called on this screen
 */
const char *
ff_check_in_list_get_name (FfCheckInList *self, FfCheckIn *check_in)
{
  g_return_val_if_fail (FF_IS_CHECK_IN_LIST (self), NULL);

  FfCheckInLine *line = ff_check_in_list_find (self, ff_check_in_get_participant (check_in));

  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (line));
}

/**
 * ff_check_in_list_set_unfolded:
 * @self: the list
 * @is_unfolded: whether everybody's line is
 */
void
ff_check_in_list_set_unfolded (FfCheckInList *self, gboolean is_unfolded)
{
  g_return_if_fail (FF_IS_CHECK_IN_LIST (self));

  FfCheckInLine *line;

  for (guint i = 0; (line = get_line (self, i)) != NULL; i++)
    ff_check_in_line_set_unfolded (line, is_unfolded);
}

/**
 * ff_check_in_list_move:
 * @self: the list
 * @step: 1 to go to the line below, -1 to the one above
 *
 * Moves the focus to the same field of the next line; from outside, to the first line.
 *
 * Returns: whether there is such a line
 */
gboolean
ff_check_in_list_move (FfCheckInList *self, int step)
{
  g_return_val_if_fail (FF_IS_CHECK_IN_LIST (self), FALSE);

  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus;
  FfCheckInLine *next;
  int place = step > 0 ? 0 : -1;

  while (row != NULL && !FF_IS_CHECK_IN_LINE (row))
    row = gtk_widget_get_parent (row);
  if (row != NULL)
    place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step;
  next = place >= 0 ? get_line (self, (guint) place) : NULL;
  if (next == NULL)
    return FALSE;
  ff_check_in_line_show_change (next, row != NULL
                                          ? ff_check_in_line_get_place (FF_CHECK_IN_LINE (row))
                                          : "note");
  return TRUE;
}
