import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionFile, readCollection } from './collection.ts';
import { riskyWordsIn } from './discreet.ts';

const read = (text: string) => readCollection(JSON.parse(text));
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 30 });

describe('C12 a list for the team', () => {
  it('C12 is opened as it was saved, under a file name that says nothing', () => {
    fc.assert(
      fc.property(ids, fc.string({ maxLength: 40 }), (all, name) => {
        const { path, text } = collectionFile({ name, ids: all });
        expect(riskyWordsIn(path)).toEqual([]);
        expect(read(text)).toEqual({ name: name.trim(), ids: all });
      }),
    );
  });

  it('C12 has type, version, name and ids, and nothing else is read from one', () => {
    const id = '00000000-0000-4000-8000-00000000000a';
    const { text } = collectionFile({ name: 'First night', ids: [id] });
    expect(Object.keys(JSON.parse(text))).toEqual(['type', 'version', 'name', 'ids']);
    const more = { ...JSON.parse(text), client: 'Maria', profile: { needs: ['x'] }, ids: [id, 7, '<b>', id] };
    expect(readCollection(more)).toEqual({ name: 'First night', ids: [id] });
  });

  it.each([
    ['another type', { type: 'services', version: 1, ids: [] }],
    ['no ids', { type: 'list', version: 1 }],
    ['no object', 'list'],
    ['nothing', null],
    ['a list', []],
  ])('is not %s', (_, value) => {
    expect(readCollection(value)).toBeNull();
  });

  it('says of a newer one that it is newer', () => {
    expect(readCollection({ type: 'list', version: 2, ids: [] })).toBe('too-new');
  });

  it('CT-9 takes a thousand services at most', () => {
    const many = Array.from(
      { length: 1500 },
      (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    );
    expect(readCollection({ type: 'list', version: 1, ids: many })).toMatchObject({ ids: { length: 1000 } });
  });
});
