/* ff-statement.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One SQL statement: its values bound, its rows read, its first error kept until asked for.
 */

#pragma once

#include "ff-connection.h"
#include "ff-wall-time.h"

G_BEGIN_DECLS

typedef struct _FfStatement FfStatement;

FfStatement *ff_statement_new            (FfConnection      *connection,
                                          const char        *sql);
void         ff_statement_free           (FfStatement       *self);

/* Parameters count from 1, as ?1 does in SQL. */
void         ff_statement_bind_null      (FfStatement       *self,
                                          int                parameter);
void         ff_statement_bind_int       (FfStatement       *self,
                                          int                parameter,
                                          gint64             value);
void         ff_statement_bind_count     (FfStatement       *self,     /* NULL where it is below 0 */
                                          int                parameter,
                                          int                value);
void         ff_statement_bind_double    (FfStatement       *self,
                                          int                parameter,
                                          double             value);
void         ff_statement_bind_text      (FfStatement       *self,
                                          int                parameter,
                                          const char        *value);   /* (nullable) */
void         ff_statement_bind_time      (FfStatement       *self,
                                          int                parameter,
                                          const FfWallTime  *value);   /* (nullable) */

/* TRUE while there is a row; the reason for stopping is told by ff_statement_finish(). */
gboolean     ff_statement_next           (FfStatement       *self);
gboolean     ff_statement_finish         (FfStatement       *self,
                                          GError           **error);
/* Runs it to its end, and makes it ready to be bound and run again. */
gboolean     ff_statement_run            (FfStatement       *self,
                                          GError           **error);
/* How many rows the last ff_statement_run() of this connection changed. */
int          ff_statement_get_changes    (FfStatement       *self);

/* Columns count from 0. */
gboolean     ff_statement_is_null        (FfStatement       *self,
                                          int                column);
gint64       ff_statement_get_int        (FfStatement       *self,
                                          int                column);
int          ff_statement_get_count      (FfStatement       *self,     /* -1 for NULL */
                                          int                column);
double       ff_statement_get_double     (FfStatement       *self,
                                          int                column);
const char  *ff_statement_get_text       (FfStatement       *self,     /* (nullable): until the next step */
                                          int                column);
gboolean     ff_statement_get_time       (FfStatement       *self,     /* FALSE where there is none */
                                          int                column,
                                          FfWallTime        *time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfStatement, ff_statement_free)

G_END_DECLS
