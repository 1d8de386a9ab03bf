/* ff-roster-questions.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file of volunteers leaves open, as rows to choose from: its character set, its columns, its dates and names that nobody knows.
 */

#include "ff-config.h"

#include "ff-roster-questions.h"

#include <glib/gi18n-lib.h>

#define MOST_COLUMNS 100u
#define MOST_STRANGERS 50u

/* Who answers what; freed with its row. */
typedef struct
{
  FfRosterAnswers *answers;
  guint index;        /* of the column */
  GPtrArray *rows;    /* (unowned) (element-type AdwComboRow): of all columns */
  GArray *charsets;   /* of FfRosterCharset */
  GStrv requirements; /* uid and title in turn */
  GStrv choices;      /* likewise, of a name */
  FfRosterNaming naming;
  char *value;
  gboolean *refreshing; /* (unowned): shared by the columns */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_clear_pointer (&question->rows, g_ptr_array_unref);
  g_clear_pointer (&question->charsets, g_array_unref);
  g_strfreev (question->requirements);
  g_strfreev (question->choices);
  g_free (question->value);
  g_free (question);
}

/* What was chosen may have been the last that had to be. */
static void
tell (AdwComboRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "roster-import.answered", NULL);
}

static AdwComboRow *
add_row (AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle,
         GListModel *choices,
         guint selected)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), subtitle == NULL);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (group, row);
  return ADW_COMBO_ROW (row);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);
  return group;
}

/* --- The character set --- */

static void
on_charset (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  Question *question = data;
  const guint selected = adw_combo_row_get_selected (row);

  question->answers->charset
      = selected == 0 || selected > question->charsets->len
            ? FF_ROSTER_CHARSET_ASK
            : g_array_index (question->charsets, FfRosterCharset, selected - 1);
  tell (row);
}

static void
add_charset (AdwPreferencesPage *page, const FfRosterImport *import, FfRosterAnswers *answers)
{
  AdwPreferencesGroup *group
      = add_group (page, _ ("Letters"),
                   _ ("Some letters are not in UTF-8. Choose where this line reads right."));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  Question *question = g_new0 (Question, 1);
  g_autofree char *title = g_strdup_printf (_ ("Line %u"), import->charset_sample.line);

  question->answers = answers;
  question->charsets = g_array_new (FALSE, FALSE, sizeof (FfRosterCharset));
  gtk_string_list_append (words, _ ("Please choose"));
  for (guint i = FF_ROSTER_CHARSET_UTF_8; i < FF_N_ROSTER_CHARSETS; i++)
    {
      const FfRosterCharset charset = (FfRosterCharset) i;
      const char *preview = import->charset_sample.previews[i];
      g_autofree char *word
          = preview != NULL
                ? g_strdup_printf ("%s · %s", preview, ff_roster_charset_get_title (charset))
                : g_strdup (ff_roster_charset_get_title (charset));

      if (preview == NULL && charset != FF_ROSTER_CHARSET_UTF_8)
        continue;
      g_array_append_val (question->charsets, charset);
      gtk_string_list_append (words, word);
    }
  g_signal_connect_data (add_row (group, title, NULL, G_LIST_MODEL (words), 0), "notify::selected",
                         G_CALLBACK (on_charset), question, question_free, G_CONNECT_DEFAULT);
}

/* --- Dates --- */

static void
on_dates (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  Question *question = data;

  question->answers->dates
      = (FfRosterDates) MIN (adw_combo_row_get_selected (row), FF_ROSTER_DATES_YEAR_FIRST);
  tell (row);
}

static void
add_dates (AdwPreferencesPage *page, const FfRosterImport *import, FfRosterAnswers *answers)
{
  const char *const words[] = { _ ("Please choose"), _ ("Day, month, year"), _ ("Month, day, year"),
                                _ ("Year, month, day"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);
  AdwPreferencesGroup *group
      = add_group (page, _ ("Dates"),
                   _ ("Nothing in the file says in which order they are written."));
  /* Translators: the number of a line, and a date as it is written there */
  g_autofree char *title
      = g_strdup_printf (_ ("Line %1$u: “%2$s”"), import->date_line, import->date_sample);
  Question *question = g_new0 (Question, 1);

  question->answers = answers;
  g_signal_connect_data (add_row (group, title, NULL, G_LIST_MODEL (list), answers->dates),
                         "notify::selected", G_CALLBACK (on_dates), question, question_free,
                         G_CONNECT_DEFAULT);
}

/* --- Columns --- */

/* The fields that a column can be, in the order of the list, then the days of each training. */
static guint
list_fields (FfRosterField *fields)
{
  guint n = 0;

  for (guint i = 0; i < FF_N_ROSTER_FIELDS; i++)
    {
      if (i != FF_ROSTER_FIELD_TRAINING)
        fields[n++] = (FfRosterField) i;
    }
  return n;
}

static guint
find_choice (const FfRosterColumn *column, const char *const *requirements)
{
  FfRosterField fields[FF_N_ROSTER_FIELDS];
  const guint n_fields = list_fields (fields);

  for (guint i = 0; column->field == FF_ROSTER_FIELD_TRAINING && requirements[i] != NULL; i += 2)
    {
      if (g_str_equal (requirements[i], column->requirement))
        return n_fields + i / 2;
    }
  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i] == column->field)
        return i;
    }
  return 0;
}

