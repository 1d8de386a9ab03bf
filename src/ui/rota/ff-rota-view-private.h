/* ff-rota-view-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the rota's view share: what it shows, what is done with a place, and what is chosen from lists.
 */

#pragma once

#include "ff-rota-astray-dialog.h"
#include "ff-rota-grid.h"
#include "ff-rota-list.h"
#include "ff-rota-people.h"
#include "ff-rota-source.h"
#include "ff-rota-view.h"

G_BEGIN_DECLS

#define FF_ROTA_VIEW_WEEKS 13

struct _FfRotaView
{
  AdwBin parent_instance;

  FfContext *context;
  FfGroup *group;
  FfWallTime first; /* the first day of the first week shown */
  char *title;
  gboolean narrow;
  gboolean stale;        /* to be read once it is on the screen */
  gboolean wants_focus;  /* once there is something */
  gpointer focus_before; /* what had it then, only to be compared */
  GCancellable *reading; /* (nullable) */
  FfRotaSource *source;  /* (nullable): what the rows are made from */
  FfRotaRows *rows;      /* (nullable) */
  GListModel *people;    /* (nullable) */
  FfWallTime wanted;     /* a day to go to once it is read; year 0 = none */
  /* Cover for one volunteer, place by place */
  char *covered;     /* (nullable): uid */
  GPtrArray *skipped; /* (element-type FfSlot) */
  gboolean goes_on;   /* the next place is shown once the rota is read anew */
  FfRotaAstrayDialog *astray_dialog; /* weak (nullable) */

  FfRotaGrid *grid;
  FfRotaList *list;
  FfRotaPeople *people_list;
  AdwOverlaySplitView *split;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkWidget *add_button;
  AdwBanner *astray_banner;
  AdwWrapBox *legend;
};

/* The view */
FfSlot    *ff_rota_view_get_slot      (FfRotaView   *self); /* (nullable): where the keyboard is */
FfRota    *ff_rota_view_get_rota      (FfRotaView   *self); /* (nullable) */
int        ff_rota_view_find_week     (FfRotaView   *self);
void       ff_rota_view_notify_pinned (FfRotaView   *self);
GDateTime *ff_rota_view_get_from      (FfRotaView   *self); /* (transfer full) */
GDateTime *ff_rota_view_get_until     (FfRotaView   *self);
const char *ff_rota_view_get_group_uid (FfRotaView  *self); /* (nullable) */

/* Reading it */
void       ff_rota_view_reload        (FfRotaView   *self); /* once it is on the screen */
void       ff_rota_view_store_changed (FfRotaView   *self,
                                       FfAggregate   aggregate);
void       ff_rota_view_show_read     (FfRotaView   *self);

/* What is done with a place */
void       ff_rota_view_acts_class_init (GtkWidgetClass *widget_class);
void       ff_rota_view_update_actions (FfRotaView  *self);
void       ff_rota_view_set_pinned    (FfRotaView   *self,
                                       gboolean      pinned);
/* Asks for a reason where something speaks against it. */
void       ff_rota_view_assign        (FfRotaView   *self,
                                       FfSlot       *slot,
                                       FfVolunteer  *volunteer,
                                       FfDutyStatus  status);
void       ff_rota_view_drop          (FfRotaView   *self,
                                       FfSlot       *slot,
                                       GObject      *what);
void       ff_rota_view_swap          (FfRotaView   *self,
                                       FfSlot       *one,
                                       FfSlot       *other);

/* Duties without a place */
void       ff_rota_view_astray_class_init (GtkWidgetClass *widget_class);
void       ff_rota_view_show_astray   (FfRotaView   *self);

/* What is chosen from lists */
void       ff_rota_view_choosing_class_init (GtkWidgetClass *widget_class);
void       ff_rota_view_choose_volunteer (FfRotaView *self,
                                       FfSlot       *slot);
/* The next place of whoever is to be covered, once the rota has been read anew. */
void       ff_rota_view_go_on_covering (FfRotaView  *self);

/* What is done with all of it */
void       ff_rota_view_whole_class_init (GtkWidgetClass *widget_class);

G_END_DECLS
