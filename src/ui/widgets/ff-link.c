/* ff-link.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links for joining a meeting, as people type and paste them.
 */

#include "ff-config.h"

#include <string.h>

#include "ff-link.h"

/**
 * ff_link_complete:
 * @link: what was typed or pasted
 *
 * People copy a host and a path without a scheme: "meet.example.org/harbour".
 *
 * Returns: (transfer full): the link without white space around it, with https:// where it had no scheme
 */
char *
ff_link_complete (const char *link)
{
  g_autofree char *text = g_strstrip (g_strdup (link));
  g_autofree char *scheme = NULL;

  if (text[0] == '\0')
    return g_steal_pointer (&text);
  scheme = g_uri_parse_scheme (text);
  /* "localhost:80" and "meet.example.org:8443" parse as if the host were a scheme. */
  if (scheme == NULL || strchr (scheme, '.') != NULL)
    return g_strconcat ("https://", text, NULL);
  return g_steal_pointer (&text);
}

/**
 * ff_link_is_usable:
 * @link: a link with its scheme
 *
 * Returns: whether it can be opened: a page of a host on the web, or a telephone number
 */
gboolean
ff_link_is_usable (const char *link)
{
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_NONE, NULL);
  const char *scheme, *host;

  if (uri == NULL)
    return FALSE;
  scheme = g_uri_get_scheme (uri);
  host = g_uri_get_host (uri);
  if (g_str_equal (scheme, "tel"))
    return g_uri_get_path (uri)[0] != '\0';
  if (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http"))
    return FALSE;
  return host != NULL && host[0] != '\0'
         && (strchr (host, '.') != NULL || g_str_equal (host, "localhost"));
}
