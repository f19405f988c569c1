import { readFileSync } from 'node:fs';
import type { EngineHost } from '../engines/engine-host.ts';
import { expect, test } from '../engines/engine-test.ts';
import {
  appIsReady,
  CARD_NAME,
  chooseRegion,
  hasReachedNeutralSite,
  isKeptOnPhone,
  isShown,
  lookForNewer,
  openGuide,
  showResults,
  soon,
  tab,
} from '../engines/steps.ts';
import type { Surface } from '../engines/surface.ts';

const NOTHING = { databases: [], caches: [], workers: 0, local: 0, cookie: '' };

/** Runs in a page of the site that has no script of the guide: everything that is kept here. */
async function keptHere() {
  return {
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    local: window.localStorage.length,
    cookie: document.cookie,
  };
}

async function whatIsKept(surface: Surface, host: EngineHost) {
  await surface.open(`${host.origin}/robots.txt`);
  return surface.evaluate(keptHere);
}

async function isErased(surface: Surface, host: EngineHost): Promise<void> {
  await surface.open(`${host.origin}/robots.txt`);
  await soon(() => surface.evaluate(keptHere), 'what is kept').toEqual(NOTHING);
}

async function useGuide(surface: Surface, host: EngineHost): Promise<void> {
  await openGuide(surface, host);
  await isKeptOnPhone(surface);
  await chooseRegion(surface, 'Kenya');
  await showResults(surface, 'stay');
}

async function erase(surface: Surface): Promise<void> {
  await tab(surface, 3);
  await surface.click({ css: '#main > .row-button', nth: 1 });
  await surface.click('#main section.notice .button');
}

test('TR-1 where the deployment asks first, a journey leaves nothing on the phone until she says yes', async ({
  surface,
  host,
}) => {
  const html = readFileSync('dist/guide/index.html', 'utf8').replace('data-keep="auto"', 'data-keep="ask"');
  for (const path of ['/', '/index.html']) host.site.put(path, html);
  await openGuide(surface, host);
  await chooseRegion(surface, 'Kenya');
  await showResults(surface, 'stay');
  await surface.click(CARD_NAME);
  await isShown(surface, '.service-section');
  await lookForNewer(surface);
  const second = await surface.newWindow();
  expect(await whatIsKept(second, host)).toEqual(NOTHING);
  await tab(surface, 0);
  await surface.click({ css: '#main .keep-line button', text: 'Keep the list on this phone' });
  await isKeptOnPhone(surface);
  expect(await whatIsKept(second, host)).toMatchObject({ databases: ['guide'], workers: 1, local: 0 });
});

test('TR-1 TR-8 one tap takes everything off the phone, and the guide goes on from memory', async ({
  surface,
  host,
}) => {
  await useGuide(surface, host);
  await tab(surface, 0);
  const second = await surface.newWindow();
  expect(await whatIsKept(second, host)).toMatchObject({ databases: ['guide'], workers: 1 });
  await surface.click({ css: '#main .keep-line button', text: 'keep anything' });
  await isShown(surface, { css: '#main .keep-line button', text: 'Keep the list on this phone' });
  await soon(() => second.evaluate(keptHere), 'what is kept').toEqual(NOTHING);
  await showResults(surface, 'stay');
  await surface.click(CARD_NAME);
  await isShown(surface, '.service-section');
});

test('TR-7 erasing blanks the page first, then asks the host, then leaves nothing', async ({
  surface,
  host,
}) => {
  await useGuide(surface, host);
  await tab(surface, 3);
  await surface.click({ css: '#main > .row-button', nth: 1 });
  const blank = await surface.evaluate(() => {
    document.querySelector<HTMLElement>('#main section.notice .button')?.click();
    return (
      document.querySelector('body > main[data-cover] table') !== null && !document.querySelector('#main')
    );
  });
  expect(blank).toBe(true);
  await hasReachedNeutralSite(surface, host);
  expect(host.seen().map(({ url }) => url)).toContain('/clear');
  await isErased(surface, host);
});

test('TR-8 a host that never answers does not keep anything from going', async ({ surface, host }) => {
  await useGuide(surface, host);
  host.site.answer('/clear', () => undefined);
  const second = await surface.newWindow();
  expect(await whatIsKept(second, host)).toMatchObject({ databases: ['guide'], workers: 1 });
  await erase(surface);
  await isShown(surface, 'body > main[data-cover]');
  await soon(() => surface.href()).toBe(host.cover);
  await soon(() => second.evaluate(keptHere), 'what is kept').toEqual(NOTHING);
});

test('TR-8 another window of the guide leaves too, and everything goes', async ({ surface, host }) => {
  const other = await surface.newWindow();
  await openGuide(other, host);
  await useGuide(surface, host);
  await erase(surface);
  await hasReachedNeutralSite(surface, host);
  await hasReachedNeutralSite(other, host);
  await isErased(surface, host);
});

test('TR-8 with a database that cannot be opened, everything else goes', async ({ surface, host }) => {
  host.runFirst(refuseDatabase);
  host.runFirstInWorker(refuseDatabase);
  await openGuide(surface, host);
  await isKeptOnPhone(surface);
  await erase(surface);
  await hasReachedNeutralSite(surface, host);
  await isErased(surface, host);
});

function refuseDatabase(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('no', 'UnknownError');
  };
}

test('EX-12 without a channel between windows the service worker tells the others', async ({
  surface,
  host,
}) => {
  host.runFirst(() => {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  });
  const other = await surface.newWindow();
  await openGuide(other, host);
  await isKeptOnPhone(other);
  await openGuide(surface, host);
  await isKeptOnPhone(surface);
  expect(await surface.evaluate(() => typeof BroadcastChannel)).toBe('undefined');
  await surface.click('.exit-bar');
  await hasReachedNeutralSite(surface, host);
  await hasReachedNeutralSite(other, host);
});

test('TR-7 after erasing, the guide opens again as on the first day', async ({ surface, host }) => {
  await useGuide(surface, host);
  await erase(surface);
  await hasReachedNeutralSite(surface, host);
  await openGuide(surface, host);
  await appIsReady(surface);
  await isShown(surface, '#main .first-notice');
});
