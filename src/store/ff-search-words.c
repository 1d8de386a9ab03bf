/* ff-search-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-search-words.h"

#include <string.h>

#include "ff-search.h"
#include "ff-statement.h"
#include "ff-store-error-private.h"

/* What a person may paste is longer than what an index should be asked for; the rest is looked for in the texts. */
#define MOST_ASKED 32
#define LONGEST_LISTED 3 /* letters: “prefix” of the index */
#define MOST_WORDS 512   /* to be asked for one by one */

struct _FfSearchWords
{
  fts5_tokenizer tokenizer;
  Fts5Tokenizer *tokens;
  GPtrArray *
      phrases; /* (element-type GPtrArray of char *): what was typed without a space, such as don’t, is “don” and “t…” */
};

typedef struct
{
  char *text; /* folded */
  FfSearchMatch place;
} FfToken;

static void
clear_token (gpointer token)
{
  g_free (((FfToken *) token)->text);
}

static GArray *
new_tokens (void)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (FfToken));

  g_array_set_clear_func (tokens, clear_token);
  return tokens;
}

static int
add_token (void *data, int flags, const char *text, int length, int start, int end)
{
  FfToken token = { g_strndup (text, length), { (guint) start, (guint) end } };

  g_array_append_val ((GArray *) data, token);
  return SQLITE_OK;
}

/* As the index does it, byte for byte. */
static GArray *
split (FfSearchWords *self, const char *text)
{
  GArray *tokens = new_tokens ();
  g_autoptr (GString) plain = g_string_new (text);
  int code;

  /* As many bytes, so that places stay what they are. */
  g_string_replace (plain, FF_SEARCH_MARK, "   ", 0);
  code = self->tokenizer.xTokenize (self->tokens, tokens, FTS5_TOKENIZE_DOCUMENT, plain->str,
                                    (int) plain->len, add_token);
  /* Only for want of memory, which GLib does not survive either. */
  g_assert (code == SQLITE_OK);
  return tokens;
}

static void
add_phrase (FfSearchWords *self, const char *word)
{
  g_autoptr (GArray) tokens = split (self, word);
  g_autoptr (GPtrArray) phrase = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tokens->len; i++)
    g_ptr_array_add (phrase, g_strdup (g_array_index (tokens, FfToken, i).text));
  if (phrase->len > 0)
    g_ptr_array_add (self->phrases, g_steal_pointer (&phrase));
}

/* https://www.sqlite.org/fts5.html#extending_fts5: the way to its tokenizers is a pointer bound to a statement. */
static fts5_api *
find_fts5 (FfConnection *connection, GError **error)
{
  sqlite3 *database = ff_connection_get_database (connection);
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;
  int code = sqlite3_prepare_v2 (database, "SELECT fts5 (?1)", -1, &statement, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, (void *) &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
      code = sqlite3_finalize (statement);
    }
  if (api == NULL)
    ff_store_error_set_sqlite (error, database, code == SQLITE_OK ? SQLITE_ERROR : code,
                               ff_connection_get_path (connection));
  return api;
}

/* The same words as in the migration that makes the index. */
static gboolean
make_tokenizer (FfSearchWords *self, FfConnection *connection, GError **error)
{
  static const char *arguments[] = { "remove_diacritics", "2" };
  fts5_api *api = find_fts5 (connection, error);
  void *context = NULL;
  int code;

  if (api == NULL)
    return FALSE;
  code = api->xFindTokenizer (api, "unicode61", &context, &self->tokenizer);
  if (code == SQLITE_OK)
    code = self->tokenizer.xCreate (context, arguments, G_N_ELEMENTS (arguments), &self->tokens);
  if (code != SQLITE_OK)
    ff_store_error_set_sqlite (error, NULL, code, ff_connection_get_path (connection));
  return code == SQLITE_OK;
}

/*< private >
 * ff_search_words_new:
 * @words: as a person types them
 *
 * Returns: (transfer full): for @connection's thread alone; `NULL` with an error of the store
 */
FfSearchWords *
ff_search_words_new (FfConnection *connection, const char *words, GError **error)
{
  g_autoptr (FfSearchWords) self = g_new0 (FfSearchWords, 1);
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+", valid, G_REGEX_DEFAULT, 0);

  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (!make_tokenizer (self, connection, error))
    return NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    add_phrase (self, parts[i]);
  return g_steal_pointer (&self);
}

void
ff_search_words_free (FfSearchWords *self)
{
  if (self->tokens != NULL)
    self->tokenizer.xDelete (self->tokens);
  g_ptr_array_unref (self->phrases);
  g_free (self);
}

gboolean
ff_search_words_any (FfSearchWords *self)
{
  return self->phrases->len > 0;
}

/* The index has lists of its own for beginnings of up to three letters. For a longer one it would gather and sort every match of
 * each word that begins so, most of which nobody wants to see: the words themselves are few. The step to the next word goes by a
 * text that sorts right behind this one, as going through all places of this one would take as long. */
