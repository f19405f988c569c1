import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListings } from '../../../../tests/fixtures/arbitrary-listing.ts';
import { listingOf, statusYes } from '../../../../tests/fixtures/listing-of.ts';
import { sheetWords, shown } from '../../../../tests/fixtures/sheet-of.ts';
import { LANGUAGES } from '../../../../tests/unit/locale-files.ts';
import { REGIONS, readListings } from '../../../../tests/unit/region-files.ts';
import { isPlainText } from '../../../core/text.ts';
import { buildSheet, riskyWordsOf, type SheetOptions } from './build-sheet.ts';
import { textsIn } from './discreet.ts';
import type { SheetEntry } from './sheet.ts';
import { sheetText } from './sheet-text.ts';
import { shortHours } from './short-hours.ts';

const NOW = Date.parse('2026-11-28T15:00:00Z');
const words = new Map(await Promise.all(LANGUAGES.map(async (one) => [one, await sheetWords(one)] as const)));
const wordsIn = (language: string) => words.get(language) ?? (words.get('en') as never);

const optionsOf = (language: string, more: Partial<SheetOptions> = {}): SheetOptions => ({
  words: wordsIn(language),
  localWords: wordsIn('en'),
  instant: NOW,
  listIssued: Date.parse('2026-11-20T00:00:00Z'),
  isDiscreet: false,
  ...more,
});
const openEntry = (fields: object, language = 'en'): SheetEntry =>
  buildSheet([shown(listingOf(fields as Record<string, unknown>))], optionsOf(language))
    .entries[0] as SheetEntry;
const linesOf = (entry: SheetEntry, kind: string) =>
  entry.facts.find((fact) => fact.kind === kind)?.lines.map(({ text }) => text) ?? [];
const hoursOf = (hours: object) => openEntry({ hours: { timezone: 'Europe/London', ...hours } }).hours;

