import { deflateRawSync } from 'node:zlib';
import { test as base, expect } from '@playwright/test';
import { encodeQR } from 'qr';
import { DESK_HEADERS } from '../../src/cli/security-headers.ts';
import { staticSite } from '../../src/cli/static-site.ts';
import { toBase45 } from '../../src/core/hand-over/base45.ts';
import { crc16 } from '../../src/core/hand-over/bytes.ts';
import type { HandedContact } from '../../src/core/hand-over/contacts.ts';
import { writeContactList, writeMarks } from '../../src/core/hand-over.ts';
import { onlyInChromium } from '../browsers.ts';
import { openSampleCity, typeAndChoose } from '../desk/desk-site.ts';
import { sampleListings } from '../unit/region-files.ts';
import { cameraNow, FakeCamera, holdBeforeCamera } from './fake-camera.ts';
import { isKeptOnPhone, loseNetwork, openGuide, tab } from './journey.ts';
import { askFirst, everyByteKept } from './kept-here.ts';
import { openReceive, PHONE, pictureOf, scanNow, visitOnce } from './receiving.ts';
import { TestSite } from './test-site.ts';

// A list that somebody shows on another screen (S15): a camera that starts by a tap alone, no network, and nothing kept but
// by Keep. The camera is one of Chromium's own, which plays a film.

const CAMERA = onlyInChromium('no other browser here has a camera that plays a film');

interface Fixtures {
  site: TestSite;
  camera: FakeCamera;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are used
  site: async ({}, use) => {
    const site = await TestSite.open();
    await use(site);
    await site.close().catch(() => undefined);
  },
  // biome-ignore lint/correctness/noEmptyPattern: likewise
  camera: async ({}, use) => {
    const camera = new FakeCamera();
    await use(camera);
    camera.clear();
  },
});

const deflate = async (bytes: Uint8Array) => new Uint8Array(deflateRawSync(bytes));
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function wholeCode(contacts: readonly HandedContact[], listDay = daysAgo(8)): Promise<string> {
  const written = await writeContactList({ contacts, listDay }, deflate);
  if (!written.ok) throw new Error('tests: no code was written');
  return written.value;
}

function codeOfIds(ids: readonly string[]): string {
  const written = writeMarks(ids, ids);
  if (!written.ok) throw new Error('tests: no code was written');
  return written.value;
}

/** Some days ago, as the format counts days. */
const LIST_DAY = ((days: number) => [days >> 8, days & 0xff])(
  Math.floor((Date.now() - Date.UTC(2020, 0, 1)) / 86_400_000) - 5,
);

/** A whole text around any body, with its check. */
function framed(...body: number[]): string {
  const check = crc16(Uint8Array.from(body));
  return `W1:${toBase45(Uint8Array.of(...body, check >> 8, check & 0xff))}`;
}

const CONTACTS: readonly HandedContact[] = [
  {
    name: 'Jo',
    number: '+442079460101',
    way: 'call',
    hours: { kind: 'weekly', stretches: [{ days: ['MO', 'TU', 'WE', 'FR'], opens: 540, closes: 1020 }] },
  },
  {
    name: 'Nour \u0645\u0644\u062c\u0623',
    number: { code: '1195', country: 'KE' },
    way: 'call',
    hours: { kind: 'always' },
  },
  { name: 'Sam', number: '+12125550123', way: 'text', hours: { kind: 'unknown' } },
];

