import { readFileSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { withPhoneDisplay } from '../../src/cli/phone-display.ts';
import { cachingHeaders, SECURITY_HEADERS } from '../../src/cli/security-headers.ts';
import type { Listing } from '../../src/core/schema.ts';
import type { IndexFile } from '../../src/pack/signed-index.ts';
import { TRAP_LISTINGS, TRAP_TOWNS } from '../fixtures/trap-listings.ts';
import { chooseTile, openGuide } from './journey.ts';
import type { TestRegion } from './signed-lists.ts';
import { TestSite } from './test-site.ts';

export { expect };

const SITE = 'dist/guide';

/** A Tuesday, at ten in the morning in London: the day that the listings of Test Town are told from. */
const THE_DAY = new Date('2026-11-24T10:00:00Z');

/** A host whose sample region is Test Town, and what a test may do to it. */
export class TownHost {
  readonly site: TestSite;
  #pack = '';

  constructor(site: TestSite) {
    this.site = site;
  }

  /** Publishes this list for the town. The list before it is gone from the host, as it would be. */
  async publish(
    listings: readonly Listing[],
    withdrawn: readonly string[] = [],
    more: Pick<TestRegion, 'isUnreadable'> = {},
  ): Promise<void> {
    const shown = listings.map(withPhoneDisplay);
    const { entries } = await this.site.publish(
      [{ id: 'sample', name: 'Test Town', towns: TRAP_TOWNS, listings: shown, ...more }],
      withdrawn,
    );
    const built = JSON.parse(readFileSync(`${SITE}/data/index.json`, 'utf8')) as IndexFile;
    const before = this.#pack || `/data/${built.regions.find(({ id }) => id === 'sample')?.path}`;
    this.site.answer(before, (_request, response) => void response.writeHead(404, SECURITY_HEADERS).end());
    this.#pack = `/data/${entries[0]?.path}`;
  }

  /** Sends half of the town's list, and the rest only when the returned function is called. */
  holdList(bytes: Uint8Array): () => void {
    const waiting: (() => void)[] = [];
    let isHeld = true;
    this.site.answer(this.#pack, (_request, response) => {
      const type = { 'Content-Type': 'application/octet-stream', 'Content-Length': bytes.length };
      response.writeHead(200, { ...SECURITY_HEADERS, ...cachingHeaders(this.#pack), ...type });
      response.write(bytes.subarray(0, bytes.length / 2));
      const finish = () => void response.end(bytes.subarray(bytes.length / 2));
      if (isHeld) waiting.push(finish);
      else finish();
    });
    return () => {
      isHeld = false;
      for (const finish of waiting) finish();
    };
  }

  /** The bytes of the town's list, as the host has them. */
  async list(origin: string): Promise<Uint8Array> {
    return new Uint8Array(await (await fetch(origin + this.#pack)).arrayBuffer());
  }

  /** Puts words before a script of the site, or after it. */
  changeScript(path: string, { before = '', after = '' }: { before?: string; after?: string }): void {
    const script = before + readFileSync(SITE + path, 'utf8') + after;
    this.site.answer(path, (_request, response) => {
      const type = { 'Content-Type': 'text/javascript; charset=utf-8' };
      response.writeHead(200, { ...SECURITY_HEADERS, ...cachingHeaders(path), ...type }).end(script);
    });
  }

  asked(start: string): number {
    return this.site.seen.filter(({ url }) => url.startsWith(start)).length;
  }
}

/** Stories in a small made-up town on a host of their own; the clock of a page stands at its day. */
export const test = base.extend<{ host: TownHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are used
  host: async ({}, use) => {
    const site = await TestSite.open();
    const host = new TownHost(site);
    await host.publish(TRAP_LISTINGS);
    await use(host);
    await site.close();
  },
  baseURL: async ({ host }, use) => use(host.site.origin),
  page: async ({ page }, use) => {
    await page.clock.setFixedTime(THE_DAY);
    await use(page);
  },
});

/** On the place screen: the town, under the name that the phone knows it by so far. */
export function townIn(page: Page) {
  return page.getByRole('button', { name: /^(Test Town|Sample City)/ }).first();
}

/** Opens the guide and gets the town's list by a tile. */
export async function arriveAt(page: Page, tile: string): Promise<void> {
  await openGuide(page);
  await chooseTile(page, tile);
  await townIn(page).click();
  // Until its list is here the town has the name of the made-up city, which takes a line more.
  await page.getByRole('searchbox').waitFor();
  await page.getByRole('button', { name: 'Show services' }).click();
  await expect(page.locator('.card').first()).toBeVisible();
}

/** From any screen, another tile's results; the list is on the phone already. */
export async function goTo(page: Page, tile: string): Promise<void> {
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await chooseTile(page, tile);
  await expect(page.locator('.card').first()).toBeVisible();
}

/** The names of the cards inside a part of the page, top to bottom. */
export async function namesIn(page: Page, part: string): Promise<string[]> {
  return page.locator(`${part} .card-name`).allInnerTexts();
}
