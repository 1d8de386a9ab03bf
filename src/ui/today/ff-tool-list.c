/* ff-tool-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tools that a programme offers, to tick those for one meeting; the choice is kept with its session.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout.h"
#include "ff-session-repository.h"
#include "ff-toast.h"
#include "ff-tool-list.h"

struct _FfToolList
{
  AdwBin parent_instance;

  FfStore *store;
  FfOccurrence *occurrence;
  FfSession *session; /* NULL until it is looked for; not stored before something is chosen */
  char *programme;    /* whose tools are listed */
  GHashTable *checks; /* handout id → GtkCheckButton, in @list */
  GStrv offered;
  guint n_writing;
  gboolean filling;

  GtkListBox *list;
};

typedef enum
{
  PROP_HAS_CHOSEN = 1,
} FfToolListProps;

static GParamSpec *props[PROP_HAS_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (FfToolList, ff_tool_list, ADW_TYPE_BIN)

static FfSession *
make_session (FfOccurrence *occurrence)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  FfWallTime start = ff_wall_time_from_date_time (ff_occurrence_get_start (occurrence));
  FfSession *session = ff_session_new (NULL);

  ff_session_set_group (session, ff_meeting_get_group (meeting));
  ff_session_set_meeting (session, ff_meeting_get_uid (meeting));
  ff_session_set_rule_time (session, ff_occurrence_get_rule_time (occurrence));
  ff_session_set_start (session, &start);
  return session;
}

static void
show_chosen (FfToolList *self)
{
  const char *const *chosen = ff_tool_list_get_chosen (self);
  GHashTableIter iter;
  gpointer id, check;

  self->filling = TRUE;
  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &id, &check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains (chosen, id));
  self->filling = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_CHOSEN]);
}

/* While a choice is being written, what is shown is newer than what is stored. */
static void
read_session (FfToolList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSession) session = NULL;

  if (self->occurrence == NULL || (self->session != NULL && self->n_writing > 0))
    return;
  session = ff_session_repository_find (
      self->store, ff_meeting_get_uid (ff_occurrence_get_meeting (self->occurrence)),
      ff_occurrence_get_rule_time (self->occurrence), &error);
  if (error != NULL)
    ff_toast_error (GTK_WIDGET (self), error);
  if (session == NULL)
    session = make_session (self->occurrence);
  g_set_object (&self->session, session);
  show_chosen (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfToolList) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_writing--;
  if (ff_store_write_finish (FF_STORE (source), result, &error))
    return;
  ff_toast_error (GTK_WIDGET (self), error);
  read_session (self);
}

/* What was given besides the tools that are offered here, such as a handout of one's own, stays given. */
static void
add_others (FfToolList *self, GStrvBuilder *chosen)
{
  const char *const *ids = ff_session_get_handouts (self->session);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) self->offered, ids[i]))
      g_strv_builder_add (chosen, ids[i]);
}

static void
save (FfToolList *self)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; self->offered[i] != NULL; i++)
    {
      GtkCheckButton *check = g_hash_table_lookup (self->checks, self->offered[i]);

      if (check != NULL && gtk_check_button_get_active (check))
        g_strv_builder_add (chosen, self->offered[i]);
    }
  add_others (self, chosen);
  ids = g_strv_builder_end (chosen);
  ff_session_set_handouts (self->session, (const char *const *) ids);
  self->n_writing++;
  ff_session_repository_save_async (self->store, self->session, on_saved, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_CHOSEN]);
}

static void
on_toggled (FfToolList *self)
{
  if (!self->filling && self->session != NULL)
    save (self);
}

static void
add_tool (FfToolList *self, FfHandout *handout)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ff_handout_get_title (handout));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ff_handout_get_summary (handout));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ff_handout_get_title (handout), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->checks, g_strdup (ff_handout_get_id (handout)), check);
  gtk_list_box_append (self->list, row);
}

