import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { SessionAnswer } from '../../core/desk-api.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Api, ApiProblem } from './api-client.ts';

/** `cancelled`: the person or the device said no; which of them, browsers do not tell. */
export type PasskeyProblem = ApiProblem | { readonly kind: 'cancelled' } | { readonly kind: 'no-passkeys' };

export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function';
}

/** Signs in with a passkey of this device, or of one beside it. */
export async function signInHere(api: Api): Promise<Result<SessionAnswer, PasskeyProblem>> {
  const options = await api.signInOptions();
  if (!options.ok) return options;
  const response = await asked(() => startAuthentication({ optionsJSON: options.value }));
  return response.ok ? await api.signIn(response.value) : response;
}

/** Makes a passkey by a one-time link; it can do nothing until a coordinator has approved it (SV-2). */
export async function enrolHere(
  api: Api,
  token: string,
): Promise<Result<{ readonly state: 'waiting' | 'active' }, PasskeyProblem>> {
  const options = await api.enrolOptions(token);
  if (!options.ok) return options;
  const response = await asked(() => startRegistration({ optionsJSON: options.value }));
  return response.ok ? await api.enrol(token, response.value) : response;
}

async function asked<Value>(ask: () => Promise<Value>): Promise<Result<Value, PasskeyProblem>> {
  if (!hasPasskeys()) return fail({ kind: 'no-passkeys' });
  try {
    return succeed(await ask());
  } catch {
    return fail({ kind: 'cancelled' });
  }
}
