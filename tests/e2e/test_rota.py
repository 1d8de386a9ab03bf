#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""A coordinator with the real program by keys alone: two volunteers, a place given, a quarter filled, and one step back.

test_rota.py FOLDER   what was seen when something failed is left in FOLDER
"""
import json
import re
import shutil
import subprocess
import sys
from collections import Counter

from desktop import wait_until
from keys import Keys
from person import Person, Role
from story import equal, rows, tell, true

NOW = '2026-11-24T17:30'
FIRST = '2026-11-24T19:30'
WEEKS = 13
PLACE = 'Tuesday Night, Facilitator'
VOLUNTEERS = ('Rosalind Ng', 'Kwabena Ofori')
CHOSEN = VOLUNTEERS[1]
PROPOSED, CONFIRMED = 0, 2
ENVIRONMENT = {'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'keyfile', 'GDK_DEBUG': 'no-portals', 'TZ': 'America/Vancouver',
               'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'G_DEBUG': '', 'G_MESSAGES_DEBUG': 'all',
               'GTK_ENABLE_ANIMATIONS': '0'}


class Rota(Keys):
    def __init__(self, desktop, folder):
        super().__init__(Person(desktop))
        self.desktop = desktop
        self.data = desktop.folder / 'group'
        self.log = folder / 'rota.log'
        self.log.unlink(missing_ok=True)

    def steps(self):
        return [self.set_up_the_group, self.add_volunteers, self.find_them_stored, self.give_a_place, self.confirm_it,
                self.find_it_stored, self.fill_the_rota, self.accept_it, self.find_the_quarter_stored, self.undo_it,
                self.find_it_stored, self.undo_by_key, self.find_it_stored, self.stay_with_a_form, self.close, self.nothing_told_elsewhere]

    # --- What is stored ---

    def copied(self, look):
        """What look (folder) gives of a copy, as one program at a time has the data open."""
        copy = self.desktop.folder / 'copy'
        shutil.copytree(self.data, copy, ignore=shutil.ignore_patterns('*.lock', '*-shm'))
        try:
            return look(copy)
        finally:
            shutil.rmtree(copy)

    def duties(self):
        return self.copied(lambda folder: rows(folder / 'fourfold.db', '''
            SELECT v.name, a.rule_time, r.uid, a.status FROM assignments a JOIN volunteers v ON v.id = a.volunteer_id
              JOIN roles r ON r.id = a.role_id ORDER BY a.rule_time'''))

    def told_rota(self, folder):
        done = subprocess.run(['fourfoldctl', '--data-dir', folder, '--now', NOW, 'rota', '--from', NOW[:10], '--weeks', str(WEEKS),
                               '--json'], capture_output=True, text=True, timeout=120)
        equal('what fourfoldctl rota says of itself', (done.returncode, done.stderr), (0, ''))
        return [json.loads(line) for line in done.stdout.splitlines()]

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
        self.tab_to('Go On Without')
        self.person.key('Return')
        wait_until('the question to go', lambda: not self.person.look(Role.PUSH_BUTTON, 'Go On Without'))

    def add_volunteers(self):
        self.person.key('ctrl+5')
        self.person.find(name='People', role=Role.PAGE_TAB)
        for name in VOLUNTEERS:
            self.person.key('alt+2', 'ctrl+n')
            self.wait_for_focus('Name')
            self.person.type(name)
            self.tab_to('What They Do')
            self.person.key('Return')
            self.tab_to('Facilitator')
            self.person.key('space')
            self.all_named('what they do')
            self.person.key('alt+Left')
            self.wait_for_focus('What They Do')
            self.tab_to('Add')
            self.person.key('Return')
            self.person.find(Role.HEADING, name)

    def find_them_stored(self):
        stored = self.copied(lambda folder: rows(folder / 'fourfold.db', '''
            SELECT v.name, r.uid FROM volunteers v JOIN volunteer_roles t ON t.volunteer_id = v.id JOIN roles r ON r.id = t.role_id
              ORDER BY v.id'''))
        equal('the volunteers and their roles', stored, [f'{name}|facilitator' for name in VOLUNTEERS])

    def cell(self, state):
        return f'Tuesday 24 November 19:30, {PLACE}: {state}'

    def give_a_place(self):
        """The keys are at this week's first place; the list has both, and the search leaves one."""
        self.person.key('alt+1')
        self.wait_for_focus(self.cell('empty'))
        self.all_named('the rota')
        self.person.key('Return')
        self.wait_for_focus('Search')
        self.all_named('who could take a place')
        candidates = self.person.find(Role.LIST, 'Choose Somebody')
        equal('who could take it', sorted(row.get_name() for row in self.person.look(Role.LIST_ITEM, root=candidates)),
              sorted(VOLUNTEERS))
        self.person.type(CHOSEN.split()[0].lower())
        wait_until('one to be left', lambda: len(self.person.look(Role.LIST_ITEM, root=candidates)) == 1)
        self.person.key('Return')
        self.person.find(Role.TABLE_CELL, self.cell(f'{CHOSEN}, proposed'))

    def confirm_it(self):
        self.wait_for_focus(self.cell(f'{CHOSEN}, proposed'))
        self.person.key('c')
        self.person.find(Role.TABLE_CELL, self.cell(f'{CHOSEN}, confirmed'))

    def find_it_stored(self):
        equal('the duties', self.duties(), [f'{CHOSEN}|{FIRST}|facilitator|{CONFIRMED}'])

    def fill_the_rota(self):
        """As far as what would change."""
        self.tab_to('Rota Menu', key='shift+Tab')
        self.person.key('Return')
        wait_until('the menu', lambda: self.person.focused().get_role() == Role.MENU_ITEM)
        self.person.key('Return')
        self.person.find_ready(Role.PUSH_BUTTON, 'Fill')
        self.tab_to('Fill')
        self.person.key('Return')
        self.person.find(Role.LIST, 'What would change', seconds=60)
        equal('the duties before they are accepted', len(self.duties()), 1)
        self.all_named('what would change')

    def accept_it(self):
        self.tab_to('Accept')
        self.person.key('Return')
        self.person.sees('Rota filled')
        wait_until('the dialog to go', lambda: not self.person.look(Role.PUSH_BUTTON, 'Accept'))

    def find_the_quarter_stored(self):
        """Both as often as can be, what was confirmed as it was, and nothing that the program without a window would do otherwise."""
        duties = [duty.split('|') for duty in self.duties()]
        told = self.copied(self.told_rota)
        equal('the first one', duties[0], [CHOSEN, FIRST, 'facilitator', str(CONFIRMED)])
        equal('how far the others are agreed', {duty[3] for duty in duties[1:]}, {str(PROPOSED)})
        equal('how many each has', sorted(Counter(duty[0] for duty in duties).values()), [WEEKS // 2, WEEKS - WEEKS // 2])
        equal('the evenings', [duty[1] for duty in duties], [place['start'][:16] for place in told[:-1]])
        equal('what else fourfoldctl would change', [place for place in told[:-1] if place['changed']], [])
        equal('the places covered', (told[-1]['covered'], told[-1]['required'], told[-1]['unfilled']), (WEEKS, WEEKS, []))

    def undo_it(self):
        self.tab_to('Undo')
        self.person.key('Return')
        self.person.find(Role.TABLE_CELL, f'Tuesday 1 December 19:30, {PLACE}: empty')

    def undo_by_key(self):
        """Without the toast; a search keeps the key to itself."""
        self.person.key('alt+1')
        self.wait_for_focus(self.cell(f'{CHOSEN}, confirmed'))
        self.person.key('d')
        declined = self.cell(f'empty. Declined by {CHOSEN}')
        self.person.find(Role.TABLE_CELL, declined)
        self.person.key('ctrl+f')
        self.wait_for_focus('Find a volunteer by name, email or telephone')
        self.person.key('ctrl+z', 'alt+1')
        self.wait_for_focus(declined)
        equal('the duties', [duty for duty in self.duties() if duty.endswith(str(CONFIRMED))], [])
        self.person.key('ctrl+z')
        self.person.find(Role.TABLE_CELL, self.cell(f'{CHOSEN}, confirmed'))

    def stay_with_a_form(self):
        """A dialog asks what is to become of what was typed in it, and goes on where it was."""
        self.person.key('alt+2', 'ctrl+n')
        self.wait_for_focus('Name')
        self.all_named('a volunteer')
        self.person.type('Ines')
        self.person.key('ctrl+q')
        self.wait_for_focus('Not Yet')
        self.person.key('Escape')
        self.wait_for_focus('Name')
        equal('what was typed', self.person.text(self.person.find(Role.TEXT, 'Name')), 'Ines')
        self.person.key('Escape')
        self.wait_for_focus('Keep Editing')
        self.tab_to('Discard')
        self.person.key('Return')
        wait_until('the dialog to go', lambda: not self.person.look(Role.TEXT, 'Name'))

    def close(self):
        equal('the exit status', self.person.quit(), 0)
        equal('what the program complained of', [line for line in self.log.read_text().splitlines()
                                                 if re.search(r'-(WARNING|CRITICAL|ERROR) \*\*', line)], [])

    def nothing_told_elsewhere(self):
        """A volunteer's name is in the data folder and nowhere else."""
        true('the log holds what the program tells whoever debugs it', '-DEBUG: ' in self.log.read_text())
        stored = b''.join(path.read_bytes() for path in self.data.rglob('*') if path.is_file())
        elsewhere = [self.log, *(path for path in self.desktop.folder.rglob('*') if path.is_file() and self.data not in path.parents)]
        equal('who is not in the data folder', [name for name in VOLUNTEERS if name.encode() not in stored], [])
        equal('who stands elsewhere', [(str(path), name) for path in elsewhere for name in VOLUNTEERS
                                       if name.encode() in path.read_bytes()], [])


if __name__ == '__main__':
    sys.exit(tell(Rota, 'rota', ENVIRONMENT))
