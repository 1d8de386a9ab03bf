/* ff-search-index.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-search-index.h"

/*< private >
 * ff_search_index_rest:
 *
 * From here on the index does not follow what is written, until ff_search_index_renew(). Taken out word by word, with no trace left
 * of any, a check-in takes milliseconds; making the index anew takes about half a minute for a million of them.
 */
gboolean
ff_search_index_rest (FfConnection *connection, GError **error)
{
  return ff_connection_execute (connection, "INSERT INTO search_pauses (id) VALUES (1)", error);
}

/*< private >
 * ff_search_index_renew:
 *
 * Makes the index anew of the notes and plans that there are; no trace stays of others. In one piece, or the next notes to be written
 * would each have to merge some of it.
 */
gboolean
ff_search_index_renew (FfConnection *connection, GError **error)
{
  return ff_connection_execute (connection,
                                "INSERT INTO search_words (search_words) VALUES ('rebuild');"
                                "INSERT INTO search_words (search_words) VALUES ('optimize');"
                                "DELETE FROM search_pauses",
                                error);
}
