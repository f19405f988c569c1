import { dayOf, type Instant } from '../../../core/dates.ts';
import { type HandOverProblem, readHandOver, resolveMarks } from '../../../core/hand-over.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { DirectoryClient } from '../../../page/directory-client.ts';
import { inflate } from '../../../page/raw-deflate.ts';
import type { Received } from '../../session.ts';

/** `other-list`: made from lists that are not on this phone. `unreadable`: the lists here could not be asked. */
export type ReceiveProblem = HandOverProblem | { readonly kind: 'other-list' | 'unreadable' };

/** What a scanned text hands over, on a phone with these lists. Nothing of it is kept. */
export async function receiveList(
  text: string,
  client: Pick<DirectoryClient, 'ask'>,
  now: Instant,
): Promise<Result<Received, ReceiveProblem>> {
  const read = await readHandOver(text, { inflate, today: dayOf(now) });
  if (!read.ok) return read;
  if (read.value.kind === 'contacts') return succeed(read.value);
  const known = await client.ask<'ids'>({ kind: 'ids' });
  if (!known.ok) return fail({ kind: 'unreadable' });
  const resolved = resolveMarks(read.value, known.value);
  return resolved.ok ? succeed({ kind: 'listings', ...resolved.value }) : resolved;
}
