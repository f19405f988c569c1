import * as v from 'valibot';
import { change } from '../database/change.ts';
import { isRefusal } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { ProgressSchema, ProposalSchema } from './person-schemas.ts';
import { agree, openProposals } from './proposals.ts';
import { needsStepUp } from './step-up.ts';

export const proposalRoutes = [
  route({
    method: 'GET',
    path: '/api/proposals',
    summary: 'What waits for a second coordinator',
    who: ['coordinator'],
    limit: 'read',
    answer: v.strictObject({ proposals: v.array(ProposalSchema) }),
    run: async ({ desk }) => {
      const open = await openProposals(desk.db, desk.now());
      const proposals = open.map(({ id, kind, subject, roles, byAccount, byName, at }) => ({
        id,
        kind,
        subject,
        roles,
        by: { id: byAccount, name: byName },
        at: at.toISOString(),
      }));
      return { status: 200, answer: { proposals } };
    },
  }),
  route({
    method: 'POST',
    path: '/api/proposals/:id/agree',
    summary: 'The second coordinator agrees, and it is done',
    who: ['coordinator'],
    limit: 'draft',
    answer: ProgressSchema,
    run: async ({ desk, session, params }) => {
      const outcome =
        needsStepUp(session, desk.now()) ??
        (await change(desk.db, desk.now(), (step) => agree(step, session, params.id ?? '')));
      return isRefusal(outcome) ? outcome : { status: 200, answer: outcome };
    },
  }),
];
