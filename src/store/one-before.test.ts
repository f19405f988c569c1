import { describe, expect, it } from 'vitest';
import { anyTime, installed, listOf, listsOf, preparePhone, TOMORROW } from '../../tests/fixtures/phone.ts';

const phone = preparePhone();
const OLD = () => phone.pathOf('city');
const NEW = () => phone.pathOf('city', phone.second);

async function updatedToday() {
  const store = await phone.startWithCity();
  phone.publish(phone.second);
  await store.update(TOMORROW, anyTime());
  return store;
}

/** The rows of the new list are lost, and its file is not what it was. */
async function damageTheNewList(): Promise<void> {
  await phone.inDatabase(({ sections }) =>
    sections
      .where('sha256')
      .equals(phone.second.entries.city?.sha256 ?? '')
      .delete(),
  );
  await (await phone.caches.open('files')).put(NEW(), new Response('not a list'));
}

describe('ST-2 the list before', () => {
  it('ST-2 stays as a file until the new one has started once cleanly', async () => {
    const store = await updatedToday();
    expect(await phone.caches.paths()).toEqual(expect.arrayContaining([OLD(), NEW()]));
    // Not even looking once more takes it: this window has not started with the new one.
    await store.update(TOMORROW, anyTime());
    expect(await phone.caches.paths()).toContain(OLD());
    const again = await phone.start();
    await again.store.update(TOMORROW, anyTime());
    expect(await phone.caches.paths()).not.toContain(OLD());
    expect(await phone.caches.paths()).toContain(NEW());
  });

  it('ST-2 is shown where nothing is left of the new one, without a network, until that can be fetched', async () => {
    await updatedToday();
    await damageTheNewList();
    phone.host.takePaths();
    const again = await phone.start();
    expect(phone.host.takePaths().filter((path) => path.startsWith('/data'))).toEqual([]);
    expect(await listsOf(again.store)).toEqual({ ...listOf('world'), ...listOf('city') });
    expect(installed(again.directory, 'city')).toMatchObject({ version: 1 });
    expect(await again.store.update(TOMORROW, anyTime())).toMatchObject({
      ok: true,
      value: { updated: ['city'] },
    });
    expect(await listsOf((await phone.start()).store)).toMatchObject(listOf('city', 2));
  });

  it('ST-2 is not shown where only the rows of the new one are lost: its file is there', async () => {
    await updatedToday();
    await phone.inDatabase(({ sections }) => sections.clear());
    expect(await listsOf((await phone.start()).store)).toMatchObject(listOf('city', 2));
  });

  it('ST-2 a newer app with a newer index still opens the list that is here, though its rows are lost', async () => {
    await phone.startWithCity();
    await phone.inDatabase(({ sections }) => sections.clear());
    const { store } = await phone.start(phone.second);
    expect(await listsOf(store)).toMatchObject(listOf('city'));
  });
});
