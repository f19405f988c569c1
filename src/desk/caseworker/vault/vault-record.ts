import type { Instant } from '../../../core/dates.ts';

/** Anything that JSON can hold: what a record says is the business of whoever keeps it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One thing that is kept: a client, a shortlist, a referral. */
export interface VaultRecord {
  /** Random (`newRecordId`), so that it says nothing even where it is exported. */
  readonly id: string;
  readonly kind: string;
  /** Whose it is, so that all of one client can be erased; null for what belongs to nobody, such as settings. */
  readonly clientId: string | null;
  /** When it was last changed: of two with the same id, the later is kept. */
  readonly changedAt: Instant;
  readonly content: Json;
}

export function newRecordId(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

/** Whether what was read from a file is a record. Its content is read by whoever knows its kind. */
export function isVaultRecord(value: unknown): value is VaultRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, clientId, changedAt, content } = value as Partial<Record<keyof VaultRecord, unknown>>;
  return (
    isWord(id) &&
    isWord(kind) &&
    (clientId === null || isWord(clientId)) &&
    Number.isSafeInteger(changedAt) &&
    content !== undefined
  );
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 100;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
