/* hours.js
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints the hours of a calendar as ical.js reads them: hours.js LIBRARY FILE FIRST END, in seconds since 1970.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , library, file, first, end] = process.argv;
const { default: ICAL } = await import(pathToFileURL(library));
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));

for (const zone of calendar.getAllSubcomponents('vtimezone'))
  ICAL.TimezoneService.register(new ICAL.Timezone(zone), zone.getFirstPropertyValue('tzid'));

function print(uid, start) {
  const instant = start.toUnixTime();

  if (instant >= Number(first) && instant < Number(end))
    console.log(`${uid} ${instant}`);
}

/* A moved date may come back from outside: the rule is followed a year beyond the end. */
const last = Number(end) + 366 * 86400;

const components = calendar.getAllSubcomponents('vevent');
const changed = new Map();

/* Left alone, ical.js would take the changed dates of all events as this one's. */
for (const one of components.filter(component => component.hasProperty('recurrence-id'))) {
  const uid = one.getFirstPropertyValue('uid');

  changed.set(uid, [...(changed.get(uid) ?? []), one]);
}

for (const component of components) {
  const event = new ICAL.Event(component, component.hasProperty('recurrence-id') ? {} : { exceptions: changed.get(component.getFirstPropertyValue('uid')) ?? [] });

  if (event.isRecurrenceException() || component.getFirstPropertyValue('status') === 'CANCELLED')
    continue;
  if (!event.isRecurring()) {
    print(event.uid, event.startDate);
    continue;
  }
  const dates = event.iterator();
  for (let next = dates.next(); next && next.toUnixTime() < last; next = dates.next())
    print(event.uid, event.getOccurrenceDetails(next).startDate);
}
