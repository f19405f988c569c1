import type { Page } from '@playwright/test';
import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Beyond AA, because it helps these readers: 7 to 1, and the word on a button is the word that calls it.
const BEYOND = ['color-contrast-enhanced', 'label-content-name-mismatch'];

// With no motion: on the way from one colour to another a button has neither.
const BY_DAY = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
const BY_NIGHT = { ...BY_DAY, colorScheme: 'dark' } as const;
const OF_COLOUR = ['color-contrast', 'color-contrast-enhanced'];

/** What axe finds in the page or a part of it, each with the first place it found it. No rule is turned off. */
export async function axeFindings(page: Page, part: string | null = null): Promise<string[]> {
  // Half a megabyte, which a page needs once.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return run(page, part, {
    runOnly: { type: 'tag', values: TAGS },
    rules: Object.fromEntries(BEYOND.map((id) => [id, { enabled: true }])),
  });
}

/** The same in the light and in the dark. What is not a matter of colour does not change by night, and is asked once. */
export async function axeByDayAndNight(page: Page, part: string | null = null): Promise<string[]> {
  await page.emulateMedia(BY_DAY);
  const byDay = await axeFindings(page, part);
  const byNight = await inTheDark(page, () =>
    run(page, part, { runOnly: { type: 'rule', values: OF_COLOUR } }),
  );
  return [...byDay, ...byNight.map((fault) => `in the dark: ${fault}`)];
}

/** Asks of the page while it is dark, and leaves it light. */
export async function inTheDark<Found>(page: Page, ask: () => Promise<Found>): Promise<Found> {
  await page.emulateMedia(BY_NIGHT);
  const found = await ask();
  await page.emulateMedia(BY_DAY);
  return found;
}

async function run(page: Page, part: string | null, options: axe.RunOptions): Promise<string[]> {
  return page.evaluate(
    async ({ part, options }) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(part ?? document, { ...options, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)} (${nodes.length})`);
    },
    { part, options },
  );
}
