import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { TestSite } from './test-site.ts';

// The steps of a person's way through the guide, by what is on the screen. Stories are made of these.

/** Opens the guide and waits until the app has taken over and knows the lists on this phone. */
export async function openGuide(page: Page, origin = ''): Promise<void> {
  await page.goto(`${origin}/`);
  await appIsReady(page);
  // There once the lists are open, or could not be; a story about a guide without lists goes on after a while.
  const told = page.locator('.print-only, .notices .notice').first();
  await told.waitFor({ state: 'attached', timeout: 10_000 }).catch(() => undefined);
}

export async function appIsReady(page: Page): Promise<void> {
  await expect(page.locator('#main h1')).toBeVisible();
}

/** Waits until the service worker answers for this page: only then does the phone need no network. */
export async function isKeptOnPhone(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

export async function chooseTile(page: Page, id: string): Promise<void> {
  await page.locator(`#main [data-tile=${id}]`).click();
}

/** On the place screen: a region with a list of its own, then on to the results. */
export async function chooseRegion(page: Page, name: string): Promise<void> {
  await page.locator('#main .row-button', { hasText: name }).first().click();
  await page.getByRole('searchbox').waitFor();
  await page.locator('#main .button.wide').click();
  await expect(page.locator('#main .card').first()).toBeVisible();
}

export function card(page: Page, name: string | RegExp): Locator {
  return page.locator('.card', { hasText: name });
}

export async function openService(page: Page, name: string | RegExp): Promise<void> {
  await card(page, name).locator('.card-name').click();
  await expect(page.locator('#main h1')).toHaveText(name);
}

/** Key by key: what `fill` does in Firefox goes past React, which then hears of no change. */
export async function typeInto(field: Locator, words: string): Promise<void> {
  await field.fill('');
  await field.pressSequentially(words);
}

/**
 * No network for any page of the context, nor for one that is opened later, until the returned function is called. The
 * host is really stopped: Firefox that is only told to be offline now and then does not ask the service worker either.
 */
export async function loseNetwork(context: BrowserContext, site: TestSite): Promise<() => Promise<void>> {
  await site.close();
  if (context.browser()?.browserType().name() === 'chromium') {
    await context.setOffline(true);
    return async () => {
      await site.reopen();
      await context.setOffline(false);
    };
  }
  const later = await context.addInitScript(sayOnline, false);
  for (const page of context.pages()) await page.evaluate(sayOnline, false);
  return async () => {
    await site.reopen();
    await later.dispose();
    for (const page of context.pages()) await page.evaluate(sayOnline, true);
  };
}

/** Runs in the page, which then says so itself. */
function sayOnline(isOnline: boolean): void {
  Object.defineProperty(navigator, 'onLine', { get: () => isOnline, configurable: true });
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
}

export async function tab(page: Page, index: 0 | 1 | 2 | 3): Promise<void> {
  await page.locator('.tabs .tab').nth(index).click();
}

/** She looks for newer lists by herself; gives what she is told of it. */
export async function lookForNewer(page: Page): Promise<Locator> {
  await tab(page, 3);
  const lists = page.locator('#main > section').nth(1);
  // Until the lists are open they are not named, and the button stands higher.
  await lists.locator('li').first().waitFor();
  await lists.locator('.button-quiet').first().click();
  return lists.locator('[role=status]');
}
