import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainText } from '../../core/text.ts';
import { isFlagged } from './flags.ts';
import { needsOf } from './need-words.ts';
import { readDay } from './read-day.ts';
import { readLanguages } from './read-languages.ts';
import { readRoleEmail, readUrl } from './read-links.ts';
import { readStatus } from './read-status.ts';
import { readWords } from './read-words.ts';

const silent = () => undefined;

describe('languages', () => {
  const read = (words: string, note?: string) => readLanguages([{ words, note }], silent);

  it.each([
    ['Spanish (website)', [['es', 'written']]],
    ['Spanish staff', [['es', 'staff']]],
    ['Haitian Creole with translators as needed', [['ht', 'interpreter']]],
    ['Language line available', [['*', 'interpreter']]],
    ['140 Languages through the AT&T Language Line', [['*', 'interpreter']]],
    ['Spanish', [['es', 'limited']]],
    ['Creole', []],
    ['constructor', []],
  ])('say how they are spoken, and never more than the source: %s', (words, expected) => {
    expect(read(words).map(({ code, mode }) => [code, mode])).toEqual(expected);
  });

  it('are spoken by staff where the source has a note that says so', () => {
    expect(read('Urdu', 'bilingual staff')).toEqual([{ code: 'ur', mode: 'staff', note: 'bilingual staff' }]);
  });
});

describe('links and mail', () => {
  it('are https or nothing', () => {
    expect(readUrl('www.example.org/help', silent)).toBe('https://www.example.org/help');
    expect(readUrl('http://example.org/', silent)).toBe('https://example.org/');
    for (const bad of [
      'javascript:alert(1)',
      'ftp://example.org',
      'https://user:word@example.org',
      'n/a',
      'https://maps.example.org/x',
    ])
      expect(readUrl(bad, silent), bad).toBeUndefined();
  });

  it('keep the mailbox of a role and drop a person’s', () => {
    expect(readRoleEmail('info@example.org', silent)).toBe('info@example.org');
    expect(readRoleEmail('helpline@example.org', silent)).toBe('helpline@example.org');
    expect(readRoleEmail('jane.smith@example.org', silent)).toBeUndefined();
    expect(readRoleEmail('infojane@example.org', silent)).toBeUndefined();
  });
});

describe('words', () => {
  it('become plain text', () => {
    expect(
      readWords(
        '<p>Free &amp; <b>safe</b>.</p><script>x()</script>\\nSee **us** [here](https://x.example)',
        200,
        silent,
      ),
    ).toBe('Free & safe.\n\nSee us here');
  });

  it('are mended only where the garbling is certain', () => {
    expect(readWords('ItGÇÖs here, and weâ€™re open', 200, silent)).toBe('It’s here, and we’re open');
    expect(readWords('Älter Çelik', 200, silent)).toBe('Älter Çelik');
  });

  it('lose soft hyphens and what reorders text', () => {
    expect(readWords('shel\u00adter \u202eoffice', 200, silent)).toBe('shelter office');
  });

  it('are read in a moment, however hostile (CT-3)', () => {
    const started = performance.now();
    for (const hostile of ['**a ', '[', '<script>', '<', '&#1', '![](', '<p ', '_ _'])
      readWords(hostile.repeat(50_000), 1000, silent);
    // A second is ten times what it takes; without limits it took minutes.
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('can always be shown, whatever a source holds, and are never longer than asked (CT-3)', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0, max: 0x2fff }), { maxLength: 150 })
          .map((codes) => String.fromCharCode(...codes)),
        (words) => {
          const read = readWords(words, 100, silent);
          expect(read === undefined || (isPlainText(read) && read.length <= 100)).toBe(true);
        },
      ),
    );
  });
});

it('a day that may be two days is none', () => {
  expect(readDay('1/13/12 0:00')).toBe('2012-01-13');
  expect(readDay('13/01/2012')).toBe('2012-01-13');
  expect(readDay('2026-05-01T10:00:00Z')).toBe('2026-05-01');
  for (const none of ['3/4/12', '2026-02-30', 'soon', '']) expect(readDay(none), none).toBeUndefined();
});

it('only a word that says so makes a service active', () => {
  expect(['Active', ''].map(readStatus)).toEqual(['active', 'active']);
  expect(readStatus('Active, but do not refer')).toBe('inactive');
  expect(readStatus('defunct')).toBe('defunct');
  expect(readStatus('temporarily closed')).toBe('temporarily closed');
  expect(readStatus('???')).toBe('inactive');
});

it('a flag with a value that nobody foresaw hides', () => {
  for (const hidden of ['true', 'yes', 'HIDDEN', 'PARTIAL', 'maybe', true, 1, {}])
    expect(isFlagged({ PhysicalAddressIsPrivate: hidden }), String(hidden)).toBe(true);
  for (const shown of ['false', 'No', '', 'FULL', 0, false, null])
    expect(isFlagged({ addressVisibility: shown }), String(shown)).toBe(false);
  expect(isFlagged({ location_type: 'redacted' })).toBe(true);
});

it('needs come from terms that mean exactly one, and are otherwise left for a person', () => {
  expect(needsOf(['Help Escape Violence', 'oe:1381', 'law.rights'])).toEqual([
    'safe.escape',
    'law.immigration',
    'law.rights',
  ]);
  expect(needsOf(['Health', '1125', 'toString', 'oe:9999'])).toEqual([]);
});
