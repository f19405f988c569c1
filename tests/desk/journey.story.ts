import { FakeCamera } from '../stories/fake-camera.ts';
import { openReceive, pictureOf, scanNow, visitOnce } from '../stories/receiving.ts';
import { TestSite } from '../stories/test-site.ts';
import { makeCaseload, newClient, openCaseload, toScreen } from './clients-page.ts';
import { expect, isKept, openSampleCity, test, typeAndChoose } from './desk-site.ts';
import { readPdf } from './printed.ts';

test('C1 to C5, S15 a caseworker, from the first opening to a sheet on paper and a list on the phone of the client, without a network', async ({
  page,
  site,
  context,
}) => {
  // One visit brings the desk and a list; from here on there is no network, and nothing asks for one.
  await openSampleCity(page);
  await isKept(page);
  await site.close();
  await context.setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  // First run: what it is in four lines, a passphrase, and a client who is two words.
  await expect(page.locator('.panel-clients li')).toHaveCount(4);
  await makeCaseload(page);
  const code = await newClient(page);
  await page.locator('#main textarea').first().fill('prefers mornings, ask for Amal on 020 7946 0101');
  await expect(page.locator('.found-list')).toContainText(/phone/i);
  await page.locator('#main textarea').first().fill('prefers mornings');

  // A minute to match, by keyboard: what fits and why, the unknown below it, refusals counted.
  await toScreen(page, 'Match');
  await page.locator('h1').first().click();
  await page.keyboard.press('/');
  await expect(page.locator('#words')).toBeFocused();
  await page.locator('#needs').focus();
  await typeAndChoose(page, 'Safe house');
  await page.getByText('Must help whatever the immigration status', { exact: true }).click();
  await expect(page.getByText(/\d+ confirmed, \d+ to ask first, \d+ refuse/)).toBeVisible();
  const rows = page.getByRole('grid', { name: 'Services', exact: true }).getByRole('row');
  await expect(rows.first().locator('.reason-confirmed, .reason').first()).toBeVisible();
  for (const at of [0, 1]) await rows.nth(at).locator('.check').click();
  await toScreen(page, 'Compare');
  await expect(page.locator('table.compare thead th')).toHaveCount(3);
  await toScreen(page, 'Match');
  for (const at of [0, 1, 2])
    await rows
      .nth(at)
      .getByRole('button', { name: /^Put on the shortlist/ })
      .click();
  const services = page.locator('.shortlist-item bdi');
  await expect(services).toHaveCount(3);
  const names = await services.allTextContents();

  // A sheet in the client's language, beside the worker's, as it is printed: discreet.
  await toScreen(page, 'Sheet');
  await page.locator('.sheet-choices select').first().selectOption('ar');
  await expect(page.locator('.sheet-pair [lang=ar][dir=rtl]').first()).toBeVisible();
  const { pages } = await readPdf(
    new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })),
  );
  expect(pages.length).toBeGreaterThan(0);
  const paper = pages.map(({ text }) => text).join('\n');
  expect(paper).toMatch(/[\u0600-\u06ff]/);
  for (const name of [...names, ...code.split(' '), 'mornings']) expect(paper).not.toContain(name);

  // The same on the phone of the client: read off this screen by another browser, which has no network either.
  const camera = new FakeCamera();
  const guide = await TestSite.open();
  try {
    const browser = await camera.open();
    const phone = await visitOnce(browser, guide);
    await toScreen(page, 'Code');
    await page.getByText('Their phone has this list', { exact: true }).click();
    await page.getByRole('button', { name: 'Show the code' }).click();
    camera.show(await pictureOf(page.getByRole('img', { name: 'Code with 3 services' })));
    await openReceive(phone.page);
    await scanNow(phone.page);
    await expect(phone.page.getByRole('heading', { level: 1 })).toHaveText(
      'Someone shared 3 services with you',
    );
    await expect(phone.page.locator('.card .card-name')).toHaveText(names);
    expect(phone.asked).toEqual([]);
    await browser.close();
  } finally {
    camera.clear();
    await guide.close().catch(() => undefined);
  }

  // Another day: everything is where it was, and only for whoever has the words.
  await page.reload();
  await expect(page.getByText(code)).toHaveCount(0);
  await openCaseload(page);
  await page.locator('.panel-clients').getByText(code).click();
  await expect(services).toHaveText(names);
  expect(asked.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([]);
});
