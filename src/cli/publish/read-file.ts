import { lstatSync, readFileSync } from 'node:fs';
import { fail, type Result, succeed } from '../../core/result.ts';

export type FileProblem =
  | { readonly kind: 'file-missing' }
  /** A folder, a link, a pipe: what is checked must be what is copied. */
  | { readonly kind: 'file-not-plain' }
  | { readonly kind: 'file-too-large'; readonly limit: number };

/** A whole file, where it is not larger than the limit: its length is looked at before it is read. */
export function readFileUpTo(path: string, limit: number): Result<Uint8Array, FileProblem> {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return fail({ kind: 'file-missing' });
  if (!found.isFile()) return fail({ kind: 'file-not-plain' });
  if (found.size > limit) return fail({ kind: 'file-too-large', limit });
  return succeed(new Uint8Array(readFileSync(path)));
}
