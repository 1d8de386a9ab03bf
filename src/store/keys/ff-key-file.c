/* ff-key-file.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-key-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "ff-key-slot.h"
#include "ff-recovery-key.h"
#include "ff-secret-private.h"
#include "ff-store-error-private.h"
#include "ff-temporary.h"

#define VERSION 1
#define LENGTH_AT_MOST (64 * 1024)
#define GROUP_WHOLE "Fourfold key"
#define GROUP_SUM "[Sum]\nSHA-256="
#define SUM_LENGTH 64
/* Beyond these a file asks for more than a computer should give to one that was handed to it. */
#define PASSES_AT_MOST 64
#define KIBIBYTES_AT_MOST (1024 * 1024)
#define LANES_AT_MOST 64

typedef enum
{
  SLOT_PASSPHRASE,
  SLOT_RECOVERY,
} Slot;

static const char *const slot_names[] = { "Passphrase", "Recovery key" };

struct _FfKeyFile
{
  char *text;
  guint8 salt[FF_SECRET_SALT_SIZE];
  guint8 check[FF_SECRET_CHECK_SIZE];
  FfKeySlot slots[G_N_ELEMENTS (slot_names)];
};

static char *
to_hex (const guint8 *bytes, gsize length)
{
  GString *text = g_string_sized_new (2 * length);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  return g_string_free_and_steal (text);
}

static gboolean
from_hex (const char *text, guint8 *bytes, gsize length)
{
  if (text == NULL || strlen (text) != 2 * length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      int high = g_ascii_xdigit_value (text[2 * i]), low = g_ascii_xdigit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i] = (guint8) (high << 4 | low);
    }
  return TRUE;
}

/* What a wrapped key is bound to: all that is said beside it. */
static char *
describe (FfKeyFile *self, Slot slot)
{
  g_autofree char *salt = to_hex (self->salt, sizeof self->salt);
  g_autofree char *check = to_hex (self->check, sizeof self->check);

  return g_strdup_printf ("Fourfold key %d, %s, %s, %s", VERSION, slot_names[slot], salt, check);
}

/* The same letters can be typed as different characters: RFC 8265, section 4.2, takes the composed ones. (nullable): no UTF-8 */
static char *
compose (const char *passphrase)
{
  return g_utf8_normalize (passphrase, -1, G_NORMALIZE_NFC);
}

static gboolean
wrap (FfKeyFile *self, Slot slot, FfSecret *secret, const char *words, GError **error)
{
  g_autofree char *about = describe (self, slot);

  return ff_key_slot_wrap (&self->slots[slot], words, about, ff_secret_get_key (secret), error);
}

static void
append_bytes (GString *text, const char *name, const guint8 *bytes, gsize length)
{
  g_autofree char *hex = to_hex (bytes, length);

  g_string_append_printf (text, "%s=%s\n", name, hex);
}

static void
append_slot (GString *text, FfKeyFile *self, Slot number)
{
  const FfKeySlot *slot = &self->slots[number];

  g_string_append_printf (text, "\n[%s]\nFunction=Argon2id\nPasses=%u\nKibibytes=%u\nLanes=%u\n",
                          slot_names[number], slot->passes, slot->kibibytes, slot->lanes);
  append_bytes (text, "Salt", slot->salt, sizeof slot->salt);
  g_string_append (text, "Cipher=AES-256-GCM\n");
  append_bytes (text, "Nonce", slot->nonce, sizeof slot->nonce);
  append_bytes (text, "Wrapped", slot->wrapped, sizeof slot->wrapped);
  append_bytes (text, "Tag", slot->tag, sizeof slot->tag);
}

static char *
write_text (FfKeyFile *self)
{
  GString *text = g_string_new (
      "# The key of the Fourfold database beside this file, of no use without the passphrase.\n"
      "# Without this file nobody can read the database: keep both together, and change "
      "nothing.\n");
  g_autofree char *sum = NULL;

  g_string_append_printf (text, "[" GROUP_WHOLE "]\nVersion=%d\n", VERSION);
  append_bytes (text, "Salt", self->salt, sizeof self->salt);
  append_bytes (text, "Check", self->check, sizeof self->check);
  append_slot (text, self, SLOT_PASSPHRASE);
  append_slot (text, self, SLOT_RECOVERY);
  g_string_append_c (text, '\n');
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text->str, text->len);
  g_string_append_printf (text, GROUP_SUM "%s\n", sum);
  return g_string_free_and_steal (text);
}

