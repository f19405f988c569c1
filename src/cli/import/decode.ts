import type { SourceFile } from './source-files.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The encoding of a file: by its byte order mark, else UTF-8 where all of it is UTF-8, else the old Windows one. */
export async function encodingOf(file: SourceFile): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of await file.open()) {
      const marked = isFirst ? encodingByMark(chunk as Buffer) : undefined;
      if (marked) return marked;
      isFirst = false;
      decoder.decode(chunk as Buffer, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

function encodingByMark([one, two]: Buffer): Encoding | undefined {
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  return one === 0xfe && two === 0xff ? 'utf-16be' : undefined;
}

/** The text of a file, without its byte order mark. */
export async function* textOf(file: SourceFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of await file.open()) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** The beginning of a text: enough to say what it is. */
export async function headOf(file: SourceFile, encoding: Encoding, most = 65_536): Promise<string> {
  let head = '';
  for await (const chunk of textOf(file, encoding)) {
    head += chunk;
    if (head.length >= most) break;
  }
  return head.slice(0, most);
}
