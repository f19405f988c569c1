import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { arbitraryListings } from '../../../../tests/fixtures/arbitrary-listing.ts';
import { listingOf } from '../../../../tests/fixtures/listing-of.ts';
import { sheetWords, shown } from '../../../../tests/fixtures/sheet-of.ts';
import { sampleListings } from '../../../../tests/unit/region-files.ts';
import { calendarFile, type FollowUp } from '../../../core/export/calendar-file.ts';
import { contentLines } from '../../../core/export/content-lines.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import { buildSheet } from './build-sheet.ts';
import { riskyWordsIn } from './discreet.ts';
import { EXPORT_FORMATS, type ExportFormat, exportShortlist } from './export-shortlist.ts';
import { vcardFile } from './vcard-file.ts';

const TODAY = '2026-11-28';
const NOW = Date.parse('2026-11-28T15:00:00Z');
const words = await sheetWords('en');
const sheetOf = (listings: readonly ShownListing[], isDiscreet = false) =>
  buildSheet(listings, { words, localWords: words, instant: NOW, listIssued: NOW, isDiscreet });
const exported = (format: ExportFormat, listings: readonly ShownListing[], isDiscreet = false) =>
  exportShortlist(format, { listings, sheet: sheetOf(listings, isDiscreet), today: TODAY });

/** Lines as they are in the file, before a reader joins them. */
const octetsOf = (line: string) => new TextEncoder().encode(line).length;
const anyText = fc.string({
  unit: fc.constantFrom(...'ab;,:\\"\n=ع中é', '😀', 'BEGIN:VEVENT', '\r\n'),
  maxLength: 60,
});