static void
show_columns (const Question *question)
{
  *question->refreshing = TRUE;
  for (guint i = 0; i < question->rows->len; i++)
    adw_combo_row_set_selected (g_ptr_array_index (question->rows, i),
                                find_choice (g_ptr_array_index (question->answers->columns, i),
                                             (const char *const *) question->requirements));
  *question->refreshing = FALSE;
}

static void
on_column (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  Question *question = data;
  FfRosterField fields[FF_N_ROSTER_FIELDS];
  const guint n_fields = list_fields (fields);
  const guint selected = adw_combo_row_get_selected (row);

  if (*question->refreshing || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected < n_fields)
    ff_roster_columns_set (question->answers->columns, question->index, fields[selected], NULL);
  else
    ff_roster_columns_set (question->answers->columns, question->index, FF_ROSTER_FIELD_TRAINING,
                           question->requirements[(selected - n_fields) * 2]);
  show_columns (question);
  tell (row);
}

static GListModel *
make_field_list (const char *const *requirements)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  FfRosterField fields[FF_N_ROSTER_FIELDS];
  const guint n_fields = list_fields (fields);

  for (guint i = 0; i < n_fields; i++)
    gtk_string_list_append (words, ff_roster_field_get_title (fields[i]));
  for (guint i = 0; requirements[i] != NULL; i += 2)
    {
      /* Translators: what a training is called */
      g_autofree char *word = g_strdup_printf (_ ("Day of “%s”"), requirements[i + 1]);

      gtk_string_list_append (words, word);
    }
  return G_LIST_MODEL (words);
}

static void
on_header (AdwSwitchRow *row, GParamSpec *pspec, gpointer data)
{
  Question *question = data;

  question->answers->header
      = adw_switch_row_get_active (row) ? FF_ROSTER_HEADER_FIRST_LINE : FF_ROSTER_HEADER_NONE;
  g_clear_pointer (&question->answers->columns, g_ptr_array_unref);
  gtk_widget_activate_action (GTK_WIDGET (row), "roster-import.read-again", NULL);
}

static void
add_header (AdwPreferencesGroup *group, const FfRosterImport *import, FfRosterAnswers *answers)
{
  GtkWidget *row = adw_switch_row_new ();
  Question *question = g_new0 (Question, 1);

  question->answers = answers;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("The First Line Names the Columns"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), import->has_header);
  adw_preferences_group_add (group, row);
  g_signal_connect_data (row, "notify::active", G_CALLBACK (on_header), question, question_free,
                         G_CONNECT_DEFAULT);
}

static void
add_columns (AdwPreferencesPage *page,
             FfRosterImport *import,
             const FfRosterKnown *known,
             FfRosterAnswers *answers)
{
  const gboolean has_name = ff_roster_columns_have_name (import->columns);
  AdwPreferencesGroup *group = add_group (
      page, _ ("Columns"),
      has_name ? _ ("What each column of the file says.")
               : _ ("None of the columns is known as the name. Choose what each of them says."));
  g_auto (GStrv) requirements = ff_roster_known_list (known, FF_ROSTER_NAMES_REQUIREMENT);
  g_autoptr (GListModel) words = make_field_list ((const char *const *) requirements);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  gboolean *refreshing = g_new0 (gboolean, 1);

  g_object_set_data_full (G_OBJECT (group), "refreshing", refreshing, g_free);
  add_header (group, import, answers);
  g_clear_pointer (&answers->columns, g_ptr_array_unref);
  answers->columns = ff_roster_columns_copy (import->columns);
  for (guint i = 0; i < MIN (import->columns->len, MOST_COLUMNS); i++)
    {
      const FfRosterColumn *column = g_ptr_array_index (import->columns, i);
      g_autofree char *examples = g_strjoinv (" · ", (char **) column->examples);
      Question *question = g_new0 (Question, 1);
      AdwComboRow *row = add_row (group, column->title, examples, words,
                                  find_choice (column, (const char *const *) requirements));

      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      question->answers = answers;
      question->index = i;
      question->rows = g_ptr_array_ref (rows);
      question->requirements = g_strdupv (requirements);
      question->refreshing = refreshing;
      g_ptr_array_add (rows, row);
      g_signal_connect_data (row, "notify::selected", G_CALLBACK (on_column), question,
                             question_free, G_CONNECT_DEFAULT);
    }
}

