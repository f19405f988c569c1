import { axeFindings } from '../axe-findings.ts';
import { readPdf } from '../desk/printed.ts';
import { fillDirectory, LAW_ID, REVIEWER } from './a-directory.ts';
import { expect, openDesk, test } from './desk-page.ts';

const TOKEN = 'k'.repeat(43);

test('V15 a provider without an account says by a one-time link what is right and what changed, and the link is not in the history', async ({
  page,
  server,
}) => {
  const sent: unknown[] = [];
  server.session = { ...server.session, me: null };
  server.answers.set(`GET /api/provider/${TOKEN}`, () => ({
    name: 'Quay Law Centre (made up)',
    endsAt: '2026-12-20T10:00:00.000Z',
    facts: [
      { field: 'channels.phone:+442079460111', value: { type: 'phone', value: '+442079460111' } },
      { field: 'cost', value: { value: 'free' } },
    ],
  }));
  server.answers.set(`POST /api/provider/${TOKEN}`, (body) => {
    sent.push(body);
    return {};
  });
  await page.goto(`/#provider=${TOKEN}`);
  await expect(page.getByRole('heading', { name: 'Quay Law Centre (made up)' })).toBeVisible();
  expect(await page.evaluate(() => [location.hash, history.length])).toEqual(['', 2]);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Answer at least one line.')).toBeVisible();
  const phone = page.getByRole('region', { name: 'Phone number' });
  await phone.getByLabel('It changed').check();
  await phone.getByLabel('What is right now?').fill('020 7946 0150');
  await page.getByRole('region', { name: 'Cost' }).getByLabel('Still right').check();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  expect(sent).toEqual([
    {
      answers: [
        { field: 'channels.phone:+442079460111', answer: 'changed', words: '020 7946 0150' },
        { field: 'cost', answer: 'still-right' },
      ],
    },
  ]);
});

test('V15 a link that has ended says so', async ({ page, server }) => {
  server.session = { ...server.session, me: null };
  server.answers.set(`GET /api/provider/${TOKEN}`, () => ({ error: { code: 'link-ended' } }));
  await page.goto(`/#provider=${TOKEN}`);
  await expect(page.getByText('This link has ended. Ask for a new one.')).toBeVisible();
});

test('V15 a reviewer makes the link, and it is told to no server after the mark', async ({
  page,
  server,
}) => {
  fillDirectory(server, REVIEWER);
  server.answers.set(`POST /api/listings/${LAW_ID}/provider-links`, () => ({
    token: TOKEN,
    endsAt: '2026-12-20T10:00:00.000Z',
  }));
  await openDesk(page);
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await page.getByRole('button', { name: 'More about Quay Law Centre (made up)' }).click();
  await page.getByRole('button', { name: 'Make a link that works once' }).click();
  await expect(page.locator('dialog')).toContainText(`/#provider=${TOKEN}`);
});

test.describe('in Arabic', () => {
  test.use({ locale: 'ar' });
  test('V15 the letter is one page of A4 in the language of the service, and says until when and where it goes back', async ({
    page,
    server,
  }) => {
    fillDirectory(server, REVIEWER);
    await openDesk(page);
    await page.locator('.bar-tab').nth(2).click();
    await page.locator('.listings-table td:last-child button').last().click();
    const answerTo = page.locator('dialog .part .input').first();
    await answerTo.fill('Quay Volunteers, PO Box 1, Sample City');
    await expect(page.locator('.letter')).toBeHidden();
    const printed = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    const [paper] = printed.pages;
    expect(printed.pages).toHaveLength(1);
    expect([Math.round(paper?.width ?? 0), Math.round(paper?.height ?? 0)]).toEqual([210, 297]);
    const text = paper?.text.replaceAll(/\s+/g, ' ');
    expect(text).toContain('Quay Law Centre (made up)');
    expect(text).toMatch(
      /Send this sheet back by \d{1,2} \w+ \d{4} to: Quay Volunteers, PO Box 1, Sample City/,
    );
    expect(text).toContain('+44 20 7946 0111');
    expect(text).toMatch(/Helps without papers ?Yes ?☐ ?right ?☐ ?changed:/);
    expect(text).not.toMatch(/Hide it now|Close|أغلق/);
    // The next letter goes back to the same place.
    await page.reload();
    await page.locator('.bar-tab').nth(2).click();
    await page.locator('.listings-table td:last-child button').last().click();
    await expect(answerTo).toHaveValue('Quay Volunteers, PO Box 1, Sample City');
  });
});
