import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from './desk-site.ts';

export const WORDS = 'zqwords seven quiet kettles';
export const OTHER_WORDS = 'zqwords nine paper boats';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Clients' });

/** Chooses a passphrase, by pasting as most do. */
export async function makeCaseload(page: Page, words = WORDS): Promise<void> {
  await panel(page).getByRole('button', { name: 'Choose a passphrase' }).click();
  await panel(page).getByLabel('New passphrase').fill(words);
  await panel(page).getByLabel('The same again').fill(words);
  await panel(page).getByRole('button', { name: 'Start keeping clients' }).click();
  await expect(panel(page).getByText('No client is kept yet.')).toBeVisible();
}

export async function openCaseload(page: Page, words = WORDS): Promise<void> {
  await panel(page).getByLabel('Passphrase').fill(words);
  await panel(page).getByRole('button', { name: 'Open' }).click();
}

/** A new client, on the screen of what is kept of them; gives the two words. */
export async function newClient(page: Page): Promise<string> {
  await panel(page).getByRole('button', { name: 'New client' }).click();
  await toScreen(page, 'Client');
  return page.getByRole('heading', { level: 1 }).innerText();
}

export async function toScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
}

/** Files of the profile in which any of these words stands, in UTF-8 or UTF-16. */
export function filesWith(folder: string, ...words: readonly string[]): string[] {
  const forms = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    try {
      const path = join(folder, name);
      const bytes = statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
      return forms.some((form) => bytes.includes(form));
    } catch {
      // A socket or a lock that went with its browser.
      return false;
    }
  });
}
