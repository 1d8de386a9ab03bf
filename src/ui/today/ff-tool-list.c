/* ff-tool-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tools that a programme offers, to tick those for one meeting; the choice is kept with its session.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-library.h"
#include "ff-handout-repository.h"
#include "ff-pack-choice.h"
#include "ff-suggestion.h"
#include "ff-toast.h"
#include "ff-tool-list.h"

struct _FfToolList
{
  AdwBin parent_instance;

  FfContext *context;
  FfHandoutLibrary *library;
  FfPackChoice *choice;
  FfProgramme *programme; /* whose tools are listed */
  GHashTable *checks;     /* handout id → GtkCheckButton, in @list */
  gboolean all;           /* rather than those that are chosen or suggested */
  gboolean filling;

  GtkListBox *list;
};

typedef enum
{
  PROP_HAS_CHOSEN = 1,
} FfToolListProps;

static GParamSpec *props[PROP_HAS_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (FfToolList, ff_tool_list, ADW_TYPE_BIN)

/* --- One tool --- */

static void
on_toggled (FfToolList *self, GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "id");

  if (self->filling)
    return;
  if (gtk_check_button_get_active (check))
    ff_pack_choice_add (self->choice, id);
  else
    ff_pack_choice_remove (self->choice, id);
}

/* How many copies of it were given, or else why it is suggested, and what it is for. */
static void
describe_tool (FfToolList *self, GtkWidget *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "id");
  const char *reason = g_object_get_data (G_OBJECT (check), "reason");
  FfHandoutItem *item = ff_handout_library_find (self->library, id);
  g_autofree char *given = ff_pack_choice_describe_copies (self->choice, id);
  const char *before = given != NULL ? given : reason;
  const char *summary = "";
  g_autofree char *subtitle = NULL;

  if (item != NULL)
    summary = ff_handout_get_summary (ff_handout_item_get_handout (item));
  /* Translators: how many copies of a handout were given, or why it is suggested; and what it is for */
  subtitle = before != NULL ? g_strdup_printf (_ ("%s. %s"), before, summary) : g_strdup (summary);
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW)), subtitle);
}

/* @reason: (nullable): why it is suggested */
static void
add_tool (FfToolList *self, const char *id, const char *reason)
{
  FfHandoutItem *item = ff_handout_library_find (self->library, id);
  GtkWidget *row, *check;

  if (item == NULL || g_hash_table_contains (self->checks, id))
    return;
  row = adw_action_row_new ();
  check = gtk_check_button_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ff_handout_item_get_title (item));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ff_handout_item_get_title (item), -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               ff_pack_choice_contains (self->choice, id));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (check), "reason", g_strdup (reason), g_free);
  describe_tool (self, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->checks, g_strdup (id), check);
  gtk_list_box_append (self->list, row);
}

/* --- Which tools --- */

static gint64
get_now (FfToolList *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  return g_date_time_to_unix (now);
}

static GPtrArray *
list_offered (FfToolList *self)
{
  const char *const *ids = ff_programme_get_handouts (self->programme);
  GPtrArray *offered = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      FfHandoutItem *item = ff_handout_library_find (self->library, ids[i]);

      if (item != NULL)
        g_ptr_array_add (offered, g_object_ref (ff_handout_item_get_handout (item)));
    }
  return offered;
}

static void
add_suggested (FfToolList *self)
{
  FfOccurrence *date = ff_pack_choice_get_date (self->choice);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) had
      = ff_handout_repository_list_had (ff_context_get_store (self->context),
                                        ff_meeting_get_group (ff_occurrence_get_meeting (date)),
                                        get_now (self), &error);
  g_autoptr (GPtrArray) offered = list_offered (self);
  g_autoptr (GPtrArray) suggestions = NULL;

  if (had == NULL)
    {
      ff_toast_error (GTK_WIDGET (self), error);
      return;
    }
  suggestions = ff_suggestion_list (offered, had);
  for (guint i = 0; i < suggestions->len; i++)
    {
      const FfSuggestion *suggestion = g_ptr_array_index (suggestions, i);
      g_autofree char *reason = ff_suggestion_make_reason (suggestion->had, get_now (self));

      add_tool (self, ff_handout_get_id (suggestion->handout), reason);
    }
}

