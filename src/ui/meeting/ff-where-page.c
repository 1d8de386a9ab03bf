/* ff-where-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the meeting dialog for the place, how to get in, and how to join from elsewhere.
 */

#include "ff-config.h"

#include "ff-message-label.h"
#include "ff-where-page.h"

struct _FfWherePage
{
  FfMeetingPage parent_instance;

  GtkWidget *address_row;
  GtkWidget *room_row;
  GtkWidget *step_free_row;
  GtkWidget *access_row;
  GtkWidget *link_note_row;
  GtkWidget *passcode_row;
  GtkWidget *phone_row;
  GtkWidget *phone_note_row;
  GtkWidget *region_row;
  GtkWidget *district_row;
};

G_DEFINE_FINAL_TYPE (FfWherePage, ff_where_page, FF_TYPE_MEETING_PAGE)

static void
ff_where_page_fill (FfMeetingPage *page, FfMeetingForm *form)
{
  FfWherePage *self = FF_WHERE_PAGE (page);
  FfVenueForm *venue = ff_meeting_form_get_venue (form);

  ff_meeting_page_bind (venue, "address", self->address_row, "text");
  ff_meeting_page_bind (venue, "room", self->room_row, "text");
  ff_meeting_page_bind (venue, "access", self->access_row, "text");
  ff_meeting_page_bind (venue, "link-note", self->link_note_row, "text");
  ff_meeting_page_bind (venue, "passcode", self->passcode_row, "text");
  ff_meeting_page_bind (venue, "phone", self->phone_row, "text");
  ff_meeting_page_bind (venue, "phone-note", self->phone_note_row, "text");
  ff_meeting_page_bind (venue, "region", self->region_row, "text");
  ff_meeting_page_bind (venue, "district", self->district_row, "text");
  ff_meeting_page_bind (ff_meeting_form_get_types (form), "step-free", self->step_free_row,
                        "active");
}

static void
ff_where_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_WHERE_PAGE);

  G_OBJECT_CLASS (ff_where_page_parent_class)->dispose (object);
}

static void
ff_where_page_class_init (FfWherePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_where_page_dispose;
  FF_MEETING_PAGE_CLASS (klass)->fill = ff_where_page_fill;

  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-where-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfWherePage, address_row);
  gtk_widget_class_bind_template_child (widget_class, FfWherePage, room_row);
  gtk_widget_class_bind_template_child (widget_class, FfWherePage, step_free_row);
  gtk_widget_class_bind_template_child (widget_class, FfWherePage, access_row);
  gtk_widget_class_bind_template_child (widget_class, FfWherePage, link_note_row);
  gtk_widget_class_bind_template_child (widget_class, FfWherePage, passcode_row);
  gtk_widget_class_bind_template_child (widget_class, FfWherePage, phone_row);
  gtk_widget_class_bind_template_child (widget_class, FfWherePage, phone_note_row);
  gtk_widget_class_bind_template_child (widget_class, FfWherePage, region_row);
  gtk_widget_class_bind_template_child (widget_class, FfWherePage, district_row);
}

static void
ff_where_page_init (FfWherePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