describe('C4 a sheet', () => {
  it('C4 has a text in its language where the listing has one, else the original with its language', () => {
    const listing = {
      name: 'بيت',
      text_language: 'ar',
      description: 'دعم',
      translations: { en: { name: 'Amal', description: 'Support' } },
    };
    expect(openEntry(listing)).toMatchObject({
      name: { text: 'Amal', language: 'en' },
      what: { text: 'Support', language: 'en' },
    });
    expect(openEntry(listing, 'sw')).toMatchObject({
      name: { text: 'بيت', language: 'ar' },
      what: { text: 'دعم', language: 'ar' },
    });
  });

  it('C4 says the hours in words, days with the same hours together', () => {
    const weekly = (byday: string, opens_at: string, closes_at: string) => ({
      freq: 'WEEKLY',
      byday,
      opens_at,
      closes_at,
    });
    const text = (hours: object) => hoursOf(hours).map((line) => line.text);
    expect(
      text({
        schedules: [
          weekly('MO,TU,WE,TH,FR', '13:00', '17:00'),
          weekly('MO,TU,WE,TH,FR', '09:00', '12:00'),
          weekly('SA', '20:00', '02:00'),
        ],
        exceptions: [{ valid_from: '2026-12-25', valid_to: '2026-12-25' }],
      }),
    ).toEqual([
      'Monday to Friday: 09:00 to 12:00 and 13:00 to 17:00',
      'Saturday: 20:00 to 02:00 the next day',
      '25 Dec 2026: Closed',
    ]);
    expect(text({ schedules: [weekly('MO,WE,SU', '00:00', '23:59')] })).toEqual([
      'Monday, Wednesday, and Sunday: 24 hours',
    ]);
    expect(text({ always_open: true })).toEqual(['24 hours, every day']);
    expect(hoursOf({ source_text: 'Some mornings' })).toEqual([{ text: 'Some mornings', language: 'en' }]);
    expect(text({})).toEqual(['Hours not known. Call to ask']);
  });

  it('C4 keeps whole lines of hours where there is little room, and says that there are more', () => {
    const lines = ['a'.repeat(30), 'b'.repeat(30), 'c'].map((text) => ({ text, language: 'en' }));
    const kept = (letters: number) => shortHours(lines, letters).map(({ text }) => text[0]);
    expect(kept(100)).toEqual(['a', 'b', 'c']);
    expect(kept(40)).toEqual(['a', '…']);
    expect(kept(10)).toEqual(['a', '…']);
  });

  it('C4 says when there was space, and that it is not known once that has lapsed (settled 19)', () => {
    const space = (as_of: string) =>
      linesOf(openEntry({ availability: { value: 'space', as_of, valid_hours: 24 } }), 'space');
    expect(space('2026-11-28T09:30:00Z')).toEqual(['There was space on 28 Nov 2026 at 09:30.']);
    expect(space('2026-11-27T09:30:00Z')).toEqual(['Not known. Ask when you call.']);
    expect(space('2026-11-29T09:30:00Z')).toEqual(['Not known. Ask when you call.']);
    expect(linesOf(openEntry({}), 'space')).toEqual(['Not known. Ask when you call.']);
  });

  it('C4 has the sentence to ask about status where it is not known, and no yes that has lapsed', () => {
    const status = (claim: object) => linesOf(openEntry({ immigration_eligibility: claim }), 'status');
    expect(status({ value: 'unknown' })[0]).toContain('Do you help people without papers?');
    expect(status(statusYes('2025-01-01'))[0]).toContain('Do you help people without papers?');
    expect(status(statusYes('2026-11-20'))).toEqual(['Helps everyone, with or without papers']);
  });

  it('C4 has the line that asks for an interpreter in both languages, and none where they are one', () => {
    expect(buildSheet([], optionsOf('es')).interpreter).toMatchObject({
      say: { text: 'I need an interpreter. I speak Spanish.', language: 'en' },
      means: { language: 'es' },
    });
    expect(buildSheet([], optionsOf('en')).interpreter).toBeNull();
  });

  it('C4 has what to bring, how to get in and the number as it is grouped for reading', () => {
    const entry = openEntry({
      required_documents: ['A letter'],
      referral_required: { value: 'no', by: 'self' },
      application_process: 'Call first.',
      channels: [
        { type: 'phone', value: '+442079460123', display: '020 7946 0123' },
        { type: 'phone', value: { code: '116', country: 'KE' } },
      ],
    });
    expect(linesOf(entry, 'bring')).toEqual(['A letter']);
    expect(linesOf(entry, 'how')).toEqual(['You can contact them yourself', 'Call first.']);
    expect(entry.numbers).toMatchObject([
      { label: 'Call', shown: '020 7946 0123' },
      { shown: '116', notes: [{ text: 'Works only inside KE.' }] },
    ]);
  });

  it('S13 nothing of a place that is not public is on it but its area', () => {
    const hidden = (visibility: string) => ({
      visibility,
      location_type: 'redacted',
      area_name: visibility === 'none' ? 'canary-area' : 'Bristol',
      name: 'canary-name',
      address: { address_1: 'canary-street', city: 'canary-city', country: 'GB' },
    });
    const listing = {
      ...shown(listingOf()),
      locations: [hidden('area-only'), hidden('none')] as never,
    };
    for (const isDiscreet of [false, true])
      expect(sheetText(buildSheet([listing], optionsOf('en', { isDiscreet })))).not.toContain('canary');
    expect(sheetText(buildSheet([listing], optionsOf('en')))).toContain('In Bristol. The address is private');
  });

  it.each(LANGUAGES)('C4 fills every gap in %s, and holds plain text alone', (language) => {
    fc.assert(
      fc.property(arbitraryListings, fc.boolean(), (listings, isDiscreet) => {
        const sheet = buildSheet(listings.map(shown), optionsOf(language, { isDiscreet }));
        for (const text of textsIn(sheet)) {
          expect(text).not.toMatch(/\{\{|undefined|\[object/);
          expect(isPlainText(text), text).toBe(true);
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('S13 a discreet sheet', () => {
  it.each(LANGUAGES)(
    'S13 of everything that is listed has no telling word in any language, in %s',
    (language) => {
      const all = REGIONS.flatMap((region) => readListings(region).map(({ listing }) => shown(listing)));
      expect(all.length).toBeGreaterThan(100);
      const sheet = buildSheet(all, optionsOf(language, { isDiscreet: true }));
      expect(riskyWordsOf(sheet)).toEqual([]);
      const text = sheetText(sheet);
      for (const { name, organization } of all) {
        expect(text).not.toContain(name);
        expect(text).not.toContain(organization.name);
      }
    },
  );

  it('S13 an open sheet of the same would not pass', () => {
    const all = readListings('gb').map(({ listing }) => shown(listing));
    expect(riskyWordsOf(buildSheet(all, optionsOf('en'))).length).toBeGreaterThan(3);
  });

  it('S13 has numbers, hours, languages and what to bring, under aliases that can be agreed', () => {
    const listings = [
      listingOf({
        name: 'Refuge line',
        required_documents: ['A letter', 'A letter from Refuge line', 'Proof of violence'],
        channels: [
          { type: 'phone', value: '+442079460123', note: 'Say the word shelter' },
          { type: 'web', value: 'https://example.org/' },
          { type: 'email', value: 'help@example.org' },
        ],
        hours: { timezone: 'Europe/London', source_text: 'The refuge is open at night' },
      }),
      listingOf(),
    ].map(shown);
    const aliases = { [listings[0]?.id ?? '']: 'Auntie' };
    const sheet = buildSheet(listings, optionsOf('en', { isDiscreet: true, aliases }));
    expect(sheet.title).toBe('Notes');
    const [first, second] = sheet.entries;
    expect([first?.name.text, second?.name.text]).toEqual(['Auntie', 'Sam']);
    expect(first?.what).toBeNull();
    expect(first?.numbers).toEqual([{ label: 'Call', shown: '+442079460123', notes: [] }]);
    expect(first?.hours.map(({ text }) => text)).toEqual(['Hours not known. Call to ask']);
    expect(first?.facts.map(({ kind }) => kind)).toEqual(['languages', 'bring']);
    expect(linesOf(first as SheetEntry, 'bring')).toEqual(['A letter']);
  });

  it('S13 says which words of an alias would tell, those of the deployment too', () => {
    const listing = shown(listingOf());
    const sheet = buildSheet(
      [listing],
      optionsOf('en', { isDiscreet: true, aliases: { [listing.id]: 'Shelter lady, Blue Door' } }),
    );
    expect(riskyWordsOf(sheet)).toEqual(['shelter']);
    expect(riskyWordsOf(sheet, ['blue door'])).toEqual(['shelter', 'blue door']);
  });

  it('S13 gives every service an alias of its own, however many there are', () => {
    const many = Array.from({ length: 30 }, () => shown(listingOf()));
    const names = buildSheet(many, optionsOf('ar', { isDiscreet: true })).entries.map(
      ({ name }) => name.text,
    );
    expect(new Set(names).size).toBe(30);
  });
});
