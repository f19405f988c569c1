import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { onlyInChromium, TOLD_ONCE, WHOLE_BROWSER } from '../browsers.ts';
import { appIsReady, chooseTile, isKeptOnPhone, openGuide, tab } from './journey.ts';
import { addressOfTheApp } from './leaving.ts';
import { openProfile } from './own-browser.ts';
import { arriveAt, expect, type TownHost, test } from './test-town.ts';
import { wholeTour } from './tour.ts';
import { watchPages } from './watched-page.ts';

// What the browser around the guide may keep, and what the guide may ask it to keep.

const SEARCHED = 'zzsearchmarker';
const TOWN = 'zztownmarker';
const CONTROL = 'zzcontrolmarker';

test('TR-12 words that she typed are in none of the browser’s own stores of forms, though she pressed Enter', {
  ...onlyInChromium('the story reads the files of its profile', WHOLE_BROWSER),
}, async ({ host }) => {
  const folder = mkdtempSync(join(tmpdir(), 'typed-'));
  const { origin } = host.site;
  const context = await openProfile(folder);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(origin);
  await appIsReady(page);
  await chooseTile(page, 'stay');
  await page
    .locator('#main .row-button', { hasText: /^(Test Town|Sample City)/ })
    .first()
    .click();
  await type(page, TOWN);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: 'Show services' }).click();
  await page.locator('.card').first().waitFor();
  await type(page, SEARCHED);
  await page.reload();
  await appIsReady(page);
  await controlForm(page, host.site.origin.replace('localhost', '127.0.0.1'), host);
  await context.close();
  const profile = join(folder, 'Default');
  // The store is looked into rightly: what was typed into an ordinary form is there.
  expect(storesNaming(profile, CONTROL)).not.toEqual([]);
  expect(storesNaming(profile, SEARCHED)).toEqual([]);
  expect(storesNaming(profile, TOWN)).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

test('TR-16 the phone is asked to keep things only by the tap that says so', async ({ page, context }) => {
  const uses = await watchPages(context);
  await arriveAt(page, 'stay');
  await isKeptOnPhone(page);
  await page.reload();
  await appIsReady(page);
  await tab(page, 3);
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.getByRole('button', { name: 'Español' }).click();
  await page.locator('#main .chip[lang=en]').click();
  await page.locator('#main .chip[lang=en][aria-pressed=true]').waitFor();
  expect(uses).toEqual([]);
  await page.getByRole('button', { name: 'Remember these on this phone' }).click();
  await expect.poll(() => uses).toEqual([{ kind: 'permission', what: 'persist' }]);
  // The next time, remembering what is remembered asks nothing.
  await page.reload();
  await appIsReady(page);
  await tab(page, 3);
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true');
  expect(uses.length).toBe(1);
});

test('TR-16 a browser without a store to ask has the whole guide all the same', { tag: TOLD_ONCE }, async ({
  page,
  host,
}) => {
  const without = (scope: string) =>
    `Object.defineProperty(${scope}.prototype,'storage',{get:()=>undefined});`;
  const worker = workerOf(await addressOfTheApp(page));
  host.changeScript(worker, { before: without('WorkerNavigator') });
  await page.addInitScript(without('Navigator'));
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await openGuide(page);
  expect(await page.evaluate(() => typeof navigator.storage)).toBe('undefined');
  await wholeTour(page, async () => undefined);
  await isKeptOnPhone(page);
  await page.reload();
  await appIsReady(page);
  expect(errors).toEqual([]);
  expect(host.asked(worker)).toBeGreaterThan(0);
});

test('TR-17 the manifest says no more than what the page is called and looks like', () => {
  const manifest = JSON.parse(readFileSync('dist/guide/manifest.webmanifest', 'utf8')) as object;
  const allowed = ['name', 'short_name', 'start_url', 'scope', 'id', 'display', 'icons'];
  allowed.push('background_color', 'theme_color', 'lang', 'dir', 'description');
  expect(Object.keys(manifest).filter((key) => !allowed.includes(key))).toEqual([]);
});

test('TR-17 the worker that stays behind wakes for nothing but the page itself', async ({ page, host }) => {
  const wakes =
    'push|pushsubscriptionchange|notificationclick|notificationclose|sync|periodicsync|backgroundfetch\\w*|canmakepayment|paymentrequest|contentdelete';
  const worker = readFileSync('dist/guide/sw.js', 'utf8');
  expect(worker).not.toMatch(new RegExp(`["'\`](${wakes})["'\`]|\\bon(${wakes})\\b`));
  expect(worker).not.toMatch(
    /showNotification|registration\.(sync|periodicSync|backgroundFetch)|setAppBadge/,
  );
  // As it runs: one that asked for such a wake would fail to install here.
  host.changeScript('/sw.js', {
    before: `const add=self.addEventListener.bind(self);self.addEventListener=(type,...rest)=>{
      if(/^(${wakes})$/.test(type))throw new Error(type);heard.push(type);return add(type,...rest)};
      const heard=[];add('message',({data,ports})=>data==='heard'&&ports[0].postMessage(heard));`,
  });
  await openGuide(page);
  await isKeptOnPhone(page);
  const heard = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data as string[]);
        navigator.serviceWorker.controller?.postMessage('heard', [port2]);
      }),
  );
  expect([...new Set(heard)].sort()).toEqual(['activate', 'fetch', 'install', 'message']);
});

/** By the keys, one after the other, as a person does: what is filled in at once no browser takes for typing. */
async function type(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').click();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
}

/** A form like any other on another site, filled in and sent. */
async function controlForm(page: Page, origin: string, host: TownHost): Promise<void> {
  host.site.answer(
    '/form',
    (_request, response) =>
      void response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(
          '<form action="/robots.txt"><input id="q" name="comment" type="text"><button>Go</button></form>',
        ),
  );
  await page.goto(`${origin}/form`);
  await page.locator('#q').click();
  await page.keyboard.type(CONTROL);
  await page.keyboard.press('Enter');
  await page.waitForURL(/robots/);
  await page.waitForTimeout(1000);
}

/** Files of the browser that hold what was typed into forms, and bear the marker in either of its spellings. */
function storesNaming(profile: string, marker: string): string[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .filter((name) =>
      /^(Web Data|Account Web Data|Login Data|Network Action Predictor|Top Sites|Shortcuts)/.test(name),
    )
    .filter((name) => {
      const bytes = readFileSync(join(profile, name));
      return bytes.includes(marker) || bytes.includes(Buffer.from(marker, 'utf16le'));
    });
}

/** The search worker's script, as the app's own script names it. */
function workerOf(app: string): string {
  const scripts = [...readFileSync(`dist/guide${app}`, 'utf8').matchAll(/["'`](\/assets\/[\w-]+\.js)["'`]/g)];
  return scripts[0]?.[1] ?? '';
}
