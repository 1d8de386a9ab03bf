/* test-key-file.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file that holds the wrapped key, the recovery key, and the wait after wrong tries.
 */

#include <string.h>

#include "ff-attempts.h"
#include "ff-key-file.h"
#include "ff-passphrase.h"
#include "ff-recovery-key.h"
#include "ff-secret-private.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

#define PASSPHRASE "four words kept close"

typedef struct
{
  char *folder;
  char *path;
  FfSecret *secret;
  char *recovery;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->path = g_build_filename (f->folder, "fourfold.key", NULL);
  f->secret = ff_secret_new_random ();
  f->recovery = ff_recovery_key_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_remove_folder (f->folder);
  ff_secret_unref (f->secret);
  g_free (f->recovery);
  g_free (f->path);
  g_free (f->folder);
}

static FfKeyFile *
make_key (Fixture *f, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  FfKeyFile *key = ff_key_file_new (f->secret, passphrase, f->recovery, &error);

  g_assert_no_error (error);
  return key;
}

static void
assert_opens (FfKeyFile *key, const char *words, FfSecret *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSecret) secret = ff_key_file_unlock (key, words, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (ff_secret_get_key (secret), FF_SECRET_KEY_SIZE, ff_secret_get_key (expected),
                   FF_SECRET_KEY_SIZE);
  g_assert_cmpmem (ff_secret_get_salt (secret), FF_SECRET_SALT_SIZE, ff_secret_get_salt (expected),
                   FF_SECRET_SALT_SIZE);
}

