import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/core/desk-api.ts';
import { ROUTES } from '../../src/server/routes.ts';
import { DATABASES, openDesk, type TestDesk } from './harness.ts';

// Who may use each way in, written down a second time: a route without a line here fails, and so does one that lets in
// somebody else than this says.

const EVERYBODY = 'anyone';
const SIGNED_IN = 'signed in';

const VOLUNTEERS: readonly Role[] = ['contributor', 'reviewer', 'coordinator'];
const DECIDE: readonly Role[] = ['reviewer', 'coordinator'];

const MATRIX: Readonly<Record<string, typeof EVERYBODY | typeof SIGNED_IN | readonly Role[]>> = {
  'GET /api/health': EVERYBODY,
  'GET /api/ready': EVERYBODY,
  'GET /api/openapi.json': EVERYBODY,
  'GET /api/session': EVERYBODY,
  'POST /api/sign-in/options': EVERYBODY,
  'POST /api/sign-in': EVERYBODY,
  'POST /api/enrol/options': EVERYBODY,
  'POST /api/enrol': EVERYBODY,
  'POST /api/recovery': EVERYBODY,
  'POST /api/step-up/options': SIGNED_IN,
  'POST /api/step-up': SIGNED_IN,
  'POST /api/sign-out': SIGNED_IN,
  'PUT /api/me': SIGNED_IN,
  'GET /api/people': ['coordinator'],
  'POST /api/people/invitations': ['coordinator'],
  'POST /api/people/:id/recovery': ['coordinator'],
  'POST /api/people/:id/roles': ['coordinator'],
  'POST /api/people/:id/credentials/:credential/approve': ['coordinator'],
  'POST /api/people/:id/credentials/:credential/remove': ['coordinator'],
  'POST /api/people/:id/disable': ['coordinator'],
  'GET /api/proposals': ['coordinator'],
  'POST /api/proposals/:id/agree': ['coordinator'],
  'GET /api/log': ['auditor', 'coordinator'],
  'GET /api/listings': VOLUNTEERS,
  'GET /api/listings/:id': VOLUNTEERS,
  'GET /api/listings/:id/history': VOLUNTEERS,
  'POST /api/listings/:id/hide': DECIDE,
  'POST /api/listings/:id/unhide': DECIDE,
  'POST /api/listings/:id/provider-links': DECIDE,
  'GET /api/edits': VOLUNTEERS,
  'POST /api/edits': VOLUNTEERS,
  'GET /api/edits/:id': VOLUNTEERS,
  'POST /api/edits/:id/decisions': DECIDE,
  'POST /api/edits/:id/withdraw': VOLUNTEERS,
  'POST /api/edits/:id/undo': VOLUNTEERS,
  'GET /api/work': VOLUNTEERS,
  'POST /api/checks': VOLUNTEERS,
  'POST /api/reports': VOLUNTEERS,
  'POST /api/tasks': VOLUNTEERS,
  'POST /api/tasks/:id/done': VOLUNTEERS,
  // By a link that works once; what comes back enters review (V15).
  'GET /api/provider/:token': EVERYBODY,
  'POST /api/provider/:token': EVERYBODY,
  'GET /api/export': ['coordinator'],
  'GET /api/export/diff': ['coordinator'],
};

const WHO: readonly (readonly Role[] | 'nobody')[] = [
  'nobody',
  [],
  ['contributor'],
  ['reviewer'],
  ['coordinator'],
  ['auditor'],
];

test('SV-6 SV-13 every way in is known, and there is no other', () => {
  expect(ROUTES.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(MATRIX).sort());
});

describe.each(DATABASES)('on $kind', (kind) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());

  test.each(Object.entries(MATRIX))('SV-6 %s lets in %s and nobody else', async (name, allowed) => {
    const [method = '', path = ''] = name.split(' ');
    const filled = path.replaceAll(/:\w+/g, () => randomUUID());
    for (const who of WHO) {
      const client = who === 'nobody' ? desk.client() : await desk.signIn(who);
      const { status, body } = await client.send(method, filled);
      const code = body.error?.code;
      const isIn =
        allowed === EVERYBODY ||
        (who !== 'nobody' && (allowed === SIGNED_IN || who.some((role) => allowed.includes(role))));
      const said = `${who} was answered ${status} ${code}`;
      if (isIn) expect(code, said).not.toBe('not-allowed');
      else expect(code, said).toBe(who === 'nobody' ? 'not-signed-in' : 'not-allowed');
      if (isIn && who !== 'nobody') expect(status, said).not.toBe(401 * Number(path !== '/api/sign-in'));
    }
  });
});
