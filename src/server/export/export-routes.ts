import * as v from 'valibot';
import type { RiskyChange } from '../../core/desk-api.ts';
import type { DeskExport } from '../../core/desk-export.ts';
import { RISKS } from '../../core/edits/risk.ts';
import { ListingSchema } from '../../core/schema.ts';
import { FieldChangeBody } from '../edits/edit-bodies.ts';
import { route } from '../http/route.ts';
import { makeExport } from './make-export.ts';
import { riskyChanges } from './risky-changes.ts';

const COORDINATORS = ['coordinator'] as const;

const ExportAnswer = v.strictObject({
  type: v.literal('waypost-listings'),
  version: v.literal(1),
  regions: v.record(v.string(), v.array(ListingSchema)),
  revoked: v.array(v.strictObject({ service_id: v.string(), from: v.string() })),
  release: v.strictObject({ number: v.number(), at: v.string() }),
});

const RiskyAnswer = v.array(
  v.strictObject({
    listingId: v.string(),
    name: v.string(),
    region: v.string(),
    version: v.number(),
    risk: v.picklist(RISKS),
    change: FieldChangeBody,
  }),
);

export const exportRoutes = [
  route<undefined, DeskExport>({
    method: 'GET',
    path: '/api/export',
    summary: 'Approved listings for whoever builds and signs; the server can do neither',
    who: COORDINATORS,
    limit: 'export',
    answer: ExportAnswer,
    run: async ({ desk }) => {
      const made = await makeExport(desk.db);
      return made.ok ? { status: 200, answer: made.value } : made.problem;
    },
  }),
  route<undefined, readonly RiskyChange[]>({
    method: 'GET',
    path: '/api/export/diff',
    summary: 'Risky changes since the instant of a release, to read before signing',
    who: COORDINATORS,
    limit: 'export',
    query: v.strictObject({ since: v.pipe(v.string(), v.isoTimestamp()) }),
    answer: RiskyAnswer,
    run: async ({ desk, query }) => ({
      status: 200,
      answer: await riskyChanges(desk.db, new Date(query.since ?? 0)),
    }),
  }),
];
