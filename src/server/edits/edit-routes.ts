import * as v from 'valibot';
import type { DecisionRequest, KeptEdit } from '../../core/desk-api.ts';
import { EDIT_STATES, type Edit } from '../../core/edits/edit.ts';
import { isUuid } from '../../core/schema.ts';
import { refusal } from '../http/refusal.ts';
import { type Asked, route } from '../http/route.ts';
import { decideEdit } from './decide-edit.ts';
import { DecisionBody, EditBody, KeptEditAnswer } from './edit-bodies.ts';
import { proposeEdit } from './propose-edit.ts';
import { type EditRow, keptEdit, maySee, readEdit, readEdits } from './read-edits.ts';
import { undoEdit } from './undo-edit.ts';
import { withdrawEdit } from './withdraw-edit.ts';

const AUTHORS = ['contributor', 'reviewer', 'coordinator'] as const;
const REVIEWERS = ['reviewer', 'coordinator'] as const;

export const editRoutes = [
  route<Edit, KeptEdit>({
    method: 'POST',
    path: '/api/edits',
    summary: 'Proposes an edit, or amends one that is one’s own; sent twice it is one',
    who: AUTHORS,
    limit: 'draft',
    body: EditBody,
    answer: KeptEditAnswer,
    run: proposeEdit,
  }),
  route<undefined, readonly KeptEdit[]>({
    method: 'GET',
    path: '/api/edits',
    summary: 'Edits in a state: all of them for reviewers, else one’s own',
    who: AUTHORS,
    limit: 'read',
    query: v.strictObject({ state: v.optional(v.picklist(EDIT_STATES)) }) as v.GenericSchema<
      unknown,
      Record<string, string>
    >,
    answer: v.array(KeptEditAnswer),
    run: async ({ desk, session, query }) => {
      const state = EDIT_STATES.find((one) => one === query.state);
      return { status: 200, answer: await readEdits(desk.db, { session, now: desk.now() }, state) };
    },
  }),
  route<undefined, KeptEdit>({
    method: 'GET',
    path: '/api/edits/:id',
    summary: 'One edit with what was decided on it',
    who: AUTHORS,
    limit: 'read',
    answer: KeptEditAnswer,
    run: async (asked) => {
      const row = await seen(asked);
      if (!row) return refusal('not-found');
      const { desk, session } = asked;
      return { status: 200, answer: await keptEdit(desk.db, { session, now: desk.now() }, row) };
    },
  }),
  route<DecisionRequest, KeptEdit>({
    method: 'POST',
    path: '/api/edits/:id/decisions',
    summary: 'Approves an edit of somebody else, asks about it or rejects it',
    who: REVIEWERS,
    limit: 'draft',
    body: DecisionBody,
    answer: KeptEditAnswer,
    run: withId(decideEdit),
  }),
  route<unknown, KeptEdit>({
    method: 'POST',
    path: '/api/edits/:id/withdraw',
    summary: 'Takes back an edit of one’s own that nobody has decided on',
    who: AUTHORS,
    limit: 'draft',
    answer: KeptEditAnswer,
    run: withId(withdrawEdit),
  }),
  route<unknown, KeptEdit>({
    method: 'POST',
    path: '/api/edits/:id/undo',
    summary: 'Puts back what an approved edit changed, within a day, by its author or who approved it',
    who: AUTHORS,
    limit: 'draft',
    answer: KeptEditAnswer,
    run: withId(undoEdit),
  }),
];

async function seen({ desk, session, params }: Asked<unknown>): Promise<EditRow | null> {
  const row = isUuid(params.id) ? await readEdit(desk.db, params.id) : null;
  return row && maySee(session, row) ? row : null;
}

/** What is no id reaches no database. */
function withId<Body, Outcome>(run: (asked: Asked<Body>) => Promise<Outcome>) {
  return async (asked: Asked<Body>) => (isUuid(asked.params.id) ? await run(asked) : refusal('not-found'));
}
