import { basename, dirname } from 'node:path';
import { csvRows, headerOf } from './csv-rows.ts';
import { encodingOf, headOf, textOf } from './decode.ts';
import type { Tree } from './hsds-service.ts';
import { jsonRows } from './json-rows.ts';
import type { SourceFile } from './source-files.ts';
import type { Tally } from './tally.ts';

export interface TableRow {
  readonly row: number;
  readonly tree: Tree;
}

/**
 * The file of a table, beside the table of services: wherever in a folder or zip that is, because paths in a
 * datapackage.json are often wrong, and never from another set inside.
 */
export function tableFile(files: readonly SourceFile[], name: string): SourceFile | undefined {
  const [services] = filesNamed(files, 'services').sort((one, other) => depthOf(one) - depthOf(other));
  if (!services) return undefined;
  return filesNamed(files, name).find((file) => dirname(file.name) === dirname(services.name));
}

function filesNamed(files: readonly SourceFile[], name: string): SourceFile[] {
  return files.filter((file) => new RegExp(`^${name}\\.(csv|json)$`, 'i').test(basename(file.name)));
}

function depthOf(file: SourceFile): number {
  return file.name.split('/').length;
}

/** The rows of a table, one by one; none where the table is not there. */
export async function* tableRows(
  files: readonly SourceFile[],
  name: string,
  tally: Tally,
): AsyncGenerator<TableRow> {
  const file = tableFile(files, name);
  if (!file) return;
  const encoding = await encodingOf(file);
  const head = (await headOf(file, encoding)).trimStart();
  if (head.startsWith('[')) {
    for await (const { row, value } of jsonRows(textOf(file, encoding))) yield { row, tree: value as Tree };
    return;
  }
  const { delimiter } = headerOf(head);
  for await (const { row, record } of csvRows(textOf(file, encoding), delimiter, tally))
    yield { row, tree: record };
}

export async function wholeTable(files: readonly SourceFile[], name: string, tally: Tally): Promise<Tree[]> {
  const trees: Tree[] = [];
  for await (const { tree } of tableRows(files, name, tally)) trees.push(tree);
  return trees;
}
