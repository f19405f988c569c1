import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListings } from '../../../tests/fixtures/arbitrary-listing.ts';
import { listingOf, statusYes } from '../../../tests/fixtures/listing-of.ts';
import { generateSampleListings } from '../../cli/sample-city/generate.ts';
import type { Listing } from '../schema.ts';
import { readCsv } from './read-csv.ts';
import {
  changesFromSheet,
  fieldCounts,
  isReadyToReview,
  type SheetPlan,
  sheetOf,
  sheetsOf,
} from './sheet.ts';

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const placed = (...listings: readonly Listing[]) => listings.map((listing) => ({ region: 'city', listing }));
const HOUSE = listingOf({
  id: id(1),
  name: 'Café del Puerto',
  organization: { id: id(9), name: 'Quay Trust', website: 'https://quay.example/' },
  service_areas: ['9-5'],
  minimum_age: 18,
  channels: [
    { type: 'phone', value: '+442079460001', label: 'Office', note: 'Ask for the desk.' },
    { type: 'sms', value: { code: '60777', country: 'GB' }, keyword: 'HELP' },
  ],
  languages: [{ code: 'es', mode: 'staff', note: 'mornings' }],
  referral_required: { value: 'yes', by: 'agency-only', note: 'By letter.' },
  notes: ['Bring a coat.', '- no dogs'],
});
const PIER = listingOf({ id: id(2), name: 'Pier Legal' });
const KNOWN = placed(HOUSE, PIER);

type Edit = Readonly<Record<string, string | null>>;

/** A sheet as somebody edited it in a spreadsheet: cells of a row by the names of their columns. */
function edited(edits: Edit, row = 0, listings = KNOWN): string {
  const { columns, rows } = readCsv(sheetOf(listings).slice(1), 1000);
  const cells = rows.map((one) => [...one.cells]);
  for (const [column, text] of Object.entries(edits)) {
    const target = cells[row];
    if (target) target[columns.indexOf(column)] = text ?? '';
  }
  return sheetText([columns, ...cells]);
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
function sheetText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join(',')).join('\r\n');
}
function planOf(text: string, listings = KNOWN): SheetPlan {
  const read = changesFromSheet(text, listings);
  if (!read.ok) throw new Error(read.problem.kind);
  return read.value;
}
const flagsOf = (edits: Edit, row = 0) => planOf(edited(edits, row)).flags;