/*< private >
 * ff_key_file_new:
 * @passphrase: UTF-8
 * @recovery: as ff_recovery_key_new() gives it
 *
 * Returns: (transfer full): what is to be saved
 */
FfKeyFile *
ff_key_file_new (FfSecret *secret, const char *passphrase, const char *recovery, GError **error)
{
  g_autoptr (FfKeyFile) self = g_new0 (FfKeyFile, 1);
  char *composed = compose (passphrase);
  char *normalized = ff_recovery_key_normalize (recovery);
  gboolean done;

  g_assert (composed != NULL && normalized != NULL);
  memcpy (self->salt, ff_secret_get_salt (secret), sizeof self->salt);
  ff_secret_get_check (secret, self->check);
  done = wrap (self, SLOT_PASSPHRASE, secret, composed, error)
         && wrap (self, SLOT_RECOVERY, secret, normalized, error);
  ff_secret_free_text (composed);
  ff_secret_free_text (normalized);
  if (!done)
    return NULL;
  self->text = write_text (self);
  return g_steal_pointer (&self);
}

void
ff_key_file_free (FfKeyFile *self)
{
  g_free (self->text);
  g_free (self);
}

static void
set_damaged (GError **error, const char *path)
{
  g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_KEY_DAMAGED,
               _ ("The key in “%s” is damaged, which is not about the passphrase. It has been left "
                  "as it is. Put an undamaged copy of it in its place, or restore a backup."),
               path);
}

/* Damage is told by this, before anybody is asked for a passphrase. */
static gboolean
is_whole (const char *text, gsize length)
{
  const gsize tail = strlen (GROUP_SUM) + SUM_LENGTH + 1;
  g_autofree char *sum = NULL;
  const char *end;

  if (length <= tail || memchr (text, '\0', length) != NULL || text[length - 1] != '\n')
    return FALSE;
  end = text + length - tail;
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length - tail);
  return g_str_has_prefix (end, GROUP_SUM)
         && memcmp (end + strlen (GROUP_SUM), sum, SUM_LENGTH) == 0;
}

static gboolean
read_bytes (GKeyFile *file, const char *group, const char *name, guint8 *bytes, gsize length)
{
  g_autofree char *text = g_key_file_get_string (file, group, name, NULL);

  return from_hex (text, bytes, length);
}

static gboolean
read_number (GKeyFile *file, const char *group, const char *name, guint32 most, guint32 *number)
{
  int value = g_key_file_get_integer (file, group, name, NULL);

  *number = (guint32) value;
  return value >= 1 && *number <= most;
}

static gboolean
read_slot (GKeyFile *file, const char *group, FfKeySlot *slot)
{
  return read_number (file, group, "Passes", PASSES_AT_MOST, &slot->passes)
         && read_number (file, group, "Kibibytes", KIBIBYTES_AT_MOST, &slot->kibibytes)
         && read_number (file, group, "Lanes", LANES_AT_MOST, &slot->lanes)
         && read_bytes (file, group, "Salt", slot->salt, sizeof slot->salt)
         && read_bytes (file, group, "Nonce", slot->nonce, sizeof slot->nonce)
         && read_bytes (file, group, "Wrapped", slot->wrapped, sizeof slot->wrapped)
         && read_bytes (file, group, "Tag", slot->tag, sizeof slot->tag);
}

static gboolean
read_file (FfKeyFile *self, GKeyFile *file)
{
  return read_bytes (file, GROUP_WHOLE, "Salt", self->salt, sizeof self->salt)
         && read_bytes (file, GROUP_WHOLE, "Check", self->check, sizeof self->check)
         && read_slot (file, slot_names[SLOT_PASSPHRASE], &self->slots[SLOT_PASSPHRASE])
         && read_slot (file, slot_names[SLOT_RECOVERY], &self->slots[SLOT_RECOVERY]);
}

