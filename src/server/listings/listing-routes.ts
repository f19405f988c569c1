import * as v from 'valibot';
import {
  HIDE_REASONS,
  type HideReason,
  type HistoryStep,
  type ListingsAnswer,
  type StaffListing,
} from '../../core/desk-api.ts';
import { isUuid } from '../../core/schema.ts';
import { refusal } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { hideListing, unhideListing } from './hide-listing.ts';
import { HistoryAnswer, ListingsPage, StaffListingAnswer } from './listing-answers.ts';
import { readHistory } from './read-history.ts';
import { readListing, readListingsAfter } from './read-listings.ts';

const VOLUNTEERS = ['contributor', 'reviewer', 'coordinator'] as const;
const REVIEWERS = ['reviewer', 'coordinator'] as const;

export const listingRoutes = [
  route<undefined, ListingsAnswer>({
    method: 'GET',
    path: '/api/listings',
    summary: 'Listings that changed after a cursor, at most 200',
    who: VOLUNTEERS,
    limit: 'read',
    query: v.strictObject({ after: v.optional(v.pipe(v.string(), v.maxLength(60)), '') }),
    answer: ListingsPage,
    run: async ({ desk, query }) => {
      const answer = await readListingsAfter(desk.db, query.after ?? '');
      return answer ? { status: 200, answer } : refusal('bad-request', { detail: 'after' });
    },
  }),
  route<undefined, StaffListing>({
    method: 'GET',
    path: '/api/listings/:id',
    summary: 'One listing as it is now',
    who: VOLUNTEERS,
    limit: 'read',
    answer: StaffListingAnswer,
    run: async ({ desk, params }) => {
      const answer = isUuid(params.id) ? await readListing(desk.db, params.id) : null;
      return answer ? { status: 200, answer } : refusal('not-found');
    },
  }),
  route<undefined, readonly HistoryStep[]>({
    method: 'GET',
    path: '/api/listings/:id/history',
    summary: 'Every version of a listing, for ever',
    who: VOLUNTEERS,
    limit: 'read',
    answer: HistoryAnswer,
    run: async ({ desk, params }) => {
      const answer = isUuid(params.id) ? await readHistory(desk.db, params.id) : [];
      return answer.length > 0 ? { status: 200, answer } : refusal('not-found');
    },
  }),
  route<{ reason: HideReason }, StaffListing>({
    method: 'POST',
    path: '/api/listings/:id/hide',
    summary: 'Hides a listing at once; the next release revokes it',
    who: REVIEWERS,
    limit: 'draft',
    body: v.strictObject({ reason: v.picklist(HIDE_REASONS) }),
    answer: StaffListingAnswer,
    run: async (asked) => (isUuid(asked.params.id) ? await hideListing(asked) : refusal('not-found')),
  }),
  route<unknown, StaffListing>({
    method: 'POST',
    path: '/api/listings/:id/unhide',
    summary: 'Proposes to show a hidden listing again, or as a second person does so',
    who: REVIEWERS,
    limit: 'draft',
    answer: StaffListingAnswer,
    run: async (asked) => (isUuid(asked.params.id) ? await unhideListing(asked) : refusal('not-found')),
  }),
];