static void
fill (FfToolList *self, FfProgramme *programme)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, NULL);

  g_set_str (&self->programme, ff_programme_get_id (programme));
  g_hash_table_remove_all (self->checks);
  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->offered, g_strfreev);
  self->offered = g_strdupv ((GStrv) ff_programme_get_handouts (programme));
  for (guint i = 0; self->offered[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfHandout) handout = ff_handout_load (self->offered[i], catalogue, &error);

      if (handout != NULL)
        add_tool (self, handout);
      else
        g_message ("A tool cannot be shown: %s", error->message);
    }
}

static void
on_store_changed (FfToolList *self, FfAggregate aggregate, const char *const *ids)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_SESSION:
    case FF_AGGREGATE_ALL:
      read_session (self);
      break;
    case FF_AGGREGATE_GROUP:
    case FF_AGGREGATE_MEETING:
    case FF_AGGREGATE_HANDOUT:
      break;
    default:
      g_warn_if_reached ();
    }
}

static void
ff_tool_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfToolList *self = FF_TOOL_LIST (object);

  switch ((FfToolListProps) prop_id)
    {
    case PROP_HAS_CHOSEN:
      g_value_set_boolean (value, ff_tool_list_get_chosen (self)[0] != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_tool_list_dispose (GObject *object)
{
  FfToolList *self = FF_TOOL_LIST (object);

  g_clear_pointer (&self->checks, g_hash_table_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_TOOL_LIST);
  g_clear_object (&self->session);
  g_clear_object (&self->occurrence);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ff_tool_list_parent_class)->dispose (object);
}

static void
ff_tool_list_finalize (GObject *object)
{
  FfToolList *self = FF_TOOL_LIST (object);

  g_free (self->programme);
  g_strfreev (self->offered);

  G_OBJECT_CLASS (ff_tool_list_parent_class)->finalize (object);
}

static void
ff_tool_list_class_init (FfToolListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ff_tool_list_get_property;
  object_class->dispose = ff_tool_list_dispose;
  object_class->finalize = ff_tool_list_finalize;

  props[PROP_HAS_CHOSEN]
      = g_param_spec_boolean ("has-chosen", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-tool-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FfToolList, list);
}

static void
ff_tool_list_init (FfToolList *self)
{
  self->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_tool_list_set_occurrence:
 * @self: a list
 * @store: where the choice is kept; always the same one
 * @occurrence: the date to choose for
 * @programme: what offers the tools
 */
void
ff_tool_list_set_occurrence (FfToolList *self,
                             FfStore *store,
                             FfOccurrence *occurrence,
                             FfProgramme *programme)
{
  g_return_if_fail (FF_IS_TOOL_LIST (self));
  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (FF_IS_OCCURRENCE (occurrence));
  g_return_if_fail (FF_IS_PROGRAMME (programme));

  if (self->store == NULL)
    {
      self->store = g_object_ref (store);
      g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                               G_CONNECT_SWAPPED);
    }
  if (g_strcmp0 (self->programme, ff_programme_get_id (programme)) != 0)
    fill (self, programme);
  if (!g_set_object (&self->occurrence, occurrence))
    return;
  g_clear_object (&self->session);
  read_session (self);
}

/**
 * ff_tool_list_get_chosen:
 * @self: a list
 *
 * Returns: (transfer none): the ids of the tools chosen, none where it is empty
 */
const char *const *
ff_tool_list_get_chosen (FfToolList *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (FF_IS_TOOL_LIST (self), none);

  return self->session != NULL ? ff_session_get_handouts (self->session) : none;
}

/**
 * ff_tool_list_get_has_tools:
 * @self: a list
 *
 * Returns: whether the programme offers any tool
 */
gboolean
ff_tool_list_get_has_tools (FfToolList *self)
{
  g_return_val_if_fail (FF_IS_TOOL_LIST (self), FALSE);

  return g_hash_table_size (self->checks) > 0;
}
