/* ff-volunteer-line-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row in which an absence, a training or a step is filled in.
 */

#include "ff-config.h"

#include "ff-volunteer-line-row.h"

#include <glib/gi18n-lib.h>

#include "ff-day-row.h"
#include "ff-focus.h"
#include "ff-requirement.h"
#include "ff-volunteer-words.h"

struct _FfVolunteerLineRow
{
  AdwExpanderRow parent_instance;

  FfVolunteerLine *line;
  GPtrArray *requirements;
  GtkWidget *first_field; /* a row of it */
};

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfVolunteerLineRow, ff_volunteer_line_row, ADW_TYPE_EXPANDER_ROW)

/* --- What it says while it is folded --- */

/* (nullable) */
static FfRequirement *
get_requirement (FfVolunteerLineRow *self, guint *position)
{
  const char *uid = ff_volunteer_line_get_requirement (self->line);

  for (guint i = 0; i < self->requirements->len; i++)
    {
      FfRequirement *requirement = g_ptr_array_index (self->requirements, i);

      if (g_str_equal (ff_requirement_get_uid (requirement), uid))
        {
          *position = i;
          return requirement;
        }
    }
  return NULL;
}

static char *
describe_period (FfVolunteerLine *line)
{
  const char *from = ff_volunteer_line_get_from (line);

  return ff_volunteer_line_is_empty (line)
             ? g_strdup (_ ("New Absence"))
             : ff_volunteer_words_days (from, ff_volunteer_line_get_until (line));
}

static char *
describe_training (FfVolunteerLine *line)
{
  g_autofree char *done = ff_volunteer_words_day (ff_volunteer_line_get_from (line));
  g_autofree char *until = ff_volunteer_words_day (ff_volunteer_line_get_until (line));

  return *until != '\0' ? g_strdup_printf (_ ("Done %1$s · until %2$s"), done, until)
                        : g_strdup_printf (_ ("Done %s · for good"), done);
}

