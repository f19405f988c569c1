import type { Page } from '@playwright/test';
import { expect, hasLeft, isKept, openSampleCity, test } from './desk-site.ts';

// Invariant 5 of the desk: whatever is open, the way out is there for the hand, the keyboard and the screen reader.

const LISTS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'a list that one types in': async (page) => {
    // As a finger has it: the list closes when the page under it is scrolled.
    await page.locator('#needs').click();
    await page.locator('.list-box .list-item').first().waitFor();
  },
  'a list that a button opens': async (page) => {
    await page.getByRole('button', { name: /Light or dark/ }).click();
    await page.locator('.list-box .list-item').first().waitFor();
  },
};

for (const [list, open] of Object.entries(LISTS))
  for (const way of ['the hand', 'three presses of Shift'] as const)
    test(`EX-2 EX-13 ${way} can leave while ${list} is open`, async ({ page, context }) => {
      await openSampleCity(page);
      await isKept(page);
      await context.setOffline(true);
      // Also where the page has been read on: the bar stays.
      await page.evaluate(() => scrollTo(0, 200));
      await open(page);
      // As a screen reader has it: what is hidden from it, or inert, has no role.
      const exit = page.getByRole('link', { name: 'Leave now', exact: true });
      await expect(exit).toBeInViewport({ ratio: 1 });
      const middle = await exit.evaluate((link) => {
        const { left, top, width, height } = link.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        return { x, y, isOnTop: link.contains(document.elementFromPoint(x, y)) };
      });
      expect(middle.isOnTop).toBe(true);
      if (way === 'the hand') await page.mouse.click(middle.x, middle.y);
      else {
        for (const left of ['two more times', 'one more time']) {
          await page.keyboard.press('Shift');
          await expect(page.getByRole('status').filter({ hasText: left })).toHaveCount(1);
        }
        await page.keyboard.press('Shift');
      }
      await hasLeft(page);
      await expect(page.getByText('Match a client')).toHaveCount(0);
    });
