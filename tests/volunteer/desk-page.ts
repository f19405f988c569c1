import { test as base, expect, type Page } from '@playwright/test';
import type { StaffListing } from '../../src/core/desk-api.ts';
import { type Listing, parseListing } from '../../src/core/schema.ts';
import { SETTLED } from '../settle.ts';
import { isKeptOnPhone } from '../stories/journey.ts';
import { FakeServer } from './fake-server.ts';

export { expect };

/** The volunteers' desk and the server behind it. What the page complains of fails the story. */
export const test = base.extend<{ server: FakeServer; complaints: string[]; settled: undefined }>({
  settled: [...SETTLED],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are used
  server: async ({}, use) => {
    const server = await FakeServer.open();
    for (const one of SAMPLES) server.put(staffListing(one));
    await use(server);
    await server.site.close().catch(() => undefined);
  },
  baseURL: async ({ server }, use) => use(server.origin),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // Chromium calls every refusal and every failed request an error; the desk has words for them.
        const isAnswer = message.location().url.includes('/api/');
        if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** The desk with its listings on the device, and kept to be opened without a network. */
export async function openDesk(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('.foot-tabs').waitFor();
  await isKeptOnPhone(page);
}

export function staffListing(listing: Listing, more: Partial<StaffListing> = {}): StaffListing {
  return {
    region: 'sample-city',
    version: 1,
    listing,
    hidden: null,
    closedOn: null,
    changedAt: '2026-01-10T09:00:00.000Z',
    checkedFields: {},
    forgetBefore: null,
    ...more,
  };
}

export const HARBOUR_ID = '3f2b8c1e-0000-4000-8000-000000000001';
export const CLINIC_ID = '3f2b8c1e-0000-4000-8000-000000000002';

export const SAMPLES: readonly Listing[] = [
  listingOf({
    id: HARBOUR_ID,
    name: 'Harbour Helpline (made up)',
    description: 'Somebody to talk to, day and night.',
    needs: ['safe.crisis-line'],
    channels: [{ type: 'phone', value: '+442079460101' }],
    notes: ['Callers may tell of being hurt.'],
    locations: [{ visibility: 'none', location_type: 'virtual' }],
  }),
  listingOf({
    id: CLINIC_ID,
    name: 'Lantern Clinic (made up)',
    description: 'Doctors who see anybody.',
    needs: ['health.urgent'],
    channels: [
      { type: 'phone', value: '+442079460102' },
      { type: 'web', value: 'https://lantern.example/' },
    ],
    cost: { value: 'free' },
  }),
];

function listingOf(more: object): Listing {
  const outcome = parseListing({
    text_language: 'en',
    status: 'active',
    organization: { id: '3f2b8c1e-0000-4000-8000-0000000000ff', name: 'Made-up Trust' },
    country: 'GB',
    verification: { state: 'confirmed', method: 'call', checked_on: '2026-01-10', checked_by: 'volunteer' },
    sample: true,
    ...more,
  });
  if (!outcome.ok) throw new Error(`tests: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}
