import { listingOf } from '../fixtures/listing-of.ts';
import { chooseTile, openGuide, openService } from './journey.ts';
import { arriveAt, expect, goTo, namesIn, test } from './test-town.ts';

const STATUS_FILTER = /^Helps everyone, with or without papers/;

test('S3 a person who does not know the name finds services in two taps from a tile', async ({ page }) => {
  await openGuide(page);
  await chooseTile(page, 'legal');
  // One tap: every country's lines. A town's list asks for its place on the way, which is the second.
  await page.getByRole('button', { name: /^All countries/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /services in All countries/ })).toBeVisible();
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await chooseTile(page, 'legal');
  await expect(page.locator('.card').first()).toBeVisible();
});

test('S3 a person who is not sure answers what she wants to and skips the rest', async ({ page }) => {
  await arriveAt(page, 'live');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await chooseTile(page, 'notSure');
  const count = page.locator('#main [role=status]').filter({ hasText: 'so far' });
  await expect(page.getByRole('heading', { name: 'Are you safe right now?' })).toBeVisible();
  const before = await count.innerText();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  // Somebody in danger sees the numbers first, and is then asked on.
  await expect(page.getByRole('heading', { name: 'In danger now?' })).toBeVisible();
  await page.getByRole('button', { name: 'I was hurt' }).click();
  await expect(count).not.toHaveText(before);
  await expect(page.getByRole('heading', { name: 'Who is it for?' })).toBeVisible();

  await page.getByRole('button', { name: 'Question before' }).click();
  await expect(page.getByRole('button', { name: 'I was hurt' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Question before' }).click();
  await expect(page.getByRole('button', { name: 'No', exact: true })).toHaveAttribute('aria-pressed', 'true');
  for (const _question of [1, 2, 3]) await page.getByRole('button', { name: 'Skip', exact: true }).click();

  // What was understood stands above the list, and every part of it comes off.
  const chips = page.getByRole('button', { name: /^Remove: / });
  await expect(chips.first()).toBeVisible();
  const hurt = await page.getByRole('heading', { level: 1 }).innerText();
  for (let left = await chips.count(); left > 0; left--) {
    await chips.first().click();
    await expect(chips).toHaveCount(left - 1);
  }
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(hurt);
});

test('S1 S3 words of danger have somebody to call at the top, whatever was chosen before them', async ({
  page,
  host,
}) => {
  const phone = { channels: [{ type: 'phone', value: '+442079460001' }] };
  const line = listingOf({ name: 'Night Line', needs: ['safe.crisis-line'], ...phone });
  const stay = listingOf({ name: 'Somewhere Else', needs: ['safe.escape', 'live.work'], ...phone });
  await host.publish([line, stay, listingOf({ name: 'Work Advice', needs: ['live.work'], ...phone })]);
  await arriveAt(page, 'live');
  const call = page.getByText('You can always call:');
  const first = page.locator('#main').locator('.card, .line-number, .countries summary').first();
  await expect(first).toHaveClass(/card/);
  await expect(call).toBeHidden();

  // One service meets what was chosen and what the words name; it is not who answers now.
  await page.getByRole('searchbox').fill('he hits me');
  await expect(page.locator('.card')).toHaveCount(1);
  await expect(call).toBeVisible();
  await first.click();
  await expect(first.locator('+ ul a').first()).toHaveAttribute('href', 'tel:000');
  // Nor does advice stand before it where nothing is left.
  await page.getByRole('button', { name: /^Open now/ }).click();
  const empty = page.locator('#main .empty');
  await expect(empty.locator('button, summary').first()).toHaveText('Australia');
  await expect(call).toHaveCount(1);
  await page.getByRole('button', { name: /^Open now/ }).click();
  await expect(page.locator('.card')).toHaveCount(1);
  // Who needs services whatever her papers are is not sent to the police.
  await page.getByRole('button', { name: STATUS_FILTER }).click();
  await expect(page.locator('[data-group=confirmed]')).toBeVisible();
  await expect(page.locator('#main .countries, [href="tel:000"]')).toHaveCount(0);
  await page.getByRole('button', { name: STATUS_FILTER }).click();

  // Without the tile the lines of the list itself stand first, once.
  await page.getByRole('button', { name: /^Remove: Money/ }).click();
  await expect(page.locator('.card-name').first()).toHaveText('Night Line');
  await expect(call).toBeHidden();
});

test('S4 a service that did not say so this year is never among those that help everyone', async ({
  page,
}) => {
  await arriveAt(page, 'live');
  await page.getByRole('button', { name: STATUS_FILTER }).click();
  await expect(page.getByRole('heading', { name: '2 services say they help everyone' })).toBeVisible();
  const groups = page.locator('#main .group');
  await expect(groups).toHaveCount(3);
  for (const [index, name] of ['confirmed', 'ask', 'conditional'].entries())
    await expect(groups.nth(index)).toHaveAttribute('data-group', name);

  expect((await namesIn(page, '[data-group=confirmed]')).sort()).toEqual(['Amber Advice', 'Birch Advice']);
  // Fewer than three are sure, so those that can be asked are in view, with the words to ask.
  await expect(page.getByText("We don't know yet — you can ask (5)")).toBeVisible();
  await expect(page.getByText('Do you help people without papers?')).toBeVisible();
  expect((await namesIn(page, '[data-group=ask]')).sort()).toEqual([
    'Cedar Advice',
    'Daisy Advice',
    'Elder Advice',
    'Fern Advice',
    'Gorse Advice',
  ]);
  const conditional = page.locator('[data-group=conditional]');
  await expect(conditional.locator('.card')).toBeHidden();
  await conditional.locator('summary').click();
  await expect(conditional.locator('.card')).toContainText('Hazel Advice');
  await expect(conditional.locator('.card')).toContainText('Only with an asylum claim.');
  // A plain no is counted, not shown.
  await expect(page.getByText('1 asks for papers and is not shown.')).toBeVisible();
  await expect(page.locator('.card', { hasText: 'Ivy Advice' })).toHaveCount(0);
});

test('S4 every row says what is known of papers, and how', async ({ page }) => {
  await arriveAt(page, 'live');
  const row = (name: string) => page.locator('.card', { hasText: name });
  await expect(row('Amber Advice')).toContainText('with or without papers · checked on 1 Nov 2026');
  await expect(row('Birch Advice')).toContainText('a public page says so, not checked by us');
  await expect(row('Cedar Advice')).toContainText(
    'We knew more on 10 Jan 2025, but it is too old. Ask first.',
  );
  await expect(row('Daisy Advice')).toContainText('Papers: not known. You can ask');
  await expect(row('Hazel Advice')).toContainText('Helps some people. See who');
  await expect(row('Ivy Advice')).toContainText('Asks for papers');
  for (const name of ['Cedar', 'Daisy', 'Elder', 'Fern', 'Gorse', 'Hazel', 'Ivy'])
    await expect(row(`${name} Advice`)).not.toContainText('Helps everyone');
  // The service's own page says the same, and what it used to say as a thing to ask about.
  await openService(page, 'Cedar Advice');
  const asked = page.locator('.asked > div', { hasText: 'Immigration status' });
  await expect(asked).toHaveText(/Was yes on 10 Jan 2025. Ask first.$/);
});

test('S4 with enough sure answers the others wait behind their count', async ({ page }) => {
  await arriveAt(page, 'legal');
  await page.getByRole('button', { name: STATUS_FILTER }).click();
  const ask = page.locator('[data-group=ask]');
  await expect(ask.getByText("We don't know yet — you can ask (1)")).toBeVisible();
  await expect(ask.locator('.card')).toBeHidden();
  await ask.locator('summary').click();
  await expect(ask.locator('.card')).toContainText('Maple Law');
});

test('S4 where no service in Kenya has said so yet, there are services to ask and words to ask with', async ({
  page,
}) => {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await page.getByRole('button', { name: /^Kenya/ }).click();
  await page.getByRole('button', { name: 'Show services' }).click();
  await page.getByRole('button', { name: STATUS_FILTER }).click();
  await expect(page.getByText('No service here has said yet that it helps everyone.')).toBeVisible();
  await expect(page.locator('[data-group=confirmed] .card')).toHaveCount(0);
  await expect(page.locator('[data-group=ask] .card').first()).toBeVisible();
  await expect(page.getByText('Do you help people without papers?')).toBeVisible();
});

test('S10 a person names her town in her own letters, and the phone is never asked where it is', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const asked = () => document.documentElement.setAttribute('data-was-asked', '');
    Geolocation.prototype.getCurrentPosition = asked;
    Geolocation.prototype.watchPosition = () => {
      asked();
      return 0;
    };
    const query = Permissions.prototype.query;
    Permissions.prototype.query = function (descriptor) {
      if (descriptor.name === 'geolocation') asked();
      return query.call(this, descriptor);
    };
  });
  await arriveAt(page, 'stay');
  await expect(page.getByText(/\bkm\b/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('button', { name: /^Where: / }).click();
  await expect(page.getByText("We do not use your phone's location.")).toBeVisible();
  const field = page.getByRole('searchbox');
  const towns = page.locator('.town-picker .row-button');
  for (const [typed, found] of [
    ['nandu', 'Ñandú Bay'],
    ['WEST', 'Westbank'],
    ['ضفه', 'Eastbank'],
    ['الضفة', 'Eastbank'],
  ]) {
    await field.fill(typed ?? '');
    await expect(towns).toHaveText([found ?? '']);
  }
  await field.fill('zzz');
  await expect(page.getByText('No town starts with that.')).toBeVisible();
  await field.fill('الضفة');
  await towns.click();
  await page.getByRole('button', { name: 'Show services' }).click();
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await chooseTile(page, 'stay');

  const row = (name: string) => page.locator('.card', { hasText: name });
  await expect(row('Near Rooms')).toContainText('About 4 km away (straight line)');
  await expect(row('Far Rooms')).toContainText('About 40 km away (straight line)');
  await expect(row('Hidden Refuge')).toContainText('The address is private');
  await expect(row('Area Refuge')).toContainText('In Eastbank. The address is private');
  for (const name of ['Hidden Refuge', 'Area Refuge']) await expect(row(name)).not.toContainText('km');
  await goTo(page, 'stay');
  expect(await page.locator('html').getAttribute('data-was-asked')).toBeNull();
});
