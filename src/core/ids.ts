import { sha1 } from '@noble/hashes/legacy.js';

// Fixed for good: an id is how an edit, a saved listing or a link finds its listing again.
const NAMESPACE = '6f1c0e0a-6d0b-5d7e-9a51-3c1f4e2b7a90';

/** The id of the listing kept in `<slug>.json`: the same on every machine and at every build. */
export function listingId(slug: string): string {
  return uuid5(slug);
}

/** The id of an organisation, from its name in lower case, so that its listings share it. */
export function organizationId(name: string): string {
  return uuid5(`org:${name.toLowerCase()}`);
}

/** A name-based UUID, version 5 (RFC 9562, 5.5). SHA-1 is what the standard says; nothing here is to be proved by it. */
function uuid5(name: string): string {
  const namespace = NAMESPACE.replaceAll('-', '').match(/../g) ?? [];
  const bytes = sha1
    .create()
    .update(Uint8Array.from(namespace, (pair) => Number.parseInt(pair, 16)))
    .update(new TextEncoder().encode(name))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
