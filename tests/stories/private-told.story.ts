import { readFileSync } from 'node:fs';
import { onceBut, TOLD_ONCE } from '../browsers.ts';
import { chooseRegion, chooseTile, isKeptOnPhone, loseNetwork, openGuide, tab } from './journey.ts';
import { deployment } from './leaving.ts';
import { expect, test } from './own-site.ts';

// What stays where, told before it is left (TR-18).

interface SafetyWords {
  readonly hide: {
    readonly erased: Readonly<Record<string, string>>;
    readonly traces: Readonly<Record<string, { readonly what: string; readonly note: string }>>;
  };
}
const ROWS = 11;

for (const language of deployment.languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });

    test(
      `TR-18 what stays and what erasing takes off is told without a network, in ${language}`,
      onceBut(language),
      async ({ page, context, site }) => {
        const { hide } = JSON.parse(readFileSync(`locales/${language}/safety.json`, 'utf8')) as SafetyWords;
        await openGuide(page);
        await isKeptOnPhone(page);
        await loseNetwork(context, site);
        await tab(page, 3);
        await page.locator('#main > .row-button').first().click();
        const rows = page.locator('.traces > div');
        await expect(rows).toHaveCount(ROWS);
        const told = await rows.evaluateAll((all) =>
          all.map((row) =>
            [...row.querySelectorAll('dt, strong, dd')].map(({ textContent }) => textContent ?? ''),
          ),
        );
        const answers = Object.values(hide.erased);
        expect(told.map(([what]) => what)).toEqual(Object.values(hide.traces).map(({ what }) => what));
        for (const [at, [, note = '', answer = '']] of told.entries()) {
          expect(answers).toContain(answer);
          expect(note).toBe(`${answer} ${Object.values(hide.traces)[at]?.note}`);
        }
        // Not everything is erased, and it does not say so.
        expect(told.filter(([, , answer]) => answer === hide.erased.no).length).toBeGreaterThan(5);
      },
    );
  });
}

test('TR-18 TR-19 each way to make contact says what it leaves behind before it can be used', {
  tag: TOLD_ONCE,
}, async ({ page }) => {
  await openGuide(page);
  await chooseTile(page, 'talk');
  await chooseRegion(page, 'Sample City');
  const kinds = new Set<string>();
  for (const card of (await page.locator('.card:has(.card-actions .button)').all()).slice(0, 8)) {
    await card.locator('.card-actions .button').click();
    const sheet = page.locator('dialog[open]');
    // What it holds is read from the list first.
    await sheet.locator('.row-button').first().waitFor();
    await expect(sheet.locator('a[href]:not([data-exit])')).toHaveCount(0);
    for (const row of await sheet.locator('.row-button').all()) {
      await row.click();
      const body = sheet.locator('.channel-body').last();
      await body.waitFor();
      const link = body.locator('a[href]');
      if ((await link.count()) === 0) continue;
      await expect(body.locator('.trace')).toBeVisible();
      const isBefore = await body.evaluate((element) => {
        const [trace, action] = ['.trace', 'a[href]'].map((one) => element.querySelector(one));
        return trace && action ? trace.compareDocumentPosition(action) & Node.DOCUMENT_POSITION_FOLLOWING : 0;
      });
      expect(isBefore).toBe(4);
      kinds.add(((await link.first().getAttribute('href')) ?? '').split(':')[0] ?? '');
    }
    await sheet.locator('.sheet-bar .button-quiet').click();
  }
  expect([...kinds]).toEqual(expect.arrayContaining(['tel', 'https']));
});
