import { RECORDS_PER_CHUNK } from './format.ts';

/** Whether a section of this name holds records. */
export function isChunk(name: string): boolean {
  return /^c\d{3}$/.test(name);
}

/** The name of the section that holds the record with this number, counted from 0 in the order of ids. */
export function chunkOf(recordNumber: number): string {
  return `c${String(Math.floor(recordNumber / RECORDS_PER_CHUNK)).padStart(3, '0')}`;
}
