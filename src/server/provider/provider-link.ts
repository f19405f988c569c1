import { eq } from 'drizzle-orm';
import type { Refusal } from '../../core/desk-api.ts';
import { type Change, change } from '../database/change.ts';
import type { Db } from '../database/database.ts';
import { providerLinks } from '../database/tables.ts';
import { refusal } from '../http/refusal.ts';
import type { Asked, Reply } from '../http/route.ts';
import { readListing } from '../listings/read-listings.ts';
import { hashOfToken, newToken } from '../people/session.ts';

const LIVES_MS = 14 * 24 * 60 * 60_000;

export interface NewLink {
  /** Shown this once; the database has only a hash of it. */
  readonly token: string;
  readonly endsAt: string;
}

/** A link by which a provider says what is right, without an account (V15). Each listing has one at a time. */
export async function makeProviderLink({
  desk,
  session,
  params,
}: Asked<unknown>): Promise<Reply<NewLink> | Refusal> {
  const { me } = session;
  const token = newToken();
  return await change(desk.db, desk.now(), async (made) => {
    const found = await readListing(made.tx, params.id ?? '');
    if (!found) return refusal('not-found');
    if (me.regions.length > 0 && !me.regions.includes(found.region)) return refusal('not-allowed');
    const listingId = found.listing.id;
    await endLinks(made, listingId);
    const endsAt = new Date(made.now.getTime() + LIVES_MS);
    await made.tx
      .insert(providerLinks)
      .values({ tokenHash: hashOfToken(token), listingId, madeBy: me.id, endsAt });
    await made.say({ actor: me.id, action: 'provider.link', object: listingId });
    return { status: 201, answer: { token, endsAt: endsAt.toISOString() } };
  });
}

async function endLinks({ tx }: Change, listingId: string): Promise<void> {
  await tx.delete(providerLinks).where(eq(providerLinks.listingId, listingId));
}

/** The link while it is good: not used, and not past its end. */
export async function goodLink(
  db: Db,
  token: string,
  now: Date,
): Promise<typeof providerLinks.$inferSelect | null> {
  const [link] = await db
    .select()
    .from(providerLinks)
    .where(eq(providerLinks.tokenHash, hashOfToken(token)));
  return link && !link.usedAt && link.endsAt > now ? link : null;
}
