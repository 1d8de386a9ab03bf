/* ff-handout-shelves.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library to look through: a section for each shelf, or what was found.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-section.h"
#include "ff-handout-shelves.h"
#include "ff-paper-choices.h"
#include "ff-shelf.h"

#define CARDS_A_PIECE 3 /* so many can be made within a frame */
#define N_MARKED 2      /* shelves whose handouts stand on another one, too */

struct _FfHandoutShelves
{
  AdwBin parent_instance;

  FfContext *context;
  FfHandoutLibrary *library;
  FfThumbnails *thumbnails;
  FfGroup *group;    /* (nullable) */
  GHashTable *homes; /* FfHandoutItem → the section where it is shown when it is found */
  GPtrArray *shown;  /* (element-type utf8): the shelves that can be chosen, "" first */
  char *shelf;       /* "" = all */
  char *words;
  guint filling;       /* idle source */
  gboolean refreshing; /* what is chosen is being set, not chosen */

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkWidget *choices;
  AdwToggleGroup *scope;
  AdwWrapBox *pills;
  GtkDropDown *drop_down;
  GtkBox *sections;
  AdwStatusPage *trouble_page;
};

typedef enum
{
  PROP_SHELF = 1,
} FfHandoutShelvesProps;

static GParamSpec *properties[PROP_SHELF + 1];

G_DEFINE_FINAL_TYPE (FfHandoutShelves, ff_handout_shelves, ADW_TYPE_BIN)

static GtkWidget *
first_section (FfHandoutShelves *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->sections));
}

/* (nullable): what the group's programme offers, where that is not all there is */
static const char *const *
offered_ids (FfHandoutShelves *self)
{
  GPtrArray *items = ff_handout_library_get_items (self->library);

  if (self->group == NULL || items == NULL)
    return NULL;
  return ff_shelf_list_offered (items, ff_programme_find (ff_context_get_programmes (self->context),
                                                          ff_group_get_programme (self->group)));
}

static gboolean
is_searching (FfHandoutShelves *self)
{
  return *self->words != '\0';
}

/* --- What is seen --- */

typedef struct
{
  FfHandoutShelves *self;
  const char *const *ids; /* (nullable): only these, and own ones */
} Wanted;

static gboolean
is_wanted (FfHandoutItem *item, FfHandoutSection *section, const char **name, gpointer data)
{
  const Wanted *wanted = data;
  FfHandoutShelves *self = wanted->self;

  if (wanted->ids != NULL && !g_strv_contains (wanted->ids, ff_handout_item_get_id (item))
      && !ff_handout_is_own (ff_handout_item_get_handout (item)))
    return FALSE;
  if (is_searching (self))
    return g_hash_table_lookup (self->homes, item) == (gpointer) section
           && ff_handout_item_matches (item, self->words, name);
  return *self->shelf == '\0' || g_str_equal (self->shelf, ff_handout_section_get_id (section));
}

static Wanted
make_wanted (FfHandoutShelves *self)
{
  gboolean all = g_strcmp0 (adw_toggle_group_get_active_name (self->scope), "all") == 0;

  return (Wanted) { self, all ? NULL : offered_ids (self) };
}

static void
filter (FfHandoutShelves *self)
{
  Wanted wanted = make_wanted (self);
  gboolean any = FALSE;

  if (ff_handout_library_get_items (self->library) == NULL)
    return;
  for (GtkWidget *section = first_section (self); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    any = ff_handout_section_filter (FF_HANDOUT_SECTION (section), is_wanted, &wanted) || any;
  gtk_widget_set_visible (self->choices, !is_searching (self));
  gtk_stack_set_visible_child_name (self->stack, any || !is_searching (self) ? "handouts" : "none");
}

/* --- Choosing a shelf --- */

static void
add_pill (FfHandoutShelves *self, const char *id, const char *title)
{
  GtkWidget *pill = gtk_toggle_button_new_with_label (title);

  gtk_widget_add_css_class (pill, "facet");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pill), "handouts.shelf");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (pill), "s", id);
  adw_wrap_box_append (self->pills, pill);
}

static void
select_shelf (FfHandoutShelves *self)
{
  guint selected = 0;

  if (!g_ptr_array_find_with_equal_func (self->shown, self->shelf, g_str_equal, &selected))
    selected = 0;
  self->refreshing = TRUE;
  gtk_drop_down_set_selected (self->drop_down, selected);
  self->refreshing = FALSE;
}

