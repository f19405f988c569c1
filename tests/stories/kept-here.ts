import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { TestSite } from './test-site.ts';

export const NOTHING = { databases: [], caches: [], workers: 0, cookies: 0, local: 0, session: 0, files: [] };

/** Everything that a browser holds for the site, as a page of it finds it that runs no script of the guide. */
export async function keptHere(context: BrowserContext) {
  const page = await context.newPage();
  await page.goto('/robots.txt');
  const found = await page.evaluate(async () => {
    const files: string[] = [];
    const folder = (await navigator.storage?.getDirectory?.()) as
      | { keys(): AsyncIterable<string> }
      | undefined;
    if (folder) for await (const name of folder.keys()) files.push(name);
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      local: window.localStorage.length,
      session: window.sessionStorage.length,
      files,
    };
  });
  await page.close();
  return { cookies: (await context.cookies()).length, ...found };
}

/** Runs in the page: every row and every file that is kept, as text that can be compared. */
export async function everyByteKept(): Promise<Record<string, string>> {
  const kept: Record<string, string> = {};
  const hash = async (bytes: BufferSource) =>
    Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
      byte.toString(16),
    ).join('');
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const bytes = await (await cache.match(request))?.arrayBuffer();
      kept[`${name} ${new URL(request.url).pathname}`] = await hash(bytes ?? new ArrayBuffer(0));
    }
  }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('guide');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const store of database.objectStoreNames) {
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const text = JSON.stringify(rows, (_key, value: unknown) =>
      value instanceof Uint8Array ? [...value] : value,
    );
    kept[`${store} ${rows.length}`] = await hash(new TextEncoder().encode(text));
  }
  database.close();
  return kept;
}

/** The guide as a deployment serves it that asks before anything is kept. */
export function askFirst(site: TestSite): void {
  const html = readFileSync('dist/guide/index.html', 'utf8').replace('data-keep="auto"', 'data-keep="ask"');
  for (const path of ['/', '/index.html']) site.put(path, html);
}

/** From any screen with the bottom bar: two taps to the question, and one to say yes. */
export async function erase(page: Page): Promise<void> {
  await openErase(page);
  const yes = page.locator('#main section.notice .button');
  // A click alone would wait for it until the whole story's time is up.
  await expect(yes).toBeVisible();
  await yes.click();
}

export async function openErase(page: Page): Promise<void> {
  await page.locator('.tabs .tab').nth(3).click();
  const ask = page.locator('#main > .row-button').nth(1);
  await expect(ask).toBeVisible();
  await ask.click();
}
