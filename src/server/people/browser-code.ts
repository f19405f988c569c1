import { hashOfToken, newToken } from './session.ts';

// Somebody who lost the passkey asks from the browser that will be used. It keeps a secret in a cookie and shows a code
// made from that; the person reads the code to a coordinator, and the link that the coordinator makes works in that
// browser only (SV-2). The server keeps nothing until then, so asking says nothing of who exists.

const COOKIE = '__Host-browser';
const LETTERS = 'abcdefghjkmnpqrstvwxyz0123456789';
/** Sixty bits: more than anybody can try within the ten minutes that a link lives, and short enough to be read aloud. */
const LENGTH = 12;
const LASTS_SECONDS = 60 * 60;

export function newBrowser(): { readonly code: string; readonly cookie: string } {
  const token = newToken();
  const cookie = `${COOKIE}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${LASTS_SECONDS}`;
  return { code: codeOf(token), cookie };
}

/** The code of the browser that sends these cookies. */
export function browserCode(cookies: string): string | null {
  const token = new RegExp(`(?:^|;\\s*)${COOKIE}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(cookies)?.[1];
  return token ? codeOf(token) : null;
}

function codeOf(token: string): string {
  const bytes = Buffer.from(hashOfToken(token), 'hex').subarray(0, LENGTH);
  return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
