/* ff-shelf.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shelves of the library: favourites, each point, each programme …, and what stands on each.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-shelf.h"

#define ALL_POINTS (FF_POINT_1 | FF_POINT_2 | FF_POINT_3 | FF_POINT_4)
#define MOST_USED 6 /* last */

/**
 * ff_shelf_free:
 * @shelf: a shelf
 */
void
ff_shelf_free (FfShelf *shelf)
{
  g_free (shelf->id);
  g_free (shelf->title);
  g_ptr_array_unref (shelf->items);
  g_free (shelf);
}

static FfShelf *
add_shelf (GPtrArray *shelves, const char *id, const char *title)
{
  FfShelf *shelf = g_new0 (FfShelf, 1);

  shelf->id = g_strdup (id);
  shelf->title = g_strdup (title);
  shelf->items = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (shelves, shelf);
  return shelf;
}

static void
put (FfShelf *shelf, FfHandoutItem *item)
{
  g_ptr_array_add (shelf->items, g_object_ref (item));
}

static int
compare_used (gconstpointer a, gconstpointer b)
{
  gint64 first = ff_handout_item_get_last_used (*(FfHandoutItem *const *) a);
  gint64 second = ff_handout_item_get_last_used (*(FfHandoutItem *const *) b);

  return first == second ? 0 : first > second ? -1 : 1;
}

static void
add_marked (GPtrArray *shelves, GPtrArray *items)
{
  FfShelf *favourites = add_shelf (shelves, "favourites", _ ("Favourites"));
  FfShelf *used = add_shelf (shelves, "used", _ ("Last Used"));

  for (guint i = 0; i < items->len; i++)
    {
      FfHandoutItem *item = g_ptr_array_index (items, i);

      if (ff_handout_item_get_favourite (item))
        put (favourites, item);
      if (ff_handout_item_get_last_used (item) > 0)
        put (used, item);
    }
  g_ptr_array_sort (used->items, compare_used);
  if (used->items->len > MOST_USED)
    g_ptr_array_set_size (used->items, MOST_USED);
}

static gboolean
is_around_meetings (FfHandout *handout)
{
  return ff_handout_get_kind (handout) == FF_HANDOUT_MEETING;
}

static void
add_point (GPtrArray *shelves, GPtrArray *items, FfPoints point, const char *id)
{
  FfShelf *shelf = add_shelf (shelves, id, ff_point_get_title (point));

  for (guint i = 0; i < items->len; i++)
    {
      FfHandoutItem *item = g_ptr_array_index (items, i);
      FfHandout *handout = ff_handout_item_get_handout (item);
      FfPoints points = ff_handout_get_points (handout);

      if ((points & point) != 0 && points != ALL_POINTS && !is_around_meetings (handout))
        put (shelf, item);
    }
}

static void
add_all_points (GPtrArray *shelves, GPtrArray *items)
{
  FfShelf *shelf = add_shelf (shelves, "points", _ ("All Four Points"));

  for (guint i = 0; i < items->len; i++)
    {
      FfHandoutItem *item = g_ptr_array_index (items, i);
      FfHandout *handout = ff_handout_item_get_handout (item);

      if (ff_handout_get_points (handout) == ALL_POINTS && !is_around_meetings (handout))
        put (shelf, item);
    }
}

/* Is it a handout of particular programmes, rather than of the four points that most of them share? */
static gboolean
has_own_shelf (FfHandoutItem *item)
{
  FfHandout *handout = ff_handout_item_get_handout (item);

  return ff_handout_get_points (handout) == 0 && !is_around_meetings (handout)
         && !ff_handout_is_own (handout);
}

