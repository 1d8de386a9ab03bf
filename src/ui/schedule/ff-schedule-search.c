/* ff-schedule-search.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar in which people type, or choose, what meetings they look for.
 */

#include "ff-config.h"

#include "ff-schedule-search.h"

#include "ff-schedule-facets.h"

struct _FfScheduleSearch
{
  AdwBin parent_instance;

  FfTimetable *timetable;
  gboolean active;
  FfSchedule *listed; /* whose facets are there to choose */
  GCancellable *listing;
  gboolean showing; /* the buttons are being set to what was typed */
  gboolean typing;  /* what was typed is being set, in two steps */

  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkBox *facets;
};

typedef enum
{
  PROP_ACTIVE = 1,
} FfScheduleSearchProps;

static GParamSpec *props[PROP_ACTIVE + 1];
static guint searched_signal;

G_DEFINE_FINAL_TYPE (FfScheduleSearch, ff_schedule_search, ADW_TYPE_BIN)

/* What stands between commas. */
static GStrv
split_terms (FfScheduleSearch *self)
{
  GStrv terms = g_strsplit (gtk_editable_get_text (self->entry), ",", -1);

  for (gsize i = 0; terms[i] != NULL; i++)
    g_strstrip (terms[i]);
  return terms;
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

static gboolean
has_term (FfScheduleSearch *self, const char *term)
{
  g_auto (GStrv) terms = split_terms (self);

  for (gsize i = 0; terms[i] != NULL; i++)
    if (is_same (terms[i], term))
      return TRUE;
  return FALSE;
}

static void set_term (FfScheduleSearch *self, const char *term, gboolean wanted);

static void
on_toggled (FfScheduleSearch *self, GtkToggleButton *button)
{
  if (!self->showing)
    set_term (self, gtk_button_get_label (GTK_BUTTON (button)),
              gtk_toggle_button_get_active (button));
}

static GtkWidget *
make_button (FfScheduleSearch *self, const char *word)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (word);

  gtk_widget_add_css_class (button, "facet");
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_facet (FfScheduleSearch *self, const FfFacet *facet)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (facet->title);
  GtkWidget *words = adw_wrap_box_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption-heading");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (words), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (words), 6);
  gtk_widget_set_margin_bottom (words, 6);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  for (guint i = 0; i < facet->words->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (words),
                         make_button (self, g_ptr_array_index (facet->words, i)));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static void
show_chosen (FfScheduleSearch *self, GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget),
                                  has_term (self, gtk_button_get_label (GTK_BUTTON (widget))));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      show_chosen (self, child);
}

static void
refresh_chosen (FfScheduleSearch *self)
{
  self->showing = TRUE;
  show_chosen (self, GTK_WIDGET (self->facets));
  self->showing = FALSE;
}

static void
search_changed_cb (FfScheduleSearch *self)
{
  if (self->typing)
    return;
  g_signal_emit (self, searched_signal, 0);
  if (self->timetable != NULL)
    ff_timetable_set_filter (self->timetable, gtk_editable_get_text (self->entry));
  refresh_chosen (self);
}

static void
set_term (FfScheduleSearch *self, const char *term, gboolean wanted)
{
  g_auto (GStrv) terms = split_terms (self);
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; terms[i] != NULL; i++)
    if (*terms[i] != '\0' && !is_same (terms[i], term))
      g_strv_builder_add (others, terms[i]);
  if (wanted)
    g_strv_builder_add (others, term);
  all = g_strv_builder_end (others);
  text = g_strjoinv (", ", all);
  self->typing = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->typing = FALSE;
  gtk_editable_set_position (self->entry, -1);
  search_changed_cb (self);
}

static void
on_facets_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facets = g_task_propagate_pointer (G_TASK (result), &error);
  FfScheduleSearch *self = user_data;
  GtkWidget *child;

  /* Also when the bar went meanwhile. */
  if (facets == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facets))) != NULL)
    gtk_box_remove (self->facets, child);
  for (guint i = 0; i < facets->len; i++)
    gtk_box_append (self->facets, make_facet (self, g_ptr_array_index (facets, i)));
  refresh_chosen (self);
}

