import { onceUnless } from '../browsers.ts';
import { expect, test } from './engine-test.ts';
import {
  appIsReady,
  CARD_NAME,
  chooseRegion,
  isKeptOnPhone,
  isShown,
  openGuide,
  resultsOf,
  showResults,
  soon,
} from './steps.ts';

const NOT_SAVED = 'This phone did not let us save the list.';

/** What is emptied; nothing named means that the database itself is gone. */
const LOSSES: Readonly<Record<string, readonly string[]>> = {
  'every row': ['generations', 'sections'],
  'the parts of the lists': ['sections'],
  'the whole database': [],
};

/** Runs in the page: as a browser does that has lost what was kept, and says nothing. */
async function lose(stores: readonly string[]): Promise<void> {
  const done = <Event>(request: { onsuccess: Event; onerror: Event }) =>
    new Promise((resolve, reject) => Object.assign(request, { onsuccess: resolve, onerror: reject }));
  if (stores.length === 0) {
    await done(indexedDB.deleteDatabase('guide'));
    return;
  }
  const opening = indexedDB.open('guide');
  await done(opening);
  const transaction = opening.result.transaction(stores, 'readwrite');
  for (const store of stores) transaction.objectStore(store).clear();
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = reject;
  });
  opening.result.close();
}

for (const [what, stores] of Object.entries(LOSSES))
  test(
    `ST-4 a phone that has lost ${what} shows the same list again, without a network`,
    onceUnless(what === 'the whole database'),
    async ({ surface, host }) => {
      await openGuide(surface, host);
      await chooseRegion(surface, 'Kenya');
      await showResults(surface, 'stay');
      const before = await resultsOf(surface);
      await isKeptOnPhone(surface);
      // A page of the same host on which nothing of the guide runs.
      await surface.open(`${host.origin}/robots.txt`);
      await surface.evaluate(lose, stores);
      await host.site.close();
      await surface.open(host.guide);
      await appIsReady(surface);
      await showResults(surface, 'stay');
      await soon(() => resultsOf(surface)).toEqual(before);
      await surface.click(CARD_NAME);
      await isShown(surface, '.service-section');
      expect(await surface.count({ css: '.notice', text: NOT_SAVED })).toBe(0);
    },
  );

/** Storage that fails, each put before the worker's own script. */
const FAULTS: Readonly<Record<string, () => void>> = {
  'is not there': () => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  },
  'is refused': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  },
  'fails to open': () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget() as IDBOpenDBRequest;
      Object.defineProperty(request, 'error', { value: new DOMException('broken', 'UnknownError') });
      setTimeout(() => {
        const event = new Event('error', { cancelable: true });
        request.dispatchEvent(event);
        request.onerror?.(event);
      });
      return request;
    };
  },
  'never answers': () => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  },
};

for (const [how, fault] of Object.entries(FAULTS))
  test(
    `ST-5 a phone whose storage ${how} finds services from memory, and says that nothing is kept`,
    onceUnless(how === 'never answers' || how === 'is refused'),
    async ({ surface, host }) => {
      host.runFirstInWorker(fault);
      await openGuide(surface, host);
      await isShown(surface, { css: '.notice', text: NOT_SAVED });
      await chooseRegion(surface, 'Kenya');
      await showResults(surface, 'stay');
      expect((await resultsOf(surface)).names.length).toBeGreaterThan(3);
      await surface.click(CARD_NAME);
      await isShown(surface, '.service-section');
      await isShown(surface, { css: '.notice', text: NOT_SAVED });
      // Nothing was kept: a page of the same host on which nothing of the guide runs finds no list.
      await surface.open(`${host.origin}/robots.txt`);
      const kept = await surface.evaluate(async () => (await indexedDB.databases()).length);
      expect(kept).toBe(0);
      // And it is so again the next time, not broken by the first.
      await openGuide(surface, host);
      await isShown(surface, { css: '.notice', text: NOT_SAVED });
    },
  );