/** The same table as a program saves it. */
const SAVERS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'without the mark': (text) => text.replace(/^\ufeff/, ''),
  'LibreOffice, line feeds': (text) => text.replaceAll('\r\n', '\n'),
  'Excel of Windows': (text) => `\ufeff${text.replace(/^\ufeff/, '').replaceAll(/\r?\n/g, '\r\n')}`,
  'old returns': (text) => text.replaceAll('\r\n', '\r'),
  'every cell quoted': (text) => saved(text, ',', quoted),
  'every cell quoted, semicolons': (text) => saved(text, ';', quoted),
  'as few quotes as can be, tabs': (text) =>
    saved(text, '\t', (cell) => (/[\t"\r\n]/.test(cell) ? quoted(cell) : cell)),
  'a space before what defuses': (text) => saved(text, ',', (cell) => quoted(cell.replaceAll(/^'/gm, " '"))),
  'other accents': (text) => text.normalize('NFD'),
};
function saved(text: string, delimiter: string, write: (cell: string) => string): string {
  const { columns, rows, faults } = readCsv(text.replace(/^\ufeff/, ''), 30_000);
  expect(faults).toEqual([]);
  return [columns, ...rows.map(({ cells }) => cells)]
    .map((row) => row.map(write).join(delimiter))
    .join('\r\n');
}

describe('V12 a sheet that nobody edited', () => {
  const LISTINGS = placed(...generateSampleListings(520, 7));
  it.each(Object.keys(SAVERS))('V12 of 520 listings changes nothing, saved %s', (saver) => {
    const text = SAVERS[saver]?.(sheetOf(LISTINGS)) ?? '';
    expect(planOf(text, LISTINGS)).toEqual({
      changes: [],
      additions: [],
      flags: [],
      unchanged: 520,
      withoutRow: 0,
      strangeColumns: [],
    });
  });

  it('V12 CT-8 changes nothing, whatever the listings say and whatever saved it', () => {
    const spiced = fc
      .tuple(
        arbitraryListings,
        fc.constantFrom('=1+1', '+1', "'=x", '-a\n@b', ' @x ', '1-2', '007', 'a;b', '\u00a0=2'),
      )
      .map(([all, text]) =>
        placed(...all.map((one) => ({ ...one, name: text, notes: [text, `x\n${text}`] }))),
      );
    fc.assert(
      fc.property(spiced, fc.constantFrom(...Object.values(SAVERS)), (listings, save) => {
        const plan = planOf(save(sheetOf(listings)), listings);
        expect([plan.changes, plan.additions, plan.flags]).toEqual([[], [], []]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('CT-9 a directory that is larger than a sheet may be', () => {
  it('CT-9 V12 goes out in parts, each of which can be taken back, and none of it is lost', () => {
    const listings = placed(...generateSampleListings(100, 7));
    const limits = { characters: 30_000, rows: 40 };
    const parts = sheetsOf(listings, ['sw'], limits);
    const plans = parts.map((part) => changesFromSheet(part, listings, { limits }));
    expect(plans.every((one) => one.ok && one.value.changes.length === 0)).toBe(true);
    const rows = parts.flatMap((part) => readCsv(part.slice(1), 100).rows.map(({ cells }) => cells[1]));
    expect(rows).toEqual(listings.map(({ listing }) => listing.id));
    const [header] = sheetOf(listings, ['sw']).split('\r\n');
    for (const part of parts) expect(part.split('\r\n')[0]).toBe(header);
    expect(sheetsOf(listings, ['sw'])).toEqual([sheetOf(listings, ['sw'])]);
  });
});

describe('V12 an edited sheet', () => {
  it('V12 says per field what is added, changed and removed, and keeps what no cell says', () => {
    const plan = planOf(
      edited({
        description: 'New words.',
        alternate_name: 'The House',
        minimum_age: null,
        phone: '+442079460002',
        languages: 'es (staff); ar (interpreter)',
        notes: 'Bring a coat.',
        asks_for_a_referral: 'no',
      }),
    );
    expect(plan.flags).toEqual([]);
    expect(plan.changes).toHaveLength(1);
    expect(plan.changes[0]).toMatchObject({ at: 2, region: 'city', listingId: id(1) });
    const changes = new Map(plan.changes[0]?.changes.map((one) => [one.field, one]));
    expect(changes.get('minimum_age')).toEqual({ field: 'minimum_age', before: 18, after: null });
    expect(changes.get('languages')?.after).toEqual([
      { code: 'es', mode: 'staff', note: 'mornings' },
      { code: 'ar', mode: 'interpreter' },
    ]);
    expect(changes.get('referral_required')?.after).toEqual({ value: 'no' });
    expect(changes.get('channels.phone:+442079460001')?.after).toBeNull();
    // Nothing that was said of the old number is said of the new one.
    expect(changes.get('channels.phone:+442079460002')).toEqual({
      field: 'channels.phone:+442079460002',
      before: null,
      after: { type: 'phone', value: '+442079460002', cost: 'unknown', on_phone_bill: 'unknown' },
    });
    expect(fieldCounts(plan)).toEqual([
      { field: 'alternate_name', added: 1, changed: 0, removed: 0 },
      { field: 'channels.phone', added: 1, changed: 0, removed: 1 },
      { field: 'description', added: 0, changed: 1, removed: 0 },
      { field: 'languages', added: 0, changed: 1, removed: 0 },
      { field: 'minimum_age', added: 0, changed: 0, removed: 1 },
      { field: 'notes', added: 0, changed: 1, removed: 0 },
      { field: 'referral_required', added: 0, changed: 1, removed: 0 },
    ]);
  });

  it('V12 a column or a row that is not there takes nothing away', () => {
    const text = sheetText([
      ['id', 'name', 'colour'],
      [id(1), 'Café del Mar', 'blue'],
    ]);
    const plan = planOf(text);
    expect(plan.changes).toEqual([
      {
        at: 2,
        region: 'city',
        listingId: id(1),
        changes: [{ field: 'name', before: 'Café del Puerto', after: 'Café del Mar' }],
        warnings: [],
      },
    ]);
    expect(plan).toMatchObject({ withoutRow: 1, flags: [], strangeColumns: ['colour'] });
  });

  it('V12 a row without an id is a new listing that nobody has checked', () => {
    const text = sheetText([
      [
        'region',
        'id',
        'name',
        'organisation',
        'description',
        'text_language',
        'status',
        'country',
        'needs',
        'phone',
      ],
      [
        'city',
        '',
        'Quay Clinic',
        'Quay Trust',
        'A clinic.',
        'en',
        'active',
        'GB',
        'health.urgent',
        '+442079460003',
      ],
    ]);
    const plan = planOf(text);
    expect(plan.flags).toEqual([]);
    expect(plan.additions).toMatchObject([{ at: 2, region: 'city' }]);
    expect(plan.additions[0]?.changes).toContainEqual({
      field: 'verification',
      before: null,
      after: { state: 'unverified', checked_on: null },
    });
  });

  it('V12 SV-10 holds no hidden place, source or name of who checked, and takes none away', () => {
    const hidden = listingOf({
      id: id(3),
      locations: [{ visibility: 'area-only', location_type: 'redacted', area_name: 'Canary Town' }],
      channels: [{ type: 'in-person', value: 'Canary House' }],
      immigration_eligibility: statusYes('2026-11-20', {
        evidence: [{ type: 'provider-call', checked_on: '2026-11-20', checked_by: 'Canary' }],
      }),
      verification: {
        state: 'confirmed',
        checked_on: '2026-11-20',
        checked_by: 'Canary',
        source_name: 'Canary',
      },
      sources: [{ url: 'https://canary.example/' }],
    });
    const listings = placed(hidden);
    expect(sheetOf(listings)).not.toMatch(/canary/i);
    const plan = planOf(edited({ description: 'New.' }, 0, listings), listings);
    expect(plan.changes[0]?.changes.map(({ field }) => field)).toEqual(['description']);
  });

  it('CT-8 what would run is defused in the sheet, and read back without what defuses it', () => {
    const listings = placed(listingOf({ id: id(1), name: '=HYPERLINK("x")', notes: ['@x', '+y'] }));
    const cells = readCsv(sheetOf(listings).slice(1), 10).rows[0]?.cells ?? [];
    for (const line of cells.flatMap((cell) => cell.split('\n'))) expect(line).not.toMatch(/^\s*[=+\-@]/);
    const plan = planOf(edited({ notes: "'@x\n'+z" }, 0, listings), listings);
    expect(plan.changes[0]?.changes).toEqual([{ field: 'notes', before: ['@x', '+y'], after: ['@x', '+z'] }]);
  });
});

describe('V12 what a spreadsheet did by itself is flagged and never taken for a change', () => {
  it.each([
    ['the plus of a number', { phone: '442079460001' }, 'phone', 'plus-stripped'],
    ['a number as a figure', { phone: '4.42079E+11' }, 'phone', 'number-rounded'],
    ['hours as a date', { serves: '09-May' }, 'serves', 'excel-date'],
    ['hours as another date', { serves: '2026-05-09 00:00:00' }, 'serves', 'excel-date'],
    ['accents misread', { name: 'CafÃ© del Puerto' }, 'name', 'encoding'],
    ['accents lost', { name: 'Caf? del Puerto' }, 'name', 'encoding'],
    ['a letter that cannot be shown', { name: 'Caf\ufffd del Puerto' }, 'name', 'encoding'],
    ['a formula', { name: '=1+1' }, 'name', 'formula'],
    ['an id that is gone', { id: '' }, 'id', 'id-lost'],
    ['an id that is rounded', { id: '1.0E+05' }, 'id', 'id-lost'],
    ['an id that no listing has', { id: id(8) }, 'id', 'id-unknown'],
    ['an id that two rows have', { id: id(2) }, 'id', 'id-twice'],
    ['another region', { region: 'shire' }, 'region', 'region-changed'],
    ['a national number', { phone: '020 7946 0001' }, 'phone', 'not-understood'],
    ['an age in words', { minimum_age: 'adult' }, 'minimum_age', 'not-understood'],
    ['an answer that is none', { asks_for_id: 'maybe' }, 'asks_for_id', 'not-understood'],
    ['a need that nobody knows', { needs: 'live.castles' }, 'needs', 'bad-value'],
    ['a link that is not safe', { website: 'http://quay.example/' }, 'website', 'bad-value'],
    ['a name that is gone', { name: null }, 'name', 'bad-value'],
    ['hours, which the desk changes', { hours: 'MO 09:00-17:00' }, 'hours', 'not-here'],
  ] as const)('V12 CT-9 %s', (_, edits, column, kind) => {
    const plan = planOf(edited(edits));
    expect(plan.flags).toContainEqual({ at: kind === 'id-twice' ? 3 : 2, column, kind });
    expect(plan.changes.filter(({ at }) => at === 2 && kind !== 'id-twice')).toEqual([]);
    expect(isReadyToReview(plan)).toBe(false);
  });

  it('V12 leading zeros that are gone', () => {
    const listings = placed(listingOf({ id: id(1), name: '007' }));
    expect(planOf(edited({ name: '7' }, 0, listings), listings).flags).toEqual([
      { at: 2, column: 'name', kind: 'zeros-lost' },
    ]);
  });

  it('V12 an age as a number with a point is the same age', () => {
    expect(planOf(edited({ minimum_age: '18.0' }))).toMatchObject({ changes: [], flags: [] });
  });

  it('CT-9 a ragged row and one with a quote that is not closed are named, and the plan is not ready', () => {
    const lines = edited({}).split('\r\n');
    const ragged = [lines[0], `${lines[1]},"more"`, lines[2]].join('\r\n');
    expect(planOf(ragged).flags).toEqual([{ at: 2, column: '', kind: 'ragged' }]);
    const open = [lines[0], lines[1], lines[2]?.replace('"Pier Legal"', '"Pier Legal')].join('\r\n');
    expect(planOf(open).flags.map(({ at }) => at)).toEqual([3]);
    expect(isReadyToReview(planOf(open))).toBe(false);
  });

  it.each([
    ['too large', 'x'.repeat(5_000_001), 'too-large'],
    ['a workbook', 'PK\u0003\u0004\0', 'no-sheet'],
    ['another table', 'client,phone\nx,1\n', 'no-sheet'],
    ['too long', `id,name\n${'a,b\n'.repeat(20_001)}`, 'too-many-rows'],
  ])('CT-9 a file that is %s is refused whole', (_, text, kind) => {
    expect(changesFromSheet(text, KNOWN)).toEqual({ ok: false, problem: { kind } });
  });

  it('CT-9 no flag repeats a value', () => {
    expect(JSON.stringify(flagsOf({ phone: 'canary', name: '=canary' }))).not.toContain('canary');
  });
});
