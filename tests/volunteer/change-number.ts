import type { Page } from '@playwright/test';
import { typeInto } from '../stories/journey.ts';

/** On the helpline's card, up to the moment before it is saved. */
export async function changeNumber(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Changed' }).click();
  await typeInto(page.getByLabel('Phone number now'), '+44 20 7946 0199');
  await page.getByLabel('It changed').check();
  await page.getByLabel('I called the old number').check();
}
