import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Assertion, CreationOptions, Registration, RequestOptions } from './passkey-schemas.ts';

// The only place that knows how a passkey is asked and what makes its answer good: made for exactly this origin, by a
// device that made sure that it is the person (SV-2, SV-3).

const TIMEOUT_MS = 5 * 60_000;
const ES256 = -7;
const RS256 = -257;
/** What every platform of the last years can do; ES256 first, which all of them prefer. */
const ALGORITHMS = [ES256, RS256];
/** Stands in the device's list of passkeys, which others may see. */
const NEUTRAL_NAME = 'Desk';

const rpIdOf = (origin: string) => new URL(origin).hostname;

export function creationOptions(
  origin: string,
  challenge: string,
  account: { readonly id: string; readonly name: string },
): CreationOptions {
  const { id, name } = account;
  return {
    challenge,
    rp: { name: NEUTRAL_NAME, id: rpIdOf(origin) },
    user: { id: Buffer.from(id).toString('base64url'), name, displayName: name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: TIMEOUT_MS,
    attestation: 'none',
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  };
}

/** With no credentials named the device offers its own, and nothing is said of who exists (SV-15). */
export function requestOptions(
  origin: string,
  challenge: string,
  credentials: readonly string[] = [],
): RequestOptions {
  return {
    challenge,
    rpId: rpIdOf(origin),
    timeout: TIMEOUT_MS,
    userVerification: 'required',
    allowCredentials: credentials.map((id) => ({ type: 'public-key', id })),
  };
}

export interface NewCredential {
  readonly id: string;
  readonly publicKey: string;
  readonly counter: number;
}

/** The credential that was made, or null where anything about it is not as it must be. */
export async function madeCredential(
  origin: string,
  challenge: string,
  response: Registration,
): Promise<NewCredential | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
  } catch {
    return null;
  }
}

/** How often the device says it has signed, or null where the signature is not good. */
export async function signedCount(
  origin: string,
  challenge: string,
  response: Assertion,
  credential: { readonly id: string; readonly publicKey: string },
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: true,
      // The library looks at the counter before the signature. Ours is looked at after it: else anybody could lock a
      // credential by making a number up.
      credential: { id: credential.id, publicKey: bytesOf(credential.publicKey), counter: 0 },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}
