/* ff-slide-keys.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling in a slide by keyboard.
 */

#include "ff-config.h"

#include "ff-slide-keys.h"

/* The choices with one key, next to each other among the places: [first, end). */
typedef struct
{
  guint first, end;
} Group;

static const char *
key_of (GPtrArray *places, guint i)
{
  GtkWidget *place = g_ptr_array_index (places, i);

  return FF_IS_SLIDE_MARK (place) ? ff_slide_mark_get_key (FF_SLIDE_MARK (place)) : NULL;
}

static Group
find_group (GPtrArray *places, guint place)
{
  const char *key = key_of (places, place);
  Group group = { place, place + 1 };

  if (key == NULL)
    return group;
  while (group.first > 0 && g_strcmp0 (key_of (places, group.first - 1), key) == 0)
    group.first--;
  while (group.end < places->len && g_strcmp0 (key_of (places, group.end), key) == 0)
    group.end++;
  return group;
}

static guint
find_marked (GPtrArray *places, Group group, guint otherwise)
{
  for (guint i = group.first; i < group.end; i++)
    if (FF_IS_SLIDE_MARK (g_ptr_array_index (places, i))
        && ff_slide_mark_is_marked (g_ptr_array_index (places, i)))
      return i;
  return otherwise;
}

/**
 * ff_slide_keys_focus_group:
 * @places: (element-type GtkWidget): in reading order
 * @place: one of them
 *
 * Gives the focus to what is chosen where @place is one of several choices, or to the first of them.
 *
 * Returns: whether it has the focus now
 */
gboolean
ff_slide_keys_focus_group (GPtrArray *places, guint place)
{
  Group group = find_group (places, place);

  return gtk_widget_grab_focus (
      g_ptr_array_index (places, find_marked (places, group, group.first)));
}

/**
 * ff_slide_keys_move_focus:
 * @places: (element-type GtkWidget): in reading order
 * @focus: (nullable): the one that has the focus
 * @direction: where it is to go
 *
 * Goes on in reading order, several choices for one answer being one place.
 *
 * Returns: whether there was anything to go on to
 */
gboolean
ff_slide_keys_move_focus (GPtrArray *places, GtkWidget *focus, GtkDirectionType direction)
{
  gboolean backwards
      = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
  guint at;
  Group group;

  if (places->len == 0)
    return FALSE;
  if (focus == NULL || !g_ptr_array_find (places, focus, &at))
    return ff_slide_keys_focus_group (places, backwards ? places->len - 1 : 0);

  group = find_group (places, at);
  if (backwards ? group.first == 0 : group.end == places->len)
    return FALSE;
  return ff_slide_keys_focus_group (places, backwards ? group.first - 1 : group.end);
}

/* --- Choosing --- */

static void
choose (FfBoard *board, GPtrArray *places, guint place)
{
  FfSlideMark *mark = g_ptr_array_index (places, place);

  gtk_widget_grab_focus (GTK_WIDGET (mark));
  ff_board_mark (board, ff_slide_mark_get_key (mark), ff_slide_mark_get_option (mark));
}

/* The first step marks where the focus is; the next ones go on from there. */
static void
step (FfBoard *board, GPtrArray *places, Group group, guint focus, int by)
{
  guint marked = find_marked (places, group, G_MAXUINT);

  if (marked == G_MAXUINT)
    choose (board, places, focus);
  else if (by < 0 ? marked > group.first : marked + 1 < group.end)
    choose (board, places, by < 0 ? marked - 1 : marked + 1);
}

/* 0 to 10 or the like: what is chosen is the number that it is called. */
static gboolean
is_number (const FfSheetArea *area)
{
  return g_strcmp0 (area->option, area->choice) == 0 && g_ascii_isdigit (*area->option);
}

static gboolean
is_column (GArray *areas, Group group)
{
  double first = g_array_index (areas, FfSheetArea, group.first).x;
  double last = g_array_index (areas, FfSheetArea, group.end - 1).x;

  return group.end - group.first > 1 && ABS (first - last) < 1;
}

static gboolean
is_same_block (const FfSheetArea *a, const FfSheetArea *b)
{
  gsize length = strcspn (a->key, "/") + 1;

  return strncmp (a->key, b->key, length) == 0;
}

