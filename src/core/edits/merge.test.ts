import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../../tests/fixtures/arbitrary-listing.ts';
import { listingOf } from '../../../tests/fixtures/listing-of.ts';
import type { Listing } from '../schema.ts';
import { canonicalJson } from './canonical-json.ts';
import { applyChanges, changesBetween } from './changes.ts';
import type { Edit, FieldChange } from './edit.ts';
import { fieldsOf } from './fields.ts';
import { type Choice, mergeChanges, rebaseEdit, resolve } from './merge.ts';

const applied = (listing: Listing, changes: readonly FieldChange[]) => {
  const result = applyChanges(listing, changes);
  if (!result.ok) throw new Error(`tests: not applied: ${JSON.stringify(result.problem)}`);
  return result.value;
};
/** Fields alone: which of two new channels stands first is for nobody to say. */
const fieldsIn = (listing: Listing) => canonicalJson(Object.fromEntries(fieldsOf(listing)));

/** Two of the very same number are told apart by their place alone, which moves when one of them goes. */
const listings = arbitraryListing.filter(
  ({ channels }) => new Set(channels.map(({ value }) => value)).size === channels.length,
);

/** A listing and two people's versions of it, each with some of another listing's fields. */
const threeVersions = fc
  .tuple(listings, listings, listings, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }))
  .map(([base, one, other, picks]) => {
    const some = (listing: Listing, first: number) =>
      changesBetween(base, { ...listing, id: base.id }).filter(
        ({ field }, place) => field !== 'channels.order' && picks[(place + first) % picks.length],
      );
    return { base, mine: some(one, 0), theirs: some(other, 30) };
  });
const takeMine = (fields: readonly { field: string }[]): Record<string, Choice> =>
  Object.fromEntries(fields.map(({ field }) => [field, { take: 'mine' }]));

describe('two people change one listing (V9)', () => {
  it('what only one of them changed is merged, and each field that both changed is a conflict', () => {
    fc.assert(
      fc.property(threeVersions, ({ base, mine, theirs }) => {
        const { changes, conflicts } = mergeChanges(mine, theirs);
        const merged = fieldsOf(applied(applied(base, theirs), changes));
        for (const { field, after } of theirs)
          expect(canonicalJson(merged.get(field) ?? null)).toBe(canonicalJson(after));
        for (const change of mine) {
          const isConflict = conflicts.some(({ field }) => field === change.field);
          const isMerged = canonicalJson(merged.get(change.field) ?? null) === canonicalJson(change.after);
          expect(isConflict || isMerged, change.field).toBe(true);
        }
      }),
    );
  });

  it('comes to the same whoever is first', () => {
    fc.assert(
      fc.property(threeVersions, ({ base, mine, theirs }) => {
        const one = mergeChanges(mine, theirs);
        const other = mergeChanges(theirs, mine);
        expect(one.conflicts.map(({ field }) => field).sort()).toEqual(
          other.conflicts.map(({ field }) => field).sort(),
        );
        const agreed = (changes: readonly FieldChange[]) =>
          changes.filter(({ field }) => !one.conflicts.some((conflict) => conflict.field === field));
        expect(fieldsIn(applied(applied(base, agreed(theirs)), one.changes))).toBe(
          fieldsIn(applied(applied(base, agreed(mine)), other.changes)),
        );
      }),
    );
  });

  it('leaves nothing to do where both made the same changes', () => {
    fc.assert(
      fc.property(threeVersions, ({ mine }) => {
        expect(mergeChanges(mine, structuredClone(mine))).toEqual({ changes: [], conflicts: [] });
      }),
    );
  });

  it('merged once more changes nothing: what is left fits on theirs as it is', () => {
    fc.assert(
      fc.property(threeVersions, ({ mine, theirs }) => {
        const { changes } = mergeChanges(mine, theirs);
        expect(mergeChanges(changes, theirs)).toEqual({ changes, conflicts: [] });
      }),
    );
  });

  it('all that was mine is there where the person takes mine everywhere', () => {
    fc.assert(
      fc.property(threeVersions, ({ base, mine, theirs }) => {
        const merge = mergeChanges(mine, theirs);
        const resolved = resolve(merge, takeMine(merge.conflicts));
        if (!resolved.ok) throw new Error('tests: not resolved');
        const merged = fieldsOf(applied(applied(base, theirs), resolved.value));
        for (const { field, after } of mine)
          expect(canonicalJson(merged.get(field) ?? null)).toBe(canonicalJson(after));
      }),
    );
  });
});

describe('a conflict', () => {
  const base = listingOf({ notes: ['Ring twice'] });
  const changeTo = (fields: Record<string, unknown>) =>
    changesBetween(base, listingOf({ ...base, ...fields }));
  const merge = mergeChanges(
    changeTo({ name: 'Harbour Home', notes: ['Ring once'] }),
    changeTo({ name: 'Haven' }),
  );

  it('holds what both saw and what each made of it', () => {
    expect(merge.conflicts).toEqual([
      {
        field: 'name',
        base: 'Harbour House',
        mine: { field: 'name', before: 'Harbour House', after: 'Harbour Home' },
        theirs: { field: 'name', before: 'Harbour House', after: 'Haven' },
      },
    ]);
  });

  it.each([
    [{ take: 'mine' }, 'Harbour Home'],
    [{ take: 'theirs' }, 'Haven'],
    [{ take: 'written', value: 'Harbour Haven' }, 'Harbour Haven'],
    [{ take: 'written', value: 'Haven' }, 'Haven'],
  ] as const)('is decided by a person: %j', (choice, name) => {
    const resolved = resolve(merge, { name: choice });
    if (!resolved.ok) throw new Error('tests: not resolved');
    const theirs = listingOf({ ...base, name: 'Haven' });
    expect(applied(theirs, resolved.value)).toEqual({ ...theirs, name, notes: ['Ring once'] });
  });

  it('is never decided by itself', () => {
    expect(resolve(merge, {})).toEqual({ ok: false, problem: ['name'] });
    expect(resolve(merge, { toString: { take: 'mine' } as const })).toEqual({ ok: false, problem: ['name'] });
  });

  it('is one too where the channel that I wrote a note on went away', () => {
    const phone = { type: 'phone', value: '+442079460123' };
    const listing = listingOf({ channels: [phone] });
    const to = (channels: unknown[]) => changesBetween(listing, listingOf({ ...listing, channels }));
    const { conflicts } = mergeChanges(to([{ ...phone, note: 'Day team' }]), to([]));
    expect(conflicts.map(({ field }) => field)).toEqual(['channels.phone:+442079460123']);
  });
});

it('an edit is brought to a later version, and confirms no longer what changed since (V9)', () => {
  const edit: Edit = {
    id: 'edit-1',
    listingId: listingOf().id,
    region: 'sample',
    kind: 'change',
    baseVersion: 1,
    changes: [{ field: 'notes', before: null, after: ['Ring once'], cause: 'added' }],
    confirmed: ['hours', 'name'],
    overrides: [],
  };
  const theirs = [{ field: 'hours', before: null, after: { timezone: 'Europe/London' } }];
  expect(rebaseEdit(edit, theirs, 3)).toEqual({
    edit: { ...edit, baseVersion: 3, confirmed: ['name'] },
    conflicts: [],
  });
});
