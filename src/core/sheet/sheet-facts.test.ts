import { describe, expect, it } from 'vitest';
import { listingOf, statusYes } from '../../../tests/fixtures/listing-of.ts';
import { applyChanges } from '../edits/changes.ts';
import { markOf, textStateOf } from '../edits/text-state.ts';
import type { Listing } from '../schema.ts';
import { readCsv } from './read-csv.ts';
import { changesFromSheet, sheetOf } from './sheet.ts';

// Places, claims and translations in a sheet: what is in it, and what an edit of it may say.

const id = '00000000-0000-4000-8000-000000000001';
const OFFICE: Listing['locations'][number] = {
  visibility: 'public',
  publish_consent: true,
  consent_evidence: 'On its own website',
  location_type: 'physical',
  address: { address_1: '1 Quay Road', city: 'London', postal_code: 'E1 1AA', country: 'GB' },
  precision: 'exact',
};
const PLACE = 'street: 1 Quay Road | city: London | postcode: E1 1AA | country: GB';
const AREA: Listing['locations'][number] = {
  visibility: 'area-only',
  location_type: 'redacted',
  area_name: 'Canary Town',
};

const rows = (listing: Listing) => readCsv(sheetOf([{ region: 'city', listing }], ['sw']).slice(1), 10);
function cell(listing: Listing, column: string): string | undefined {
  const { columns, rows: all } = rows(listing);
  return all[0]?.cells[columns.indexOf(column)];
}
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** What a sheet with these cells, in which the others are as they were, would do. */
function plan(listing: Listing, cells: Readonly<Record<string, string>>) {
  const { columns, rows: all } = rows(listing);
  const row = columns.map((name, place) => cells[name] ?? all[0]?.cells[place] ?? '');
  const text = [columns, row].map((one) => one.map(quoted).join(',')).join('\r\n');
  const read = changesFromSheet(text, [{ region: 'city', listing }], { today: '2026-12-01' });
  if (!read.ok) throw new Error(read.problem.kind);
  return read.value;
}
function made(listing: Listing, cells: Readonly<Record<string, string>>): Listing {
  const { flags, changes } = plan(listing, cells);
  expect(flags).toEqual([]);
  const applied = applyChanges(listing, changes[0]?.changes ?? []);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problem));
  return applied.value;
}

describe('SV-10 places in a sheet', () => {
  const open = listingOf({ id, locations: [OFFICE] });
  const mixed = listingOf({ id, locations: [OFFICE, AREA] });
  const refuge = listingOf({ id, needs: ['home.refuge'], locations: [OFFICE] });

  it('SV-10 V12 a public place is in it, whole, and can be mended', () => {
    expect(cell(open, 'public_places')).toBe(`${PLACE} | public_because: On its own website`);
    const moved = made(open, {
      public_places: `${PLACE.replace('1 Quay', '2 Quay')} | public_because: On its own website`,
    });
    expect(moved.locations).toMatchObject([{ address: { address_1: '2 Quay Road' }, visibility: 'public' }]);
  });

  it('SV-10 nothing of a place that is not public is in it, nor anything of a refuge', () => {
    expect(cell(mixed, 'public_places')).toBe(`${PLACE} | public_because: On its own website`);
    expect(sheetOf([{ region: 'city', listing: mixed }])).not.toContain('Canary');
    expect(cell(refuge, 'public_places')).toBe('');
    expect(sheetOf([{ region: 'city', listing: refuge }])).not.toContain('Quay Road');
  });

  it.each([
    ['beside a hidden one', mixed],
    ['of a refuge', refuge],
    ['where there was none', listingOf({ id })],
    ['where there was an area, as an old sheet still has it', listingOf({ id, locations: [AREA] })],
  ])('SV-10 no sheet makes a place public %s', (_, listing) => {
    const { changes, flags } = plan(listing, {
      public_places: `${PLACE} | area: Shire | public_because: They say so`,
    });
    expect(changes).toEqual([]);
    expect(flags).toEqual([{ at: 2, column: 'public_places', kind: 'not-here' }]);
  });

  it('SV-10 a new row shows no refuge, whatever it says of why it may', () => {
    const row = {
      region: 'city',
      id: '',
      name: 'Pier',
      organisation: 'Pier Trust',
      description: 'Beds.',
      text_language: 'en',
      status: 'active',
      country: 'GB',
      needs: 'home.refuge',
      public_places: `${PLACE} | public_because: They say so`,
    };
    const text = [Object.keys(row), Object.values(row)].map((one) => one.map(quoted).join(',')).join('\r\n');
    const read = (sheet: string) => changesFromSheet(sheet, [{ region: 'city', listing: open }]);
    expect(read(text)).toMatchObject({
      value: { additions: [], flags: [{ at: 2, column: 'public_places', kind: 'not-here' }] },
    });
    expect(read(text.replace('home.refuge', 'live.basics'))).toMatchObject({ value: { flags: [] } });
  });

  it('SV-10 a place without a word of why it is public is none', () => {
    expect(plan(open, { public_places: PLACE }).flags).toEqual([
      { at: 2, column: 'public_places', kind: 'bad-value' },
    ]);
  });

  it.each(['12 Canary Road', 'street: 1 | street: 2', 'road: 1'])('V12 %j is no place', (public_places) => {
    expect(plan(open, { public_places }).flags[0]?.kind).toBe('not-understood');
  });
});

