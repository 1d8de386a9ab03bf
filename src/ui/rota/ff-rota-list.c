/* ff-rota-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of the rota below each other, week by week, where there is no room for a grid.
 */

#include "ff-config.h"

#include "ff-growing-list.h"
#include "ff-rota-list.h"
#include "ff-rota-place.h"
#include "ff-week-days.h"

struct _FfRotaList
{
  AdwBin parent_instance;

  FfRotaRows *rows;           /* (nullable) */
  GtkSliceListModel *growing; /* its places, some more of them each frame */
  GtkSingleSelection *selection;
  GMenuModel *menu_model; /* (nullable) */
  GtkWidget *menu;        /* (nullable): made when it is first opened */

  GtkListView *list;
};

typedef enum
{
  PROP_SLOT = 1,
  PROP_MENU,
} FfRotaListProps;

static GParamSpec *properties[PROP_MENU + 1];

static guint opened_signal;

G_DEFINE_FINAL_TYPE (FfRotaList, ff_rota_list, ADW_TYPE_BIN)

/* The widgets of a line, kept with it. */
typedef struct
{
  GtkWidget *line;
  GtkLabel *when;
  GtkLabel *where;
  GtkLabel *state;
  GtkImage *sign;
  GtkWidget *pin;
  GtkWidget *warning;
} Line;

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_sign (const char *icon)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  return image;
}

/* Worked out when it is asked for: what speaks against somebody takes its time. */
static gboolean
on_tooltip (GtkListItem *item,
            int x,
            int y,
            gboolean by_keyboard,
            GtkTooltip *tooltip,
            GtkWidget *box)
{
  FfRotaList *self = FF_ROTA_LIST (gtk_widget_get_ancestor (box, FF_TYPE_ROTA_LIST));
  FfSlot *slot = gtk_list_item_get_item (item);
  g_autofree char *text = NULL;
  FfRotaRow *row;
  guint number;
  guint week;

  if (slot == NULL || self == NULL)
    return FALSE;
  ff_rota_rows_locate (self->rows, slot, &number, &week);
  row = ff_rota_rows_get_row (self->rows, number);
  text = ff_rota_place_tooltip (ff_rota_rows_get_rota (self->rows), slot,
                                ff_rota_row_get_state (row, week), ff_rota_row_get_role (row),
                                ff_rota_row_get_against (row, week));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
setup_cb (FfRotaList *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Line *line = g_new0 (Line, 1);

  line->line = box;
  line->when = add_label (words, "caption");
  line->where = add_label (words, NULL);
  line->state = add_label (words, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (line->when), "dimmed");
  line->sign = GTK_IMAGE (make_sign (NULL));
  line->pin = make_sign ("view-pin-symbolic");
  line->warning = make_sign ("dialog-warning-symbolic");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->sign));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), line->pin);
  gtk_box_append (GTK_BOX (box), line->warning);
  gtk_widget_set_has_tooltip (box, TRUE);
  g_signal_connect_object (box, "query-tooltip", G_CALLBACK (on_tooltip), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, box);
  g_object_set_data_full (G_OBJECT (item), "line", line, g_free);
}

static char *
describe_state (FfRota *rota, FfSlot *slot, FfRotaState state)
{
  g_autofree char *who = ff_rota_place_who (rota, slot);
  g_autofree char *detail = ff_rota_place_detail (rota, slot, state);

  return *who != '\0' ? g_strdup_printf ("%s · %s", who, detail) : g_steal_pointer (&detail);
}

