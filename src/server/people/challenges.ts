import { randomBytes } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { challenges } from '../database/tables.ts';
import { hashOfToken } from './session.ts';

type Kind = 'enrol' | 'sign-in' | 'step-up';

const LIVES_MS = 5 * 60_000;

/** What a passkey signs: at random, for one purpose, once, within five minutes (SV-3). */
export async function newChallenge(db: Db, kind: Kind, accountId: string | null, now: Date): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  await db.delete(challenges).where(lt(challenges.endsAt, now));
  const endsAt = new Date(now.getTime() + LIVES_MS);
  await db.insert(challenges).values({ hash: hashOfToken(challenge), kind, accountId, endsAt });
  return challenge;
}

/** Takes the challenge that was signed, so that it is gone whatever comes of it; answers with it where it was good. */
export async function burnChallenge(
  db: Db,
  kind: Kind,
  accountId: string | null,
  clientData: string,
  now: Date,
): Promise<string | null> {
  const challenge = challengeIn(clientData);
  if (!challenge) return null;
  const [burnt] = await db
    .delete(challenges)
    .where(
      and(eq(challenges.hash, hashOfToken(challenge)), eq(challenges.kind, kind), gt(challenges.endsAt, now)),
    )
    .returning();
  return burnt?.accountId === accountId ? challenge : null;
}

/** As the browser reports it, in base64url. */
function challengeIn(clientData: string): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString()) as {
      challenge?: unknown;
    };
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}
