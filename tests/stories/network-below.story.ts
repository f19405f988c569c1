import { expect, test } from '@playwright/test';
import { onlyInChromium } from '../browsers.ts';
import { appIsReady, isKeptOnPhone } from './journey.ts';
import { listenBelow } from './network-below.ts';
import { TestSite } from './test-site.ts';
import { chooseLanguage, wholeTour } from './tour.ts';

const REASON = 'only it logs what its network stack does';
// Hosts that Chromium calls for itself, with no page open (measured, and safety H-2).
const BROWSERS_OWN = /(^|\.)(google|googleapis|gvt1|gstatic|google-analytics)\.com$/;
const ours = (host: string) => host === 'localhost' || host === '127.0.0.1';
const strange = (hosts: readonly string[]) =>
  [...new Set(hosts)].filter((host) => host && !ours(host) && !BROWSERS_OWN.test(host));

test('NW-1 X1 not even an early connection is made to another host', {
  ...onlyInChromium(REASON),
}, async () => {
  const site = await TestSite.open();
  const look = async () => {};
  const below = await listenBelow(async (page) => {
    await page.goto(site.origin);
    await appIsReady(page);
    await wholeTour(page, look);
    await isKeptOnPhone(page);
    await page.reload();
    await appIsReady(page);
    await chooseLanguage(page, 'ar');
    await wholeTour(page, look);
  });
  await site.close();
  expect(below.hosts).toContain('localhost');
  expect(strange(below.hosts)).toEqual([]);
  expect(strange(below.knocks)).toEqual([]);
});

// What the story above would miss if it could not see: a hint that no rule of the page stops and no request event shows.
test('NW-1 a page that connects early is seen to do so', { ...onlyInChromium(REASON) }, async () => {
  const site = await TestSite.open();
  site.put('/', '<!doctype html><title>x</title><link rel="preconnect" href="https://early.example">');
  const below = await listenBelow(async (page) => {
    const events: string[] = [];
    page.on('request', (request) => events.push(request.url()));
    await page.goto(site.origin);
    expect(events.filter((url) => url.includes('early'))).toEqual([]);
  });
  await site.close();
  expect(strange(below.hosts)).toEqual(['early.example']);
  expect(strange(below.knocks)).toEqual(['early.example']);
});
