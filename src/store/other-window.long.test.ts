import { describe, expect, it } from 'vitest';
import { anyTime, listOf, listsOf, NOW, preparePhone, TOMORROW } from '../../tests/fixtures/phone.ts';

const phone = preparePhone();
/** What Dexie writes for the first version of ours. */
const FIRST_SCHEMA = 10;

/** A window of an older app, which holds the database open and hears nothing. */
function oldWindow(version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('guide', version);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** Whether everything can be erased now, and nobody has to be waited for. */
function isErased(): Promise<boolean> {
  return new Promise((resolve) => {
    const erasing = indexedDB.deleteDatabase('guide');
    erasing.onsuccess = () => resolve(true);
    erasing.onblocked = () => setTimeout(() => resolve(false), 1000);
  });
}

describe('ST-6 another window', () => {
  it('ST-6 that wants the database gone gets it at once; what is open here goes on from memory', async () => {
    const store = await phone.startWithCity();
    expect(await isErased()).toBe(true);
    expect(await listsOf(store)).toEqual({ ...listOf('world'), ...listOf('city') });
  });

  it('ST-6 that wants a newer database gets it at once', async () => {
    const store = await phone.startWithCity();
    const newer = await oldWindow(1000);
    expect(newer.version).toBe(1000);
    expect(await listsOf(store)).toEqual({ ...listOf('world'), ...listOf('city') });
    newer.close();
  });

  it('ST-6 of an older app that does not close it: after three seconds it goes on from memory, and says so', async () => {
    await phone.startWithCity();
    phone.publish(phone.second);
    const { store: earlier } = await phone.start();
    await earlier.update(TOMORROW, anyTime());
    await earlier.letGo();
    await new Promise((resolve) => Object.assign(indexedDB.deleteDatabase('guide'), { onsuccess: resolve }));
    const old = await oldWindow(FIRST_SCHEMA);
    const began = Date.now();
    const { store, directory } = await phone.start();
    expect(Date.now() - began).toBeGreaterThanOrEqual(2900);
    expect(directory).toMatchObject({ keeps: true, isSaved: false });
    expect(await listsOf(store)).toEqual({ ...listOf('world'), ...listOf('city', 2) });
    expect(await store.remember(null, NOW)).toMatchObject({ ok: false });
    // Nor does it come back later and stand in the way.
    old.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await isErased()).toBe(true);
  });
});
