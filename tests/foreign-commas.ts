import type { Page } from '@playwright/test';

/** Where words of Arabic script are set side by side with the comma of another: nothing in any other language. */
export function foreignCommas(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scope = document.querySelector('dialog[open]') ?? document.body;
    const found = (scope as HTMLElement).innerText.match(/\S*\p{Script=Arabic}[)\u2069]?, \S*/gu) ?? [];
    return [...new Set(found)].map((words) => `a comma of another script: ${words}`);
  });
}
