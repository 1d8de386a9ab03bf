#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""What the validators say about the sources and the build, one TAP point a check.

check.py SOURCE BUILD
"""
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE, BUILD = (Path(argument).resolve() for argument in sys.argv[1:3])
CHECKS = []


class Skipped(Exception):
    """This check cannot be made on this machine; its text says why."""


def check(function):
    CHECKS.append(function)
    return function


def sources(*patterns, under=('src', 'data', 'po', 'tests', 'flatpak')):
    folders = [SOURCE / folder for folder in under if (SOURCE / folder).is_dir()]
    found = {path for folder in folders for pattern in patterns for path in folder.rglob(pattern)}
    return sorted(path for path in found if '__pycache__' not in path.parts)


def name(path):
    return str(path.relative_to(SOURCE))


def problems_of(command, **options):
    """What a validator prints when it is not content; nothing otherwise."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=''), **options)
    if done.returncode == 0:
        return []
    return (done.stdout.strip() or f'{command[0]} ended with {done.returncode}').splitlines()


def one_of(paths, what):
    paths = list(paths)
    if not paths:
        raise AssertionError(f'there is no {what}')
    return paths


@check
def desktop_file():
    files = one_of((BUILD / 'data').glob('*.desktop'), 'desktop file in build/data')
    return problems_of(['desktop-file-validate', *files])


@check
def metainfo():
    files = one_of((BUILD / 'data').glob('*.metainfo.xml'), 'metainfo in build/data')
    return problems_of(['appstreamcli', 'validate', '--no-net', '--explain', *files])


@check
def settings_schema():
    one_of((SOURCE / 'data').glob('*.gschema.xml'), 'settings schema in data')
    return problems_of(['glib-compile-schemas', '--strict', '--dry-run', SOURCE / 'data'])


@check
def xml_is_well_formed():
    return problems_of(['xmllint', '--noout', *one_of(sources('*.xml', '*.svg', under=['data']), 'XML in data')])


MARKS = re.compile(r'\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*["\']')
TRANSLATABLE = {'.c': MARKS, '.h': MARKS, '.blp': MARKS, '.in': re.compile(r'^(?:Name|Comment|Keywords)=|<(?:name|summary|p|caption)\b', re.M)}


def listed_for_translation():
    text = (SOURCE / 'po' / 'POTFILES').read_text()
    return {line.strip() for line in text.splitlines() if line.strip() and not line.startswith('#')}


@check
def potfiles():
    listed = listed_for_translation()
    needed = {name(path) for path in sources('*.c', '*.h', '*.blp', '*.desktop.in*', '*.metainfo.xml.in*', under=['src', 'data'])
              if TRANSLATABLE['.in' if '.in' in path.suffixes else path.suffix].search(path.read_text())}
    needed |= {name(path) for folder in ('handouts', 'programmes') for path in sources('*.xml', under=[f'data/{folder}'])}
    return ([f'{path} has translatable strings and is not in po/POTFILES' for path in sorted(needed - listed)] +
            [f'{path} is in po/POTFILES and not there' for path in sorted(listed) if not (SOURCE / path).exists()])


def extract_messages(folder):
    """The template as `ninja fourfold-pot` makes it, made beside the sources so that nothing there changes."""
    targets = json.loads(subprocess.run(['meson', 'introspect', '--targets', BUILD], check=True, capture_output=True).stdout)
    assert any(target['name'] == 'fourfold-pot' for target in targets), 'meson has no target fourfold-pot'
    template = Path(folder) / 'fourfold.pot'
    command = ['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
               '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
               '--files-from', SOURCE / 'po' / 'POTFILES', '--directory', SOURCE, '--output', template]
    environment = dict(os.environ, GETTEXTDATADIRS=str(SOURCE / 'po') + ':' + '/usr/share')
    subprocess.run([str(part) for part in command], check=True, env=environment, capture_output=True, text=True)
    return template


# Languages that have to have every string; others are welcome in part.
WHOLE = {'fr'}


@check
def translations():
    problems = []
    catalogues = one_of(sources('*.po', under=['po']), 'translation in po')
    with tempfile.TemporaryDirectory() as folder:
        template = extract_messages(folder)
        for catalogue in catalogues:
            problems += problems_of(['msgfmt', '--check', '--output-file=/dev/null', catalogue])
            if catalogue.stem not in WHOLE:
                continue
            merged = Path(folder) / catalogue.name
            subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file', merged, catalogue, template], check=True)
            for state in ('--untranslated', '--only-fuzzy'):
                left = subprocess.run(['msgattrib', state, '--no-obsolete', merged], check=True, capture_output=True, text=True)
                found = re.findall(r'^#: (\S+)', left.stdout, re.MULTILINE)
                problems += [f'{name(catalogue)}: {len(found)} {state.split("-")[-1]}, such as in {", ".join(found[:8])}'] if found else []
    missing = WHOLE - {catalogue.stem for catalogue in catalogues}
    return problems + [f'po/{language}.po is missing' for language in sorted(missing)]


@check
def every_language_is_listed():
    listed = set((SOURCE / 'po' / 'LINGUAS').read_text().split())
    there = {path.stem for path in sources('*.po', under=['po'])}
    return [f'{language} is in only one of po/LINGUAS and po/' for language in sorted(listed ^ there)]