static void
bind_cb (FfRotaList *self, GtkListItem *item)
{
  FfSlot *slot = gtk_list_item_get_item (item);
  Line *line = g_object_get_data (G_OBJECT (item), "line");
  FfRota *rota = ff_rota_rows_get_rota (self->rows);
  FfAssignment *assignment = ff_slot_get_assignment (slot);
  const char *classes[] = { "rota-line", NULL, NULL };
  g_autofree char *when = ff_rota_place_when (slot);
  g_autofree char *words = NULL;
  g_autofree char *where = NULL;
  g_autofree char *label = NULL;
  FfHindrances against;
  FfRotaState state;
  FfRotaRow *row;
  guint number;
  guint week;

  ff_rota_rows_locate (self->rows, slot, &number, &week);
  row = ff_rota_rows_get_row (self->rows, number);
  state = ff_rota_row_get_state (row, week);
  classes[1] = ff_rota_place_state_class (state);
  words = describe_state (rota, slot, state);
  against = ff_rota_row_get_against (row, week);
  where = ff_rota_place_where (slot, ff_rota_row_get_role (row));
  label = ff_rota_place_label (rota, slot, state, ff_rota_row_get_role (row), against);
  gtk_label_set_label (line->when, when);
  gtk_label_set_label (line->where, where);
  gtk_label_set_label (line->state, words);
  gtk_image_set_from_icon_name (line->sign, ff_rota_place_state_icon (state));
  gtk_widget_set_visible (line->pin, assignment != NULL && ff_assignment_get_pinned (assignment));
  gtk_widget_set_visible (line->warning, against != 0);
  gtk_widget_set_css_classes (line->line, classes);
  gtk_list_item_set_accessible_label (item, label);
}

static void
setup_header_cb (FfRotaList *self, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static guint
find_week (FfRotaList *self, FfSlot *slot)
{
  guint row;
  guint week;

  ff_rota_rows_locate (self->rows, slot, &row, &week);
  return week;
}

static void
bind_header_cb (FfRotaList *self, GtkListHeader *header)
{
  FfSlot *slot = gtk_list_header_get_item (header);
  FfWallTime first = ff_wall_time_add_days (ff_rota_rows_get_first (self->rows),
                                            (int) find_week (self, slot) * FF_DAYS_A_WEEK);
  g_autofree char *days = ff_week_format (&first, FF_DAYS_A_WEEK);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), days);
}

static int
compare_weeks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  FfRotaList *self = user_data;
  guint first = find_week (self, (FfSlot *) a);
  guint second = find_week (self, (FfSlot *) b);

  return (first > second) - (first < second);
}

static void
pop_up (FfRotaList *self, double x, double y)
{
  if (self->menu_model == NULL || ff_rota_list_get_slot (self) == NULL)
    return;
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->menu_model);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Where the line that has the focus is. */
static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRotaList *self = FF_ROTA_LIST (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  graphene_rect_t area;

  if (row != NULL && gtk_widget_compute_bounds (row, widget, &area))
    pop_up (self, area.origin.x + area.size.width / 2, area.origin.y + area.size.height / 2);
}

/* What somebody has opens its menu, as there are several things to do with it. */
static void
activate_cb (FfRotaList *self, guint position)
{
  FfSlot *slot = ff_rota_list_get_slot (self);

  if (slot == NULL)
    return;
  if (ff_slot_get_assignment (slot) != NULL)
    menu_action (GTK_WIDGET (self), NULL, NULL);
  else
    g_signal_emit (self, opened_signal, 0, slot);
}

/* The line under the pointer is the one that the menu is for. */
static void
select_at (FfRotaList *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  while (picked != NULL && gtk_widget_get_parent (picked) != GTK_WIDGET (self->list))
    picked = gtk_widget_get_parent (picked);
  if (picked != NULL)
    gtk_widget_activate_action (picked, "listitem.select", "(bb)", FALSE, FALSE);
}

static void
pressed_cb (FfRotaList *self, int n_press, double x, double y)
{
  select_at (self, x, y);
  pop_up (self, x, y);
}

static void
long_pressed_cb (FfRotaList *self, double x, double y)
{
  pressed_cb (self, 1, x, y);
}

static void
on_selected (FfRotaList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SLOT]);
}

