/* test-help-line-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a help line must have, and the sentences that say so.
 */

#include "ff-help-line-form.h"

static void
assert_message (FfHelpLineForm *form, const char *property, const char *message)
{
  g_autofree char *found = NULL;

  g_object_get (form, property, &found, NULL);
  g_assert_cmpstr (found, ==, message);
}

/* What was not touched is not complained of. */
static void
test_untouched (void)
{
  g_autoptr (FfHelpLineForm) form = ff_help_line_form_new (NULL, FALSE);

  g_assert_false (ff_help_line_form_get_valid (form));
  assert_message (form, "name-message", "");
  assert_message (form, "contact-message", "");
}

static void
test_missing (void)
{
  g_autoptr (FfHelpLineForm) form = ff_help_line_form_new (NULL, FALSE);

  g_object_set (form, "name", "Crisis line", NULL);
  g_assert_false (ff_help_line_form_get_valid (form));
  assert_message (form, "contact-message", "");
  g_object_set (form, "contact", "604-555-0100", NULL);
  g_assert_true (ff_help_line_form_get_valid (form));
  g_object_set (form, "contact", "  ", "name", " ", NULL);
  g_assert_false (ff_help_line_form_get_valid (form));
  assert_message (form, "contact-message", "Write down the number, or whatever else reaches them.");
  assert_message (form, "name-message", "Write down who answers there.");
}

static void
test_too_long (void)
{
  static const char *const fields[] = { "name", "contact", "hours", "area" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (FfHelpLineForm) form = ff_help_line_form_new (NULL, FALSE);
      g_autofree char *message = g_strconcat (fields[i], "-message", NULL);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint n = 0; n < 200; n++)
        g_string_append (text, "é");
      g_object_set (form, "name", "Crisis line", "contact", "604-555-0100", NULL);
      g_object_set (form, fields[i], text->str, NULL);
      g_assert_true (ff_help_line_form_get_valid (form));
      g_string_append (text, "é");
      g_object_set (form, fields[i], text->str, NULL);
      g_assert_false (ff_help_line_form_get_valid (form));
      assert_message (form, message, "This is too long for a card. Use at most 200 characters.");
    }
}

static void
test_make_line (void)
{
  g_autoptr (FfHelpLine) line = ff_help_line_new ("Old", "604-555-0100", "Evenings", "Coast");
  g_autoptr (FfHelpLineForm) form = ff_help_line_form_new (line, FALSE);
  g_autoptr (FfHelpLine) made = NULL;

  g_assert_true (ff_help_line_form_get_valid (form));
  g_object_set (form, "name", "  New line ", NULL);
  made = ff_help_line_form_make_line (form);
  g_assert_cmpstr (ff_help_line_get_name (made), ==, "New line");
  g_assert_cmpstr (ff_help_line_get_contact (made), ==, "604-555-0100");
  g_assert_cmpstr (ff_help_line_get_hours (made), ==, "Evenings");
  g_assert_cmpstr (ff_help_line_get_area (made), ==, "Coast");
}

/* Left out is fine; begun and not ended says at once what is missing. */
static void
test_optional (void)
{
  g_autoptr (FfHelpLineForm) form = ff_help_line_form_new (NULL, TRUE);

  g_assert_true (ff_help_line_form_get_valid (form));
  g_assert_null (ff_help_line_form_make_line (form));
  g_object_set (form, "name", "Crisis line", NULL);
  g_assert_false (ff_help_line_form_get_valid (form));
  assert_message (form, "contact-message", "Write down the number, or whatever else reaches them.");
  g_object_set (form, "name", "", NULL);
  g_assert_true (ff_help_line_form_get_valid (form));
  assert_message (form, "contact-message", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/help-line-form/untouched", test_untouched);
  g_test_add_func ("/help-line-form/missing", test_missing);
  g_test_add_func ("/help-line-form/too-long", test_too_long);
  g_test_add_func ("/help-line-form/make-line", test_make_line);
  g_test_add_func ("/help-line-form/optional", test_optional);

  return g_test_run ();
}
