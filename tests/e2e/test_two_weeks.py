#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Two weeks of a facilitator with the real program: a group, paper, check-ins, and the plans coming back.

test_two_weeks.py FOLDER   what was seen when something failed is left in FOLDER
"""
import re
import subprocess
import sys

from desktop import wait_until
from person import Person, Role
from story import equal, rows, tell, true

FIRST_WEEK, SECOND_WEEK = '2026-11-24T17:30', '2026-12-01T17:30'
MEETING = '2026-11-24T19:30', '2026-12-01T19:30'
PEOPLE = {
    'Sam': ('Slept better, one hard evening', 4, ['Walk on four days', 'Call my sister on Sunday']),
    'Renée': ('New job starts on Monday', None, ['Pack lunch the night before']),
}
OUTCOMES = {'Walk on four days': ('Done', 1), 'Call my sister on Sunday': ('Not', 3), 'Pack lunch the night before': ('Partly', 2)}


class TwoWeeks:
    def __init__(self, desktop, folder):
        self.person = Person(desktop)
        self.desktop = desktop
        self.data = desktop.folder / 'group'
        self.pdf = desktop.folder / 'sheet.pdf'
        self.log = folder / 'fourfold.log'
        self.log.unlink(missing_ok=True)

    def steps(self):
        return [self.set_up_the_group, self.see_tonights_meeting, self.write_check_ins, self.save_a_worksheet,
                self.read_the_worksheet, self.close, self.come_back_next_week, self.see_last_weeks_plans,
                self.mark_last_weeks_plans, self.close, self.read_the_database, self.nothing_told_elsewhere, self.no_warnings]

    def set_up_the_group(self):
        self.person.start('--data-dir', self.data, '--now', FIRST_WEEK, log=self.log)
        self.person.begin_group()

    def see_tonights_meeting(self):
        self.person.find(Role.HEADING, 'Tonight at 19:30')
        self.person.sees('Tuesday Night')
        self.person.sees('No plans to come back to')

    def save_a_worksheet(self):
        """Through the handouts, their preview, and the file chooser that the toolkit brings."""
        self.person.key('ctrl+4')
        self.person.click(self.person.find(name='Cost–benefit analysis', role=Role.TABLE_CELL))
        self.person.settle()
        self.person.press(self.person.find_ready(Role.PUSH_BUTTON, contains='Save as PDF'))
        wait_until('the file chooser', lambda: len(self.person.windows()) > 1)
        self.person.settle()
        self.person.key('ctrl+a')
        self.person.type(str(self.pdf))
        self.person.key('Return')
        wait_until(f'{self.pdf} to be written', lambda: self.pdf.exists() and self.pdf.stat().st_size > 0)
        wait_until('the file chooser to close', lambda: len(self.person.windows()) == 1)

    def read_the_worksheet(self):
        text = subprocess.run(['pdftotext', '-layout', self.pdf, '-'], check=True, capture_output=True, text=True, timeout=30).stdout
        equal('the sheet’s first lines', [line.strip() for line in text.strip().splitlines() if line.strip()][:2], ['1. Motivation', 'Cost–benefit analysis'])
        true('the sheet names the group at its foot', 'Tuesday Night' in text)
        facts = subprocess.run(['pdfinfo', self.pdf], check=True, capture_output=True, text=True, timeout=30).stdout
        equal('names on the sheet and in what it says of itself', [alias for alias in PEOPLE if alias in text + facts], [])
        equal('the sheet is tagged', re.search(r'Tagged: +(\w+)', facts)[1], 'yes')

    def write_check_ins(self):
        self.person.key('ctrl+1')
        self.person.press(self.person.find_ready(Role.PUSH_BUTTON, 'Write Check-ins'))
        for alias, (note, urge, items) in PEOPLE.items():
            self.person.find(Role.TEXT, 'Name or alias')
            self.person.key('ctrl+Return')
            self.person.write(self.person.find(Role.TEXT, 'Name or alias'), alias)
            self.person.key('Return')
            line = self.line(alias)
            self.person.write(self.person.find(Role.TEXT, f'What {alias} brings', root=line), note)
            if urge is not None:
                self.person.write(self.person.find(Role.TEXT, 'Strongest urge, 0 to 10', root=line), str(urge))
            self.person.key('alt+Down')
            for item in items:
                self.person.write(self.person.find(Role.TEXT, 'Add to the plan', root=self.line(alias)), item)
                self.person.key('Return')
        self.person.sees('Saved')
        equal('the window’s title', [window.get_name() for window in self.person.windows()], ['Fourfold'])

    def line(self, alias):
        return self.person.find(Role.LIST_ITEM, alias)

    def close(self):
        equal('the exit status', self.person.quit(), 0)

    def come_back_next_week(self):
        self.person.start('--data-dir', self.data, '--now', SECOND_WEEK, log=self.log)
        self.person.find(Role.HEADING, 'Tonight at 19:30')

    def see_last_weeks_plans(self):
        for alias, (_note, _urge, items) in PEOPLE.items():
            self.person.sees(alias)
            for item in items:
                self.person.sees(item)

    def mark_last_weeks_plans(self):
        self.person.press(self.person.find_ready(Role.PUSH_BUTTON, 'Write Check-ins'))
        for alias, (_note, _urge, items) in PEOPLE.items():
            self.person.press(self.person.find(Role.PUSH_BUTTON, contains=alias, root=self.person.find(Role.GROUPING, 'Coming back')))
            for item in items:
                row = self.person.row_of(self.person.find(name=item, role=Role.LABEL, root=self.line(alias)))
                self.person.press(self.person.find(Role.RADIO_BUTTON, OUTCOMES[item][0], root=row))
        self.person.sees('Saved')

    def read_the_database(self):
        database = self.data / 'fourfold.db'
        equal('the database', rows(database, 'PRAGMA integrity_check'), ['ok'])
        equal('the groups', rows(database, 'SELECT name, programme, sample FROM groups'), ['Tuesday Night|four-points|0'])
        equal('the meetings', rows(database, 'SELECT start, zone FROM meetings'), [f'{MEETING[0]}|America/Vancouver'])
        equal('the sessions', rows(database, 'SELECT start FROM sessions ORDER BY start'), list(MEETING))
        equal('the first week’s check-ins', rows(database, f'''
            SELECT p.alias, c.note, c.urge FROM check_ins c JOIN participants p ON p.id = c.participant_id
              JOIN sessions s ON s.id = c.session_id WHERE s.start = '{MEETING[0]}' ORDER BY c.id'''),
              [f'{alias}|{note}|{"" if urge is None else urge}' for alias, (note, urge, _items) in PEOPLE.items()])
        equal('the plans and how they went', rows(database, '''
            SELECT p.alias, i.text, i.outcome, s.start, r.start FROM plan_items i JOIN participants p ON p.id = i.participant_id
              JOIN sessions s ON s.id = i.session_id LEFT JOIN sessions r ON r.id = i.reviewed_id
              ORDER BY p.id, i.position'''),
              [f'{alias}|{item}|{OUTCOMES[item][1]}|{MEETING[0]}|{MEETING[1]}'
               for alias, (_note, _urge, items) in PEOPLE.items() for item in items])

    def nothing_told_elsewhere(self):
        """No name and no word of the notes is in the log, in settings and caches, in lists of recent files, or in a sheet."""
        private = {words: re.compile(rb'\b' + re.escape(words.encode()) + rb'\b')
                   for alias, (note, _urge, items) in PEOPLE.items() for words in (alias, note, *items)}
        true('the log holds what the program tells whoever debugs it', '-DEBUG: ' in self.log.read_text())
        stored = b''.join(path.read_bytes() for path in self.data.rglob('*') if path.is_file())
        equal('what is not in the data folder', [words for words in private if words.encode() not in stored], [])
        elsewhere = [self.log, *(path for path in self.desktop.folder.rglob('*') if path.is_file() and self.data not in path.parents)]
        equal('what stands elsewhere', [(str(path), words) for path in elsewhere for words, pattern in private.items()
                                        if pattern.search(path.read_bytes())], [])

    def no_warnings(self):
        equal('what the program complained of', [line for line in self.log.read_text().splitlines()
                                                 if re.search(r'-(WARNING|CRITICAL|ERROR) \*\*', line)], [])


if __name__ == '__main__':
    sys.exit(tell(TwoWeeks, 'two-weeks', {'GTK_ENABLE_ANIMATIONS': '1'}))
