import { describe, expect, it } from 'vitest';
import { json } from '../../tests/fixtures/pack/forge-pack.ts';
import { sampleTowns } from '../../tests/fixtures/pack/sample.ts';
import { decodeTowns, encodeTowns } from './towns.ts';

const row = ['Sampleford', '', 12.5, -7.25, 41_000, ['Sample']];
const withCell = (at: number, value: unknown) => json([row.with(at, value as string)]);

describe('towns', () => {
  it('come back as they were', () => {
    expect(decodeTowns(encodeTowns(sampleTowns))).toEqual({ ok: true, value: sampleTowns });
    expect(decodeTowns(encodeTowns([]))).toEqual({ ok: true, value: [] });
  });

  it('may be on the edge of the map, and without an area or other names', () => {
    expect(decodeTowns(json([['A', '', -90, 180, 0, []]])).ok).toBe(true);
  });

  it.each([
    ['bytes that are not JSON', Uint8Array.of(0x5b)],
    ['an object', json({})],
    ['a row that is an object', json([{ name: 'A' }])],
    ['a row of five', json([row.slice(0, 5)])],
    ['a row of seven', json([[...row, 1]])],
    ['no name', withCell(0, '')],
    ['a name that hides text', withCell(0, 'A\u202eB')],
    ['a name beyond 200 characters', withCell(0, 'a'.repeat(201))],
    ['an area that is null', withCell(1, null)],
    ['a latitude beyond the pole', withCell(2, 90.1)],
    ['a latitude that is text', withCell(2, '12')],
    ['a longitude beyond the date line', withCell(3, -180.5)],
    ['a longitude that is null', withCell(3, null)],
    ['a population below nothing', withCell(4, -1)],
    ['a population in parts', withCell(4, 1.5)],
    ['aliases that are text', withCell(5, 'Sample')],
    ['an alias that is a number', withCell(5, [7])],
  ])('are refused with %s', (_, bytes) => {
    const outcome = decodeTowns(bytes);
    expect(outcome.ok ? null : outcome.problem.kind).toBe('pack-damaged');
  });
});
