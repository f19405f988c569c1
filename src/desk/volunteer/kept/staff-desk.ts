import type { SessionAnswer } from '../../../core/desk-api.ts';
import type { Check, Edit } from '../../../core/edits/edit.ts';
import type { Listing } from '../../../core/schema.ts';
import { createObservable } from '../../shared/observable.ts';
import type { ApiProblem } from '../api-client.ts';
import type { ManyEdits } from './add-many.ts';
import { keepThing, type OutboxEntry, readThing, type Typed } from './desk-database.ts';
import { NO_WORK, NOTHING, type Parts, type StaffDeskState, type State, sayForgotten } from './desk-state.ts';
import { type Swept, sweep } from './forget.ts';
import { readOutbox, sendOutbox } from './outbox.ts';
import { FIRST_PREFERENCES, type Preferences } from './preferences.ts';
import { readDirectory, syncDirectory } from './staff-directory.ts';
import { waysToKeep } from './ways-to-keep.ts';

export interface StaffDesk {
  readonly get: () => StaffDeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads what the device has; afterwards the desk can be worked with, network or not. */
  readonly open: () => Promise<void>;
  /** Sends what is done and fetches what is new. One at a time. */
  readonly exchange: () => Promise<void>;
  readonly addChecks: (checks: readonly Check[]) => Promise<void>;
  readonly addEdit: (edit: Edit, base: Listing | null) => Promise<void>;
  /** Many at once, all of them or none: each with what its author saw, to be sent or to be finished in the form. */
  readonly addMany: (many: ManyEdits) => Promise<void>;
  readonly keepDraft: (edit: Edit, base: Listing | null, typed?: Typed) => Promise<void>;
  readonly dropDraft: (id: string) => Promise<void>;
  /** Thrown away by its author, unsent. */
  readonly dropEntry: (id: string) => Promise<void>;
  /** Its author has read what is gone. */
  readonly seenForgotten: () => Promise<void>;
  readonly prefer: (change: Partial<Preferences>) => Promise<void>;
  readonly signedIn: (session: SessionAnswer) => Promise<void>;
  /** Null: signed out, and the browser has erased all that was kept here. */
  readonly signOut: () => Promise<ApiProblem | null>;
}

/** What the device has of the desk, and its exchange with the server. */
export function createStaffDesk(parts: Parts): StaffDesk {
  const state = createObservable<StaffDeskState>(NOTHING);
  const { get, subscribe } = state;
  const exchange = oneAtATime(() => exchangeOnce(parts, state));
  return {
    get,
    subscribe,
    exchange,
    open: () => openDesk(parts, state),
    ...waysToKeep(parts, state),
    async signedIn(session) {
      await takeSession(parts, state, session);
      await exchange();
    },
    async signOut() {
      const answer = await parts.api.signOut();
      // Signed out already: there is nobody whose leaving the server could note.
      const isOut =
        answer.ok || (answer.problem.kind === 'refused' && answer.problem.code === 'not-signed-in');
      if (!isOut) return answer.problem;
      await parts.database.delete().catch(() => undefined);
      return null;
    },
  };
}

async function openDesk({ database }: Parts, state: State): Promise<void> {
  try {
    const [directory, me, work, preferences, outbox, drafts, done, withheld, forgotten] = await Promise.all([
      readDirectory(database),
      readThing(database, 'me'),
      readThing(database, 'work'),
      readThing(database, 'preferences'),
      readOutbox(database),
      database.drafts.toArray(),
      database.done.toArray(),
      readThing(database, 'withheld'),
      readThing(database, 'forgotten'),
    ]);
    state.set({
      phase: 'open',
      directory,
      me,
      work: work ?? NO_WORK,
      preferences: { ...FIRST_PREFERENCES, ...preferences },
      outbox,
      drafts,
      done,
      withheld: withheld ?? [],
      forgotten: forgotten ?? [],
    });
  } catch {
    state.set({ phase: 'blocked' });
  }
}

async function exchangeOnce(parts: Parts, state: State): Promise<void> {
  state.set({ isBusy: true });
  try {
    state.set({ problem: await exchangeSteps(parts, state) });
  } catch {
    // The device itself failed to keep something: nothing may be done that it would lose.
    state.set({ phase: 'blocked' });
  } finally {
    state.set({ isBusy: false });
  }
}

async function exchangeSteps(parts: Parts, state: State): Promise<ApiProblem | null> {
  const { api, database } = parts;
  const session = await api.session();
  if (!session.ok) return session.problem;
  await takeSession(parts, state, session.value);
  const { me } = session.value;
  if (!me) return null;
  // Before anything is sent: what has become a secret goes from here, and not back to the server (SV-12).
  const behind = await takeListings(parts, state);
  if (behind?.kind === 'offline') return behind;
  const isSending = state.get().outbox.length > 0;
  const unsent = await sendOutbox({
    database,
    api,
    by: me.id,
    onOutcome: (entry, now) => takeOutcome(state, entry, now),
  });
  if (unsent) return unsent;
  const problem = isSending ? await takeListings(parts, state) : behind;
  if (problem) return problem;
  const work = await api.work();
  if (!work.ok) return work.problem;
  await keepThing(database, 'work', work.value);
  state.set({ work: work.value });
  return null;
}

/** What is new of the listings, and what has to be forgotten since. */
async function takeListings({ database, api }: Parts, state: State): Promise<ApiProblem | null> {
  const { problem, isChanged } = await syncDirectory(database, api);
  if (isChanged)
    state.set({
      directory: await readDirectory(database),
      withheld: (await readThing(database, 'withheld')) ?? [],
    });
  const swept = await sweep(database, state.get());
  if (swept.ids.size > 0) takeForgotten(state, swept);
  return problem;
}

function takeForgotten(state: State, { ids, forgotten }: Swept): void {
  const now = state.get();
  const stays = ({ id }: { readonly id: string }) => !ids.has(id);
  state.set({
    outbox: now.outbox.filter(stays),
    drafts: now.drafts.filter(stays),
    done: now.done.filter(stays),
    work: { ...now.work, checks: now.work.checks.filter(stays) },
  });
  sayForgotten(state, forgotten);
}

/** Entry by entry: what is done meanwhile is on the screen before it is on the disk, and must not vanish from it. */
function takeOutcome(state: State, entry: OutboxEntry, now: OutboxEntry | null): void {
  const { outbox, done } = state.get();
  const isDone = now === null && entry.kind === 'check';
  state.set({
    outbox: outbox.flatMap((one) => (one.id === entry.id ? (now ?? []) : one)),
    done: isDone ? [...done, entry.check] : done,
  });
}

async function takeSession({ database }: Parts, state: State, session: SessionAnswer): Promise<void> {
  const { me } = session;
  if (me) await keepThing(database, 'me', me);
  // Signed out elsewhere or for having been idle: who worked here goes on with what is on the device, and signs in to send.
  state.set(me ? { session, me } : { session });
}

/** Asked for while one is on its way: once more after it. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again: Promise<void> | null = null;
  const start = () => {
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    again ??= running.then(() => {
      again = null;
      return start();
    });
    return again;
  };
}