static void
assert_wrong (FfKeyFile *key, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_key_file_unlock (key, words, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
  g_assert_null (strstr (error->message, words[0] != '\0' ? words : "\n"));
}

static void
test_both_ways (Fixture *f, gconstpointer data)
{
  g_autoptr (FfKeyFile) made = make_key (f, PASSPHRASE);
  g_autoptr (FfKeyFile) key = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *lower = g_ascii_strdown (f->recovery, -1);
  GStatBuf status;

  g_assert_true (ff_key_file_save (made, f->path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (f->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  key = ff_key_file_load (f->path, &error);
  g_assert_no_error (error);
  assert_opens (key, PASSPHRASE, f->secret);
  assert_opens (key, f->recovery, f->secret);
  g_strdelimit (lower, "-", ' ');
  assert_opens (key, lower, f->secret);
  assert_wrong (key, "four words kept closer");
  assert_wrong (key, "");
  assert_wrong (key, "\xff\xfe not text");
}

/* Typed as one character or as a letter and its accent, it is the same passphrase; and one may look like a recovery key. */
static void
test_passphrases (Fixture *f, gconstpointer data)
{
  g_autofree char *like_recovery = ff_recovery_key_new ();
  g_autoptr (FfKeyFile) accented = make_key (f, "caf\u00e9 au lait");
  g_autoptr (FfKeyFile) odd = make_key (f, like_recovery);

  assert_opens (accented, "cafe\u0301 au lait", f->secret);
  assert_opens (odd, like_recovery, f->secret);
  assert_opens (odd, f->recovery, f->secret);
}

/* Nothing of the key, the passphrase or the recovery key can be read in it, and no two are alike. */
static void
test_nothing_readable (Fixture *f, gconstpointer data)
{
  g_autoptr (FfKeyFile) first = make_key (f, PASSPHRASE);
  g_autoptr (FfKeyFile) second = make_key (f, PASSPHRASE);
  GString *hex = g_string_new (NULL);

  for (guint i = 0; i < 8; i++)
    g_string_append_printf (hex, "%02x", ff_secret_get_key (f->secret)[i]);
  g_assert_null (strstr (ff_key_file_get_text (first), hex->str));
  g_assert_null (strstr (ff_key_file_get_text (first), PASSPHRASE));
  g_assert_null (strstr (ff_key_file_get_text (first), f->recovery));
  g_assert_cmpstr (ff_key_file_get_text (first), !=, ff_key_file_get_text (second));
  g_string_free (hex, TRUE);
}

static void
assert_damaged (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_key_file_parse (text, length, "/the/fourfold.key", &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_KEY_DAMAGED);
  g_assert_nonnull (strstr (error->message, "/the/fourfold.key"));
}

/* Any byte changed, and any end missing, is told without a passphrase. */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  g_autoptr (FfKeyFile) key = make_key (f, PASSPHRASE);
  g_autofree char *text = g_strdup (ff_key_file_get_text (key));
  const gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    {
      char byte = text[i];

      text[i] = byte == '0' ? '1' : '0';
      assert_damaged (text, length);
      text[i] = (char) (byte ^ 0x80);
      assert_damaged (text, length);
      text[i] = byte;
      assert_damaged (text, i);
    }
}

/* (transfer full): with a checksum that is right again */
static char *
replace (const char *text, const char *from, const char *to)
{
  g_autoptr (GString) changed = g_string_new (text);
  g_autofree char *sum = NULL;

  g_assert_cmpuint (g_string_replace (changed, from, to, 1), ==, 1);
  g_string_truncate (changed, (gsize) (strstr (changed->str, "[Sum]") - changed->str));
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, changed->str, -1);
  return g_strdup_printf ("%s[Sum]\nSHA-256=%s\n", changed->str, sum);
}

/* What somebody wrote on purpose: the checksum is right, the content is not. */
static void
test_forged (Fixture *f, gconstpointer data)
{
  static const char *const forgeries[][2] = {
    { "Passes=3", "Passes=0" },
    { "Passes=3", "Passes=-3" },
    { "Passes=3", "Passes=4000000000" },
    { "Kibibytes=65536", "Kibibytes=99999999" },
    { "Lanes=4", "Lanes=many" },
    { "Nonce=", "Nonce=00" },
    { "[Recovery key]", "[Another key]" },
    { "Tag=", "Tag=z" },
  };
  g_autoptr (FfKeyFile) key = make_key (f, PASSPHRASE);
  g_autoptr (FfKeyFile) weak = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *newer = replace (ff_key_file_get_text (key), "Version=1", "Version=2");
  g_autofree char *weaker = replace (ff_key_file_get_text (key), "Passes=3", "Passes=1");

  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *text
          = replace (ff_key_file_get_text (key), forgeries[i][0], forgeries[i][1]);

      assert_damaged (text, strlen (text));
    }
  g_assert_null (ff_key_file_parse (newer, strlen (newer), f->path, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_NEWER);
  g_clear_error (&error);
  weak = ff_key_file_parse (weaker, strlen (weaker), f->path, &error);
  g_assert_no_error (error);
  assert_wrong (weak, PASSPHRASE);
}

static void
test_files (Fixture *f, gconstpointer data)
{
  g_autofree char *large = g_strnfill (100 * 1024, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_key_file_load (f->path, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_KEY_DAMAGED);
  g_clear_error (&error);
  g_assert_null (ff_key_file_load (f->folder, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_KEY_DAMAGED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (f->path, "", 0, NULL));
  g_assert_null (ff_key_file_load (f->path, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_KEY_DAMAGED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (f->path, large, -1, NULL));
  g_assert_null (ff_key_file_load (f->path, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_KEY_DAMAGED);
}

static void
test_fits (Fixture *f, gconstpointer data)
{
  g_autoptr (FfKeyFile) key = make_key (f, PASSPHRASE);
  g_autoptr (FfKeyFile) changed = make_key (f, "another passphrase");
  g_autoptr (FfSecret) other = ff_secret_new_random ();

  g_assert_true (ff_key_file_fits (key, f->secret));
  g_assert_true (ff_key_file_fits (changed, f->secret));
  g_assert_false (ff_key_file_fits (key, other));
  g_assert_cmpmem (ff_key_file_get_salt (key), FF_SECRET_SALT_SIZE, ff_secret_get_salt (f->secret),
                   FF_SECRET_SALT_SIZE);
}

/* Each slip of the pen is noticed; spaces, case and letters that look like figures are not slips. */
static void
test_recovery_key (Fixture *f, gconstpointer data)
{
  g_autofree char *other = ff_recovery_key_new ();
  g_autofree char *normal = ff_recovery_key_normalize (f->recovery);
  g_autofree char *longer = g_strconcat (f->recovery, "0", NULL);

  g_assert_cmpuint (strlen (f->recovery), ==, 7 * 4 + 6);
  g_assert_cmpuint (strlen (normal), ==, 28);
  g_assert_cmpstr (f->recovery, !=, other);
  g_assert_null (ff_recovery_key_normalize (longer));
  g_assert_null (ff_recovery_key_normalize (""));
  g_assert_null (ff_recovery_key_normalize (PASSPHRASE));
  for (guint i = 0; i < strlen (normal); i++)
    {
      g_autofree char *slip = g_strdup (normal);

      slip[i] = normal[i] == '7' ? '8' : '7';
      g_assert_null (ff_recovery_key_normalize (slip));
    }
  for (guint i = 0; i < strlen (normal); i++)
    {
      g_autofree char *typed = g_strdup (normal);
      g_autofree char *again = NULL;

      if (typed[i] == '0')
        typed[i] = 'o';
      else if (typed[i] == '1')
        typed[i] = 'l';
      again = ff_recovery_key_normalize (typed);
      g_assert_cmpstr (again, ==, normal);
    }
}

/* As if the last try had been @seconds ago. */
static void
write_attempts (Fixture *f, guint count, gint64 seconds)
{
  g_autofree char *path = g_build_filename (f->folder, "fourfold.attempts", NULL);
  g_autofree char *text = g_strdup_printf ("%u %" G_GINT64_FORMAT "\n", count,
                                           g_get_real_time () / G_USEC_PER_SEC - seconds);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_attempts (Fixture *f, gconstpointer data)
{
  static const guint delays[] = { 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60 };
  g_autofree char *path = g_build_filename (f->folder, "fourfold.attempts", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      write_attempts (f, i, 0);
      g_assert_cmpuint (ff_attempts_get_wait (f->folder), <=, delays[i]);
      g_assert_cmpuint (ff_attempts_get_wait (f->folder) + 1, >=, delays[i]);
      write_attempts (f, i, delays[i]);
      g_assert_cmpuint (ff_attempts_get_wait (f->folder), ==, 0);
    }
  write_attempts (f, 9, 0);
  g_assert_false (ff_attempts_begin (f->folder, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_TOO_SOON);
  /* A clock that is a year behind does not lock anybody out for a year. */
  write_attempts (f, 9, -365 * 24 * 3600);
  g_assert_cmpuint (ff_attempts_get_wait (f->folder), ==, 60);
  g_usleep (1100 * 1000);
  g_assert_cmpuint (ff_attempts_get_wait (f->folder), <, 60);

  ff_attempts_forget (f->folder);
  g_assert_cmpuint (ff_attempts_get_wait (f->folder), ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_true (ff_attempts_begin (f->folder, NULL));
  g_assert_cmpuint (ff_attempts_get_wait (f->folder), ==, 1);
  g_assert_true (g_file_set_contents (path, "nonsense", -1, NULL));
  g_assert_true (ff_attempts_begin (f->folder, NULL));
}

#define ADD(name, func) g_test_add ("/key-file/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  if (ff_passphrase_is_supported ())
    {
      ADD ("both-ways", test_both_ways);
      ADD ("passphrases", test_passphrases);
      ADD ("nothing-readable", test_nothing_readable);
      ADD ("damaged", test_damaged);
      ADD ("forged", test_forged);
      ADD ("fits", test_fits);
    }
  ADD ("files", test_files);
  ADD ("recovery-key", test_recovery_key);
  ADD ("attempts", test_attempts);

  return g_test_run ();
}
