import { expect, test } from './engine-test.ts';
import { EXIT, hasReachedNeutralSite, isShown } from './steps.ts';

test('EX-3a with JavaScript off the numbers are there, and the way out is a link', async ({
  engine,
  host,
}) => {
  const surface = await engine.open({ javaScript: false });
  await surface.open(host.guide);
  await isShown(surface, '[data-country=GB] > summary');
  expect(await surface.count('html.scripted')).toBe(0);
  await surface.click('[data-country=GB] > summary');
  await isShown(surface, '[data-country=GB] a[href^="tel:"]');
  await surface.click(EXIT);
  await hasReachedNeutralSite(surface, host);
  // Straight there: the cover is painted by a script.
  expect(host.elsewhere.asked).toEqual(['/weather']);
  expect(host.seen().map(({ url }) => url)).not.toContain('/cover/');
  await surface.close();
});
