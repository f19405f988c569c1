import type { Locator } from '@playwright/test';
import jsqr from 'jsqr';

/** What a code on the screen says, read from its pixels by a reader that shares nothing with whoever drew it. */
export async function readCode(code: Locator): Promise<string | null> {
  const picture = await code.screenshot();
  // A page of its own: the policy of the app's would not let the picture in.
  const page = await code.page().context().newPage();
  const { pixels, width, height } = await page.evaluate(
    async (url) => {
      const image = await createImageBitmap(await (await fetch(url)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data = [] } = context?.getImageData(0, 0, image.width, image.height) ?? {};
      return { pixels: [...data], width: image.width, height: image.height };
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
  await page.close();
  return jsqr(Uint8ClampedArray.from(pixels), width, height)?.data ?? null;
}
