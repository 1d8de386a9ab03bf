/* bench-roster.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the roster in a data folder holds the main loop while somebody looks through it, beside a plain list of as many labels.
 *
 * bench-roster FOLDER   prints for each of open, type, sort, filter and scroll, first of the roster and then of the plain list: the
 *                       longest turn of the main loop in microseconds of its own time, the longest gap between two frames in
 *                       microseconds by the clock on the wall, the frames that were lost, and those that were shown
 */

#include <stdio.h>
#include <time.h>

#include <adwaita.h>

#include "ff-volunteer-list.h"
#include "ff-volunteer-repository.h"

#define FRAME (G_USEC_PER_SEC / 60)
#define WORDS 7

static const char *const typed[WORDS] = { "a", "an", "ann", "an", "a", "ma", "" };

/* What is watched while the main loop runs. */
typedef struct
{
  GtkWidget *window;
  gint64 longest; /* turn, own time */
  gint64 gap;     /* between two frames, on the wall */
  gint64 last_frame;
  guint lost;
  guint shown;
} Watch;

/* A list under test. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *list;
  GtkEditable *entry;
  GtkAdjustment *adjustment;
  GPtrArray *choices; /* of the roster: role, serving, programme, order */
  /* of the plain list: */
  GtkStringFilter *filter;
  GtkStringSorter *sorter;
  GtkSortListModel *sorted;
} Bench;

static gint64
get_thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* A tick callback keeps the frame clock going, so that each frame that is due is either shown or lost. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  Watch *watch = data;
  gint64 now = g_get_monotonic_time ();

  if (watch->last_frame != 0)
    {
      watch->gap = MAX (watch->gap, now - watch->last_frame);
      watch->lost += (guint) ((now - watch->last_frame + FRAME / 2) / FRAME - 1)
                     * (now - watch->last_frame > FRAME / 2);
    }
  watch->last_frame = now;
  watch->shown++;
  return G_SOURCE_CONTINUE;
}

static void
run (Watch *watch, guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    {
      gint64 turn = get_thread_time ();

      g_main_context_iteration (NULL, TRUE);
      watch->longest = MAX (watch->longest, get_thread_time () - turn);
    }
}

/* What a person does is a turn of its own, as it comes from an event. */
static void
note (Watch *watch, gint64 begin)
{
  watch->longest = MAX (watch->longest, get_thread_time () - begin);
}

static void
print (const char *what, const Watch *watch)
{
  printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %u\n", what, watch->longest, watch->gap,
          watch->lost, watch->shown);
}

static void
find_all (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_all (child, type, found);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  find_all (widget, type, found);
  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

/* --- What a person does --- */

static void
type (Bench *bench, Watch *watch)
{
  for (gsize i = 0; i < WORDS; i++)
    {
      gint64 begin = get_thread_time ();

      if (bench->entry != NULL)
        gtk_editable_set_text (bench->entry, typed[i]);
      else
        gtk_string_filter_set_search (bench->filter, typed[i]);
      note (watch, begin);
      run (watch, 450);
    }
}

static void
choose (Bench *bench, Watch *watch, guint choice, guint selected)
{
  gint64 begin = get_thread_time ();

  gtk_drop_down_set_selected (g_ptr_array_index (bench->choices, choice), selected);
  note (watch, begin);
  run (watch, 600);
}

static void
sort (Bench *bench, Watch *watch)
{
  for (guint i = 0; i < 3; i++)
    {
      gint64 begin = get_thread_time ();

      if (bench->choices != NULL)
        {
          choose (bench, watch, 3, (i + 1) % 3);
          continue;
        }
      gtk_sort_list_model_set_sorter (bench->sorted,
                                      i % 2 == 0 ? NULL : GTK_SORTER (bench->sorter));
      note (watch, begin);
      run (watch, 600);
    }
}

static void
filter (Bench *bench, Watch *watch)
{
  static const char *const words[] = { "Kim", "" };

  for (guint choice = 0; bench->choices != NULL && choice < 3; choice++)
    for (guint selected = 2; selected > 0; selected -= 2)
      {
        choose (bench, watch, choice, selected);
        choose (bench, watch, choice, 0);
      }
  for (guint i = 0; bench->choices == NULL && i < 6; i++)
    {
      gint64 begin = get_thread_time ();

      gtk_string_filter_set_search (bench->filter, words[i % 2]);
      note (watch, begin);
      run (watch, 600);
    }
}

/* A page a frame for a second, back to the top, and to the end at once. */
static void
scroll (Bench *bench, Watch *watch)
{
  double page = gtk_adjustment_get_page_size (bench->adjustment);

  for (guint i = 0; i < 60; i++)
    {
      gint64 begin = get_thread_time ();

      gtk_adjustment_set_value (bench->adjustment, i * page);
      note (watch, begin);
      run (watch, 1000 / 60);
    }
  gtk_adjustment_set_value (bench->adjustment, 0);
  run (watch, 100);
  gtk_adjustment_set_value (bench->adjustment, gtk_adjustment_get_upper (bench->adjustment) - page);
  run (watch, 200);
}

/* --- The two lists --- */

static void
make_roster (Bench *bench, FfContext *context)
{
  bench->list = ff_volunteer_list_new (context);
  adw_window_set_content (ADW_WINDOW (bench->window), bench->list);
}

static void
find_parts (Bench *bench)
{
  /* The choices above the roster have lists that scroll, too. */
  GtkWidget *roster = find (bench->window, ADW_TYPE_CLAMP_SCROLLABLE);

  bench->adjustment
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (roster != NULL ? roster : bench->list));
  bench->entry = GTK_EDITABLE (find (bench->window, GTK_TYPE_SEARCH_ENTRY));
  if (bench->entry == NULL)
    return;
  bench->choices = g_ptr_array_new ();
  find_all (bench->window, GTK_TYPE_DROP_DOWN, bench->choices);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
make_plain (Bench *bench, GPtrArray *names)
{
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkFilterListModel *filtered;

  bench->filter = gtk_string_filter_new (gtk_expression_ref (name));
  bench->sorter = gtk_string_sorter_new (name);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (gtk_string_list_new (
                                            (const char *const *) names->pdata)),
                                        GTK_FILTER (g_object_ref (bench->filter)));
  bench->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                           GTK_SORTER (g_object_ref (bench->sorter)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  bench->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (
                                       G_LIST_MODEL (g_object_ref (bench->sorted)))),
                                   factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), bench->list);
  adw_window_set_content (ADW_WINDOW (bench->window), scroller);
}

