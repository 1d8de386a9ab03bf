/* ff-recovery-key.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-recovery-key.h"

#include <string.h>

#include "ff-secret-private.h"

/* https://www.crockford.com/base32.html: no letter that is taken for a figure. */
static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* 27 symbols of 5 bits are 135 bits; the last one of all tells a slip of the pen. */
#define GROUPS 7
#define GROUP_LENGTH 4
#define LENGTH (GROUPS * GROUP_LENGTH)

static int
get_value (char symbol)
{
  char upper = g_ascii_toupper (symbol);
  const char *found;

  if (upper == 'O')
    upper = '0';
  else if (upper == 'I' || upper == 'L')
    upper = '1';
  found = upper != '\0' ? strchr (symbols, upper) : NULL;
  return found != NULL ? (int) (found - symbols) : -1;
}

/* With odd weights each symbol that is wrong shows, and nearly every two that changed places. */
static char
get_last (const char *key)
{
  guint sum = 0;

  for (guint i = 0; i < LENGTH - 1; i++)
    sum += (guint) get_value (key[i]) * (2 * i + 1);
  return symbols[sum % 32];
}

char *
ff_recovery_key_new (void)
{
  guint8 random[LENGTH];
  char key[LENGTH];
  char *text = g_malloc0 (LENGTH + GROUPS);

  ff_secret_randomize (random, sizeof random);
  for (guint i = 0; i < LENGTH - 1; i++)
    key[i] = symbols[random[i] % 32];
  key[LENGTH - 1] = get_last (key);
  for (guint i = 0; i < GROUPS; i++)
    {
      memcpy (text + i * (GROUP_LENGTH + 1), key + i * GROUP_LENGTH, GROUP_LENGTH);
      if (i + 1 < GROUPS)
        text[i * (GROUP_LENGTH + 1) + GROUP_LENGTH] = '-';
    }
  ff_secret_wipe (random, sizeof random);
  ff_secret_wipe (key, sizeof key);
  return text;
}

char *
ff_recovery_key_normalize (const char *text)
{
  char *key = g_malloc0 (LENGTH + 1);
  guint length = 0;

  for (; *text != '\0'; text++)
    {
      int value = get_value (*text);

      if (value < 0 && (g_ascii_isspace (*text) || *text == '-'))
        continue;
      if (value < 0 || length == LENGTH)
        break;
      key[length++] = symbols[value];
    }
  if (*text == '\0' && length == LENGTH && key[LENGTH - 1] == get_last (key))
    return key;
  ff_secret_free_text (key);
  return NULL;
}
