/* ff-roster-step-item.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of what taking volunteers in would do, in words.
 */

#include "ff-config.h"

#include "ff-roster-step-item.h"

#include <glib/gi18n-lib.h>

struct _FfRosterStepItem
{
  GObject parent_instance;

  FfRosterStep *step; /* the plan’s, which stays longer */
  char *detail;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
} FfRosterStepItemProps;

static GParamSpec *properties[PROP_DETAIL + 1];

G_DEFINE_FINAL_TYPE (FfRosterStepItem, ff_roster_step_item, G_TYPE_OBJECT)

static void
ff_roster_step_item_finalize (GObject *object)
{
  g_free (FF_ROSTER_STEP_ITEM (object)->detail);

  G_OBJECT_CLASS (ff_roster_step_item_parent_class)->finalize (object);
}

static void
ff_roster_step_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfRosterStepItem *self = FF_ROSTER_STEP_ITEM (object);

  switch ((FfRosterStepItemProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->step->row->title);
      break;

    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_roster_step_item_class_init (FfRosterStepItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ff_roster_step_item_finalize;
  object_class->get_property = ff_roster_step_item_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_roster_step_item_init (FfRosterStepItem *self)
{
}

static const char *
get_words (FfRosterChange change)
{
  switch (change)
    {
    case FF_ROSTER_STEP_REFUSED:
      return _ ("Cannot be taken in");

    case FF_ROSTER_STEP_CHANGED:
      return _ ("Changed");

    case FF_ROSTER_STEP_ADDED:
      return _ ("Added");

    case FF_ROSTER_STEP_SAME:
    case FF_ROSTER_STEP_DUPLICATE:
    default:
      return _ ("Stays as it is");
    }
}

/* Whom a duplicate may be, and why, each in a line; of any other step what changes or why not. */
static char *
describe_outcome (const FfRosterStep *step)
{
  g_autoptr (GStrvBuilder) lines = NULL;
  g_auto (GStrv) all = NULL;

  if (step->change != FF_ROSTER_STEP_DUPLICATE)
    return *step->summary != '\0'
               ? g_strdup_printf ("%s: %s", get_words (step->change), step->summary)
               : g_strdup (get_words (step->change));
  lines = g_strv_builder_new ();
  for (guint i = 0; i < step->candidates->len; i++)
    g_strv_builder_take (lines,
                         ff_roster_candidate_describe (g_ptr_array_index (step->candidates, i)));
  all = g_strv_builder_end (lines);
  return g_strjoinv ("\n", all);
}

static char *
describe (const FfRosterStep *step)
{
  GString *text = g_string_new (NULL);
  g_autofree char *outcome = describe_outcome (step);

  /* Translators: the number of a line, and such as “Added” */
  g_string_append_printf (text, _ ("Line %1$u · %2$s"), step->row->line, outcome);
  for (guint i = 0; i < step->row->remarks->len; i++)
    g_string_append_printf (text, "\n%s", (char *) g_ptr_array_index (step->row->remarks, i));
  return g_string_free_and_steal (text);
}

/**
 * ff_roster_step_item_list:
 * @plan: what would be done; has to stay as long as the items
 *
 * Returns: (transfer full) (element-type FfRosterStepItem): a line each; those that stay as they are only with a remark
 */
GPtrArray *
ff_roster_step_item_list (FfRosterPlan *plan)
{
  static const FfRosterChange order[]
      = { FF_ROSTER_STEP_DUPLICATE, FF_ROSTER_STEP_REFUSED, FF_ROSTER_STEP_CHANGED,
          FF_ROSTER_STEP_ADDED, FF_ROSTER_STEP_SAME };
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < plan->steps->len; j++)
      {
        FfRosterStep *step = g_ptr_array_index (plan->steps, j);
        FfRosterStepItem *item;

        if (step->change != order[i]
            || (step->change == FF_ROSTER_STEP_SAME && *step->summary == '\0'))
          continue;
        item = g_object_new (FF_TYPE_ROSTER_STEP_ITEM, NULL);
        item->step = step;
        item->detail = describe (step);
        g_ptr_array_add (items, item);
      }
  return items;
}

static char *
describe_candidate (const FfRosterCandidate *candidate)
{
  const char *name = ff_volunteer_get_name (candidate->volunteer);
  g_autofree char *like = ff_roster_like_describe (candidate->like);

  if (candidate->line != 0)
    /* Translators: a name, the number of a line, and such as “same mail” */
    return g_strdup_printf (_ ("The same as %1$s of line %2$u (%3$s)"), name, candidate->line,
                            like);
  /* Translators: a name, and such as “same mail” */
  return g_strdup_printf (_ ("The same as %1$s (%2$s)"), name, like);
}

/**
 * ff_roster_step_item_list_choices:
 *
 * Returns: (transfer full) (nullable): what can be done, for a list to choose from; %NULL where there is nothing to decide
 */
GStrv
ff_roster_step_item_list_choices (FfRosterStepItem *self)
{
  GPtrArray *candidates = self->step->candidates;
  g_autoptr (GStrvBuilder) choices = NULL;

  if (self->step->change != FF_ROSTER_STEP_DUPLICATE)
    return NULL;
  choices = g_strv_builder_new ();
  g_strv_builder_add_many (choices, _ ("Please choose"), _ ("Somebody else: add"), _ ("Leave out"),
                           NULL);
  for (guint i = 0; i < candidates->len; i++)
    g_strv_builder_take (choices, describe_candidate (g_ptr_array_index (candidates, i)));
  return g_strv_builder_end (choices);
}

/**
 * ff_roster_step_item_get_choice:
 * @self: a line of the plan
 *
 * Returns: which of ff_roster_step_item_list_choices() is chosen
 */
guint
ff_roster_step_item_get_choice (FfRosterStepItem *self)
{
  switch (self->step->decision)
    {
    case FF_ROSTER_ADD:
      return 1;

    case FF_ROSTER_SKIP:
      return 2;

    case FF_ROSTER_MERGE:
      return 3 + self->step->chosen;

    case FF_ROSTER_UNDECIDED:
    default:
      return 0;
    }
}

/**
 * ff_roster_step_item_choose:
 * @self: a line of the plan
 * @choice: of ff_roster_step_item_list_choices()
 */
void
ff_roster_step_item_choose (FfRosterStepItem *self, guint choice)
{
  static const FfRosterDecision decisions[]
      = { FF_ROSTER_UNDECIDED, FF_ROSTER_ADD, FF_ROSTER_SKIP };

  g_return_if_fail (self->step->candidates != NULL && choice < 3 + self->step->candidates->len);

  self->step->decision = choice < G_N_ELEMENTS (decisions) ? decisions[choice] : FF_ROSTER_MERGE;
  self->step->chosen = choice >= 3 ? choice - 3 : 0;
}

/**
 * ff_roster_step_item_get_title:
 * @self: a line of the plan
 *
 * Returns: (transfer none): whose it is
 */
const char *
ff_roster_step_item_get_title (FfRosterStepItem *self)
{
  g_return_val_if_fail (FF_IS_ROSTER_STEP_ITEM (self), NULL);

  return self->step->row->title;
}

/**
 * ff_roster_step_item_get_detail:
 * @self: a line of the plan
 *
 * Returns: (transfer none): what is done, and why
 */
const char *
ff_roster_step_item_get_detail (FfRosterStepItem *self)
{
  g_return_val_if_fail (FF_IS_ROSTER_STEP_ITEM (self), NULL);

  return self->detail;
}
