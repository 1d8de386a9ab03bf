/* ff-sample-towns.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-sample-towns.h"

static const FfSampleTown towns[] = {
  { "Kitsilano", "Vancouver", "BC", "Vancouver", "Vancouver Coastal", "America/Vancouver", "604",
    49.268, -123.168 },
  { "Commercial Drive", "Vancouver", "BC", "Vancouver", "Vancouver Coastal", "America/Vancouver",
    "604", 49.270, -123.070 },
  { "Burnaby", "Burnaby", "BC", "Lower Mainland", "Fraser", "America/Vancouver", "604", 49.249,
    -122.981 },
  { "New Westminster", "New Westminster", "BC", "Lower Mainland", "Fraser", "America/Vancouver",
    "604", 49.206, -122.911 },
  { "Surrey", "Surrey", "BC", "Lower Mainland", "Fraser", "America/Vancouver", "604", 49.191,
    -122.849 },
  { "Richmond", "Richmond", "BC", "Lower Mainland", "Vancouver Coastal", "America/Vancouver", "604",
    49.167, -123.137 },
  { "North Vancouver", "North Vancouver", "BC", "Lower Mainland", "Vancouver Coastal",
    "America/Vancouver", "604", 49.320, -123.072 },
  { "Victoria", "Victoria", "BC", "Vancouver Island", "Island", "America/Vancouver", "250", 48.428,
    -123.365 },
  { "Nanaimo", "Nanaimo", "BC", "Vancouver Island", "Island", "America/Vancouver", "250", 49.166,
    -123.940 },
  { "Kelowna", "Kelowna", "BC", "Okanagan", "Interior", "America/Vancouver", "250", 49.888,
    -119.496 },
  { "Kamloops", "Kamloops", "BC", "Thompson", "Interior", "America/Vancouver", "250", 50.676,
    -120.341 },
  { "Prince George", "Prince George", "BC", "Northern BC", "Northern", "America/Vancouver", "250",
    53.917, -122.750 },
  { "Calgary", "Calgary", "AB", "Calgary", "Calgary Zone", "America/Edmonton", "403", 51.045,
    -114.057 },
  { "Edmonton", "Edmonton", "AB", "Edmonton", "Edmonton Zone", "America/Edmonton", "780", 53.546,
    -113.494 },
  { "Red Deer", "Red Deer", "AB", "Central Alberta", "Central Zone", "America/Edmonton", "403",
    52.268, -113.811 },
  { "Regina", "Regina", "SK", "Saskatchewan", "Regina", "America/Regina", "306", 50.445, -104.619 },
  { "Saskatoon", "Saskatoon", "SK", "Saskatchewan", "Saskatoon", "America/Regina", "306", 52.133,
    -106.670 },
  { "Winnipeg", "Winnipeg", "MB", "Manitoba", "Winnipeg", "America/Winnipeg", "204", 49.895,
    -97.138 },
  { "Brandon", "Brandon", "MB", "Manitoba", "Prairie Mountain", "America/Winnipeg", "204", 49.848,
    -99.950 },
  { "Thunder Bay", "Thunder Bay", "ON", "Northern Ontario", "Thunder Bay", "America/Toronto", "807",
    48.381, -89.247 },
  { "Sudbury", "Sudbury", "ON", "Northern Ontario", "Sudbury", "America/Toronto", "705", 46.492,
    -80.993 },
  { "Hamilton", "Hamilton", "ON", "Greater Hamilton", "Hamilton", "America/Toronto", "905", 43.256,
    -79.869 },
  { "Toronto East", "Toronto", "ON", "Toronto", "Toronto", "America/Toronto", "416", 43.690,
    -79.310 },
  { "Toronto West", "Toronto", "ON", "Toronto", "Toronto", "America/Toronto", "416", 43.653,
    -79.450 },
  { "Mississauga", "Mississauga", "ON", "Peel", "Peel", "America/Toronto", "905", 43.589, -79.644 },
  { "Kingston", "Kingston", "ON", "Eastern Ontario", "South East", "America/Toronto", "613", 44.231,
    -76.486 },
  { "Ottawa", "Ottawa", "ON", "Eastern Ontario", "Ottawa", "America/Toronto", "613", 45.421,
    -75.697 },
  { "Gatineau", "Gatineau", "QC", "Outaouais", "Outaouais", "America/Toronto", "819", 45.477,
    -75.701 },
  { "Montréal", "Montréal", "QC", "Montréal", "Montréal", "America/Toronto", "514", 45.502,
    -73.567 },
  { "Laval", "Laval", "QC", "Laval", "Laval", "America/Toronto", "450", 45.583, -73.750 },
  { "Sherbrooke", "Sherbrooke", "QC", "Estrie", "Estrie", "America/Toronto", "819", 45.404,
    -71.889 },
  { "Québec", "Québec", "QC", "Capitale-Nationale", "Capitale-Nationale", "America/Toronto", "418",
    46.813, -71.208 },
  { "Moncton", "Moncton", "NB", "New Brunswick", "Vitalité", "America/Halifax", "506", 46.088,
    -64.778 },
  { "Fredericton", "Fredericton", "NB", "New Brunswick", "Horizon", "America/Halifax", "506",
    45.964, -66.643 },
  { "Halifax", "Halifax", "NS", "Nova Scotia", "Central", "America/Halifax", "902", 44.648,
    -63.575 },
  { "Dartmouth", "Dartmouth", "NS", "Nova Scotia", "Central", "America/Halifax", "902", 44.671,
    -63.577 },
  { "Charlottetown", "Charlottetown", "PE", "Prince Edward Island", "Queens", "America/Halifax",
    "902", 46.238, -63.131 },
  { "St. John’s", "St. John’s", "NL", "Newfoundland", "Eastern", "America/St_Johns", "709", 47.562,
    -52.713 },
  { "Whitehorse", "Whitehorse", "YT", "Yukon", "Yukon", "America/Whitehorse", "867", 60.721,
    -135.057 },
  { "Yellowknife", "Yellowknife", "NT", "Northwest Territories", "Yellowknife", "America/Edmonton",
    "867", 62.454, -114.372 },
};

/* In the order of FfSampleCircle. */
static const char *const circles[] = {
  "evening group", "riverside group", "hillside group",  "harbour group", "library group",
  "youth group",   "women’s group",   "newcomers group", "online group",  "clinic group",
};

