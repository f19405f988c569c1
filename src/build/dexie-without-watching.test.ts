import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Dexie as DexieClass } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, expect, test, vi } from 'vitest';
import { withoutWatching } from './dexie-without-watching.ts';

const whole = readFileSync('node_modules/dexie/dist/modern/dexie.mjs', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'dexie-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllGlobals();
});

const opened: string[] = [];
const said: unknown[] = [];

/** Writes as the store does, with channels between windows that are listened to. */
async function writeWith(name: string, text: string): Promise<unknown[]> {
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      constructor(channel: string) {
        opened.push(channel);
      }
      postMessage(message: unknown): void {
        said.push(message);
      }
    },
  );
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, text);
  const { Dexie } = (await import(pathToFileURL(path).href)) as { Dexie: typeof DexieClass };
  const database = new Dexie(name, { indexedDB: new IDBFactory(), IDBKeyRange });
  database.version(1).stores({ sections: '[sha256+name], sha256' });
  database.version(2).stores({ kept: 'id' });
  const sections = database.table('sections');
  await database.open();
  await database.transaction('rw', sections, async () => {
    await sections.bulkPut([1, 2, 3].map((at) => ({ sha256: 'a', name: `s${at}`, at })));
    await sections.put({ sha256: 'b', name: 's1', at: 4 });
    await sections.where('sha256').equals('b').delete();
    await sections.delete(['a', 's3']);
  });
  const left = await sections.where('sha256').equals('a').toArray();
  const undone = database.transaction('rw', sections, async () => {
    await sections.clear();
    throw new Error('on purpose');
  });
  await expect(undone).rejects.toThrow('on purpose');
  expect(await sections.count()).toBe(2);
  expect(await sections.get(['a', 's2'])).toEqual(left[1]);
  database.close();
  return left;
}

test('without its watching Dexie does what it did, and tells no other window what was written', async () => {
  const before = await writeWith('whole', whole);
  await vi.waitFor(() => expect(said.length).toBeGreaterThan(0));
  expect(opened.length).toBe(1);
  opened.length = 0;
  said.length = 0;
  expect(await writeWith('quiet', withoutWatching(whole))).toEqual(before);
  expect({ opened, said }).toEqual({ opened: [], said: [] });
});

test('a Dexie that is written otherwise stops the build and says where to look', () => {
  expect(() => withoutWatching(whole.replace('this.use(cacheMiddleware);', ''))).toThrow(
    'at this.use(cacheMiddleware);',
  );
});
