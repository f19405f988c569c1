import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import { shown } from '../../../../../tests/fixtures/sheet-of.ts';
import { readCsv } from '../../../../core/sheet/read-csv.ts';
import type { BroughtRow } from './brought-row.ts';
import { likelyMapping, rowsOf } from './columns.ts';
import { dryRun, knownListing } from './dry-run.ts';
import { hsdsRows } from './hsds-rows.ts';

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const HARBOUR = listingOf({
  id: id(1),
  name: 'Harbour House',
  channels: [{ type: 'phone', value: '+442079460001' }],
});
const PIER = listingOf({
  id: id(2),
  name: 'Pier Legal',
  alternate_name: 'Pierlegal',
  channels: [{ type: 'phone', value: '+442079460002' }],
});
// The same organisation's second service: one number for both.
const PIER_HOUSING = listingOf({
  id: id(3),
  name: 'Pier Housing',
  channels: [
    { type: 'phone', value: '+442079460002' },
    { type: 'sms', value: { code: '60777', country: 'GB' } },
  ],
});
const KNOWN = [HARBOUR, PIER, PIER_HOUSING].map((one) => knownListing(shown(one)));
const row = (fields: Partial<BroughtRow>): BroughtRow => ({ at: 2, id: '', name: '', phones: '', ...fields });
const tried = (fields: Partial<BroughtRow>, shortlist: readonly string[] = []) => {
  const plan = dryRun([row(fields)], { listings: KNOWN, shortlist });
  return { by: plan.rows[0]?.by, ids: plan.rows[0]?.listings.map((one) => one.id), added: plan.added };
};

describe('C12 what a file from elsewhere would add', () => {
  it.each([
    ['its id', { id: id(1) }, 'id'],
    ['its id in capitals', { id: id(1).toUpperCase() }, 'id'],
    ['its number as in another country', { phones: '+44 20 7946 0001' }, 'phone'],
    ['its number as it is dialled there', { phones: '(020) 7946-0001' }, 'phone'],
    ['its number without the plus', { phones: '0044 2079460001' }, 'phone'],
    ['one of several numbers', { phones: '020 7946 0999; Tel. 020 7946 0001 ext. 3' }, 'phone'],
    ['its number in Arabic digits', { phones: '٠٢٠٧٩٤٦٠٠٠١' }, 'phone'],
    ['its name, however it is written', { name: '  HARBOUR   house' }, 'name'],
  ] as const)('C12 finds a service by %s', (_, fields, by) => {
    expect(tried(fields)).toEqual({ by, ids: [id(1)], added: [id(1)] });
  });

  it('C12 an id goes before a number, and a number before a name', () => {
    expect(tried({ id: id(1), phones: '020 7946 0002', name: 'Pier Legal' }).ids).toEqual([id(1)]);
    expect(tried({ id: id(9), phones: '020 7946 0001' }).by).toBe('phone');
  });

  it('C12 where several have the number, the name decides, and else nothing is added', () => {
    expect(tried({ phones: '020 7946 0002', name: 'pierlegal' }).added).toEqual([id(2)]);
    expect(tried({ phones: '020 7946 0002' })).toEqual({ by: 'phone', ids: [id(2), id(3)], added: [] });
    expect(tried({ phones: '60777' }).added).toEqual([id(3)]);
  });

  it('C12 the number of one service under the name of another is unclear', () => {
    expect(tried({ phones: '020 7946 0001', name: 'Pier Legal' })).toMatchObject({
      ids: [id(1), id(2)],
      added: [],
    });
  });

  it('C12 nothing that no list here has becomes a service, nor part of a name', () => {
    for (const fields of [{ id: id(9) }, { name: 'Harbour' }, { phones: '020 7946 0999' }, {}])
      expect(tried(fields)).toEqual({ by: null, ids: [], added: [] });
  });

  it('C12 counts what is there already, and adds each once', () => {
    const rows = [row({ id: id(1) }), row({ id: id(2) }), row({ name: 'Pier Legal' }), row({ name: 'x' })];
    expect(dryRun(rows, { listings: KNOWN, shortlist: [id(1)] })).toMatchObject({
      added: [id(2)],
      alreadyThere: 1,
      unclear: 0,
      notFound: 1,
    });
  });
});

describe('C12 which column is which', () => {
  it.each([
    [['id', 'name', 'phone'], { id: 0, name: 1, phone: 2 }],
    [['Client', 'Telephone', 'Service_Name'], { id: null, name: 2, phone: 1 }],
    [['Teléfono', 'Nombre'], { id: null, name: 1, phone: 0 }],
    [['رقم الهاتف', 'الاسم'], { id: null, name: 1, phone: 0 }],
    [['jina', 'simu'], { id: null, name: 0, phone: 1 }],
    [['a', 'b'], { id: null, name: null, phone: null }],
  ])('C12 is guessed from %j', (columns, mapping) => {
    expect(likelyMapping(columns)).toEqual(mapping);
  });

  it('C12 no other column is read, and what defuses a formula is no part of a number', () => {
    const table = readCsv("name,phone,client\nHarbour House,'+442079460001,canary\n", 10);
    const rows = rowsOf(table, likelyMapping(table.columns));
    expect(rows).toEqual([{ at: 2, id: '', name: 'Harbour House', phones: '+442079460001' }]);
  });
});

describe('C12 CT-9 an HSDS file', () => {
  const service = { id: id(1), name: 'Harbour House', phones: [{ number: '+442079460001' }, { number: 7 }] };
  it.each([
    ['a page', { contents: [service] }],
    ['a list', [service]],
    ['a list under its name', { services: [service] }],
    ['one service', service],
  ])('C12 may be %s', (_, value) => {
    expect(hsdsRows(value, 10)?.rows).toEqual([
      { at: 1, id: id(1), name: 'Harbour House', phones: '+442079460001; ' },
    ]);
  });

  it('CT-9 is nothing without a named service, and no more than the most rows', () => {
    for (const value of [null, 7, 'x', [], {}, { contents: [{}] }, { $ref: 'https://example.org/' }])
      expect(hsdsRows(value, 10)).toBeNull();
    expect(hsdsRows(Array(12).fill(service), 10)).toMatchObject({ isTooLong: true, rows: { length: 10 } });
  });

  it('CT-9 keys with names that objects have do no harm', () => {
    const hostile = JSON.parse(
      '[{"name":"x","__proto__":{"polluted":1},"constructor":"y","phones":[null,"z"]}]',
    );
    expect(hsdsRows(hostile, 10)?.rows).toEqual([{ at: 1, id: '', name: 'x', phones: '' }]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
