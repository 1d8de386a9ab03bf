#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""A tour without a display: a sample group's meeting is prepared with the real program on a virtual display.

tour.py FOLDER                   leaves there a picture of every view and the handouts as PDF
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
from person import Atspi, Person, Role

NOW = '2026-11-24T17:30'
WIDE, NARROW = '1280x800', '360x720'
GROUP = 'Kitsilano evening group'
PASSPHRASE = 'ferry to Galiano'
TWELVE = (('Rosa', 'New job starts on Monday', 0), ('Ines', 'Quiet week for once', 3), ('Kofi', 'Walked home the long way', 6),
          ('Aiko', '', None), ('Jolanta', 'Called my sister', 2), ('Larsson', 'Two good days', 5), ('Mina', 'Tired, and came anyway', 4),
          ('Omar', 'Cooked for four', 1), ('Piaget', '', 3), ('Quinn', 'A letter from my son', 2), ('Tove', 'Slept through', 0),
          ('Wim', 'Nothing new this time', 7))
UNFINISHED = """```about
points: 4
minutes: 15
```

# One Evening, Made Lighter

The hours after work are often the long ones.

- [ ] Cook something I like
- [ ] Walk round the block

```wheel 10
What my evenings are made of
Rest
Company
Work
Screens
Something new
```

```scale 11
How long do my evenings feel?
short
endless
```
"""
STYLES = {
    'light': {},
    'dark': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'},
    'contrast': {'ADW_DEBUG_HIGH_CONTRAST': '1'},
    'french': {'LC_ALL': 'fr_CA.UTF-8', 'LANGUAGE': 'fr_CA:fr'},
    'rtl': {'LC_ALL': 'ar_EG.UTF-8', 'LANGUAGE': 'ar'},
}
DATES = ('schedule', 'week', 'month', 'search')
HELP = ('help', 'help-edited', 'group')
LIBRARY = ('handouts', 'shelves', 'found', 'preview', 'pack', 'editor')
PRESENT = ('present', 'wheel', 'closing')
ROTA = ('rota', 'candidates', 'reason', 'filling', 'hours', 'roster', 'volunteer', 'training')
NOTES = ('unfolded', 'names-hidden', 'people', 'person', 'notes-found')
CARE = ('writing', 'own-words', 'privacy', 'backups', 'backup', 'old-notes', 'passphrase', 'recovery-key', 'locked')
BEFORE = ('welcome', 'nobody', 'trouble')  # with data of their own
MEETINGS = (*BEFORE, 'today', *DATES, 'paper', 'meeting', 'check-ins', 'session', 'written')
VIEWS = (*MEETINGS, *ROTA, *NOTES, *LIBRARY, *PRESENT, *HELP, *CARE)
# The toolkit's own file chooser is wider than a telephone.
TELEPHONE = tuple(view for view in VIEWS if view != 'closing')
TOUR = [('light', WIDE, VIEWS), ('light', NARROW, TELEPHONE), ('light', '900x700', (*DATES, 'rota', *LIBRARY, 'wheel', 'help')),
        ('light', '600x800', (*DATES, 'rota', 'filling', 'unfolded')),
        ('dark', WIDE, (*MEETINGS, *ROTA, *NOTES, 'handouts', 'preview', 'pack', 'editor', 'wheel', 'help', 'backup', 'passphrase', 'recovery-key', 'locked')),
        ('dark', NARROW, ('today', 'week', 'session', 'written', *ROTA, 'unfolded', 'person', 'handouts', 'wheel', 'help')),
        ('contrast', WIDE, ('today', 'rota', 'volunteer', 'unfolded', 'person', 'notes-found', 'handouts', 'editor', 'wheel')),
        ('french', WIDE, (*MEETINGS, *ROTA, *NOTES, 'handouts', 'preview', 'pack', 'editor', 'wheel', 'closing', *HELP, *CARE)),
        ('french', NARROW, ('today', 'month', *ROTA, 'unfolded', 'person', 'handouts', 'pack', 'wheel', 'privacy')),
        ('rtl', WIDE, ('today', *DATES, *ROTA, 'unfolded', 'person', 'notes-found', 'handouts', 'preview', 'pack', 'editor', 'wheel')),
        ('rtl', NARROW, ('today', *DATES, 'session', 'written', *ROTA, 'unfolded', 'person', 'handouts', 'wheel'))]


