/* ff-unusable.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-unusable.h"

#include <glib/gi18n-lib.h>

struct _FfUnusable
{
  GPtrArray *meetings; /* in the order in which they were found */
  GPtrArray *reasons;  /* a sentence for each */
};

FfUnusable *
ff_unusable_new (void)
{
  FfUnusable *self = g_new0 (FfUnusable, 1);

  self->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ff_unusable_free (FfUnusable *self)
{
  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

void
ff_unusable_clear (FfUnusable *self)
{
  g_ptr_array_set_size (self->meetings, 0);
  g_ptr_array_set_size (self->reasons, 0);
}

/**
 * ff_unusable_remove:
 * @meeting: the uid of a meeting, which need not be among them
 */
void
ff_unusable_remove (FfUnusable *self, const char *meeting)
{
  for (guint i = 0; i < self->meetings->len; i++)
    if (g_str_equal (ff_meeting_get_uid (g_ptr_array_index (self->meetings, i)), meeting))
      {
        g_ptr_array_remove_index (self->meetings, i);
        g_ptr_array_remove_index (self->reasons, i);
        return;
      }
}

/**
 * ff_unusable_add:
 * @meeting: a meeting; one with its uid is replaced
 * @error: why its dates cannot be worked out
 */
void
ff_unusable_add (FfUnusable *self, FfMeeting *meeting, const GError *error)
{
  ff_unusable_remove (self, ff_meeting_get_uid (meeting));
  g_ptr_array_add (self->meetings, g_object_ref (meeting));
  g_ptr_array_add (self->reasons, g_strdup (error->message));
}

/**
 * ff_unusable_get_first:
 *
 * Returns: (nullable) (transfer none): the one to mend first
 */
FfMeeting *
ff_unusable_get_first (FfUnusable *self)
{
  return self->meetings->len > 0 ? g_ptr_array_index (self->meetings, 0) : NULL;
}

/**
 * ff_unusable_describe:
 * @group: (nullable): the name of the first one's group, for a meeting without a title
 *
 * Returns: (nullable) (transfer full): which cannot be shown and why; %NULL where all can
 */
char *
ff_unusable_describe (FfUnusable *self, const char *group)
{
  const guint number = self->meetings->len;
  const char *reason, *title;

  if (number == 0)
    return NULL;
  reason = g_ptr_array_index (self->reasons, 0);
  title = ff_meeting_get_title (ff_unusable_get_first (self));
  if (*title == '\0')
    title = group != NULL ? group : "";
  if (number == 1)
    /* Translators: a meeting’s name, and a sentence that says why */
    return g_strdup_printf (_ ("The dates of “%s” cannot be worked out. %s"), title, reason);
  return g_strdup_printf (
      /* Translators: a meeting’s name, how many others, and a sentence that says why for the first */
      ngettext ("The dates of “%1$s” and %2$u other meeting cannot be worked out. %3$s",
                "The dates of “%1$s” and %2$u other meetings cannot be worked out. %3$s",
                number - 1),
      title, number - 1, reason);
}
