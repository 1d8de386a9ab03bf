#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""A tour without a display: a sample group's meeting is prepared with the real program on a virtual display.

tour.py FOLDER                   leaves there a picture of every view and the worksheets as PDF
tour.py FOLDER STYLE WIDTHxHEIGHT   only one style at one size
"""
import gettext
import shutil
import subprocess
import sys
import tempfile
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from desktop import Desktop, wait_until
from person import Person, Role

NOW = '2026-11-24T17:30'
WIDE, NARROW = '1280x800', '360x720'
SHEETS = ('cost-benefit', 'urge-log', 'seven-day-plan')
STYLES = {
    'light': {},
    'dark': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'},
    'contrast': {'ADW_DEBUG_HIGH_CONTRAST': '1'},
    'french': {'LC_ALL': 'fr_CA.UTF-8', 'LANGUAGE': 'fr_CA:fr'},
    'rtl': {'LC_ALL': 'ar_EG.UTF-8', 'LANGUAGE': 'ar'},
}
DATES = ('schedule', 'week', 'month', 'search')
VIEWS = ('welcome', 'today', *DATES, 'paper', 'meeting', 'check-ins', 'session', 'written', 'handouts', 'preview', 'help', 'present', 'trouble')
TOUR = [('light', WIDE, VIEWS), ('light', NARROW, VIEWS), ('light', '900x700', DATES), ('light', '600x800', DATES),
        ('dark', WIDE, VIEWS), ('dark', NARROW, ('today', 'week', 'session', 'written', 'help')),
        ('contrast', WIDE, ('today', 'session')), ('french', WIDE, VIEWS), ('french', NARROW, ('today', 'month', 'session')),
        ('rtl', WIDE, ('today', *DATES, 'session', 'preview')), ('rtl', NARROW, ('today', *DATES, 'session', 'written'))]


class Guide:
    """Shows the views on one desktop, in one style."""

    def __init__(self, desktop, folder, suffix):
        self.person = Person(desktop)
        self.desktop = desktop
        self.folder = folder
        self.suffix = suffix
        self.data = desktop.folder / 'data'
        locales = Path(shutil.which('fourfold')).parent.parent / 'share' / 'locale'
        self.texts = gettext.translation('fourfold', locales, desktop.environment['LANGUAGE'].split(':'), fallback=True)

    def button(self, label):
        """A button's name in the language of this style."""
        return self.person.find_ready(Role.PUSH_BUTTON, self.texts.gettext(label).replace('_', ''))

    def picture(self, view):
        self.person.settle(1)
        self.desktop.screenshot(self.folder / f'{view}-{self.suffix}.png')

    def start(self, data):
        self.person.start('--data-dir', data, '--now', NOW, log=self.folder / 'log.txt')
        self.person.settle(1)

    def show(self, views):
        if 'welcome' in views:
            self.start(self.desktop.folder / 'nothing')
            self.picture('welcome')
            self.person.quit()
        if 'trouble' in views:
            damaged = self.desktop.folder / 'damaged'
            damaged.mkdir(mode=0o700)
            (damaged / 'fourfold.db').write_bytes(b'This was a database once.' * 400)
            self.start(damaged)
            self.picture('trouble')
            self.person.quit()
        subprocess.run(['fourfoldctl', '--data-dir', self.data, '--now', NOW, 'sample'], check=True,
                       env=self.desktop.environment, stdout=subprocess.DEVNULL)
        self.start(self.data)
        for view in views:
            if view not in ('welcome', 'trouble'):
                getattr(self, 'show_' + view.replace('-', '_'))()
                self.picture(view)
        self.person.quit()

    def show_today(self):
        self.person.key('ctrl+1')

    def show_schedule(self):
        self.person.key('ctrl+2')
        self.person.key('alt+1')

    def show_week(self):
        self.person.key('ctrl+2')
        self.person.key('alt+2')

    def show_month(self):
        self.person.key('ctrl+2')
        self.person.key('alt+3')

    def show_search(self):
        self.show_schedule()
        self.person.key('ctrl+f')
        self.person.settle()
        self.person.type('friday')

    def show_help(self):
        self.person.key('Escape')
        self.person.key('ctrl+shift+h')

    def show_paper(self):
        self.person.key('Escape')
        self.person.key('ctrl+p')

    def show_meeting(self):
        self.person.key('Escape')
        self.person.key('ctrl+2')
        self.person.settle()
        before = len(self.person.look(Role.TEXT))
        self.person.key('ctrl+n')
        wait_until('the meeting dialog', lambda: len(self.person.look(Role.TEXT)) > before)

    def show_check_ins(self):
        self.person.key('Escape')
        self.person.settle()
        self.person.key('ctrl+3')

    def show_session(self):
        self.person.key('ctrl+1')
        self.person.settle()
        self.person.press(self.button('_Write Check-ins'))

    def show_written(self):
        """An evening whose check-ins are written: the second one back, of the group that meets tonight."""
        self.person.key('ctrl+3')
        self.person.settle()
        dates = [row for row in self.person.look(Role.LIST_ITEM) if any(letter.isdigit() for letter in row.get_name())]
        if not dates:  # narrow: the list is behind the session
            self.person.key('alt+Right' if self.suffix.endswith('rtl') else 'alt+Left')
            self.person.settle()
            dates = [row for row in self.person.look(Role.LIST_ITEM) if any(letter.isdigit() for letter in row.get_name())]
        self.person.click(dates[1])

    def show_handouts(self):
        self.person.key('ctrl+4')

    def show_preview(self):
        self.person.key('ctrl+4')
        self.person.click(self.person.find(Role.TABLE_CELL))

    def show_present(self):
        self.person.key('Escape')
        self.person.settle()
        self.show_preview()
        self.person.press(self.button('Present'))