/* Each minute of a wave has a column of its own; of a wheel's spokes, two stand upright at the most. */
static gboolean
is_wave (GPtrArray *places, GArray *areas, Group group)
{
  const FfSheetArea *area = &g_array_index (areas, FfSheetArea, group.first);
  Group other;

  for (guint i = 0; i < places->len; i = other.end)
    {
      other = find_group (places, i);
      if (is_same_block (area, &g_array_index (areas, FfSheetArea, i)) && !is_column (areas, other))
        return FALSE;
    }
  return TRUE;
}

/* On a wave, the keys across go to the column beside it, if there is one. */
static gboolean
go_across (GPtrArray *places, GArray *areas, Group group, gboolean back)
{
  guint beside = back ? group.first - 1 : group.end;

  if (!is_wave (places, areas, group))
    return FALSE;
  if ((back ? group.first > 0 : group.end < places->len)
      && is_same_block (&g_array_index (areas, FfSheetArea, group.first),
                        &g_array_index (areas, FfSheetArea, beside)))
    ff_slide_keys_focus_group (places, beside);
  return TRUE;
}

static gboolean
press_arrow (FfBoard *board, GPtrArray *places, GArray *areas, Group group, guint focus, guint key)
{
  gboolean right_to_left
      = gtk_widget_get_direction (g_ptr_array_index (places, focus)) == GTK_TEXT_DIR_RTL;
  gboolean number = is_number (&g_array_index (areas, FfSheetArea, group.first));

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (board, places, group, focus, number ? 1 : -1);
      return TRUE;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (board, places, group, focus, number ? -1 : 1);
      return TRUE;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (!go_across (places, areas, group, !right_to_left))
        step (board, places, group, focus, right_to_left ? 1 : -1);
      return TRUE;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (!go_across (places, areas, group, right_to_left))
        step (board, places, group, focus, right_to_left ? -1 : 1);
      return TRUE;

    default:
      return FALSE;
    }
}

/* A figure chooses its number, and after a 1 in the same place 10; where choices are called by a letter, that letter chooses. */
static gboolean
press_letter (FfBoard *board, GPtrArray *places, GArray *areas, Group group, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  const FfSheetArea *first = &g_array_index (areas, FfSheetArea, group.first);
  guint marked = find_marked (places, group, G_MAXUINT);
  char typed[7] = "";
  g_autofree char *after = NULL;
  guint found = G_MAXUINT;

  if (!g_unichar_isalnum (letter))
    return FALSE;
  typed[g_unichar_to_utf8 (g_unichar_digit_value (letter) >= 0
                               ? (gunichar) ('0' + g_unichar_digit_value (letter))
                               : g_unichar_toupper (letter),
                           typed)]
      = '\0';
  if (is_number (first) && marked != G_MAXUINT)
    after = g_strconcat (g_array_index (areas, FfSheetArea, marked).choice, typed, NULL);
  for (guint i = group.first; i < group.end; i++)
    {
      const FfSheetArea *area = &g_array_index (areas, FfSheetArea, i);
      g_autofree char *name = g_utf8_strup (area->choice != NULL ? area->choice : "", -1);

      if (g_strcmp0 (name, typed) == 0 && found == G_MAXUINT)
        found = i;
      if (after != NULL && g_strcmp0 (name, after) == 0)
        {
          found = i;
          break;
        }
    }
  if (found != G_MAXUINT)
    choose (board, places, found);
  return found != G_MAXUINT;
}

/**
 * ff_slide_keys_press:
 * @writing: what is written
 * @places: (element-type GtkWidget): in reading order
 * @areas: (element-type FfSheetArea): where each of them is
 * @focus: the mark that has the focus
 * @key: that was pressed
 *
 * Arrows change the choice, Home and End go to its ends, figures and letters choose what is called so, Delete takes the
 * mark away.
 *
 * Returns: whether the key did anything
 */
gboolean
ff_slide_keys_press (FfBoard *board,
                     GPtrArray *places,
                     GArray *areas,
                     FfSlideMark *focus,
                     guint key)
{
  guint at;
  Group group;

  if (!g_ptr_array_find (places, focus, &at))
    return FALSE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    {
      ff_board_mark (board, ff_slide_mark_get_key (focus), NULL);
      return TRUE;
    }
  if (g_array_index (areas, FfSheetArea, at).kind != FF_AREA_CHOICE)
    return FALSE;

  group = find_group (places, at);
  if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    choose (board, places, group.first);
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    choose (board, places, group.end - 1);
  else
    return press_arrow (board, places, areas, group, at, key)
           || press_letter (board, places, areas, group, key);
  return TRUE;
}