static char *
make_title (FfVolunteerLineRow *self)
{
  const char *text = ff_volunteer_line_get_text (self->line);
  FfRequirement *requirement;
  guint position;

  switch (ff_volunteer_line_get_kind (self->line))
    {
    case FF_LINE_ABSENCE:
      return describe_period (self->line);

    case FF_LINE_TRAINING:
      requirement = get_requirement (self, &position);
      return g_strdup (requirement != NULL ? ff_requirement_get_name (requirement)
                                           : _ ("New Training"));

    case FF_LINE_STEP:
      return g_strdup (*text != '\0' ? text : _ ("New Step"));

    case FF_LINE_HOURS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
make_subtitle (FfVolunteerLineRow *self)
{
  const char *from = ff_volunteer_line_get_from (self->line);

  switch (ff_volunteer_line_get_kind (self->line))
    {
    case FF_LINE_ABSENCE:
      return g_strdup (ff_volunteer_line_get_text (self->line));

    case FF_LINE_TRAINING:
      return describe_training (self->line);

    case FF_LINE_STEP:
      return *from != '\0' ? ff_volunteer_words_day (from) : g_strdup (_ ("Still to come"));

    case FF_LINE_HOURS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What is wrong comes first. */
static void
describe (FfVolunteerLineRow *self)
{
  const char *message = ff_volunteer_line_get_message (self->line);
  g_autofree char *title = make_title (self);
  g_autofree char *subtitle = *message != '\0' ? g_strdup (message) : make_subtitle (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (*message != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               *message != '\0' ? GTK_ACCESSIBLE_INVALID_TRUE
                                                : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* --- What it is filled in with --- */

static void
add_field (FfVolunteerLineRow *self, GtkWidget *row)
{
  if (self->first_field == NULL)
    self->first_field = row;
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
bind_row (FfVolunteerLineRow *self, GtkWidget *row, const char *property)
{
  g_object_bind_property (self->line, property, row, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  add_field (self, row);
}

static void
add_day (FfVolunteerLineRow *self, const char *title, const char *property)
{
  bind_row (self, ff_day_row_new (title), property);
}

static void
add_text (FfVolunteerLineRow *self, const char *title)
{
  bind_row (self, g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, NULL), "text");
}

static void
on_requirement_chosen (FfVolunteerLineRow *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected < self->requirements->len)
    g_object_set (self->line, "requirement",
                  ff_requirement_get_uid (g_ptr_array_index (self->requirements, selected)), NULL);
}

static void
add_requirement (FfVolunteerLineRow *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->requirements->len; i++)
    gtk_string_list_append (names,
                            ff_requirement_get_name (g_ptr_array_index (self->requirements, i)));
  get_requirement (self, &selected);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_requirement_chosen), self,
                           G_CONNECT_SWAPPED);
  add_field (self, row);
}

static void
on_remove (FfVolunteerLineRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
add_remove (FfVolunteerLineRow *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Remove"));
  gtk_widget_add_css_class (row, "destructive-action");
  g_signal_connect_object (row, "activated", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  add_field (self, row);
}

static void
add_rows (FfVolunteerLineRow *self)
{
  switch (ff_volunteer_line_get_kind (self->line))
    {
    case FF_LINE_ABSENCE:
      add_day (self, _ ("First Day"), "from");
      add_day (self, _ ("Last Day"), "until");
      add_text (self, _ ("Reason, if they like to say"));
      break;

    case FF_LINE_TRAINING:
      add_requirement (self);
      add_day (self, _ ("Done On"), "from");
      add_day (self, _ ("Holds Until (empty: for good)"), "until");
      add_text (self, _ ("Document, and where it is kept"));
      break;

    case FF_LINE_STEP:
      add_text (self, _ ("Step"));
      add_day (self, _ ("Taken On (empty: still to come)"), "from");
      break;

    case FF_LINE_HOURS:
    default:
      g_return_if_reached ();
    }
  add_remove (self);
}

static void
ff_volunteer_line_row_dispose (GObject *object)
{
  FfVolunteerLineRow *self = FF_VOLUNTEER_LINE_ROW (object);

  g_clear_object (&self->line);
  g_clear_pointer (&self->requirements, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_volunteer_line_row_parent_class)->dispose (object);
}

static void
ff_volunteer_line_row_class_init (FfVolunteerLineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_volunteer_line_row_dispose;

  signals[SIGNAL_REMOVE] = g_signal_new ("remove", FF_TYPE_VOLUNTEER_LINE_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_volunteer_line_row_init (FfVolunteerLineRow *self)
{
  g_object_set (self, "use-markup", FALSE, NULL);
}

/**
 * ff_volunteer_line_row_new:
 * @line: an absence, a training or a step
 * @requirements: (element-type FfRequirement): to choose from
 *
 * Returns: (transfer floating): a row that is folded
 */
GtkWidget *
ff_volunteer_line_row_new (FfVolunteerLine *line, GPtrArray *requirements)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (line), NULL);
  g_return_val_if_fail (requirements != NULL, NULL);

  FfVolunteerLineRow *self = g_object_new (FF_TYPE_VOLUNTEER_LINE_ROW, NULL);

  self->line = g_object_ref (line);
  self->requirements = g_ptr_array_ref (requirements);
  add_rows (self);
  describe (self);
  g_signal_connect_object (line, "notify", G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * ff_volunteer_line_row_get_line:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
FfVolunteerLine *
ff_volunteer_line_row_get_line (FfVolunteerLineRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE_ROW (self), NULL);

  return self->line;
}

/**
 * ff_volunteer_line_row_begin:
 * @self: a row
 *
 * Unfolds it, and moves the focus to the first thing that is filled in.
 */
void
ff_volunteer_line_row_begin (FfVolunteerLineRow *self)
{
  g_return_if_fail (FF_IS_VOLUNTEER_LINE_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  ff_focus_content (self->first_field);
}
