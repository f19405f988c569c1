import { fillDirectory, LAW_ID, proposalOf, REVIEWER } from './a-directory.ts';
import { expect, openDesk, test } from './desk-page.ts';

test('V10 who is asked about a proposal reads the question, looks at it again, and sends the same proposal mended', async ({
  page,
  server,
}) => {
  fillDirectory(server, { ...REVIEWER, roles: ['contributor'] });
  const asked = proposalOf(
    LAW_ID,
    { alternate_name: 'The Quay' },
    {
      state: 'asked',
      isMine: true,
      cannotDecide: 'own-edit',
      decisions: [
        {
          decision: 'ask',
          by: { id: 'p7', name: 'Rook' },
          at: '2026-11-21T10:00:00.000Z',
          reason: null,
          comment: 'Is it written on the door?',
          method: null,
          isVoid: false,
        },
      ],
    },
  );
  server.answers.set('GET /api/edits', (_, url) =>
    url.searchParams.get('state') === 'asked' ? [asked] : [],
  );
  await openDesk(page);
  await page.getByRole('button', { name: 'Outbox', exact: true }).click();
  await expect(page.getByText('Is it written on the door?')).toBeVisible();
  await page.getByRole('button', { name: 'Look at it again' }).click();
  await expect(page.getByLabel('Another name it is known by')).toHaveValue('The Quay');
  await page.getByLabel('Another name it is known by').fill('Quay Law');
  await page.getByRole('button', { name: 'Send for checking' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]).toMatchObject({
    id: asked.edit.id,
    changes: [{ field: 'alternate_name', before: null, after: 'Quay Law' }],
  });
});

test('V11 within a day who wrote or approved a change takes it back with one tap', async ({
  page,
  server,
}) => {
  fillDirectory(server, REVIEWER);
  const kept = proposalOf(LAW_ID, { alternate_name: 'The Quay' });
  server.changeBySomebody(LAW_ID, 'alternate_name', 'The Quay', 'Heron');
  const [step] = server.history;
  if (step) server.history[0] = { ...step, editId: kept.edit.id };
  const undone: string[] = [];
  const until = new Date(Date.now() + 3_600_000).toISOString();
  server.answers.set(`GET /api/edits/${kept.edit.id}`, () => ({
    ...kept,
    state: 'approved',
    undoUntil: until,
  }));
  server.answers.set(`POST /api/edits/${kept.edit.id}/undo`, () => {
    undone.push(kept.edit.id);
    server.answers.set(`GET /api/edits/${kept.edit.id}`, () => ({
      ...kept,
      state: 'undone',
      undoUntil: null,
    }));
    return { ...kept, state: 'undone' };
  });
  await openDesk(page);
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await page.getByRole('button', { name: 'More about Quay Law Centre (made up)' }).click();
  await page.getByRole('button', { name: 'Everything that was changed' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => undone.length).toBe(1);
});
