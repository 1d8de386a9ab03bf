#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Measures start and memory beside an empty libadwaita window, saving a note, searching, handouts to PDF, a country's schedule,
looking through a roster of 5,000, and filling a rota.

bench.py BUILD [--rounds N]
"""
import argparse
import csv
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent / 'e2e'))
from desktop import Desktop  # noqa: E402

AIM = 1.3
SIZES = ('facilitator', 'coordinator')
WEEKS = (500, 10000)
CHECK_INS = 1000000
LISTINGS = ('meeting-guide', 'tsml-csv', 'bmlt')
SHEETS = ('cost-benefit', 'urge-log', 'seven-day-plan')
NOTES = 200
# Rosters, their seeds, and how long each of their rotas may take to fill.
ROTAS = {'middle': ((1, 2, 3), 20), 'large': ((1,), 120)}
# How long one of them has been filled when it is stopped.
STOPS = {'middle': 2, 'large': 30}
LEVELS = ('required', 'optional', 'worst', 'spread', 'strangers', 'wishes', 'changes')
# What is done with a rota, what is nearest to it, and what it is called.
GRID_ACTS = (('open', 'table-open', 'opened'), ('arrow', 'table-arrow', 'an arrow key'), ('page', 'table-page', 'a page down'),
             ('candidates', 'plain-list', 'whom to choose for a place'), ('everybody', 'plain-list', 'everybody shown'),
             ('assign', 'table-open', 'somebody chosen, and the rota read anew'), ('turn', 'table-open', 'other weeks, and back'),
             ('people', 'plain-list', 'people beside it'), ('list', 'plain-list', 'as a list, where it is narrow'),
             ('fill', 'table-open', 'while all its places are filled'), ('difference', 'plain-list', 'what would be different'),
             ('accept', 'table-open', 'that accepted, and the rota read anew'))
PASSPHRASE = 'a harbour in the morning'


def numbers(command, environment):
    done = subprocess.run([str(part) for part in command], env=environment, capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise SystemExit(f'bench: {command[0]} failed: {done.stderr.strip()}')
    return [int(word) for word in done.stdout.split()]


def fill(folder):
    """A folder for each amount of data; “first start” has none, so it shows the welcome."""
    data = {'first start': folder / 'first'}
    for size in SIZES:
        data[size] = folder / size
        subprocess.run(['fourfoldctl', '--data-dir', str(data[size]), 'sample', '--size', size], check=True,
                       stdout=subprocess.DEVNULL)
    return data


def others_share_gtk():
    """Whether another program has GTK mapped: its share is then taken off ours, and the figures for memory are too low."""
    for maps in Path('/proc').glob('[0-9]*/maps'):
        try:
            if 'libgtk-4.so' in maps.read_text(errors='replace'):
                return True
        except OSError:
            continue
    return False


def measure_starts(programs, data, rounds):
    """Every program once a round in turn, so that what else the machine does hits all alike; round 0 warms the caches."""
    commands = {'empty window': [programs / 'empty-window']}
    for name, folder in data.items():
        commands[name] = ['fourfold', '--data-dir', folder]
    results = {name: [] for name in commands}
    disturbed = 0
    with Desktop(1280, 800, window_manager=False,
                 environment={'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'memory', 'LC_ALL': 'C.UTF-8'}) as desktop:
        for turn in range(rounds + 1):
            for name, command in commands.items():
                alone = not others_share_gtk()
                measured = numbers([programs / 'watch-window', *command], desktop.environment)
                disturbed += not (alone and not others_share_gtk())
                if turn:
                    results[name].append(measured)
            print(f'\rround {turn} of {rounds} ', end='', file=sys.stderr, flush=True)
    print(file=sys.stderr)
    if disturbed:
        print(f'Other GTK programs ran beside {disturbed} of the measurements: memory is told too low; end them and measure again.')
    return {name: [median(column) for column in zip(*rows)] for name, rows in results.items()}


def print_starts(starts, rounds):
    empty = starts['empty window']
    print(f'\nFrom start to a painted window, and memory when idle; medians of {rounds} alternating rounds')
    print(f'{"":14}{"first frame":>13}{"ratio":>7}{"settled":>11}{"PSS":>12}{"ratio":>7}')
    for name, (first, settled, pss) in starts.items():
        print(f'{name:14}{first:>10.0f} ms{first / empty[0]:>7.2f}{settled:>8.0f} ms{pss / 1024:>8.1f} MiB{pss / empty[2]:>7.2f}')
    worst = max(max(row[0] / empty[0], row[2] / empty[2]) for row in starts.values())
    print(f'Aim: at most {AIM} times the empty window; the worst here is {worst:.2f}.')


def measure_schedule(programs, folder):
    """Of ten thousand meetings: what bench-schedule prints, a name and a number a line."""
    subprocess.run(['fourfoldctl', '--data-dir', str(folder), 'sample', '--size', 'country'], check=True,
                   stdout=subprocess.DEVNULL)
    done = subprocess.run([str(programs / 'bench-schedule'), str(folder)], capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise SystemExit(f'bench: bench-schedule failed: {done.stderr.strip()}')
    return {name: int(number) for name, number in (line.split() for line in done.stdout.splitlines())}


def measure_agenda(programs, folder):
    """What the main thread works to list a week of that schedule, and for each key in the search: longest turn and all, in µs."""
    with Desktop(environment={'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'memory', 'GDK_DEBUG': 'no-portals'}) as desktop:
        done = subprocess.run([str(programs / 'bench-agenda'), str(folder)], capture_output=True, text=True, timeout=120,
                              env=desktop.environment)
    if done.returncode:
        raise SystemExit(f'bench: bench-agenda failed: {done.stderr.strip()}')
    lines = [line.split() for line in done.stdout.splitlines()]
    return {what: [max(int(line[column]) for line in lines if line[0] == what) for column in (1, 2)] for what in ('list', 'key')}


def print_agenda(agenda):
    for what, title in (('list', 'a week of it as a list, on the main thread'), ('key', 'a key in the search, on the main thread')):
        longest, total = agenda[what]
        print(f'{title:52}{total / 1000:>9.1f} ms, {longest / 1000:.1f} ms at once')


def measure_roster(programs, folder):
    """What is done to the country's roster, then to a plain list of as many labels: longest turn and gap in µs, frames lost and shown."""
    with Desktop(1280, 800, window_manager=False,
                 environment={'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'memory', 'GDK_DEBUG': 'no-portals', 'LC_ALL': 'C.UTF-8'}) as desktop:
        done = subprocess.run([str(programs / 'bench-roster'), str(folder)], capture_output=True, text=True, timeout=120,
                              env=desktop.environment)
    if done.returncode:
        raise SystemExit(f'bench: bench-roster failed: {done.stderr.strip()}')
    measured = {}
    for what, *figures in (line.split() for line in done.stdout.splitlines()):
        measured.setdefault(what, []).append([int(figure) for figure in figures])
    return measured


def print_roster(roster):
    print('\nA roster of 5,000 beside a plain GtkListView of their names; the longest that the main loop was held, in its own time')
    print(f'{"":8}{"roster":>10}{"plain":>13}{"ratio":>7}{"frames lost":>14}{"plain":>14}')
    for what, (ours, plain) in roster.items():
        lost = ''.join(f'{f"{row[2]} of {row[2] + row[3]}":>14}' for row in (ours, plain))
        print(f'{what:8}{ours[0] / 1000:>7.1f} ms{plain[0] / 1000:>10.1f} ms{ours[0] / plain[0]:>7.2f}{lost}')
    print('A frame is 16.7 ms. Frames are also lost to what else the machine does; the plain list tells how many.')


def print_schedule(schedule):
    print(f'\nA schedule of {schedule["meetings"]} meetings')
    for name, title in (('read', 'read, in a thread'), ('read-main-thread', '  of it on the main thread'),
                        ('week', f'a week of {schedule["week-dates"]} dates, in a thread'),
                        ('week-main-thread', '  of it on the main thread'),
                        ('plain-week', '  the plain way: libical from each first date on'),
                        ('words', 'words to find them by, made once'), ('keystroke', 'a keystroke in the search'),
                        ('edit', 'as many again, stored as one step'), ('undo', '  and taken back')):
        print(f'{title:52}{schedule[name] / 1000:>9.1f} ms')
    print(f'The week takes {schedule["week"] / schedule["plain-week"]:.2f} of the plain way.')


def measure_imports(folder):
    """Seconds that fourfoldctl takes to import the country's listing beside two groups, and Python to only parse that file."""
    seconds = {}
    for form in LISTINGS:
        file = folder / f'country.{form}'
        subprocess.run(['fourfoldctl', '--data-dir', str(folder / 'country'), 'export', form, str(file)], check=True,
                       stderr=subprocess.DEVNULL)
        into = folder / f'into-{form}'
        subprocess.run(['fourfoldctl', '--data-dir', str(into), 'sample'], check=True, stdout=subprocess.DEVNULL)
        began = time.monotonic()
        done = subprocess.run(['fourfoldctl', '--data-dir', str(into), 'import', '--json', str(file)],
                              capture_output=True, text=True, timeout=300)
        taken = time.monotonic() - began
        if done.returncode:
            raise SystemExit(f'bench: import of {form} failed: {done.stderr.strip()[-300:]}')
        began = time.monotonic()
        if form == 'tsml-csv':
            list(csv.reader(file.open(newline='')))
        else:
            json.loads(file.read_text())
        seconds[form] = (len(done.stdout.splitlines()), taken, time.monotonic() - began)
    return seconds


def print_imports(imports):
    print('\nThat schedule as a listing, imported by fourfoldctl, beside Python that only parses the file')
    for form, (rows, taken, parsed) in imports.items():
        print(f'{form:14}{rows:>8} rows{taken:>8.2f} s{parsed:>9.2f} s parsed')
    print('Aim: 10,000 rows under 3 s.')


def own_seconds():
    """What the programs that were run have worked, whatever else the machine did."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure_pages(command, pdf):
    """Pages, and the least of three times that a program works to make them, in seconds of its own time."""
    seconds = []
    for _ in range(3):
        began = own_seconds()
        subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=300)
        seconds.append(own_seconds() - began)
    listed = subprocess.run(['pdfinfo', str(pdf)], check=True, capture_output=True, text=True).stdout
    return int(re.search(r'^Pages: +(\d+)$', listed, re.MULTILINE).group(1)), min(seconds)


def measure_library(programs, folder):
    """All handouts as one PDF, beside WeasyPrint with the same text as HTML, and previews of first pages."""
    html, ours, theirs = folder / 'library.html', folder / 'ours.pdf', folder / 'theirs.pdf'
    empty, nothing = folder / 'empty.html', folder / 'nothing.pdf'
    empty.write_text('<!doctype html><title>Empty</title>')
    library = {'preview': numbers([programs / 'bench-library', html, 5], None),
               'ours': measure_pages(['fourfoldctl', '--data-dir', folder / 'facilitator', 'print', '--all', '--paper', 'a4', '-o', ours], ours)}
    if shutil.which('weasyprint'):
        library['theirs'] = measure_pages(['weasyprint', html, theirs], theirs)
        library['their start'] = measure_pages(['weasyprint', empty, nothing], nothing)
    return library


def print_library(library):
    pages, seconds = library['ours']
    print(f'\nEvery handout as one PDF with fields, in seconds of the program’s own time\n{"fourfoldctl":14}{pages:>6} pages{seconds:>8.2f} s{pages / seconds:>9.1f} pages a second')
    if 'theirs' in library:
        their_pages, their_seconds = library['theirs']
        working = their_seconds - library['their start'][1]
        print(f'{"WeasyPrint":14}{their_pages:>6} pages{their_seconds:>8.2f} s{their_pages / their_seconds:>9.1f} pages a second, the same text without'
              f' fields; {their_pages / working:.1f} once it has started')
        print(f'That is {pages / seconds / (their_pages / their_seconds):.1f} times as many pages, {pages / seconds / (their_pages / working):.1f} beside a WeasyPrint'
              ' that has started.')
    first, middle, slowest, times = library['preview']
    print(f'\nA handout to the picture of its first page, own time, {times} times\n{first / 1000:>8.1f} ms first{middle / 1000:>8.1f} ms median{slowest / 1000:>8.1f} ms slowest')
    print('A frame is 16.7 ms.')


def measure_weeks(programs):
    with Desktop(1280, 800, window_manager=False,
                 environment={'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'memory', 'LC_ALL': 'C.UTF-8'}) as desktop:
        return {meetings: numbers([programs / 'bench-week', meetings, 21], desktop.environment) for meetings in WEEKS}


def measure_search(programs, folder):
    """Median and slowest of each kind of query in µs and how many it found, among CHECK_INS notes and half as many plan items again."""
    done = subprocess.run([str(programs / 'bench-search'), str(folder), str(CHECK_INS)], capture_output=True, text=True, timeout=1800)
    if done.returncode:
        raise SystemExit(f'bench: bench-search failed: {done.stderr.strip()}')
    return {name: [int(number) for number in numbers] for name, *numbers in (line.split() for line in done.stdout.splitlines())}


def measure_notes(programs, folders):
    """Of each size, a plain folder and a copy with a passphrase in turn: medians in µs by what is done."""
    measured = {}
    for size, folder in folders.items():
        hidden = folder.with_name(folder.name + '-hidden')
        shutil.copytree(folder, hidden)
        measured[size] = {}
        for kind, command in (('plain', [folder, NOTES]), ('encrypted', [hidden, NOTES, PASSPHRASE])):
            done = subprocess.run([str(part) for part in (programs / 'bench-notes', *command)], capture_output=True, text=True, timeout=1800)
            if done.returncode:
                raise SystemExit(f'bench: bench-notes failed: {done.stderr.strip()}')
            measured[size][kind] = {name: int(number) for name, number in (line.split() for line in done.stdout.splitlines())}
        shutil.rmtree(hidden)
    return measured


def print_notes(notes):
    print(f'\nNotes without and with a passphrase; medians, {NOTES} searches and saves')
    for size, kinds in notes.items():
        for what, title in (('unlock', 'unlock'), ('open', 'open'), ('search', 'a search'), ('save', 'a note saved')):
            plain, encrypted = kinds['plain'][what] / 1000, kinds['encrypted'][what] / 1000
            ratio = f'{encrypted / plain:>7.2f} times' if what != 'unlock' else ''
            print(f'{size:14}{title:14}{plain:>9.1f} ms{encrypted:>9.1f} ms{ratio}')


def print_search(search):
    search = dict(search)
    opened, size = search.pop('opening')[0], search.pop('bytes')[0]
    print(f'\nA search among {CHECK_INS} notes and {CHECK_INS * 3 // 2} plan items, until the first 50 results are there'
          f'\n({size / 2**20:.0f} MiB; the index was made in {opened / 1e6:.0f} s, with a backup before)')
    for name, (middle, slowest, found) in search.items():
        print(f'{name.replace("-", " "):28}{middle / 1000:>9.1f} ms median{slowest / 1000:>9.1f} ms slowest{found if found <= 1000 else "over 1000":>10} found')
    print('Aim: under 50 ms.')


def measure_rotas(programs):
    """Each filled greedily, by one plain model, and as the app does; computing is summed over threads."""
    measured = {}
    for size, (seeds, seconds) in ROTAS.items():
        for seed in seeds:
            measured[f'{size} {seed}'] = {way: measure_rota(programs, size, seed, seconds, way) for way in ('greedy', 'whole', 'decomposed')}
    return measured


def measure_rota(programs, size, seed, seconds, way):
    places, volunteers, clock, computed, last, *rest = numbers_of([programs / 'bench-rota', size, seed, seconds, way])
    return {'places': places, 'volunteers': volunteers, 'limit': seconds, 'clock': clock, 'computed': computed, 'last': last,
            'levels': dict(zip(LEVELS, zip(rest[0:14:2], rest[1:14:2]))), 'gap': rest[14]}


def measure_stop(programs):
    """How long after the word to stop the plan is there."""
    return {size: numbers_of([programs / 'bench-rota', size, seeds[-1], 600, 'decomposed', STOPS[size]])[-1] for size, (seeds, _limit) in ROTAS.items()}


def numbers_of(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise SystemExit(f'bench: {command[0].name} failed: {done.stderr.strip()}')
    return [float(word) for word in done.stdout.split()]


def print_rotas(rotas, stops):
    for name, ways in rotas.items():
        own = ways['decomposed']
        print(f'\nA rota of {own["places"]:.0f} places, {own["volunteers"]:.0f} volunteers, 13 weeks ({name}), within {own["limit"]} s')
        print(f'{"":12}{"time":>10}{"of ours":>9}{"computing":>11}{"of ours":>9}' + ''.join(f'{level:>11}' for level in LEVELS) + f'{"gap":>9}')
        for way, done in ways.items():
            times = ''.join(f'{done[what]:>{width}.1f} s{done[what] / own[what]:>9.2f}' for what, width in (('clock', 8), ('computed', 9)))
            print(f'{way:12}{times}' + ''.join(f'{reached:>11.6g}' for reached, _bound in done['levels'].values()) + f'{done["gap"]:>9.2%}')
        print(f'{"of ours":12}{"":39}{"greedy":>8}' + ''.join(ratio_of(ways['greedy'], own, level) for level in LEVELS))
        print(f'{"":51}{"whole":>8}' + ''.join(ratio_of(ways['whole'], own, level) for level in LEVELS))
        print(f'{"":51}{"bound":>8}' + ''.join(f'{bound:>11.6g}' for _reached, bound in own['levels'].values()))
    for size, seconds in stops.items():
        print(f'Stopped after {STOPS[size]} s, the {size} one is there {seconds:.2f} s later (0 where it was done before).')
    print('Aim: a gap of at most 1 % within 20 s for the middle ones, all places covered that can be within 120 s for the large one, stopped within 1 s.')


def ratio_of(other, own, level):
    reached, ours = other['levels'][level][0], own['levels'][level][0]
    return f'{reached / ours:>11.3f}' if ours else f'{"–":>11}'


def print_weeks(weeks):
    print('\nA week from its dates to a frame that is ready to draw, main thread, 21 times')
    for meetings, (first, middle, slowest, blocks) in weeks.items():
        print(f'{meetings:>6} meetings{first / 1000:>7.1f} ms first{middle / 1000:>8.1f} ms median{slowest / 1000:>8.1f} ms slowest{blocks:>6} blocks')
    print('Aim: under 16 ms.')


def measure_rota_grid(programs, folder):
    """What is done with the rota of 500 meetings, then with a plain table and a plain list: longest turn and all turns in µs of the main thread."""
    folder.mkdir()
    with Desktop(1280, 800, environment={'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'memory', 'GDK_DEBUG': 'no-portals',
                                         'LC_ALL': 'C.UTF-8'}) as desktop:
        done = subprocess.run([str(programs / 'bench-rota-grid'), str(folder)], capture_output=True, text=True, timeout=300,
                              env=desktop.environment)
    if done.returncode:
        raise SystemExit(f'bench: bench-rota-grid failed: {done.stderr.strip()}')
    return {act: [int(number) for number in numbers] for act, *numbers in (line.split() for line in done.stdout.splitlines())}


def print_rota_grid(grid):
    print('\nThe rota of 500 meetings, three roles, 13 weeks, beside a GtkColumnView and a GtkListView of labels; the longest turn of the main loop')
    for act, peer, title in GRID_ACTS:
        ratio = f'{grid[act][0] / grid[peer][0]:>8.2f} of the {"table" if peer.startswith("table") else "list"}'
        print(f'{title:44}{grid[act][0] / 1000:>8.1f} ms{grid[act][1] / 1000:>9.1f} ms in all{ratio}')
    print('A frame is 16.7 ms.')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('build', type=Path)
    parser.add_argument('--rounds', type=int, default=7)
    options = parser.parse_args()
    programs = options.build / 'tests' / 'bench'
    with tempfile.TemporaryDirectory(prefix='fourfold-bench-') as name:
        folder = Path(name)
        data = fill(folder)
        starts = measure_starts(programs, data, options.rounds)
        saves = {size: numbers([programs / 'bench-save', data[size], 200], None) for size in SIZES}
        schedule = measure_schedule(programs, folder / 'country')
        agenda = measure_agenda(programs, folder / 'country')
        roster = measure_roster(programs, folder / 'country')
        imports = measure_imports(folder)
        sheets = {sheet: numbers([programs / 'bench-paper', sheet, folder / 'sheet.pdf', 30], None) for sheet in SHEETS}
        library = measure_library(programs, folder)
        search = measure_search(programs, folder / 'search')
        notes = measure_notes(programs, {'facilitator': data['facilitator'], 'country': folder / 'search'})
        grid = measure_rota_grid(programs, folder / 'rota')
    weeks = measure_weeks(programs)
    rotas = measure_rotas(programs)
    stops = measure_stop(programs)
    print_starts(starts, options.rounds)
    print_weeks(weeks)
    print('\nA note from the keyboard to COMMIT, 200 times')
    for size, (middle, slowest) in saves.items():
        print(f'{size:14}{middle / 1000:>8.1f} ms median{slowest / 1000:>9.1f} ms slowest')
    print('\nA worksheet to PDF, 30 times')
    for sheet, (first, middle) in sheets.items():
        print(f'{sheet:14}{first / 1000:>8.1f} ms first{middle / 1000:>9.1f} ms median')
    print_search(search)
    print_notes(notes)
    print_library(library)
    print_schedule(schedule)
    print_agenda(agenda)
    print_imports(imports)
    print_roster(roster)
    print_rotas(rotas, stops)
    print_rota_grid(grid)
    figures = {'starts': starts, 'saves': saves, 'sheets': sheets, 'weeks': weeks, 'schedule': schedule, 'agenda': agenda,
               'imports': imports, 'roster': roster, 'library': library, 'search': search, 'notes': notes, 'rotas': rotas, 'rota-grid': grid}
    (options.build / 'bench.json').write_text(json.dumps(figures, indent=2))


if __name__ == '__main__':
    main()