static void
list_facets_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, ff_schedule_facets_list (source, data),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
popover_mapped_cb (FfScheduleSearch *self)
{
  FfSchedule *schedule = ff_timetable_get_schedule (self->timetable);
  g_autoptr (GTask) task = NULL;

  if (schedule == NULL || !g_set_object (&self->listed, schedule))
    return;
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  task = g_task_new (schedule, self->listing, on_facets_listed, self);
  g_task_set_task_data (task, g_hash_table_ref (ff_timetable_get_programmes (self->timetable)),
                        (GDestroyNotify) g_hash_table_unref);
  g_task_run_in_thread (task, list_facets_in_thread);
}

static void
set_active (FfScheduleSearch *self, gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  /* A search that is not seen would hide meetings. */
  if (!active)
    gtk_editable_set_text (self->entry, "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

static void
ff_schedule_search_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfScheduleSearch *self = FF_SCHEDULE_SEARCH (object);

  switch ((FfScheduleSearchProps) prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_schedule_search_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  FfScheduleSearch *self = FF_SCHEDULE_SEARCH (object);

  switch ((FfScheduleSearchProps) prop_id)
    {
    case PROP_ACTIVE:
      set_active (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_schedule_search_dispose (GObject *object)
{
  FfScheduleSearch *self = FF_SCHEDULE_SEARCH (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_SCHEDULE_SEARCH);
  g_clear_object (&self->listed);
  g_clear_object (&self->timetable);

  G_OBJECT_CLASS (ff_schedule_search_parent_class)->dispose (object);
}

static void
ff_schedule_search_class_init (FfScheduleSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ff_schedule_search_get_property;
  object_class->set_property = ff_schedule_search_set_property;
  object_class->dispose = ff_schedule_search_dispose;

  /**
   * FfScheduleSearch:active:
   *
   * Whether the bar is shown; what was typed goes when it is hidden.
   */
  props[PROP_ACTIVE]
      = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * FfScheduleSearch::searched:
   *
   * Something else was typed; the timetable is about to be told.
   */
  searched_signal = g_signal_new ("searched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-schedule-search.ui");
  gtk_widget_class_bind_template_child (widget_class, FfScheduleSearch, bar);
  gtk_widget_class_bind_template_child (widget_class, FfScheduleSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, FfScheduleSearch, facets);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_mapped_cb);
}

static void
ff_schedule_search_init (FfScheduleSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, self->entry);
}

/**
 * ff_schedule_search_set_timetable:
 * @self: the bar; once
 * @timetable: what is searched
 * @keys: the widget in which typing starts a search
 */
void
ff_schedule_search_set_timetable (FfScheduleSearch *self, FfTimetable *timetable, GtkWidget *keys)
{
  g_return_if_fail (FF_IS_SCHEDULE_SEARCH (self));
  g_return_if_fail (FF_IS_TIMETABLE (timetable));
  g_return_if_fail (self->timetable == NULL);

  self->timetable = g_object_ref (timetable);
  gtk_search_bar_set_key_capture_widget (self->bar, keys);
}

/**
 * ff_schedule_search_set_text:
 * @self: the bar
 * @text: what to search for
 */
void
ff_schedule_search_set_text (FfScheduleSearch *self, const char *text)
{
  g_return_if_fail (FF_IS_SCHEDULE_SEARCH (self));

  gtk_editable_set_text (self->entry, text);
}

/**
 * ff_schedule_search_get_text:
 * @self: the bar
 *
 * Returns: (transfer none): what was typed
 */
const char *
ff_schedule_search_get_text (FfScheduleSearch *self)
{
  g_return_val_if_fail (FF_IS_SCHEDULE_SEARCH (self), NULL);

  return gtk_editable_get_text (self->entry);
}
