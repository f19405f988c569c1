import type { Instant } from '../core/dates.ts';
import type { RootFile } from '../pack/signed-index.ts';
import type { KeptIndex } from './kept-files.ts';

/** What the build bakes into the app (settled 4 and 12). */
export interface BakedIn {
  readonly root: RootFile;
  readonly index: KeptIndex;
  /** Where the precached world pack lies. */
  readonly seedUrl: string;
  /** by-delta.ts as a file of its own, where the host has it. */
  readonly byDeltaUrl: string;
  /** follow-root.ts likewise. */
  readonly followRootUrl: string;
  /** When this build was made; a device's clock before it is wrong. */
  readonly builtAt: Instant;
}
