import { fail, type Result } from '../core/result.ts';
import type { Platform } from './format.ts';
import { type RootProblem, readRoot } from './read-root.ts';
import type { RootFile } from './signed-index.ts';
import { type SignatureProblem, verifySigned } from './verify-signed.ts';

export type NextRootProblem =
  | RootProblem
  | SignatureProblem
  /** Its number is not the one that follows. */
  | { readonly kind: 'root-misnumbered'; readonly version: number; readonly expected: number }
  /** Enough of its own keys may have signed it, but not enough of those that are trusted until now. */
  | { readonly kind: 'root-not-handed-over'; readonly valid: number; readonly threshold: number };

/**
 * One step of the chain of roots, N to N+1: signed by enough keys of the old root and by enough of its own (The Update
 * Framework, specification 1.0.32, section 5.3.4). Whether either has expired is for the caller: in the middle of a chain
 * it does not matter.
 */
export async function verifyNextRoot(
  bytes: Uint8Array,
  signature: Uint8Array,
  previous: RootFile,
  platform: Platform,
): Promise<Result<RootFile, NextRootProblem>> {
  const handedOver = await verifySigned(bytes, signature, previous.keys, previous.roles.root, platform);
  if (!handedOver.ok)
    return handedOver.problem.kind === 'too-few-signatures'
      ? fail({ ...handedOver.problem, kind: 'root-not-handed-over' })
      : handedOver;
  const root = await verifyOwnRoot(bytes, signature, platform);
  if (!root.ok) return root;
  const { version } = root.value;
  const expected = previous.version + 1;
  return version === expected ? root : fail({ kind: 'root-misnumbered', version, expected });
}

/** A root that enough of its own keys have signed: all that can be said of the first one, which people compare. */
export async function verifyOwnRoot(
  bytes: Uint8Array,
  signature: Uint8Array,
  platform: Platform,
): Promise<Result<RootFile, RootProblem | SignatureProblem>> {
  const root = readRoot(bytes);
  if (!root.ok) return root;
  const { keys, roles } = root.value;
  const signed = await verifySigned(bytes, signature, keys, roles.root, platform);
  return signed.ok ? root : signed;
}
