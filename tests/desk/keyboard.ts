import type { Page } from '@playwright/test';

const MOST_PRESSES = 80;

/** What a screen reader would call the thing that has the focus. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const label = element?.getAttribute('aria-label') ?? labels.map((one) => one.textContent).join(' ');
    return label || (element?.textContent ?? '');
  });
}

/** Forward by Tab until something with this name has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if (name.test(await focusedName(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`tests: no way by Tab to ${name}`);
}
