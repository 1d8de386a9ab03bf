/* ff-test-key.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening a folder with or without a passphrase, and looking for what people said in its bytes.
 */

#pragma once

#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TEST_PASSPHRASE "a harbour in the morning"
#define FF_TEST_NEW_PASSPHRASE "three kettles on a windowsill"

typedef enum
{
  FF_TEST_KEY_NONE,       /* no passphrase is set */
  FF_TEST_KEY_PASSPHRASE,
  FF_TEST_KEY_NEW,
} FfTestKey;

/* Opens it with whichever of the two passphrases fits. */
FfStore *ff_test_open_with_key   (const char *folder, FfTestKey *key, GError **error);
void     ff_test_set_passphrase  (const char *folder);
/* (transfer full) (nullable): the first file below @folder in whose bytes @word is, archives unpacked; upper and lower case and
 * UTF-16 are looked for as well. */
char    *ff_test_find_word       (const char *folder, const char *word);
/* The same in bytes that were folded by ff_test_fold_bytes(). */
gboolean ff_test_has_word        (const char *folded, gsize length, const char *word);
/* In lower case and without NUL, so that a word is the same in UTF-8 and both UTF-16. */
gsize    ff_test_fold_bytes      (const char *bytes, gsize length, char *folded);

G_END_DECLS