test(
  'S15 a list of services that the phone has is read offline, shown as cards, and kept by Keep alone',
  CAMERA,
  async ({ site, camera }) => {
    const browser = await camera.open();
    const { page, asked } = await visitOnce(browser, site);
    const services = sampleListings().slice(10, 13);
    camera.show(codeOfIds(services.map(({ id }) => id)));
    const before = await page.evaluate(everyByteKept);

    await openReceive(page);
    await expect(page.getByText('The picture stays on this phone.')).toBeVisible();
    expect(await cameraNow(page)).toEqual({ asked: [], given: 0, running: 0 });
    await scanNow(page);
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toHaveText('Someone shared 3 services with you');
    await expect(title).toBeFocused();
    // The picture alone, of the camera at the back, and off as soon as it was read.
    const { asked: wishes, running } = await cameraNow(page);
    expect(wishes.map((wish) => JSON.parse(wish))).toEqual([
      { audio: false, video: expect.objectContaining({ facingMode: 'environment' }) },
    ]);
    expect(running).toBe(0);
    await expect(page.locator('.card .card-name')).toHaveText(services.map(({ name }) => name));
    await expect(page.getByText('comes from the list on this phone')).toBeVisible();
    await expect(page.getByText('Nothing is kept yet.')).toBeVisible();

    // A card opens as any card, and Back leads to the list again; left, it is gone.
    await page.locator('.card-name').first().click();
    await expect(title).toHaveText(services[0]?.name ?? '');
    await page.locator('.bar .back').click();
    await expect(title).toHaveText('Someone shared 3 services with you');
    await page.locator('.bar .back').click();
    await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
    expect(await page.evaluate(everyByteKept)).toEqual(before);

    await openReceive(page);
    await scanNow(page);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByText('They are in Saved now.')).toBeVisible();
    await page.getByRole('button', { name: 'Go to Saved' }).click();
    await expect(page.locator('.card .card-name')).toHaveText(services.map(({ name }) => name));
    // In memory, as anything that is saved.
    expect(await page.evaluate(everyByteKept)).toEqual(before);
    expect(await page.evaluate(() => [window.localStorage.length, window.sessionStorage.length])).toEqual([
      0, 0,
    ]);
    expect(await page.evaluate(() => [history.length, history.state])).toEqual([2, null]);
    expect(asked).toEqual([]);
    await browser.close();
  },
);