/* To the place that is selected. */
static gboolean
ff_rota_list_grab_focus (GtkWidget *widget)
{
  FfRotaList *self = FF_ROTA_LIST (widget);
  guint position = self->selection != NULL ? gtk_single_selection_get_selected (self->selection)
                                           : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
ff_rota_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfRotaList *self = FF_ROTA_LIST (widget);

  GTK_WIDGET_CLASS (ff_rota_list_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
ff_rota_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfRotaList *self = FF_ROTA_LIST (object);

  switch ((FfRotaListProps) prop_id)
    {
    case PROP_SLOT:
      g_value_set_object (value, ff_rota_list_get_slot (self));
      break;

    case PROP_MENU:
      g_value_set_object (value, self->menu_model);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_rota_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfRotaList *self = FF_ROTA_LIST (object);

  switch ((FfRotaListProps) prop_id)
    {
    case PROP_MENU:
      g_set_object (&self->menu_model, g_value_get_object (value));
      break;

    case PROP_SLOT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_rota_list_dispose (GObject *object)
{
  FfRotaList *self = FF_ROTA_LIST (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->growing);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->menu_model);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_LIST);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (ff_rota_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRotaList, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_install_action (widget_class, "list.menu", NULL, menu_action);
}

static void
ff_rota_list_class_init (FfRotaListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_rota_list_dispose;
  object_class->get_property = ff_rota_list_get_property;
  object_class->set_property = ff_rota_list_set_property;
  widget_class->size_allocate = ff_rota_list_size_allocate;
  widget_class->grab_focus = ff_rota_list_grab_focus;

  properties[PROP_SLOT]
      = g_param_spec_object ("slot", NULL, NULL, FF_TYPE_SLOT,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  opened_signal = g_signal_new ("opened", FF_TYPE_ROTA_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, FF_TYPE_SLOT);
  bind_template (widget_class);
}

static void
ff_rota_list_init (FfRotaList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The first place of that week, or what comes next. */
static guint
find_first (FfRotaList *self, GListModel *model, int week)
{
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; week > 0 && i < n; i++)
    {
      g_autoptr (FfSlot) slot = g_list_model_get_item (model, i);

      if ((int) find_week (self, slot) >= week)
        return i;
    }
  return 0;
}

static guint
find_position (GListModel *model, FfSlot *wanted)
{
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FfSlot) slot = g_list_model_get_item (model, i);

      if (ff_rota_same_place (slot, wanted))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static GListModel *
make_model (FfRotaList *self)
{
  GPtrArray *slots = ff_rota_get_slots (ff_rota_rows_get_rota (self->rows));
  GListStore *store = g_list_store_new (FF_TYPE_SLOT);
  GtkSortListModel *sorted;

  g_list_store_splice (store, 0, 0, slots->pdata, slots->len);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (store), NULL);
  g_object_set (sorted, "section-sorter", gtk_custom_sorter_new (compare_weeks, self, NULL), NULL);
  return G_LIST_MODEL (sorted);
}

/**
 * ff_rota_list_show:
 * @self: a list
 * @rows: what it shows
 * @current: the week that it begins at, -1 for the first
 */
void
ff_rota_list_show (FfRotaList *self, FfRotaRows *rows, int current)
{
  g_autoptr (FfSlot) before = NULL;
  g_autoptr (GListModel) model = NULL;
  gboolean had_focus;
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (FF_IS_ROTA_LIST (self) && FF_IS_ROTA_ROWS (rows));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_set_object (&before, ff_rota_list_get_slot (self));
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->growing);
  g_set_object (&self->rows, rows);
  model = make_model (self);
  if (before != NULL)
    position = find_position (model, before);
  if (position == GTK_INVALID_LIST_POSITION)
    position = find_first (self, model, current);
  self->growing = ff_growing_list_new (g_object_ref (model));
  ff_growing_list_start (self->growing, GTK_WIDGET (self));
  ff_growing_list_reach (self->growing, position);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->growing)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  if (g_list_model_get_n_items (model) > 0)
    gtk_list_view_scroll_to (self->list, position,
                             GTK_LIST_SCROLL_SELECT | (had_focus ? GTK_LIST_SCROLL_FOCUS : 0),
                             NULL);
  on_selected (self);
}

/**
 * ff_rota_list_get_slot:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the place where the keyboard is
 */
FfSlot *
ff_rota_list_get_slot (FfRotaList *self)
{
  g_return_val_if_fail (FF_IS_ROTA_LIST (self), NULL);

  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/**
 * ff_rota_list_go_to:
 * @self: a list
 * @slot: one of its places
 *
 * Scrolls there and puts the keyboard there.
 */
void
ff_rota_list_go_to (FfRotaList *self, FfSlot *slot)
{
  guint position;

  g_return_if_fail (FF_IS_ROTA_LIST (self) && FF_IS_SLOT (slot));

  if (self->selection == NULL)
    return;
  position = find_position (gtk_slice_list_model_get_model (self->growing), slot);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  ff_growing_list_reach (self->growing, position);
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
