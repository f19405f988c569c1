import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../tests/fixtures/listing-of.ts';
import { readHandOver, resolveMarks } from '../../../core/hand-over.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import { planByIds, planWhole } from './plan-code.ts';

const deflate = async (bytes: Uint8Array) => new Uint8Array(deflateRawSync(bytes));
const inflate = async (bytes: Uint8Array) => new Uint8Array(inflateRawSync(bytes));
const LIST_DAY = '2026-11-20';
const read = (text: string | null) => readHandOver(text ?? '', { inflate, today: '2026-11-28' });
const phone = (value: string) => [{ type: 'phone', value, cost: 'free', on_phone_bill: 'unknown' }];
const serviceOf = (name: string, value = '+442079460101') =>
  listingOf({ name, channels: phone(value) }) as unknown as ShownListing;
const idsOf = (listings: readonly ShownListing[]) => listings.map(({ id }) => id);
const whole = (listings: readonly ShownListing[], aliases: Readonly<Record<string, string>> | null = null) =>
  planWhole(idsOf(listings), { listings, aliases, listDay: LIST_DAY, deflate });

describe('C5 a code by ids', () => {
  const ids = Array.from(
    { length: 80 },
    (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  );

  it('holds the shortlist in its order, and says which services no list has any more', async () => {
    const plan = planByIds([ids[3] as string, 'gone', ids[1] as string], ids);
    expect(plan.left).toEqual([{ id: 'gone', why: 'gone' }]);
    const handed = await read(plan.text);
    if (!handed.ok || handed.value.kind !== 'marks') throw new Error('tests: not read');
    expect(resolveMarks(handed.value, ids)).toEqual({
      ok: true,
      value: { ids: [ids[3], ids[1]], missing: 0 },
    });
  });

  it('leaves what it has no room for to the next one', () => {
    const plan = planByIds(ids, ids);
    expect(plan.handed).toHaveLength(64);
    expect(plan.left).toEqual(ids.slice(64).map((id) => ({ id, why: 'no-room' })));
  });

  it('is none where nothing can be handed over', () => {
    expect(planByIds(['gone'], ids).text).toBeNull();
  });
});

describe('C5 a code for any phone', () => {
  it('holds aliases, numbers and hours, and nothing of the names behind them', async () => {
    const listings = [serviceOf('Harbour House'), serviceOf('Quay Refuge', '+442079460102')];
    const [one, other] = idsOf(listings) as [string, string];
    const plan = await whole(listings, { [one]: 'Jo', [other]: 'Sam' });
    const handed = await read(plan.text);
    if (!handed.ok || handed.value.kind !== 'contacts') throw new Error('tests: not read');
    expect(handed.value.listDay).toBe(LIST_DAY);
    expect(handed.value.contacts.map(({ name, number }) => [name, number])).toEqual([
      ['Jo', '+442079460101'],
      ['Sam', '+442079460102'],
    ]);
    expect(plan.cut).toEqual([]);
  });

  it('says whose name was cut, who has no number, and whose name it cannot hold', async () => {
    const long = serviceOf('The Association for Everybody who Lives beside the Old Harbour');
    const silent = listingOf({ name: 'Quay Trust' }) as unknown as ShownListing;
    // No list of ours has such a number; one that somebody else signed may.
    const dear = {
      ...silent,
      id: 'dear',
      channels: [{ ...long.channels[0], value: '+449061234567' }],
    } as ShownListing;
    const odd = { ...serviceOf('Plain'), name: 'Turned\u202eround' };
    const plan = await whole([long, silent, dear, odd]);
    expect(plan.handed.map(({ contact }) => contact?.name)).toEqual(['The Association for…']);
    expect(plan.cut).toEqual([long.id]);
    expect(plan.left).toEqual([
      { id: silent.id, why: 'no-number' },
      { id: dear.id, why: 'no-number' },
      { id: odd.id, why: 'bad-name' },
    ]);
  });

  it('is never larger than a phone reads with ease; the rest is for the next one', async () => {
    const listings = Array.from({ length: 40 }, (_, at) =>
      serviceOf(`Service ${at * 7919} of ${at * 104729}`, `+44207946${String(at * 37).padStart(4, '0')}`),
    );
    const plan = await whole(listings);
    expect(plan.text?.length).toBeLessThanOrEqual(656);
    expect(plan.handed.length).toBeGreaterThan(10);
    const rest = await whole(listings.slice(plan.handed.length));
    expect(idsOf(listings).slice(0, plan.handed.length + rest.handed.length)).toEqual([
      ...plan.handed.map(({ id }) => id),
      ...rest.handed.map(({ id }) => id),
    ]);
    expect(plan.left.every(({ why }) => why === 'no-room')).toBe(true);
  });
});
