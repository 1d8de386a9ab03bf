/* ff-pack.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pack: chosen handouts × copies, in a language and on a paper.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-sheet.h"
#include "ff-handout.h"
#include "ff-pack.h"
#include "ff-pdf.h"

/* Only the number of copies can change; the rest may be read in the thread that writes a PDF. */
struct _FfPack
{
  GObject parent_instance;

  GStrv ids;
  char *language;
  char *group_name; /* (nullable) */
  FfPaperSize size;
  gboolean large_print;
  guint copies;
};

G_DEFINE_FINAL_TYPE (FfPack, ff_pack, G_TYPE_OBJECT)

static void
ff_pack_finalize (GObject *object)
{
  FfPack *self = FF_PACK (object);

  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->group_name, g_free);

  G_OBJECT_CLASS (ff_pack_parent_class)->finalize (object);
}

static void
ff_pack_class_init (FfPackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_pack_finalize;
}

static void
ff_pack_init (FfPack *self)
{
  self->copies = 1;
}

/**
 * ff_pack_read_paper_size:
 * @settings: the program's settings
 *
 * Returns: the paper that handouts are printed on
 */
FfPaperSize
ff_pack_read_paper_size (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), FF_PAPER_A4);

  /* In the order of the schema's values. */
  switch (g_settings_get_enum (settings, "paper"))
    {
    case 1:
      return FF_PAPER_A4;

    case 2:
      return FF_PAPER_LETTER;

    default:
      return ff_paper_size_get_default ();
    }
}

/**
 * ff_pack_new:
 * @settings: the program's settings, which say the paper, the size of print and the language
 * @group: (nullable): the group whose name is on the sheets, and whose language they are in where the settings say none
 * @ids: the handouts
 *
 * Returns: (transfer full): one copy of each
 */
FfPack *
ff_pack_new (GSettings *settings, FfGroup *group, const char *const *ids)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  FfPack *self = g_object_new (FF_TYPE_PACK, NULL);

  self->ids = g_strdupv ((char **) ids);
  self->language = g_settings_get_string (settings, "handout-language");
  if (*self->language == '\0' && group != NULL)
    g_set_str (&self->language, ff_group_get_language (group));
  self->group_name = group != NULL ? g_strdup (ff_group_get_name (group)) : NULL;
  self->size = ff_pack_read_paper_size (settings);
  self->large_print = g_settings_get_boolean (settings, "large-print");
  return self;
}

/**
 * ff_pack_get_copies:
 * @self: the pack
 *
 * Returns: how many times each handout is wanted
 */
guint
ff_pack_get_copies (FfPack *self)
{
  g_return_val_if_fail (FF_IS_PACK (self), 0);

  return self->copies;
}

/**
 * ff_pack_set_copies:
 * @self: the pack
 * @copies: how many times each handout is wanted; 1 at least
 */
void
ff_pack_set_copies (FfPack *self, guint copies)
{
  g_return_if_fail (FF_IS_PACK (self));
  g_return_if_fail (copies > 0);

  self->copies = copies;
}

/**
 * ff_pack_make_sheets:
 * @self: the pack
 * @error: where to say which handout there is none of
 *
 * Lays every handout out once. The sheets belong to the thread that made them, as Pango's layouts do.
 *
 * Returns: (element-type FfSheet) (transfer full) (nullable): a sheet for each handout
 */
GPtrArray *
ff_pack_make_sheets (FfPack *self, GError **error)
{
  g_return_val_if_fail (FF_IS_PACK (self), NULL);

  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, self->language);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  FfPaperStyle style = {
    .size = self->size,
    .large_print = self->large_print,
    .group_name = self->group_name,
  };

  for (char **id = self->ids; *id != NULL; id++)
    {
      g_autoptr (FfHandout) handout = ff_handout_load (*id, catalogue, error);

      if (handout == NULL)
        return NULL;
      g_ptr_array_add (sheets, ff_handout_sheet_new (handout, &style, NULL));
    }
  return g_steal_pointer (&sheets);
}

/**
 * ff_pack_make_title:
 * @self: the pack
 * @sheets: (element-type FfSheet): its sheets
 *
 * Returns: (transfer full): the handout's title, or a word for several of them
 */
char *
ff_pack_make_title (FfPack *self, GPtrArray *sheets)
{
  g_return_val_if_fail (FF_IS_PACK (self), NULL);
  g_return_val_if_fail (sheets != NULL, NULL);

  if (sheets->len == 1)
    return g_strdup (ff_sheet_get_title (g_ptr_array_index (sheets, 0)));
  if (self->group_name != NULL)
    /* Translators: the title of several handouts in one file; %s is a group's name */
    return g_strdup_printf (_ ("Handouts for %s"), self->group_name);
  return g_strdup (_ ("Handouts"));
}

typedef struct
{
  char *path;
  guint copies;
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->path);
  g_free (target);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FfPack *self = source;
  Target *target = data;
  GError *error = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) sheets = ff_pack_make_sheets (self, &error);

  if (sheets != NULL)
    title = ff_pack_make_title (self, sheets);
  if (sheets != NULL && ff_pdf_write (sheets, target->copies, title, target->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ff_pack_write_async:
 * @self: the pack
 * @path: of the PDF, which appears whole or not at all
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Writes the pack as one PDF, in a thread.
 */
void
ff_pack_write_async (FfPack *self,
                     const char *path,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (FF_IS_PACK (self));
  g_return_if_fail (path != NULL);

  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Target *target = g_new0 (Target, 1);

  target->path = g_strdup (path);
  target->copies = self->copies;
  g_task_set_source_tag (task, ff_pack_write_async);
  g_task_set_task_data (task, target, target_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * ff_pack_write_finish:
 * @self: the pack
 * @result: what the callback was given
 * @error: where to say why the file could not be written
 *
 * Returns: whether the file is there
 */
gboolean
ff_pack_write_finish (FfPack *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
