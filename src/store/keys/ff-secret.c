/* ff-secret.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-secret-private.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

struct _FfSecret
{
  gatomicrefcount references;
  guint8 key[FF_SECRET_KEY_SIZE];
  guint8 salt[FF_SECRET_SALT_SIZE];
};

G_DEFINE_BOXED_TYPE (FfSecret, ff_secret, ff_secret_ref, ff_secret_unref)

/* What the check value says that it is for, so that it serves nothing else. */
static const char purpose[] = "Fourfold: check of the data key, 1";

void
ff_secret_wipe (gpointer bytes, gsize length)
{
  explicit_bzero (bytes, length);
}

void
ff_secret_free_text (char *text)
{
  if (text != NULL)
    ff_secret_wipe (text, strlen (text));
  g_free (text);
}

void
ff_secret_randomize (guint8 *bytes, gsize length)
{
  gsize filled = 0;

  while (filled < length)
    {
      gssize got = getrandom (bytes + filled, length - filled, 0);

      if (got > 0)
        filled += (gsize) got;
      else if (errno != EINTR)
        g_error ("The system gives no random bytes: %s", g_strerror (errno));
    }
}

FfSecret *
ff_secret_new (const guint8 *key, const guint8 *salt)
{
  FfSecret *self = g_new0 (FfSecret, 1);

  g_atomic_ref_count_init (&self->references);
  memcpy (self->key, key, sizeof self->key);
  memcpy (self->salt, salt, sizeof self->salt);
  return self;
}

FfSecret *
ff_secret_new_random (void)
{
  FfSecret *self = g_new0 (FfSecret, 1);

  g_atomic_ref_count_init (&self->references);
  ff_secret_randomize (self->key, sizeof self->key);
  ff_secret_randomize (self->salt, sizeof self->salt);
  return self;
}

/**
 * ff_secret_ref:
 *
 * Any thread.
 *
 * Returns: (transfer full): the same secret
 */
FfSecret *
ff_secret_ref (FfSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * ff_secret_unref:
 * @self: (transfer full): a secret
 *
 * Any thread. The last one to let go of it wipes it.
 */
void
ff_secret_unref (FfSecret *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  ff_secret_wipe (self->key, sizeof self->key);
  g_free (self);
}

const guint8 *
ff_secret_get_key (FfSecret *self)
{
  return self->key;
}

const guint8 *
ff_secret_get_salt (FfSecret *self)
{
  return self->salt;
}

/*< private >
 * ff_secret_get_check:
 * @check: (out): %FF_SECRET_CHECK_SIZE bytes
 *
 * An HMAC with the key, which is as random as a key can be: nobody finds it from this.
 */
void
ff_secret_get_check (FfSecret *self, guint8 *check)
{
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, self->key, sizeof self->key);
  gsize length = FF_SECRET_CHECK_SIZE;

  g_hmac_update (hmac, (const guchar *) purpose, sizeof purpose);
  g_hmac_update (hmac, self->salt, sizeof self->salt);
  g_hmac_get_digest (hmac, check, &length);
}
