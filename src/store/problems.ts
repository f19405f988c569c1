import type { IndexProblem } from '../pack/read-index.ts';
import type { ListedPackProblem } from '../pack/verify-listed-pack.ts';

/** Why a list could not be fetched, checked or kept. Each has words and a next step in the guide. */
export type StoreProblem =
  | { readonly kind: 'offline' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'no-such-region' }
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'not-saved' }
  /** The kept list did not open, or is not open. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'index-expired' }
  | ListedPackProblem
  | IndexProblem;
