#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Runs the tests that Meson knows on a desktop of their own and counts every test point.

run-tests.py BUILD [SUITE|NAME ...]
"""
import json
import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'e2e'))
from desktop import Desktop  # noqa: E402

POINT = re.compile(r'^(not )?ok\b(?:[^#\n]*)(#\s*(SKIP|TODO)\b)?', re.MULTILINE | re.IGNORECASE)


def known_tests(build):
    listing = subprocess.run(['meson', 'introspect', '--tests', str(build)], check=True, capture_output=True)
    return {test['name']: {suite.split(':')[-1] for suite in test['suite']} for test in json.loads(listing.stdout)}


def chosen_tests(known, words):
    chosen = []
    for word in words:
        found = [name for name, suites in known.items() if word == name or word in suites]
        if not found:
            suites = sorted(set().union(*known.values()))
            raise SystemExit(f'run-tests: no suite or test is called “{word}”. Suites: {", ".join(suites)}; '
                             f'tests: {", ".join(sorted(known))}.')
        chosen += [name for name in found if name not in chosen]
    return chosen


def count(entry):
    """Passed, failed and skipped points of one program; a program that failed as a whole is one failure more."""
    passed = failed = skipped = 0
    for point in POINT.finditer(entry.get('stdout', '')):
        if point[3] and point[3].upper() == 'SKIP':
            skipped += 1
        elif point[1]:
            failed += 1
        else:
            passed += 1
    if entry['result'] == 'SKIP' and not skipped:
        skipped = 1
    elif entry['result'] not in ('OK', 'SKIP', 'EXPECTEDFAIL') and not failed:
        failed = 1
    elif passed + failed + skipped == 0:
        failed = 1
    return passed, failed, skipped


def report(entry):
    print(f'\n--- {entry["name"]}: {entry["result"]}')
    for stream in ('stdout', 'stderr'):
        lines = entry.get(stream, '').rstrip().splitlines()
        if stream == 'stdout':
            lines = [line for line in lines if not re.match(r'ok\b|# \S+-DEBUG: ', line)]
        if len(lines) > 80:
            lines = lines[:20] + [f'… {len(lines) - 80} lines left out, all of them in meson-logs/fourfold.txt …'] + lines[-60:]
        print('\n'.join(lines))


def run(build, words):
    known = known_tests(build)
    chosen = chosen_tests(known, words)
    log = build / 'meson-logs' / 'fourfold.json'
    log.unlink(missing_ok=True)
    with Desktop(1280, 1024, window_manager=False) as desktop:
        finished = subprocess.run(['meson', 'test', '-C', str(build), '--no-rebuild', '--logbase', 'fourfold',
                                   '--num-processes', str(min(2, os.cpu_count() or 1)), *chosen],
                                  env=desktop.environment)
    entries = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    totals = [0, 0, 0]
    for entry in entries:
        counts = count(entry)
        totals = [total + one for total, one in zip(totals, counts)]
        if counts[1]:
            report(entry)
    expected = len(chosen or known)
    if len(entries) < expected:
        print(f'\n{expected - len(entries)} of {expected} test programs were not run.')
        totals[1] += expected - len(entries)
    elif finished.returncode and not totals[1]:
        totals[1] = 1
    skipped = f', {totals[2]} skipped' if totals[2] else ''
    print(f'\n{totals[0]} passed, {totals[1]} failed{skipped}', flush=True)
    return 1 if totals[1] else 0


if __name__ == '__main__':
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    sys.exit(run(Path(sys.argv[1]).resolve(), sys.argv[2:]))