/* One shelf for each programme with handouts of its own; each of those stands where it is offered first. */
static void
add_programmes (GPtrArray *shelves, GPtrArray *items, GPtrArray *programmes)
{
  g_autoptr (GHashTable) shelved = g_hash_table_new (NULL, NULL);
  FfShelf *more;

  for (guint i = 0; i < programmes->len; i++)
    {
      FfProgramme *programme = g_ptr_array_index (programmes, i);
      const char *const *offered = ff_programme_get_handouts (programme);
      g_autofree char *id = g_strconcat ("programme-", ff_programme_get_id (programme), NULL);
      FfShelf *shelf = add_shelf (shelves, id, ff_programme_get_title (programme));

      for (guint j = 0; j < items->len; j++)
        {
          FfHandoutItem *item = g_ptr_array_index (items, j);

          if (has_own_shelf (item) && g_strv_contains (offered, ff_handout_item_get_id (item))
              && g_hash_table_add (shelved, item))
            put (shelf, item);
        }
    }
  more = add_shelf (shelves, "more", _ ("More"));
  for (guint i = 0; i < items->len; i++)
    if (has_own_shelf (items->pdata[i]) && !g_hash_table_contains (shelved, items->pdata[i]))
      put (more, items->pdata[i]);
}

static void
add_meeting_and_own (GPtrArray *shelves, GPtrArray *items)
{
  FfShelf *meeting = add_shelf (shelves, "meeting", _ ("Around the Meeting"));
  FfShelf *own = add_shelf (shelves, "own", _ ("Your Own"));

  for (guint i = 0; i < items->len; i++)
    {
      FfHandoutItem *item = g_ptr_array_index (items, i);
      FfHandout *handout = ff_handout_item_get_handout (item);

      if (is_around_meetings (handout))
        put (meeting, item);
      if (ff_handout_is_own (handout))
        put (own, item);
    }
}

/**
 * ff_shelf_list:
 * @items: (element-type FfHandoutItem): every handout
 * @programmes: (element-type FfProgramme): every programme
 *
 * A handout for several points stands on the shelf of each; one for all four has a shelf of its own.
 *
 * Returns: (transfer full) (element-type FfShelf): the shelves in the order to show them. Favourites and last used are
 *   always the first two, empty or not; of the others there are only those with something on them.
 */
GPtrArray *
ff_shelf_list (GPtrArray *items, GPtrArray *programmes)
{
  g_return_val_if_fail (items != NULL, NULL);
  g_return_val_if_fail (programmes != NULL, NULL);

  GPtrArray *shelves = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_shelf_free);

  add_marked (shelves, items);
  add_point (shelves, items, FF_POINT_1, "point-1");
  add_point (shelves, items, FF_POINT_2, "point-2");
  add_point (shelves, items, FF_POINT_3, "point-3");
  add_point (shelves, items, FF_POINT_4, "point-4");
  add_all_points (shelves, items);
  add_programmes (shelves, items, programmes);
  add_meeting_and_own (shelves, items);
  for (guint i = shelves->len; i > 2; i--)
    if (((FfShelf *) shelves->pdata[i - 1])->items->len == 0)
      g_ptr_array_remove_index (shelves, i - 1);
  return shelves;
}

/**
 * ff_shelf_list_offered:
 * @items: (element-type FfHandoutItem): every handout
 * @programme: a group's
 *
 * Returns: (transfer none) (nullable): ids of the handouts that the programme offers; %NULL where it has none of these, or all
 */
const char *const *
ff_shelf_list_offered (GPtrArray *items, FfProgramme *programme)
{
  const char *const *ids;
  guint n_offered = 0, n_built_in = 0;

  g_return_val_if_fail (items != NULL, NULL);
  g_return_val_if_fail (FF_IS_PROGRAMME (programme), NULL);

  ids = ff_programme_get_handouts (programme);
  for (guint i = 0; i < items->len; i++)
    {
      n_offered += g_strv_contains (ids, ff_handout_item_get_id (items->pdata[i])) ? 1 : 0;
      n_built_in += ff_handout_is_own (ff_handout_item_get_handout (items->pdata[i])) ? 0 : 1;
    }
  return n_offered > 0 && n_offered < n_built_in ? ids : NULL;
}
