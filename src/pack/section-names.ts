import { chunkOf } from './chunk-of.ts';
import { RECORDS_PER_CHUNK } from './format.ts';

interface Parts {
  readonly hasTowns: boolean;
  readonly hasRights: boolean;
  readonly chunks: number;
}

/** The names that a file with these parts has, in the order of its table. */
export function sectionNames({ hasTowns, hasRights, chunks }: Parts): string[] {
  return [
    'meta',
    'indx',
    'card',
    ...(hasTowns ? ['town'] : []),
    ...(hasRights ? ['rght'] : []),
    ...Array.from({ length: chunks }, (_, chunk) => chunkOf(chunk * RECORDS_PER_CHUNK)),
  ];
}
