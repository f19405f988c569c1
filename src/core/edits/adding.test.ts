import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../tests/fixtures/listing-of.ts';
import { NEEDS } from '../taxonomy.ts';
import type { TranslationMaker } from '../translations.ts';
import { missingFields, nextUsefulField, REQUIRED_FIELDS } from './completeness.ts';
import { findTwins, hostOf } from './duplicates.ts';
import { readFieldName } from './fields.ts';
import { fieldsFirst, SERVICE_TYPES, serviceTypeOf } from './presets.ts';
import { markOf, textStateOf } from './text-state.ts';
import { wordDiff } from './word-diff.ts';

describe('what is still to be filled in (V5)', () => {
  it('is six fields, without which nothing can be proposed', () => {
    expect(missingFields({})).toEqual(REQUIRED_FIELDS);
    expect(missingFields({ name: ' ', needs: [], organization: { name: '' } })).toEqual(REQUIRED_FIELDS);
    const listing = listingOf({ channels: [{ type: 'phone', value: '+442079460123' }] });
    expect(missingFields(listing)).toEqual([]);
    expect(missingFields({ ...listing, country: undefined })).toEqual(['country']);
  });

  it('is then the one field that would help most next', () => {
    const bare = listingOf();
    expect(nextUsefulField(bare)).toBe('immigration_eligibility');
    const says = { immigration_eligibility: { value: 'unknown', says: 'Ask us.' } };
    expect(nextUsefulField(listingOf(says))).toBe('languages');
    const more = {
      ...says,
      languages: [{ code: 'en', mode: 'staff' }],
      hours: { timezone: 'Europe/London' },
    };
    expect(nextUsefulField(listingOf(more))).toBe('id_required');
  });
});

describe('a service that may be there already (V5)', () => {
  const known = listingOf({
    name: 'Harbour Women’s House',
    translations: { es: { name: 'Casa Águila Azul' } },
    channels: [
      { type: 'phone', value: '+442079460123' },
      { type: 'web', value: 'https://www.example.org/help' },
      { type: 'sms', value: { code: '116123', country: 'GB' } },
    ],
    service_areas: ['Great Sample'],
  });
  const other = listingOf({ name: 'Legal advice', channels: [{ type: 'phone', value: '+12125550100' }] });
  const why = (wanted: Parameters<typeof findTwins>[0]) =>
    findTwins(wanted, [other, known]).flatMap((twin): string[] =>
      twin.listingId === known.id ? [...twin.why] : ['other'],
    );

  it.each(['020 7946 0123', '+44 20 7946 0123', '(0)20-79460123', '7946 0123', '116123'])(
    'is found by its number, however it is written: %s',
    (number) => {
      expect(why({ number })).toEqual(['number']);
    },
  );

  it.each(['0123', '020 7946 0124', ''])('is not found by %j', (number) => {
    expect(why({ number })).toEqual([]);
  });

  it.each(['example.org', 'http://example.org/', 'https://www.EXAMPLE.org/other'])(
    'is found by its page: %s',
    (url) => {
      expect(why({ url })).toEqual(['web-host']);
    },
  );

  it.each([
    ['HARBOUR HOUSE Women’s', undefined, ['name']],
    ['Harbour House', 'great sample', []],
    ['Harbour Women House', 'Great Sample', ['name']],
    ['casa aguila azul', undefined, ['name']],
    ['Harbour Women’s House', 'Far Away', []],
    ['House', undefined, []],
  ])('is found by nearly its name in its area: %s, %s', (name, area, expected) => {
    expect(why({ name, area })).toEqual(expected);
  });

  it('stands first where more is the same', () => {
    const wanted = { number: '212 555 0100', name: 'Harbour Women’s House', url: 'example.org' };
    expect(findTwins(wanted, [other, known]).map(({ listingId }) => listingId)).toEqual([known.id, other.id]);
    expect(hostOf('not a page')).toBeNull();
  });
});