describe('ST-12 what is said about papers in a sheet', () => {
  const VALUE = 'helps_whatever_the_immigration_status';
  const sure = listingOf({ id, immigration_eligibility: statusYes('2026-11-20') });

  it('ST-12 the answer stands beside its evidence and its day', () => {
    expect(cell(sure, VALUE)).toBe('yes');
    expect(cell(sure, `${VALUE}_evidence`)).toContain('checked_on: 2026-11-20');
    expect(cell(listingOf({ id }), VALUE)).toBe('unknown');
  });

  it.each(['', 'unknown', 'Unknown'])('ST-12 %j is unknown, and its evidence goes', (text) => {
    expect(made(sure, { [VALUE]: text }).immigration_eligibility).toEqual({ value: 'unknown' });
  });

  it.each(['', 'yes', 'maybe'])('ST-12 of a claim that nobody knows, %j alone makes no yes', (text) => {
    const { changes } = plan(listingOf({ id }), { [VALUE]: text });
    expect(changes).toEqual([]);
  });

  it('ST-12 another answer needs evidence of its own, and has it named where it is missing', () => {
    expect(plan(sure, { [VALUE]: 'no' }).flags).toEqual([{ at: 2, column: VALUE, kind: 'bad-value' }]);
    const evidence = 'type: provider-web | read_on: 2026-11-30 | url: https://quay.example/';
    const other = made(sure, { [VALUE]: 'no', [`${VALUE}_evidence`]: evidence });
    expect(other.immigration_eligibility).toEqual({
      value: 'no',
      evidence: [
        { type: 'provider-web', checked_on: null, read_on: '2026-11-30', url: 'https://quay.example/' },
      ],
    });
  });

  it('ST-12 evidence that is taken away takes the yes with it: a yes without evidence is refused', () => {
    const column = `${VALUE}_evidence`;
    expect(plan(sure, { [column]: '' }).flags[0]?.kind).toBe('bad-value');
    expect(plan(sure, { [column]: 'type: provider-web' }).flags[0]?.kind).toBe('bad-value');
    expect(plan(sure, { [column]: 'they said so' }).flags[0]).toMatchObject({
      column,
      kind: 'not-understood',
    });
  });

  it('SV-11 a day to come is named with its row and column, and with the rule', () => {
    const column = `${VALUE}_evidence`;
    const [flag] = plan(sure, { [column]: 'type: provider-web | read_on: 2027-11-30' }).flags;
    expect(flag).toMatchObject({ at: 2, column, kind: 'lint', finding: { rule: 'future-date' } });
  });
});

describe('V13 translations in a sheet', () => {
  const listing = listingOf({
    id,
    name: 'Harbour House',
    description: 'Beds.',
    translations: {
      es: { name: 'Casa Puerto' },
      ar: { name: 'x', states: { name: { by: 'machine', of: markOf('Harbour House') } } },
      'pt-BR': { name: 'Casa', states: { name: { by: 'reviewed', of: markOf('Old House') } } },
    },
  });

  it('V13 each text stands beside its state, and languages that are asked for have columns', () => {
    expect(['es', 'ar', 'pt-br', 'sw'].map((language) => cell(listing, `name_in_${language}_state`))).toEqual(
      ['human', 'machine', 'stale', ''],
    );
    expect(cell(listing, 'description_in_sw')).toBe('');
  });

  it('V13 a new text is a person’s, of the words as the row has them', () => {
    const one = made(listing, { name: 'Pier House', name_in_sw: 'Nyumba' });
    expect(textStateOf(one, 'sw', 'name')).toBe('human');
    expect(one.translations.sw?.states?.name?.of).toBe(markOf('Pier House'));
    expect(textStateOf(made(listing, { 'name_in_pt-br': 'Casa Porto' }), 'pt-BR', 'name')).toBe('human');
  });

  it('V13 a machine’s text that is changed is still a machine’s, until somebody says who read it', () => {
    expect(textStateOf(made(listing, { name_in_ar: 'y' }), 'ar', 'name')).toBe('machine');
    const read = made(listing, { name_in_ar: 'y', name_in_ar_state: 'reviewed' });
    expect(textStateOf(read, 'ar', 'name')).toBe('reviewed');
  });

  it('V13 a text that is emptied is gone, and its language with it', () => {
    expect(made(listing, { name_in_ar: '', name_in_ar_state: '' }).translations.ar).toBeUndefined();
  });

  it('V13 stale is worked out and never set, and a text has no state before it is there', () => {
    expect(plan(listing, { name_in_es_state: 'stale' }).flags[0]?.kind).toBe('not-understood');
    expect(plan(listing, { name_in_sw_state: 'reviewed' }).changes).toEqual([]);
  });

  it('V13 words in the listing’s own language are no translation', () => {
    const own = { ...listing, text_language: 'sw' };
    expect(plan(own, { name_in_sw: 'Nyumba' }).flags[0]).toMatchObject({
      column: 'name_in_sw',
      kind: 'not-here',
    });
  });
});
