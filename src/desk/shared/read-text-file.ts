import { fail, type Result, succeed } from '../../core/result.ts';

/** CT-9: of a file that somebody else made. 5 MB are read in one go, which takes less than a tenth of a second. */
export const MOST_BYTES = 5_000_000;

export type TextFileProblem = { readonly kind: 'too-large' | 'not-read' };

/** The words of a chosen file. Its size is looked at before any of it is read, and nothing that it names is fetched. */
export async function readTextFile(file: Blob): Promise<Result<string, TextFileProblem>> {
  if (file.size > MOST_BYTES) return fail({ kind: 'too-large' });
  try {
    return succeed(decoded(new Uint8Array(await file.arrayBuffer())));
  } catch {
    // It has been moved, changed or taken away since it was chosen.
    return fail({ kind: 'not-read' });
  }
}

/** By the mark at its beginning, else UTF-8 where all of it is UTF-8, else the old Windows encoding. */
function decoded(bytes: Uint8Array): string {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (one === 0xfe && two === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