class Guide:
    """Shows the views on one desktop, in one style."""

    def __init__(self, desktop, folder, suffix):
        self.person = Person(desktop)
        self.desktop = desktop
        self.folder = folder
        self.suffix = suffix
        self.data = desktop.folder / 'data'
        self.after = []  # what closes a view again
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
        if 'nobody' in views:
            self.start(self.desktop.folder / 'nobody')
            self.begin_group()
            self.volunteers('alt+2')
            self.picture('nobody')
            self.volunteers('alt+1')
            self.picture('nobody-rota')
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
            if view not in BEFORE:
                getattr(self, 'show_' + view.replace('-', '_'))()
                self.picture(view)
                while self.after:
                    self.after.pop()()
        self.person.key('Escape', 'Escape')
        self.person.settle()
        self.person.quit()

    def begin_group(self):
        self.person.write(self.person.find(Role.TEXT, self.texts.gettext('Group Name')), GROUP)
        self.person.press(self.button('_Start'))
        self.person.press(self.button('_Go On Without'))
        self.person.settle(1)

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

    def act(self, action):
        """An action without a key of its own, as its entry in a menu does it."""
        for node in self.person.everything():
            described = node.get_action_iface()
            names = [] if described is None else [Atspi.Action.get_action_name(described, number)
                                                  for number in range(Atspi.Action.get_n_actions(described))]
            if action in names:
                Atspi.Action.do_action(described, names.index(action))
                self.person.settle()
                return
        raise LookupError(f'nothing on the screen does {action}')

    def close_dialogs(self):
        self.person.key('Escape', 'Escape')
        self.person.settle()

    def show_unfolded(self):
        """An evening of twelve, the first lines unfolded."""
        self.show_session()
        self.person.find(Role.TEXT, self.texts.gettext('Name or alias'))
        for alias, note, urge in TWELVE:
            self.person.key('ctrl+Return')
            self.person.type(alias)
            self.person.key('Tab')
            self.person.type(note)
            self.person.key('Tab')
            self.person.type('' if urge is None else str(urge))
        self.person.settle()
        self.picture('twelve')
        self.person.key('ctrl+Return', *3 * ['ctrl+Down', 'alt+Down'], 'ctrl+Up', 'ctrl+Up')

    def show_names_hidden(self):
        self.person.key('ctrl+h')
        self.after.append(lambda: self.person.key('ctrl+h'))

    def show_people(self):
        self.person.key('ctrl+3')
        self.person.settle()
        if not self.lists():  # narrow: the lists are behind the session
            self.back()
        self.person.press(self.lists()[0])
        self.after.append(lambda: self.person.press(self.lists(self.texts.gettext('Sessions'))[0]))

    def lists(self, name=None):
        return self.person.look(Role.RADIO_BUTTON, name or self.texts.gettext('People'))

    def show_person(self):
        self.show_people()
        self.after.clear()
        people = self.person.find(Role.LIST, self.texts.gettext('People, who was here last first'))
        self.person.click(self.person.find(Role.LIST_ITEM, root=people))

    def show_notes_found(self):
        self.person.key('ctrl+shift+f')
        self.person.find(Role.ENTRY, self.texts.gettext('Search notes and plans'))
        self.person.settle()
        self.person.type('walk')
        self.after.append(lambda: self.person.key('Escape'))

    def preferences(self, page):
        self.person.key('ctrl+comma')
        self.person.press(self.person.find(Role.PAGE_TAB, self.texts.gettext(page)))
        self.after.append(self.close_dialogs)

    def show_writing(self):
        self.person.key('Escape', 'Escape')
        self.preferences('Writing')

    def show_own_words(self):
        self.act('win.own-words')
        self.after.append(self.close_dialogs)

    def show_privacy(self):
        self.person.key('Escape', 'Escape')
        self.preferences('Privacy')

    def show_backups(self):
        self.act('win.backups')
        self.restore_label()
        self.after.append(self.close_dialogs)

    def restore_label(self):
        """Its button is called after the backup."""
        return self.person.find(Role.LABEL, self.texts.gettext('_Restore…').replace('_', ''))

    def show_backup(self):
        self.show_backups()
        self.person.press(self.restore_label().get_parent())
        self.button('_Restore')

    def show_old_notes(self):
        self.act('win.retention')
        self.after.append(self.close_dialogs)

    def show_passphrase(self):
        self.show_privacy()
        self.after.clear()
        self.person.press(self.person.find(name=self.texts.gettext('_Set a Passphrase…').replace('_', '')))
        self.person.find(name=self.texts.gettext('New Passphrase'))
        self.person.settle()
        self.person.type(PASSPHRASE)
        self.person.key('Tab')

    def show_recovery_key(self):
        """Goes on with the passphrase that is being set."""
        self.person.focus(self.person.find(Role.TEXT, self.texts.gettext('New Passphrase Again')))
        self.person.type(PASSPHRASE)
        self.person.key('Return')
        self.button('I Have Put It _Away')
        self.after += [lambda: self.person.press(self.button('I Have Put It _Away')), self.save_recovery_sheet]

    def save_recovery_sheet(self):
        if self.desktop.size[0] < 600:  # narrower than the toolkit's file chooser
            return
        windows = len(self.person.windows())
        sheet = self.folder / f'recovery-sheet-{self.suffix}.pdf'
        sheet.unlink(missing_ok=True)  # else the chooser asks whether to replace it
        self.person.press(self.button('_Save as PDF…'))
        self.person.choose_file(sheet, windows=windows)

    def show_locked(self):
        """As the next start finds it."""
        self.person.process.terminate()
        self.person.process.wait(20)
        self.start(self.data)
        self.person.find(Role.LABEL, self.texts.gettext('Fourfold Is Locked'))

    def back(self):
        self.person.key('alt+Right' if 'rtl' in self.suffix else 'alt+Left')
        self.person.settle()

    def show_handouts(self):
        self.person.key('Escape')
        self.person.settle()
        self.person.key('ctrl+4')
        self.person.settle()

    def show_shelves(self):
        """All of the library, from top to bottom."""
        self.show_handouts()
        width, height = self.desktop.size
        self.person.xdotool('mousemove', width * 2 // 3, height // 2)
        for number in range(1, 4):
            self.picture(f'shelves-{number}')
            self.person.xdotool('click', '--repeat', 12, '--delay', 30, 5)
        self.person.xdotool('click', '--repeat', 80, '--delay', 20, 5)

    def find_handout(self, words):
        self.person.key('ctrl+4')
        self.person.settle()
        self.person.key('ctrl+f')
        self.person.write(self.person.find(Role.ENTRY, self.texts.gettext('Search handouts')), words)
        self.person.settle()

    def show_found(self):
        self.find_handout('decisional balance')

    def show_preview(self):
        self.find_handout('decisional balance')
        self.person.key('Return')

    def show_pack(self):
        self.back()
        self.show_handouts()
        self.person.press(self.button('Pack…'))
        suggested = self.person.find(Role.LIST, self.texts.gettext('Suggested handouts'))
        for _ in range(2):
            self.person.press(self.person.find(Role.PUSH_BUTTON, root=suggested))
            self.person.settle()

    def show_editor(self):
        self.back()
        self.person.press(self.person.find(Role.TOGGLE_BUTTON, self.texts.gettext('New handout')))
        self.person.settle()
        self.person.key('Return')
        self.person.find(Role.TEXT, self.texts.gettext('The handout’s text'))
        self.person.settle()
        self.person.key('ctrl+a')
        self.person.type_lines(UNFINISHED)
        self.after.append(self.back)

    def present(self, words):
        self.find_handout(words)
        self.person.key('Return')
        self.person.settle()
        self.person.key('F5')
        wait_until('the sheet on the screen', lambda: len(self.person.windows()) > 1)
        self.person.settle()

    def leave_sheet(self):
        self.person.key('ctrl+w')
        self.person.settle()
        if len(self.person.windows()) > 1:
            self.person.press(self.button('_Discard'))
        wait_until('the sheet to close', lambda: len(self.person.windows()) == 1)

    def show_present(self):
        self.present('decisional balance')
        self.after.append(self.leave_sheet)

    def fill_in_the_wheel(self):
        """Numbers and Tab, around the wheel, on whichever page it is."""
        self.present('wheel of life')
        for _ in range(3):
            if self.focused_mark():
                break
            self.person.key('Page_Down')
            self.person.settle()
        wait_until('a spoke to have the focus', self.focused_mark)
        for now, wanted in zip('56374256', '78776677'):
            self.person.key(now, 'Tab', wanted, 'Tab')

    def focused_mark(self):
        return [mark for mark in self.person.look(Role.RADIO_BUTTON) if mark.get_state_set().contains(Atspi.StateType.FOCUSED)]

    def show_wheel(self):
        self.fill_in_the_wheel()
        self.after.append(self.leave_sheet)

    def show_closing(self):
        self.fill_in_the_wheel()
        self.person.key('ctrl+w')
        self.after.append(self.save_what_is_written)

    def save_what_is_written(self):
        windows = len(self.person.windows())
        self.person.press(self.button('_Save as PDF…'))
        self.person.choose_file(self.folder / f'filled-{self.suffix}.pdf', windows=windows)
        wait_until('the sheet to close', lambda: len(self.person.windows()) == 1)

    def volunteers(self, key):
        self.person.key('Escape')
        self.person.settle()
        self.person.key('ctrl+5')
        self.person.settle()
        self.person.key(key)
        self.person.settle()

    def places(self):
        """Cells of the grid; where it is narrow, lines of a list."""
        listed = self.person.look(Role.LIST, self.texts.gettext('Places'))
        return self.person.look(Role.LIST_ITEM, root=listed[0]) if listed else self.person.look(Role.TABLE_CELL)

    def show_rota(self):
        self.volunteers('alt+1')
        wait_until('the places of the rota', self.places)

    def show_candidates(self):
        """For the sample's first place that is needed and that nobody has."""
        self.show_rota()
        self.person.key('Home')  # a list that was scrolled shows its first place again
        self.person.settle()
        self.person.focus(self.places()[0])
        self.person.key(*6 * ['Down'])
        self.person.settle()
        self.act('rota.assign')
        self.person.find(Role.LIST, self.texts.gettext('Choose Somebody'))
        self.after.append(self.close_dialogs)

    def show_reason(self):
        """Somebody against whom something speaks."""
        self.show_candidates()
        self.person.press(self.person.find(name=self.texts.gettext('_Show Everybody').replace('_', ''), role=Role.CHECK_BOX))
        self.person.settle()
        candidates = self.person.find(Role.LIST, self.texts.gettext('Choose Somebody'))
        self.person.click(self.person.look(Role.LIST_ITEM, root=candidates)[-1])
        self.person.find(Role.TEXT, self.texts.gettext('Reason, kept in the rota'))
        self.after[:] = [self.close_dialogs]

    def show_hours(self):
        self.show_rota()
        self.act('rota.hours')
        self.person.find(Role.LIST, self.texts.gettext('Volunteers and their hours'))
        self.after.append(self.close_dialogs)

    def show_filling(self):
        """As far as what would change."""
        self.show_rota()
        self.act('rota.fill')
        self.person.press(self.button('_Fill'))
        self.person.find(Role.LIST, self.texts.gettext('What would change'), seconds=60)
        self.after.append(self.close_dialogs)

    def show_roster(self):
        self.volunteers('alt+2')
        return self.person.find(Role.LIST_ITEM, root=self.person.find(Role.LIST, self.texts.gettext('Volunteers')))

    def show_volunteer(self):
        self.person.click(self.show_roster())
        self.person.find(name=self.texts.gettext('More about this volunteer'))
        self.after.append(self.back)

    def show_training(self):
        self.volunteers('alt+3')

    def show_help(self):
        self.person.key('Escape')
        self.person.key('ctrl+shift+h')

    def show_help_edited(self):
        self.person.press(self.button('Edit Help Lines'))

    def show_group(self):
        self.person.key('Escape', 'Escape', 'ctrl+1')
        self.person.settle()
        self.person.key('ctrl+shift+n')
        self.person.settle()
        self.person.key(*8 * ['Tab'])
        self.after.append(lambda: self.person.key('Escape'))


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
    """All handouts, and cards for a pocket as ten of them come out of the printer."""
    with tempfile.TemporaryDirectory(prefix='fourfold-tour-') as data:
        def ctl(*arguments):
            subprocess.run(['fourfoldctl', '--data-dir', data, '--now', NOW, *arguments], check=True, stdout=subprocess.DEVNULL,
                           timeout=120)
        ctl('sample')
        ctl('print', '--all', '-o', folder / 'handouts.pdf', '--paper', 'a4', '--group', GROUP)
        ctl('print', '--help-card', '-o', folder / 'cards.pdf', '--paper', 'a4', '--group', GROUP)


def take(folder, style, size, views):
    """A process each: one that uses the accessibility bus finds it once."""
    print(f'{style} {size}: {", ".join(views)}', flush=True)
    done = subprocess.run([sys.executable, __file__, folder, style, size], timeout=420, capture_output=True, text=True)
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
