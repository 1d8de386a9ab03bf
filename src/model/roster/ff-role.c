/* ff-role.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A role that somebody has at a meeting, and what it requires.
 */

#include "ff-config.h"

#include "ff-role.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-fold.h"
#include "ff-set.h"

struct _FfRole
{
  GObject parent_instance;

  char *uid;
  FfRoleKind kind;
  char *name;
  gboolean retired;
  GStrv requirements; /* sorted */
};

G_DEFINE_FINAL_TYPE (FfRole, ff_role, G_TYPE_OBJECT)

static const char *const built_in[FF_ROLE_OWN] = {
  [FF_ROLE_FACILITATOR] = FF_ROLE_UID_FACILITATOR,
  [FF_ROLE_CO_FACILITATOR] = FF_ROLE_UID_CO_FACILITATOR,
  [FF_ROLE_HOST] = FF_ROLE_UID_HOST,
  [FF_ROLE_GREETER] = FF_ROLE_UID_GREETER,
  [FF_ROLE_CLINICIAN] = FF_ROLE_UID_CLINICIAN,
};

static void
ff_role_finalize (GObject *object)
{
  FfRole *self = FF_ROLE (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->requirements, g_strfreev);

  G_OBJECT_CLASS (ff_role_parent_class)->finalize (object);
}

static void
ff_role_class_init (FfRoleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_role_finalize;
}

static void
ff_role_init (FfRole *self)
{
  self->name = g_strdup ("");
  self->requirements = ff_set_new (NULL);
}

static FfRoleKind
find_kind (const char *uid)
{
  guint kind = 0;

  while (kind < FF_ROLE_OWN && !g_str_equal (uid, built_in[kind]))
    kind++;
  return (FfRoleKind) kind;
}

/**
 * ff_role_new:
 * @uid: (nullable): the one it has in the store; %NULL makes a new one up
 *
 * Returns: (transfer full): the built-in role with this uid, or an own one without a name, that requires nothing
 */
FfRole *
ff_role_new (const char *uid)
{
  FfRole *self = g_object_new (FF_TYPE_ROLE, NULL);

  self->uid = uid != NULL ? g_strdup (uid) : g_uuid_string_random ();
  self->kind = find_kind (self->uid);
  return self;
}

/**
 * ff_role_copy:
 *
 * Returns: (transfer full): another object that says the same, the key too
 */
FfRole *
ff_role_copy (FfRole *self)
{
  FfRole *copy;

  g_return_val_if_fail (FF_IS_ROLE (self), NULL);

  copy = ff_role_new (self->uid);
  g_set_str (&copy->name, self->name);
  copy->retired = self->retired;
  ff_role_set_requirements (copy, (const char *const *) self->requirements);
  return copy;
}

/**
 * ff_role_get_uid:
 *
 * Returns: (transfer none): its key
 */
const char *
ff_role_get_uid (FfRole *self)
{
  g_return_val_if_fail (FF_IS_ROLE (self), NULL);

  return self->uid;
}

FfRoleKind
ff_role_get_kind (FfRole *self)
{
  g_return_val_if_fail (FF_IS_ROLE (self), FF_ROLE_OWN);

  return self->kind;
}

/**
 * ff_role_get_name:
 *
 * Returns: (transfer none): own words; "" for a built-in one that nobody renamed
 */
const char *
ff_role_get_name (FfRole *self)
{
  g_return_val_if_fail (FF_IS_ROLE (self), NULL);

  return self->name;
}

/**
 * ff_role_set_name:
 * @name: (nullable): white space at its ends is dropped
 */
void
ff_role_set_name (FfRole *self, const char *name)
{
  g_return_if_fail (FF_IS_ROLE (self));

  g_free (self->name);
  self->name = ff_strip (name != NULL ? name : "");
}

/**
 * ff_role_get_retired:
 *
 * Returns: whether it is offered nowhere any more; what was done in it keeps its title
 */
gboolean
ff_role_get_retired (FfRole *self)
{
  g_return_val_if_fail (FF_IS_ROLE (self), FALSE);

  return self->retired;
}

void
ff_role_set_retired (FfRole *self, gboolean retired)
{
  g_return_if_fail (FF_IS_ROLE (self));

  self->retired = retired;
}

static const char *const titles[FF_ROLE_OWN] = {
  [FF_ROLE_FACILITATOR] = NC_ ("role", "Facilitator"),
  [FF_ROLE_CO_FACILITATOR] = NC_ ("role", "Co-facilitator"),
  [FF_ROLE_HOST] = NC_ ("role", "Host"),
  [FF_ROLE_GREETER] = NC_ ("role", "Greeter"),
  [FF_ROLE_CLINICIAN] = NC_ ("role", "Clinician"),
};

/**
 * ff_role_get_title:
 *
 * Returns: (transfer none): its own name, or what a built-in one is called in the person's language
 */
const char *
ff_role_get_title (FfRole *self)
{
  g_return_val_if_fail (FF_IS_ROLE (self), NULL);

  if (*self->name != '\0' || self->kind == FF_ROLE_OWN)
    return self->name;
  return g_dpgettext2 (GETTEXT_PACKAGE, "role", titles[self->kind]);
}

/**
 * ff_role_get_title_in:
 * @catalogue: of another language
 *
 * Returns: (transfer none): its own name, or what a built-in one is called in that language
 */
const char *
ff_role_get_title_in (FfRole *self, FfCatalogue *catalogue)
{
  g_return_val_if_fail (FF_IS_ROLE (self), NULL);
  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);

  if (*self->name != '\0' || self->kind == FF_ROLE_OWN)
    return self->name;
  return ff_catalogue_lookup_context (catalogue, "role", titles[self->kind]);
}

static char *
capitalize (const char *word)
{
  g_autofree char *first = g_utf8_substring (word, 0, MIN (g_utf8_strlen (word, -1), 1));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, word + strlen (first), NULL);
}

/**
 * ff_role_make_title:
 * @programme: (nullable): whose words they are
 *
 * Returns: (transfer full): its title, where a facilitator is called what the programme calls them
 */
char *
ff_role_make_title (FfRole *self, FfProgramme *programme)
{
  g_return_val_if_fail (FF_IS_ROLE (self), NULL);

  if (self->kind == FF_ROLE_FACILITATOR && *self->name == '\0' && programme != NULL)
    return capitalize (ff_programme_get_word (programme, FF_WORD_FACILITATOR));
  return g_strdup (ff_role_get_title (self));
}

/**
 * ff_role_get_requirements:
 *
 * Returns: (transfer none): uids of what it requires, sorted; never %NULL
 */
const char *const *
ff_role_get_requirements (FfRole *self)
{
  g_return_val_if_fail (FF_IS_ROLE (self), NULL);

  return (const char *const *) self->requirements;
}

void
ff_role_set_requirements (FfRole *self, const char *const *requirements)
{
  GStrv set;

  g_return_if_fail (FF_IS_ROLE (self));

  set = ff_set_new (requirements);
  g_strfreev (self->requirements);
  self->requirements = set;
}