test(
  'S15 a whole list is names, numbers and hours, each with its warning before it can be called, and cannot be kept',
  CAMERA,
  async ({ site, camera }) => {
    const browser = await camera.open();
    const { page, asked } = await visitOnce(browser, site, false);
    camera.show(await wholeCode(CONTACTS));
    const before = await page.evaluate(everyByteKept);
    await openReceive(page);
    await scanNow(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Someone shared 3 services with you');
    await expect(page.getByText('We did not check them.')).toBeVisible();
    await expect(page.getByText('so they cannot be kept')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keep', exact: true })).toHaveCount(0);
    const cards = page.locator('.card');
    await expect(cards.locator('h2')).toHaveText(CONTACTS.map(({ name }) => name));
    await expect(cards.nth(0)).toContainText('+442079460101');
    await expect(cards.nth(0)).toContainText('Monday – Wednesday, Friday: 09:00 to 17:00');
    await expect(cards.nth(1)).toContainText('24 hours, every day');
    await expect(cards.nth(2)).toContainText('Hours not known');
    // No number can be tapped before its warning was in sight.
    await expect(page.locator('#main a[href]:not([data-exit])')).toHaveCount(0);
    const links = ['tel:+442079460101', 'tel:1195', 'sms:+12125550123'];
    for (const [at, link] of links.entries()) {
      await cards.nth(at).getByRole('button', { name: 'Contact' }).click();
      const sheet = page.getByRole('dialog');
      await expect(sheet.locator('.trace')).toBeVisible();
      await expect(sheet.locator('a.button')).toHaveAttribute('href', link);
      await expect(sheet.getByText('Leave now')).toBeVisible();
      if (at === 1) await expect(sheet).toContainText('Kenya');
      await sheet.getByRole('button', { name: 'Close' }).click();
    }
    expect(await page.evaluate(everyByteKept)).toEqual(before);
    await page.locator('.bar .back').click();
    await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
    expect(asked).toEqual([]);
    await browser.close();
  },
);

test(
  'S15 CT-7 whatever else a code says opens nothing, and is told with what to do next',
  CAMERA,
  async ({ site, camera }) => {
    const browser = await camera.open();
    const { page, asked } = await visitOnce(browser, site);
    const before = await page.evaluate(everyByteKept);
    const shared = sampleListings()
      .slice(0, 2)
      .map(({ id }) => id);
    const foreign = (text: string) => encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
    const codes: readonly (readonly [string | boolean[][], RegExp])[] = [
      [foreign('https://example.org/?q=1'), /another kind of code\. Nothing was opened/],
      [foreign('tel:+442079460101'), /another kind of code/],
      ['javascript:alert(1)', /another kind of code/],
      ['W2:ABC', /needs a newer version of this page/],
      ['W0:ABC', /too old/],
      [await wholeCode(CONTACTS, daysAgo(366)), /too old\. Numbers in it may be wrong\. Ask for a new one/],
      ['W1:ABC', /could not be read to its end\. Scan it once more/],
      // A number that costs its caller dearly, one that runs a command, a name that turns text round.
      [
        framed(0x20, ...LIST_DAY, 1, 0, 1, 0x41, 12, 0x44, 0x90, 0x61, 0x23, 0x45, 0x67, 0),
        /could not be read to its end/,
      ],
      [framed(0x20, ...LIST_DAY, 1, 0, 1, 0x41, 4, 0xa1, 0x2b, 0), /could not be read to its end/],
      [framed(0x20, ...LIST_DAY, 1, 0, 3, 0xe2, 0x80, 0xae, 0, 0), /could not be read to its end/],
      [codeOfIds(['fffffff0-0000-4000-8000-000000000000']), /not on this phone\. Get the list of that place/],
    ];
    await openReceive(page);
    for (const [code, words] of codes) {
      camera.show(code);
      await scanNow(page);
      const said = page.locator('#main .camera + [role=status]');
      await expect(said, String(words)).toHaveText(words);
      expect((await cameraNow(page)).running, String(words)).toBe(0);
      await expect(page.getByRole('heading', { level: 1, name: 'Receive a list' })).toBeVisible();
    }
    expect((await cameraNow(page)).asked).toHaveLength(codes.length);
    // With one of two missing, the other is shown and the missing one counted.
    camera.show(codeOfIds([...shared, 'fffffff0-0000-4000-8000-000000000000']));
    await scanNow(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Someone shared 3 services with you');
    await expect(page.locator('#main > .notice')).toHaveText(/^1 of them is not in the lists on this phone/);
    await expect(page.locator('.card')).toHaveCount(2);
    expect(await page.evaluate(everyByteKept)).toEqual(before);
    expect(page.context().pages()).toHaveLength(1);
    expect(asked).toEqual([]);
    await browser.close();
  },
);

test(
  'S15 a camera that is not allowed, or not there, is told in words, and the next step with it',
  CAMERA,
  async ({ site, camera }) => {
    const browser = await camera.open('deny');
    const { page, asked } = await visitOnce(browser, site, false);
    await openReceive(page);
    await scanNow(page);
    const said = page.locator('#main .camera + [role=status]');
    await expect(said).toHaveText(/may not be used here\. You can allow it.*Or ask for paper/);
    const answers = [
      ['NotFoundError', /found no camera/],
      ['NotReadableError', /Another app has the camera/],
    ] as const;
    for (const [name, words] of answers) {
      await page.evaluate((problem) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', problem));
      }, name);
      await scanNow(page);
      await expect(said).toHaveText(words);
    }
    await page.evaluate(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
    await scanNow(page);
    await expect(said).toHaveText(/found no camera/);
    expect(asked).toEqual([]);
    await browser.close();
  },
);

test(
  'S15 EX-4 the camera is off as soon as the screen is left, the page hidden, or she leaves, with no network too',
  CAMERA,
  async ({ site, camera }) => {
    const browser = await camera.open();
    const { page } = await visitOnce(browser, site, false);
    const start = async () => {
      await openReceive(page);
      await scanNow(page);
      await expect(page.getByText('the whole code is in the square')).toBeVisible();
      expect((await cameraNow(page)).running).toBe(1);
    };
    const isOff = async () => expect((await cameraNow(page)).running).toBe(0);
    await start();
    await page.getByRole('button', { name: 'Stop the camera' }).click();
    await isOff();
    await start();
    await page.locator('.bar .back').click();
    await isOff();
    await start();
    await tab(page, 2);
    await isOff();
    await start();
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
      Reflect.deleteProperty(document, 'visibilityState');
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await isOff();
    await expect(page.getByText('The camera stopped when this page was out of sight.')).toBeVisible();
    // By the keyboard, where nothing answers for the cover: the page itself stays, and so would its camera.
    await page.evaluate(() =>
      navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => one.unregister())),
    );
    await start();
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    await expect(page.locator('[data-cover]')).toBeVisible();
    // The same document still: its camera was asked for five times.
    expect(await cameraNow(page)).toMatchObject({ given: 5, running: 0 });
    await browser.close();
  },
);

test(
  'C5 S15 what a desk shows is read by a phone, both without a network',
  CAMERA,
  async ({ site, camera }) => {
    const browser = await camera.open();
    const deskSite = await TestSite.open(staticSite('dist/casework', DESK_HEADERS));
    const wide = { ...PHONE, viewport: { width: 1280, height: 800 } };
    const deskContext = await browser.newContext({ ...wide, baseURL: deskSite.origin });
    const desk = await deskContext.newPage();
    await openSampleCity(desk);
    await isKeptOnPhone(desk);
    await loseNetwork(deskContext, deskSite);
    await desk.keyboard.press('n');
    await typeAndChoose(desk, 'Safe house');
    const rows = desk.getByRole('grid', { name: 'Services', exact: true }).getByRole('row');
    for (const at of [0, 1, 2, 3])
      await rows
        .nth(at)
        .getByRole('button', { name: /^Put on the shortlist/ })
        .click();
    await expect(desk.locator('.shortlist-item bdi')).toHaveCount(4);
    const names = await desk.locator('.shortlist-item bdi').allTextContents();
    const { page, asked } = await visitOnce(browser, site);
    await desk.getByRole('button', { name: 'Code', exact: true }).click();
    for (const choice of ['Their phone has this list', 'Any phone']) {
      await desk.getByText(choice, { exact: true }).click();
      await desk.getByRole('button', { name: 'Show the code' }).click();
      camera.show(await pictureOf(desk.getByRole('img', { name: 'Code with 4 services' })));
      await openReceive(page);
      await scanNow(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Someone shared 4 services with you');
      const shown = page.locator('.card :is(.card-name, h2 > bdi)');
      await expect(shown).toHaveText(choice === 'Any phone' ? ['Jo', 'Sam', 'Kim', 'Alex'] : names);
    }
    expect(asked).toEqual([]);
    await browser.close();
  },
);

test('S15 NW-6 on a phone that keeps nothing, what reads a code is there before anybody opens the screen', async ({
  page,
  site,
}) => {
  askFirst(site);
  await openGuide(page, site.origin);
  await page.waitForLoadState('networkidle');
  const before = site.seen.length;
  await openReceive(page);
  await holdBeforeCamera(page, await wholeCode(CONTACTS));
  await scanNow(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Someone shared 3 services with you');
  expect(
    await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)),
  ).toBe(0);
  expect(site.seen.slice(before)).toEqual([]);
});

test(
  'S15 leaving the screen while the browser asks leaves no camera behind',
  CAMERA,
  async ({ site, camera }) => {
    const browser = await camera.open();
    const { page } = await visitOnce(browser, site, false);
    await openReceive(page);
    await page.evaluate(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wish) => {
        await new Promise((resolve) => document.addEventListener('answered', resolve, { once: true }));
        return ask(wish);
      };
    });
    await scanNow(page);
    await expect(page.getByText('Starting the camera…')).toBeVisible();
    await page.locator('.bar .back').click();
    await page.evaluate(() => document.dispatchEvent(new Event('answered')));
    await expect.poll(async () => (await cameraNow(page)).given).toBe(1);
    // At once: it is stopped by whoever was given it.
    expect((await cameraNow(page)).running).toBe(0);
    await expect(page.getByRole('heading', { level: 1, name: 'Saved' })).toBeVisible();
    await browser.close();
  },
);
