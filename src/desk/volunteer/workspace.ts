import type { Theme } from '../../store/messages.ts';
import { createObservable, type Observable } from '../shared/observable.ts';
import type { ScreenName } from './screen-names.ts';

// What a volunteer looks at, in memory only: nothing of it is in the address or the history.

export interface Workspace {
  readonly screen: ScreenName;
  readonly language: string;
  readonly theme: Theme;
  /** The card that is to lie first when the deck is opened. */
  readonly asking: { readonly listingId: string; readonly field: string } | null;
  /** The listing that is called. */
  readonly calling: string | null;
  /** The edit in the outbox that is brought together with somebody else's. */
  readonly merging: string | null;
  /** The listing that is written; null for one that nobody has yet. */
  readonly editing: { readonly listingId: string | null; readonly draftId?: string } | null;
  /** The listing whose history is read. */
  readonly remembering: string | null;
  /** The listing that may be there twice. */
  readonly doubling: string | null;
  /** Whether files are looked at. */
  readonly importing: boolean;
  /** Of a one-time link that was opened; gone with the page. */
  readonly token: string | null;
  /** Whether that link asks the provider of a service. */
  readonly forProvider: boolean;
}

export type WorkspaceStore = Observable<Workspace>;

export function createWorkspace(
  first: Pick<Workspace, 'language' | 'token' | 'forProvider'>,
): WorkspaceStore {
  return createObservable<Workspace>({
    screen: 'today',
    theme: 'auto',
    asking: null,
    calling: null,
    merging: null,
    editing: null,
    remembering: null,
    doubling: null,
    importing: false,
    ...first,
  });
}

/** Nothing over the screens that the tabs name. */
export const NOTHING_OVER = {
  calling: null,
  merging: null,
  editing: null,
  remembering: null,
  doubling: null,
  importing: false,
} as const;
