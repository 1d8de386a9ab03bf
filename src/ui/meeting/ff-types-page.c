/* ff-types-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the meeting dialog for whom it is for and what happens there, chosen by words.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-fold.h"
#include "ff-meeting-type.h"
#include "ff-types-page.h"

#define N_KINDS (FF_TYPE_KIND_LANGUAGE + 1)

struct _FfTypesPage
{
  FfMeetingPage parent_instance;

  FfTypesForm *types;
  GPtrArray *wanted; /* (element-type utf8): what is searched for, folded */

  AdwPreferencesPage *page;
  GtkWidget *openness_row;
  AdwWrapBox *chips;
  GtkEditable *search;
  GtkWidget *groups[N_KINDS];
  GtkListBox *lists[N_KINDS];
};

G_DEFINE_FINAL_TYPE (FfTypesPage, ff_types_page, FF_TYPE_MEETING_PAGE)

static const FfMeetingType *
get_type_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "type");
}

static void
chip_clicked (FfTypesPage *self, GtkWidget *chip)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  ff_types_form_choose (self->types, g_object_get_data (G_OBJECT (chip), "code"), FALSE);
}

static void
add_chip (FfTypesPage *self, const char *code)
{
  const FfMeetingType *type = ff_meeting_type_find (code);
  const char *title = type != NULL ? ff_meeting_type_get_title (type) : code;
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  /* Translators: %s is what a meeting is like, such as Discussion */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), "code", g_strdup (code), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips, chip);
}

static void
show_checks (FfTypesPage *self)
{
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      GtkListBoxRow *row;

      for (int i = 0; self->lists[kind] != NULL
                      && (row = gtk_list_box_get_row_at_index (self->lists[kind], i)) != NULL;
           i++)
        gtk_check_button_set_active (
            GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))),
            ff_types_form_has (self->types, get_type_of (GTK_WIDGET (row))->code));
    }
}

static void
show_chosen (FfTypesPage *self)
{
  const char *const *codes = ff_types_form_get_codes (self->types);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);
  for (guint i = 0; codes[i] != NULL; i++)
    add_chip (self, codes[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), codes[0] != NULL);
  show_checks (self);
}

static void
check_toggled (FfTypesPage *self, GtkCheckButton *check)
{
  const FfMeetingType *type = g_object_get_data (G_OBJECT (check), "type");

  ff_types_form_choose (self->types, type->code, gtk_check_button_get_active (check));
}

static gboolean
is_wanted (GtkListBoxRow *row, gpointer data)
{
  FfTypesPage *self = data;
  const FfMeetingType *type = get_type_of (GTK_WIDGET (row));
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (self->wanted == NULL)
    return TRUE;
  title = ff_fold (ff_meeting_type_get_title (type));
  name = ff_fold (type->name);
  for (guint i = 0; i < self->wanted->len; i++)
    {
      const char *word = g_ptr_array_index (self->wanted, i);

      if (strstr (title, word) == NULL && strstr (name, word) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_wanted (FfTypesPage *self, GtkListBox *list)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      if (is_wanted (row, self))
        return TRUE;
    }
  return FALSE;
}

static void
search_changed_cb (FfTypesPage *self)
{
  g_autofree char *typed = ff_fold (gtk_editable_get_text (self->search));
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);

  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  self->wanted = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] != '\0')
        g_ptr_array_add (self->wanted, g_strdup (words[i]));
    }
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      if (self->lists[kind] == NULL)
        continue;
      gtk_list_box_invalidate_filter (self->lists[kind]);
      gtk_widget_set_visible (self->groups[kind], has_wanted (self, self->lists[kind]));
    }
}

static void
add_row (FfTypesPage *self, const FfMeetingType *type)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ff_meeting_type_get_title (type));
  g_object_set_data (G_OBJECT (row), "type", (gpointer) type);
  g_object_set_data (G_OBJECT (check), "type", (gpointer) type);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ff_meeting_type_get_title (type), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->lists[type->kind], row);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (ff_meeting_type_get_title (*(const FfMeetingType *const *) a),
                         ff_meeting_type_get_title (*(const FfMeetingType *const *) b));
}

/* All of them but open and closed, which are asked for by themselves. */
static GPtrArray *
list_types (void)
{
  gsize n_types;
  const FfMeetingType *types = ff_meeting_types_list (&n_types);
  GPtrArray *sorted = g_ptr_array_new ();

  for (gsize i = 0; i < n_types; i++)
    {
      if (!g_str_equal (types[i].code, "O") && !g_str_equal (types[i].code, "C"))
        g_ptr_array_add (sorted, (gpointer) &types[i]);
    }
  g_ptr_array_sort (sorted, compare_titles);
  return sorted;
}

static void
add_list (FfTypesPage *self, FfTypeKind kind)
{
  GtkWidget *list = gtk_list_box_new ();

  self->lists[kind] = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->lists[kind], GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->lists[kind], is_wanted, self, NULL);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ff_type_kind_get_title (kind), -1);
  self->groups[kind] = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[kind]),
                                   ff_type_kind_get_title (kind));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[kind]), list);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (self->groups[kind]));
}

/* The list is long, and many never look at it: it is made when the page is first shown. */
static void
ff_types_page_showing (AdwNavigationPage *page)
{
  FfTypesPage *self = FF_TYPES_PAGE (page);
  g_autoptr (GPtrArray) types = NULL;

  if (self->lists[0] != NULL || self->types == NULL)
    return;
  types = list_types ();
  for (guint kind = 0; kind < N_KINDS; kind++)
    add_list (self, (FfTypeKind) kind);
  for (guint i = 0; i < types->len; i++)
    add_row (self, g_ptr_array_index (types, i));
  show_checks (self);
}

static void
ff_types_page_fill (FfMeetingPage *page, FfMeetingForm *form)
{
  FfTypesPage *self = FF_TYPES_PAGE (page);

  self->types = ff_meeting_form_get_types (form);
  ff_meeting_page_bind (self->types, "openness", self->openness_row, "selected");
  g_signal_connect_object (self->types, "notify::codes", G_CALLBACK (show_chosen), self,
                           G_CONNECT_SWAPPED);
  show_chosen (self);
}

static void
ff_types_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_TYPES_PAGE);
  g_clear_pointer (&FF_TYPES_PAGE (object)->wanted, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_types_page_parent_class)->dispose (object);
}

static void
ff_types_page_class_init (FfTypesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_types_page_dispose;
  FF_MEETING_PAGE_CLASS (klass)->fill = ff_types_page_fill;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = ff_types_page_showing;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-types-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfTypesPage, page);
  gtk_widget_class_bind_template_child (widget_class, FfTypesPage, openness_row);
  gtk_widget_class_bind_template_child (widget_class, FfTypesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, FfTypesPage, search);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
ff_types_page_init (FfTypesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
