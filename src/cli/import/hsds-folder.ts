import { encodingOf, textOf } from './decode.ts';
import type { Draft } from './draft.ts';
import type { ReadingNotes, RecognisedSource } from './format.ts';
import { isService } from './hsds-service.ts';
import { parsed } from './json-rows.ts';
import { draftOf } from './recognise-json.ts';
import type { SourceFile } from './source-files.ts';

// The answers of an HSDS interface as files, as `waypost export --format hsds` writes them. The list of services leaves
// out what is nested, so each service is read from the answer of its own.

const ONE_SERVICE = /(^|\/)services\/[^/]+\/index\.json$/;

/** Undefined where the files are no such answers. */
export function recogniseAnswers(files: readonly SourceFile[]): RecognisedSource | undefined {
  const services = files.filter(({ name }) => ONE_SERVICE.test(name.replaceAll('\\', '/')));
  if (services.length === 0) return undefined;
  return {
    format: 'HSDS JSON, a file each (rows by name)',
    encoding: 'each file by itself',
    drafts: (notes) => answerDrafts(services, notes),
  };
}

async function* answerDrafts(files: readonly SourceFile[], { tally }: ReadingNotes): AsyncGenerator<Draft> {
  for (const [index, file] of files.entries()) {
    let text = '';
    for await (const chunk of textOf(file, await encodingOf(file))) text += chunk;
    const service = parsed(text);
    if (isService(service)) yield draftOf(service, index + 1);
    else tally.add('refused', 'not a service', index + 1);
  }
}
