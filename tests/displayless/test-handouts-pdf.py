#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Every handout as a PDF, on both papers and in both sizes of print, as other programs read it.

test-handouts-pdf.py WRITE-HANDOUTS LANGUAGE
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

import pikepdf
from pikepdf import Name, Pdf, String

import tap
from reader import Reader

WRITER, LANGUAGE = Path(sys.argv[1]).resolve(), sys.argv[2]
WORDS = {'en': 'Walk', 'fr': 'Été', 'ar': 'كتاب'}
IS_SIMPLE = LANGUAGE != 'ar'
SCALE = 2  # pixels a point
PAINTING = {'S', 's', 'f', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"'}


def run(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=100).stdout


def letters(text):
    """What is left of a text whatever the order of its punctuation and the shapes of its letters."""
    return ''.join(c for c in unicodedata.normalize('NFKC', text).casefold() if c.isalnum())


def kids(element):
    """What is in an element of the structure, as a list."""
    found = element.get('/K', [])
    return list(found) if isinstance(found, (pikepdf.Array, list)) else [found]


def elements(element):
    return [kid for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and '/S' in kid]


def walk(element):
    yield element
    for kid in elements(element):
        yield from walk(kid)


def read_grey(path):
    """A PGM as rows of bytes."""
    data = path.read_bytes()
    width, height = (int(n) for n in re.match(rb'P5\s+(\d+)\s+(\d+)\s+255\s', data).groups())
    pixels = data[len(data) - width * height:]
    return [pixels[y * width:(y + 1) * width] for y in range(height)]


def read_words(path):
    """The middle of each word, in points, and the word, by page."""
    pages = run('pdftotext', '-bbox', path, '-').decode().split('<page ')[1:]
    found = r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
    return [[((float(x1) + float(x2)) / 2, (float(y1) + float(y2)) / 2, word) for x1, y1, x2, y2, word in re.findall(found, page)] for page in pages]


def is_in(area, x, y):
    return area['x'] <= x <= area['x'] + area['width'] and area['y'] <= y <= area['y'] + area['height']


def darkness(rows, area):
    """How much ink is in a box."""
    x1, x2 = int(area['x'] * SCALE), int((area['x'] + area['width']) * SCALE)
    y1, y2 = int(area['y'] * SCALE), int((area['y'] + area['height']) * SCALE)
    return sum(255 * len(row[x1:x2]) - sum(row[x1:x2]) for row in rows[y1:y2])


class HandoutsPdf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix='fourfold-handouts-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.rows = [json.loads(line) for line in run(WRITER, cls.folder, LANGUAGE).splitlines()]

    def each(self, check, form=''):
        """Each PDF, or those of one paper and size, opened."""
        for row in self.rows:
            if form in row['file']:
                with self.subTest(row['file']), Pdf.open(self.folder / row['file']) as pdf:
                    check(row, pdf)

    def test_all_are_here(self):
        self.assertGreaterEqual(len(self.rows), 4 * 36)
        self.assertEqual(len({row['file'] for row in self.rows}), len(self.rows))
        self.assertTrue(any(row['areas'] for row in self.rows))

    def test_checked(self):
        for row in self.rows:
            with self.subTest(row['file']):
                result = subprocess.run(['qpdf', '--check', self.folder / row['file']], capture_output=True, text=True, timeout=60)
                self.assertEqual((result.returncode, result.stderr), (0, ''), result)

    def test_document(self):
        def check(row, pdf):
            self.assertTrue(str(pdf.Root.Lang).startswith(LANGUAGE))
            self.assertTrue(pdf.Root.ViewerPreferences.DisplayDocTitle)
            self.assertEqual(str(pdf.docinfo.Title), row['title'])
            self.assertTrue(pdf.Root.MarkInfo.Marked)
            self.assertEqual(len(pdf.pages), row['pages'])
            self.assertEqual(str(pdf.Root.Outlines.First.Title), row['title'])

        self.each(check)

    def test_fonts(self):
        def check(row, pdf):
            fonts = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get('/Type') == '/Font']
            self.assertTrue(fonts)
            for font in fonts:
                if font.Subtype not in ('/Type0', '/Type3'):
                    self.assertTrue({'/FontFile', '/FontFile2', '/FontFile3'} & set(font.FontDescriptor.keys()), font.BaseFont)

        self.each(check)
        embedded = run('pdffonts', self.folder / self.rows[0]['file']).decode().splitlines()[2:]
        self.assertTrue(all(re.search(r' yes (yes|no ) (yes|no ) +\d+ ', line) for line in embedded), embedded)

    def test_fields(self):
        def check(row, pdf):
            areas = row['areas']
            if not areas:
                self.assertNotIn('/AcroForm', pdf.Root)
                return
            fields = list(pdf.Root.AcroForm.Fields)
            self.assertEqual(len(fields), len({area['key'] for area in areas}))
            self.assertEqual(sorted(str(field.T).split('/', 1)[1] for field in fields), sorted({area['key'] for area in areas}))
            self.assertEqual(len({str(field.T) for field in fields}), len(fields))
            self.assertFalse([field for field in fields if '.' in str(field.T)])
            widgets = [annotation for page in pdf.pages for annotation in page.get('/Annots', [])]
            self.assertEqual(len(widgets), len(areas))
            for area, widget in zip(areas, widgets):
                self.check_widget(pdf, area, widget)

        self.each(check)

    def test_copies_in_a_pack(self):
        """Each copy has fields of its own: what is written on one stays on that one."""
        areas = {row['file']: {area['key'] for area in row['areas']} for row in self.rows}
        often, once = areas['importance-confidence-a4-normal.pdf'], areas['urge-log-a4-normal.pdf']
        with Pdf.open(self.folder / 'pack.pdf') as pdf:
            names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
        self.assertTrue(often and once)
        self.assertEqual(len(names), 3 * len(often) + len(once))
        self.assertEqual(len(set(names)), len(names))

    def check_widget(self, pdf, area, widget):
        page = pdf.pages[int(area['page'])]
        height = float(page.MediaBox[3])
        place = [area['x'], height - area['y'] - area['height'], area['x'] + area['width'], height - area['y']]
        for is_at, expected in zip(widget.Rect, place):
            self.assertAlmostEqual(float(is_at), expected, delta=0.8 if area['multiline'] else 0.02)
        self.assertEqual(widget.P.objgen, page.objgen)
        self.assertEqual(page.Tabs, '/S')
        self.assertEqual(widget.F, 4)
        self.assertTrue(str(widget.TU).startswith(area['label']))
        self.assertIn('/MK', widget)
        if area['kind'] == 'text':
            self.check_text(pdf, area, widget)
        else:
            answer = '/' + (area['option'] if area['kind'] == 'choice' else 'Yes')
            self.assertEqual(set(widget.AP.N.keys()), {answer, '/Off'})
            self.assertGreater(len(widget.AP.N[answer].read_bytes()), 20)
            self.assertEqual(widget.AS, '/Off')
            field = widget.Parent if area['kind'] == 'choice' else widget
            self.assertEqual((field.FT, int(field.get('/Ff', 0))), ('/Btn', 1 << 15 if area['kind'] == 'choice' else 0))

    def check_text(self, pdf, area, widget):
        self.assertEqual((widget.FT, int(widget.Ff)), ('/Tx', 1 << 12 if area['multiline'] else 0))
        self.assertEqual(int(widget.Q), 2 if LANGUAGE == 'ar' else 0)
        font, size = re.fullmatch(r'(/\S+) ([\d.]+) Tf 0 g', str(widget.DA)).groups()
        self.assertAlmostEqual(float(size), area['size'], delta=0.06)
        self.assertEqual(pdf.Root.AcroForm.DR.Font[font].Subtype, '/TrueType' if IS_SIMPLE else '/Type0')
        self.assertIn(font, widget.AP.N.Resources.Font)
        self.assertEqual([float(n) for n in list(widget.AP.N.BBox)[:2]], [0, 0])

    def test_structure(self):
        def check(row, pdf):
            root = pdf.Root.StructTreeRoot
            self.assertEqual([kid.S for kid in elements(root)], ['/Document'])
            everything = list(walk(elements(root)[0]))
            kinds = [str(element.S) for element in everything]
            self.assertEqual(kinds[1:3], ['/Part', '/H1'])
            self.assertEqual(kinds.count('/H1'), 1)
            self.assertEqual(kinds.count('/Figure'), row['figures'])
            for element in everything:
                self.check_element(element)
            self.check_form_elements(pdf, row, [element for element in everything if element.S == '/Form'])
            self.check_content(pdf, everything)

        self.each(check)

    def check_element(self, element):
        inner = [str(kid.S) for kid in elements(element)]
        for kid in elements(element):
            self.assertEqual(kid.P.objgen, element.objgen)
        if element.S == '/L':
            self.assertTrue(inner and set(inner) == {'/LI'}, inner)
        if element.S == '/LI':
            self.assertTrue(set(inner) <= {'/Lbl', '/LBody'} and '/LBody' in inner, inner)
        if element.S == '/Table':
            self.assertTrue(inner and set(inner) == {'/TR'}, inner)
        if element.S == '/TR':
            self.assertTrue(inner and set(inner) <= {'/TH', '/TD'}, inner)
        if element.S == '/TH':
            self.assertIn(element.A.Scope, ('/Row', '/Column'))
        if element.S == '/Figure':
            self.assertGreater(len(str(element.Alt)), 10)

    def check_form_elements(self, pdf, row, forms):
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        self.assertEqual(len(forms), len(row['areas']))
        for area, form in zip(row['areas'], forms):
            reference = kids(form)[-1]
            self.assertEqual(reference.Type, '/OBJR')
            self.assertTrue(str(reference.Obj.TU).startswith(area['label']))
            self.assertEqual(owners[int(reference.Obj.StructParent)].objgen, form.objgen)
            self.assertEqual(reference.Pg.objgen, pdf.pages[int(area['page'])].objgen)
        self.assertGreater(int(pdf.Root.StructTreeRoot.ParentTreeNextKey), max(owners))

    def check_content(self, pdf, everything):
        """Nothing is painted that is neither in the structure nor an artifact, and each piece knows its element."""
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        claimed = {(element.Pg.objgen, int(kid)): element for element in everything for kid in kids(element) if isinstance(kid, int)}
        found = 0
        for page in pdf.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                operator = str(operator)
                if operator in ('BDC', 'BMC'):
                    depth += 1
                    if operator == 'BDC' and '/MCID' in operands[1]:
                        piece = int(operands[1].MCID)
                        self.assertEqual(owners[int(page.StructParents)][piece].objgen, claimed[page.objgen, piece].objgen)
                        found += 1
                elif operator == 'EMC':
                    depth -= 1
                elif operator in PAINTING:
                    self.assertEqual(depth, 1, f'{operator} is not marked')
            self.assertEqual(depth, 0)
        self.assertEqual(found, len(claimed))

    def test_reading_order(self):
        for row in self.rows:
            with self.subTest(row['file']):
                text = letters(run('pdftotext', '-raw', self.folder / row['file'], '-').decode())
                at = 0
                for words in row['texts']:
                    # Within a line, pdftotext guesses at the order of two directions; each line is in its place all the same.
                    sought = letters(words) if LANGUAGE != 'ar' else max(map(letters, words.split()), key=len)
                    found = text.find(sought, at)
                    self.assertGreaterEqual(found, 0, f'“{words}” does not follow; what is left is: {text[at:at + 200]}')
                    at = found + (len(sought) if LANGUAGE != 'ar' else 0)

    def fill(self, row, pdf):
        """Writes in every field and makes a mark in each; returns what is where, by key."""
        written, marked = {}, {}
        for n, field in enumerate(pdf.Root.AcroForm.Fields):
            key = str(field.T).split('/', 1)[1]
            if field.get('/FT') == '/Tx':
                written[key] = f'{WORDS[LANGUAGE]}{n}'
                field.V = String(written[key])
                continue
            widget = field.Kids[n % len(field.Kids)] if '/Kids' in field else field
            answer, = (state for state in widget.AP.N.keys() if state != '/Off')
            field.V = widget.AS = Name(answer)
            marked[key] = answer[1:]
        return written, marked

    def test_filled_with_poppler(self):
        """Each value shows, in its box."""
        def check(row, pdf):
            if not row['areas']:
                return
            written, marked = self.fill(row, pdf)
            for field in pdf.Root.AcroForm.Fields:
                if field.get('/FT') == '/Tx':
                    del field.AP
            pdf.save(self.folder / 'filled.pdf')
            pages = read_words(self.folder / 'filled.pdf')
            for area in row['areas']:
                if area['kind'] == 'text' and area['width'] > 80:
                    text = ''.join(word for x, y, word in pages[int(area['page'])] if is_in(area, x, y))
                    self.assertIn(written[area['key']], [text] if IS_SIMPLE else self.either_way(text))
            if marked:
                self.check_marks(row, marked)

        self.each(check, '-a4-normal')

    def either_way(self, text):
        """Poppler leaves the letters of a field in the order of their typing, and reads them as such from the right."""
        words = unicodedata.normalize('NFKC', re.sub(r'[\s\u200e-\u202e]', '', text))
        number = ''.join(c for c in words if c.isdigit())
        return [WORDS['ar'] + n for n in (number, number[::-1]) if set(WORDS['ar']) <= set(words)]

    def check_marks(self, row, marked):
        empty = self.draw(self.folder / row['file'])
        filled = self.draw(self.folder / 'filled.pdf')
        for area in row['areas']:
            if area['kind'] == 'text':
                continue
            page = int(area['page'])
            more = darkness(filled[page], area) - darkness(empty[page], area)
            if marked[area['key']] == (area['option'] or 'Yes'):
                self.assertGreater(more, 2000, area)
                # A ring leaves what is printed in it to be read.
                middle = {'x': area['x'] + area['width'] * 0.3, 'y': area['y'] + area['height'] * 0.3,
                          'width': area['width'] * 0.4, 'height': area['height'] * 0.4}
                if area['kind'] == 'choice':
                    self.assertLess(darkness(filled[page], middle) - darkness(empty[page], middle), 600, area)
            else:
                self.assertLess(abs(more), 6000, area)

    def draw(self, path):
        for old in self.folder.glob('page*.pgm'):
            old.unlink()
        run('pdftoppm', '-gray', '-r', 72 * SCALE, path, self.folder / 'page')
        return [read_grey(page) for page in sorted(self.folder.glob('page*.pgm'))]

    @unittest.skipUnless(IS_SIMPLE, 'qpdf makes appearances of Latin text only')
    def test_filled_with_qpdf(self):
        def check(row, pdf):
            if not any(area['kind'] == 'text' for area in row['areas']):
                return
            written, _ = self.fill(row, pdf)
            pdf.Root.AcroForm.NeedAppearances = True
            pdf.save(self.folder / 'valued.pdf')
            run('qpdf', '--generate-appearances', self.folder / 'valued.pdf', self.folder / 'filled.pdf')
            with Pdf.open(self.folder / 'filled.pdf') as filled:
                self.assertNotIn('/NeedAppearances', filled.Root.AcroForm)
            text = run('pdftotext', self.folder / 'filled.pdf', '-').decode().split()
            # A word that is wider than its field is cut off.
            wide = [area['key'] for area in row['areas'] if area['kind'] == 'text' and area['width'] > 6 * area['size']]
            self.assertEqual([written[key] for key in wide if written[key] not in text], [])

        self.each(check, '-letter-large')

    @unittest.skipUnless(shutil.which('chromium') and shutil.which('Xvfb'), 'there is no Chromium, or no Xvfb to show it on')
    def test_filled_with_chromium(self):
        """Where something is written there is ink beyond that of the empty sheet, and only there."""
        row = next(row for row in self.rows if row['file'].startswith('change-plan-a4-normal'))
        with Pdf.open(self.folder / row['file']) as pdf:
            written, marked = self.fill(row, pdf)
            left_empty = {area['key'] for area in row['areas'] if area['kind'] == 'text'}.difference(sorted(written)[::2])
            for field in pdf.Root.AcroForm.Fields:
                if field.get('/FT') == '/Tx':
                    if str(field.T).split('/', 1)[1] in left_empty:
                        del field.V
                    else:
                        del field.AP
            pdf.save(self.folder / 'filled.pdf')
        with Reader() as reader:
            empty = reader.picture(self.folder / row['file'])
            filled = reader.picture(self.folder / 'filled.pdf')
        for area in row['areas']:
            if area['page'] != 0:
                continue
            more = filled.ink(area) - empty.ink(area)
            made = area['key'] not in left_empty if area['kind'] == 'text' else marked[area['key']] == area['option']
            if made:
                self.assertGreater(more, 40, area)
            else:
                self.assertLess(more, 20, area)


if __name__ == '__main__':
    tap.main()