static gboolean
lists_same (GPtrArray *shown, GPtrArray *shelves)
{
  guint i = 1;

  for (guint j = 0; j < shelves->len; j++)
    {
      const FfShelf *shelf = g_ptr_array_index (shelves, j);

      if (shelf->items->len == 0)
        continue;
      if (i >= shown->len || !g_str_equal (shown->pdata[i], shelf->id))
        return FALSE;
      i++;
    }
  return i == shown->len;
}

static void
offer_shelves (FfHandoutShelves *self, GPtrArray *shelves)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *pill;

  if (lists_same (self->shown, shelves))
    return;
  while ((pill = gtk_widget_get_first_child (GTK_WIDGET (self->pills))) != NULL)
    adw_wrap_box_remove (self->pills, pill);
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_add (self->shown, g_strdup (""));
  gtk_string_list_append (titles, C_ ("handouts", "Everything"));
  add_pill (self, "", C_ ("handouts", "Everything"));
  for (guint i = 0; i < shelves->len; i++)
    {
      const FfShelf *shelf = g_ptr_array_index (shelves, i);

      if (shelf->items->len == 0)
        continue;
      g_ptr_array_add (self->shown, g_strdup (shelf->id));
      gtk_string_list_append (titles, shelf->title);
      add_pill (self, shelf->id, shelf->title);
    }
  self->refreshing = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
  self->refreshing = FALSE;
  if (!g_ptr_array_find_with_equal_func (self->shown, self->shelf, g_str_equal, NULL))
    ff_handout_shelves_set_shelf (self, "");
  select_shelf (self);
}

static void
shelf_selected_cb (FfHandoutShelves *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (!self->refreshing && selected < self->shown->len)
    ff_handout_shelves_set_shelf (self, g_ptr_array_index (self->shown, selected));
}

static void
scope_chosen_cb (FfHandoutShelves *self)
{
  if (self->library != NULL)
    filter (self);
}

/* --- Cards, a few at a time --- */

