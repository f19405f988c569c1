import { fail, type Result, succeed } from './result.ts';

export type LinkProblem = { readonly kind: 'not-a-safe-link' };

const LIMIT = 2048;
// RFC 5321: a path of 256 characters with its two brackets.
const EMAIL_LIMIT = 254;
const NOT_SAFE = fail<LinkProblem>({ kind: 'not-a-safe-link' });
// Hosts without a dot, addresses in numbers, and the machine itself are never a service's page.
const NAMED_HOST = /^[^.]+(\.[^.]+)+$/;
const IP_HOST = /^(\d{1,3}\.){3}\d{1,3}$|^\[/;

/**
 * An outside page that is safe to offer: `https:` only, a real host name, no user information, at most 2,048
 * characters. A listing's text can be hostile, so anything else is refused and the listing is kept without a link.
 */
export function parseWebLink(text: string): Result<{ href: string; host: string }, LinkProblem> {
  // The scheme must be there in full: `https:evil`, `https:///evil` and control characters are repaired by URL parsers.
  if (text.length > LIMIT || !/^https:\/\/[^/\s\\][^\s\\]*$/i.test(text) || hasControl(text)) return NOT_SAFE;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return NOT_SAFE;
  }
  const host = url.hostname;
  const isSafe =
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    NAMED_HOST.test(host) &&
    !host.endsWith('.localhost') &&
    !IP_HOST.test(host);
  // URL gives an international host name in punycode, so a look-alike letter shows as `xn--`.
  return isSafe ? succeed({ href: url.href, host }) : NOT_SAFE;
}

/** An address only: no headers, no encoded text, so that a link can never prefill words. */
export function parseEmail(text: string): Result<{ href: string }, LinkProblem> {
  const isPlain =
    text.length <= EMAIL_LIMIT && /^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text);
  return isPlain ? succeed({ href: `mailto:${text}` }) : NOT_SAFE;
}

function hasControl(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x21 || code === 0x7f) return true;
  }
  return false;
}
