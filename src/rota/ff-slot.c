/* ff-slot.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place to fill: a role at one date of a meeting.
 */

#include "ff-slot-private.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-rota-words.h"

struct _FfSlot
{
  GObject parent_instance;

  FfOccurrence *occurrence;
  FfGroup *group;
  FfRole *role;
  guint place;
  guint index;
  gboolean required;
  FfAssignment *assignment;
  GPtrArray *declined;
};

G_DEFINE_FINAL_TYPE (FfSlot, ff_slot, G_TYPE_OBJECT)

static void
ff_slot_finalize (GObject *object)
{
  FfSlot *self = FF_SLOT (object);

  g_clear_object (&self->occurrence);
  g_clear_object (&self->group);
  g_clear_object (&self->role);
  g_clear_object (&self->assignment);
  g_clear_pointer (&self->declined, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_slot_parent_class)->finalize (object);
}

static void
ff_slot_class_init (FfSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ff_slot_finalize;
}

static void
ff_slot_init (FfSlot *self)
{
  self->declined = g_ptr_array_new_with_free_func (g_object_unref);
}

/* As the role stands in the middle of a sentence. */
static const char *
get_role_words (FfRole *role)
{
  if (*ff_role_get_name (role) != '\0')
    return ff_role_get_title (role);

  switch (ff_role_get_kind (role))
    {
    case FF_ROLE_FACILITATOR:
      return C_ ("role in a sentence", "facilitator");
    case FF_ROLE_CO_FACILITATOR:
      return C_ ("role in a sentence", "co-facilitator");
    case FF_ROLE_HOST:
      return C_ ("role in a sentence", "host");
    case FF_ROLE_GREETER:
      return C_ ("role in a sentence", "greeter");
    case FF_ROLE_CLINICIAN:
      return C_ ("role in a sentence", "clinician");
    case FF_ROLE_OWN:
    default:
      return ff_role_get_title (role);
    }
}

/**
 * ff_slot_new:
 * @occurrence: a date that is held
 * @group: whose meeting it is
 * @role: what is to be done there
 * @place: from 0
 * @required: whether the meeting cannot be held without it
 * @index: where it stands in its rota
 *
 * Returns: (transfer full): an empty place
 */
FfSlot *
ff_slot_new (FfOccurrence *occurrence,
             FfGroup *group,
             FfRole *role,
             guint place,
             gboolean required,
             guint index)
{
  FfSlot *self = g_object_new (FF_TYPE_SLOT, NULL);

  self->occurrence = g_object_ref (occurrence);
  self->group = g_object_ref (group);
  self->role = g_object_ref (role);
  self->place = place;
  self->required = required;
  self->index = index;
  return self;
}

/**
 * ff_slot_take_assignment:
 * @self: a place of a rota that is being made
 * @assignment: (transfer none): of this place
 *
 * Says who has the place, or who declined it.
 */
void
ff_slot_take_assignment (FfSlot *self, FfAssignment *assignment)
{
  if (ff_assignment_is_live (assignment))
    g_set_object (&self->assignment, assignment);
  else
    g_ptr_array_add (self->declined, g_object_ref (assignment));
}

/**
 * ff_slot_get_occurrence:
 * @self: a place
 *
 * Returns: (transfer none): the date
 */
FfOccurrence *
ff_slot_get_occurrence (FfSlot *self)
{
  g_return_val_if_fail (FF_IS_SLOT (self), NULL);
  return self->occurrence;
}

/**
 * ff_slot_get_group:
 * @self: a place
 *
 * Returns: (transfer none): the group whose meeting it is
 */
FfGroup *
ff_slot_get_group (FfSlot *self)
{
  g_return_val_if_fail (FF_IS_SLOT (self), NULL);
  return self->group;
}

/**
 * ff_slot_get_role:
 * @self: a place
 *
 * Returns: (transfer none): what is to be done
 */
FfRole *
ff_slot_get_role (FfSlot *self)
{
  g_return_val_if_fail (FF_IS_SLOT (self), NULL);
  return self->role;
}

/**
 * ff_slot_get_place:
 * @self: a place
 *
 * Returns: from 0, among those of this date and role
 */
guint
ff_slot_get_place (FfSlot *self)
{
  g_return_val_if_fail (FF_IS_SLOT (self), 0);
  return self->place;
}

/**
 * ff_slot_get_required:
 * @self: a place
 *
 * Returns: whether the meeting cannot do without it
 */
gboolean
ff_slot_get_required (FfSlot *self)
{
  g_return_val_if_fail (FF_IS_SLOT (self), FALSE);
  return self->required;
}

/**
 * ff_slot_get_index:
 * @self: a place
 *
 * Returns: where it stands in ff_rota_get_slots()
 */
guint
ff_slot_get_index (FfSlot *self)
{
  g_return_val_if_fail (FF_IS_SLOT (self), 0);
  return self->index;
}

/**
 * ff_slot_get_assignment:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): who has it, whether proposed, asked, confirmed or swapped
 */
FfAssignment *
ff_slot_get_assignment (FfSlot *self)
{
  g_return_val_if_fail (FF_IS_SLOT (self), NULL);
  return self->assignment;
}

/**
 * ff_slot_get_declined:
 * @self: a place
 *
 * Returns: (element-type FfAssignment) (transfer none): who declined this very place
 */
GPtrArray *
ff_slot_get_declined (FfSlot *self)
{
  g_return_val_if_fail (FF_IS_SLOT (self), NULL);
  return self->declined;
}

/**
 * ff_slot_make_title:
 * @self: a place
 * @beside: (nullable): a time by whose clock the sentence is read
 *
 * Returns: (transfer full): “Tuesday 18:00 Ladner, host”, by the clock of the meeting; “Tuesday 18:00 Toronto time Ladner, host”
 *   where that does not show what the clock of @beside does
 */
char *
ff_slot_make_title (FfSlot *self, GDateTime *beside)
{
  const char *title;
  g_autofree char *when = NULL;

  g_return_val_if_fail (FF_IS_SLOT (self), NULL);

  title = ff_meeting_get_title (ff_occurrence_get_meeting (self->occurrence));
  if (*title == '\0')
    title = ff_group_get_name (self->group);
  when = ff_rota_format_weekly (ff_occurrence_get_start (self->occurrence), beside);
  /* Translators: “Tuesday 18:00”, a meeting, a role: “Tuesday 18:00 Ladner, host” */
  return g_strdup_printf (_ ("%s %s, %s"), when, title, get_role_words (self->role));
}
