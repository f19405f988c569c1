import * as v from 'valibot';
import { isRefusal } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { newBrowser } from './browser-code.ts';
import { beginEnrolment, enrol } from './enrol.ts';
import { CreationOptions, Registration } from './passkey-schemas.ts';

const Token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

export const enrolRoutes = [
  route({
    method: 'POST',
    path: '/api/enrol/options',
    summary: 'What a device needs to make a passkey by a one-time link',
    who: 'anyone',
    limit: 'enrol',
    isEarly: true,
    body: v.strictObject({ token: Token }),
    answer: CreationOptions,
    run: async ({ desk, body, cookies }) => {
      const options = await beginEnrolment(desk, body.token, cookies);
      return isRefusal(options) ? options : { status: 200, answer: options };
    },
  }),
  route({
    method: 'POST',
    path: '/api/enrol',
    summary: 'Keeps the passkey that was made; it waits until coordinators have approved it',
    who: 'anyone',
    limit: 'enrol',
    isEarly: true,
    body: v.strictObject({ token: Token, response: Registration }),
    answer: v.strictObject({ state: v.picklist(['waiting', 'active']) }),
    run: async ({ desk, body, cookies }) => {
      const outcome = await enrol(desk, body.token, cookies, body.response);
      return isRefusal(outcome) ? outcome : { status: 201, answer: outcome };
    },
  }),
  route({
    method: 'POST',
    path: '/api/recovery',
    summary: 'The code of this browser, to be read to a coordinator who makes a link for it',
    who: 'anyone',
    limit: 'enrol',
    answer: v.strictObject({ code: v.string() }),
    run: async () => {
      const { code, cookie } = newBrowser();
      return { status: 200, answer: { code }, headers: { 'Set-Cookie': cookie } };
    },
  }),
];
