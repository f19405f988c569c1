import type { HandedContacts } from '../core/hand-over.ts';
import { EMPTY_QUERY, type Query } from '../search/query.ts';
import type { Town } from '../search/towns.ts';
import type { ForgetAfterDays, TextSize, Theme } from '../store/messages.ts';

// Everything personal, in memory only: which screen, which question, which place, what is saved. Leaving the page
// forgets it. It is never in the address, the history or any storage (invariant 5).

export type Screen =
  | { readonly name: 'first' }
  | { readonly name: 'not-sure' }
  | { readonly name: 'place' }
  | { readonly name: 'results' }
  | { readonly name: 'filters' }
  | { readonly name: 'map' }
  | { readonly name: 'service'; readonly id: string }
  /** One question, or all of them. */
  | { readonly name: 'rights'; readonly question: string | null }
  | { readonly name: 'saved' }
  | { readonly name: 'receive' }
  | { readonly name: 'received'; readonly list: Received }
  | { readonly name: 'urgent' }
  | { readonly name: 'cards' }
  | { readonly name: 'settings' }
  | { readonly name: 'hide' };

/** What somebody shared by a code: services of the lists on this phone, or names and numbers that only the code has. */
export type Received =
  | { readonly kind: 'listings'; readonly ids: readonly string[]; readonly missing: number }
  | HandedContacts;

export interface Place {
  /** A region with a list of its own. */
  readonly region: string | null;
  /** ISO code; null is every country. */
  readonly country: string | null;
  readonly town: Town | null;
  readonly withinKm: number | null;
}

export interface Session {
  /** The way here; the last is shown, Back peels one. */
  readonly screens: readonly Screen[];
  readonly place: Place | null;
  readonly query: Query;
  readonly saved: readonly string[];
  readonly language: string;
  readonly textSize: TextSize;
  readonly theme: Theme;
  readonly forgetAfterDays: ForgetAfterDays;
  /** The kept list is open: whatever is saved is written into it, sealed. */
  readonly isListOpen: boolean;
  /** The notice of the first visit has been put away. */
  readonly knowsFirstNotice: boolean;
  /** Contact warnings not to be shown again, until the page is left. */
  readonly knownTraces: readonly string[];
}

export const ANYWHERE: Place = { region: null, country: null, town: null, withinKm: null };
const FIRST: Screen = { name: 'first' };

export interface SessionStore {
  get(): Session;
  subscribe(listener: () => void): () => void;
  set(change: Partial<Session>): void;
  open(screen: Screen): void;
  back(): void;
  /** One of the bottom bar's screens: the way there is forgotten, so Back leads to the first screen. */
  jump(screen: Screen): void;
}

/** `isReturning`: the phone keeps the guide from a visit before this one. */
export function createSession(language: string, isReturning = false): SessionStore {
  let session: Session = {
    screens: [FIRST],
    place: null,
    query: EMPTY_QUERY,
    saved: [],
    language,
    textSize: 'm',
    theme: 'auto',
    forgetAfterDays: null,
    isListOpen: false,
    knowsFirstNotice: isReturning,
    knownTraces: [],
  };
  const listeners = new Set<() => void>();
  const set = (change: Partial<Session>) => {
    session = { ...session, ...change };
    for (const listener of listeners) listener();
  };
  return {
    get: () => session,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    open: (screen) => set({ screens: [...session.screens, screen] }),
    back: () => session.screens.length > 1 && set({ screens: session.screens.slice(0, -1) }),
    jump: (screen) => set({ screens: screen.name === 'first' ? [FIRST] : [FIRST, screen] }),
  };
}

export function screenOf(session: Session): Screen {
  return session.screens.at(-1) ?? FIRST;
}
