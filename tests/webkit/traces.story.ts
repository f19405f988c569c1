import { expect, test } from '../engines/engine-test.ts';
import {
  appIsReady,
  chooseRegion,
  everyScreen,
  isKeptOnPhone,
  lookForNewer,
  openGuide,
  soon,
} from '../engines/steps.ts';
import type { Surface } from '../engines/surface.ts';
import { tellingWordsIn } from '../fixtures/wordlist.ts';
import { deployment } from '../stories/leaving.ts';

interface Trapped {
  readonly tried: string[];
}
const triedOn = (surface: Surface) => surface.evaluate(() => (window as unknown as Trapped).tried.splice(0));

test('TR-2 nothing is written where it cannot be erased, though the browser would let it', async ({
  surface,
  host,
}) => {
  host.runFirst(refuseOldStorage);
  await openGuide(surface, host);
  await everyScreen(surface, async () => undefined);
  await isKeptOnPhone(surface);
  expect(await triedOn(surface)).toEqual([]);
  await surface.reload();
  await appIsReady(surface);
  expect(await triedOn(surface)).toEqual([]);
  // The traps are set.
  await surface.evaluate(() => {
    const { localStorage: local, sessionStorage: session } = window;
    const writes = [
      () => local.setItem('a', 'b'),
      () => session.setItem('a', 'b'),
      () => Object.assign(document, { cookie: 'a=b' }),
      () => navigator.storage?.getDirectory?.(),
    ];
    for (const write of writes) {
      try {
        write();
      } catch {
        // Refused, as it should be.
      }
    }
  });
  const hasFiles = await surface.evaluate(() =>
    Boolean(navigator.storage && StorageManager.prototype.getDirectory),
  );
  expect(await triedOn(surface)).toEqual([
    'setItem',
    'setItem',
    'cookie',
    ...(hasFiles ? ['getDirectory'] : []),
  ]);
  // And what a trap would miss is found by a page without them.
  await surface.open(`${host.origin}/robots.txt`);
  expect(await surface.evaluate(leftBehind)).toEqual({ local: 0, session: 0, cookie: '' });
  await surface.evaluate(() => {
    window.localStorage.past = 'the trap';
  });
  expect(await surface.evaluate(leftBehind)).toMatchObject({ local: 1 });
});

function refuseOldStorage(): void {
  const tried: string[] = [];
  Object.assign(window, { tried });
  const refuse = (what: string) => {
    tried.push(what);
    throw new Error(`${what} is refused`);
  };
  Storage.prototype.setItem = () => refuse('setItem');
  Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => refuse('cookie') });
  // The browser's own files (OPFS), where it has them.
  if (navigator.storage && StorageManager.prototype.getDirectory)
    StorageManager.prototype.getDirectory = () => refuse('getDirectory');
}

/** Runs in the page. */
function leftBehind() {
  return {
    local: window.localStorage.length,
    session: window.sessionStorage.length,
    cookie: document.cookie,
  };
}

test('TR-4 what the phone keeps, and every screen, has neutral names', async ({ surface, host }) => {
  await openGuide(surface, host);
  const names = new Set<string>();
  await everyScreen(surface, async () => {
    names.add(await surface.evaluate(() => `${document.title} ${location.pathname}${location.hash}`));
  });
  expect([...names]).toEqual([`${deployment.neutral_name} /`]);
  await chooseRegion(surface, 'Kenya');
  await lookForNewer(surface);
  await isKeptOnPhone(surface);
  await soon(() => surface.evaluate(namesInStorage)).toEqual({
    databases: { guide: ['generations', 'kept', 'sections', 'settings'] },
    caches: ['files', expect.stringMatching(/^shell-[0-9a-f]{12}$/)],
    workers: [`${host.guide}sw.js`],
  });
  const addresses = await surface.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  });
  expect(addresses).toEqual(expect.arrayContaining(['/index.html', '/cover/index.html', '/data/index.json']));
  expect(addresses.flatMap(tellingWordsIn)).toEqual([]);
});

/** Runs in the page. */
async function namesInStorage() {
  const databases: Record<string, string[]> = {};
  for (const { name = '' } of await indexedDB.databases()) {
    databases[name] = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => {
        resolve([...request.result.objectStoreNames].sort());
        request.result.close();
      };
      request.onerror = () => reject(request.error);
    });
  }
  const workers = await navigator.serviceWorker.getRegistrations();
  return {
    databases,
    caches: (await caches.keys()).sort(),
    workers: workers.map(({ active }) => active?.scriptURL),
  };
}
