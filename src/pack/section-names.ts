import { chunkOf } from './chunk-of.ts';
import { RECORDS_PER_CHUNK } from './format.ts';

/** The names that a file with these parts has, in the order of its table. */
export function sectionNames(hasTowns: boolean, chunks: number): string[] {
  const fixed = hasTowns ? ['meta', 'indx', 'town'] : ['meta', 'indx'];
  return [...fixed, ...Array.from({ length: chunks }, (_, chunk) => chunkOf(chunk * RECORDS_PER_CHUNK))];
}
