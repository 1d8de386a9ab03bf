/* ff-rule-text.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing one part of an RRULE and leaving the others as they are written.
 */

#include "ff-rule.h"

#include <string.h>

static gboolean
is_part (const char *part, const char *name)
{
  const gsize length = strlen (name);

  return g_ascii_strncasecmp (part, name, length) == 0 && part[length] == '=';
}

/**
 * ff_rule_replace:
 * @text: an RRULE's value
 * @name: the name of one of its parts, or of one that it gets, such as "UNTIL"
 * @value: (nullable): what the part says from now on; %NULL takes it away
 *
 * Returns: (transfer full): the rule with that part changed
 */
char *
ff_rule_replace (const char *text, const char *name, const char *value)
{
  g_auto (GStrv) parts = NULL;
  GString *replaced;
  gboolean is_there = FALSE;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  parts = g_strsplit (text, ";", -1);
  replaced = g_string_new (NULL);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const gboolean is_meant = is_part (parts[i], name);

      if (*parts[i] == '\0' || (is_meant && (value == NULL || is_there)))
        continue;
      if (replaced->len > 0)
        g_string_append_c (replaced, ';');
      if (is_meant)
        g_string_append_printf (replaced, "%s=%s", name, value);
      else
        g_string_append (replaced, parts[i]);
      is_there = is_there || is_meant;
    }
  if (value != NULL && !is_there)
    g_string_append_printf (replaced, ";%s=%s", name, value);

  return g_string_free_and_steal (replaced);
}

/**
 * ff_rule_replace_list:
 * @text: an RRULE's value
 * @list: one of its lists
 * @values: (element-type int): what it holds from now on
 *
 * Returns: (transfer full): the rule with that list changed
 */
char *
ff_rule_replace_list (const char *text, FfList list, GArray *values)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (text != NULL && values != NULL, NULL);

  value = ff_list_to_string (list, values);
  return ff_rule_replace (text, ff_list_get_name (list), value);
}

/**
 * ff_rule_replace_until:
 * @text: an RRULE's value
 * @last: the last date that it gives from now on, in wall time
 *
 * Returns: (transfer full): the rule that ends with that date
 */
char *
ff_rule_replace_until (const char *text, const FfWallTime *last)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (text != NULL && last != NULL, NULL);

  value = g_strdup_printf ("%04d%02d%02dT%02d%02d00", last->year, last->month, last->day,
                           last->hour, last->minute);
  return ff_rule_replace (text, "UNTIL", value);
}
