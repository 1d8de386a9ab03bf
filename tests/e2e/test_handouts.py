#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""A facilitator and the handouts, by keyboard alone: one by its older name, a pack, one's own, one shown and let go.

test_handouts.py FOLDER   what was seen when something failed is left in FOLDER
"""
import json
import re
import subprocess
import sys

import pikepdf

from desktop import wait_until
from person import Atspi, Person, Role
from story import equal, rows, tell, true

NOW = '2026-11-24T17:30'
OWN = """# One Evening, Made Lighter

The hours after work are often the long ones.

```scale %s
How long do my evenings feel?
short
endless
```
"""
WHEEL = list(zip('56374256', '78776677'))  # now and wanted, around the wheel
SECRET = 'Zanzibar', 'Ouagadougou'  # said in the room, and found nowhere afterwards
COPIES = 2


class Handouts:
    def __init__(self, desktop, folder):
        self.person = Person(desktop)
        self.desktop = desktop
        self.data = desktop.folder / 'group'
        self.pdf = desktop.folder / 'tonight.pdf'
        self.log = folder / 'handouts.log'
        self.log.unlink(missing_ok=True)
        self.pack = []

    def steps(self):
        return [self.set_up_the_group, self.find_a_sheet_by_its_older_name, self.keep_it_as_a_favourite, self.choose_what_is_suggested,
                self.save_the_pack, self.read_the_pack, self.see_what_was_given, self.write_an_own_handout, self.mend_it,
                self.present_the_wheel, self.fill_in_the_wheel, self.hide_it_and_show_it, self.write_what_was_said,
                self.close_and_discard, self.quit, self.read_the_database, self.nothing_said_is_anywhere, self.no_warnings]

    # --- Keys ---

    def has_focus(self, node):
        return node.get_state_set().contains(Atspi.StateType.FOCUSED)

    def tab_to(self, node, most=60):
        """With the Tab key only; it is an error if that does not get there."""
        for _ in range(most):
            if self.has_focus(node):
                return
            self.person.key('Tab')
        raise AssertionError(f'Tab does not reach “{node.get_name()}”')

    def search(self, words):
        self.person.key('ctrl+4', 'ctrl+f')
        entry = self.person.find(Role.ENTRY, 'Search handouts')
        wait_until('the search to have the focus', lambda: self.has_focus(entry))
        self.person.key('ctrl+a')
        self.person.type(words)
        wait_until(f'“{words}” to be typed', lambda: self.person.text(entry) == words)

    # --- The story ---

    def set_up_the_group(self):
        self.person.start('--data-dir', self.data, '--now', NOW, log=self.log)
        for name, words in (('Group Name', 'Tuesday Night'), ('Time', '19:30')):
            field = self.person.find(Role.TEXT, name)
            self.tab_to(field)
            self.person.write(field, words)
        self.tab_to(self.person.find_ready(Role.PUSH_BUTTON, 'Start'))
        self.person.key('Return')
        self.person.answer('Go On Without')
        self.person.find(Role.HEADING, 'Tonight at 19:30')

    def find_a_sheet_by_its_older_name(self):
        self.search('decisional bal')
        wait_until('one sheet to be left', lambda: [card.get_name() for card in self.person.look(Role.TABLE_CELL)]
                   == ['Cost–benefit analysis'])
        self.person.sees('Decisional balance')
        self.person.key('Return')
        self.person.find(Role.PUSH_BUTTON, 'Save as PDF')
        self.person.find(Role.LABEL, 'Cost–benefit analysis')

    def keep_it_as_a_favourite(self):
        self.person.key('ctrl+d')
        wait_until('the favourite to be stored', lambda: rows(
            self.data / 'fourfold.db', "SELECT favourite FROM handout_marks WHERE handout = 'cost-benefit'") == ['1'])
        self.person.key('alt+Left')

    def choose_what_is_suggested(self):
        """The first two suggestions for tonight, of which two copies each are wanted."""
        self.person.key('Escape')
        button = self.person.find_ready(Role.PUSH_BUTTON, 'Pack…')
        self.tab_to(button)
        self.person.key('Return')
        self.person.sees('Tonight at 19:30')
        for number in range(1, 3):
            add = self.person.find(Role.PUSH_BUTTON, root=self.person.find(Role.LIST, 'Suggested handouts'))
            self.tab_to(add)
            self.person.key('Return')
            wait_until('it to be in the pack', lambda: len(self.copies()) == number)
        for copies in self.copies():
            self.tab_to(copies)
            self.person.key('ctrl+a')
            self.person.type(str(COPIES))
            self.person.key('Tab')
        self.person.sees('2 handouts ·')
        self.pack = [self.person.row_of(copies).get_name().split('\n')[0] for copies in self.copies()]

    def copies(self):
        return self.person.look(Role.SPIN_BUTTON, root=self.person.find(Role.LIST, 'Handouts in this pack'))

    def save_the_pack(self):
        self.person.key('ctrl+s')
        self.person.choose_file(self.pdf)
        wait_until(f'{self.pdf} to be written', lambda: self.pdf.exists() and self.pdf.stat().st_size > 0)

    def read_the_pack(self):
        """Collated: what one person gets is together. Each page has fields of its own."""
        text = subprocess.run(['pdftotext', self.pdf, '-'], check=True, capture_output=True, text=True, timeout=60).stdout
        pages = text.split('\f')[:-1]
        with pikepdf.open(self.pdf) as pdf:
            equal('pages, and those that have a text', len(pdf.pages), len(pages))
            said = self.person.find(Role.LABEL, contains='2 handouts ·').get_name()
            equal('what the page said of the pack', said, f'2 handouts · {len(pages)} pages')
            # The point stands above the title, and a worked example calls itself one.
            heads = [[line for line in page.splitlines() if line][:2] for page in pages]
            equal('sheets in their order', [line for head in heads for line in head if line in self.pack], COPIES * self.pack)
            title = str(pdf.docinfo.Title)
            true(f'the title “{title}” says whose it is', 'Tuesday Night' in title)
            true('the title is shown', pdf.Root.ViewerPreferences.DisplayDocTitle)
            equal('its language', str(pdf.Root.Lang)[:2], 'en')
            names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
            true('it has fields', len(names) >= COPIES * 2)
            equal('names of fields that stand twice', len(names) - len(set(names)), 0)
        subprocess.run(['qpdf', '--check', self.pdf], check=True, capture_output=True, timeout=60)

    def see_what_was_given(self):
        self.person.sees(f'{COPIES} copies given')
        self.person.key('alt+Left')

    def write_an_own_handout(self):
        """With a scale that has too many numbers: the line is named, and the rest is on the page."""
        menu = self.person.find(Role.TOGGLE_BUTTON, 'New handout')
        self.tab_to(menu)
        self.person.key('Return')
        self.person.settle()
        self.person.key('Return')
        text = self.person.find(Role.TEXT, 'The handout’s text')
        wait_until('the text to have the focus', lambda: self.has_focus(text))
        self.person.key('ctrl+a')
        self.person.type_lines(OWN % 12)
        wait_until('the text to be there', lambda: self.person.text(text).strip() == (OWN % 12).strip())
        self.person.sees('“12” is not a whole number from 2 to 10')

    def mend_it(self):
        self.person.key('ctrl+Home', *4 * ['Down'], 'End', 'BackSpace', 'BackSpace')
        self.person.type('10')
        wait_until('the problem to be gone', lambda: not self.person.look(contains='is not a whole number'))
        self.person.find(Role.LABEL, 'Saved')
        self.person.key('alt+Left')
        self.person.find(Role.TABLE_CELL, 'One Evening, Made Lighter, your own')

    def present_the_wheel(self):
        self.search('life pie')
        wait_until('one sheet to be left', lambda: len(self.person.look(Role.TABLE_CELL)) == 1)
        self.person.key('Return')
        self.person.find(Role.PUSH_BUTTON, 'Present')
        self.person.key('F5')
        wait_until('the sheet on the screen', lambda: len(self.person.windows()) == 2)
        self.person.settle()
        self.person.key('Page_Down')

    def marks(self):
        return [mark.get_name() for mark in self.person.look(Role.RADIO_BUTTON)
                if mark.get_state_set().contains(Atspi.StateType.CHECKED)]

    def fill_in_the_wheel(self):
        wait_until('a spoke to have the focus', lambda: [mark for mark in self.person.look(Role.RADIO_BUTTON) if self.has_focus(mark)])
        for now, wanted in WHEEL:
            self.person.key(now, 'Tab', wanted, 'Tab')
        wait_until('the wheel to be full', lambda: len(self.marks()) == 2 * len(WHEEL))
        equal('the numbers', [re.search(r'\d+$', name)[0] for name in self.marks()], [number for pair in WHEEL for number in pair])

    def hide_it_and_show_it(self):
        self.person.key('ctrl+b')
        self.person.sees('Hidden for Now')
        equal('marks that show meanwhile', self.marks(), [])
        self.person.key('ctrl+b')
        wait_until('the wheel to be back', lambda: len(self.marks()) == 2 * len(WHEEL))

    def write_what_was_said(self):
        self.person.key('Page_Down')
        for words in SECRET:
            place = wait_until('a place to write', lambda: [node for node in self.person.look(Role.TEXT) if self.has_focus(node)])[0]
            self.person.type(words)
            wait_until(f'“{words}” to stand there', lambda: words in self.person.text(place))
            self.person.key('Tab')

    def close_and_discard(self):
        self.person.key('ctrl+w')
        self.tab_to(self.person.find_ready(Role.PUSH_BUTTON, 'Discard'))
        self.person.key('Return')
        wait_until('the sheet to close', lambda: len(self.person.windows()) == 1)

    def quit(self):
        equal('the exit status', self.person.quit(), 0)

    def read_the_database(self):
        database = self.data / 'fourfold.db'
        equal('the database', rows(database, 'PRAGMA integrity_check'), ['ok'])
        given = rows(database, '''SELECT h.handout, h.copies, s.start FROM session_handouts h
                                  JOIN sessions s ON s.id = h.session_id ORDER BY h.position''')
        listed = subprocess.run(['fourfoldctl', 'handouts', '--json'], check=True, capture_output=True, text=True, timeout=60,
                                env=self.desktop.environment).stdout
        known = {handout['title']: handout['id'] for handout in map(json.loads, listed.splitlines())}
        ids = [known[title] for title in self.pack]
        equal('what was given', given, [f'{id}|{COPIES}|2026-11-24T19:30' for id in ids])
        marks = rows(database, 'SELECT handout, favourite, last_used IS NOT NULL FROM handout_marks ORDER BY handout')
        used = {'balance-wheel', *ids}
        equal('favourites and what was used', marks, [f'{id}|{int(id == "cost-benefit")}|{int(id in used)}'
                                                      for id in sorted(used | {'cost-benefit'})])
        equal('own handouts', rows(database, 'SELECT title FROM own_handouts'), ['One Evening, Made Lighter'])
        stored = subprocess.run(['sqlite3', '-readonly', database, 'SELECT markdown FROM own_handouts'], check=True,
                                capture_output=True, text=True, timeout=30).stdout
        equal('what the own one says', stored.strip(), (OWN % 10).strip())

    def nothing_said_is_anywhere(self):
        """Not in the data, backups and temporary files, and not in settings, caches, lists of recent files or the log."""
        files = [self.log, *(path for path in self.desktop.folder.rglob('*') if path.is_file())]
        true('what was to be kept is found so', any(b'One Evening, Made Lighter' in path.read_bytes() for path in files))
        equal('what is kept', [(str(path), words) for path in files for words in SECRET
                               if words.lower().encode() in path.read_bytes().lower()], [])

    def no_warnings(self):
        equal('what the program complained of', [line for line in self.log.read_text().splitlines()
                                                 if re.search(r'-(WARNING|CRITICAL|ERROR) \*\*', line)], [])


if __name__ == '__main__':
    sys.exit(tell(Handouts, 'handouts'))
