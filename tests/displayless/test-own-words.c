/* test-own-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of one's own, as the store keeps them.
 */

#include "ff-own-word-repository.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GAsyncResult *result;
  GString *changes;
} Fixture;

static void
changed_cb (Fixture *f, FfAggregate aggregate, GStrv ids)
{
  if (aggregate == FF_AGGREGATE_WORD)
    g_string_append_printf (f->changes, "%s;", ids[0]);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->changes = g_string_new (NULL);
  g_signal_connect_swapped (f->store, "changed", G_CALLBACK (changed_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_string_free (f->changes, TRUE);
  g_free (f->folder);
}

static gboolean
finish (Fixture *f, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ff_test_wait (&f->result);
  result = g_steal_pointer (&f->result);
  return ff_store_write_finish (f->store, result, error);
}

static gboolean
save (Fixture *f, const char *uid, const char *language, const char *word, GError **error)
{
  g_autoptr (FfOwnWord) own = ff_own_word_new (uid, language, word, " kinder ");

  ff_own_word_repository_save_async (f->store, own, ff_test_on_result, &f->result);
  return finish (f, error);
}

/* "uid:word=instead" of each, with a space between them. */
static char *
list (Fixture *f, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = ff_own_word_repository_list (f->store, language, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s:%s=%s", i > 0 ? " " : "",
                            ff_own_word_get_uid (words->pdata[i]),
                            ff_own_word_get_word (words->pdata[i]),
                            ff_own_word_get_instead (words->pdata[i]));
  return g_string_free_and_steal (text);
}

static void
check_list (Fixture *f, const char *language, const char *wanted)
{
  g_autofree char *text = list (f, language);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (f, "b", "en", "  Sober ", &error));
  g_assert_true (save (f, "a", "en", "dry", &error));
  g_assert_true (save (f, "c", "fr", "sobre", &error));
  check_list (f, "en", "a:dry=kinder b:Sober=kinder");
  check_list (f, "fr", "c:sobre=kinder");
  check_list (f, NULL, "a:dry=kinder b:Sober=kinder c:sobre=kinder");
  g_assert_cmpstr (f->changes->str, ==, "b;a;c;");

  ff_own_word_repository_delete_async (f->store, "a", ff_test_on_result, &f->result);
  g_assert_true (finish (f, &error));
  check_list (f, "en", "b:Sober=kinder");
  g_assert_cmpstr (f->changes->str, ==, "b;a;c;a;");
}

/* The same word again is the newer wish; the same uid is a change. */
static void
test_replaced (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (f, "a", "en", "Straße", &error));
  g_assert_true (save (f, "b", "en", "STRASSE", &error));
  check_list (f, "en", "b:STRASSE=kinder");
  g_assert_true (save (f, "b", "en", "road", &error));
  check_list (f, "en", "b:road=kinder");
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *long_word = g_strnfill (201, 'x');

  g_assert_false (save (f, "a", "en", "", &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, "A word must have 1 to 200 characters."));
  g_clear_error (&error);
  g_assert_false (save (f, "a", "en", long_word, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  check_list (f, "en", "");
}

static void
test_closed (Fixture *f, gconstpointer data)
{
  g_autoptr (FfStore) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = ff_test_make_folder ();

  other = ff_test_open (folder);
  ff_store_close_async (other, ff_test_on_result, &f->result);
  g_assert_null (ff_own_word_repository_list (other, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  ff_test_wait (&f->result);
  g_clear_object (&f->result);
  ff_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/own-words/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/own-words/replaced", Fixture, NULL, set_up, test_replaced, tear_down);
  g_test_add ("/own-words/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/own-words/closed", Fixture, NULL, set_up, test_closed, tear_down);
  return g_test_run ();
}
