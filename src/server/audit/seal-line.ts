import { createHash } from 'node:crypto';
import type { AuditAction } from '../../core/audit-actions.ts';
import type { AuditEntry } from '../../core/desk-api.ts';

export interface LogLine {
  /** An account's id, or who acts without one: `server`, `provider`. */
  readonly actor: string;
  readonly action: AuditAction;
  readonly object: string;
  /** Names of fields and states; never a value, of an address not even a hash (SV-12). */
  readonly detail?: Readonly<Record<string, string | readonly string[]>>;
}

/** The next entry: its hash covers all of it and the hash before, so that none can be changed or taken out unseen. */
export function sealLine(
  { actor, action, object, detail = {} }: LogLine,
  now: Date,
  end: { readonly seq: number; readonly hash: string },
): AuditEntry & { detail: Record<string, string | string[]> } {
  const line = {
    seq: end.seq + 1,
    at: now.toISOString(),
    actor,
    action,
    object,
    detail: detail as Record<string, string | string[]>,
    previous: end.hash,
  };
  return { ...line, hash: hashOf(line) };
}

export function hashOf(line: Omit<AuditEntry, 'hash'>): string {
  const { seq, at, actor, action, object, detail, previous } = line;
  // Sorted: a database does not keep the order of names in JSON.
  const sorted = Object.entries(detail).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([seq, at, actor, action, object, sorted, previous]);
  return createHash('sha256').update(text).digest('hex');
}
