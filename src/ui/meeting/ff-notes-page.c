/* ff-notes-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the meeting dialog for what is said of it in words.
 */

#include "ff-config.h"

#include "ff-notes-page.h"

struct _FfNotesPage
{
  FfMeetingPage parent_instance;

  GtkTextBuffer *notes;
  GtkTextBuffer *remarks;
};

G_DEFINE_FINAL_TYPE (FfNotesPage, ff_notes_page, FF_TYPE_MEETING_PAGE)

static void
ff_notes_page_fill (FfMeetingPage *page, FfMeetingForm *form)
{
  FfNotesPage *self = FF_NOTES_PAGE (page);

  ff_meeting_page_bind (form, "notes", self->notes, "text");
  ff_meeting_page_bind (form, "remarks", self->remarks, "text");
}

static void
ff_notes_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_NOTES_PAGE);

  G_OBJECT_CLASS (ff_notes_page_parent_class)->dispose (object);
}

static void
ff_notes_page_class_init (FfNotesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_notes_page_dispose;
  FF_MEETING_PAGE_CLASS (klass)->fill = ff_notes_page_fill;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-notes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfNotesPage, notes);
  gtk_widget_class_bind_template_child (widget_class, FfNotesPage, remarks);
}

static void
ff_notes_page_init (FfNotesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
