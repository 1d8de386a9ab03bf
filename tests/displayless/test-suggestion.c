/* test-suggestion.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a group is offered next, and why; how a handout is found, and on which shelf it stands.
 */

#include "ff-config.h"

#include <locale.h>

#include "ff-shelf.h"
#include "ff-suggestion.h"

#define DAY (24 * 60 * 60)
#define NOW 1795500000

static FfHandout *
make_handout (const char *id, const char *points, const char *kind, const char *name)
{
  g_autofree char *text = g_strdup_printf (
      "<handout id=\"%s\" points=\"%s\" sources=\"CBT\" kind=\"%s\"><title>Title of %s</title>"
      "<summary>For something.</summary><name>%s</name><paragraph>Text</paragraph></handout>",
      id, points, kind, id, name);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autofree char *file = g_strconcat (id, ".xml", NULL);
  g_autoptr (GError) error = NULL;
  FfHandout *handout = ff_handout_new_from_bytes (bytes, file, catalogue, &error);

  g_assert_no_error (error);
  return handout;
}

static GPtrArray *
make_handouts (void)
{
  GPtrArray *handouts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (handouts, make_handout ("a", "1", "worksheet", "Alpha"));
  g_ptr_array_add (handouts, make_handout ("b", "1 2", "worksheet", "Beta"));
  g_ptr_array_add (handouts, make_handout ("c", "2", "activity", "Gamma"));
  g_ptr_array_add (handouts, make_handout ("read", "3", "reference", "To read"));
  g_ptr_array_add (handouts, make_handout ("d", "4", "worksheet", "Delta"));
  g_ptr_array_add (handouts, make_handout ("rules", "4", "meeting", "Ground rules"));
  g_ptr_array_add (handouts, make_handout ("e", "", "worksheet", "Epsilon"));
  return handouts;
}

static GHashTable *
make_had (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
had (GHashTable *table, const char *id, guint days_ago)
{
  g_hash_table_insert (table, g_strdup (id),
                       g_memdup2 (&(gint64) { NOW - days_ago * DAY }, sizeof (gint64)));
}

static char *
suggest (GPtrArray *handouts, GHashTable *table)
{
  g_autoptr (GPtrArray) suggestions = ff_suggestion_list (handouts, table);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < suggestions->len; i++)
    g_string_append_printf (ids, "%s ",
                            ff_handout_get_id (((FfSuggestion *) suggestions->pdata[i])->handout));
  return g_string_free_and_steal (g_steal_pointer (&ids));
}

/* Never had: in the programme's order, each point once, none twice; nothing to read, nothing around the meeting itself. */
static void
test_never_had (void)
{
  g_autoptr (GPtrArray) handouts = make_handouts ();
  g_autoptr (GHashTable) table = make_had ();
  g_autofree char *ids = suggest (handouts, table);

  g_assert_cmpstr (ids, ==, "a b d e ");
}

static void
test_longest_ago (void)
{
  g_autoptr (GPtrArray) handouts = make_handouts ();
  g_autoptr (GHashTable) table = make_had ();
  g_autofree char *ids = NULL;

  had (table, "a", 7);
  had (table, "b", 14);
  had (table, "c", 70);
  had (table, "d", 21);
  ids = suggest (handouts, table);
  /* Point 4 was left alone for longest, then 2, then 1; b is the older one of point 1, c of point 2. */
  g_assert_cmpstr (ids, ==, "d c b e ");
}

static void
assert_reason (guint days_ago, const char *wanted)
{
  g_autofree char *reason = ff_suggestion_make_reason (NOW - days_ago * DAY, NOW);

  g_assert_cmpstr (reason, ==, wanted);
}

static void
test_reasons (void)
{
  g_autofree char *never = ff_suggestion_make_reason (0, NOW);

  g_assert_cmpstr (never, ==, "New to this group");
  assert_reason (0, "This group just had it");
  assert_reason (1, "Not for 1 day");
  assert_reason (6, "Not for 6 days");
  assert_reason (13, "Not for 1 week");
  assert_reason (42, "Not for 6 weeks");
  assert_reason (90, "Not for 3 months");
  assert_reason (800, "Not for 2 years");
}

static void
test_found_by_name (void)
{
  g_autoptr (FfHandout) handout = make_handout ("a", "1", "worksheet", "Decisional balance");
  g_autoptr (FfHandout) other
      = make_handout ("a", "1", "worksheet", "Balance d\303\251cisionnelle");
  g_autoptr (FfHandoutItem) item = ff_handout_item_new (handout);
  const char *name = "unset";

  ff_handout_item_add_language (item, other);
  g_assert_true (ff_handout_item_matches (item, "TITLE", &name));
  g_assert_null (name);
  g_assert_true (ff_handout_item_matches (item, "decisional", &name));
  g_assert_cmpstr (name, ==, "Decisional balance");
  g_assert_true (ff_handout_item_matches (item, "decisionnelle", &name));
  g_assert_cmpstr (name, ==, "Balance d\303\251cisionnelle");
  g_assert_true (ff_handout_item_matches (item, "something", &name));
  g_assert_null (name);
  g_assert_false (ff_handout_item_matches (item, "gratitude", &name));
}

static FfShelf *
find_shelf (GPtrArray *shelves, const char *id)
{
  for (guint i = 0; i < shelves->len; i++)
    if (g_str_equal (((FfShelf *) shelves->pdata[i])->id, id))
      return shelves->pdata[i];
  return NULL;
}

static void
test_shelves (void)
{
  g_autoptr (GPtrArray) handouts = make_handouts ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) programmes = g_ptr_array_new ();
  g_autoptr (GPtrArray) shelves = NULL;

  for (guint i = 0; i < handouts->len; i++)
    g_ptr_array_add (items, ff_handout_item_new (handouts->pdata[i]));
  ff_handout_item_set_favourite (items->pdata[2], TRUE);
  ff_handout_item_set_last_used (items->pdata[0], 100);
  ff_handout_item_set_last_used (items->pdata[4], 200);
  shelves = ff_shelf_list (items, programmes);

  g_assert_cmpuint (find_shelf (shelves, "favourites")->items->len, ==, 1);
  g_assert_true (find_shelf (shelves, "favourites")->items->pdata[0] == items->pdata[2]);
  g_assert_true (find_shelf (shelves, "used")->items->pdata[0] == items->pdata[4]);
  g_assert_cmpuint (find_shelf (shelves, "point-1")->items->len, ==, 2);
  g_assert_cmpuint (find_shelf (shelves, "point-2")->items->len, ==, 2);
  g_assert_cmpuint (find_shelf (shelves, "point-3")->items->len, ==, 1);
  g_assert_cmpuint (find_shelf (shelves, "point-4")->items->len, ==, 1);
  g_assert_true (find_shelf (shelves, "meeting")->items->pdata[0] == items->pdata[5]);
  g_assert_true (find_shelf (shelves, "more")->items->pdata[0] == items->pdata[6]);
  g_assert_null (find_shelf (shelves, "own"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggestion/never-had", test_never_had);
  g_test_add_func ("/suggestion/longest-ago", test_longest_ago);
  g_test_add_func ("/suggestion/reasons", test_reasons);
  g_test_add_func ("/suggestion/found-by-name", test_found_by_name);
  g_test_add_func ("/suggestion/shelves", test_shelves);
  return g_test_run ();
}