describe('presets (V6)', () => {
  it.each([
    [['safe.crisis-line', 'law.advice'], 'line'],
    [['home.longer', 'home.refuge'], 'refuge'],
    [['home.emergency'], 'shelter'],
    [['law.immigration'], 'legal'],
    [['health.pep'], 'medical'],
    [['live.basics'], 'other'],
  ] as const)('%j is a %s', (needs, type) => {
    expect(serviceTypeOf(needs)).toBe(type);
  });

  it('every need has a type, and every type shows fields that a listing has, none twice', () => {
    for (const need of NEEDS) expect(SERVICE_TYPES).toContain(serviceTypeOf([need]));
    for (const type of SERVICE_TYPES) {
      const fields = fieldsFirst(type);
      expect(new Set(fields).size).toBe(fields.length);
      for (const field of fields)
        expect(field === 'channels' || readFieldName(field) !== null, field).toBe(true);
    }
  });

  it('a refuge is asked for no place', () => {
    expect(fieldsFirst('refuge')).not.toContain('locations');
  });
});

describe('texts in other languages (V13)', () => {
  const ORIGINAL = 'A made-up service.';
  const state = (by: TranslationMaker | null, of = ORIGINAL, description = 'Un servicio.') => {
    const states = by && { states: { description: { by, of: markOf(of) } } };
    const es = { ...(description && { description }), ...states };
    return textStateOf(listingOf({ description: ORIGINAL, translations: { es } }), 'es', 'description');
  };

  it.each([
    [null, ORIGINAL, 'human'],
    ['human', ORIGINAL, 'human'],
    ['reviewed', ORIGINAL, 'reviewed'],
    ['machine', ORIGINAL, 'machine'],
    ['human', 'An older service.', 'stale'],
    ['reviewed', 'An older service.', 'stale'],
    // Nobody has read it: that its original changed is the smaller matter.
    ['machine', 'An older service.', 'machine'],
  ] as const)('by %s, of “%s”: %s', (by, of, expected) => {
    expect(state(by, of)).toBe(expected);
  });

  it('whatever is said of a text that is not there, it is missing', () => {
    for (const by of [null, 'human', 'reviewed', 'machine'] as const)
      expect(state(by, ORIGINAL, '')).toBe('missing');
  });

  it('the same words in another form of Unicode are the same words', () => {
    expect(markOf('Café')).toBe(markOf('Cafe\u0301'));
  });
});

describe('what changed in a text, word by word (V10)', () => {
  const shown = (before: string, after: string) =>
    wordDiff(before, after)
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}]` : `[+${text}]`))
      .join('');

  it.each([
    ['Open from 9 to 5', 'Open from 10 to 5', 'Open from [-9][+10] to 5'],
    ['We don’t ask', 'We do ask', 'We [-don’t][+do] ask'],
    ['نساعد النساء', 'نساعد الرجال', 'نساعد [-النساء][+الرجال]'],
    ['मदद केंद्र', 'मदद घर', 'मदद [-केंद्र][+घर]'],
    ['安全な家', '安全な場所', '安全な[-家][+場所]'],
    ['ที่พัก', 'ที่นอน', 'ที่[-พัก][+นอน]'],
    ['same', 'same', 'same'],
    ['', 'new', '[+new]'],
    ['gone', '', '[-gone]'],
  ])('%j to %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  const text = fc
    .array(fc.constantFrom('a', 'b', 'cd', ' ', '  ', '\n', '家', 'ك', '🆘', 'é', '.'), { maxLength: 40 })
    .map((words) => words.join(''));

  it('leaves both texts whole, and holds nothing removed or added that did not change', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
        expect(wordDiff(before, before).every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  it('shows two texts too long to compare whole, at once', () => {
    const one = 'ab '.repeat(20_000);
    expect(wordDiff(`${one}x`, `y${one}`).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
