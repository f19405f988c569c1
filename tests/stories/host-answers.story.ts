import { expect, test } from '@playwright/test';
import { ALWAYS, answerTo, CASES, type Case, NO_STORE, withoutTransport } from './host-cases.ts';
import { isKeptOnPhone, loseNetwork, openGuide } from './journey.ts';
import { TestSite } from './test-site.ts';

test('NW-3 every kind of answer carries exactly the agreed headers', async () => {
  const site = await TestSite.open();
  const got: Case[] = [];
  for (const one of CASES) {
    const { status, headers } = await answerTo(site.origin, one);
    got.push({ ...one, status, more: withoutTransport(headers) });
  }
  await site.close();
  expect(got).toEqual(CASES.map((one) => ({ ...one, more: { ...ALWAYS, ...one.more } })));
});

test('NW-3 pages that the phone keeps carry the same headers without a network', async ({ browser }) => {
  const site = await TestSite.open();
  const context = await browser.newContext({ baseURL: site.origin });
  const page = await context.newPage();
  await openGuide(page);
  await isKeptOnPhone(page);
  site.seen.length = 0;
  for (const path of ['/', '/cover/']) {
    // The cover goes on to an outside page when there is a network.
    if (path === '/cover/') await loseNetwork(context, site);
    const response = await page.goto(path);
    expect(withoutTransport((await response?.allHeaders()) ?? {}), path).toEqual({ ...ALWAYS, ...NO_STORE });
  }
  expect(site.seen.filter(({ url }) => url === '/' || url === '/cover/')).toEqual([]);
  await context.close();
  await site.close();
});
