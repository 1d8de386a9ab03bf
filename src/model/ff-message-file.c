/* ff-message-file.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The .mo format, GNU gettext manual, "The Format of GNU MO Files".
 */

#include "ff-config.h"

#include "ff-message-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-model-error.h"

#define MAGIC 0x950412deU
#define HEADER_SIZE 20
#define ENTRY_SIZE 8

struct _FfMessageFile
{
  GMappedFile *map;
  const char *contents;
  gsize length;
  gboolean swapped; /* written on a machine of the other byte order */
  guint32 n_messages;
  guint32 originals; /* offset of the table of source texts, sorted */
  guint32 translations;
};

static guint32
read_number (FfMessageFile *self, gsize offset)
{
  guint32 number;

  memcpy (&number, self->contents + offset, sizeof number);

  return self->swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

/* The text that entry @i of the table at @table points to; NULL where it leads out of the file or does not end there. */
static const char *
read_text (FfMessageFile *self, guint32 table, guint32 i)
{
  guint64 entry = (guint64) table + (guint64) i * ENTRY_SIZE;
  guint64 length, offset;

  if (entry + ENTRY_SIZE > self->length)
    return NULL;
  length = read_number (self, entry);
  offset = read_number (self, entry + 4);
  if (offset + length >= self->length || self->contents[offset + length] != '\0')
    return NULL;

  return self->contents + offset;
}

/* Searching relies on the order, and every later read on the bounds, so both are made sure of once. */
static gboolean
check_texts (FfMessageFile *self)
{
  const char *previous = NULL;

  for (guint32 i = 0; i < self->n_messages; i++)
    {
      const char *original = read_text (self, self->originals, i);

      if (original == NULL || read_text (self, self->translations, i) == NULL
          || (previous != NULL && strcmp (previous, original) >= 0))
        return FALSE;
      previous = original;
    }

  return TRUE;
}

static gboolean
check (FfMessageFile *self)
{
  guint32 magic;

  if (self->length < HEADER_SIZE)
    return FALSE;
  magic = read_number (self, 0);
  if (magic != MAGIC && magic != GUINT32_SWAP_LE_BE (MAGIC))
    return FALSE;

  self->swapped = magic != MAGIC;
  self->n_messages = read_number (self, 8);
  self->originals = read_number (self, 12);
  self->translations = read_number (self, 16);

  /* Major revisions 0 and 1 have this layout; 1 only adds a table that plain texts do not use. */
  return read_number (self, 4) >> 16 <= 1 && check_texts (self);
}

/**
 * ff_message_file_open:
 * @path: a file name
 * @error: %G_FILE_ERROR where it cannot be opened, %FF_MODEL_ERROR_DATA where it is not a whole catalogue
 *
 * Returns: (transfer full) (nullable): the file, checked through
 */
FfMessageFile *
ff_message_file_open (const char *path, GError **error)
{
  g_autoptr (FfMessageFile) self = g_new0 (FfMessageFile, 1);

  self->map = g_mapped_file_new (path, FALSE, error);
  if (self->map == NULL)
    return NULL;
  self->contents = g_mapped_file_get_contents (self->map);
  self->length = g_mapped_file_get_length (self->map);

  if (!check (self))
    {
      g_set_error (
          error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA,
          _ ("The translations in “%s” are damaged. Installing Fourfold again mends them."), path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * ff_message_file_free:
 * @self: (transfer full): a file
 *
 * Closes it; texts that came from it are gone with it.
 */
void
ff_message_file_free (FfMessageFile *self)
{
  g_clear_pointer (&self->map, g_mapped_file_unref);
  g_free (self);
}

/**
 * ff_message_file_lookup:
 * @self: a file
 * @msgid: a source text; with a context, "context\004text"
 *
 * Returns: (transfer none) (nullable): its translation, valid UTF-8 and not empty, where there is one
 */
const char *
ff_message_file_lookup (FfMessageFile *self, const char *msgid)
{
  guint32 low = 0, high = self->n_messages;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = strcmp (msgid, read_text (self, self->originals, middle));

      if (order == 0)
        {
          const char *text = read_text (self, self->translations, middle);

          return *text != '\0' && *msgid != '\0' && g_utf8_validate (text, -1, NULL) ? text : NULL;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}
