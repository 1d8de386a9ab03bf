#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Twelve check-ins with the real program by keys alone, behind a passphrase: all is stored, and no byte on the disk tells it.

test_twelve.py FOLDER   what was seen when something failed is left in FOLDER
"""
import json
import re
import shutil
import subprocess
import sys

from desktop import wait_until
from keys import Keys
from person import Atspi, Person, Role
from story import equal, rows, tell, true

NOW = '2026-11-24T17:30'
MEETING = '2026-11-24T19:30'
PASSPHRASE = 'ferry to Galiano'
PEOPLE = [('Samuel', 'Slept better, one hard evening', 4), ('Rosalind', 'New job starts on Monday', 0),
          ('Ines-Marie', 'Quiet week for once', 10), ('Kwabena', 'Walked home the long way', 3),
          ('Aikoko', 'Found the door on her own', 7), ('Jolanta', 'Called my sister', 2), ('Larsson', 'Two good days', 5),
          ('Wilhelmina', 'Tired, and came anyway', 6), ('Omarion', 'Cooked for four', 1), ('Piaget', 'Nothing new this time', 3),
          ('Quinlan', 'A letter from my son', 2), ('Tovelyn', 'Slept through', 0)]
NEWCOMER = 'Tovelyn'
CORRECTED = 'Quinlan', ' at last'
PLAN = ('Quinlan', 'Write back to Vancouver Island', 4), ('Quinlan', 'Swim before breakfast', None)
UNNAMED = 3


class Twelve(Keys):
    def __init__(self, desktop, folder):
        super().__init__(Person(desktop))
        self.desktop = desktop
        self.data = desktop.folder / 'group'
        self.passphrase_file = desktop.folder / 'passphrase'
        self.log = folder / 'twelve.log'
        self.log.unlink(missing_ok=True)
        self.recovery_key = None

    def steps(self):
        return [self.set_up_the_group, self.set_a_passphrase, self.put_the_recovery_key_away, self.open_the_session,
                self.write_twelve, self.see_every_note, self.find_them_stored, self.undo_and_redo, self.correct_a_note, self.mark_a_newcomer,
                self.plan_a_week, self.count_who_gave_no_name, self.nothing_is_in_a_plain_byte, self.find_a_word,
                self.see_their_page, self.lock, self.nothing_is_in_a_plain_byte, self.unlock, self.close,
                self.find_everything, self.find_it_by_its_words, self.nothing_is_in_a_plain_byte]

    # --- Keys ---

    def next_person(self):
        self.person.key('ctrl+Return')
        self.wait_for_focus('Name or alias')

    def saved(self):
        self.person.find(Role.LABEL, 'Saved')

    # --- What is stored ---

    def fourfoldctl(self, folder, *arguments):
        done = subprocess.run(['fourfoldctl', '--data-dir', folder, '--passphrase-file', self.passphrase_file, *arguments],
                              capture_output=True, text=True, timeout=120)
        equal(f'what fourfoldctl {arguments[0]} says', (done.returncode, done.stderr), (0, ''))
        return done.stdout

    def stored(self, *queries):
        """Of a copy, as one program at a time has the data open; there the passphrase is removed, and sqlite3 can read it."""
        copy = self.desktop.folder / 'copy'
        shutil.copytree(self.data, copy, ignore=shutil.ignore_patterns('*.lock', '*-shm'))
        try:
            self.fourfoldctl(copy, 'passphrase', 'remove')
            return [rows(copy / 'fourfold.db', query) for query in queries]
        finally:
            shutil.rmtree(copy)

    def check_ins(self):
        return self.stored('SELECT p.alias, c.note, c.urge FROM check_ins c JOIN participants p ON p.id = c.participant_id'
                           ' ORDER BY c.id')[0]

    # --- The story ---

    def set_up_the_group(self):
        self.person.start('--data-dir', self.data, '--now', NOW, log=self.log)
        for name, words in (('Group Name', 'Tuesday Night'), ('Time', '19:30')):
            self.tab_to(name)
            self.person.key('ctrl+a')
            self.person.type(words)
        self.tab_to('Start')
        self.person.key('Return')
        self.wait_for_focus('Set a Passphrase…')

    def set_a_passphrase(self):
        self.person.key('Return')
        self.wait_for_focus('New Passphrase')
        self.person.type(PASSPHRASE)
        self.tab_to('New Passphrase Again', most=4)
        self.person.type(PASSPHRASE)
        self.person.key('Return')
        self.recovery_key = wait_until('the recovery key', self.shown_key, 60)
        self.passphrase_file.write_text(PASSPHRASE + '\n')

    def shown_key(self):
        names = [label.get_name() for label in self.person.look(Role.LABEL)]
        return next((name for name in names if re.fullmatch(r'(\w{4}-){3,}\w{4}', name)), None)

    def put_the_recovery_key_away(self):
        sheet = self.desktop.folder / 'recovery.pdf'
        self.tab_to('Save as PDF…', most=10)
        self.person.key('Return')
        self.person.choose_file(sheet)
        wait_until('the sheet to be written', lambda: sheet.exists() and sheet.stat().st_size > 0)
        text = subprocess.run(['pdftotext', '-layout', sheet, '-'], check=True, capture_output=True, text=True, timeout=30).stdout
        equal('groups of the key that are not on the sheet', [group for group in self.recovery_key.split('-') if group not in text], [])
        sheet.unlink()
        self.tab_to('I Have Put It Away', most=10)
        self.person.key('Return')
        self.person.find(Role.HEADING, 'Tonight at 19:30')

    def open_the_session(self):
        self.tab_to('Write Check-ins')
        self.person.key('Return')
        self.wait_for_focus('Name or alias')

    def write_twelve(self):
        for alias, note, urge in PEOPLE:
            self.person.type(alias)
            self.person.key('Tab')
            self.wait_for_focus(f'What {alias} brings')
            self.person.type(note)
            self.person.key('Tab')
            self.person.type(str(urge))
            self.person.key('Return')
            self.wait_for_focus('Name or alias')
        self.saved()

    def find_them_stored(self):
        equal('what is stored', self.check_ins(), [f'{alias}|{note}|{urge}' for alias, note, urge in PEOPLE])

    def see_every_note(self):
        """As high as a line of text at least."""
        heights = {alias: self.person.find(Role.TEXT, f'What {alias} brings').get_component_iface().get_extents(Atspi.CoordType.WINDOW).height
                   for alias, _note, _urge in PEOPLE}
        equal('notes too low to be read', [alias for alias, height in heights.items() if height < 16], [])

    def undo_and_redo(self):
        """The last two things done: an urge and a note. On the screen, and on the disk in between."""
        alias, note, urge = PEOPLE[-1]
        line = self.person.find(Role.LIST_ITEM, alias)
        written = self.person.find(Role.TEXT, f'What {alias} brings', root=line)
        self.person.key('ctrl+z', 'ctrl+z')
        wait_until('the note to be gone', lambda: self.person.text(written) == '')
        self.saved()
        equal('the last person, undone', self.check_ins()[-1], f'{alias}||')
        self.person.key('ctrl+shift+z', 'ctrl+shift+z')
        wait_until('the note to be there again', lambda: self.person.text(written) == note)
        self.saved()
        equal('the last person, redone', self.check_ins()[-1], f'{alias}|{note}|{urge}')

    def correct_a_note(self):
        alias, words = CORRECTED
        self.next_person()
        for name in (PEOPLE[-1][0], alias):
            self.person.key('ctrl+Down')
            self.wait_for_focus(f'What {name} brings')
        self.person.key('ctrl+End')
        self.person.type(words)
        self.saved()

    def mark_a_newcomer(self):
        self.next_person()
        self.person.key('ctrl+Down')
        self.wait_for_focus(f'What {NEWCOMER} brings')
        self.person.key('alt+Down')
        self.tab_to('Here for the first time')
        self.person.key('space')
        self.saved()

    def plan_a_week(self):
        """The second of the days after a Tuesday is a Thursday; the other thing is for any day."""
        self.next_person()
        self.person.key('ctrl+Down', 'ctrl+Down')
        self.wait_for_focus(f'What {PLAN[0][0]} brings')
        self.person.key('alt+Down')
        self.tab_to('Add to the plan')
        self.person.type(PLAN[0][1])
        self.tab_to('Any day', most=4)
        self.person.key('space')
        self.person.settle()
        self.person.key('Down', 'Down', 'Return')
        self.tab_to('Add to the plan', most=6)
        self.person.type(PLAN[1][1])
        self.person.key('Return')
        self.saved()

    def count_who_gave_no_name(self):
        self.next_person()
        self.person.key(*len(PEOPLE) * ['ctrl+Down'])
        self.wait_for_focus(f'What {PEOPLE[0][0]} brings')
        self.tab_to('People', most=8)
        self.person.key('ctrl+a')
        self.person.type(str(UNNAMED))
        self.person.key('Tab')
        self.saved()

    def find_a_word(self):
        """Whose line it is, and the evening; the search begins wherever one is."""
        alias, item, _day = PLAN[0]
        self.person.key('ctrl+f')
        self.wait_for_focus('Search notes and plans')
        self.person.type(item.split()[-1])
        found = self.person.find(Role.LIST, 'Found, latest first')
        self.person.find(contains=item, root=found)
        self.person.find(Role.LABEL, alias, root=found)
        self.person.key('Down')
        wait_until('the result to have the focus', lambda: self.person.focused().get_role() == Role.LIST_ITEM)
        self.person.key('Return')
        self.wait_for_focus(f'What {alias} brings')

    def see_their_page(self):
        alias, item, _day = PLAN[0]
        self.tab_to('Their Page')
        self.person.key('Return')
        self.person.sees('More about this person')
        self.person.sees(item)

    def lock(self):
        self.person.key('ctrl+l')
        self.wait_for_focus('Passphrase')
        self.person.find(Role.LABEL, 'Fourfold Is Locked')
        equal('what is told while it is locked', [words for words in self.private() if words in self.person.tree()], [])
        self.person.type('ferry to Gabriola')
        self.person.key('Return')
        self.person.sees('That is not the passphrase.')

    def unlock(self):
        self.person.key('ctrl+a')
        self.person.type(PASSPHRASE)
        self.person.key('Return')
        self.person.sees(f'{len(PEOPLE)} check-ins', seconds=60)

    def close(self):
        equal('the exit status', self.person.quit(), 0)
        complaints = [line for line in self.log.read_text().splitlines() if re.search(r'-(WARNING|CRITICAL|ERROR) \*\*', line)]
        # The toolkit's file chooser says this of itself now and then.
        equal('what the program complained of', [line for line in complaints if 'gtk_tree_store_remove' not in line], [])

    def find_everything(self):
        sessions, check_ins, plans = self.stored(
            'SELECT start, unnamed, unnamed_newcomers FROM sessions',
            'SELECT p.alias, c.note, c.urge, c.newcomer FROM check_ins c JOIN participants p ON p.id = c.participant_id ORDER BY c.id',
            'SELECT p.alias, i.text, i.day FROM plan_items i JOIN participants p ON p.id = i.participant_id ORDER BY i.position')
        equal('the session, and who gave no name', sessions, [f'{MEETING}|{UNNAMED}|0'])
        equal('the check-ins', check_ins, [f'{alias}|{note}{CORRECTED[1] if alias == CORRECTED[0] else ""}|{urge}|{int(alias == NEWCOMER)}'
                                           for alias, note, urge in PEOPLE])
        equal('the plans', plans, [f'{alias}|{item}|{day or ""}' for alias, item, day in PLAN])

    def find_it_by_its_words(self):
        self.fourfoldctl(self.data, 'check')
        for alias, note, _urge in PEOPLE:
            found = [json.loads(line) for line in self.fourfoldctl(self.data, 'search', '--json', note).splitlines()]
            equal(f'whose words “{note}” are', [row['alias'] for row in found], [alias])

    # --- What nobody else reads ---

    def private(self):
        return [*(words for alias, note, _urge in PEOPLE for words in (alias, note)), *(item for _alias, item, _day in PLAN),
                PASSPHRASE, self.recovery_key]

    def nothing_is_in_a_plain_byte(self):
        """Of all there is on this desktop: the data with its log and backups, settings, caches, what the program said."""
        self.passphrase_file.unlink()
        files = [self.log, *(path for path in self.desktop.folder.rglob('*') if path.is_file())]
        true('the log holds what the program tells whoever debugs it', '-DEBUG: ' in self.log.read_text())
        true('the data is among what is read', self.data / 'fourfold.db' in files)
        equal('what stands on the disk', [(str(path), words) for path in files for words in self.private()
                                          if words.lower().encode() in path.read_bytes().lower()], [])
        self.passphrase_file.write_text(PASSPHRASE + '\n')


if __name__ == '__main__':
    sys.exit(tell(Twelve, 'twelve'))
