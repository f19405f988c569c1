import { describe, expect, it } from 'vitest';
import { draftsText, readDrafts } from './drafts.ts';
import type { Edit } from './edits/edit.ts';

const EDIT: Edit = {
  id: '0192f0c0-aaaa-7bbb-8ccc-000000000001',
  listingId: '00000000-0000-4000-8000-000000000001',
  region: 'city',
  kind: 'change',
  baseVersion: 3,
  changes: [{ field: 'description', before: 'Old.', after: 'New.', cause: 'changed' }],
  confirmed: ['hours'],
  overrides: [{ rule: 'long-words', field: 'description', reason: 'Their own name for it.' }],
  method: 'called-published-number',
  verifiedOn: '2026-11-20',
  comment: 'Spoke to the desk.',
};
const problemOf = (edits: unknown, more: object = {}) => {
  const read = readDrafts(JSON.stringify({ type: 'waypost-drafts', version: 1, edits, ...more }));
  return read.ok ? null : read.problem;
};

describe('V8 drafts as a file', () => {
  it('V8 read back as they were written', () => {
    expect(readDrafts(draftsText([EDIT]))).toEqual({ ok: true, value: [EDIT] });
    expect(draftsText([{ ...EDIT }])).toBe(draftsText([EDIT]));
  });

  it.each([
    ['an unknown field', { ...EDIT, account: 'x' }, '(name)'],
    ['an id that is a path', { ...EDIT, id: '../../x/y/z' }, 'id'],
    ['a region that is a path', { ...EDIT, region: '../x' }, 'region'],
    ['a listing that is none', { ...EDIT, listingId: 'x' }, 'listingId'],
    ['a kind that is none', { ...EDIT, kind: 'delete' }, 'kind'],
    [
      'a field that no listing has',
      { ...EDIT, changes: [{ field: '__proto__', before: null, after: 1 }] },
      'changes',
    ],
    ['a change without what stood there', { ...EDIT, changes: [{ field: 'name', after: 'x' }] }, 'changes'],
    ['a day that is none', { ...EDIT, verifiedOn: '2026-02-30' }, 'verifiedOn'],
    ['no edit', null, '(edit)'],
  ])('V8 with %s are refused whole, with the place', (_, edit, field) => {
    expect(problemOf([{ ...EDIT, id: 'another-one' }, edit])).toEqual({ kind: 'bad-edit', place: 1, field });
  });

  it('V8 are refused where they are something else, or the same one twice', () => {
    expect(problemOf([EDIT, EDIT])).toEqual({ kind: 'bad-edit', place: 1, field: 'id' });
    expect(problemOf([EDIT], { version: 2 })).toEqual({ kind: 'too-new' });
    expect(problemOf({})).toEqual({ kind: 'no-drafts' });
    expect(problemOf([], { more: 1 })).toEqual({ kind: 'no-drafts' });
    expect(readDrafts('{').ok).toBe(false);
  });
});