FfKeyFile *
ff_key_file_parse (const char *text, gsize length, const char *path, GError **error)
{
  g_autoptr (FfKeyFile) self = g_new0 (FfKeyFile, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!is_whole (text, length)
      || !g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL))
    {
      set_damaged (error, path);
      return NULL;
    }
  if (g_key_file_get_integer (file, GROUP_WHOLE, "Version", NULL) > VERSION)
    {
      g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_NEWER,
                   _ ("The key in “%s” was written by a newer Fourfold. It has been left as it is. "
                      "Install the newest Fourfold to open it."),
                   path);
      return NULL;
    }
  if (!read_file (self, file))
    {
      set_damaged (error, path);
      return NULL;
    }
  self->text = g_strndup (text, length);
  return g_steal_pointer (&self);
}

FfKeyFile *
ff_key_file_load (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) problem = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_KEY_DAMAGED,
                   _ ("The key “%s” is not there. Without it the database cannot be opened. Put a "
                      "copy of it back, or restore a backup."),
                   path);
      return NULL;
    }
  file = g_mapped_file_new (path, FALSE, &problem);
  if (file == NULL)
    {
      ff_store_error_set_system (
          error, g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_ACCES) ? EACCES : EIO, path);
      return NULL;
    }
  if (g_mapped_file_get_length (file) == 0 || g_mapped_file_get_length (file) > LENGTH_AT_MOST)
    {
      set_damaged (error, path);
      return NULL;
    }
  return ff_key_file_parse (g_mapped_file_get_contents (file), g_mapped_file_get_length (file),
                            path, error);
}

gboolean
ff_key_file_save (FfKeyFile *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (FfTemporary) file = ff_temporary_new (folder, error);
  const gsize length = strlen (self->text);
  gssize written;

  if (file == NULL)
    return FALSE;
  written = write (ff_temporary_get_fd (file), self->text, length);
  if (written != (gssize) length)
    {
      ff_store_error_set_system (error, written < 0 ? errno : ENOSPC, path);
      return FALSE;
    }
  return ff_temporary_keep_as (file, path, error);
}

const char *
ff_key_file_get_text (FfKeyFile *self)
{
  return self->text;
}

const guint8 *
ff_key_file_get_salt (FfKeyFile *self)
{
  return self->salt;
}

gboolean
ff_key_file_fits (FfKeyFile *self, FfSecret *secret)
{
  guint8 check[FF_SECRET_CHECK_SIZE];

  ff_secret_get_check (secret, check);
  return memcmp (check, self->check, sizeof check) == 0;
}

static gboolean
unwrap (FfKeyFile *self, Slot slot, const char *words, guint8 *key, GError **error)
{
  g_autofree char *about = describe (self, slot);

  return ff_key_slot_unwrap (&self->slots[slot], words, about, key, error);
}

/* What reads like a recovery key may be a passphrase all the same. */
static gboolean
try_both (FfKeyFile *self, const char *words, guint8 *key, GError **error)
{
  char *recovery = ff_recovery_key_normalize (words);
  char *composed = compose (words);
  gboolean open = recovery != NULL && unwrap (self, SLOT_RECOVERY, recovery, key, NULL);

  if (!open)
    open = unwrap (self, SLOT_PASSPHRASE, composed != NULL ? composed : words, key, error);
  ff_secret_free_text (recovery);
  ff_secret_free_text (composed);
  return open;
}

/*< private >
 * ff_key_file_unlock:
 * @words: the passphrase, or the recovery key however it is spaced
 *
 * Takes up to a second.
 *
 * Returns: (transfer full): `NULL` with %FF_STORE_ERROR_WRONG_PASSPHRASE
 */
FfSecret *
ff_key_file_unlock (FfKeyFile *self, const char *words, GError **error)
{
  guint8 key[FF_SECRET_KEY_SIZE];
  FfSecret *secret = NULL;

  if (try_both (self, words, key, error))
    secret = ff_secret_new (key, self->salt);
  ff_secret_wipe (key, sizeof key);
  return secret;
}
