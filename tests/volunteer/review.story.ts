import type { DecisionRequest } from '../../src/core/desk-api.ts';
import { fillDirectory, LAW_ID, proposalOf, REFUGE_ID, REVIEWER } from './a-directory.ts';
import { expect, openDesk, test } from './desk-page.ts';
import type { FakeServer } from './fake-server.ts';

const NEW_NUMBER = {
  channels: [
    { type: 'phone', value: '+442079460199', cost: 'free' },
    { type: 'email', value: 'advice@quay.example' },
  ],
};
const NEW_WORDS = {
  description:
    'Free advice on papers, rent and staying here. You can come without an appointment on Tuesdays.',
};

function fill(server: FakeServer, decide: (request: DecisionRequest) => object): void {
  fillDirectory(server, REVIEWER);
  const proposals = [
    proposalOf(REFUGE_ID, { groups_served: ['women', 'trans'] }, { cannotDecide: 'own-edit', isMine: true }),
    proposalOf(LAW_ID, NEW_WORDS),
    proposalOf(LAW_ID, NEW_NUMBER),
  ];
  let waiting = proposals;
  server.answers.set('GET /api/edits', () => waiting);
  for (const { edit } of proposals)
    server.answers.set(`POST /api/edits/${edit.id}/decisions`, (body) => {
      const answer = decide(body as DecisionRequest);
      if (!('error' in answer)) waiting = waiting.filter((one) => one.edit.id !== edit.id);
      return answer;
    });
}

const openReview = async (page: import('@playwright/test').Page) => {
  await openDesk(page);
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.locator('.review').waitFor();
};

test('V10 what may harm is first; a text differs word by word, a number by its value, as a survivor sees it', async ({
  page,
  server,
}) => {
  fill(server, () => ({}));
  await openReview(page);
  await expect(page.locator('.review-item').first()).toContainText('Look closely');
  await expect(page.locator('.change-before')).toContainText('+44 20 7946 0111');
  await expect(page.locator('.change-after')).toContainText('+44 20 7946 0199');
  await page.keyboard.press('j');
  await expect(page.locator('.word-change del')).toHaveText(['taken out: work', 'taken out: Mondays']);
  await expect(page.locator('.word-change ins')).toHaveText(['put in: rent', 'put in: Tuesdays']);
  await page.getByText('before and after', { exact: false }).click();
  const phones = page.locator('.preview-phone');
  await expect(phones.first()).toContainText('Mondays');
  await expect(phones.last()).toContainText('Tuesdays');
});

test('V10 SV-7 the keys decide; what is risky says how its reviewer made sure, and only ways that are enough are offered', async ({
  page,
  server,
}) => {
  const asked: DecisionRequest[] = [];
  fill(server, (request) => {
    asked.push(request);
    return {};
  });
  await openReview(page);
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Approve it' }).click();
  await expect(page.getByText('Say how you made sure.')).toBeVisible();
  await expect(page.getByLabel('I called the published number')).toHaveCount(0);
  await page.getByLabel('I called the old number').check();
  await page.getByRole('button', { name: 'Approve it' }).click();
  await expect(page.getByText('Approved.')).toBeVisible();
  await expect(page.locator('.review-item')).toHaveCount(2);
  await page.keyboard.press('r');
  await page.getByLabel('The words could be read in two ways').check();
  await page.getByRole('button', { name: 'Reject it kindly' }).click();
  await expect(page.locator('.review-item')).toHaveCount(1);
  expect(asked).toEqual([
    { decision: 'approve', hash: 'a'.repeat(64), method: 'called-old-number' },
    { decision: 'reject', hash: 'a'.repeat(64), reason: 'unclear-words' },
  ]);
});

test('V10 SV-7 nobody decides on what they wrote themselves, and is told why', async ({ page, server }) => {
  fill(server, () => ({}));
  await openReview(page);
  await page.locator('.review-item').last().click();
  await expect(page.getByText('You wrote this. Someone else must check it.')).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.locator('.decision')).toHaveCount(0);
});

for (const [code, words] of [
  ['edited-since', 'It was changed meanwhile. Look at it again.'],
  ['already-decided', 'Somebody has decided on it already.'],
] as const)
  test(`V10 a decision that comes too late is said plainly: ${code}`, async ({ page, server }) => {
    fill(server, () => ({ error: { code } }));
    await openReview(page);
    await page.keyboard.press('?');
    await page.getByLabel('What do you want to know?').fill('Who told you?');
    await page.getByRole('button', { name: 'Send the question' }).click();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.locator('.review-item')).toHaveCount(3);
  });
