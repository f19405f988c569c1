import * as v from 'valibot';
import { isRefusal } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import {
  approve,
  changeMe,
  changeRoles,
  disable,
  invite,
  readPeople,
  recover,
  removeCredential,
} from './people.ts';
import {
  Languages,
  LinkSchema,
  MeSchema,
  Name,
  NOTHING,
  Nothing,
  PersonSchema,
  ProgressSchema,
  Regions,
  Roles,
} from './person-schemas.ts';
import { needsStepUp } from './step-up.ts';

/** As it is shown, also where somebody types it with spaces. */
const BrowserCode = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((text) => text.toLowerCase().replace(/[\s-]/g, '')),
  v.regex(/^[a-z0-9]{12}$/),
);

export const peopleRoutes = [
  route({
    method: 'PUT',
    path: '/api/me',
    summary: 'Changes the name that others see, and the languages one speaks',
    who: [],
    limit: 'draft',
    body: v.strictObject({ name: Name, languages: Languages }),
    answer: MeSchema,
    run: async ({ desk, session, body }) =>
      (await changeMe(desk, session, body)) ?? { status: 200, answer: { ...session.me, ...body } },
  }),
  route({
    method: 'GET',
    path: '/api/people',
    summary: 'Everybody with an account, and their passkeys',
    who: ['coordinator'],
    limit: 'read',
    answer: v.strictObject({ people: v.array(PersonSchema) }),
    run: async ({ desk }) => ({ status: 200, answer: { people: await readPeople(desk.db) } }),
  }),
  route({
    method: 'POST',
    path: '/api/people/invitations',
    summary: 'Invites somebody by a link that works once, within a day',
    who: ['coordinator'],
    limit: 'draft',
    body: v.strictObject({ name: Name, roles: Roles, regions: Regions, languages: Languages }),
    answer: LinkSchema,
    run: async ({ desk, session, body }) => {
      const made = needsStepUp(session, desk.now()) ?? (await invite(desk, session, body));
      return isRefusal(made) ? made : { status: 201, answer: made };
    },
  }),
  route({
    method: 'POST',
    path: '/api/people/:id/recovery',
    summary:
      'A link for somebody who lost the passkey; it works once, within ten minutes, in the browser that asked',
    who: ['coordinator'],
    limit: 'draft',
    body: v.strictObject({ browser: BrowserCode }),
    answer: LinkSchema,
    run: async ({ desk, session, params, body }) => {
      const made =
        needsStepUp(session, desk.now()) ?? (await recover(desk, session, params.id ?? '', body.browser));
      return isRefusal(made) ? made : { status: 201, answer: made };
    },
  }),
  route({
    method: 'POST',
    path: '/api/people/:id/roles',
    summary: 'Takes roles away, or proposes to give some',
    who: ['coordinator'],
    limit: 'draft',
    body: v.strictObject({ roles: Roles }),
    answer: ProgressSchema,
    run: async ({ desk, session, params, body }) => {
      const outcome =
        needsStepUp(session, desk.now()) ?? (await changeRoles(desk, session, params.id ?? '', body.roles));
      return isRefusal(outcome) ? outcome : { status: 200, answer: outcome };
    },
  }),
  route({
    method: 'POST',
    path: '/api/people/:id/credentials/:credential/approve',
    summary: 'Approves a passkey that waits; it works once a second coordinator has',
    who: ['coordinator'],
    limit: 'draft',
    answer: ProgressSchema,
    run: async ({ desk, session, params }) => {
      const { id = '', credential = '' } = params;
      const outcome = needsStepUp(session, desk.now()) ?? (await approve(desk, session, id, credential));
      return isRefusal(outcome) ? outcome : { status: 200, answer: outcome };
    },
  }),
  route({
    method: 'POST',
    path: '/api/people/:id/credentials/:credential/remove',
    summary: 'A passkey stops working at once',
    who: ['coordinator'],
    limit: 'draft',
    answer: Nothing,
    run: async ({ desk, session, params }) =>
      (await removeCredential(desk, session, params.id ?? '', params.credential ?? '')) ?? NOTHING,
  }),
  route({
    method: 'POST',
    path: '/api/people/:id/disable',
    summary: 'An account ends at once, with its sessions, passkeys and links',
    who: ['coordinator'],
    limit: 'draft',
    answer: Nothing,
    run: async ({ desk, session, params }) => (await disable(desk, session, params.id ?? '')) ?? NOTHING,
  }),
];
