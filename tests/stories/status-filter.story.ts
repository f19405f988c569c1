import { expect, type Page, test } from '@playwright/test';
import { listingOf, statusYes } from '../fixtures/listing-of.ts';
import { chooseTile, lookForNewer, loseNetwork, openGuide, tab } from './journey.ts';
import { TestSite } from './test-site.ts';

const DAY = 86_400_000;
const NOW = Date.now();
const ago = (days: number) => new Date(NOW - days * DAY).toISOString().slice(0, 10);
const page = (read: number, dated: number | null, value = 'yes') => ({
  value,
  evidence: [
    {
      type: 'provider-web',
      checked_on: null,
      read_on: ago(read),
      source_dated: dated === null ? null : ago(dated),
    },
  ],
});
const checkedNo = (days: number, more: object = {}) => ({
  ...statusYes(ago(days), { value: 'no' }),
  ...more,
});

type Group = 'confirmed' | 'ask' | 'conditional' | 'refused';
interface Case {
  readonly name: string;
  readonly claim: unknown;
  readonly today: Group;
  readonly inAYear: Group;
}

const CASES: readonly Case[] = [
  { name: 'Yes, said last week', claim: statusYes(ago(7)), today: 'confirmed', inAYear: 'ask' },
  { name: 'Yes, said today', claim: statusYes(ago(0)), today: 'confirmed', inAYear: 'ask' },
  { name: 'Yes, on its last day', claim: statusYes(ago(365)), today: 'confirmed', inAYear: 'ask' },
  { name: 'Yes, a day too old', claim: statusYes(ago(366)), today: 'ask', inAYear: 'ask' },
  { name: 'Yes, a page says', claim: page(7, 30), today: 'confirmed', inAYear: 'ask' },
  { name: 'Yes, an old page says', claim: page(7, 400), today: 'ask', inAYear: 'ask' },
  {
    name: 'Yes, until yesterday',
    claim: statusYes(ago(7), { valid_until: ago(1) }),
    today: 'ask',
    inAYear: 'ask',
  },
  { name: 'Yes, but disputed', claim: statusYes(ago(7), { disputed: true }), today: 'ask', inAYear: 'ask' },
  { name: 'Nobody knows', claim: { value: 'unknown' }, today: 'ask', inAYear: 'ask' },
  {
    name: 'Nobody knows, warm words',
    claim: { value: 'unknown', says: 'We welcome everyone, whatever their papers.' },
    today: 'ask',
    inAYear: 'ask',
  },
  { name: 'Nothing written', claim: undefined, today: 'ask', inAYear: 'ask' },
  {
    name: 'Only some people',
    claim: checkedNo(7, { conditions: 'Only with a visa' }),
    today: 'conditional',
    inAYear: 'ask',
  },
  { name: 'A plain no', claim: checkedNo(7), today: 'refused', inAYear: 'ask' },
  { name: 'A no of long ago', claim: checkedNo(400), today: 'ask', inAYear: 'ask' },
];
// What no parser lets through, from whoever can sign.
const FORGED: readonly Case[] = [
  { name: 'Yes, without evidence', claim: { value: 'yes' }, today: 'ask', inAYear: 'ask' },
  { name: 'Yes, shouted', claim: { ...statusYes(ago(7)), value: 'YES' }, today: 'ask', inAYear: 'ask' },
];
const ALL = [...CASES, ...FORGED];

test('ST-12 only a yes that somebody said, and not too long ago, is shown as a yes; unknown never is', async ({
  browser,
}) => {
  const site = await TestSite.open();
  const listings = CASES.map(({ name, claim }) =>
    listingOf({ name, ...(claim ? { immigration_eligibility: claim } : {}) }),
  );
  const forged = FORGED.map(({ name, claim }) => ({
    ...listingOf({ name }),
    immigration_eligibility: claim,
  }));
  await site.publish([{ id: 'sample', listings: [...listings, ...forged] }]);
  const context = await browser.newContext({ baseURL: site.origin });
  const phone = await context.newPage();
  await phone.clock.setFixedTime(NOW);
  await openGuide(phone);
  await expect(await lookForNewer(phone)).toHaveText('Your lists are up to date.');
  await tab(phone, 0);
  await chooseTile(phone, 'live');
  await phone.locator('#main .row-button', { hasText: 'Testland' }).click();
  await phone.getByRole('searchbox').waitFor();
  await phone.locator('#main .button.wide').click();
  expect(await groupsOf(phone)).toEqual(expected('today'));
  expect(await yesOnItsPage(phone)).toEqual(
    ALL.filter(({ today }) => today === 'confirmed')
      .map(({ name }) => name)
      .sort(),
  );

  // The same list on the same phone, a year and a day later, without a network: every yes has become a question.
  await loseNetwork(context, site);
  await phone.clock.setFixedTime(NOW + 366 * DAY);
  await tab(phone, 0);
  await chooseTile(phone, 'live');
  expect(await groupsOf(phone)).toEqual(expected('inAYear'));
  expect(await yesOnItsPage(phone)).toEqual([]);
  await context.close();
  await site.close();
});

function expected(when: 'today' | 'inAYear') {
  const names = (group: Group) =>
    ALL.filter((one) => one[when] === group)
      .map(({ name }) => name)
      .sort();
  return {
    confirmed: names('confirmed'),
    ask: names('ask'),
    conditional: names('conditional'),
    refused: names('refused').length,
  };
}

/** With "Helps everyone, with or without papers" on. */
async function groupsOf(phone: Page) {
  await phone.locator('.chip-main').click();
  await expect(phone.locator('[data-group=confirmed]')).toBeVisible();
  await showAll(phone);
  const namesIn = async (group: string) =>
    (await phone.locator(`[data-group=${group}] .card-name`).allTextContents()).sort();
  const refused = await phone.getByText(/asks? for papers and (is|are) not shown/).allTextContents();
  const groups = {
    confirmed: await namesIn('confirmed'),
    ask: await namesIn('ask'),
    conditional: await namesIn('conditional'),
    refused: Number(/\d+/.exec(refused[0] ?? '0')?.[0]),
  };
  const claimsYes = await phone
    .locator('.card', { hasText: 'Helps everyone, with or without papers' })
    .count();
  expect(claimsYes).toBe(groups.confirmed.length);
  await phone.locator('.chip-main').click();
  return groups;
}

/** Ten are shown at first; a click in the page reaches those in a group that is folded, too. */
async function showAll(phone: Page): Promise<void> {
  const cards = phone.locator('.card');
  for (const more = phone.locator('.cards + .button-quiet.wide'); (await more.count()) > 0; ) {
    const before = await cards.count();
    await more.first().evaluate((button: HTMLElement) => button.click());
    await expect.poll(() => cards.count()).toBeGreaterThan(before);
  }
}

/** The names of those whose own page says that they help everyone. */
async function yesOnItsPage(phone: Page): Promise<string[]> {
  const names: string[] = [];
  await expect(phone.locator('[data-group=confirmed]')).toHaveCount(0);
  for (const { name } of ALL) {
    await phone.locator('.card').first().waitFor();
    await showAll(phone);
    await phone.getByRole('button', { name, exact: true }).click();
    const answer = await phone.locator('.asked dd').first().innerText();
    if (answer.includes('Helps everyone')) names.push(name);
    await phone.locator('.bar .back').click();
  }
  return names.sort();
}
