import { randomUUID } from 'node:crypto';
import type { KeptEdit, Refusal, StaffListing } from '../../../src/core/desk-api.ts';
import type { Edit } from '../../../src/core/edits/edit.ts';
import type { Listing } from '../../../src/core/schema.ts';
import { change } from '../../../src/server/database/change.ts';
import type { Db } from '../../../src/server/database/database.ts';
import { accounts, credentials, sessions } from '../../../src/server/database/tables.ts';
import { fillFrom } from '../../../src/server/listings/fill-from.ts';
import { sayOpened } from '../../../src/server/people/opened.ts';
import { hashOfToken, newToken, SESSION_COOKIE } from '../../../src/server/people/session.ts';
import { editOf } from '../made-up-edits.ts';
import { madeUpListing } from '../made-up-listing.ts';

// People at work while things break: what was acknowledged to them is written down, and must be there afterwards.

export interface Person {
  readonly token: string;
}

export interface Crew {
  readonly listings: readonly Listing[];
  readonly authors: readonly Person[];
  readonly reviewers: readonly Person[];
  /** Listings as a refusal told that they are now: the next edit begins there. */
  readonly told: Map<string, Pick<StaffListing, 'listing' | 'version'>>;
}

/** What the server said that it has. */
export interface Acknowledged {
  readonly edits: Map<string, { readonly edit: Edit; readonly hash: string }>;
  readonly approved: Set<string>;
  /** More than one person may have tried; how often somebody was told that it is done now. */
  readonly refused: Map<string, number>;
}

export function nothingYet(): Acknowledged {
  return { edits: new Map(), approved: new Set(), refused: new Map() };
}

const LISTINGS = 40;
const CREW = 3;

/** An opened desk with listings, and people who may do everything. */
export async function makeCrew(db: Db, now: Date): Promise<Crew> {
  await change(db, now, (step) => sayOpened(step, 'desk'));
  const listings = Array.from({ length: LISTINGS }, (_, index) =>
    madeUpListing({ name: `Service ${index}` }),
  );
  await fillFrom(db, now, { regions: { gb: listings } });
  const people: Person[] = [];
  for (let index = 0; index < 2 * CREW; index++) people.push(await makePerson(db, now));
  return { listings, authors: people.slice(0, CREW), reviewers: people.slice(CREW), told: new Map() };
}

export async function makePerson(db: Db, now: Date): Promise<Person> {
  const [id, credentialId, token] = [randomUUID(), randomUUID(), newToken()];
  const madeAt = new Date(now.getTime() - 365 * 86_400_000);
  const account = { id, name: `Volunteer ${id.slice(0, 8)}`, regions: [], languages: ['en'] };
  await db.insert(accounts).values({
    ...account,
    roles: ['contributor', 'reviewer'],
    state: 'active',
    madeAt,
    activeSince: madeAt,
  });
  await db
    .insert(credentials)
    .values({ id: credentialId, accountId: id, publicKey: '', counter: 0, state: 'active', madeAt });
  const session = { idHash: hashOfToken(token), accountId: id, credentialId };
  await db.insert(sessions).values({ ...session, madeAt: now, seenAt: now, steppedUpAt: now });
  return { token };
}

export type Said<Answer> = { readonly status: number; readonly body: Answer };

/** Null where nobody answered. */
export async function say<Answer>(
  origin: string,
  { token }: Person,
  path: string,
  body: unknown,
): Promise<Said<Answer> | null> {
  try {
    const response = await fetch(origin + path, {
      method: 'POST',
      headers: {
        cookie: `${SESSION_COOKIE}=${token}`,
        origin,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  } catch {
    return null;
  }
}

let word = 0;

/** A low-risk edit of some listing. */
export function someEdit({ listings, told }: Crew): Edit {
  const first = listings[word++ % listings.length] as Listing;
  const { listing, version } = told.get(first.id) ?? { listing: first, version: 1 };
  const notes = [`Ring the bell twice, or ${word} times.`];
  return editOf(listing, { ...listing, notes }, { baseVersion: version });
}

/** One author and one reviewer at work until told to stop; an edit that nobody answered for is sent again, as the outbox does. */
export async function work(
  crew: Crew,
  place: number,
  kept: Acknowledged,
  around: { readonly origin: () => string; readonly isOver: () => boolean },
): Promise<void> {
  const author = crew.authors[place % CREW] as Person;
  const reviewer = crew.reviewers[place % CREW] as Person;
  let waiting: Edit | null = null;
  while (!around.isOver()) {
    const edit: Edit = waiting ?? someEdit(crew);
    waiting = edit;
    const sent = await say<KeptEdit & Partial<Refusal>>(around.origin(), author, '/api/edits', edit);
    if (!sent || sent.status >= 500 || sent.status === 429) {
      await pause(50);
      continue;
    }
    waiting = null;
    const current = sent.body.error?.current;
    if (current) crew.told.set(current.listing.id, current);
    if (sent.status >= 300) continue;
    kept.edits.set(edit.id, { edit, hash: sent.body.hash });
    await approve(around.origin(), reviewer, sent.body, kept);
  }
}

/** Whether it was this call that approved it. */
export async function approve(
  origin: string,
  reviewer: Person,
  { edit, hash }: Pick<KeptEdit, 'edit' | 'hash'>,
  kept: Acknowledged,
): Promise<boolean> {
  const decided = await say<KeptEdit>(origin, reviewer, `/api/edits/${edit.id}/decisions`, {
    decision: 'approve',
    hash,
  });
  if (decided?.status === 200) kept.approved.add(edit.id);
  return decided?.status === 200;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
