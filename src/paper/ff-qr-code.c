/* ff-qr-code.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes QR codes, and says how large they have to be.
 */

#include "ff-qr-code.h"

#include <math.h>
#include <qrencode.h>
#include <string.h>

#define POINTS_PER_MM (72.0 / 25.4)

/* A code in the hand is read from about 20 cm, its modules by cheap cameras too. */
#define LEAST_SIDE (18 * POINTS_PER_MM)
#define LEAST_MODULE (0.35 * POINTS_PER_MM)

/* Version 15, 77 modules: 27 mm. Longer links are for typing or for nobody. */
#define MOST_MODULES 77

/**
 * ff_qr_code_new:
 * @text: what a reader gives back, byte by byte
 *
 * Returns: (transfer full) (nullable): the code; %NULL where it would be larger than a thumb
 */
GBytes *
ff_qr_code_new (const char *text)
{
  QRcode *code;
  guint width;
  guint8 *modules;

  g_return_val_if_fail (text != NULL && *text != '\0', NULL);

  code = QRcode_encodeData ((int) strlen (text), (const unsigned char *) text, 0, QR_ECLEVEL_M);
  if (code == NULL)
    return NULL;

  width = (guint) code->width;
  modules = g_new (guint8, width * width);
  for (guint i = 0; i < width * width; i++)
    modules[i] = code->data[i] & 1;
  QRcode_free (code);
  if (width > MOST_MODULES)
    g_clear_pointer (&modules, g_free);

  return modules != NULL ? g_bytes_new_take (modules, (gsize) width * width) : NULL;
}

/**
 * ff_qr_code_get_width:
 * @code: a code
 *
 * Returns: how many modules it has on a side
 */
guint
ff_qr_code_get_width (GBytes *code)
{
  return (guint) lround (sqrt ((double) g_bytes_get_size (code)));
}

/**
 * ff_qr_code_is_dark:
 * @code: a code
 * @column: from 0
 * @row: from 0
 *
 * Returns: whether that module is black
 */
gboolean
ff_qr_code_is_dark (GBytes *code, guint column, guint row)
{
  const guint8 *modules = g_bytes_get_data (code, NULL);

  return modules[row * ff_qr_code_get_width (code) + column] != 0;
}

/**
 * ff_qr_code_get_side:
 * @code: a code
 *
 * Returns: the side of the square that it needs, white zone included, so that it can be read off paper;
 *   in points
 */
double
ff_qr_code_get_side (GBytes *code)
{
  guint width = ff_qr_code_get_width (code);
  double module = MAX (LEAST_MODULE, LEAST_SIDE / width);

  return module * (width + 2 * FF_QR_CODE_QUIET);
}
