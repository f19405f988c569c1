import { expect, type Page } from '@playwright/test';
import { TOLD_ONCE } from '../browsers.ts';
import { listingOfCodes } from '../fixtures/hostile/hostile-listing.ts';
import { listingOf } from '../fixtures/listing-of.ts';
import { openService, tab } from './journey.ts';
import { arriveAt, test } from './test-town.ts';

// Lists that say less than a screen expects, and lists of a newer version that say what this one has no words for.

const CODES = ['zz-new.code', '__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const EVIDENCE = [{ type: 'provider-call', checked_on: '2026-11-20' }];
const MINIMAL = { languages: [], locations: [], channels: [] };

/** What a person would take for a mistake: headings over nothing, empty rows, marks between words that are not there. */
function gapsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const scope = document.querySelector('dialog[open]') ?? document.querySelector('#main');
    if (!scope) return ['there is no page'];
    const words = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const isShown = (element: Element) => element.checkVisibility() && !element.closest('[role=status]');
    if (words(scope).length < 20) faults.push(`the page says only "${words(scope)}"`);
    for (const part of scope.querySelectorAll(
      'h1, h2, h3, p, li, dt, dd, button, a, summary, legend, label',
    )) {
      if (!isShown(part)) continue;
      const text = words(part) || (part.getAttribute('aria-label') ?? '');
      if (text === '')
        faults.push(`an empty ${part.localName} in ${words(part.parentElement as Element).slice(0, 60)}`);
      if (/^[\s·,;:|–-]+|[·,;|–-]\s*$|·\s*·|,\s*,|\(\s*\)|\s[,.;:](\s|$)|\.\s*\./.test(text))
        faults.push(`a stray mark in "${text.slice(0, 80)}"`);
      if (/\bundefined\b|\bnull\b|\bNaN\b|\[object|\{\{|Invalid Date|function /.test(text))
        faults.push(`"${text.slice(0, 80)}"`);
    }
    for (const section of scope.querySelectorAll('section, details, dl, fieldset')) {
      const heading = section.querySelector('h2, summary, legend');
      // A heading that is a whole sentence says by itself what there is to say.
      const isSaid = heading === null || words(heading).endsWith('.');
      if (isShown(section) && !isSaid && words(section) === words(heading))
        faults.push(`nothing under "${words(heading)}"`);
    }
    for (const list of scope.querySelectorAll('ul, ol, dl'))
      if (list.children.length === 0 && list.parentElement?.matches('.service-section'))
        faults.push(`an empty list under "${words(list.parentElement)}"`);
    return faults;
  });
}

/** Every screen that shows something of a list: results in both forms, filters, service, sheet, saved, urgent. */
async function visit(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await look('results');
  await page.locator('.chip-main').click();
  await page.locator('[data-group=confirmed]').waitFor();
  await look('results in their groups');
  await page.locator('.chip-main').click();
  await page.locator('.chip-filters').click();
  await page.locator('.sticky-actions').waitFor();
  await look('filters');
  await page.locator('.sticky-actions .button').click();
  const cards = page.locator('.card');
  await cards.first().waitFor();
  for (let place = 0; place < Math.min(3, await cards.count()); place++) {
    await cards.nth(place).locator('.card-actions .button-quiet').click();
    await cards.nth(place).locator('.card-name').click();
    await page.locator('.service-section').first().waitFor();
    await look('service');
    await page.locator('.sticky-actions .button').click();
    await page.locator('dialog[open]').waitFor();
    for (const row of await page.locator('dialog .row-button').all()) await row.click();
    await look('contact sheet');
    await page.locator('dialog .sheet-bar .button-quiet').click();
    await page.locator('.bar .back').click();
    await cards.first().waitFor();
  }
  await tab(page, 1);
  await cards.first().waitFor();
  await look('saved');
  await page.locator('#main .actions .button-quiet').first().click();
  await look('saved, numbers big');
  await tab(page, 2);
  for (const country of await page.locator('#main details[data-country]').all()) {
    await country.locator('summary').click();
    await country.locator('.line-number').first().waitFor();
  }
  await look('urgent');
}

test('CT-11 a list that says nothing it may leave out has no blank, no stray mark and no empty heading anywhere', {
  tag: TOLD_ONCE,
}, async ({ page, host }) => {
  await host.publish([
    listingOf({ ...MINIMAL, name: 'Bare House' }),
    listingOf({
      ...MINIMAL,
      name: 'Silent House',
      verification: { state: 'unverified', checked_on: null },
      channels: [{ type: 'phone', value: '+441632960001' }],
      hours: { timezone: 'Europe/London' },
      on_contact: { anonymous: 'unknown', can_hang_up: 'unknown' },
      locations: [{ visibility: 'none', location_type: 'redacted' }],
    }),
    listingOf({
      ...MINIMAL,
      name: 'Open House',
      verification: { state: 'confirmed', checked_on: '2026-11-20' },
      locations: [
        {
          visibility: 'public',
          publish_consent: true,
          consent_evidence: 'Printed.',
          location_type: 'physical',
          area_name: 'Eastbank',
        },
      ],
      immigration_eligibility: { value: 'no', evidence: EVIDENCE },
      referral_required: { value: 'yes' },
    }),
  ]);
  const faults: string[] = [];
  await arriveAt(page, 'live');
  await visit(page, async (screen) => {
    for (const fault of await gapsOn(page)) faults.push(`${screen}: ${fault}`);
  });
  expect(faults).toEqual([]);
  // The story would see such faults.
  await tab(page, 3);
  await page.evaluate(() => {
    const part = document.querySelector('#main');
    part?.append(document.createElement('li'));
    for (const text of ['· undefined', 'Languages:, ,'])
      part?.append(Object.assign(document.createElement('p'), { textContent: text }));
  });
  expect((await gapsOn(page)).length).toBe(4);
});

test('CT-6 CT-11 codes that this version does not know are nowhere to be seen, and the rest is as it was', async ({
  page,
  host,
}) => {
  const plain = { name: 'Known House', needs: ['live.basics'], features: ['step-free'] };
  const newer = CODES.map((code, at) => ({
    ...listingOf({ name: `Newer House ${at}`, needs: ['live.basics'] }),
    ...listingOfCodes(code),
    // Ids, languages and countries are open lists; what is not known of them is told by its code.
    text_language: 'en',
    country: 'GB',
    languages: [
      { code: 'en', mode: 'staff' },
      { code: 'fr', mode: code },
    ],
    hours: {
      timezone: code,
      schedules: [{ freq: code, byday: code, opens_at: '09:00', closes_at: '17:00' }],
      exceptions: [],
    },
    immigration_eligibility: { value: code, evidence: EVIDENCE, accepted_statuses: [code] },
    status_check: { value: code, evidence: EVIDENCE },
    shares_with_immigration_authorities: { value: code, evidence: EVIDENCE },
    police_report_required: { value: code },
    parental_consent_required: { value: code },
    mandatory_reporting: { value: code },
    locations: [{ visibility: code, location_type: code, area_name: 'Secret Row' }],
    on_contact: { anonymous: code, can_hang_up: code },
    verification: { state: code, method: code, checked_on: '2026-11-20' },
  }));
  await host.publish([listingOf(plain)]);
  await host.site.publish([{ id: 'sample', name: 'Test Town', listings: [...newer, listingOf(plain)] }]);
  const faults: string[] = [];
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  await arriveAt(page, 'live');
  await visit(page, async (screen) => {
    const text = await page.locator('body').innerText();
    for (const code of CODES) if (text.includes(code)) faults.push(`${screen}: ${code}`);
    for (const key of KEY_BEGINNINGS) if (text.includes(key)) faults.push(`${screen}: ${key}`);
    if (text.includes('Secret Row')) faults.push(`${screen}: a place that may be secret`);
    for (const fault of await gapsOn(page)) faults.push(`${screen}: ${fault}`);
  });
  expect(faults).toEqual([]);
  expect(troubles).toEqual([]);
  await tab(page, 0);
  await page.locator('#main [data-tile=live]').click();
  await openService(page, 'Known House');
  await expect(page.locator('.service-section')).not.toHaveCount(0);
  await expect(page.locator('#main')).toContainText('Step-free');
  expect(await page.evaluate(() => ({ plain: ({} as { polluted?: unknown }).polluted }))).toEqual({});
});

/** How the names of texts begin, as the screens ask for them. */
const KEY_BEGINNINGS = [
  'needs.',
  'situations.',
  'served.',
  'features.',
  'filters.',
  'cost.',
  'ask.',
  'availability.',
  'freshness.',
  'statuses.',
  'names.',
  'contactSheet.',
  'onContact.',
  'days.',
];

test('CT-6 saved services with ids like parts of the language are kept, shown and taken off as any other', {
  tag: TOLD_ONCE,
}, async ({ page, host }) => {
  await host.publish([listingOf({ name: 'Known House' })]);
  const named = CODES.map((id, at) => ({ ...listingOf({ name: `House ${at}` }), id }));
  await host.site.publish([{ id: 'sample', name: 'Test Town', listings: named }]);
  await arriveAt(page, 'live');
  const saves = page.locator('.card-actions .button-quiet');
  for (let place = 0; place < CODES.length; place++) await saves.nth(place).click();
  await tab(page, 1);
  await expect(page.locator('.card-name')).toHaveText(CODES.map((_, at) => `House ${at}`));
  await page.locator('.moves .button-quiet').nth(1).click();
  await expect(page.locator('.card-name').first()).toHaveText('House 1');
  await page.locator('.card-name').first().click();
  await expect(page.locator('#main h1')).toHaveText('House 1');
  await page.locator('.sticky-actions .button-quiet').click();
  await page.locator('.bar .back').click();
  await expect(page.locator('.card-name')).toHaveText(['House 0', 'House 2', 'House 3', 'House 4']);
});