describe('C9 C12 a calendar', () => {
  const followUps = fc.array(
    fc.record({
      id: fc.uuid(),
      code: fc.oneof(fc.constantFrom('K7', 'م3', 'B-12'), anyText),
      when: fc.oneof(
        fc.record({ day: fc.constantFrom('2026-12-03', '2028-02-29', '2026-12-31') }),
        fc.record({ instant: fc.integer({ min: 0, max: 4e12 }), minutes: fc.constantFrom(15, 60) }),
      ),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const textOf = (all: readonly FollowUp[]) => calendarFile(all, { title: 'Follow-up', instant: NOW }).text;
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

  it('C9 has "Follow-up K7" on its day, no place and no words', () => {
    const text = textOf([{ id: 'one', code: 'K7', when: { day: '2026-12-03' } }]);
    const [event] = eventsIn(text);
    expect(event?.summary).toBe('Follow-up K7');
    expect(event?.startDate.toString()).toBe('2026-12-03');
    expect(event?.endDate.toString()).toBe('2026-12-04');
    expect(text).not.toMatch(/LOCATION|DESCRIPTION|ATTENDEE|ORGANIZER|VALARM|GEO|URL/);
    expect(text.split('\r\n').every((line) => !line.includes('\n'))).toBe(true);
    expect(riskyWordsIn(text)).toEqual([]);
  });

  it('C12 is read by another reader as it was written, and a title holds a code or nothing', () => {
    fc.assert(
      fc.property(followUps, (all) => {
        const text = textOf(all);
        for (const line of text.split('\r\n')) expect(octetsOf(line)).toBeLessThanOrEqual(75);
        const events = eventsIn(text);
        expect(events.map(({ uid }) => uid)).toEqual(all.map(({ id }) => id));
        for (const [at, event] of events.entries()) {
          const { code, when } = all[at] as FollowUp;
          const isCode = /^[\p{L}\p{N}-]{1,8}$/u.test(code);
          expect(event.summary).toBe(isCode ? `Follow-up ${code}` : 'Follow-up');
          if ('day' in when) expect(event.startDate.toString()).toBe(when.day);
          else expect(event.startDate.toUnixTime()).toBe(Math.floor(when.instant / 1000));
        }
      }),
    );
  });
});

describe('C12 contacts', () => {
  const cardsIn = (text: string) => {
    const parsed = ICAL.parse(text) as unknown[];
    const all = (typeof parsed[0] === 'string' ? [parsed] : parsed) as never[];
    return all.map((one) => new ICAL.Component(one));
  };
  // This reader takes `\;` for what it is in 3.0 only between the parts of a value; in a text it reads as 4.0 does.
  const valuesOf = (card: ICAL.Component, name: string) =>
    card.getAllProperties(name).map((property) => String(property.getFirstValue()).replaceAll('\\;', ';'));

  it('C12 is read by another reader with each name, number and note as it is', () => {
    fc.assert(
      fc.property(arbitraryListings, fc.array(anyText, { minLength: 12, maxLength: 12 }), (all, texts) => {
        const listings = all.map((one, at) => ({
          ...shown(one),
          name: `a${texts[at]}`,
          description: `b${texts[at]}`,
        }));
        const { text } = vcardFile(listings);
        for (const line of text.split('\r\n')) expect(octetsOf(line)).toBeLessThanOrEqual(75);
        if (listings.length === 0) return;
        const cards = cardsIn(text);
        expect(cards).toHaveLength(listings.length);
        for (const [at, card] of cards.entries()) {
          const plain = (value: string) => value.replaceAll('\r\n', '\n');
          expect(valuesOf(card, 'version')).toEqual(['3.0']);
          expect(valuesOf(card, 'fn')).toEqual([plain(listings[at]?.name ?? '')]);
          expect(valuesOf(card, 'note')).toEqual([plain(listings[at]?.description ?? '')]);
          const numbers = listings[at]?.channels.filter(({ type }) => type === 'phone' || type === 'sms');
          expect(valuesOf(card, 'tel')).toEqual(numbers?.map(({ value }) => value));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('S13 C12 of a discreet shortlist have the alias and the numbers alone', () => {
    const text = exported('vcard', sampleListings().map(shown), true).text;
    expect(text).not.toMatch(/^(ORG|EMAIL|URL|ADR|NOTE)/m);
    expect(riskyWordsIn(text)).toEqual([]);
    expect(text).toContain('FN:Jo\r\n');
  });

  it('CT-3 a number that may not be dialled is in none', () => {
    const listing = shown(listingOf());
    const channels = [{ type: 'phone', value: '+449098790123', cost: 'unknown', on_phone_bill: 'unknown' }];
    expect(vcardFile([{ ...listing, channels: channels as never }]).text).not.toContain('TEL');
  });
});

describe('C12 a shortlist as a file', () => {
  it('C12 CT-8 no cell of a table runs as a formula, and the mark at its beginning can be left out', () => {
    const hostile = shown(listingOf({ name: '=HYPERLINK("x")', description: '@SUM(1)' }));
    const { text } = exported('csv', [hostile]);
    const [row] = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ name: '\'=HYPERLINK("x")', description: "'@SUM(1)" });
    expect(text.startsWith('\ufeff')).toBe(true);
    const bare = exportShortlist('csv', {
      listings: [hostile],
      sheet: sheetOf([hostile]),
      today: TODAY,
      hasByteOrderMark: false,
    });
    expect(bare.text).toBe(text.slice(1));
  });

  it('C12 GeoJSON has public places with a point, to eleven metres, towns to a kilometre', () => {
    fc.assert(
      fc.property(arbitraryListings, (all) => {
        const listings = all.map(shown);
        const { features } = JSON.parse(exported('geojson', listings).text) as {
          features: { geometry: { coordinates: number[] }; properties: { precision: string } }[];
        };
        const places = listings.flatMap(({ locations }) => locations);
        const pinned = places.filter(
          (one) => one.visibility === 'public' && one.latitude !== undefined && one.longitude !== undefined,
        );
        expect(features).toHaveLength(pinned.length);
        for (const { geometry, properties } of features)
          for (const degrees of geometry.coordinates) {
            const decimals = properties.precision === 'town' ? 2 : 4;
            expect(degrees).toBe(Number(degrees.toFixed(decimals)));
          }
      }),
      { numRuns: 20 },
    );
  });

  it('C12 HSDS has every service whole, with the id of its organisation made from its name', () => {
    const listings = sampleListings().slice(0, 20).map(shown);
    const page = JSON.parse(exported('hsds', listings).text);
    expect(page).toMatchObject({ version: '3.1', total_items: 20, empty: false });
    expect(page.contents.map(({ id }: { id: string }) => id)).toEqual(listings.map(({ id }) => id).sort());
    for (const one of page.contents) expect(one.organization.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(EXPORT_FORMATS)('C12 as %s it has a neutral name and no place that is not public', (format) => {
    const secret = {
      address: { address_1: 'canary-street', city: 'canary-city', country: 'GB' },
      name: 'canary-name',
    };
    const point = { latitude: 12.345_678, longitude: 12.345_678 };
    const places = [
      { visibility: 'area-only', location_type: 'redacted', area_name: 'Bristol', ...secret, ...point },
      { visibility: 'none', location_type: 'redacted', area_name: 'canary-area', ...secret, ...point },
    ];
    fc.assert(
      fc.property(arbitraryListings, fc.boolean(), (all, isDiscreet) => {
        const leaky = all.map((one) => ({
          ...shown(one),
          locations: [...one.locations, ...places] as never,
        }));
        const { path, text } = exported(format, leaky, isDiscreet);
        expect(riskyWordsIn(path)).toEqual([]);
        expect(text).not.toMatch(/canary|12\.34/);
      }),
      { numRuns: 15 },
    );
  });
});

describe('C12 lines of a calendar or a card', () => {
  it('C12 are folded between letters, and read back whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/[\r\n]/.test(text)),
        (text) => {
          const folded = contentLines([text]);
          for (const line of folded.split('\r\n')) expect(octetsOf(line)).toBeLessThanOrEqual(75);
          expect(folded.replaceAll('\r\n ', '')).toBe(`${text}\r\n`);
        },
      ),
    );
  });
});
