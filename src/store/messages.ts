// What the page may ask of the store, which lives in the worker. Importing anything else of this folder from a page is
// a lint error, so the database library never stands on the way to the first list.

export type { StoreProblem } from './problems.ts';

/** What may be remembered on the phone, and only after "Remember these on this phone" (settled 27). */
export interface Settings {
  readonly language: string | null;
  readonly textSize: TextSize;
  readonly theme: Theme;
  /** After so many days without a visit everything here is erased; null never. */
  readonly forgetAfterDays: ForgetAfterDays;
}
export type ForgetAfterDays = 1 | 7 | 30 | null;
export type TextSize = 's' | 'm' | 'l' | 'xl' | 'xxl';
export type Theme = 'auto' | 'light' | 'dark';

export interface Installed {
  readonly version: number;
  readonly records: number;
  /** The day it came to this phone. */
  readonly savedOn: string;
  /** It came with the app, not from a download. */
  readonly isSeed: boolean;
}

export interface RegionState {
  readonly id: string;
  readonly kind: 'world' | 'region' | 'sample';
  readonly name: Readonly<Record<string, string>>;
  readonly country: string;
  readonly timezone: string;
  readonly records: number;
  /** Bytes on the wire. */
  readonly length: number;
  readonly installed: Installed | null;
  /** False where the index names it no more: the list here stays, and nothing newer will come (SG-3). */
  readonly isListed: boolean;
}

export interface Directory {
  readonly regions: readonly RegionState[];
  /** The day the index was signed. */
  readonly issuedOn: string;
  /** The demo's development key signed it. */
  readonly isDemo: boolean;
  /** Whether this phone may keep anything at all; where not, everything is in memory until the page is closed. */
  readonly keeps: boolean;
  /** False where the phone did not let us write: everything works from memory. */
  readonly isSaved: boolean;
  readonly settings: Settings | null;
  /** A saved list lies here, sealed. */
  readonly hasKeptList: boolean;
  /** She chose that everything is forgotten after some days without a visit, and so many have passed. */
  readonly isOverdue: boolean;
  /** When the host was last asked for newer lists; null where it is not known. */
  readonly askedAt: number | null;
}

export type StoreRequest =
  | { readonly kind: 'start'; readonly now: number; readonly keeps: boolean }
  | { readonly kind: 'keep' }
  | { readonly kind: 'let-go' }
  | { readonly kind: 'kept-list'; readonly action: KeptListAction }
  | { readonly kind: 'install'; readonly region: string; readonly now: number }
  | { readonly kind: 'update'; readonly now: number }
  | { readonly kind: 'remember'; readonly settings: Settings | null; readonly now: number };

export interface StoreReplies {
  start: Directory;
  /** From now on the lists are kept on this phone. */
  keep: Directory;
  /** Nothing is read from the phone or written to it any more; what is open stays in memory. */
  'let-go': Directory;
  install: Directory;
  update: { readonly directory: Directory; readonly updated: readonly string[] };
  remember: null;
  'kept-list': readonly string[];
}

/** What can be done with the saved list that is kept on purpose; every answer is the list as it then is. */
export type KeptListAction =
  | { readonly do: 'set-up'; readonly passphrase: string; readonly ids: readonly string[] }
  | { readonly do: 'open'; readonly passphrase: string }
  | { readonly do: 'change'; readonly ids: readonly string[] }
  | { readonly do: 'lock' }
  | { readonly do: 'delete' };

export interface Progress {
  readonly received: number;
  readonly total: number;
}
