/* ff-types-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom a meeting is for and what happens there, as a person chooses it by words.
 */

#include "ff-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-meeting-type.h"
#include "ff-types-form.h"

#define STEP_FREE "X"
#define OPEN "O"
#define CLOSED "C"

struct _FfTypesForm
{
  GObject parent_instance;

  FfOpenness openness;
  GPtrArray *codes; /* (element-type utf8): ends with NULL */
};

typedef enum
{
  PROP_OPENNESS = 1,
  PROP_STEP_FREE,
  PROP_CODES,
  PROP_SUMMARY,
} FfTypesFormProps;

static GParamSpec *props[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (FfTypesForm, ff_types_form, G_TYPE_OBJECT)

static const char *
get_title (const char *code)
{
  const FfMeetingType *type = ff_meeting_type_find (code);

  return type != NULL ? ff_meeting_type_get_title (type) : code;
}

static char *
summarize (FfTypesForm *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  if (self->openness != FF_OPENNESS_AS_GROUP)
    g_strv_builder_add (parts, get_title (self->openness == FF_OPENNESS_OPEN ? OPEN : CLOSED));
  for (guint i = 0; i < self->codes->len; i++)
    g_strv_builder_add (parts, get_title (g_ptr_array_index (self->codes, i)));

  g_auto (GStrv) texts = g_strv_builder_end (parts);
  return g_strjoinv (" · ", texts);
}

static void
set_openness (FfTypesForm *self, guint openness)
{
  if (openness > FF_OPENNESS_CLOSED || self->openness == (FfOpenness) openness)
    return;
  self->openness = (FfOpenness) openness;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPENNESS]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}

static void
ff_types_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfTypesForm *self = FF_TYPES_FORM (object);

  switch ((FfTypesFormProps) prop_id)
    {
    case PROP_OPENNESS:
      g_value_set_uint (value, self->openness);
      break;
    case PROP_STEP_FREE:
      g_value_set_boolean (value, ff_types_form_has (self, STEP_FREE));
      break;
    case PROP_CODES:
      g_value_set_boxed (value, self->codes->pdata);
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, summarize (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_types_form_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfTypesForm *self = FF_TYPES_FORM (object);

  switch ((FfTypesFormProps) prop_id)
    {
    case PROP_OPENNESS:
      set_openness (self, g_value_get_uint (value));
      break;
    case PROP_STEP_FREE:
      ff_types_form_choose (self, STEP_FREE, g_value_get_boolean (value));
      break;
    case PROP_CODES:
    case PROP_SUMMARY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_types_form_finalize (GObject *object)
{
  g_ptr_array_unref (FF_TYPES_FORM (object)->codes);

  G_OBJECT_CLASS (ff_types_form_parent_class)->finalize (object);
}

static void
ff_types_form_class_init (FfTypesFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags open = readable | G_PARAM_WRITABLE;

  object_class->get_property = ff_types_form_get_property;
  object_class->set_property = ff_types_form_set_property;
  object_class->finalize = ff_types_form_finalize;

  props[PROP_OPENNESS] = g_param_spec_uint ("openness", NULL, NULL, 0, G_MAXUINT, 0, open);
  props[PROP_STEP_FREE] = g_param_spec_boolean ("step-free", NULL, NULL, FALSE, open);
  props[PROP_CODES] = g_param_spec_boxed ("codes", NULL, NULL, G_TYPE_STRV, readable);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
ff_types_form_init (FfTypesForm *self)
{
  self->codes = g_ptr_array_new_null_terminated (8, g_free, TRUE);
}

/**
 * ff_types_form_new:
 * @types: (nullable): the codes that a meeting has
 *
 * Returns: (transfer full): a form with these chosen
 */
FfTypesForm *
ff_types_form_new (const char *const *types)
{
  FfTypesForm *self = g_object_new (FF_TYPE_TYPES_FORM, NULL);

  for (guint i = 0; types != NULL && types[i] != NULL; i++)
    {
      if (g_str_equal (types[i], OPEN))
        self->openness = FF_OPENNESS_OPEN;
      else if (g_str_equal (types[i], CLOSED))
        self->openness = FF_OPENNESS_CLOSED;
      else
        g_ptr_array_add (self->codes, g_strdup (types[i]));
    }
  return self;
}

/**
 * ff_types_form_get_codes:
 * @self: a form
 *
 * Returns: (transfer none): what is chosen, without open and closed
 */
const char *const *
ff_types_form_get_codes (FfTypesForm *self)
{
  g_return_val_if_fail (FF_IS_TYPES_FORM (self), NULL);

  return (const char *const *) self->codes->pdata;
}

/**
 * ff_types_form_has:
 * @self: a form
 * @code: the code of a type other than open and closed
 *
 * Returns: whether it is chosen
 */
gboolean
ff_types_form_has (FfTypesForm *self, const char *code)
{
  g_return_val_if_fail (FF_IS_TYPES_FORM (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  return g_strv_contains (ff_types_form_get_codes (self), code);
}

/**
 * ff_types_form_choose:
 * @self: a form
 * @code: the code of a type other than open and closed
 * @chosen: whether the meeting is of that type
 */
void
ff_types_form_choose (FfTypesForm *self, const char *code, gboolean chosen)
{
  guint position;

  g_return_if_fail (FF_IS_TYPES_FORM (self));
  g_return_if_fail (code != NULL);

  if (ff_types_form_has (self, code) == chosen)
    return;
  if (chosen)
    g_ptr_array_add (self->codes, g_strdup (code));
  else if (g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, &position))
    g_ptr_array_remove_index (self->codes, position);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CODES]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
  if (g_str_equal (code, STEP_FREE))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STEP_FREE]);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * ff_types_form_build:
 * @self: a form
 * @somewhere: whether people come to a place: step-free access is left out where they do not
 *
 * Returns: (transfer full): the codes, sorted
 */
GStrv
ff_types_form_build (FfTypesForm *self, gboolean somewhere)
{
  g_autoptr (GPtrArray) types = NULL;

  g_return_val_if_fail (FF_IS_TYPES_FORM (self), NULL);

  types = g_ptr_array_new_null_terminated (self->codes->len + 1, g_free, TRUE);
  for (guint i = 0; i < self->codes->len; i++)
    {
      const char *code = g_ptr_array_index (self->codes, i);

      if (somewhere || !g_str_equal (code, STEP_FREE))
        g_ptr_array_add (types, g_strdup (code));
    }
  if (self->openness != FF_OPENNESS_AS_GROUP)
    g_ptr_array_add (types, g_strdup (self->openness == FF_OPENNESS_OPEN ? OPEN : CLOSED));
  g_ptr_array_sort (types, compare_codes);
  return (GStrv) g_ptr_array_steal (types, NULL);
}