@check
def blueprint_format():
    return problems_of(['blueprint-compiler', 'format', *one_of(sources('*.blp', under=['src']), 'Blueprint')])


@check
def clang_format():
    files = one_of(sources('*.c', under=['src', 'tests']), 'C source')
    return [f'{name(path)} is not formatted; clang-format -i mends it' for path in files
            if problems_of(['clang-format', '--dry-run', '-Werror', path], cwd=SOURCE)]


@check
def licences():
    files = sources('*.c', '*.h', '*.blp', '*.py', '*.sql', '*.css', '*.build', '*.xml', '*.in', '*.its', '*.svg', '*.sh')
    files += [SOURCE / 'run', SOURCE / 'meson.build', SOURCE / 'meson.options', SOURCE / '.ci' / 'run']
    files += [path for path in sources('*', under=['flatpak']) if path.is_file() and path.suffix not in ('.json', '.patch')]
    return [f'{name(path)} has no SPDX-License-Identifier in its first lines' for path in files
            if 'SPDX-License-Identifier:' not in ''.join(path.open(encoding='utf-8').readlines()[:6])]


# A room, the headers that it must not be able to see, and one of its own that it must.
WALLS = {
    'model': (['gtk/gtk.h', 'adwaita.h', 'sqlite3.h', 'ff-store.h', 'ff-paper.h'], 'ff-meeting.h'),
    'store': (['gtk/gtk.h', 'ff-paper.h', 'ff-context.h', 'ff-export.h'], 'ff-store.h'),
    'exchange': (['gtk/gtk.h', 'ff-check-in.h', 'ff-participant.h', 'ff-plan-item.h', 'ff-session.h', 'ff-person-record.h', 'ff-store.h'],
                 'ff-export.h'),
    'paper': (['gtk/gtk.h', 'sqlite3.h', 'ff-store.h', 'ff-check-in.h', 'ff-participant.h', 'ff-person-record.h'], 'ff-paper.h'),
    'ui': (['sqlite3.h', 'libical/ical.h'], 'ff-context.h'),
    'cli': (['gtk/gtk.h', 'adwaita.h', 'sqlite3.h'], 'ff-store.h'),
}


def compiler_of(room):
    """The compiler and include paths with which Meson compiles the first file right in a room, smaller libraries of its own aside."""
    commands = json.loads((BUILD / 'compile_commands.json').read_text())
    for command in commands:
        path = (Path(command['directory']) / command['file']).resolve()
        if path.parent == SOURCE / 'src' / room and Path(command['output']).parent.name in (f'libff-{room}.a.p', 'fourfoldctl.p'):
            words = shlex.split(command['command'])
            kept = [words[0] if words[0] != 'ccache' else words[1]]
            for index, word in enumerate(words):
                if word in ('-isystem', '-include'):
                    kept += [word, words[index + 1]]
                elif word.startswith(('-I', '-isystem', '-D', '-std', '-pthread')):
                    kept.append(word)
            return kept
    raise AssertionError(f'no file of src/{room} is compiled')


def includes(compiler, header):
    return not problems_of([*compiler, '-fsyntax-only', '-x', 'c', '-'], cwd=BUILD, input=f'#include <glib.h>\n#include <{header}>\n')


@check
def walls_between_rooms():
    problems = []
    for room, (forbidden, own) in WALLS.items():
        compiler = compiler_of(room)
        glib = shlex.split(subprocess.run(['pkg-config', '--cflags', 'glib-2.0'], check=True, capture_output=True, text=True).stdout)
        if not includes(compiler, own):
            problems.append(f'src/{room} cannot include its own {own}: this check is no longer true')
        problems += [f'src/{room} can include {header}' for header in forbidden
                     if includes(compiler, header) and not includes([compiler[0], *glib], header)]
    return problems


@check
def shell_scripts():
    scripts = [path for path in [SOURCE / 'run', SOURCE / '.ci' / 'run', *sources('*', under=['flatpak', 'tests'])]
               if path.is_file() and path.suffix in ('', '.sh') and path.read_bytes().startswith((b'#!/usr/bin/env bash', b'#!/bin/sh'))]
    return [problem for script in scripts for problem in problems_of(['bash', '-n', script])]


@check
def python_scripts():
    problems = []
    for script in sources('*.py'):
        try:
            compile(script.read_text(), name(script), 'exec')
        except SyntaxError as error:
            problems.append(str(error))
    return problems


def main():
    failed = False
    print('TAP version 14')
    print(f'1..{len(CHECKS)}')
    for number, function in enumerate(CHECKS, 1):
        title = function.__name__.replace('_', ' ')
        try:
            problems = function()
        except Skipped as reason:
            print(f'ok {number} {title} # SKIP {reason}')
            continue
        except (AssertionError, OSError, ValueError) as error:
            problems = [str(error)]
        except subprocess.CalledProcessError as error:
            problems = [str(error), *str(error.stderr or '').splitlines()]
        print(f'{"not ok" if problems else "ok"} {number} {title}')
        for problem in problems[:60]:
            print(f'# {problem}')
        failed = failed or bool(problems)
    sys.stdout.flush()
    return 1 if failed else 0


sys.exit(main())
