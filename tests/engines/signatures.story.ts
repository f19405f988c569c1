import { listingOf } from '../fixtures/listing-of.ts';
import { type EngineHost, signatureScript } from './engine-host.ts';
import { expect, test } from './engine-test.ts';
import {
  appIsReady,
  chooseRegion,
  isKeptOnPhone,
  lookForNewer,
  openGuide,
  resultsOf,
  showResults,
  soon,
} from './steps.ts';
import type { Engine } from './surface.ts';

const PLACE = { id: 'sample', name: 'Testland' };
const named = (name: string) => listingOf({ name, needs: ['live.basics'] });

/** As browsers are that came before Ed25519: the key is refused, whatever it is for. */
function withoutEd25519(): void {
  const real = SubtleCrypto.prototype.importKey as (...given: unknown[]) => Promise<CryptoKey>;
  const importKey = function (this: SubtleCrypto, ...given: unknown[]) {
    const algorithm = given[2] as string | { name: string };
    if ((typeof algorithm === 'string' ? algorithm : algorithm.name) !== 'Ed25519')
      return real.apply(this, given);
    void fetch('/told', { method: 'POST', body: 'refused' });
    return Promise.reject(new DOMException('no such algorithm', 'NotSupportedError'));
  };
  Object.assign(SubtleCrypto.prototype, { importKey });
}

test('SG-12 without Ed25519 in the browser every list is judged as with it, and a forged index is refused', async ({
  engine,
  host,
}) => {
  const withIt = await verdicts(engine, host);
  expect(host.told).toEqual([]);
  host.site.restore('/data/index.json');
  host.site.restore('/data/index.json.sig');
  host.runFirstInWorker(withoutEd25519);
  const without = await verdicts(engine, host);
  // The browser was asked, and refused: it was not its verdict that was taken.
  expect(host.told.length).toBeGreaterThan(3);
  expect(without).toEqual(withIt);
  expect(withIt).toEqual({
    installed: { title: expect.any(String), names: ['First edition'] },
    forged: expect.stringMatching(/damaged/),
    afterForged: { title: expect.any(String), names: ['First edition'] },
    newer: '1 list is new.',
    afterNewer: { title: expect.any(String), names: ['Second edition'] },
  });
});

test('SG-12 a browser without Ed25519 keeps what it checks signatures with, and opens without a network; no other fetches it', async ({
  engine,
  host,
}) => {
  const fetched = () => host.seen().some(({ url }) => url === signatureScript());
  host.keepOutOfBrowserCache(signatureScript());
  const newer = await engine.open();
  await openGuide(newer, host);
  await isKeptOnPhone(newer);
  await chooseRegion(newer, 'Kenya');
  await newer.close();
  expect(fetched()).toBe(false);
  host.runFirstInWorker(withoutEd25519);
  host.runFirstInServiceWorker(withoutEd25519);
  const older = await engine.open();
  await openGuide(older, host);
  await isKeptOnPhone(older);
  await chooseRegion(older, 'Kenya');
  await showResults(older, 'stay');
  const before = await resultsOf(older);
  expect(fetched()).toBe(true);
  await host.site.close();
  await older.open(host.guide);
  await appIsReady(older);
  await showResults(older, 'stay');
  await soon(() => resultsOf(older)).toEqual(before);
  await older.close();
});

/** What a phone that has never been here makes of a signed list, a forged index, and a signed newer one. */
async function verdicts(engine: Engine, host: EngineHost) {
  const surface = await engine.open();
  await host.site.publish([{ ...PLACE, listings: [named('First edition')] }]);
  await openGuide(surface, host);
  await lookForNewer(surface);
  await chooseRegion(surface, PLACE.name);
  await showResults(surface, 'live');
  const installed = await resultsOf(surface);
  const { files } = await host.site.publish([{ ...PLACE, listings: [named('Second edition')] }]);
  const index = files.get('/data/index.json') ?? new Uint8Array();
  // One letter of what was signed is another one.
  host.site.put('/data/index.json', Buffer.from(index).toString().replace(PLACE.name, 'Testlane'));
  const forged = await lookForNewer(surface);
  await showResults(surface, 'live');
  const afterForged = await resultsOf(surface);
  host.site.put('/data/index.json', index);
  const newer = await lookForNewer(surface);
  await showResults(surface, 'live');
  const afterNewer = await resultsOf(surface);
  await surface.close();
  return { installed, forged, afterForged, newer, afterNewer };
}