static gboolean
list_words_that_begin (FfConnection *connection,
                       const char *beginning,
                       GPtrArray *words,
                       GError **error)
{
  g_autofree char *from = g_strdup (beginning);
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection,
                          "SELECT term FROM search_vocabulary WHERE term >= ?1 LIMIT 1");

  while (words->len <= MOST_WORDS)
    {
      g_autofree char *word = NULL;

      ff_statement_bind_text (statement, 1, from);
      if (ff_statement_next (statement))
        word = g_strdup (ff_statement_get_text (statement, 0));
      if (!ff_statement_finish (statement, error))
        return FALSE;
      if (word == NULL || !g_str_has_prefix (word, beginning))
        break;
      g_free (from);
      from = g_strconcat (word, "\x01", NULL);
      g_ptr_array_add (words, g_steal_pointer (&word));
    }
  return TRUE;
}

static gboolean
write_beginning (FfConnection *connection,
                 const char *beginning,
                 GString *expression,
                 GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (g_utf8_strlen (beginning, -1) > LONGEST_LISTED)
    if (!list_words_that_begin (connection, beginning, words, error))
      return FALSE;
  /* Without a word that begins so, this finds nothing at once. */
  if (words->len == 0 || words->len > MOST_WORDS)
    g_string_append_printf (expression, "\"%s\" *", beginning);
  else
    {
      for (guint i = 0; i < words->len; i++)
        g_string_append_printf (expression, "%s\"%s\"", i == 0 ? "(" : " OR ",
                                (const char *) words->pdata[i]);
      g_string_append_c (expression, ')');
    }
  return TRUE;
}

/*< private >
 * ff_search_words_write:
 * @expression: what is to be matched; added to it is that all the words are
 *
 * Quoted, so that nothing a person types is FTS5's query language: https://www.sqlite.org/fts5.html#full_text_query_syntax
 * The tokens hold letters and digits only, so there is no quotation mark in them.
 */
gboolean
ff_search_words_write (FfSearchWords *self,
                       FfConnection *connection,
                       GString *expression,
                       GError **error)
{
  guint asked = 0;

  for (guint i = 0; i < self->phrases->len; i++)
    {
      GPtrArray *phrase = self->phrases->pdata[i];

      for (guint j = 0; j < phrase->len && asked < MOST_ASKED; j++, asked++)
        {
          if (expression->len > 0)
            g_string_append (expression, " AND ");
          if (j + 1 < phrase->len)
            g_string_append_printf (expression, "\"%s\"", (const char *) phrase->pdata[j]);
          else if (!write_beginning (connection, phrase->pdata[j], expression, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* The index does not know what stands beside what. */
gboolean
ff_search_words_exact (FfSearchWords *self)
{
  for (guint i = 0; i < self->phrases->len; i++)
    if (((GPtrArray *) self->phrases->pdata[i])->len > 1)
      return FALSE;
  return self->phrases->len <= MOST_ASKED;
}

/* Whether each is a letter or two. */
gboolean
ff_search_words_short (FfSearchWords *self)
{
  for (guint i = 0; i < self->phrases->len; i++)
    {
      GPtrArray *phrase = self->phrases->pdata[i];

      if (phrase->len > 1 || g_utf8_strlen (phrase->pdata[0], -1) > 2)
        return FALSE;
    }
  return TRUE;
}

static gboolean
stands_at (GPtrArray *phrase, GArray *tokens, guint at)
{
  if (at + phrase->len > tokens->len)
    return FALSE;
  for (guint i = 0; i < phrase->len; i++)
    {
      const char *wanted = phrase->pdata[i];
      const char *there = g_array_index (tokens, FfToken, at + i).text;

      if (i + 1 < phrase->len ? !g_str_equal (there, wanted) : !g_str_has_prefix (there, wanted))
        return FALSE;
    }
  return TRUE;
}

static gboolean
mark_phrase (GPtrArray *phrase, GArray *tokens, gboolean *marked)
{
  gboolean found = FALSE;

  for (guint at = 0; at < tokens->len; at++)
    {
      if (!stands_at (phrase, tokens, at))
        continue;
      found = TRUE;
      for (guint i = 0; i < phrase->len; i++)
        marked[at + i] = TRUE;
    }
  return found;
}

gboolean
ff_search_words_find (FfSearchWords *self, const char *text, GArray *matches)
{
  g_autoptr (GArray) tokens = split (self, text);
  g_autofree gboolean *marked = g_new0 (gboolean, tokens->len + 1);

  for (guint i = 0; i < self->phrases->len; i++)
    if (!mark_phrase (self->phrases->pdata[i], tokens, marked))
      return FALSE;
  for (guint i = 0; matches != NULL && i < tokens->len; i++)
    if (marked[i])
      g_array_append_val (matches, g_array_index (tokens, FfToken, i).place);
  return TRUE;
}