def show(folder, style, size, views):
    environment = {'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'memory', 'GDK_DEBUG': 'no-portals', 'TZ': 'America/Vancouver',
                   'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'GTK_ENABLE_ANIMATIONS': '0', **STYLES[style]}
    suffix = size if style == 'light' else f'{size}-{style}'
    width, height = (int(number) for number in size.split('x'))
    with Desktop(width, height, environment=environment) as desktop:
        guide = Guide(desktop, folder, suffix)
        try:
            guide.show(views)
        except Exception:
            desktop.screenshot(folder / f'stuck-{suffix}.png')
            (folder / f'stuck-{suffix}.txt').write_text(traceback.format_exc() + '\n' + guide.person.tree())
            raise


def print_sheets(folder):
    with tempfile.TemporaryDirectory(prefix='fourfold-tour-') as data:
        for sheet in SHEETS:
            subprocess.run(['fourfoldctl', '--data-dir', data, 'print', sheet, '-o', folder / f'{sheet}.pdf', '--paper', 'a4'],
                           check=True, stdout=subprocess.DEVNULL, timeout=60)


def take(folder, style, size, views):
    """A process each: one that uses the accessibility bus finds it once."""
    print(f'{style} {size}: {", ".join(views)}', flush=True)
    done = subprocess.run([sys.executable, __file__, folder, style, size], timeout=300, capture_output=True, text=True)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
    return f'{style} {size}' if done.returncode else None


def main():
    folder = Path(sys.argv[1]).resolve()
    if len(sys.argv) == 4:
        views = next(views for style, size, views in TOUR if [style, size] == sys.argv[2:])
        show(folder, sys.argv[2], sys.argv[3], views)
        return 0
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    print_sheets(folder)
    with ThreadPoolExecutor(2) as two_at_a_time:
        failed = [failure for failure in two_at_a_time.map(lambda stop: take(folder, *stop), TOUR) if failure]
    print(f'{len(list(folder.glob("*.png")))} pictures and {len(list(folder.glob("*.pdf")))} PDFs are in {folder}')
    if failed:
        print(f'The tour got stuck: {", ".join(failed)}. What it saw is in {folder}/stuck-….', file=sys.stderr)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
