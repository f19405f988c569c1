import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { links } from '../database/tables.ts';
import { browserCode } from './browser-code.ts';
import { hashOfToken, newToken } from './session.ts';

export type Link = typeof links.$inferSelect;

const HOUR_MS = 3_600_000;
const LIVES_MS: Readonly<Record<Link['kind'], number>> = {
  first: 24 * HOUR_MS,
  invitation: 24 * HOUR_MS,
  demo: 24 * HOUR_MS,
  recovery: HOUR_MS / 6,
};

export interface MadeLink {
  readonly link: string;
  readonly endsAt: string;
}

/** A link that works once. What it is for stands behind `#`, which browsers send to nobody. */
export async function makeLink(
  tx: Db,
  origin: string,
  now: Date,
  link: Pick<Link, 'kind' | 'accountId'> & { readonly browser?: string },
): Promise<MadeLink> {
  const token = newToken();
  const endsAt = new Date(now.getTime() + LIVES_MS[link.kind]);
  await tx.insert(links).values({
    tokenHash: hashOfToken(token),
    accountId: link.accountId,
    kind: link.kind,
    endsAt,
    browserHash: link.browser ?? null,
  });
  return { link: `${origin}/#${token}`, endsAt: endsAt.toISOString() };
}

/** The link that this browser may still use; unknown, used, ended and another browser's are one and the same (SV-15). */
export async function usableLink(db: Db, token: string, cookies: string, now: Date): Promise<Link | null> {
  const [link] = await db
    .select()
    .from(links)
    .where(and(eq(links.tokenHash, hashOfToken(token)), isNull(links.usedAt), gt(links.endsAt, now)));
  if (!link) return null;
  return link.browserHash === null || link.browserHash === browserCode(cookies) ? link : null;
}

/** Those that were not used yet are good for nothing any more. */
export async function endLinks(tx: Db, accountId: string, now: Date): Promise<void> {
  await tx
    .update(links)
    .set({ endsAt: now })
    .where(and(eq(links.accountId, accountId), isNull(links.usedAt), gt(links.endsAt, now)));
}
