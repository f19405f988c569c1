import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromColumns, toColumns } from './columns.ts';

const rows = fc.array(
  fc.dictionary(
    fc.string(),
    fc.jsonValue().filter((value) => value !== null),
  ),
);

test('rows come back from columns as they were', () => {
  fc.assert(
    fc.property(rows, (before) => {
      expect(fromColumns(JSON.parse(JSON.stringify(toColumns(before))))).toEqual(
        JSON.parse(JSON.stringify(before)),
      );
    }),
  );
});

test('rows that were read from columns give the same columns again, as a phone does that makes a list from a delta', () => {
  const given = [
    { id: 'a', note: undefined },
    { id: 'b', note: null },
  ];
  const columns = toColumns(given);
  expect(Object.keys(columns.columns)).toEqual(['id']);
  fc.assert(
    fc.property(rows, (before) => {
      const once = JSON.stringify(toColumns(before));
      expect(JSON.stringify(toColumns(fromColumns(JSON.parse(once)) ?? []))).toBe(once);
    }),
  );
});

test('a field named like a part of the language changes nothing else (CT-6)', () => {
  const hostile = JSON.parse(
    '{"count":1,"columns":{"__proto__":[{"polluted":true}],"constructor":["x"],"id":["a"]}}',
  );
  const [row] = fromColumns(hostile) ?? [];
  expect(row?.id).toBe('a');
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('a row without such a field is not given one (CT-6)', () => {
  const named = JSON.parse('{"constructor":"x","toString":1,"__proto__":2}');
  const rows = [named, { id: 'a' }];
  expect(fromColumns(JSON.parse(JSON.stringify(toColumns(rows))))).toEqual(rows);
});

test.each([
  ['nothing', null],
  ['a list', []],
  ['no count', { columns: {} }],
  ['a count that is no number of rows', { count: -1, columns: {} }],
  ['columns that are a list', { count: 0, columns: [] }],
  ['a column that is too short', { count: 2, columns: { id: ['a'] } }],
  ['a column that is no list', { count: 1, columns: { id: 'a' } }],
])('%s is refused', (_name, value) => {
  expect(fromColumns(value)).toBeNull();
});
