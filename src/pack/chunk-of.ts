import { RECORDS_PER_CHUNK } from './format.ts';

/** The name of the section that holds the record with this number, counted from 0 in the order of ids. */
export function chunkOf(recordNumber: number): string {
  return `c${String(Math.floor(recordNumber / RECORDS_PER_CHUNK)).padStart(3, '0')}`;
}
