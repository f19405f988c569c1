import { expect, it } from 'vitest';
import { directoryOf, regionState } from '../../../../../tests/fixtures/directory-of.ts';
import { fail, succeed } from '../../../../core/result.ts';
import type { DirectoryClient } from '../../../../page/directory-client.ts';
import { ListingShelf } from './listing-shelf.ts';

/** A worker that remembers what it was asked, and has everything but `gone`. */
function workerThat(outcome: 'reads' | 'fails' = 'reads') {
  const asked: (readonly string[])[] = [];
  const ask = async ({ ids }: { ids: readonly string[] }) => {
    asked.push(ids);
    if (outcome === 'fails') return fail({ kind: 'offline' });
    return succeed(ids.filter((id) => id !== 'gone').map((id) => ({ id, reading: asked.length })));
  };
  return { asked, client: { ask } as unknown as Pick<DirectoryClient, 'ask'> };
}
const NOW = directoryOf(regionState('gb', {}, true));
const idsOf = (read: Awaited<ReturnType<ListingShelf['read']>>) =>
  read.ok ? read.value.map(({ id }) => id) : null;

it('C13 reads a record once, and gives them in the order asked', async () => {
  const { asked, client } = workerThat();
  const shelf = new ListingShelf(client);
  expect(idsOf(await shelf.read(NOW, ['b', 'a']))).toEqual(['b', 'a']);
  expect(idsOf(await shelf.read(NOW, ['a', 'c', 'gone', 'b']))).toEqual(['a', 'c', 'b']);
  expect(asked).toEqual([
    ['b', 'a'],
    ['c', 'gone'],
  ]);
});

it('C13 forgets everything once a list has changed: what was mended or withdrawn is never shown as it was', async () => {
  const { asked, client } = workerThat();
  const shelf = new ListingShelf(client);
  await shelf.read(NOW, ['a']);
  const after = await shelf.read({ ...NOW }, ['a']);
  expect(asked).toEqual([['a'], ['a']]);
  expect(after.ok && after.value).toEqual([{ id: 'a', reading: 2 }]);
});

it('C13 reads ahead part by part in the order in which they lie, and stops when that is not wanted any more', async () => {
  const { asked, client } = workerThat();
  const ids = Array.from({ length: 2500 }, (_, at) => `id-${String(9999 - at)}`);
  await new ListingShelf(client).warm(NOW, ids, () => asked.length < 2);
  expect(asked.map((part) => part.length)).toEqual([1000, 1000]);
  expect(asked[0]?.[0]).toBe(ids.at(-1));
});

it('C13 a reading that failed is told, and tried again the next time', async () => {
  const { asked, client } = workerThat('fails');
  const shelf = new ListingShelf(client);
  expect((await shelf.read(NOW, ['a'])).ok).toBe(false);
  expect((await shelf.read(NOW, ['a'])).ok).toBe(false);
  expect(asked).toHaveLength(2);
});
