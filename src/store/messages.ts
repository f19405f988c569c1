// What the page may ask of the store, which lives in the worker. Importing anything else of this folder from a page is
// a lint error, so the database library never stands on the way to the first list.

export type { StoreProblem } from './problems.ts';

/** What may be remembered on the phone, and only after "Remember these on this phone" (settled 27). */
export interface Settings {
  readonly language: string | null;
  readonly textSize: TextSize;
  readonly theme: Theme;
}
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
}

export interface Directory {
  readonly regions: readonly RegionState[];
  /** The day the index was signed. */
  readonly issuedOn: string;
  /** The demo's development key signed it. */
  readonly isDemo: boolean;
  /** False where the phone did not let us write: everything works from memory. */
  readonly isSaved: boolean;
  readonly settings: Settings | null;
}

export type StoreRequest =
  | { readonly kind: 'start'; readonly now: number }
  | { readonly kind: 'install'; readonly region: string; readonly now: number }
  | { readonly kind: 'update'; readonly now: number }
  | { readonly kind: 'remember'; readonly settings: Settings | null }
  | { readonly kind: 'erase' };

export interface StoreReplies {
  start: Directory;
  install: Directory;
  update: { readonly directory: Directory; readonly updated: readonly string[] };
  remember: null;
  erase: null;
}

export interface Progress {
  readonly received: number;
  readonly total: number;
}