/* --- Names that nobody knows --- */

static void
on_name (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  Question *question = data;
  const guint selected = adw_combo_row_get_selected (row);

  if (selected != GTK_INVALID_LIST_POSITION)
    ff_roster_answers_map (question->answers, question->naming, question->value,
                           selected == 0 ? NULL : question->choices[(selected - 1) * 2]);
}

static const char *
get_naming_words (FfRosterNaming naming)
{
  switch (naming)
    {
    case FF_ROSTER_NAMES_ROLE:
      return _ ("Role");

    case FF_ROSTER_NAMES_GROUP:
      return _ ("Group");

    case FF_ROSTER_NAMES_PROGRAMME:
      return _ ("Programme");

    case FF_ROSTER_NAMES_REQUIREMENT:
      return _ ("Training");

    case FF_ROSTER_NAMES_ZONE:
    default:
      return _ ("Time zone");
    }
}

static void
add_name (AdwPreferencesGroup *group,
          const FfRosterStranger *stranger,
          const FfRosterKnown *known,
          FfRosterAnswers *answers)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  Question *question = g_new0 (Question, 1);
  g_autofree char *subtitle
      = g_strdup_printf (ngettext ("%1$s, in line %2$u", "%1$s, first in line %2$u",
                                   stranger->n_rows),
                         get_naming_words (stranger->naming), stranger->line);

  question->answers = answers;
  question->naming = stranger->naming;
  question->value = g_strdup (stranger->value);
  question->choices = ff_roster_known_list (known, stranger->naming);
  gtk_string_list_append (words, _ ("Left out"));
  for (guint i = 0; question->choices[i] != NULL; i += 2)
    gtk_string_list_append (words, question->choices[i + 1]);
  g_signal_connect_data (add_row (group, stranger->value, subtitle, G_LIST_MODEL (words), 0),
                         "notify::selected", G_CALLBACK (on_name), question, question_free,
                         G_CONNECT_DEFAULT);
}

static void
add_names (AdwPreferencesPage *page,
           const FfRosterImport *import,
           const FfRosterKnown *known,
           FfRosterAnswers *answers)
{
  AdwPreferencesGroup *group = add_group (page, _ ("Names That Are Not Known Here"),
                                          _ ("Choose what they mean, or they are left out."));

  for (guint i = 0; i < MIN (import->strangers->len, MOST_STRANGERS); i++)
    add_name (group, g_ptr_array_index (import->strangers, i), known, answers);
}

/**
 * ff_roster_questions_exist:
 * @import: what was read
 *
 * Returns: whether there is anything to look at before the plan
 */
gboolean
ff_roster_questions_exist (const FfRosterImport *import)
{
  return import->asks != 0 || import->columns->len > 0 || import->strangers->len > 0;
}

/**
 * ff_roster_questions_are_answered:
 * @import: what was read
 * @answers: what is chosen so far
 *
 * Returns: whether everything is that has to be answered before the file can be read
 */
gboolean
ff_roster_questions_are_answered (const FfRosterImport *import, const FfRosterAnswers *answers)
{
  if ((import->asks & FF_ROSTER_ASKS_CHARSET) != 0 && answers->charset == FF_ROSTER_CHARSET_ASK)
    return FALSE;
  if ((import->asks & FF_ROSTER_ASKS_DATES) != 0 && answers->dates == FF_ROSTER_DATES_ASK)
    return FALSE;
  return import->columns->len == 0 || answers->columns == NULL
         || ff_roster_columns_have_name (answers->columns);
}

/**
 * ff_roster_questions_fill:
 * @page: an empty page
 * @import: what was read with @answers
 * @answers: gets what is chosen
 */
void
ff_roster_questions_fill (AdwPreferencesPage *page,
                          FfRosterImport *import,
                          const FfRosterKnown *known,
                          FfRosterAnswers *answers)
{
  g_return_if_fail (ADW_IS_PREFERENCES_PAGE (page));

  if ((import->asks & FF_ROSTER_ASKS_CHARSET) != 0)
    add_charset (page, import, answers);
  if ((import->asks & FF_ROSTER_ASKS_DATES) != 0)
    add_dates (page, import, answers);
  if (import->strangers->len > 0)
    add_names (page, import, known, answers);
  if (import->columns->len > 0)
    add_columns (page, import, known, answers);
}
