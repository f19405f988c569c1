import { fail, type Result, succeed } from '../../core/result.ts';
import { csvRows, headerOf } from './csv-rows.ts';
import { type Encoding, encodingOf, headOf, textOf } from './decode.ts';
import type { RecognisedSource } from './format.ts';
import { ownDrafts } from './own-csv.ts';
import type { SourceFile } from './source-files.ts';

export interface NotRecognised {
  readonly kind: 'not-recognised';
  /** What it is instead, and what to do. */
  readonly reason: string;
}

const PROPOSE = 'make a mapping with --propose-mapping, mend it, and give it with --mapping';

/** What a source is, by its content; its name says nothing. */
export async function recognise(
  files: readonly SourceFile[],
): Promise<Result<RecognisedSource, NotRecognised>> {
  const [file, ...more] = files;
  if (!file || more.length > 0) return unknown('holds no table of services');
  const encoding = await encodingOf(file);
  const head = (await headOf(file, encoding)).trimStart();
  return head.startsWith('<') ? unknown('is a web page, not data') : tableIn(file, encoding, head);
}

function tableIn(
  file: SourceFile,
  encoding: Encoding,
  head: string,
): Result<RecognisedSource, NotRecognised> {
  const { columns, delimiter } = headerOf(head);
  if (columns.includes('waypost_version'))
    return succeed({
      format: 'our own table',
      encoding,
      drafts: (notes) => ownDrafts(csvRows(textOf(file, encoding), delimiter, notes.tally), notes),
    });
  return unknown(`is a table that we do not know: ${PROPOSE}`);
}

function unknown(reason: string): Result<RecognisedSource, NotRecognised> {
  return fail({ kind: 'not-recognised', reason });
}
