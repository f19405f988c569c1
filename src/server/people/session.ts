import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { accounts, credentials, sessions } from '../database/tables.ts';
import type { Session } from '../http/route.ts';

export const SESSION_COOKIE = '__Host-session';
const IDLE_MS = 30 * 60_000;
const WHOLE_MS = 12 * 60 * 60_000;
/** So that reading does not write each time. */
const SEEN_EVERY_MS = 60_000;

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function sessionCookie(token: string): string {
  return `${SESSION_COOKIE}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict`;
}

export function endedSessionCookie(): string {
  return `${sessionCookie('')}; Max-Age=0`;
}

/** The session that a cookie names, as its account and credential are at this moment: what was taken away is gone at once (SV-4). */
export async function readSession(db: Db, cookies: string, now: Date): Promise<Session | null> {
  const token = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(cookies)?.[1];
  if (!token) return null;
  const idHash = hashOfToken(token);
  const [found] = await db
    .select({ session: sessions, account: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .innerJoin(credentials, eq(credentials.id, sessions.credentialId))
    .where(
      and(
        eq(sessions.idHash, idHash),
        gt(sessions.seenAt, new Date(now.getTime() - IDLE_MS)),
        gt(sessions.madeAt, new Date(now.getTime() - WHOLE_MS)),
        eq(accounts.state, 'active'),
        eq(credentials.state, 'active'),
      ),
    );
  if (!found) return null;
  const { session, account } = found;
  if (now.getTime() - session.seenAt.getTime() > SEEN_EVERY_MS)
    await db.update(sessions).set({ seenAt: now }).where(eq(sessions.idHash, idHash));
  const { id, name, roles, regions, languages } = account;
  return {
    idHash,
    me: { id, name, roles, regions, languages },
    credentialId: session.credentialId,
    steppedUpAt: session.steppedUpAt,
  };
}
