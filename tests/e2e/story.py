# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Tells a story step by step, each a test, and keeps what was on the screen where one fails."""
import subprocess
import sys
import traceback
from pathlib import Path

from desktop import Desktop

ENVIRONMENT = {'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'keyfile', 'GDK_DEBUG': 'no-portals', 'TZ': 'America/Vancouver',
               'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'G_DEBUG': '', 'G_MESSAGES_DEBUG': 'all', 'GTK_ENABLE_ANIMATIONS': '0'}


def rows(database, query):
    return subprocess.run(['sqlite3', '-readonly', database, query], check=True, capture_output=True, text=True,
                          timeout=30).stdout.splitlines()


def equal(what, got, wanted):
    if got != wanted:
        raise AssertionError(f'{what}: {got!r}, and not {wanted!r}')


def true(what, holds):
    if not holds:
        raise AssertionError(f'not so: {what}')


def tell(make_story, name, environment=None, width=1280, height=800):
    """make_story (desktop, folder) gives what has a person and steps(). Its folder is the program's argument; 0 where all went well.

    @environment is what is other than in ENVIRONMENT.
    """
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with Desktop(width, height, environment={**ENVIRONMENT, **(environment or {})}) as desktop:
        story = make_story(desktop, folder)
        steps = story.steps()
        print(f'TAP version 14\n1..{len(steps)}', flush=True)
        for number, step in enumerate(steps, 1):
            title = step.__name__.replace('_', ' ')
            try:
                step()
            except Exception:
                print(f'not ok {number} {title}')
                print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))
                desktop.screenshot(folder / f'{name}.png')
                (folder / f'{name}.txt').write_text(story.person.tree())
                print(f'Bail out! What was on the screen is in {folder}/{name}.png and {name}.txt', flush=True)
                return 1
            print(f'ok {number} {title}', flush=True)
    return 0
