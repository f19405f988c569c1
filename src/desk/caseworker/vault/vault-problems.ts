/** Why something of the vault could not be done. Each gets words and a next step on the screen. */
export type VaultProblem =
  /** The passphrase is another one, or there is nothing to open: which of them is not said (C11). */
  | { readonly kind: 'not-opened' }
  /** Fewer characters than a passphrase needs: choose a longer one. */
  | { readonly kind: 'passphrase-too-short'; readonly least: number }
  /** There is one here already: open it, or erase it first. */
  | { readonly kind: 'already-there' }
  /** This address has a server behind it, which could be broken into: clients are never kept here (settled 35). */
  | { readonly kind: 'has-server' }
  /** It is not open any more: open it again. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'cancelled' }
  /** The browser lets us keep nothing here: a private window, or storage switched off. */
  | { readonly kind: 'no-storage' }
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'not-saved' }
  /** Another passphrase, another kind of file, or a damaged one: which of them cannot be known. */
  | { readonly kind: 'file-not-opened' }
  /** It opens, and is from a later version or holds something that is no record of ours. Nothing of it was taken. */
  | { readonly kind: 'file-not-understood' }
  /** The slow work ended without an answer: try again. */
  | { readonly kind: 'unexpected' };

/** Of what storage throws. Dexie hides a full disk inside an AbortError (ST-3). */
export function problemOfStorage(error: unknown): VaultProblem {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map(
    (one) => `${(one as Error | null | undefined)?.name} ${(one as Error | null | undefined)?.message}`,
  );
  if (names.some((name) => name.includes('QuotaExceeded'))) return { kind: 'storage-full' };
  return { kind: 'not-saved' };
}