static void
measure (const char *name, void (*act) (Bench *bench, Watch *watch), Bench *bench)
{
  Watch watch = { .window = bench->window };
  guint tick = gtk_widget_add_tick_callback (bench->window, on_frame, &watch, NULL);

  act (bench, &watch);
  gtk_widget_remove_tick_callback (bench->window, tick);
  print (name, &watch);
}

/* @context: of the roster; %NULL for the plain list of @names */
static void
measure_all (FfContext *context, GPtrArray *names)
{
  Bench bench = { .window = adw_window_new () };
  Watch watch = { .window = bench.window };
  guint tick = gtk_widget_add_tick_callback (bench.window, on_frame, &watch, NULL);
  gint64 begin;

  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1000, 720);
  gtk_window_present (GTK_WINDOW (bench.window));
  run (&watch, 700);
  watch = (Watch) { .window = bench.window };
  begin = get_thread_time ();
  if (context != NULL)
    make_roster (&bench, context);
  else
    make_plain (&bench, names);
  note (&watch, begin);
  run (&watch, 1500);
  gtk_widget_remove_tick_callback (bench.window, tick);
  print ("open", &watch);
  find_parts (&bench);
  measure ("type", type, &bench);
  measure ("sort", sort, &bench);
  measure ("filter", filter, &bench);
  measure ("scroll", scroll, &bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_clear_pointer (&bench.choices, g_ptr_array_unref);
  g_clear_object (&bench.filter);
  g_clear_object (&bench.sorter);
  g_clear_object (&bench.sorted);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GPtrArray **) data = ff_volunteer_repository_list_finish (FF_STORE (source), result, NULL);
}

/* The plain list shows the very names that the roster does. */
static GPtrArray *
list_names (FfStore *store, FfClock *clock)
{
  const FfVolunteerFilter everybody = { .serving = FF_SERVING_ANY };
  g_autoptr (GDateTime) now = ff_clock_get_now (clock);
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  ff_volunteer_repository_list_async (store, &everybody, now, NULL, on_listed, &rows);
  while (rows == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (names, g_strdup (ff_volunteer_row_get_name (g_ptr_array_index (rows, i))));
  g_ptr_array_add (names, NULL);
  return names;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfStore) store = NULL;
  g_autoptr (FfClock) clock = ff_clock_new ();
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GPtrArray) programmes = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (FfContext) context = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: bench-roster FOLDER\n");
      return 2;
    }
  adw_init ();
  store = ff_store_open (argv[1], NULL, &error);
  programmes = error == NULL ? ff_programme_load_all (&error) : NULL;
  if (error != NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  context = ff_context_new (store, clock, settings, programmes);
  names = list_names (store, clock);
  measure_all (context, names);
  measure_all (NULL, names);
  return 0;
}