static gboolean
fill_piece (gpointer data)
{
  FfHandoutShelves *self = data;
  Wanted wanted = make_wanted (self);
  FfPaperSize size = ff_paper_choices_get_size (ff_context_get_settings (self->context));
  guint n_made = 0;

  for (GtkWidget *section = first_section (self); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    {
      FfHandoutCard *card;

      while (n_made < CARDS_A_PIECE
             && (card = ff_handout_section_add_next (FF_HANDOUT_SECTION (section))) != NULL)
        {
          ff_handout_card_set_picture (card, self->thumbnails, size);
          n_made++;
        }
      if (n_made > 0)
        ff_handout_section_filter (FF_HANDOUT_SECTION (section), is_wanted, &wanted);
      if (n_made == CARDS_A_PIECE)
        return G_SOURCE_CONTINUE;
    }
  self->filling = 0;
  filter (self);
  return G_SOURCE_REMOVE;
}

static void
left_cb (FfHandoutShelves *self, gboolean down, int x, GtkWidget *section)
{
  do
    section = down ? gtk_widget_get_next_sibling (section) : gtk_widget_get_prev_sibling (section);
  while (section != NULL && !ff_handout_section_focus (FF_HANDOUT_SECTION (section), down, x));
}

static FfHandoutSection *
find_section (FfHandoutShelves *self, const char *id)
{
  for (GtkWidget *section = first_section (self); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    if (g_str_equal (ff_handout_section_get_id (FF_HANDOUT_SECTION (section)), id))
      return FF_HANDOUT_SECTION (section);
  return NULL;
}

static FfHandoutSection *
ensure_section (FfHandoutShelves *self, const FfShelf *shelf, GtkWidget *before)
{
  FfHandoutSection *section = find_section (self, shelf->id);

  if (section == NULL)
    {
      section = FF_HANDOUT_SECTION (ff_handout_section_new (shelf->id, shelf->title));
      gtk_box_insert_child_after (self->sections, GTK_WIDGET (section), before);
      g_signal_connect_object (section, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
    }
  return section;
}

/* Sections whose shelf is gone stay, empty and unseen, for the next handout that comes there. */
static void
empty_sections (FfHandoutShelves *self, GPtrArray *shelves)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  for (GtkWidget *section = first_section (self); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    {
      const char *id = ff_handout_section_get_id (FF_HANDOUT_SECTION (section));
      gboolean there = FALSE;

      for (guint i = 0; !there && i < shelves->len; i++)
        there = g_str_equal (((FfShelf *) shelves->pdata[i])->id, id);
      if (!there)
        ff_handout_section_set_items (FF_HANDOUT_SECTION (section), nothing);
    }
}

static void
show_items (FfHandoutShelves *self)
{
  GPtrArray *items = ff_handout_library_get_items (self->library);
  g_autoptr (GPtrArray) shelves = ff_shelf_list (items, ff_context_get_programmes (self->context));
  GtkWidget *before = NULL;

  empty_sections (self, shelves);
  g_hash_table_remove_all (self->homes);
  for (guint i = 0; i < shelves->len; i++)
    {
      const FfShelf *shelf = g_ptr_array_index (shelves, i);
      FfHandoutSection *section = ensure_section (self, shelf, before);

      ff_handout_section_set_items (section, shelf->items);
      for (guint j = 0; i >= N_MARKED && j < shelf->items->len; j++)
        if (!g_hash_table_contains (self->homes, shelf->items->pdata[j]))
          g_hash_table_insert (self->homes, shelf->items->pdata[j], section);
      before = GTK_WIDGET (section);
    }
  offer_shelves (self, shelves);
  gtk_widget_set_visible (GTK_WIDGET (self->scope), offered_ids (self) != NULL);
  filter (self);
  if (self->filling == 0)
    self->filling = g_idle_add (fill_piece, self);
}

static void
on_listed (FfHandoutShelves *self)
{
  const char *problem = ff_handout_library_get_problem (self->library);

  if (ff_handout_library_get_items (self->library) != NULL)
    {
      show_items (self);
      return;
    }
  adw_status_page_set_description (self->trouble_page, problem);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
on_settings_changed (FfHandoutShelves *self, const char *key)
{
  FfPaperSize size = ff_paper_choices_get_size (ff_context_get_settings (self->context));

  if (!g_str_equal (key, "paper"))
    return;
  for (GtkWidget *section = first_section (self); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    ff_handout_section_show_thumbnails (FF_HANDOUT_SECTION (section), self->thumbnails, size);
}

/* --- The widget --- */

static void
ff_handout_shelves_dispose (GObject *object)
{
  FfHandoutShelves *self = FF_HANDOUT_SHELVES (object);

  self->refreshing = TRUE;
  g_clear_handle_id (&self->filling, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HANDOUT_SHELVES);
  g_clear_object (&self->group);
  g_clear_object (&self->thumbnails);
  g_clear_object (&self->library);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_handout_shelves_parent_class)->dispose (object);
}

static void
ff_handout_shelves_finalize (GObject *object)
{
  FfHandoutShelves *self = FF_HANDOUT_SHELVES (object);

  g_clear_pointer (&self->homes, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->shelf, g_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (ff_handout_shelves_parent_class)->finalize (object);
}

static void
ff_handout_shelves_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((FfHandoutShelvesProps) prop_id)
    {
    case PROP_SHELF:
      g_value_set_string (value, ff_handout_shelves_get_shelf (FF_HANDOUT_SHELVES (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_handout_shelves_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch ((FfHandoutShelvesProps) prop_id)
    {
    case PROP_SHELF:
      ff_handout_shelves_set_shelf (FF_HANDOUT_SHELVES (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_handout_shelves_class_init (FfHandoutShelvesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_handout_shelves_dispose;
  object_class->finalize = ff_handout_shelves_finalize;
  object_class->get_property = ff_handout_shelves_get_property;
  object_class->set_property = ff_handout_shelves_set_property;

  properties[PROP_SHELF]
      = g_param_spec_string ("shelf", NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-handout-shelves.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHandoutShelves, stack);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutShelves, scroller);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutShelves, choices);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutShelves, scope);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutShelves, pills);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutShelves, drop_down);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutShelves, sections);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutShelves, trouble_page);
  gtk_widget_class_bind_template_callback (widget_class, scope_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, shelf_selected_cb);
  gtk_widget_class_install_property_action (widget_class, "handouts.shelf", "shelf");
}

static void
ff_handout_shelves_init (FfHandoutShelves *self)
{
  self->thumbnails = ff_thumbnails_new ();
  self->homes = g_hash_table_new (NULL, NULL);
  self->shown = g_ptr_array_new_with_free_func (g_free);
  self->shelf = g_strdup ("");
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_handout_shelves_set_library:
 * @self: the shelves
 * @library: what stands on them; set once
 * @context: what a view is handed
 */
void
ff_handout_shelves_set_library (FfHandoutShelves *self,
                                FfHandoutLibrary *library,
                                FfContext *context)
{
  g_return_if_fail (FF_IS_HANDOUT_SHELVES (self));
  g_return_if_fail (FF_IS_HANDOUT_LIBRARY (library));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  self->context = g_object_ref (context);
  g_signal_connect_object (library, "listed", G_CALLBACK (on_listed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "marked", G_CALLBACK (on_listed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_settings (context), "changed",
                           G_CALLBACK (on_settings_changed), self, G_CONNECT_SWAPPED);
  if (ff_handout_library_get_items (library) != NULL
      || ff_handout_library_get_problem (library) != NULL)
    on_listed (self);
}

/**
 * ff_handout_shelves_set_group:
 * @self: the shelves
 * @group: (nullable): whose programme says which handouts are offered first
 */
void
ff_handout_shelves_set_group (FfHandoutShelves *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_HANDOUT_SHELVES (self));

  g_set_object (&self->group, group);
  gtk_widget_set_visible (GTK_WIDGET (self->scope), offered_ids (self) != NULL);
  filter (self);
}

/**
 * ff_handout_shelves_set_words:
 * @self: the shelves
 * @words: what to look for; "" shows all
 */
void
ff_handout_shelves_set_words (FfHandoutShelves *self, const char *words)
{
  g_return_if_fail (FF_IS_HANDOUT_SHELVES (self));
  g_return_if_fail (words != NULL);

  g_autofree char *stripped = g_strstrip (g_strdup (words));

  if (!g_set_str (&self->words, stripped))
    return;
  filter (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * ff_handout_shelves_get_shelf:
 * @self: the shelves
 *
 * Returns: the id of the only shelf that is shown; "" for all
 */
const char *
ff_handout_shelves_get_shelf (FfHandoutShelves *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_SHELVES (self), NULL);

  return self->shelf;
}

/**
 * ff_handout_shelves_set_shelf:
 * @self: the shelves
 * @shelf: the id of the only shelf to show; "" for all
 */
void
ff_handout_shelves_set_shelf (FfHandoutShelves *self, const char *shelf)
{
  g_return_if_fail (FF_IS_HANDOUT_SHELVES (self));

  if (!g_set_str (&self->shelf, shelf != NULL ? shelf : ""))
    return;
  select_shelf (self);
  filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHELF]);
}

/**
 * ff_handout_shelves_get_first:
 * @self: the shelves
 *
 * Returns: (transfer none) (nullable): the first handout that is seen
 */
FfHandoutItem *
ff_handout_shelves_get_first (FfHandoutShelves *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_SHELVES (self), NULL);

  FfHandoutItem *item = NULL;

  for (GtkWidget *section = first_section (self); section != NULL && item == NULL;
       section = gtk_widget_get_next_sibling (section))
    item = ff_handout_section_get_first (FF_HANDOUT_SECTION (section));
  return item;
}

/**
 * ff_handout_shelves_get_focused:
 * @self: the shelves
 *
 * Returns: (transfer none) (nullable): the handout whose card has the keyboard focus
 */
FfHandoutItem *
ff_handout_shelves_get_focused (FfHandoutShelves *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_SHELVES (self), NULL);

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, FF_TYPE_HANDOUT_CARD) : NULL;

  return card != NULL && gtk_widget_is_ancestor (card, GTK_WIDGET (self))
             ? ff_handout_card_get_item (FF_HANDOUT_CARD (card))
             : NULL;
}

/**
 * ff_handout_shelves_get_thumbnails:
 * @self: the shelves
 *
 * Returns: (transfer none): the first pages that are drawn, for other lists of handouts
 */
FfThumbnails *
ff_handout_shelves_get_thumbnails (FfHandoutShelves *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_SHELVES (self), NULL);

  return self->thumbnails;
}