static const char *const streets[] = {
  "Maple Street",  "Mill Road",     "Station Street", "Orchard Avenue", "Queen Street",
  "Harbour Lane",  "School Street", "Birch Avenue",   "Market Street",  "Church Street",
  "Willow Street", "Park Avenue",   "Bridge Street",  "Cedar Road",     "Lake Street",
};

#define N_NAMES (G_N_ELEMENTS (towns) * G_N_ELEMENTS (circles))

const FfSampleTown *
ff_sample_get_town (guint number)
{
  return &towns[number % G_N_ELEMENTS (towns)];
}

gboolean
ff_sample_is_french (const FfSampleTown *town)
{
  return g_str_equal (town->province, "QC");
}

guint
ff_sample_get_circle (guint number)
{
  return (number / G_N_ELEMENTS (towns) + number % G_N_ELEMENTS (towns)) % G_N_ELEMENTS (circles);
}

char *
ff_sample_write_name (guint number)
{
  const char *town = ff_sample_get_town (number)->name;
  const char *circle = circles[ff_sample_get_circle (number)];

  if (number < N_NAMES)
    return g_strdup_printf ("%s %s", town, circle);
  return g_strdup_printf ("%s %s, %s", town, circle,
                          streets[(number / N_NAMES - 1) % G_N_ELEMENTS (streets)]);
}

char *
ff_sample_write_address (const FfSampleTown *town, GRand *random)
{
  int number = g_rand_int_range (random, 1, 400) * 10 + g_rand_int_range (random, 0, 10);
  const char *street = streets[g_rand_int_range (random, 0, G_N_ELEMENTS (streets))];

  return g_strdup_printf ("%d %s, %s, %s", number, street, town->city, town->province);
}
