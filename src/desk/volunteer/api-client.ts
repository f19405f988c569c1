import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import type {
  HistoryStep,
  KeptEdit,
  ListingsAnswer,
  Refusal,
  RefusalCode,
  RefusedField,
  SessionAnswer,
  StaffListing,
  WorkAnswer,
} from '../../core/desk-api.ts';
import type { Check, Edit } from '../../core/edits/edit.ts';
import { fail, type Result, succeed } from '../../core/result.ts';

/** Why something was not answered: nobody did, or the server said no. */
export type ApiProblem =
  | { readonly kind: 'offline' }
  | {
      readonly kind: 'refused';
      readonly code: RefusalCode;
      readonly detail?: string | undefined;
      readonly fields?: readonly RefusedField[] | undefined;
      readonly current?: StaffListing | undefined;
    };
export type Answer<Value> = Promise<Result<Value, ApiProblem>>;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The only place of the volunteers' desk that asks the network for anything; every refusal is a value. */
export async function ask<Value>(method: Method, path: `/api/${string}`, body?: unknown): Answer<Value> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      ...(method === 'GET'
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) }),
    });
    // Whoever answers in something else is not the server: a café's page before it lets one in.
    if (!isJson(response)) return fail({ kind: 'offline' });
    const answer: unknown = await response.json();
    return response.ok ? succeed(answer as Value) : fail(problemOf(answer));
  } catch {
    return fail({ kind: 'offline' });
  }
}

function isJson(response: Response): boolean {
  return /^application\/json\b/i.test(response.headers.get('Content-Type') ?? '');
}

function problemOf(answer: unknown): ApiProblem {
  const { error } = (answer ?? {}) as Partial<Refusal>;
  return error ? { kind: 'refused', ...error } : { kind: 'refused', code: 'failed' };
}

const named = (id: string) => encodeURIComponent(id);

/** What the desk asks of its server. */
export const api = {
  session: () => ask<SessionAnswer>('GET', '/api/session'),
  recoveryCode: () => ask<{ readonly code: string }>('POST', '/api/recovery'),
  signInOptions: () => ask<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/sign-in/options'),
  signIn: (response: AuthenticationResponseJSON) => ask<SessionAnswer>('POST', '/api/sign-in', { response }),
  signOut: () => ask<object>('POST', '/api/sign-out'),
  enrolOptions: (token: string) =>
    ask<PublicKeyCredentialCreationOptionsJSON>('POST', '/api/enrol/options', { token }),
  enrol: (token: string, response: RegistrationResponseJSON) =>
    ask<{ readonly state: 'waiting' | 'active' }>('POST', '/api/enrol', { token, response }),
  listings: (after: string) => ask<ListingsAnswer>('GET', `/api/listings?after=${named(after)}`),
  history: (listingId: string) =>
    ask<readonly HistoryStep[]>('GET', `/api/listings/${named(listingId)}/history`),
  work: () => ask<WorkAnswer>('GET', '/api/work'),
  sendEdit: (edit: Edit) => ask<KeptEdit>('POST', '/api/edits', edit),
  sendCheck: (check: Check) => ask<object>('POST', '/api/checks', check),
};
export type Api = typeof api;