static void
add_all (FfToolList *self)
{
  const char *const *ids = ff_programme_get_handouts (self->programme);

  for (gsize i = 0; ids[i] != NULL; i++)
    add_tool (self, ids[i], NULL);
}

/* The rest comes in the place of the button, and so does the focus. */
static void
on_all_activated (FfToolList *self, GtkListBoxRow *button)
{
  int place = gtk_list_box_row_get_index (button);
  GtkListBoxRow *row;

  self->all = TRUE;
  add_all (self);
  row = gtk_list_box_get_row_at_index (self->list, place + 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_list_box_remove (self->list, GTK_WIDGET (button));
}

static void
add_rest (FfToolList *self)
{
  guint n_offered = g_strv_length ((GStrv) ff_programme_get_handouts (self->programme));
  GtkWidget *row;

  if (self->all || n_offered <= g_hash_table_size (self->checks) + 1)
    {
      add_all (self);
      return;
    }
  row = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Show All Tools"));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_all_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

/* What is chosen first, then what is suggested; the rest of what the programme offers where it is asked for. */
static void
fill (FfToolList *self)
{
  const char *const *chosen = ff_tool_list_get_chosen (self);

  if (ff_handout_library_get_items (self->library) == NULL)
    return;
  self->filling = TRUE;
  g_hash_table_remove_all (self->checks);
  gtk_list_box_remove_all (self->list);
  for (gsize i = 0; chosen[i] != NULL; i++)
    add_tool (self, chosen[i], NULL);
  add_suggested (self);
  add_rest (self);
  self->filling = FALSE;
}

/* Rows stay where they are while somebody ticks; a handout that was chosen elsewhere gets its row. */
static void
on_choice_changed (FfToolList *self)
{
  const char *const *chosen = ff_tool_list_get_chosen (self);
  GHashTableIter iter;
  gpointer id, check;

  self->filling = TRUE;
  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &id, &check))
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains (chosen, id));
      describe_tool (self, check);
    }
  self->filling = FALSE;
  for (gsize i = 0; chosen[i] != NULL; i++)
    if (!g_hash_table_contains (self->checks, chosen[i])
        && ff_handout_library_find (self->library, chosen[i]) != NULL)
      {
        fill (self);
        break;
      }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_CHOSEN]);
}

static void
on_choice_failed (FfToolList *self, GError *error)
{
  ff_toast_error (GTK_WIDGET (self), error);
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
  g_clear_object (&self->choice);
  g_clear_object (&self->library);
  g_clear_object (&self->programme);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_tool_list_parent_class)->dispose (object);
}

static void
ff_tool_list_class_init (FfToolListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ff_tool_list_get_property;
  object_class->dispose = ff_tool_list_dispose;

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
 * @context: what the views share; always the same
 * @occurrence: the date to choose for
 * @programme: what offers the tools
 */
void
ff_tool_list_set_occurrence (FfToolList *self,
                             FfContext *context,
                             FfOccurrence *occurrence,
                             FfProgramme *programme)
{
  gboolean changed;

  g_return_if_fail (FF_IS_TOOL_LIST (self));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_OCCURRENCE (occurrence));
  g_return_if_fail (FF_IS_PROGRAMME (programme));

  if (self->context == NULL)
    {
      self->context = g_object_ref (context);
      self->library = ff_handout_library_get (context);
      self->choice = ff_pack_choice_new (ff_context_get_store (context));
      g_signal_connect_object (self->library, "listed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->choice, "changed", G_CALLBACK (on_choice_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->choice, "failed", G_CALLBACK (on_choice_failed), self,
                               G_CONNECT_SWAPPED);
    }
  changed = g_set_object (&self->programme, programme);
  changed |= ff_pack_choice_get_date (self->choice) != occurrence;
  if (!changed)
    return;
  self->all = FALSE;
  ff_pack_choice_set_date (self->choice, occurrence);
  fill (self);
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

  return self->choice != NULL ? ff_pack_choice_get_ids (self->choice) : none;
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

  return self->programme != NULL && *ff_programme_get_handouts (self->programme) != NULL;
}

/**
 * ff_tool_list_get_choice:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what is chosen; %NULL before there is a date
 */
FfPackChoice *
ff_tool_list_get_choice (FfToolList *self)
{
  g_return_val_if_fail (FF_IS_TOOL_LIST (self), NULL);

  return self->choice;
}
