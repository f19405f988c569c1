import type { Page } from '@playwright/test';
import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Beyond AA, because it helps these readers: 7 to 1, and the word on a button is the word that calls it.
const BEYOND = ['color-contrast-enhanced', 'label-content-name-mismatch'];

/** What axe finds in the page or a part of it, each with the first place it found it. No rule is turned off. */
export async function axeFindings(page: Page, part: string | null = null): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ({ tags, beyond, part }) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const rules = Object.fromEntries(beyond.map((id) => [id, { enabled: true }]));
      const { violations } = await axe.run(part ?? document, {
        runOnly: { type: 'tag', values: tags },
        rules,
        resultTypes: ['violations'],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)} (${nodes.length})`);
    },
    { tags: TAGS, beyond: BEYOND, part },
  );
}
