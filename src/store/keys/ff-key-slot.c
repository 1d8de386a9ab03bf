/* ff-key-slot.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-key-slot.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-store-error.h"

#if FF_ENCRYPTION
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

/* RFC 9106, section 4: the second recommended choice, for where memory is short. */
#define PASSES 3
#define KIBIBYTES (64 * 1024)
#define LANES 4

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_CIPHER_CTX, EVP_CIPHER_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_KDF, EVP_KDF_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_KDF_CTX, EVP_KDF_CTX_free)

static gboolean
set_failed (GError **error)
{
  g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED,
                       _ ("The passphrase could not be worked with: there is too little memory, or "
                          "OpenSSL is not whole. Close other programs, then try again."));
  return FALSE;
}

/* https://docs.openssl.org/3.5/man7/EVP_KDF-ARGON2/; one thread goes through all the lanes. */
static gboolean
derive (const FfKeySlot *slot, const char *words, guint8 *derived, GError **error)
{
  g_autoptr (EVP_KDF) kdf = EVP_KDF_fetch (NULL, "ARGON2ID", NULL);
  g_autoptr (EVP_KDF_CTX) context = kdf != NULL ? EVP_KDF_CTX_new (kdf) : NULL;
  guint32 passes = slot->passes, kibibytes = slot->kibibytes, lanes = slot->lanes;
  OSSL_PARAM params[] = {
    OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_PASSWORD, (void *) words, strlen (words)),
    OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_SALT, (void *) slot->salt, sizeof slot->salt),
    OSSL_PARAM_construct_uint32 (OSSL_KDF_PARAM_ITER, &passes),
    OSSL_PARAM_construct_uint32 (OSSL_KDF_PARAM_ARGON2_MEMCOST, &kibibytes),
    OSSL_PARAM_construct_uint32 (OSSL_KDF_PARAM_ARGON2_LANES, &lanes),
    OSSL_PARAM_construct_end (),
  };

  return (context != NULL && EVP_KDF_derive (context, derived, FF_SECRET_KEY_SIZE, params) == 1)
         || set_failed (error);
}

static gboolean
seal (FfKeySlot *slot, const guint8 *derived, const char *about, const guint8 *key, GError **error)
{
  g_autoptr (EVP_CIPHER_CTX) context = EVP_CIPHER_CTX_new ();
  int length;

  return (context != NULL
          && EVP_EncryptInit_ex2 (context, EVP_aes_256_gcm (), derived, slot->nonce, NULL) == 1
          && EVP_EncryptUpdate (context, NULL, &length, (const guchar *) about,
                                (int) strlen (about))
                 == 1
          && EVP_EncryptUpdate (context, slot->wrapped, &length, key, FF_SECRET_KEY_SIZE) == 1
          && EVP_EncryptFinal_ex (context, slot->wrapped + length, &length) == 1
          && EVP_CIPHER_CTX_ctrl (context, EVP_CTRL_AEAD_GET_TAG, sizeof slot->tag, slot->tag) == 1)
         || set_failed (error);
}

static gboolean
unseal (const FfKeySlot *slot,
        const guint8 *derived,
        const char *about,
        guint8 *key,
        GError **error)
{
  g_autoptr (EVP_CIPHER_CTX) context = EVP_CIPHER_CTX_new ();
  int length;

  if (context == NULL
      || EVP_DecryptInit_ex2 (context, EVP_aes_256_gcm (), derived, slot->nonce, NULL) != 1
      || EVP_DecryptUpdate (context, NULL, &length, (const guchar *) about, (int) strlen (about))
             != 1
      || EVP_DecryptUpdate (context, key, &length, slot->wrapped, sizeof slot->wrapped) != 1
      || EVP_CIPHER_CTX_ctrl (context, EVP_CTRL_AEAD_SET_TAG, sizeof slot->tag, (void *) slot->tag)
             != 1)
    return set_failed (error);
  if (EVP_DecryptFinal_ex (context, key + length, &length) == 1)
    return TRUE;
  ff_secret_wipe (key, FF_SECRET_KEY_SIZE);
  g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE,
                       _ ("This is not the passphrase. Try again, or enter the recovery key from "
                          "its sheet."));
  return FALSE;
}

gboolean
ff_key_slot_wrap (FfKeySlot *slot,
                  const char *words,
                  const char *about,
                  const guint8 *key,
                  GError **error)
{
  guint8 derived[FF_SECRET_KEY_SIZE];
  gboolean done;

  slot->passes = PASSES;
  slot->kibibytes = KIBIBYTES;
  slot->lanes = LANES;
  ff_secret_randomize (slot->salt, sizeof slot->salt);
  ff_secret_randomize (slot->nonce, sizeof slot->nonce);
  done = derive (slot, words, derived, error) && seal (slot, derived, about, key, error);
  ff_secret_wipe (derived, sizeof derived);
  return done;
}

gboolean
ff_key_slot_unwrap (const FfKeySlot *slot,
                    const char *words,
                    const char *about,
                    guint8 *key,
                    GError **error)
{
  guint8 derived[FF_SECRET_KEY_SIZE];
  gboolean done = derive (slot, words, derived, error) && unseal (slot, derived, about, key, error);

  ff_secret_wipe (derived, sizeof derived);
  return done;
}
#else
static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_NO_ENCRYPTION,
                       _ ("This Fourfold was built without encryption. Use one that was built "
                          "with it."));
  return FALSE;
}

gboolean
ff_key_slot_wrap (FfKeySlot *slot,
                  const char *words,
                  const char *about,
                  const guint8 *key,
                  GError **error)
{
  return refuse (error);
}

gboolean
ff_key_slot_unwrap (const FfKeySlot *slot,
                    const char *words,
                    const char *about,
                    guint8 *key,
                    GError **error)
{
  return refuse (error);
}
#endif
