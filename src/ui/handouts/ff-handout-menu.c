/* ff-handout-menu.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with a handout, as a menu of the page’s actions.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-menu.h"

static void
append (GMenu *menu, const char *label, const char *action, FfHandoutItem *item)
{
  g_autoptr (GMenuItem) entry = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (entry, action, "s", ff_handout_item_get_id (item));
  g_menu_append_item (menu, entry);
}

/**
 * ff_handout_menu_new:
 * @item: a handout
 * @in_library: whether it is not open yet, so that opening and printing it are offered, too
 *
 * Returns: (transfer full): the menu; own handouts can be edited, shared and deleted
 */
GMenuModel *
ff_handout_menu_new (FfHandoutItem *item, gboolean in_library)
{
  g_return_val_if_fail (FF_IS_HANDOUT_ITEM (item), NULL);

  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) use = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();

  if (in_library)
    {
      append (use, _ ("_Open"), "page.open", item);
      append (use, _ ("_Print…"), "page.print-handout", item);
      append (use, _ ("P_resent"), "page.present", item);
    }
  append (use, _ ("Add to P_ack"), "page.add-to-pack", item);
  append (use,
          ff_handout_item_get_favourite (item) ? _ ("Take Out of _Favourites")
                                               : _ ("Add to _Favourites"),
          "page.favourite", item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (use));
  append (change, _ ("D_uplicate and Change…"), "page.duplicate", item);
  if (ff_handout_is_own (ff_handout_item_get_handout (item)))
    {
      append (change, _ ("_Edit…"), "page.edit", item);
      append (change, _ ("_Share as a File…"), "page.share", item);
      append (change, _ ("_Delete"), "page.delete", item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  return G_MENU_MODEL (menu);
}
