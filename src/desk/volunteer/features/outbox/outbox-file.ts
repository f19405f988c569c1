import type { ExportedFile } from '../../../../core/export/exported-file.ts';
import type { Draft, OutboxEntry } from '../../kept/desk-database.ts';

/** All that is not sent yet, for whoever must get it to the directory another way (V8). */
export function outboxFile(outbox: readonly OutboxEntry[], drafts: readonly Draft[]): ExportedFile {
  const content = {
    format: 'outbox',
    version: 1,
    checks: outbox.flatMap((one) => (one.kind === 'check' ? one.check : [])),
    edits: outbox.flatMap((one) => (one.kind === 'edit' ? one.edit : [])),
    drafts: drafts.map(({ edit }) => edit),
  };
  return { path: 'outbox.json', text: `${JSON.stringify(content, null, 2)}\n` };
}
