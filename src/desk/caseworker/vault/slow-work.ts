import type { Result } from '../../../core/result.ts';
import type { ScryptParameters, VaultKeys } from './vault-keys.ts';
import type { VaultProblem } from './vault-problems.ts';

/** For whoever waits: how far it is, from 0 to 1, and a way to stop it. */
export interface Waiting {
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** What takes seconds and 128 MiB or more, and so is done by a worker of its own that ends with it. */
export interface SlowWork {
  deriveKeys(
    passphrase: string,
    salt: Uint8Array,
    parameters: ScryptParameters,
    waiting?: Waiting,
  ): Promise<Result<VaultKeys, VaultProblem>>;
  /** An age file; without progress, of which age tells nothing. */
  sealFile(
    plain: Uint8Array,
    passphrase: string,
    waiting?: Waiting,
  ): Promise<Result<Uint8Array, VaultProblem>>;
  /** Null where the file does not open with this passphrase. */
  openFile(
    bytes: Uint8Array,
    passphrase: string,
    waiting?: Waiting,
  ): Promise<Result<Uint8Array | null, VaultProblem>>;
}

export type SlowRequest =
  | {
      readonly kind: 'derive-keys';
      readonly passphrase: string;
      readonly salt: Uint8Array;
      readonly parameters: ScryptParameters;
    }
  | { readonly kind: 'seal-file'; readonly plain: Uint8Array; readonly passphrase: string }
  | { readonly kind: 'open-file'; readonly bytes: Uint8Array; readonly passphrase: string };

export type SlowReply =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly value: VaultKeys | Uint8Array | null }
  | { readonly kind: 'failed' };
