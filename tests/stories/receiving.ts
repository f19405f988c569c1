import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { watchCamera } from './fake-camera.ts';
import { chooseRegion, chooseTile, isKeptOnPhone, loseNetwork, openGuide, tab } from './journey.ts';
import type { TestSite } from './test-site.ts';

// A phone with the guide on it, before whose camera somebody holds a code (S15).

export const PHONE = {
  viewport: { width: 360, height: 640 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
};

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Whatever the page asks of a network from now on. */
  readonly asked: string[];
}

/** One visit with the list of the made-up city, or without; then the network is gone. */
export async function visitOnce(browser: Browser, site: TestSite, list = true): Promise<Visit> {
  const context = await browser.newContext({ ...PHONE, baseURL: site.origin });
  const page = await context.newPage();
  await watchCamera(page);
  await openGuide(page);
  if (list) {
    await chooseTile(page, 'stay');
    await chooseRegion(page, 'Sample City');
  }
  await isKeptOnPhone(page);
  await loseNetwork(context, site);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return { page, context, asked };
}

export async function openReceive(page: Page): Promise<void> {
  await tab(page, 1);
  await page.getByRole('button', { name: 'Receive a list' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Receive a list' })).toBeFocused();
}

export const startButton = (page: Page) => page.getByRole('button', { name: /^Start the camera/ });

export async function scanNow(page: Page): Promise<void> {
  await startButton(page).click();
}

/** The dark and the light of a picture on a screen, point by point, of a size that the film shows as it is. */
export async function pictureOf(code: Locator): Promise<boolean[][]> {
  await code.evaluate((picture) => {
    picture.style.inlineSize = '400px';
  });
  const base64 = (await code.screenshot()).toString('base64');
  const page = await code.page().context().newPage();
  const picture = await page.evaluate(async (url) => {
    const image = await createImageBitmap(await (await fetch(url)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data = [] } = context?.getImageData(0, 0, image.width, image.height) ?? {};
    return Array.from({ length: image.height }, (_, y) =>
      Array.from({ length: image.width }, (_, x) => (data[4 * (y * image.width + x)] ?? 0) < 128),
    );
  }, `data:image/png;base64,${base64}`);
  await page.close();
  return picture;
}
