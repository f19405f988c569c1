import * as v from 'valibot';
import type { SessionAnswer } from '../../core/desk-api.ts';
import { isRefusal } from '../http/refusal.ts';
import { type Desk, route, type Session } from '../http/route.ts';
import { newChallenge } from './challenges.ts';
import { isOpened } from './opened.ts';
import { Assertion, RequestOptions } from './passkey-schemas.ts';
import { requestOptions } from './passkeys.ts';
import { NOTHING, Nothing, SessionSchema } from './person-schemas.ts';
import { endedSessionCookie, readSession, sessionCookie } from './session.ts';
import { signIn, signOut, stepUp } from './sign-in.ts';

const AssertionBody = v.strictObject({ response: Assertion });

export const signInRoutes = [
  route({
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, and whether the desk is open',
    who: 'anyone',
    limit: 'read',
    isEarly: true,
    answer: SessionSchema,
    run: async ({ desk, session }) => ({ status: 200, answer: await sessionAnswer(desk, session) }),
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/options',
    summary: 'What a device needs to sign somebody in; nobody is named',
    who: 'anyone',
    limit: 'sign-in',
    answer: RequestOptions,
    run: async ({ desk }) => {
      const challenge = await newChallenge(desk.db, 'sign-in', null, desk.now());
      return { status: 200, answer: requestOptions(desk.origin, challenge) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/sign-in',
    summary: 'Begins a session',
    who: 'anyone',
    limit: 'sign-in',
    body: AssertionBody,
    answer: SessionSchema,
    run: async ({ desk, session, body }) => {
      const outcome = await signIn(desk, session, body.response);
      if (isRefusal(outcome)) return outcome;
      const cookie = sessionCookie(outcome.token);
      const answer = await sessionAnswer(desk, await readSession(desk.db, cookie, desk.now()));
      return { status: 200, answer, headers: { 'Set-Cookie': cookie } };
    },
  }),
  route({
    method: 'POST',
    path: '/api/step-up/options',
    summary: 'What the device needs to make sure once more who it is',
    who: [],
    limit: 'draft',
    answer: RequestOptions,
    run: async ({ desk, session }) => {
      const challenge = await newChallenge(desk.db, 'step-up', session.me.id, desk.now());
      return { status: 200, answer: requestOptions(desk.origin, challenge, [session.credentialId]) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/step-up',
    summary: 'For the next five minutes this person may decide on risky fields',
    who: [],
    limit: 'draft',
    body: AssertionBody,
    answer: SessionSchema,
    run: async ({ desk, session, body }) => {
      const steppedUpAt = await stepUp(desk, session, body.response);
      if (isRefusal(steppedUpAt)) return steppedUpAt;
      return { status: 200, answer: await sessionAnswer(desk, { ...session, steppedUpAt }) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/sign-out',
    summary: 'Ends the session, and has the browser forget what it kept of the desk',
    who: [],
    limit: 'read',
    answer: Nothing,
    run: async ({ desk, session }) => {
      await signOut(desk, session);
      return {
        ...NOTHING,
        headers: {
          'Set-Cookie': endedSessionCookie(),
          'Clear-Site-Data': '"cache", "cookies", "storage"',
        },
      };
    },
  }),
];

async function sessionAnswer(desk: Desk, session: Session | null): Promise<SessionAnswer> {
  return {
    isReady: await isOpened(desk.db),
    isDemo: desk.isDemo,
    me: session && session.idHash !== '' ? session.me : null,
    steppedUpAt: session?.steppedUpAt?.toISOString() ?? null,
  };
}
