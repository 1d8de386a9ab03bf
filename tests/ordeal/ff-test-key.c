/* ff-test-key.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-test-key.h"

#include <string.h>

#include "ff-passphrase.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

#if FF_ENCRYPTION
#include <dlfcn.h>
#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

/* Stands before libcrypto's: what is tried here is not how long guessing takes, and it is tried some thousand times. */
int
EVP_KDF_derive (EVP_KDF_CTX *context, unsigned char *key, size_t length, const OSSL_PARAM params[])
{
  static int (*real) (EVP_KDF_CTX *, unsigned char *, size_t, const OSSL_PARAM[]);
  OSSL_PARAM *cheap = params != NULL ? OSSL_PARAM_dup (params) : NULL;
  OSSL_PARAM *memory
      = cheap != NULL ? OSSL_PARAM_locate (cheap, OSSL_KDF_PARAM_ARGON2_MEMCOST) : NULL;
  int done;

  if (real == NULL)
    real = (int (*) (EVP_KDF_CTX *, unsigned char *, size_t,
                     const OSSL_PARAM[])) dlsym (RTLD_NEXT, "EVP_KDF_derive");
  if (memory != NULL)
    OSSL_PARAM_set_uint32 (memory, 64);
  done = real (context, key, length, cheap != NULL ? cheap : params);
  OSSL_PARAM_free (cheap);
  return done;
}
#endif

FfStore *
ff_test_open_with_key (const char *folder, FfTestKey *key, GError **error)
{
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (GError) wrong = NULL;
  FfTestKey fits = FF_TEST_KEY_NONE;

  if (ff_passphrase_is_set (folder))
    {
      fits = FF_TEST_KEY_PASSPHRASE;
      secret = ff_passphrase_unlock (folder, FF_TEST_PASSPHRASE, &wrong);
      if (secret == NULL
          && g_error_matches (wrong, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE))
        {
          fits = FF_TEST_KEY_NEW;
          secret = ff_passphrase_unlock (folder, FF_TEST_NEW_PASSPHRASE, NULL);
        }
      if (secret == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&wrong));
          return NULL;
        }
    }
  if (key != NULL)
    *key = fits;
  return ff_store_open (folder, secret, error);
}

void
ff_test_set_passphrase (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *recovery = ff_passphrase_set (folder, FF_TEST_PASSPHRASE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (recovery);
}

/* --- Words in bytes --- */

gsize
ff_test_fold_bytes (const char *bytes, gsize length, char *folded)
{
  gsize kept = 0;

  for (gsize i = 0; i < length; i++)
    if (bytes[i] != '\0')
      folded[kept++] = g_ascii_tolower (bytes[i]);
  return kept;
}

gboolean
ff_test_has_word (const char *folded, gsize length, const char *word)
{
  return memmem (folded, length, word, strlen (word)) != NULL;
}

static char *
unpack (const char *content, gsize length, gsize *unpacked_length)
{
  g_autoptr (GConverter) converter
      = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (content, length, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, converter);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[32768];
  gssize some;

  while ((some = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_byte_array_append (bytes, buffer, some);
  *unpacked_length = bytes->len;
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

static gboolean
file_has_word (const char *path, const char *word)
{
  g_autofree char *content = NULL;
  g_autofree char *folded = NULL;
  gsize length;

  /* One that went meanwhile is gone. */
  if (!g_file_get_contents (path, &content, &length, NULL))
    return FALSE;
  if (length > 2 && memcmp (content, "\x1f\x8b", 2) == 0)
    {
      char *unpacked = unpack (content, length, &length);

      g_free (content);
      content = unpacked;
    }
  folded = g_malloc (length + 1);
  return ff_test_has_word (folded, ff_test_fold_bytes (content, length, folded), word);
}

char *
ff_test_find_word (const char *folder, const char *word)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *found = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found = ff_test_find_word (path, word);
      else if (file_has_word (path, word))
        found = g_steal_pointer (&path);
      if (found != NULL)
        return found;
    }
  return NULL;
}
